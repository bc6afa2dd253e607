"""Find who is marked in the right margin beside the text: "AF", "Action AF", a column headed "Action" without rules.

A mark stands apart at the end of a line or on a line of its own. One that says what it is ("Action AF") needs nothing
else; bare initials need a heading over their column, or others of their kind below each other. The marks are taken off
their lines before these are joined, since a mark at the end of a line is no part of its sentence.
"""

from __future__ import annotations

from functools import cache

import msgspec

from minutes_cli.document import Document, Line, Segment, Table
from minutes_cli.parse.block import BULLET, fold
from minutes_cli.parse.column_headings import heading_kinds
from minutes_cli.parse.columns import TAB
from minutes_cli.parse.names import is_initials, looks_like_name
from minutes_cli.parse.owners import SEPARATOR, Roster, groups, is_office, split_owners
from minutes_cli.parse.patterns import pattern

LONGEST_MARK = 40  # characters; what stands in the margin is no longer
LONGEST_HEAD = 24  # characters; the heading over it neither
LONGEST_NAME = 3  # words of a name in the margin
SENTENCE = 5  # words; a shorter text beside initials is a name in a list of people
FEWEST = 2  # marks without a heading over them that must stand below each other
HALF = 0.5  # share of marks without a heading that stand where a sentence ends
SURE = 3  # marks from which on it does not matter how far right they stand
RIGHT = 0.7  # of the width of the text: two marks stand no further left
NEAR = 40.0  # points between the middle of a column's heading and of what stands below it
NEAR_TEXT = 8.0  # the same in characters
ALIGNED = 9.0  # points; marks of one column begin, end, or are centred within this
ALIGNED_TEXT = 2.0  # the same in characters
BESIDE = ("item", "discussion", "ref")  # kinds of headings beside it; beside a heading of tasks it is a table's column


class Mark(msgspec.Struct, frozen=True):
    """A mark in the margin: the line it stands on, its words, and whether it has that line to itself."""

    line: Line
    at: Segment
    alone: bool


Marks = dict[tuple[int, int], Mark]
"""The marks of a document by their place (page and line)."""


class Lifted(msgspec.Struct, frozen=True):
    """A document without the marks in its margin, the marks, and the places of the headings over them."""

    document: Document
    marks: Marks
    heads: list[tuple[int, int]]


def lift(document: Document, furniture: dict[tuple[int, int], str]) -> Lifted:
    """Take the marks in the margin off a document, for ``margin_paragraphs``; without any it comes back as it is.

    ``furniture`` are the places of lines that are no text.
    """
    lines = [b for p in document.pages for b in p.blocks if isinstance(b, Line) and (b.page, b.line) not in furniture]
    page = _Page(document)
    heads = [line for line in lines if _is_head(line, page)]
    marks = _worded(lines)
    bare = _bare(lines, heads, page)
    marks.update(bare)
    if not marks:
        return Lifted(document, {}, [])
    alone = {place for place, mark in marks.items() if mark.alone}
    pages = [
        msgspec.structs.replace(p, blocks=[_without(b, marks) for b in p.blocks if place_of(b) not in alone])
        for p in document.pages
    ]
    return Lifted(msgspec.structs.replace(document, pages=pages), marks, [place_of(line) for line in heads if bare])


def place_of(block: Line | Table) -> tuple[int, int]:
    """Give the page and line of a block, by which its mark is known."""
    return block.page, block.line


class _Page:
    """How a document's pages are measured: how wide its text is, what counts as near."""

    def __init__(self, document: Document) -> None:
        on_paper = document.format == "pdf"
        self.near, self.aligned = (NEAR, ALIGNED) if on_paper else (NEAR_TEXT, ALIGNED_TEXT)
        ends = (b.x1 for p in document.pages for b in p.blocks if isinstance(b, Line))
        self.right = max((end for end in ends if end < TAB), default=0.0)


def _is_head(line: Line, page: _Page) -> bool:
    """Whether a line is the heading over a margin of marks: "Action", alone or beside "Item"."""
    runs = _runs(line)
    if len(runs) > 2 or len(runs[-1].text) > LONGEST_HEAD:
        return False
    if not pattern("markers", "margin-head").match(fold(runs[-1].text)):
        return False
    if len(runs) == 1:
        return not line.heading and line.x0 >= page.right * RIGHT
    return bool(set(heading_kinds(runs[0].text)) & set(BESIDE)) or fold(runs[0].text).casefold() == "items"


