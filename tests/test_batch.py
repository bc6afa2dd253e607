"""An archive read from end to end: what goes in, what comes out, and what is left alone the second time."""

from __future__ import annotations

import io
import json
import os
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from minutes_cli import store
from minutes_cli.batch import found as found_module
from minutes_cli.batch.found import Found, StillChanging, fetch
from minutes_cli.batch.manifest import NAME as MANIFEST
from minutes_cli.batch.naming import record_names
from minutes_cli.batch.outcome import Outcome, Way
from minutes_cli.batch.plan import Wish
from minutes_cli.batch.run import Order, rehearse, run
from minutes_cli.batch.sources import find
from minutes_cli.batch.summary import Summary
from tests.archive_making import make_archive, minutes_of, tree


class Watched:
    """Who follows a run and remembers."""

    def __init__(self) -> None:
        self.reasons: dict[str, int] = {}
        self.outcomes: list[Outcome] = []

    def planned(self, sources: Any, plan: Any) -> None:
        self.reasons = dict(plan.reasons)

    def ended(self, outcome: Outcome) -> None:
        self.outcomes.append(outcome)

    def waiting(self) -> None:
        pass


Runs = Callable[..., tuple[Summary, Watched]]


def order(*places: object, to: object, **settings: Any) -> Order:
    way = {key: settings.pop(key) for key in ("force", "reading", "timeout", "memory") if key in settings}
    wish = Wish(settings.pop("stale", False), settings.pop("retry", False))
    return Order(tuple(map(str, places)), Way(str(to), **way), wish, workers=2, **settings)


def go(*places: object, to: object, listed: tuple[str, ...] = (), **settings: Any) -> tuple[Summary, Watched]:
    watched = Watched()
    return run(order(*places, to=to, **settings), listed, watched), watched


def became(summary: Summary) -> dict[str, str]:
    return {outcome.source: outcome.became for outcome in summary.outcomes}


def names(folder: Path) -> list[str]:
    return [name for name in tree(folder) if name.endswith(".yaml")]


# -- what is found -----------------------------------------------------------------------------------------------------


def test_a_folder_is_mirrored(tmp_path: Path) -> None:
    source = make_archive(tmp_path / "in", 9)
    summary, _ = go(source, to=tmp_path / "out")
    assert summary.count("read") == 9
    assert names(tmp_path / "out") == sorted(f"year-{n // 7}/meeting {n:03}.yaml" for n in range(9))


def test_a_record_is_that_of_minutes_parse(tmp_path: Path, fixtures: Path) -> None:
    from click.testing import CliRunner

    from minutes_cli.cli import main

    board = fixtures / "board-word.docx"
    go(board, to=tmp_path / "out")
    CliRunner().invoke(main, ["parse", str(board), "-q", "-o", str(tmp_path / "one.yaml")])
    assert (tmp_path / "out/board-word.yaml").read_bytes() == (tmp_path / "one.yaml").read_bytes()


