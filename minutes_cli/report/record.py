"""One meeting's record as a person would read it: heading, attendance, apologies, agenda, actions, decisions."""

from __future__ import annotations

from collections.abc import Sequence

from minutes_cli.model import Head, Item, Meeting, Person
from minutes_cli.report.business import LINE, PAGE, part, recorded_actions, recorded_decisions
from minutes_cli.report.values import Column, Report, Row
from minutes_cli.report.wording import counted, long_day

CAME = ("capacity", "mode", "for_items", "from", "until", "deputy_for", "reason")
"""What a record knows of how somebody came, or why not."""


def record_pages(meeting: Meeting) -> list[Report]:
    """Show a meeting's record, one report a part. A part of which the minutes say nothing says so in a note."""
    return [
        _heading(meeting),
        _people("Present", meeting.attendees, "Nobody is recorded as present."),
        _people("Apologies", meeting.apologies, "No apologies are recorded."),
        _agenda(meeting.items),
        recorded_actions(meeting.actions),
        recorded_decisions(meeting.decisions),
    ]


def _heading(meeting: Meeting) -> Report:
    head, source = meeting.meeting, meeting.source
    said = {
        "Body": head.body,
        "Date": long_day(head.date) if head.date else None,
        "Time": _time(head),
        "Place": head.place,
        "State": head.state,
        "Next meeting": _next(head),
        "Read from": f"{source.file}, {counted(source.pages, 'page')}" if source else None,
    }
    columns = [Column(key="what", title="", most=14), Column(key="said", title="", most=0)]
    rows: list[Row] = [{"what": what, "said": words} for what, words in said.items() if words]
    report = part(head.title or head.body or "Minutes", columns, rows, "The minutes have no heading.")
    report.facts = {"body": head.body, "date": head.date, "start": head.start, "end": head.end, "place": head.place}
    return report


def _time(head: Head) -> str | None:
    """Say when the meeting sat: "19:30 to 21:05"; "from 19:30" or "until 21:05" when only one of them is known."""
    if head.start and head.end:
        return f"{head.start} to {head.end}"
    if head.start:
        return f"from {head.start}"
    return f"until {head.end}" if head.end else None


def _next(head: Head) -> str | None:
    if head.next is None:
        return None
    day = long_day(head.next.date) if head.next.date else ""
    return head.next.text if not day or day in head.next.text else f"{head.next.text} ({day})"


def _people(title: str, people: Sequence[Person], nothing: str) -> Report:
    columns = [
        Column(key="initials", title="Initials", most=8),
        Column(key="name", title="Name", most=24),
        Column(key="role", title="Role", most=0),
        Column(key="organisation", title="Organisation", most=20, folds=1),
        Column(key="came", title="How", kind="list", face="page", stands_for=CAME, most=18),
        Column(key="capacity", title="Capacity", face="machine"),
        Column(key="mode", title="Mode", face="machine"),
        Column(key="for_items", title="For items", kind="list", face="machine"),
        Column(key="from", title="From", face="machine"),
        Column(key="until", title="Until", face="machine"),
        Column(key="deputy_for", title="Deputy for", face="machine"),
        Column(key="reason", title="Reason", face="machine"),
        PAGE,
        LINE,
    ]
    return part(title, columns, [_person(person) for person in people], nothing)


def _person(person: Person) -> Row:
    came = [
        person.capacity,
        person.mode,
        f"item {', '.join(person.for_items)}" if person.for_items else None,
        f"from {person.from_}" if person.from_ else None,
        f"until {person.until}" if person.until else None,
        f"for {person.deputy_for}" if person.deputy_for else None,
        person.reason,
    ]
    return {
        "initials": person.initials,
        "name": person.name,
        "role": person.role,
        "organisation": person.organisation,
        "came": [how for how in came if how],
        "capacity": person.capacity,
        "mode": person.mode,
        "for_items": list(person.for_items),
        "from": person.from_,
        "until": person.until,
        "deputy_for": person.deputy_for,
        "reason": person.reason,
        "page": person.page,
        "line": person.line,
    }


def _agenda(items: Sequence[Item]) -> Report:
    columns = [
        Column(key="number", title="Item", most=8),
        Column(key="title", title="Title", most=0),
        Column(key="parent", title="Under", face="machine"),
        Column(key="text", title="Text", face="machine"),
        PAGE,
        LINE,
    ]
    rows: list[Row] = [
        {
            "number": item.number,
            "title": item.title,
            "parent": item.parent,
            "text": item.text,
            "page": item.page,
            "line": item.line,
        }
        for item in items
    ]
    return part("Agenda", columns, rows, "No items of business are recorded.")
