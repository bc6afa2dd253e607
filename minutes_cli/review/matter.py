"""What is laid open: a document, how its lines were read, the records made of it, and what the check found in them."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from minutes_cli.document import Document, LineRead, Shown
from minutes_cli.model import Finding, Meeting


class Part(NamedTuple):
    """One meeting of a file: its number in it, from 1, its record, and what a person should look at."""

    number: int
    record: Meeting
    findings: list[Finding]


class Review(msgspec.Struct):
    """A file of minutes with everything that was read of it.

    ``reads`` accounts for the lines of ``document``, each once and in order (``parse.trace``). ``parts`` are the
    meetings to be shown; pages that hold lines of other meetings only are left out. ``shown`` has pictures of pages by
    number; a page without one is shown as its lines.
    """

    document: Document
    reads: list[LineRead]
    parts: list[Part]
    shown: dict[int, Shown] = {}


class Volume(NamedTuple):
    """One file of a book as its index lists it.

    ``link`` is the page about it, "" where none could be made, ``said`` what it holds or why there is none; ``errors``
    and the others count findings.
    """

    name: str
    link: str
    said: str
    errors: int = 0
    warnings: int = 0
    notes: int = 0
