"""Reports as a calendar: a day for each due date of an open action, and the meetings ahead.

Each entry keeps its identity from one export to the next, so a calendar that is imported again is brought up to date
and not doubled. A due date is a day of its own that makes nobody busy; a meeting without a known end has none.
Sources: RFC 5545; RFC 7986, 5.3 (UIDs).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

from minutes_cli.errors import UsageProblem
from minutes_cli.render.citing import cited, due_words
from minutes_cli.render.faces import words_of
from minutes_cli.render.manner import Manner
from minutes_cli.render.untrusted import shown
from minutes_cli.report.values import Report, Row

if TYPE_CHECKING:
    from icalendar import Event

NAMESPACE = UUID("5f0d3c5e-2a86-5d0a-9c3b-7f6f0b6f7a10")
"""What the identities of entries are made within; to change it would double every entry in every calendar."""

OPEN = ("open", "in progress", "carried")
TITLE_AT_MOST = 80
"""Letters of an action in an entry's title; the whole stands in its description."""

LONG_AGO = date(2000, 1, 1)


def render(reports: Sequence[Report], manner: Manner) -> bytes:  # noqa: ARG001 - a calendar has no width
    """Write the dated actions and meetings of reports as one calendar; an action listed twice is in it once.

    Raises ``UsageProblem`` when the reports are of a kind that has no dates, or nothing in them has one: an empty
    calendar is none (RFC 5545, 3.6).
    """
    from icalendar import Calendar

    if not any(_has_dates(report) for report in reports):
        raise UsageProblem(
            "this report has no due dates for a calendar.", "Ask for one of: minutes actions, owners, carry-forward."
        )
    calendar = Calendar()
    calendar.add("prodid", "-//minutebook//minutes//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _line(reports[0].title))
    made: set[str] = set()
    for report in reports:
        stamp = datetime.combine(report.covered.as_of if report.covered and report.covered.as_of else LONG_AGO, time())
        for event in _events(report):
            if (uid := str(event["uid"])) not in made:
                made.add(uid)
                event.add("dtstamp", stamp.replace(tzinfo=UTC))
                calendar.add_component(event)
    if not made:
        raise UsageProblem(
            "there is nothing to put into a calendar: no open action has a due date, and no meeting is known.",
            "The same as a list: -f table",
        )
    content: bytes = calendar.to_ical()
    return content


def _has_dates(report: Report) -> bool:
    return {"due", "on"} & {column.key for column in report.columns} != set()


def _events(report: Report) -> Iterator[Event]:
    for row in (row for group in report.groups for row in group.rows):
        if report.key == "meetings-ahead":
            yield _meeting(row)
        elif isinstance(due := row.get("due"), date) and row.get("status") in OPEN:
            yield _due(row, due)


def _due(row: Row, due: date) -> Event:
    """Make the entry of an action: on the day it is due, with its owners, and the minute it comes from."""
    owners, text = words_of(_joined(row.get("owners"))), " ".join(_words(row.get("text")).split())
    whose = f" ({owners})" if owners else ""
    told = [
        text,
        f"Owner: {owners or 'none named'}",
        f"Status: {_words(row.get('status'))}{', overdue' if row.get('overdue') else ''}",
        f"Due: {due_words(row)}",
        f"Minuted: {cited(row)}",
    ]
    event = _event("action", row, due)
    event.add("summary", shown(f"Due: {_short(text)}{whose}"))
    event.add("description", shown("\n".join(filter(None, told))))
    event.add("transp", "TRANSPARENT")
    event.add("categories", ["Action"])
    return event


def _meeting(row: Row) -> Event:
    """Make the entry of a meeting: at its hour in whatever zone the reader is, or all day when no hour is said."""
    day = row.get("on")
    assert isinstance(day, date)  # noqa: S101 - a meeting ahead has its day
    event = _event("meeting", row, day)
    start = _hour(row.get("start"))
    if start is not None:
        event.pop("dtstart")
        event.pop("dtend")
        event.add("dtstart", datetime.combine(day, start))
    name, body = _words(row.get("name")), _words(row.get("body"))
    event.add("summary", shown(": ".join(filter(None, [body, name])) or "Meeting"))
    if row.get("place"):
        event.add("location", shown(_words(row.get("place"))))
    if row.get("announced"):
        event.add("description", shown(f"As announced: {_words(row.get('announced'))}"))
    event.add("categories", ["Meeting"])
    return event


def _event(kind: str, row: Row, day: date) -> Event:
    from icalendar import Event

    event = Event()
    which = row.get("id") if kind == "action" else day.isoformat()
    name = "\n".join([kind, _folded(row.get("body")), _folded(which)])
    event.add("uid", str(uuid5(NAMESPACE, name)))
    event.add("dtstart", day)
    if day < date.max:
        event.add("dtend", day + timedelta(days=1))
    return event


def _hour(said: object) -> time | None:
    try:
        return time.fromisoformat(str(said)) if said else None
    except ValueError:
        return None


def _folded(words: Any) -> str:
    """Write words so that another spelling of a body's name gives the same identity."""
    return " ".join(str(words or "").casefold().split()).encode("utf-8", "replace").decode()


def _joined(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else _words(value)


def _words(value: object) -> str:
    return "" if value is None else str(value)


def _line(words: str) -> str:
    return " ".join(shown(words).split())


def _short(words: str) -> str:
    return words if len(words) <= TITLE_AT_MOST else f"{words[: TITLE_AT_MOST - 1].rstrip()}…"
