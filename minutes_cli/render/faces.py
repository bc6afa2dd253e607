"""The face of a report that people see: which columns stand on a page, and the lines of each cell."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from minutes_cli.render.untrusted import shown
from minutes_cli.report.values import Column, Kind, Report, Row, short_day


def page_columns(report: Report) -> list[Column]:
    """Choose the columns that a page shows. A column that is empty from top to bottom is left out."""
    columns = _on_page(report)
    rows = [row for group in report.groups for row in group.rows]
    return [c for c in columns if c.most == 0 or any(row.get(c.key) not in (None, "", []) for row in rows)]


def _on_page(report: Report) -> list[Column]:
    return [column for column in report.columns if column.face != "machine"]


def machine_columns(report: Report) -> list[Column]:
    """Choose the columns that a program reads: all of them, empty or not."""
    return [column for column in report.columns if column.face != "page"]


def sheet_columns(report: Report) -> list[Column]:
    """Choose the columns of a spreadsheet: what a page shows, but every fact typed and in a column of its own.

    First come the columns whose values a page has in the headings of its groups, then in place of each page column the
    typed ones it stands for. A column that is empty from top to bottom is left out.
    """
    typed = {column.key: column for column in report.columns if column.face != "page"}
    keys = [*report.headed_by, *(key for c in _on_page(report) for key in (c.stands_for or (c.key,)))]
    columns = [typed[key] for key in dict.fromkeys(keys) if key in typed]
    rows = [row for group in report.groups for row in group.rows]
    return [column for column in columns if any(row.get(column.key) not in (None, "", []) for row in rows)]


def head(column: Column) -> str:
    """Title a column where there is little room."""
    return shown(column.short or column.title)


def lines(column: Column, row: Row) -> list[str]:
    """Put a cell's value into the lines people read; nothing unsafe is left in them."""
    value = row.get(column.key)
    if value is None:
        return []
    if isinstance(value, str):
        value = column.signs.get(value, value)
    words = _several(value, column.kind) if isinstance(value, list) else [words_of(value, column.kind)]
    said = [shown(each) for each in words]
    return [line for each in said for line in (each.split("\n") if "\n" in each else (each,)) if line.strip()]


def _several(values: Sequence[object], kind: Kind) -> list[str]:
    words = [words_of(value) for value in values]
    return [", ".join(words)] if kind == "list" and words else words


def words_of(value: object, kind: Kind = "text") -> str:
    """Write one value, or the pieces of one line, as people read it: "4 Mar 2031", "yes", "83 %"."""
    if isinstance(value, tuple):
        return "".join(map(words_of, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return short_day(value)
    if isinstance(value, float):
        return f"{int(value * 100 + 0.5)} %" if kind == "share" else f"{value:.1f}"  # 62.5 % is 63 %, never 62
    return "" if value is None else str(value)


def is_urgent(column: Column, row: Row) -> bool:
    """Whether a cell is one to look at: an overdue action's status."""
    return bool(column.alarm and row.get(column.alarm))
