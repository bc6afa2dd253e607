"""``minutes audit``: how well a body does what it sets itself to do."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from minutes_cli.cli import Described, options
from minutes_cli.cli.options import Choice, Product, Reading


@click.command("audit", cls=Described)
@options.paths
@options.as_of
@options.choice
@options.product
@options.reading
def command(paths: tuple[Path, ...], as_of: date, choice: Choice, product: Product, reading: Reading) -> int:
    r"""Say how the actions fare: raised, closed on time, overdue, their age.

    \b
    minutes audit                                  over this folder
    minutes audit --since 2031-01-01 -o audit.md   the actions raised in a year

    In all, month by month, owner by owner, and the oldest that are open. PATH is a record, a folder of records, or
    minutes; without one, the current folder.
    """
    from minutes_cli.cli.products import deliver
    from minutes_cli.cli.reports import register_of
    from minutes_cli.report import action_audit

    found = register_of(paths, as_of, choice, reading, product.redact)
    deliver(action_audit(found.register, found.book), product, found.sources, found.book)
    return found.worst
