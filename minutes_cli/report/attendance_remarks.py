"""What a reader of an attendance matrix must know beyond its signs: of the names, and of each presence."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.model import Person
from minutes_cli.register import PRESENCES, Attended, Attendee, RollCall
from minutes_cli.report.attendance_meetings import MEETING
from minutes_cli.report.values import Column, Group, Line, Report, Row

SAID = ("for_items", "from", "until", "mode", "deputy_for", "deputy", "reason")
"""What lists may say of a presence beside that it was one."""

SIGN_SAYS_IT = ("present", "absent", "apologies", "not named")
"""The presences of which lists say no more, but for a reason."""


def remarks_on_names(call: RollCall) -> list[Report]:
    """Say which names were taken for one person, which were not, and who is no longer named; nothing for none."""
    rows: list[Row] = [
        {
            "name": each.name,
            "shown_remark": remark,
            "spellings": list(each.spellings),
            "may_be": list(each.may_be),
            "like": list(each.like),
            "last": call.meetings[max(each.at)].held.head.date if each.at else None,
            "left": each.left,
        }
        for each in call.attendees
        if (remark := _remark(each, call))
    ]
    columns = [
        Column(key="name", title="Name", most=30),
        Column(
            key="shown_remark",
            title="Remark",
            kind="lines",
            face="page",
            stands_for=("spellings", "may_be", "like", "last", "left"),
            most=0,
        ),
        Column(key="spellings", title="Also listed as", kind="list", face="machine", most=24),
        Column(key="may_be", title="May be", kind="list", face="machine", most=24),
        Column(key="like", title="Nearly the same as", kind="list", face="machine", most=24),
        Column(key="last", title="Last named", kind="date", face="machine"),
        Column(key="left", title="Left", kind="date", face="machine"),
    ]
    page = Report(key="attendance-names", title="The names", columns=columns, groups=[Group(rows=rows)])
    return [page] if rows else []


def _remark(each: Attendee, call: RollCall) -> list[Line]:
    said: list[Line] = []
    if each.spellings:
        said.append(f"also listed as {', '.join(each.spellings)}")
    if each.may_be:
        said.append(f"may be {' or '.join(each.may_be)}, and is counted apart")
    if each.like:
        said.append(f"nearly the same as {' and '.join(each.like)}, and counted apart")
    last = max(each.at, default=0)
    after = [place for place in range(last + 1, len(call.meetings)) if place not in call.silent]
    day = call.meetings[last].held.head.date
    if each.left:
        said.append(("left on ", each.left))
    elif after and day and each.standing == "member" and not each.may_be:
        said.append(("not named after ", day))
    return said


def remarks_on_attendance(call: RollCall) -> list[Report]:
    """List what the minutes say of a presence beyond its sign; nothing when they say no more of any."""
    rows = [
        {"meeting": meeting.held.head.date, "name": each.name, "presence": stood.presence, **said}
        for place, meeting in enumerate(call.meetings)
        for each in call.attendees
        if (stood := each.at.get(place)) and (said := _more(stood))
    ]
    columns = [
        MEETING,
        Column(key="name", title="Name", most=24),
        Column(key="presence", title="How", kind="status", choices=PRESENCES, most=12),
        Column(key="shown_said", title="The minutes say", kind="lines", face="page", stands_for=SAID, most=0),
        Column(key="for_items", title="For items", kind="list", face="machine"),
        Column(key="from", title="From", face="machine"),
        Column(key="until", title="Until", face="machine"),
        Column(key="mode", title="Mode", face="machine"),
        Column(key="deputy_for", title="Deputy for", face="machine", most=24),
        Column(key="deputy", title="Deputy", face="machine", most=24),
        Column(key="reason", title="Reason", face="machine", most=24),
    ]
    return (
        [Report(key="attendance-remarks", title="What is said of who came", columns=columns, groups=[Group(rows=rows)])]
        if rows
        else []
    )


def _more(stood: Attended) -> Row:
    """Put into fields and words what the lists say beyond the sign; empty when they say no more."""
    if stood.presence in SIGN_SAYS_IT and not stood.apologised and not any(person.reason for person in stood.entries):
        return {}
    own = [person for person in stood.entries if stood.presence != "deputy sent" or person.deputy_for is None]
    deputies = [person.name or person.initials or "" for person in stood.entries if person not in own]
    for_items = list(dict.fromkeys(item for person in own for item in person.for_items))
    said: Row = {
        "for_items": for_items,
        "from": _first(own, "from_"),
        "until": _first(own, "until"),
        "mode": _first(own, "mode") if stood.presence in ("remote", "in part") else None,
        "deputy_for": _first(own, "deputy_for") if stood.came else None,
        "deputy": ", ".join(deputies) or None,
        "reason": _first(own, "reason"),
    }
    words = [*_words(said), *(["also among the apologies"] if stood.apologised else [])]
    return {"shown_said": list[Line](words), **said} if words else {}


def _first(people: list[Person], field: str) -> str | None:
    return next((value for person in people if (value := getattr(person, field))), None)


def _words(said: Row) -> Iterator[str]:
    items = said["for_items"]
    if isinstance(items, list) and items:
        yield f"for item {', '.join(map(str, items))}"
    for field, words in {"from": "from", "until": "until", "deputy_for": "for", "deputy": "deputy:"}.items():
        if said[field]:
            yield f"{words} {said[field]}"
    yield from (str(said[field]) for field in ("mode", "reason") if said[field])
