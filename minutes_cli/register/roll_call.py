"""The roll call: who came to which meetings of a body, over all its minutes.

What counts as having come, and which meetings count for whom, is told in ``docs/reports.md``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal, get_args

import msgspec

from minutes_cli.book import Member
from minutes_cli.model import Meeting, Person
from minutes_cli.register.proceedings import Minuted
from minutes_cli.register.spellings import Known, Listed, known, listed

Presence = Literal["present", "in part", "remote", "deputy", "deputy sent", "apologies", "absent", "not named"]
"""How somebody stood to a meeting. ``deputy``: came for somebody else; ``deputy sent``: somebody came for them;
``not named``: the minutes do not name them, though others before and after do."""

PRESENCES: tuple[Presence, ...] = get_args(Presence)
CAME: tuple[Presence, ...] = ("present", "in part", "remote", "deputy")
"""What counts as having attended."""

REMOTE = {"by phone", "remote", "online", "by video"}
"""The modes of those who took part from elsewhere."""

INVITED = {"observer", "guest", "deputy"}
"""Capacities of people who come and are no members."""

Standing = Literal["member", "deputy", "in attendance"]


class Attended(msgspec.Struct, frozen=True, kw_only=True):
    """How somebody stood to one meeting, and the entries of its lists that say so; none where they are not named."""

    presence: Presence
    entries: tuple[Person, ...] = ()
    apologised: bool = False

    @property
    def came(self) -> bool:
        """Whether they were there, from wherever and for however long."""
        return self.presence in CAME


class Attendee(msgspec.Struct, kw_only=True):
    """One person of a roll call: what they are called, and how they stood to each meeting, by its place in the call.

    ``spellings`` are the other names lists have for them. ``may_be`` are the people whom the name may mean, ``like``
    those whose name is nearly the same. ``left`` is the day they left, when the roster says so.
    """

    name: str
    initials: str | None = None
    role: str | None = None
    organisation: str | None = None
    standing: Standing = "member"
    spellings: tuple[str, ...] = ()
    may_be: tuple[str, ...] = ()
    like: tuple[str, ...] = ()
    left: date | None = None
    at: dict[int, Attended] = {}

    @property
    def attended(self) -> int:
        """How many of the meetings they came to."""
        return sum(each.came for each in self.at.values())

    @property
    def expected(self) -> int:
        """How many meetings count for them: those that name them, and for members those in between."""
        return len(self.at)


class RollCall(msgspec.Struct, frozen=True, kw_only=True):
    """Who came to the meetings of one body.

    ``silent`` are the places of meetings whose minutes name nobody, ``unnamed`` those on the roster whom none names.
    """

    meetings: tuple[Minuted, ...]
    attendees: tuple[Attendee, ...] = ()
    silent: frozenset[int] = frozenset()
    unnamed: tuple[str, ...] = ()


def roll_call(meetings: Sequence[Minuted], roster: Sequence[Member] = ()) -> RollCall:
    """Call the roll of one body over its meetings, which are in order of date.

    ``roster`` is whom the book lists: their names and aliases come before any likeness of names, and whoever is on it
    and has not left counts to the last meeting. Members come first, then deputies, then those in attendance; by name.
    """
    named = list(_named(meetings))
    people = known((each for each, _, _ in named), roster)
    at: dict[int, dict[int, list[tuple[str, Person]]]] = {}
    whose: dict[int, Known] = {}
    for each, kind, person in named:
        who = people[each.form]
        whose[id(who)] = who
        at.setdefault(id(who), {}).setdefault(each.meeting, []).append((kind, person))
    silent = frozenset(place for place, each in enumerate(meetings) if not _lists(each.meeting))
    attendees = [_attendee(who, at[key], meetings, silent) for key, who in whose.items()]
    order = get_args(Standing)
    attendees.sort(key=lambda each: (order.index(each.standing), _by_surname(each.name)))
    met = {id(who.member) for who in whose.values()}
    unnamed = tuple(member.name for member in roster if id(member) not in met)
    return RollCall(meetings=tuple(meetings), attendees=tuple(attendees), silent=silent, unnamed=unnamed)


def _lists(meeting: Meeting) -> bool:
    return bool(meeting.attendees or meeting.apologies)


def _by_surname(name: str) -> tuple[str, str]:
    words = name.casefold().split()
    return (words[-1] if words else "", name.casefold())


def _named(meetings: Sequence[Minuted]) -> Iterable[tuple[Listed, str, Person]]:
    """Give everybody whom a meeting names: those there, those not, and those for whom somebody else came."""
    for place, each in enumerate(meetings):
        for person in each.meeting.attendees:
            yield listed(person, place), "absent" if person.mode == "absent" else "there", person
            if person.deputy_for:
                absent = listed(Person(name=person.deputy_for), place)
                yield absent, "deputy sent", person
        for person in each.meeting.apologies:
            yield listed(person, place), "absent" if person.mode == "absent" else "apologies", person


def _attendee(
    who: Known, at: dict[int, list[tuple[str, Person]]], meetings: Sequence[Minuted], silent: frozenset[int]
) -> Attendee:
    own = [person for place in sorted(at) for kind, person in at[place] if kind != "deputy sent"]
    standing = _standing([person for place in at for kind, person in at[place] if kind == "there"])
    stood = {place: _stood(entries) for place, entries in at.items()}
    for place in _span(who, at, meetings) if standing == "member" and not who.may_be else ():
        if place not in silent:
            stood.setdefault(place, Attended(presence="not named"))
    member = who.member
    return Attendee(
        name=who.name,
        initials=_latest([p.initials for p in own]) or (member.initials if member else None),
        role=_latest([p.role for p in own]) or (member.role if member else None),
        organisation=_latest([p.organisation for p in own]) or (member.organisation if member else None),
        standing=standing,
        spellings=tuple(said for said in dict.fromkeys(who.names.values()) if said != who.name),
        may_be=who.may_be,
        like=who.like,
        left=member.left if member else None,
        at=dict(sorted(stood.items())),
    )


def _latest(said: Sequence[str | None]) -> str | None:
    return next((each for each in reversed(said) if each), None)


def _standing(there: Sequence[Person]) -> Standing:
    """Say as what somebody comes: a member when any meeting at which they were lists them as one, or none does."""
    if any(p.mode != "in attendance" and p.capacity not in INVITED and not p.deputy_for for p in there):
        return "member"
    if any(p.deputy_for or p.capacity == "deputy" for p in there):
        return "deputy"
    return "in attendance" if there else "member"


def _span(who: Known, at: Iterable[int], meetings: Sequence[Minuted]) -> range:
    """Find the meetings that count for a member: from the first that names them to the last.

    Whoever is on the roster counts to the latest meeting, or to the last one before the day they left.
    """
    first, last = min(at), max(at)
    if who.member is not None:
        left = who.member.left
        days = [each.held.head.date for each in meetings]
        still = [place for place, day in enumerate(days) if left is None or (day is not None and day <= left)]
        last = max([last, *still])
    return range(first, last + 1)


def _stood(entries: Sequence[tuple[str, Person]]) -> Attended:
    """Say how somebody stood to a meeting by all that its lists say of them: who was there was there."""
    if len(entries) == 1 and entries[0][0] == "there":
        return Attended(presence=_came([entries[0][1]]), entries=(entries[0][1],))
    kinds = {kind for kind, _ in entries}
    people = tuple(person for _, person in entries)
    there = [person for kind, person in entries if kind == "there"]
    if there:
        return Attended(presence=_came(there), entries=people, apologised="apologies" in kinds)
    presence: Presence = "absent" if "absent" in kinds else "apologies"
    return Attended(presence="deputy sent" if "deputy sent" in kinds else presence, entries=people)


def _came(there: Sequence[Person]) -> Presence:
    if any(person.deputy_for for person in there):
        return "deputy"
    if any(person.for_items or person.from_ or person.until for person in there):
        return "in part"
    return "remote" if any(person.mode in REMOTE for person in there) else "present"
