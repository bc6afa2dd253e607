"""Where a minute book has its home: the folder of its ``minutebook.yaml``, its lock and its journal."""

from __future__ import annotations

import os
from pathlib import Path

BOOK_FILE = "minutebook.yaml"
"""The name of the file; it is no record, so reports pass it over."""

FOLDER = ".minutebook"
"""The program's own folder in a book's; reports pass over what begins with a full stop."""


def book_of(path: Path) -> Path | None:
    """Find the ``minutebook.yaml`` that counts for a record, a file of minutes, or a folder: the nearest one upward.

    The search ends at the home folder, so that a file that lies there by chance does not count for everything, unless
    the record lies there itself.
    """
    start = Path(os.path.realpath(path))
    home = Path(os.path.realpath(Path.home()))
    first = start if start.is_dir() else start.parent
    for folder in (first, *first.parents):
        if (there := folder / BOOK_FILE).is_file():
            return there
        if folder == home:
            return None
    return None


def home_of(record: Path) -> Path:
    """Say which folder has the lock and the journal for a record, or for a folder: that of its book, else its own.

    It must not depend on where the command is given, so that two people who write into one record meet.
    """
    book = book_of(record)
    real = Path(os.path.realpath(record))
    return book.parent if book else real if real.is_dir() else real.parent
