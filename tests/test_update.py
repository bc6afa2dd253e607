"""``minutes update``: progress is recorded in all records meant or in none, and taken back to the byte."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes_cli import store
from minutes_cli.errors import EditsWouldBeLost, UsageProblem
from minutes_cli.model import Action, Head, Meeting, Update
from minutes_cli.store import journal, updating
from minutes_cli.store.locking import LOCK, STALE, Lock
from minutes_cli.store.updating import Wish, undo, update

DAYS = (date(2031, 3, 4), date(2031, 5, 6))
TASKS = ("Ask for three prices", "Write to the owners", "Paint the door")
DONE = Update(on=date(2031, 6, 1), status="done", note="Sent – with stamps.")


def write_record(folder: Path, day: date, body: str = "Fennick Harbour Trust") -> Path:
    actions = [Action(id=f"{day}/{n}", ref=str(n), text=text, how="list") for n, text in enumerate(TASKS, 1)]
    path = folder / f"trust-{day}.yaml"
    path.write_text(
        "# ours, é\n" + store.dump(Meeting(meeting=Head(body=body, date=day), actions=actions)), encoding="utf-8"
    )
    return path


@pytest.fixture
def records(tmp_path: Path) -> list[Path]:
    return [write_record(tmp_path, day) for day in DAYS]


def wish(record: Path, number: int = 0, new: Update = DONE) -> Wish:
    action = store.read_record(record).actions[number]
    return Wish(record, action, new, action.id)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*.yaml")}


def updates_in(path: Path) -> list[Update]:
    return [each for action in store.read_record(path).actions for each in action.updates]


def test_several_records_are_updated_and_taken_back_to_the_byte(tmp_path: Path, records: list[Path]) -> None:
    states = [contents(tmp_path)]
    for number in range(3):
        update([wish(record, number) for record in records])
        states.append(contents(tmp_path))
    assert [len(updates_in(record)) for record in records] == [3, 3]
    for before in reversed(states[:-1]):
        undo([tmp_path])
        assert contents(tmp_path) == before
    with pytest.raises(UsageProblem, match="no update here to take back"):
        undo([tmp_path])


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.lists(st.tuples(st.integers(0, 1), st.integers(0, 2)), min_size=1, max_size=4, unique=True),
            st.sampled_from(["done", "open", None]),
            st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=20),
        ),
        min_size=1,
        max_size=4,
    ),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_undo_restores_the_bytes_whatever_was_updated(
    tmp_path_factory: pytest.TempPathFactory,
    steps: list[tuple[list[tuple[int, int]], str, str]],
    ends: str,
    coding: str,
) -> None:
    folder = tmp_path_factory.mktemp("book")
    records = [write_record(folder, day) for day in DAYS]
    for record in records:
        record.write_text(record.read_text(encoding="utf-8"), encoding=coding, newline=ends)
    states = []
    for places, status, note in steps:
        before = contents(folder)
        if update([wish(records[r], a, Update(status=status, note=note)) for r, a in places]):  # type: ignore[arg-type]
            states.append(before)
    for state in reversed(states):
        undo([folder])
        assert contents(folder) == state


def test_nothing_is_written_when_one_of_several_cannot_be(tmp_path: Path, records: list[Path]) -> None:
    before = contents(tmp_path)
    gone = Action(id="2031-05-06/9", ref="9", text="Not there", how="list")
    with pytest.raises(UsageProblem, match="is not there any more"):
        update([wish(records[0]), Wish(records[1], gone, DONE, gone.id)])
    assert contents(tmp_path) == before
    assert journal.entries(tmp_path) == []


def test_a_disk_that_fills_up_half_way_leaves_every_record_as_it_was(
    tmp_path: Path, records: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(tmp_path)
    write = updating.write_atomically

    def fail_on_the_second(path: Path, data: bytes) -> None:
        if path == records[1] and data != before[path.name]:
            raise UsageProblem("the disk is full.")
        write(path, data)

    monkeypatch.setattr(updating, "write_atomically", fail_on_the_second)
    with pytest.raises(UsageProblem, match="disk is full"):
        update([wish(record) for record in records])
    assert contents(tmp_path) == before
    assert journal.entries(tmp_path, journal.BEGUN) == journal.entries(tmp_path) == []


def test_an_update_that_was_cut_short_is_taken_back_by_the_next(tmp_path: Path, records: list[Path]) -> None:
    """As after a power cut: the first record was written, the second was not, and nobody cleaned up."""
    script = (
        "import os, sys; from pathlib import Path; from minutes_cli.store import updating, read_record\n"
        "from minutes_cli.model import Update\n"
        "write, seen = updating.write_atomically, []\n"
        "def cut(path, data):\n    if seen: os._exit(9)\n    seen.append(path); write(path, data)\n"
        "updating.write_atomically = cut\n"
        "records = [Path(each) for each in sys.argv[1:]]\n"
        "updating.update([updating.Wish(r, read_record(r).actions[0], Update(note='half'), 'x') for r in records])\n"
    )
    before = contents(tmp_path)
    assert subprocess.run([sys.executable, "-c", script, *map(str, records)], check=False).returncode == 9
    assert contents(tmp_path) != before
    update([wish(records[1], 2)])
    assert updates_in(records[0]) == []
    assert updates_in(records[1]) == [DONE]
    undo([tmp_path])
    assert contents(tmp_path) == before


def test_what_was_edited_since_is_not_taken_back_but_with_force_the_edits_stay(records: list[Path]) -> None:
    record = records[0]
    update([wish(record, 1)])
    record.write_text(record.read_text(encoding="utf-8").replace("# ours", "# edited by hand"), encoding="utf-8")
    edited = record.read_bytes()
    with pytest.raises(EditsWouldBeLost, match="--undo --force"):
        undo([record.parent])
    assert record.read_bytes() == edited
    undo([record.parent], force=True)
    assert updates_in(record) == []
    assert "# edited by hand" in record.read_text(encoding="utf-8")


def test_what_was_edited_away_is_told_with_what_to_take_out(records: list[Path]) -> None:
    record = records[0]
    update([wish(record, 1)])
    record.write_text(record.read_text(encoding="utf-8").replace("with stamps", "no stamps"), encoding="utf-8")
    with pytest.raises(EditsWouldBeLost, match="Take out by hand: updates: - on: 2031-06-01 status: done"):
        undo([record.parent], force=True)


def test_the_journal_may_be_deleted_or_damaged(tmp_path: Path, records: list[Path]) -> None:
    update([wish(records[0])])
    (note,) = journal.entries(tmp_path)
    note.write_bytes(note.read_bytes()[:20])
    with pytest.raises(UsageProblem, match="Delete it"):
        undo([tmp_path])
    note.unlink()
    with pytest.raises(UsageProblem, match="no update here"):
        undo([tmp_path])
    assert updates_in(records[0]) == [DONE]
    update([wish(records[0], 1)])
    undo([tmp_path])
    assert updates_in(records[0]) == [DONE]


def test_records_of_two_books_are_updated_together_and_taken_back_together(tmp_path: Path) -> None:
    records = []
    for name in ("board", "committee"):
        (tmp_path / name / "2031").mkdir(parents=True)
        (tmp_path / name / "minutebook.yaml").write_text(f"body: {name}\n", encoding="utf-8")
        records.append(write_record(tmp_path / name / "2031", DAYS[0]))
    before = [record.read_bytes() for record in records]
    update([wish(record) for record in records])
    assert all((tmp_path / name / ".minutebook").is_dir() for name in ("board", "committee"))
    undo([records[1]])
    assert [record.read_bytes() for record in records] == before


WRITER = (
    "import sys; from pathlib import Path; from minutes_cli.store import updating, read_record\n"
    "from minutes_cli.model import Update\n"
    "records = [Path(each) for each in sys.argv[2:]]\n"
    "for n in range(12):\n"
    "    note = Update(note=f'{sys.argv[1]} {n}')\n"
    "    updating.update([updating.Wish(r, read_record(r).actions[n % 3], note, 'x') for r in records], patience=60)\n"
)


def test_two_writers_at_once_lose_nothing(tmp_path: Path, records: list[Path]) -> None:
    before = contents(tmp_path)
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, name, *map(str, order)])
        for name, order in (("one", records), ("two", records[::-1]), ("three", records[:1]))
    ]
    assert [writer.wait(timeout=120) for writer in writers] == [0, 0, 0]
    notes = [sorted(each.note or "" for each in updates_in(record)) for record in records]
    assert notes[0] == sorted(f"{name} {n}" for name in ("one", "two", "three") for n in range(12))
    assert notes[1] == sorted(f"{name} {n}" for name in ("one", "two") for n in range(12))
    assert [path.name for path in (tmp_path / ".minutebook").iterdir() if path.suffix != ".json"] == []
    for _ in range(36):
        undo([tmp_path])
    assert contents(tmp_path) == before


def test_a_lock_that_is_held_is_waited_for_and_then_told_of(tmp_path: Path, records: list[Path]) -> None:
    before = contents(tmp_path)
    with Lock(tmp_path / ".minutebook") as held:
        assert held.is_held()
        with pytest.raises(UsageProblem, match=r"somebody else is writing .* since 20.*nothing was written"):
            update([wish(records[0])], patience=0.2)
    assert contents(tmp_path) == before
    assert len(update([wish(records[0])], patience=0.2)) == 1


@pytest.mark.parametrize(
    ("holder", "age"),
    [
        ({"mark": "a", "who": "ann", "machine": "elsewhere", "process": 1, "since": "then"}, STALE + 5),
        ({"mark": "a", "who": "ann", "machine": "", "process": 2**22 + 1, "since": "then"}, 0),
        (None, STALE + 5),
    ],
    ids=["another machine's, old", "of a process that is gone", "cut short, old"],
)
def test_a_lock_that_was_left_behind_is_taken_away(
    records: list[Path], holder: dict[str, object] | None, age: float
) -> None:
    from minutes_cli.store.locking import machine

    if holder and not holder["machine"]:
        if not hasattr(os, "fork"):
            pytest.skip("../shared: processes of this machine cannot be asked for here")
        holder["machine"] = machine()
    folder = records[0].parent / ".minutebook"
    folder.mkdir()
    lock = folder / LOCK
    lock.write_text(json.dumps(holder) if holder else "{", encoding="utf-8")
    os.utime(lock, (time.time() - age,) * 2)
    assert len(update([wish(records[0])], patience=1)) == 1
    assert not lock.exists()


def test_a_young_lock_of_another_machine_is_respected(records: list[Path]) -> None:
    folder = records[0].parent / ".minutebook"
    folder.mkdir()
    holder = {"mark": "a", "who": "ann", "machine": "elsewhere", "process": 1, "since": "noon"}
    (folder / LOCK).write_text(json.dumps(holder), encoding="utf-8")
    with pytest.raises(UsageProblem, match="ann on elsewhere, since noon") as caught:
        update([wish(records[0])], patience=0.1)
    assert str(folder / LOCK) in caught.value.hint


def test_parsing_waits_for_an_update_that_is_under_way(tmp_path: Path, records: list[Path]) -> None:
    fresh = store.read_record(records[0])
    with Lock(tmp_path / ".minutebook"):
        script = f"import sys; from pathlib import Path; from minutes_cli import store; p = Path({str(records[0])!r})\n"
        script += "store.save(store.read_record(p), p, force=True); print('saved')"
        parsing = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE)
        time.sleep(0.6)
        assert parsing.poll() is None
        text = records[0].read_text(encoding="utf-8")
        updated = store.splicing.with_update(text, "r", fresh.actions[0], DONE)[0]
        records[0].write_text(updated, encoding="utf-8")
    assert parsing.wait(timeout=20) == 0
    assert updates_in(records[0]) == [DONE]
