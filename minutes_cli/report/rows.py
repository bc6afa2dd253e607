"""The columns and the row of an action, shared by the reports that list actions."""

from __future__ import annotations

from datetime import date
from typing import get_args

from minutes_cli.model import Update
from minutes_cli.register import STATUSES, Colour, Entry, Sighting
from minutes_cli.report.values import Column, Fields, Row
from minutes_cli.report.wording import NONE, action_lines, due_lines, owner_name, standing_lines

STANDING = tuple(word for word in STATUSES if word != "overdue")
"""What an action's status can be; overdue is told apart from it."""

COLOURS: tuple[str, ...] = get_args(Colour)

REF = Column(key="shown_ref", title="Ref", face="page", stands_for=("id",), most=20)
ITEM = Column(key="shown_item", title="Item", face="page", stands_for=("item",), most=6, folds=2)
ACTION = Column(key="shown_action", title="Action", kind="lines", face="page", stands_for=("text",), most=0)
OWNER = Column(key="shown_owners", title="Owner", kind="list", face="page", stands_for=("owners",), most=12)
DUE = Column(
    key="shown_due", title="Due", kind="lines", face="page", stands_for=("due", "due_said", "first_due"), most=12
)
STATUS = Column(
    key="shown_status",
    title="Status",
    kind="lines",
    face="page",
    stands_for=("status", "overdue"),
    most=12,
    alarm="overdue",
)
PAGE = Column(key="shown_page", title="Page", kind="number", face="page", stands_for=("page",), most=4, folds=3)

MACHINE = (
    Column(key="id", title="Id", face="machine"),
    Column(key="ref", title="Ref", face="machine"),
    Column(key="number", title="Number", face="machine"),
    Column(key="body", title="Body", face="machine", most=24),
    Column(key="meeting", title="Meeting", kind="date", face="machine"),
    Column(key="item", title="Item", face="machine"),
    Column(key="item_title", title="Item title", face="machine", most=24),
    Column(key="text", title="Action", face="machine", most=0),
    Column(key="parts", title="Parts", kind="records", face="machine"),
    Column(key="owners", title="Owners", kind="list", face="machine"),
    Column(key="owner_names", title="Owner names", kind="list", face="machine"),
    Column(key="owner_said", title="Owner as printed", face="machine", most=24),
    Column(key="due_said", title="Due as printed", face="machine", most=24),
    Column(key="due", title="Due", kind="date", face="machine"),
    Column(key="first_due", title="First due", kind="date", face="machine"),
    Column(key="overdue", title="Overdue", kind="yes-no", face="machine", alarm="overdue"),
    Column(key="status", title="Status", kind="status", face="machine", choices=STANDING),
    Column(key="status_said", title="Status as printed", face="machine"),
    Column(key="rag", title="Colour", kind="status", face="machine", choices=COLOURS),
    Column(key="proposed_for_closure", title="Proposed for closure", kind="yes-no", face="machine"),
    Column(key="closed_on", title="Closed on", kind="date", face="machine"),
    Column(key="archived", title="Archived", kind="yes-no", face="machine"),
    Column(key="age_days", title="Age in days", kind="number", face="machine"),
    Column(key="age_meetings", title="Age in meetings", kind="number", face="machine"),
    Column(key="times_carried", title="Times carried", kind="number", face="machine"),
    Column(key="times_slipped", title="Times slipped", kind="number", face="machine"),
    Column(key="last_update_on", title="Last update on", kind="date", face="machine"),
    Column(key="last_update", title="Last update", face="machine", most=0),
    Column(key="updates", title="Updates", kind="records", face="machine"),
    Column(key="history", title="History", kind="records", face="machine"),
    Column(key="record", title="Record", face="machine"),
    Column(key="page", title="Page", kind="number", face="machine"),
    Column(key="line", title="Line", kind="number", face="machine"),
    Column(key="how", title="Found by", face="machine"),
)
"""Every field of an action, for programs and spreadsheets."""


def action_row(entry: Entry, as_of: date, *, short_ref: bool = False) -> Row:
    """Put an action of the register into a row: the page's words, then every field.

    ``short_ref`` shows the number as printed, enough where the meeting stands above; else the identity
    that holds across meetings, "2031-03-04/3".
    """
    return {**_shown(entry, as_of, short_ref=short_ref), **_fields(entry)}


def _shown(entry: Entry, as_of: date, *, short_ref: bool) -> Row:
    action = entry.action
    is_date = action.due is not None and action.due.kind == "date" and action.due.date is not None
    return {
        "shown_ref": ", ".join(filter(None, (action.ref if short_ref else entry.id, entry.number))),
        "shown_item": action.item or "",
        "shown_action": action_lines(action),
        "shown_owners": [owner.said for owner in entry.owners] or [NONE],
        "shown_due": due_lines(entry.due_said, entry.first_due, entry.due, is_date=is_date),
        "shown_status": standing_lines(entry, as_of),
        "shown_page": action.page,
    }


def _fields(entry: Entry) -> Row:
    action, head, last = entry.action, entry.held.head, entry.last_update
    return {
        "id": entry.id,
        "ref": action.ref,
        "number": entry.number or None,
        "body": head.body,
        "meeting": head.date,
        "item": action.item,
        "item_title": entry.item_title or None,
        "text": action.text,
        "parts": [task_fields(task.text, [owner.said for owner in task.owners]) for task in entry.tasks],
        "owners": [owner.said for owner in entry.owners],
        "owner_names": [owner_name(owner) for owner in entry.owners],
        "owner_said": action.action,
        "due_said": entry.due_said or None,
        "due": entry.due,
        "first_due": entry.first_due,
        "overdue": entry.overdue,
        "status": entry.status,
        "status_said": entry.status_said or None,
        "rag": entry.rag,
        "proposed_for_closure": entry.proposed_for_closure,
        "closed_on": entry.closed_on,
        "archived": entry.archived,
        "age_days": entry.age_days,
        "age_meetings": entry.age_meetings,
        "times_carried": entry.carried,
        "times_slipped": entry.slipped,
        "last_update_on": last.on if last else None,
        "last_update": last.note if last else None,
        "updates": [update_fields(each.update) for each in entry.history if each.held is None],
        "history": [sighting_fields(each) for each in entry.history],
        "record": entry.record,
        "page": action.page,
        "line": action.line,
        "how": action.how,
    }


def task_fields(text: str, owners: list[str]) -> Fields:
    """Put one of several tasks into keyed values."""
    return {"text": text, "owners": owners}


def sighting_fields(told: Sighting) -> Fields:
    """Put what was said of an action into keyed values: what it changed, the words, and where they stand."""
    said: Fields = {
        "on": told.on,
        "status": told.status,
        "due": told.due,
        "owners": list(told.owners) or None,
        "said": told.said or None,
        "matched": told.matched,
        "record": told.record or None,
        "item": told.item,
        "page": told.page,
        "line": told.line,
    }
    return {key: value for key, value in said.items() if value is not None}


def update_fields(update: Update) -> Fields:
    """Put one update on an action into keyed values, leaving out what it does not say."""
    said: Fields = {
        "on": update.on,
        "status": update.status,
        "note": update.note,
        "due": update.due,
        "owners": update.owners or None,
    }
    return {key: value for key, value in said.items() if value is not None}
