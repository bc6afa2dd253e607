"""Write an update of an action into the text of its record, and touch nothing else of it.

A person's comments, quotation marks, order and line ends stay because they are never written again: the place of the
action is found in the text, and the update is put there as text. That the record then says what it said before and the
update, and nothing else, is proved by reading it again; where that fails, nothing is written.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

import msgspec

from minutes_cli.errors import UsageProblem
from minutes_cli.model import Action, Meeting, Update
from minutes_cli.store.nodes import Place, tree
from minutes_cli.store.reading import load
from minutes_cli.store.writing import as_yaml, update_values


class Splice(NamedTuple):
    """Text put into a record: at which character, what it took the place of (mostly nothing), and what it is."""

    at: int
    took: str
    put: str


def with_update(text: str, name: str, action: Action, update: Update) -> tuple[str, Splice | None]:
    """Put an update of an action into the text of its record, as the last of its updates.

    ``text`` is the record's, with its own line ends; ``name`` the file it is from, for messages. Gives the new text and
    what was put in; when the last update says the same already, the text as it is and ``None``. Raises
    ``SourceUnreadable`` when the text is no record, and ``UsageProblem`` when the action is not in it (or twice), or
    its layout is such that the update cannot be put in.
    """
    before = load(text, name)
    number = _number_of(before, action, name)
    known = before.actions[number].updates
    if known and known[-1] == update:
        return text, None
    where = tree(text).follow(f"actions[{number}]")
    wanted = msgspec.structs.replace(before.actions[number], updates=[*known, update])
    expected = msgspec.structs.replace(
        before, actions=[wanted if n == number else each for n, each in enumerate(before.actions)]
    )
    for splice in _splices(text, where, update):
        after = text[: splice.at] + splice.put + text[splice.at + len(splice.took) :]
        if _says(after, name, expected):
            return after, splice
    raise UsageProblem(
        f"{name}:{where.line}: the update cannot be put into this action as it is laid out.",
        "Write it there by hand, under updates, or lay the action out with a line for each key.",
    )


def _number_of(meeting: Meeting, action: Action, name: str) -> int:
    """Find an action in its record by its id and, where several share that, its words."""
    same = [n for n, each in enumerate(meeting.actions) if each.id == action.id]
    if len(same) > 1:
        same = [n for n in same if meeting.actions[n].text == action.text]
    if len(same) == 1:
        return same[0]
    many = "is not there any more" if not same else "is there more than once"
    raise UsageProblem(f"{name}: the action {action.id} {many}.", "Look at the record, and try again.")


def _says(text: str, name: str, expected: Meeting) -> bool:
    from minutes_cli.errors import SourceUnreadable

    try:
        return load(text, name) == expected
    except SourceUnreadable:
        return False


def _splices(text: str, action: Place, update: Update) -> Iterator[Splice]:
    """Find where the update may go, by how the action and its updates are written; the likeliest first."""
    updates = action.find("updates")
    column = action.node.start_mark.column
    if updates is None and action.node.flow_style:
        yield before_the_end(text, action, f"updates: [{_in_braces(update)}]")
    elif updates is None:
        yield from below(text, last_line(action), _block(update, column, column, with_key=True))
    elif updates.kind == "sequence" and not updates.node.flow_style:
        dash = updates.node.start_mark.column
        yield from below(text, last_line(updates), _block(update, column, dash, with_key=False))
    else:
        yield _into_list(text, updates, update)


def _into_list(text: str, updates: Place, update: Update) -> Splice:
    """Put the update into a list in brackets, or where nothing stands yet (``updates:``, ``updates: null``)."""
    said = _in_braces(update)
    if updates.kind == "sequence":
        return before_the_end(text, updates, said)
    at, end = updates.node.start_mark.index, updates.node.end_mark.index
    blank = "" if at and text[at - 1] in " \t" else " "
    return Splice(at, text[at:end], f"{blank}[{said}]")


def before_the_end(text: str, place: Place, said: str) -> Splice:
    """Put an entry before the bracket or brace that ends a list or a block on one line."""
    end = place.node.end_mark.index - 1
    last = max((node.end_mark.index for node in _children(place)), default=None)
    if last is None:
        return Splice(end, "", said)
    rest = text[last:end]
    comma = "," in rest.partition("#")[0]
    at = last + rest.index(",") + 1 if comma else last
    return Splice(at, "", f" {said}" if comma else f", {said}")


def _children(place: Place) -> list[Any]:
    if place.kind == "sequence":
        return list(place.node.value)
    return [value for _, value in place.node.value]


def _in_braces(update: Update) -> str:
    """Write an update on one line; texts stand in double quotes, so that they may hold anything."""
    return f"{{{', '.join(f'{key}: {quoted(value)}' for key, value in update_values(update).items())}}}"


def quoted(value: Any) -> str:
    """Write a value on one line; text stands in double quotes, so that it may hold anything."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return f"[{', '.join(map(quoted, value))}]"
    said = json.dumps(value, ensure_ascii=False)
    return "".join(sign if sign.isprintable() else f"\\U{ord(sign):08x}" for sign in said)


def _block(update: Update, column: int, dash: int, *, with_key: bool) -> list[str]:
    """Write an update as lines: those of a list's entry at a column, below its key when that is new."""
    key, *lines = as_yaml({"updates": [update_values(update)]}).splitlines()
    lines[0] = lines[0].replace("'on':", "on:", 1)  # quoted for YAML 1.1, where it is a truth; not in our reading
    entry = [f"{' ' * dash}{line}" if line else "" for line in lines]
    return [f"{' ' * column}{key}", *entry] if with_key else entry


def last_line(place: Place) -> int:
    """Find the index of the last character that a block's own values take; comments below are not its own."""
    node = place.node
    while node.id != "scalar" and node.value and not node.flow_style:
        node = node.value[-1] if node.id == "sequence" else node.value[-1][1]
    return int(node.end_mark.index)


def below(text: str, end: int, lines: list[str]) -> Iterator[Splice]:
    """Put lines below the last line of a value, or below the blank lines that are a part of it (``|+``)."""
    ends = "\r\n" if "\r\n" in text else "\n"
    for ended in (len(text[:end].rstrip(" \t\r\n")), max(end - 1, 0)):
        stop = text.find("\n", ended)
        if stop < 0:
            yield Splice(len(text), "", ends + ends.join(lines))
        else:
            yield Splice(stop + 1, "", ends.join(lines) + ends)
