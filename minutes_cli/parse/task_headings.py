"""Settle which headings belong to a list of tasks: whose they are, how they stand, and numbered tasks taken for items.

Below "Actions" stand "Completed", "Still open", "Ann Forde" as headings of their own; "1. AF to draft the letter" there
is a task, though it is numbered as the items are.
"""

from __future__ import annotations

from minutes_cli.parse import list_titles
from minutes_cli.parse.block import Paragraph, fold
from minutes_cli.parse.heading_words import list_kind
from minutes_cli.parse.headings import Heading
from minutes_cli.parse.marked import find_marker
from minutes_cli.parse.patterns import listed, pattern
from minutes_cli.parse.reading import TASKS, Reading
from minutes_cli.parse.task import read_task

LONGEST_TASK = 60  # words; a longer numbered paragraph under a heading of tasks is an account of its item


def settle(reading: Reading) -> None:
    """Go through the headings of minutes, and take into the lists of tasks what belongs to them."""
    kept: list[Heading] = []
    for heading in reading.headings:
        if _is_marked(heading, reading):
            continue
        over = _list_over(kept, heading)
        if over is not None and _is_task(heading, over, reading):
            over.kind = _list_kind(over)
            continue
        if heading.kind == "item" and not heading.number and (kind := _kind(heading, over, reading)):
            if over is not None:
                over.kind = _list_kind(over)
            heading.kind = kind
        kept.append(heading)
    reading.headings = kept


def _list_over(kept: list[Heading], heading: Heading) -> Heading | None:
    """Give the heading of tasks that a heading follows: the one above, or one that stands right over it."""
    over = kept[-1] if kept else None
    if over is None or over.kind in TASKS:
        return over
    follows = over.kind == "item" and over.index + 1 == heading.index and not over.rest
    return over if follows and list_kind(over.title) in TASKS else None


def _list_kind(over: Heading) -> str:
    return over.kind if over.kind in TASKS else list_kind(over.title) or over.kind


def _kind(heading: Heading, over: Heading | None, reading: Reading) -> str:
    """Tell what list a heading below another list opens; "" when it is business of its own."""
    title = heading.title
    if over is None:
        named = pattern("markers", "tasks-of").match(fold(title)) and list_titles.owners(title, reading.context)
        return "tasks" if named else ""
    if list_titles.standing(title) or list_titles.is_fresh(title):
        return "tasks"
    return _list_kind(over) if list_titles.owners(title, reading.context) else ""


def _is_task(heading: Heading, over: Heading, reading: Reading) -> bool:
    """Whether a numbered heading below one of tasks is a task with its owner: "2.1 Ann to ring the bank"."""
    block = reading.blocks[heading.index]
    if not heading.number or heading.kind != "item" or not isinstance(block, Paragraph) or block.heading:
        return False
    words = fold(f"{heading.title} {heading.rest}") if heading.rest else heading.title
    if len(words.split()) > LONGEST_TASK or (heading.level <= over.level and not _restarts(heading, over)):
        return False
    return _has_owner(block, heading, reading)


def _is_marked(heading: Heading, reading: Reading) -> bool:
    """Whether a heading is a marked task with its owner, set apart as a title is: "**Action Ann:** ring them"."""
    block = reading.blocks[heading.index]
    if heading.number or heading.kind != "item" or not heading.rest or not isinstance(block, Paragraph):
        return False
    marker = find_marker(block.text, reading.context)
    is_word = fold(heading.title).casefold().removesuffix("(s)") in listed("markers", "words")
    return marker is not None and (bool(marker.owners) or (is_word and not marker.before))


def _restarts(heading: Heading, over: Heading) -> bool:
    """Whether a number is no step on from the heading's above it, or the list goes on that did not follow it."""
    return not (heading.number.isdigit() and over.number.isdigit() and int(heading.number) == int(over.number) + 1)


def _has_owner(block: Paragraph, heading: Heading, reading: Reading) -> bool:
    text = block.text[block.text.find(heading.title) :] if heading.title in block.text else heading.title
    task = read_task(text, reading.context, "list")
    return (bool(task.owners) and task.text != text) or any(map(reading.context.roster.knows, task.owners))
