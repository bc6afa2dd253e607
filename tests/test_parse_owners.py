"""Who owns an action: cells and phrases, initials of the list, offices and groups, and cells that name nobody."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_cli.parse.owners import Roster, is_office, owner_like, read_cell, split_owners
from tests.parse_making import ROSTER

NOBODY = Roster([])


@pytest.mark.parametrize("cell", ["", " ", "-", "–", "n/a", "N/A", "None", "none."])
def test_an_empty_cell_has_no_owner(cell: str) -> None:
    assert read_cell(cell, ROSTER).owners == []


@pytest.mark.parametrize(
    ("cell", "owners"),
    [
        ("GL", ["GL"]),
        ("GL & OP", ["GL", "OP"]),
        ("GL and OP", ["GL", "OP"]),
        ("GL/OP", ["GL", "OP"]),
        ("GL, OP, TQ", ["GL", "OP", "TQ"]),
        ("JC EA", ["JC", "EA"]),
        ("JC\nEA", ["JC", "EA"]),
        ("Greta Lund", ["GL"]),
        ("Greta\nLund", ["GL"]),
        ("Mrs Greta Lund and Cllr Omar Pike", ["GL", "OP"]),
        ("Lund", ["Lund"]),
        ("Hilda Vane", ["Hilda Vane"]),
        ("ZZ", ["ZZ"]),
        ("All", ["All"]),
        ("All members", ["All members"]),
        ("Clerk", ["Clerk"]),
        ("the Clerk", ["Clerk"]),
        ("Clerk/Chair", ["Clerk", "Chair"]),
        ("Finance Team", ["Finance Team"]),
        ("Finance team and GL", ["Finance team", "GL"]),
        ("GL to take forward the works", ["GL"]),
        ("GL & OP to meet", ["GL", "OP"]),
        ("GL GL", ["GL"]),
    ],
)
def test_owner_cells_are_read(cell: str, owners: list[str]) -> None:
    assert read_cell(cell, ROSTER).owners == owners


def test_without_a_list_owners_stay_as_printed() -> None:
    assert read_cell("Greta Lund", NOBODY).owners == ["Greta Lund"]
    assert read_cell("Lund/Pike", NOBODY).owners == ["Lund", "Pike"]


def test_two_people_of_one_name_are_not_told_apart() -> None:
    from minutes_cli.model import Person

    twins = Roster([Person(name="Ann Reed", initials="AR"), Person(name="Ann Reed", initials="ARe")])
    assert read_cell("Ann Reed", twins).owners == ["Ann Reed"]


@pytest.mark.parametrize(
    ("text", "owners", "rest", "joint"),
    [
        ("", [], "", False),
        ("to be arranged", [], "to be arranged", False),
        ("contacting members about the wall", [], "contacting members about the wall", False),
        ("GL to write", ["GL"], "to write", False),
        ("JC EA", ["JC", "EA"], "", False),
        ("JC, EA to meet", ["JC", "EA"], "to meet", True),
        ("GL and the wall", ["GL"], "and the wall", False),
    ],
)
def test_owners_are_cut_from_the_front(text: str, owners: list[str], rest: str, joint: bool) -> None:
    assert split_owners(text, ROSTER) == (owners, rest, joint)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", False),
        ("the sea wall is to be mended before the winter", False),
        ("mend the wall", False),
        ("GL", True),
        ("GL to write to the bank", True),
        ("JC EA", True),
        ("Business Manager", True),
    ],
)
def test_cells_that_look_like_owners(text: str, expected: bool) -> None:
    assert owner_like(text, ROSTER) is expected


@pytest.mark.parametrize(("text", "expected"), [("", False), ("Wall", False), ("Clerk", True), ("the  Chair.", True)])
def test_offices(text: str, expected: bool) -> None:
    assert is_office(text) is expected


WORDS = st.sampled_from(
    [
        "GL",
        "OP",
        "JC",
        "EA",
        "and",
        "&",
        "/",
        ",",
        "\n",
        "to",
        "write",
        "All",
        "Clerk",
        "Greta",
        "Lund",
        "wall",
        "(lead)",
        "-",
        "A.",
        "Team",
    ]
)


@pytest.mark.parametrize("cell", ["*", "–", "@", "..", "* / *"])
def test_signs_alone_are_nobody(cell: str) -> None:
    assert read_cell(cell, ROSTER).owners == []


@given(st.lists(WORDS, max_size=9).map(" ".join) | st.text(max_size=40))
def test_owners_are_words_of_the_cell(text: str) -> None:
    folded = " ".join(text.split()).casefold()
    for owned in (split_owners(text, ROSTER), read_cell(text, ROSTER)):
        assert len(set(owned.owners)) == len(owned.owners)
        for owner in owned.owners:
            assert owner
            assert " ".join(owner.split()).casefold() in folded or owner in ROSTER.initials
        assert " ".join(owned.rest.split()).casefold() in folded
    owner_like(text, ROSTER)


@given(st.lists(WORDS, max_size=9).map(" ".join))
def test_the_rest_keeps_every_word_that_is_no_owner(text: str) -> None:
    owned = split_owners(text, NOBODY)
    left = re.findall(r"\w+", f"{' '.join(owned.owners)} {owned.rest}")
    joins = {"and"}
    assert set(re.findall(r"\w+", text)) - joins <= set(left) | joins


def test_a_name_that_ends_with_an_initial_stands_before_a_comma_too() -> None:
    assert split_owners("Greta, Omar P., Tess", ROSTER).owners == ["Greta", "Omar P.", "Tess"]
