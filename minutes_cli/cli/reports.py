"""The register behind a report, from what the command line asks for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from minutes_cli.cli.options import Choice, Reading
from minutes_cli.cli.sources import behind, meetings_of

if TYPE_CHECKING:
    from minutes_cli.book import Book
    from minutes_cli.register import Register


class Gathered(NamedTuple):
    """A register, the worst exit code on the way to it, the files that it is made from, and what the book says."""

    register: Register
    worst: int
    sources: list[Path]
    book: Book


def register_of(paths: Sequence[Path], as_of: date, choice: Choice, reading: Reading) -> Gathered:
    """Gather what the paths name into a register, as things stand on a day, and keep the actions asked for.

    Ends the command when nothing could be read; that is said already.
    """
    from minutes_cli.cli.books import book_over
    from minutes_cli.register import gather, matching

    records, worst = meetings_of(paths, reading)
    if not records:
        raise click.exceptions.Exit(worst)
    book = book_over(name for name, _ in records)
    register = matching(gather(records, as_of, book), **choice._asdict())
    return Gathered(register, worst, [source for each in records for source in behind(*each)], book)
