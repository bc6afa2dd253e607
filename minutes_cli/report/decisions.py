"""The decision register: what the bodies resolved, at which meeting, under which item, and how the vote went."""

from __future__ import annotations

import re
import unicodedata

from minutes_cli.model import Decision, Head
from minutes_cli.register import Minuted, Proceedings
from minutes_cli.report.values import Column, Group, Report, Row
from minutes_cli.report.wording import (
    counted,
    coverage,
    meeting_facts,
    meeting_words,
    named_meetings,
    records_words,
    several_bodies,
    subtitle,
)

COLUMNS = [
    Column(key="body", title="Body", face="machine", most=24),
    Column(key="meeting", title="Meeting", kind="date", face="machine"),
    Column(key="ref", title="Ref", most=10),
    Column(key="item", title="Item", most=8),
    Column(key="item_title", title="Item title", face="machine", most=24),
    Column(
        key="shown_decision", title="Decision", kind="lines", face="page", stands_for=("text", "item_title"), most=0
    ),
    Column(key="text", title="Decision", face="machine", most=0),
    Column(key="proposer", title="Proposed", most=14, folds=3),
    Column(key="seconder", title="Seconded", most=14, folds=4),
    Column(key="vote", title="Vote", most=16, folds=2),
    Column(key="page", title="Page", kind="number", most=4, folds=5),
    Column(key="line", title="Line", kind="number", face="machine"),
    Column(key="state", title="Minutes", face="machine", kind="status", choices=("draft", "approved")),
    Column(key="how", title="Found by", face="machine"),
    Column(key="record", title="Record", face="machine", most=24),
]


def decision_register(found: Proceedings, about: str = "") -> Report:
    """List what was decided, meeting by meeting, the earliest first; with its proposer, seconder, vote, and place.

    ``about`` keeps the decisions that have all of its words, or words that begin so, in their text or in the title
    of their item; in any case, with or without accents. A meeting that decided nothing is counted in a note, and named
    when there are few. Decisions of minutes that are still a draft stand under a heading that says so.
    """
    asked = _words(about)
    both = several_bodies(found.meetings)
    groups = [
        Group(
            title=_heading(each, with_body=both), about={**meeting_facts(each.held), "state": _state(each)}, rows=rows
        )
        for each in found.minuted
        if (rows := [row for row in _rows(each) if _is_about(row, asked)])
    ]
    listed = sum(len(group.rows) for group in groups)
    covered = coverage(found)
    covered.filters += [f"about {about}"] if asked else []
    return Report(
        key="decisions",
        title="Decision register",
        subtitle=subtitle(found),
        columns=COLUMNS,
        groups=groups,
        notes=_notes(found, listed, covered.filters),
        grouped_by="Meeting",
        headed_by=("body", "meeting"),
        facts={"decisions": sum(len(each.meeting.decisions) for each in found.minuted), "listed": listed},
        covered=covered,
    )


def _heading(each: Minuted, *, with_body: bool) -> str:
    words = meeting_words(each.held.head, each.held.name, with_body=with_body)
    return f"{words} (draft minutes)" if _state(each) == "draft" else words


def _state(each: Minuted) -> str | None:
    return each.held.head.state


def _rows(each: Minuted) -> list[Row]:
    titles = {item.number: item.title for item in each.meeting.items if item.number}
    return [_row(decision, each.held.head, titles, each.held.name) for decision in each.meeting.decisions]


def _row(decision: Decision, head: Head, titles: dict[str, str], record: str) -> Row:
    title = titles.get(decision.item or "") or None
    return {
        "body": head.body,
        "meeting": head.date,
        "ref": decision.ref,
        "item": decision.item,
        "item_title": title,
        "shown_decision": [*([f"{title}:"] if title else []), *decision.text.split("\n")],
        "text": decision.text,
        "proposer": decision.proposer,
        "seconder": decision.seconder,
        "vote": decision.vote,
        "page": decision.page,
        "line": decision.line,
        "state": head.state,
        "how": decision.how,
        "record": record,
    }


def _words(text: str) -> list[str]:
    """Break text into words in the form in which two spellings are equal: small letters without accents."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return re.findall(r"[^\W_]+", plain.casefold())


def _is_about(row: Row, asked: list[str]) -> bool:
    said = _words(f"{row['text']} {row['item_title'] or ''} {row['ref'] or ''}") if asked else []
    return all(any(word.startswith(each) for word in said) for each in asked)


def _notes(found: Proceedings, listed: int, filters: list[str]) -> list[str]:
    decisions = sum(len(each.meeting.decisions) for each in found.minuted)
    without = [each.held for each in found.minuted if not each.meeting.decisions]
    told = [
        records_words(found),
        counted(decisions, "decision"),
        *([f"{counted(len(without), 'meeting')} without decisions"] if without else []),
    ]
    notes = [] if listed else [_nothing(decisions)]
    notes.append(f"{', '.join(told)}; as of {found.as_of.isoformat()}.")
    if filters:
        notes.append(f"Listed: {counted(listed, 'decision')} ({'; '.join(filters)}).")
    notes += named_meetings("Without decisions", without, with_body=several_bodies(found.meetings))
    return [*notes, *found.remarks]


def _nothing(decisions: int) -> str:
    if decisions:
        return "No decision has all of these words. Ask for fewer, or for how they begin: --about lease"
    return "No decisions to list. What the minutes of a meeting were read as: minutes trace FILE --only decision,text"