@pytest.mark.parametrize(
    ("places", "listed", "expected"),
    [
        (["in"], [], ["a", "deep/b"]),
        (["in/a.txt"], [], ["a"]),
        (["in/**/*.txt"], [], ["a", "deep/b"]),
        (["in/deep/*"], [], ["b"]),
        (["-"], ["in/a.txt\n", "./in/deep/b.txt\n", "\n"], ["in/a", "in/deep/b"]),
        (["-"], ["in/a.txt\r\n", "missing.txt\n"], ["in/a"]),
        (["-"], ["in\n"], ["a", "deep/b"]),
        (["in/a.txt", "in/deep"], [], ["a", "b"]),
    ],
)
def test_places(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, places: list[str], listed: list[str], expected: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in/deep").mkdir(parents=True)
    (tmp_path / "in/a.txt").write_text(minutes_of(1))
    (tmp_path / "in/deep/b.txt").write_text(minutes_of(2))
    go(*places, to="out", listed=tuple(listed))
    assert names(tmp_path / "out") == [f"{name}.yaml" for name in expected]


def test_what_is_passed_over(tmp_path: Path) -> None:
    source = make_archive(tmp_path, 1)
    for name in ("~$meeting.docx", ".hidden.txt", "Thumbs.db", "board.yaml"):
        (source / name).write_text("x")
    (source / ".git").mkdir()
    (source / ".git/a.txt").write_text(minutes_of(3))
    found = find([str(source)], [], str(tmp_path / "out"))
    assert [each.name for each in found.files] == ["year-0/meeting 000.txt"]
    assert {each.name for each in found.passed} == {"~$meeting.docx", ".hidden.txt", "Thumbs.db", "board.yaml"}


def test_records_below_the_archive_are_not_read_as_minutes(tmp_path: Path) -> None:
    source = make_archive(tmp_path, 2)
    go(source, to=source / "records")
    again, _ = go(source, to=source / "records")
    assert len(again.outcomes) == 2


def test_packed_archives(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "old.zip", "w") as packed:
        packed.writestr("2024/a.txt", minutes_of(1))
        packed.writestr("../evil.txt", minutes_of(2))
    for suffix, mode in ((".tar", "w"), (".tar.gz", "w:gz"), (".tar.xz", "w:xz"), (".tbz2", "w:bz2")):
        with tarfile.open(tmp_path / f"t{suffix[1:3]}{suffix}", mode) as tar:  # type: ignore[call-overload]
            data = minutes_of(10 + len(mode) + len(suffix)).encode()
            member = tarfile.TarInfo("deep/b.txt")
            member.size = len(data)
            tar.addfile(member, io.BytesIO(data))
            tar.addfile(tarfile.TarInfo("/abs.txt"))
    summary, _ = go(tmp_path, to=tmp_path / "out")
    assert set(became(summary).values()) == {"read"}
    assert (
        names(tmp_path / "out") == ["old/2024/a.yaml", "tta/deep/b.yaml", "ttb/deep/b.yaml"]
        or len(names(tmp_path / "out")) == 5
    )
    assert "would lie outside" in str(summary.passed)
    _, again = go(tmp_path, to=tmp_path / "out")
    assert again.outcomes == []


def test_broken_and_locked_archives_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04 cut off")
    (tmp_path / "b.tgz").write_bytes(b"\x1f\x8b not gzip")
    summary, _ = go(tmp_path, to=tmp_path / "out")
    assert {each.name for each in summary.passed} == {"a.zip", "b.tgz"}


def test_stores_behind_a_url(tmp_path: Path) -> None:
    import fsspec  # type: ignore[import-untyped,unused-ignore]

    memory = fsspec.filesystem("memory")
    for number in range(3):
        memory.pipe_file(f"/archive/{number}/m.txt", minutes_of(number).encode())
    summary, _ = go("memory://archive", to="memory://records")
    assert summary.count("read") == 3
    assert memory.exists("/records/2/m.yaml")
    _, again = go("memory://archive", to="memory://records")
    assert again.outcomes == []
    memory.pipe_file("/archive/1/m.txt", minutes_of(50).encode())
    _, changed = go("memory://archive/*/m.txt", to="memory://records")
    assert [outcome.source for outcome in changed.outcomes] == ["1/m.txt"]
    go("memory://archive", to=tmp_path / "out")
    assert names(tmp_path / "out") == ["0/m.yaml", "1/m.yaml", "2/m.yaml"]
    assert memory.cat_file("/records/1/m.yaml") == (tmp_path / "out/1/m.yaml").read_bytes()
    memory.rm("/archive", recursive=True)
    memory.rm("/records", recursive=True)


def test_an_edited_record_in_a_store_is_kept() -> None:
    import fsspec

    memory = fsspec.filesystem("memory")
    memory.pipe_file("/edited/m.txt", minutes_of(0).encode())
    go("memory://edited", to="memory://kept")
    mine = memory.cat_file("/kept/m.yaml").replace(b"status: open", b"status: done")
    memory.pipe_file("/kept/m.yaml", mine)
    memory.pipe_file("/edited/m.txt", minutes_of(7).encode())
    summary, _ = go("memory://edited", to="memory://kept")
    assert became(summary) == {"m.txt": "edited"}
    assert memory.cat_file("/kept/m.yaml") == mine
    go("memory://edited", to="memory://kept", force=True)
    assert memory.cat_file("/kept/m.yaml.bak") == mine
    memory.rm("/edited", recursive=True)
    memory.rm("/kept", recursive=True)


# -- names -------------------------------------------------------------------------------------------------------------


def _file(name: str) -> Found:
    return Found(name=name, kind="file", at=f"/a/{name}", stamp="1-1")


@pytest.mark.parametrize(
    ("files", "known", "expected"),
    [
        (["a.pdf", "b/a.pdf"], {}, ["a.yaml", "b/a.yaml"]),
        (["Board 4.3.2031"], {}, ["Board 4.3.2031.yaml"]),
        (["a.docx", "a.pdf"], {}, ["a.docx.yaml", "a.pdf.yaml"]),
        (["A.docx", "a.pdf"], {}, ["A.docx.yaml", "a.pdf.yaml"]),
        (["a.docx", "a.pdf"], {"/a/a.pdf": "a.yaml"}, ["a.docx.yaml", "a.yaml"]),
        (["a.pdf"], {"/elsewhere/a.pdf": "a.yaml"}, ["a.pdf.yaml"]),
        (["a.pdf"], {"/x/a.pdf": "a.yaml", "/y/a.pdf": "a.pdf.yaml"}, ["a.pdf-2.yaml"]),
        (["a.pdf", "a.pdf.txt", "a.txt"], {}, ["a.pdf.yaml", "a.pdf.txt.yaml", "a.txt.yaml"]),
    ],
)
def test_record_names(files: list[str], known: dict[str, str], expected: list[str]) -> None:
    found = record_names([_file(name) for name in files], known)
    assert [found[f"/a/{name}"] for name in files] == expected
    everything = [*found.values(), *(name for key, name in known.items() if key not in found)]
    assert len({name.casefold() for name in everything}) == len(everything)


def test_a_moved_archive_keeps_its_records(tmp_path: Path) -> None:
    source = make_archive(tmp_path / "in", 3)
    go(source, to=tmp_path / "out")
    before = names(tmp_path / "out")
    source.rename(tmp_path / "moved")
    go(tmp_path / "moved", to=tmp_path / "out")
    assert names(tmp_path / "out") == before


def test_files_of_one_name_from_two_archives_get_two_records(tmp_path: Path) -> None:
    for place, number in (("one", 1), ("two", 2)):
        (tmp_path / place).mkdir()
        (tmp_path / place / "m.txt").write_text(minutes_of(number))
        go(tmp_path / place, to=tmp_path / "out")
    assert names(tmp_path / "out") == ["m.txt.yaml", "m.yaml"]


# -- what became of them -----------------------------------------------------------------------------------------------


def test_what_is_no_minutes_is_listed_apart(tmp_path: Path) -> None:
    source = make_archive(tmp_path / "in", 1)
    (source / "news.txt").write_text("Spring at last! The harbour fair is on again, with cakes and a band.")
    (source / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0 a picture")
    (source / "sound.mp3").write_bytes(bytes(range(256)) * 20)
    (source / "cut.pdf").write_bytes(b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n")
    (source / "empty.docx").write_bytes(b"")
    summary, _ = go(source, to=tmp_path / "out")
    assert became(summary) == {
        "cut.pdf": "unreadable",
        "empty.docx": "unreadable",
        "news.txt": "no minutes",
        "photo.jpg": "no minutes",
        "sound.mp3": "no minutes",
        "year-0/meeting 000.txt": "read",
    }
    assert all(outcome.reason for outcome in summary.outcomes if outcome.became != "read")
    page = (tmp_path / "out/minutes-batch.md").read_text()
    assert page.index("## Not read") < page.index("cut.pdf") < page.index("## No minutes") < page.index("news.txt")


def test_a_file_of_several_meetings_gives_a_record_each(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/year.txt").write_text("\n\n\n".join(minutes_of(n) for n in range(3)))
    summary, _ = go(tmp_path / "in", to=tmp_path / "out")
    assert names(tmp_path / "out") == ["year-2025-03-04.yaml", "year-2025-03-05.yaml", "year-2025-03-06.yaml"]
    (tmp_path / "in/year.txt").write_text("\n\n\n".join(minutes_of(n) for n in range(1, 4)))
    go(tmp_path / "in", to=tmp_path / "out")
    assert [name for name in names(tmp_path / "out") if not name.startswith(".")] == [
        "year-2025-03-05.yaml",
        "year-2025-03-06.yaml",
        "year-2025-03-07.yaml",
    ]
    assert len(summary.outcomes[0].records) == 3


def test_quality_is_the_share_read_well(tmp_path: Path) -> None:
    source = make_archive(tmp_path / "in", 3)
    (source / "cut.pdf").write_bytes(b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n")
    summary, _ = go(source, to=tmp_path / "out")
    assert summary.quality == 75.0


# -- the second time ---------------------------------------------------------------------------------------------------


def test_a_second_run_does_only_what_is_new_or_changed(tmp_path: Path) -> None:
    source, out = make_archive(tmp_path / "in", 5), tmp_path / "out"
    go(source, to=out)
    _, nothing = go(source, to=out)
    assert nothing.outcomes == []
    (source / "year-0/meeting 001.txt").write_text(minutes_of(31))
    os.utime(source / "year-0/meeting 002.txt", (1, 1))
    (source / "new.txt").write_text(minutes_of(32))
    _, some = go(source, to=out)
    assert some.reasons == {"changed": 2, "new": 1}
    assert sorted(o.became for o in some.outcomes) == ["read", "read", "same"]
    (out / "year-0/meeting 003.yaml").unlink()
    _, missing = go(source, to=out)
    assert missing.reasons == {"record missing": 1}
    assert go(source, to=out)[1].outcomes == []


def test_what_another_version_read_is_read_again_when_asked(tmp_path: Path) -> None:
    source, out = make_archive(tmp_path / "in", 2), tmp_path / "out"
    go(source, to=out)
    manifest = out / MANIFEST
    manifest.write_text(manifest.read_text().replace("minutebook ", "minutebook 0.0.", 1))
    assert go(source, to=out)[1].outcomes == []
    assert go(source, to=out, stale=True)[1].reasons == {"read by another version": 1}
    assert go(source, to=out, stale=True)[1].outcomes == []


def test_failures_are_tried_again_when_asked_or_when_options_differ(tmp_path: Path) -> None:
    source, out = make_archive(tmp_path / "in", 1), tmp_path / "out"
    (source / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0 a picture")
    (source / "cut.pdf").write_bytes(b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n")
    go(source, to=out)
    assert go(source, to=out)[1].outcomes == []
    assert [o.source for o in go(source, to=out, retry=True)[1].outcomes] == ["cut.pdf"]
    rehearsed = rehearse(order(source, to=out, reading={"ocr": True}), ())[1]
    assert sorted(job.file.name for job in rehearsed.jobs) == ["cut.pdf", "photo.jpg"]
    changed = rehearse(order(source, to=out, reading={"changes": "original"}), ())[1]
    assert len(changed.jobs) == 3


def test_a_rehearsal_writes_nothing(tmp_path: Path) -> None:
    source = make_archive(tmp_path / "in", 2)
    _, plan = rehearse(order(source, to=tmp_path / "out"), ())
    assert [job.target for job in plan.jobs] == ["year-0/meeting 000.yaml", "year-0/meeting 001.yaml"]
    assert not (tmp_path / "out").exists()


def test_edits_are_kept(tmp_path: Path) -> None:
    source, out = make_archive(tmp_path / "in", 1), tmp_path / "out"
    go(source, to=out)
    record = out / "year-0/meeting 000.yaml"
    mine = record.read_text().replace("status: open", "status: done")
    record.write_text(mine)
    (source / "year-0/meeting 000.txt").write_text(minutes_of(0).replace("three", "3") + "\nAmended.\n")
    summary, _ = go(source, to=out)
    assert became(summary) == {"year-0/meeting 000.txt": "edited"}
    assert record.read_text() == mine
    go(source, to=out, force=True)
    assert yaml.safe_load(record.read_text())["actions"][0]["status"] == "done"
    assert record.with_name("meeting 000.yaml.bak").read_text() == mine


def test_the_manifest_has_a_line_a_file(tmp_path: Path) -> None:
    source, out = make_archive(tmp_path / "in", 4), tmp_path / "out"
    go(source, to=out)
    lines = [json.loads(line) for line in (out / MANIFEST).read_text().splitlines()]
    assert [line["source"] for line in lines] == [f"year-0/meeting {n:03}.txt" for n in range(4)]
    for line in lines:
        assert len(line["sha256"]) == 64
        assert line["seconds"] > 0
        assert (out / line["records"][0]["record"]).is_file()


@pytest.mark.parametrize("rest", [b'{"source":"x', b"\x00\x00\x00", b'{"source": 3}\n', b"\n\n"])
def test_a_half_written_line_is_dropped(tmp_path: Path, rest: bytes) -> None:
    source, out = make_archive(tmp_path / "in", 3), tmp_path / "out"
    go(source, to=out)
    clean = (out / MANIFEST).read_bytes()
    lines = clean.splitlines(keepends=True)
    (out / MANIFEST).write_bytes(b"".join(lines[:-1]) + rest)
    _, watched = go(source, to=out)
    assert watched.reasons == {"new": 1}
    assert len((out / MANIFEST).read_bytes().splitlines()) == 3


# -- a source that changes ---------------------------------------------------------------------------------------------


def test_a_file_that_changes_while_it_is_read_is_read_of_one_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "m.txt"
    path.write_text("old")
    found = Found("m.txt", "file", str(path), "stale")
    real, moments = found_module.stamp_of, iter(["1", "2", "2", "2"])
    monkeypatch.setattr(found_module, "stamp_of", lambda told: next(moments))
    assert fetch(found) == (b"old", "2")
    always_another = iter(range(99))
    monkeypatch.setattr(found_module, "stamp_of", lambda told: str(next(always_another)))
    with pytest.raises(StillChanging):
        fetch(found)
    monkeypatch.setattr(found_module, "stamp_of", real)
    assert fetch(found)[1].startswith("3-")


def test_a_file_removed_during_the_run_is_told_and_forgotten(tmp_path: Path) -> None:
    source, out = make_archive(tmp_path / "in", 2), tmp_path / "out"

    class Removing(Watched):
        def planned(self, sources: Any, plan: Any) -> None:
            (source / "year-0/meeting 001.txt").unlink()

    watched = Removing()
    run(order(source, to=out), (), watched)
    assert sorted(outcome.became for outcome in watched.outcomes) == ["gone", "read"]
    assert len((out / MANIFEST).read_text().splitlines()) == 1


# -- twins -------------------------------------------------------------------------------------------------------------


def test_of_twins_the_better_record_stays(tmp_path: Path) -> None:
    source, out = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    final = minutes_of(0)
    (source / "a draft.txt").write_text(final.replace("2 prices", "prices"))
    (source / "b.txt").write_text(final)
    (source / "c copy.txt").write_text(final)
    (source / "other.txt").write_text(minutes_of(1))
    summary, _ = go(source, to=out)
    assert [(t.worse.outcome.source, t.better.outcome.source, t.same) for t in summary.twins] == [
        ("a draft.txt", "b.txt", "the same meeting"),
        ("c copy.txt", "b.txt", "the same file"),
    ]
    shown = [name for name in names(out) if not name.startswith(".")]
    assert shown == ["b.yaml", "other.yaml"]
    before = tree(out)
    assert go(source, to=out)[1].outcomes == []
    assert tree(out) == before
    (source / "a draft.txt").write_text(minutes_of(9))
    go(source, to=out)
    assert [name for name in names(out) if not name.startswith(".")] == ["a draft.yaml", "b.yaml", "other.yaml"]


def test_two_parts_of_one_meeting_are_no_twins(tmp_path: Path) -> None:
    source = tmp_path / "in"
    source.mkdir()
    (source / "open.txt").write_text(minutes_of(0))
    head, _, _ = minutes_of(0).partition("1. Moorings")
    closed = (
        "1. Staff\nThe cook asks to work fewer days in winter, and nobody had anything against that at all.\n"
        "ACTION: UT to write to the cook by 30 April 2032.\n\n2. Rent\nThe rent of the kiosk is two months late "
        "and the tenant has not answered either of our letters so far.\nRESOLVED that the solicitor be asked.\n"
    )
    (source / "closed.txt").write_text(head + closed)
    summary, _ = go(source, to=tmp_path / "out")
    assert summary.twins == []


def test_an_edited_record_is_never_set_aside(tmp_path: Path) -> None:
    source, out = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    (source / "z.txt").write_text(minutes_of(0))
    go(source, to=out)
    record = out / "z.yaml"
    record.write_text(record.read_text().replace("status: open", "status: done"))
    (source / "a.txt").write_text(minutes_of(0))
    summary, _ = go(source, to=out)
    assert [(t.worse.outcome.source, t.better.outcome.source) for t in summary.twins] == [("a.txt", "z.txt")]
    assert store.has_edits(record)


def test_twins_can_be_kept(tmp_path: Path) -> None:
    source, out = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    for name in ("a.txt", "b.txt"):
        (source / name).write_text(minutes_of(0))
    summary, _ = go(source, to=out, keep_twins=True)
    assert len(summary.twins) == 1
    assert names(out) == ["a.yaml", "b.yaml"]
    go(source, to=out)
    assert names(out) == [".minutes-batch/aside/b.yaml", "a.yaml"]
    go(source, to=out, keep_twins=True)
    assert names(out) == ["a.yaml", "b.yaml"]
