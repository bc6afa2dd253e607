"""Files of minutes packed in a zip or tar archive: listed once, then fetched one by one without unpacking the rest."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

from minutes_cli.batch.found import LARGEST_FILE, Found

ZIPS = (".zip",)
TARS = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz")
MOST = 1_000_000
"""Members that an archive may have: more is made to do harm, or is no archive of minutes."""

Member = Found | str
"""A file in an archive, or one line on what could not be listed."""


def is_packed(name: str) -> bool:
    """Whether a file is an archive of files, by its name; a Word document is one by its bytes and none by its name."""
    return name.lower().endswith(ZIPS + TARS)


def members(at: str, name: str) -> Iterator[Member]:
    """List the files in the archive at a path, each below the archive's own ``name`` without its suffix."""
    if name.lower().endswith(ZIPS):
        yield from _in_zip(at, f"{name[: -len('.zip')]}/")
    else:
        suffix = max((each for each in TARS if name.lower().endswith(each)), key=len)
        yield from _in_tar(at, f"{name[: -len(suffix)]}/")


def _in_zip(at: str, folder: str) -> Iterator[Member]:
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(at) as archive:
            listed = archive.infolist()
    except (BadZipFile, OSError, NotImplementedError, ValueError) as problem:
        yield f"cannot be unpacked: {problem}"
        return
    if len(listed) > MOST:
        yield f"has more than {MOST:,} files in it"
        return
    for member in listed:
        if member.is_dir():
            continue
        if (path := _inside(member.filename)) is None:
            yield f"{member.filename!r} in it would lie outside of it"
        elif member.file_size <= LARGEST_FILE:
            stamp = f"{member.file_size}-{member.CRC:08x}"
            yield Found(folder + path, "zip", at, stamp, member.file_size, member.filename)
        else:
            yield f"{member.filename!r} in it is larger than {LARGEST_FILE >> 20} MB"


def _in_tar(at: str, folder: str) -> Iterator[Member]:
    import tarfile

    try:
        flat = at if _is_flat(at) else unpacked(at)
        with tarfile.open(flat, "r:") as archive:
            for number, member in enumerate(archive):
                if number > MOST:
                    yield f"has more than {MOST:,} files in it"
                    return
                if not member.isreg():
                    continue
                if (path := _inside(member.name)) is None:
                    yield f"{member.name!r} in it would lie outside of it"
                else:
                    stamp = f"{member.size}-{int(member.mtime)}"
                    yield Found(folder + path, "tar", at, stamp, member.size, member.name, member.offset_data, flat)
    except (tarfile.TarError, OSError, EOFError, ValueError) as problem:
        yield f"cannot be unpacked: {problem}"


def _inside(name: str) -> str | None:
    """Give the path of a member below its archive, None for one that would lie elsewhere ("../../etc/passwd")."""
    parts = name.replace("\\", "/").split("/")
    if ".." in parts or name.startswith(("/", "\\")) or ":" in parts[0]:
        return None
    return "/".join(part for part in parts if part not in ("", "."))


def _is_flat(at: str) -> bool:
    """Whether a tar is not compressed, by its bytes: then each member can be read where it stands."""
    with open(at, "rb") as stream:
        stream.seek(257)
        return stream.read(5) == b"ustar" or at.lower().endswith(".tar")


def unpacked(at: str) -> str:
    """Give the path of a compressed tar's contents as a plain tar, made once for each state of it.

    What is compressed as a whole can only be read from its beginning; from the plain copy every worker takes its
    members where they stand. The copy lies in the system's folder for temporary files, readable by its owner alone.
    """
    import shutil
    import tempfile

    if at in _COPIES and os.path.exists(_COPIES[at]):
        return _COPIES[at]
    descriptor, copy = tempfile.mkstemp(prefix="minutes-batch-", suffix=".tar")
    _COPIES[at] = copy
    with _opener(at)(at, "rb") as packed, os.fdopen(descriptor, "wb") as flat:
        shutil.copyfileobj(packed, flat, 1 << 20)
    return copy


_COPIES: dict[str, str] = {}
"""The plain copies made by this process, by the archives they are of."""


def forget_copies() -> None:
    """Remove the plain copies of compressed archives."""
    while _COPIES:
        with suppress(OSError):
            os.unlink(_COPIES.popitem()[1])


def _opener(at: str) -> Callable[..., Any]:
    import bz2
    import gzip
    import lzma

    with open(at, "rb") as stream:
        head = stream.read(6)
    if head.startswith(b"\x1f\x8b"):
        return gzip.open
    return bz2.open if head.startswith(b"BZh") else lzma.open
