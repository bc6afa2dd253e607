"""Who an owner is: only when one reading remains."""

from __future__ import annotations

import pytest

from minutes_cli.model import Head, Meeting, Person
from minutes_cli.register import Owner
from minutes_cli.register.people import Roll, on_the_list
from tests.register_board import person

ROLL = Roll(
    [
        person("AF", "Ann Fell", "Development Manager", "chair"),
        person("BO", "Bríd O'Hare", "Head of Care"),
        person("JS", "Jo Stane", "Trustee"),
        person("JS", "Jarvis Stane", "Trustee"),
        person(None, "Hugo van Dyke"),
        person("CM", None),
        person(None, "Vetch, Omar"),
    ]
)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("", None),
        ("XY", None),
        ("All", None),
        ("Fell Ann", None),
        ("Manager", None),  # a part of an office may be another's
        ("HVD", None),  # initials are never made up from a name
        ("JS", None),  # two of them
        ("Stane", None),
        ("Trustee", None),
        ("AF", "Ann Fell"),
        ("A.F.", "Ann Fell"),
        ("af", "Ann Fell"),
        ("Ann Fell", "Ann Fell"),
        ("A. Fell", "Ann Fell"),
        ("Ann", "Ann Fell"),
        ("Fell", "Ann Fell"),
        ("Chair", "Ann Fell"),
        ("development manager", "Ann Fell"),
        ("Brid O’Hare", "Bríd O'Hare"),
        ("Jo Stane", "Jo Stane"),
        ("van Dyke", "Hugo van Dyke"),
        ("Dyke", "Hugo van Dyke"),
        ("Omar Vetch", "Vetch, Omar"),
        ("Vetch, Omar", "Vetch, Omar"),
        ("Vetch", "Vetch, Omar"),
        ("O Vetch", "Vetch, Omar"),
    ],
)
def test_an_owner_is_somebody_only_when_one_reading_remains(said: str, name: str | None) -> None:
    owner = ROLL.owner(said)
    assert owner.said == said
    assert (owner.person.name if owner.person else None) == name


def test_several_readings_are_named_and_none_is_taken() -> None:
    assert ROLL.owner("JS") == Owner(said="JS", may_be=("Jo Stane", "Jarvis Stane"))


def test_initials_without_a_name_are_somebody() -> None:
    assert ROLL.owner("CM").person == person("CM", None)


def test_somebody_listed_twice_is_one_person() -> None:
    twice = Meeting(
        meeting=Head(),
        attendees=[Person(name="Ann Fell", for_items=["1"]), Person(name="Ann Fell", for_items=["5"])],
        apologies=[Person(name="Gwen Sorrel")],
    )
    assert [each.name for each in on_the_list(twice)] == ["Ann Fell", "Gwen Sorrel"]
    assert Roll(on_the_list(twice)).owner("Fell").person is not None


@pytest.mark.parametrize(
    ("apologies", "who"),
    [
        # two people have them, or nobody: they stand apart, as they are printed
        ([Person(name="JS")], None),
        ([Person(name="GS")], "Ann Fell"),
        # one person on two lists, in two spellings
        ([Person(name="AF")], "Ann Fell"),
        ([Person(name=None, initials="AF")], "Ann Fell"),
        ([Person(name="A.F.", initials="AF")], "Ann Fell"),
        # but another name is another person
        ([Person(name="Abel Fay", initials="AF")], None),
    ],
)
def test_initials_among_the_apologies_are_whoever_alone_has_them(apologies: list[Person], who: str | None) -> None:
    listed = [Person(name=name, initials=said) for name, said in [("Ann Fell", "AF"), ("Jo Stane", "JS")]]
    others = [Person(name="Jarvis Stane", initials="JS")]
    roll = Roll(on_the_list(Meeting(meeting=Head(), attendees=[*listed, *others], apologies=apologies)))
    asked = "JS" if apologies[0].name == "JS" else "AF"
    owner = roll.owner(asked)
    assert (owner.person.name if owner.person else None) == who


def test_an_owner_off_the_list_answers_to_the_printed_words_and_the_last_of_them() -> None:
    owner = Owner(said="Jo Brook")
    assert [owner.answers_to(name) for name in ("jo brook", "BROOK", "jo", "", "-")] == [
        True,
        True,
        False,
        False,
        False,
    ]
