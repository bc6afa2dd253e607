"""Items of business: numbers as printed, parents, what is no heading, and text that stays with its item."""

from __future__ import annotations

import pytest

from minutes_cli.parse import parse
from minutes_cli.read import read_bytes
from tests.parse_making import HEAD, PEOPLE, minutes, text


def items(*body: str) -> list[tuple[str, str | None, str]]:
    return [(i.number, i.parent, i.title) for i in minutes(*body).items]


@pytest.mark.parametrize(
    "words",
    [
        "4 March 2031 was a Tuesday.",
        "12 members came to look.",
        "2031 had been a wet year.",
        "3 boats sank, 4 were raised.",
        "- 5 rings are loose",
    ],
)
def test_a_paragraph_that_begins_with_a_number_is_no_heading(words: str) -> None:
    assert items("1. Moorings", words, "2. Slipway", "The chain held.") == [
        ("1", None, "Moorings"),
        ("2", None, "Slipway"),
    ]


def test_numbers_with_letters_have_a_parent() -> None:
    found = items("1. Moorings", "Full.", "1a. Rings", "Loose.", "1b. Chains", "Held.", "2. Pilots", "Thanked.")
    assert found == [("1", None, "Moorings"), ("1a", "1", "Rings"), ("1b", "1", "Chains"), ("2", None, "Pilots")]


def test_6a_without_a_6() -> None:
    found = items("1. Moorings", "Full.", "2. Slipway", "Held.", "6a. Pilots", "Thanked.", "6b. Tugs", "Two.")
    assert [number for number, _, _ in found] == ["1", "2", "6a", "6b"]
    assert [parent for _, parent, _ in found] == [None, None, "6", "6"]


def test_an_item_keeps_its_paragraphs() -> None:
    wrapped = (
        "OP showed the chart of the inner basin and told members that every berth but two was\n"
        "let for the summer, that the rings on the north wall had been tried in the January gale\n"
        "and that the divers had found one of them loose."
    )
    body = ("1. Moorings", wrapped, "All berths are let.", "2. Slipway", "Mended.")
    first, second = minutes(*body, people="Present: Greta Lund, Omar Pike\n\n").items
    assert first.text == " ".join(wrapped.split()) + "\nAll berths are let."
    assert second.text == "Mended."


def test_a_list_inside_an_item_is_its_text() -> None:
    found = minutes("1. Moorings", "The rings are:", "(a) rusty;", "(b) loose;", "2. Slipway", "Held.").items
    assert [i.number for i in found] == ["1", "2"]
    assert "(b) loose;" in found[0].text


def test_minutes_without_a_place_for_items_have_none() -> None:
    assert text(HEAD + PEOPLE + "The chain held and nobody was hurt in the January gale.\n").items == []


AGENDA = (
    "Agenda",
    "",
    "- Minutes of the last meeting",
    "- Moorings",
    "  - the two at the slip",
    "- Any other business",
    "",
)


def test_minutes_without_headings_take_their_items_from_the_agenda_they_print() -> None:
    found = items(*AGENDA, "Notes", "", "The harbour master said that both moorings had held through the winter.")
    assert [title for _, _, title in found] == ["Minutes of the last meeting", "Moorings", "Any other business"]


def test_a_printed_agenda_gives_no_items_beside_headings() -> None:
    found = items(*AGENDA, "1. Moorings", "Both had held.", "2. Slipway", "The chain was loose.", "3. Pilots", "Two.")
    assert [title for _, _, title in found] == ["Moorings", "Slipway", "Pilots"]


def test_dashes_in_numbers_part_items_from_theirs() -> None:
    text = (
        "# Quayside Harbour Board, 4 March 2031\n\n# 1 Opening\n\n## 1-1 Roll call\n\nAll came.\n\n"
        "## 1-2 Agenda\n\nIt was agreed.\n\n## 1-3 Ropes\n\nThey hold.\n\n# 2 Closing\n\nAll went.\n"
    )
    found = [(i.number, i.parent, i.title) for i in parse(read_bytes(text.encode(), "m.md")).items]
    assert found[-4:] == [
        ("1-1", "1", "Roll call"),
        ("1-2", "1", "Agenda"),
        ("1-3", "1", "Ropes"),
        ("2", None, "Closing"),
    ]


NUMBERED_HEAD = "Harbour Executive\n4 March 2031\n\nMEMBERS PRESENT\n1. Dr Greta Lund, Chair\n2. Omar Pike, Clerk\n\n"
RUN = "MIN 1/4/3/31 PRAYERS\nAll rose.\n\nMIN 2/4/3/31 ADOPTION OF THE AGENDA\nIt was adopted.\n\n"
REST = "MIN 3/4/3/31 STATE OF THE ROPES\nThey hold.\n\nMIN 4/4/3/31 AOB\nThere was none.\n"


def test_numbered_people_and_an_agenda_in_other_words_are_no_items() -> None:
    agenda = "AGENDA\n1. Prayers\n2. Adoption of the agenda\n3. Ropes\n4. Boats\n5. AOB\n\n"
    found = parse(read_bytes(f"{NUMBERED_HEAD}{agenda}{RUN}{REST}".encode(), "m.txt")).items
    assert [item.number for item in found] == [f"MIN {number}/4/3/31" for number in range(1, 5)]


def test_items_right_below_the_list_of_people_are_items() -> None:
    head = "Harbour Board\n4 March 2031\n\nMEMBERS PRESENT\nGreta Lund, Omar Pike\n\n"
    body = "1. Minutes\nThey were agreed.\n\n2. Ropes\nThey hold:\n1. on the quay\n2. on the boats\n\n3. AOB\nNone.\n"
    found = parse(read_bytes((head + body).encode(), "m.txt")).items
    assert [item.title for item in found] == ["Minutes", "Ropes", "AOB"]
