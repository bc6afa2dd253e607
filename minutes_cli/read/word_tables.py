"""Read the tables of a Word file: merged cells at their first column, rows of one length, deleted rows left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import accumulate, pairwise
from typing import NamedTuple
from xml.etree.ElementTree import Element

from minutes_cli.document import Cell, Line, Row, Segment, Table
from minutes_cli.read.columns import TAB
from minutes_cli.read.word_package import W
from minutes_cli.read.word_pages import Sheets
from minutes_cli.read.word_styles import number, value

TWIPS = 20.0  # in a point
UNKNOWN_WIDTH = 1440.0  # twips; for a column whose width the file does not give: an inch

_ROW_WRAPPERS = frozenset(W + name for name in ["sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"])
_DELETED = ("del", "moveFrom")

CellLines = Callable[[Element], list[Line]]  # sets the paragraphs of one cell at the present place


class _Laid(NamedTuple):
    """A cell with the grid columns it covers; ``continued`` when it is merged with the one above."""

    cell: Element
    start: int
    end: int
    continued: bool


def read_table(table: Element, sheets: Sheets, lines_of: CellLines) -> Table | None:
    """Read one table at the present place of ``sheets``; ``None`` when it has no cells.

    The table stands on the page it begins on; each row bears the page and line it stands on itself.
    """
    rows = [list(_laid(row)) for row in within(table, "tr") if not _is_deleted(row)]
    rows = [row for row in rows if row]
    if not rows:
        return None
    starts = sorted({laid.start for row in rows for laid in row})
    edges = _edges(table, starts, max(laid.end for row in rows for laid in row))
    read = [_row(row, starts, edges, sheets, lines_of) for row in rows]
    first, last = read[0], read[-1]
    return Table(read, first.page, first.line, first.top, last.bottom, edges)


def flattened(table: Element, sheets: Sheets, lines_of: CellLines) -> list[Line]:
    """Read a table within a cell as lines of that cell: a row of short entries as one line with columns."""
    lines: list[Line] = []
    inner = read_table(table, sheets, lines_of)
    for row in inner.rows if inner else ():
        filled = [(index, cell) for index, cell in enumerate(row.cells) if cell.lines]
        if len(filled) > 1 and all(len(cell.lines) == 1 for _, cell in filled):
            lines.append(_side_by_side(filled))
        else:
            lines.extend(line for cell in row.cells for line in cell.lines)
    return lines


def within(parent: Element, name: str) -> Iterator[Element]:
    """Find the rows of a table, or cells of a row, also those in content controls, but not in tables within."""
    for child in parent:
        if child.tag == W + name:
            yield child
        elif child.tag in _ROW_WRAPPERS:
            yield from within(child, name)


def _is_deleted(row: Element) -> bool:
    properties = row.find(W + "trPr")
    return properties is not None and any(properties.find(W + name) is not None for name in _DELETED)


def _laid(row: Element) -> Iterator[_Laid]:
    at = int(number(value(row.find(W + "trPr"), "gridBefore")) or 0)
    for cell in within(row, "tc"):
        properties = cell.find(W + "tcPr")
        span = max(int(number(value(properties, "gridSpan")) or 1), 1)
        if properties is None or properties.find(W + "cellDel") is None:
            yield _Laid(cell, at, at + span, _is_continued(properties))
        at += span


def _is_continued(properties: Element | None) -> bool:
    """Whether a cell only continues the one above or, in old files, the one to its left."""
    if properties is None:
        return False
    merges = (properties.find(W + "vMerge"), properties.find(W + "hMerge"))
    return any(merge is not None and merge.get(W + "val", "continue") == "continue" for merge in merges)


def _edges(table: Element, starts: list[int], columns: int) -> tuple[float, ...]:
    """Place the borders in points; grid columns in which no cell begins belong to the column before."""
    grid = table.find(W + "tblGrid")
    widths = [number(column.get(W + "w")) or UNKNOWN_WIDTH for column in grid] if grid is not None else []
    widths += [UNKNOWN_WIDTH] * (columns - len(widths))
    places = [0.0, *accumulate(width / TWIPS for width in widths)]
    return (*(places[start] for start in starts), places[columns])


def _row(row: list[_Laid], starts: list[int], edges: tuple[float, ...], sheets: Sheets, lines_of: CellLines) -> Row:
    """Set the cells of a row side by side: each begins on the row's first line, the longest ends it."""
    before, within_row = _page_ends(row)
    if before:
        sheets.turn_unless_fresh()
    cells = [Cell([], x0, x1) for x0, x1 in pairwise(edges)]
    page, line, top = sheets.page.number, sheets.line, sheets.top
    last_line, last_top = line, top
    for laid in row:
        column = starts.index(laid.start)
        cell = cells[column]
        end = next((index for index, start in enumerate(starts) if start >= laid.end), len(starts))
        cell.x1 = edges[end]
        if laid.continued:
            continue
        sheets.line, sheets.top = line, top
        cell.lines = [_moved(text, cell.x0) for text in lines_of(laid.cell)]
        last_line, last_top = max(last_line, sheets.line), max(last_top, sheets.top)
    sheets.line, sheets.top = max(last_line, line + 1), max(last_top, top + 1)
    set_row = Row(cells, page, line, top, sheets.top)
    sheets.turn(within_row)
    return set_row


def _page_ends(row: list[_Laid]) -> tuple[int, int]:
    """Count the page ends that Word last printed before a row's first words, and within the row.

    A row cut by a page end has it noted in each of its cells, so the cell with most of them counts.
    """
    before = within_row = 0
    for laid in row:
        noted, begun = [0, 0], False
        for element in laid.cell.iter():
            if element.tag == W + "t":
                begun = begun or bool((element.text or "").strip())
            elif element.tag == W + "lastRenderedPageBreak":
                noted[begun] += 1
        before, within_row = max(before, noted[0]), max(within_row, noted[1])
    return before, within_row


def _moved(line: Line, by: float) -> Line:
    line.x0 += by
    line.x1 += by
    line.segments = tuple(Segment(x0 + by, x1 + by, text) for x0, x1, text in line.segments)
    return line


def _side_by_side(filled: list[tuple[int, Cell]]) -> Line:
    first = filled[0][1].lines[0]
    segments = tuple(
        Segment(TAB * index, TAB * index + len(cell.lines[0].text), cell.lines[0].text) for index, cell in filled
    )
    first.text = " ".join(segment.text for segment in segments)
    first.segments = segments
    first.x0, first.x1 = segments[0].x0, segments[-1].x1
    return first
