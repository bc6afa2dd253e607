"""Read ``minutebook.yaml``: what a body says of itself once for all its minutes.

It is looked for in the folder of a record and in those above it; the nearest one counts, alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from minutes_cli.book import Book
from minutes_cli.errors import SourceUnreadable
from minutes_cli.model import Finding
from minutes_cli.store.nodes import Place, Wrong, plain, tree
from minutes_cli.store.reading import explained, text_of

SHORTHANDS = {"people": "name", "meetings": "date", "bodies": "name"}
"""Lists whose entries may be one word, and what that word is: ``meetings: [2031-03-04, 2031-05-06]``."""

UNKNOWN_KEY = "B701"
"""The finding of a key that the book does not know (``docs/findings.md``)."""


class BookFile(NamedTuple):
    """A ``minutebook.yaml`` that was read: where it lies, what it says, and what a person should look at in it."""

    path: Path
    book: Book
    findings: tuple[Finding, ...] = ()


def read_book(path: Path) -> BookFile:
    """Read one ``minutebook.yaml``.

    Raises ``SourceUnreadable`` with file, line, key and the next step when it is no YAML, or a value is not what it
    should be; keys that are not known are findings.
    """
    return load_book(text_of(path), path)


def load_book(text: str, path: Path) -> BookFile:
    """Read the text of a ``minutebook.yaml`` that lies at ``path``; raises as ``read_book`` does."""
    root = None
    try:
        if not says_something(text):
            return BookFile(path, Book())
        root = tree(text)
        values = _values(root)
        book = msgspec.convert(values, Book, strict=False)
    except Wrong as wrong:
        at = f"{path}:{wrong.line}" if wrong.line else str(path)
        raise SourceUnreadable(f"{at}: {wrong.message}", wrong.hint) from None
    except msgspec.ValidationError as problem:
        assert root is not None  # noqa: S101
        raise explained(problem, root, str(path)) from None
    return BookFile(path, book, tuple(sorted(_unknown(root, values, ""), key=lambda finding: finding.line or 0)))


def says_something(text: str) -> bool:
    """Whether a file has more than comments and blank lines."""
    return any(line.strip() and not line.lstrip().startswith("#") for line in text.lstrip("\ufeff").splitlines())


def _values(root: Place) -> dict[str, Any]:
    """Take the values of a book; entries that are one word get the key that the word is for."""
    if root.kind != "mapping":
        raise Wrong(root.line, "keys with their values should stand here.", "Begin with: body: NAME OF THE BODY")
    values: dict[str, Any] = plain(root, Book)
    for key, meant in SHORTHANDS.items():
        if isinstance(entries := values.get(key), list):
            values[key] = [each if isinstance(each, dict) else {meant: each} for each in entries]
    return values


def _unknown(root: Place, values: Any, path: str) -> Iterator[Finding]:
    """Name every key that the book does not know, with its line."""
    if isinstance(values, list):
        for number, each in enumerate(values):
            yield from _unknown(root, each, f"{path}[{number}]")
    elif isinstance(values, dict):
        for key in values.get("extra", ()):
            at = f"{path}.{key}".lstrip(".")
            yield Finding(UNKNOWN_KEY, f"{at} is no key that is known here.", line=root.follow(at).line)
        for key, value in values.items():
            if key != "extra":
                yield from _unknown(root, value, f"{path}.{key}".lstrip("."))
