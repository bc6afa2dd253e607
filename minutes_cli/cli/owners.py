"""``minutes owners``: who has what to do."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from minutes_cli.cli import Described, options
from minutes_cli.cli.options import Choice, Product, Reading


@click.command("owners", cls=Described)
@options.paths
@options.as_of
@options.choice
@options.product
@options.reading
def command(paths: tuple[Path, ...], as_of: date, choice: Choice, product: Product, reading: Reading) -> int:
    r"""Say who has what to do: open, due and overdue, with their lists.

    \b
    minutes owners                            everybody, over this folder
    minutes owners --owner "Ann Forde" -f md  one list, to paste into a mail

    PATH is a record, a folder of records, or minutes; without one, the current folder.
    """
    from minutes_cli.cli.products import deliver
    from minutes_cli.cli.reports import register_of
    from minutes_cli.report import owner_summary

    found = register_of(paths, as_of, choice, reading)
    deliver(owner_summary(found.register, found.book), product, found.sources, found.book)
    return found.worst
