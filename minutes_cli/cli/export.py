"""``minutes export``: all records as tables for other programs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from minutes_cli.cli import Described, options
from minutes_cli.errors import UsageProblem

if TYPE_CHECKING:
    from minutes_cli.batch.exporting import Output

SUFFIXES = {".db": "sqlite", ".sqlite": "sqlite", ".sqlite3": "sqlite", ".parquet": "parquet", ".jsonl": "jsonl"}
"""The format that an output's name asks for."""


@click.command("export", cls=Described)
@click.argument("book", type=options.PATH, default=Path(), metavar="[BOOK]")
@options.tables
@click.option("-o", "--output", type=options.PATH, metavar="PLACE", help="The file or folder to write; see above.")
@options.quiet
def command(book: Path, to: tuple[str, ...], output: Path | None, quiet: bool) -> int:
    r"""Write all records of a minute book as tables for other programs.

    \b
    minutes export records/ -o minutes.db             a database with search
    minutes export records/ --to parquet --to jsonl   for DuckDB, pandas, R

    BOOK is a folder of records, or one record; without it, the current folder. Tables: meetings, people, attendance,
    items, actions, owners, updates, decisions, findings, documents. SQLite is one file, minutes.db; the others are
    folders with a file a table, minutes-parquet and minutes-jsonl. They are written to the current folder, or to where
    --output says: a file or folder of that name, or with several formats a folder for them all. docs/archive-data.md
    tells what stands in each column.
    """
    from minutes_cli.batch.outputs import export_book
    from minutes_cli.cli.batch_talk import exported_lines
    from minutes_cli.cli.talk import complain, say

    exported = export_book(book, _outputs(to, output))
    worst = max((complain(problem, book / name) for name, problem in exported.left_out), default=0)
    if not quiet:
        for line in exported_lines(exported._replace(left_out=())):
            say(line.strip())
    return worst


def _outputs(to: Sequence[str], output: Path | None) -> list[Output]:
    """Say which formats go where. Raises ``UsageProblem`` when that does not go together."""
    from minutes_cli.batch.exporting import Output
    from minutes_cli.export import FORMATS

    if output == Path("-"):
        raise UsageProblem("Tables are several files, and cannot go to standard output.", "Name a place: -o minutes.db")
    forms = tuple(dict.fromkeys(to)) or (SUFFIXES.get(output.suffix.lower() if output else "", "sqlite"),)
    if len(forms) == 1 and output is not None and (not output.is_dir() or Output(forms[0], output).is_there):
        return [Output(forms[0], output)]
    if output is not None and output.is_file():
        raise UsageProblem(f"{output} is one file, but there are {len(forms)} formats.", "Name a folder.")
    return [Output(form, (output or Path()) / FORMATS[form].name) for form in forms]
