"""``minutes roster``: who is named at the meetings, under which spellings, for the roster of minutebook.yaml."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from minutes_cli.cli import Described, options
from minutes_cli.cli.options import Meetings, Product, Reading
from minutes_cli.errors import UsageProblem

if TYPE_CHECKING:
    from minutes_cli.book import Book
    from minutes_cli.register.roster import Roster


@click.command("roster", cls=Described)
@options.paths
@click.option("--write", is_flag=True, help="Add what is certain to minutebook.yaml, with a backup.")
@options.as_of
@options.meetings
@options.product
@options.reading
def command(
    paths: tuple[Path, ...], write: bool, as_of: date, meetings: Meetings, product: Product, reading: Reading
) -> int:
    r"""Propose a roster: one person under several spellings.

    \b
    minutes roster records/                 what to put into minutebook.yaml
    minutes roster records/ --write         put there what is certain
    minutes roster records/ -o roster.xlsx  the same as a workbook

    Without --format it is YAML for minutebook.yaml, with comments on what it rests on. Names that may be one person's
    are questions, with what speaks for it and against; nothing is joined by a guess. PATH is a record, a folder of
    records, or minutes; without one, the current folder.
    """
    from minutes_cli.cli.proceedings import proceedings_of
    from minutes_cli.cli.products import deliver, form_of, put
    from minutes_cli.cli.roster_page import roster_page
    from minutes_cli.register.roster import proposed_roster
    from minutes_cli.report.roster import roster_pages

    if write and (product.form or product.output or product.redact):
        raise UsageProblem("--write goes into minutebook.yaml.", "Leave out --format, --output and --redact.")
    found = proceedings_of(paths, as_of, meetings, reading, product.redact)
    roster = proposed_roster(found.proceedings, found.book)
    if write:
        _write(roster, found.book, paths)
    elif product.form is None and form_of(product) in ("table", "yaml"):
        put(roster_page(roster), product.output, found.sources)
    else:
        deliver(roster_pages(roster, found.proceedings), product, found.sources, found.book)
    return found.worst


def _write(roster: Roster, book: Book, paths: Sequence[Path]) -> None:
    """Put what is certain into the minutebook.yaml that counts for the records, and say what was done."""
    from minutes_cli.cli.talk import counted, say
    from minutes_cli.register.roster import members_of
    from minutes_cli.store.roster import add_people

    path = _book_file(paths)
    known = {id(member): number for number, member in enumerate(book.people)}
    aliases = {known[id(one.member)]: one.entry.aliases for one in roster.people if one.member is not None}
    new = list(members_of(roster))
    written = add_people(path, new, aliases)
    if written is None:
        say(f"{path}: nothing to add.")
    else:
        people = ["1 person" if len(new) == 1 else f"{len(new)} people"] if new else []
        more = [counted(sum(map(len, aliases.values())), "further spelling")] if aliases else []
        backup = f" As it was: {written.backup}" if written.backup else ""
        say(f"{path}: {' and '.join(people + more)} added.{backup}")
    if left := len(roster.questions) + len(roster.gone):
        say(f"{counted(left, 'name')} left for you to decide; to see them: minutes roster")


def _book_file(paths: Sequence[Path]) -> Path:
    """Find the minutebook.yaml that counts for all that was named, or where it is to be. Raises ``UsageProblem``."""
    from minutes_cli.cli.books import folder_of
    from minutes_cli.store.home import BOOK_FILE, book_of
    from minutes_cli.store.shelf import Shelf

    shelf = Shelf()
    records = [Path(name) for path in paths or [Path()] for name in shelf.names(path)]
    books = {book_of(folder_of(file)) for file in records}
    if len(books) > 1:
        raise UsageProblem("The records have several minutebook.yaml.", "Name the folder of one of them.")
    there = books.pop()
    folders = {folder_of(path) for path in paths or [Path()]}
    if there is None and len(folders) > 1:
        raise UsageProblem("There are several folders, and no minutebook.yaml.", "Make one above them.")
    return there or folders.pop() / BOOK_FILE
