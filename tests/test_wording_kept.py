"""Wordings kept compiled from run to run: they find what fresh ones find, and what goes wrong costs nothing."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from minutes_cli.wording import kept

FIXTURES = Path(__file__).parent.parent / "fixtures"

WORDINGS = [
    ("", 0),
    (r"\bquay\b", 0),
    (r"(?P<who>[A-ZÀ-Þ]\w+) (?:to|will) (?P<what>.+)", 0),
    (r"(?i:^\W*resolved\b)|(?-i:AGREED)", re.MULTILINE),
    (r"(?<!\w)(?:4|14) (?:march|may)\b  # a day", re.IGNORECASE | re.VERBOSE),
    (r"[\u0400-\u04ff]+|(a)|(?P<b>b)(?(b)c|d)", re.DOTALL),
    (r"^(?:x{2,4}?|y*+)\Z", re.ASCII),
]
TEXTS = [
    "",
    "The quay\nwas shut.",
    "Greta will mend it",
    "resolved: that\nAGREED",
    "on 4  MAY",
    "бухта bc",
    "xxx",
    "yyyy",
    "é",
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("MINUTES_CACHE", str(tmp_path))
    monkeypatch.setattr(kept, "_fresh", {})
    kept._known.cache_clear()
    yield tmp_path
    kept._known.cache_clear()


def again() -> None:
    kept._known.cache_clear()


@pytest.mark.parametrize(("pattern", "flags"), WORDINGS)
def test_a_kept_wording_is_the_compiled_one(pattern: str, flags: int, folder: Path) -> None:
    kept.compiled(pattern, flags)
    kept.keep()
    again()
    assert (pattern, int(flags)) in kept._known()
    made, really = kept.compiled(pattern, flags), re.compile(pattern, flags)
    assert not kept._fresh
    assert (made, made.flags, made.groups, made.groupindex) == (really, really.flags, really.groups, really.groupindex)
    for text in TEXTS:
        found = [[(m.span(), m.groups(), m.groupdict()) for m in each.finditer(text)] for each in (made, really)]
        assert found[0] == found[1]


def test_a_wording_that_cannot_be_written_down_is_compiled_each_time(folder: Path) -> None:
    for pattern in ("[\ud800-\udfff]", "quay"):
        assert kept.compiled(pattern, 0) == re.compile(pattern)
    kept.keep()
    again()
    assert list(kept._known()) == [("quay", 0)]


def ways_of_damage() -> dict[str, bytes]:
    return {
        "empty": b"",
        "foreign": b"minutes of the harbour board",
        "another form": b"minutebook wordings 0\n",
        "no words": kept._MAGIC + b"\0\0\0\0",
    }


@pytest.mark.parametrize("damage", ["empty", "foreign", "another form", "no words", "cut short", "one bit", "folder"])
def test_a_damaged_file_is_nothing_but_slower(damage: str, folder: Path) -> None:
    kept.compiled(r"\bquay\b", 0)
    kept.keep()
    again()
    (place,) = folder.glob("*.wordings")
    whole = place.read_bytes()
    if damage == "folder":
        place.unlink()
        place.mkdir()
    else:
        flipped = bytes([*whole[:-9], whole[-9] ^ 1, *whole[-8:]])
        place.write_bytes({**ways_of_damage(), "cut short": whole[:-7], "one bit": flipped}[damage])
    assert kept.compiled(r"\bquay\b", 0) == re.compile(r"\bquay\b")
    kept.keep()


def test_code_of_another_engine_is_not_run(folder: Path) -> None:
    odd = kept._Code(r"\bquay\b", 0, 32, b"\xff\xff\xff\xff" * 3, 0, {})
    kept._known()[r"\bquay\b", 0] = odd
    assert kept.compiled(r"\bquay\b", 0).search("the quay")


def parsed(cache: str) -> tuple[bytes, bytes, int]:
    command = [sys.executable, "-m", "minutes_cli", "parse", "-q", str(FIXTURES / "board-office.pdf"), "-o", "-"]
    done = subprocess.run(command, capture_output=True, env={**os.environ, "MINUTES_CACHE": cache}, check=False)
    return done.stdout, done.stderr, done.returncode


def test_the_record_is_the_same_with_and_without(tmp_path: Path) -> None:
    expected = parsed("off")
    assert expected[2] == 0
    assert parsed(str(tmp_path / "new")) == expected
    (place,) = (tmp_path / "new").glob("*.wordings")
    assert place.stat().st_mode & 0o077 == 0
    was = place.read_bytes()
    assert parsed(str(tmp_path / "new")) == expected
    assert place.read_bytes() == was
    file = tmp_path / "file"
    file.write_text("no folder")
    assert parsed(str(file)) == expected


def test_runs_at_once_leave_a_whole_file(tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(parsed, [str(tmp_path)] * 4))
    assert len({each[0] for each in found}) == 1
    assert [each[2] for each in found] == [0] * 4
    (place,) = tmp_path.glob("*.wordings")
    assert kept._read(place)
    assert [path.name for path in tmp_path.iterdir()] == [place.name]


def test_no_words_of_the_minutes_are_kept(tmp_path: Path) -> None:
    record = parsed(str(tmp_path))[0]
    (place,) = tmp_path.glob("*.wordings")
    held = place.read_bytes()
    names = re.findall(rb"(?m)^- name: (\w+ \w+)$", record)
    assert names
    assert not [name for name in names if name in held or name.split()[1] in held]
