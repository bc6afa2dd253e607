"""The records that paths name, read through the index of their folder."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Self

from minutes_cli.errors import SourceUnreadable, UsageProblem
from minutes_cli.model import Meeting
from minutes_cli.store.index import Index, stamp_of
from minutes_cli.store.reading import SUFFIXES, bytes_of, is_record, load, text_in


class Shelf:
    """Finds records and reads them; what was read is kept for the next time when the shelf is left as a context."""

    def __init__(self) -> None:
        self._indexes: dict[Path, Index] = {}
        self._known: dict[Path, tuple[Index, str]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for index in self._indexes.values():
            index.save()

    def files(self, path: Path) -> list[Path]:
        """List the file that a path names, or the records in the folder that it names and in the folders in that.

        They come in the order of their names; hidden ones are passed over. Raises ``SourceUnreadable`` when there are
        none, and ``UsageProblem`` for a folder that cannot be opened.
        """
        if not path.is_dir():
            return [path]
        index = self._index(path)
        found: dict[Path, str] = {}
        for file, name in _in_order(path):
            if index.holds(file, name) or is_record(file):
                found[file] = name
                self._known[file] = (index, name)
        index.forget_all_but(found.values())
        if not found:
            where = "this folder" if path == Path() else str(path)
            raise SourceUnreadable(f"There is no record in {where}.", "Make some with: minutes parse FILE...")
        return list(found)

    def record(self, file: Path) -> Meeting:
        """Read the meeting in a record. Raises as ``read_record`` does."""
        index, name = self._known.get(file) or (self._index(file.parent), file.name)
        meeting = index.meeting(file, name)
        if meeting is None:
            stamp = None
            with suppress(OSError, ValueError):
                stamp = stamp_of(file)
            data = bytes_of(file)
            meeting = load(text_in(data, file)[0], str(file))
            if stamp is not None:
                index.note(name, stamp, data, meeting)
        return meeting

    def contents(self, files: Iterable[Path]) -> list[str] | None:
        """Say what records hold as they are now, name and digest of each; nothing when the index does not know one."""
        told: list[str] = []
        for file in files:
            index, name = self._known.get(file) or (self._index(file.parent), file.name)
            digest = index.digest(file, name)
            if digest is None:
                return None
            told += (str(file), digest)
        return told

    def _index(self, folder: Path) -> Index:
        if folder not in self._indexes:
            self._indexes[folder] = Index(folder)
        return self._indexes[folder]


def _in_order(folder: Path) -> Iterator[tuple[Path, str]]:
    """Walk through a folder and the folders in it, in the order of names, without what is hidden.

    Gives each file that may be a record by its name, with its name from the folder on.
    """
    top = len(os.path.join(folder, ""))

    def refuse(problem: OSError) -> None:
        raise UsageProblem(f"{problem.filename} cannot be opened: {problem.strerror}.", "Name the records themselves.")

    for here, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and name.lower().endswith(SUFFIXES):
                file = os.path.join(here, name)
                yield Path(file), file[top:]
