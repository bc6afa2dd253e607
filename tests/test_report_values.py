"""What every report keeps to: typed cells and keyed columns; and what spreadsheets and narrow pages make of them."""

from __future__ import annotations

from datetime import date

import pytest
from rich.cells import cell_len

from minutes_cli.cli import COMMANDS
from minutes_cli.render import FORMATS, render
from minutes_cli.render.faces import lines, page_columns, sheet_columns, words_of
from minutes_cli.report import Column, Group, Report
from tests.test_render import REPORTS

TYPED: dict[str, tuple[type, ...]] = {
    "text": (str,),
    "status": (str,),
    "number": (int, float),
    "share": (float,),
    "date": (date,),
    "yes-no": (bool,),
    "list": (list,),
    "lines": (list,),
    "records": (list,),
}
PIECES = (str, int, float, bool, date)


def reports(name: str) -> list[Report]:
    made = REPORTS[name]()
    return [made] if isinstance(made, Report) else made


@pytest.mark.parametrize("name", REPORTS)
class TestEveryReport:
    def test_a_cell_is_of_its_columns_kind_or_nothing(self, name: str) -> None:
        for report in reports(name):
            for column in report.columns:
                for group in report.groups:
                    for row in group.rows:
                        value = row.get(column.key)
                        assert value is None or isinstance(value, TYPED[column.kind]), (column.key, value)
                        assert not column.choices or value in (None, *column.choices)

    def test_the_pieces_of_a_line_are_typed_too(self, name: str) -> None:
        for report in reports(name):
            for column in (column for column in report.columns if column.kind == "lines"):
                for row in (row for group in report.groups for row in group.rows):
                    value = row.get(column.key)
                    for line in value if isinstance(value, list) else []:
                        pieces = line if isinstance(line, tuple) else (line,)
                        assert all(isinstance(piece, PIECES) for piece in pieces)

    def test_columns_can_be_told_apart(self, name: str) -> None:
        for report in reports(name):
            keys = [column.key for column in report.columns]
            assert len(keys) == len(set(keys))
            titles = [column.title for column in report.columns if column.face != "page" and column.title]
            assert len(titles) == len(set(titles)), "two columns of a CSV file cannot be told apart"

    def test_what_stands_for_others_names_typed_columns(self, name: str) -> None:
        for report in reports(name):
            typed = {column.key for column in report.columns if column.face != "page"}
            assert {key for column in report.columns for key in column.stands_for} <= typed
            assert set(report.headed_by) <= typed
            assert {column.alarm for column in report.columns} - {""} <= typed
            assert all(column.stands_for for column in report.columns if column.face == "page")

    def test_it_has_a_key_that_does_not_depend_on_what_it_lists(self, name: str) -> None:
        for report in reports(name):
            assert report.key
            assert report.key == "record" or "-".join(report.key.split("-")[:1]) in COMMANDS or report.key in COMMANDS


class TestSheet:
    def test_each_fact_has_a_typed_column_of_its_own_and_what_is_empty_is_left_out(self) -> None:
        (log,) = reports("action log")
        assert [column.title for column in sheet_columns(log)] == [
            *("Body", "Meeting", "Id", "Item", "Action", "Owners"),
            *("Due", "Due as printed", "First due", "Status", "Overdue", "Page"),
        ]
        assert {column.kind for column in sheet_columns(log)} == {
            *("text", "date", "list", "status", "yes-no", "number")
        }

    def test_a_report_without_rows_has_no_columns(self) -> None:
        assert sheet_columns(reports("empty log")[0]) == []


@pytest.mark.parametrize(
    ("value", "kind", "words"),
    [
        ("as it is", "text", "as it is"),
        (None, "text", ""),
        (True, "yes-no", "yes"),
        (7, "number", "7"),
        (34.54, "number", "34.5"),
        (0.834, "share", "83 %"),
        (1.0, "share", "100 %"),
        (date(2031, 3, 4), "date", "4 Mar 2031"),
        (("due ", date(2031, 3, 4), ", ", 2), "lines", "due 4 Mar 2031, 2"),
    ],
)
def test_words_of_a_value(value: object, kind: str, words: str) -> None:
    assert words_of(value, kind) == words  # type: ignore[arg-type]


def test_a_phrase_with_a_date_in_it_reads_as_one_line() -> None:
    column = Column(key="a", title="A", kind="lines")
    assert lines(column, {"a": [("due ", date(2031, 4, 20)), date(2031, 3, 4), "x\ny"]}) == [
        *("due 20 Apr 2031", "4 Mar 2031", "x", "y")
    ]


def matrix(meetings: int) -> Report:
    days = [date(2031, 1 + number % 12, 4) for number in range(meetings)]
    columns = [
        Column(key="name", title="Name", most=0),
        Column(key="share", title="Share", kind="share", most=6),
        *(
            Column(
                key=f"m{n}",
                title=words_of(day),
                short=f"{day.day} {words_of(day)[2:5]}",
                splits=True,
                kind="status",
                choices=("present", "apologies"),
                signs={"present": "P", "apologies": "A"},
                most=5,
            )
            for n, day in enumerate(days)
        ),
    ]
    row = {f"m{number}": "present" if number % 3 else "apologies" for number in range(meetings)}
    return Report(title="", key="x", columns=columns, groups=[Group(rows=[{"name": "Ann Forde", "share": 0.5, **row}])])


class TestSplitting:
    @pytest.mark.parametrize("page", [32, 40, 60, 80, 120])
    @pytest.mark.parametrize("meetings", [0, 1, 2, 7, 12, 60])
    def test_every_column_is_there_once_and_the_name_in_each_table(self, meetings: int, page: int) -> None:
        report = matrix(meetings)
        text = render(report, "table", width=page)
        assert max(cell_len(line) for line in text.splitlines()) <= page
        tables = [table for table in text.split("\n\n") if "Name" in table]
        rows = [table.splitlines()[-1] for table in tables]
        assert all(row.startswith("Ann Forde") for row in rows)
        signs = " ".join(row.removeprefix("Ann Forde") for row in rows).split()
        assert signs[:2] == ["50", "%"]
        assert signs[2:] == ["P" if number % 3 else "A" for number in range(meetings)]

    def test_a_page_with_room_has_one_table(self) -> None:
        assert render(matrix(12), "table", width=80) == (
            "                  4    4    4    4    4    4    4    4    4    4    4    4\n"
            "Name       Share  Jan  Feb  Mar  Apr  May  Jun  Jul  Aug  Sep  Oct  Nov  Dec\n"
            "---------- ------ ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---\n"
            "Ann Forde   50 %  A    P    P    A    P    P    A    P    P    A    P    P\n"
        )

    def test_the_tables_have_about_as_many_columns_each(self) -> None:
        heads = [line for line in render(matrix(12), "table", width=70).splitlines() if line.startswith("  ")]
        assert [len(head.split()) for head in heads] == [6, 6]

    @pytest.mark.parametrize("form", FORMATS)
    def test_programs_get_the_word_and_pages_the_sign(self, form: str) -> None:
        text = render(matrix(3), form)
        assert ("apologies" in text) == (form in ("csv", "json", "yaml"))
        assert "4 Mar 2031" in text or form in ("table", "md", "html")

    def test_on_a_page_too_narrow_for_a_table_each_value_has_its_line(self) -> None:
        assert "4 Jan 2031: A" in render(matrix(2), "table", width=20)
        assert page_columns(matrix(2))
