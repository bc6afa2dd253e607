"""What a person has written into a record is never lost."""

from __future__ import annotations

import os
import stat
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from minutes_cli import store
from minutes_cli.errors import EditsWouldBeLost, SourceUnreadable, UsageProblem
from minutes_cli.model import Action, Due, Head, Meeting, Update


def action(ref: str, text: str = "Do it", **fields: Any) -> Action:
    return Action(id=f"2031-03-04/{ref}", ref=ref, text=text, how="list", **fields)


def meeting(*actions: Action, **fields: Any) -> Meeting:
    return Meeting(meeting=Head(body="Fennick Harbour Trust", date=date(2031, 3, 4)), actions=list(actions), **fields)


def renamed(one: Action) -> Action:
    """The same action under the id of another numbering."""
    return msgspec.structs.replace(one, id=f"fht/{one.id}")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "trust.yaml"


def edit(path: Path, old: str, new: str) -> str:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="")
    return path.read_text(encoding="utf-8")


def test_a_new_record_is_written_and_the_same_again_is_not(path: Path) -> None:
    assert store.save(meeting(action("1")), path).outcome == "new"
    os.utime(path, (1, 1))
    assert store.save(meeting(action("1")), path).outcome == "unchanged"
    assert path.stat().st_mtime == 1


def test_an_unedited_older_record_is_replaced(path: Path) -> None:
    store.save(meeting(action("1")), path)
    assert store.save(meeting(action("1"), action("2")), path) == store.Saved(path, "replaced")
    assert len(store.read_record(path).actions) == 2
    assert [p.name for p in path.parent.iterdir()] == ["trust.yaml"]


def test_other_line_ends_are_no_edit(path: Path) -> None:
    store.save(meeting(action("1")), path)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert store.save(meeting(action("1")), path).outcome == "unchanged"
    assert store.save(meeting(action("2")), path).outcome == "replaced"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("status: open", "status: done"),
        ("Do it", "Do that"),
        ("schema: 1", "# a comment\nschema: 1"),
        ("list\n", "list\n\n"),
    ],
)
def test_an_edited_record_is_left_alone(path: Path, old: str, new: str) -> None:
    store.save(meeting(action("1")), path)
    edited = edit(path, old, new)
    for fresh in (meeting(action("1")), meeting(action("2"))):
        with pytest.raises(EditsWouldBeLost, match="--force"):
            store.save(fresh, path)
    assert path.read_text(encoding="utf-8") == edited


def test_a_record_without_its_digest_counts_as_edited(path: Path) -> None:
    text = store.dump(meeting(action("1")))
    path.write_text("".join(text.splitlines(keepends=True)[2:]), encoding="utf-8")
    with pytest.raises(EditsWouldBeLost):
        store.save(meeting(action("2")), path)


def test_force_keeps_tracking_and_makes_a_backup(path: Path) -> None:
    store.save(meeting(action("1", "Old words"), action("2")), path)
    edited = edit(path, "status: open", "status: done\n  notes: rang twice\n  updates: [{on: 2031-04-01, note: begun}]")
    saved = store.save(meeting(action("1", "New words"), action("2")), path, force=True)
    assert saved.outcome == "merged"
    assert saved.backup == path.with_name("trust.yaml.bak")
    assert saved.backup.read_text(encoding="utf-8") == edited
    first = store.read_record(path).actions[0]
    assert (first.text, first.status, first.extra) == ("New words", "done", {"notes": "rang twice"})
    assert first.updates == [Update(on=date(2031, 4, 1), note="begun")]


def test_tracking_stays_guarded_after_force(path: Path) -> None:
    store.save(meeting(action("1")), path)
    edit(path, "status: open", "status: done")
    store.save(meeting(action("1"), action("2")), path, force=True)
    with pytest.raises(EditsWouldBeLost):
        store.save(meeting(action("1"), action("2")), path)
    again = store.save(meeting(action("1"), action("2")), path, force=True)
    assert (again.outcome, again.backup) == ("unchanged", None)


def test_no_backup_is_overwritten(path: Path) -> None:
    store.save(meeting(action("1")), path)
    names = []
    for number in range(3):
        edit(path, "Do it", f"Do it, {number}")
        saved = store.save(meeting(action("1")), path, force=True)
        assert saved.backup
        names.append(saved.backup.name)
    assert names == ["trust.yaml.bak", "trust.yaml.bak1", "trust.yaml.bak2"]


DUE = Due(text="in May", kind="month")
CARRIED: list[tuple[str, Action, Action, dict[str, Any]]] = [
    # (reason, edited, fresh, what the new record must have)
    ("nothing tracked: the minutes stand", action("1"), action("1", owners=["NQ"], due=DUE), {"owners": ["NQ"]}),
    ("owners set by hand", action("1", owners=["IM"]), action("1", owners=["NQ"]), {"owners": ["IM"]}),
    ("a due date set by hand", action("1", due=DUE), action("1"), {"due": DUE}),
    ("the text is that of the minutes", action("1", "Old"), action("1", "New"), {"text": "New"}),
    ("found by words", renamed(action("1", status="done")), action("1"), {"status": "done", "id": "2031-03-04/1"}),
]


@pytest.mark.parametrize(("edited", "fresh", "has"), [row[1:] for row in CARRIED], ids=[row[0] for row in CARRIED])
def test_what_is_carried_over(path: Path, edited: Action, fresh: Action, has: dict[str, Any]) -> None:
    path.write_text(store.dump(meeting(edited)) + "# edited\n", encoding="utf-8")
    store.save(meeting(fresh), path, force=True)
    [kept] = store.read_record(path).actions
    assert {key: getattr(kept, key) for key in has} == has


