"""The review list: what later minutes may say of earlier actions, for a person to decide."""

from __future__ import annotations

from minutes_cli.register import Candidate, Proposal, Register
from minutes_cli.report.values import Column, Fields, Group, Line, Report, Row
from minutes_cli.report.wording import (
    counted,
    coverage,
    covered,
    facts,
    meeting_facts,
    meeting_words,
    several_bodies,
    subtitle,
)

WHY = {
    "told in passing": "it is told in passing",
    "several fit": "several actions fit",
    "words differ": "the words differ",
    "owners differ": "the owners are others",
    "was closed": "that action was closed",
    "not listed in between": "it was not listed at the meeting in between",
    "few are listed again": "these minutes do not list open actions again, so it may be a new one",
    "of each meeting": "every meeting has such a task anew",
}
"""How a page says why nothing was changed (``Proposal.why``)."""

SAID = Column(key="shown_said", title="The minutes say", kind="lines", face="page", stands_for=("said",), most=0)
MAY_BE = Column(key="shown_may_be", title="May be", kind="lines", face="page", stands_for=("candidates",), most=30)
THEN = Column(key="would_be", title="Would be", face="both", most=12)
DOUBT = Column(key="shown_why", title="Not applied because", face="page", stands_for=("why",), most=20, folds=2)
WHERE = Column(key="shown_place", title="Page", face="page", stands_for=("page",), most=6, folds=1)
MACHINE = (
    Column(key="body", title="Body", face="machine"),
    Column(key="meeting", title="Meeting", kind="date", face="machine"),
    Column(key="said", title="Words", face="machine", most=0),
    Column(key="status_said", title="Status as printed", face="machine"),
    Column(key="why", title="Why", face="machine"),
    Column(key="listed_as", title="Listed as", face="machine"),
    Column(key="candidates", title="Candidates", kind="records", face="machine"),
    Column(key="record", title="Record", face="machine"),
    Column(key="item", title="Item", face="machine"),
    Column(key="page", title="Page", kind="number", face="machine"),
    Column(key="line", title="Line", kind="number", face="machine"),
)


def follow_up_review(register: Register) -> Report:
    """List what later minutes may say of earlier actions and was not applied, by the meeting that says it.

    Each comes with the words and their place, the actions it may be about with the likeness of their words (0 to 100),
    what it would make of them, and why it is not certain.
    """
    waiting = _of_the_register(register)
    both = several_bodies(register.meetings)
    groups = [
        Group(
            title=meeting_words(held.head, held.name, with_body=both),
            about=meeting_facts(held),
            rows=[
                _row(proposal)
                for proposal in waiting
                if proposal.sighting.held and proposal.sighting.held.sitting == held.sitting
            ],
        )
        for held in register.meetings
    ]
    notes = [] if waiting else ["Nothing waits for a decision."]
    if waiting:
        notes.append(
            f"{counted(len(waiting), 'follow-up')} to decide on. Where one is right: minutes update ID --status done; "
            "where a row is the same action, write same_as: ID beside it in the record, where it is not, same_as: new."
        )
    return Report(
        key="review",
        title="Follow-ups to decide on",
        subtitle=subtitle(register),
        columns=[SAID, MAY_BE, THEN, DOUBT, WHERE, *MACHINE],
        groups=[group for group in groups if group.rows],
        notes=[*notes, *covered(register)],
        grouped_by="Said at",
        headed_by=("body", "meeting"),
        facts={**facts(register), "waiting": len(waiting)},
        covered=coverage(register),
    )


def _of_the_register(register: Register) -> list[Proposal]:
    """Keep the proposals about the actions that were asked for."""
    asked = {entry.id for entry in register.entries}
    return [each for each in register.proposals if any(candidate.id in asked for candidate in each.candidates)]


def _row(proposal: Proposal) -> Row:
    told = proposal.sighting
    action, head = told.action, told.held.head if told.held else None
    words = action.text if action else told.said
    listed: list[Line] = [words, *([f"listed as {proposal.entry}"] if proposal.entry else [])]
    return {
        "shown_said": [*listed, *([told.said] if action and told.said else [])],
        "shown_may_be": [line for candidate in proposal.candidates for line in _candidate(candidate)],
        "would_be": told.status or ("the same action" if action else ""),
        "shown_why": WHY[proposal.why],
        "shown_place": "" if told.page is None else str(told.page),
        "body": head.body if head else None,
        "meeting": told.on,
        "said": words,
        "status_said": told.said if action else None,
        "why": proposal.why,
        "listed_as": proposal.entry or None,
        "candidates": [_fields(each) for each in proposal.candidates],
        "record": told.record,
        "item": told.item,
        "page": told.page,
        "line": told.line,
    }


def _fields(candidate: Candidate) -> Fields:
    said: Fields = {"id": candidate.id, "text": candidate.text, "likeness": candidate.likeness}
    return {**said, "owners": list(candidate.owners)}


def _candidate(candidate: Candidate) -> list[Line]:
    owners = f" [{', '.join(candidate.owners)}]" if candidate.owners else ""
    return [f"{candidate.id}, {candidate.likeness} % alike:", f"{' '.join(candidate.text.split())}{owners}"]
