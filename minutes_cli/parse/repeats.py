"""Leave out the tasks that minutes print twice: in the text, and again in a list or summary at the end."""

from __future__ import annotations

from minutes_cli.model import Action
from minutes_cli.parse.patterns import listed
from minutes_cli.wording import wording

LIKE = 0.8  # share of words that two printings of one task have in common
SUMMED = 0.5  # the same, of the shorter printing, when one stands in a summary, which puts things shortly
FEWEST = 2  # words besides the small ones that a shortened printing must have to be told from others
TABLE = "action-table"  # ``Action.how`` of a row of a table
MARKED = "marker"  # the same of a task marked in the text: a table of actions behind such tasks lists them again
WORD = wording(r"\w+")

Printing = tuple[set[str], Action]
"""A task with its words in lower case."""


def left_out(
    actions: list[Action], summaries: set[int], tables: dict[int, int], again: list[tuple[Action, Action]]
) -> list[Action]:
    """Leave out a task that the document prints again, keeping what the second printing adds.

    ``summaries`` holds the identities (``id``) of the actions that stand in a summary, ``tables`` says by identity
    which table an action is a row of; ``again`` takes in each one left out, with its first printing.
    """
    kept: list[Printing] = []
    for action in actions:
        printing = (set(WORD.findall(action.text.casefold())), action)
        before = [p for p in kept if id(p[1]) not in summaries] if id(action) in summaries else []
        twin = _same_row(printing, kept, tables) or _twin(printing, before, True) or _twin(printing, kept, False)
        if twin is None:
            kept.append(printing)
        else:
            _complete(twin, action)
            again.append((action, twin))
    return [action for _, action in kept]


def _same_row(printing: Printing, kept: list[Printing], tables: dict[int, int]) -> Action | None:
    """Find the row of another table with the same printed number and nearly the same words (a log, and its review)."""
    said, action = printing
    table = tables.get(id(action))
    if table is None or not action.ref:
        return None
    for before_said, before in kept:
        if before.ref == action.ref and tables.get(id(before), table) != table and _agree(before, action):
            shorter = min(len(said), len(before_said))
            if shorter and len(said & before_said) >= LIKE * shorter:
                return before
    return None


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
    small = listed("markers", "small")
    if len(first & second) / len(first | second) >= LIKE:
        # "count the iron signs" and "count the oak signs", marked alike: each says what the other does not
        return summed or before.how != after.how or not (first - second - small and second - first - small)
    told_again = after.how == TABLE and before.how == MARKED and _share_owner(before, after)
    if in_tables or not (summed or told_again):
        return False
    short, long = sorted((first - small, second - small), key=len)
    return len(short) >= FEWEST and len(short & long) / len(short) >= SUMMED


def _agree(a: Action, b: Action) -> bool:
    """Whether two printings can be one task: neither names an owner that the other does not."""
    return not a.owners or not b.owners or _share_owner(a, b) or a.text.casefold() == b.text.casefold()


def _share_owner(a: Action, b: Action) -> bool:
    """Whether two printings name one owner, be it by the forename in one of them ("Ann" and "Ann Forde")."""
    names = [{*action.owners, *(owner.partition(" ")[0] for owner in action.owners)} for action in (a, b)]
    return bool(set(a.owners) & names[1] or names[0] & set(b.owners))
