"""Tell whether a file holds the minutes of several meetings, and part it: one document for each.

Bodies keep a year's minutes in one file, newest first or oldest first, and teams keep a table with a row a meeting. A
file parted wrongly gives records of meetings that never were, so all must agree: every part has a date and a list of
those present, set alike; the dates run one way; there is business between; and no numbering runs on across the cut.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from minutes_cli.document import Document, Line, Remark
from minutes_cli.parse import meeting_heads, meeting_rows
from minutes_cli.parse.body import without_date
from minutes_cli.parse.meeting_heads import DEPTH, Head, key, says_minutes
from minutes_cli.parse.parts import Stop, cut, stops, words_of
from minutes_cli.parse.patterns import listed
from minutes_cli.wording import wording

TOP = 25  # lines and rows within which the first meeting's date stands
BUSINESS = 3  # lines and rows between one meeting's people and the next one's heading, at least
STRAY = 0.25  # share of the steps from date to date that may go the other way (a slip of the minute-taker's)
SAME_BODY = 0.5  # share of the words of a heading that it has in common with the first one's
WORD = wording(r"[^\W\d_]{3,}")
SURE = 3  # meetings with dates of their own after which one more on the same day is believed


def meetings(document: Document) -> list[Document]:
    """Part a document by the meetings whose minutes it holds; most hold one, and are given back as they are.

    Each part has a remark of how many there are and where it begins, and otherwise what the whole file has.
    """
    parts = meeting_rows.parted(document) or _parted(document)
    if len(parts) < 2:
        return [document]
    return [_remarked(part, len(parts)) for part in parts]


def _remarked(part: Document, count: int) -> Document:
    line = next((line for stop in stops(part) for line in stop.lines), None)
    remark = Remark("several meetings", count, page=line.page if line else None, line=line.line if line else None)
    return msgspec.structs.replace(part, remarks=(*part.remarks, remark))


def _parted(document: Document) -> list[Document]:
    """Part a document at the headings of its meetings; [] when it holds one."""
    words = words_of(document)
    if not meeting_heads.may_be_several(words):
        return []
    places = stops(document)
    heads = meeting_heads.find(places, words)
    if not heads or heads[0].dated > TOP:
        return []
    heads = _distinct(places, heads)
    if len(heads) < 2 or not _run_one_way(heads):
        return []
    depths = [_depth(places, head, heads[0], before.people) for before, head in pairwise(heads)]
    starts = [places[0], *(places[head.dated - depth] for head, depth in zip(heads[1:], depths, strict=True))]
    return cut(document, starts, _shared(places, heads[0].dated - max(depths)))


def _distinct(places: Sequence[Stop], heads: Sequence[Head]) -> list[Head]:
    """Leave out what is no meeting of its own: printed again, without business above, or inside another's numbering."""
    habit = len({head.day for head in heads}) >= SURE
    kept: list[Head] = []
    for head in heads:
        if not kept or _is_another(places, head, kept, habit):
            kept.append(head)
    return kept


def _is_another(places: Sequence[Stop], head: Head, kept: Sequence[Head], habit: bool) -> bool:
    """Whether a heading opens another meeting than the last one kept; ``habit`` says that the file has several."""
    before = kept[-1]
    if head.dated - before.people < BUSINESS:
        return False
    if head.day == before.day:
        return habit and _titled_anew(places, head, before)
    is_headed = says_minutes(head.line) or head.line.heading > 0
    start = head.dated - _depth(places, head, kept[0], before.people)
    if not habit and not _is_of_body(places, (start, head), kept[0]):
        return False
    return is_headed or not meeting_heads.goes_on_numbering(places, start, head)


def _is_of_body(places: Sequence[Stop], opening: tuple[int, Head], first: Head) -> bool:
    """Whether the lines of a heading name the body that the first one names, or none: else it may be a report's."""
    start, head = opening
    said, known = _names(places[start : head.dated + 1], head), _names(places[: first.dated + 1], first)
    return not said or not known or len(said & known) >= SAME_BODY * min(len(said), len(known))


def _names(stops: Sequence[Stop], head: Head) -> set[str]:
    """Give the words of a heading that are neither its date nor what every heading of minutes says."""
    lines = [line for stop in stops for line in stop.lines]
    until = next(n for n, line in enumerate(lines) if line is head.line) + 1  # in a row of a table more may follow it
    text = " ".join(without_date(line.text) for line in lines[:until])
    return {word for word in WORD.findall(text.casefold()) if word not in listed("heading", "generic")}


def _titled_anew(places: Sequence[Stop], head: Head, before: Head) -> bool:
    """Whether two meetings of one day have titles that differ: "Group Meeting", then "Coding Session"."""
    first, second = (_title(places, one) for one in (before, head))
    return bool(first) and bool(second) and first != second


def _title(places: Sequence[Stop], head: Head) -> str:
    """Give the line that calls itself minutes over, or beside, the date of a meeting."""
    lines = [line for stop in places[max(0, head.dated - 2) : head.dated + 1] for line in stop.lines]
    above = lines[: next(n for n, line in enumerate(lines) if line is head.line)]
    return next((line.text for line in reversed(above) if says_minutes(line)), "")


def _run_one_way(heads: Sequence[Head]) -> bool:
    """Whether the dates of the meetings rise, or fall, from each to the next, but for a slip in many."""
    steps = [(after.day > before.day) - (after.day < before.day) for before, after in pairwise(heads)]
    rising, falling = steps.count(1), steps.count(-1)
    return min(rising, falling) <= STRAY * len(steps) and rising != falling


def _depth(places: Sequence[Stop], head: Head, first: Head, above: int) -> int:
    """Tell how many lines and rows over its date belong to the heading of a meeting, as to that of the first one.

    A line does that is printed over the first date too (numbers aside), has the type of the line there, calls itself
    minutes, or stands with the date at the head of a page.
    """
    most = min(DEPTH, head.dated - above - BUSINESS + 1)
    depth = 0
    for step in range(1, most + 1):
        here = places[head.dated - step]
        there = places[first.dated - step] if first.dated - step >= 0 else None
        if there is None or not _is_alike(here, there):
            break
        depth = step
    if depth == first.dated:
        return depth
    new_page = next((s for s in range(1, most + 1) if places[head.dated - s].page < places[head.dated].page), 0)
    return max(depth, new_page - 1 if 0 < new_page <= first.dated + 1 else 0)


def _is_alike(here: Stop, there: Stop) -> bool:
    """Whether a line over a meeting's date is set as the one over the first meeting's."""
    line, other = here.lines[0], there.lines[0]
    if key(line) == key(other):
        return True
    if (here.row < 0) != (there.row < 0):
        return False
    looks = [(each.heading, round(each.size), each.is_bold, each.text.isupper()) for each in (line, other)]
    is_set_off = bool(line.heading or line.is_bold or line.text.isupper())
    return looks[0] == looks[1] and (is_set_off or (says_minutes(line) and says_minutes(other)))


def _shared(places: Sequence[Stop], count: int) -> list[Line]:
    """Give the lines at the head of a file that stand over all its meetings."""
    return [line for stop in places[: max(0, count)] for line in stop.lines]
