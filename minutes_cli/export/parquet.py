"""An archive as Parquet, a file a table: days are days, lists are lists. Needs the extra ``[data]`` (pyarrow)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any

from minutes_cli.errors import UsageProblem
from minutes_cli.export.tables import SCHEMA, TABLES, Column, Row, Table

GROUP_BYTES = 16 << 20
"""About how many bytes of words go into one group of rows: what stays in memory, all tables together."""


class Parquet:
    """Writes each table into the file that ``paths`` has for its name. Raises ``UsageProblem`` for want of pyarrow."""

    def __init__(self, paths: Mapping[str, Path]) -> None:
        try:
            import pyarrow
            from pyarrow import parquet
        except ImportError:
            raise UsageProblem("--to parquet needs an extra.", "Install it: pip install 'minutebook[data]'") from None
        self._arrow: Any = pyarrow
        self._schemas = {table.name: _schema(table, pyarrow) for table in TABLES}
        self._waiting: dict[str, list[Row]] = {table.name: [] for table in TABLES}
        self._bytes: dict[str, int] = dict.fromkeys(self._waiting, 0)
        with ExitStack() as stack:
            self._files: dict[str, Any] = {
                name: stack.enter_context(parquet.ParquetWriter(str(path), self._schemas[name], compression="zstd"))
                for name, path in paths.items()
            }
            self._stack = stack.pop_all()

    def put(self, table: Table, rows: Sequence[Row]) -> None:
        """Write some rows of a table, or keep them until there are enough for a group."""
        waiting = self._waiting[table.name]
        for row in rows:
            waiting.append(row)
            self._bytes[table.name] += 64 + sum(len(value) for value in row if isinstance(value, str))
            if self._bytes[table.name] > GROUP_BYTES // 4:
                self._write(table)

    def close(self) -> None:
        """Write what waits, and bring the files to their end."""
        for table in TABLES:
            self._write(table)
        self._stack.close()

    def _write(self, table: Table) -> None:
        rows, schema = self._waiting[table.name], self._schemas[table.name]
        if not rows:
            return
        try:
            columns = [
                self._arrow.array([_value(row[place], column) for row in rows], type=schema.field(place).type)
                for place, column in enumerate(table.columns)
            ]
            self._files[table.name].write_batch(self._arrow.record_batch(columns, schema=schema))
        except self._arrow.ArrowException as problem:
            raise OSError(None, str(problem)) from None
        rows.clear()
        self._bytes[table.name] = 0


def _schema(table: Table, arrow: Any) -> Any:
    kinds = {
        "number": arrow.int64(),
        "text": arrow.string(),
        "date": arrow.date32(),
        "list": arrow.list_(arrow.string()),
        "object": arrow.string(),
    }
    fields = [arrow.field(each.name, kinds[each.kind], metadata={"says": each.says}) for each in table.columns]
    return arrow.schema(fields, metadata={"minutebook": str(SCHEMA), "table": table.name, "says": table.says})


def _value(value: Any, column: Column) -> Any:
    return date.fromisoformat(value) if column.kind == "date" and value else value
