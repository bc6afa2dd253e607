"""Weigh what shows that a document is minutes at all, rather than a letter, a readme or a shopping list."""

from __future__ import annotations

from minutes_cli.parse.block import Paragraph
from minutes_cli.parse.dates import find_dates
from minutes_cli.parse.patterns import pattern
from minutes_cli.parse.reading import Reading

ENOUGH = 2  # points; two facts that minutes have, or a list of people
OPENING_BLOCKS = 8  # paragraphs that the words of minutes ("Present", "Agenda") are looked for in
OPENING = 1500  # characters; the same
DATED_BLOCKS = 6  # paragraphs; a heading table or letterhead may stand before the date


def is_minutes(reading: Reading) -> bool:
    """Whether people, a date, times, the words of minutes and marked actions together show that these are minutes."""
    head, people = reading.head, [*reading.people.attendees, *reading.people.apologies]
    is_dated, is_timed = _is_dated(reading), bool(head.start or head.end)
    is_worded = _is_worded(reading)
    has_marks = any(action.how != "prose" for action in reading.actions)
    points = min(len(people), 2) + is_dated
    points += is_worded and (is_dated or has_marks)
    points += is_worded and is_timed
    return points >= ENOUGH


def _is_dated(reading: Reading) -> bool:
    """Whether the meeting's date stands where minutes have it: in the title part or a running head, not in mid-text."""
    if reading.head.date is None:
        return False
    title = [
        block.text for block in reading.blocks[: max(reading.head_end, DATED_BLOCKS)] if isinstance(block, Paragraph)
    ]
    running = [line.text for page in reading.document.pages for line in page.running]
    return any(
        found.on == reading.head.date for text in (*title, *running) for found in find_dates(text, reading.month_first)
    )


def _is_worded(reading: Reading) -> bool:
    opening = " ".join(block.text for block in reading.blocks[:OPENING_BLOCKS] if isinstance(block, Paragraph))
    running = " ".join(line.text for page in reading.document.pages for line in page.running)
    return bool(pattern("heading", "minutes").search(f"{opening[:OPENING]} {running}"))
