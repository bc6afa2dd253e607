"""Find the headings of minutes that set theirs in plain type: short lines among the text, titles run in.

Nothing in such a line's type tells it from the text, so its document must: by titles that any body has, set in the same
way ("Roll call"), or by enough lines with a longer text right below. What is shown by some members of a kind then holds
for the others: "Noise at the quay" between "Matters arising" and "Any other business" is a heading.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from minutes_cli.parse.heading_words import fold_title
from minutes_cli.parse.headings import RUN_IN, Candidate
from minutes_cli.parse.numbered_run import SURE_CHAIN

KIND = {"alone": "spaced", "atop": "spaced", "label": "run-in"}  # settings that are judged together
ANCHORS = 2  # titles that any body has, set in one way, that show it to be how headings are set
FLUSH_ANCHORS = 3  # the same for lines that no space sets off,
FLUSH_SHARE = 0.4  # of which this share must be such titles
MANY_FLUSH = 0.6  # from this share on, the others of their kind are headings too
MANY_LEADS = 4  # titles run in before their texts that show, by their number alone, how headings are set;
COVERED = 0.6  # of the document's texts this share must begin with one,
DISTINCT = 0.9  # and this share of the titles must differ: speakers come again
FIRM = 0.5  # share of the lines between spaces below which a longer text stands


def plain_headings(candidates: Iterable[Candidate], styled_anchors: int, colons: int, texts: int) -> set[int]:
    """Find the plain lines that are headings: their block indexes.

    ``styled_anchors`` counts the titles that any body has among the lines that their type sets off: where those are
    more, they are the headings. ``colons`` counts the headings that end with a colon, ``texts`` the document's texts.
    """
    kinds: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        look = candidate.look
        run_in = look.setting in RUN_IN
        if look.form or look.heading or look.bold or (look.capitals and not run_in):
            continue
        kind = KIND.get(look.setting, look.setting)
        kinds["shouted" if kind == "run-in" and look.capitals else kind].append(candidate)
    spaced = _spaced(kinds["spaced"], styled_anchors, colons)
    known = sum(_anchors(lines) for lines in kinds.values())
    if not spaced and _anchors(kinds["spaced"]) and known >= FLUSH_ANCHORS and known > styled_anchors:
        spaced = {c.index for c in kinds["spaced"] if c.routine or c.firm}
    flush = (
        _flush([*kinds["flush"], *kinds["outdent"], *kinds["spaced"]], styled_anchors)
        if kinds["flush"] or kinds["outdent"]
        else set()
    )
    found = (
        spaced | flush | _run_in(kinds["run-in"], styled_anchors, colons) | _run_in(kinds["dash"], styled_anchors, 0)
    )
    found |= _run_in(kinds["point"], styled_anchors, 0)
    found |= _outdented(kinds["outdent"], kinds["spaced"])
    if _anchors(kinds["shouted"]) >= ANCHORS:
        found |= {candidate.index for candidate in kinds["shouted"]}
    if _anchors(kinds["run-on"]) >= FLUSH_ANCHORS:
        found |= _run_in(kinds["run-on"], styled_anchors, 0)
    if _anchors(kinds["run-in"]) >= FLUSH_ANCHORS and found.issuperset(c.index for c in kinds["run-in"]):
        found |= {c.index for c in kinds["lead"] if not c.rest[0].islower()}
    for led in (kinds["run-in"] + kinds["lead"] + kinds["shouted"], kinds["dash"], kinds["point"]):
        found |= _covering(led, texts)
    return found


def _covering(lines: list[Candidate], texts: int) -> set[int]:
    """Take titles run in before their text where most of the minutes' texts begin with one, and no two are the same."""
    titles = {fold_title(candidate.title) for candidate in lines}
    many = len(lines) >= MANY_LEADS and len(lines) >= COVERED * texts
    return {candidate.index for candidate in lines} if many and len(titles) >= DISTINCT * len(lines) else set()


def _anchors(lines: list[Candidate]) -> int:
    return sum(candidate.routine for candidate in lines)


def _spaced(lines: list[Candidate], styled_anchors: int, colons: int) -> set[int]:
    """Take lines between blank spaces: all by anchors, else those that a longer text below shows to be titles."""
    if _anchors(lines) >= ANCHORS and _anchors(lines) > styled_anchors:
        return _not_below(lines)
    firm = {candidate.index for candidate in lines if candidate.firm}
    return firm if max(colons, len(firm)) >= SURE_CHAIN and len(firm) >= FIRM * len(lines) else set()


def _flush(lines: list[Candidate], styled_anchors: int) -> set[int]:
    """Take short lines that no space sets off, where many are titles that any body has."""
    anchors = _anchors(lines)
    if anchors < max(FLUSH_ANCHORS, FLUSH_SHARE * len(lines)) or anchors <= styled_anchors:
        return set()
    lines = sorted(lines, key=lambda candidate: candidate.index)
    return _not_below([c for c in lines if c.routine or anchors >= MANY_FLUSH * len(lines)])


def _outdented(lines: list[Candidate], spaced: list[Candidate]) -> set[int]:
    """Take titles whose text is set further in, and with them those that stand as far left and have space above."""
    left = {candidate.paragraph.x0 for candidate in lines}
    also = [c for c in spaced if c.firm and c.paragraph.x0 in left]
    found = {candidate.index for candidate in [*lines, *also]}
    return found if len(lines) > 1 and len(found) >= SURE_CHAIN else set()


def _run_in(lines: list[Candidate], styled_anchors: int, colons: int) -> set[int]:
    """Take titles that their text follows on the line."""
    if _anchors(lines) >= ANCHORS and _anchors(lines) > styled_anchors:
        return {candidate.index for candidate in lines}
    return (
        {c.index for c in lines if c.look.setting == "run-in" and not c.look.capitals}
        if colons >= SURE_CHAIN
        else set()
    )


def _not_below(lines: list[Candidate]) -> set[int]:
    """Leave out the short lines right below a heading, which are its text: "Review of minutes", "Minutes accepted"."""
    taken: set[int] = set()
    for candidate in lines:
        if candidate.routine or candidate.firm or candidate.index - 1 not in taken:
            taken.add(candidate.index)
    return taken
