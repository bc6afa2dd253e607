"""What became of each file of an archive, as one line of the manifest says it."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from minutes_cli import __version__
from minutes_cli.batch.found import Found

PARSER = f"minutebook {__version__}"

Became = Literal[
    "read",  # its records were written
    "no minutes",  # an agenda, a newsletter, a photo: listed apart
    "unreadable",  # locked, damaged, a scan: a person can mend it
    "edited",  # a person has edited its record, which was left as it is
    "too slow",  # it took longer than the time given
    "too big",  # it took more memory than was given
    "crashed",  # its worker was killed by it
    "fault",  # minutebook itself failed on it
    "unwritten",  # its record could not be written
    "changing",  # it was written to while it was read
    "gone",  # it was removed during the run
    "same",  # it was touched, and its bytes are those that were read before
]

FAILED = ("unreadable", "too slow", "too big", "crashed", "fault", "unwritten", "changing", "gone")
"""What costs a file its record, and is told one by one."""
PASSING = ("unwritten", "changing", "gone")
"""What is not the file's own fault: the next run tries again."""


class Kept(msgspec.Struct, frozen=True, omit_defaults=True):
    """A record that was written: its path below the folder of records, and what makes it known again."""

    record: str
    body: str | None = None
    date: date | None = None
    state: str | None = None
    found: int = 0
    """How many people, items, actions and decisions are in it."""
    aside: str = ""
    """The better record of the same meeting, in whose favour this one was set aside."""


class Outcome(msgspec.Struct, frozen=True, omit_defaults=True):
    """One file and what became of it. ``findings`` are counts by code, ``seconds`` those spent on it."""

    source: str
    at: str
    became: Became
    stamp: str = ""
    sha256: str = ""
    seconds: float = 0.0
    pages: int = 0
    findings: dict[str, int] = {}
    errors: int = 0
    """How many of the findings are serious."""
    records: list[Kept] = []
    target: str = ""
    reason: str = ""
    hint: str = ""
    how: str = ""
    """The options it was read with, where they are not the usual ones."""
    parser: str = PARSER


class Way(msgspec.Struct, frozen=True):
    """How a run reads and writes: the folder or URL of records, the options of reading, and the guards.

    ``timeout`` is in seconds a file, ``memory`` in MB a worker.
    """

    records: str
    reading: dict[str, str | bool | None] = {}
    force: bool = False
    timeout: float = 60.0
    memory: int = 1024

    @property
    def how(self) -> str:
        """The options that decide what is read, in words; nothing for the usual ones. A password is not told."""
        usual = {"engine": "pdfium", "changes": "accepted", "ocr": False, "password": None}
        return " ".join(
            option if said is True else f"{option}={'given' if option == 'password' else said}"
            for option, said in sorted(self.reading.items())
            if said != usual.get(option)
        )


class Job(msgspec.Struct, frozen=True):
    """A file to be read and where its record goes; ``known`` is the digest it had when it was read before.

    ``taken`` are records of other files that a record with a date in its name must not be written over.
    """

    file: Found
    target: str
    known: str = ""
    taken: tuple[str, ...] = ()

    def ended(self, became: Became, reason: str = "", hint: str = "") -> Outcome:
        """Say what became of the file, when there is no record."""
        return Outcome(
            self.file.name, self.file.key, became, self.file.stamp, target=self.target, reason=reason, hint=hint
        )
