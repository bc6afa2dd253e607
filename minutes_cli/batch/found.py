"""A file of minutes that was found in an archive, wherever it lies, and how its bytes are fetched."""

from __future__ import annotations

import os
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from minutes_cli.errors import SourceUnreadable, UsageProblem

if TYPE_CHECKING:
    from zipfile import ZipFile

Kind = Literal["file", "zip", "tar", "url"]

LARGEST_FILE = 512 * 1024 * 1024  # bytes, as for a single file (``read.LARGEST_FILE``)
TRIES = 3
"""How often a file is read that changes while it is read."""


class Found(msgspec.Struct, frozen=True):
    """One file: its ``name`` in the archive with "/" between folders, and where it lies.

    ``at`` is its path or URL, or that of the packed archive it is a ``member`` of. ``offset`` is where a tar's member
    begins, and ``copy`` the plain copy of a compressed one. ``stamp`` changes when the file does: its size and time,
    its checksum in a zip, its version in a store.
    """

    name: str
    kind: Kind
    at: str
    stamp: str
    size: int = 0
    member: str = ""
    offset: int = 0
    copy: str = ""

    @property
    def key(self) -> str:
        """What tells this file from all others: its place, and its name in the packed archive."""
        return f"{self.at}::{self.member}" if self.member else self.at


class StillChanging(Exception):
    """The file was written to whenever it was read."""


class Gone(Exception):
    """The file was there when the run began and is no more."""


def fetch(found: Found) -> tuple[bytes, str]:
    """Fetch the bytes of a file of minutes, whole and of one moment, and the stamp they bear.

    Raises ``Gone``, ``StillChanging``, and ``SourceUnreadable`` when they cannot be had.
    """
    if found.size > LARGEST_FILE:
        raise SourceUnreadable(f"is larger than {LARGEST_FILE >> 20} MB.", "Split it into one file a meeting.")
    try:
        return _FETCH[found.kind](found)
    except FileNotFoundError:
        raise Gone from None
    except (OSError, ValueError, RuntimeError, NotImplementedError, EOFError) as problem:
        why = getattr(problem, "strerror", None) or str(problem)
        raise SourceUnreadable(f"cannot be opened: {why}.", "Copy it to this machine and try again.") from None


def stamp_of(told: os.stat_result) -> str:
    """Give the stamp of a file on a disk."""
    return f"{told.st_size}-{told.st_mtime_ns}"


def _from_disk(found: Found) -> tuple[bytes, str]:
    for _ in range(TRIES):
        with open(found.at, "rb") as stream:
            before = stamp_of(os.fstat(stream.fileno()))
            data = stream.read()
            after = stamp_of(os.stat(found.at))  # by its name: an editor may have put another file in its place
        if before == after:
            return data, after
    raise StillChanging


def _from_zip(found: Found) -> tuple[bytes, str]:
    from zipfile import BadZipFile
    from zlib import error

    try:
        return _zip(found.at, os.stat(found.at).st_mtime_ns).read(found.member), found.stamp
    except KeyError:
        raise Gone from None
    except (BadZipFile, error) as problem:
        raise SourceUnreadable(
            f"cannot be unpacked: {problem}.", "Unpack the archive anew, or copy it again."
        ) from None
    except RuntimeError:
        raise SourceUnreadable(
            "is locked with a password.", "Unpack it with the password and read the files."
        ) from None


@lru_cache(maxsize=4)
def _zip(at: str, _changed: int) -> ZipFile:
    from zipfile import ZipFile

    return ZipFile(at)


def _from_tar(found: Found) -> tuple[bytes, str]:
    from minutes_cli.batch.packed import unpacked

    flat = found.copy or found.at
    if not os.path.exists(flat):  # this is another machine than the one that listed the archive
        flat = unpacked(found.at)
    with open(flat, "rb") as stream:
        stream.seek(found.offset)
        data = stream.read(found.size)
    if len(data) < found.size:
        raise SourceUnreadable("is cut off in the archive.", "Copy the archive again.")
    return data, found.stamp


def _from_url(found: Found) -> tuple[bytes, str]:
    files, path = filesystem(found.at)
    for _ in range(TRIES):
        before = remote_stamp(files.info(path))
        data: bytes = files.cat_file(path)
        after = remote_stamp(files.info(path))
        if before == after:
            return data, found.stamp  # as listed: what the list and the file itself say is not always told alike
        files.invalidate_cache()
    raise StillChanging


_FETCH = {"file": _from_disk, "zip": _from_zip, "tar": _from_tar, "url": _from_url}


def remote_stamp(info: dict[str, Any]) -> str:
    """Give the stamp of a file in a store: its tag when it has one, else its size and time."""
    tag = next((info[key] for key in ("ETag", "etag", "md5", "checksum", "generation") if info.get(key)), None)
    changed = next((info[key] for key in ("mtime", "LastModified", "modified", "created") if info.get(key)), "")
    return f"{info.get('size')}-{tag or changed}".replace('"', "")


def is_url(place: str) -> bool:
    """Whether a place is a URL (``s3://bucket/minutes``) and no path."""
    return "://" in place or place.startswith("memory:")


def filesystem(url: str) -> tuple[Any, str]:
    """Open the store that a URL names; gives it with the path in it. Raises ``UsageProblem`` when that cannot be."""
    try:
        import fsspec
    except ImportError:
        raise UsageProblem(
            f"{url} needs an extra of minutebook.", "Install it: pip install 'minutebook[remote]'"
        ) from None
    try:
        files, path = fsspec.core.url_to_fs(url)
    except (ImportError, ValueError, OSError) as problem:
        raise UsageProblem(f"{url} cannot be opened: {problem}.", "Check the address, and what it needs.") from None
    return files, path


def of_this_process(place: str) -> bool:
    """Whether a place is in the memory of this process, where no other can look."""
    return place.startswith("memory:")
