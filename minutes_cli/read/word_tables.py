"""Read the tables of a Word file: rows of one length, merged cells with their words where they begin."""

from __future__ import annotations

from bisect import bisect_left
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
WIDEST = 63  # columns that Word allows a table
MOST = 1000  # columns that are read of one; a table that claims more is no work of a word processor
UNKNOWN_WIDTH = 1440.0  # twips; for a column whose width the file does not give: an inch

_NO_BORDER = {"nil", "none"}
_ROW_WRAPPERS = frozenset(W + name for name in ["sdt", "sdtContent", "customXml", "smartTag"])

CellLines = Callable[[Element], list[Line]]  # sets the paragraphs of one cell at the present place


class _Laid(NamedTuple):
    """A cell with the grid columns it covers; ``merged`` when it may go on from the one above, or from its left."""

    cell: Element
    start: int
    end: int
    merged: str  # "vMerge", "hMerge", or ""


def read_table(table: Element, sheets: Sheets, lines_of: CellLines) -> Table | None:
    """Read one table at the present place of ``sheets``; ``None`` when it has no cells.

    The table stands on the page it begins on; each row bears the page and line it stands on itself.
    """
    rows = [[laid for laid in _laid(row) if laid.start < MOST] for row in within(table, "tr")]
    rows = _settled([row for row in rows if row])
    if not rows:
        return None
    starts = sorted({laid.start for row in rows for laid in row})
    edges = _edges(table, starts, max(laid.end for row in rows for laid in row))
    read = [_row(row, starts, edges, sheets, lines_of) for row in rows]
    first, last = read[0], read[-1]
    return Table(read, first.page, first.line, first.top, last.bottom, edges)


def layout_of(table: Element) -> list[Element]:
    """Give the cells of a table that only sets the page; none for one whose rows mean something.

    Such a table has one row without rules, with a cell of several paragraphs (a letterhead beside the title), or
    holds another table in its only filled cell (a frame around the minutes).
    """
    rows = list(within(table, "tr"))
    cells = list(within(rows[0], "tc")) if len(rows) == 1 else []
    filled = [cell for cell in cells if _paragraphs(cell) or next(within(cell, "tbl"), None) is not None]
    frames = len(filled) == 1 and next(within(filled[0], "tbl"), None) is not None
    blocks = any(_paragraphs(cell) > 1 for cell in cells) and not _is_ruled(table, cells)
    return cells if frames or blocks else []


def _paragraphs(cell: Element) -> int:
    """Count the paragraphs of a cell that hold words."""
    return sum(any((words.text or "").strip() for words in part.iter(W + "t")) for part in within(cell, "p"))


def _is_ruled(table: Element, cells: list[Element]) -> bool:
    """Whether a table is drawn with rules, or in a style that may draw them."""
    drawn = [table.find(f"{W}tblPr/{W}tblBorders"), *(cell.find(f"{W}tcPr/{W}tcBorders") for cell in cells)]
    rules = (border.get(W + "val") for borders in drawn if borders is not None for border in borders)
    return value(table.find(W + "tblPr"), "tblStyle") is not None or any(rule not in _NO_BORDER for rule in rules)


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
    """Find the rows of a table, cells of a row or paragraphs of a cell, but none in tables within.

    Those in content controls count.
    """
    for child in parent:
        if child.tag == W + name:
            yield child
        elif child.tag in _ROW_WRAPPERS:
            yield from within(child, name)


def _laid(row: Element) -> Iterator[_Laid]:
    at = _columns(value(row.find(W + "trPr"), "gridBefore"), at_least=0)
    for cell in within(row, "tc"):
        properties = cell.find(W + "tcPr")
        span = _columns(value(properties, "gridSpan"), at_least=1)
        yield _Laid(cell, at, at + span, _merged(properties))
        at += span


def _columns(said: str | None, *, at_least: int) -> int:
    """Read how many columns of the grid a cell or a gap reaches over; Word has no wider ones than ``WIDEST``."""
    return min(max(int(number(said) or 0), at_least), WIDEST)


def _merged(properties: Element | None) -> str:
    """Say whether a cell goes on from the one above ("vMerge") or, in old files, from its left ("hMerge")."""
    for name in ("vMerge", "hMerge"):
        merge = properties.find(W + name) if properties is not None else None
        if merge is not None and merge.get(W + "val", "continue") == "continue":
            return name
    return ""


def _settled(rows: list[list[_Laid]]) -> list[list[_Laid]]:
    """Take cells that go on from nothing, in the first row or below a gap, for cells of their own, as Word does."""
    above: set[int] = set()
    settled = []
    for row in rows:
        settled.append([laid._replace(merged="") if _is_loose(laid, above) else laid for laid in row])
        above = {laid.start for laid in row}
    return settled


def _is_loose(laid: _Laid, above: set[int]) -> bool:
    return (laid.merged == "vMerge" and laid.start not in above) or (laid.merged == "hMerge" and laid.start == 0)


def _edges(table: Element, starts: list[int], columns: int) -> tuple[float, ...]:
    """Place the borders in points; grid columns in which no cell begins belong to the column before."""
    grid = table.find(W + "tblGrid")
    columns_of = grid.findall(W + "gridCol") if grid is not None else []
    widths = [number(column.get(W + "w")) or UNKNOWN_WIDTH for column in columns_of]
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
        cell = cells[bisect_left(starts, laid.start)]
        cell.x1 = edges[bisect_left(starts, laid.end)]
        cell.merged = laid.merged == "vMerge"
        if laid.merged:
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
