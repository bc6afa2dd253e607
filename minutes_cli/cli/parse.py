"""``minutes parse``: minutes to records."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from minutes_cli.cli import Described, options
from minutes_cli.cli.options import Reading
from minutes_cli.cli.progress import Progress
from minutes_cli.cli.talk import STDIN, complain, fault, located, say, summary
from minutes_cli.errors import MinutesError

if TYPE_CHECKING:
    from minutes_cli.model import Meeting
    from minutes_cli.store import Saved


@click.command("parse", cls=Described)
@options.files
@click.option("-o", "--output", help="Write to FILE, or into FOLDER/; - is standard output.", metavar="FILE")
@click.option("--force", is_flag=True, help="Write edited records anew; tracking is kept, and a backup is made.")
@click.option("--review", is_flag=True, help="Show the pages beside the record in a browser, once read.")
@options.quiet
@options.reading
def command(
    files: tuple[Path, ...], output: str | None, force: bool, review: bool, quiet: bool, reading: Reading
) -> int:
    r"""Read minutes into records, one YAML file beside each.

    \b
    minutes parse board-2031-03.pdf            writes board-2031-03.yaml
    minutes parse *.docx -o records/           one record each, in a folder

    FILE is minutes as text, PDF or Word; - is standard input. A file with several meetings gives a record each, named
    by its date (board-2031-03-04.yaml), or the one chosen with --meeting. What a person should look at is listed as
    file:page:line: CODE message (minutes explain CODE says more). A record that you have edited is not overwritten.

    Exit code: 0 clean, 1 serious findings, 2 usage, 3 a file that cannot be read, 4 edits would be lost.
    """
    from minutes_cli.cli.targets import targets_of

    worst = 0
    way = _Way(output, force, quiet, reading)
    with Progress("Reading", len(files)) as progress:
        for number, (source, target) in enumerate(targets_of(files, output)):
            progress.step(source.name)
            try:
                worst = max(worst, _one(source, target, way, number))
            except MinutesError as problem:
                worst = max(worst, complain(problem, source))
            except click.exceptions.Exit:
                raise
            except Exception as problem:  # one file's misfortune must not cost the rest
                if os.environ.get("MINUTES_DEBUG"):
                    raise
                worst = max(worst, fault(problem, source))
    if review:
        from minutes_cli.cli.reviewing import review_each

        worst = max(worst, review_each(targets_of(files, output), reading, force=force))
    return worst


class _Way(msgspec.Struct, frozen=True):
    """How minutes are to be read and their records kept."""

    output: str | None
    force: bool
    quiet: bool
    reading: Reading


def _one(source: Path, target: Path | None, way: _Way, number: int) -> int:
    """Read one file of minutes, keep its records, and say what was found; gives the exit code."""
    from minutes_cli.cli.sources import begin

    read = begin(source, way.reading)
    from minutes_cli import check, store  # noqa: F401  while the minutes are being read
    from minutes_cli.cli.targets import for_each

    meetings, worst = read()
    if len(meetings) > 1 and not way.quiet:
        say(f"{_name(source)}: {len(meetings)} meetings in one file, a record each.")
    for position, (meeting, record) in enumerate(for_each(meetings, target, way.output)):
        try:
            worst = max(worst, _keep(meeting, (source, record), way, number + position))
        except MinutesError as problem:  # an edited record must not cost those of the other meetings
            worst = max(worst, complain(problem, source))
    return worst


def _keep(meeting: Meeting, between: tuple[Path, Path | None], way: _Way, number: int) -> int:
    """Keep the record of a meeting, from its minutes to its file, and say what was found; gives the exit code."""
    from minutes_cli import store
    from minutes_cli.check import Check
    from minutes_cli.cli.products import write_out
    from minutes_cli.cli.targets import make_room

    source, target = between
    with Check(meeting) as looking:
        if target is None:
            write_out(("---\n" if number else "") + store.dump(meeting))
        else:
            make_room(target, way.output)
            _tell(store.save(meeting, target, force=way.force))
        findings = looking.findings()
    if not way.quiet:
        name = _name(source)
        say(f"{name}{f' -> {target}' if target else ''}: {summary(meeting)}")
        for finding in findings:
            say(located(finding, name))
    return int(any(finding.severity == "error" for finding in findings))


def _name(source: Path) -> str:
    return "standard input" if source == STDIN else str(source)


def _tell(saved: Saved) -> None:
    """Say what became of a person's edits, also when the command is to be quiet."""
    if saved.backup:
        say(f"{saved.path}: your tracking was kept; the file as you had edited it is {saved.backup}")
    if saved.left_behind:
        say(f"{saved.path}: no longer in the minutes, so only in the backup: {', '.join(saved.left_behind)}")
