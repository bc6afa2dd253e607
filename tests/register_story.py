"""Meetings of a fictional board told in short, for the tests of what becomes of its actions."""

from __future__ import annotations

from datetime import date, timedelta

from minutes_cli.model import Action, Due, Head, Item, Meeting, Person
from minutes_cli.register import Entry, Register, gather

BODY = "Tamarisk Point Board"
FIRST = date(2031, 1, 14)
PEOPLE = [
    Person(name="Ann Fell", initials="AF"),
    Person(name="Bryn Gale", initials="BG"),
    Person(name="Cora Hay", initials="CH"),
]
END = date(2031, 12, 31)


def day(number: int) -> date:
    """The day of the meeting of that number; they are held every fourth week."""
    return FIRST + timedelta(weeks=4 * number)


def row(ref: str, text: str, owner: str = "AF", status: str | None = None, **said: object) -> Action:
    """One row of a list of actions, with the status it prints."""
    meaning = {"Closed": "done", "C/f": "carried", "Ongoing": "in progress", "Dropped": "dropped", "Open": "open"}
    due = said.pop("due", None)
    return Action(
        id="",
        ref=ref,
        text=text,
        owners=[owner] if owner else [],
        status=meaning[status] if status else "open",  # type: ignore[arg-type]
        status_said=status,
        due=Due(text=str(due)) if due else None,
        item=str(said.pop("item", "5")),
        how=str(said.pop("how", "action-table")),
        page=2,
        line=int(ref) if ref.isdigit() else 9,
        **said,  # type: ignore[arg-type]
    )


def sat(number: int, *rows: Action, arising: str = "", text: str = "", body: str = BODY) -> tuple[str, Meeting]:
    """The record of one meeting: its rows, the lines of its matters arising, and the text of another item."""
    on = day(number)
    for action in rows:
        action.id = f"{on}/{action.ref}"
    items = [
        Item(number="2", title="Matters arising", text=arising, page=1, line=4),
        Item(number="4", title="Reports", text=text, page=1, line=20),
        Item(number="5", title="Actions", page=2, line=1),
    ]
    meeting = Meeting(meeting=Head(body=body, date=on), attendees=PEOPLE, items=items, actions=list(rows))
    return f"m{number}.yaml", meeting


def told(*records: tuple[str, Meeting], as_of: date = END) -> Register:
    """The register of some meetings."""
    return gather(records, as_of)


def standings(register: Register) -> dict[str, tuple[str, int]]:
    """Each action by its identity: how it stands, and how often minutes and people spoke of it since."""
    return {entry.id: (entry.status, len(entry.history)) for entry in register.entries}


def first(register: Register) -> Entry:
    """The oldest action."""
    return register.entries[0]
