"""Look at a part of the register: one owner's actions, one body's, the overdue ones, those of last year."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import msgspec

from minutes_cli.errors import UsageProblem
from minutes_cli.register.entries import STATUSES, Entry, Register
from minutes_cli.register.follow_up import Held
from minutes_cli.register.names import folded


def matching(
    register: Register,
    *,
    owner: str | None = None,
    status: Sequence[str] = (),
    body: str | None = None,
    since: date | None = None,
    until: date | None = None,
) -> Register:
    """Keep the actions that answer every question asked; ages and counts of meetings stay those of the whole.

    ``owner`` is initials, a name, a surname or an office, in any case; an action of several owners answers to each.
    ``status`` are status words or ``overdue``, any of them. ``body`` is the name of the body, or a part of it.
    ``since`` and ``until`` bound the day of the meeting that raised the action, both days included.

    Raises ``UsageProblem`` for a status that there is not.
    """
    words = _known(status)
    sat = _asked_of(register.meetings, body)
    meetings = tuple(held for held in register.meetings if sat(held) and _between(held, since, until))
    kept = {id(held) for held in meetings}
    owned = _asked_for(owner)
    entries = tuple(
        [
            entry
            for entry in register.entries
            if id(entry.held) in kept and (not words or _has_status(entry, words)) and (owner is None or owned(entry))
        ]
    )
    asked = {"owner": owner, "status": ", ".join(words), "body": body, "since": since, "until": until}
    return msgspec.structs.replace(
        register,
        meetings=meetings,
        entries=entries,
        owner=owner or register.owner,
        filters=(*register.filters, *(f"{name} {value}" for name, value in asked.items() if value)),
        remarks=(*register.remarks, *_left_out(register.meetings, sat, since or until)),
    )


def _known(status: Sequence[str]) -> list[str]:
    words = [" ".join(word.casefold().replace("-", " ").split()) for word in status]
    for word in words:
        if word not in STATUSES:
            raise UsageProblem(f"there is no status {word!r}.", f"Use one of: {', '.join(STATUSES)}.")
    return words


def _asked_of(meetings: Sequence[Held], body: str | None) -> Callable[[Held], bool]:
    """Say which meetings are the body's: those of exactly that name, or else those whose name has the words."""
    bodies = {held.body for held in meetings}
    asked = folded(body or "")
    wanted = {asked} if asked and asked in bodies else {name for name in bodies if asked in name}
    return lambda held: held.body in wanted


def _between(held: Held, since: date | None, until: date | None) -> bool:
    day = held.head.date
    if day is None:
        return since is None and until is None
    return (since is None or since <= day) and (until is None or day <= until)


def _has_status(entry: Entry, words: Sequence[str]) -> bool:
    return entry.status in words or ("overdue" in words and entry.overdue)


def _asked_for(name: str | None) -> Callable[[Entry], bool]:
    """Say which actions are an owner's; the same owners have many of them, and are asked once."""
    known: dict[int, bool] = {}

    def is_owned(entry: Entry) -> bool:
        owners = entry.owners
        if id(owners) not in known:
            known[id(owners)] = any(owner.answers_to(name or "") for owner in owners)
        return known[id(owners)]

    return is_owned


def _left_out(meetings: Sequence[Held], sat: Callable[[Held], bool], bound: date | None) -> list[str]:
    undated = [held.name for held in meetings if bound and sat(held) and held.head.date is None and held.actions]
    return [f"The actions of {name} are left out: its meeting has no date." for name in undated]
