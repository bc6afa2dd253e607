"""The lines at the head of minutes, as the readers of its facts look at them."""

from __future__ import annotations

from functools import cached_property

from minutes_cli.parse import head_labels
from minutes_cli.parse.block import Block, Grid, GridCell, Paragraph, fold

TOP = 25  # paragraphs; the heading stands among the first
TABLES = 6  # blocks; a table of the heading's facts stands among the first
SHORT_CELL = 40  # characters of a cell that holds a fact and little else
PUBLISHED = ("time", "place")  # labels that are believed in front matter; its date is that of its own publication


class HeadingText:
    """The head of one document.

    ``blocks`` are all of the document's, the first ``head_end`` its title part; ``running`` the heads that the format
    declares, and front matter; ``file_title`` what the file's properties call it.
    """

    def __init__(self, blocks: list[Block], head_end: int, running: list[str], file_title: str | None) -> None:
        self.blocks = blocks
        self.running = running
        self.file_title = file_title
        self.top = [b for b in blocks[:TOP] if isinstance(b, Paragraph)]
        """The paragraphs near the top."""
        self.lines = [fold(line.text) for paragraph in self.top for line in paragraph.lines]
        """Their printed lines."""
        title = [b for b in blocks[:head_end] if isinstance(b, Paragraph)]
        self.title_paragraphs = len(title)
        """How many paragraphs the title part has."""
        self.title_lines = sum(len(paragraph.lines) for paragraph in title)
        """How many printed lines the title part has."""

    @property
    def paragraphs(self) -> list[Paragraph]:
        """All paragraphs of the document."""
        return [block for block in self.blocks if isinstance(block, Paragraph)]

    @property
    def grids(self) -> list[Grid]:
        """All tables of the document."""
        return [block for block in self.blocks if isinstance(block, Grid)]

    @property
    def cells(self) -> list[str]:
        """The printed lines in the cells of the heading's tables, where they are short."""
        grids = [block for block in self.blocks[:TABLES] if isinstance(block, Grid)]
        rows = (row for grid in grids for row in grid.rows[: head_labels.LABELLED_ROWS])
        return [said for row in rows for cell in row.cells for said in _lines(cell) if len(said) < SHORT_CELL]

    @cached_property
    def labelled(self) -> dict[str, str]:
        """The facts behind labels, by kind; what the page says goes before tables, and those before front matter."""
        running = head_labels.in_lines(self.running)
        found = {kind: said for kind, said in running.items() if kind in PUBLISHED}
        found |= head_labels.in_columns([line for paragraph in self.top for line in paragraph.lines])
        found |= head_labels.in_lines(self.lines)
        for grid in [block for block in self.blocks[:TABLES] if isinstance(block, Grid)]:
            cells = head_labels.in_lines([said for row in grid.rows for cell in row.cells for said in _lines(cell)])
            found = {**cells, **head_labels.in_grid(grid), **found}
        return found


def _lines(cell: GridCell) -> list[str]:
    """Give the printed lines of a cell; its entries where the format has no lines."""
    return [fold(line.text) for line in cell.lines] or cell.entries
