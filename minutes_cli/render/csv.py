"""Reports as CSV for a spreadsheet: a header row, ISO dates, every field, and no cell that is a formula.

Sources: RFC 4180 (CRLF line ends, doubled quotes); OWASP, "CSV Injection": a cell that begins with
``=``, ``+``, ``-``, ``@``, a tab or a carriage return is run by spreadsheets, so an apostrophe is put before it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from minutes_cli.render.faces import machine_columns
from minutes_cli.render.manner import Manner
from minutes_cli.render.untrusted import shown
from minutes_cli.report.values import Column, Report, Row

_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
"""How a formula begins; the wide forms are taken for the narrow ones by spreadsheets of East Asia."""


def render(reports: Sequence[Report], manner: Manner) -> str:
    """Write reports as rows; several have their name in the first column and an empty line between them."""
    out = io.StringIO()
    out.write("\ufeff" * manner.bom)
    writer = csv.writer(out, lineterminator="\r\n")
    for number, report in enumerate(reports):
        if number:
            out.write("\r\n")
        for row in _rows(report, alone=manner.alone or len(reports) == 1):
            writer.writerow(row)
    return out.getvalue()


def _rows(report: Report, *, alone: bool) -> Iterator[list[str | float]]:
    columns = machine_columns(report)
    has_sections = any(group.section for group in report.groups)
    has_titles = any(group.title for group in report.groups)
    named = [] if alone else ["Report"]
    named += ["Section"] * has_sections + [f"Group ({report.grouped_by.lower()})"] * has_titles
    yield [*named, *(column.title or column.key.capitalize() for column in columns)]
    for group in report.groups:
        names = [] if alone else [report.title]
        names += [group.section] * has_sections + [group.title] * has_titles
        for row in group.rows:
            yield [*(cell(name) for name in names), *(_field(column, row) for column in columns)]


def _field(column: Column, row: Row) -> str | float:
    value = row.get(column.key)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    if isinstance(value, list):
        apart = "\n" if column.kind == "records" else ", "
        return cell(apart.join(_keyed(each) if isinstance(each, Mapping) else _words(each) for each in value))
    return cell(_words(value))


def _keyed(fields: Mapping[str, object]) -> str:
    """Write keyed values in one line: "on: 2031-04-01; status: done; note: sent"."""
    return "; ".join(f"{key}: {_words(value)}" for key, value in fields.items())


def _words(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return ", ".join(map(_words, value))
    return "" if value is None else str(value)


def cell(words: str) -> str:
    """Write a cell that a spreadsheet shows and does not run: "=SUM(A1)" becomes "'=SUM(A1)".

    The words are judged as they came, before line ends and control characters are made harmless.
    """
    runs = words.startswith(_FORMULA) or words.lstrip().startswith(_FORMULA)
    return f"'{shown(words)}" if runs else shown(words)
