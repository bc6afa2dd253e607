"""Read the tables of an OpenDocument text: merged cells, repeated cells and columns, tables within cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import accumulate
from xml.etree.ElementTree import Element

from minutes_cli.document import Line, Table
from minutes_cli.read.laid_table import WIDEST, Laid, LaidRow, set_table
from minutes_cli.read.opendocument_package import TABLE, TEXT
from minutes_cli.read.opendocument_styles import whole
from minutes_cli.read.word_pages import Sheets

UNKNOWN_WIDTH = 72.0  # points; for a column whose width the file does not give: an inch
MOST_REPEATS = 100  # times one row may stand for itself: a sheet pasted in says "and a million empty ones"

_ROW_GROUPS = {TABLE + name for name in ("table-header-rows", "table-rows", "table-row-group")}
_COLUMN_GROUPS = {TABLE + name for name in ("table-header-columns", "table-columns", "table-column-group")}
_SOFT_BREAK = TEXT + "soft-page-break"

CellLines = Callable[[Element], list[Line]]


def read_table(table: Element, widths: dict[str, float], sheets: Sheets, lines_of: CellLines) -> Table | None:
    """Read one table at the present place of ``sheets``; ``None`` when it has no cells.

    ``widths`` are those of the column styles, in points; ``lines_of`` sets the paragraphs of one cell.
    """
    rows: list[LaidRow] = []
    before = 0  # page ends since the last row
    for part in _within(table, {TABLE + "table-row", _SOFT_BREAK}, _ROW_GROUPS):
        if part.tag == _SOFT_BREAK:
            before += 1
            continue
        row = LaidRow(list(_laid(part, lines_of)), before, _page_ends(part))
        times = min(whole(part.get(TABLE + "number-rows-repeated"), 1), MOST_REPEATS)
        rows.extend([row] * (times if _has_words(part) else 1))
        before = 0
    return set_table(rows, _places(table, widths, rows), sheets)


def _within(parent: Element, names: set[str], groups: set[str]) -> Iterator[Element]:
    for child in parent:
        if child.tag in names:
            yield child
        elif child.tag in groups:
            yield from _within(child, names, groups)


def _page_ends(row: Element) -> int:
    """Count the page ends within a row: each of its cells notes those it runs over."""
    return max((sum(1 for _ in cell.iter(_SOFT_BREAK)) for cell in row), default=0)


def _laid(row: Element, lines_of: CellLines) -> Iterator[Laid]:
    """Lay the cells of a row on the columns; what a cell covers of others stays empty."""
    at, covered_to = 0, 0
    for cell in row:
        if cell.tag not in {TABLE + "table-cell", TABLE + "covered-table-cell"}:
            continue
        covered = cell.tag == TABLE + "covered-table-cell"
        span = 1 if covered else min(max(whole(cell.get(TABLE + "number-columns-spanned"), 1), 1), WIDEST)
        for _ in range(min(whole(cell.get(TABLE + "number-columns-repeated"), 1), WIDEST)):
            if at >= WIDEST:
                return
            if not covered:
                yield Laid(at, at + span, partial(lines_of, cell))
                covered_to = at + span
            elif at >= covered_to:
                yield Laid(at, at + 1, None)  # covered from above
            at += 1


def _places(table: Element, widths: dict[str, float], rows: list[LaidRow]) -> list[float]:
    """Place the borders of the columns, in points from the table's left edge."""
    found: list[float] = []
    for column in _within(table, {TABLE + "table-column"}, _COLUMN_GROUPS):
        times = min(whole(column.get(TABLE + "number-columns-repeated"), 1), WIDEST)
        found += [widths.get(column.get(TABLE + "style-name", ""), UNKNOWN_WIDTH)] * times
    columns = max((laid.end for row in rows for laid in row.cells), default=0)
    found += [UNKNOWN_WIDTH] * (columns - len(found))
    return [0.0, *accumulate(found)]


def _has_words(row: Element) -> bool:
    return any((text or "").strip() for text in row.itertext())
