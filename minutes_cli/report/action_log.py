"""The action log: every action of the meetings covered, what was held over first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

import msgspec

from minutes_cli.book import Book
from minutes_cli.errors import UsageProblem
from minutes_cli.register import Entry, Held, Register
from minutes_cli.report.owners import SHARED, SHARED_WITH, by_owner, owned_row
from minutes_cli.report.rows import ACTION, DUE, ITEM, MACHINE, OWNER, PAGE, REF, STATUS, action_row
from minutes_cli.report.values import Group, Report, Row
from minutes_cli.report.wording import (
    LONG_MONTHS,
    counted,
    coverage,
    covered,
    facts,
    meeting_facts,
    meeting_words,
    several_bodies,
    subtitle,
)

PRINTED_LOG = "log"
"""The rule (``Action.how``) that finds an action in a log of earlier actions: such actions are held over."""


def action_log(register: Register, by: str = "meeting", *, archived: bool = False, book: Book | None = None) -> Report:
    """List the actions of a register, grouped by meeting, by owner or by due date.

    By ``meeting`` (for the meeting itself): those held over from earlier meetings first, by the meeting that raised
    them, the oldest first; then those of each body's latest meeting; then the earlier ones that are closed.
    By ``owner``: for chasing. By ``due`` (for the secretary): overdue first, then month by month. What was closed is
    shown until the next meeting of its body; ``archived`` shows what was closed before, too. The ``book`` knows which
    owners have left.

    Raises ``UsageProblem`` for any other grouping.
    """
    groupings: dict[str, tuple[str, Callable[[Register], list[Group]]]] = {
        "meeting": ("Meeting", _by_meeting),
        "owner": ("Owner", lambda listed: _by_owner(listed, book)),
        "due": ("Due", _by_due),
    }
    if by not in groupings:
        raise UsageProblem(f"an action log cannot be grouped by {by!r}.", f"Use one of: {', '.join(groupings)}.")
    title, grouping = groupings[by]
    listed = register if archived else _current(register)
    notes = [*_put_away(register, listed), *covered(register)]
    shared = [SHARED_WITH] if by == "owner" else []
    return Report(
        key="actions",
        title="Action log",
        subtitle=subtitle(register),
        columns=[REF, ITEM, ACTION, SHARED if by == "owner" else OWNER, DUE, STATUS, PAGE, *MACHINE, *shared],
        groups=grouping(listed),
        notes=notes if listed.entries else ["No actions to list.", *notes],
        grouped_by=title,
        headed_by=("body", "meeting") if by == "meeting" else (),
        facts=facts(listed),
        covered=coverage(register),
    )


def _current(register: Register) -> Register:
    """Leave out the actions that were closed, and shown so, before the latest meeting of their body."""
    return msgspec.structs.replace(register, entries=tuple(entry for entry in register.entries if not entry.archived))


def _put_away(register: Register, listed: Register) -> list[str]:
    away = len(register.entries) - len(listed.entries)
    return (
        [f"Not listed: {counted(away, 'action')} closed before the latest meeting; --all lists them."] if away else []
    )


def _by_meeting(register: Register) -> list[Group]:
    newest = [entry for entry in register.entries if entry.held.latest]
    earlier = [entry for entry in register.entries if not entry.held.latest]
    newest.sort(key=lambda entry: entry.action.how != PRINTED_LOG)  # stable: the order of the minutes is kept
    tiers = (
        ("Held over from earlier meetings", [entry for entry in earlier if entry.is_open]),
        ("From the latest meeting", newest),
        ("Earlier actions now closed", [entry for entry in earlier if not entry.is_open]),
    )
    filled = [(section, entries) for section, entries in tiers if entries]
    groups: list[Group] = []
    for section, entries in filled:
        heading = section if len(filled) > 1 or entries is not newest else ""
        groups.extend(_meetings(register, entries, heading))
    return groups


def _meetings(register: Register, entries: Sequence[Entry], section: str) -> list[Group]:
    both = several_bodies(register.meetings)
    raised: dict[int, list[Entry]] = {}
    for entry in entries:
        raised.setdefault(id(entry.held), []).append(entry)
    return [
        Group(
            title=_meeting(group[0].held, with_body=both),
            section=section,
            about=meeting_facts(held),
            rows=[action_row(entry, register.as_of, short_ref=True) for entry in group],
        )
        for held in register.meetings
        if (group := raised.get(id(held)))
    ]


def _meeting(held: Held, *, with_body: bool) -> str:
    return meeting_words(held.head, held.name, with_body=with_body)


def _by_owner(register: Register, book: Book | None) -> list[Group]:
    return [
        Group(
            title=owned.title,
            section=owned.section,
            about=owned.about,
            rows=[owned_row(each, owned.key, register.as_of) for each in owned.entries],
        )
        for owned in by_owner(register, book)
    ]


def _by_due(register: Register) -> list[Group]:
    still = [entry for entry in register.entries if entry.is_open]
    months: dict[tuple[int, int], list[Entry]] = {}
    for entry in still:
        if entry.due and not entry.overdue:
            months.setdefault((entry.due.year, entry.due.month), []).append(entry)
    stretches = [
        ("Overdue", [entry for entry in still if entry.overdue]),
        *((f"Due in {LONG_MONTHS[month - 1]} {year}", months[year, month]) for year, month in sorted(months)),
        ("Due, but not by a date", [entry for entry in still if entry.due is None and entry.due_said]),
        ("No due date", [entry for entry in still if entry.due is None and not entry.due_said]),
        ("Closed", [entry for entry in register.entries if not entry.is_open]),
    ]
    return [
        Group(title=title, rows=_rows(register, sorted(entries, key=lambda entry: entry.due or date.max)))
        for title, entries in stretches
        if entries
    ]


def _rows(register: Register, entries: Iterable[Entry]) -> list[Row]:
    return [action_row(entry, register.as_of) for entry in entries]
