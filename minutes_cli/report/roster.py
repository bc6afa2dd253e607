"""The proposal for a roster as a report: who is certain, who may have left, and what is to be decided."""

from __future__ import annotations

from minutes_cli.register import Proceedings
from minutes_cli.register.evidence import Printed
from minutes_cli.register.questions import Question
from minutes_cli.register.roster import GONE, Proposed, Roster
from minutes_cli.report.values import Column, Fields, Group, Line, Report, Row
from minutes_cli.report.wording import counted, coverage, long_day, subtitle

PEOPLE = (
    Column(key="name", title="Name", most=28),
    Column(key="initials", title="Initials", most=8),
    Column(key="aliases", title="Also listed as", kind="list", most=24),
    Column(key="role", title="Role", most=18),
    Column(key="roles", title="Roles", kind="list", face="machine", most=24),
    Column(key="organisation", title="Organisation", face="machine", most=24),
    Column(key="body", title="Body", face="machine", most=24),
    Column(key="meetings", title="Meetings", kind="number", most=8),
    Column(key="first", title="First", kind="date", most=11),
    Column(key="last", title="Last", kind="date", most=11),
    Column(key="on_roster", title="On the roster", kind="yes-no", face="machine"),
    Column(key="evidence", title="Evidence", kind="records", face="machine"),
)
QUESTIONS = (
    Column(key="name", title="Name", most=20),
    Column(key="may_be", title="May be", kind="list", most=20),
    Column(key="body", title="Body", face="machine", most=24),
    Column(key="meetings", title="Meetings", kind="number", most=8),
    Column(key="first", title="First", kind="date", face="machine"),
    Column(key="last", title="Last", kind="date", face="machine"),
    Column(key="shown_why", title="Why", kind="lines", face="page", stands_for=("reasons", "doubts"), most=0),
    Column(key="reasons", title="For it", kind="list", face="machine", most=40),
    Column(key="doubts", title="Against it", kind="list", face="machine", most=40),
)
ADVICE = "If it is so, add the name to the aliases of the other; if it is not, put both on the roster."
"""What to do about a question; then it is not asked again."""
TITLES = {
    "certain": "For the roster",
    "there": "On the roster, with further spellings",
    "gone": "May have left",
}


def roster_pages(roster: Roster, found: Proceedings) -> list[Report]:
    """Say who is proposed for the roster of minutebook.yaml, and what is to be decided."""
    parts = {
        "certain": [one for one in roster.people if not one.is_there],
        "there": [one for one in roster.people if one.is_there],
        "gone": list(roster.gone),
    }
    groups = [Group(title=TITLES[key], rows=list(map(_row, those))) for key, those in parts.items() if those]
    people = Report(
        key="roster",
        title="Proposed roster",
        subtitle=subtitle(found),
        columns=list(PEOPLE),
        groups=groups,
        grouped_by="Part",
        notes=notes(roster),
        covered=coverage(found),
    )
    if not roster.questions:
        return [people]
    rows = [_asked(question) for question in roster.questions]
    asked = Report(
        key="roster-questions",
        title="To be decided",
        columns=list(QUESTIONS),
        groups=[Group(rows=rows)],
        notes=[ADVICE],
        covered=coverage(found),
    )
    return [people, asked]


def notes(roster: Roster) -> list[str]:
    """Say what a reader of the proposal must know beyond it."""
    told = []
    if not roster.people:
        told.append("Nobody is to be added to the roster.")
    if roster.gone:
        told.append(
            f"May have left: not named at the last {GONE} meetings. Put there only with the day: left: 2031-03-04"
        )
    if roster.passed:
        told.append(f"Left out: {counted(roster.passed, 'name')} that only one meeting has.")
    return told


def why_lines(question: Question) -> list[Line]:
    """Put what speaks for a name being somebody's, and what against, into lines."""
    lines: list[Line] = list(question.reasons)
    return lines + [f"but {doubt}" for doubt in question.doubts]


def seen_words(one: Proposed) -> str:
    """Say where somebody is named: "8 meetings, 4 March 2031 to 5 May 2032"."""
    days = [long_day(day) for day in dict.fromkeys((one.first, one.last)) if day]
    return ", ".join(part for part in (counted(one.meetings, "meeting"), " to ".join(days)) if part)


def _row(one: Proposed) -> Row:
    entry = one.entry
    return {
        "name": entry.name,
        "initials": entry.initials,
        "aliases": list(entry.aliases),
        "role": entry.role,
        "roles": list(one.roles),
        "organisation": entry.organisation,
        "body": entry.body,
        "meetings": one.meetings,
        "first": one.first,
        "last": one.last,
        "on_roster": one.is_there,
        "evidence": [_printed(each) for each in one.evidence],
    }


def _printed(each: Printed) -> Fields:
    told: Fields = {
        "said": each.said,
        "meetings": each.times,
        "first": each.on,
        "record": each.record,
        "page": each.page,
        "line": each.line,
    }
    return {key: value for key, value in told.items() if value is not None}


def _asked(question: Question) -> Row:
    return {
        "name": question.said,
        "may_be": list(question.may_be),
        "body": question.body,
        "meetings": question.meetings,
        "first": question.first,
        "last": question.last,
        "shown_why": why_lines(question),
        "reasons": list(question.reasons),
        "doubts": list(question.doubts),
    }
