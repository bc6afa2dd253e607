"""The commands on a file that holds the minutes of several meetings."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from minutes_cli.cli import main

ONE = """Minutes of the Fennick Harbour Trust
Date: {}

Present: Nora Quill (Chair), Ivo Marsh

1. Moorings

The outer row has worn chains.

ACTION: Ivo Marsh to ask for a price for {}.

2. Any other business

There was none.

"""
YEAR = ONE.format("4 March 2031", "chain") + ONE.format("1 April 2031", "rope")


@pytest.fixture
def year(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = Path("year.txt")
    path.write_text(YEAR, encoding="utf-8")
    return path


def run(*words: object) -> Result:
    return CliRunner().invoke(main, list(map(str, words)))


def records() -> dict[str, str]:
    return {
        path.name: str(yaml.safe_load(path.read_text(encoding="utf-8"))["meeting"]["date"])
        for path in Path().rglob("*.yaml")
    }


DATED = {"year-2031-03-04.yaml": "2031-03-04", "year-2031-04-01.yaml": "2031-04-01"}


def test_a_record_for_each_meeting_named_by_its_date(year: Path) -> None:
    result = run("parse", year)
    assert result.exit_code == 0
    assert records() == DATED
    assert "year.txt: 2 meetings in one file" in result.stderr
    assert "R610" in result.stderr


def test_a_meeting_added_at_either_end_leaves_the_names(year: Path) -> None:
    run("parse", year)
    before = {path: path.read_text(encoding="utf-8") for path in Path().glob("*.yaml")}
    edited = Path("year-2031-03-04.yaml")
    edited.write_text(before[edited].replace("status: open", "status: done"), encoding="utf-8")
    for content, added in (
        (ONE.format("4 February 2031", "paint") + YEAR, "2031-02-04"),
        (YEAR + ONE.format("6 May 2031", "paint"), "2031-05-06"),
    ):
        year.write_text(content, encoding="utf-8")
        assert run("parse", year).exit_code == 4
        assert "status: done" in edited.read_text(encoding="utf-8")
        assert records()[f"year-{added}.yaml"] == added
    assert len(records()) == 4


def test_into_a_folder_and_to_a_named_file(year: Path) -> None:
    run("parse", year, "-o", "out/")
    assert records() == DATED
    run("parse", year, "-o", "board.yaml")
    assert records() == {**DATED, "board.yaml": "2031-03-04", "board-2031-04-01.yaml": "2031-04-01"}


def test_to_standard_output_as_documents(year: Path) -> None:
    documents = list(yaml.safe_load_all(run("parse", year, "-o", "-").stdout))
    assert [str(document["meeting"]["date"]) for document in documents] == list(DATED.values())


def test_one_of_them(year: Path) -> None:
    assert run("parse", year, "--meeting", 2).exit_code == 0
    assert records() == {"year-2031-04-01.yaml": "2031-04-01"}
    assert run("parse", year, "--meeting", 2, "-o", "april.yaml").exit_code == 0
    assert records()["april.yaml"] == "2031-04-01"


@pytest.mark.parametrize("command", ["parse", "show", "trace"])
def test_one_that_is_not_there(year: Path, command: str) -> None:
    result = run(command, year, "--meeting", 3)
    assert result.exit_code == 2
    assert result.stderr == (
        "minutes: year.txt holds 2 meetings, so there is no meeting 3. Give --meeting a number up to 2.\n"
    )
    assert records() == {}


def test_the_other_commands_take_all(year: Path) -> None:
    shown, actions, checked, traced = (run(command, year) for command in ("show", "actions", "check", "trace"))
    assert [result.exit_code for result in (shown, actions, checked, traced)] == [0, 0, 0, 0]
    assert "4 March 2031" in shown.stdout
    assert "1 April 2031" in shown.stdout
    assert "chain" in actions.stdout
    assert "rope" in actions.stdout
    assert "in 2 meetings." in checked.stderr
    assert "Meeting 2" in traced.stdout
    assert "4 March" not in run("show", year, "--meeting", 2).stdout
    assert "chain" not in run("actions", year, "--meeting", 2).stdout


def test_the_record_of_another_file_is_not_written_over(year: Path) -> None:
    other = Path("year-2031-04-01.txt")
    other.write_text(ONE.format("1 April 2031", "tar"), encoding="utf-8")
    run("parse", other)
    result = run("parse", year)
    assert result.exit_code == 2
    assert "year-2031-04-01.yaml is the record of year-2031-04-01.txt" in result.stderr
    assert records() == {"year-2031-04-01.yaml": "2031-04-01"}
