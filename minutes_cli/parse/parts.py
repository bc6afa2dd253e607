"""Cut a document into parts at lines and at rows of tables; every line goes into one part, as it stands."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from minutes_cli.document import Document, Line, Page, Table


class Stop(msgspec.Struct, frozen=True):
    """A place where minutes can be cut: before a line, or before a row of a table.

    ``page`` and ``block`` are indexes, ``row`` that of the table's row (-1 for a line); ``lines`` are the line, or
    those of the row's cells.
    """

    page: int
    block: int
    row: int
    lines: list[Line]


def stops(document: Document) -> list[Stop]:
    """Give the places where a document can be cut, in reading order; lines and rows without words are none."""
    found: list[Stop] = []
    for number, page in enumerate(document.pages):
        for index, block in enumerate(page.blocks):
            if isinstance(block, Table):
                rows = ([line for cell in row.cells for line in cell.lines] for row in block.rows)
                found.extend(Stop(number, index, row, lines) for row, lines in enumerate(rows) if lines)
            elif block.text.strip():
                found.append(Stop(number, index, -1, [block]))
    return found


def words_of(document: Document) -> str:
    """Give the words of a document, a line each."""
    out: list[str] = []
    for page in document.pages:
        for block in page.blocks:
            if isinstance(block, Table):
                out += [line.text for row in block.rows for cell in row.cells for line in cell.lines]
            else:
                out.append(block.text)
    return "\n".join(out)


def cut(document: Document, starts: Sequence[Stop], shared: Sequence[Line]) -> list[Document]:
    """Cut a document before each of ``starts`` but the first, whose part begins where the document does.

    ``shared`` are lines over all parts ("Harbour Council: minutes of 2031"): every part but the first, which has them
    as they stand, gets them as running heads.
    """
    parts = []
    for position, start in enumerate(starts):
        begin = (start.page, start.block, start.row) if position else (0, 0, -1)
        after = starts[position + 1] if position + 1 < len(starts) else None
        end = (after.page, after.block, after.row) if after else (len(document.pages), 0, -1)
        pages = [page for page in _pages(document.pages, begin, end) if page.blocks]
        if position and pages:
            pages[0].running = [*shared, *pages[0].running]
        parts.append(msgspec.structs.replace(document, pages=pages))
    return parts


Spot = tuple[int, int, int]
"""A page, a block on it, and a row in that, all from 0; -1 for the row of a line."""


def _pages(pages: list[Page], begin: Spot, end: Spot) -> list[Page]:
    """Give the pages between two spots, the first and the last of them without what stands outside."""
    out = []
    for number in range(begin[0], min(end[0] + 1, len(pages))):
        page, blocks = pages[number], list[Line | Table]()
        for index, block in enumerate(page.blocks):
            if isinstance(block, Table):
                kept = [row for row in range(len(block.rows)) if begin <= (number, index, row) < end]
                if kept:
                    blocks.append(_rows(block, kept))
            elif begin <= (number, index, -1) < end:
                blocks.append(block)
        out.append(msgspec.structs.replace(page, blocks=blocks))
    return out


def _rows(table: Table, kept: list[int]) -> Table:
    """Give some rows of a table as a table of their own; all of them are the table itself."""
    if len(kept) == len(table.rows):
        return table
    rows = [table.rows[row] for row in kept]
    return msgspec.structs.replace(
        table, rows=rows, page=rows[0].page, line=rows[0].line, top=rows[0].top, bottom=rows[-1].bottom
    )
