"""The records of an archive or a minute book as tables: read one by one, written whole or not at all.

The tables are made from the records on the disk and the manifest beside them, and from nothing else; so they are the
same however the records came there, by one run or by many that were stopped.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from minutes_cli.batch.lock import clear_in
from minutes_cli.batch.looking_over import LookedOver
from minutes_cli.batch.outcome import Outcome
from minutes_cli.book import Book
from minutes_cli.errors import MinutesError, UsageProblem
from minutes_cli.export import FORMATS, TABLES, Spool, Table, Writer
from minutes_cli.export.tables import Row

TOGETHER = 256
"""Rows of a table that are written at once, unless their words come to more than ``CHARACTERS`` before."""
CHARACTERS = 1 << 20

IDLE = 60.0
"""Seconds after which a file that is being written, by a process that is gone, is taken for left behind."""

Taken = tuple[str, LookedOver]
"""A record by its name."""


class Output(NamedTuple):
    """Tables to be written: in which format, and the file or folder that they become."""

    form: str
    at: Path

    @property
    def files(self) -> dict[str, Path]:
        """The files to be written, by what the format calls them."""
        return {name: self.at / name if name else self.at for name in FORMATS[self.form].files}

    def hold(self) -> None:
        """Make sure that nothing is lost by writing there. Raises ``UsageProblem`` when something else is there."""
        if "" in self.files:
            _hold_file(self.at)
        elif self.at.exists() and not self.is_there and (not self.at.is_dir() or _shown(self.at)):
            raise UsageProblem(f"{self.at} is there, and holds something else.", _ANOTHER)

    @property
    def is_there(self) -> bool:
        """Whether it is a folder that was made here, with tables in it and nothing else."""
        names = _shown(self.at) if self.at.is_dir() else []
        return bool(names) and all(name in self.files for name in names)


def _shown(folder: Path) -> list[str]:
    """List what is in a folder and not hidden, as files are that a killed run was writing."""
    return [name for name in os.listdir(folder) if not name.startswith(".")]


_ANOTHER = "Move it away, or name another place."


class Exported(NamedTuple):
    """What became of an export: how many rows each table has, and the records that are not in it, with the reasons."""

    outputs: tuple[Path | str, ...]
    counts: dict[str, int]
    left_out: tuple[tuple[str, MinutesError], ...] = ()


def export(
    taken: Iterable[Taken], book: Book, outputs: Sequence[Output], documents: Iterable[Outcome] = ()
) -> Exported:
    """Write records as tables, in each of some formats; a record that cannot be read is left out, and told of.

    The memory holds one record, the names of people, and a line on each meeting. Raises ``UsageProblem`` when an output
    cannot be written or would go over something else, and ``SourceUnreadable`` when there is no record at all.
    """
    for output in outputs:
        output.hold()
        for folder in {path.parent for path in output.files.values()}:
            clear_in(folder, IDLE)
    left_out: list[tuple[str, MinutesError]] = []
    with _told(outputs[0].at), _room_for(outputs), Spool(book, outputs[0].at.parent, _rows(documents)) as spool:
        for name, record in taken:
            if record.meeting is not None:
                spool.take(name, record.meeting, record.findings)
            else:
                left_out.append((name, record.unreadable))
                spool.leave_out(name)
        counts = _write(spool, outputs)
    return Exported(tuple(output.at for output in outputs), counts, tuple(left_out))


def _rows(documents: Iterable[Outcome]) -> list[Row]:
    """Put what became of each file into the columns of its table, but for the seconds: they differ from run to run."""
    return [
        [
            *(
                each.source,
                each.became,
                each.reason or None,
                each.hint or None,
                each.sha256 or None,
                each.pages or None,
            ),
            *(each.how or None, each.parser, [kept.record for kept in each.records]),
            [kept.record for kept in each.records if kept.aside],
        ]
        for each in sorted(documents, key=lambda each: (each.source, each.at))
    ]


def _write(spool: Spool, outputs: Sequence[Output]) -> dict[str, int]:
    """Write all tables beside their places, then put them there one by one, those that tell of the others last."""
    passing = [{name: _beside(path) for name, path in output.files.items()} for output in outputs]
    try:
        writers: list[Writer] = []
        for output, paths in zip(outputs, passing, strict=True):
            with _told(output.at):
                writers.append(FORMATS[output.form].writer(paths))
        counts = _pour(spool, list(zip(outputs, writers, strict=True)))
        for output, paths in zip(outputs, passing, strict=True):
            with _told(output.at):
                for path in paths.values():
                    _sync(path)
                for name, path in output.files.items():
                    _put(paths[name], path)
    except BaseException:  # also Ctrl-C: what is half-written must go
        for path in (path for paths in passing for path in paths.values()):
            with suppress(OSError):
                path.unlink()
        raise
    return counts


def _pour(spool: Spool, writers: Sequence[tuple[Output, Writer]]) -> dict[str, int]:
    """Give the rows of a spool to the writers, some of each table at once; counts them."""
    waiting: dict[str, tuple[Table, list[Row]]] = {}
    counts = dict.fromkeys((table.name for table in TABLES), 0)
    held = 0

    def pour(tables: Iterable[str]) -> None:
        for name in list(tables):
            table, rows = waiting.pop(name)
            for output, writer in writers:
                with _told(output.at):
                    writer.put(table, rows)

    for table, row in spool.rows():
        rows = waiting.setdefault(table.name, (table, []))[1]
        rows.append(row)
        counts[table.name] += 1
        held += sum(len(value) for value in row if isinstance(value, str))
        if held > CHARACTERS:
            pour(waiting)
            held = 0
        elif len(rows) >= TOGETHER:
            pour([table.name])
    pour(waiting)
    for output, writer in writers:
        with _told(output.at):
            writer.close()
    return counts


def _beside(path: Path) -> Path:
    """Name a file that is being written, in a way by which one that a killed run left behind is known."""
    return path.with_name(f".minutes-{os.getpid()}-{os.urandom(4).hex()}.tmp")


def _sync(path: Path) -> None:
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def _put(passing: Path, path: Path) -> None:
    if path.exists():
        passing.chmod(path.stat().st_mode & 0o7777)
    passing.replace(Path(os.path.realpath(path)))


@contextmanager
def _room_for(outputs: Sequence[Output]) -> Iterator[None]:
    """Make the folders of the outputs; those that are still empty when it fails are removed."""
    made: list[Path] = []
    try:
        for output in outputs:
            folder = next(iter(output.files.values())).parent
            for each in [*reversed(folder.parents), folder]:
                if not each.exists():
                    each.mkdir()
                    made.append(each)
        yield
    except BaseException:
        for each in reversed(made):
            with suppress(OSError):
                each.rmdir()
        raise


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Say of what the disk refuses which output it is about."""
    try:
        yield
    except OSError as problem:
        why = problem.strerror or str(problem)
        raise UsageProblem(f"{path} cannot be written: {why}.", "Make room, or name another place.") from None


def _hold_file(path: Path) -> None:
    from minutes_cli.export.sqlite import HEAD, is_untouched

    if path.is_dir():
        raise UsageProblem(f"{path} is a folder.", "Name a file in it with --output.")
    if any(path.with_name(path.name + end).exists() for end in ("-journal", "-wal")):
        raise UsageProblem(f"{path} is being changed by another program.", "Close it there, and try again.")
    if not path.exists():
        return
    with _told(path):
        if path.stat().st_size == 0:
            return
        with path.open("rb") as stream:
            head = stream.read(HEAD)
    if not is_untouched(head):
        raise UsageProblem(f"{path} is there, and holds something else, or was changed since.", _ANOTHER)
