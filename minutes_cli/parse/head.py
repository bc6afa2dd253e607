"""Read the heading of minutes: which body met, when, from when to when, where, and when it meets next.

The body is what the title names ("Minutes of the X held on ..."), a line that names a board, council or committee near
the top, or the running head; the date is the first one near the top that stands on a line of its own, behind "Date:",
or in the title.
"""

from __future__ import annotations

import re
from functools import cache

from minutes_cli.model import Head, State
from minutes_cli.parse import body, meeting_date, meeting_times, next_meeting
from minutes_cli.parse.block import Paragraph
from minutes_cli.parse.heading_text import HeadingText
from minutes_cli.parse.patterns import pattern
from minutes_cli.parse.reading import Reading
from minutes_cli.vocabulary import load
from minutes_cli.wording import wording

TITLE_LINES = 8  # paragraphs that the title is looked for in
LONGEST_TITLE = 160  # characters
PLACE_LINES = 10  # paragraphs that the sentence with the place is looked for in
LONGEST_PLACE = 90  # characters
STATE_LINE = 2  # words; "DRAFT" or "Unconfirmed copy" on a line of its own
STATES: tuple[State, ...] = ("draft", "approved")


def read(reading: Reading) -> Head:
    """Read the heading facts of one meeting; what the minutes do not say stays None."""
    running = [line.text for page in reading.document.pages for line in page.running]
    text = HeadingText(reading.blocks, reading.head_end, running, reading.document.title)
    head = Head()
    head.date, date_line = meeting_date.read(text, reading.month_first)
    meeting_times.read(head, text, date_line)
    head.body = body.read(text)
    head.title = _title([*running, *(paragraph.text for paragraph in text.top[:TITLE_LINES])], text.file_title)
    head.place = text.labelled.get("place") or _place(text.top)
    head.state = _state([*text.lines[: text.title_lines], *running, text.file_title or ""])
    head.next = next_meeting.read(text.paragraphs, head.date, reading.month_first)
    return head


def _title(lines: list[str], file_title: str | None) -> str | None:
    """Give the title as printed: the first line that calls itself minutes (a running head stands above all)."""
    for line in lines:
        if len(line) < LONGEST_TITLE and pattern("heading", "title").search(line):
            return pattern("heading", "title-label").sub("", line).strip("\"'#* ")
    return lines[0] if lines and len(lines[0]) < LONGEST_TITLE else file_title


def _place(top: list[Paragraph]) -> str | None:
    """Read where the meeting was held, from a sentence near the top: "held at the Net Loft on 4 March"."""
    for paragraph in top[:PLACE_LINES]:
        match = pattern("heading", "place").search(paragraph.text)
        place = body.without_date(match["place"]) if match else ""
        if place and len(place) < LONGEST_PLACE:
            return place
    return None


@cache
def _said(state: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Give what says a state on a short line by itself, and what says it in any line ("draft minutes")."""
    words = load("heading")[state]
    any_of = "|".join(map(re.escape, words))
    within = load("heading")["state"].replace("{state}", any_of)
    return wording(rf"(?:^| )(?:{any_of})(?: |$)", needs=words), wording(within, needs=words)


def _state(lines: list[str]) -> State | None:
    """Read whether minutes call themselves a draft or approved; a draft that says both is a draft."""
    short = [line for line in lines if len(line.split()) <= STATE_LINE]
    whole = " ".join(lines)
    return next((state for state in STATES if any(says_state(line, state) for line in (*short, whole))), None)


def says_state(text: str, state: State) -> bool:
    """Whether a text says that minutes are in a state: by itself on a short line, or as "draft minutes" in any."""
    alone, within = _said(state)
    low = text.casefold().strip()
    return (len(low.split()) <= STATE_LINE and alone.search(low) is not None) or within.search(low) is not None
