"""Reports in the house's own form: columns, their order and titles, as minutebook.yaml asks for them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from minutes_cli.book import Book, ReportForm, Reports
from minutes_cli.errors import SourceUnreadable, UsageProblem
from minutes_cli.register import gather, proceedings
from minutes_cli.render import FORMATS, render
from minutes_cli.render.faces import page_columns, sheet_columns
from minutes_cli.report import Report, action_audit, action_log, attendance, decision_register, formed, owner_summary
from minutes_cli.store.book import load_book
from tests import ledger_board as council
from tests.register_board import AS_OF, RECORDS

REGISTER = gather(RECORDS, AS_OF)
LOG = action_log(REGISTER)
YEAR = proceedings(council.RECORDS, council.AS_OF, council.BOOK)
AUDIT = gather(council.RECORDS, council.AS_OF, council.BOOK)


def read(text: str) -> Book:
    return load_book(text, Path("minutebook.yaml")).book


def asked(report: Report, columns: list[str | dict[str, str]], title: str | None = None) -> Report:
    forms = Reports(**{report.key.replace("-", "_"): ReportForm(title=title, columns=columns)})  # type: ignore[arg-type]
    return formed(report, forms)


def shown(report: Report) -> list[str]:
    return [column.title for column in page_columns(report)]


def test_a_report_without_a_form_stays_as_it_is() -> None:
    assert formed(LOG, Reports()) == LOG
    assert formed(LOG, Reports(owners=ReportForm(title="x"))) == LOG
    assert asked(LOG, []) == LOG


def test_title_columns_and_order_are_those_of_the_book() -> None:
    book = read("reports:\n  actions: {title: Outstanding, columns: [status, {owner: Lead}, text, id]}\n")
    report = formed(LOG, book.reports)
    assert report.title == "Outstanding"
    assert shown(report) == ["Status", "Lead", "Action", "Ref"]
    assert report.groups == LOG.groups


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("owners", "Owner"),
        ("owner", "Owner"),
        ("OWNER", "Owner"),
        ("due", "Due"),
        ("text", "Action"),
        ("action", "Action"),
        ("id", "Ref"),
        ("times_carried", "Times carried"),
        ("times carried", "Times carried"),
        ("times-carried", "Times carried"),
        ("first due", "First due"),
        ("meeting", "Meeting"),
    ],
)
def test_a_column_is_named_by_its_key_or_its_title(name: str, title: str) -> None:
    assert shown(asked(LOG, [name, "text"]))[0] == title


def test_programs_get_the_typed_columns_in_the_same_order() -> None:
    report = asked(LOG, ["due", {"owner": "Lead"}, "id"])
    rows = list(csv.DictReader(io.StringIO(render(report, "csv"), newline="")))
    assert list(rows[0]) == [
        *("Section", "Group (meeting)"),
        *("Due", "Due as printed", "First due", "Lead", "Id"),
    ]
    keys = [column["key"] for column in json.loads(render(report, "json"))["columns"]]
    assert keys == ["due", "due_said", "first_due", "owners", "id"]
    assert [column.title for column in sheet_columns(report)][-2:] == ["Lead", "Id"]


def test_a_title_of_the_house_is_given_once() -> None:
    titles = [column.title for column in asked(LOG, [{"due": "By when"}, "text"]).columns]
    assert titles.count("By when") == 2  # the page's column, and the date behind it
    assert "Due as printed" in titles


def test_a_column_asked_for_twice_stands_once() -> None:
    assert shown(asked(LOG, ["owner", "owners", "due", "first_due", "text"])) == ["Owner", "Due", "Action"]


def test_a_column_that_there_is_not_is_refused_with_those_there_are() -> None:
    with pytest.raises(UsageProblem) as refused:
        asked(LOG, ["id", "colour of the carpet"])
    assert refused.value.message == "minutebook.yaml: reports: actions: there is no column 'colour of the carpet'."
    assert "owners, due" in refused.value.hint


def test_meetings_are_columns_of_an_attendance_matrix() -> None:
    matrix = attendance(YEAR, council.BOOK)[0]
    assert shown(asked(matrix, ["share", "meetings", "name"]))[:3] == ["Share", "7 Jan 2031", "7 Feb 2031"]
    with pytest.raises(UsageProblem, match="no column 'meetings'"):
        asked(LOG, ["meetings"])


@pytest.mark.parametrize(
    "report",
    [
        LOG,
        owner_summary(REGISTER),
        decision_register(YEAR),
        *attendance(YEAR, council.BOOK),
        *action_audit(AUDIT, council.BOOK),
    ],
    ids=lambda report: report.key,
)
def test_every_column_can_be_asked_for_by_its_name_in_every_format(report: Report) -> None:
    names: list[str | dict[str, str]] = list(dict.fromkeys(column.name for column in report.columns))
    if report.key not in {"attendance-quorum", "attendance-names", "attendance-remarks"}:
        assert len(asked(report, names[::-1]).columns) == len(report.columns)
        for form in FORMATS:
            assert render(asked(report, names[:1]), form)


def test_every_form_of_the_book_is_of_a_report_that_there_is() -> None:
    made = [LOG, owner_summary(REGISTER), decision_register(YEAR), *attendance(YEAR), *action_audit(AUDIT)]
    keys = {report.key for report in made} | {"carry-forward"}
    forms = {field.replace("_", "-") for field in Reports.__struct_fields__} - {"extra"}
    assert forms <= keys


class TestReading:
    def test_an_unknown_report_or_key_is_a_finding_with_its_line(self) -> None:
        found = load_book("reports:\n  acts: {title: x}\n  actions: {colums: [id]}\n", Path("minutebook.yaml"))
        assert [(each.code, each.line) for each in found.findings] == [("B701", 2), ("B701", 3)]

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("reports: [actions]", "reports: this should be a block of keys, not a list."),
            ("reports: {actions: {columns: id}}", "reports.actions.columns: this should be a list, not text."),
            ("quorum: half", "quorum: 'half' is not known here."),
            ("quorum: 0", "quorum: '0' is not known here."),
            ("bodies: [{name: A, quorum: 1/0}]", "bodies[0].quorum: '1/0' is not known here."),
        ],
    )
    def test_what_cannot_be_is_said_with_its_line(self, text: str, said: str) -> None:
        with pytest.raises(SourceUnreadable) as problem:
            read(text)
        assert problem.value.message == f"minutebook.yaml:1: {said}"

    @pytest.mark.parametrize(("text", "quorum"), [("4", 4), ("1/3", "1/3"), ("'1 / 2'", "1 / 2")])
    def test_a_quorum_is_a_number_or_a_share(self, text: str, quorum: object) -> None:
        assert read(f"quorum: {text}").quorum == quorum
        assert read(f"body: A\nquorum: {text}").all_bodies[0].quorum == quorum
