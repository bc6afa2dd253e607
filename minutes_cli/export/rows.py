"""A record taken apart into the rows of the tables: nothing is left out, nothing is added that it does not say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

import msgspec

from minutes_cli.export.tables import (
    ACTIONS,
    ATTENDANCE,
    DECISIONS,
    FINDINGS,
    ITEMS,
    MEETINGS,
    OWNERS,
    UPDATES,
    Row,
    Table,
    Value,
)
from minutes_cli.model import Action, Decision, Finding, Item, Meeting, Person, Record

LARGEST = 2**63 - 1
"""The largest whole number that tables hold; a page beyond it is a slip of somebody's hand, and is no page."""

Rows = list[tuple[Table, Row]]


def fit(value: Any) -> Value:
    r"""Make a value fit for any table: half a surrogate pair, which no file can hold, becomes U+FFFD.

    >>> fit(date(2031, 3, 4)), fit("a\ud800"), fit(["AF"])
    ('2031-03-04', 'a\ufffd', ['AF'])
    """
    if isinstance(value, str):
        return value if value.isascii() else value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if isinstance(value, list):
        return [str(fit(str(each))) for each in value]
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, int) and abs(value) <= LARGEST else None


def as_json(value: Any) -> str | None:
    """Write what people added to a record as JSON; nothing for nothing."""
    if not value:
        return None
    try:
        text = msgspec.json.encode(value, order="deterministic").decode()
    except (TypeError, ValueError, OverflowError, RecursionError):
        text = msgspec.json.encode(repr(value).encode("utf-8", "replace").decode()).decode()
    return text


class Numbering:
    """Numbers the rows of every table as they come, from 1."""

    def __init__(self) -> None:
        self._given: Counter[str] = Counter()

    def next(self, table: Table) -> int:
        """Give the number of the next row of a table."""
        self._given[table.name] += 1
        return self._given[table.name]


class Apart:
    """One record, being taken apart into rows: ask ``rows`` for them."""

    def __init__(self, name: str, meeting: Meeting, numbering: Numbering) -> None:
        self._name, self._meeting, self._numbering = name, meeting, numbering
        self._items: dict[str, int | None] = {}
        self._made: Rows = []
        self.id = numbering.next(MEETINGS)

    def rows(self, body_said: str | None, document: int | None, findings: Sequence[Finding]) -> Rows:
        """Make the rows of a record; the people in them are numbered later."""
        self._head(body_said, document)
        people = [*self._meeting.attendees, *self._meeting.apologies]
        for position, person in enumerate(people, start=1):
            apologies = position > len(self._meeting.attendees)
            self._add(ATTENDANCE, self.id, position, None, *_listed(person, apologies=apologies))
        for position, item in enumerate(self._meeting.items, start=1):
            self._item(item, position)
        for position, action in enumerate(self._meeting.actions, start=1):
            self._action(action, position)
        for position, decision in enumerate(self._meeting.decisions, start=1):
            self._add(DECISIONS, self.id, position, *_decided(decision, self._items.get(decision.item or "")))
        for position, each in enumerate(findings, start=1):
            place = each.page, each.line
            self._add(FINDINGS, self.id, position, each.code, each.severity, each.message, *place)
        return self._made

    def _add(self, table: Table, *values: Any) -> int:
        number = self._numbering.next(table)
        self._made.append((table, [number, *map(fit, values)]))
        return number

    def _head(self, body_said: str | None, document: int | None) -> None:
        head, source = self._meeting.meeting, self._meeting.source
        ahead = (head.next.date, head.next.start, head.next.text) if head.next else (None,) * 3
        read = (source.file, source.sha256, source.pages, source.parser) if source else (None,) * 4
        remarks = as_json(source.remarks) if source else None
        added = {key: part.extra for key, part in _parts(self._meeting) if part.extra}
        about = (head.title, head.date, head.start, head.end, head.place, head.state)
        values = (self._name, head.body, body_said, *about, *ahead, None, document, *read, remarks, as_json(added))
        self._made.append((MEETINGS, [self.id, *map(fit, values)]))

    def _item(self, item: Item, position: int) -> None:
        values = item.number, item.parent, item.title, item.text, item.page, item.line, as_json(item.extra)
        number = self._add(ITEMS, self.id, position, *values)
        if item.number:
            self._items[item.number] = None if item.number in self._items else number

    def _action(self, action: Action, position: int) -> None:
        due = action.due
        when = (due.text, due.kind, due.date) if due else (None,) * 3
        later = _last(action.status, (each.status for each in action.updates))
        put_off = _last(due.date if due else None, (each.due for each in action.updates))
        number = self._add(
            ACTIONS,
            *(self.id, position, action.id, action.ref, action.item, self._items.get(action.item or "")),
            *(action.text, action.action, action.owners, *when),
            *(action.status, action.status_said, later, put_off, action.how, action.page, action.line),
            as_json(action.extra | _added(action)),
        )
        for owner in dict.fromkeys((*action.owners, *(one for part in action.parts for one in part.owners))):
            self._add(OWNERS, self.id, number, None, None, owner, None, [])
        for part, task in enumerate(action.parts, start=1):
            for said in task.owners or (None,):
                self._add(OWNERS, self.id, number, part, task.text, said, None, [])
        for each in action.updates:
            told = each.on, each.status, each.note, each.due, each.owners, as_json(each.extra)
            self._add(UPDATES, self.id, number, *told)


def _parts(meeting: Meeting) -> Iterator[tuple[str, Record]]:
    yield "record", meeting
    yield "meeting", meeting.meeting
    if meeting.meeting.next:
        yield "next", meeting.meeting.next
    if meeting.source:
        yield "source", meeting.source


def _added(action: Action) -> dict[str, Any]:
    """Give what people added below an action: to its due date, to the tasks of its row."""
    added: dict[str, Any] = {"due": action.due.extra} if action.due and action.due.extra else {}
    parts = [part.extra for part in action.parts]
    return added | ({"parts": parts} if any(parts) else {})


def _listed(person: Person, *, apologies: bool) -> tuple[Any, ...]:
    presence = "absent" if person.mode == "absent" else "apologies" if apologies else "present"
    return (
        *(presence, person.name, person.initials, person.role, person.organisation, person.capacity, person.mode),
        *(person.for_items, person.from_, person.until, person.deputy_for, person.reason),
        *(person.page, person.line, as_json(person.extra)),
    )


def _decided(decision: Decision, item: int | None) -> tuple[Any, ...]:
    who = decision.proposer, decision.seconder, decision.vote
    where = decision.how, decision.page, decision.line
    return decision.ref, decision.item, item, decision.text, *who, *where, as_json(decision.extra)


def _last(first: Any, later: Iterable[Any]) -> Any:
    """Give the last value that is said."""
    said = first
    for each in later:
        said = each if each is not None else said
    return said
