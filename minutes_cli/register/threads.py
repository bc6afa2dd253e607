"""An action through the meetings of its body: the row that raised it, and what was said of it since."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from minutes_cli.model import Status
from minutes_cli.register.entries import CLOSED, Owner, in_order
from minutes_cli.register.follow_up import Doubt, Sighting
from minutes_cli.register.likeness import task_words
from minutes_cli.register.names import folded
from minutes_cli.register.rows import Row, called
from minutes_cli.vocabulary import load

STEM = 5
"""How many letters of a word tell it: "repair", "repaired" and "repairs" are one."""

SHORTEST = 4
"""Shorter words ("the", "new") say little about a task."""


SHORTEST_NAME = 3
"""Letters from which on a part of a name names its bearer: "Kay", but not the "de" of a surname."""


class Thread:
    """One action while the meetings are gone through in order; ``last`` is the number of the last that spoke of it."""

    def __init__(self, row: Row, number: int) -> None:
        self.row = row
        self.rows = [row]
        self.raised = self.last = number
        self.sightings: list[Sighting] = []
        self.owners = row.owners
        self.wordings = {row.words}  # its task as each of its rows words it, folded
        self._learn()
        self.known_as = ""
        self.number = ""
        self.also = [row.action.id]

    def see(self, sighting: Sighting, number: int, row: Row | None = None) -> None:
        """Add what a later meeting says of it; ``row`` is its own row there, when it has one."""
        self.sightings.append(sighting)
        self.last = number
        if row is not None:
            self.rows.append(row)
            self.also.append(row.action.id)
            self.wordings.add(row.words)
            self.owners += tuple(owner for owner in row.owners if owner not in self.owners)
            self._learn()

    def renumber(self, number: str) -> None:
        """Note the running reference that a later row has for it, when that is not its identity anyway."""
        if number != self.known_as:
            self.number = number
            self.also.append(number)

    def standing(self, day: date) -> Status:
        """Say how it stands as a meeting begins: by the minutes before it, and what people noted until then."""
        told = [(sighting.on or date.min, sighting.status) for sighting in self.sightings]
        told += [(on, update.status) for row in self.rows for on, update in in_order(row.updates) if on < day]
        told.sort(key=lambda each: each[0])
        return next((status for _, status in reversed(told) if status), self.row.action.status)

    def is_closed(self, day: date) -> bool:
        """Whether nobody waits for it any more when a meeting begins."""
        return self.standing(day) in CLOSED

    @property
    def latest(self) -> Row:
        """Its last row."""
        return self.rows[-1]

    def is_named_in(self, said: str) -> bool:
        """Whether a folded text names one of its owners: by the words, the initials, the name, or a part of it."""
        padded = f" {said} "
        return any(f" {name} " in padded for name in self._called)

    def _learn(self) -> None:
        """Work out what its owners are called by, and what it is about; their names stand in every report of theirs."""
        whole = {name for owner in self.owners for name in called(owner) if len(name) > 1}
        full = [folded((owner.person.name if owner.person else None) or owner.said) for owner in self.owners]
        parts = {part for name in full for part in name.split() if len(part) >= SHORTEST_NAME}
        self._called = whole | parts
        self.about = content(self.row.action.text) - {stem for name in self._called for stem in content(name)}


class Draft(NamedTuple):
    """A proposal before identities are given: the threads that may be meant, each with its likeness (0 to 100).

    ``own`` is the thread that was begun for the row meanwhile.
    """

    sighting: Sighting
    candidates: tuple[tuple[Thread, int], ...]
    why: Doubt
    own: Thread | None = None


@lru_cache(maxsize=16384)
def content(text: str) -> frozenset[str]:
    """Give the stems of the words that say what a task, or a sentence, is about."""
    past, empty = _past(), _empty()
    words = [past.get(word, word) for word in re.findall(r"[^\W\d_]+|\d+", task_words(text))]
    return frozenset(word[:STEM] for word in words if word not in empty and (len(word) >= SHORTEST or word.isdigit()))


@cache
def _past() -> dict[str, str]:
    """Give irregular verbs by their past: what was "sent" was to be "sent", one is "send"."""
    return {past: verb for verb, forms in load("follow_up")["past"].items() for past in forms}


@cache
def _empty() -> frozenset[str]:
    return frozenset(load("speech")["empty"])


def agree(mine: Sequence[Owner], others: Sequence[Owner]) -> bool:
    """Whether an action's owners may be the same people at two meetings: they share one, or one side names none."""
    return not mine or not others or any(_is_one(one, other) for one in mine for other in others)


def _is_one(one: Owner, other: Owner) -> bool:
    """Whether two owners may be one person: they are called alike, and their names, when both are known, agree.

    "AF" may be Ann Fell at one meeting and Abel Fay at another.
    """
    if called(one).isdisjoint(called(other)):
        return False
    names = [folded(who.name) for who in (one.person, other.person) if who and who.name]
    return len(set(names)) < 2 or names[0].split()[-1] == names[1].split()[-1]
