"""How a report's columns share the width of a page: which stand side by side, and which fold below the main one.

The narrow columns are as wide as their contents, up to a limit each; the main column has the rest. When that is too
little to read in, columns fold: their values move below the main column's, with their titles before them. Widths are
columns of a terminal, as rich counts them: a letter takes one, an emoji or a Chinese character two, an accent none.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from minutes_cli.render.faces import is_urgent, lines, page_columns
from minutes_cli.render.untrusted import measurable
from minutes_cli.report.values import Column, Report, Row

if TYPE_CHECKING:
    from rich.console import Console

GAP = 2
"""Columns of space between two columns of a table."""

READABLE = 34
"""The narrowest main column, in columns, before others fold: five to six words a line, as a newspaper has."""

AT_LEAST = 16
"""The narrowest main column, in columns, in which a table is still a table."""

FOLD = " · "
"""What stands between two values folded below the main column's."""

OPEN_UP = 0.25
"""The share of rows (0 to 1) that must run over several lines before a blank line is set between rows."""


class Shape(NamedTuple):
    """The columns a page shows side by side, their widths, and those folded below the main one.

    ``fits`` says whether there is room for a table at all; if not, each value gets a line of its own.
    """

    columns: list[Column]
    widths: list[int]
    folded: list[Column]
    fits: bool


class Cell(NamedTuple):
    """What one cell says: its lines, those folded below them, and whether it is one to look at (overdue)."""

    said: list[str]
    folded: list[str]
    urgent: bool


def shape(report: Report, console: Console) -> Shape:
    """Share the width of a page, the console's, among a report's columns; all its tables then have the same."""
    columns = page_columns(report)
    rows = [row for group in report.groups for row in group.rows]
    natural = {column.key: _natural(column, rows, console) for column in columns}
    folded: list[Column] = []
    while True:
        kept = [column for column in columns if column not in folded]
        taken = sum(natural[column.key] for column in kept if column.most) + GAP * (len(kept) - 1)
        room = console.width - taken
        main = next((column for column in kept if not column.most), None)
        foldable = max((column for column in kept if column.folds), key=lambda c: c.folds, default=None)
        if main is None or foldable is None or room >= min(READABLE, natural[main.key]):
            break
        folded.append(foldable)
    widths = [natural[column.key] if column.most else min(natural[column.key], room) for column in kept]
    fits = room >= (min(AT_LEAST, natural[main.key]) if main else 0)
    return Shape(kept, widths, [column for column in columns if column in folded], fits)


def _natural(column: Column, rows: Sequence[Row], console: Console) -> int:
    """Find how wide a column would be if it could; a narrow one is no wider than its limit, or its title.

    Where its lines break early it is narrower than the limit: "overdue by 14 days" in 12 columns takes 10.
    """
    from rich.cells import cell_len
    from rich.text import Text

    said = {line for row in rows for line in _lines(column, row)}
    if column.most:
        long = [line for line in said if cell_len(line) > column.most]
        said.difference_update(long)
        for line in long:
            said.update(part.plain.strip() for part in Text(line).wrap(console, column.most, overflow="fold"))
    return max(1, cell_len(column.title), *map(cell_len, said))


def _lines(column: Column, row: Row) -> list[str]:
    return [measurable(line) for line in lines(column, row)]


def cells(form: Shape, row: Row) -> list[Cell]:
    """Lay out a row, a cell for each column side by side; what is folded stands below the main one's."""
    return [
        Cell(
            _lines(column, row),
            [] if column.most else _below(form.folded, row, room),
            is_urgent(column, row),
        )
        for column, room in zip(form.columns, form.widths, strict=True)
    ]


def _below(folded: Sequence[Column], row: Row, room: int) -> list[str]:
    """Put folded values into lines, several in one where they fit: "Item 3 · Page 2"."""
    from rich.cells import cell_len

    laid: list[str] = []
    for column in folded:
        said = ", ".join(_lines(column, row))
        if not said:
            continue
        words = f"{column.title} {said}"
        if laid and cell_len(laid[-1]) + cell_len(FOLD) + cell_len(words) <= room:
            laid[-1] += FOLD + words
        else:
            laid.append(words)
    return laid


def opens_up(form: Shape, laid: Sequence[Sequence[Cell]]) -> bool:
    """Say whether so many rows are tall that only a blank line between them shows where each one ends."""
    from rich.cells import cell_len

    def is_tall(cell: Cell, room: int) -> bool:
        return len(cell.said) + len(cell.folded) > 1 or any(cell_len(line) > room for line in cell.said)

    tall = sum(any(map(is_tall, row, form.widths)) for row in laid)
    return tall > len(laid) * OPEN_UP
