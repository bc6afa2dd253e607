"""The carry-forward list: what the next agenda must take up from the meetings before it."""

from __future__ import annotations

from collections import Counter
from datetime import date

from minutes_cli.register import CLOSED, Entry, Held, Register, Sighting
from minutes_cli.report.rows import ACTION, DUE, ITEM, MACHINE, OWNER, PAGE, REF, STATUS, action_row
from minutes_cli.report.values import Column, Group, Line, Phrase, Report, Row
from minutes_cli.report.wording import (
    counted,
    coverage,
    covered,
    facts,
    long_day,
    meeting_facts,
    meeting_words,
    several_bodies,
    standing_lines,
    subtitle,
)

CARRIED = Column(key="shown_carried", title="Carried", face="page", stands_for=("times_carried",), most=8, folds=4)
LAST = Column(
    key="shown_last",
    title="Last update",
    kind="lines",
    face="page",
    stands_for=("last_update_on", "last_update"),
    most=18,
    folds=5,
)
DUE_BY_THEN = Column(key="due_by_then", title="Due by the meeting", kind="yes-no", face="machine")


def carry_forward(register: Register, to: date | None = None) -> Report:
    """List the actions that are still to be done, the oldest first, ready to stand in the next agenda.

    They stand under the meeting that raised them, with its age in days and in meetings of the body since; each
    comes with how often it was carried and the last word on it. ``to`` is the day of the next meeting: the list is
    headed by it, and says what is due by then; what that meeting itself raised, or a later one, is no part of it.
    Bodies come one after the other. Closed actions are counted in a note.
    """
    still = [entry for entry in register.entries if entry.is_open and not _is_of_later(entry, to)]
    return Report(
        key="carry-forward",
        title=f"Actions carried forward to the meeting of {long_day(to)}" if to else "Actions carried forward",
        subtitle=subtitle(register),
        columns=[REF, ITEM, ACTION, OWNER, DUE, STATUS, CARRIED, LAST, PAGE, *MACHINE, DUE_BY_THEN],
        groups=_groups(register, still, to),
        notes=_notes(register, still, to),
        grouped_by="Raised at",
        headed_by=("body", "meeting"),
        facts={**facts(register), "to": to, "listed": len(still)},
        covered=coverage(register),
    )


def _is_of_later(entry: Entry, to: date | None) -> bool:
    """Whether an action was raised at the meeting that the list is for, or after it."""
    return to is not None and entry.held.head.date is not None and entry.held.head.date >= to


def _groups(register: Register, still: list[Entry], to: date | None) -> list[Group]:
    """Put the actions under the meetings that raised them, the oldest first, and those under their bodies."""
    raised: dict[int, list[Entry]] = {}
    for entry in still:
        raised.setdefault(id(entry.held), []).append(entry)
    both = several_bodies(register.meetings)
    bodies = {held.body: held.head.body or "No body named" for held in register.meetings}
    return [
        Group(
            title=_raised(entries[0]),
            section=name if both else "",
            about=meeting_facts(held),
            rows=[_row(entry, register.as_of, to) for entry in entries],
        )
        for body, name in bodies.items()
        for held in register.meetings
        if held.body == body and (entries := raised.get(id(held)))
    ]


def _raised(entry: Entry) -> str:
    """Say when actions were raised, and how old they are: in days, and in meetings of the body held since."""
    meeting = meeting_words(entry.held.head, entry.held.name, with_body=False)
    told = [counted(entry.age_days, "day")] if entry.age_days else []
    told += [counted(entry.age_meetings, "meeting")] if entry.age_meetings else []
    return f"{meeting}, {' and '.join(told)} ago" if told else meeting


def _row(entry: Entry, as_of: date, to: date | None) -> Row:
    due_by_then = bool(to and entry.due and entry.due <= to)
    row = action_row(entry, as_of, short_ref=True)
    if due_by_then and not entry.overdue:
        row["shown_status"] = [*standing_lines(entry, as_of), "due by then"]
    return {
        **row,
        "shown_carried": {0: "", 1: "once", 2: "twice"}.get(entry.carried, f"{entry.carried} times"),
        "shown_last": _last(entry.history[-1]) if entry.history else [],
        "due_by_then": due_by_then if to else None,
    }


def _last(update: Sighting) -> list[Line]:
    """Say the last word on an action: its day, then the words or note, or what it changed."""
    said: list[Phrase] = [
        (update.status,) if update.status else (),
        ("due ", update.due) if update.due else (),
        (", ".join(update.owners),) if update.owners and update.held is None else (),
    ]
    told: list[Phrase] = [(update.said,)] if update.said else [phrase for phrase in said if phrase]
    if not told and update.action is not None and update.held is not None:
        told = [("listed again",)]
    day: Phrase = ((update.on, ": ") if told else (update.on,)) if update.on else ()
    words = [piece for number, phrase in enumerate(told) for piece in ((", ",) if number else ()) + phrase]
    return [(*day, *words)]


def _notes(register: Register, still: list[Entry], to: date | None) -> list[str]:
    notes = [] if still else ["Nothing is to be carried forward."]
    overdue = sum(entry.overdue for entry in still)
    if still:
        late = f", {overdue} of them overdue" if overdue else ""
        due = sum(bool(to and entry.due and entry.due <= to) for entry in still)
        by_then = f", {due} due by {long_day(to)}" if to else ""
        notes.append(f"{counted(len(still), 'action')} to carry forward{late}{by_then}.")
    proposed = sum(entry.proposed_for_closure for entry in still)
    if proposed:
        notes.append(f"{counted(proposed, 'action')} proposed for closure: see minutes carry-forward --review.")
    closed = Counter(entry.status for entry in register.entries if not entry.is_open)
    if closed:
        told = " and ".join(f"{closed[status]} {status}" for status in CLOSED if closed[status])
        notes.append(f"Not listed: {told}.")
    notes.extend(_announced(register))
    return [*notes, *covered(register)]


def _announced(register: Register) -> list[str]:
    """Repeat what the latest minutes announce of the next meeting, in their own words."""
    both = several_bodies(register.meetings)
    return [
        f"Next meeting{_of(held) if both else ''}, as announced: {held.head.next.text}."
        for held in register.meetings
        if held.latest and held.head.next and held.head.next.text
    ]


def _of(held: Held) -> str:
    return f" of {held.head.body}" if held.head.body else ""
