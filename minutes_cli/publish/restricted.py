"""What minutes mark as not for publication: items, what stands below and behind them, actions and decisions.

When in doubt it is withheld, and told of: what was published cannot be taken back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from minutes_cli.model import Action, Decision, Item, Meeting
from minutes_cli.vocabulary import load

FIRST_LINES = 200
"""How many characters of an item's text may bear a mark: it stands at its head, not somewhere in the discussion."""


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(load("confidence")["patterns"][name]["pattern"], re.IGNORECASE)


def unrestricted(records: Sequence[tuple[str, Meeting]]) -> tuple[list[tuple[str, Meeting]], list[str]]:
    """Leave out what is marked as not for publication, and give the rest with an account of what was left out.

    An action that is withheld at one meeting is withheld wherever the same words are listed again.
    """
    hidden = {" ".join(action.text.casefold().split()) for _, each in records for action in _hidden_actions(each)}
    kept, account = [], []
    for name, meeting in records:
        rest = _without(meeting, hidden)
        kept.append((name, rest))
        if told := _told(meeting, rest):
            account.append(told)
    return kept, account or ["Nothing in these minutes is marked as not for publication."]


def _without(meeting: Meeting, hidden: set[str]) -> Meeting:
    closed = _closed(meeting.items)
    shut = {item.number for item in closed if item.number}
    doubtful = bool(closed)
    return msgspec.structs.replace(
        meeting,
        items=[item for item in meeting.items if not any(item is each for each in closed)],
        actions=[
            action
            for action in meeting.actions
            if not _is_hidden(action, shut, doubtful=doubtful)
            and " ".join(action.text.casefold().split()) not in hidden
        ],
        decisions=[each for each in meeting.decisions if not _is_hidden(each, shut, doubtful=doubtful)],
    )


def _hidden_actions(meeting: Meeting) -> Iterator[Action]:
    closed = _closed(meeting.items)
    shut = {item.number for item in closed if item.number}
    return (action for action in meeting.actions if _is_hidden(action, shut, doubtful=bool(closed)))


def _is_hidden(task: Action | Decision, shut: set[str], *, doubtful: bool) -> bool:
    """Whether an action or decision is withheld: by its item, by a mark of its own, or as nobody knows its item."""
    return task.item in shut or (doubtful and not task.item) or bool(_pattern("marked").search(task.text))


def _closed(items: Sequence[Item]) -> list[Item]:
    """List the items not for publication: marked, below one that is, or behind a heading that closes the rest."""
    closed: list[Item] = []
    numbers: set[str] = set()
    behind = False
    for item in items:
        head = f"{item.title}\n{item.text[:FIRST_LINES]}"
        behind = behind or bool(_pattern("onwards").search(item.title))
        opening = [line for line in head.split("\n") if line.strip()][:2]
        if behind or item.parent in numbers or any(_pattern("marked").search(line) for line in opening):
            closed.append(item)
            if item.number:
                numbers.add(item.number)
        behind = behind or any(_pattern("onwards").search(line) for line in item.text.split("\n"))
    return closed


def _told(before: Meeting, after: Meeting) -> str:
    """Account for what was left out of one meeting, without saying what it was about."""
    left = [item.number for item in before.items if not any(item is each for each in after.items)]
    gone = {kind: len(getattr(before, f"{kind}s")) - len(getattr(after, f"{kind}s")) for kind in ("action", "decision")}
    told = [f"{'item' if len(left) == 1 else 'items'} {_numbers(left)}"] if left else []
    told += [f"{number} {kind}{'s' if number > 1 else ''}" for kind, number in gone.items() if number]
    day = before.meeting.date
    when = f"the meeting of {day.isoformat()}" if day else "a meeting without a date"
    return f"Withheld as not for publication, of {when}: {', '.join(told)}." if told else ""


def _numbers(numbers: Sequence[str]) -> str:
    known = [number for number in numbers if number]
    unknown = len(numbers) - len(known)
    return ", ".join([*known, *([f"{unknown} without a number"] if unknown else [])])
