"""What was worked out from records before, kept in the user's cache for as long as nothing of it has changed.

An answer is kept under all that it depends on, as one digest; one for each question (folders asked for, say), so that
the next answer takes the place of the last. Like the index it can be deleted at any time.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from minutes_cli.cache import Kind, cache_folder, put_in_place
from minutes_cli.store.index import version

TEXTS = (".py", ".yaml", ".css", ".html", ".js")
"""How the files end that the program is made of."""

_MAGIC = b"minutebook answer\n"


class Memory:
    """The last answer to one question; ``parts`` are what the question is, in any order that is always the same.

    ``kind`` says what sort of answer it is.
    """

    def __init__(self, parts: Iterable[str], kind: Kind = "register") -> None:
        folder = cache_folder()
        name = _digest(parts).hex()[:32]
        self._path = folder / f"{name}.{kind}" if folder else None

    def recall(self, depends_on: Iterable[str]) -> memoryview | None:
        """Give the answer that was kept, when it depended on the very same; another is thrown away."""
        if self._path is None:
            return None
        try:
            data = self._path.read_bytes()
        except OSError:
            return None
        start = len(_MAGIC) + 32
        answer = memoryview(data)[start + 4 :]
        whole = data[:start] == _MAGIC + _digest(depends_on)
        if whole and zlib.crc32(answer) == int.from_bytes(data[start : start + 4], "big"):
            return answer
        self.forget()
        return None

    def forget(self) -> None:
        """Throw away what was kept."""
        if self._path is not None:
            with suppress(OSError):
                self._path.unlink(missing_ok=True)

    def keep(self, depends_on: Iterable[str], answer: bytes) -> None:
        """Keep an answer for the next time; that it cannot be written does not matter."""
        if self._path is not None:
            check = zlib.crc32(answer).to_bytes(4, "big")
            put_in_place(self._path, b"".join([_MAGIC, _digest(depends_on), check, answer]))


def program(*folders: str) -> str:
    """Say which program text is in folders of the package, by names, sizes and times of its files."""
    told = []
    package = Path(__file__).parent.parent
    for folder in folders:
        with suppress(OSError), os.scandir(package / folder) as files:
            stats = [(each.name, each.stat()) for each in files if each.name.endswith(TEXTS)]
            told += sorted(f"{folder}/{name} {stat.st_size} {stat.st_mtime_ns}" for name, stat in stats)
    return sha256("\n".join([version().hex(), *told]).encode("utf-8", "surrogateescape")).hexdigest()


def _digest(parts: Iterable[str]) -> bytes:
    told = sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogateescape")
        told.update(len(data).to_bytes(8, "big"))
        told.update(data)
    return told.digest()
