"""What a command line names, as meetings: records, folders of records, or minutes that are parsed on the fly."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from minutes_cli import __version__
from minutes_cli.cli.options import Reading
from minutes_cli.cli.progress import Progress
from minutes_cli.cli.talk import STDIN, complain, fault, say
from minutes_cli.errors import MinutesError, SourceUnreadable, UsageProblem
from minutes_cli.model import Meeting

Named = tuple[str, Meeting]


def parsed(path: Path, reading: Reading) -> Meeting:
    """Read the minutes in one file (``-`` is standard input) into a record with its source."""
    return begin(path, reading)()


def begin(path: Path, reading: Reading) -> Callable[[], Meeting]:
    """Begin to read the minutes in one file (``-`` is standard input); gives the function that waits for the record.

    The first file is read aside while the room that understands it is loaded. Both raise ``SourceUnreadable``.
    """
    from minutes_cli import read

    name, data = (Path("standard input"), sys.stdin.buffer.read()) if path == STDIN else (path, None)
    idle = "minutes_cli.parse" in sys.modules  # then nothing is left to do meanwhile
    document = read.begin(name, data, busy=not idle, **reading._asdict())

    import msgspec

    from minutes_cli.model import Remark, Source
    from minutes_cli.parse import parse
    from minutes_cli.parse.enclosed import holding_minutes

    def meeting() -> Meeting:
        found = holding_minutes(document(), parse)
        source = Source(
            file=found.file,
            sha256=found.sha256,
            pages=len(found.pages),
            parser=f"minutebook {__version__}",
            remarks=msgspec.convert(found.remarks, list[Remark], from_attributes=True),
        )
        return msgspec.structs.replace(parse(found), source=source)

    return meeting


def meeting_of(path: Path, reading: Reading) -> Meeting:
    """Take the meeting from a record, or read it from minutes."""
    from minutes_cli import store
    from minutes_cli.store.reading import SUFFIXES

    return store.read_record(path) if path.suffix.lower() in SUFFIXES else parsed(path, reading)


def behind(name: str, meeting: Meeting) -> list[Path]:
    """List the files that a meeting comes from: its record, and the minutes the record was read from."""
    return (
        [Path(name), Path(name).with_name(Path(meeting.source.file).name or name)] if meeting.source else [Path(name)]
    )


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
    found: list[Named] = []
    worst = 0
    files = list(dict.fromkeys(file for path in paths or [Path()] for file in _files(path)))
    with Progress("Reading", len(files)) as progress:
        for file in files:
            progress.step(file.name)
            _point_to_record(file)
            try:
                found.append((str(file), meeting_of(file, reading)))
            except MinutesError as problem:
                worst = max(worst, complain(problem, file))
            except Exception as problem:  # one file's misfortune must not cost the rest
                if os.environ.get("MINUTES_DEBUG"):
                    raise
                worst = max(worst, fault(problem, file))
    return found, worst


def _point_to_record(file: Path) -> None:
    """Say that minutes are read anew although their record, with a person's tracking, stands beside them."""
    from minutes_cli.store import has_edits

    record = file.with_suffix(".yaml")
    if record != file and has_edits(record):
        say(f"{file}: read anew, without the tracking in {record}. To report on that: name the record instead.")


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    records = list(_records_under(path))
    if not records:
        where = "this folder" if path == Path() else str(path)
        raise SourceUnreadable(f"There is no record in {where}.", "Make some with: minutes parse FILE...")
    yield from records


def _records_under(folder: Path) -> Iterator[Path]:
    """Find the records in a folder and the folders in it, in the order of their names; hidden ones are passed over."""
    from minutes_cli.store import is_record

    def refuse(problem: OSError) -> None:
        raise UsageProblem(f"{problem.filename} cannot be opened: {problem.strerror}.", "Name the records themselves.")

    for here, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(here) / name
            if not name.startswith(".") and is_record(file):
                yield file
