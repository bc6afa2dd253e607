"""When meetings are, were and will be, and which day a due wording means by them.

The minutes themselves settle most dates ("by 12 May", "end of March"). What they leave as words is looked up here: the
meetings of the book, those that were held, and those that were announced. What may be several days stays words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import MAXYEAR, date, timedelta
from functools import cache
from typing import NamedTuple

from minutes_cli.book import Book
from minutes_cli.model import Due, Head
from minutes_cli.register.names import folded
from minutes_cli.vocabulary import load

FURTHEST = 400
"""Days ahead up to which a wording may mean a meeting: "next meeting" is not one two years on."""


class Day(NamedTuple):
    """A meeting in the calendar: its day, body (folded; "" is any) and name, and whether it is an annual one."""

    on: date
    body: str
    name: str = ""
    is_general: bool = False


class Calendar:
    """The meetings of all bodies in a book, ready to be asked which day a wording means."""

    def __init__(self, heads: Iterable[Head], book: Book) -> None:
        heads = list(heads)
        days = [_planned(planned.date, planned.body or book.body, planned.name or "") for planned in book.meetings]
        days += [_planned(head.date, head.body, f"{head.title or ''} {head.body or ''}") for head in heads if head.date]
        days += [_planned(head.next.date, head.body, head.next.text) for head in heads if head.next and head.next.date]
        self._days = sorted(set(days))

    def settled(self, due: Due | None, head: Head) -> date | None:
        """Give the day that an action of a meeting is due: as the minutes settled it, or by the calendar."""
        if due is None:
            return None
        if due.date is not None or head.date is None:
            return due.date
        said = " ".join(due.text.casefold().split())
        if due.kind in ("asap", "ongoing"):
            return None
        if due.kind == "date":
            return _so_long_after(said, head.date) or _weekday(said, head.date)
        return _so_long_after(said, head.date) or self._meeting_meant(said, head.date, folded(head.body or ""))

    def put_off(self, said: str, head: Head) -> date | None:
        """Give the day to which a line of minutes puts an action off: "9 September", "the June Board", "July".

        A month alone is that of a meeting: so minutes say at which one they will come back to it.
        """
        words = " ".join(said.casefold().split())
        if head.date is None:
            return None
        if re.match(r"\d", words):
            return _day_named(words, head.date)
        return self.settled(
            Due(text=f"{words} meeting" if words[:3] in _short_months() and " " not in words else words), head
        )

    def _meeting_meant(self, said: str, raised: date, body: str) -> date | None:
        ahead = [day for day in self._days if raised < day.on and (day.on - raised).days <= FURTHEST]
        own = [day for day in ahead if day.body in (body, "")]
        if next_one := _next().search(said):
            meant = own if next_one["kind"].startswith("meeting") else _sitting(next_one["kind"], body, own, ahead)
            return min((day.on for day in meant), default=None)
        if _says("general_meeting", said):
            return min((day.on for day in own if day.is_general), default=None)
        called = {day.on for day in ahead if day.name and re.search(rf"\b{re.escape(day.name)}\b", folded(said))}
        if len(called) == 1:
            return called.pop()
        month = next((_months()[word] for word in re.findall(r"[a-z]+", said) if word in _months()), None)
        kind = next((word for word in load("follow_up")["kinds_of_meeting"] if re.search(rf"\b{word}\b", said)), None)
        if month is None or kind is None:
            return None
        year = raised.year + (month < raised.month)  # "the April Board" is that of the first April from the meeting on
        meant = own if kind.startswith("meeting") else _sitting(kind, body, own, ahead)
        days = {day.on for day in meant if (day.on.year, day.on.month) == (year, month)}
        return days.pop() if len(days) == 1 else None


def _day_named(words: str, after: date) -> date | None:
    """Give the day that words name, in the first such year from a day on where they name none."""
    try:
        return date.fromisoformat(words)
    except ValueError:
        pass
    found = re.match(r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>[a-z]+),?(?:\s+(?P<year>\d{4}))?$", words)
    month = _months().get(found["month"]) if found else None
    if found is None or month is None:
        return None
    for year in [int(found["year"])] if found["year"] else [after.year, after.year + 1]:
        try:
            on = date(year, month, int(found["day"]))
        except ValueError:
            continue
        if on >= after:
            return on
    return None


def _short_months() -> set[str]:
    return {month[:3] for month in _months()}


def means_the_next(said: str) -> bool:
    """Whether words mean the next meeting from where they stand, so that they mean a later day each time."""
    return bool(_next().search(" ".join(said.casefold().split())))


def _sitting(kind: str, body: str, own: list[Day], ahead: list[Day]) -> list[Day]:
    """Give the meetings of the one body that is meant by its kind: "the Council", in the minutes of a committee too.

    A general meeting is not one of the board, though the board calls it.
    """
    if not body or kind in body.split():
        return [day for day in own if not day.is_general]
    bodies = {day.body for day in ahead if kind in day.body.split()}
    return [day for day in ahead if day.body in bodies] if len(bodies) == 1 else []


def _planned(on: date, body: str | None, name: str) -> Day:
    called = folded(name)
    is_general = _says("general_meeting", called)
    return Day(on, folded(body or ""), called if _is_name(called) else "", is_general)


def _is_name(called: str) -> bool:
    """Whether a meeting can be known by what it is called: not by a mere "Meeting of the Board"."""
    return bool(called) and not _next().search(called) and any(month in _months() for month in called.split())


def _so_long_after(said: str, raised: date) -> date | None:
    """Give the day that is so many days, weeks or months after the meeting: "within two weeks", "in 10 days".

    Working days stay words: which days a house works is not known.
    """
    found = _within().search(said)
    if found is None:
        return None
    number = int(found["n"]) if found["n"].isdigit() else _numbers().get(found["n"])
    unit = load("follow_up")["units"].get(found["unit"])
    if number is None or unit is None:
        return None
    if unit != ["month"]:
        days = number * int(unit[0])
        return raised + timedelta(days=days) if days <= (date.max - raised).days else None
    from calendar import monthrange

    years, month = divmod(raised.month - 1 + number, 12)
    year = raised.year + years
    return date(year, month + 1, min(raised.day, monthrange(year, month + 1)[1])) if year <= MAXYEAR else None


def _weekday(said: str, raised: date) -> date | None:
    """Give the first such day of the week after the meeting: "by COB Friday". Which one is next Friday is not said."""
    names = load("words")["weekdays"]
    days = {word[:3] for word in re.findall(r"[a-z]+", said) if word in names}
    if len(days) != 1 or re.search(r"\bnext\b|\d(?!\d*\s*(?:[ap]\.?m|[:.]\d\d))", said):
        return None
    ahead = ([name[:3] for name in names[:7]].index(days.pop()) - raised.weekday() - 1) % 7 + 1
    return raised + timedelta(days=ahead) if (date.max - raised).days >= ahead else None


@cache
def _next() -> re.Pattern[str]:
    kinds = "|".join(sorted(load("follow_up")["kinds_of_meeting"], key=len, reverse=True))
    return re.compile(rf"\bnext (?P<kind>{kinds})\b")


@cache
def _within() -> re.Pattern[str]:
    return re.compile(load("follow_up")["patterns"]["within"]["pattern"], re.IGNORECASE)


@cache
def _numbers() -> dict[str, int]:
    return {word: int(number) for number, words in load("follow_up")["numbers"].items() for word in words}


@cache
def _months() -> dict[str, int]:
    return {word: int(number) for number, words in load("words")["months"].items() for word in words}


def _says(topic: str, said: str) -> bool:
    return any(re.search(rf"\b{re.escape(words)}\b", said) for words in load("follow_up")[topic])
