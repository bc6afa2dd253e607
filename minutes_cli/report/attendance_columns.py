"""The columns of an attendance matrix: one a meeting, each narrow, with signs; and what is counted of each row."""

from __future__ import annotations

from collections import Counter
from datetime import date

from minutes_cli.register import PRESENCES, Held, RollCall
from minutes_cli.report.values import MONTHS, Column, short_day

SIGNS = {
    "present": "P",
    "in part": "Pt",
    "remote": "R",
    "deputy": "D",
    "deputy sent": "Ad",
    "apologies": "A",
    "absent": "X",
    "not named": "-",
}
"""The sign of each presence in a narrow column."""

LEGEND = {
    "present": "present",
    "in part": "present in part",
    "remote": "by phone or online",
    "deputy": "as somebody's deputy",
    "deputy sent": "apologies, a deputy came",
    "apologies": "apologies",
    "absent": "absent",
    "not named": "not named in the minutes",
}

COUNTS = (
    Column(key="shown_attended", title="Attended", face="page", stands_for=("attended", "expected"), most=8),
    Column(key="attended", title="Attended", kind="number", face="machine"),
    Column(key="expected", title="Meetings", kind="number", face="machine"),
    Column(key="share", title="Share", kind="share", most=5),
)


def meeting_columns(call: RollCall) -> list[Column]:
    """Give each meeting a narrow column: its day, with the year only where the meetings are of several."""
    years = {each.held.head.date.year for each in call.meetings if each.held.head.date}
    keys = meeting_keys(call)
    known = set(keys)
    return [
        Column(
            key=key,
            title=_title(each.held, with_time="#" in key or f"{key}#2" in known),
            short=_short(each.held.head.date, with_year=len(years) > 1),
            kind="status",
            choices=PRESENCES,
            signs=SIGNS,
            splits=True,
            most=4,
        )
        for key, each in zip(keys, call.meetings, strict=True)
    ]


def meeting_keys(call: RollCall) -> list[str]:
    """Give each meeting the key of its column: its day, and a number from the second of one day on."""
    days = [each.held.head.date.isoformat() if each.held.head.date else each.held.name for each in call.meetings]
    times: Counter[str] = Counter()
    keys: list[str] = []
    for day in days:
        times[day] += 1
        keys.append(f"{day}#{times[day]}" if times[day] > 1 else day)
    return keys


def _title(held: Held, *, with_time: bool) -> str:
    if held.head.date is None:
        return held.name
    time = f" {held.head.start}" if with_time and held.head.start else ""
    return f"{short_day(held.head.date)}{time}"


def _short(day: date | None, *, with_year: bool) -> str:
    if day is None:
        return "no date"
    return short_day(day) if with_year else f"{day.day} {MONTHS[day.month - 1]}"
