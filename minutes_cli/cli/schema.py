"""``minutes schema``: the JSON Schema of the record."""

from __future__ import annotations

from pathlib import Path

import click

from minutes_cli.cli import Described, options


@click.command("schema", cls=Described)
@click.option("-o", "--output", type=options.PATH, metavar="FILE", help="Write to FILE; - is standard output.")
def command(output: Path | None) -> None:
    r"""Print the JSON Schema of the record.

    \b
    minutes schema                                   print it
    minutes schema -o minutebook.schema.json         write it beside the records

    Each record names minutebook.schema.json on its first line. When that file stands beside the records, editors
    that know the YAML language server (VS Code with the YAML extension, for one) check and complete as you type.
    """
    import json

    from minutes_cli.cli.products import put
    from minutes_cli.store import schema

    put(json.dumps(schema(), indent=2, ensure_ascii=False) + "\n", output)
