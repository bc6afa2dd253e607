"""The ``minutebook.yaml`` that counts for what a command line names."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from minutes_cli.cli.talk import STDIN, located, say
from minutes_cli.errors import UsageProblem

if TYPE_CHECKING:
    from minutes_cli.book import Book, Words
    from minutes_cli.store.book import BookFile


def book_over(names: Iterable[str | Path]) -> Book:
    """Read what the bodies whose records are named say of themselves, joined when they have several books.

    ``names`` are records, minutes or folders. Without a ``minutebook.yaml`` it is an empty ``Book``. Findings are told.
    Raises ``SourceUnreadable`` for one that cannot be read: a report must not quietly go by another roster.
    """
    from minutes_cli.book import together

    return together([found.book for found in books_over(names)])


def books_over(names: Iterable[str | Path]) -> list[BookFile]:
    """Read each ``minutebook.yaml`` that counts for the records named, once, in their order; see ``book_over``."""
    from minutes_cli.store.book import read_book
    from minutes_cli.store.home import book_of

    folders = dict.fromkeys(folder_of(Path(name)) for name in names)
    files = dict.fromkeys(file for folder in folders if (file := book_of(folder)))
    found = [read_book(file) for file in files]
    for each in found:
        for finding in each.findings:
            say(located(finding, str(each.path)))
    return found


def speak_as(path: Path) -> None:
    """Let minutes be read with the words that their ``minutebook.yaml`` has for columns, marks and statuses.

    To be called before the room that understands minutes is loaded. Raises ``SourceUnreadable`` for a
    ``minutebook.yaml`` that cannot be read, and ``UsageProblem`` when minutes were read before with other words.
    """
    from minutes_cli.store.home import book_of
    from minutes_cli.vocabulary import speak

    there = book_of(folder_of(path))
    if not speak(_words_in(there) if there else None):
        raise UsageProblem(
            f"{path}: the house words in its minutebook.yaml are not those of the minutes before it.",
            f"Read it by itself: minutes parse {path}",
        )


@cache
def _words_in(path: Path) -> Words | None:
    """Read the words of a house once, and tell what a person should look at; nothing when it has none."""
    from minutes_cli.book import Words
    from minutes_cli.store.book import read_book

    found = read_book(path)
    for finding in found.findings:
        say(located(finding, str(path)))
    return None if found.book.words == Words() else found.book.words


def folder_of(path: Path) -> Path:
    """Say in which folder the book of a record, a file of minutes or a folder is looked for first."""
    if path == STDIN:
        return Path()
    return path if path.is_dir() else path.parent
