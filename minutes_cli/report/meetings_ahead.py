"""The meetings that are to come: as announced in the latest minutes, and as planned in the book."""

from __future__ import annotations

from minutes_cli.book import Book
from minutes_cli.register import Register, folded
from minutes_cli.report.values import Column, Group, Report, Row
from minutes_cli.report.wording import coverage, subtitle

COLUMNS = [
    Column(key="on", title="Day", kind="date", most=12),
    Column(key="start", title="Start", most=6),
    Column(key="body", title="Body", most=0),
    Column(key="name", title="Meeting", most=20),
    Column(key="place", title="Place", most=24, folds=1),
    Column(key="announced", title="As announced", most=24, folds=2),
    Column(key="record", title="Record", face="machine", most=24),
]


def meetings_ahead(register: Register, book: Book | None = None) -> Report:
    """List the meetings from the day of the register on, the next one first; each body's meeting of a day once.

    The latest minutes of a body announce its next meeting; the book knows further ones. What minutes announce without a
    date that is certain is no meeting of the calendar.
    """
    found: dict[tuple[str, str], Row] = {}
    book = book or Book()
    for held in register.meetings:
        ahead = held.head.next
        if held.latest and ahead and ahead.date and ahead.date >= register.as_of:
            found[held.body, ahead.date.isoformat()] = {
                "on": ahead.date,
                "start": ahead.start,
                "body": held.head.body,
                "announced": ahead.text,
                "record": held.name,
            }
    for planned in book.meetings:
        if planned.date < register.as_of:
            continue
        body = planned.body or book.body
        row = found.setdefault((folded(body or ""), planned.date.isoformat()), {"on": planned.date, "body": body})
        for key, said in (("start", planned.start), ("name", planned.name), ("place", planned.place)):
            row[key] = row.get(key) or said
    rows = [found[key] for key in sorted(found, key=lambda key: (key[1], key[0]))]
    return Report(
        key="meetings-ahead",
        title="Meetings ahead",
        subtitle=subtitle(register),
        columns=COLUMNS,
        groups=[Group(rows=rows)] if rows else [],
        notes=[] if rows else ["No meeting is announced or planned."],
        covered=coverage(register),
    )
