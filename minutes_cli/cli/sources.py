"""What a command line names, as meetings: records, folders of records, or minutes that are parsed on the fly."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from minutes_cli.cli.options import Reading
from minutes_cli.cli.progress import Progress
from minutes_cli.cli.talk import STDIN, complain, counted, fault, say
from minutes_cli.cli.unswept import keep_to_the_end, unswept
from minutes_cli.document import Document
from minutes_cli.errors import MinutesError, UsageProblem
from minutes_cli.model import Meeting

if TYPE_CHECKING:
    from minutes_cli.store.shelf import Shelf

Part = TypeVar("Part")
Named = tuple[str, Meeting]
NAMED_AT_MOST = 5
"""How many files a note of a report names before it only counts them."""

Found = tuple[list[Meeting], int]
"""The meetings of a file, and the exit code when one of them could not be read."""


def parsed(path: Path, reading: Reading) -> Found:
    """Read the minutes in one file (``-`` is standard input) into records with their source, one for each meeting."""
    return begin(path, reading)()


def begin(path: Path, reading: Reading) -> Callable[[], Found]:
    """Begin to read the minutes in one file (``-`` is standard input); gives the function that waits for the records.

    The first file is read aside while the room that understands it is loaded. A meeting of several that cannot be read
    is told of and left out. Both raise ``SourceUnreadable`` when none can be, and ``UsageProblem`` when ``reading``
    asks for a meeting that the file does not have.
    """
    document = begin_document(path, reading)
    from minutes_cli.parse import meetings, parse
    from minutes_cli.parse.enclosed import holding_minutes

    def records() -> Found:
        found = holding_minutes(document(), lambda each: parse(meetings(each)[0]))
        return _records(found, path, reading.meeting)

    return records


def begin_document(path: Path, reading: Reading, data: bytes | None = None) -> Callable[[], Document]:
    """Begin to read one file (``-`` is standard input) as it stands on paper; gives the function that waits for it.

    ``data`` is what the file holds, when it is already in memory. From then on the words of its house count. Raises
    ``UsageProblem`` when those of the file before were others.
    """
    from minutes_cli import read
    from minutes_cli.cli.books import speak_as

    speak_as(path)

    name = Path("standard input") if path == STDIN else path
    data = sys.stdin.buffer.read() if path == STDIN and data is None else data
    idle = "minutes_cli.parse" in sys.modules  # then nothing is left to do meanwhile
    how = {option: said for option, said in reading._asdict().items() if option != "meeting"}
    return read.begin(name, data, busy=not idle, **how)


def _records(document: Document, path: Path, number: int | None) -> Found:
    """Make the record of each meeting in a document, or of the one asked for."""
    from minutes_cli.batch.records import records_of
    from minutes_cli.parse import meetings

    parts = meetings(document)
    found, unread = records_of(chosen(parts, path, number), len(parts), document)
    return found, max((complain(problem, path) for problem in unread), default=0)


def chosen(parts: Sequence[Part], path: Path, number: int | None) -> list[tuple[int, Part]]:
    """Choose the part of a file that is asked for by number, all when none is; each with its number, from 1."""
    if number is not None and number > len(parts):
        raise UsageProblem(
            f"{path} holds {counted(len(parts), 'meeting')}, so there is no meeting {number}.",
            "Leave out --meeting." if len(parts) == 1 else f"Give --meeting a number up to {len(parts)}.",
        )
    return [(n, part) for n, part in enumerate(parts, start=1) if number in (None, n)]


def meetings_in(path: Path, reading: Reading) -> Found:
    """Take the meeting from a record, or read those in minutes."""
    from minutes_cli import store
    from minutes_cli.store.reading import SUFFIXES

    return ([store.read_record(path)], 0) if path.suffix.lower() in SUFFIXES else parsed(path, reading)


def behind(name: str, meeting: Meeting) -> list[str]:
    """Name the files that a meeting comes from: its record, and the minutes the record was read from."""
    if meeting.source is None:
        return [name]
    return [name, os.path.join(os.path.dirname(name), Path(meeting.source.file).name or os.path.basename(name))]


def minutes_behind(name: str, meeting: Meeting) -> str:
    """Name the minutes that a record was read from: the pages and lines in it are theirs."""
    if Path(name).suffix.lower() not in (".yaml", ".yml") or meeting.source is None:
        return name
    beside = Path(name).with_name(Path(meeting.source.file).name or name)
    return str(beside) if beside.exists() else meeting.source.file


def meetings_of(paths: Sequence[Path], reading: Reading) -> tuple[list[Named], int]:
    """Gather the meetings that the paths name; no path is the current folder.

    A file that cannot be read is told of and left out. Returns the meetings, each with its file, and the worst exit
    code so far. Raises ``SourceUnreadable`` when a folder holds no record.
    """
    from minutes_cli.store.shelf import Shelf

    with Shelf() as shelf:
        return meetings_on(shelf, names_on(shelf, paths), reading)


def meetings_on(shelf: Shelf, names: Sequence[str], reading: Reading) -> tuple[list[Named], int]:
    """Gather the meetings in the files of these names, records by way of a shelf; otherwise as ``meetings_of``."""
    from minutes_cli.store.reading import SUFFIXES

    found: list[Named] = []
    worst = 0
    with Progress("Reading", len(names)) as progress, unswept(len(names)):
        for name in names:
            progress.step(os.path.basename(name))
            try:
                if name.lower().endswith(SUFFIXES):
                    found.append((name, shelf.record(name)))
                    continue
                file = Path(name)
                _point_to_record(file)
                meetings, code = parsed(file, reading)
                found.extend((str(file), meeting) for meeting in meetings)
                worst = max(worst, code)
            except MinutesError as problem:
                worst = max(worst, complain(problem, Path(name)))
            except Exception as problem:  # one file's misfortune must not cost the rest
                if os.environ.get("MINUTES_DEBUG"):
                    raise
                worst = max(worst, fault(problem, Path(name)))
    keep_to_the_end(found, len(found))
    return found, worst


def left_out(names: Sequence[str], found: Sequence[Named]) -> tuple[str, ...]:
    """Say in a report which files are missing from it, since they could not be read."""
    there = {name for name, _ in found}
    missing = [name for name in names if name not in there]
    if len(missing) > NAMED_AT_MOST:
        return (f"Left out, as they could not be read: {counted(len(missing), 'file')}.",)
    return (f"Left out, as {'they' if missing[1:] else 'it'} could not be read: {', '.join(missing)}.",) * bool(missing)


def records_in(paths: Sequence[Path]) -> list[Path]:
    """List the records that the paths name; no path is the current folder. Raises as ``meetings_of`` does."""
    from minutes_cli.store.shelf import Shelf

    return named_on(Shelf(), paths)


def named_on(shelf: Shelf, paths: Sequence[Path]) -> list[Path]:
    """List the files that the paths name, each once, the records in folders among them; see ``Shelf.names``."""
    return [Path(name) for name in names_on(shelf, paths)]


def names_on(shelf: Shelf, paths: Sequence[Path]) -> list[str]:
    """List the same by their names."""
    return list(dict.fromkeys(name for path in paths or [Path()] for name in shelf.names(path)))


def _point_to_record(file: Path) -> None:
    """Say that minutes are read anew although their record, with a person's tracking, stands beside them."""
    from minutes_cli.store import has_edits

    record = file.with_suffix(".yaml")
    if record != file and has_edits(record):
        say(f"{file}: read anew, without the tracking in {record}. To report on that: name the record instead.")
