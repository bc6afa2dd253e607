"""Weigh what shows that a document is minutes at all, rather than a letter, a readme, an agenda or a newsletter."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.parse.block import BULLET, Grid, Paragraph
from minutes_cli.parse.body import is_generic, without_date
from minutes_cli.parse.dates import find_dates
from minutes_cli.parse.head_labels import FRONT
from minutes_cli.parse.numbering import read_number
from minutes_cli.parse.patterns import pattern
from minutes_cli.parse.reading import Reading

ENOUGH = 2  # points; two facts that minutes have, or a list of people
ENOUGH_OF_PART = (
    1  # points; the same for one of several meetings in a file, whose heading has been told from the others'
)
OPENING_BLOCKS = 8  # paragraphs that the words of minutes ("Present", "Agenda") are looked for in
OPENING = 1500  # characters; the same
DECISIONS = 3  # that a paper which speaks of a meeting tells of; then it is the minutes of it
DATED_BLOCKS = 6  # paragraphs; a heading table or letterhead may stand before the date
DATE_LINE = 25  # words; a date in a longer paragraph is the meeting's only when it says so


def is_minutes(reading: Reading) -> bool:
    """Whether people, a date, times, the words of minutes, marked actions and decisions show that these are minutes.

    A paper that calls a meeting has the date, the place and the words of minutes; it is refused when it tells nothing
    that happened: nobody who came, no decision, no marked action.
    """
    head, people = reading.head, [*reading.people.attendees, *reading.people.apologies]
    is_dated, is_timed = _is_dated(reading), bool(head.start or head.end)
    is_worded = _is_worded(reading)
    has_marks = any(action.how != "prose" for action in reading.actions)
    has_result = any(action.how == "marker" for action in reading.actions) + bool(reading.decisions)
    if _announces(reading) and not has_marks and not reading.decisions and not reading.people.attendees:
        return False
    points = min(len(people), 2) + is_dated
    points += is_worded and (is_dated or has_marks)
    points += is_worded and is_timed
    points += has_result + (_calls_itself_minutes(reading) or _is_of_a_meeting(reading, has_result > 0))
    points += is_worded and len(reading.decisions) >= DECISIONS
    is_part = any(remark.kind == "several meetings" for remark in reading.document.remarks)
    return points >= (ENOUGH_OF_PART if is_part else ENOUGH)


def _is_dated(reading: Reading) -> bool:
    """Whether the meeting's date stands where minutes have it: in the title part, a running head, the file's title."""
    if reading.head.date is None:
        return False
    return any(
        found.on == reading.head.date
        for text in [*_title_texts(reading), *_running(reading), reading.document.title or ""]
        if len(text.split()) <= DATE_LINE or pattern("heading", "dates-meeting").search(text)
        for found in find_dates(text, reading.month_first)
    )


def _title_texts(reading: Reading) -> Iterator[str]:
    """Give the paragraphs and the tables' entries at the top of the document."""
    for block in reading.blocks[: max(reading.head_end, DATED_BLOCKS)]:
        if isinstance(block, Grid):
            yield from (entry for row in block.rows for cell in row.cells for entry in cell.entries)
        else:
            yield block.text


def _running(reading: Reading) -> list[str]:
    return [line.text for page in reading.document.pages for line in page.running]


def _opening(reading: Reading) -> str:
    return " ".join(block.text for block in reading.blocks[:OPENING_BLOCKS] if isinstance(block, Paragraph))[:OPENING]


def _is_worded(reading: Reading) -> bool:
    return bool(pattern("heading", "minutes").search(f"{_opening(reading)} {' '.join(_running(reading))}"))


def _calls_itself_minutes(reading: Reading) -> bool:
    """Whether a short line of the title part, or the file's own title, says that this is minutes."""
    return any(pattern("heading", "calls-itself").search(text) for text in _titles(reading))


def _is_of_a_meeting(reading: Reading, has_result: bool) -> bool:
    """Whether the title says no more than "Notes" and a date, or which meeting it was where a result is told below it.

    "General meeting, 4 March" is also what an invitation says.
    """
    fronts = [match for line in _running(reading) if (match := FRONT.match(line))]
    declared = [match["value"] for match in fronts if match["key"].casefold() == "title"]
    titles = [text for text in [*_titles(reading), *declared] if pattern("heading", "title").search(text.casefold())]
    noted = [text for text in titles if has_result or "meeting" not in text.casefold()]
    return any(is_generic(without_date(text)) for text in noted)


def _titles(reading: Reading) -> list[str]:
    """Give the short lines that can be the title: no entries of a printed agenda ("1. Approve the minutes")."""
    short = [text for text in _title_texts(reading) if len(text.split()) <= DATE_LINE]
    plain = [text for text in short if read_number(text) is None and not BULLET.match(text)]
    return [*plain, reading.document.title or ""]


def _announces(reading: Reading) -> bool:
    """Whether a paper calls a meeting, is a letter about one, or an agenda that does not call itself minutes."""
    is_agenda = any("agenda" in text.casefold() for text in _titles(reading)) and not _calls_itself_minutes(reading)
    return is_agenda or pattern("heading", "announces").search(_opening(reading)) is not None
