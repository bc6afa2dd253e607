"""Read what minutes say of a task under labels, below or behind it: "Owner: AF", "Due: next meeting", "Status: open".

The labels stand in the vocabulary (``markers``: fields).
"""

from __future__ import annotations

import re
from functools import cache

from minutes_cli.model import Action
from minutes_cli.parse.block import Paragraph, fold
from minutes_cli.parse.context import Context
from minutes_cli.parse.owners import is_somebody, read_cell
from minutes_cli.parse.patterns import any_of
from minutes_cli.parse.standing import stand
from minutes_cli.vocabulary import load
from minutes_cli.wording import wording

LABELLED = wording(r"^\W*(?P<label>[A-Za-z][A-Za-z/ ]{1,24}?)\s*:\s*(?P<said>\S.*)$", re.DOTALL)

LONGEST_LABEL = 26  # characters


@cache
def _labels() -> dict[str, str]:
    """Give what each label says of a task: "by whom" -> "owner"."""
    return {label: kind for kind, labels in load("markers")["fields"].items() for label in labels}


@cache
def _behind() -> re.Pattern[str]:
    """Find a label behind the words of a task, where they end or something sets it off."""
    labels = any_of(sorted(_labels(), key=len, reverse=True))
    return wording(rf"(?:[.;,|–—(\[]|\s-)?\s*(?<!\w)(?:{labels})\s*:\s*(?=\S)", re.IGNORECASE)


def take(action: Action, line: str, context: Context) -> bool:
    """Give an action what a labelled line says of it; False when the line has no such label.

    "Owner: AF" gives owners, "Due: Friday" the due words, "Status: in hand" how it stands.
    """
    match = LABELLED.match(fold(line))
    if match is None:
        return False
    kind = _labels().get(match["label"].casefold())
    if kind is None:
        return False
    said = match["said"].strip(" *_")
    if kind == "owner":
        owned = read_cell(said, context.roster)
        action.owners, action.action = owned.owners or action.owners, said
    elif kind == "due":
        action.due = context.due(action.text, said)
    else:
        stand(action, said)
    return True


def unlabelled(text: str) -> str:
    """Take the label off the words of a task: "What: ring them" -> "ring them"."""
    match = LABELLED.match(text)
    return match["said"] if match and match["label"].casefold() in load("markers")["task_labels"] else text


def cut(text: str) -> tuple[str, list[str]]:
    """Cut the labelled words off a task: "Ring them. Owner: AF Due: Friday" -> ("Ring them.", ["Owner: AF", ...])."""
    if ":" not in text:
        return text, []
    found = list(_behind().finditer(text))
    if not found or not text[: found[0].start()].strip():
        return text, []
    starts = [match.start() for match in found]
    fields = [text[a:b].strip(" .;,|–—-()[]") for a, b in zip(starts, [*starts[1:], None], strict=True)]
    end = starts[0] + (text[starts[0]] == ".")
    return text[:end].rstrip(" ;,|–—-(["), fields


def owned_by(line: str, context: Context) -> tuple[str, ...]:
    """Give the labelled words of a line that begins with an owner's label: "Responsible: AF  Due: May"; () if none.

    Such a line makes a task of the sentence above it, so its owners must be somebody beyond doubt.
    """
    match = LABELLED.match(fold(line)) if ":" in line[:LONGEST_LABEL] else None
    if match is None or _labels().get(match["label"].casefold()) != "owner":
        return ()
    said, fields = cut(match["said"])
    owned = read_cell(said, context.roster)
    if owned.rest or not owned.owners or not all(is_somebody(owner, context.roster) for owner in owned.owners):
        return ()
    return (f"{match['label']}: {said}", *fields)


def in_order(lines: list[Paragraph]) -> list[Paragraph]:
    """Put the words of each task before what is said of it, where a list has them behind "Who: AF"."""
    labels = [_label(line) for line in lines]
    if not lines or labels[0] != "owner" or "task" not in labels:
        return lines
    ordered: list[Paragraph] = []
    start = 0  # where the group of lines about one task begins
    for line, label in zip(lines, labels, strict=True):
        if label == "owner":
            start = len(ordered)
        ordered.insert(start if label == "task" else len(ordered), line)
    return ordered


def _label(line: Paragraph) -> str:
    """Tell what a labelled line says of a task: its "owner", when it is "due", or the "task" itself; "" for another."""
    match = LABELLED.match(fold(line.words)) if ":" in line.words else None
    label = match["label"].casefold() if match else ""
    return "task" if label in load("markers")["task_labels"] else _labels().get(label, "")
