"""The proceedings behind a report on decisions or attendance, from what the command line asks for."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from minutes_cli.cli.books import book_over
from minutes_cli.cli.options import Meetings, Reading
from minutes_cli.cli.sources import behind, left_out, meetings_on, names_on

if TYPE_CHECKING:
    from minutes_cli.book import Book
    from minutes_cli.register import Proceedings


class Found(NamedTuple):
    """Proceedings, what the book says, the worst exit code on the way to them, and the files they are made from."""

    proceedings: Proceedings
    book: Book
    worst: int
    sources: list[str]


def proceedings_of(
    paths: Sequence[Path], as_of: date, asked: Meetings, reading: Reading, redact: Sequence[str] = ()
) -> Found:
    """Draw up the proceedings of what the paths name, as of a day, and keep the meetings asked for.

    ``redact`` is what is withheld from them for publication; that is told, and a remark says it.

    Ends the command when nothing could be read; that is said already.
    """
    from msgspec import structs

    from minutes_cli.cli.withheld import withholding
    from minutes_cli.register import held_by, proceedings
    from minutes_cli.store.shelf import Shelf

    with Shelf() as shelf:
        names = names_on(shelf, paths)
        book = book_over(dict.fromkeys(map(os.path.dirname, names)))
        records, worst = meetings_on(shelf, names, reading)
    if not records:
        raise click.exceptions.Exit(worst)
    public = withholding(records, book, redact)
    drawn = proceedings(public.records, as_of, public.book)
    missing = left_out(names, records) if worst else ()
    drawn = structs.replace(drawn, remarks=(*drawn.remarks, *public.account, *missing))
    found = held_by(drawn, **asked._asdict())
    return Found(found, public.book, worst, [source for each in records for source in behind(*each)])
