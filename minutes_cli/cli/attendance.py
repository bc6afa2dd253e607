"""``minutes attendance``: who came to which meeting."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from minutes_cli.cli import Described, options
from minutes_cli.cli.options import Meetings, Product, Reading


@click.command("attendance", cls=Described)
@options.paths
@options.as_of
@options.meetings
@options.product
@options.reading
def command(paths: tuple[Path, ...], as_of: date, meetings: Meetings, product: Product, reading: Reading) -> int:
    r"""Say who came to which meeting: the attendance matrix.

    \b
    minutes attendance                                 over this folder
    minutes attendance --since 2031-01-01 -o came.csv  as a spreadsheet

    By person and by organisation, with deputies and the quorum. PATH is a record, a folder of records, or minutes;
    without one, the current folder.
    """
    from minutes_cli.cli.proceedings import proceedings_of
    from minutes_cli.cli.products import deliver
    from minutes_cli.report import attendance

    found = proceedings_of(paths, as_of, meetings, reading, product.redact)
    deliver(attendance(found.proceedings, found.book), product, found.sources, found.book)
    return found.worst
