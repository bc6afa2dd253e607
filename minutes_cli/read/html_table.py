"""Gather the cells of a table in a web page of minutes, and tell tables from page layout."""

from __future__ import annotations

from itertools import pairwise

from minutes_cli.document import Cell, Line, Row, Table
from minutes_cli.read.columns import TAB
from minutes_cli.read.html_lists import Lists

WIDEST_SPAN = 100  # columns a cell may claim; a table of minutes has a dozen
LONGEST_SPAN = 1000  # rows a cell may claim
TITLE_LEVELS = 3  # a heading this high within a cell shows that the table lays out the page


class Grid:
    """One table as its rows and cells come in: which grid columns each takes, and what stands in it."""

    def __init__(self, line: int, top: float, lists: Lists) -> None:
        self.first = (line, top)  # where the table begins
        self.line, self.top = line, top  # where the present row begins
        self.last_line, self.last_top = line, top  # where the longest cell so far ends
        self.lists = lists  # the lists open around the table
        self.holds_table = False
        self._cells: list[tuple[int, int, list[Line | Table]]] = []  # (row, column, contents)
        self._places: list[tuple[int, float]] = []  # of each row
        self._taken: set[tuple[int, int]] = set()
        self._columns = 0
        self._next = 0  # column at which to look for a place for the next cell
        self.stray: list[Line | Table] = []  # words between the cells, and the caption
        self.x0 = 0.0

    @property
    def blocks(self) -> list[Line | Table]:
        """Where the words that come now belong."""
        return self._cells[-1][2] if self._cells else self.stray

    def note(self, line: int, top: float) -> None:
        """Note how far down the cell that ends now reaches."""
        self.last_line, self.last_top = max(self.last_line, line), max(self.last_top, top)

    def begin_row(self) -> None:
        """Begin a row below the longest cell of the one before."""
        self.line, self.top = self.last_line, self.last_top
        self._places.append((self.line, self.top))
        self._next = 0

    def begin_cell(self, attributes: dict[str, str | None]) -> None:
        """Begin a cell at the first free column, taking what it spans."""
        if not self._places:
            self.begin_row()
        row, column = len(self._places) - 1, self._next
        while (row, column) in self._taken:
            column += 1
        across, down = _span(attributes, "colspan", WIDEST_SPAN), _span(attributes, "rowspan", LONGEST_SPAN)
        self._taken.update((row + y, column + x) for y in range(down) for x in range(across))
        self._columns = max(self._columns, column + across)
        self._cells.append((row, column, []))
        self.x0 = TAB * column
        self._next = column + across

    @property
    def is_layout(self) -> bool:
        """Whether the table only lays out the page: one cell, a table or a high heading within, or no cells."""
        headed = any(isinstance(b, Line) and 0 < b.heading <= TITLE_LEVELS for _, _, cell in self._cells for b in cell)
        return len(self._cells) <= 1 or self.holds_table or headed

    def contents(self) -> list[Line | Table]:
        """Give all that stands in the table, cell after cell, as if there were none."""
        for _, column, cell in self._cells:
            for block in cell:
                if isinstance(block, Line):
                    _shift(block, -TAB * column)
        return [*self.stray, *(block for _, _, cell in self._cells for block in cell)]

    def table(self, by_source: bool) -> Table | None:
        """Give the finished table; ``None`` when no words stand in it.

        With ``by_source`` rows stand where their first words stand in the source.
        """
        edges = tuple(TAB * column for column in range(self._columns + 1))
        rows = [Row([Cell([], x0, x1) for x0, x1 in pairwise(edges)], 1, line, top, top) for line, top in self._places]
        for at, column, contents in self._cells:
            cell = rows[at].cells[column]
            cell.lines = [block for block in contents if isinstance(block, Line)]
        rows = [row for row in rows if any(cell.lines for cell in row.cells)]
        for row in rows:
            lines = [line for cell in row.cells for line in cell.lines]
            row.bottom = max(line.bottom for line in lines)
            if by_source:
                row.line, row.top = min(line.line for line in lines), min(line.top for line in lines)
        if not rows:
            return None
        return Table(rows, 1, rows[0].line, rows[0].top, rows[-1].bottom, edges)


def put(grid: Grid, by_source: bool) -> tuple[list[Line | Table], int, float]:
    """Give what a finished table puts on the page, and the line and the height at which the page goes on.

    A table that only lays out the page gives what stands in it.
    """
    if not grid.is_layout:
        table = grid.table(by_source)
        return [*grid.stray, *([table] if table else [])], grid.last_line, grid.last_top
    blocks = grid.contents()
    if by_source:
        return blocks, grid.last_line, grid.last_top
    line, top = grid.first
    for block in blocks:
        moved(block, line, top)
        line += 1 if isinstance(block, Line) else len(block.rows)
        top = block.bottom + 1
    return blocks, line, top


def moved(block: Line | Table, line: int, top: float) -> None:
    """Move a line or a table to another place further down or up the page."""
    lines, down = line - block.line, top - block.top
    parts: list[Line | Table | Row] = [block]
    if isinstance(block, Table):
        parts += block.rows
        parts += [words for row in block.rows for cell in row.cells for words in cell.lines]
    for part in parts:
        part.line += lines
        part.top += down
        part.bottom += down


def _shift(line: Line, by: float) -> None:
    line.x0, line.x1 = line.x0 + by, line.x1 + by
    line.segments = tuple(s._replace(x0=s.x0 + by, x1=s.x1 + by) for s in line.segments)


def _span(attributes: dict[str, str | None], name: str, most: int) -> int:
    said = attributes.get(name) or "1"
    return min(max(int(said), 1), most) if said.isdecimal() and len(said) < 6 else 1
