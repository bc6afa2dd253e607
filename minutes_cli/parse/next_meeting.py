"""Read the next meeting as minutes announce it: "Date of next meeting: Tuesday 6 May at 7.30pm"."""

from __future__ import annotations

from datetime import date

from minutes_cli.model import NextMeeting
from minutes_cli.parse.block import Paragraph, fold
from minutes_cli.parse.dates import Found, find_dates, find_times
from minutes_cli.parse.meeting_times import find_verbs
from minutes_cli.parse.patterns import pattern

LABEL = 60  # characters; an announcement no longer than this may have its date in the paragraph below
LONGEST = 160  # characters of an announcement that are kept
HINTS = ("ext", "EXT", "future")  # without one of these a paragraph announces no meeting, and costs nothing


def read(paragraphs: list[Paragraph], meeting: date | None, month_first: bool) -> NextMeeting | None:
    """Read the last announcement in the minutes that gives a date; a date no later than the meeting's is not taken."""
    for position in range(len(paragraphs) - 1, -1, -1):
        said = paragraphs[position].text
        match = next(find_verbs(said, "next"), None) if any(hint in said for hint in HINTS) else None
        if not match:
            continue
        words = said[match.start() :]
        below = paragraphs[position + 1].text if position + 1 < len(paragraphs) and len(words) < LABEL else ""
        text = words if find_dates(words, month_first) or not find_dates(below, month_first) else below
        dates = find_dates(text, month_first)
        if dates:
            return _announced(text, dates[0], meeting)
    return None


def _announced(text: str, found: Found, meeting: date | None) -> NextMeeting:
    on = found.on or _forward(meeting, found)
    if on is not None and meeting is not None and on <= meeting:
        on = None
    text = pattern("heading", "next-lead").sub("", fold(text))
    times = [time for time in find_times(text) if time.sure]
    return NextMeeting(text=text[:LONGEST].strip(" .:"), date=on, start=times[0].at if times else None)


def _forward(meeting: date | None, found: Found) -> date | None:
    """Give a date without a year its year: the first such day after the meeting."""
    if meeting is None:
        return None
    _, month, day = found.parts
    for year in (meeting.year, meeting.year + 1):
        try:
            on = date(year, month, day)
        except ValueError:
            return None
        if on > meeting:
            return on
    return None
