"""The index of records changes how soon a report is there, and nothing else, whatever becomes of files and index."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes_cli import cache as caching
from minutes_cli import store
from minutes_cli.cache import CACHE_VARIABLE, cache_folder
from minutes_cli.cli.options import Choice, Reading
from minutes_cli.cli.reports import register_of
from minutes_cli.cli.sources import meetings_of
from minutes_cli.errors import MinutesError
from minutes_cli.model import Action, Head, Meeting, Person, Update
from minutes_cli.register import gather
from minutes_cli.register.packing import packed, unpacked
from minutes_cli.store import index as indexing
from minutes_cli.store import shelf
from minutes_cli.store.index import FEWEST

MANY = FEWEST + 2


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(CACHE_VARIABLE, str(tmp_path / "cache"))
    return tmp_path / "cache"


def text_of(number: int, status: str = "open") -> str:
    day = date(2031, 1 + number % 12, 1 + number // 12)
    actions = [
        Action(id=f"{day}/{n}", ref=str(n), text=f"Paint door {n}", owners=["NQ"], status=status, how="list")  # type: ignore[arg-type]
        for n in range(3)
    ]
    actions[0].updates.append(Update(on=day, note="Begun"))
    head = Head(body="Fennick Harbour Trust", date=day)
    return store.dump(Meeting(meeting=head, attendees=[Person(name="Nora Quill", initials="NQ")], actions=actions))


@pytest.fixture
def book(tmp_path: Path) -> Path:
    folder = tmp_path / "book"
    for number in range(MANY):
        path = folder / str(2031 + number % 2) / f"r{number}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text_of(number), encoding="utf-8")
    return folder


def age(folder: Path, seconds: float = 60) -> None:
    """Make files older than a tick of the disk's clock, as they are when a report is made later."""
    for path in folder.rglob("*.yaml"):
        os.utime(path, (time.time() - seconds,) * 2)


EVERYTHING = Choice(None, (), None, None, None)


def report(folder: Path, as_of: date = date(2031, 12, 31)) -> object:
    """Read a folder and draw up its register; or say what is wrong."""
    try:
        records, worst = meetings_of([folder], Reading())
        found = register_of([folder], as_of, EVERYTHING, Reading())
    except (MinutesError, click.exceptions.Exit) as problem:
        return repr(problem)
    return records, worst, found


def without_index(monkeypatch: pytest.MonkeyPatch, folder: Path) -> object:
    with monkeypatch.context() as patch:
        patch.setenv(CACHE_VARIABLE, "off")
        return report(folder)


