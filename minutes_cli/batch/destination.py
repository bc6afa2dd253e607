"""Where the records of an archive go: a folder, or a store behind a URL."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Protocol

from minutes_cli.batch.found import filesystem, is_url
from minutes_cli.errors import UsageProblem
from minutes_cli.model import Meeting


class Destination(Protocol):
    """A tree of records; every ``name`` is a path below it, with "/" between folders."""

    def exists(self, name: str) -> bool:
        """Tell whether there is such a file."""

    def save(self, meeting: Meeting, name: str, *, force: bool) -> None:
        """Write a record, never over a person's edits. Raises as ``store.save`` does."""

    def read(self, name: str) -> bytes:
        """Give a file's bytes. Raises ``FileNotFoundError`` when there is none."""

    def write(self, name: str, data: bytes) -> None:
        """Write a file whole or not at all. Raises ``UsageProblem``."""

    def take_over(self, path: Path, name: str) -> None:
        """Take a file from this disk, however large, whole or not at all. Raises ``UsageProblem``."""

    def move(self, name: str, to: str) -> None:
        """Move a file, over the one that may be there."""

    def remove(self, name: str) -> None:
        """Remove a file, if there is one."""


def open_destination(place: str) -> Destination:
    """Open the folder or store of records; a folder that is not there is made with its first file."""
    return _Store(place) if is_url(place) else _Folder(Path(place))


class _Folder:
    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def exists(self, name: str) -> bool:
        return (self._folder / name).is_file()

    def save(self, meeting: Meeting, name: str, *, force: bool) -> None:
        from minutes_cli import store

        store.save(meeting, self._room_for(name), force=force)

    def read(self, name: str) -> bytes:
        return (self._folder / name).read_bytes()

    def write(self, name: str, data: bytes) -> None:
        from minutes_cli import store

        store.write_atomically(self._room_for(name), data)

    def take_over(self, path: Path, name: str) -> None:
        try:
            path.replace(self._room_for(name))
        except OSError as problem:
            raise UsageProblem(f"{name} cannot be written: {problem.strerror}.", "Name another folder.") from None

    def move(self, name: str, to: str) -> None:
        target = self._room_for(to)
        try:
            (self._folder / name).replace(target)
        except FileNotFoundError:
            return
        except OSError as problem:
            raise UsageProblem(f"{target} cannot be written: {problem.strerror}.", "Name another folder.") from None

    def remove(self, name: str) -> None:
        with suppress(FileNotFoundError):
            (self._folder / name).unlink()

    def _room_for(self, name: str) -> Path:
        path = self._folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as problem:
            why = problem.strerror or str(problem)
            raise UsageProblem(f"{path.parent} cannot be made: {why}.", "Name another folder.") from None
        return path


class _Store:
    """A store writes a file whole or not at all; what a record would lose is settled in a copy on this disk."""

    def __init__(self, url: str) -> None:
        self._files, path = filesystem(url)
        self._base = path.rstrip("/")

    def exists(self, name: str) -> bool:
        return bool(self._files.exists(self._at(name)))

    def save(self, meeting: Meeting, name: str, *, force: bool) -> None:
        from tempfile import TemporaryDirectory

        from minutes_cli import store

        with TemporaryDirectory(prefix="minutes-batch-") as folder:
            copy = Path(folder) / name.rpartition("/")[2]
            if self.exists(name):
                copy.write_bytes(self.read(name))
            saved = store.save(meeting, copy, force=force)
            if saved.backup:
                self._back_up(name)
            if saved.outcome != "unchanged":
                self.write(name, copy.read_bytes())

    def read(self, name: str) -> bytes:
        data: bytes = self._files.cat_file(self._at(name))
        return data

    def write(self, name: str, data: bytes) -> None:
        self._storing(name, lambda at: self._files.pipe_file(at, data))

    def _storing(self, name: str, store: Callable[[str], object]) -> None:
        try:
            with suppress(FileExistsError, NotImplementedError):
                self._files.makedirs(os.path.dirname(self._at(name)), exist_ok=True)
            store(self._at(name))
        except OSError as problem:
            why = problem.strerror or str(problem)
            raise UsageProblem(f"{self._at(name)} cannot be written: {why}.", "Check your rights there.") from None

    def take_over(self, path: Path, name: str) -> None:
        self._storing(name, partial(self._files.put_file, str(path)))

    def move(self, name: str, to: str) -> None:
        if self.exists(name):
            self.write(to, self.read(name))
            self.remove(name)

    def remove(self, name: str) -> None:
        with suppress(FileNotFoundError):
            self._files.rm_file(self._at(name))

    def _back_up(self, name: str) -> None:
        number = 0
        while self.exists(f"{name}.bak{number or ''}"):
            number += 1
        self.write(f"{name}.bak{number or ''}", self.read(name))

    def _at(self, name: str) -> str:
        return f"{self._base}/{name}"
