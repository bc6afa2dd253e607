"""The manifest of an archive: one JSON line a file says what became of it, and a run goes on where the last one ended.

While a run goes on, lines are appended, each in one write; a line that a power cut left half-written is dropped. At the
end of a run the manifest is written anew, one line a file in the order of their names.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

import msgspec

from minutes_cli.batch.destination import Destination
from minutes_cli.batch.found import is_url
from minutes_cli.batch.outcome import Outcome
from minutes_cli.errors import UsageProblem

NAME = "minutes-batch.jsonl"
TOGETHER = 100
"""Lines that are sent to a store at once: it cannot append."""

_decoder = msgspec.json.Decoder(Outcome)
_encoder = msgspec.json.Encoder()


class Manifest(Protocol):
    """What became of each file, by its key."""

    known: dict[str, Outcome]

    def add(self, outcome: Outcome) -> None:
        """Note what became of a file. Raises ``UsageProblem`` when that cannot be written."""

    def settle(self) -> None:
        """Write the manifest anew, in order, one line a file."""

    def close(self) -> None:
        """Let go of the file."""


def open_manifest(place: str, where: Destination, *, only_read: bool = False) -> Manifest:
    """Open the manifest of a folder or store of records. Raises ``UsageProblem`` when it cannot be written."""
    if is_url(place):
        return _InStore(where)
    return _OnDisk(Path(place) / NAME, where, only_read=only_read)


def lines_of(data: bytes) -> Iterable[Outcome]:
    """Read the lines of a manifest; what is no whole line, and lines of another version, are left out."""
    for line in data.splitlines():
        try:
            yield _decoder.decode(line)
        except msgspec.MsgspecError:
            continue


def in_order(known: dict[str, Outcome]) -> bytes:
    """Write all lines in the order of the files' names."""
    outcomes = sorted(known.values(), key=lambda each: (each.source, each.at))
    return b"".join(_encoder.encode(each) + b"\n" for each in outcomes)


def _known(data: bytes) -> dict[str, Outcome]:
    known: dict[str, Outcome] = {}
    for outcome in lines_of(data):
        _note(known, outcome)
    return known


def _note(known: dict[str, Outcome], outcome: Outcome) -> None:
    """Put the latest word on a file in the place of earlier ones; a file that is gone has none."""
    if outcome.became == "gone":
        known.pop(outcome.at, None)
    else:
        known[outcome.at] = outcome


class _OnDisk:
    def __init__(self, path: Path, where: Destination, *, only_read: bool) -> None:
        self._path, self._where = path, where
        data = path.read_bytes() if path.is_file() else b""
        self.known = _known(data)
        self._file = -1
        if not only_read:
            self._open(cut=bool(data) and not data.endswith(b"\n"))

    def add(self, outcome: Outcome) -> None:
        line = _encoder.encode(outcome) + b"\n"
        try:
            written = os.write(self._file, line)
            if written < len(line):  # the disk ran full in the middle of a line
                os.write(self._file, line[written:])
        except OSError as problem:
            raise _unwritten(self._path, problem) from None
        _note(self.known, outcome)

    def settle(self) -> None:
        self.close()
        self._where.write(NAME, in_order(self.known))

    def close(self) -> None:
        if self._file >= 0:
            os.close(self._file)
            self._file = -1

    def _open(self, *, cut: bool) -> None:
        try:
            self._file = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
            if cut:
                os.write(self._file, b"\n")
        except OSError as problem:
            raise _unwritten(self._path, problem) from None


class _InStore:
    """In a store, lines are sent a hundred at a time, as files of their own beside the manifest until it is settled."""

    def __init__(self, where: Destination) -> None:
        self._where = where
        self._waiting: list[bytes] = []
        self._parts = 0
        data = self._part(NAME)
        while more := self._part(self._name(self._parts)):
            data += more
            self._parts += 1
        self.known = _known(data)

    def add(self, outcome: Outcome) -> None:
        self._waiting.append(_encoder.encode(outcome) + b"\n")
        _note(self.known, outcome)
        if len(self._waiting) >= TOGETHER:
            self._send()

    def settle(self) -> None:
        self._where.write(NAME, in_order(self.known))
        self._waiting.clear()
        for number in reversed(range(self._parts)):
            self._where.remove(self._name(number))
        self._parts = 0

    def close(self) -> None:
        self._send()

    def _send(self) -> None:
        if self._waiting:
            self._where.write(self._name(self._parts), b"".join(self._waiting))
            self._parts += 1
            self._waiting.clear()

    def _part(self, name: str) -> bytes:
        try:
            return self._where.read(name)
        except FileNotFoundError:
            return b""

    def _name(self, number: int) -> str:
        return f".minutes-batch/{number:06}.jsonl"


def _unwritten(path: Path, problem: OSError) -> UsageProblem:
    return UsageProblem(
        f"{path} cannot be written: {problem.strerror}.", "Make room or get the right to write there, and run again."
    )
