"""People's names and what stands around them: titles, initials, roles, capacities, items, times."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_cli.parse.names import (
    capacity_of,
    fits,
    has_title,
    is_initials,
    looks_like_name,
    looks_like_role,
    mode_of,
    strip_titles,
)
from minutes_cli.parse.person import read_person


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("", ""),
        ("Ann Forde", "Ann Forde"),
        ("Major Tom", "Major Tom"),
        ("Mrs", "Mrs"),
        ("Cllr Ann Forde MBE", "Ann Forde"),
        ("Rt Hon Lord Vane", "Vane"),
        ("Borough Cllr C. Moss", "C. Moss"),
        ("Dr. Hale, PhD", "Hale, PhD"),
        ("Ann Forde, PhD", "Ann Forde"),
        ("the Clerk", "Clerk"),
        ("Hilda R.", "Hilda R."),
    ],
)
def test_titles_are_stripped(text: str, name: str) -> None:
    assert strip_titles(text) == name


@pytest.mark.parametrize(
    ("text", "expected"), [("", False), ("Ann Mr", False), ("the Clerk", False), ("Cllr. Moss", True)]
)
def test_titles_are_seen(text: str, expected: bool) -> None:
    assert has_title(text) is expected


@pytest.mark.parametrize("text", ["", "A", "Al", "af", "AFTERWARDS", "A F", "12", "Ann"])
def test_what_is_no_initials(text: str) -> None:
    assert not is_initials(text)


@pytest.mark.parametrize("text", ["AF", "MOC", "AFa", "K.A.", "AF2"])
def test_initials(text: str) -> None:
    assert is_initials(text)


@pytest.mark.parametrize(
    ("initials", "name", "expected"),
    [
        ("", "Ann Forde", False),
        ("AF", "", False),
        ("IBM", "Ray Wells", False),
        ("FA", "Ann Forde", False),
        ("AF", "Ann Forde", True),
        ("AFa", "Ann Flaherty", True),
        ("MOC", "Myrtle O’Carey", True),
        ("JPS", "Jo Price-Stone", True),
    ],
)
def test_initials_fit_names(initials: str, name: str, expected: bool) -> None:
    assert fits(initials, name) is expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "None",
        "All",
        "the wall",
        "Harbour Board",
        "Treasurer",
        "Minutes of the Board",
        "4 members of the public",
        "See: above",
        "One Two Three Four Five Six",
        "wall",
        "A" * 60,
        "Vane Boatyard Ltd",
    ],
)
def test_what_is_no_name(text: str) -> None:
    assert not looks_like_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Forde",
        "Forde",
        "Cllr Moss",
        "J. R. Vane",
        "Maria del Carmen Ruiz",
        "Niamh O’Dea",
        "Jo ‘Sandy’ Hale",
        "Ëva Ødegård",
    ],
)
def test_names(text: str) -> None:
    assert looks_like_name(text)


def test_a_nickname_is_a_name_only_where_names_stand() -> None:
    assert not looks_like_name("skipper")
    assert looks_like_name("skipper", loose=True)
    assert not looks_like_name("none", loose=True)


@pytest.mark.parametrize(
    ("text", "expected"), [("", False), ("Ann Forde", False), ("Finance Officer", True), ("Vane Ltd", True)]
)
def test_roles(text: str, expected: bool) -> None:
    assert looks_like_role(text) is expected


def test_words_of_capacity_and_mode() -> None:
    assert [capacity_of(t) for t in ("", "Treasurer", "Chairman", "the Chair", "minute taker")] == [
        None,
        None,
        "chair",
        "chair",
        "minutes",
    ]
    assert [mode_of(t) for t in ("", "by boat", "via Zoom", "by phone")] == [None, None, "remote", "by phone"]


@pytest.mark.parametrize("entry", ["", " – ", "None", "(all)", "4", "12 berth holders", "and others"])
def test_an_entry_that_names_nobody(entry: str) -> None:
    assert read_person(entry) is None


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("Ann Forde", {"name": "Ann Forde"}),
        ("Cllr Ann Forde MBE (Chair)", {"name": "Ann Forde", "capacity": "chair", "role": "Chair"}),
        ("Ann Forde (AF)", {"name": "Ann Forde", "initials": "AF"}),
        ("Ray Wells (IBM)", {"name": "Ray Wells", "role": "IBM"}),
        ("Bob Hale – Item 3", {"name": "Bob Hale", "for_items": ["3"]}),
        ("Bob Hale (for items 3 and 4a only)", {"name": "Bob Hale", "for_items": ["3", "4a"]}),
        ("C. Moss, Treasurer", {"name": "C. Moss", "role": "Treasurer"}),
        ("Treasurer Ray Barlow", {"name": "Ray Barlow", "role": "Treasurer"}),
        ("Treasurer: Ray Barlow", {"name": "Ray Barlow", "role": "Treasurer"}),
        ("Dee Park (DP), Vane Ltd", {"name": "Dee Park", "initials": "DP", "role": "Vane Ltd"}),
        ("Dee Park (Minutes)", {"name": "Dee Park", "capacity": "minutes"}),
        ("Dee Park (via Zoom)", {"name": "Dee Park", "mode": "remote"}),
        ("Dee Park (for Ann Forde)", {"name": "Dee Park", "deputy_for": "Ann Forde", "capacity": "deputy"}),
        ("Dee Park (from 8.15pm)", {"name": "Dee Park", "from": "8.15pm"}),
        ("Dee Park (left at 8.40)", {"name": "Dee Park", "until": "8.40"}),
        ("Ann Forde (Chair, AF)", {"name": "Ann Forde", "capacity": "chair", "initials": "AF"}),
        ("Ann Forde (AF) - Pilot, Vane Ltd", {"name": "Ann Forde", "initials": "AF", "role": "Pilot, Vane Ltd"}),
    ],
)
def test_an_entry_is_read(entry: str, expected: dict[str, Any]) -> None:
    person = read_person(entry)
    assert person is not None
    told = {key: value for key, value in msgspec.to_builtins(person).items() if value}
    for key, value in expected.items():
        assert told.get(key) == value
    assert set(told) <= set(expected) | {"role"}


WORDS = st.sampled_from(
    ["Ann", "Forde", "(AF)", "Chair", "–", "Item 3", ",", "Cllr", "(", ")", "from 8pm", "Ltd", "AF", "[x]", ":"]
)


@given(st.lists(WORDS, max_size=8).map(" ".join) | st.text(max_size=40))
def test_a_name_is_words_of_the_entry(entry: str) -> None:
    person = read_person(entry)
    if person is not None:
        assert person.name
        assert all(word in entry for word in person.name.split())
        assert person.initials is None or person.initials in entry
