"""The rows of all records, kept on the disk until it is known who is who in them: the memory holds one record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, Self

import msgspec

from minutes_cli import __version__
from minutes_cli.book import Book
from minutes_cli.export.linking import Linking, Links
from minutes_cli.export.rows import Apart, Numbering, fit
from minutes_cli.export.tables import (
    ABOUT,
    ATTENDANCE,
    DICTIONARY,
    DOCUMENTS,
    MEETINGS,
    OWNERS,
    PEOPLE,
    SCHEMA,
    TABLES,
    Row,
    Table,
)
from minutes_cli.model import Finding, Meeting
from minutes_cli.register.bodies import Bodies

_PLACES = {table.name: number for number, table in enumerate(TABLES)}
_PERSON = ATTENDANCE.place("person_id")
_OWNER, _MAY_BE, _SAID = OWNERS.place("person_id"), OWNERS.place("may_be"), OWNERS.place("said")
_COPY = MEETINGS.place("copy_of")


class Spool:
    """Takes records one by one, then gives the rows of all tables as often as they are asked for.

    ``folder`` is where the rows are kept meanwhile, in a file without a name that is gone with the process.
    ``documents`` are the rows of the manifest, without their numbers.
    """

    def __init__(self, book: Book, folder: Path | None = None, documents: Sequence[Row] = ()) -> None:
        self._bodies, self._linking = Bodies(book), Linking(book)
        self._numbering = Numbering()
        self._file = TemporaryFile(dir=folder, prefix=".minutes-")  # noqa: SIM115  closed in __exit__
        self._lengths: list[int] = []
        self._documents: list[Row] = [[number, *map(fit, values)] for number, values in enumerate(documents, start=1)]
        records = DOCUMENTS.place("records")
        self._document_of = {name: _number(row[0]) for row in self._documents for name in _words(row[records])}
        self._left_out: list[str] = []
        self._links: Links | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def take(self, name: str, meeting: Meeting, findings: Sequence[Finding]) -> None:
        """Take a record apart; ``name`` is its file from the folder of records on, and what it is known by.

        Raises ``OSError`` when the disk is full.
        """
        said = meeting.meeting.body
        meeting = self._bodies.named(meeting)
        apart = Apart(name, meeting, self._numbering)
        rows = apart.rows(said, self._document_of.get(name), findings)
        places = iter(self._linking.hear(name, meeting))
        roll = self._linking.owners(meeting)
        for table, row in rows:
            if table is ATTENDANCE:
                row[_PERSON] = next(places)
            elif table is OWNERS and row[_SAID] is not None:
                owner = roll.owner(str(row[_SAID]))
                row[_MAY_BE] = fit(list(owner.may_be))
                row[_OWNER] = self._linking.place(owner.person, meeting) if owner.person else None
        packed = msgspec.msgpack.encode([(_PLACES[table.name], row) for table, row in rows])
        self._file.write(packed)
        self._lengths.append(len(packed))

    def leave_out(self, name: str) -> None:
        """Note a record that could not be read, so that whoever counts knows."""
        self._left_out.append(name)

    def rows(self) -> Iterator[tuple[Table, Row]]:
        """Give all rows, table by table where there are few, record by record where there are many."""
        if self._links is None:
            self._links = self._linking.settled()
        yield from ((ABOUT, row) for row in _numbered(self._about()))
        yield from ((DICTIONARY, row) for row in _numbered(_told()))
        yield from ((DOCUMENTS, row) for row in self._documents)
        yield from ((PEOPLE, row) for row in self._links.people)
        self._file.seek(0)
        for length in self._lengths:
            for place, row in msgspec.msgpack.decode(self._file.read(length)):
                yield TABLES[place], _linked(TABLES[place], row, self._links)

    def _about(self) -> Iterable[list[Any]]:
        yield ["schema", str(SCHEMA)]
        yield ["written by", f"minutebook {__version__}"]
        yield ["records", str(len(self._lengths))]
        for name in self._left_out:
            yield ["left out, as it cannot be read", fit(name)]


def _linked(table: Table, row: Row, links: Links) -> Row:
    """Put into a row the numbers that were not known when it was made."""
    if table is MEETINGS:
        row[_COPY] = links.copy_of(_number(row[0]))
    elif table is ATTENDANCE:
        row[_PERSON] = links.person(_number(row[_PERSON]))
    elif table is OWNERS and row[_OWNER] is not None:
        row[_OWNER] = links.person(_number(row[_OWNER]))
    return row


def _number(value: Any) -> int:
    assert isinstance(value, int)  # noqa: S101
    return value


def _words(value: Any) -> list[str]:
    return value if isinstance(value, list) else []


def _told() -> Iterable[list[Any]]:
    for table in TABLES:
        for column in table.columns:
            yield [table.name, column.name, column.kind, column.links or None, column.says]


def _numbered(rows: Iterable[list[Any]]) -> Iterator[Row]:
    return ([number, *values] for number, values in enumerate(rows, start=1))
