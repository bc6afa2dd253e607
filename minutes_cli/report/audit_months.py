"""The actions month by month: raised, closed, and how many stood open, or overdue, at the end of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import accumulate

from minutes_cli.register import Entry
from minutes_cli.report.tally import Tally
from minutes_cli.report.values import Column, Group, Picture, Report, Row
from minutes_cli.report.wording import LONG_MONTHS

COLUMNS = [
    Column(key="shown_month", title="Month", face="page", stands_for=("month",), most=14),
    Column(key="month", title="Month", kind="date", face="machine"),
    Column(key="raised", title="Raised", kind="number", most=6),
    Column(key="closed", title="Closed", kind="number", most=6),
    Column(key="on_time", title="On time", kind="share", most=7),
    Column(key="open", title="Open at the end", kind="number", most=15),
    Column(key="overdue", title="Overdue at the end", kind="number", most=18),
]


def by_month(entries: Sequence[Entry], as_of: date) -> list[Report]:
    """Follow actions from the month the first was raised to the day ``as_of``, which ends the last month.

    Actions closed on a day that is not known are counted as raised, stand open in no month, and are told of in a note.
    """
    raised = Counter(_month(day) for entry in entries if (day := entry.held.head.date) and day <= as_of)
    if not raised:
        return []
    months = range(min(raised), _month(as_of) + 1)
    closed: dict[int, list[Entry]] = {}
    for entry in entries:
        if entry.closed_on and not entry.is_open:
            closed.setdefault(_month(entry.closed_on), []).append(entry)
    standing = _at_the_end(entries, months, as_of)
    late = _at_the_end(entries, months, as_of, overdue=True)
    rows: list[Row] = [
        {
            "shown_month": f"{LONG_MONTHS[month % 12]} {month // 12}",
            "month": date(month // 12, month % 12 + 1, 1),
            "raised": raised[month],
            "closed": len(closed.get(month, ())),
            "on_time": Tally(tuple(closed.get(month, ()))).share_on_time(),
            "open": standing[place],
            "overdue": late[place],
        }
        for place, month in enumerate(months)
    ]
    unknown = sum(not entry.is_open and entry.closed_on is None for entry in entries)
    notes = [f"Closed on a day that is not known, so in no month: {unknown}."] if unknown else []
    page = Report(key="audit-months", title="By month", columns=COLUMNS, groups=[Group(rows=rows)], notes=notes)
    page.picture = Picture(
        title="Actions over time",
        kind="lines",
        by="shown_month",
        figures=("open", "overdue", "raised", "closed"),
    )
    return [page]


def _month(day: date) -> int:
    """Give a month its number, which runs on through the years: the next one is one more."""
    return day.year * 12 + day.month - 1


def _at_the_end(entries: Sequence[Entry], months: range, as_of: date, *, overdue: bool = False) -> list[int]:
    """Count the actions that stood open, or past the date they have now, at the end of each month.

    Each adds one from the month on in which it came to stand so, and takes it away when it was closed.
    """
    steps = [0] * (len(months) + 1)
    for entry in entries:
        day, due = entry.held.head.date, entry.due
        if day is None or day > as_of or not (entry.is_open or entry.closed_on):
            continue
        begins = _month(day)
        if overdue:
            if due is None or due >= as_of:
                continue
            begins = max(begins, _month(due))
        ends = _month(entry.closed_on) if entry.closed_on and not entry.is_open else months.stop
        if begins < ends:
            steps[begins - months.start] += 1
            steps[min(ends, months.stop) - months.start] -= 1
    return list(accumulate(steps))[: len(months)]
