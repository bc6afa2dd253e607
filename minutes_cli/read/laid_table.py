"""Set a table of minutes whose cells a word processor lays on a grid of columns: OpenDocument, Rich Text.

The reader of the format says which grid columns a cell covers and how its lines are set; here the rows go down
the page, and grid columns in which no cell begins belong to the column before them.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from minutes_cli.document import Cell, Line, Row, Segment, Table
from minutes_cli.read.columns import TAB
from minutes_cli.read.word_pages import Sheets

WIDEST = 100  # columns a table or a cell may claim; one of minutes has a dozen


class Laid(NamedTuple):
    """A cell: the grid columns it covers, from ``start`` up to ``end``, and what sets its lines at the present place.

    ``lines`` is ``None`` for a cell that only continues the one above it or beside it.
    """

    start: int
    end: int
    lines: Callable[[], list[Line]] | None


class LaidRow(NamedTuple):
    """The cells of one row, with the page ends that stand before it and within it."""

    cells: list[Laid]
    before: int = 0
    within: int = 0


def set_table(rows: list[LaidRow], places: list[float], sheets: Sheets) -> Table | None:
    """Set a table at the present place of ``sheets``; ``None`` when it has no cells.

    ``places`` are the borders of the grid's columns in points, one more than there are columns.
    """
    rows = [row for row in rows if row.cells]
    if not rows:
        return None
    starts = sorted({laid.start for row in rows for laid in row.cells})
    last = max(laid.end for row in rows for laid in row.cells)
    edges = (*(places[start] for start in starts), places[last])
    read = [_row(row, starts, edges, sheets) for row in rows]
    return Table(read, read[0].page, read[0].line, read[0].top, read[-1].bottom, edges)


def flattened(table: Table | None) -> list[Line]:
    """Give a table within a cell as lines of that cell: a row of short entries as one line with columns."""
    lines: list[Line] = []
    for row in table.rows if table else ():
        filled = [(index, cell) for index, cell in enumerate(row.cells) if cell.lines]
        if len(filled) > 1 and all(len(cell.lines) == 1 for _, cell in filled):
            lines.append(_side_by_side(filled))
        else:
            lines.extend(line for cell in row.cells for line in cell.lines)
    return lines


def _row(row: LaidRow, starts: list[int], edges: tuple[float, ...], sheets: Sheets) -> Row:
    """Set the cells of a row side by side: each begins on the row's first line, the longest ends it."""
    if row.before:
        sheets.turn_unless_fresh()
    cells = [Cell([], x0, x1) for x0, x1 in pairwise(edges)]
    page, line, top = sheets.page.number, sheets.line, sheets.top
    last_line, last_top = line, top
    for laid in row.cells:
        column = starts.index(laid.start)
        cell = cells[column]
        cell.x1 = edges[next((index for index, start in enumerate(starts) if start >= laid.end), len(starts))]
        if laid.lines is None:
            continue
        sheets.line, sheets.top = line, top
        cell.lines = [_moved(words, cell.x0) for words in laid.lines()]
        last_line, last_top = max(last_line, sheets.line), max(last_top, sheets.top)
    sheets.line, sheets.top = max(last_line, line + 1), max(last_top, top + 1)
    finished = Row(cells, page, line, top, sheets.top)
    sheets.turn(row.within)
    return finished


def _moved(line: Line, by: float) -> Line:
    line.x0, line.x1 = line.x0 + by, line.x1 + by
    line.segments = tuple(Segment(x0 + by, x1 + by, text) for x0, x1, text in line.segments)
    return line


def _side_by_side(filled: list[tuple[int, Cell]]) -> Line:
    first = filled[0][1].lines[0]
    first.segments = tuple(
        Segment(TAB * index, TAB * index + len(cell.lines[0].text), cell.lines[0].text) for index, cell in filled
    )
    first.text = " ".join(segment.text for segment in first.segments)
    first.x0, first.x1 = first.segments[0].x0, first.segments[-1].x1
    return first
