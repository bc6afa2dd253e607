"""The face of a report that people see: which columns stand on a page, and the lines of each cell."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from minutes_cli.render.untrusted import shown
from minutes_cli.report.values import Column, Report, Row, Value, short_day


def page_columns(report: Report) -> list[Column]:
    """Choose the columns that a page shows. A column that is empty from top to bottom is left out."""
    columns = [column for column in report.columns if column.face != "machine"]
    rows = [row for group in report.groups for row in group.rows]
    return [c for c in columns if c.most == 0 or any(row.get(c.key) not in (None, "", []) for row in rows)]


def machine_columns(report: Report) -> list[Column]:
    """Choose the columns that a program reads: all of them, empty or not."""
    return [column for column in report.columns if column.face != "page"]


def lines(column: Column, row: Row) -> list[str]:
    """Put a cell's value into the lines people read; nothing unsafe is left in them."""
    value = row.get(column.key)
    words = _several(value, column.kind == "list") if isinstance(value, list) else [_words(value)]
    return [line for each in words for line in shown(each).split("\n") if line.strip()]


def _several(values: Sequence[object], in_a_row: bool) -> list[str]:
    words = [_words(value) for value in values]
    return [", ".join(words)] if in_a_row and words else words


def _words(value: Value | object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return short_day(value)
    return "" if value is None else str(value)


def is_urgent(column: Column, row: Row) -> bool:
    """Whether a cell is one to look at: an overdue action's status."""
    return bool(column.alarm and row.get(column.alarm))
