"""``minutes owners``: who has what to do."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from minutes_cli.cli import options
from minutes_cli.cli.again import Reported
from minutes_cli.cli.options import Choice, Product, Reading


@click.command("owners", cls=Reported)
@options.paths
@click.option("--each", type=options.PATH, metavar="FOLDER", help="A file for each owner there: eml, docx, md, html.")
@click.option("--all", "archived", is_flag=True, help="Also list what was closed before the latest meeting.")
@options.as_of
@options.choice
@options.product
@options.reading
def command(
    paths: tuple[Path, ...],
    each: Path | None,
    archived: bool,
    as_of: date,
    choice: Choice,
    product: Product,
    reading: Reading,
) -> int:
    r"""Say who has what to do: open, due and overdue, with their lists.

    \b
    minutes owners                            everybody, over this folder
    minutes owners --owner "Ann Forde" -f md  one list, to paste into a mail
    minutes owners --each drafts              a mail draft for each owner

    PATH is a record, a folder of records, or minutes; without one, the current folder.
    """
    from minutes_cli.cli.products import deliver
    from minutes_cli.cli.reports import register_of, with_meetings
    from minutes_cli.report import owner_summary

    found = register_of(paths, as_of, choice, reading, product.redact)
    report = owner_summary(found.register, found.book, archived=archived or bool(choice.status))
    if each is None:
        deliver(with_meetings(report, found, product), product, found.sources, found.book)
        return found.worst
    from minutes_cli.cli.letters import told, write_each
    from minutes_cli.cli.talk import say
    from minutes_cli.report import formed

    if product.output:
        raise click.UsageError("Either --each FOLDER or --output FILE.")
    written = write_each(formed(report, found.book.reports), each, product, found.sources)
    for line in told(written):
        say(line)
    return max(found.worst, *(one.code for one in written), 0)
