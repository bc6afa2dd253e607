"""Give an action the status that its minutes print: in its own cell, glued to its words, or beside and below it."""

from __future__ import annotations

from typing import cast

from minutes_cli.model import Action, Status
from minutes_cli.parse import status as status_words


def take_status(action: Action, status: str, said: str) -> None:
    """Let an action stand as minutes say: the status (a value of the vocabulary, so of the model) and its words."""
    action.status, action.status_said = cast("Status", status), said


def stand(action: Action, cell: str) -> None:
    """Give an action the status its row prints: in its own cell, or by a box, a stroke or a word on the text.

    The text loses what said so.
    """
    found = status_words.read(cell) if cell else None
    if found:
        take_status(action, *found)
        return
    if cell:
        action.status_said = cell
        return
    marked = status_words.box(action.text) or status_words.glued(action.text)
    if marked:
        take_status(action, marked.status, marked.said)
        action.text = marked.text


def restand(action: Action, text: str) -> None:
    """Give an action the status that words beside or below it print, unless its own words gave it one."""
    if action.status_said is not None:
        return
    if found := status_words.read(text):
        take_status(action, *found)
    elif told := status_words.glued(text):
        take_status(action, told.status, told.said)
