"""What is said of an action after it was raised: sightings, and proposals where a sighting is not certain.

These are values. How they come about is in ``reconcile``; what they make of an action in ``standing``.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from minutes_cli.model import Action, Head, Person, Status, Update
from minutes_cli.register.names import folded

Matched = Literal["by hand", "reference", "same words", "alike"]
"""How a sighting is known to be of its action: a person says so, its reference, or its words (equal, or nearly)."""

Doubt = Literal[
    "told in passing",
    "several fit",
    "words differ",
    "owners differ",
    "was closed",
    "not listed in between",
    "few are listed again",
    "of each meeting",
]
"""Why a sighting is only proposed: it is reported speech; several actions fit; the words, or the owners,
differ; the action was closed; it was not listed at the meeting in between; the minutes do not list open actions again
as a habit, so that like words may be a new task; it is about what every meeting has anew, its own minutes for one."""


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """A meeting that was held: its heading, the name of its record, and how many actions it raised, and listed at all.

    ``copies`` are the names of further records of the same meeting (its minutes read from two formats);
    ``people`` everybody on its attendance list, those who sent apologies included. ``latest`` says that the
    register has no later meeting of the same body. ``short`` is the body's short name, "" where the book has one body.
    """

    name: str
    head: Head
    actions: int = 0
    listed: int = 0
    people: tuple[Person, ...] = ()
    copies: tuple[str, ...] = ()
    latest: bool = True
    short: str = ""

    @property
    def sitting(self) -> tuple[str, date | None]:
        """What tells the meeting from every other: its record and its day, as one file may hold several."""
        return self.name, self.head.date

    @property
    def body(self) -> str:
        """The body that met, in the form in which two spellings are equal; "" when the minutes do not say."""
        return folded(self.head.body or "")


class Sighting(msgspec.Struct, frozen=True, kw_only=True):
    """What was said of an action after it was raised: in the minutes of a later meeting, or by a person.

    ``said`` are the words, as printed or as noted; ``on`` the day they count from (that of the meeting). ``status``,
    ``due`` and ``owners`` are what they change, ``None`` or empty where they leave things as they are. ``record``,
    ``page`` and ``line`` say where they stand; ``held`` is the later meeting, ``None`` for what a person noted, and
    ``action`` its own row for the action, when it has one. ``likeness`` is that of the wording, 0 to 100.
    """

    held: Held | None = None
    action: Action | None = None
    on: date | None = None
    said: str = ""
    status: Status | None = None
    due: date | None = None
    due_said: str = ""
    owners: tuple[str, ...] = ()
    record: str = ""
    item: str | None = None
    page: int | None = None
    line: int | None = None
    matched: Matched = "by hand"
    likeness: int = 100

    @property
    def update(self) -> Update:
        """The same as an update of the record: what it changes, and its words as the note."""
        note = self.said or None
        return Update(on=self.on, status=self.status, note=note, due=self.due, owners=list(self.owners))


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """An action that a doubtful sighting may be of: its identity, words, owners; how alike the words are, 0 to 100."""

    id: str
    text: str
    owners: tuple[str, ...] = ()
    likeness: int = 0


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """Something later minutes say that may be of an action, for a person to decide: nothing was changed by it.

    ``candidates`` are the actions it may be of, the likeliest first; ``entry`` is the identity of the action that the
    minutes' own row is listed as meanwhile, "" when it is no row.
    """

    sighting: Sighting
    candidates: tuple[Candidate, ...]
    why: Doubt
    entry: str = ""

    @property
    def closes(self) -> bool:
        """Whether the action would be closed by it."""
        return self.sighting.status in ("done", "dropped")
