"""Wordings as they were compiled before, kept in the user's cache as Python keeps its byte code beside its modules.

Compiling the two to three hundred wordings that one file of minutes calls for takes a third of reading it; making them
from what the compiler gave the last time takes a millisecond. What is kept of a wording is the code that Python's own
``re`` compiled it to, under the very text of the wording and for this very Python; the words of no minutes are in it.
Whatever is odd about it (another Python, a damaged file, a folder that may not be written to) costs time, nothing else.
"""

from __future__ import annotations

import os
import re
import sys
import zlib
from array import array
from functools import cache
from pathlib import Path

import msgspec

from minutes_cli.cache import cache_folder, put_in_place

Named = tuple[str, int]
"""What a wording goes by: its text and its flags."""

MOST = 4_000
"""Wordings that are kept; beyond, those of the last run only. The program has a thousand, but a house may add words."""

LARGEST = 16 * 1024 * 1024
"""Bytes of a file that is still read; 300 wordings take 0.4 MB."""

_MAGIC = b"minutebook wordings 1\n"


class _Code(msgspec.Struct, array_like=True, frozen=True):
    """A compiled wording as ``re`` hands it to its engine."""

    pattern: str
    asked: int
    """The flags it was asked for with."""
    flags: int
    """The flags it has."""
    code: bytes
    groups: int
    names: dict[str, int]
    """Its named groups and their numbers."""

    def made(self) -> re.Pattern[str]:
        """Make the wording from its code, which the engine proves before it trusts it. Raises what that raises."""
        import _sre  # type: ignore[import-not-found]

        words = array("I", self.code)
        named: list[str | None] = [None] * (self.groups + 1)
        for name, number in self.names.items():
            named[number] = name
        given = (self.pattern, self.flags, words.tolist(), self.groups, self.names, tuple(named))
        return _sre.compile(*given)  # type: ignore[no-any-return]


_fresh: dict[Named, re.Pattern[str]] = {}
"""What this process had to compile."""
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_fresh.clear)  # the first process keeps its own


def compiled(pattern: str, flags: int) -> re.Pattern[str]:
    """Give a wording compiled: as it was kept, or else by ``re.compile``, to be kept when the process ends."""
    named = pattern, int(flags)
    known = _known().get(named)
    if known is not None:
        try:
            return known.made()
        except (ValueError, TypeError, RuntimeError, LookupError, OverflowError):  # code of another engine, or none
            _known().clear()
    _fresh[named] = made = re.compile(pattern, flags)
    return made


def keep() -> None:
    """Keep for the next run what this one had to compile; that it cannot be kept does not matter."""
    place = _place()
    if not _fresh or place is None or not _may_be_written(place.parent):
        return
    fresh = {named: code for named, made in _fresh.items() if (code := _code_of(*named, made))}
    _fresh.clear()
    kept = _read(place) | fresh  # another process may have kept some of its own meanwhile
    if len(kept) > MOST:
        kept = fresh
    told = msgspec.msgpack.encode((_python(), list(kept.values())))
    put_in_place(place, _MAGIC + zlib.crc32(told).to_bytes(4, "big") + told)


@cache
def _known() -> dict[Named, _Code]:
    place = _place()
    return _read(place) if place else {}


def _read(place: Path) -> dict[Named, _Code]:
    """Read the wordings that were kept; none of a file that is not whole, or of another Python."""
    try:
        with place.open("rb") as stream:
            data = stream.read(LARGEST)
    except OSError:
        return {}
    start = len(_MAGIC) + 4
    told = memoryview(data)[start:]
    if not data.startswith(_MAGIC) or data[len(_MAGIC) : start] != zlib.crc32(told).to_bytes(4, "big"):
        return {}
    try:
        python, kept = msgspec.msgpack.decode(told, type=tuple[str, list[_Code]])
    except msgspec.DecodeError:
        return {}
    return {(each.pattern, each.asked): each for each in kept} if python == _python() else {}


def _place() -> Path | None:
    """Say where the wordings of this Python lie; nowhere when nothing is to be kept, or Python is not the usual one."""
    folder = cache_folder() if sys.implementation.name == "cpython" and array("I").itemsize == 4 else None
    return folder / f"{zlib.crc32(_python().encode()):08x}.wordings" if folder else None


@cache
def _python() -> str:
    """Tell this Python from every other whose compiled patterns might differ."""
    import _sre

    return f"{sys.version} {sys.byteorder} {_sre.MAGIC} {_sre.CODESIZE}"


def _may_be_written(folder: Path) -> bool:
    """Whether something can be kept in a folder; asked first, since working out what to keep takes a while."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(folder, os.W_OK)


def _code_of(pattern: str, flags: int, made: re.Pattern[str]) -> _Code | None:
    """Work out the code of a compiled wording: by the steps of ``re``, and only if they lead to the same; else None."""
    try:
        from re import _compiler, _parser  # type: ignore[attr-defined]

        pattern.encode()  # one that looks for halves of a character pair cannot be written down
        parsed = _parser.parse(pattern, flags)
        words = array("I", _compiler._code(parsed, flags)).tobytes()
        code = _Code(pattern, flags, made.flags, words, made.groups, dict(made.groupindex))
        again = code.made()
    except Exception:  # noqa: BLE001  these are the inner parts of Python: another one may have them otherwise
        return None
    # patterns are equal when their code is, to the last word
    return code if again == made and (again.groups, again.groupindex) == (made.groups, made.groupindex) else None
