"""The pieces of minutes that the later stages work on: paragraphs and grids, in reading order.

A ``Paragraph`` is what a person would call one: wrapped lines joined, also over a page break. A ``Grid`` is a table,
also one that ran over a page break, or a borderless list of columns. ``role`` is filled in by the stages and says what
each piece was taken for; what nobody claims is the text of an item.
"""

from __future__ import annotations

import msgspec

from minutes_cli.document import Line
from minutes_cli.wording import wording

BULLET = wording(r"^\s*(?:[•●▪■□▫◆◇❖◦○‣⁃∙·➢➤✓✔»→⇒\uf0b7\uf0a7\uf0d8]|[o\-–—*+](?=\s)|\*(?=[A-Z]))\s*")


class Paragraph(msgspec.Struct):
    """One paragraph of minutes with its place (first line) and the look of its type.

    ``bold`` counts its leading bold characters, ``heading`` is an outline level (0 none), ``size`` is in points (0
    unknown), ``x0`` where its first line begins, ``gap`` the blank space above it in line heights. ``row`` is the row
    of a table that it was made from, when minutes are kept in one.
    """

    text: str
    page: int
    line: int
    lines: list[Line]
    bold: int = 0
    heading: int = 0
    size: float = 0.0
    x0: float = 0.0
    gap: float = 0.0
    role: str = ""
    row: GridRow | None = None

    @property
    def is_bold(self) -> bool:
        """Whether all of it is bold."""
        return bool(self.text) and self.bold >= len(self.text)

    @property
    def bullet(self) -> str:
        """The bullet it starts with, "" when it has none."""
        found = BULLET.match(self.text) if _may_be_bullet(self.text) else None
        return found[0].strip() if found else ""

    @property
    def words(self) -> str:
        """Its text without a leading bullet."""
        return (BULLET.sub("", self.text, count=1) if _may_be_bullet(self.text) else self.text).strip()


def _may_be_bullet(text: str) -> bool:
    """Whether a text does not begin as nearly all do, with a letter or a figure: asked for every one, many times."""
    return not text[:1].isalnum() or text[0] == "o"


class GridCell(msgspec.Struct):
    """The words of one cell: ``text`` folded to one line, ``entries`` its lines (a list's entries each on one).

    ``above`` is the cell that it is one with, when it is merged with the row above; the words of both stand there.
    ``lines`` are the printed lines that the words stand on.
    """

    entries: list[str] = []
    above: GridCell | None = None
    lines: list[Line] = []

    @property
    def whole(self) -> GridCell:
        """The cell itself, or the merged one that it is part of."""
        return self.above or self

    @property
    def text(self) -> str:
        """All words of the cell on one line."""
        return " ".join(self.entries)


class GridRow(msgspec.Struct):
    """One row of a table, joined over a page break where it was cut."""

    cells: list[GridCell]
    page: int
    line: int

    @property
    def texts(self) -> list[str]:
        """The words of each cell."""
        return [cell.text for cell in self.cells]


class Grid(msgspec.Struct):
    """A table of the minutes: rows of cells, all of one width.

    ``edges`` are the x positions of its columns' borders, empty when it was made of lines; ``gap`` as a paragraph's.
    ``columns`` says which column of a table of actions holds what, ``first`` which row is the first below its headings.
    """

    rows: list[GridRow]
    page: int
    line: int
    ruled: bool = True
    edges: tuple[float, ...] = ()
    role: str = ""
    gap: float = 0.0
    columns: dict[str, int] = {}
    first: int = 0

    @property
    def width(self) -> int:
        """How many columns it has."""
        return max((len(row.cells) for row in self.rows), default=0)


Block = Paragraph | Grid


def fold(text: str) -> str:
    """Give the words of a printed text with white space folded to single spaces."""
    return " ".join(text.split())


def join_words(before: str, after: str) -> str:
    """Join two printed lines: a hyphen at a line's end keeps its place, but takes no space ("re-" + "caulking")."""
    if before.endswith("-") and before[-2:-1].isalnum() and after[:1].isalnum():
        return before + after
    return f"{before} {after}" if before and after else before or after
