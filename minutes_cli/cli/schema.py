"""``minutes schema``: the JSON Schema of the record."""

from __future__ import annotations

from pathlib import Path

import click

from minutes_cli.cli import Described, options


@click.command("schema", cls=Described)
@click.option("--book", is_flag=True, help="That of minutebook.yaml instead.")
@click.option("-o", "--output", type=options.PATH, metavar="FILE", help="Write to FILE; - is standard output.")
@options.force
def command(book: bool, output: Path | None, force: bool) -> None:
    r"""Print the JSON Schema of the record.

    \b
    minutes schema                                   print it
    minutes schema -o minutebook.schema.json         write it beside the records
    minutes schema --book                            what minutebook.yaml may hold

    Each record names minutebook.schema.json on its first line. When that file stands beside the records, editors
    that know the YAML language server (VS Code with the YAML extension, for one) check and complete as you type.
    """
    import json

    from minutes_cli.cli.products import put
    from minutes_cli.store.schema import book_schema, schema

    content = json.dumps(book_schema() if book else schema(), indent=2, ensure_ascii=False) + "\n"
    put(content, output, force=force)
