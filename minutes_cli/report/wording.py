"""How a report puts things: the words for a meeting, an owner, a due date, a status."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from minutes_cli.model import Action, Head, Part, Person
from minutes_cli.register import Entry, Held, Owner, Proceedings, Register
from minutes_cli.report.values import Covered, Line, Scalar

LONG_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
NONE = "(none)"
"""What a page says where the minutes say nothing: an empty cell looks like a mistake of the report."""

NAMED_AT_MOST = 5
"""How many meetings a note names before it only counts them: more make the note longer than the report."""


def long_day(day: date) -> str:
    """Write a day as people say it in a heading: "4 March 2031"."""
    return f"{day.day} {LONG_MONTHS[day.month - 1]} {day.year}"


def counted(number: int, one: str, many: str = "") -> str:
    """Count things in words: "1 action", "2 actions"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def times(number: int) -> str:
    """Say how often something happened: "once", "3 times"; never is nothing to say."""
    return {0: "", 1: "once", 2: "twice"}.get(number, f"{number} times")


def meeting_words(head: Head, otherwise: str, *, with_body: bool) -> str:
    """Name a meeting by its day, and by its body where several met: "Riverside Board, 4 March 2031"."""
    day = long_day(head.date) if head.date else None
    if with_body or day is None:
        return ", ".join(part for part in (head.body or head.title, day or f"no date ({otherwise})") if part)
    return f"Meeting of {day}"


def several_bodies(meetings: Sequence[Held]) -> bool:
    """Whether more than one body met."""
    return len({held.body for held in meetings}) > 1


def person_words(person: Person) -> str:
    """Name somebody in full: "Ann Forde (AF), Development Manager"."""
    name = person.name or person.initials or person.role or ""
    initials = f" ({person.initials})" if person.name and person.initials else ""
    role = f", {person.role}" if person.role and person.role != name else ""
    return f"{name}{initials}{role}"


def owner_name(owner: Owner) -> str:
    """Name an owner for a program: the person's full name when known, else the words of the minutes."""
    return (owner.person.name if owner.person else None) or owner.said


def due_lines(said: str, first: date | None, now: date | None, *, is_date: bool) -> list[Line]:
    """Say when an action is due: its words beside the date they mean, and a revised date beside the first one.

    ``is_date`` says that the words are nothing but that date, so that they need not stand twice.
    """
    meant: list[Line] = [first] if first else []
    minuted = meant if is_date and meant else [said, *meant] if said else meant
    if now is not None and now != first:
        return [now, "first due", *minuted] if minuted else [now]
    return minuted or [NONE]


def standing_lines(entry: Entry, as_of: date) -> list[Line]:
    """Say how an action stands: ["open", "overdue by 12 days", "proposed for closure"], ["done", 1 April 2031]."""
    lines: list[Line] = [str(entry.status)]
    if entry.overdue and entry.due:
        lines.append(f"overdue by {counted((as_of - entry.due).days, 'day')}")
    if entry.proposed_for_closure:
        lines.append("proposed for closure")
    if entry.closed_on:
        lines.append(entry.closed_on)
    return lines


def action_lines(action: Action) -> list[str]:
    """Put an action into lines: its text, then each of its several tasks with who is to do it.

    Tasks that the text already says, one after the other, are set apart instead of being said twice.
    """
    text = action.text.strip()
    if not action.parts:
        return [line.strip() for line in text.splitlines() if line.strip()] or [NONE]
    lead = _before_the_tasks(text, action.parts)
    tasks = [f"- {' '.join(part.text.split())} [{', '.join(part.owners) or NONE}]" for part in action.parts]
    return [line for line in (lead, *tasks) if line]


def _before_the_tasks(text: str, parts: Sequence[Part]) -> str:
    """Return what a text says before its tasks, or all of it when there are words between or after them."""
    folded = " ".join(text.split())
    lead, place = folded, 0
    for number, part in enumerate(parts):
        words = " ".join(part.text.split())
        start = folded.find(words, place)
        between = folded[place:start] if start >= 0 else folded
        if start < 0 or (number > 0 and any(c.isalnum() for c in between)):
            return folded
        lead = folded[:start] if number == 0 else lead
        place = start + len(words)
    return folded if any(c.isalnum() for c in folded[place:]) else lead.rstrip(" -–•*·")


def covered(register: Register) -> list[str]:
    """Say what a report covers, so that its reader knows what it rests on."""
    without = [held for held in register.meetings if not held.listed]
    actions = sum(held.actions for held in register.meetings)
    told = [
        records_words(register),
        counted(actions, "action"),
        *([f"{counted(len(without), 'meeting')} without actions"] if without else []),
    ]
    notes = [f"{', '.join(told)}; as of {register.as_of.isoformat()}."]
    if register.filters:
        notes.append(f"Listed: {counted(len(register.entries), 'action')} ({'; '.join(register.filters)}).")
    notes += named_meetings("Without actions", without, with_body=several_bodies(register.meetings))
    return [*notes, *register.remarks]


def named_meetings(what: str, meetings: Sequence[Held], *, with_body: bool) -> list[str]:
    """Name some meetings in a note, unless there are none or so many that it would be longer than the report."""
    if not 0 < len(meetings) <= NAMED_AT_MOST:
        return []
    names = "; ".join(meeting_words(held.head, held.name, with_body=with_body) for held in meetings)
    return [f"{what}: {names}."]


def records_words(found: Register | Proceedings) -> str:
    """Count the records a report rests on, and their meetings where those are fewer: "3 records of 2 meetings"."""
    copies = sum(len(held.copies) for held in found.meetings)
    of_meetings = f" of {counted(len(found.meetings), 'meeting')}" if copies else ""
    return f"{counted(len(found.meetings) + copies, 'record')}{of_meetings}"


def coverage(register: Register | Proceedings) -> Covered:
    """Say the same for a program: the day, whose meetings, of which days, and what was asked for."""
    days = [held.head.date for held in register.meetings if held.head.date]
    bodies = {held.body: held.head.body for held in register.meetings if held.head.body}
    return Covered(
        as_of=register.as_of,
        bodies=list(bodies.values()),
        meetings=len(register.meetings),
        first=min(days, default=None),
        last=max(days, default=None),
        records=register.records,
        filters=list(register.filters),
    )


def facts(register: Register) -> dict[str, Scalar]:
    """Count for a program the actions that were covered, and those of them that are listed."""
    return {"actions": sum(held.actions for held in register.meetings), "listed": len(register.entries)}


def meeting_facts(held: Held) -> dict[str, Scalar]:
    """Say for a program which meeting a group is about."""
    return {"body": held.head.body, "meeting": held.head.date}


def subtitle(register: Register | Proceedings) -> str:
    """Say whose actions these are, and as of when: "Riverside Board, as of 1 May 2031"."""
    bodies = {held.body: held.head.body for held in register.meetings if held.head.body}
    whose = next(iter(bodies.values())) if len(bodies) == 1 else f"{len(bodies)} bodies" if bodies else ""
    return ", ".join(part for part in (whose, f"as of {long_day(register.as_of)}") if part)
