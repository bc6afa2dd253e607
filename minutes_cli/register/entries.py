"""What a register holds: the meetings held, and an entry for each action they raised.

Everything here is a value: said beside meant, and nothing worked out twice. Dates are calendar dates, ages are
whole days and whole meetings.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import get_args

import msgspec

from minutes_cli.model import Action, Head, Person, Status, Update
from minutes_cli.register.names import folded, names, straight

OPEN: tuple[Status, ...] = ("open", "in progress", "carried")
"""The statuses of an action that is still to be done."""

CLOSED: tuple[Status, ...] = ("done", "dropped")
"""The statuses of an action that nobody waits for any more."""

STATUSES: tuple[str, ...] = (*get_args(Status), "overdue")
"""What a register can be asked for by status. Overdue is no status of its own: open, and past its date."""


class Owner(msgspec.Struct, frozen=True, kw_only=True):
    """Who is to do an action: the words of the minutes, and the person they mean when one reading remains.

    ``person`` is ``None`` when nobody on the meeting's attendance list fits, and also when several do;
    ``may_be`` then has the names of those who fit.
    """

    said: str
    person: Person | None = None
    may_be: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The same for the same owner, however the minutes spell the name and whichever part of it they use."""
        who = self.person
        words = straight((who.name or who.initials or self.said) if who else self.said)
        return folded(words) or words

    def answers_to(self, name: str) -> bool:
        """Whether this is the owner asked for by initials, name, surname or office, in whatever case.

        An owner nobody on the list has answers to the printed words, and to the last of them ("Jo Brook": "brook").
        """
        asked, said = folded(name), folded(self.said)
        called = names(self.person) if self.person else set(said.split()[-1:])
        return bool(asked) and (asked == said or asked in called)


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """One of several tasks in one action, with its own owners."""

    text: str
    owners: tuple[Owner, ...] = ()


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """A meeting that was held: its heading, the name of its record, and how many actions it raised.

    ``copies`` are the names of further records of the same meeting (its minutes read from two formats);
    ``people`` everybody on its attendance list, those who sent apologies included. ``latest`` says that the
    register has no later meeting of the same body.
    """

    name: str
    head: Head
    actions: int = 0
    people: tuple[Person, ...] = ()
    copies: tuple[str, ...] = ()
    latest: bool = True

    @property
    def body(self) -> str:
        """The body that met, in the form in which two spellings are equal; "" when the minutes do not say."""
        return folded(self.head.body or "")


class Sighting(msgspec.Struct, frozen=True, kw_only=True):
    """A later meeting that spoke of an action again, and what its minutes said of it."""

    held: Held
    action: Action


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One action of the register: as minuted, and as it stood on the day the register was drawn up.

    ``record`` is the name of the record it stands in. ``first_due`` is the date the minutes gave, ``due`` the date
    that counts now (they differ when it was revised), ``due_said`` the words. ``age_days`` and ``age_meetings`` run
    from the meeting that raised it to the day of the register, or to the day it was closed; ``None`` when a date is
    missing. ``carried`` counts how often it was carried over. ``updates`` are those up to the day, in order.
    """

    action: Action
    held: Held
    record: str = ""
    item_title: str = ""
    status: Status = "open"
    owners: tuple[Owner, ...] = ()
    tasks: tuple[Task, ...] = ()
    due_said: str = ""
    first_due: date | None = None
    due: date | None = None
    overdue: bool = False
    age_days: int | None = None
    age_meetings: int | None = None
    carried: int = 0
    updates: tuple[Update, ...] = ()
    history: tuple[Sighting, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether the action is still to be done."""
        return self.status in OPEN

    @property
    def last_update(self) -> Update | None:
        """The last word on the action, when there is one."""
        return self.updates[-1] if self.updates else None


class Register(msgspec.Struct, frozen=True, kw_only=True):
    """The actions of many meetings as they stood on one day, ``as_of``.

    ``meetings`` are in order of date, then name; those without a date come last. ``entries`` follow them, each
    meeting's actions in the order of its minutes. ``records`` is how many records were given, ``owner`` whose actions
    were asked for, ``filters`` all that was asked for (in words), ``remarks`` what a reader must know about what was
    left out or kept twice.
    """

    as_of: date
    meetings: tuple[Held, ...] = ()
    entries: tuple[Entry, ...] = ()
    records: int = 0
    owner: str | None = None
    filters: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def in_order(updates: Sequence[Update]) -> list[tuple[date, Update]]:
    """Put the updates on an action in order, each with the day it counts as of.

    An update without a date was written after the one above it, so it counts as of that day.
    """
    dated: list[tuple[date, Update]] = []
    day = date.min
    for update in updates:
        day = update.on or day
        dated.append((day, update))
    return sorted(dated, key=lambda each: each[0])
