"""The options that several commands share, each said once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])


class Day(click.ParamType[date]):
    """A day of the calendar, written as in 2031-03-04."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read an ISO date."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is not a day. Write it as 2031-03-04.", param, ctx)


class Reading(NamedTuple):
    """How PDFs, scans and pictures are read, which reading of tracked changes, which meeting of several (None: all)."""

    password: str | None = None
    engine: str = "pdfium"
    changes: str = "accepted"
    meeting: int | None = None
    ocr: bool = False


class Choice(NamedTuple):
    """Which actions a report is to be about."""

    owner: str | None
    status: tuple[str, ...]
    body: str | None
    since: date | None
    until: date | None


TABLES = ("sqlite", "parquet", "jsonl")
"""The formats that a whole archive can be had in, as tables (``export.FORMATS``)."""


class Meetings(NamedTuple):
    """Which meetings a report is to be about."""

    body: str | None
    since: date | None
    until: date | None


class Product(NamedTuple):
    """In which format a report goes where; no format means that of the output's name, else a table.

    ``template`` is the Word document whose looks a Word report takes over; ``bom`` marks CSV as UTF-8 for Excel;
    ``redact`` is what is withheld of it; with ``force`` it goes over a file that was worked on.
    """

    form: str | None
    output: Path | None
    template: Path | None = None
    bom: bool = False
    redact: tuple[str, ...] = ()
    force: bool = False


PATH = click.Path(path_type=Path)

paths = click.argument("paths", nargs=-1, type=PATH, metavar="[PATH]...")
files = click.argument("files", nargs=-1, type=PATH, required=True, metavar="FILE...")
tables = click.option(
    "--to", multiple=True, type=click.Choice(TABLES), help="Tables for other programs; can be given several times."
)
quiet = click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")


def today() -> date:
    """Say which day it is: the only question of a report or a record to the clock."""
    return date.today()


as_of = click.option(
    "--as-of",
    type=Day(),
    default=today,
    show_default="today",
    metavar="DAY",
    help="The day the report is for; decides what is overdue.",
)


def reading(command: Command) -> Command:
    """Add the options that say how minutes are read; they come as one ``reading``."""
    meeting = click.option(
        "--meeting",
        type=click.IntRange(min=1),
        metavar="N",
        help="Only the N-th meeting of a file that holds several, counted as they stand in it.",
    )
    password, engine, changes, ocr = _ways_of_reading()
    return bundled(command, "reading", Reading, [password, engine, changes, meeting, ocr])


def reading_of_many(command: Command) -> Command:
    """Add the options that say how minutes are read, but for the one that chooses a meeting in one file."""
    return bundled(command, "reading", Reading, _ways_of_reading())


def _ways_of_reading() -> list[Callable[[Any], Any]]:
    engine = click.option(
        "--engine",
        type=click.Choice(["pdfium", "pdfplumber"]),
        default="pdfium",
        help="The PDF reader; pdfplumber is slower, for tables that pdfium does not see.",
    )
    password = click.option("--password", help="The password of a locked PDF.", metavar="WORD")
    changes = click.option(
        "--changes",
        type=click.Choice(["accepted", "original"]),
        default="accepted",
        help="Tracked changes in Word: read as if all were accepted, or the original before them.",
    )
    ocr = click.option("--ocr", is_flag=True, help="Read scanned pages and pictures too: one or two seconds a page.")
    return [password, engine, changes, ocr]


def product(command: Command) -> Command:
    """Add ``--format``, ``--output`` and how they are made; they come as one ``product``."""
    from minutes_cli.render import EVERY_FORMAT

    form = click.option(
        "-f", "--format", "form", type=click.Choice(EVERY_FORMAT), help="Default: table, or as FILE is named."
    )
    output = click.option("-o", "--output", type=PATH, metavar="FILE", help="Write to FILE; - is standard output.")
    template = click.option(
        "--template", type=PATH, metavar="FILE", help="Word: take styles, page and running lines from this .docx."
    )
    bom = click.option("--bom", is_flag=True, help="CSV: begin with the mark by which Excel knows UTF-8.")
    redact = click.option(
        "--redact",
        type=click.Choice(["people", "restricted"]),
        multiple=True,
        help="For publication: names as initials, or without what is confidential; can be given twice.",
    )
    return bundled(command, "product", Product, [form, output, template, bom, redact, force])


force = click.option(
    "--force", is_flag=True, help="Write over a file that was edited or is not ours; it is copied to FILE.bak first."
)


def choice(command: Command) -> Command:
    """Add the options that choose actions; they come as one ``choice``."""
    options = [
        click.option("--owner", metavar="NAME", help="Only this owner's: initials, name, surname or office."),
        click.option(
            "--status",
            multiple=True,
            metavar="STATUS",
            help="Only open, in progress, done, dropped, carried or overdue; several with commas.",
            callback=_words,
        ),
        *_of_meetings(),
    ]
    return bundled(command, "choice", Choice, options)


def meetings(command: Command) -> Command:
    """Add the options that choose meetings; they come as one ``meetings``."""
    return bundled(command, "meetings", Meetings, _of_meetings())


def _of_meetings() -> list[Callable[[Any], Any]]:
    return [
        click.option("--body", metavar="NAME", help="Only this body's meetings; part of the name will do."),
        click.option("--since", type=Day(), metavar="DAY", help="Only meetings on or after this day."),
        click.option("--until", type=Day(), metavar="DAY", help="Only meetings on or before this day."),
    ]


def _words(_context: click.Context, _option: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.strip() for each in given for word in each.split(",") if word.strip())


def bundled(command: Command, name: str, bundle: type[Any], options: list[Callable[[Any], Any]]) -> Command:
    """Put options on a command that come to it as one value."""

    def bundling(**given: Any) -> Any:
        values = {field: given.pop(field) for field in bundle._fields if field in given}
        return command(**given, **{name: bundle(**values)})

    bundling.__name__, bundling.__doc__ = command.__name__, command.__doc__
    bundling.__click_params__ = getattr(command, "__click_params__", [])  # type: ignore[attr-defined]
    decorated: Any = bundling
    for option in reversed(options):
        decorated = option(decorated)
    return decorated  # type: ignore[no-any-return]
