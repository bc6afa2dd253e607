"""``minutes decisions``: the decision register."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from minutes_cli.cli import Described, options
from minutes_cli.cli.options import Meetings, Product, Reading


@click.command("decisions", cls=Described)
@options.paths
@click.option("--about", metavar="WORDS", default="", help="Only decisions with all these words, or their beginnings.")
@options.as_of
@options.meetings
@options.product
@options.reading
def command(
    paths: tuple[Path, ...], about: str, as_of: date, meetings: Meetings, product: Product, reading: Reading
) -> int:
    r"""List what was decided: the decision register.

    \b
    minutes decisions                               all records in this folder
    minutes decisions --about "roof lease" -f md    what was decided on that

    PATH is a record, a folder of records, or minutes; without one, the current folder.
    """
    from minutes_cli.cli.proceedings import proceedings_of
    from minutes_cli.cli.products import deliver
    from minutes_cli.report import decision_register

    found = proceedings_of(paths, as_of, meetings, reading, product.redact)
    deliver(decision_register(found.proceedings, about), product, found.sources, found.book)
    return found.worst
