"""Reports as sheets: each a plain table with one row a fact, every value typed, ready for a spreadsheet.

What a page says in headings (the section, the group) stands here in columns of its own, so that a sheet can be sorted
and filtered without losing it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from minutes_cli.render.faces import sheet_columns
from minutes_cli.render.overview import overview
from minutes_cli.render.untrusted import shown
from minutes_cli.report.values import Column, Report, Row, Value

NAME_AT_MOST = 31
"""Characters in the name of a sheet. Source: "Excel specifications and limits"."""

_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
_RESERVED = {"history", ""}
"""Names that Excel keeps to itself."""

SECTION, GROUP = "sheet:section", "sheet:group"
"""The keys of the columns for what a page says in headings; no report has such keys."""


class Sheet(NamedTuple):
    """One sheet: its name, the report it shows, and its columns, their heads and rows; an urgent cell is in ``urgent``.

    ``rows`` hold the typed values, column by column; ``urgent`` the (row, column) places, from 0.
    """

    name: str
    report: Report
    columns: list[Column]
    heads: list[str]
    rows: list[list[Value]]
    urgent: set[tuple[int, int]]

    def values(self, place: int) -> list[Value]:
        """Give what stands in one column, from top to bottom."""
        return [row[place] for row in self.rows]


def sheets(reports: Sequence[Report]) -> list[Sheet]:
    """Put each report on a sheet, after one with what is counted of its groups, when anything is."""
    made: list[Sheet] = []
    for report in reports:
        counts = overview(report)
        if counts:
            counts.title = f"{report.title}: overview"
            made.append(_sheet(counts, f"{report.key or report.title} overview", made))
        made.append(_sheet(report, report.title or report.key, made))
    return made


def _sheet(report: Report, name: str, others: Sequence[Sheet]) -> Sheet:
    columns = list(_columns(report))
    alarms = {key: c.alarm for c in report.columns if c.alarm for key in (c.key, *c.stands_for)}
    rows: list[list[Value]] = []
    urgent: set[tuple[int, int]] = set()
    for group in report.groups:
        said: Row = {SECTION: group.section or None, GROUP: group.title or None}
        for row in group.rows:
            places = [place for place, c in enumerate(columns) if row.get(alarms.get(c.key, ""))]
            urgent.update((len(rows), place) for place in places)
            rows.append([(said if column.key in said else row).get(column.key) for column in columns])
    heads = list(_apart((_head(column) for column in columns), 255))
    return Sheet(_name(name, others), report, columns, heads, rows, urgent)


def _columns(report: Report) -> Iterator[Column]:
    typed = sheet_columns(report)
    if any(group.section for group in report.groups):
        yield Column(key=SECTION, title="Section", most=30)
    if any(group.title for group in report.groups) and not report.headed_by:
        same = any(column.title.casefold() == report.grouped_by.casefold() for column in typed)
        yield Column(key=GROUP, title="Listed under" if same else report.grouped_by, most=28)
    rows = [row for group in report.groups for row in group.rows]
    for column in typed:
        if not (column.key in report.headed_by and _is_said_above(report, {row.get(column.key) for row in rows})):
            yield column


def _is_said_above(report: Report, values: set[Value]) -> bool:
    """Whether all rows have one value that the subtitle says: the one body whose log it is."""
    return len(values) == 1 and any(isinstance(value, str) and value in report.subtitle for value in values)


def _head(column: Column) -> str:
    return " ".join(shown(column.title or column.key.capitalize()).split()) or "Column"


def _name(title: str, others: Sequence[Sheet]) -> str:
    """Name a sheet as Excel allows: short, without some signs, and unlike the others whatever the capitals."""
    plain = " ".join(_NOT_IN_NAMES.sub(" ", shown(title)).split()).strip("' ")
    plain = "Report" if plain.casefold() in _RESERVED else plain[:1].upper() + plain[1:]
    return list(_apart([*(sheet.name for sheet in others), plain], NAME_AT_MOST))[-1]


def _apart(words: Iterable[str], most: int) -> Iterator[str]:
    """Tell equal words apart by a number from the second on, and keep each to ``most`` characters (UTF-16)."""
    taken: set[str] = set()
    for each in words:
        told, number = _cut(each, most), 1
        while told.casefold() in taken:
            number += 1
            told = f"{_cut(each, most - 1 - len(str(number)))} {number}"
        taken.add(told.casefold())
        yield told


def _cut(words: str, most: int) -> str:
    """Cut words to as many UTF-16 units, as Excel counts them; no character is cut in two."""
    return words.encode("utf-16-le")[: 2 * most].decode("utf-16-le", "ignore").strip()
