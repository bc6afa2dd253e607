"""``minutes demo``: a fictional board to try everything on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from minutes_cli.cli import Described
from minutes_cli.cli.options import PATH, Reading
from minutes_cli.errors import UsageProblem
from minutes_cli.model import Meeting

if TYPE_CHECKING:
    from minutes_cli.report import Report

MINUTES = Path(__file__).parent.parent / "demo"
"""The fictional minutes that come with the program."""

AFTER = timedelta(days=14)
"""The demo looks at the actions a fortnight after the last meeting, so that it shows the same on every day."""


@click.command("demo", cls=Described)
@click.argument("folder", type=PATH, required=False, metavar="[FOLDER]")
def command(folder: Path | None) -> None:
    r"""Try everything on the minutes of a fictional board.

    \b
    minutes demo                  in a folder that goes away again
    minutes demo my-board         keep the minutes and their records in my-board

    Writes three meetings' minutes (PDF, Word, text), reads them, and shows the action log, the owner summary and the
    carry-forward list.
    """
    from minutes_cli.cli.products import page, write_out
    from minutes_cli.render import render

    with _room(folder) as room:
        records = [(str(path), meeting) for path, meeting in _read(_laid_out(room))]
        last = max((meeting.meeting.date for _, meeting in records if meeting.meeting.date), default=date.min)
        for name, reports in _reports(records, last + AFTER):
            width, colour = page()
            write_out(f"\n$ {name}\n\n{render(reports, 'table', width=width, colour=colour)}")
    if folder is None:
        write_out("\nTo keep the minutes and the records: minutes demo my-board\n")
    else:
        write_out(f"\nThe minutes and the records are in {folder}. Go there and try: minutes owners\n")


@contextmanager
def _room(folder: Path | None) -> Iterator[Path]:
    """Give the folder asked for, or one that is gone afterwards."""
    if folder is not None:
        yield folder
        return
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="minutes-demo-") as name:
        yield Path(name)


def _laid_out(room: Path) -> list[Path]:
    """Copy the minutes of the demo into a folder; a file of the same name with other content is not touched."""
    from minutes_cli.store import write_atomically

    given = sorted(path for path in MINUTES.iterdir() if path.suffix in (".pdf", ".docx", ".txt"))
    copies = [(path.read_bytes(), room / path.name) for path in given]
    try:
        room.mkdir(parents=True, exist_ok=True)
        for content, copy in copies:
            if copy.exists() and copy.read_bytes() != content:
                raise UsageProblem(f"{copy} is there already, and is not the demo's.", "Name an empty folder.")
    except OSError as problem:
        raise UsageProblem(f"{room} cannot be used: {problem.strerror}.", "Name another folder.") from None
    for content, copy in copies:
        if not copy.exists():
            write_atomically(copy, content)
    return [copy for _, copy in copies]


def _read(minutes: Sequence[Path]) -> Iterator[tuple[Path, Meeting]]:
    """Parse the minutes, keep their records beside them, and say so."""
    from minutes_cli import store
    from minutes_cli.cli.products import write_out
    from minutes_cli.cli.sources import parsed
    from minutes_cli.cli.talk import summary

    write_out(f"$ minutes parse {' '.join(path.name for path in minutes)}\n\n")
    for path in minutes:
        (meeting, *_), _ = parsed(path, Reading())
        record = path.with_suffix(".yaml")
        store.save(meeting, record)
        write_out(f"{path.name} -> {record.name}: {summary(meeting)}\n")
        yield record, store.read_record(record)


def _reports(records: Sequence[tuple[str, Meeting]], as_of: date) -> Iterator[tuple[str, Report]]:
    from minutes_cli import report
    from minutes_cli.register import gather

    register = gather([(Path(name).name, meeting) for name, meeting in records], as_of)
    asked = f"--as-of {as_of.isoformat()}"
    yield f"minutes actions {asked}", report.action_log(register)
    yield f"minutes owners {asked}", report.owner_summary(register)
    yield f"minutes carry-forward {asked}", report.carry_forward(register)
