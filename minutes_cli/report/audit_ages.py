"""The age of the open actions: how many are new, and how many have been waiting for long."""

from __future__ import annotations

from minutes_cli.report.tally import Tally, share
from minutes_cli.report.values import Column, Group, Picture, Report, Row

BANDS = (
    (30, "up to 30 days"),
    (90, "31 to 90 days"),
    (180, "91 to 180 days"),
    (365, "181 to 365 days"),
)
"""The bands of age, each with its last day: a month, a quarter, half a year and a year, as boards meet."""

OLDER = "more than a year"

COLUMNS = [
    Column(key="age", title="Age", most=0),
    Column(key="from_days", title="From days", kind="number", face="machine"),
    Column(key="open", title="Open", kind="number", most=6),
    Column(key="overdue", title="Overdue", kind="number", most=7),
    Column(key="share", title="Share", kind="share", most=6),
]


def by_age(raised: Tally) -> list[Report]:
    """Count the open actions by how old they are; nothing when the age of none is known."""
    aged = raised.still.those(lambda entry: entry.age_days is not None)
    if not aged:
        return []
    rows: list[Row] = []
    first = 0
    for last, words in (*BANDS, (None, OLDER)):
        part = aged.those(
            lambda e, first=first, last=last: first <= (e.age_days or 0) and (last is None or (e.age_days or 0) <= last)  # type: ignore[misc]
        )
        rows.append(
            {
                "age": words,
                "from_days": first,
                "open": len(part),
                "overdue": len(part.overdue),
                "share": share(len(part), len(aged)),
            }
        )
        first = (last or first) + 1
    unknown = len(raised.still) - len(aged)
    notes = [f"Of unknown age, as their meeting has no date: {unknown}."] if unknown else []
    picture = Picture(title="The open actions by age", kind="bars", by="age", figures=("open", "overdue"))
    return [
        Report(
            key="audit-ages",
            title="By age",
            columns=COLUMNS,
            groups=[Group(rows=rows)],
            notes=notes,
            picture=picture,
        )
    ]
