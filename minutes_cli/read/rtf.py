r"""Read minutes in Rich Text (.rtf): paragraphs, tables, numbers as the program that wrote the file printed them.

Deleted and hidden text is left out, heads and feet are put aside in ``Page.running``. Places are the ordinal ladder of
``word_pages``, tabs are columns.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from hashlib import sha256

from minutes_cli.document import Document, Line, Remark
from minutes_cli.errors import SourceUnreadable
from minutes_cli.read.characters import folded
from minutes_cli.read.laid_table import WIDEST, Laid, LaidRow, flattened, set_table
from minutes_cli.read.rtf_blocks import Block, Flow, Paragraph, TableRow
from minutes_cli.read.rtf_reader import RichText
from minutes_cli.read.rtf_text import paired
from minutes_cli.read.word_pages import PARAGRAPH_GAP, Sheets, broken
from minutes_cli.read.word_runs import PAGE_BREAK, Piece

TWIPS = 20.0  # in a point
SAME_BORDER = 40  # twips; borders of two rows that stand nearer than a millimetre are one
UNKNOWN_WIDTH = 1440  # twips; for a cell whose row does not say where it ends: an inch


def read_rtf(data: bytes, name: str) -> Document:
    """Read minutes from Rich Text.

    Raises ``SourceUnreadable`` when the file is cut off, or holds pictures or nothing in place of words.
    """
    text = RichText(data)
    if not text.is_whole:
        raise SourceUnreadable(f"{name} is cut off: its last group has no end.", "Copy or download it again.")
    sheets = Sheets()
    _set(text.body.blocks, sheets)
    for mark, note in text.notes:
        _set(_marked(note.blocks, mark), sheets)
    pages = sheets.pages
    if not any(page.blocks for page in pages):
        if text.has_picture:
            raise SourceUnreadable(
                f"{name} holds pictures but no text.",
                "Save it as PDF and give it a text layer (ocrmypdf IN.pdf OUT.pdf).",
            )
        raise SourceUnreadable(f"{name} holds no words.", "Check that it is the file of the minutes.")
    while len(pages) > 1 and not pages[-1].blocks:
        pages.pop()
    pages[0].running = _running(text.heads)
    pages[0].has_picture = text.has_picture
    title = folded(paired(text.title).replace("\n", " "))
    changes = (Remark("changes accepted", words=tuple(text.authors)),) if text.has_changes else ()
    return Document(name, "word", sha256(data).hexdigest(), pages, title or None, remarks=changes)


def _set(blocks: list[Block], sheets: Sheets) -> None:
    """Set a stream of blocks on pages; rows that follow one another are one table."""
    for group in _grouped(blocks):
        if isinstance(group, Paragraph):
            if group.turns:
                sheets.turn_unless_fresh()
            for index, pieces in enumerate(broken(group.pieces, PAGE_BREAK)):
                if index:
                    sheets.turn()
                for line in sheets.paragraph(pieces, group.indent, group.heading):
                    sheets.put(line)
            continue
        table = set_table(*_laid(group, sheets), sheets)
        if table is not None:
            sheets.put(table)
            sheets.top += PARAGRAPH_GAP


def _cell(blocks: list[Block], sheets: Sheets) -> list[Line]:
    """Set the blocks of one cell at the present place; a table within it becomes lines."""
    lines: list[Line] = []
    for group in _grouped(blocks):
        if isinstance(group, Paragraph):
            pieces = [piece._replace(text=piece.text.replace(PAGE_BREAK, "\n")) for piece in group.pieces]
            lines += sheets.paragraph(pieces, group.indent, group.heading)
        else:
            lines += flattened(set_table(*_laid(group, sheets), sheets))
    return lines


def _grouped(blocks: list[Block]) -> Iterator[Paragraph | list[TableRow]]:
    rows: list[TableRow] = []
    for block in blocks:
        if isinstance(block, TableRow):
            rows.append(block)
            continue
        if rows:
            yield rows
            rows = []
        yield block
    if rows:
        yield rows


def _laid(rows: list[TableRow], sheets: Sheets) -> tuple[list[LaidRow], list[float]]:
    """Lay the cells of a table on the grid that the borders of all its rows make; the places are points."""
    borders = [_borders(row) for row in rows]
    grid: list[int] = []
    for at in sorted({at for row in borders for at in row}):
        if not grid or at - grid[-1] > SAME_BORDER:
            grid.append(at)
    laid = [LaidRow(list(_cells(row, at, grid, sheets))) for row, at in zip(rows, borders, strict=True)]
    return laid, [at / TWIPS for at in grid]


def _borders(row: TableRow) -> list[int]:
    """Say where the cells of a row begin and end, in twips; a border never stands left of the one before."""
    at = [row.shape.left]
    for border in row.shape.borders[:WIDEST]:
        at.append(max(border.at, at[-1] + SAME_BORDER + 1))
    while len(at) <= min(len(row.cells), WIDEST):
        at.append(at[-1] + UNKNOWN_WIDTH)
    return at


def _cells(row: TableRow, borders: list[int], grid: list[int], sheets: Sheets) -> Iterator[Laid]:
    places = [max(index for index, at in enumerate(grid) if at <= border) for border in borders]
    for index, blocks in enumerate(row.cells[: len(places) - 1]):
        shape = row.shape.borders[index] if index < len(row.shape.borders) else None
        start, end = places[index], places[index + 1]
        if start >= end:
            continue
        continued = shape is not None and (shape.above or shape.beside)
        yield Laid(start, end, None if continued else partial(_cell, blocks, sheets))


def _marked(blocks: list[Block], mark: str) -> list[Block]:
    """Put the mark of a note before its first words."""
    marked: list[Block] = []
    for block in blocks:
        if mark and isinstance(block, Paragraph) and any(piece.text.strip() for piece in block.pieces):
            first = block.pieces[0]._replace(text=block.pieces[0].text.lstrip())
            block, mark = block._replace(pieces=[Piece(mark, first.bold, first.size), first, *block.pieces[1:]]), ""
        marked.append(block)
    return marked


def _running(heads: list[Flow]) -> list[Line]:
    """Gather the lines of all heads and feet, each once."""
    lines: dict[str, Line] = {}
    for head in heads:
        for line in _cell(head.blocks, Sheets()):
            lines.setdefault(line.text, line)
    for number, line in enumerate(lines.values(), 1):
        line.page, line.line = 1, number
    return list(lines.values())
