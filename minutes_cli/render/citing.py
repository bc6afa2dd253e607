"""The minute an action comes from and the day it is due, in the words of a letter or a calendar."""

from __future__ import annotations

from datetime import date

from minutes_cli.render.faces import words_of
from minutes_cli.report.values import Row


def cited(row: Row) -> str:
    """Cite the minute that an action comes from: body, day of the meeting, item, page, and its identity."""
    day = row.get("meeting")
    parts = [
        words_of(row.get("body")),
        f"meeting of {words_of(day)}" if isinstance(day, date) else "",
        f"item {words_of(row['item'])}" if row.get("item") else "",
        f"page {words_of(row['page'])}" if row.get("page") else "",
        f"action {words_of(row['id'])}" if row.get("id") else "",
    ]
    return ", ".join(filter(None, parts))


def due_words(row: Row) -> str:
    """Say when an action is due: "20 Apr 2031, first due 31 Mar 2031 (31 March)"; the words where they are no date."""
    due, first, said = row.get("due"), row.get("first_due"), words_of(row.get("due_said"))
    if due is None:
        return said or "no date"
    put_off = f", first due {words_of(first)}" if first and first != due else ""
    return f"{words_of(due)}{put_off}{f' ({said})' if said else ''}"
