"""Where owners are by now: whether the roster says that they left, and when a list last named them."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from minutes_cli.book import Book, Member
from minutes_cli.register import Owner, Register, folded
from minutes_cli.register.names import straight

OF_LATE = 2
"""How many meetings of a body in a row must not name somebody before a report says so: one may be missed."""


class There(NamedTuple):
    """What is known of an owner: the name and address on the roster, the day they left, and when last on a list.

    ``last`` is ``None`` for who was named of late, too.
    """

    name: str | None = None
    email: str | None = None
    left: date | None = None
    last: date | None = None


class Whereabouts:
    """The roster of a book and the lists of all meetings, ready to be asked of an owner."""

    def __init__(self, register: Register, book: Book) -> None:
        self._as_of = register.as_of
        self._roster: dict[str, list[Member]] = {}
        for member in book.people:
            for name in {folded(straight(n)) for n in (member.name, member.initials or "", *member.aliases)} - {""}:
                self._roster.setdefault(name, []).append(member)
        self._last, self._late = _last_named(register)
        self._known: dict[tuple[str, str, str | None, str, bool], There] = {}

    def of(self, owner: Owner, body: str) -> There:
        """Say what is known of an owner of an action of a body; nothing of whom more than one may be."""
        asked = (body, owner.said, owner.person.name if owner.person else None, owner.key, bool(owner.may_be))
        if asked not in self._known:
            self._known[asked] = self._of(owner, body)
        return self._known[asked]

    def _of(self, owner: Owner, body: str) -> There:
        name = (owner.person.name if owner.person else None) or owner.said
        members = [
            member
            for member in self._roster.get(folded(straight(name)), ())
            if member.body is None or folded(member.body) == body
        ]
        member = members[0] if len(members) == 1 and not owner.may_be else None
        last = self._last.get((body, owner.key)) if owner.person else None
        long_gone = last is not None and body in self._late and last < self._late[body]
        return There(
            name=member.name if member else None,
            email=member.email if member else None,
            left=member.left if member and member.left and member.left <= self._as_of else None,
            last=last if long_gone else None,
        )


def _last_named(register: Register) -> tuple[dict[tuple[str, str], date], dict[str, date]]:
    """Find when each body's lists last named whom, and from which day on its meetings are of late."""
    last: dict[tuple[str, str], date] = {}
    days: dict[str, list[date]] = {}
    keys: dict[tuple[str | None, str | None], str] = {}  # the same names come on every list
    for held in register.meetings:
        day, body = held.head.date, held.body
        if day is None or not held.people:
            continue
        days.setdefault(body, []).append(day)
        for person in held.people:
            named = (person.name, person.initials)
            if any(named):
                key = keys.get(named) or keys.setdefault(named, Owner(said="", person=person).key)
                last[body, key] = day
    return last, {body: held[-OF_LATE] for body, held in days.items() if len(held) >= OF_LATE}
