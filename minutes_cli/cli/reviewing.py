"""Put a review together: read minutes, make their records, check them, draw their pages."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from minutes_cli.cli.options import Reading
from minutes_cli.cli.talk import STDIN, complain, say
from minutes_cli.errors import MinutesError, SourceUnreadable, UsageProblem

if TYPE_CHECKING:
    from minutes_cli.document import Document
    from minutes_cli.review import Part

Span = tuple[int, int]
Made = tuple[str, "list[Part]"]
"""A page, and the meetings it shows."""

ENDING = ".review.html"


def made(path: Path, reading: Reading, spans: Sequence[Span] | None = None) -> Made:
    """Make the page about one file of minutes (``-`` is standard input).

    ``spans`` are the pages to be shown as pictures, from and to; None leaves the choice to the room. Raises
    ``SourceUnreadable`` and ``UsageProblem`` as reading does.
    """
    from minutes_cli.cli.sources import begin_document

    if path.suffix.lower() in (".yaml", ".yml"):
        raise UsageProblem(f"{path} is a record, not minutes.", f"To see it: minutes show {path}")
    data = sys.stdin.buffer.read() if path == STDIN else None
    begun = begin_document(path, reading, data)
    from minutes_cli import review  # now that the words of the house are known, the rooms that ask for them
    from minutes_cli.parse import meetings, parse, trace
    from minutes_cli.parse.enclosed import holding_minutes
    from minutes_cli.read.shown import pictures

    document = holding_minutes(begun(), lambda each: parse(meetings(each)[0]))
    parts = _parts(document, path, reading.meeting)
    reads = trace(document)
    if spans is None:
        found = {finding.page for part in parts for finding in part.findings if finding.page}
        numbers = review.pages_worth_drawing(document, reads, found)
    else:
        numbers = {n for first, last in spans for n in range(first, min(last, len(document.pages)) + 1)}
    if reading.meeting is not None:
        numbers &= {read.page for read in reads if read.meeting == reading.meeting}
    shown = pictures(path.read_bytes() if data is None else data, document, numbers, reading.password)
    return review.page(review.Review(document, reads, parts, shown)), parts


def _parts(document: Document, path: Path, number: int | None) -> list[Part]:
    """Make and check the record of each meeting in a document, or of the one asked for; one that cannot is told of."""
    from minutes_cli.batch.records import sourced
    from minutes_cli.check import check
    from minutes_cli.cli.sources import chosen
    from minutes_cli.parse import meetings, parse
    from minutes_cli.review import Part

    parts: list[Part] = []
    every = meetings(document)
    for place, part in chosen(every, path, number):
        try:
            record = sourced(parse(part), part, document)
        except SourceUnreadable as problem:
            if len(every) == 1:
                raise
            complain(SourceUnreadable(f"meeting {place} of {len(every)} {problem.message}", problem.hint), path)
            continue
        parts.append(Part(place, record, check(record)))
    if not parts:
        raise SourceUnreadable(f"{path} holds no meeting that can be read.", "minutes trace shows how it was read.")
    return parts


def beside(path: Path) -> Path:
    """Name the page about a file of minutes: beside it, or in the current folder when it came by a pipe."""
    from minutes_cli.batch.naming import KNOWN

    if path == STDIN:
        return Path(f"minutes{ENDING}")
    return path.with_name(f"{path.stem if path.suffix.lower() in KNOWN else path.name}{ENDING}")


def show(page: Path) -> None:
    """Open a page in the person's browser, or say where it is when none can be started."""
    import webbrowser

    try:
        opened = webbrowser.open(page.resolve().as_uri())
    except (webbrowser.Error, OSError):
        opened = False
    if not opened:
        say(f"No browser could be started. Open this file in one: {page}")


def review_each(pairs: Sequence[tuple[Path, Path | None]], reading: Reading, *, force: bool) -> int:
    """Write the page about each file of minutes beside its record, and open the first; gives the exit code."""
    from minutes_cli.cli.products import put

    worst, opened = 0, False
    for source, record in pairs:
        if source == STDIN:
            complain(UsageProblem("Minutes from a pipe have gone by.", "Save them, then: minutes review FILE"))
            worst = max(worst, UsageProblem.exit_code)
            continue
        target = record.with_suffix(ENDING) if record is not None else beside(source)
        try:
            put(made(source, reading)[0], target, [source], force=force)
        except MinutesError as problem:
            worst = max(worst, complain(problem, source))
            continue
        say(f"{source} -> {target}")
        if not opened:
            show(target)
        opened = True
    return worst
