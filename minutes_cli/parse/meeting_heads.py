"""Find the headings of meetings in a file that holds several: a dated line with an attendance list close below it.

Dates stand all over minutes, and so do headings. What only a meeting has is a date of its own, set as the first one in
the file is, with a list of those present under it. Where any of that is missing, nothing is found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache

import msgspec

from minutes_cli.document import Line
from minutes_cli.parse.body import without_date
from minutes_cli.parse.dates import find_dates, writes_month_first
from minutes_cli.parse.head_labels import FRONT, kind_of
from minutes_cli.parse.numbering import read_number
from minutes_cli.parse.parts import Stop
from minutes_cli.parse.patterns import pattern
from minutes_cli.parse.people import read_label
from minutes_cli.vocabulary import load
from minutes_cli.wording import wording

ATTENDED = "present"  # the kind of list that shows a meeting; guests and visitors come below it
DEPTH = 12  # lines and rows between a meeting's date and its list of people, at most
TITLE_LINE = 30  # words of a line that dates a meeting ("Minutes of the Meeting of ... held at ... on ...")
DATED_LINE = 14  # the same of one that bold type or capitals set off
BESIDE_DATE = 2  # words beside the date in one that nothing sets off
COLUMNS = 2  # runs of words on such a line; more are a row of a list
LABEL_WITHIN = 24  # characters in which a line's first two words stand
LABELLED = 60  # characters of a label of people in front of names; a longer line is a sentence
SAME_SIZE = 0.5  # points by which the type of two meetings' dates may differ
DIGITS = wording(r"\d+")


class Head(msgspec.Struct, frozen=True):
    """The heading of a meeting.

    ``dated`` and ``people`` are the indexes of the stops where its date and its list of people stand, ``line`` is the
    line with the date, ``label`` the words over the list.
    """

    dated: int
    people: int
    line: Line
    day: date
    label: str


def may_be_several(words: str) -> bool:
    """Whether the lines of a document begin twice like a list of those present: a quick look, before all else."""
    return sum(_may_open(line) for line in words.split("\n")) > 1


def _may_open(line: str) -> bool:
    """Whether the first word of a line, behind a number or bullet, opens a label of those present."""
    said = line[:LABEL_WITHIN].split(None, 2)
    word = said[0] if said and said[0][0].isalpha() else said[1] if len(said) > 1 else ""
    return word in _opening_words()


@cache
def _opening_words() -> frozenset[str]:
    """Give the first words of the labels of those present as they begin a line: "Present", "PRESENT:", "Members"."""
    labels = (said for entry in load("labels")["people"] if entry["kind"] == ATTENDED for said in entry["words"])
    first = {said.split()[0] for said in labels}
    cased = {word.capitalize() for word in first} | {word.upper() for word in first}
    return frozenset(cased | {f"{word}:" for word in cased | first})


def find(stops: Sequence[Stop], words: str) -> list[Head]:
    """Find the headings of meetings, of a document with these words; those not set as the first are left out."""
    labels = {index: label for index, stop in enumerate(stops) if (label := _label(stop))}
    if not labels or max(Counter(labels.values()).values()) < 2:
        return []
    month_first = writes_month_first(words)
    heads: list[Head] = []
    floor = 0  # a heading begins behind the list of people above it
    for index, label in labels.items():
        head = _dated_above(stops, (floor, index), label, month_first)
        if head is not None:
            heads.append(head)
        floor = index + 1
    return [head for head in heads if _is_set_as(head, heads[0])]


def _label(stop: Stop) -> str:
    """Give the label of people who were there that a line or row begins with, "" when there is none."""
    for line in stop.lines:
        found = read_label(line.text) if _may_open(line.text) else None
        if found is not None and found.kind == ATTENDED and len(line.text) - len(found.rest) <= LABELLED:
            return found.words
    return ""


def _dated_above(stops: Sequence[Stop], between: tuple[int, int], label: str, month_first: bool) -> Head | None:
    """Find the date that stands next above a list of people, with nothing between that is business."""
    floor, people = between
    for index in range(people, max(floor, people - DEPTH) - 1, -1):
        for line in reversed(stops[index].lines):
            day = _day(line, month_first)
            if day is not None:
                return Head(index, people, line, day, label)
        if index < people and any(len(line.text.split()) > TITLE_LINE for line in stops[index].lines):
            return None
    return None


def _day(line: Line, month_first: bool) -> date | None:
    """Read the date of a line that dates a meeting; None for one that dates another, or tells a story."""
    count, low = len(line.text.split()), line.text.casefold()
    if count > TITLE_LINE or len(line.segments) > COLUMNS or pattern("heading", "dates-other").search(low):
        return None
    days = {found.on for found in find_dates(line.text, month_first)}
    return days.pop() if len(days) == 1 and _is_of_meeting(line, count) else None


def _is_of_meeting(line: Line, count: int) -> bool:
    """Whether a line with a date shows that it is a meeting's: it says so, is set as a heading, or is hardly more."""
    if _announced(line) == "date" or pattern("heading", "dates-meeting").search(line.text):
        return True
    is_set_off = bool(line.heading or line.is_bold or line.text.isupper())
    return (is_set_off and count <= DATED_LINE) or len(without_date(line.text).split()) <= BESIDE_DATE


def _is_set_as(head: Head, first: Head) -> bool:
    """Whether the date of a meeting is set as that of the first one is: the same type, the same label before it."""
    line, other = head.line, first.line
    if (line.heading, line.is_bold) != (other.heading, other.is_bold) or abs(line.size - other.size) > SAME_SIZE:
        return False
    alike = _announced(line) == _announced(other) and says_minutes(line) == says_minutes(other)
    return alike and head.label == first.label


def _announced(line: Line) -> str | None:
    """Say what fact the label of a line announces: "Date: 4 March" -> "date"; None without a label."""
    found = FRONT.match(line.text)
    return kind_of(found["key"]) if found else None


def says_minutes(line: Line) -> bool:
    """Whether a line calls itself minutes, or the meeting."""
    return pattern("heading", "title").search(line.text) is not None


def key(line: Line) -> str:
    """Give the words of a line of a heading as they are over every meeting: numbers, case and spaces aside."""
    return DIGITS.sub("0", " ".join(line.text.split())).casefold()


def goes_on_numbering(stops: Sequence[Stop], start: int, head: Head) -> bool:
    """Whether items below a heading count on from those above its ``start``: then it is inside one meeting."""
    before = _number(reversed(stops[:start]))
    after = _number(stops[head.people + 1 :])
    return before is not None and after is not None and before[0] == after[0] and after[1] > before[1]


def _number(stops: Iterable[Stop]) -> tuple[str, tuple[int, ...]] | None:
    """Read the form and value of the first numbered line or row, in reading order or back."""
    for stop in stops:
        numbered = read_number(stop.lines[0].text)
        if numbered is not None:
            return numbered.form, numbered.value
    return None
