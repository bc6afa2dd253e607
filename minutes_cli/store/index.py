"""An index of the records in a folder, so that a report over a thousand of them need not read their YAML again.

It holds what ``load`` gave for each record, and nothing that the records do not say: it can be deleted at any time, and
a report with it is the report without it. It lies in the user's own cache folder, readable by nobody else, and not
beside the records (``docs/decisions.md`` says why). A record is taken from it while path, size and times of its file
are those of then; where they are not, or where the file is so young that it may have changed within one tick of the
disk's clock, its content decides. What is cut, garbled, or written by another version is not there.
"""

from __future__ import annotations

import os
import sys
import time
import zlib
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path

import msgspec

from minutes_cli import __version__
from minutes_cli.cache import cache_folder, put_in_place
from minutes_cli.model import Meeting

FEWEST = 8
"""From how many records on an index is kept: fewer are read in some 20 ms, and need no copy of their words."""

TICK = 2_000_000_000
"""How far apart two changes may be, in nanoseconds, and a disk have one time for them: 2 s on FAT, less elsewhere."""

_MAGIC = b"minutebook index\n"
_SOURCES = ("../model.py", "nodes.py", "reading.py", "index.py")
"""What decides how a record is read: an index made by other program text is not trusted."""


class Stamp(msgspec.Struct, frozen=True, array_like=True):
    """By what a file is known to be unchanged: size in bytes, times in nanoseconds, and its number on the disk."""

    size: int
    modified: int
    changed: int
    number: int


class Kept(msgspec.Struct, array_like=True):
    """One record in the index: its file's stamp, when that was taken, what its bytes come to, and where its own are."""

    stamp: Stamp
    seen: int
    digest: bytes
    at: int
    length: int
    check: int


class Index:
    """The index of one folder; ask it for the ``meeting`` in a file, ``note`` those that it has not, and ``save``.

    A ``name`` is that of a file from the folder on ("2031/march.yaml").
    """

    def __init__(self, root: Path) -> None:
        self._root = os.path.realpath(root)
        self.path = _place(self._root)
        self._kept: dict[str, Kept] = {}
        self._start = 0
        self._read: memoryview | None = None
        self._fresh: dict[str, bytes] = {}
        self._unchanged: set[str] = set()
        self._is_new = False
        if self.path is not None:
            with suppress(OSError, ValueError, msgspec.DecodeError):
                self._kept, self._start = _opened(self.path, self._root)

    def holds(self, file: str, name: str) -> bool:
        """Whether a file is here as it is on the disk at this moment."""
        kept = self._kept.get(name)
        if kept is None:
            return False
        if name not in self._unchanged:
            try:
                now, stamp = time.time_ns(), stamp_of(file)
                if stamp != kept.stamp or kept.seen - max(stamp.modified, stamp.changed) < TICK:
                    if stamp.size != kept.stamp.size or sha256(Path(file).read_bytes()).digest() != kept.digest:
                        del self._kept[name]
                        return False
                    kept.stamp, kept.seen, self._is_new = stamp, now, True
            except (OSError, ValueError):
                return False
            self._unchanged.add(name)
        return True

    def meeting(self, file: str, name: str) -> Meeting | None:
        """Give the meeting of a record as it is on the disk at this moment; nothing when it has to be read."""
        if not self.holds(file, name) or name in self._fresh:
            return None
        kept = self._kept[name]
        packed = self._body[kept.at : kept.at + kept.length]
        if len(packed) == kept.length and zlib.crc32(packed) == kept.check:
            with suppress(msgspec.DecodeError):
                return _decoder().decode(packed)
        del self._kept[name]
        return None

    def note(self, name: str, stamp: Stamp, data: bytes, meeting: Meeting) -> None:
        """Keep the meeting that was read from the bytes of a file; ``stamp`` is the file's from before it was read.

        A record whose own keys hold what cannot be kept to the letter (a date, say) is read anew each time.
        """
        seen = time.time_ns()
        self._kept.pop(name, None)
        self._is_new = True
        with suppress(TypeError, ValueError, OverflowError, RecursionError, msgspec.DecodeError):
            packed = msgspec.msgpack.encode(meeting)
            if _decoder().decode(packed) == meeting:
                self._kept[name] = Kept(stamp, seen, sha256(data).digest(), 0, len(packed), zlib.crc32(packed))
                self._fresh[name] = packed

    def digest(self, file: str, name: str) -> str | None:
        """Say what the content of a file comes to, when it is here as it is on the disk at this moment."""
        return self._kept[name].digest.hex() if self.holds(file, name) else None

    def forget_all_but(self, names: Iterable[str]) -> None:
        """Forget the records whose files are no more: the words of minutes must not outlive them here."""
        for gone in self._kept.keys() - set(names):
            del self._kept[gone]
            self._is_new = True

    def save(self) -> None:
        """Write the index for the next time, when there is something new; that it cannot be written does not matter."""
        if self.path is None or not self._is_new:
            return
        with suppress(OSError):
            if len(self._kept) < FEWEST:
                self.path.unlink(missing_ok=True)
                return
            put_in_place(self.path, self._packed())

    @property
    def _body(self) -> memoryview:
        """The records themselves, read when the first is asked for: whoever knows what they come to needs none."""
        if self._read is None:
            self._read = memoryview(b"")
            if self.path is not None:
                with suppress(OSError):
                    self._read = memoryview(self.path.read_bytes())[self._start :]
        return self._read

    def _packed(self) -> bytes:
        parts: list[bytes | memoryview] = []
        at = 0
        kept: dict[str, Kept] = {}
        for name, each in self._kept.items():
            part = self._fresh.get(name) or self._body[each.at : each.at + each.length]
            if zlib.crc32(part) != each.check:  # another report has put another index in its place meanwhile
                continue
            parts.append(part)
            kept[name] = Kept(each.stamp, each.seen, each.digest, at, each.length, each.check)
            at += each.length
        head = msgspec.msgpack.encode((self._root, kept))
        sizes = len(head).to_bytes(8, "big") + zlib.crc32(head).to_bytes(4, "big")
        return b"".join([_MAGIC, version(), sizes, head, *parts])


