"""``minutes show``: the record as a person reads it."""

from __future__ import annotations

from pathlib import Path

import click

from minutes_cli.cli import Described, options
from minutes_cli.cli.options import Product, Reading


@click.command("show", cls=Described)
@click.argument("file", type=options.PATH)
@options.product
@options.reading
def command(file: Path, product: Product, reading: Reading) -> int:
    r"""Show the record of a meeting as a person reads it.

    \b
    minutes show board-2031-03.yaml       a record
    minutes show board-2031-03.pdf -f md  minutes read on the fly, as Markdown

    FILE is a record or minutes; - is standard input. Of a file with several meetings all are shown, or one:
    --meeting 2.
    """
    from minutes_cli.book import Book
    from minutes_cli.cli.books import book_over
    from minutes_cli.cli.products import deliver
    from minutes_cli.cli.sources import behind, meetings_in
    from minutes_cli.cli.talk import complain
    from minutes_cli.cli.withheld import withholding
    from minutes_cli.errors import SourceUnreadable
    from minutes_cli.report import record_pages

    try:
        meetings, worst = meetings_in(file, reading)
    except SourceUnreadable as problem:
        return complain(problem, file)
    book = book_over([file]) if product.redact else Book()
    public = withholding([(str(file), meeting) for meeting in meetings], book, product.redact)
    pages = [page for _, meeting in public.records for page in record_pages(meeting)]
    pages[-1].notes = [*pages[-1].notes, *public.account]
    deliver(pages, product, behind(str(file), meetings[0]))
    return worst
