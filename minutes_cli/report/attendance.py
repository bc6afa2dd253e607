"""The attendance report: a matrix of who came to which meetings, by person and by organisation, for each body."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from minutes_cli.book import Book
from minutes_cli.register import PRESENCES, Attendee, Proceedings, RollCall, folded, roll_call
from minutes_cli.report.attendance_columns import COUNTS, LEGEND, SIGNS, meeting_columns, meeting_keys
from minutes_cli.report.attendance_meetings import meeting_by_meeting
from minutes_cli.report.attendance_organisations import by_organisation
from minutes_cli.report.attendance_remarks import remarks_on_attendance, remarks_on_names
from minutes_cli.report.values import Column, Group, Report, Row
from minutes_cli.report.wording import counted, coverage, long_day, named_meetings, records_words, subtitle

HEADINGS = {"member": "Members", "deputy": "Deputies", "in attendance": "In attendance"}
DOUBTFUL = "Names that may be one of several people"

NAME = Column(
    key="shown_name", title="Name", kind="lines", face="page", stands_for=("name", "initials", "organisation"), most=0
)
PERSON = (
    Column(key="name", title="Name", face="machine", most=0),
    Column(key="initials", title="Initials", face="machine"),
    Column(key="role", title="Role", face="machine", most=24),
    Column(key="organisation", title="Organisation", face="machine", most=24),
    Column(key="standing", title="As", kind="status", face="machine", choices=tuple(HEADINGS)),
)
REMARKS = (
    Column(key="spellings", title="Also listed as", kind="list", face="machine", most=24),
    Column(key="may_be", title="May be", kind="list", face="machine", most=24),
    Column(key="like", title="Nearly the same as", kind="list", face="machine", most=24),
    Column(key="left", title="Left", kind="date", face="machine"),
)


def attendance(found: Proceedings, book: Book | None = None) -> list[Report]:
    """Say who came to the meetings of each body: a matrix of people, one of organisations, then meeting by meeting.

    Members under several spellings are one person only where one reading remains; other names stand apart, with what
    they may be. ``book`` gives the roster, whose names and aliases go first, and the quorum. What the minutes say of
    a presence beyond its sign (for which items, how, for whom, why not) closes the report.
    """
    book = book or Book()
    bodies = dict.fromkeys(held.body for held in found.meetings)
    pages = [page for body in bodies for page in _of_body(_only(found, body), book, several=len(bodies) > 1)]
    return pages or [_nothing(found)]


def _only(found: Proceedings, body: str) -> Proceedings:
    return msgspec.structs.replace(found, minuted=tuple(each for each in found.minuted if each.held.body == body))


def _nothing(found: Proceedings) -> Report:
    note = "No meetings to report on. To make records of minutes: minutes parse FILE"
    return Report(key="attendance", title="Attendance", columns=[NAME, *PERSON], notes=[note], covered=coverage(found))


def _of_body(found: Proceedings, book: Book, *, several: bool) -> list[Report]:
    name = found.meetings[0].head.body or ""
    call = roll_call(
        found.minuted, [each for each in book.people if not each.body or folded(each.body) == found.meetings[0].body]
    )
    pages = [_matrix(found, call), *by_organisation(call), *meeting_by_meeting(call, book)]
    pages += [*remarks_on_names(call), *remarks_on_attendance(call)]
    for page in pages[1:]:
        page.subtitle = name if several else ""
        page.covered = coverage(found)
    return pages


def _matrix(found: Proceedings, call: RollCall) -> Report:
    keys = meeting_keys(call)
    doubtful = [each for each in call.attendees if each.may_be]
    groups = [
        (heading, [each for each in call.attendees if each.standing == standing and not each.may_be])
        for standing, heading in HEADINGS.items()
    ]
    filled = [(heading, people) for heading, people in [*groups, (DOUBTFUL, doubtful)] if people]
    return Report(
        key="attendance",
        title="Attendance",
        subtitle=subtitle(found),
        columns=[NAME, *PERSON, *COUNTS, *meeting_columns(call), *REMARKS],
        groups=[
            Group(title=heading if len(filled) > 1 else "", rows=[_row(each, keys) for each in people])
            for heading, people in filled
        ],
        notes=_notes(found, call),
        grouped_by="As",
        facts={"people": len(call.attendees), "meetings": len(call.meetings)},
        covered=coverage(found),
    )


def _row(each: Attendee, keys: Sequence[str]) -> Row:
    counts = each.standing == "member" and not each.may_be
    stood: Row = {key: each.at[place].presence if place in each.at else None for place, key in enumerate(keys)}
    return {
        "shown_name": [f"{each.name} ({each.initials})" if each.initials and each.initials != each.name else each.name],
        "name": each.name,
        "initials": each.initials,
        "role": each.role,
        "organisation": each.organisation,
        "standing": each.standing,
        "shown_attended": f"{each.attended} of {each.expected}" if counts else str(each.attended),
        "attended": each.attended,
        "expected": each.expected if counts else None,
        "share": round(each.attended / each.expected, 4) if counts and each.expected else None,
        **stood,
        "spellings": list(each.spellings),
        "may_be": list(each.may_be),
        "like": list(each.like),
        "left": each.left,
    }


def _notes(found: Proceedings, call: RollCall) -> list[str]:
    used = {stood.presence for each in call.attendees for stood in each.at.values()}
    signs = "; ".join(f"{SIGNS[word]} {LEGEND[word]}" for word in PRESENCES if word in used)
    silent = [each.held for place, each in enumerate(call.meetings) if place in call.silent]
    days = [each.held.head.date for each in call.meetings if each.held.head.date]
    spread = f" from {long_day(days[0])} to {long_day(days[-1])}" if len(days) > 1 else ""
    notes = [f"{signs}."] if signs else ["Nobody is named in these minutes. How one was read: minutes trace FILE"]
    if any(each.standing == "member" for each in call.attendees):
        notes.append(
            "Attended counts from the first meeting that names a member to the last one, for the roster to the latest."
        )
    notes.append(
        f"{records_words(found)}, {counted(len(call.attendees), 'person', 'people')}{spread}; "
        f"as of {found.as_of.isoformat()}."
    )
    if found.filters:
        notes.append(f"Covered: {counted(len(call.meetings), 'meeting')} ({'; '.join(found.filters)}).")
    if silent:
        words = "Not counted, as the minutes name nobody"
        told = named_meetings(words, silent, with_body=False)
        notes += told or [f"{words}: {counted(len(silent), 'meeting')}."]
    if call.unnamed:
        notes.append(f"On the roster, and named in none of these minutes: {', '.join(call.unnamed)}.")
    return [*notes, *found.remarks]
