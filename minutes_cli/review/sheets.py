"""Where on its page each entry of a record stands: boxes round its words, from their letters' places."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from minutes_cli.document import Document, Line, LineRead, Shown, Table, Word
from minutes_cli.review.entries import Entry, entries_of
from minutes_cli.review.marks import Mark, marks_of
from minutes_cli.review.matter import Part, Review

MOST_PICTURES = 120  # pages of which pictures are made unasked; some 6 MB of a web page
WORTH_A_LOOK = ("action", "decision", "head", "attendance")  # kinds of lines for which a long file's page is drawn


THIN, BROAD = " .,;:'’|!()[]-/ijlftI", "mw@%—"  # letters of most typefaces that are narrow, and that are wide
NARROW, WIDE = 0.5, 1.4  # of the width of the others


class Box(NamedTuple):
    """A rectangle on a page, in the page's unit from its top left corner."""

    x0: float
    top: float
    x1: float
    bottom: float


class Placed(NamedTuple):
    """One entry on one page: the marks on its lines, and their boxes (none where the page has no picture)."""

    part: Part
    entry: Entry
    page: int
    marks: list[Mark]
    boxes: list[Box]


def lines_of(document: Document) -> list[Line]:
    """List the lines of a document in the order in which ``parse.trace`` accounts for them."""
    return [line for page in document.pages for line in (*page.running, *_lines(page.blocks))]


def _lines(blocks: Sequence[Line | Table]) -> Iterator[Line]:
    for block in blocks:
        if isinstance(block, Line):
            yield block
        else:
            yield from (line for row in block.rows for cell in row.cells for line in cell.lines)


def boxes_of(review: Review) -> list[Placed]:
    """Find where every entry of the records stands, page by page; an entry that stands nowhere is not among them."""
    lines = lines_of(review.document)
    placed: list[Placed] = []
    for part in review.parts:
        within = [at for at, read in enumerate(review.reads) if read.meeting == part.number]
        own: dict[str, list[int]] = {}
        for at in within:
            for key in review.reads[at].entries:
                own.setdefault(key, []).append(at)
        for entry in entries_of(part.record):
            by_page: dict[int, list[Mark]] = {}
            for mark in marks_of(entry, review.reads, own.get(entry.key, ()), within):
                by_page.setdefault(review.reads[mark.at].page, []).append(mark)
            for page, here in by_page.items():
                boxes = [_box(lines[mark.at], mark, review.shown[page]) for mark in here if page in review.shown]
                placed.append(Placed(part, entry, page, here, boxes))
    return placed


def line_box(line: Line) -> Box:
    """Give the box of a whole line."""
    return Box(line.x0, line.top, line.x1, line.bottom)


def _box(line: Line, mark: Mark, shown: Shown) -> Box:
    """Give the box round some letters of a line."""
    on = [w for w in shown.words if line.top <= w.middle <= line.bottom and line.x0 - 1 <= w.x0 and w.x1 <= line.x1 + 1]
    pieces: list[tuple[float, float, str]] = [(w.x0, w.x1, w.text) for w in sorted(on, key=lambda w: w.x0)]
    if _squeezed("".join(text for *_, text in pieces)) != _squeezed(line.text):  # a scan, or letters that were mended
        pieces = [(each.x0, each.x1, each.text) for each in line.segments] or [(line.x0, line.x1, line.text)]
    letters = [letter for piece in pieces for letter in _letters(*piece)]
    first = len(_squeezed(line.text[: mark.start]))
    last = first + len(_squeezed(line.text[mark.start : mark.end])) - 1
    if not letters or last < first or last >= len(letters):
        return line_box(line)
    return Box(letters[first][0], line.top, letters[last][1], line.bottom)


def _letters(x0: float, x1: float, text: str) -> Iterator[tuple[float, float]]:
    """Tell about where the letters of some words begin and end, those of a line's spaces left out."""
    shares = [NARROW if char in THIN else WIDE if char in BROAD or char.isupper() else 1.0 for char in text]
    per = (x1 - x0) / (sum(shares) or 1.0)
    at = x0
    for char, share in zip(text, shares, strict=True):
        if not char.isspace():
            yield at, at + share * per
        at += share * per


def _squeezed(text: str) -> str:
    return "".join(text.split())


def pages_worth_drawing(document: Document, reads: Sequence[LineRead], findings: Collection[int]) -> set[int]:
    """Choose the pages to be shown as pictures: all of them, of a long file those where there is something to look at.

    ``findings`` are the numbers of the pages that the check found something on.
    """
    numbers = [page.number for page in document.pages]
    if len(numbers) > MOST_PICTURES:
        weight = dict.fromkeys(numbers, 0)
        for read in reads:
            weight[read.page] += read.kind in WORTH_A_LOOK
        for number in findings:
            weight[number] = weight.get(number, 0) + 1
        worth = [number for number in numbers if weight[number]]
        return set(sorted(worth, key=lambda number: -weight[number])[:MOST_PICTURES])
    return set(numbers)


__all__ = ["Box", "Placed", "Word", "boxes_of", "line_box", "lines_of", "pages_worth_drawing"]
