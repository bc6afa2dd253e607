"""``minutes batch``: an archive of minutes to records."""

from __future__ import annotations

import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from minutes_cli.cli import Described, options
from minutes_cli.cli.options import Command, Reading, bundled

if TYPE_CHECKING:
    from minutes_cli.batch.run import Order

MEMORY, MEMORY_FOR_PRINT = 1024, 4096
"""MB a worker may have; recognising print takes networks that are larger than all else."""
STOPPED = 130
"""The exit code after Ctrl-C: 128 and the signal's number, as shells have it."""


class Again(NamedTuple):
    """Which files are read although they were read before."""

    stale: bool
    retry: bool
    force: bool


class Means(NamedTuple):
    """On what the work is done, and how much of it a file may take."""

    workers: int | None
    timeout: float
    memory: int | None
    dask: str | None


class Outputs(NamedTuple):
    """What becomes of twins, and how the run is told."""

    keep_twins: bool
    log: Path | None
    fail_under: float | None
    to: tuple[str, ...] = ()


def _again(command: Command) -> Command:
    stale = click.option("--stale", is_flag=True, help="Read again what another version of minutebook read.")
    retry = click.option("--retry", is_flag=True, help="Try again what could not be read.")
    force = click.option("--force", is_flag=True, help="Write edited records anew; tracking is kept, with a backup.")
    return bundled(command, "again", Again, [stale, retry, force])


def _means(command: Command) -> Command:
    workers = click.option(
        "-j", "--workers", type=click.IntRange(min=1), metavar="N", help="Processes to read with. Default: all."
    )
    timeout = click.option(
        "--timeout",
        type=click.FloatRange(min=0, min_open=True),
        default=60.0,
        show_default=True,
        metavar="SECONDS",
        help="The longest that a file may take.",
    )
    memory = click.option(
        "--memory",
        type=click.IntRange(min=64),
        metavar="MB",
        help="The most memory that a file may take. Default: 1024, with --ocr 4096.",
    )
    dask = click.option("--dask", metavar="ADDRESS", help="Read on a Dask cluster: tcp://scheduler:8786")
    return bundled(command, "means", Means, [workers, timeout, memory, dask])


def _outputs(command: Command) -> Command:
    keep = click.option("--keep-twins", is_flag=True, help="Report minutes that are there twice, and keep both.")
    log = click.option("--log", type=options.PATH, metavar="FILE", help="Write JSON lines on how it goes.")
    fail = click.option(
        "--fail-under",
        type=click.FloatRange(0, 100),
        metavar="PERCENT",
        help="Exit with 1 when fewer minutes than this were read well.",
    )
    return bundled(command, "outputs", Outputs, [options.tables, keep, log, fail])


@click.command("batch", cls=Described)
@click.argument("places", nargs=-1, required=True, metavar="SRC... DEST")
@click.option("-n", "--dry-run", is_flag=True, help="Say what would be done, and do nothing.")
@options.quiet
@_again
@_means
@_outputs
@options.reading_of_many
def command(
    places: tuple[str, ...], dry_run: bool, quiet: bool, again: Again, means: Means, outputs: Outputs, reading: Reading
) -> int:
    r"""Read an archive of minutes into records, on all processors.

    \b
    minutes batch archive/ records/               a folder and all below it
    minutes batch 'old/**/*.docx' old.zip out/    a pattern, and a packed archive
    find . -name '*.pdf' | minutes batch - out/   a list, one file a line
    minutes batch archive/ out/ --to sqlite       and a database of it all

    SRC is a folder, a file, a pattern in quotes, a zip or tar archive, - for a list on standard input, or a URL
    (s3://bucket/minutes). DEST is a folder or a URL: it gets a record for each file, in the same folders, what became
    of each file (minutes-batch.jsonl) and a summary (minutes-batch.md). Run it again and only what is new or has
    changed is read; a run that was stopped goes on.

    Exit code: 0 clean, 1 serious findings or below --fail-under, 2 usage, 3 files that cannot be read, 4 edited records
    left as they are, 130 stopped. With --fail-under it is 0 when enough was read.
    """
    if len(places) < 2:
        raise click.UsageError("Name where the minutes are, and the folder for their records.")
    order = _order(places, again, means, outputs, reading)
    from minutes_cli.cli import batch_talk

    if dry_run:
        return batch_talk.rehearsed(order, sys.stdin)
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        summary = batch_talk.followed(order, sys.stdin, quiet=quiet, log=outputs.log)
    except KeyboardInterrupt:
        batch_talk.say_how_to_go_on()
        return STOPPED
    return batch_talk.told(summary, order, quiet=quiet, fail_under=outputs.fail_under)


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def _order(places: tuple[str, ...], again: Again, means: Means, outputs: Outputs, reading: Reading) -> Order:
    from minutes_cli.batch.outcome import Way
    from minutes_cli.batch.plan import Wish
    from minutes_cli.batch.run import Order

    how = {option: said for option, said in reading._asdict().items() if option != "meeting"}
    memory = means.memory or (MEMORY_FOR_PRINT if reading.ocr else MEMORY)
    way = Way(places[-1], how, again.force, means.timeout, memory)
    wish = Wish(again.stale, again.retry)
    return Order(places[:-1], way, wish, means.workers, means.dask or "", outputs.keep_twins, outputs.to)
