"""Checks of the dates and times: those no calendar has, and those that cannot be in this order."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from functools import cache

import msgspec

from minutes_cli.check.facts import Facts
from minutes_cli.check.say import Placed, clean, finding, quoted
from minutes_cli.model import Finding
from minutes_cli.vocabulary import load
from minutes_cli.wording import wording

# Minutes on paper that somebody reads into a record are of these years; others are a slip of the pen.
_YEARS = range(1900, 2100)
# A meeting later than a year from the day it is looked at has not been held: minutes are of the past.
_DAYS_AHEAD = 366
# A year in two digits is of the century that the meeting is in; without a meeting, of this one.
_CENTURY = 2000
_LEAP_YEAR = 2028
_NUMERIC = wording(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/.-])")
_ISO = wording(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")


class _Told(msgspec.Struct, frozen=True):
    """A date as words tell it: day, month, year when given, and weekday (Monday is 0) when given."""

    day: int
    month: int
    year: int | None
    weekday: int | None
    words: str


class _Calendar(msgspec.Struct, frozen=True):
    day_first: re.Pattern[str]
    month_first: re.Pattern[str]
    months: dict[str, int]
    weekdays: dict[str, int]


@cache
def _calendar() -> _Calendar:
    words = load("words")
    months = {name: int(number) for number, names in words["months"].items() for name in names}
    full = [str(day) for day in words["weekdays"]]
    weekdays = {day: next(i for i, name in enumerate(full[:7]) if name.startswith(day[:3])) for day in full}
    month = "|".join(sorted(months, key=len, reverse=True))
    weekday = "|".join(sorted(weekdays, key=len, reverse=True))
    tail = r"(?:,?\s+(?P<year>\d{4}))?(?!\d)"
    small = {key: "|".join(map(re.escape, several)) for key, several in load("speech")["date_words"].items()}
    the = rf"(?:(?:{small['article']})\s+)?"
    before = rf"(?:\b(?P<weekday>{weekday})[.,]?\s+{the})?"
    day = rf"(?<!\d)(?P<day>\d{{1,2}})(?:\s?(?:{small['ordinals']}))?"
    return _Calendar(
        wording(rf"{before}{day}\s+(?:(?:{small['of']})\s+)?(?P<month>{month})\b{tail}", re.IGNORECASE, months),
        wording(rf"{before}\b(?P<month>{month})\s+{the}{day}\b{tail}", re.IGNORECASE, months),
        months,
        weekdays,
    )


def told_dates(text: str) -> Iterator[_Told]:
    """Find the dates that words tell with a day and a month: "Tuesday 5 March 2031", "31st of April", "April 31"."""
    calendar = _calendar()
    first = list(calendar.day_first.finditer(text))
    taken = [m.span("day") for m in first]
    rest = [
        m
        for m in calendar.month_first.finditer(text)
        if m.span("day") not in taken and not any(m.start("month") == f.start("month") for f in first)
    ]
    for found in sorted((*first, *rest), key=lambda m: m.start()):
        year, weekday = found["year"], found["weekday"]
        yield _Told(
            int(found["day"]),
            calendar.months[found["month"].casefold()],
            int(year) if year else None,
            calendar.weekdays[weekday.casefold()] if weekday else None,
            found[0],
        )


def cannot_be(text: str) -> str | None:
    """Give the first date in the words that no calendar has ("31 April", "30/02/14"), or None."""
    for told in told_dates(text):
        year = told.year if told.year and told.year in _YEARS else _LEAP_YEAR
        if not 1 <= told.day <= monthrange(year, told.month)[1]:
            return told.words
    for found in _NUMERIC.finditer(text):
        one, other, year = int(found[1]), int(found[3]), int(found[4])
        year += _CENTURY if year < 100 else 0
        if not (_is_date(year, other, one) or _is_date(year, one, other)):
            return found[0]
    for found in _ISO.finditer(text):
        if not _is_date(int(found[1]), int(found[2]), int(found[3])):
            return found[0]
    return None


def _is_date(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and year in _YEARS and 1 <= day <= monthrange(year, month)[1]


def impossible(facts: Facts) -> Iterator[Finding]:
    """Find dates of actions and of the next meeting that no calendar has, or whose weekday is another."""
    head = facts.meeting.meeting
    if head.next is not None:
        yield from _of_words(head.next.text, "the next meeting", head.next.date, None)
    for action in facts.meeting.actions:
        if action.due is not None:
            yield from _of_words(action.due.text, f"action {clean(action.ref)}", action.due.date, action)


def _of_words(text: str, what: str, meant: date | None, at: Placed | None) -> Iterator[Finding]:
    wrong = cannot_be(text)
    if wrong is not None:
        yield finding("D501", f"The date of {what} cannot be: there is no {quoted(wrong)}.", at)
        return
    for told in told_dates(text):
        year = told.year or (
            meant.year if meant is not None and (meant.month, meant.day) == (told.month, told.day) else None
        )
        if told.weekday is None or year is None or not _is_date(year, told.month, told.day):
            continue
        day = date(year, told.month, told.day)
        if day.weekday() != told.weekday:
            yield finding(
                "D507", f"The date of {what} is {quoted(told.words)}, but {day.isoformat()} is another weekday.", at
            )


def due(facts: Facts) -> Iterator[Finding]:
    """Find actions due before the meeting that set them, and due words that were not understood."""
    held = facts.meeting.meeting.date
    for action in facts.meeting.actions:
        if action.due is None or action.how == "log" or action.status != "open":
            continue
        if held is not None and action.due.date is not None and action.due.date < held:
            text = f"Action {clean(action.ref)} is due on {action.due.date}, before the meeting of {held}."
            yield finding("D502", text, action)
        if action.due.kind is None and action.due.date is None and cannot_be(action.due.text) is None:
            yield finding(
                "D506", f"When action {clean(action.ref)} is due was not understood: {quoted(action.due.text)}.", action
            )


def times(facts: Facts) -> Iterator[Finding]:
    """Find a meeting that ends before it starts, and a next meeting that is not after this one."""
    head = facts.meeting.meeting
    start, end = _minutes(head.start or ""), _minutes(head.end or "")
    if start is not None and end is not None and end < start:
        yield finding(
            "D503", f"The meeting ends at {clean(head.end or '')}, before it starts at {clean(head.start or '')}."
        )
    if head.date is not None and head.next is not None and head.next.date is not None and head.next.date <= head.date:
        yield finding("D504", f"The next meeting, {head.next.date}, is not after this one, {head.date}.")


def _minutes(time: str) -> int | None:
    """Count the minutes since midnight of "HH:MM", or None for a time of another form."""
    found = re.fullmatch(r"(\d{1,2}):(\d{2})(?::\d{2})?", time.strip())
    return int(found[1]) * 60 + int(found[2]) if found else None


def far_off(facts: Facts, today: date | None) -> Iterator[Finding]:
    """Find a meeting whose date is of no likely year, or more than a year ahead of ``today`` when that is given."""
    held = facts.meeting.meeting.date
    if held is None:
        return
    if held.year not in _YEARS or (today is not None and (held - today).days > _DAYS_AHEAD):
        yield finding("D505", f"The meeting is dated {held}: is the year right?")


CHECKS = (impossible, due, times)
