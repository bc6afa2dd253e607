r"""Gather the paragraphs, cells and rows of Rich Text, where ``\par``, ``\cell`` and ``\row`` end them.

Rich Text has no element "table": a paragraph says how deep in tables it stands (``\intbl``, ``\itap``), and a row
says at its end where the borders of its cells are (``\cellx``).
"""

from __future__ import annotations

from typing import NamedTuple

from minutes_cli.read.word_runs import Piece

DEEPEST = 16  # tables within tables; deeper ones are read as the deepest


class Paragraph(NamedTuple):
    """One paragraph: its words, the number printed before it, where it begins (character columns), what it is."""

    pieces: list[Piece]
    indent: float = 0.0
    heading: int = 0
    turns: bool = False  # begins a page


class Border(NamedTuple):
    """The right border of a cell in twips, and whether the cell only continues the one above or to the left."""

    at: int
    above: bool = False
    beside: bool = False


class RowShape(NamedTuple):
    """How the row being defined is cut into cells."""

    left: int = 0
    borders: tuple[Border, ...] = ()
    above: bool = False  # of the cell whose border comes next
    beside: bool = False

    def closed(self, at: int) -> RowShape:
        """Close the cell being defined with its right border."""
        return RowShape(self.left, (*self.borders, Border(at, self.above, self.beside)))


class TableRow(NamedTuple):
    """One row: the blocks of each cell, and its shape."""

    cells: list[list[Paragraph | TableRow]]
    shape: RowShape


Block = Paragraph | TableRow


class _Level:
    """One depth of tables: the cells of the row that is open, and the blocks of the cell that is."""

    def __init__(self) -> None:
        self.cells: list[list[Block]] = []
        self.cell: list[Block] = []


class Flow:
    """A stream of text: the body of the minutes, a head or foot, a note, a text box."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._levels: list[_Level] = []

    def paragraph(self, paragraph: Paragraph, depth: int) -> None:
        """Take a finished paragraph at its depth in tables; 0 stands in none."""
        self._at(depth).append(paragraph)

    def end_cell(self, depth: int) -> None:
        """End the cell that is open at this depth."""
        blocks = self._at(max(depth, 1))
        level = self._levels[min(max(depth, 1), DEEPEST) - 1]
        level.cells.append(list(blocks))
        blocks.clear()

    def end_row(self, depth: int, shape: RowShape) -> None:
        """End the row that is open at this depth; it belongs to the cell around it, or to the stream."""
        depth = min(max(depth, 1), DEEPEST)
        self._close_below(depth)
        if depth > len(self._levels):
            return
        level = self._levels.pop()
        if level.cell:
            level.cells.append(level.cell)
        if level.cells:
            self._at(depth - 1).append(TableRow(level.cells, shape))

    def end(self) -> None:
        """End the stream; cells of a row that never ended stay as paragraphs."""
        self._close_below(0)

    def _at(self, depth: int) -> list[Block]:
        """Say where blocks at this depth go; a row left open deeper down is closed first."""
        depth = min(depth, DEEPEST)
        if depth == 0 and not self._levels:
            return self.blocks
        while len(self._levels) < depth:
            self._levels.append(_Level())
        return self._levels[depth - 1].cell if depth else self._outside()

    def _outside(self) -> list[Block]:
        self._close_below(0)
        return self.blocks

    def _close_below(self, depth: int) -> None:
        """Give up rows deeper than ``depth`` whose end is missing: what stands in them goes one level up."""
        while len(self._levels) > depth:
            level = self._levels.pop()
            outer = self._levels[-1].cell if self._levels else self.blocks
            for cell in [*level.cells, level.cell]:
                outer.extend(cell)
