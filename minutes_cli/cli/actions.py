"""``minutes actions``: the action log."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from minutes_cli.cli import Described, options
from minutes_cli.cli.options import Choice, Product, Reading


@click.command("actions", cls=Described)
@options.paths
@click.option("--by", type=click.Choice(["meeting", "owner", "due"]), default="meeting", help="How to group them.")
@click.option("--all", "archived", is_flag=True, help="Also what was closed before the latest meeting.")
@options.as_of
@options.choice
@options.product
@options.reading
def command(
    paths: tuple[Path, ...], by: str, archived: bool, as_of: date, choice: Choice, product: Product, reading: Reading
) -> int:
    r"""List the actions of all records found: the action log.

    \b
    minutes actions                                 all records in this folder
    minutes actions records/ --owner AF -o log.csv  one owner's, as a spreadsheet

    PATH is a record, a folder of records, or minutes; without one, the current folder.
    """
    from minutes_cli.cli.products import deliver
    from minutes_cli.cli.reports import register_of, with_meetings
    from minutes_cli.report import action_log

    found = register_of(paths, as_of, choice, reading, product.redact)
    log = action_log(found.register, by=by, archived=archived or bool(choice.status), book=found.book)
    deliver(with_meetings(log, found, product), product, found.sources, found.book)
    return found.worst
