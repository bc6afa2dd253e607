"""Leave out the tasks that minutes print twice: in the text, and again in a list or summary at the end."""

from __future__ import annotations

import re

from minutes_cli.model import Action
from minutes_cli.parse.patterns import listed

LIKE = 0.8  # share of words that two printings of one task have in common
SUMMED = 0.5  # the same, of the shorter printing, when one stands in a summary, which puts things shortly
FEWEST = 2  # words besides the small ones that a shortened printing must have to be told from others
TABLE = "action-table"  # ``Action.how`` of a row of a table
WORD = re.compile(r"\w+")

Printing = tuple[set[str], Action]
"""A task with its words in lower case."""


def left_out(actions: list[Action], summaries: set[int], again: list[tuple[Action, Action]]) -> list[Action]:
    """Leave out a task that the document prints again, keeping what the second printing adds.

    ``summaries`` holds the identities (``id``) of the actions that stand in a summary; ``again`` takes in each one left
    out, with its first printing.
    """
    kept: list[Printing] = []
    for action in actions:
        printing = (set(WORD.findall(action.text.casefold())), action)
        twin = _twin(printing, kept, id(action) in summaries)
        if twin is None:
            kept.append(printing)
        else:
            _complete(twin, action)
            again.append((action, twin))
    return [action for _, action in kept]


def _twin(printing: Printing, kept: list[Printing], summed: bool) -> Action | None:
    """Find the earlier printing of a task; rows of one table are told apart without comparing them."""
    if not summed and printing[1].how == TABLE and all(before.how == TABLE for _, before in kept):
        return None
    return next((before for said, before in kept if _is_twin((said, before), printing, summed)), None)


def _complete(twin: Action, again: Action) -> None:
    """Take from the second printing of a task what the first does not say."""
    twin.owners = twin.owners or again.owners
    twin.due = twin.due or again.due
    if twin.status_said is None and again.status_said:
        twin.status, twin.status_said = again.status, again.status_said


def _is_twin(a: Printing, b: Printing, summed: bool) -> bool:
    """Whether two printings are one task: nearly the same words, no other owner; rows of one table are always two."""
    (first, before), (second, after) = a, b
    in_tables = before.how == after.how == TABLE
    if in_tables and not summed:
        return False
    if not first or not second or not _agree(before, after):
        return False
    if len(first & second) / len(first | second) >= LIKE:
        return True
    if not summed or in_tables:
        return False
    small = listed("markers", "small")
    short, long = sorted((first - small, second - small), key=len)
    return len(short) >= FEWEST and len(short & long) / len(short) >= SUMMED


def _agree(a: Action, b: Action) -> bool:
    """Whether two printings can be one task: neither names an owner that the other does not."""
    return not a.owners or not b.owners or bool(set(a.owners) & set(b.owners)) or a.text.casefold() == b.text.casefold()
