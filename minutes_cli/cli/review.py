"""``minutes review``: the pages of minutes beside their record, each entry boxed where it stands."""

from __future__ import annotations

import re
from pathlib import Path

import click

from minutes_cli.cli import Described, options
from minutes_cli.cli.options import Reading

SPAN = re.compile(r"(\d{1,5})(?:\s*[-–]\s*(\d{1,5}))?")


def _spans(_context: click.Context, _option: click.Parameter, given: str | None) -> list[tuple[int, int]] | None:
    """Read which pages are meant: "3", "2-5,9", "all" or "none"."""
    if given is None:
        return None
    if given in ("all", "none"):
        return [(1, 10**5)] if given == "all" else []
    spans = []
    for word in given.split(","):
        found = SPAN.fullmatch(word.strip())
        if not found or int(found[1]) < 1 or int(found[2] or found[1]) < int(found[1]):
            raise click.BadParameter(f"{word.strip()!r} names no pages. Write them as 2-5,9, or all, or none.")
        spans.append((int(found[1]), int(found[2] or found[1])))
    return spans


@click.command("review", cls=Described)
@click.argument("file", type=options.PATH)
@click.option("-o", "--output", help="Write to FILE (of a folder: into FOLDER); - is standard output.", metavar="FILE")
@click.option("--open", "browse", is_flag=True, help="Open the page in the browser.")
@click.option(
    "--pages",
    metavar="PAGES",
    callback=_spans,
    help="The pages of a PDF to show as pictures: 2-5,9, all or none; the others are shown as their lines.",
)
@options.force
@options.reading
def command(
    file: Path,
    output: str | None,
    browse: bool,
    pages: list[tuple[int, int]] | None,
    force: bool,
    reading: Reading,
) -> int:
    r"""Show the pages of minutes beside their record, in a browser.

    \b
    minutes review board.pdf --open        writes board.review.html, and opens it
    minutes review minutes/                a page for each file of a minute book

    FILE is minutes, - is standard input; a folder is a minute book. The page has everything inside it and asks no
    network. Each fact, person, item, action and decision is boxed where it stands and linked with its entry in the
    record; what the check found stands in the margin; what went into nothing is grey. Of a PDF longer than 120 pages
    only those that gave something to the record are pictures, unless --pages says which.
    """
    from minutes_cli.cli.reviewing import show
    from minutes_cli.cli.talk import say

    start: Path | None
    if file.is_dir():
        from minutes_cli.cli.review_book import review_book

        start, worst = review_book(file, Path(output) if output else None, (reading, pages), force=force)
    else:
        start = _target(file, output)
        if worst := _review(file, start, (reading, pages), browse, force):
            return worst
    if start is not None:
        say(f"{file} -> {start}")
        if browse:
            show(start)
    return worst


def _review(
    file: Path, start: Path | None, how: tuple[Reading, list[tuple[int, int]] | None], browse: bool, force: bool
) -> int:
    """Write the page about some minutes; gives the exit code."""
    from minutes_cli.cli.products import put
    from minutes_cli.cli.reviewing import made
    from minutes_cli.cli.talk import complain
    from minutes_cli.errors import SourceUnreadable, UsageProblem

    if start is None and browse:
        raise UsageProblem("A page that goes to standard output cannot be opened.", "Name it with --output.")
    try:
        text, _ = made(file, *how)
    except SourceUnreadable as problem:
        return complain(problem, file)
    put(text, start, [file], force=force)
    return 0


def _target(file: Path, output: str | None) -> Path | None:
    """Say which file the page about some minutes goes to; nothing for standard output."""
    from minutes_cli.cli.reviewing import beside
    from minutes_cli.cli.talk import STDIN

    if output == "-" or (file == STDIN and output is None):
        return None
    target = Path(output) if output else beside(file)
    return target / beside(file).name if target.is_dir() else target
