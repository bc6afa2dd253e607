"""What a register holds: the meetings held, and an entry for each action they raised.

Everything here is a value: said beside meant, and nothing worked out twice. Dates are calendar dates, ages are
whole days and whole meetings.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal, Protocol, cast, get_args

import msgspec

from minutes_cli.model import Action, Person, Status, Update
from minutes_cli.register.follow_up import Held, Proposal, Sighting
from minutes_cli.register.names import folded, names, straight

OPEN: tuple[Status, ...] = ("open", "in progress", "carried")
"""The statuses of an action that is still to be done."""

CLOSED: tuple[Status, ...] = ("done", "dropped")
"""The statuses of an action that nobody waits for any more."""

STATUSES: tuple[str, ...] = (*get_args(Status), "overdue")
"""What a register can be asked for by status. Overdue is no status of its own: open, and past its date."""


Colour = Literal["red", "amber", "green"]
"""How pressing an open action is: red is overdue, amber nearly due, green neither (``docs/reports.md``)."""


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


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """What the minutes and people say of one action, in their words: its row, and all that was said of it since.

    ``known_as`` are the identities of all rows that are this one action, its own included; ``number`` is the running
    reference that later minutes gave it, "" when they gave none. ``record`` is the name of the record that raised it.
    ``history`` is all that was said of it since, up to the day, in order: by later minutes and by people.
    """

    action: Action
    known_as: tuple[str, ...] = ()
    number: str = ""
    record: str = ""
    item_title: str = ""
    status_said: str = ""
    tasks: tuple[Task, ...] = ()
    history: tuple[Sighting, ...] = ()


class Closed(Protocol):
    """An account that is kept, and is read once somebody asks for it: of a thousand meetings few are asked for."""

    def opened(self) -> Account:
        """Read it."""
        ...


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One action of the register: how it stood on the day the register was drawn up, and the ``account`` behind that.

    ``id`` is its identity in the book ("2031-03-04/3", "HSG/2031-03-04/3" among several bodies, "AP125" where
    references run on over the meetings).

    ``first_due`` is the date the minutes gave, ``due`` the date that counts now (they differ when it was revised).
    ``proposals`` are what may be said of it, and was not applied.

    ``age_days`` and ``age_meetings`` run from the meeting that raised it to the day of the register, or to the day
    it was closed (``closed_on``); ``None`` when a date is missing. ``carried`` counts how often it was carried over:
    the meetings that said so or listed it again, still to do. ``slipped`` counts how often its due date was put
    off. ``rag`` is its colour by the book's rule, ``None`` when it is closed. ``archived`` says that it was
    closed, and shown so, before the latest meeting of its body.
    """

    told: Account | Closed
    held: Held
    id: str = ""
    status: Status = "open"
    owners: tuple[Owner, ...] = ()
    first_due: date | None = None
    due: date | None = None
    overdue: bool = False
    rag: Colour | None = None
    age_days: int | None = None
    age_meetings: int | None = None
    carried: int = 0
    slipped: int = 0
    closed_on: date | None = None
    archived: bool = False
    proposals: tuple[Proposal, ...] = ()

    @property
    def account(self) -> Account:
        """What the minutes and people say of it, read when it is asked for."""
        if not isinstance(self.told, Account):
            msgspec.structs.force_setattr(self, "told", self.told.opened())
        return cast(Account, self.told)

    @property
    def action(self) -> Action:
        """The action as minuted."""
        return self.account.action

    @property
    def known_as(self) -> tuple[str, ...]:
        """The identities of all rows that are this one action."""
        return self.account.known_as

    @property
    def number(self) -> str:
        """The running reference that later minutes gave it."""
        return self.account.number

    @property
    def record(self) -> str:
        """The name of the record that raised it."""
        return self.account.record

    @property
    def item_title(self) -> str:
        """The title of the item of business it stands under."""
        return self.account.item_title

    @property
    def status_said(self) -> str:
        """The printed words of the status that counts."""
        return self.account.status_said

    @property
    def due_said(self) -> str:
        """When it is due, in the first words."""
        due = self.action.due
        return due.text if due else ""

    @property
    def tasks(self) -> tuple[Task, ...]:
        """Its several tasks, with an owner each."""
        return self.account.tasks

    @property
    def history(self) -> tuple[Sighting, ...]:
        """All that was said of it since, up to the day."""
        return self.account.history

    @property
    def updates(self) -> tuple[Update, ...]:
        """The same as updates of the record."""
        return tuple(each.update for each in self.history)

    @property
    def is_open(self) -> bool:
        """Whether the action is still to be done."""
        return self.status in OPEN

    @property
    def proposed_for_closure(self) -> bool:
        """Whether it is still to be done, and later minutes say something by which it may be closed."""
        return self.is_open and any(proposal.closes for proposal in self.proposals)

    @property
    def last_update(self) -> Update | None:
        """The last word on the action, when there is one."""
        return self.history[-1].update if self.history else None


class Register(msgspec.Struct, frozen=True, kw_only=True):
    """The actions of many meetings as they stood on one day, ``as_of``.

    ``meetings`` are in order of date, then name; those without a date come last. ``entries`` follow them, each
    meeting's actions in the order of its minutes. ``records`` is how many records were given, ``owner`` whose actions
    were asked for, ``filters`` all that was asked for (in words), ``remarks`` what a reader must know about what was
    left out or kept twice. ``proposals`` are all that later minutes may say of an action, for a person to decide.
    """

    as_of: date
    meetings: tuple[Held, ...] = ()
    entries: tuple[Entry, ...] = ()
    records: int = 0
    owner: str | None = None
    filters: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    proposals: tuple[Proposal, ...] = ()


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
