"""Attendance meeting by meeting: how many came, and whether that was a quorum."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from math import ceil

from minutes_cli.book import Book, Quorum
from minutes_cli.model import Meeting
from minutes_cli.register import RollCall, folded
from minutes_cli.report.values import Column, Group, Report, Row

_QUORUM = re.compile(r"\b(?:in)?quor(?:um|ate)\b", re.IGNORECASE)
_END = re.compile(r"[.!?](?=\s|$)|\n")
"""Where a sentence ends."""

NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_STATED = re.compile(
    rf"\bquorum\b[^.\d]{{0,40}}?(?:\b(?:is|was|being|of|at|requires?)|:)\s*:?\s*(\d{{1,2}}|{'|'.join(NUMBERS)})"
    r"\b(?=\s*(?:$|[.,;)]|\w+s\b|people\b))",
    re.IGNORECASE,
)
"""How a sentence states the number: "The quorum is 4 governors", "a quorum of three". Not: "the quorum of 3 May"."""

SAID_AT_MOST = 2
"""How many such sentences of one meeting are quoted."""

MEETING = Column(key="meeting", title="Meeting", kind="date", most=12)
RECORD = Column(key="record", title="Record", face="machine", most=24)


def meeting_by_meeting(call: RollCall, book: Book) -> list[Report]:
    """Count who came to each meeting, and whether that was a quorum where the minutes state one or the book sets it."""
    quorum, said = _set(call, book), [_said(each.meeting) for each in call.meetings]
    rows = [
        _counts(call, place, quorum, _stated(said[place]))
        for place in range(len(call.meetings))
        if place not in call.silent
    ]
    if not rows:
        return []
    columns = [
        MEETING,
        Column(key="members", title="Members", kind="number", most=7),
        Column(key="present", title="Present", kind="number", most=7),
        Column(key="apologies", title="Apologies", kind="number", most=9),
        Column(key="missing", title="Absent", kind="number", most=6),
        Column(key="attending", title="In attendance", short="Others", kind="number", most=6),
        Column(key="needed", title="Quorum", kind="number", most=6),
        Column(key="quorate", title="Quorate", kind="yes-no", most=7, alarm="inquorate"),
        Column(key="inquorate", title="Inquorate", kind="yes-no", face="machine"),
        RECORD,
    ]
    notes = [
        "Present: members who came, also in part or from elsewhere, and deputies. Absent: or not named.",
        "Others: those in attendance.",
    ]
    if all(row["needed"] is None for row in rows):
        notes.append("No quorum is known. To set it: quorum: 4 (or 1/3) in minutebook.yaml")
    counts = Report(
        key="attendance-meetings", title="Meeting by meeting", columns=columns, groups=[Group(rows=rows)], notes=notes
    )
    return [counts, *_what_is_said(call, said)]


def _what_is_said(call: RollCall, said: Sequence[Sequence[str]]) -> list[Report]:
    """Quote what the minutes say of the quorum: "no quorum was needed" is beyond counting."""
    rows: list[Row] = [
        {"meeting": each.held.head.date, "said": words, "record": each.held.name}
        for each, sentences in zip(call.meetings, said, strict=True)
        for words in sentences
    ]
    columns = [MEETING, Column(key="said", title="The minutes say", most=0), RECORD]
    page = Report(key="attendance-quorum", title="Quorum", columns=columns, groups=[Group(rows=rows)])
    return [page] if rows else []


def _set(call: RollCall, book: Book) -> Quorum | None:
    """Find the quorum that the book sets for a body, or else for all."""
    body = call.meetings[0].held.body
    own = next((each.quorum for each in book.all_bodies if folded(each.name) == body), None)
    return own if own is not None else book.quorum


def _counts(call: RollCall, place: int, quorum: Quorum | None, stated: int | None) -> Row:
    stood = [(each.standing, each.at[place]) for each in call.attendees if place in each.at]
    members = [each for standing, each in stood if standing == "member"]
    present = sum(each.came for standing, each in stood if standing in ("member", "deputy"))
    needed = stated if stated is not None else _number(quorum, len(members))
    excused = [each for each in members if each.presence in ("apologies", "deputy sent")]
    return {
        "meeting": call.meetings[place].held.head.date,
        "members": len(members),
        "present": present,
        "apologies": len(excused),
        "missing": sum(each.presence in ("absent", "not named") for each in members),
        "attending": sum(each.came for standing, each in stood if standing == "in attendance"),
        "needed": needed,
        "quorate": None if needed is None else present >= needed,
        "inquorate": None if needed is None else present < needed,
        "record": call.meetings[place].held.name,
    }


def _stated(sentences: Sequence[str]) -> int | None:
    """Read the number that the sentences of one meeting state as the quorum, when they state one only."""
    found = {number.casefold() for said in sentences for number in _STATED.findall(said)}
    numbers = {NUMBERS.index(each) + 1 if each in NUMBERS else int(each) for each in found}
    return numbers.pop() if len(numbers) == 1 else None


def _number(quorum: Quorum | None, members: int) -> int | None:
    """Work out how many must be there: a number as it is, a share of the members rounded up."""
    if quorum is None or isinstance(quorum, int):
        return quorum
    return ceil(members * Fraction(quorum.replace(" ", "")))


def _said(meeting: Meeting) -> list[str]:
    """Quote what minutes say of the quorum, in the texts of items, or in a title whose text says nothing of it."""
    found: dict[str, None] = {}
    for item in meeting.items:
        for sentence in _sentences(item.text) or _sentences(item.title):
            found.setdefault(sentence)
    return list(found)[:SAID_AT_MOST]


def _sentences(text: str) -> list[str]:
    """Find the sentences of a text that speak of the quorum."""
    if "quor" not in text.casefold():
        return []
    ends = [0, *(end.end() for end in _END.finditer(text)), len(text)]
    sentences = (text[start:end] for start, end in pairwise(ends))
    return [" ".join(sentence.split()) for sentence in sentences if _QUORUM.search(sentence)]
