"""How a report's columns share the width of a page: which stand side by side, and which fold below the main one.

The narrow columns are as wide as their contents, up to a limit each; the main column has the rest. When that is too
little to read in, columns fold: their values move below the main column's, with their titles before them. Widths are
columns of a terminal, as rich counts them: a letter takes one, an emoji or a Chinese character two, an accent none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from minutes_cli.render.faces import head, is_urgent, lines, page_columns
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


def shapes(report: Report, console: Console) -> list[Shape]:
    """Lay out a report's tables: one, or several one below the other where columns may split and do not fit beside.

    The first has the columns that do not split and as many of the others as fit; the further ones repeat the long
    text's column, which says what a row is about. The others are shared out evenly.
    """
    columns = page_columns(report)
    splitting = [column for column in columns if column.splits]
    if not splitting:
        return [_shape(report, console, columns)]
    wide = {column.key: _natural(column, _rows(report), console) for column in splitting}
    beside = sum(wide.values()) + GAP * len(wide)
    first = _shape(report, console, [column for column in columns if not column.splits], beside)
    names = next(([c], [w]) for c, w in zip(first.columns, first.widths, strict=True) if not c.most)
    laid: list[Shape] = []
    for share in _shared_out(splitting, *(_fitting(console, w, wide) for w in (first.widths, names[1]))):
        before, widths = names if laid else (first.columns, first.widths)
        widths = [*widths, *(wide[column.key] for column in share)]
        fits = sum(widths) + GAP * (len(widths) - 1) <= console.width
        laid.append(Shape([*before, *share], widths, [] if laid else first.folded, fits))
    return laid


def _fitting(console: Console, beside: Sequence[int], wide: Mapping[str, int]) -> int:
    """Count the columns of equal room that fit on a page beside others; at least one, even if it does not."""
    return max(1, (console.width - sum(beside) - GAP * (len(beside) - 1)) // (max(wide.values()) + GAP))


def _shared_out(columns: Sequence[Column], first: int, later: int) -> Iterator[Sequence[Column]]:
    """Share columns out over as few tables as there is room for, about as many to each."""
    tables = 1 + max(0, -(-(len(columns) - first) // later))
    place = 0
    for table in range(tables):
        size = min(later if table else first, -(-(len(columns) - place) // (tables - table)))
        yield columns[place : place + size]
        place += size


def _rows(report: Report) -> list[Row]:
    return [row for group in report.groups for row in group.rows]


def _shape(report: Report, console: Console, columns: Sequence[Column], beside: int = 0) -> Shape:
    """Share the width of a page, the console's, among columns; all tables of the report then have the same.

    Columns fold, too, to make room for what is to stand beside them, as long as any can.
    """
    rows = _rows(report)
    natural = {column.key: _natural(column, rows, console) for column in columns}
    folded: list[Column] = []
    while True:
        kept = [column for column in columns if column not in folded]
        taken = sum(natural[column.key] for column in kept if column.most) + GAP * (len(kept) - 1)
        room = console.width - taken
        main = next((column for column in kept if not column.most), None)
        foldable = max((column for column in kept if column.folds), key=lambda c: c.folds, default=None)
        if main is None or foldable is None or room - beside >= min(READABLE, natural[main.key]):
            break
        folded.append(foldable)
    widths = [natural[c.key] if c.most else min(natural[c.key], room, READABLE if beside else room) for c in kept]
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
    titles = head(column).split() if column.splits else [head(column)]
    return max(1, *map(cell_len, titles), *map(cell_len, said))


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
