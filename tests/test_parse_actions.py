"""Rows of action tables in text: owners, due and status cells, list rows, decisions, and rows without words."""

from __future__ import annotations

import pytest

from minutes_cli.model import Meeting
from minutes_cli.parse.actions import states_decision
from tests.parse_making import minutes


def rows(*lines: str, item: str = "The berths are full.") -> Meeting:
    return minutes("1. Moorings", item, "\n".join(lines), "2. Slipway", "The chain held.")


@pytest.mark.parametrize(
    "text", ["", "Measure the berths", "Write to the agreed firm", "Ring those who accepted the plan in May to ask"]
)
def test_a_row_that_states_a_task(text: str) -> None:
    assert not states_decision(text)


@pytest.mark.parametrize(
    "text", ["All recommendations agreed", "The fees policy was approved.", "Agreed to let two berths"]
)
def test_a_row_that_states_a_decision(text: str) -> None:
    assert states_decision(text)


def test_reference_details_action() -> None:
    meeting = rows("Reference\tDetails\tAction", "1\tMeasure the berths\tOP", "2\tRing the pilots\tGL & IS")
    assert [(a.ref, a.item, a.text, a.owners, a.action) for a in meeting.actions] == [
        ("1", "1", "Measure the berths", ["OP"], "OP"),
        ("2", "1", "Ring the pilots", ["GL", "IS"], "GL & IS"),
    ]


def test_due_and_status_cells() -> None:
    meeting = rows(
        "Action\tOwner\tDue\tStatus",
        "Measure the berths\tOP\t30/04/31\tDone",
        "Ring the pilots\tGL\tnext meeting\tOngoing",
        "Buy tar\tIS\t\t",
    )
    assert [(a.status, a.status_said) for a in meeting.actions] == [
        ("done", "Done"),
        ("in progress", "Ongoing"),
        ("open", None),
    ]
    assert [a.due and (a.due.text, a.due.date and str(a.due.date)) for a in meeting.actions] == [
        ("30/04/31", "2031-04-30"),
        ("next meeting", None),
        None,
    ]


def test_an_owner_nobody_has_stays_as_printed() -> None:
    meeting = rows("Action\tOwner", "Measure the berths\tZZ", "Ring the pilots\tHarbour team", "Buy tar\tTess Quill")
    assert [a.owners for a in meeting.actions] == [["ZZ"], ["Harbour team"], ["TQ"]]


@pytest.mark.parametrize("heading", ["Event", "Shift", "Speaker"])
def test_a_calendar_with_names_is_no_table_of_actions(heading: str) -> None:
    assert rows(f"Date\t{heading}\tWho", "4 June\tHarbour fair\tGL", "5 July\tBoat race\tOP").actions == []


def test_a_column_with_a_heading_of_its_own_holds_the_tasks() -> None:
    meeting = rows("Issue\tWho\tBy when", "Mend the ramp\tGL\tFriday", "Oil the chain\tOP\tMay")
    assert [(a.text, a.owners) for a in meeting.actions] == [("Mend the ramp", ["GL"]), ("Oil the chain", ["OP"])]
