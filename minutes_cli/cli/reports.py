"""The register behind a report, from what the command line asks for."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from minutes_cli.cli.options import Choice, Product, Reading
from minutes_cli.cli.sources import behind, left_out, meetings_on, names_on
from minutes_cli.cli.unswept import keep_to_the_end, unswept

if TYPE_CHECKING:
    from minutes_cli.book import Book
    from minutes_cli.register import Register
    from minutes_cli.report import Report


class Gathered(NamedTuple):
    """A register, the worst exit code on the way to it, the files that it is made from, and what the book says."""

    register: Register
    worst: int
    sources: list[str]
    book: Book


def register_of(
    paths: Sequence[Path], as_of: date, choice: Choice, reading: Reading, redact: Sequence[str] = ()
) -> Gathered:
    """Gather what the paths name into a register, as things stand on a day, and keep the actions asked for.

    ``redact`` is what is withheld from it for publication; that is told, and a remark of the register says it.

    Ends the command when nothing could be read; that is said already.
    """
    from msgspec import structs

    from minutes_cli.cli.books import book_over
    from minutes_cli.cli.recalled import Asked, Drawn
    from minutes_cli.cli.withheld import withholding
    from minutes_cli.register import InPassing, gather, matching
    from minutes_cli.store.shelf import Shelf

    with Shelf() as shelf:
        names = names_on(shelf, paths)
        book = book_over(dict.fromkeys(map(os.path.dirname, names)))
        drawn = Drawn(shelf, Asked(paths, names, as_of), book)
        if not redact and (known := drawn.recalled()) is not None:
            register, sources = known
            return Gathered(matching(register, **choice._asdict()), 0, sources, book)
        records, worst = meetings_on(shelf, names, reading)
        if not records:
            raise click.exceptions.Exit(worst)
        sources = [source for each in records for source in behind(*each)]
        public = withholding(records, book, redact)
        in_passing = InPassing() if redact else drawn.in_passing()  # what is withheld must not come back by it
        with unswept(len(records)):
            register = gather(public.records, as_of, public.book, in_passing)
        keep_to_the_end(register, len(records))
        missing = left_out(names, records) if worst else ()
        register = structs.replace(register, remarks=(*register.remarks, *public.account, *missing))
        if not redact:
            drawn.keep_in_passing(in_passing)
        if not redact and not worst:
            drawn.keep(register, sources)
    return Gathered(matching(register, **choice._asdict()), worst, sources, public.book)


def with_meetings(report: Report, found: Gathered, product: Product) -> Report | list[Report]:
    """Put the meetings ahead beside a report that becomes a calendar; any other format has the report alone."""
    from minutes_cli.cli.products import form_of
    from minutes_cli.report import meetings_ahead

    return [report, meetings_ahead(found.register, found.book)] if form_of(product) == "ics" else report
