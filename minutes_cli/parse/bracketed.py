"""Read the tasks that stand outside the lists, written as in them: "[AF] Draft the letter", where the lists do so."""

from __future__ import annotations

from minutes_cli.model import Action
from minutes_cli.parse.block import Paragraph
from minutes_cli.parse.owners import split_owners
from minutes_cli.parse.reading import TASKS, Reading
from minutes_cli.parse.task import BRACKET_FIRST, read_task

HABIT = 2  # entries of the lists of tasks that must begin so before others that do are tasks
FAR = 0.5  # share of the document's entries in this form that must stand in its lists: in a transcript few do


def read(reading: Reading) -> None:
    """Read the entries that begin with a bracketed owner as tasks, in minutes whose lists of tasks are written so.

    Minutes that also write "[AF]" before what was said (a transcript) are left alone.
    """
    listed = 0
    others: list[tuple[Paragraph, str | None]] = []
    for heading, blocks in reading.sections:
        for block in blocks:
            if not isinstance(block, Paragraph) or block.role not in ("", "task") or not block.bullet:
                continue
            if not _names_owner(block, reading):
                continue
            if block.role == "task" or (heading is not None and heading.kind in TASKS):
                listed += 1
            else:
                others.append((block, reading.item_of(heading)))
    if listed < HABIT or listed < FAR * len(others):
        return
    for block, item in others:
        action = _task(block, reading)
        action.item = item
        reading.actions.append(action)
        block.role = "task"


def _names_owner(block: Paragraph, reading: Reading) -> bool:
    """Whether an entry begins with people of the list in brackets, and goes on."""
    match = BRACKET_FIRST.match(block.words)
    if match is None:
        return False
    owned = split_owners(match["who"], reading.context.roster)
    return bool(owned.owners) and not owned.rest and all(map(reading.context.roster.knows, owned.owners))


def _task(block: Paragraph, reading: Reading) -> Action:
    action = read_task(block.words, reading.context, "list")
    action.page, action.line = block.page, block.line
    return action
