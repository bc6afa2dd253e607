"""Checks of the meeting as a whole: what a record must have before anything can be reported from it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.check.facts import Facts
from minutes_cli.check.say import finding, quoted
from minutes_cli.model import Finding
from minutes_cli.wording import wording

# The replacement character, the private area that fonts use, and glyph numbers that a PDF gave instead of letters.
_LOST = wording(r"[\ufffd\ue000-\uf8ff]|\(cid:\d")
_UNKNOWN = wording(r"[\ue000-\uf8ff]|\(cid:\d")
# How many characters on either side of a lost letter are shown, so that the place can be found.
_AROUND = 30


def missing_parts(facts: Facts) -> Iterator[Finding]:
    """Say what the minutes do not have: people, items, date, body, actions."""
    meeting = facts.meeting
    if not meeting.attendees and not meeting.items:
        yield finding("M100", "Neither attendees nor items of business were found: is this the right file?")
    elif not meeting.attendees:
        yield finding("M101", "No list of those present was found.")
    elif not meeting.items:
        yield finding("M102", "No items of business were found.")
    if meeting.meeting.date is None:
        yield finding("M103", "The date of the meeting was not found.")
    if not meeting.meeting.body:
        yield finding("M104", "The minutes do not say which body met.")
    if not meeting.actions:
        yield finding("M105", "No actions were found.")
    if meeting.attendees and not any("chair" in (p.capacity or "") for p in meeting.attendees):
        yield finding("M106", "The minutes do not say who was in the chair.")


def unreadable_characters(facts: Facts) -> Iterator[Finding]:
    """Point at text whose letters were lost on the way: "R�sum�", "(cid:72)"."""
    meeting = facts.meeting
    told = meeting.source is not None and any(remark.kind == "characters lost" for remark in meeting.source.remarks)
    sign = _UNKNOWN if told else _LOST  # where the replacement character stands, the reader has told then
    for item in meeting.items:
        if (lost := _lost(f"{item.title}\n{item.text}", sign)) is not None:
            yield finding("R601", f"Characters could not be read near {quoted(lost)}.", item)
    for action in meeting.actions:
        if (lost := _lost(action.text, sign)) is not None:
            yield finding("R601", f"Characters could not be read in action {action.ref}: {quoted(lost)}.", action)


def _lost(text: str, sign: re.Pattern[str]) -> str | None:
    """Quote some words around the first lost letter of a text, or None."""
    lost = sign.search(text)
    return text[max(0, lost.start() - _AROUND) : lost.end() + _AROUND] if lost else None


CHECKS = (missing_parts, unreadable_characters)
