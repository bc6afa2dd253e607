"""Reports as an Excel workbook: a sheet each, every value typed, ready to be sorted, filtered and printed.

A sheet is a real table of Excel's with a title above it: its head stays in sight and is printed on every page, statuses
are chosen from a list, and what is overdue is coloured beside the word that says so. Words from a document are written
as text whatever they begin with, so that none is a formula. Source: ECMA-376; "Excel specifications and limits".
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from minutes_cli.render.faces import words_of
from minutes_cli.render.manner import MARK, Manner
from minutes_cli.render.sheets import Sheet, sheets
from minutes_cli.render.untrusted import shown
from minutes_cli.render.xlsx_looks import Looks, mark, set_page, set_paper, sizes
from minutes_cli.render.xlsx_picture import add_chart
from minutes_cli.report.values import Column, Kind, Report, Value

CELL_AT_MOST = 32_767
"""Characters in a cell; more than that Excel does not open."""

CUT = " … [cut: a cell of a spreadsheet holds no more]"
FIRST_DAY = date(1900, 3, 1)
"""The first day from which Excel counts days rightly; it takes 1900 for a leap year. Earlier days are words."""

HEAD = 3
"""The row of the column heads, from 0: above them are the title, the subtitle and an empty row."""


def render(reports: Sequence[Report], manner: Manner) -> bytes:  # noqa: ARG001 - a workbook has no width
    """Write reports into a workbook; a last sheet has the notes, which say what the reports rest on."""
    from xlsxwriter import Workbook

    out = io.BytesIO()
    workbook = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    workbook.set_properties(
        {"title": _line(reports[0].title) if reports else "Report", "created": _made(reports), "category": MARK}
    )
    looks = Looks(workbook)
    made = sheets(reports)
    for sheet in made:
        _write(workbook, sheet, looks)
    _notes(workbook, reports, [sheet.name for sheet in made], looks)
    workbook.close()
    return out.getvalue()


def _made(reports: Sequence[Report]) -> datetime:
    """Date a workbook by its report, not by the clock, so that the same report gives the same bytes."""
    day = next((each.covered.as_of for each in reports if each.covered and each.covered.as_of), date(2000, 1, 1))
    return datetime(day.year, day.month, day.day)


def _write(workbook: Any, sheet: Sheet, looks: Looks) -> None:
    page = workbook.add_worksheet(sheet.name)
    for above, (words, look) in enumerate(((sheet.report.title, looks.title), (sheet.report.subtitle, looks.quiet))):
        if said := _line(words):
            page.write_string(above, 0, said, look)
    columns = sheet.columns or [Column(key="nothing", title="Nothing is listed")]
    heads = sheet.heads or ["Nothing is listed"]
    last = HEAD + max(1, len(sheet.rows))  # a table of Excel's has one row at least
    table = {
        "columns": [{"header": head, "header_format": looks.head} for head in heads],
        "style": "Table Style Light 1",
        "name": f"Sheet{len(workbook.worksheets())}",
    }
    page.add_table(HEAD, 0, last, len(columns) - 1, table)
    for place, column in enumerate(sheet.columns):
        for number, row in enumerate(sheet.rows):
            _cell(page, (HEAD + 1 + number, place), column, row[place], looks)
    sizes(page, sheet, heads, HEAD)
    mark(page, sheet, looks, HEAD + 1)
    set_page(page, sheet, columns, HEAD)
    add_chart(workbook, page, sheet, HEAD)


def _cell(page: Any, place: tuple[int, int], column: Column, value: Value, looks: Looks) -> None:
    """Write one value as what it is: a date as a date, a number as a number, words as text and never a formula."""
    if isinstance(value, bool):
        page.write_string(*place, "yes" if value else "no", looks.text)
    elif isinstance(value, int | float):
        page.write_number(*place, value, looks.share if column.kind == "share" else looks.number(value))
    elif isinstance(value, date) and value >= FIRST_DAY:
        page.write_datetime(*place, datetime(value.year, value.month, value.day), looks.day)
    else:
        words = words_in(value, column.kind)
        if words:
            page.write_string(*place, words, looks.of_words(words))
        else:
            page.write_blank(*place, None, looks.text)


def words_in(value: Value, kind: Kind) -> str:
    """Put a value that is neither a number nor a date into the words of a cell, as long as one may be."""
    if isinstance(value, list):
        apart = "\n" if kind in ("lines", "records") else ", "
        value = apart.join(words_of(each, "text") for each in value if not isinstance(each, dict))
    elif isinstance(value, date):
        value = value.isoformat()
    words = shown(words_of(value)).strip()
    if len(words.encode("utf-16-le")) // 2 <= CELL_AT_MOST:
        return words
    return words.encode("utf-16-le")[: 2 * (CELL_AT_MOST - len(CUT))].decode("utf-16-le", "ignore") + CUT


def _line(words: str) -> str:
    """Write words as one line, no longer than a cell may be; Excel's library leaves out longer ones in silence."""
    return " ".join(words_in(words, "text").split())


def _notes(workbook: Any, reports: Sequence[Report], taken: Sequence[str], looks: Looks) -> None:
    """Write what a reader must know to trust the reports on a sheet of its own, where nothing is sorted."""
    if not any(report.notes for report in reports) and taken:
        return
    free = (name for number in range(len(taken) + 1) if (name := f"Notes {number}".removesuffix(" 0")) not in taken)
    page = workbook.add_worksheet(next(free))
    page.set_column(0, 0, 100)
    set_paper(page, page.get_name())
    row = 0
    for report in reports:
        if report.notes:
            page.write_string(row, 0, _line(report.title) or "Report", looks.title)
            for number, note in enumerate(report.notes):
                page.write_string(row + 1 + number, 0, words_in(note, "text"), looks.of_words(note))
            row += len(report.notes) + 2
