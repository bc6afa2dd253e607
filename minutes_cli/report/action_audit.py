"""The audit of the actions: how many were raised, closed on time, are overdue; how old; by month and by owner."""

from __future__ import annotations

from minutes_cli.book import Book
from minutes_cli.register import Register
from minutes_cli.report.audit_ages import by_age
from minutes_cli.report.audit_months import by_month
from minutes_cli.report.owners import by_owner
from minutes_cli.report.rows import ACTION, DUE, MACHINE, OWNER, REF, action_row
from minutes_cli.report.tally import Tally, average, middle, share
from minutes_cli.report.values import Column, Group, Picture, Report, Row, Value
from minutes_cli.report.wording import coverage, covered, facts, subtitle, times

OLDEST_AT_MOST = 10
"""How many of the oldest open actions are listed."""

FIGURE = Column(key="figure", title="Figure", most=0)
UNIT = Column(key="unit", title="", most=8)


def action_audit(register: Register, book: Book | None = None) -> list[Report]:
    """Audit how a body does what it sets itself to do: in all, by month raised, by owner, and the oldest still open.

    Closed on time is measured by the date first given. Ages are in days, from the meeting that raised an action to the
    day of the register, or to the day it was closed.
    """
    raised = Tally(register.entries)
    if not raised:
        note = "No actions to audit. To make records of minutes: minutes parse FILE"
        notes = [note, *covered(register)]
        return [
            Report(
                key="audit",
                title="Action audit",
                subtitle=subtitle(register),
                columns=[FIGURE],
                notes=notes,
                facts=facts(register),
                covered=coverage(register),
            )
        ]
    pages = [
        _in_all(register, raised),
        *by_month(raised.entries, register.as_of),
        *by_age(raised),
        _by_owner(register, book),
        *_oldest(register, raised),
    ]
    for page in pages[1:]:
        page.covered = coverage(register)
    return pages


def _in_all(register: Register, raised: Tally) -> Report:
    columns = [
        FIGURE,
        Column(key="number", title="Number", kind="number", most=8),
        UNIT,
        Column(key="of", title="Of", kind="number", most=6),
        Column(key="share", title="Share", kind="share", most=6),
        Column(key="key", title="Key", face="machine", most=20),
    ]
    return Report(
        key="audit",
        title="Action audit",
        subtitle=subtitle(register),
        columns=columns,
        groups=[
            Group(title="The actions", rows=_figures(raised)),
            *([Group(title="Their age", rows=days)] if (days := _days(raised)) else []),
            Group(title="Carried and put off", rows=_put_off(raised)),
        ],
        notes=[
            "On time: done by the date first given; counted are those done on a known day and with such a date.",
            *covered(register),
        ],
        facts=facts(register),
        covered=coverage(register),
    )


def _figures(raised: Tally) -> list[Row]:
    still, timed = raised.still, raised.timed
    counts = (
        ("raised", "Raised", raised, None),
        ("closed", "Closed", raised.closed, raised),
        ("done", "- done", raised.those(lambda e: e.status == "done"), raised),
        ("dropped", "- dropped", raised.those(lambda e: e.status == "dropped"), raised),
        ("on_time", "Done on time", raised.on_time, timed),
        ("late", "Done late", raised.late, timed),
        ("open", "Open", still, raised),
        ("overdue", "- overdue", raised.overdue, still),
        ("no_date", "- without a due date", still.those(lambda e: e.due is None), still),
        ("no_owner", "- without an owner", still.those(lambda e: not e.owners), still),
    )
    return [
        _figure(key, words, len(part), of=None if whole is None else len(whole)) for key, words, part, whole in counts
    ]


def _days(raised: Tally) -> list[Row]:
    return [
        _figure(f"{key}_{name}", f"{words}, {name}", figure(ages), unit="days")
        for key, words, most, ages in (
            ("age", "Age of the open", "oldest", raised.still.ages),
            ("time", "Time to close", "longest", raised.closed.ages),
        )
        if ages
        for name, figure in (("average", average), ("median", middle), (most, max))
    ]


