"""Reports as one web page that stands alone: it sorts and filters without a network, prints, and reads aloud.

Everything is inside the file, and a policy in its head forbids it to fetch or run anything else. Words from a document
are escaped by jinja2. Sources: WCAG 2.2 (1.3.1, 1.4.1, 1.4.10, 2.4.7, 4.1.3); Content Security Policy Level 3.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from minutes_cli.render.faces import head, is_urgent, lines, page_columns
from minutes_cli.render.manner import Manner
from minutes_cli.render.overview import overview
from minutes_cli.render.picture import drawn
from minutes_cli.render.untrusted import shown
from minutes_cli.report.values import Column, Group, Report, Row, Value

if TYPE_CHECKING:
    from jinja2 import Environment

NUMBERS = ("number", "share")

WIDTHS = (4, 8, 12, 16, 24)
"""The widths of columns that the page's style knows, in letters."""

WORTH_CHOOSING = 2
"""How many rows a page must list before it offers to filter them."""


def render(reports: Sequence[Report], manner: Manner) -> str:  # noqa: ARG001 - a web page is as wide as its window
    """Write reports as one page; the title of the first is the page's."""
    from markupsafe import Markup

    page = _room()
    style, script = (page.loader.get_source(page, f"report.{kind}")[0] for kind in ("css", "js"))  # type: ignore[union-attr]
    rows = [row for report in reports for group in report.groups for row in group.rows]
    said = {word: None for report in reports for row in _rows(report) for word in _statuses(report, row)}
    text = page.get_template("report.html").render(
        title=_line(reports[0].title) if reports else "Report",
        reports=[_report(report, number) for number, report in enumerate(reports)],
        searchable=len(rows) >= WORTH_CHOOSING,
        statuses=list(said),
        style=Markup(style),  # noqa: S704 - our own
        script=Markup(script),  # noqa: S704 - our own
        style_hash=_digest(style),
        script_hash=_digest(script),
    )
    return text.rstrip("\n") + "\n"


@cache
def _room() -> Environment:
    """Make jinja2 ready: everything that is no markup of our own is escaped, and a slip in a name is an error."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("minutes_cli.render", "page"), autoescape=True, undefined=StrictUndefined, optimized=True
    )


def _digest(text: str) -> str:
    """Name a style or script by what it says, as a policy does."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _line(words: str) -> str:
    return " ".join(shown(words).split())


def _rows(report: Report) -> Iterator[Row]:
    return (row for group in report.groups for row in group.rows)


def _report(report: Report, number: int) -> dict[str, Any]:
    """Prepare one report: the first has the heading of the page, the others stand one level lower."""
    level = 1 if number == 0 else 2
    columns = page_columns(report)
    counts = overview(report)
    groups, section = [], ""
    for place, group in enumerate(report.groups):
        heading = _line(group.section) if group.section != section else ""
        section = group.section
        groups.append(
            {
                "section": heading,
                "title": _line(group.title),
                "level": level + 1 + bool(section),
                "id": f"r{number}g{place}",
                **_table(report, columns, group),
            }
        )
    return {
        "id": f"r{number}",
        "level": level,
        "title": _line(report.title) or "Report",
        "subtitle": _line(report.subtitle),
        "counts": _table(counts, counts.columns, counts.groups[0]) if counts else None,
        "picture": drawn(report, f"r{number}p"),
        "groups": groups,
        "columns": columns,
        "notes": [_line(note) for note in report.notes],
    }


def _table(report: Report, columns: Sequence[Column], group: Group) -> dict[str, Any]:
    typed = {column.key: column for column in report.columns}
    heads = [{"head": head(c), "kind": _kind(c, typed), "look": _look(c, report)} for c in columns]
    return {
        "columns": heads,
        "headed": any(each["head"] for each in heads),
        "broad": any(column.splits for column in columns),
        "rows": [
            {"cells": [_cell(column, row) for column in columns], "words": "|".join(_statuses(report, row))}
            for row in group.rows
        ],
    }


def _look(column: Column, report: Report) -> str:
    """Choose the looks of a column's head: numbers to the right, and no narrower than its values need."""
    if not column.most:
        return "long"
    longest = max((len(line) for row in _rows(report) for line in lines(column, row)), default=0)
    width = next((f"w{size}" for size in WIDTHS if min(longest, column.most) <= size), f"w{WIDTHS[-1]}")
    return f"number {width}" if column.kind in NUMBERS else width


def _kind(column: Column, typed: dict[str, Column]) -> str:
    """Say how a column is sorted: by number or by words; days as words of ISO are in their order."""
    meant = typed.get(column.name, column)
    return "number" if meant.kind in NUMBERS else "words"


def _cell(column: Column, row: Row) -> dict[str, Any]:
    said = lines(column, row)
    looks = [
        "number" if column.kind in NUMBERS else "",
        "urgent" if is_urgent(column, row) else "",
        "" if column.most else "long",
    ]
    return {
        "lines": said,
        "head": head(column) if said else "",
        "look": " ".join(filter(None, looks)),
        "by": _sorted_by(row.get(column.name)) if column.stands_for or column.kind in ("share", "date") else None,
    }


def _sorted_by(value: Value) -> str:
    """Write the value that a cell is sorted by: a day as ISO, whatever the cell says of it; a list by its first."""
    if isinstance(value, list):
        return _sorted_by(value[0]) if value and not isinstance(value[0], dict | tuple) else ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else _line(str(value))


def _statuses(report: Report, row: Row) -> list[str]:
    """List the words by which a row can be chosen: its status, and overdue when it is."""
    status = row.get("status")
    known = any(column.key == "status" and column.choices for column in report.columns)
    words = [status] if known and isinstance(status, str) else []
    return [*words, *(["overdue"] if words and row.get("overdue") else [])]
