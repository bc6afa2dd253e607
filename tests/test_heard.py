"""Whom the minutes let speak: names that no attendance list has, and words that are no names."""

from __future__ import annotations

import pytest

from minutes_cli.vocabulary.commitments import find, people
from minutes_cli.vocabulary.heard import heard
from tests.parse_making import HEAD, text


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Highways advised that the road is shut.",
        "Members asked about the fees. The Board said no.",
        "Council moved on to the fees; the council said nothing.",
        "The Treasurer said that the fees are paid.",
        "Harbour Trust said that the fees are due.",
        "Nobody seconded it.",
    ],
)
def test_who_is_nobody_of_the_meeting(words: str) -> None:
    assert heard(words) == frozenset()


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Brisa said that the fees are due.", {"brisa"}),
        ("Brisa Okoro then asked about the fees.", {"brisa", "okoro"}),
        ("Moved by Okoro, seconded by Tull.", {"okoro", "tull"}),
        ("Mr Okoro thanked the crew.", {"okoro"}),
    ],
)
def test_who_is_heard(words: str, names: set[str]) -> None:
    assert heard(words) == names


def test_who_is_heard_can_be_bound_though_no_list_has_them() -> None:
    known = people(["Greta Lund"], heard=frozenset({"brisa"}))
    found = find("Brisa will ring the pilots.", known)
    assert found is not None
    assert found.owners == ("Brisa",)
    assert find("Vodex will ring the pilots.", known) is None


def test_a_given_name_tells_a_person_from_a_firm() -> None:
    known = people(["Greta Lund"])
    found = find("Peter Okoro will ring the pilots.", known)
    assert found is not None
    assert found.owners == ("Peter Okoro",)
    assert find("Anchor Chandlers will ring the pilots.", known) is None


def test_minutes_without_a_list() -> None:
    meeting = text(f"{HEAD}1. Moorings\nBrisa said the berths are full. Brisa will ring the pilots. Vodex will pay.\n")
    assert [(a.text, a.owners) for a in meeting.actions] == [("Brisa will ring the pilots.", ["Brisa"])]


@pytest.mark.parametrize(
    ("words", "owners"),
    [
        ("The Finance Committee will draft a letter.", ("Finance Committee",)),
        ("The Finance Committee will meet in May.", None),
        ("The County Committee will draft a letter.", None),
    ],
)
def test_the_committees_of_a_body(words: str, owners: tuple[str, ...] | None) -> None:
    found = find(words, people(["Greta Lund"], body="Quayside Harbour Board"))
    assert (found.owners if found else None) == owners
