"""The findings over a minute book: each speaks where it should, and is silent where it should be."""

from __future__ import annotations

from datetime import date

import pytest

from minutes_cli.check import CATALOGUE
from minutes_cli.check.followed_up import check_book
from minutes_cli.model import Meeting, Update
from tests.register_story import row, sat, told

LETTER = "Write to the county about the lights"
HUT = "Paint the watch hut before the winter"
COAL = "Order the coal for the net loft"

Told = tuple[str, Meeting]


def found(*records: Told) -> list[tuple[str, str, int | None]]:
    return [(name, each.code, each.line) for name, each in check_book(told(*records))]


def messages(code: str, *records: Told) -> list[str]:
    return [each.message for _, each in check_book(told(*records)) if each.code == code]


@pytest.mark.parametrize(
    "records",
    [
        pytest.param([], id="no meeting"),
        pytest.param([sat(0, row("1", LETTER))], id="one meeting"),
        pytest.param([sat(0, row("1", LETTER)), sat(1, row("1", LETTER))], id="taken up"),
        pytest.param([sat(0, row("1", LETTER)), sat(1, row("1", LETTER, status="Closed")), sat(2)], id="closed"),
        pytest.param([sat(0, row("1", LETTER)), sat(0, row("1", HUT), body="Works Panel")], id="two bodies"),
    ],
)
def test_where_nothing_is_amiss(records: list[Told]) -> None:
    assert found(*records) == []


TWO = sat(0, row("1", LETTER), row("2", HUT, owner="BG"))
NEXT = sat(1, row("1", HUT, owner="BG", status="Ongoing"))


def test_an_action_that_vanished_is_named_with_its_last_place() -> None:
    assert found(TWO, NEXT) == [("m0.yaml", "L801", 1)]
    assert messages("L801", TWO, NEXT) == [
        f"2031-01-14/1 (“{LETTER}”) is open, and was last spoken of on 2031-01-14; "
        "the minutes of 2031-02-11 take up other actions, not it."
    ]


@pytest.mark.parametrize(
    "record",
    [
        pytest.param(sat(0, row("1", LETTER, due="within two months"), row("2", HUT, owner="BG")), id="not due yet"),
        pytest.param(
            sat(0, row("1", LETTER, updates=[Update(on=date(2031, 2, 20), note="rang")]), row("2", HUT, owner="BG")),
            id="somebody has an eye on it",
        ),
        pytest.param(sat(0, row("1", LETTER, status="Closed"), row("2", HUT, owner="BG")), id="closed"),
    ],
)
def test_what_has_not_vanished(record: Told) -> None:
    assert messages("L801", record, NEXT) == []


def test_what_a_proposal_may_be_about_has_not_vanished() -> None:
    later = sat(1, row("1", HUT, owner="BG", status="Ongoing"), text="AF wrote to the county about the lights.")
    assert [code for _, code, _ in found(TWO, later)] == ["L804"]


def test_minutes_that_follow_up_few_or_no_actions_have_one_finding() -> None:
    many = sat(0, *(row(str(n), f"Count the boats of row {n}") for n in range(1, 6)))
    assert found(many, sat(1)) == [("m1.yaml", "L805", None)]
    assert messages("L805", many, sat(1)) == [
        "These minutes do not take up the 5 actions that were open on 2031-02-11."
    ]
    few = sat(1, row("1", "Count the boats of row 1", status="Closed"))
    assert messages("L805", many, few) == ["These minutes take up 1 of the 5 actions that were open on 2031-02-11."]


CLOSED = sat(1, row("3", LETTER, status="Closed"))


def test_an_action_that_was_opened_again() -> None:
    again = sat(2, row("4", LETTER, status="Ongoing"))
    assert found(sat(0, row("1", LETTER)), CLOSED, again) == [("m2.yaml", "L802", 4)]
    assert messages("L802", sat(0, row("1", LETTER)), CLOSED, again) == [
        f"2031-01-14/1 (“{LETTER}”) is done on 2031-02-11 and in progress on 2031-03-11 (“Ongoing”)."
    ]


def test_an_action_that_stands_there_again_after_it_was_closed() -> None:
    assert ("m2.yaml", "L802", 4) in found(sat(0, row("1", LETTER)), CLOSED, sat(2, row("4", LETTER)))


def test_minutes_that_say_two_things() -> None:
    twice = sat(1, row("3", LETTER, status="Closed"), arising="Action 1 is ongoing")
    assert [code for _, code, _ in found(sat(0, row("1", LETTER)), twice)] == ["L803"]


def test_two_minutes_of_which_one_drops_what_the_other_has_as_done() -> None:
    dropped = sat(2, row("4", LETTER, status="Dropped"))
    assert [code for _, code, _ in found(sat(0, row("1", LETTER)), CLOSED, dropped)] == ["L803"]


def test_the_words_of_a_document_are_cleaned() -> None:
    again = sat(2, row("4", f"{LETTER} \x1b[31m", status="Ongoing"))
    record = sat(0, row("1", f"{LETTER} \x1b[31m"))
    closed = sat(1, row("3", f"{LETTER} \x1b[31m", status="Closed"))
    assert all("\x1b" not in message for message in messages("L802", record, closed, again))


def test_every_code_of_the_log_has_its_test() -> None:
    assert {code for code in CATALOGUE if code.startswith("L")} == {f"L80{n}" for n in range(1, 6)}
