"""``minutes carry-forward``: what the next agenda must take up."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from minutes_cli.cli import Described, options
from minutes_cli.cli.options import Choice, Day, Product, Reading


@click.command("carry-forward", cls=Described)
@options.paths
@click.option("--to", type=Day(), metavar="DAY", help="The day of the next meeting, to head the list.")
@click.option("--review", is_flag=True, help="Instead: what later minutes may say of an action, for you to decide.")
@options.as_of
@options.choice
@options.product
@options.reading
def command(
    paths: tuple[Path, ...],
    to: date | None,
    review: bool,
    as_of: date,
    choice: Choice,
    product: Product,
    reading: Reading,
) -> int:
    r"""List what the next agenda must take up: open actions, oldest first.

    \b
    minutes carry-forward                        from the records in this folder
    minutes carry-forward --to 2031-05-06 -f md  to paste into the next agenda
    minutes carry-forward --review               what is not certain, to decide on

    PATH is a record, a folder of records, or minutes; without one, the current folder.
    """
    from minutes_cli.cli.products import deliver
    from minutes_cli.cli.reports import register_of, with_meetings
    from minutes_cli.report import carry_forward, follow_up_review

    found = register_of(paths, as_of, choice, reading, product.redact)
    report = follow_up_review(found.register) if review else carry_forward(found.register, to=to)
    deliver(with_meetings(report, found, product), product, found.sources, found.book)
    return found.worst
