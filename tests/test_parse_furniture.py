"""Running heads and feet: on pages, or in mid-sentence of a text without pages; text that only looks alike."""

from __future__ import annotations

from minutes_cli.document import Line
from minutes_cli.parse.furniture import find
from tests.parse_making import PEOPLE, line, minutes, printed, text

RUN = "Minutes and Actions\nQuayside Harbour Board\n4 March 2031\n\nMinutes and actions"
LONG = [f"OP said that berth {n} lies dry at low water and that its ladder wants a new rung." for n in range(80)]

ROPES = {
    1: ("The warp parted.", "Nobody fell."),
    2: ("Two buoys drift.", "Ring Tess."),
    3: ("Ice is dear.", "Salt too."),
}


def page(number: int, *words: str, foot: str = "") -> list[Line]:
    lines = [line(w, (number, n), top=20.0 * n) for n, w in enumerate(words, start=1)]
    return [*lines, line(foot, (number, len(words) + 1), top=800.0)] if foot else lines


def test_one_page_has_no_furniture() -> None:
    assert find(printed(page(1, "Harbour Board", "4 March 2031", "1. Moorings"))) == {}


def test_pages_that_begin_differently_have_no_running_head() -> None:
    assert find(printed(page(1, "Harbour Board", "a"), page(2, "The tide", "b"), page(3, "The wall", "c"))) == {}


def test_a_head_stays_on_its_first_page() -> None:
    found = find(printed(*([*page(n, "Harbour Board Minutes", *ROPES[n])] for n in (1, 2, 3))))
    assert {place for place, kind in found.items() if kind == "running head"} == {(2, 1), (3, 1)}


def test_page_numbers_and_feet() -> None:
    found = find(printed(*(page(n, *ROPES[n], foot=f"Page {n} of 3") for n in (1, 2, 3))))
    assert {place for place, kind in found.items() if "foot" in kind or "number" in kind} == {(1, 3), (2, 3), (3, 3)}


def test_a_running_head_in_mid_sentence_is_taken_out_and_the_sentence_joined() -> None:
    body = [
        "1. Moorings",
        *LONG,
        "TQ asked that every ring on the wall",
        RUN,
        "be measured before the spring.",
        "2. Slipway",
        "The chain held.",
    ]
    meeting = text("\n\n".join([RUN, PEOPLE, *body]) + "\n")
    first, second = meeting.items
    assert (first.number, second.number) == ("1", "2")
    assert "every ring on the wall be measured before the spring." in first.text
    assert "Quayside" not in first.text
    assert meeting.meeting.body == "Quayside Harbour Board"


def test_a_title_named_once_more_in_the_text_is_no_running_head() -> None:
    meeting = minutes(
        "1. Moorings", *LONG, "The Quayside Harbour Board met in the loft.", "2. Slipway", "The chain held."
    )
    assert "The Quayside Harbour Board met in the loft." in meeting.items[0].text