def _runs(line: Line) -> tuple[Segment, ...]:
    return line.segments or (Segment(line.x0, line.x1, line.text),)


def _worded(lines: list[Line]) -> Marks:
    """Find the marks that say what they are, set apart behind words or alone on their line: "Action AF"."""
    marks: Marks = {}
    for line in lines:
        runs = _runs(line)
        if len(runs[-1].text) > LONGEST_MARK:
            continue
        found = pattern("markers", "worded-mark").match(fold(runs[-1].text))
        if found is None or line.heading or (BULLET.match(line.text) and len(runs) == 1):
            continue
        if _names(found["who"]):
            marks[place_of(line)] = Mark(line, runs[-1], len(runs) == 1)
    return marks


def _names(text: str) -> bool:
    """Whether words are initials, offices or groups and nothing else."""
    pieces = [piece.strip(" .") for piece in SEPARATOR.split(text.strip(" .:"))]
    return bool(pieces) and all(p and (is_initials(p) or is_office(p) or p.casefold() in groups()) for p in pieces)


def _names_people(text: str) -> bool:
    """Whether words are owners, people's names among them: what may stand below a heading."""
    if _names(text):
        return True
    owned = split_owners(text, _nobody())
    return bool(owned.owners) and not owned.rest and all(
        _names(o) or (looks_like_name(o) and len(o.split()) <= LONGEST_NAME) for o in owned.owners
    )  # fmt: skip


@cache
def _nobody() -> Roster:
    return Roster([])


def _bare(lines: list[Line], heads: list[Line], page: _Page) -> Marks:
    """Find the marks that are bare owners: below the heading of their column, or several below each other."""
    found: list[Mark] = []
    head: Segment | None = None
    places = {place_of(line) for line in heads}
    for line in lines:
        if place_of(line) in places:
            head = _runs(line)[-1]
            continue
        mark = _bare_mark(line, head, page)
        if mark is not None:
            found.append(mark)
    if head is None:
        found = _in_one_column(found, page)
    return {place_of(mark.line): mark for mark in found}


def _bare_mark(line: Line, head: Segment | None, page: _Page) -> Mark | None:
    """Read a line's last words as a mark; below a heading it may be a name, and stands where the heading does."""
    runs = _runs(line)
    last = runs[-1]
    if line.heading or len(last.text) > LONGEST_MARK or len(runs) > 2:
        return None
    if head is not None:
        beside = abs((last.x0 + last.x1) - (head.x0 + head.x1)) / 2 <= page.near or last.x0 >= head.x0 - page.aligned
        return Mark(line, last, len(runs) == 1) if beside and _names_people(fold(last.text)) else None
    stands = last.x0 >= page.right * RIGHT and _names(last.text)
    return Mark(line, last, len(runs) == 1) if stands and (len(runs) == 1 or _is_text(runs[0].text)) else None


def _is_text(words: str) -> bool:
    """Whether the words beside initials are running text, no name in a list and no heading with who speaks to it."""
    return _ends_sentence(words) or (len(words.split()) >= SENTENCE and not words[:1].isdigit())


def _ends_sentence(words: str) -> bool:
    return words.rstrip().endswith((".", "!", "?"))


def _in_one_column(found: list[Mark], page: _Page) -> list[Mark]:
    """Keep the marks that begin, end or are centred at one place; none when they are too few to be a habit."""
    beside = [_runs(mark.line)[0].text for mark in found if not mark.alone]
    if len(beside) < FEWEST or sum(map(_ends_sentence, beside)) < len(beside) * HALF:
        return []  # titles with who speaks to them, names with their initials
    for measures in zip(*((m.at.x0, m.at.x1, (m.at.x0 + m.at.x1) / 2) for m in found), strict=True):
        middle = sorted(measures)[len(measures) // 2]
        kept = [mark for mark, at in zip(found, measures, strict=True) if abs(at - middle) <= page.aligned]
        if len(kept) >= max(FEWEST, len(found) - 1):
            return kept
    return found if len(found) >= SURE else []


def _without(block: Line | Table, marks: Marks) -> Line | Table:
    """Give a line without the mark behind it."""
    mark = marks.get(place_of(block)) if isinstance(block, Line) else None
    if mark is None or not isinstance(block, Line):
        return block
    rest = _runs(block)[:-1]
    text = " ".join(run.text for run in rest)
    segments = rest if len(rest) > 1 else ()
    bold = min(block.bold, len(text))
    return msgspec.structs.replace(block, text=text, x1=rest[-1].x1, segments=segments, bold=bold)
