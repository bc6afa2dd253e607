"""The proceedings behind a report on decisions or attendance, from what the command line asks for."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from minutes_cli.cli.books import book_over
from minutes_cli.cli.options import Meetings, Reading
from minutes_cli.cli.sources import behind, meetings_on, named_on

if TYPE_CHECKING:
    from minutes_cli.book import Book
    from minutes_cli.register import Proceedings


class Found(NamedTuple):
    """Proceedings, what the book says, the worst exit code on the way to them, and the files they are made from."""

    proceedings: Proceedings
    book: Book
    worst: int
    sources: list[Path]


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

    gc.disable()  # all of it stays to the end: looking for rubbish in it takes longer than making it
    try:
        with Shelf() as shelf:
            files = named_on(shelf, paths)
            book = book_over(dict.fromkeys(file.parent for file in files))
            records, worst = meetings_on(shelf, files, reading)
    finally:
        gc.freeze()
        gc.enable()
    if not records:
        raise click.exceptions.Exit(worst)
    public = withholding(records, book, redact)
    drawn = proceedings(public.records, as_of, public.book)
    found = held_by(structs.replace(drawn, remarks=(*drawn.remarks, *public.account)), **asked._asdict())
    return Found(found, public.book, worst, [source for each in records for source in behind(*each)])
