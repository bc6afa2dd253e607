"""Attendance by organisation: how many people of each came to which meetings."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from minutes_cli.register import Attendee, RollCall
from minutes_cli.report.attendance_columns import COUNTS, meeting_columns, meeting_keys
from minutes_cli.report.values import Column, Group, Report, Row


def by_organisation(call: RollCall) -> list[Report]:
    """Say how many people of each organisation came to each meeting; nothing when no list names an organisation."""
    keys = meeting_keys(call)
    people: dict[str, list[Attendee]] = {}
    for each in call.attendees:
        if each.organisation:
            people.setdefault(" ".join(each.organisation.casefold().split()), []).append(each)
    if not people:
        return []
    heard = len(call.meetings) - len(call.silent)
    rows: list[Row] = []
    for _, group in sorted(people.items()):
        counts = [_came(group, place) for place in range(len(keys))]
        represented = sum(map(bool, counts))
        rows.append(
            {
                "name": group[0].organisation,
                "names": sorted(each.name for each in group),
                "people": len(group),
                "shown_attended": f"{represented} of {heard}",
                "attended": represented,
                "expected": heard,
                "share": round(represented / heard, 4) if heard else None,
                **dict(zip(keys, counts, strict=True)),
            }
        )
    return [_page(call, rows)]


def _page(call: RollCall, rows: list[Row]) -> Report:
    columns = [
        Column(key="name", title="Organisation", most=0),
        Column(key="names", title="Who", kind="list", most=20, folds=1),
        Column(key="people", title="People", kind="number", most=6),
        *COUNTS,
        *(msgspec.structs.replace(c, kind="number", choices=(), signs={}) for c in meeting_columns(call)),
    ]
    note = "Counted: the people of each organisation who came. 0: named, and nobody came. Empty: not named."
    return Report(
        key="attendance-organisations",
        title="Organisations",
        columns=columns,
        groups=[Group(rows=rows)],
        notes=[note],
    )


def _came(people: Sequence[Attendee], place: int) -> int | None:
    named = [each.at[place] for each in people if place in each.at]
    return sum(each.came for each in named) if named else None
