"""Keep records on disk without ever losing what a person has written into them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import msgspec

from minutes_cli.errors import EditsWouldBeLost, UsageProblem
from minutes_cli.model import Meeting
from minutes_cli.store.files import back_up, write_atomically
from minutes_cli.store.home import FOLDER, home_of
from minutes_cli.store.reading import BLANK, is_record, load, looks_like_record, text_of
from minutes_cli.store.tracking import carried
from minutes_cli.store.writing import DIGEST_LINE, body_of, digest, headed

Outcome = Literal["new", "unchanged", "replaced", "merged"]


class Saved(msgspec.Struct, frozen=True):
    """What became of a record: ``left_behind`` are the ids of tracked actions that only the backup still has."""

    path: Path
    outcome: Outcome
    backup: Path | None = None
    left_behind: tuple[str, ...] = ()


def save(meeting: Meeting, path: Path, *, force: bool = False) -> Saved:
    """Write a meeting's record to its file, unless a person's edits there would be lost.

    An unedited older record is replaced; the same record again is not written. With ``force`` an edited one is
    copied to ``NAME.yaml.bak`` first, and the tracking in it goes into the new record. Raises ``EditsWouldBeLost``,
    ``UsageProblem`` when the file cannot be written or is no record, and ``SourceUnreadable`` when the edited record
    cannot be read, so that nothing could be carried over.
    """
    with _while_nobody_updates(path):
        return _saved(meeting, path, force)


@contextmanager
def _while_nobody_updates(path: Path) -> Iterator[None]:
    """Hold the lock of a record's book, where there has ever been an update: else nobody can be at one."""
    home = home_of(path)
    if not (home / FOLDER).is_dir():
        yield
        return
    from minutes_cli.store.locking import Lock

    with Lock(home / FOLDER):
        yield


def _saved(meeting: Meeting, path: Path, force: bool) -> Saved:
    body = body_of(meeting)
    fresh = headed(body, digest(body))
    if path.is_dir():
        raise UsageProblem(f"{path} is a folder.", "Name a file in it with --output.")
    if not path.is_file():
        write_atomically(path, fresh)
        return Saved(path, "new")
    old = text_of(path).replace("\r\n", "\n")
    if old == fresh:
        return Saved(path, "unchanged")
    if old.strip(BLANK) and not looks_like_record(old):
        raise UsageProblem(f"{path} is there already, and is no record.", "Name another file with --output.")
    if not old.strip(BLANK) or not is_edited(old):
        write_atomically(path, fresh)
        return Saved(path, "replaced")
    if not force:
        raise EditsWouldBeLost(
            f"{path} was edited since it was written, and was left as it is.",
            "Use --force to write it anew: statuses, updates, due dates, owners and notes are kept, "
            "and the edited file is copied to a backup first.",
        )
    return _merge(meeting, path, old, digest(body))


def has_edits(path: Path) -> bool:
    """Tell whether a file is a record that a person has edited."""
    return is_record(path) and is_edited(text_of(path).replace("\r\n", "\n"))


def is_edited(text: str) -> bool:
    """Tell whether a record's text is other than the program wrote it."""
    for line in text.split("\n", 8)[:8]:
        if line.startswith(DIGEST_LINE):
            return digest(text.partition(f"{line}\n")[2]) != line.removeprefix(DIGEST_LINE).strip()
    return True


def _merge(meeting: Meeting, path: Path, old: str, written: str) -> Saved:
    """Write the record anew with the tracking of the old one; its digest stays that of the parse, so edits show."""
    merged, left_behind = carried(load(old, str(path)), meeting)
    text = headed(body_of(merged), written)
    if text == old:
        return Saved(path, "unchanged")
    backup = back_up(path)
    write_atomically(path, text)
    return Saved(path, "merged", backup, left_behind)
