"""Checks over a minute book: actions that vanished, were closed and opened again, or of which minutes disagree.

A register comes in, findings go out, each with the name of the record it is about. They need several meetings, so
they are no part of the checks of one record.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from minutes_cli.check.say import finding, listed, quoted
from minutes_cli.model import Finding
from minutes_cli.register import CLOSED, Entry, Held, Register, Sighting

HABIT = 3
"""One in so many open actions must be taken up, for the minutes to follow them up as a habit. Where fewer are, those
that are not named have not vanished: such minutes tell of exceptions only."""

NAMED = 3
"""How many meetings a message names before it only counts the others."""

Found = tuple[str, Finding]
"""The name of a record, and a finding in it."""


class _Taken(NamedTuple):
    """A meeting, how many actions of its body were open when it began, and how many of them its minutes take up."""

    held: Held
    waiting: int
    taken: int

    @property
    def is_kept(self) -> bool:
        """Whether its minutes take up open actions as a habit, so that one not among them is missed."""
        return self.taken > 0 and self.taken * HABIT >= self.waiting


def check_book(register: Register) -> list[Found]:
    """Find what a person should look at in the actions of a minute book, in the order of its meetings.

    Takes the register of all its meetings; changes nothing.
    """
    taken = list(_taken_up(register))
    kept: dict[str, list[Held]] = defaultdict(list)
    for each in taken:
        if each.is_kept:
            kept[each.held.body].append(each.held)
    found = [*_not_followed_up(taken), *_unclear(register)]
    routine = {proposal.entry for proposal in register.proposals if proposal.why == "of each meeting"}
    for entry in register.entries:
        vanished = () if entry.id in routine else _vanished(entry, kept)
        found += [*vanished, *_reopened(entry), *_disagreeing(entry)]
    place = {name: number for number, held in enumerate(register.meetings) for name in (held.name, *held.copies)}
    return sorted(found, key=lambda each: (place.get(each[0], len(place)), each[1].page or 0, each[1].line or 0))


def _taken_up(register: Register) -> Iterator[_Taken]:
    """Count for each meeting the actions that were open, and those of them that its minutes take up."""
    raised: dict[str, list[date]] = defaultdict(list)
    closed: dict[str, list[date]] = defaultdict(list)
    spoken_of: dict[tuple[str, date | None], set[str]] = defaultdict(set)
    for entry in register.entries:
        day, body = entry.held.head.date, entry.held.body
        if day is not None:
            insort(raised[body], day)
            if not entry.is_open:
                insort(closed[body], entry.closed_on or day)
        for told in (*entry.history, *(each.sighting for each in entry.proposals)):
            if told.held is not None:
                spoken_of[told.held.sitting].add(entry.id)
    for held in register.meetings:
        day = held.head.date
        if day is not None and day <= register.as_of:
            waiting = bisect_left(raised[held.body], day) - bisect_left(closed[held.body], day)
            yield _Taken(held, waiting, len(spoken_of[held.sitting]))


def _vanished(entry: Entry, kept: dict[str, list[Held]]) -> Iterator[Found]:
    """Find an open action that minutes have passed over since which take up the open ones as a habit.

    One that is not due yet, that a person has noted something on, or that a proposal may be of, has not vanished.
    """
    last = max((each.on for each in entry.history if each.on), default=entry.held.head.date)
    if not entry.is_open or last is None or entry.proposals:
        return
    days = [held.head.date for held in kept.get(entry.held.body, ()) if held.head.date]
    missed = [day for day in days if day > last and (entry.due is None or entry.due <= day)]
    if missed:
        told = next((each for each in reversed(entry.history) if each.held), None)
        message = f"{_named(entry)} is open, and was last spoken of on {_day(last)}; {_minutes(missed)} it."
        yield (told or entry).record, finding("L801", message, told or entry.action)


def _minutes(missed: list[date]) -> str:
    if len(missed) > NAMED:
        return f"the minutes of {len(missed)} meetings since take up other actions, not"
    return f"the minutes of {listed([_day(day) for day in missed], 'and')} take up other actions, not"


def _reopened(entry: Entry) -> Iterator[Found]:
    """Find an action that minutes or people closed and later minutes have as still to do."""
    for before, after in pairwise(_statements(entry)):
        if before.status in CLOSED and after.status not in CLOSED and before.on != after.on:
            said = f"{before.status} on {_day(before.on)} and {after.status} on {_day(after.on)}"
            yield after.record, finding("L802", f"{_named(entry)} is {said}{_words(after)}.", after)
    for proposal in entry.proposals:
        if proposal.why == "was closed" and proposal.candidates[0].id == entry.id:
            again = proposal.sighting
            said = f"was closed, and stands among the actions of {_day(again.on)} again"
            yield again.record, finding("L802", f"{_named(entry)} {said}.", again)


def _disagreeing(entry: Entry) -> Iterator[Found]:
    """Find an action that minutes of one day have as closed and as open, or that was dropped here and done there."""
    for before, after in pairwise(_statements(entry)):
        if before.held is None or after.held is None or before.status == after.status:
            continue
        at_once = before.on == after.on and (before.status in CLOSED) != (after.status in CLOSED)
        if at_once or {before.status, after.status} == set(CLOSED):
            both = " and ".join(f"{each.status}{_words(each)} on {_day(each.on)}" for each in (before, after))
            yield after.record, finding("L803", f"{_named(entry)} is {both}.", after)


def _statements(entry: Entry) -> list[Sighting]:
    """Give all that states how an action stands, in order, its own row first."""
    action, head = entry.action, entry.held.head
    first = Sighting(
        held=entry.held,
        on=head.date,
        said=action.status_said or "",
        status=action.status,
        record=entry.record,
        page=action.page,
        line=action.line,
    )
    return [first, *(each for each in entry.history if each.status)]


def _unclear(register: Register) -> Iterator[Found]:
    """Find what minutes may say of an earlier action, and a person has to decide.

    What was closed has a finding of its own; what every meeting has anew stands in the review list only.
    """
    for proposal in register.proposals:
        if proposal.why in ("was closed", "of each meeting"):
            continue
        told = proposal.sighting
        words = told.action.text if told.action else told.said
        which = listed([candidate.id for candidate in proposal.candidates])
        yield told.record, finding("L804", f"{quoted(words)} may be about {which}: {proposal.why}.", told)


def _not_followed_up(taken: list[_Taken]) -> Iterator[Found]:
    """Find minutes that take up none, or few, of the actions that were open when the meeting began."""
    for held, waiting, number in taken:
        if waiting > 0 and number * HABIT < waiting:
            up = f"take up {number} of the {waiting} actions" if number else f"do not take up the {waiting} actions"
            yield held.name, finding("L805", f"These minutes {up} that were open on {_day(held.head.date)}.")


def _named(entry: Entry) -> str:
    return f"{entry.id} ({quoted(entry.action.text)})"


def _words(told: Sighting) -> str:
    return f" ({quoted(told.said)})" if told.said else ""


def _day(day: date | None) -> str:
    return day.isoformat() if day else "an unknown day"
