"""The commands over the records of several meetings: what later minutes say of earlier actions."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from minutes_cli.cli import main

DAY = ("--as-of", "2031-09-30")


def run(*words: object) -> Result:
    return CliRunner().invoke(main, list(map(str, words)))


@pytest.fixture(scope="module")
def read_once(fixtures: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The minutes of a board's year and their records, with its minutebook.yaml beside them."""
    folder = tmp_path_factory.mktemp("year")
    shutil.copy(fixtures / "series" / "minutebook.yaml", folder)
    for path in sorted((fixtures / "series").glob("*.txt")):
        shutil.copy(path, folder)
    assert run("parse", *sorted(folder.glob("*.txt"))).exit_code == 0
    return folder


@pytest.fixture
def year(read_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of that folder, to work in."""
    shutil.copytree(read_once, tmp_path / "year")
    monkeypatch.chdir(tmp_path / "year")
    return tmp_path / "year"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("actions", "--all"), "action-log"),
        (("owners",), "owners"),
        (("carry-forward", "--to", "2031-10-14"), "carry-forward"),
        (("carry-forward", "--review"), "review"),
    ],
)
def test_the_reports_over_a_folder(year: Path, fixtures: Path, words: tuple[str, ...], expected: str) -> None:
    result = run(*words, *DAY, "-f", "md")
    assert result.exit_code == 0, result.stderr
    assert result.stdout == (fixtures / "series" / "expected" / f"{expected}.md").read_text(encoding="utf-8")


def test_the_log_shows_what_is_closed_until_the_next_meeting(year: Path) -> None:
    told = [
        json.loads(run("actions", *words, *DAY, "-f", "json").stdout)["facts"]["listed"] for words in ((), ("--all",))
    ]
    assert told == [9, 15]
    assert json.loads(run("actions", "--status", "done", *DAY, "-f", "json").stdout)["facts"]["listed"] == 5


def test_check_over_a_folder_says_what_vanished_with_its_place(year: Path) -> None:
    result = run("check", year, "--select", "L8")
    assert result.exit_code == 0
    lines = [line.removeprefix(f"{year}/") for line in result.stdout.splitlines()]
    assert lines[1].startswith(
        "kestrel-2031-03-11.txt:1:19: L801 2031-01-14/6 (“Find a speaker for the summer supper”)"
    )
    assert len(lines) == 8
    assert "8 findings in 8 meetings." in result.stderr
    assert run("check", year, "--select", "L8", "--strict").exit_code == 1


def test_check_of_one_record_says_nothing_of_the_log(year: Path) -> None:
    assert run("check", next(year.glob("*.yaml")), "--select", "L").stdout == ""


def test_a_finding_of_the_log_is_explained() -> None:
    assert "action-vanished" in run("explain", "L801").stdout


def test_the_meetings_of_one_file_are_followed_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    one = (
        "Minutes of the Fennick Harbour Trust\nDate: {}\n\nPresent: Nora Quill (Chair), Ivo Marsh\n\n"
        "1. Moorings\n\nThe outer row has worn chains.\n\nACTION: Ivo Marsh to ask for a price for chain.\n\n"
        "2. Any other business\n\nThere was none.\n\n"
    )
    Path("year.txt").write_text("".join(one.format(f"4 {month} 2031") for month in ("March", "April", "May")))
    rows = json.loads(run("actions", "year.txt", *DAY, "-f", "json").stdout)["groups"][0]["rows"]
    assert [(row["id"], row["times_carried"]) for row in rows] == [("2031-03-04/1", 2)]
    assert run("check", "year.txt", "--select", "L").stdout == ""


def test_what_the_book_says_that_cannot_be_read_ends_the_report(year: Path) -> None:
    (year / "minutebook.yaml").write_text("meetings: [someday]\n", encoding="utf-8")
    result = run("actions", *DAY)
    assert result.exit_code == 3
    assert "minutebook.yaml:1" in result.stderr
