"""What the lists of a body say of each form of a name: where it stands, beside which initials, in which office."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import msgspec

from minutes_cli.model import Person
from minutes_cli.register.names import folded
from minutes_cli.register.proceedings import Minuted
from minutes_cli.register.spellings import Form, Known, Listed, listed


class Printed(msgspec.Struct, frozen=True, kw_only=True):
    """A form of a name as lists have it: its words, at how many meetings, and where it stands first."""

    said: str
    times: int
    on: date | None = None
    record: str = ""
    page: int | None = None
    line: int | None = None


class Evidence:
    """The entries of the lists of one body's meetings that name somebody, by the form of the name."""

    def __init__(self, meetings: Sequence[Minuted]) -> None:
        self.meetings = meetings
        self.entries: dict[Form, list[tuple[int, Person]]] = {}
        self.lists: list[Listed] = []
        for place, each in enumerate(meetings):
            for person in (*each.meeting.attendees, *each.meeting.apologies):
                entry = listed(person, place)
                if folded(person.name or "") or folded(person.initials or ""):  # an office alone is nobody
                    self.lists.append(entry)
                    self.entries.setdefault(entry.form, []).append((place, person))

    def places(self, forms: Sequence[Form]) -> set[int]:
        """Give the places of the meetings that some forms stand in."""
        return {place for form in forms for place, _ in self.entries[form]}

    def printed(self, form: Form, said: str) -> Printed:
        """Say where a form stands first, and at how many meetings."""
        place, person = self.entries[form][0]
        held = self.meetings[place].held
        times = len(self.places([form]))
        return Printed(said=said, times=times, on=held.head.date, record=held.name, page=person.page, line=person.line)

    def initials(self, forms: Sequence[Form]) -> Counter[str]:
        """Count the initials printed beside names of these forms, as printed."""
        return Counter(p.initials for form in forms if form.words for _, p in self.entries[form] if p.initials)

    def said(self, forms: Sequence[Form], field: str) -> list[str]:
        """Give what lists say of somebody (``role``, ``organisation``), each once, what was said last at the end."""
        told = sorted(
            (
                (place, value)
                for form in forms
                for place, person in self.entries[form]
                if (value := getattr(person, field))
            ),
            key=lambda each: each[0],
        )
        latest = {folded(value): (place, value) for place, value in told}
        return [value for _, value in sorted(latest.values(), key=lambda each: each[0])]

    def days(self, places: set[int]) -> list[date]:
        """Give the days of some meetings, in order."""
        return sorted(day for place in places if (day := self.meetings[place].held.head.date))

    def gone_since(self, places: set[int]) -> int:
        """Count the meetings with a list that were held after the last of some."""
        return sum(bool(each.meeting.attendees) for each in self.meetings[max(places) + 1 :])


def squeezed(initials: str) -> str:
    """Bring initials to the form in which two printings are equal: "A. F." and "AF"."""
    return folded(initials).replace(" ", "")


def offices_of_one(evidence: Evidence, people: Mapping[Form, Known]) -> dict[str, int]:
    """Give the offices that only one person has on any list, folded, with that person (by ``id``)."""
    holders: dict[str, set[int]] = {}
    for form, person in _held(evidence):
        holders.setdefault(folded(person.role or ""), set()).add(id(people[form]))
    return {office: who.pop() for office, who in holders.items() if office and len(who) == 1}


def _held(evidence: Evidence) -> Iterator[tuple[Form, Person]]:
    return ((form, person) for form, entries in evidence.entries.items() for _, person in entries if person.role)
