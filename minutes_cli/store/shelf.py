"""The records that paths name, read through the index of their folder."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Self

from minutes_cli.errors import SourceUnreadable, UsageProblem
from minutes_cli.model import Meeting
from minutes_cli.store.index import Index, stamp_of
from minutes_cli.store.reading import SUFFIXES, bytes_of, is_record, is_spoilt, load, text_in


class Shelf:
    """Finds records and reads them; what was read is kept for the next time when the shelf is left as a context."""

    def __init__(self) -> None:
        self._indexes: dict[Path, Index] = {}
        self._known: dict[str, tuple[Index, str]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for index in self._indexes.values():
            index.save()

    def names(self, path: Path) -> list[str]:
        """Name the file that a path names, or the records in the folder that it names and in the folders in that.

        They come in the order of their names; hidden ones are passed over. Raises ``SourceUnreadable`` when there are
        none, and ``UsageProblem`` for a folder that cannot be opened.
        """
        if not path.is_dir():
            return [str(path)]
        index = self._index(path)
        found: dict[str, str] = {}
        for file, name in _in_order(path):
            if index.holds(file, name) or is_record(Path(file)) or is_spoilt(Path(file)):
                found[file] = name
                self._known[file] = (index, name)
        index.forget_all_but(found.values())
        if not found:
            where = "this folder" if path == Path() else str(path)
            raise SourceUnreadable(f"There is no record in {where}.", "Make some with: minutes parse FILE...")
        return list(found)

    def record(self, file: str) -> Meeting:
        """Read the meeting in a record. Raises as ``read_record`` does."""
        index, name = self._where(file)
        meeting = index.meeting(file, name)
        if meeting is None:
            stamp = None
            with suppress(OSError, ValueError):
                stamp = stamp_of(file)
            path = Path(file)
            data = bytes_of(path)
            meeting = load(text_in(data, path)[0], file)
            if stamp is not None:
                index.note(name, stamp, data, meeting)
        return meeting

    def contents(self, files: Sequence[str]) -> list[str] | None:
        """Say what records hold as they are now, name and digest of each; nothing when the index does not know one."""
        told = self.digests(files)
        return [word for each in told.items() for word in each] if len(told) == len(files) else None

    def digests(self, files: Iterable[str]) -> dict[str, str]:
        """Give the digests of records by their names; of those that the index knows as they are now."""
        told: dict[str, str] = {}
        for file in files:
            index, name = self._where(file)
            if (digest := index.digest(file, name)) is not None:
                told[file] = digest
        return told

    def _where(self, file: str) -> tuple[Index, str]:
        """Say in which index a file is, and under which name."""
        return self._known.get(file) or (self._index(Path(file).parent), os.path.basename(file))

    def _index(self, folder: Path) -> Index:
        if folder not in self._indexes:
            self._indexes[folder] = Index(folder)
        return self._indexes[folder]


def _in_order(folder: Path) -> Iterator[tuple[str, str]]:
    """Walk through a folder and the folders in it, in the order of names, without what is hidden.

    Gives each file that may be a record, with its name from the folder on. These are names, not paths: to make a
    thousand paths takes longer than to ask for the times of the files.
    """
    here = "" if folder == Path() else os.path.join(folder, "")

    def refuse(problem: OSError) -> None:
        raise UsageProblem(f"{problem.filename} cannot be opened: {problem.strerror}.", "Name the records themselves.")

    for place, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        below = os.path.join(os.path.relpath(place, folder), "") if place != str(folder) else ""
        for name in sorted(names):
            if not name.startswith(".") and name.lower().endswith(SUFFIXES):
                yield here + below + name, below + name
