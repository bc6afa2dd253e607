"""An archive as one SQLite file, with its words searched by FTS5: opened by ``sqlite3``, sqlite-utils and Datasette.

The same rows give the same bytes from the same SQLite: the file is made in one go, without a journal, and put in its
place by the caller when it is whole.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

import msgspec

from minutes_cli.errors import UsageProblem
from minutes_cli.export.tables import SCHEMA, TABLES, Column, Row, Table, Value

APPLICATION = 0x4D494E42
"""What makes the file known as ours (``PRAGMA application_id``): "MINB"."""

HEAD, _CHANGES_AT, _APPLICATION_AT = 100, 24, 68
"""The bytes of an SQLite file's head, and where in it stand how often the file was changed, and what made it
(https://www.sqlite.org/fileformat.html, 1.3)."""

TOKENS = "porter unicode61 remove_diacritics 2"
"""How words are told apart for the search: accents do not count, and "roofs" is found by "roof"."""

_CACHE_KB = 16_000


class Sqlite:
    """Writes the tables into one file at ``path``, which must not be there."""

    def __init__(self, path: Path) -> None:
        self._base = sqlite3.connect(path, isolation_level=None)
        for order in (f"cache_size = -{_CACHE_KB}", "journal_mode = OFF", "synchronous = OFF"):
            self._do(f"PRAGMA {order}")
        self._do("BEGIN")  # one transaction: a second one is somebody else's, see ``is_untouched``
        self._do(f"PRAGMA application_id = {APPLICATION}")
        self._do(f"PRAGMA user_version = {SCHEMA}")
        for table in TABLES:
            self._do(_create(table))

    def put(self, table: Table, rows: Sequence[Row]) -> None:
        """Write some rows of a table."""
        if any(column.kind == "list" for column in table.columns):
            rows = [[_flat(value) for value in row] for row in rows]
        marks = ", ".join("?" * len(table.columns))
        try:
            self._base.executemany(f"INSERT INTO {_quoted(table.name)} VALUES ({marks})", rows)  # noqa: S608
        except sqlite3.Error as problem:
            raise OSError(None, str(problem)) from None

    def close(self) -> None:
        """Index what is asked for, make the words searchable, and end the file."""
        for table in TABLES:
            for column in table.columns:
                if column.links or column.kind == "date" or column.name in ("code", "status", "identity"):
                    name, on = _quoted(f"{table.name}_{column.name}"), _quoted(column.name)
                    self._do(f"CREATE INDEX {name} ON {_quoted(table.name)} ({on})")
            if table.sought:
                self._make_searchable(table)
        self._do("COMMIT")
        self._base.close()

    def _make_searchable(self, table: Table) -> None:
        words, sought = f"{table.name}_fts", ", ".join(map(_quoted, table.sought))
        # content=[...] is how sqlite-utils and Datasette find the search that belongs to a table
        made_of = f"content=[{table.name}], content_rowid=[id], tokenize='{TOKENS}'"
        self._do(f"CREATE VIRTUAL TABLE {_quoted(words)} USING fts5({sought}, {made_of})")
        for order in ("rebuild", "optimize"):
            self._do(f"INSERT INTO {_quoted(words)} ({_quoted(words)}) VALUES ('{order}')")  # noqa: S608

    def _do(self, order: str) -> None:
        try:
            self._base.execute(order)
        except sqlite3.Error as problem:
            if "fts5" in str(problem):
                raise UsageProblem(
                    "The SQLite of this Python cannot search words (FTS5).", "Use --to jsonl, or another Python."
                ) from None
            raise OSError(None, str(problem)) from None


def _flat(value: Value) -> Value:
    """Write a list as JSON, which SQLite takes apart (``json_each``); an empty one is nothing."""
    return (msgspec.json.encode(value).decode() if value else None) if isinstance(value, list) else value


def is_untouched(head: bytes) -> bool:
    """Tell by its first hundred bytes whether a file was made here, and nobody has written to it since."""
    made, changes = head[_APPLICATION_AT : _APPLICATION_AT + 4], head[_CHANGES_AT : _CHANGES_AT + 4]
    is_ours = head.startswith(b"SQLite format 3\0") and int.from_bytes(made, "big") == APPLICATION
    return is_ours and int.from_bytes(changes, "big") == 1


def _create(table: Table) -> str:
    columns = [_declared(column) for column in table.columns]
    columns += [
        f"FOREIGN KEY ({_quoted(column.name)}) REFERENCES {_quoted(column.links)} ({_quoted('id')})"
        for column in table.columns
        if column.links
    ]
    return f"CREATE TABLE {_quoted(table.name)} (\n  " + ",\n  ".join(columns) + "\n)"


def _declared(column: Column) -> str:
    if column.name == "id":
        return f"{_quoted('id')} INTEGER PRIMARY KEY"
    return f"{_quoted(column.name)} {'INTEGER' if column.kind == 'number' else 'TEXT'}"


def _quoted(name: str) -> str:
    return f"[{name}]"