def stamp_of(file: Path | str) -> Stamp:
    """Take the stamp of a file. Raises ``OSError`` when it is not there."""
    stat = os.stat(file)
    return Stamp(stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino)


def _opened(path: Path, root: str) -> tuple[dict[str, Kept], int]:
    """Read what an index has, and where in it the records begin.

    It is empty when it is another version's or folder's. Raises ``ValueError`` when it is cut.
    """
    start = len(_MAGIC)
    with path.open("rb") as stream:
        front = stream.read(start + 32 + 12)
        if front[: start + 32] != _MAGIC + version():
            return {}, 0
        length = int.from_bytes(front[start + 32 : start + 40], "big")
        if length > path.stat().st_size:
            raise ValueError
        head = stream.read(length)
    if zlib.crc32(head) != int.from_bytes(front[start + 40 :], "big"):
        raise ValueError
    named, kept = msgspec.msgpack.decode(head, type=tuple[str, dict[str, Kept]])
    return (kept, len(front) + length) if named == root else ({}, 0)


@cache
def version() -> bytes:
    """Say which version of the program this is, down to the text that reads records."""
    told = sha256(f"{__version__} {sys.version_info[:2]} {msgspec.__version__}".encode())
    for name in _SOURCES:
        with suppress(OSError):
            told.update((Path(__file__).parent / name).read_bytes())
    return told.digest()


@cache
def _decoder() -> msgspec.msgpack.Decoder[Meeting]:
    return msgspec.msgpack.Decoder(Meeting)


def _place(root: str) -> Path | None:
    """Say where the index of a folder lies; nowhere when there is to be none."""
    folder = cache_folder()
    return folder / f"{sha256(root.encode('utf-8', 'surrogateescape')).hexdigest()[:32]}.index" if folder else None