def _put_off(raised: Tally) -> list[Row]:
    carried, slipped = raised.those(lambda e: e.carried > 0), raised.those(lambda e: e.slipped > 0)
    return [
        _figure("carried", "Carried to a later meeting", len(carried), of=len(raised)),
        _figure("times_carried", "Times carried", sum(entry.carried for entry in raised.entries)),
        _figure("slipped", "Date put off", len(slipped), of=len(raised)),
        _figure("times_slipped", "Times put off", sum(entry.slipped for entry in raised.entries)),
    ]


def _figure(key: str, words: str, number: float, *, of: int | None = None, unit: str = "") -> Row:
    part = share(int(number), of) if of is not None else None
    return {"key": key, "figure": words, "number": number, "unit": unit or None, "of": of, "share": part}


COUNTED = (
    Column(key="raised", title="Raised", kind="number", most=6),
    Column(key="closed", title="Closed", kind="number", most=6),
    Column(key="on_time", title="On time", kind="share", most=7),
    Column(key="open", title="Open", kind="number", most=4),
    Column(key="overdue", title="Overdue", kind="number", most=7),
    Column(key="average_age", title="Average age", short="Age", kind="number", most=6),
    Column(key="median_age", title="Median age", kind="number", face="machine"),
    Column(key="oldest", title="Oldest", kind="number", most=6),
    Column(key="shown_carried", title="Carried", face="page", stands_for=("times_carried",), most=8, folds=1),
    Column(key="shown_slipped", title="Put off", face="page", stands_for=("times_slipped",), most=8, folds=1),
    Column(key="times_carried", title="Times carried", kind="number", face="machine"),
    Column(key="times_slipped", title="Times put off", kind="number", face="machine"),
)
"""What is counted of each owner; ages are those of the open, in days."""


def _by_owner(register: Register, book: Book | None) -> Report:
    rows: list[Row] = [
        {"owner": owned.title, "name": owned.about.get("name"), **_counts(Tally(tuple(owned.entries)))}
        for owned in by_owner(register, book)
    ]
    columns = [Column(key="owner", title="Owner", most=0), Column(key="name", title="Name", face="machine", most=24)]
    return Report(
        key="audit-owners",
        title="By owner",
        columns=[*columns, *COUNTED],
        groups=[Group(rows=rows)],
        notes=["Age: the average of the open, in days. An action of several owners counts for each of them."],
        picture=Picture(title="The actions by owner", kind="bars", by="owner", figures=("open", "overdue", "closed")),
    )


def _counts(tally: Tally) -> dict[str, Value]:
    ages = tally.still.ages
    carried, slipped = (sum(getattr(e, field) for e in tally.entries) for field in ("carried", "slipped"))
    return {
        "raised": len(tally),
        "closed": len(tally.closed),
        "on_time": tally.share_on_time(),
        "open": len(tally.still),
        "overdue": len(tally.overdue),
        "average_age": average(ages) if ages else None,
        "median_age": middle(ages) if ages else None,
        "oldest": max(ages, default=None),
        "shown_carried": times(carried),
        "shown_slipped": times(slipped),
        "times_carried": carried,
        "times_slipped": slipped,
    }


def _oldest(register: Register, raised: Tally) -> list[Report]:
    """List the open actions that are oldest, with how often they were carried, and their date put off."""
    aged = [entry for entry in raised.still.entries if entry.age_days is not None]
    oldest = sorted(aged, key=lambda entry: -(entry.age_days or 0))[:OLDEST_AT_MOST]
    columns = [
        REF,
        ACTION,
        OWNER,
        DUE,
        Column(key="shown_age", title="Age", kind="number", face="page", stands_for=("age_days",), most=5),
        Column(key="shown_carried", title="Carried", face="page", stands_for=("times_carried",), most=8),
        Column(key="shown_slipped", title="Put off", face="page", stands_for=("times_slipped",), most=8),
        *MACHINE,
    ]
    rows: list[Row] = [
        {
            **action_row(entry, register.as_of),
            "shown_age": entry.age_days,
            "shown_carried": times(entry.carried),
            "shown_slipped": times(entry.slipped),
        }
        for entry in oldest
    ]
    more = len(aged) - len(oldest)
    notes = [f"And {more} younger. All of them: minutes carry-forward"] if more else []
    page = Report(
        key="audit-oldest", title="The oldest open actions", columns=columns, groups=[Group(rows=rows)], notes=notes
    )
    return [page] if rows else []
