"""Read when a task is due from what is set off behind its words: "... - AF (by Friday)", "... - 1 May"."""

from __future__ import annotations

import re

from minutes_cli.model import Action, Due
from minutes_cli.parse import due as due_words
from minutes_cli.parse.context import Context
from minutes_cli.wording import wording

DUE_LAST = wording(
    r"^(?P<rest>.+?)\s*(?:[\[(](?P<due>[^()\[\]]{3,40})[\])]|[)\]]\s*[,;–—-]\s*(?P<behind>[^()\[\]]{3,40}))\W*$",
    re.DOTALL,
)
DAY_LAST = wording(
    r"^(?P<rest>.{8,}?)\s*(?:\s[–—-]+\s|[–—|]|[(\[])[\s*_]*(?P<day>[^–—()\[\]|]{3,30}?)[\s*_]*[)\]]?[.;]?$", re.DOTALL
)


def dated(action: Action, context: Context) -> Due | None:
    """Read a bare day set off behind a task as the day that it is due: "ring the diver - 1 May", "... (Fri 1 May)"."""
    match = DAY_LAST.match(action.text)
    if match is None or not due_words.is_day(match["day"]):
        return None
    due = context.due("", match["day"])
    if due is None or (due.date and context.date and due.date < context.date):
        return None  # a day that is past tells when the task was put
    action.text = match["rest"]
    return due


def without_due(text: str) -> str:
    """Leave out the due words that stand in brackets behind a task and its owner: "Ring them - AF (by Friday)"."""
    match = DUE_LAST.match(text)
    if match is None or not is_due(match["due"] or match["behind"]):
        return text
    return match["rest"] if match["due"] else text[: match.start("behind")].rstrip(" ,;–—-")


def is_due(text: str) -> bool:
    """Whether words say when something is due and nothing else."""
    found = due_words.find(text)
    return found is not None and len(found[0]) >= len(text.strip(" .,;:-–—")) - 1
