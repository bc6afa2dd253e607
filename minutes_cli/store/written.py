"""Remember which reports were written where, so that one that a person has worked on since is known.

Only the digest of what was written is kept, in the user's own folder, under the digest of the file's name: no word of
any minutes, and no name. Where nothing is remembered (the folder was emptied, another machine wrote the file) a file
counts as a person's: to ask once too often loses nothing.
"""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import file_digest, sha256
from pathlib import Path

from minutes_cli.cache import cache_folder, put_in_place

KEPT = 2
"""How many digests are kept of a file: of what is being written, and of what stands there until it is."""


def note_written(path: Path, data: bytes) -> None:
    """Remember that a report goes to a file; to be said before it does, so that a power cut cannot come between."""
    if (memory := _memory_of(path)) is not None:
        fresh = sha256(data).hexdigest()
        before = [each for each in _remembered(memory) if each != fresh]
        put_in_place(memory, "\n".join([*before, fresh][-KEPT:]).encode())


def is_as_written(path: Path) -> bool:
    """Tell whether a file is, to the byte, what was last written there as a report."""
    memory = _memory_of(path)
    known = _remembered(memory) if memory is not None else []
    if not known:
        return False
    try:
        with path.open("rb") as stream:
            return file_digest(stream, "sha256").hexdigest() in known
    except OSError:
        return False


def _memory_of(path: Path) -> Path | None:
    folder = cache_folder()
    name = sha256(os.path.realpath(path).encode("utf-8", "surrogateescape")).hexdigest()[:32]
    return folder / f"{name}.written" if folder else None


def _remembered(memory: Path) -> list[str]:
    with suppress(OSError, UnicodeDecodeError):
        return memory.read_text("ascii").split()
    return []
