"""Find when an action is due: the words as said, and the date they mean when only one reading remains."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import MAXYEAR, date, timedelta
from functools import cache
from typing import cast

import msgspec

from minutes_cli.model import Due, DueKind, NextMeeting
from minutes_cli.parse.block import fold
from minutes_cli.parse.dates import find_dates, months
from minutes_cli.vocabulary import load
from minutes_cli.wording import wording

DATE = r"""(?:\d{1,2}\s*(?:st|nd|rd|th)?\s*(?:of\s+)?MONTH\b\.?,?(?:\s*\d{4})?
|MONTH\b\.?\s*\d{1,2}(?:st|nd|rd|th)?(?:,?\s*\d{4})?
|\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?)""".replace("\n", "")
BODY = r"(?:[\w'’&-]+(?:\s+[\w'’&-]+){0,3}?)"
HOUR = r"(?:\d{1,2}(?:[:.]\d\d)?\s*(?:am|pm|a\.m\.|p\.m\.)|\d{1,2}[:.]\d\d|noon|midday)"
SHORT_DATE = wording(r"(?<!\d)(\d{1,2})/(\d{1,2})(?![\d/])")
EMPTY = {"-", "–", "—", "n/a"}  # cells that say nothing


class Wording(msgspec.Struct, frozen=True):
    """One entry of ``due.yaml``: what it is called and means, and the words without which a text cannot hold it."""

    name: str
    kind: str | None
    needs: tuple[str, ...]
    needs_digit: bool
    not_after: str | None = None
    not_to: str | None = None

    def may_stand_in(self, low: str, has_digit: bool) -> bool:
        """Tell cheaply whether a text, in small letters and with a digit or without, can hold this wording at all."""
        if self.needs_digit and not has_digit:
            return False
        return not self.needs or any(word in low for word in self.needs)


@cache
def _months() -> list[str]:
    return [word for said in load("words")["months"].values() for word in said]


@cache
def _wordings() -> tuple[Wording, ...]:
    names = {"{month}": _months(), "{weekday}": load("words")["weekdays"]}
    return tuple(
        Wording(
            entry["name"],
            entry["kind"],
            tuple(word for need in entry.get("needs", ()) for word in names.get(need, [need])),
            entry["pattern"].rstrip(")").endswith("{date}"),
            entry.get("not_after"),
            entry.get("not_to"),
        )
        for entry in load("due")
    )


@cache
def _pattern(name: str) -> re.Pattern[str]:
    def any_of(words: list[str]) -> str:
        return f"(?:{'|'.join(sorted(words, key=len, reverse=True))})"

    pattern = next(entry["pattern"] for entry in load("due") if entry["name"] == name)
    month = any_of(_months())
    fill = {
        "{date}": DATE,
        "{month}": month,
        "{weekday}": any_of(load("words")["weekdays"]),
        "{body}": BODY,
        "{hour}": HOUR,
    }
    for place, value in fill.items():
        pattern = pattern.replace(place, value.replace("MONTH", month))
    return wording(rf"(?<!\w){pattern}", re.IGNORECASE)


@cache
def _says(topic: str) -> re.Pattern[str]:
    """Compile a list of ``words.yaml`` to a pattern that finds any of its wordings."""
    return wording(rf"\b(?:{'|'.join(load('words')[topic])})\b", re.IGNORECASE)


def find(text: str) -> tuple[str, str | None] | None:
    """Find the words of an action that say when it is due, and their kind: ("before next meeting", "meeting").

    When several stand in a text, the first in the order of ``due.yaml`` counts: a date before a meeting, a meeting
    before "asap". Gives None when none does.
    """
    low = text.casefold()
    has_digit = any(map(str.isdigit, low))
    for each in _wordings():
        match = _pattern(each.name).search(text) if each.may_stand_in(low, has_digit) else None
        if match and not _tells_another_day(each, text[: match.start()], match[0]):
            said = fold(match[0]).strip(" .,;:")
            return re.sub(r"^to\s+(?=the\s+next)", "", said), each.kind
    return None


def _tells_another_day(way: Wording, before: str, said: str) -> bool:
    """Whether the words before a day say what else happens on it: "the lease expires in June", "add it to the next"."""
    if way.not_to is not None and said[:3].casefold() == "to " and _word(way.not_to).search(before):
        return True
    return way.not_after is not None and bool(_ending(way.not_after).search(before))


@cache
def _word(words: str) -> re.Pattern[str]:
    return wording(rf"\b{words}\b", re.IGNORECASE)


@cache
def _ending(words: str) -> re.Pattern[str]:
    return wording(rf"\b{words}\s+\Z", re.IGNORECASE)


def read(text: str, meeting: date | None, following: NextMeeting | None, month_first: bool = False) -> Due | None:
    """Read the due wording of a whole cell ("30/04/14", "May Board", "asap"); None for an empty one."""
    said = fold(text).strip(" .;")
    if not said or said.casefold() in EMPTY:
        return None
    found = find(said)
    kind = found[1] if found else "date" if find_dates(said, month_first) else None
    return settle(said, kind, meeting, following, month_first)


def is_day(text: str) -> bool:
    """Whether a text is a day of the calendar and nothing else ("Friday 1 May", "01/05/31")."""
    return any(char.isdigit() for char in text) and _day().fullmatch(text.strip(" .,")) is not None


def is_due(text: str) -> bool:
    """Whether a cell says when something is due and nothing else: "15 March", "asap", "next meeting"."""
    said = fold(text).strip(" .;")
    found = find(said) if said else None
    return is_day(said) or (found is not None and len(found[0]) >= len(said) - 1)


@cache
def _day() -> re.Pattern[str]:
    weekdays, month = "|".join(load("words")["weekdays"]), "|".join(sorted(_months(), key=len, reverse=True))
    return wording(rf"(?:(?:{weekdays}),?\s+)?(?:the\s+)?{DATE.replace('MONTH', f'(?:{month})')}", re.IGNORECASE)


def settle(
    said: str, kind: str | None, meeting: date | None, following: NextMeeting | None, month_first: bool = False
) -> Due:
    """Give due words their date, where the minutes leave one reading only.

    "next meeting" is the date the minutes announce; a date without a year is the first one after the meeting; "end of
    March" is the last day of the next March. "April Board", "asap", "within two weeks" stay words: which day is meant
    is not said; nor is it by "12 May or next meeting", when the next meeting is on another day.
    """
    on: date | None = None
    if kind == "meeting":
        on = _at_meeting(said, meeting, following, month_first)
    elif kind == "month":
        on = _month_end(said, meeting)
    elif kind in ("date", None):
        on, dated = _on_date(said, meeting, month_first)
        kind = "date" if dated else kind
    return Due(text=said, kind=cast("DueKind | None", kind), date=on)


def _at_meeting(said: str, meeting: date | None, following: NextMeeting | None, month_first: bool) -> date | None:
    """Give the date of the body's own next meeting, as announced, unless the words name another day beside it."""
    if not _says("own_next").search(said):
        return None
    announced = following.date if following else None
    named, dated = _on_date(said, meeting, month_first)
    if not dated:
        return announced
    return named if announced in (None, named) else None


