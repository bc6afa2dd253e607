"""A report that is asked for again, over many records that are all as they were: given again, not made again.

What is kept is the product itself, under all that it depends on: the records and their books by their content, the
question as it was asked, the page, and the text of the program. Only a report that went well is kept, and one over
which nothing had to be said; the last one of each command.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import click

from minutes_cli.cli import Described
from minutes_cli.cli.books import folder_of
from minutes_cli.cli.products import PRODUCT, page, put
from minutes_cli.cli.sources import names_on
from minutes_cli.cli.talk import SPOKEN, STDIN
from minutes_cli.cli.unswept import MUCH
from minutes_cli.errors import MinutesError

PLAIN = (str, int, date, type(None))
"""What an option may be that says all by itself; the file behind a path may change."""

TEXTS = (".", "cli", "publish", "register", "render", "render/page", "report", "vocabulary", "vocabulary/en")
"""The folders of the program whose text decides what a report says."""


class Reported(Described):
    """A command that makes one report over records, and knows it again when nothing has changed."""

    def invoke(self, ctx: click.Context) -> Any:
        """Give the report that was kept, or make it and keep it."""
        question = _question(ctx)
        before = _depends_on(ctx, question)
        memory = _memory(ctx) if before else None
        if before is None or memory is None:
            return super().invoke(ctx)
        import msgspec

        if (kept := memory.recall(before)) is not None:
            with suppress(msgspec.DecodeError):
                sources, content = msgspec.msgpack.decode(kept)  # text or bytes, as it was given
                put(content, ctx.params.get("output"), sources, force=bool(ctx.params.get("force")))
                return 0
        code = super().invoke(ctx)
        made = ctx.meta.get(PRODUCT, [])
        if code == 0 and len(made) == 1 and SPOKEN not in ctx.meta and _depends_on(ctx, question) == before:
            content, sources = made[0]
            memory.keep(before, msgspec.msgpack.encode(([str(source) for source in sources], content)))
        return code


def _question(ctx: click.Context) -> list[str] | None:
    """Put into words what is asked, and on which page it is to stand; nothing when that does not say all of it."""
    output: Path | None = ctx.params.get("output")
    asked = {name: value for name, value in ctx.params.items() if name not in ("paths", "output", "force")}
    for value in asked.values():
        if not all(isinstance(each, PLAIN) for each in (value if isinstance(value, tuple) else (value,))):
            return None
    aloud = output in (None, STDIN)
    where = str((*page(), sys.stdout.isatty())) if aloud else "" if output is None else output.suffix.lower()
    return [ctx.info_name or "", where, *(f"{name}={asked[name]!r}" for name in sorted(asked))]


def _depends_on(ctx: click.Context, question: list[str] | None) -> list[str] | None:
    """List all that decides what the report says; nothing when it is over few records, or one is not known as it is."""
    from minutes_cli.store.home import book_of
    from minutes_cli.store.memory import program
    from minutes_cli.store.reading import SUFFIXES
    from minutes_cli.store.shelf import Shelf

    paths: Sequence[Path] = ctx.params.get("paths", ())
    if question is None or (len(paths) < MUCH and not any(path.is_dir() for path in paths or [Path()])):
        return None
    with suppress(MinutesError, OSError), Shelf() as shelf:
        files = names_on(shelf, paths)
        if len(files) < MUCH or not all(file.lower().endswith(SUFFIXES) for file in files):
            return None
        contents = shelf.contents(files)
        if contents is None:
            return None
        folders = dict.fromkeys(os.path.dirname(file) for file in files)
        books = dict.fromkeys(book for folder in folders if (book := book_of(Path(folder))))
        said = [f"{book} {sha256(book.read_bytes()).hexdigest()}" for book in books]
        return [program(*TEXTS), *question, *said, *contents]
    return None


def _memory(ctx: click.Context) -> Any:
    from minutes_cli.store.memory import Memory

    paths: Sequence[Path] = ctx.params.get("paths", ())
    folders = sorted({os.path.realpath(folder_of(path)) for path in paths or [Path()]})
    return Memory([ctx.info_name or "", *folders], "product")
