"""The formats that the tables of an archive can be written in: one module a format, one table of formats."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from minutes_cli.export.tables import TABLES, Row, Table


class Writer(Protocol):
    """Writes the rows of the tables to files."""

    def put(self, table: Table, rows: Sequence[Row]) -> None:
        """Write some rows of a table. Raises ``OSError`` when that cannot be done."""

    def close(self) -> None:
        """Bring the files to their end. Raises ``OSError`` when that cannot be done."""


class Format(NamedTuple):
    """A format: what its file or folder is called, and what the files are, from there on ("" is the file itself)."""

    name: str
    files: tuple[str, ...]

    def file_of(self, table: Table) -> str:
        """Name the file of a table."""
        return self.files[0] if len(self.files) == 1 else self.files[TABLES.index(table)]

    def writer(self, paths: Mapping[str, Path]) -> Writer:
        """Begin to write ``files`` at these ``paths``. Raises ``UsageProblem`` for want of an extra."""
        if self is FORMATS["sqlite"]:
            from minutes_cli.export.sqlite import Sqlite

            return Sqlite(paths[""])
        tables = {table.name: paths[self.file_of(table)] for table in TABLES}
        if self is FORMATS["parquet"]:
            from minutes_cli.export.parquet import Parquet

            return Parquet(tables)
        from minutes_cli.export.jsonl import JsonLines

        return JsonLines(tables)


FORMATS = {
    "sqlite": Format("minutes.db", ("",)),
    "parquet": Format("minutes-parquet", tuple(f"{table.name}.parquet" for table in TABLES)),
    "jsonl": Format("minutes-jsonl", tuple(f"{table.name}.jsonl" for table in TABLES)),
}
