"""Everybody whom the lists of the minutes name, put together: who was there, who was not, and who is one person."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from minutes_cli.model import Person
from minutes_cli.parse.name_list import read_list
from minutes_cli.parse.names import capacity_of, strip_titles
from minutes_cli.parse.patterns import any_of, listed
from minutes_cli.parse.people import Label
from minutes_cli.vocabulary import load
from minutes_cli.wording import wording

LISTED = ("present", "attending")  # kinds of lists of those who were there
PRESENT, ABSENT = "present", "absent"  # what the entry of somebody listed may say itself; the list then need not


@cache
def _no_role() -> re.Pattern[str]:
    """Give the words by which an office's label tells who did something, and names no role ("Minutes taken by")."""
    return wording(rf"\b(?:{any_of(load('attendance')['no_role'])})\b", re.IGNORECASE)


class Attendance(msgspec.Struct):
    """Everybody found: who was there, who was not, and, where only the members are listed, those."""

    attendees: list[Person] = []
    apologies: list[Person] = []
    roster: list[Person] = []
    openers: list[Person] = []
    """Those told to have opened the meeting: there, whether listed or not."""
    lists_people: bool = False
    """Whether somebody was listed as there, rather than only named as an officer."""

    def __len__(self) -> int:
        return len(self.attendees) + len(self.apologies) + len(self.roster)

    def add(self, kind: str, people: list[Person], place: tuple[int, int], *, as_office: bool = False) -> None:
        """Take in people of one list ("present", "attending", "apologies", "roster") found at a page and line."""
        self.lists_people = self.lists_people or (kind in LISTED and bool(people) and not as_office)
        lists = {"apologies": self.apologies, "roster": self.roster, "opened": self.openers}
        for person in people:
            into = lists.get("apologies" if person.mode == ABSENT else kind, self.attendees)
            person.mode = None if person.mode in (PRESENT, ABSENT) else person.mode
            person.page, person.line = person.page or place[0], person.line or place[1]
            if kind == "attending" and person.mode is None and person.capacity is None:
                person.mode = "in attendance"
            known = next((p for p in into if same(p, person)), None)
            if known is None:
                into.append(person)
            else:
                complete(known, person)

    def of_organisation(self, name: str, before: list[Person]) -> None:
        """Put those not listed before down to the organisation over their names."""
        for person in (*self.attendees, *self.apologies):
            if person.organisation is None and all(person is not known for known in before):
                person.organisation = name

    def add_officers(self, office: Label, kind: str, place: tuple[int, int]) -> None:
        """Take in who holds an office ("Chair: Ann Forde"), in the list that the office stands in.

        Somebody listed already is given the capacity and the role only. Who took the minutes was there, in whatever
        list they stand.
        """
        people = read_list(office.rest)
        for person in people:
            held_by = next((p for p in self.attendees if same(p, person) or known_as(p, person)), person)
            if office.capacity:
                held_by.capacity = held_by.capacity or office.capacity
            if not held_by.role and not _no_role().search(office.words):
                held_by.role = office.words
        fresh = [p for p in people if not any(same(p, k) or known_as(k, p) for k in self.attendees)]
        self.add(
            "present" if kind == "apologies" and office.capacity == "minutes" else kind, fresh, place, as_office=True
        )

    def settle(self) -> None:
        """Make one person of two spellings, and a capacity of a role that only says Chair.

        A list of members that says no more stands for those present, without those who sent apologies.
        """
        if self.roster and not self.lists_people:
            members = [p for p in self.roster if not any(same(p, a) for a in self.apologies)]
            self.attendees = [*members, *(p for p in self.attendees if not any(same(p, m) for m in members))]
        for opener in self.openers:
            forenames = {
                p.name.split()[0] for p in self.attendees if p.name
            }  # a name told is spelt in two ways at times
            if opener.name and opener.name.split()[0] not in forenames:
                self.attendees.insert(0, opener)
        for short in [p for p in self.attendees if p.name and " " not in p.name and not p.initials]:
            full = [p for p in self.attendees if p is not short and known_as(p, short)]
            if len(full) == 1:
                complete(full[0], short)
                self.attendees.remove(short)
        for person in (*self.attendees, *self.apologies):
            if person.role and person.capacity is None:
                person.capacity = capacity_of(person.role)


def same(a: Person, b: Person) -> bool:
    """Whether two entries are one person, as printed: the same name, or the same initials when one has no name."""
    if a.name and b.name:
        return strip_titles(a.name).casefold() == strip_titles(b.name).casefold()
    return bool(a.initials and a.initials == b.initials)


def known_as(known: Person, person: Person) -> bool:
    """Whether a short form means somebody already listed: "Ann" or "Forde" for Ann Forde, "AF" for the initials."""
    if not known.name or not person.name:
        return bool(known.initials and known.initials == person.name)
    parts, said = known.name.casefold().split(), person.name.casefold().split()
    return len(said) == 1 and said[0] in (parts[0], parts[-1])


def complete(known: Person, more: Person) -> None:
    """Give somebody listed what a second entry of theirs adds; what the first one says stands."""
    for field in ("initials", "role", "organisation", "capacity", "deputy_for"):
        if getattr(known, field) is None and getattr(more, field) is not None:
            setattr(known, field, getattr(more, field))
    if more.role and known.role and capacity_of(known.role) and not capacity_of(more.role):
        known.role = more.role  # "Chairperson" gives way to the job


def is_vacant(person: Person) -> bool:
    """Whether an entry in a name's place says that nobody holds the post: "Vacant", "TBC"."""
    return (person.name or "").casefold() in listed("attendance", "vacant")
