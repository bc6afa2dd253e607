"""Read when the meeting began and ended: a range by the date, labels, "called to order at", "closed at"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from minutes_cli.model import Head
from minutes_cli.parse import day_halves, head_labels
from minutes_cli.parse.block import Paragraph
from minutes_cli.parse.body import without_date
from minutes_cli.parse.dates import RANGE, Time, find_times
from minutes_cli.parse.heading_text import HeadingText
from minutes_cli.parse.patterns import pattern
from minutes_cli.vocabulary import load
from minutes_cli.wording import wording

LABEL_LINE = 60  # characters; "Meeting closed: 9.05pm" stands on a short line, anywhere
BELOW_TITLE = 20  # printed lines that are looked at below the title part
LONG_LINE = 200  # characters; a longer line tells a story
LONG_PARAGRAPH = 160  # characters; a longer paragraph tells when the meeting began only if it speaks of the meeting
OPENED = 20  # paragraphs at the front in which the meeting is called to order
OPENING, CLOSING = 40, 60  # paragraphs at the front and at the end in which a sentence may give the times
BEFORE, AFTER = 70, 70  # characters around the verb that show whose time is told
NEXT_BEFORE, NEXT_AFTER = 60, 20  # characters before and behind it where "next" makes it another meeting's
TIME_BEFORE = 30  # characters before the verb where its time may stand ("At 9.05pm the meeting closed")
WORDS = 2  # words besides a time on a line that gives the time of the meeting ("Time: 7.30pm prompt")
WORD = wording(r"[A-Za-z]{2,}")
SENTENCE_END = wording(r"(?<![ap])\.\s+(?=[A-Z])")  # but not the one of "7.30 p. "


@cache
def _verbs(kind: str) -> re.Pattern[str]:
    said = sorted(load("heading")[kind], key=len, reverse=True)
    return wording(rf"(?<!\w)(?:{'|'.join(map(re.escape, said))})(?!\w)", re.IGNORECASE)


def find_verbs(text: str, kind: str) -> Iterator[re.Match[str]]:
    """Find the words that stand before a time: of the meeting's "start", its "end", or the "next" meeting."""
    low = text.casefold()
    if any(said in low for said in load("heading")[kind]):  # mostly not, and this is the quicker way to know
        yield from _verbs(kind).finditer(text)


def read(head: Head, text: HeadingText, date_line: str) -> None:
    """Fill in when the meeting began and ended; ``date_line`` is the line that its date was found on.

    The end told in a sentence at the end of the minutes goes before one announced in the heading.
    """
    everywhere = head_labels.in_lines([p.text for p in text.paragraphs if len(p.text) < LABEL_LINE])
    columns = [line for p in text.paragraphs for line in p.lines if len(line.segments) > 1]
    everywhere = {**head_labels.in_columns(columns), **everywhere}
    for grid in text.grids:
        everywhere = {**head_labels.in_grid(grid), **everywhere}
    labelled = {**{kind: said for kind, said in everywhere.items() if kind in ("start", "end")}, **text.labelled}
    start, end = (next(iter(find_times(labelled.get(kind, ""))), None) for kind in ("start", "end"))
    title = [*text.lines[: text.title_lines], *text.running]
    named = [labelled.get("time", ""), labelled.get("date", ""), date_line]
    called: list[Time] = []
    for line in [*named, *title, *text.lines[text.title_lines : BELOW_TITLE], *text.cells]:
        begins, ends = _in_line(line, is_title=line in title, is_named=line in named)
        called += [begins] if begins else []
        start = start or begins
        end = end or (ends if begins == start else None)
    if "start" not in labelled:  # the time at which it was called to order goes before the one it was called for
        start = _told(text.paragraphs[:OPENED], "opened") or start
    start = start or _told(text.paragraphs[:OPENING], "start")
    closing = text.paragraphs[::-1][:CLOSING]
    of_meeting = [paragraph for paragraph in closing if pattern("heading", "ends-meeting").search(paragraph.text)]
    end = _told(of_meeting, "end") or _told(closing, "end") or end
    head.start, head.end = day_halves.settle(start, end, called)


def _in_line(line: str, *, is_title: bool, is_named: bool) -> tuple[Time | None, Time | None]:
    """Read the times of a line of the heading: the first is the start, the end stands behind it with a dash."""
    times = [time for time in find_times(line) if time.sure]
    if not times or len(line) > LONG_LINE or not (is_named or _is_heading_time(line) or (is_title and _opens(line))):
        return None, None
    is_range = len(times) > 1 and RANGE.fullmatch(line, times[0].end, times[1].start)
    return times[0], times[1] if is_range else None


def _opens(line: str) -> bool:
    """Whether a line of the title part says when the meeting begins: "Monday 7.30pm", "at 7.30pm"."""
    closes = pattern("heading", "closing").search(line)
    return not closes and pattern("heading", "opens-at").search(line) is not None


def _is_heading_time(line: str) -> bool:
    """Whether a line gives little else than a time, or says when the meeting was held."""
    if pattern("heading", "closing").search(line):
        return False
    return len(WORD.findall(without_date(line))) <= WORDS or pattern("heading", "was-held").search(line) is not None


def _told(paragraphs: list[Paragraph], kind: str) -> Time | None:
    """Read the time in the sentence that says when the meeting began (``kind`` "start") or ended ("end").

    Of several in one paragraph the first tells the start, and the last the end ("adjourned at 9 for tea, closed 9.30").
    """
    for paragraph in paragraphs:
        text = paragraph.text
        if len(text) > LONG_PARAGRAPH and not pattern("heading", "says-met").search(text):
            continue
        verbs = list(find_verbs(text, kind))
        for match in verbs[::-1] if kind == "end" else verbs:
            at = _time_at(text, match, kind)
            if at is not None:
                return at
    return None


def _time_at(text: str, verb: re.Match[str], kind: str) -> Time | None:
    """Read the time that stands behind (or just before) a verb of opening or closing."""
    near = text[max(0, verb.start() - BEFORE) : verb.end() + AFTER]
    low = near.casefold()
    if kind != "end" and (pattern("heading", "closing").search(near) or not _is_of_meeting(verb[0], low)):
        return None
    after = SENTENCE_END.split(text[verb.end() : verb.end() + AFTER], maxsplit=1)[0]
    before = text[max(0, verb.start() - NEXT_BEFORE) : verb.start()].casefold()
    if pattern("heading", "next-before").search(before):
        return None
    if pattern("heading", "next").search(after[:NEXT_AFTER].casefold()):
        return None
    if kind == "end" and "next meeting" in after.casefold():
        return None
    times = find_times(after)
    if not times:
        closely = text[max(0, verb.start() - TIME_BEFORE) : verb.start()]
        times = [time for time in find_times(closely) if time.sure]
    times = [time for time in times if time.sure] or times  # "on 4 March 2031, at 9:00": the year is no time
    at_once = bool(times) and "meeting" in low and not after[: times[0].start].strip(" :")  # "The meeting closed 2105"
    return times[0] if times and (times[0].sure or at_once or "at" in low) else None


def _is_of_meeting(verb: str, near: str) -> bool:
    """Whether a verb that opens many things ("started at") opens a meeting here."""
    return "meeting" in near or verb.casefold() not in load("heading")["weak_start"]
