"""Who an owner is: initials, names and offices looked up in a meeting's attendance list.

A reading counts only when it is the only one. "AF" on a list with one AF is that person; "Forde" on a list with
two Fordes stays "Forde". Initials are never made up from names: a list that gives none resolves none.
"""

from __future__ import annotations

from collections.abc import Iterable

from minutes_cli.book import Book, Member
from minutes_cli.model import Meeting, Person
from minutes_cli.register.entries import Owner
from minutes_cli.register.names import folded, names


def on_the_list(meeting: Meeting) -> tuple[Person, ...]:
    """Everybody a meeting's attendance list names, once each: those present, then those with apologies."""
    seen: dict[tuple[str, str], Person] = {}
    for person in (*meeting.attendees, *meeting.apologies):
        seen.setdefault((folded(person.name or ""), folded(person.initials or "")), person)
    return tuple(seen.values())


class Roll:
    """A meeting's attendance list, ready to be asked who an owner is."""

    def __init__(self, people: Iterable[Person], roster: Iterable[Member] = ()) -> None:
        self._called: dict[str, list[Person]] = {}
        for person in people:
            for name in names(person):
                self._called.setdefault(name, []).append(person)
        self._roster: dict[str, list[Person]] = {}
        for member in roster:
            person = Person(
                name=member.name, initials=member.initials, role=member.role, organisation=member.organisation
            )
            for name in names(person) | {folded(alias) for alias in member.aliases}:
                self._roster.setdefault(name, []).append(person)

    def owner(self, said: str) -> Owner:
        """Say who an owner is, when exactly one person can be meant; otherwise keep the words.

        The list counts; the roster only for whom nobody on the list can be.

        >>> Roll([Person(name="Ann Forde", initials="AF")]).owner("AF").person.name
        'Ann Forde'
        """
        name = folded(said)
        fitting = (self._called.get(name) or self._roster.get(name) or []) if name else []
        if len(fitting) == 1:
            return Owner(said=said, person=fitting[0])
        return Owner(said=said, may_be=tuple(person.name or person.initials or "" for person in fitting))


def roll_of(meeting: Meeting, book: Book) -> Roll:
    """Make a meeting's attendance list, and the roster of its body, ready to be asked who an owner is."""
    body = folded(meeting.meeting.body or "")
    roster = [member for member in book.people if not member.body or folded(member.body) == body]
    return Roll(on_the_list(meeting), roster)
