"""Which records are of one and the same meeting, and which of their actions are one and the same.

A secretary who has the minutes as Word and as PDF may well have a record of each. The meeting was held once, and
its actions are to be done once; but no action may be lost because two happen to share a number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from minutes_cli.model import Meeting
from minutes_cli.register.entries import Entry
from minutes_cli.register.names import folded
from minutes_cli.register.rows import Row

ALIKE = 0.6
"""How alike the words of two actions of one number must be to be one action, as a share (0 to 1) of their letters.
One text read from two formats gives 0.95 and more; two tasks of one board seldom pass 0.5."""

NAMED_AT_MOST = 5
"""How many numbers a remark names before it only counts them."""


class Sitting(NamedTuple):
    """One meeting held, and the records there are of it, as (name, meeting)."""

    records: list[tuple[str, Meeting]]


def body_of(meeting: Meeting) -> str:
    """Name the body that met in the form in which two spellings are equal; "" when the minutes do not say."""
    return folded(meeting.meeting.body or "")


def sittings(records: Iterable[tuple[str, Meeting]]) -> list[Sitting]:
    """Put the records of one meeting together, the meetings in order of date, then name; undated ones last.

    Two records are of one meeting when body and day are equal and the starting time does not speak against it,
    or, when there is no date, when they were read from the very same file.
    """
    days: dict[tuple[object, ...], list[Sitting]] = {}
    found: list[Sitting] = []
    for name, meeting in sorted(records, key=_in_order):
        head, source = meeting.meeting, meeting.source
        day: tuple[object, ...] = (body_of(meeting), head.date)
        if head.date is None:
            day = (None, source.sha256 if source and source.sha256 else name)
        same_day = days.setdefault(day, [])
        sitting = next((held for held in same_day if _starts_agree(held, head.start)), None)
        if sitting is None:
            sitting = Sitting([])
            same_day.append(sitting)
            found.append(sitting)
        sitting.records.append((name, meeting))
    return found


def _in_order(record: tuple[str, Meeting]) -> tuple[bool, str, str]:
    day = record[1].meeting.date
    return (day is None, day.isoformat() if day else "", record[0])


def _starts_agree(sitting: Sitting, start: str | None) -> bool:
    known = {meeting.meeting.start for _, meeting in sitting.records} - {None}
    return start is None or not known or start in known


def one_of_each(entries: Sequence[Row]) -> tuple[list[Row], list[str]]:
    """Keep one of the rows that are the same action of one meeting, and remark on the others.

    The one with the most updates is kept, because they are a person's work; of equals the first. Entries that
    share a number but not their words are all kept.
    """
    kept: dict[str, list[Row]] = {}
    copies: Counter[tuple[str, str]] = Counter()
    for entry in entries:
        same = kept.setdefault(entry.action.id, [])
        place = next((n for n, other in enumerate(same) if _is_copy(entry, other)), None)
        if place is None:
            same.append(entry)
            continue
        left_out, same[place] = sorted((entry, same[place]), key=lambda each: len(each.updates))
        copies[left_out.record, same[place].record] += 1
    remarks = [
        f"{copy} has {number} of the same actions as {record}; they are listed once."
        for (copy, record), number in copies.items()
    ]
    return [entry for same in kept.values() for entry in same], remarks


def shared_numbers(entries: Iterable[Entry]) -> list[str]:
    """Remark on the identities that stand for more than one action: an update of them would not know which."""
    times = Counter(entry.id for entry in entries)
    shared = [number for number, many in times.items() if many > 1]
    if not shared:
        return []
    more = f" and {len(shared) - NAMED_AT_MOST} more" if len(shared) > NAMED_AT_MOST else ""
    named = ", ".join(shared[:NAMED_AT_MOST])
    return [f"Several actions share a number, and all of them are listed: {named}{more}."]


def _is_copy(entry: Row, other: Row) -> bool:
    if entry.record == other.record:
        return False
    mine, others = folded(entry.action.text), folded(other.action.text)
    if mine == others:
        return True
    from difflib import SequenceMatcher

    return SequenceMatcher(None, mine, others, autojunk=False).ratio() >= ALIKE
