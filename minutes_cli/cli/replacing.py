"""What a product may take the place of: a report that was made here and is as it was made; never what a person wrote.

Minutes and records are left alone whatever is asked for. Any other file that is not known to be a report of ours as it
was written (somebody worked on it, or it never was one) is left alone too, unless it is asked for: then it is copied
to a backup first.
"""

from __future__ import annotations

from pathlib import Path

from minutes_cli.cli.talk import say
from minutes_cli.errors import EditsWouldBeLost, UsageProblem

DOCUMENTS = (b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How PDF, Word and old Word files begin: they may be minutes."""

AT_MOST = 64_000
"""Bytes of a document's properties that are looked at; they have some 800."""

BLANK_AT_MOST = 64
"""Bytes of a file that is looked at whether it is blank; a file made for a product to go to has none."""

_MARK = b"<cp:category>minutebook report</cp:category>"
"""What ``render`` puts into the properties of a workbook or a Word document."""


def make_way(output: Path, data: bytes, *, force: bool) -> None:
    """Make sure that nothing of a person's is lost when ``data`` goes to a file.

    Raises ``UsageProblem`` when the file is a record or may be minutes, and, without ``force``, ``EditsWouldBeLost``
    when it is not as it was written here. With ``force`` such a file is copied to a backup, and that is said.
    """
    from minutes_cli import store
    from minutes_cli.store.written import is_as_written, note_written

    if not output.is_file():  # a device, a pipe, nothing yet
        if not output.exists():
            note_written(output, data)
        return
    if store.is_record(output) or _may_be_minutes(output):
        raise UsageProblem(
            f"{output} is a record or minutes, and was left as it is.", "Name another file with --output."
        )
    if not (is_as_written(output) or _is_blank(output) or _holds(output, data)):
        if not force:
            raise EditsWouldBeLost(
                f"{output} is there already and was edited, or was not written here; it was left as it is.",
                "Name another file, or use --force: the file that is there is copied to a backup first.",
            )
        say(f"{output}: the file that was there is {store.back_up(output)}")
    note_written(output, data)


def _may_be_minutes(path: Path) -> bool:
    """Whether a file is a PDF or a document of Word's, and no report of ours."""
    return _beginning(path, 8).startswith(DOCUMENTS) and not _is_report(path)


def _is_report(path: Path) -> bool:
    """Whether a workbook or Word document says in its properties that it is a report of ours."""
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(path) as archive, archive.open("docProps/core.xml") as part:
            return _MARK in part.read(AT_MOST)
    except (OSError, KeyError, BadZipFile, NotImplementedError, RuntimeError):
        return False


def _is_blank(path: Path) -> bool:
    beginning = _beginning(path, BLANK_AT_MOST + 1)
    return len(beginning) <= BLANK_AT_MOST and not beginning.strip()


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _beginning(path: Path, count: int) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(count)
    except OSError:
        return b""
