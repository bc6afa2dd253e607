"""The workbook, opened by another library: every value of every report is there, typed, and none of it is a formula."""

from __future__ import annotations

import io
from datetime import date, datetime

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from minutes_cli.render import render_file
from minutes_cli.render.faces import sheet_columns
from minutes_cli.render.overview import overview
from minutes_cli.render.untrusted import shown
from minutes_cli.report import Column, Group, Report, action_log, owner_summary
from tests.hostile import WORDS, many, together
from tests.test_render import REGISTER, REPORTS

HEAD = 4
"""The row of the heads, as a workbook counts."""


def opened(reports: Report | list[Report]) -> Workbook:
    return load_workbook(io.BytesIO(render_file(reports, "xlsx")))


def listed(reports: Report | list[Report]) -> list[Report]:
    """The reports that have a sheet each, in order: what is counted of groups stands before them."""
    several = [reports] if isinstance(reports, Report) else reports
    return [each for report in several for each in (overview(report), report) if each]


def expected(value: object, column: Column) -> object:
    """What a cell holds for a value of the report."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day) if value >= date(1900, 3, 1) else value.isoformat()
    if isinstance(value, list):
        return ", ".join(map(str, value)) or None
    if isinstance(value, int | float) or value is None:
        return value
    return shown(str(value)).strip() or None


@pytest.mark.parametrize("name", REPORTS)
def test_every_cell_is_the_value_of_the_report(name: str) -> None:
    reports = REPORTS[name]()
    workbook = opened(reports)
    for number, report in enumerate(listed(reports)):
        sheet = workbook.worksheets[number]
        assert sheet["A1"].value.endswith(shown(report.title) or ": overview")
        assert sheet["A2"].value == (report.subtitle or None)
        heads = [cell.value for cell in sheet[HEAD]]
        rows = [row for group in report.groups for row in group.rows]
        for column in sheet_columns(report):
            title = column.title or column.key.capitalize()
            if column.key in report.headed_by and title not in heads:
                assert {row[column.key] for row in rows} == {report.subtitle.rpartition(", as of")[0]}
                continue
            place = len(heads) - heads[::-1].index(title)
            for line, row in enumerate(rows, HEAD + 1):
                assert sheet.cell(line, place).value == expected(row.get(column.key), column), (column.key, line)
        assert len(rows) in (sheet.max_row - HEAD, 0)


@pytest.mark.parametrize("name", REPORTS)
def test_a_sheet_is_ready_to_be_sorted_and_printed(name: str) -> None:
    workbook = opened(REPORTS[name]())
    for sheet in workbook.worksheets:
        if sheet.title.startswith("Notes"):
            continue
        (table,) = sheet.tables.values()
        assert table.headerRowCount == 1
        assert table.autoFilter.ref == table.ref
        assert [column.name for column in table.tableColumns] == [cell.value for cell in sheet[HEAD]]
        assert sheet.freeze_panes == f"A{HEAD + 1}"
        assert sheet.print_title_rows == f"${HEAD}:${HEAD}"
        assert sheet.page_setup.paperSize == 9
        assert sheet.page_setup.fitToHeight == 0
        assert "&P" in sheet.oddFooter.right.text
        assert all(6 <= each.width <= 60 for each in sheet.column_dimensions.values())


def test_what_a_page_says_in_headings_is_in_columns() -> None:
    sheet = opened(owner_summary(REGISTER)).worksheets[1]
    rows = [
        dict(zip([cell.value for cell in sheet[HEAD]], row, strict=True))
        for row in sheet.iter_rows(HEAD + 1, values_only=True)
    ]
    assert rows[0]["Owner"].startswith("Dorothy Lacewing")
    assert rows[-1]["Section"] == "Actions without an owner"


def test_statuses_are_chosen_from_a_list_and_the_overdue_are_marked_beside_the_word() -> None:
    sheet = opened(action_log(REGISTER)).worksheets[0]
    heads = {cell.value: cell.column_letter for cell in sheet[HEAD]}
    lists = {str(each.sqref).split(":")[0]: each.formula1 for each in sheet.data_validations.dataValidation}
    assert lists[f"{heads['Status']}5"] == '"open,in progress,done,dropped,carried"'
    assert lists[f"{heads['Overdue']}5"] == '"yes,no"'
    rules = {
        (str(area.sqref).split(":")[0], rule.formula[0])
        for area, rules in sheet.conditional_formatting._cf_rules.items()
        for rule in rules
    }
    assert (f"{heads['Status']}5", f'${heads["Overdue"]}5="yes"') in rules
    assert (f"{heads['Status']}5", '"done"') in rules
    assert {cell.value for cell in sheet[heads["Overdue"]][HEAD:]} == {"yes", "no"}


def test_a_picture_is_a_chart_of_its_own_figures() -> None:
    report = next(each for each in REPORTS["audit"]() if each.key == "audit-months")  # type: ignore[union-attr]
    sheet = opened(report).worksheets[0]
    (chart,) = sheet._charts
    heads = {cell.value: cell.column_letter for cell in sheet[HEAD]}
    last = HEAD + len(report.groups[0].rows)
    assert [each.val.numRef.f.split("!")[1] for each in chart.series] == [
        f"${heads[title]}${HEAD + 1}:${heads[title]}${last}"
        for title in ("Open at the end", "Overdue at the end", "Raised", "Closed")
    ]
    assert len({each.marker.symbol for each in chart.series}) == 4, "told apart without colour, too"


def test_notes_stand_on_a_sheet_of_their_own() -> None:
    log = action_log(REGISTER)
    sheet = opened(log)["Notes"]
    assert [sheet.cell(row, 1).value for row in range(1, 2 + len(log.notes))] == [log.title, *log.notes]


@pytest.mark.parametrize("kind", WORDS)
def test_hostile_words_are_text(kind: str) -> None:
    for sheet in opened(together(WORDS[kind])).worksheets:
        assert all(cell.data_type in "sn" or cell.is_date for row in sheet.iter_rows() for cell in row)
        assert not sheet._hyperlinks
        assert _is_whole(sheet, WORDS[kind])


def _is_whole(sheet: Worksheet, words: str) -> bool:
    """Whether a text is there as it was, or cut with a word that says so."""
    said = " ".join(shown(words).split())
    texts = [" ".join(str(cell.value).split()) for row in sheet.iter_rows(HEAD + 1) for cell in row if cell.value]
    alike = [text for text in texts if said and text.startswith(said[:20])]
    return all(said in text or "[cut:" in text for text in alike)


@pytest.mark.parametrize("words", ["=1+1", "+44 20", "-1", "@a", " =1", "＝1"])
def test_what_begins_like_a_formula_stays_text_when_it_is_edited(words: str) -> None:
    report = Report(
        title="x", columns=[Column(key="a", title="A")], groups=[Group(rows=[{"a": words}, {"a": "plain"}])]
    )
    sheet = opened(report).worksheets[0]
    assert [sheet.cell(row, 1).quotePrefix for row in (5, 6)] == [True, False]


def test_a_day_before_excel_can_count_is_written_in_words() -> None:
    days = [date(1895, 3, 4), date(1900, 2, 28), date(1900, 3, 1), date(9999, 12, 31)]
    column = Column(key="a", title="A", kind="date")
    sheet = opened(Report(title="x", columns=[column], groups=[Group(rows=[{"a": day} for day in days])])).worksheets[0]
    assert [sheet.cell(row, 1).value for row in range(5, 9)] == [expected(day, column) for day in days]


def test_sheets_and_heads_can_be_told_apart() -> None:
    columns = [Column(key="a", title="Due"), Column(key="b", title="due"), Column(key="c", title="Due 2")]
    one = Report(
        title="The minutes: [a very long title]/of a report?",
        columns=columns,
        groups=[Group(rows=[{"a": "x", "b": "y", "c": "z"}])],
    )
    workbook = opened([one, one, Report(title="History", columns=columns), Report(title="'", columns=[])])
    assert workbook.sheetnames == [
        "The minutes a very long title o",
        "The minutes a very long title 2",
        "Report",
        "Report 2",
    ]
    assert [cell.value for cell in workbook.worksheets[0][HEAD]] == ["Due", "due 2", "Due 2 2"]


def test_five_thousand_actions_are_all_there() -> None:
    sheet = opened(many()).worksheets[0]
    assert sheet.max_row == HEAD + 5000
    assert "household 4999" in sheet.cell(HEAD + 5000, 2).value


@pytest.mark.parametrize("name", REPORTS)
def test_the_same_report_gives_the_same_bytes(name: str) -> None:
    assert render_file(REPORTS[name](), "xlsx") == render_file(REPORTS[name](), "xlsx")
