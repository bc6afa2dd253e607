"""How an action stands on a day: its status, dates, owners, age and colour, by all that was said of it until then."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

import msgspec

from minutes_cli.model import Status, Update
from minutes_cli.register.calendar import Calendar, means_the_next
from minutes_cli.register.entries import CLOSED, OPEN, Account, Colour, Entry, Owner, Task, in_order
from minutes_cli.register.follow_up import Sighting
from minutes_cli.register.names import folded
from minutes_cli.register.people import Roll
from minutes_cli.register.rows import Row, called
from minutes_cli.register.threads import Thread


class Day(NamedTuple):
    """The day a register is drawn up for, and what is needed to say how things stood on it.

    ``held`` are the days on which the action's body met, in order; ``amber`` how many days before it is due an open
    action turns amber.
    """

    as_of: date
    held: Sequence[date]
    calendar: Calendar
    amber: int


def entry_of(thread: Thread, roll: Roll, day: Day) -> Entry:
    """Say how one action stands on a day, after all that was said of it by then."""
    row, action = thread.row, thread.row.action
    history = history_of(thread, day)
    status = next((each.status for each in reversed(history) if each.status), action.status)
    first_due = day.calendar.settled(action.due, row.held.head)
    due, slipped = _due(first_due, history)
    closed_on = _closed_on(row, status, history)
    raised, until = row.held.head.date, day.as_of if status in OPEN else closed_on
    counted = raised is not None and until is not None and raised <= until
    meetings = bisect_right(day.held, until) - bisect_right(day.held, raised) if counted and until and raised else None
    overdue = status in OPEN and due is not None and due < day.as_of
    front = f"{row.held.short}/" if row.held.short else ""
    known_as = (thread.known_as, *thread.also)
    return Entry(
        told=Account(
            action=action,
            known_as=tuple(dict.fromkeys(name for each in known_as for name in (front + each, each))),
            number=thread.number,
            record=row.record,
            item_title=row.item_title,
            status_said=_said(thread, history),
            tasks=tuple(Task(text=part.text, owners=tuple(map(roll.owner, part.owners))) for part in action.parts),
            history=history,
        ),
        held=row.held,
        id=front + thread.known_as,
        status=status,
        owners=_owners(thread, history, roll),
        first_due=first_due,
        due=due,
        overdue=overdue,
        rag=colour(status, due, day.as_of, day.amber),
        age_days=(until - raised).days if counted and until and raised else None,
        age_meetings=meetings,
        carried=_times_carried(action.status, history),
        slipped=slipped,
        closed_on=closed_on,
        archived=_is_archived(row, status, closed_on, day),
    )


def history_of(thread: Thread, day: Day) -> tuple[Sighting, ...]:
    """Put in order what minutes and people said of an action up to a day; of one day, the minutes come first."""
    told: list[tuple[date, int, Sighting]] = [
        (sighting.on, 0, _dated(sighting, day.calendar))
        for sighting in thread.sightings
        if sighting.on is not None and sighting.on <= day.as_of
    ]
    for row in thread.rows:
        told += [(on, 1, _noted(row, update)) for on, update in in_order(row.updates) if on <= day.as_of]
    told.sort(key=lambda each: each[:2])
    return tuple(_without_old_dates(thread, [sighting for _, _, sighting in told]))


def _without_old_dates(thread: Thread, history: Sequence[Sighting]) -> Iterator[Sighting]:
    """Leave out the dates of rows that repeat an earlier wording: "by 30 June" means this year's in July, too.

    "Next meeting" is another one each time.
    """
    due = thread.row.action.due
    said = {folded(due.text)} if due else set()
    for each in history:
        words = folded(each.due_said)
        repeats = words in said and not means_the_next(each.due_said)
        yield msgspec.structs.replace(each, due=None) if words and repeats and each.held else each
        said.add(words)


def _dated(sighting: Sighting, calendar: Calendar) -> Sighting:
    """Give a later row, or line, the day its due wording means at its own meeting."""
    if sighting.held is None or not sighting.due_said:
        return sighting
    due = sighting.action.due if sighting.action else None
    on = calendar.settled(due, sighting.held.head) if due else calendar.put_off(sighting.due_said, sighting.held.head)
    return msgspec.structs.replace(sighting, due=on) if on else sighting


def _noted(row: Row, update: Update) -> Sighting:
    return Sighting(
        action=row.action,
        on=update.on,
        said=update.note or "",
        status=update.status,
        due=update.due,
        owners=tuple(update.owners),
        record=row.record,
    )


def _said(thread: Thread, history: Sequence[Sighting]) -> str:
    """Give the printed words of the status that counts: the last that states one."""
    last = next((each for each in reversed(history) if each.status), None)
    return (last.said if last else thread.row.action.status_said) or ""


def _due(first: date | None, history: Sequence[Sighting]) -> tuple[date | None, int]:
    """Give the date that counts now, and how often it was put off."""
    now, slipped = first, 0
    for each in history:
        if each.due is not None and each.due != now and each.status not in CLOSED:
            slipped += now is not None and each.due > now
            now = each.due
    return now, slipped


def _closed_on(row: Row, status: Status, history: Sequence[Sighting]) -> date | None:
    """Give the day from which an action was closed; ``None`` when it is open, or was closed as it was minuted."""
    if status not in CLOSED:
        return None
    day: date | None = None
    is_closed = row.action.status in CLOSED
    for each in history:
        if each.status is None:
            continue
        if each.status in CLOSED and not is_closed:
            day = each.on
        is_closed = each.status in CLOSED
        day = day if is_closed else None
    return day


def _is_archived(row: Row, status: Status, closed_on: date | None, day: Day) -> bool:
    """Whether an action was closed, and so shown, before the latest meeting that its body held by the day."""
    since = closed_on or row.held.head.date
    if status not in CLOSED or since is None:
        return False
    return bisect_right(day.held, day.as_of) > bisect_right(day.held, since)


def _owners(thread: Thread, history: Sequence[Sighting], roll: Roll) -> tuple[Owner, ...]:
    """Give the owners: those of the row and its parts, or those that took it over from them later."""
    rows = {id(row.action): row for row in thread.rows}
    owners, callings = thread.row.owners, thread.row.callings
    for each in history:
        later = rows.get(id(each.action)) if each.held else None
        if later is not None and later.callings and later.callings.isdisjoint(callings):
            owners, callings = later.owners, later.callings
        elif each.held is None and each.owners:
            owners = tuple(map(roll.owner, each.owners))
            callings = frozenset(name for owner in owners for name in called(owner))
    return owners


def _times_carried(status: Status, history: Sequence[Sighting]) -> int:
    """Count the meetings that carried an action over, in words or by listing it again as still to do."""
    closed = status in CLOSED
    times = int(status == "carried")
    days: set[object] = set()
    for each in history:
        closed = each.status in CLOSED if each.status else closed
        listed_again = each.action is not None and each.held is not None and not closed
        if each.status == "carried" or listed_again:
            key = each.held.sitting if each.held else (each.on, each.said, len(days))
            times += key not in days
            days.add(key)
    return times


def colour(status: Status, due: date | None, as_of: date, amber: int) -> Colour | None:
    """Say how pressing an action is: red past its date, amber from ``amber`` days before it, else green."""
    if status in CLOSED:
        return None
    if due is None:
        return "green"
    return "red" if due < as_of else "amber" if due - timedelta(days=amber) <= as_of else "green"
