"""A register that was drawn up before, from the very same records, for the same day: it need not be drawn up again.

Where only some records are new, what was found in the others alone need not be looked for again.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from minutes_cli.book import Book
from minutes_cli.cli.books import folder_of
from minutes_cli.cli.unswept import keep_to_the_end, unswept
from minutes_cli.register import InPassing, Register

if TYPE_CHECKING:
    from minutes_cli.store.shelf import Shelf

TEXTS = (".", "register", "vocabulary", "vocabulary/en")
"""The folders of the program whose text decides what a register says."""


class Asked(NamedTuple):
    """What a report is asked over: paths, the names of the files that they name, and the day."""

    paths: Sequence[Path]
    names: Sequence[str]
    as_of: date


class Drawn:
    """The register of some records on a day, with what their book says, as far as it is kept.

    One is kept for the paths that were asked for. Nothing is kept of minutes that are read on the fly, of few records,
    and of those that could not be read.
    """

    def __init__(self, shelf: Shelf, asked: Asked, book: Book) -> None:
        from minutes_cli.store.index import FEWEST
        from minutes_cli.store.memory import Memory
        from minutes_cli.store.reading import SUFFIXES

        self._shelf, self._files, self._book, self._as_of = shelf, asked.names, book, asked.as_of
        folders = sorted({os.path.realpath(folder_of(path)) for path in asked.paths or [Path()]})
        self._memory, self._found = Memory(folders), Memory(folders, "passing")
        self._is_kept = len(self._files) >= FEWEST and all(file.lower().endswith(SUFFIXES) for file in self._files)
        if not self._is_kept:
            self._memory.forget()
            self._found.forget()

    def in_passing(self) -> InPassing:
        """Give what was found before in the records that are as they were; nothing of the others."""
        import msgspec

        from minutes_cli.register.in_passing import Reports
        from minutes_cli.store.memory import program

        known: dict[str, Reports] = {}
        if self._is_kept and (kept := self._found.recall([program(*TEXTS)])) is not None:
            with suppress(msgspec.DecodeError, msgspec.ValidationError):
                known = msgspec.msgpack.decode(kept, type=dict[str, Reports])
        digests = self._shelf.digests(self._files) if known else {}
        return InPassing({name: known[digest] for name, digest in digests.items() if digest in known})

    def keep_in_passing(self, found: InPassing) -> None:
        """Keep what was found in each record, by the record's content, when some of it is new."""
        import msgspec

        from minutes_cli.store.memory import program

        if not self._is_kept or not found.is_new:
            return
        digests = self._shelf.digests(self._files)
        told = {digests[name]: its for name, its in found.found.items() if name in digests}
        self._found.keep([program(*TEXTS)], msgspec.msgpack.encode(told))

    def recalled(self) -> tuple[Register, list[str]] | None:
        """Give the register that was kept, and the files that it is made from; nothing when anything has changed."""
        from minutes_cli.register.packing import unpacked

        depends_on = self._depends_on()
        kept = self._memory.recall(depends_on) if depends_on else None
        if kept is None:
            return None
        import msgspec

        with suppress(msgspec.MsgspecError, LookupError, ValueError), unswept(len(self._files)):
            sources, told = msgspec.msgpack.decode(kept, type=tuple[list[str], msgspec.Raw])
            register = unpacked(memoryview(told))
            keep_to_the_end(register, len(self._files))
            return register, sources
        return None

    def keep(self, register: Register, sources: Sequence[str]) -> None:
        """Keep the register for the next report on the same records and the same day."""
        from minutes_cli.register.packing import packed

        depends_on = self._depends_on()
        if depends_on is None or (told := packed(register)) is None:
            return
        import msgspec

        self._memory.keep(depends_on, msgspec.msgpack.encode((sources, msgspec.Raw(told))))

    def _depends_on(self) -> list[str] | None:
        """List all that decides what the register says; nothing when a record is not known as it is now."""
        import msgspec

        from minutes_cli.store.memory import program

        contents = self._shelf.contents(self._files) if self._is_kept else None
        if contents is None:
            return None
        try:
            book = msgspec.msgpack.encode(self._book).hex()
        except (TypeError, ValueError, OverflowError):
            return None
        return [program(*TEXTS), self._as_of.isoformat(), book, *contents]
