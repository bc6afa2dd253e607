"""Review a whole minute book: a page for each file of minutes, and a list that leads to them."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from minutes_cli.cli.options import Reading
from minutes_cli.cli.products import put
from minutes_cli.cli.progress import Progress
from minutes_cli.cli.reviewing import ENDING, Span, made
from minutes_cli.cli.talk import complain, fault, one_line, summary
from minutes_cli.errors import MinutesError, SourceUnreadable, UsageProblem

if TYPE_CHECKING:
    from minutes_cli.review import Volume

How = tuple[Reading, Sequence[Span] | None]

FOLDER = "review"
INDEX = "index.html"
LONGEST_NAME = 80  # letters of a page's name; some disks allow 140
UNSAFE = re.compile(r"[^\w.-]+")
DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?$", re.I)
"""Names that Windows keeps for devices, with any ending."""


def review_book(book: Path, output: Path | None, how: How, *, force: bool) -> tuple[Path, int]:
    """Write the pages about the minutes of a book and the list of them, each whole or not at all.

    ``how`` says how minutes are read, and which pages are pictures. Gives the list's path and the worst exit code; one
    file's failure stands in the list and does not stop the rest. Pages that were edited are written over by ``force``.
    Raises ``SourceUnreadable`` when the folder holds neither records nor minutes, ``UsageProblem`` when nothing can be
    written.
    """
    from minutes_cli import review

    folder = _room(output or book / FOLDER)
    volumes: list[Volume] = []
    worst, taken = 0, {INDEX}
    found = list(_minutes_of(book, folder))
    if not found:
        raise SourceUnreadable(f"There are neither records nor minutes in {book}.", "Name the folder that has them.")
    with Progress("Reviewing", len(found)) as progress:
        for source, name in found:
            progress.step(source.name)
            volume, code = _volume(source, name, folder / _page_name(source, taken), how, force=force)
            volumes.append(volume)
            worst = max(worst, code)
    title = f"Minutes of {book.resolve().name or book}"
    put(review.index(title, volumes), folder / INDEX, force=force)
    return folder / INDEX, worst


def _room(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        why = problem.strerror or str(problem)
        raise UsageProblem(f"{folder} cannot be made: {why}.", "Name another folder with --output.") from None
    return folder


def _volume(source: Path, name: str, page: Path, how: How, *, force: bool) -> tuple[Volume, int]:
    """Make the page about one file; gives its line in the list, and the exit code."""
    from minutes_cli.review import Volume

    try:
        text, parts = made(source, *how)
        put(text, page, [source], force=force)
    except MinutesError as problem:
        return Volume(name, "", f"{problem.message} {problem.hint}".strip()), complain(problem, source)
    except Exception as problem:  # one file's misfortune must not cost the rest
        if os.environ.get("MINUTES_DEBUG"):
            raise
        return Volume(name, "", "A fault of minutebook itself kept it from being shown."), fault(problem, source)
    count = Counter(finding.severity for part in parts for finding in part.findings)
    said = "; ".join(one_line(summary(part.record)) for part in parts)
    return Volume(name, page.name, said, count["error"], count["warning"], count["note"]), 0


def _minutes_of(book: Path, out: Path) -> Iterator[tuple[Path, str]]:
    """Find the minutes of a book: those its records were read from, or, without a record, all files that may be some.

    Each comes with its name in the book.
    """
    from minutes_cli import store
    from minutes_cli.cli.sources import records_in

    seen: set[Path] = set()
    try:
        records = records_in([book])
    except SourceUnreadable:
        yield from ((path, str(path.relative_to(book))) for path in _likely(book, out))
        return
    for record in records:
        try:
            source = store.read_record(record).source
        except MinutesError as problem:
            complain(problem, record)
            continue
        path = record.with_name(Path(source.file).name) if source and Path(source.file).name else record
        if path not in seen:
            seen.add(path)
            yield path, str(path.relative_to(book))


def _likely(book: Path, out: Path) -> Iterator[Path]:
    from minutes_cli.batch.naming import KNOWN

    for here, folders, names in os.walk(book):
        folders[:] = sorted(each for each in folders if not each.startswith(".") and Path(here, each) != out)
        for name in sorted(names):
            if Path(name).suffix.lower() in KNOWN and not name.startswith(".") and not name.endswith(ENDING):
                yield Path(here) / name


def _page_name(source: Path, taken: set[str]) -> str:
    """Name the page about a file so that every disk takes it and no two are one; ``taken`` are those given out."""
    stem = UNSAFE.sub("-", source.name)[:LONGEST_NAME].strip(".-") or "minutes"
    stem = f"minutes-{stem}" if DEVICES.match(stem) else stem
    name, copy = f"{stem}.html", 1
    while name.casefold() in taken:
        copy += 1
        name = f"{stem}-{copy}.html"
    taken.add(name.casefold())
    return name
