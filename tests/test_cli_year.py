"""The commands over a year's records: decisions, attendance and audit, with filters, formats and a minutebook.yaml."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from minutes_cli import store
from minutes_cli.cli import main
from minutes_cli.render import FORMATS
from tests.ledger_board import RECORDS
from tests.test_cli import Run

COMMANDS = ("decisions", "attendance", "audit")
AS_OF = ("--as-of", "2031-12-31")
BOOK = """\
body: Sallowfield Commons Council
quorum: 1/2
people:
- {name: Cato Sedge, initials: CS, aliases: [Old Sedge], left: 2031-09-30}
reports:
  decisions: {title: What we decided, columns: [meeting, text, {vote: Votes}]}
"""


class Folder:
    """A folder with the records of a year, and the command run in it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        for name, meeting in RECORDS:
            store.save(meeting, path / name)

    def run(self, *args: str) -> Run:
        result = CliRunner().invoke(main, list(args))
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return Run(result.exit_code, result.stdout, result.stderr)


@pytest.fixture
def year(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COLUMNS", raising=False)
    return Folder(tmp_path)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("command", COMMANDS)
def test_every_report_in_every_format_says_something_and_ends_well(year: Folder, command: str, form: str) -> None:
    run = year.run(command, *AS_OF, "-f", form)
    assert (run.code, run.err) == (0, "")
    assert "Bram Yarrow" in run.out
    assert run == year.run(command, *AS_OF, "-f", form)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_folder_without_records_says_the_next_step(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, [command])
    assert result.exit_code == 3
    assert "minutes parse FILE" in result.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_a_record_that_cannot_be_read_is_told_of_and_costs_the_others_nothing(year: Folder, command: str) -> None:
    (year.path / "broken.yaml").write_text("schema: 1\nmeeting: [\n", encoding="utf-8")
    run = year.run(command, "broken.yaml", "2031-01.yaml", *AS_OF)
    assert run.code == 3
    assert len(run.err.splitlines()) == 1
    assert "as of 2031-12-31" in run.out


class TestDecisions:
    def test_about_and_since(self, year: Folder) -> None:
        found = json.loads(year.run("decisions", "--about", "ford", "--since", "2031-06-01", "-f", "json", *AS_OF).out)
        assert [row["text"] for group in found["groups"] for row in group["rows"]] == ["The café may open on Sundays."]
        assert found["covered"]["filters"] == ["since 2031-06-01", "about ford"]
        assert found["covered"]["meetings"] == 7

    def test_a_body_that_there_is_not_lists_nothing_and_says_so(self, year: Folder) -> None:
        run = year.run("decisions", "--body", "Parish Meeting", *AS_OF)
        assert run.code == 0
        assert "No decisions to list." in run.out
        assert "body Parish Meeting" in run.out

    def test_as_a_spreadsheet(self, year: Folder) -> None:
        assert year.run("decisions", "-o", "d.csv", *AS_OF).out == ""
        with (year.path / "d.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        assert [(row["Meeting"], row["Item"], row["Vote"]) for row in rows] == [
            ("2031-01-07", "2", "5 for, 1 against"),
            ("2031-01-07", "3", ""),
            ("2031-12-07", "5", "unanimous"),
        ]

    def test_a_record_is_not_written_over(self, year: Folder) -> None:
        assert year.run("decisions", "-o", "2031-01.yaml").code == 2


class TestBook:
    @pytest.fixture(autouse=True)
    def book(self, year: Folder) -> None:
        (year.path / "minutebook.yaml").write_text(BOOK, encoding="utf-8")

    def test_the_roster_and_the_quorum_count(self, year: Folder) -> None:
        pages = {page["key"]: page for page in json.loads(year.run("attendance", "-f", "json", *AS_OF).out)}
        cato = next(r for g in pages["attendance"]["groups"] for r in g["rows"] if r["name"] == "Cato Sedge")
        assert (cato["attended"], cato["expected"], cato["left"]) == (5, 8, "2031-09-30")
        assert [row["needed"] for row in pages["attendance-meetings"]["groups"][0]["rows"]][4:7] == [3, 4, 3]

    def test_the_form_of_a_report_is_the_books(self, year: Folder) -> None:
        out = year.run("decisions", *AS_OF).out
        assert out.startswith("What we decided\n")
        assert "Meeting     Decision" in out
        assert "Votes" in out
        assert "Seconded" not in out

    def test_a_column_that_there_is_not_is_one_line_with_the_next_step(self, year: Folder) -> None:
        (year.path / "minutebook.yaml").write_text("reports: {audit: {columns: [colour]}}\n", encoding="utf-8")
        run = year.run("audit", *AS_OF)
        assert (run.code, run.out) == (2, "")
        assert run.err == (
            "minutes: minutebook.yaml: reports: audit: there is no column 'colour'. "
            "Use any of: figure, number, unit, of, share, key.\n"
        )

    @pytest.mark.parametrize("command", [["owners"], ["audit"], ["actions", "--by", "owner", "--all"]])
    def test_who_has_left_is_named(self, year: Folder, command: list[str]) -> None:
        out = " ".join(year.run(*command, *AS_OF).out.split())
        assert re.search(r"Cato Sedge \(CS\): left on .*30 September 2031", out)