def _on_date(said: str, meeting: date | None, month_first: bool) -> tuple[date | None, bool]:
    """Give the one day that the words name, and whether they name a day at all (of the calendar, or of the week)."""
    dates = find_dates(said, month_first)
    if len(dates) > 1:
        return None, True
    if dates:
        year, month, day = dates[0].parts
        return dates[0].on if year is not None else _forward(meeting, month, day), True
    short = SHORT_DATE.search(said)
    if short:
        first, second = int(short[1]), int(short[2])
        month, day = (first, second) if month_first else (second, first)
        return _forward(meeting, month, day), True
    return _weekday(said, meeting), False


def _forward(meeting: date | None, month: int, day: int) -> date | None:
    """Give the first such day on or after the meeting: of its year or of the next."""
    if meeting is None:
        return None
    for year in (meeting.year, meeting.year + 1):
        if year <= MAXYEAR and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]:
            on = date(year, month, day)
            if on >= meeting:
                return on
    return None


def _weekday(said: str, meeting: date | None) -> date | None:
    """Give the first such day after the meeting ("by Friday"); "within two weeks" stays words."""
    match = re.fullmatch(r"(?:by|before|on)\s+(?:this\s+)?(\w+)", said, re.IGNORECASE)
    names = [name[:3] for name in load("words")["weekdays"][:7]]
    if meeting is None or match is None or match[1].casefold() not in load("words")["weekdays"]:
        return None
    ahead = (names.index(match[1].casefold()[:3]) - meeting.weekday() - 1) % 7 + 1
    return meeting + timedelta(days=ahead) if (date.max - meeting).days >= ahead else None


def _month_end(said: str, meeting: date | None) -> date | None:
    if meeting is None or not _says("last_day").search(said):
        return None
    named = next((months()[w] for w in re.findall(r"[a-z]+", said.casefold()) if w in months()), None)
    if named is None:
        if not _says("this_month").search(said):
            return None
        named = meeting.month
    year = re.search(r"\b(20\d\d)\b", said)
    chosen = int(year[1]) if year else meeting.year + (named < meeting.month)
    return date(chosen, named, monthrange(chosen, named)[1]) if chosen <= MAXYEAR else None
