"""What the tables hold, as the page ``docs/archive-data.md`` says it: ``python -m minutes_cli.export.page``."""

from __future__ import annotations

import sys

from minutes_cli.export.tables import TABLES, Table

KINDS = {"number": "whole number", "text": "text", "date": "day", "list": "list", "object": "JSON"}


def tables() -> str:
    """Write what stands in each column of each table as Markdown."""
    return "\n".join(map(_part, TABLES))


def _part(table: Table) -> str:
    rows = [
        f"| `{each.name}` | {f'→ `{each.links}`' if each.links else KINDS[each.kind]} | {each.says} |"
        for each in table.columns
    ]
    sought = f" Searched by words: {', '.join(table.sought)}." if table.sought else ""
    return "\n".join(
        [f"### {table.name}", "", f"A row is {table.says}.{sought}", "", "| | | |", "|---|---|---|", *rows, ""]
    )


if __name__ == "__main__":
    sys.stdout.write(tables())
