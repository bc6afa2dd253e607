"""Find the run of numbers that minutes give their items of business, among all the numbers that begin a line."""

from __future__ import annotations

import itertools
from collections import defaultdict

from minutes_cli.parse.heading_words import list_kind, looks_like_title
from minutes_cli.parse.headings import Candidate, Look, is_styled, is_title

INDENT = 12.0  # points; a number this much further in than the others is a list's
INDENT_OF_TEXT = 1.5  # the same in characters, for formats without a size of type
SURE_CHAIN = 3  # numbered headings in rising order that make a habit; two need more to show for it
STYLED = 2.5  # weight of a line that bold, capitals or a heading style set off
PLAIN = 1.0  # weight of a line that nothing sets off
SET_OFF = 0.4  # share of a run that must weigh more than a plain line
OUT_OF_ORDER = 0.3  # taken off a run's score for each line of its kind that does not fit in
GAP = 0.4  # taken off for each number left out ("3." then "6."), for at most this many:
MAX_GAP = 8
MAX_TITLE = 8  # words of a title that needs no type of its own to be seen ("2. Doorstep crime")
BOLD_FOR_STYLE = 2  # bold lines that show as much as one in a heading style
MOSTLY = 0.6  # share of a list's entries that end as sentences do
LISTED = 0.6  # share of a run's numbers that stand right below the one before, as in a list
CLEAR = 0.5  # line heights of blank space above it


def main_run(candidates: list[Candidate]) -> set[int]:
    """Find the document's main run of numbered headings: their block indexes, none when it does not number items."""
    groups: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        if candidate.numbered:
            groups[candidate.numbered.form].append(candidate)
    apart = [c for c in candidates if not c.numbered and not c.rest and list_kind(c.title) is None]
    styled = sum(is_styled(c.paragraph) for c in apart) or sum(c.look.bold for c in apart) // BOLD_FOR_STYLE
    best: tuple[float, list[Candidate]] = (0.0, [])
    for form, group in groups.items():
        if form.startswith(("letter", "roman")) and len(groups) > 1:
            continue
        for members in _styles(group):
            chain = _rising(members)
            if _is_list(chain, styled) or (styled >= SURE_CHAIN and _begins_again(members, chain)):
                continue
            score = sum(c.weight for c in chain) - OUT_OF_ORDER * (len(members) - len(chain))
            if score > best[0] and _is_habit(chain):
                best = (score, chain)
    return {c.index for c in best[1]}


def _begins_again(members: list[Candidate], chain: list[Candidate]) -> bool:
    """Whether plain numbers begin again under heading after heading: lists in the text below those."""
    plain = not any(c.routine or c.look.bold or c.look.capitals or c.look.heading for c in chain)
    return plain and sum(c.numbered is not None and c.numbered.value == (1,) for c in members) > 1


def _is_list(chain: list[Candidate], styled: int) -> bool:
    """Whether a run is a list in the text: plain lines one below the other, beside styled headings, or sentences."""
    if any(c.routine or c.look.bold or c.look.capitals or c.look.heading for c in chain):
        return False
    beside = styled >= SURE_CHAIN
    if not beside and sum(c.paragraph.text.endswith(".") for c in chain) < MOSTLY * len(chain):
        return False
    pairs = itertools.pairwise(chain)
    close = sum((beside or not before.rest) and after.index == before.index + 1 for before, after in pairs)
    return close >= LISTED * (len(chain) - 1)


def _is_habit(chain: list[Candidate]) -> bool:
    """Whether a run is long enough, and looks enough like headings, to be how the document numbers its items."""
    if len(chain) < SURE_CHAIN:
        known = any(c.routine or list_kind(c.title) == "people" for c in chain)
        sure = all(c.weight >= STYLED for c in chain) or all(_heads_text(c, known) for c in chain)
        if len(chain) != SURE_CHAIN - 1 or not sure:
            return False
    return sum(c.weight > PLAIN for c in chain) >= SET_OFF * len(chain)


def _heads_text(candidate: Candidate, known: bool) -> bool:
    """Whether a short numbered line stands clear of the text above it and is all title ("2. Doorstep crime").

    It may be longer where a title that any body has is ``known`` to be numbered so ("1. Apologies").
    """
    short = (known or len(candidate.title.split()) <= MAX_TITLE) and looks_like_title(candidate.title)
    return candidate.paragraph.gap >= CLEAR and not candidate.rest and short


def _styles(group: list[Candidate]) -> list[list[Candidate]]:
    """Give the runs to try: all lines with one form of number; those set off by their type; those furthest left."""
    out = [group]
    styled = [c for c in group if c.weight >= STYLED]
    if 2 <= len(styled) < len(group):
        out.append(styled)
    left = min(c.paragraph.x0 for c in group)
    outer = [c for c in group if c.paragraph.x0 - left <= (INDENT if c.paragraph.size else INDENT_OF_TEXT)]
    if 2 <= len(outer) < len(group):
        out.append(outer)  # numbers further in are lists inside the items
    return out


def _rising(members: list[Candidate]) -> list[Candidate]:
    """Give the rising run of numbers with the most weight: lists inside the items begin again and fall out."""
    best: list[
        tuple[float, int]
    ] = []  # for each member: the score of the best run that ends with it, and the one before
    for index, candidate in enumerate(members):
        value = candidate.numbered.value if candidate.numbered else ()
        top = (candidate.weight, -1)
        for before in range(index):
            earlier = members[before].numbered
            if earlier is None or not earlier.value < value:
                continue
            jump = value[0] - earlier.value[0]
            skipped = GAP * min(jump - 1, MAX_GAP) if jump > 1 and len(value) == 1 else 0.0
            score = best[before][0] + candidate.weight - skipped
            if score > top[0]:
                top = (score, before)
        best.append(top)
    chain: list[Candidate] = []
    at = max(range(len(best)), key=lambda i: best[i][0], default=-1)
    while at >= 0:
        chain.append(members[at])
        at = best[at][1]
    return chain[::-1]


def without_paragraphs(candidates: list[Candidate], chain: set[int]) -> set[int]:
    """Leave out of a run the numbered paragraphs below its headings: "3.1 The Board noted ..." below "3.0 REPORT"."""
    kept: set[int] = set()
    heads: set[int] = set()  # the first figures of the headings so far
    for candidate in candidates:
        if candidate.numbered is None:
            continue
        value = candidate.numbered.value
        if candidate.index not in chain:
            if len(value) == 1 and candidate.look.capitals and is_title(candidate):
                heads.add(value[0])  # "3 REPORTS" above the run's "3.1"
            continue
        if len(value) > 1 and value[0] in heads and not is_title(candidate):
            continue
        if value in ((value[0],), (value[0], 0)):
            heads.add(value[0])
        kept.add(candidate.index)
    return kept


def styled_looks(candidates: list[Candidate], chain: set[int]) -> set[Look]:
    """Give the look of a run's lines (no more than one) when all are set off alike, in bold, capitals or a style.

    A line set so is a heading though its number does not fit in: word processors begin again at 1 unasked.
    """
    looks = {candidate.look for candidate in candidates if candidate.index in chain}
    is_one = len(looks) == 1 and all(look.bold or look.capitals or look.heading for look in looks)
    return looks if is_one and len(chain) >= SURE_CHAIN else set()


def run_form(candidates: list[Candidate], chain: set[int]) -> str:
    """Tell the form of number that the document's main headings have ("int."), "" when it numbers none."""
    return next((c.numbered.form for c in candidates if c.index in chain and c.numbered), "")
