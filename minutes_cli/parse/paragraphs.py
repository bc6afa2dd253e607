"""Join printed lines into paragraphs, also over a page break or a running head that interrupts them.

A line goes on with the paragraph above it when nothing says otherwise: no blank space between, no bullet, number or
label in front, the same type, and the line above ran as far as the margin. Over a page break (or where a running head
interrupted) the paragraph goes on when its sentence does.
"""

from __future__ import annotations

from typing import TypeGuard

import msgspec

from minutes_cli.document import Document, Line, Table
from minutes_cli.parse.block import BULLET, Block, Paragraph, fold, join_words
from minutes_cli.parse.cut_tables import add_table, cell_of
from minutes_cli.parse.line_breaks import LABEL, begins_entry, is_ended, is_unfinished
from minutes_cli.parse.ruled_lines import is_rule

BLANK = 0.3  # line heights beyond the usual leading; more space than that ends a paragraph
MARGIN = 0.86  # a line that ends before this share of the text's width was ended by its writer
TEXT_MARGIN = 0.6  # the same in plain text, whose lines are broken by words
NEAR_MARGIN = 0.97  # a line that comes this near the margin with the next word had no room for it
LOWER_MARGIN = 0.55  # the same when the next line goes on in lower case
USUAL = 0.95  # share of the lines that end before the margin: a stray long one does not move it
NARROW_PAGE = 0.8  # a page's margin is at least this share of the document's (a last page of short lines)
WRAPPED_SHARE = 20  # one gap in so many is between wrapped lines, even in minutes whose paragraphs are mostly one line
WRAPPED = 110  # characters; a text whose long lines exceed this is not wrapped: each line is a paragraph
OUTDENT = 60.0  # points; a line that begins this much further left than the one above is in another column
SAME_SIZE = 0.1  # share of the size by which the type of one paragraph may differ from line to line


class _Setting(msgspec.Struct, frozen=True):
    """How a page is set: how far right its text runs, its usual space between lines, and the format."""

    margin: float
    leading: float
    form: str


def build(document: Document, furniture: dict[tuple[int, int], str]) -> list[Block]:
    """Make the paragraphs and tables of a document, in reading order, without its ``furniture`` (places, and why)."""
    margins = _margins(document)
    leading = _leading(document)
    blocks: list[Block] = []
    for page in document.pages:
        broken = bool(blocks)  # a page break or a running head stands between this line and the one above
        above: Line | Table | None = None
        for piece in page.blocks:
            if isinstance(piece, Table):
                add_table(blocks, piece, fresh=broken)
                above, broken = piece, False
                continue
            if (piece.page, piece.line) in furniture:
                broken = bool(blocks)
                continue
            if not piece.text.strip():
                continue
            last = blocks[-1] if blocks else None
            gap = _gap(above, piece)
            if isinstance(last, Paragraph):
                setting = _Setting(margins.get(last.lines[-1].page, 0.0), leading, document.format)
                if _goes_on(last, piece, gap, broken, setting):
                    _extend(last, piece)
                    above, broken = piece, False
                    continue
            blocks.append(_paragraph(piece, gap))
            above, broken = piece, False
    return blocks


def _margins(document: Document) -> dict[int, float]:
    """Tell how far right the text of each page runs: nearly the longest line (a stray long one aside)."""
    ends = {page.number: [b.x1 for b in page.blocks if _is_text(b) and b.text.strip()] for page in document.pages}
    every = sorted(b.x1 for page in document.pages for b in page.blocks if _is_text(b))
    overall = _usual_end(every) if every else 0.0
    return {n: max(_usual_end(sorted(e)), overall * NARROW_PAGE) if e else overall for n, e in ends.items()}


def _is_text(block: Line | Table) -> TypeGuard[Line]:
    return isinstance(block, Line) and len(block.segments) < 2


def _usual_end(ends: list[float]) -> float:
    return ends[int(len(ends) * USUAL)]


