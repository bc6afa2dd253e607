"""The renderers: every report in every format, nothing lost, nothing in a document obeyed."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date

import msgspec
import pytest
from rich.cells import cell_len

from minutes_cli.errors import UsageProblem
from minutes_cli.model import Decision, Head, Meeting, Person
from minutes_cli.register import gather, proceedings
from minutes_cli.render import FORMATS, render
from minutes_cli.report import (
    Column,
    Group,
    Report,
    action_audit,
    action_log,
    attendance,
    carry_forward,
    decision_register,
    owner_summary,
    record_pages,
)
from tests import ledger_board as council
from tests.register_board import AS_OF, MARCH, RECORDS, action, meeting, person

REGISTER = gather(RECORDS, AS_OF)
EMPTY = gather([], AS_OF)
YEAR = proceedings(council.RECORDS, council.AS_OF, council.BOOK)
REPORTS: dict[str, Callable[[], Report | list[Report]]] = {
    "action log": lambda: action_log(REGISTER),
    "action log by owner": lambda: action_log(REGISTER, "owner"),
    "action log by due": lambda: action_log(REGISTER, "due"),
    "owner summary": lambda: owner_summary(REGISTER),
    "carry forward": lambda: carry_forward(REGISTER, date(2031, 7, 8)),
    "record": lambda: record_pages(MARCH),
    "decisions": lambda: decision_register(YEAR),
    "attendance": lambda: attendance(YEAR, council.BOOK),
    "attendance of several bodies": lambda: attendance(proceedings([*RECORDS, *council.RECORDS], AS_OF)),
    "audit": lambda: action_audit(gather(council.RECORDS, council.AS_OF, council.BOOK), council.BOOK),
    "empty decisions": lambda: decision_register(proceedings([], AS_OF)),
    "empty attendance": lambda: attendance(proceedings([], AS_OF)),
    "empty audit": lambda: action_audit(EMPTY),
    "empty log": lambda: action_log(EMPTY),
    "empty summary": lambda: owner_summary(EMPTY),
    "empty carry forward": lambda: carry_forward(EMPTY),
    "empty record": lambda: record_pages(Meeting(meeting=Head())),
    "no reports": list,
}
HOSTILE = (
    "[red]x[/red] \x1b]0;owned\x07\x1b[2J\x9b31m \u202egnorw\u202c |a|b| `c` <script>alert(1)</script> **d** _e_ &amp;"
    "\x00\r\nnext\u2028line\ufeff \u05e9\u05dc\u05d5\u05dd \U0001f469\u200d\U0001f4bb \u65e5\u672c \ud83d"
)
OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
"""What no format may put out: anything a terminal obeys but the line feed (and CSV's CRLF)."""


ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
RULING = re.compile(r"^(?:─+|-+(?: -+)*)$", re.MULTILINE)
"""The line under the column titles, in a terminal and in a pipe."""


def one(text: str, **said: object) -> Report:
    return action_log(gather([("a.yaml", meeting(date(2031, 5, 6), action("a/1", text, **said)))], AS_OF))


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize(("page", "colour"), [(80, False), (80, True), (24, False), (0, False), (200, True)])
def test_every_report_in_every_format(name: str, form: str, page: int, colour: bool) -> None:
    reports = REPORTS[name]()
    text = render(reports, form, width=page, colour=colour)
    assert text == render(reports, form, width=page, colour=colour)
    assert text.endswith("\n") or text == ""
    if form == "csv":
        text = text.replace("\r\n", "\n")
    if not (form == "table" and colour):
        assert not OBEYED.search(text)


@pytest.mark.parametrize("form", FORMATS)
def test_every_action_is_in_every_format(form: str) -> None:
    text = " ".join(render(action_log(REGISTER, archived=True), form, width=400).split())
    for entry in REGISTER.entries:
        if not entry.tasks:
            assert entry.action.text.rstrip(".") in text


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    "words", [HOSTILE, "", " ", "x" * 5000, "=cmd|' /C calc'!A0", "- a\n- b", "\u202e", "\x1b[31m"]
)
def test_hostile_words_are_shown_and_not_obeyed(form: str, words: str) -> None:
    people = (person(words, words, words),)
    record = meeting(
        date(2031, 5, 6), action(f"{words}/1", words, owners=[words], item=words), body=words, people=people
    )
    said = Decision(ref=words, text=words, proposer=words, vote=words, how=words)
    away = Person(reason=words, organisation=words, deputy_for=words, mode=words)
    record = msgspec.structs.replace(record, apologies=[away], decisions=[said])
    register, sat = gather([(words, record)], AS_OF), proceedings([(words, record)], AS_OF)
    for reports in (
        *(action_log(register), owner_summary(register), carry_forward(register), record_pages(record)),
        *(action_audit(register), decision_register(sat), attendance(sat)),
    ):
        text = render(reports, form)
        text.encode("utf-8")
        assert not OBEYED.search(text.replace("\r\n", "\n") if form == "csv" else text)
        if words == HOSTILE and form != "md":
            assert "[red]x[/red]" in text


def test_a_format_that_there_is_not_names_those_that_there_are() -> None:
    with pytest.raises(UsageProblem, match="table, md, csv, json, yaml"):
        render([], "papyrus")


