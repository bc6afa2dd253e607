"""Gather the actions of many meetings into one register, as things stood on a given day."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import date

import msgspec

from minutes_cli.model import Action, Meeting, Status, Update
from minutes_cli.register.entries import CLOSED, OPEN, Entry, Owner, Register, Task, in_order
from minutes_cli.register.follow_up import Held
from minutes_cli.register.names import folded
from minutes_cli.register.people import Roll, on_the_list
from minutes_cli.register.sittings import Sitting, body_of, one_of_each, shared_numbers, sittings

Calendar = Mapping[str, Sequence[date]]
"""The days on which each body met, in order; bodies by their folded names."""


def gather(records: Sequence[tuple[str, Meeting]], as_of: date) -> Register:
    """Draw up the register of all actions that these meetings raised, as things stood on a day.

    ``records`` are meetings with the names of their records; their order does not matter. Updates after ``as_of``
    are not heard; meetings after it are listed, and a remark says so. The same meeting read from two formats
    counts once.
    """
    found = sittings(records)
    calendar = _calendar(found)
    meetings: list[Held] = []
    entries: list[Entry] = []
    remarks: list[str] = []
    for sitting in found:
        held = _held(sitting, calendar)
        raised, doubts = one_of_each(
            [entry for name, meeting in sitting.records for entry in _entries(name, meeting, held, calendar, as_of)]
        )
        held = msgspec.structs.replace(held, actions=len(raised))
        meetings.append(held)
        entries.extend(msgspec.structs.replace(entry, held=held) for entry in raised)
        remarks.extend(doubts)
    remarks.extend(shared_numbers(entries))
    remarks.extend(_about_dates(meetings, as_of))
    return Register(
        as_of=as_of, meetings=tuple(meetings), entries=tuple(entries), records=len(records), remarks=tuple(remarks)
    )


def _calendar(found: Sequence[Sitting]) -> Calendar:
    days: dict[str, list[date]] = {}
    for sitting in found:
        meeting = sitting.records[0][1]
        if meeting.meeting.date is not None:
            days.setdefault(body_of(meeting), []).append(meeting.meeting.date)
    return days


def _held(sitting: Sitting, calendar: Calendar) -> Held:
    (name, meeting), *others = sitting.records
    day, days = meeting.meeting.date, calendar.get(body_of(meeting), ())
    return Held(
        name=name,
        head=meeting.meeting,
        people=on_the_list(meeting),
        copies=tuple(other for other, _ in others),
        latest=not days or day == days[-1],
    )


def _entries(name: str, meeting: Meeting, held: Held, calendar: Calendar, as_of: date) -> list[Entry]:
    roll = Roll(on_the_list(meeting))
    titles = {item.number: item.title for item in meeting.items if item.number}
    days = calendar.get(body_of(meeting), ())
    return [
        msgspec.structs.replace(
            entry_of(action, held, roll, days, as_of), record=name, item_title=titles.get(action.item or "", "")
        )
        for action in meeting.actions
    ]


def entry_of(action: Action, held: Held, roll: Roll, days: Sequence[date], as_of: date) -> Entry:
    """Say how one action stands on a day: its status, owners and due date after the updates heard by then.

    ``days`` are those on which its body met, in order.
    """
    updates = heard_by(as_of, action.updates)
    status = next((u.status for u in reversed(updates) if u.status), action.status)
    tasks = tuple(Task(text=p.text, owners=tuple(map(roll.owner, p.owners))) for p in action.parts)
    first_due = action.due.date if action.due else None
    due = next((u.due for u in reversed(updates) if u.due), first_due)
    closed = next((u.on for u in reversed(updates) if u.status), None) if status in CLOSED else None
    until = as_of if status in OPEN else closed
    raised = held.head.date
    counted = raised is not None and until is not None and raised <= until
    return Entry(
        action=action,
        held=held,
        id=action.id,
        known_as=(action.id,),
        status=status,
        owners=_owners(action, updates, roll),
        tasks=tasks,
        due_said=action.due.text if action.due else "",
        first_due=first_due,
        due=due,
        overdue=status in OPEN and due is not None and due < as_of,
        age_days=(until - raised).days if counted and until and raised else None,
        age_meetings=bisect_right(days, until) - bisect_right(days, raised) if counted and until and raised else None,
        carried=_times_carried(action.status, updates),
        updates=updates,
    )


def heard_by(as_of: date, updates: Sequence[Update]) -> tuple[Update, ...]:
    """Put the updates on an action in order of their dates, and leave out those after a day."""
    return tuple(update for day, update in in_order(updates) if day <= as_of)


def _owners(action: Action, updates: Sequence[Update], roll: Roll) -> tuple[Owner, ...]:
    said = next((list(u.owners) for u in reversed(updates) if u.owners), None)
    if said is None:
        said = [*action.owners, *(owner for part in action.parts for owner in part.owners)]
    once: dict[str, str] = {}
    for owner in said:
        once.setdefault(folded(owner) or owner, owner)
    return tuple(map(roll.owner, once.values()))


def _times_carried(status: Status, updates: Sequence[Update]) -> int:
    return [status, *(update.status for update in updates)].count("carried")


def _about_dates(meetings: Sequence[Held], as_of: date) -> list[str]:
    later = sum(1 for held in meetings if held.head.date and held.head.date > as_of)
    undated = [held.name for held in meetings if held.head.date is None]
    remarks = []
    if later:
        were = "1 meeting is" if later == 1 else f"{later} meetings are"
        remarks.append(f"{were} dated after {as_of.isoformat()}; their actions are listed all the same.")
    if undated:
        remarks.append(f"Listed last, for want of a date of the meeting: {', '.join(undated)}.")
    return remarks
