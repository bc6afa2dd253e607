"""Which body met, under one name however its minutes spell it, and its short name in identities."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from minutes_cli.book import Book
from minutes_cli.model import Meeting
from minutes_cli.register.names import folded

UNSAID = {"of", "the", "and", "for", "a", "an", "in", "at", "on"}
"""Words that a short name leaves out: "Board of the Harbour Trust" is BHT."""

NOBODY = "X"
"""The short name of a body that its minutes do not name."""


class Bodies:
    """The bodies of a book, ready to be asked for the one name of each."""

    def __init__(self, book: Book) -> None:
        self._called = {
            folded(name): body.name
            for body in book.all_bodies
            for name in (body.name, *body.aliases, body.short)
            if name
        }
        self._short = {folded(body.name): body.short for body in book.all_bodies if body.short}
        self._only = book.body

    def named(self, meeting: Meeting) -> Meeting:
        """Give a meeting the body's name that the book has for it; one that names no body is the book's own."""
        said = meeting.meeting.body
        name = self._called.get(folded(said)) if said else self._only
        if name is None or name == said:
            return meeting
        return msgspec.structs.replace(meeting, meeting=msgspec.structs.replace(meeting.meeting, body=name))

    def short_names(self, names: Iterable[str | None]) -> dict[str, str]:
        """Give every body (folded) its short name, none of them twice; empty when there is one body only.

        The book's own short names come first; else the first letters of the name's words, longer where two are alike.
        """
        bodies = {folded(name or ""): name or "" for name in names}
        if len(bodies) < 2:
            return {}
        taken = {short.casefold() for key, short in self._short.items() if key in bodies}
        short: dict[str, str] = {}
        for key in sorted(bodies):
            own = self._short.get(key)
            short[key] = own or next(name for name in _shorter(bodies[key]) if name.casefold() not in taken)
            taken.add(short[key].casefold())
        return short


def _shorter(name: str) -> Iterable[str]:
    """Give ever longer short names: "HB", then "HaBo", "HarBoa" ..., then with a number."""
    words = [word for word in re.findall(r"[^\W_]+", name) if word.casefold() not in UNSAID] or [NOBODY]
    if len(words) == 1:
        yield words[0][:4].upper()
    else:
        yield "".join(word[0].upper() for word in words)
    for letters in (2, 3, 4):
        yield "".join(word[:letters].capitalize() for word in words)
    number = 2
    while True:
        yield f"{''.join(word[0].upper() for word in words)}{number}"
        number += 1
