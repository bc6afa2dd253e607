"""``minutes update`` as it is typed: ids as the reports print them, words for what is new, and what it says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from minutes_cli import store
from minutes_cli.cli import main
from minutes_cli.model import Action, Head, Meeting, NextMeeting, Person, Update

TASKS = ("Ask for three prices for the chain", "Write to the owners", "Paint the door")
LATER = ("Ask how deep the basin is", "Ring the surveyor")


def write_record(name: str, day: date, refs: tuple[str, ...], texts: tuple[str, ...]) -> Path:
    actions = [Action(id=f"{day}/{ref}", ref=ref, text=text, how="list") for ref, text in zip(refs, texts, strict=True)]
    head = Head(body="Fennick Harbour Trust", date=day, next=NextMeeting(text="3 June", date=date(2031, 6, 3)))
    path = Path(name)
    people = [Person(name="Nora Quill", initials="NQ")]
    path.write_text(store.dump(Meeting(meeting=head, attendees=people, actions=actions)), encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_record("march.yaml", date(2031, 3, 4), ("1", "2", "AP7"), TASKS)
    write_record("may.yaml", date(2031, 5, 6), ("1", "AP8"), LATER)


def run(*words: str) -> Result:
    result = CliRunner().invoke(main, list(words))
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def last(record: str, number: int) -> Update:
    return store.read_record(Path(record)).actions[number].updates[-1]


def texts() -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in Path().glob("*.yaml")}


def test_progress_is_recorded_and_shows_in_the_reports() -> None:
    done = run(
        "update", "2031-03-04/2", "ap8", "--status", "closed", "--note", " Sent\nby post. ", "--on", "2031-05-07"
    )
    assert done.exit_code == 0, done.output
    assert "2031-03-04/2 (march.yaml): done; Sent by post. recorded\nap8 (may.yaml): done" in done.stderr
    expected = Update(on=date(2031, 5, 7), status="done", note="Sent by post.")
    assert last("march.yaml", 1) == last("may.yaml", 1) == expected
    log = run("actions", "--as-of", "2031-05-08", "--status", "done", "-f", "csv")
    assert "Write to the owners" in log.stdout
    assert run("update", "AP8", "--status", "done", "--note", "Sent by post.", "--on", "2031-05-07").exit_code == 0
    assert len(store.read_record(Path("may.yaml")).actions[1].updates) == 1, "the same again is not recorded twice"


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("2031-06-30", date(2031, 6, 30)),
        ("30 June", date(2031, 6, 30)),
        ("3 March", date(2032, 3, 3)),
        ("Friday", date(2031, 5, 9)),
        ("by Friday", date(2031, 5, 9)),
        ("end of May", date(2031, 5, 31)),
        ("the end of May", date(2031, 5, 31)),
        ("next meeting", date(2031, 6, 3)),
    ],
)
def test_due_is_said_in_words_that_mean_one_day_from_the_day_of_the_news(words: str, meant: date) -> None:
    assert run("update", "AP7", "--due", words, "--on", "2031-05-07").exit_code == 0
    assert last("march.yaml", 2).due == meant


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["1", "--note", "x"], "'1' may be any of 2 actions: 2031-03-04/1 (Ask for"),
        (
            ["2031-03-05/2", "--note", "x"],
            "there is no action '2031-03-05/2'; nothing was written. The nearest are: 2031-0",
        ),
        (["AP7", "nobody's", "--note", "x"], 'there is no action "nobody\'s"; nothing was written. For the ids'),
        (
            ["AP7", "--status", "maybe"],
            "'maybe' is no status; nothing was written. Use one of: open, in progress, done",
        ),
        (["AP7", "--due", "whenever"], "--due 'whenever' is not one day of the calendar"),
        (["AP7", "--due", "in a few weeks"], "is not one day of the calendar"),
        (["AP7", "--due", "2031-05-01"], "which is before 2031-05-07"),
        (["AP7", "--note", "x", "--on", "2031-03-01"], "2031-03-01 is before the meeting of 2031-03-04"),
        (["AP7"], "What is new?"),
        (["AP7", "--note", "  "], "What is new?"),
        (["--note", "x"], "Which action?"),
        (["AP7", "--note", "x", "--force"], "--force goes with --undo"),
        (["AP7", "--undo"], "--undo takes back the whole last update"),
        (["--undo"], "there is no update here to take back"),
        (["AP7", "--note", "x", "--in", "nowhere.yaml"], "There is no file nowhere.yaml"),
    ],
)
def test_what_cannot_be_is_said_in_one_line_and_nothing_is_written(words: list[str], said: str) -> None:
    before = texts()
    on = [] if "--on" in words or "--undo" in words else ["--on", "2031-05-07"]
    refused = run("update", *words, *on)
    assert refused.exit_code in (2, 3)
    assert said in refused.stderr
    assert len(refused.stderr.splitlines()) == 1
    assert texts() == before
    assert not Path(".minutebook").exists()


def test_a_dry_run_shows_the_difference_and_writes_nothing() -> None:
    before = texts()
    shown = run("update", "AP7", "--status", "carried", "--on", "2031-05-07", "--dry-run")
    assert "+  updates:\n+  - on: 2031-05-07\n+    status: carried\n" in shown.stdout
    assert texts() == before
    run("update", "AP7", "--status", "carried", "--on", "2031-05-07")
    after = texts()
    assert "-    status: carried\n" in run("update", "--undo", "--dry-run").stdout
    assert texts() == after
    assert "march.yaml: as it was before" in run("update", "--undo").stderr
    assert texts() == before


def test_house_words_and_the_roster_of_the_book_count() -> None:
    Path("minutebook.yaml").write_text(
        "people: [{name: Ivo Marsh, initials: IM, aliases: [The Pilot]}]\n"
        "meetings: [{date: 2031-05-20, name: AGM}]\nwords: {status: {in progress: [on the slip]}}\n",
        encoding="utf-8",
    )
    done = run(
        "update", "AP7", "--status", "On the slip", "--owner", "The Pilot, NQ, Zed", "--due", "next meeting",
        "--on", "2031-05-07",
    )  # fmt: skip
    assert done.stderr.splitlines()[0] == "AP7: Zed is neither on the list of that meeting nor on the roster."
    new = last("march.yaml", 2)
    assert (new.status, new.owners, new.due) == ("in progress", ["The Pilot", "NQ", "Zed"], date(2031, 5, 20))


def test_minutes_are_no_record_to_update() -> None:
    Path("trust.txt").write_text(
        "Minutes of the Trustees held on 4 March 2031\n\nPresent: Nora Quill (NQ)\n\n1. Moorings\n\n"
        "ACTION: NQ to ask for prices.\n",
        encoding="utf-8",
    )
    refused = run("update", "2031-03-04/1", "--note", "x", "--in", "trust.txt", "--on", "2031-05-07")
    assert (refused.exit_code, "minutes parse trust.txt" in refused.stderr) == (2, True)


def test_an_update_survives_another_parse_of_mended_minutes() -> None:
    minutes = Path("trust.txt")
    said = (
        "Minutes of the Trustees held on 4 March 2031\n\nPresent: Nora Quill (NQ), Ivo Marsh (IM)\n\n1. Moorings\n\n"
        "ACTION: NQ to ask three yards for prices of chain.\n\nACTION: IM to paint the door of the loft.\n"
    )
    minutes.write_text(said, encoding="utf-8")
    run("parse", "trust.txt")
    assert run("update", "2031-03-04/2", "--in", "trust.yaml", "--status", "done", "--on", "2031-04-01").exit_code == 0
    minutes.write_text(
        said.replace("Moorings\n", "Moorings\n\nACTION: NQ to order a lamp.\n").replace(
            "of the loft", "of the net loft"
        ),
        encoding="utf-8",
    )
    assert run("parse", "trust.txt").exit_code == 4, "edited, so left alone"
    assert run("parse", "trust.txt", "--force").exit_code == 0
    actions = store.read_record(Path("trust.yaml")).actions
    assert [bool(action.updates) for action in actions] == [False, False, True]
    assert "net loft" in actions[2].text


def test_what_stands_beside_the_records_is_told_once() -> None:
    Path("broken.yaml").write_text("schema: 1\nmeeting: [\n", encoding="utf-8")
    Path("minutebook.yaml").write_text("colour: red\n", encoding="utf-8")
    for given in ("AP7", "2031-03-04/2"):
        done = run("update", given, "--note", "x", "--on", "2031-05-07")
        assert done.exit_code == 3, "one record could not be read"
        assert [done.stderr.count(said) for said in ("broken.yaml:3", "B701", "x recorded")] == [1, 1, 1]


def test_a_row_that_a_later_meeting_listed_again_is_the_same_action() -> None:
    write_record("july.yaml", date(2031, 7, 1), ("5",), TASKS[:1])
    for given, record in (("2031-03-04/1", "march.yaml"), ("2031-07-01/5", "july.yaml")):
        assert f"({record})" in run("update", given, "--note", given, "--on", "2031-07-02").stderr
    log = run("actions", "--as-of", "2031-07-03", "-f", "json").stdout
    assert log.count('"note": "2031-07-01/5"') == 1