@pytest.fixture
def loads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the records whose YAML is read."""
    read: list[str] = []

    def load(text: str, name: str) -> Meeting:
        read.append(Path(name).name)
        return store.load(text, name)

    monkeypatch.setattr(shelf, "load", load)
    return read


def test_the_second_report_reads_no_record_and_one_that_changed_is_read_alone(
    cache: Path, book: Path, loads: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    age(book)
    first = report(book)
    assert len(loads) == MANY
    loads.clear()
    assert report(book) == first
    assert loads == []
    changed = book / "2031" / "r2.yaml"
    changed.write_text(text_of(2, "done"), encoding="utf-8")
    second = report(book)
    assert loads == ["r2.yaml"]
    assert second == without_index(monkeypatch, book) != first


def test_an_edit_of_the_same_size_in_the_same_tick_is_seen(cache: Path, book: Path, loads: list[str]) -> None:
    path = book / "2031" / "r0.yaml"
    report(book)
    times = path.stat().st_atime_ns, path.stat().st_mtime_ns
    edited = path.read_text(encoding="utf-8").replace("status: open", "status: done")
    path.write_text(edited, encoding="utf-8")
    os.utime(path, ns=times)
    loads.clear()
    records, *_ = report(book)  # type: ignore[misc]
    assert loads == ["r0.yaml"]
    assert {action.status for name, meeting in records if name == str(path) for action in meeting.actions} == {"done"}


def test_files_that_were_only_touched_or_copied_back_are_not_read_again(
    cache: Path, book: Path, loads: list[str]
) -> None:
    first = report(book)
    loads.clear()
    for path in book.rglob("*.yaml"):
        path.touch()
    assert report(book) == first
    assert loads == []


def test_few_records_are_kept_nowhere_and_deleted_ones_are_forgotten(cache: Path, book: Path) -> None:
    report(book)
    (index,) = cache.glob("*.index")
    assert index.stat().st_mode & 0o077 == 0 or os.name == "nt"
    assert b"Paint door" in index.read_bytes()
    paths = sorted(book.rglob("*.yaml"))
    before = index.stat().st_size
    paths[0].unlink()
    report(book)
    assert index.stat().st_size < before
    for path in paths[1:4]:
        path.unlink()
    report(book)
    assert list(cache.iterdir()) == []


def test_none_is_kept_when_none_is_wanted(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CACHE_VARIABLE, "off")
    assert cache_folder() is None
    assert report(book) == report(book)


@pytest.mark.parametrize("spoil", ["a file stands in its place", "read-only"])
def test_a_cache_that_cannot_be_written_does_not_matter(
    spoil: str, cache: Path, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if spoil == "read-only":
        monkeypatch.setattr(caching.os, "fdopen", lambda *_: (_ for _ in ()).throw(OSError("full")))
    else:
        cache.write_text("", encoding="utf-8")
    assert report(book) == report(book) == without_index(monkeypatch, book)


def test_what_another_version_kept_is_not_trusted(
    cache: Path, book: Path, loads: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    age(book)
    report(book)
    loads.clear()
    monkeypatch.setattr(indexing, "version", lambda: b"v" * 32)
    report(book)
    assert len(loads) == MANY


def test_an_index_of_another_folder_is_not_taken_for_this_one(cache: Path, book: Path, tmp_path: Path) -> None:
    report(book)
    other = tmp_path / "other"
    book.rename(other)
    (cache / indexing.Index(book).path.name).rename(indexing.Index(other).path)  # type: ignore[union-attr, arg-type]
    assert all(name.startswith(str(other)) for name, _ in report(other)[0])  # type: ignore[index]


@pytest.mark.parametrize("own", ["2031-03-04", "!!set {a, b}", "123456789012345678901234567890", ".nan", "{1: a}"])
def test_keys_of_ones_own_come_back_as_they_are(own: str, cache: Path, book: Path) -> None:
    for path in book.rglob("*.yaml"):
        path.write_text(path.read_text(encoding="utf-8") + f"mine: {own}\n", encoding="utf-8")
    age(book)
    values = [repr([meeting.extra for _, meeting in report(book)[0]]) for _ in range(2)]  # type: ignore[index]
    assert values[0] == values[1]


@pytest.mark.parametrize("which", ["index", "register", "passing"])
def test_what_is_cut_or_garbled_is_not_there(which: str, cache: Path, book: Path) -> None:
    age(book)
    first = report(book)
    (index,) = cache.glob(f"*.{which}")
    whole = index.read_bytes()
    places = [*range(0, 120, 5), *range(120, len(whole), len(whole) // 50)]
    for at in places:
        for other in cache.iterdir():
            if other != index:
                other.unlink()
        for spoilt in (whole[:at], whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :]):
            index.write_bytes(spoilt)
            assert report(book) == first, at


Change = Callable[[Path, int], None]


def rewrite(path: Path, number: int) -> None:
    path.write_text(text_of(number, ("open", "done", "carried")[number % 3]), encoding="utf-8")


def rewrite_and_keep_the_time(path: Path, number: int) -> None:
    before = path.stat() if path.exists() else None
    rewrite(path, number)
    if before:
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def break_it(path: Path, number: int) -> None:
    path.write_text("schema: 1\nmeeting: [\n", encoding="utf-8")


def make_it_other_yaml(path: Path, number: int) -> None:
    path.write_text("colour: red\n", encoding="utf-8")


def remove(path: Path, number: int) -> None:
    path.unlink(missing_ok=True)


def exchange(path: Path, number: int) -> None:
    other = path.with_name(f"r{number % MANY}.yaml")
    if path.exists() and other.exists() and path != other:
        between = path.with_name("between")
        path.rename(between)
        other.rename(path)
        between.rename(other)


def say_something_of_the_body(path: Path, number: int) -> None:
    text = (
        f"rag: {{amber: {number}}}\npeople: [{{name: Nora Q. Quill, aliases: [NQ], left: 2031-01-{number + 1:02}}}]\n"
    )
    (path.parent / "minutebook.yaml").write_text(text, encoding="utf-8")


def say_nothing_of_the_body(path: Path, number: int) -> None:
    (path.parent / "minutebook.yaml").unlink(missing_ok=True)


def grow_old(path: Path, number: int) -> None:
    age(path.parent, 60 + number)


def report_meanwhile(path: Path, number: int) -> None:
    report(path.parent, date(2031, 6, 1 + number % 30))


CHANGES: list[Change] = [
    rewrite, rewrite_and_keep_the_time, break_it, make_it_other_yaml, remove, exchange, grow_old, report_meanwhile,
    say_something_of_the_body, say_nothing_of_the_body,
]  # fmt: skip


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("index")


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(CHANGES), st.integers(0, MANY - 1), st.integers(0, 27)), max_size=12))
def test_the_register_with_and_without_the_index_is_equal(places: Path, changes: list[tuple[Change, int, int]]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(CACHE_VARIABLE, str(places / "cache"))
        folder = places / "book"
        folder.mkdir(exist_ok=True)
        for number in range(MANY):
            rewrite(folder / f"r{number}.yaml", number)
        report(folder)
        for change, which, number in changes:
            change(folder / f"r{which}.yaml", number)
            assert report(folder) == without_index(patch, folder)


REPORTER = (
    "import sys; from pathlib import Path; from minutes_cli.cli.sources import meetings_of\n"
    "from minutes_cli.cli.options import Reading\n"
    "for _ in range(15):\n    found, worst = meetings_of([Path(sys.argv[1])], Reading())\n"
    "    assert worst == 0 and len(found) == int(sys.argv[2]), (worst, len(found))\n"
)


def test_reports_at_once_with_somebody_writing_are_right(
    cache: Path, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reporters = [subprocess.Popen([sys.executable, "-c", REPORTER, str(book), str(MANY)]) for _ in range(3)]
    number = 0
    while any(reporter.poll() is None for reporter in reporters):
        path = sorted(book.rglob("*.yaml"))[number % MANY]
        store.write_atomically(path, text_of(number % 40, "done"))
        number += 1
    assert [reporter.returncode for reporter in reporters] == [0, 0, 0]
    assert report(book) == report(book) == without_index(monkeypatch, book)
    assert sorted(path.suffix for path in cache.iterdir()) == [".index", ".passing", ".register"]


def test_a_register_is_kept_for_its_records_its_book_and_its_day_alone(
    cache: Path, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import minutes_cli.register as room

    drawn: list[date] = []

    def draw(records: Any, as_of: date, book: Any, in_passing: Any) -> Any:
        drawn.append(as_of)
        return gather(records, as_of, book, in_passing)

    monkeypatch.setattr(room, "gather", draw)
    age(book)
    days = [date(2031, 6, 1), date(2031, 6, 1), date(2031, 6, 2)]
    reports = [report(book, day) for day in days]
    assert drawn == [days[0], days[2]], "the second was kept"
    assert reports[0] == reports[1]
    (book / "minutebook.yaml").write_text("rag: {amber: 30}\n", encoding="utf-8")
    report(book, days[2])
    rewrite(book / "2031" / "r0.yaml", 1)
    report(book, days[2])
    assert drawn == [days[0], *days[2:] * 3]
    report(book / "2031", days[2])
    assert drawn[-1:] * 4 == drawn[-4:], "of other records"


def test_a_register_comes_out_of_its_bytes_as_it_went_in(book: Path) -> None:
    records, _ = meetings_of([book], Reading())
    register = gather(records, date(2031, 12, 31))
    told = packed(register)
    assert told is not None
    assert unpacked(told) == register
    assert all(entry.held in register.meetings for entry in unpacked(told).entries)
    records[0][1].actions[0].extra["mine"] = date(2031, 1, 1)
    assert packed(gather(records, date(2031, 12, 31))) is None
