"""``minutes update``: record progress."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from minutes_cli.cli import Described, options
from minutes_cli.cli.progress_words import Progress
from minutes_cli.errors import SourceUnreadable, UsageProblem

if TYPE_CHECKING:
    from minutes_cli.book import Book
    from minutes_cli.cli.ids import Meant
    from minutes_cli.model import Meeting
    from minutes_cli.store.updating import Rewrite, Wish


class Way(NamedTuple):
    """How the update is to be made: from which day, in which records, for show only."""

    on: date
    places: tuple[Path, ...]
    dry: bool


def _progress(command: options.Command) -> options.Command:
    said = [
        click.option("--status", metavar="WORD", help="open, in progress, done, dropped or carried, or a word for it."),
        click.option("--note", metavar="TEXT", help="What is to be remembered about it."),
        click.option("--due", metavar="DAY", help="The new due date: 2031-05-06, 6 May, Friday, end of May."),
        click.option("--owner", metavar="NAME", multiple=True, help="Who has it now; several with commas."),
    ]
    return options.bundled(command, "progress", Progress, said)


def _way(command: options.Command) -> options.Command:
    said = [
        click.option(
            "--on",
            type=options.Day(),
            default=options.today,
            show_default="today",
            metavar="DAY",
            help="The day it counts from.",
        ),
        click.option(
            "--in", "places", type=options.PATH, multiple=True, metavar="PATH", help="The records or folders."
        ),
        click.option("--dry-run", "dry", is_flag=True, help="Show what would change, and write nothing."),
    ]
    return options.bundled(command, "way", Way, said)


@click.command("update", cls=Described)
@click.argument("ids", nargs=-1, metavar="ID...")
@_progress
@_way
@click.option("--undo", is_flag=True, help="Take the last update back; again for the one before.")
@click.option("--force", is_flag=True, help="With --undo: also from a record that was edited since.")
def command(ids: tuple[str, ...], progress: Progress, way: Way, undo: bool, force: bool) -> int:
    r"""Record progress on actions in their records.

    \b
    minutes update 2031-03-04/3 --status done --note "Sent on 2 April"
    minutes update AP12 AP14 --due 2031-05-06 --owner BE
    minutes update --undo                     the last update, back to the byte

    ID is as the reports print it. Either all of the actions are updated or none; comments and layout of the records
    stay. Records are looked for in the current folder; --in names others.
    """
    if undo:
        _hold_apart(ids, progress)
        return _undo(way, force=force)
    if force:
        raise click.UsageError("--force goes with --undo.")
    if not ids:
        raise click.UsageError("Which action? Give its id, as in: minutes update 2031-03-04/3 --status done")
    if not progress.says_something:
        raise click.UsageError("What is new? Give --status, --note, --due or --owner.")
    return _update(ids, progress, way)


def _hold_apart(ids: Sequence[str], progress: Progress) -> None:
    if ids or progress.says_something:
        raise click.UsageError("--undo takes back the whole last update; give no ids and no progress with it.")


def _update(ids: Sequence[str], progress: Progress, way: Way) -> int:
    """Record the progress of actions, and say what became of each."""
    from minutes_cli.cli.talk import say
    from minutes_cli.store.updating import planned, update

    wishes, worst = _wishes(ids, progress, way)
    if way.dry:
        _show(planned(wishes))
        return worst
    written = {each.record for each in update(wishes)}
    for wish in wishes:
        said = "recorded" if wish.record in written else "was recorded already"
        say(f"{wish.name} ({wish.record}): {_told(wish)} {said}")
    return worst


def _wishes(ids: Sequence[str], progress: Progress, way: Way) -> tuple[list[Wish], int]:
    """Say what is to be written where, and the worst exit code on the way to it.

    Raises ``UsageProblem`` for ids and words that cannot be, before anything is written.
    """
    from minutes_cli.cli.progress_words import next_meeting, strangers, update_of
    from minutes_cli.cli.sources import meetings_of
    from minutes_cli.cli.talk import say
    from minutes_cli.store.updating import Wish

    records, worst = meetings_of(way.places, options.Reading())
    wishes: dict[tuple[str, str, str], Wish] = {}
    found, book = _meant(ids, records, way)
    for given, meant in found.items():
        record = Path(meant.record)
        if record.suffix.lower() not in (".yaml", ".yml"):
            raise UsageProblem(
                f"{record} is minutes, not a record; nothing was written.", f"Make one with: minutes parse {record}"
            )
        following = next_meeting(meant, way.on, (meeting.meeting for _, meeting in records), book)
        update = update_of(meant, progress, way.on, following, book)
        row = meant.record, meant.action.id, meant.action.text
        wishes.setdefault(row, Wish(record, meant.action, update, given))
        for owner in strangers(meant, update.owners, book):
            say(f"{given}: {owner} is neither on the list of that meeting nor on the roster.")
    return list(wishes.values()), worst


def _meant(ids: Sequence[str], records: Sequence[tuple[str, Meeting]], way: Way) -> tuple[dict[str, Meant], Book]:
    """Find the actions that ids mean, by the rows themselves where those tell, else by the register over them.

    Gives what their book says as well.
    """
    from minutes_cli.cli.books import book_over
    from minutes_cli.cli.ids import meant_in_records, meant_in_register
    from minutes_cli.cli.reports import register_of

    if not records:
        raise click.exceptions.Exit(SourceUnreadable.exit_code)
    if (meant := meant_in_records(ids, records)) is not None:
        return meant, book_over(dict.fromkeys(Path(each.record).parent for each in meant.values()))
    readable = [Path(name) for name in dict.fromkeys(name for name, _ in records)]  # of the others it is told already
    everything = options.Choice(None, (), None, None, None)
    found = register_of(readable, way.on, everything, options.Reading())
    return meant_in_register(ids, found.register), found.book


def _told(wish: Wish) -> str:
    """Say in a few words what an update says."""
    new = wish.update
    words = [new.status, f"due {new.due}" if new.due else None, ", ".join(new.owners), new.note]
    return "; ".join(word for word in words if word)


def _show(rewrites: Sequence[Rewrite]) -> None:
    """Print what would change, as a unified diff."""
    from difflib import unified_diff

    from minutes_cli.cli.products import write_out
    from minutes_cli.cli.talk import say
    from minutes_cli.store.reading import text_in

    if not rewrites:
        say("Nothing would change.")
    for each in rewrites:
        old, new = (text_in(data, each.record)[0].splitlines() for data in (each.before, each.after))
        name = _near(each.record)
        lines = unified_diff(old, new, name, name, lineterm="")
        write_out("".join(f"{line}\n" for line in lines))


def _near(record: Path) -> str:
    """Name a record as seen from here, when it is below the current folder."""
    real = record.resolve()
    return str(real.relative_to(Path.cwd())) if real.is_relative_to(Path.cwd()) else str(record)


def _undo(way: Way, *, force: bool) -> int:
    """Take the last update back, and say which it was."""
    from minutes_cli.cli.sources import records_in
    from minutes_cli.cli.talk import say
    from minutes_cli.store.updating import undo

    done = undo(records_in(way.places), force=force, dry=way.dry)
    if way.dry:
        _show(done.rewrites)
        return 0
    for each in done.rewrites:
        say(f"{_near(each.record)}: as it was before {done.who} updated {', '.join(done.ids)} ({done.at})")
    return 0
