"""The business of one record as a person would read it: its actions and its decisions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from minutes_cli.model import Action, Decision, Due, Update
from minutes_cli.register import in_order
from minutes_cli.report.rows import STANDING, task_fields, update_fields
from minutes_cli.report.values import Column, Group, Line, Report, Row
from minutes_cli.report.wording import NONE, action_lines, due_lines

T = TypeVar("T")

PAGE = Column(key="page", title="Page", kind="number", most=4, folds=3)
LINE = Column(key="line", title="Line", kind="number", face="machine")


def part(title: str, columns: list[Column], rows: list[Row], nothing: str) -> Report:
    """Make one part of a record: its rows, or a note that the minutes have nothing of the kind."""
    return Report(
        key="record",
        title=title,
        columns=columns,
        groups=[Group(rows=rows)] if rows else [],
        notes=[] if rows else [nothing],
        facts={"rows": len(rows)},
    )


def recorded_actions(actions: Sequence[Action]) -> Report:
    """Show the actions of one record, as they stand after every update."""
    columns = [
        Column(key="ref", title="Ref", most=16),
        Column(key="item", title="Item", most=6, folds=2),
        Column(key="shown_action", title="Action", kind="lines", face="page", stands_for=("text",), most=0),
        Column(key="shown_owners", title="Owner", kind="list", face="page", stands_for=("owners",), most=14),
        Column(key="shown_due", title="Due", kind="lines", face="page", stands_for=("due", "due_said"), most=14),
        Column(key="shown_status", title="Status", face="page", stands_for=("status",), most=12),
        Column(key="id", title="Id", face="machine"),
        Column(key="text", title="Action", face="machine", most=0),
        Column(key="parts", title="Parts", kind="records", face="machine"),
        Column(key="owner_said", title="Owner as printed", face="machine"),
        Column(key="owners", title="Owners", kind="list", face="machine"),
        Column(key="due_said", title="Due as printed", face="machine"),
        Column(key="due", title="Due", kind="date", face="machine"),
        Column(key="status", title="Status", kind="status", face="machine", choices=STANDING),
        Column(key="status_said", title="Status as printed", face="machine"),
        Column(key="updates", title="Updates", kind="records", face="machine"),
        Column(key="how", title="Found by", face="machine"),
        PAGE,
        LINE,
    ]
    return part("Actions", columns, [_action(action) for action in actions], "No actions are recorded.")


def _action(action: Action) -> Row:
    updates = [update for _, update in in_order(action.updates)]
    status = _last_said([update.status for update in updates], action.status)
    owners = list(_last_said([update.owners for update in updates], action.owners or _of_parts(action)))
    return {
        "shown_action": action_lines(action),
        "shown_owners": owners or [NONE],
        "shown_due": _due(action.due, updates),
        "shown_status": status,
        "id": action.id,
        "ref": action.ref,
        "item": action.item,
        "text": action.text,
        "parts": [task_fields(part.text, list(part.owners)) for part in action.parts],
        "owner_said": action.action,
        "owners": owners,
        "due_said": action.due.text if action.due else None,
        "due": _last_said([update.due for update in updates], action.due.date if action.due else None),
        "status": status,
        "status_said": action.status_said,
        "updates": [update_fields(update) for update in updates],
        "how": action.how,
        "page": action.page,
        "line": action.line,
    }


def _due(due: Due | None, updates: Sequence[Update]) -> list[Line]:
    first = due.date if due else None
    now = next((update.due for update in reversed(updates) if update.due), first)
    return due_lines(due.text if due else "", first, now, is_date=due is not None and due.kind == "date")


def _of_parts(action: Action) -> list[str]:
    return list(dict.fromkeys(owner for each in action.parts for owner in each.owners))


def _last_said(said: Sequence[T], first: T) -> T:
    """Return the last thing an update said, or what the minutes said when no update speaks of it."""
    return next((each for each in reversed(said) if each), first)


def recorded_decisions(decisions: Sequence[Decision]) -> Report:
    """Show what the body resolved, with who moved it and how the vote went."""
    columns = [
        Column(key="ref", title="Ref", most=16),
        Column(key="item", title="Item", most=6),
        Column(key="text", title="Decision", most=0),
        Column(key="proposer", title="Proposed", most=14, folds=1),
        Column(key="seconder", title="Seconded", most=14, folds=1),
        Column(key="vote", title="Vote", most=14, folds=1),
        Column(key="how", title="Found by", face="machine"),
        PAGE,
        LINE,
    ]
    rows: list[Row] = [
        {
            "ref": decision.ref,
            "item": decision.item,
            "text": decision.text,
            "proposer": decision.proposer,
            "seconder": decision.seconder,
            "vote": decision.vote,
            "how": decision.how,
            "page": decision.page,
            "line": decision.line,
        }
        for decision in decisions
    ]
    return part("Decisions", columns, rows, "No decisions are recorded.")
