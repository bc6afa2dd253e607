"""Names in minutes, covered by initials or an office, wherever the words speak of somebody whom a list names.

Covered are full names, in either order, an initial with the surname, a surname or forename alone, each with the titles
before it. A part of a name that two people share has no initials in its place; one that is a month is covered only with
the rest of the name. Initials are those of the lists, and none are made up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

import msgspec

from minutes_cli.book import Book, Member
from minutes_cli.model import Meeting, Person
from minutes_cli.vocabulary import load

NOBODY = "[name withheld]"
"""What stands for somebody of whom a list gives neither initials nor an office, or who may be one of several."""

ADDRESS, NUMBER = "[address withheld]", "[number withheld]"
_ADDRESS = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_TELEPHONE = re.compile(r"(?<![\w/.-])(?:\+\d{1,3}[ ()-]*|\(?0)(?:\d[ ()-]*){8,12}\d(?![\w/])")
"""A telephone number of ten to fifteen figures, with its zero or its country; dates and references have fewer."""

KEPT = {"id", "ref", "number", "parent", "item", "for_items", "how", "kind", "status", "capacity", "mode", "initials"}
KEPT |= {"sha256", "parser", "start", "end", "from", "until", "date", "on", "state", "same_as"}
"""The fields of a record that hold no words about people."""

SHORTEST = 3
"""The letters of a part of a name, at least, that is looked for alone."""


class Covers:
    """What stands for whom: the people of all attendance lists and the roster, each with what covers their name."""

    def __init__(self, meetings: Sequence[Meeting], book: Book) -> None:
        self._by_name: dict[str, set[str]] = {}
        self.covered = 0
        people: list[Person | Member] = [person for each in meetings for person in (*each.attendees, *each.apologies)]
        for person in [*people, *book.people]:
            if person.name:
                self._know(person)

    def _know(self, person: Person | Member) -> None:
        cover = self.cover(person)
        aliases = person.aliases if isinstance(person, Member) else []
        for name in {*_ways_to_say(person.name or ""), *aliases}:
            self._by_name.setdefault(" ".join(name.split()), set()).add(cover)

    def cover(self, person: Person | Member) -> str:
        """Say what stands for somebody: initials, else the office, else that the name is withheld."""
        return person.initials or person.role or NOBODY

    @cached_property
    def _names(self) -> re.Pattern[str] | None:
        """Everything that names somebody, the longest first, with the titles before it."""
        if not self._by_name:
            return None
        titles = "|".join(sorted(map(re.escape, load("titles")["titles"]), key=len, reverse=True))
        names = (re.escape(name).replace(r"\ ", r"\s+") for name in sorted(self._by_name, key=len, reverse=True))
        return re.compile(rf"(?<!\w)(?:(?i:{titles})\.?\s+)*({'|'.join(names)})(?!\w)")

    def words(self, words: str) -> str:
        """Cover the names in some words, and leave out addresses and telephone numbers."""
        words = _TELEPHONE.sub(NUMBER, _ADDRESS.sub(ADDRESS, words))
        return self._names.sub(self._covered, words) if self._names else words

    def _covered(self, found: re.Match[str]) -> str:
        self.covered += 1
        covers = self._by_name[" ".join(found[1].split())]
        return next(iter(covers)) if len(covers) == 1 else NOBODY

    def of(self, meeting: Meeting) -> Meeting:
        """Cover every name in a record; who is on a list keeps initials, office and organisation."""
        told = msgspec.to_builtins(meeting)
        for key in ("attendees", "apologies"):
            for person, fields in zip(getattr(meeting, key), told.get(key, ()), strict=False):
                if person.name:
                    self.covered += 1
                    fields.pop("name")
                    if not person.initials and not person.role:
                        fields["name"] = NOBODY
        return msgspec.convert(self._walked(told), Meeting)

    def _walked(self, value: Any) -> Any:
        if isinstance(value, str):
            return self.words(value)
        if isinstance(value, list):
            return [self._walked(each) for each in value]
        if isinstance(value, dict):
            return {key: each if key in KEPT else self._walked(each) for key, each in value.items()}
        return value

    def account(self) -> list[str]:
        """Account for the names that were covered, and say which cannot be found."""
        return [
            f"Names covered by initials or offices: {self.covered}. Names that are on no attendance list or roster "
            "cannot be found: read it before you publish it."
        ]


def _ways_to_say(name: str) -> Iterator[str]:
    """List how minutes may name somebody: "Ann Flynn", "Flynn, Ann", "A. Flynn", "Flynn", "Ann", in capitals."""
    surname, comma, rest = name.partition(",")
    parts = f"{rest} {surname}".split() if comma and rest.strip() else name.split()
    titles = {*load("titles")["titles"]}
    parts = [part for part in parts if part.casefold().strip(".") not in titles] or parts
    ways = [name, " ".join(parts)]
    if len(parts) > 1:
        first, last = parts[0], parts[-1]
        ways += [
            f"{last}, {first}",
            f"{first} {last}",
            f"{first[0]} {last}",
            f"{first[0]}. {last}",
            f"{first[0]}.{last}",
        ]
    ways += [part for part in parts if len(part) >= SHORTEST and part.casefold() not in _words_too()]
    for way in ways:
        yield from {way, way.upper()}


def _words_too() -> set[str]:
    """List the parts of names that are words of minutes as well: months, days, "chair"."""
    months, titles = load("words")["months"], load("titles")
    named = [word for month in months.values() for word in month]
    return {*named, *load("words")["weekdays"], *titles["not_names"], *titles["role_words"], *titles["particles"]}


def covered_book(book: Book, covers: Covers) -> Book:
    """Cover the names of the roster, so that no owner is given a name again by it."""
    people = [
        msgspec.structs.replace(member, name=covers.cover(member), aliases=[], email=None, extra={})
        for member in book.people
    ]
    return msgspec.structs.replace(book, people=people)
