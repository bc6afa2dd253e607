"""What a record has, as entries that can be pointed at: facts of the heading, people, items, actions, decisions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from minutes_cli.model import Action, Decision, Head, Meeting, Person

LABEL = 18  # characters of an item's number or an action's that are written on its box


class Entry(NamedTuple):
    """One entry of a record.

    ``key`` is as in ``LineRead.entries``; ``kind`` is head, person, item, action or decision; ``label`` is what is
    written on its box ("action 3"); ``text`` its main words; ``fields`` are its printed words by name, as the record
    keeps them; ``facts`` what else the record says of it, for a person to read.
    """

    key: str
    kind: str
    label: str
    text: str
    fields: list[tuple[str, str]]
    facts: list[tuple[str, str]]
    page: int | None = None
    line: int | None = None


def entries_of(record: Meeting) -> list[Entry]:
    """List the entries of a record in its own order."""
    return [
        *_head(record.meeting),
        *(_person(person, f"attendees/{n}", "attendee") for n, person in enumerate(record.attendees)),
        *(_person(person, f"apologies/{n}", "apology") for n, person in enumerate(record.apologies)),
        *(
            Entry(
                f"items/{n}",
                "item",
                f"item {item.number[:LABEL]}".strip(),
                item.title or "(no title)",
                _said(number=item.number, title=item.title),
                _said(text=item.text),
                item.page,
                item.line,
            )
            for n, item in enumerate(record.items)
        ),
        *(_action(action, f"actions/{n}") for n, action in enumerate(record.actions)),
        *(_decision(decision, n) for n, decision in enumerate(record.decisions)),
    ]


def _said(**named: str | None) -> list[tuple[str, str]]:
    return [(name.replace("_", " "), words) for name, words in named.items() if words]


def _head(head: Head) -> Iterator[Entry]:
    """Give the facts of the heading; a date and a time are known by the lines that say them, not by their words."""
    for name, words in _said(title=head.title, body=head.body, place=head.place):
        yield Entry(f"meeting/{name}", "head", name, words, [(name, words)], [])
    day = head.date.isoformat() if head.date else None
    for name, value in _said(date=day, start=head.start, end=head.end, state=head.state):
        yield Entry(f"meeting/{name}", "head", name, value, [], [])
    if head.next:
        day = head.next.date.isoformat() if head.next.date else None
        facts = _said(date=day, start=head.next.start)
        yield Entry("meeting/next", "head", "next meeting", head.next.text, [("text", head.next.text)], facts)


def _person(person: Person, key: str, label: str) -> Entry:
    fields = _said(
        name=person.name,
        initials=person.initials,
        role=person.role,
        organisation=person.organisation,
        deputy_for=person.deputy_for,
        reason=person.reason,
    )
    settled = _said(
        capacity=person.capacity,
        mode=person.mode,
        for_items=", ".join(person.for_items),
        until=person.until,
        **{"from": person.from_},
    )
    facts = [field for field in fields if field[0] != "name"] + settled
    return Entry(key, "person", label, person.name or person.initials or "?", fields, facts, person.page, person.line)


def _action(action: Action, key: str) -> Entry:
    due = action.due
    parts = [("part", part.text) for part in action.parts]
    fields = [*_said(text=action.text), *parts, *_said(owner=action.action)]
    fields += _said(due=due.text if due else None, status=action.status_said)
    meant = due.date.isoformat() if due and due.date else None
    facts = _said(
        owners=", ".join(action.owners),
        owner_as_printed=action.action if action.action and [action.action] != action.owners else None,
        due=f"{due.text}{f' = {meant}' if meant and meant != due.text else ''}" if due else None,
        status=action.status,
        status_as_printed=action.status_said,
        item=action.item,
        found_by=action.how,
    )
    return Entry(key, "action", f"action {action.ref[:LABEL]}", action.text, fields, facts, action.page, action.line)


def _decision(decision: Decision, number: int) -> Entry:
    fields = _said(text=decision.text, proposer=decision.proposer, seconder=decision.seconder, vote=decision.vote)
    facts = [*fields[1:], *_said(item=decision.item, found_by=decision.how)]
    label = f"decision {(decision.ref or str(number + 1))[:LABEL]}"
    return Entry(f"decisions/{number}", "decision", label, decision.text, fields, facts, decision.page, decision.line)
