"""Leave out what is numbered like the business and is not: an agenda printed before the minutes, entries of lists."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.parse.block import Block, Paragraph
from minutes_cli.parse.heading_words import BRACKETS_BEHIND, fold_title, list_kind
from minutes_cli.parse.headings import LISTS, Candidate, Heading
from minutes_cli.parse.names import looks_like_name

AGAIN = 0.6  # share of a printed agenda's lines that come again as headings (some are renamed, some not reached)
SOME = 0.25  # the same for lines right below a heading "Agenda"
SURE_NUMBER = 4  # digits; a number with as many is known again without its title ("FGB 20/2021")
SURE_TEXT = 40  # characters; two items whose texts agree over more than this are one, printed twice
MIN_HEADINGS = 3  # with fewer headings there is no telling an agenda from the minutes


def without_printed_agenda(candidates: list[Candidate]) -> list[Candidate]:
    """Leave out an agenda printed before the minutes.

    It is known by numbered lines one under the other, without text, most of whose titles come again with text below,
    perhaps with another number and the time ("8. Chair's report (7.22pm)").
    """
    last = {_undated_title(c): c.index for c in candidates}
    out: list[Candidate] = []
    above: Candidate | None = None
    for run in _bare_runs(candidates):
        again = sum(1 for c in run if c.numbered and last[_undated_title(c)] > run[-1].index)
        called = above is not None and above.index == run[0].index - 1 and list_kind(above.title) == "container"
        enough = max(SOME * len(run), 2) if called else AGAIN * len(run)
        if len(run) < 2 or again < enough:
            out.extend(run)
        above = run[-1]
    return out


def _undated_title(candidate: Candidate) -> str:
    return fold_title(BRACKETS_BEHIND.sub("", fold_title(candidate.title)))


def _bare_runs(candidates: list[Candidate]) -> Iterator[list[Candidate]]:
    """Part the lines into runs of rising numbers without text, one right below the other; others stand alone."""
    run: list[Candidate] = []
    for candidate in candidates:
        bare = bool(candidate.numbered) and not candidate.rest
        if run and (not (bare and candidate.index == run[-1].index + 1) or _begins_again(candidate, run)):
            yield run
            run = []
        if bare:
            run.append(candidate)
        else:
            yield [candidate]
    if run:
        yield run


def _begins_again(candidate: Candidate, run: list[Candidate]) -> bool:
    """Whether the numbers that a run began with begin again: the minutes stand right below their agenda."""
    alike = [c.numbered for c in run if c.numbered and run[0].numbered and c.numbered.form == run[0].numbered.form]
    number = candidate.numbered
    return number is not None and bool(alike) and number.form == alike[0].form and number.value <= alike[-1].value


def without_lists(candidates: list[Candidate]) -> list[Candidate]:
    """Leave out the entries of lists: below an unnumbered "Action list" numbers from 1 are its own.

    So they are below "Members present" where the numbers of the business begin again behind them.
    """
    out: list[Candidate] = []
    expected: int | None = None
    named = False
    begin = [c.index for c in candidates if (c.numbered and c.numbered.value == (1,)) or _is_sure(c)]
    for candidate in candidates:
        numbered = candidate.numbered
        if numbered is None:
            if candidate.look.setting in ("flush", "atop", "alone") and list_kind(candidate.title) is None:
                out.append(candidate)  # nothing shows yet that such a line is a title
                continue
            kind = list_kind(candidate.title)
            named = kind == "people" and sum(index > candidate.index for index in begin) > 1
            expected = 1 if kind in LISTS or named else None
        elif named and not _names_somebody(candidate):
            expected = None
        elif expected is not None and len(numbered.value) == 1 and numbered.value[0] in (expected, expected + 1):
            expected = numbered.value[0] + 1
            continue
        else:
            expected = None
        out.append(candidate)
    return out


def _is_sure(candidate: Candidate) -> bool:
    """Whether a number can be nothing but an item's: "MIN 3/2031"."""
    return candidate.numbered is not None and candidate.numbered.form.startswith("slash")


def _names_somebody(candidate: Candidate) -> bool:
    """Whether a numbered line begins with somebody's whole name: "3. Dr Ann Forde, Secretary"."""
    name = candidate.title.partition(",")[0].partition(" - ")[0].strip()
    return not candidate.routine and " " in name and looks_like_name(name)


def without_repeats(headings: list[Heading], blocks: list[Block]) -> list[Heading]:
    """Leave out headings that the document prints again: an agenda's, without text, and minutes printed twice."""
    last: dict[object, int] = {}
    for position, heading in enumerate(headings):
        for key in _keys(heading):
            last[key] = position
    seen: dict[tuple[str, str], Heading] = {}
    out: list[Heading] = []
    for position, heading in enumerate(headings):
        following = headings[position + 1].index if position + 1 < len(headings) else len(blocks)
        again = any(last[key] > position for key in _keys(heading))
        bare = following == heading.index + 1 and not heading.rest
        if again and bare and len(headings) >= MIN_HEADINGS:
            continue
        earlier = seen.setdefault((heading.number, fold_title(heading.title)), heading)
        if earlier is heading or not _same_text(heading, earlier, blocks):
            out.append(heading)
    return out


def _keys(heading: Heading) -> list[object]:
    """Give by what a heading is known again: number and title, or the number alone when its form is unmistakable."""
    keys: list[object] = [(heading.number, fold_title(heading.title))]
    if sum(c.isdigit() for c in heading.number) >= SURE_NUMBER:
        keys.append(heading.number)
    return keys


def _same_text(heading: Heading, earlier: Heading, blocks: list[Block]) -> bool:
    """Whether two items with one number and title have one text too."""
    if heading.rest != earlier.rest:
        return False
    first, second = (_text_below(h, blocks) for h in (heading, earlier))
    return len(first) > SURE_TEXT and first == second


def _text_below(heading: Heading, blocks: list[Block]) -> str:
    below = blocks[heading.index + 1] if heading.index + 1 < len(blocks) else None
    return below.text if isinstance(below, Paragraph) else ""