class TestTable:
    @pytest.mark.parametrize("page", [20, 40, 60, 80, 120])
    @pytest.mark.parametrize("name", REPORTS)
    def test_no_line_is_wider_than_the_page(self, name: str, page: int) -> None:
        for line in render(REPORTS[name](), "table", width=page).splitlines():
            assert cell_len(line) <= page
            assert line == line.rstrip()

    @pytest.mark.parametrize("page", [30, 60, 80, 120, 300])
    def test_no_word_is_lost_or_cut_on_any_page(self, page: int) -> None:
        words = set(render(action_log(REGISTER, archived=True), "table", width=page).replace("- ", " ").split())
        for entry in REGISTER.entries:
            assert set(entry.action.text.replace("- ", " ").split()) <= words

    def test_the_main_column_stays_readable_where_others_fold_below_it(self) -> None:
        narrow, wide = (render(action_log(REGISTER), "table", width=page) for page in (70, 120))
        assert "Item 2 · Page 2" in narrow
        assert "Item 2 · Page 2" not in wide
        assert "Ref  Item  Action" in wide

    def test_colour_adds_emphasis_and_no_words(self) -> None:
        for make in REPORTS.values():
            coloured = render(make(), "table", colour=True)
            assert RULING.sub("", ESCAPE.sub("", coloured)) == RULING.sub("", render(make(), "table"))
        assert "\x1b[1;31moverdue by" in render(action_log(REGISTER), "table", colour=True)

    def test_a_terminal_has_a_ruled_head_and_a_pipe_plain_dashes(self) -> None:
        text = "Draft the lease and every schedule to it. "
        piped, coloured = (render(one(text * 3), "table", colour=colour) for colour in (False, True))
        assert piped.isascii()
        assert len(RULING.findall(piped)) == len(RULING.findall(ESCAPE.sub("", coloured))) == 1
        assert set(RULING.findall(coloured)[0]) == {"─"}
        assert not re.search(r" +(\x1b\[0m)?$", coloured, re.MULTILINE)

    @pytest.mark.parametrize("colour", [False, True])
    def test_the_words_of_a_document_are_no_markup(self, colour: bool) -> None:
        words = "[bold]x[/bold] [link=http://a.example]y[/link] :smile: [/] \\[z]"
        record = meeting(date(2031, 5, 6), action("a/1", words, owners=[words]), body=words)
        for page in (80, 400):
            text = render(action_log(gather([("a.yaml", record)], AS_OF)), "table", width=page, colour=colour)
            assert not set(words.split()) - set(ESCAPE.sub("", text).split())

    @pytest.mark.parametrize("colour", [False, True])
    def test_the_surroundings_change_nothing(self, colour: bool, monkeypatch: pytest.MonkeyPatch) -> None:
        before = render(action_log(REGISTER), "table", colour=colour)
        for name, value in {"COLUMNS": "40", "NO_COLOR": "1", "FORCE_COLOR": "1", "TERM": "dumb"}.items():
            monkeypatch.setenv(name, value)
        assert render(action_log(REGISTER), "table", colour=colour) == before

    def test_a_row_that_says_nothing_stands_as_an_empty_line(self) -> None:
        columns = [Column(key="a", title="A", most=4), Column(key="b", title="B", most=0)]
        report = Report(title="", columns=columns, groups=[Group(rows=[{"a": "x"}, {}, {"b": "y"}])])
        assert render(report, "table") == "A  B\n-- -\nx\n\n   y\n"

    def test_a_column_that_is_empty_from_top_to_bottom_is_left_out(self) -> None:
        assert "Page" not in render(one("Write."), "table")
        assert "Page" in render(one("Write.", page=1), "table")

    def test_wide_letters_keep_the_columns_aligned(self) -> None:
        text = render(one("\u65e5\u672c\u8a9e \U0001f600 e\u0301", owners=["AF"]), "table")
        header, _, row = text.splitlines()[4:7]
        assert cell_len(row[: row.index("AF")]) == header.index("Owner")


def test_five_thousand_actions_are_rendered_at_once() -> None:
    columns = [Column(key="ref", title="Ref", most=6), Column(key="text", title="Action", most=0)]
    rows = [
        {"ref": str(n), "text": f"Write to household {n} about the drains – and again in spring. " * 4}
        for n in range(5000)
    ]
    report = Report(title="Log", columns=columns, groups=[Group(rows=rows)])
    for form in FORMATS:
        start = time.perf_counter()
        text = render(report, form)
        assert time.perf_counter() - start < 10  # seconds; 0.1 to 1.5 as a rule, quadratic work takes minutes
        assert "household 4999" in text


@pytest.mark.parametrize(("forms", "loaded"), [("md csv json", []), ("table", ["rich"])])
def test_a_format_loads_no_heavy_module_but_its_own(forms: str, loaded: list[str]) -> None:
    code = (
        "import sys; from datetime import date; from minutes_cli import register, report, render;"
        "r = register.gather([], date(2031, 1, 1));"
        f"[render.render(report.action_log(r), f, colour=True) for f in {forms.split()}];"
        "print([m for m in ('yaml', 'rich', 'click', 'pdfplumber', 'pypdfium2', 'pypdfium2_raw') if m in sys.modules])"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == f"{loaded}\n"
    )
