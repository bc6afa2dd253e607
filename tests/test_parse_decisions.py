"""Decisions in running text: resolutions with their clauses, motions, approvals, and talk that decides nothing."""

from __future__ import annotations

import pytest

from minutes_cli.parse import parse
from minutes_cli.parse.decision_formulas import formula_in
from minutes_cli.read import read_bytes
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
        "The refuse round moves to Thursdays in May.",
        "The desk was moved to the Net Loft.",
        "The rail will be mended once the frost is over.",
        "Members are invited to declare any interest in the matters agreed.",
        "It was reminded that the accounts are accepted by post.",
        "The meeting was closed at 8.15pm.",
        "Signed as a true record",
        "Approved by:",
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


@pytest.mark.parametrize(
    "sentence",
    [
        "No decision was made on the van.",
        "The decision is expected in May.",
        "A resolution to the quarrel is needed.",
        "The sense of humour of the clerk was praised.",
        "Reports are sent via email.",
        "The meeting reviewed the draft.",
        "The minutes passed quickly.",
    ],
)
def test_words_of_deciding_that_decide_nothing(sentence: str) -> None:
    assert found(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The decision is that nothing can be done about the wall.",
        "The decision was to wait until spring.",
        "A decision was taken to sell the van.",
        "Decision made to split the round in two.",
        "The sense of the meeting was that the gift be shared.",
        "It was the consensus of the board to wait.",
        "The berth plan - approved via email.",
        "Snow contract: accepted by e-mail",
        "Chain repairs – ratified electronically",
        "The report of the wardens was received and accepted.",
        "The meeting reviewed it and approved the draft with two changes.",
        "The committee discussed the bids and accepted the lowest.",
        "It was proposed by Cllr Pike and resolved to go into closed session.",
        "A resolution was passed to exclude the press and public.",
        "Minutes of March 4, 2031, passed as distributed.",
        "The minutes stand as read.",
    ],
)
def test_other_words_of_deciding(sentence: str) -> None:
    assert found(sentence) == [("1", sentence)]


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


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            ["Omar moved that the minutes stand as they are. Greta seconded the motion. Motion passed. Tea."],
            ["Omar moved that the minutes stand as they are. Greta seconded the motion. Motion passed."],
        ),
        *(
            (
                [f"A motion was made to let the berth by Trustee Pike, second by Trustee Lund. {told}"],
                None,
            )
            for told in (
                "Roll Call was taken as follows: Trustee Pike – yes, Trustee Lund – yes, Trustee Quill – yes, "
                "Supervisor Ash – yes.",
                "Roll call vote: Trustee Pike – aye, Trustee Lund – aye, Trustee Quill – aye, Supervisor Ash – aye.",
                "A roll call vote was taken: Pike, yes; Lund, yes; Quill, yes; Ash, yes; Reed, yes; Dale, no.",
                "Roll call was called as follows: Pike, yes; Lund, yes; Quill, yes; Ash, yes; Reed, yes; Dale, no.",
                "Roll call vote was held and was as follows: Pike, yes; Lund, yes; Quill, yes; Ash, yes; Reed, no.",
            )
        ),
        (
            [
                "Commissioner Pike made a motion to let the berths.",
                "Commissioner Lund seconded.",
                "The motion carried 3-0.",
            ],
            ["Commissioner Pike made a motion to let the berths. Commissioner Lund seconded. The motion carried 3-0."],
        ),
        (["Pike moved to approve the plan. Lund second. 3-0."], ["Pike moved to approve the plan. Lund second. 3-0."]),
        (
            ["Approved. Motion made by Omar Pike and seconded by Greta Lund. The motion carried, 3-0."],
            ["Approved. Motion made by Omar Pike and seconded by Greta Lund. The motion carried, 3-0."],
        ),
        (
            ["The fee is to rise to 20. Proposed by Omar Pike, seconded by Greta Lund. Two rings are loose."],
            ["The fee is to rise to 20. Proposed by Omar Pike, seconded by Greta Lund."],
        ),
        (
            ["OP asked for a lamp. The lamp is to be bought. Unanimously agreed."],
            ["The lamp is to be bought. Unanimously agreed."],
        ),
        (["Proposal: the lamp stays.", "Accepted."], ["Proposal: the lamp stays. Accepted."]),
        (["It was agreed to let the inner berths.", "Agreed."], ["It was agreed to let the inner berths. Agreed."]),
        (
            ["Pike moved to pay the bills.", "Pike aye, Lund aye and Stern nay. Motion carried."],
            ["Pike moved to pay the bills. Pike aye, Lund aye and Stern nay. Motion carried."],
        ),
        (
            ["Motion:", "That the boathouse be painted.", "Carried."],
            ["Motion: That the boathouse be painted. Carried."],
        ),
        (
            [
                "Vote on the motion to buy the new chairs:",
                "- Vote: 5 in favour, none against",
                "- Resolution: Vote passed",
            ],
            ["Vote on the motion to buy the new chairs: - Vote: 5 in favour, none against - Resolution: Vote passed"],
        ),
        (["On a motion by Ms Lund, seconded by Mr Pike, the board voted 3-0 to sell the dinghy."], None),
        (["M/S/C (Pike/Lund) to buy two oars."], None),
        (["The Trustees resolved to settle every bill on the list."], None),
        (["The Court approved a gift of 500 to the lifeboat."], None),
        (["Pay policy- agreed"], None),
        (["Minutes Accepted"], None),
        (["Adopted as is."], None),
        (["Those present concurred that noon is a suitable time."], None),
    ],
)
def test_what_was_decided_and_how_it_went(body: list[str], expected: list[str] | None) -> None:
    """A motion, who seconded it and how it went are one decision, whether in one paragraph or in several."""
    assert [text for _, text in found(*body)] == (expected or body)


def test_a_table_of_motions() -> None:
    rows = [
        ["Motion text", "Moved by", "Seconded by", "Outcome"],
        ["That the slip be closed", "Greta Lund", "Omar Pike", "Carried"],
        ["", "", "", ""],
        ["That the fee rise", "Ivo Stern", "-", "Lost"],
    ]
    table = "\n".join(f"| {' | '.join(row)} |" for row in [rows[0], ["---"] * 4, *rows[1:]])
    head = "# Quayside Harbour Board, 4 March 2031\n\nPresent: Greta Lund, Omar Pike\n\n## Motions of the day\n\n"
    decisions = parse(read_bytes(f"{head}{table}\n".encode(), "board.md")).decisions
    assert [(d.text, d.proposer, d.seconder, d.vote) for d in decisions] == [
        ("That the slip be closed", "Greta Lund", "Omar Pike", "Carried"),
        ("That the fee rise", "Ivo Stern", None, "Lost"),
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["APPROVED MINUTES", "Quayside Harbour Board, 4 March 2031", "Present: Greta Lund, Omar Pike"], []),
        (["Quayside Harbour Board, 4 March 2031", "Present: Greta Lund, Omar Pike", "Approved"], []),
        (
            ["Quayside Harbour Board, 4 March 2031", "Present: Greta Lund, Omar Pike", "The agenda was approved."],
            ["The agenda was approved."],
        ),
    ],
)
def test_what_was_decided_above_the_first_heading(lines: list[str], expected: list[str]) -> None:
    text = "\n\n".join([*lines, "1. Moorings", "All berths are let.", "2. Slipway", "The chain held."])
    assert [decision.text for decision in parse(read_bytes(text.encode(), "board.txt")).decisions] == expected
