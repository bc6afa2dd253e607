"""An archive as JSON lines, a file a table: a row is an object on a line, in UTF-8."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

import msgspec

from minutes_cli.export.tables import Row, Table


class JsonLines:
    """Writes each table into the file that ``paths`` has for its name."""

    def __init__(self, paths: Mapping[str, Path]) -> None:
        with ExitStack() as stack:
            self._files = {name: stack.enter_context(path.open("wb")) for name, path in paths.items()}
            self._stack = stack.pop_all()

    def put(self, table: Table, rows: Sequence[Row]) -> None:
        """Write some rows of a table; an object stands as an object."""
        names = [column.name for column in table.columns]
        objects = [place for place, column in enumerate(table.columns) if column.kind == "object"]
        lines = bytearray()
        for row in rows:
            values = dict(zip(names, row, strict=True))
            for place in objects:
                said = row[place]
                values[names[place]] = msgspec.Raw(said.encode()) if isinstance(said, str) else None  # type: ignore[assignment]
            lines += msgspec.json.encode(values)
            lines += b"\n"
        self._files[table.name].write(lines)

    def close(self) -> None:
        """Bring the files to their end."""
        self._stack.close()
