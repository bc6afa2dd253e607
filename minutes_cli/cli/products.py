"""Where a command's product goes: standard output, or a file that is written whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from errno import EINVAL
from pathlib import Path
from typing import TYPE_CHECKING

import click

from minutes_cli.cli.options import Product
from minutes_cli.cli.talk import STDIN
from minutes_cli.errors import UsageProblem

if TYPE_CHECKING:
    from minutes_cli.book import Book
    from minutes_cli.report import Report

PIPE_CLOSED = 141
"""The exit code when the reader of our output has gone: 128 and the signal's number, as shells have it."""

SUFFIXES = {
    ".md": "md",
    ".csv": "csv",
    ".json": "json",
    ".yaml": "yaml",
    ".yml": "yaml",
    ".html": "html",
    ".htm": "html",
    ".xlsx": "xlsx",
    ".docx": "docx",
    ".ics": "ics",
    ".eml": "eml",
}
"""The format that an output's name asks for."""

PRODUCT = "minutes_cli.product"
"""The key of a command's context under which its product stands, with the files that it is made from."""

NO_TEXT = ("xlsx", "docx")
"""The formats that a terminal cannot show."""


def form_of(product: Product) -> str:
    """Say in which format a report is asked for: as told, else as the output is named, else as a table."""
    suffix = product.output.suffix.lower() if product.output else ""
    return product.form or SUFFIXES.get(suffix, "table")


def deliver(
    reports: Report | Sequence[Report], product: Product, sources: Sequence[Path | str] = (), book: Book | None = None
) -> None:
    """Render reports in the form the ``book`` has for them, and put them where the product is to go.

    Raises ``UsageProblem`` as ``put`` does, when the book asks for a column that there is not, and when a format cannot
    hold the report or cannot go there.
    """
    if book is not None:
        reports = _formed(reports, book)
    reports = reports if hasattr(reports, "title") else list(reports)
    put(rendered(reports, product), product.output, sources, force=product.force)


def rendered(reports: Report | Sequence[Report], product: Product) -> str | bytes:
    """Render reports as asked for: to text, or to the bytes of a file."""
    from minutes_cli.render import FILES, render, render_file

    form, aloud = form_of(product), product.output in (None, STDIN)
    if product.template and form != "docx":
        raise UsageProblem("--template is for Word documents.", "Use it with -f docx, or -o NAME.docx.")
    if form in NO_TEXT and aloud and sys.stdout.isatty():
        raise UsageProblem(
            f"{form} is for another program, not for a terminal.", f"Write it to a file: -o report.{form}"
        )
    if form in FILES:
        return render_file(reports, form, template=_read_template(product.template))
    width, colour = page() if aloud else (80, False)
    return render(reports, form, width=width, colour=colour, bom=product.bom)


def _read_template(path: Path | None) -> bytes | None:
    try:
        return path.read_bytes() if path else None
    except OSError as problem:
        raise UsageProblem(f"the template {path} cannot be read: {problem.strerror}.", "Name a .docx file.") from None


def _formed(reports: Report | Sequence[Report], book: Book) -> Report | list[Report]:
    from minutes_cli.report import Report, formed

    if isinstance(reports, Report):
        return formed(reports, book.reports)
    return [formed(report, book.reports) for report in reports]


def page() -> tuple[int, bool]:
    """Say how wide the page of standard output is, in columns, and whether it may be coloured (https://no-color.org)."""
    from shutil import get_terminal_size

    terminal = sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    return get_terminal_size((80, 24)).columns, terminal and not os.environ.get("NO_COLOR")


def put(content: str | bytes, output: Path | None, sources: Sequence[Path | str] = (), *, force: bool = False) -> None:
    """Write a product to a file, or to standard output when there is none or it is ``-``.

    Raises ``UsageProblem`` when the file cannot be written, is one of the ``sources``, or is a record or minutes;
    ``EditsWouldBeLost`` when what stands there is not as it was written here, unless told to with ``force``.
    """
    if context := click.get_current_context(silent=True):
        context.meta.setdefault(PRODUCT, []).append((content, sources))
    if output is None or output == STDIN:
        write_out(content)
        return
    from minutes_cli.cli.replacing import make_way
    from minutes_cli.store import write_atomically

    if _is_among(output, sources):
        raise UsageProblem(f"{output} is what the report is made from.", "Name another file with --output.")
    data = content.encode("utf-8", "replace") if isinstance(content, str) else content
    make_way(output, data, force=force)
    write_atomically(output, data)


def write_out(content: str | bytes) -> None:
    """Write a product to standard output with its line ends as they are, at once.

    Ends the command when its reader has gone (``minutes actions | head -1``). Raises ``UsageProblem`` when it cannot be
    written for another reason (a full disk).
    """
    try:
        if sys.stdout.isatty() or not hasattr(sys.stdout, "buffer"):
            sys.stdout.write(content if isinstance(content, str) else content.decode("utf-8", "replace"))
        else:
            sys.stdout.flush()
            sys.stdout.buffer.write(content.encode("utf-8", "replace") if isinstance(content, str) else content)
        sys.stdout.flush()
    except OSError as problem:
        close_stdout()
        if isinstance(problem, BrokenPipeError) or problem.errno == EINVAL:  # Windows says EINVAL for a closed pipe
            raise click.exceptions.Exit(PIPE_CLOSED) from None
        raise UsageProblem(f"standard output cannot be written: {problem.strerror}.", "Use --output FILE.") from None


def close_stdout() -> None:
    """Turn standard output to nowhere, so that Python does not complain when it flushes at the end."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):  # no real file behind it: in a test
        return


def _is_among(output: Path, sources: Sequence[Path | str]) -> bool:
    """Tell whether a file is one of thousands; one that is not there yet is none of them."""
    try:
        there = output.stat()
    except OSError:
        return False
    for source in sources:
        try:
            stat = os.stat(source)
        except OSError:
            continue
        if os.path.samestat(there, stat):
            return True
    return False


def same_file(one: Path, other: Path) -> bool:
    """Tell whether two paths name one file, on disks that mind capitals and those that do not."""
    try:
        return one.samefile(other)
    except OSError:
        return _key(one) == _key(other)


def _key(path: Path) -> str:
    return os.path.realpath(path).casefold()
