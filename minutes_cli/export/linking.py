"""Who is one person over all meetings, and which records are of one meeting, found while the records go by.

Of each record only its heading and the names on its lists are kept. Whether two names are one person is for the
register to say (``register/spellings.py``), and for the roster; nothing is joined here that they do not join.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from minutes_cli.book import Book, Member
from minutes_cli.export.rows import fit
from minutes_cli.export.tables import Row
from minutes_cli.model import Head, Meeting, Person, Source
from minutes_cli.register import folded
from minutes_cli.register.people import Roll, roll_of
from minutes_cli.register.sittings import sittings
from minutes_cli.register.spellings import Form, Known, Listed, known, listed


class _Name(msgspec.Struct):
    """One form of a name on the lists of one body: in which records, and what was last printed beside it."""

    body: str
    form: Form
    said: str
    records: dict[int, str]
    latest: list[tuple[tuple[str, str], str] | None]


class Linking:
    """Hears of every record once; then it knows who is who. Places are given out as records come, from 0."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._names: list[_Name] = []
        self._places: dict[tuple[str, Form], int] = {}
        self._members: dict[int, int] = {}
        self._heads: list[tuple[str, Meeting]] = []
        self._says: list[int] = []
        self._bodies: dict[str, str] = {}

    def hear(self, name: str, meeting: Meeting) -> list[int]:
        """Hear of a record; gives the place of everybody on its lists, in their order."""
        number, head = len(self._heads), meeting.meeting
        source = Source(file="", sha256=meeting.source.sha256, pages=0, parser="") if meeting.source else None
        self._heads.append(
            (name, Meeting(meeting=Head(body=head.body, date=head.date, start=head.start), source=source))
        )
        self._says.append(len(meeting.decisions) + len(meeting.attendees) + len(meeting.apologies))
        body = folded(head.body or "")
        self._bodies.setdefault(body, head.body or "")
        when = (head.date.isoformat() if head.date else "", name)
        return [self._listed(person, body, number, when) for person in (*meeting.attendees, *meeting.apologies)]

    def owners(self, meeting: Meeting) -> Roll:
        """Give the list and roster that the owners of a meeting's actions are looked up on."""
        return roll_of(meeting, self._book)

    def place(self, person: Person, meeting: Meeting) -> int:
        """Give the place of an action's owner who was found on the meeting's list, or on the roster."""
        body = folded(meeting.meeting.body or "")
        place = self._places.get((body, listed(person, 0).form))
        if place is not None:
            return place
        member = next(one for one in self._roster(body) if one.name == person.name)
        return -1 - self._book.people.index(member)

    def _listed(self, person: Person, body: str, number: int, when: tuple[str, str]) -> int:
        entry = listed(person, number)
        key = (body, entry.form)
        if key not in self._places:
            self._places[key] = len(self._names)
            self._names.append(_Name(body, entry.form, entry.said, {}, [None, None, None]))
        name = self._names[self._places[key]]
        name.records[number] = entry.initials or name.records.get(number, "")
        for place, said in enumerate((person.initials, person.role, person.organisation)):
            last = name.latest[place]
            if said and (last is None or last[0] <= when):
                name.latest[place] = (when, said)
        return self._places[key]

    def _roster(self, body: str) -> list[Member]:
        return [each for each in self._book.people if not each.body or folded(each.body) == body]

    def settled(self) -> Links:
        """Say who is who, now that all records were heard of."""
        copies: dict[int, int] = {}
        numbers = {id(meeting): number for number, (_, meeting) in enumerate(self._heads)}
        for sitting in sittings(self._heads):
            same = [numbers[id(meeting)] for _, meeting in sitting.records]
            counts = max(same, key=lambda number: self._says[number])  # of equals the first
            copies |= {number: counts for number in same if number != counts}
        return Links(self._people(copies), copies)

    def _people(self, copies: dict[int, int]) -> list[_Somebody]:
        somebody: dict[int, _Somebody] = {}
        for member in self._book.people:
            somebody[id(member)] = _Somebody(Known(names={}, member=member))
        for body in sorted(self._bodies):
            places = [place for place, name in enumerate(self._names) if name.body == body]
            who = known(self._lists(places, copies), self._roster(body))
            for place in places:
                found = who[self._names[place].form]
                one = somebody.setdefault(id(found.member or found), _Somebody(found))
                one.take(place, found)
        for one in somebody.values():
            one.tell(self._names, self._heads, copies, self._bodies)
        members = [somebody[id(member)] for member in self._book.people]
        for number, one in enumerate(members):
            one.places.append(-1 - number)
        return sorted(somebody.values(), key=lambda one: one.order)

    def _lists(self, places: Sequence[int], copies: dict[int, int]) -> Iterator[Listed]:
        for place in places:
            name = self._names[place]
            for number, initials in sorted(name.records.items()):
                yield Listed(name.form, initials, name.said, copies.get(number, number))


class _Somebody:
    """One person, with the places of all their names."""

    def __init__(self, first: Known) -> None:
        self.who = first
        self.places: list[int] = []
        self.said: dict[str, None] = {}
        self.row: Row = []

    def take(self, place: int, found: Known) -> None:
        self.places.append(place)
        self.who = found
        self.said |= dict.fromkeys(found.names.values())

    def tell(
        self,
        names: Sequence[_Name],
        heads: Sequence[tuple[str, Meeting]],
        copies: dict[int, int],
        bodies: dict[str, str],
    ) -> None:
        """Put into a row what is known of them, but for its number."""
        own, member = [names[place] for place in self.places], self.who.member
        at = {copies.get(number, number) for name in own for number in name.records}
        days = sorted(day for number in at if (day := heads[number][1].meeting.date))
        printed = [max((last for name in own if (last := name.latest[place])), default=None) for place in range(3)]
        roster = (member.initials, member.role, member.organisation) if member else (None,) * 3
        held = {bodies[name.body] or None for name in own}
        values = (
            self.who.name,
            *(last[1] if last else known_of for last, known_of in zip(printed, roster, strict=True)),
            held.pop() if len(held) == 1 else None,
            list(self.said),
            list(self.who.may_be),
            list(self.who.like),
            int(member is not None),
            member.left if member else None,
            len(at),
            *((days[0], days[-1]) if days else (None, None)),
        )
        self.row = [fit(value) for value in values]

    @property
    def order(self) -> tuple[str, ...]:
        """Where they stand among the people: by name, then body."""
        name, initials, _, _, body, said, *_ = self.row
        return (folded(str(name)), str(name), str(body or ""), str(initials or ""), str(said))


class Links:
    """What is known of people and meetings once all records were heard of."""

    def __init__(self, people: Sequence[_Somebody], copies: dict[int, int]) -> None:
        self.people: list[Row] = [[number, *one.row] for number, one in enumerate(people, start=1)]
        self._numbers = {place: number for number, one in enumerate(people, start=1) for place in one.places}
        self._copies = copies

    def person(self, place: int) -> int:
        """Give the number of the person at a place."""
        return self._numbers[place]

    def copy_of(self, meeting: int) -> int | None:
        """Give the number of the record that counts in place of a meeting's; both from 1."""
        counts = self._copies.get(meeting - 1)
        return None if counts is None else counts + 1