def _leading(document: Document) -> float:
    """Tell the usual space between two lines of running text, in line heights (0 for formats without a page)."""
    if document.format != "pdf":
        return 0.0
    gaps = []
    for page in document.pages:
        for a, b in zip(page.blocks, page.blocks[1:], strict=False):
            if isinstance(a, Line) and isinstance(b, Line) and b.top > a.top:
                gaps.append(round(max(0.0, (b.top - a.bottom) / b.height), 2))
    gaps.sort()
    return gaps[len(gaps) // WRAPPED_SHARE] if gaps else 0.0


def _gap(above: Line | Table | None, line: Line) -> float:
    """Tell the blank space above a line, in line heights."""
    return 0.0 if above is None else max(0.0, (line.top - above.bottom) / line.height)


def _paragraph(line: Line, gap: float) -> Paragraph:
    return Paragraph(
        text=fold(line.text),
        page=line.page,
        line=line.line,
        lines=[line],
        bold=min(line.bold, len(line.text)),
        heading=line.heading,
        size=line.size,
        x0=line.x0,
        gap=gap,
    )


def _extend(paragraph: Paragraph, line: Line) -> None:
    was_bold = paragraph.is_bold
    text = join_words(paragraph.text, fold(line.text))
    if was_bold and line.bold:
        paragraph.bold = len(text) if line.is_bold else len(paragraph.text) + 1 + line.bold
    paragraph.text = text
    paragraph.lines.append(line)


def _goes_on(paragraph: Paragraph, line: Line, gap: float, broken: bool, page: _Setting) -> bool:
    """Whether a line carries on the paragraph above it."""
    last = paragraph.lines[-1]
    if paragraph.heading or line.heading:
        # a heading may wrap (two lines of one size with no space between), but never runs into text
        wraps = page.form == "pdf" and not broken and gap <= page.leading + BLANK
        return paragraph.heading == line.heading and wraps
    if BULLET.match(line.text) or len(last.segments) > 1 or is_rule(line.text) or is_rule(last.text):
        return False
    unfinished = is_unfinished(paragraph.text)
    if not unfinished and (begins_entry(line.text) or LABEL.match(line.text)):
        return False
    if len(line.segments) > 1 or (page.form == "pdf" and last.x0 - line.x0 > OUTDENT):
        return False
    if unfinished:
        return True
    if not _same_type(paragraph, line):
        return False
    if broken:
        lower = line.text[:1].islower()
        reaches = page.form == "pdf" and last.x1 >= page.margin * MARGIN
        return not is_ended(paragraph.text) and (lower or reaches)
    return _has_no_room(last, line, gap, page)


def _same_type(paragraph: Paragraph, line: Line) -> bool:
    """Whether a line is set in the size and weight of the paragraph above it."""
    if line.size and abs(line.size - paragraph.size) > SAME_SIZE * max(line.size, paragraph.size):
        return False
    return paragraph.is_bold == line.is_bold


def _has_no_room(last: Line, line: Line, gap: float, page: _Setting) -> bool:
    """Whether the line above was broken because its margin was reached, not because its writer ended it."""
    if page.form in ("word", "html"):
        return False
    lower = line.text[:1].islower()
    if page.form != "pdf":
        wrapped = page.margin <= WRAPPED and last.x1 <= WRAPPED
        full = last.x1 >= page.margin * TEXT_MARGIN and not _has_room(last, line, page)
        return gap == 0 and wrapped and (full or lower)
    if gap > page.leading + BLANK:
        return False
    first = line.text.split(" ", 1)[0]
    width = (line.x1 - line.x0) / max(len(line.text), 1) * (len(first) + 1)
    return last.x1 + width >= page.margin * NEAR_MARGIN or (lower and last.x1 >= page.margin * LOWER_MARGIN)


def _has_room(last: Line, line: Line, page: _Setting) -> bool:
    """Whether, in plain text, a line had room for the first word of the next one, which begins in capitals.

    Then its writer ended it: a list of people with a name a line, a title above its text.
    """
    first = line.text.split(maxsplit=1)[0]
    return last.x1 + 1 + len(first) <= page.margin and not line.text[:1].islower()


__all__ = ["build", "cell_of"]
