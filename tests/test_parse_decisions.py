"""Decisions in running text: resolutions with their clauses, motions, approvals, and talk that decides nothing."""

from __future__ import annotations

import pytest

from minutes_cli.parse.decisions import formula_in
from tests.parse_making import minutes


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "OP agreed with TQ about the wall.",
        "It will go ahead if approved.",
        "The lease had been approved by the county.",
        "Work went on as agreed.",
        "The report is to be approved in May.",
    ],
)
def test_what_decides_nothing(sentence: str) -> None:
    assert formula_in(sentence, strong_only=False) is None
    assert formula_in(sentence, strong_only=True) is None


def found(*body: str) -> list[tuple[str | None, str]]:
    return [(d.item, d.text) for d in minutes("1. Moorings", *body, "2. Slipway", "The chain held.").decisions]


def test_items_without_decisions_have_none() -> None:
    assert found("OP showed the chart.") == []


def test_a_resolution_keeps_its_clauses() -> None:
    assert found("RESOLVED that:", "(a) the lease be renewed;", "(b) the Treasurer sign it.", "OP left.") == [
        ("1", "RESOLVED that: (a) the lease be renewed; (b) the Treasurer sign it.")
    ]


def test_it_was_agreed() -> None:
    assert found("OP showed the chart. It was agreed to let the inner berths.") == [
        ("1", "It was agreed to let the inner berths.")
    ]


def test_all_recommendations_accepted() -> None:
    assert found("All recommendations were accepted") == [("1", "All recommendations were accepted")]


def test_a_marked_line_that_decides_is_no_action() -> None:
    meeting = minutes("1. Minutes of 4 February", "Action: Approved", "2. Slipway", "The chain held.")
    assert meeting.actions == []
    assert [d.item for d in meeting.decisions] == ["1"]
    assert "Approved" in meeting.decisions[0].text


def test_a_motion_names_who_moved_it() -> None:
    meeting = minutes(
        "1. Fees",
        "Proposed by A Reed, seconded by I Stern that the fee rise. Carried unanimously.",
        "2. Slipway",
        "Held.",
    )
    (decision,) = meeting.decisions
    assert (decision.proposer, decision.seconder, decision.vote) == ("A Reed", "I Stern", "unanimously")
    assert decision.text.endswith("Carried unanimously.")
