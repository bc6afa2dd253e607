"""Make grids of the tables that pages show, and one grid of a table that a page break cut in two."""

from __future__ import annotations

from minutes_cli.document import Line, Table
from minutes_cli.parse.block import Block, Grid, GridCell, GridRow, fold, join_words
from minutes_cli.parse.line_breaks import begins_listed

SAME_EDGE = 4.0  # points; columns of one table on two pages agree within this
SHORT = 24  # characters; two short lines of a cell that begin with capitals are two entries (owners)
HEADING_ROWS = 2  # rows at the head of a table that may be printed again on the next page
OPEN_ENDS = (",", "&", "/", "and", "-")  # a short line that ends so goes on in the next


def add_table(blocks: list[Block], table: Table, fresh: bool) -> None:
    """Add a drawn table to the blocks of the minutes, or join it to the table it continues from the page before.

    ``fresh`` says that a page break or a running head stands between it and what is above.
    """
    rows: list[GridRow] = []
    for row in table.rows:
        cells = [cell_of(cell.lines) for cell in row.cells]
        for cell, drawn, over in zip(cells, row.cells, rows[-1].cells if rows else (), strict=False):
            cell.above = over.whole if drawn.merged else None
        rows.append(GridRow(cells=cells, page=row.page, line=row.line))
    grid = Grid(rows=rows, page=table.page, line=table.line, edges=table.edges)
    last = blocks[-1] if blocks else None
    adjoins = isinstance(last, Grid) and len(grid.edges) > 2 and not _repeats_heading(last, grid)
    if isinstance(last, Grid) and _same_columns(last, grid) and (fresh or adjoins):
        _continue_grid(last, grid)
    elif rows:
        blocks.append(grid)


def _repeats_heading(before: Grid, after: Grid) -> bool:
    """Whether a table that follows another directly begins like it: then it is one of its own."""
    return bool(before.rows and after.rows) and before.rows[0].texts == after.rows[0].texts


def cell_of(lines: list[Line]) -> GridCell:
    """Give the words of a table's cell: wrapped lines joined, a list's entries kept apart."""
    entries: list[str] = []
    for line in lines:
        for text in line.text.split("\n"):
            words = fold(text)
            if not words:
                continue
            if not entries or begins_listed(words) or _ended(entries[-1], words):
                entries.append(words)
            else:
                entries[-1] = join_words(entries[-1], words)
    return GridCell(entries=entries, lines=lines)


def _ended(before: str, after: str) -> bool:
    """Whether a line of a cell was ended by its writer: a colon before a list, or two short entries (owners)."""
    if before.endswith(":"):
        return True
    short = len(before) <= SHORT and len(after) <= SHORT
    return short and before[:1].isupper() and after[:1].isupper() and not before.endswith(OPEN_ENDS)


def _same_columns(before: Grid, after: Grid) -> bool:
    if before.width != after.width or len(before.edges) != len(after.edges):
        return False
    return all(abs(a - b) <= SAME_EDGE for a, b in zip(before.edges, after.edges, strict=True))


def _continue_grid(before: Grid, after: Grid) -> None:
    """Join the part of a table on the next page: headings printed again are dropped, a cut row is made whole."""
    rows = after.rows
    heads = [row.texts for row in before.rows[:HEADING_ROWS]]
    while rows and any(rows[0].texts) and rows[0].texts in heads:
        rows = rows[1:]
    if rows and before.rows and _is_cut(before.rows[-1], rows[0]):
        for cell, rest in zip(before.rows[-1].cells, rows[0].cells, strict=True):
            _join_cells(cell, rest)
        rows = rows[1:]
    before.rows.extend(rows)


def _is_cut(row: GridRow, rest: GridRow) -> bool:
    """Whether a row at the head of a page is the rest of the last row on the page before.

    Its first cell is empty while that row's is not, or it goes on in a cell where words were left.
    """
    if rest.cells[0].entries or not any(cell.entries for cell in rest.cells):
        return False
    return bool(row.cells[0].entries) or any(
        a.entries and b.entries for a, b in zip(row.cells, rest.cells, strict=True)
    )


def _join_cells(cell: GridCell, rest: GridCell) -> None:
    cell.lines = [*cell.lines, *rest.lines]
    for index, words in enumerate(rest.entries):
        if index == 0 and cell.entries and not begins_listed(words) and not _ended(cell.entries[-1], words):
            cell.entries[-1] = join_words(cell.entries[-1], words)
        else:
            cell.entries.append(words)
