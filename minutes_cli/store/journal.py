"""Remember the last updates of a minute book, so that they can be taken back to the byte.

The journal is a folder ``.minutebook`` in the book's folder, a file for each update. It holds what was put where, and
by whom; the records do not need it, and it can be deleted at any time: then there is nothing to take back.
"""

from __future__ import annotations

from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import msgspec

from minutes_cli.store.files import write_atomically
from minutes_cli.store.home import FOLDER

KEPT = 100
"""How many updates are remembered: more than anybody takes back one by one."""

DONE, BEGUN = ".json", ".begun"
"""How the files of updates end: of those that were made, and of one that is being made (or was cut short)."""


class Change(msgspec.Struct, frozen=True):
    """Bytes put into a file: at which place, what they took the place of (mostly nothing), and what they are."""

    at: int
    took: bytes
    put: bytes


class Step(msgspec.Struct, frozen=True):
    """What an update did to one record: its path from the book's folder, its digests, and the changes in order."""

    file: str
    before: str
    after: str
    changes: list[Change]


class Entry(msgspec.Struct, frozen=True):
    """One update in the journal of one book; an update of several books has an entry with the same ``id`` in each.

    ``homes`` are the folders of all of them, from this one; ``at`` is when, in UTC, ``ids`` whose progress it was.
    """

    id: str
    at: str
    who: str
    ids: list[str]
    homes: list[str]
    steps: list[Step]


def entries(home: Path, ending: str = DONE) -> list[Path]:
    """List the files of a book's updates, the oldest first."""
    try:
        found = (home / FOLDER).iterdir()
        return sorted(each for each in found if each.name.endswith(ending) and each.name[:8].isdecimal())
    except OSError:
        return []


def read(path: Path) -> Entry | None:
    """Read one update; nothing when the file is damaged or of another version."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Entry)
    except (OSError, msgspec.DecodeError):
        return None


def begin(home: Path, entry: Entry) -> Path:
    """Note an update that is about to be made; gives the file of the note. Raises ``UsageProblem``."""
    known = entries(home)
    number = int(known[-1].name[:8]) + 1 if known else 1
    path = home / FOLDER / f"{number:08d}-{entry.id}{BEGUN}"
    write_atomically(path, msgspec.json.encode(entry))
    return path


def finish(begun: Path) -> None:
    """Note that an update was made, and forget the oldest ones."""
    begun.replace(begun.with_suffix(DONE))
    for old in entries(begun.parent.parent)[:-KEPT]:
        forget(old)


def forget(path: Path) -> None:
    """Strike an update from the journal."""
    with suppress(OSError):
        path.unlink()


def digest(data: bytes) -> str:
    """Say what the bytes of a file come to."""
    return sha256(data).hexdigest()


def undone(data: bytes, step: Step) -> bytes | None:
    """Give the bytes of a record as they were before an update; nothing when it was edited since."""
    if digest(data) != step.after:
        return None
    for change in reversed(step.changes):
        data = data[: change.at] + change.took + data[change.at + len(change.put) :]
    return data if digest(data) == step.before else None


def lifted(data: bytes, step: Step) -> bytes | None:
    """Give the bytes of a record that was edited since without what an update put in, where that still stands once."""
    for change in reversed(step.changes):
        if data.count(change.put) != 1:
            return None
        data = data.replace(change.put, change.took)
    return data
