"""Who came: lists in columns and in running text, offices, apologies, and who is nobody."""

from __future__ import annotations

import pytest

from tests.parse_making import HEAD, minutes, text


def named(
    people: str, body: str = "1. Moorings\n\nThe berths are full.\n\n2. Slipway\n\nThe chain held.\n"
) -> tuple[list[str | None], list[str | None]]:
    meeting = text(f"{HEAD}{people}\n\n{body}")
    return [p.name for p in meeting.attendees], [p.name for p in meeting.apologies]


@pytest.mark.parametrize("none", ["None", "none.", "n/a", "Nil", "None received"])
def test_people_who_are_none_are_nobody(none: str) -> None:
    assert named(f"Present: Greta Lund, Omar Pike\n\nApologies: {none}") == (["Greta Lund", "Omar Pike"], [])


def test_members_of_the_public_are_counted_not_named() -> None:
    found = named("Present: Greta Lund, Omar Pike\n\nMembers of the public: 4")
    assert found == (["Greta Lund", "Omar Pike"], [])


def test_those_who_move_and_vote_are_no_attendees() -> None:
    body = "1. Fees\n\nProposed by Hal Brook, seconded by Ivy Dunn that the fee rise. Vote: 3 for, 1 against.\n"
    assert named("Present: Greta Lund, Omar Pike", body)[0] == ["Greta Lund", "Omar Pike"]


def test_initials_that_look_like_small_words() -> None:
    assert named("Present: A Reed, I. Stern, A J Moss\n\nApologies: A. Vane")[0] == ["A Reed", "I. Stern", "A J Moss"]


def test_columns_of_name_initials_role() -> None:
    meeting = minutes("1. Moorings", "Full.", "2. Slipway", "Held.")
    assert [(p.name, p.initials, p.role, p.capacity) for p in meeting.attendees] == [
        ("Greta Lund", "GL", "Harbour Master", "chair"),
        ("Omar Pike", "OP", "Treasurer", None),
        ("Tess Quill", "TQ", "Harbour Clerk", "minutes"),
        ("Ivo Stern", "IS", "Berth Holder", None),
    ]
    assert [(p.name, p.initials, p.role) for p in meeting.apologies] == [("Nell Croft", None, "Fleet Manager")]


def test_somebody_listed_for_one_item() -> None:
    people = (
        "Present:\n\nGreta Lund (Chair)\tGL\tHarbour Master\nOmar Pike – Item 2\tOP\tTreasurer\nIvo Stern\tIS\tPilot\n"
    )
    meeting = text(f"{HEAD}{people}\n1. Moorings\n\nFull.\n\n2. Slipway\n\nHeld.\n")
    assert [(p.name, p.for_items) for p in meeting.attendees] == [
        ("Greta Lund", []),
        ("Omar Pike", ["2"]),
        ("Ivo Stern", []),
    ]


def test_one_person_is_listed_once() -> None:
    found = named("Chair: Greta Lund\n\nPresent: Greta Lund, Omar Pike\n\nMinutes: Omar Pike")[0]
    assert sorted(map(str, found)) == ["Greta Lund", "Omar Pike"]
