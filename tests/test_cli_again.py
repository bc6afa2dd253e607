"""A report that is asked for again is the report as it would be made, whatever has become of the records meanwhile."""

from __future__ import annotations

import os
import time
from datetime import date
from pathlib import Path

import pytest

from minutes_cli import store
from minutes_cli.cache import CACHE_VARIABLE
from minutes_cli.cli import again, main
from minutes_cli.model import Action, Decision, Head, Item, Meeting, Person

MANY = 9
COMMANDS = ["actions", "owners", "carry-forward", "decisions", "attendance", "audit"]


@pytest.fixture(autouse=True)
def _few_are_many(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(again, "MUCH", MANY)
    monkeypatch.setenv(CACHE_VARIABLE, str(tmp_path / "cache"))
    monkeypatch.setenv("COLUMNS", "80")


def write(path: Path, number: int, told: str = "The slipway had been repainted.") -> None:
    day = date(2031, 1 + number, 7)
    meeting = Meeting(
        meeting=Head(body="Fennick Harbour Trust", date=day),
        attendees=[Person(name="Nora Quill", initials="NQ"), Person(name="Ivo Marsh", initials="IM")],
        items=[Item(number="1", title="Slipway", text=f"{told}\nNora reported that the letter had been sent.")],
        actions=[Action(id=f"{day}/1", ref="1", text=f"Repaint the slipway, part {number}", owners=["NQ"], how="list")],
        decisions=[Decision(ref="1", item="1", text=f"To insure the crane for year {number}.", how="resolved")],
    )
    path.write_text(store.dump(meeting), encoding="utf-8")
    os.utime(path, (time.time() - 60,) * 2)  # as old as it is when a report is made later


@pytest.fixture
def book(tmp_path: Path) -> Path:
    folder = tmp_path / "book"
    folder.mkdir()
    for number in range(MANY):
        write(folder / f"r{number}.yaml", number)
    return folder


def said(capsys: pytest.CaptureFixture[str], *words: str | Path) -> tuple[object, str, str]:
    with pytest.raises(SystemExit) as end:
        main([*map(str, words), *(["--as-of", "2031-12-31"] if "--as-of" not in words else [])])
    captured = capsys.readouterr()
    return end.value.code, captured.out, captured.err


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The commands that made a report themselves."""
    commands: list[str] = []
    really = again.Described.invoke

    def invoke(self: again.Described, ctx: object) -> object:
        commands.append(str(self.name))
        return really(self, ctx)  # type: ignore[arg-type]

    monkeypatch.setattr(again.Described, "invoke", invoke)
    return commands


@pytest.mark.parametrize("command", COMMANDS)
def test_the_third_time_it_is_given_again_to_the_letter(
    command: str, book: Path, capsys: pytest.CaptureFixture[str], made: list[str]
) -> None:
    first, second, third = (said(capsys, command, book) for _ in range(3))
    assert first == second == third
    assert third[1].strip()
    assert made == [command] * 2  # the first time the records were not known yet
    assert said(capsys, command, book, "-f", "json")[1] != third[1], "another question"
    assert said(capsys, command, book) == third


@pytest.mark.parametrize("command", COMMANDS)
def test_any_change_makes_it_anew(
    command: str, book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fresh() -> tuple[object, str, str]:
        with monkeypatch.context() as patch:
            patch.setenv(CACHE_VARIABLE, "off")
            return said(capsys, command, book)

    def edited() -> None:
        write(book / "r3.yaml", 3, "The crane had been insured.")

    def of_the_same_size_and_time() -> None:
        path = book / "r4.yaml"
        times = path.stat().st_atime_ns, path.stat().st_mtime_ns
        path.write_text(path.read_text(encoding="utf-8").replace("Quill", "Quirk"), encoding="utf-8")
        os.utime(path, ns=times)

    changes = [
        edited,
        of_the_same_size_and_time,
        lambda: (book / "r8.yaml").rename(book / "s8.yaml"),
        lambda: write(book / "r9.yaml", 9),
        lambda: (book / "minutebook.yaml").write_text("body: Fennick Quay\nnobody: knows this\n", encoding="utf-8"),
        lambda: (book / "minutebook.yaml").write_text("quorum: 2\n", encoding="utf-8"),
        lambda: (book / "minutebook.yaml").unlink(),
        lambda: (book / "r5.yaml").write_text("schema: 1\nmeeting: [", encoding="utf-8"),
        lambda: write(book / "r5.yaml", 5),
        lambda: (book / "r0.yaml").unlink(),
    ]
    for change in changes:
        for _ in range(3):
            said(capsys, command, book)
        change()
        assert said(capsys, command, book) == fresh()
        assert said(capsys, command, book) == fresh()


def test_what_must_be_said_is_said_every_time(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (book / "minutebook.yaml").write_text("nobody: knows this\n", encoding="utf-8")
    told = [said(capsys, "actions", book) for _ in range(4)]
    assert told[0][2] == told[3][2] != ""


def test_it_goes_where_it_is_to_go_and_never_over_a_record(
    book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = [said(capsys, "actions", book, "-f", "md") for _ in range(3)][-1][1]
    for name in ("one.md", "two.md", "three.md"):
        said(capsys, "actions", book, "-o", tmp_path / name)
        assert (tmp_path / name).read_text(encoding="utf-8") == text
    record = (book / "r1.yaml").read_bytes()
    for _ in range(4):
        assert said(capsys, "actions", book, "-f", "md", "-o", book / "r1.yaml")[0] == 2
    assert (book / "r1.yaml").read_bytes() == record


def test_another_day_is_another_report(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    days = [[said(capsys, "actions", book, "--as-of", day) for _ in range(3)] for day in ("2031-06-01", "2031-12-31")]
    assert days[0][0] == days[0][2]
    assert days[0][2] != days[1][2]


def test_what_is_withheld_does_not_come_back(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(book / "r3.yaml", 3, "Nora Quill wrote that the slipway part 2 had been repainted by Nora Quill.")
    for _ in range(3):
        assert "Nora Quill" in said(capsys, "carry-forward", book, "--review", "-f", "json")[1]
    for _ in range(3):
        _, covered, account = said(capsys, "carry-forward", book, "--review", "-f", "json", "--redact", "people")
        assert "Nora" not in covered
        assert "repainted" in covered
        assert account
    assert "Nora Quill" in said(capsys, "carry-forward", book, "--review", "-f", "json")[1]


def test_few_records_are_reported_on_anew(book: Path, capsys: pytest.CaptureFixture[str], made: list[str]) -> None:
    (book / "r1.yaml").unlink()
    for _ in range(3):
        said(capsys, "actions", book)
    assert made == ["actions"] * 3


def test_one_new_record_is_looked_through_and_no_other(
    book: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from minutes_cli.register import in_passing

    looked: list[date | None] = []
    really = in_passing.reports

    def reports(meeting: Meeting) -> object:
        looked.append(meeting.meeting.date)
        return really(meeting)

    monkeypatch.setattr(in_passing, "reports", reports)
    first = said(capsys, "carry-forward", book, "--review")
    assert len(looked) == MANY
    looked.clear()
    write(book / "r9.yaml", 9)
    second = said(capsys, "carry-forward", book, "--review")
    assert looked == [date(2031, 10, 7)]
    assert first != second
    monkeypatch.setenv(CACHE_VARIABLE, "off")
    assert said(capsys, "carry-forward", book, "--review") == second
