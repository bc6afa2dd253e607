"""Find who is marked in the right margin beside the text: "AF", "Action JS", a column headed "Action" without rules.

A mark stands apart at the end of a line or on a line of its own. One that says what it is ("Action JS") needs nothing
else; bare initials need a heading over their column, or others of their kind below each other. The marks are taken off
their lines before these are joined, since a mark at the end of a line is no part of its sentence.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import msgspec

from minutes_cli.document import Document, Line, Segment, Table
from minutes_cli.parse.block import BULLET, Block, Paragraph, fold
from minutes_cli.parse.column_headings import heading_kinds
from minutes_cli.parse.columns import TAB
from minutes_cli.parse.names import is_initials, looks_like_name
from minutes_cli.parse.owners import SEPARATOR, Roster, groups, is_office, split_owners
from minutes_cli.parse.patterns import pattern

LONGEST_MARK = 40  # characters; what stands in the margin is no longer
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


class Mark(NamedTuple):
    """A mark in the margin: the line it stands on, its words, and whether it has that line to itself."""

    line: Line
    at: Segment
    alone: bool


Marks = dict[tuple[int, int], Mark]
"""The marks of a document by their place (page and line)."""


def lift(document: Document, furniture: dict[tuple[int, int], str]) -> tuple[Document, Marks]:
    """Take the marks in the margin off a document; gives it without them, and the marks (see ``put_back``).

    A document without any comes back as it is. ``furniture`` are the places of lines that are no text.
    """
    lines = [b for p in document.pages for b in p.blocks if isinstance(b, Line) and (b.page, b.line) not in furniture]
    page = _Page(document)
    heads = [line for line in lines if _is_head(line, page)]
    marks = _worded(lines)
    marks.update(_bare(lines, heads, page))
    if not marks:
        return document, {}
    gone = {(mark.line.page, mark.line.line) for mark in marks.values() if mark.alone}
    if any(not pattern("markers", "worded-mark").match(fold(mark.at.text)) for mark in marks.values()):
        gone |= {(line.page, line.line) for line in heads}
    pages = [msgspec.structs.replace(p, blocks=[_without(b, marks) for b in p.blocks if _place(b) not in gone])
             for p in document.pages]  # fmt: skip
    return msgspec.structs.replace(document, pages=pages), marks


def _place(block: Line | Table) -> tuple[int, int]:
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
    if len(runs) > 2 or not pattern("markers", "margin-head").match(fold(runs[-1].text)):
        return False
    if len(runs) == 1:
        return not line.heading and line.x0 >= page.right * RIGHT
    return bool(set(heading_kinds(runs[0].text)) & set(BESIDE)) or fold(runs[0].text).casefold() == "items"


def _runs(line: Line) -> tuple[Segment, ...]:
    return line.segments or (Segment(line.x0, line.x1, line.text),)


def _worded(lines: list[Line]) -> Marks:
    """Find the marks that say what they are, set apart behind words or alone on their line: "Action JS"."""
    marks: Marks = {}
    for line in lines:
        runs = _runs(line)
        last = fold(runs[-1].text)
        found = pattern("markers", "worded-mark").match(last) if len(last) <= LONGEST_MARK else None
        if found is None or line.heading or (BULLET.match(line.text) and len(runs) == 1):
            continue
        if _names(found["who"]):
            marks[_place(line)] = Mark(line, runs[-1], len(runs) == 1)
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
    places = {_place(line) for line in heads}
    for line in lines:
        if _place(line) in places:
            head = _runs(line)[-1]
            continue
        mark = _bare_mark(line, head, page)
        if mark is not None:
            found.append(mark)
    if head is None:
        found = _in_one_column(found, page)
    return {_place(mark.line): mark for mark in found}


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
    mark = marks.get(_place(block)) if isinstance(block, Line) else None
    if mark is None or not isinstance(block, Line):
        return block
    rest = _runs(block)[:-1]
    text = " ".join(run.text for run in rest)
    segments = rest if len(rest) > 1 else ()
    bold = min(block.bold, len(text))
    return msgspec.structs.replace(block, text=text, x1=rest[-1].x1, segments=segments, bold=bold)


def put_back(blocks: list[Block], marks: Marks) -> list[Block]:
    """Set the marks behind the paragraphs they stand beside, as paragraphs with the role "margin"."""
    if not marks:
        return blocks
    waiting = sorted(marks.values(), key=lambda mark: _place(mark.line))
    out: list[Block] = []
    for index, block in enumerate(blocks):
        out.append(block)
        after = _begins(blocks[index + 1]) if index + 1 < len(blocks) else None
        here = [m for m in waiting if after is None or _place(m.line) < after]
        if isinstance(block, Paragraph) and len(here) > 1:
            out[-1:] = _cut(block, here)
        else:
            out.extend(map(_paragraph, here))
        waiting = waiting[len(here) :]
    return out


def _begins(block: Block) -> tuple[int, int]:
    return block.page, block.line


def _cut(block: Paragraph, marks: list[Mark]) -> list[Block]:
    """Cut a paragraph where its sentences end above its marks, so that each mark stands behind what it belongs to."""
    out: list[Block] = []
    lines = list(block.lines)
    for mark in marks:
        place = _place(mark.line)
        size = sum(_place(line) <= place for line in lines)
        if size and mark is not marks[-1] and lines[size - 1].text.rstrip().endswith((".", ";", "!")):
            out.append(_piece(block, lines[:size], first=not out))
            lines = lines[size:]
        elif mark is marks[-1] and lines:
            out.append(_piece(block, lines, first=not out))
        out.append(_paragraph(mark))
    return out


def _piece(block: Paragraph, lines: list[Line], first: bool) -> Paragraph:
    text = fold(" ".join(line.text for line in lines))
    if len(lines) == len(block.lines):
        return block
    return msgspec.structs.replace(
        block, text=text, page=lines[0].page, line=lines[0].line, lines=lines, x0=lines[0].x0,
        bold=min(block.bold, len(text)) if first else 0, gap=block.gap if first else 0.0,
    )  # fmt: skip


def _paragraph(mark: Mark) -> Paragraph:
    line = mark.line
    place = {"page": line.page, "line": line.line}
    return Paragraph(fold(mark.at.text), **place, lines=[line], size=line.size, x0=mark.at.x0, role="margin")
