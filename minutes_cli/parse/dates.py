"""Read calendar dates and clock times as minutes print them.

Forms: 19 February 2014, 19th Feb. 2014, Wednesday 4th of March, March 4, 2031, 2031-03-04, 2031.03.04, 04/03/31,
4.3.2031, 20310304-1205. A numeric date is read day first unless the document itself shows otherwise (a month over
12, or dates written month first in words).
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import NamedTuple

import msgspec

from minutes_cli.vocabulary import load
from minutes_cli.wording import wording


class Found(msgspec.Struct, frozen=True):
    """A date in a text: what it is, and where its words begin and end.

    ``on`` is None for a date without a year and for one that cannot be (31 February 2031); ``parts`` tell which.
    """

    on: date | None
    start: int
    end: int
    parts: tuple[int | None, int, int]  # year (None when not said), month, day


@cache
def months() -> dict[str, int]:
    """Month names and their short forms, lower case, to 1..12."""
    words = load("words")
    every = (words["months"], words["months_elsewhere"])
    return {word: number for names in every for number, said in names.items() for word in said}


# What must not stand before a date is looked for behind its first digit: a search goes fast from digit to digit only
# when the pattern begins with one, and some of these search the whole text.
_DAY_FIRST = r"""(?P<d>\d(?<![\d/.]\d)\d?)\s*(?:st|nd|rd|th|\^?th)?\s*(?:of\s+)?[-–.,]?\s*
    (?P<m>MONTH)\b\.?,?\s*[-–]?\s*(?P<y>\d{4}(?!\d)|['’]\d\d|(?<=-)\d\d\b)?"""
_MONTH_FIRST = r"""\b(?=\w++[.,]?\s*+\d)  # only of a word with a figure behind it is it asked whether it is a month
    (?P<m>MONTH)\b(?:\.|,(?=\s))?\s*(?P<d>\d{1,2})(?:st|nd|rd|th)?(?!\d|[:.]\d\d\b)
    (?:\s*,\s*|\s+)?(?P<y>\d{4}\b)?"""
_ISO = r"(?<![\d/.-])(?P<y>(?:19|20)\d\d)(?P<s>[-/.]?)(?P<m>0[1-9]|1[0-2])(?P=s)(?P<d>0[1-9]|[12]\d|3[01])(?![\d/])"
_NUMERIC = r"(?P<a>\d(?<![\d/.]\d)(?<!\S-\d)\d?)(?P<s>[/.-])(?P<b>\d{1,2})(?P=s)(?P<y>\d{4}|\d\d)(?![\d/]|\.\d)"
# Two digits of a year from here on are of the last century ("12/05/98"): minutes on computers begin about then.
_CENTURY_TURNS = 70


FIGURE = wording(r"\d")  # every date holds one


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    month = "|".join(sorted(months(), key=len, reverse=True))
    forms = (_DAY_FIRST, _MONTH_FIRST, _ISO, _NUMERIC)
    return tuple(wording(form.replace("MONTH", month), re.IGNORECASE | re.VERBOSE) for form in forms)


@cache
def month_of_year() -> re.Pattern[str]:
    """Give what finds a month with its year and no day: "September 2031", in two groups."""
    month = "|".join(sorted(months(), key=len, reverse=True))
    return wording(rf"(?<!\d )(?<!\d)\b({month})\b\.?,? ((?:19|20)\d\d)\b", re.IGNORECASE)


def find_dates(text: str, month_first: bool = False) -> list[Found]:
    """Find every date in a text, left to right; ``month_first`` is how the document writes numeric dates.

    >>> [str(f.on) for f in find_dates("held on 19th February 2014 and 04/03/31")]
    ['2014-02-19', '2031-03-04']
    """
    found: list[Found] = []
    for pattern in _patterns() if FIGURE.search(text) else ():
        for match in pattern.finditer(text):
            if any(match.start() < f.end and match.end() > f.start for f in found):
                continue
            parts = _parts(match, month_first)
            if parts is None:
                continue
            year, month, day = parts
            if not (1 <= month <= 12 and 1 <= day <= 31):
                continue
            found.append(Found(_date(year, month, day), match.start(), match.end(), parts))
    return sorted(found, key=lambda f: f.start)


def _parts(match: re.Match[str], month_first: bool) -> tuple[int | None, int, int] | None:
    groups = match.groupdict()
    year = _year(groups.get("y"))
    if groups.get("a"):
        first, second = int(groups["a"]), int(groups["b"])
        if first > 12 or (second <= 12 and not month_first):
            return year, second, first
        return year, first, second
    said = groups["m"]
    month = int(said) if said.isdigit() else months().get(said.casefold())
    if month is None:  # letters that only a search blind to case takes for a month's ("aprıl")
        return None
    if not said.isdigit() and not said[0].isupper() and said.casefold() in ("may", "mar", "march"):
        return None  # "you may 3 ..." is no date
    return year, month, int(groups["d"])


def _year(said: str | None) -> int | None:
    if not said:
        return None
    digits = said.strip("'’ ")
    return (
        int(digits) if len(digits) == 4 else 2000 + int(digits) if int(digits) < _CENTURY_TURNS else 1900 + int(digits)
    )


def _date(year: int | None, month: int, day: int) -> date | None:
    if year is None:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def writes_month_first(text: str) -> bool:
    """Tell whether a document writes numeric dates month first.

    A second number over 12 shows it, a first one over 12 shows the contrary; else its dates in words do.
    """
    shown = {"d": 0, "m": 0}
    for match in _patterns()[3].finditer(text):
        first, second = int(match["a"]), int(match["b"])
        if first > 12 >= second:
            shown["d"] += 1
        elif second > 12 >= first:
            shown["m"] += 1
    if shown["d"] or shown["m"]:
        return shown["m"] > shown["d"]
    day_first, month_first, _, _ = _patterns()
    worded = sum(1 for m in month_first.finditer(text) if m["y"]), sum(1 for m in day_first.finditer(text) if m["y"])
    return worded[0] > worded[1]


TIME = wording(
    r"""(?:(?<![\d/.:-])|(?<=[\dmM.]-)(?=\d{1,2}\s*(?:[:.][0-5]\d(?![\d.:/-])|[ap]\s?\.?\s?m\b)))  # "4:30-6:00 pm"
    (?P<h>[01]?\d|2[0-3])(?:\s*[:.h]\s*(?P<m>[0-5O][\dO])(?![\dO]))?\s*(?P<half>[ap]\s?\.?\s?m\b\.?|(?<=:\d\d)[ap]\b)?
    (?![\d/]|[.:]\d|\s*(?:st|nd|rd|th)\b)""",
    re.IGNORECASE | re.VERBOSE,
)
BARE = wording(
    r"(?<![\d/.:-])(?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d)\s*(?P<unit>hrs?\b|hours\b|h\b|uhr\b|utc\b|gmt\b|bst\b|ces?t\b|[ecmp][sd]t\b|(?=\W*$))?(?![\d/])",
    re.IGNORECASE,
)
LONGEST_TIME = 12  # characters of a time at the start of a line
RANGE = wording(r"\s*(?:-|–|—|to|until|till|->|→)\s*", re.IGNORECASE)
_NAMED = {"noon": ("12:00", "pm"), "midnight": ("00:00", "am")}  # topics of words.yaml and the times they mean


@cache
def _named_times() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    def pattern(topic: str) -> re.Pattern[str]:
        said = sorted(load("words")[topic], key=len, reverse=True)
        return wording(rf"\b(?:{'|'.join(map(re.escape, said))})\b", re.IGNORECASE)

    return tuple((pattern(topic), at, half) for topic, (at, half) in _NAMED.items())


class Time(NamedTuple):
    """A clock time in a text: "HH:MM" (24 hours), and where its words stand; ``sure`` when it can be nothing else.

    ``half`` is the half of the day that is printed ("am", "pm", or ""); ``either`` says that the words fit both halves
    ("7:04", but neither "07:04" nor "19:04").
    """

    at: str
    start: int
    end: int
    sure: bool
    half: str
    either: bool = False


def find_times(text: str) -> list[Time]:
    """Find clock times in a text: 7.30pm, 19:30, 11.00 am, 1832 hrs, noon.

    A bare number ("at 7") is not ``sure``; ranges such as "2 - 4pm" give the first the second's half of the day.
    """
    found: list[Time] = []
    for match in TIME.finditer(text):
        half = (match["half"] or "").casefold().replace(" ", "").replace(".", "")
        half = "" if int(match["h"]) > 12 else f"{half[0]}m" if half else ""
        sure = bool(half) or match["m"] is not None
        if sure or RANGE.match(text, match.end()):
            at = _clock(int(match["h"]), match["m"], half)
            either = not half and match["h"][0] != "0" and int(match["h"]) < 12
            found.append(Time(at, match.start(), match.end(), sure, half, either))
    for match in BARE.finditer(text):
        if not _taken(match, found):
            at = f"{match['h']}:{match['m']}"
            sure = bool(match["unit"]) or text.endswith(" at ", 0, match.start())
            found.append(Time(at, match.start(), match.end(), sure, ""))
    for pattern, at, half in _named_times():
        found.extend(Time(at, m.start(), m.end(), True, half) for m in pattern.finditer(text) if not _taken(m, found))
    found.sort(key=lambda t: t.start)
    return _settle(text, found)


def begins_with_time(text: str) -> bool:
    """Whether a text begins with a time that says its half of the day: "10.30 a.m." is no number of an item."""
    return any(time.start == 0 and bool(time.half) for time in find_times(text[:LONGEST_TIME]))


def _taken(match: re.Match[str], found: list[Time]) -> bool:
    return any(match.start() < t.end and match.end() > t.start for t in found)


def _clock(hour: int, minute: str | None, half: str) -> str:
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    minute = (minute or "0").replace("O", "0").replace("o", "0")  # typed or scanned so: "8.OOpm"
    return f"{hour:02d}:{int(minute):02d}"


def _settle(text: str, found: list[Time]) -> list[Time]:
    """Give the first time of a range the half of the day that the second names ("2 - 4pm"); drop lone numbers."""
    out: list[Time] = []
    for index, time in enumerate(found):
        after = found[index + 1] if index + 1 < len(found) else None
        year = BARE.fullmatch(text[time.start : time.end].strip())  # "4 March 2031 - 7pm" is no range
        if (
            not year
            and not time.half
            and after is not None
            and after.half
            and RANGE.fullmatch(text, time.end, after.start)
        ):
            hour, minute = (int(part) for part in time.at.split(":"))
            half = after.half if hour <= int(after.at[:2]) % 12 or after.half == "am" else "am"
            if after.at == "00:00":  # "11-12am" ends at noon
                found[index + 1] = after._replace(at="12:00")
            out.append(time._replace(at=_clock(hour, str(minute), half), sure=True, either=False))
        elif time.sure or BARE.fullmatch(text[time.start : time.end]):
            out.append(time)
    return out