def test_when_references_move_the_words_decide(path: Path) -> None:
    """A row found anew shifts the numbers: the tracking goes with the words, not with the number."""
    path.write_text(store.dump(meeting(action("1", "Paint", status="done"))) + "# edited\n", encoding="utf-8")
    moved = msgspec.structs.replace(action("1", "Paint"), id="2031-03-04/1-2")
    store.save(meeting(action("1", "Sweep"), moved), path, force=True)
    assert [(a.text, a.status) for a in store.read_record(path).actions] == [("Sweep", "open"), ("Paint", "done")]


def test_actions_added_by_hand_go_along_and_lost_ones_are_named(path: Path) -> None:
    store.save(meeting(action("1"), action("2", "Gone", status="done"), action("3", "Gone untracked")), path)
    edit(path, "actions:\n", "actions:\n- {id: mine, ref: M, text: My own}\n")
    saved = store.save(meeting(action("1")), path, force=True)
    assert [each.id for each in store.read_record(path).actions] == ["2031-03-04/1", "mine"]
    assert saved.left_behind == ("2031-03-04/2",)


def test_a_broken_edited_record_is_not_forced_away(path: Path) -> None:
    store.save(meeting(action("1")), path)
    edited = edit(path, "status: open", "status: [open")
    with pytest.raises(SourceUnreadable, match=r"trust\.yaml:"):
        store.save(meeting(action("1")), path, force=True)
    assert path.read_text(encoding="utf-8") == edited
    assert list(path.parent.iterdir()) == [path]


def test_what_is_no_record_is_never_overwritten(path: Path, tmp_path: Path) -> None:
    path.write_text("shopping: [bread]\n", encoding="utf-8")
    for force in (False, True):
        with pytest.raises(UsageProblem, match="no record"):
            store.save(meeting(), path, force=force)
        with pytest.raises(UsageProblem, match="folder"):
            store.save(meeting(), tmp_path, force=force)
    assert path.read_text(encoding="utf-8") == "shopping: [bread]\n"


def test_an_empty_file_may_be_filled(path: Path) -> None:
    path.touch()
    assert store.save(meeting(), path).outcome == "replaced"


def test_nothing_is_left_half_written(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store.save(meeting(action("1")), path)
    before = path.read_bytes()

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UsageProblem, match="No space left"):
        store.save(meeting(action("2")), path)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_rights_and_links_are_kept(path: Path, tmp_path: Path) -> None:
    store.save(meeting(action("1")), path)
    path.chmod(0o640)
    link = tmp_path / "link.yaml"
    link.symlink_to(path)
    store.save(meeting(action("2")), link)
    assert link.is_symlink()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert store.read_record(path).actions[0].ref == "2"


@pytest.mark.skipif(not Path("/dev/null").is_char_device(), reason="there is no /dev/null here")
def test_a_device_is_written_to_and_not_replaced() -> None:
    store.write_atomically(Path("/dev/null"), "x")
    store.save(meeting(), Path("/dev/null"))
    assert Path("/dev/null").is_char_device()


def test_a_missing_folder_is_a_plain_error(tmp_path: Path) -> None:
    with pytest.raises(UsageProblem, match="Make the folder"):
        store.save(meeting(), tmp_path / "none" / "x.yaml")


TASKS = ("Ask for three prices for the chain", "Write to the owners of the moorings", "Paint the net loft door")


def reparsed(path: Path, *texts: str) -> dict[str, bool]:
    """Track the second of three tasks, parse again as these texts, and say which of them is done."""
    store.save(meeting(*(action(str(n), text) for n, text in enumerate(TASKS, 1))), path)
    edit(
        path, "text: Write to the owners of the moorings\n  owners: []\n", "text: Write to the owners of the moorings\n"
    )
    tracked = store.read_record(path)
    tracked.actions[1].updates.append(Update(on=date(2031, 4, 1), status="done"))
    path.write_text(store.dump(tracked).replace("actions:", "# mine\nactions:"), encoding="utf-8")
    saved = store.save(meeting(*(action(str(n), text) for n, text in enumerate(texts, 1))), path, force=True)
    found = {each.text: bool(each.updates) for each in store.read_record(path).actions}
    assert (saved.left_behind == ()) == any(found.values()), "tracking is in the record, or its loss is told"
    return found


@pytest.mark.parametrize(
    ("texts", "done"),
    [
        (TASKS, TASKS[1]),
        (("Order a new lamp for the quay", *TASKS), TASKS[1]),
        (TASKS[1:], TASKS[1]),
        ((TASKS[2], TASKS[0], TASKS[1]), TASKS[1]),
        ((TASKS[0], "Write to all owners of the moorings.", TASKS[2]), "Write to all owners of the moorings."),
        (
            ("Order a new lamp", TASKS[0], "Write to the owners of moorings", TASKS[2]),
            "Write to the owners of moorings",
        ),
        ((TASKS[0], "Ring everybody who has a boat", TASKS[2]), "Ring everybody who has a boat"),
        (("Order a new lamp", TASKS[0], "Ring everybody who has a boat", TASKS[2]), None),
        ((TASKS[0], TASKS[2]), None),
        ((TASKS[0], "Write to the owners of the barges", "Write to the owners of the moorings"), TASKS[1]),
    ],
)
def test_tracking_follows_the_task_when_rows_move_or_words_are_mended(
    path: Path, texts: tuple[str, ...], done: str | None
) -> None:
    assert [text for text, is_done in reparsed(path, *texts).items() if is_done] == ([done] if done else [])
