"""Set below each other what a table of the minutes prints side by side to save room.

"Name | Initials | Name | Initials" is one list in two halves; "Present | | In attendance | |" over names and offices is
two. A list that a table heads with its label ("Present") is the same list as under a line that says so.
"""

from __future__ import annotations

import msgspec

from minutes_cli.document import Line
from minutes_cli.parse.block import Block, Grid, GridRow, Paragraph, fold
from minutes_cli.parse.people import read_label

LEAST = 2  # columns of one list: a single one repeated ("Name | Name") says nothing of what stands beside it


def unfold(blocks: list[Block]) -> list[Block]:
    """Part each table that holds several lists side by side; other blocks stay as they are."""
    out: list[Block] = []
    for block in blocks:
        out.extend(_unfolded(block) if isinstance(block, Grid) else [block])
    return out


def _unfolded(grid: Grid) -> list[Block]:
    blank = next((index for index, row in enumerate(grid.rows) if any(row.texts)), 0)  # Markdown wants a first row
    if len(grid.rows) - blank < LEAST or grid.width < LEAST:
        return [grid]
    grid = msgspec.structs.replace(grid, rows=grid.rows[blank:])
    width = _period([fold(text).casefold() for text in grid.rows[0].texts])
    if width:
        return [_stacked(grid, width)]
    return _labelled(grid) if _labels(grid.rows[0]) else [grid]


def _period(headings: list[str]) -> int:
    """Say after how many columns a table's headings are printed again; 0 when they are not."""
    for width in range(LEAST, len(headings) // 2 + 1):
        parts = [headings[at : at + width] for at in range(0, len(headings), width)]
        if all(part == parts[0] for part in parts) and all(parts[0]):
            return width
    return 0


def _stacked(grid: Grid, width: int) -> Grid:
    """Set the parts of a list below each other, its headings once."""
    rows = [_part(grid.rows[0], 0, width)]
    for at in range(0, grid.width, width):
        rows.extend(part for row in grid.rows[1:] if any((part := _part(row, at, at + width)).texts))
    return msgspec.structs.replace(grid, rows=rows, edges=grid.edges[: width + 1])


def _part(row: GridRow, start: int, end: int) -> GridRow:
    return msgspec.structs.replace(row, cells=row.cells[start:end])


def _labels(row: GridRow) -> list[int]:
    """Give the columns in which a row prints the labels of lists of people; none when it prints anything else."""
    filled = [index for index, text in enumerate(row.texts) if text]
    if filled[:1] != [0]:
        return []
    labels = [read_label(row.texts[index]) for index in filled]
    apart = all(after - before >= LEAST for before, after in zip(filled, [*filled[1:], len(row.cells)], strict=True))
    named = all(label is not None and not label.rest for label in labels)
    return filled if named and apart else []


def _labelled(grid: Grid) -> list[Block]:
    """Part a table at the rows that print labels, into a line for each label and the list that stands below it."""
    out: list[Block] = []
    starts = [index for index, row in enumerate(grid.rows) if _labels(row)]
    for start, end in zip(starts, [*starts[1:], len(grid.rows)], strict=True):
        head = grid.rows[start]
        columns = _labels(head)
        for first, last in zip(columns, [*columns[1:], len(head.cells)], strict=True):
            rows = [part for row in grid.rows[start + 1 : end] if any((part := _part(row, first, last)).texts)]
            out.append(_line(head.texts[first], head))
            if rows:
                edges = grid.edges[first : last + 1]
                out.append(msgspec.structs.replace(grid, rows=rows, page=rows[0].page, line=rows[0].line, edges=edges))
    return out


def _line(text: str, row: GridRow) -> Paragraph:
    line = Line(text=text, page=row.page, line=row.line)
    return Paragraph(text=text, page=row.page, line=row.line, lines=[line], row=row)
