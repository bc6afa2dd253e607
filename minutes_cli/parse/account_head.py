"""Find on which lines the facts of the heading stand: title, body, date, times, place, state, the next meeting."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from minutes_cli.document import Line
from minutes_cli.model import Head
from minutes_cli.parse.block import Paragraph, fold
from minutes_cli.parse.body import body_in
from minutes_cli.parse.claims import Claim, Claims, printed
from minutes_cli.parse.dates import find_dates, find_times
from minutes_cli.parse.heading_text import TOP
from minutes_cli.parse.meeting_times import CLOSING, LABEL_LINE, find_verbs

LONGEST_STATE = 90  # characters of a line that may say the state; the head's own lines are no longer
NEXT_WORDS = 30  # characters of an announcement by which its line is known

Says = Callable[[str], bool]


def claim(claims: Claims) -> None:
    """Claim for each fact of the heading the first line that gives it, or the paragraph when it is wrapped."""
    reading, head = claims.reading, claims.meeting.meeting
    paragraphs = [block for block in reading.blocks if isinstance(block, Paragraph)]
    running = [line for page in reading.document.pages for line in page.running]
    for fact, says in _top_facts(head, reading.month_first):
        _claim(claims, fact, says, paragraphs[:TOP], running)
    for fact, says, where in _told(head, paragraphs):
        _claim(claims, fact, says, where, running)
    for fact, says in _elsewhere(head, reading.month_first):
        if not any(each.said == f"head: {fact}" for found in claims.found.values() for each in found):
            _claim(claims, fact, says, paragraphs[:: -1 if fact == "end" else 1], running)


def _claim(claims: Claims, fact: str, says: Says, paragraphs: list[Paragraph], running: list[Line]) -> None:
    """Claim the first line that gives a fact; in the title part, where facts are said twice, each that does."""
    said = Claim("head", f"head: {fact}", entry=f"meeting/{fact.split()[0]}")
    title = {id(block) for block in claims.reading.blocks[: claims.reading.head_end]}
    found = False
    for paragraph in paragraphs:
        if found and id(paragraph) not in title:
            return
        lines = printed(paragraph)
        own = [line for line in lines if says(fold(line.text))]
        if own or says(paragraph.text):
            found = True
            for line in own[:1] if own and paragraph.row is None else lines:
                claims.add(line, said)
    for line in running if not found else ():
        if says(fold(line.text)):
            claims.add(line, said)
            return


def _top_facts(head: Head, month_first: bool) -> Iterator[tuple[str, Says]]:
    """Give the facts that stand at the top of minutes, each with what knows a line that says it."""
    title, body, day, place = head.title, head.body, head.date, head.place
    if title:
        yield "title", lambda text: title in text or text.strip("\"'#* ") == title
    if body:
        low = body.casefold()
        yield "body", lambda text: low in text.casefold() or (len(named := body_in(text)) > 1 and named in body)
    if day:
        yield "date", lambda text: any(found.on == day for found in find_dates(text, month_first))
    if place:
        yield "place", lambda text: place in text
    if head.state:
        from minutes_cli.parse.head import says_state

        state = head.state
        yield "state", lambda text: len(text) <= LONGEST_STATE and says_state(text, state)


def _told(head: Head, paragraphs: list[Paragraph]) -> Iterator[tuple[str, Says, list[Paragraph]]]:
    """Give the times and the next meeting, which may be told anywhere, each with where to look for it first."""
    for kind, at in (("start", head.start), ("end", head.end)):
        if at:
            timed = _timed(at)
            told = [p for p in paragraphs if any(find_verbs(p.text, kind)) and timed(p.text) and _is_short_or_told(p)]
            top = paragraphs[:TOP]
            yield kind, timed, [*top, *told] if kind == "start" else [*told[-CLOSING:], *top]
    if head.next:
        words = head.next.text[:NEXT_WORDS]
        yield "next meeting", lambda text: words in text, paragraphs[::-1]


def _elsewhere(head: Head, month_first: bool) -> Iterator[tuple[str, Says]]:
    """Give the facts that may stand anywhere and in fewer words: a date without its year, a time with a label alone."""
    day, start, end = head.date, head.start, head.end
    if day:
        partly = {(None, day.month, day.day), (day.year, day.month, day.day)}
        yield "date", lambda text: any(found.parts in partly for found in find_dates(text, month_first))
    if start:
        yield "start", _timed(start)
    if end:
        yield "end", _timed(end)


def _is_short_or_told(paragraph: Paragraph) -> bool:
    return len(paragraph.text) < LABEL_LINE or "meeting" in paragraph.text.casefold()


def _timed(at: str) -> Says:
    return lambda text: any(time.at == at for time in find_times(text))
