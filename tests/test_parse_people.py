"""Labels of people lists and run-in lists: what opens one, where its entries end, and who is nobody."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_cli.parse.name_list import read_list, split_list
from minutes_cli.parse.people import read_label, read_office


@pytest.mark.parametrize(
    "text",
    [
        "",
        ":",
        "Presentation by Omar Pike",
        "Present state of the slipway",
        "Presently the tide rose. Members left.",
        "Members asked for a copy.",
        "Absent a quorum, nothing was decided.",
        "Guests were welcomed by the Chair and shown round.",
        "Boarding passes: two",
    ],
)
def test_what_is_no_label(text: str) -> None:
    found = read_label(text)
    assert found is None or not read_list(found.rest)


@pytest.mark.parametrize(
    ("text", "kind", "rest"),
    [
        ("Present:", "present", ""),
        ("PRESENT", "present", ""),
        ("Present: Ann Forde, Bob Hale", "present", "Ann Forde, Bob Hale"),
        ("Present – Ann Forde", "present", "Ann Forde"),
        ("1. Members Present:", "present", ""),
        ("Members  present:", "present", ""),
        ("Present (voting): Ann Forde", "present", "Ann Forde"),
        ("Present HO, DM, MS", "present", "HO, DM, MS"),
        ("Present were Ann Forde and Bob Hale", "present", "Ann Forde and Bob Hale"),
        ("Also in attendance: Dee Park", "attending", "Dee Park"),
        ("Apologies for absence were received from: Nell Croft", "apologies", "Nell Croft"),
        ("Apologies were received from Nell Croft", "apologies", "Nell Croft"),
        ("The apologies: none", "apologies", "none"),
        ("Members of the public: 4", "public", "4"),
        ("Present; Ann Forde, Bob Hale", "present", "Ann Forde, Bob Hale"),
        ("Attendees of the June call:", "present", ""),
        ("Library Trustees Present: Ann Forde", "present", "Ann Forde"),
        ("Selectmen in attendance - Ann Forde", "present", "Ann Forde"),
        ("Staff in attendance: Ann Forde", "attending", "Ann Forde"),
        ("Absent Commissioners", "apologies", ""),
        ("Absent with regrets: Ann Forde", "apologies", "Ann Forde"),
    ],
)
def test_labels_are_read(text: str, kind: str, rest: str) -> None:
    found = read_label(text)
    assert found is not None
    assert (found.kind, found.rest) == (kind, rest)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Clerk",
        "Minutes: of the last meeting",
        "Chair read the letter out",
        "the clerk wrote",
        "Treasurer reported a loss of two boats",
    ],
)
def test_what_names_nobody_in_an_office(text: str) -> None:
    assert read_office(text) is None


@pytest.mark.parametrize(
    ("text", "capacity", "rest"),
    [
        ("Chair: Ann Forde", "chair", "Ann Forde"),
        ("Minutes taken by Bob Hale", "minutes", "Bob Hale"),
        ("Minutes: Bob Hale", "minutes", "Bob Hale"),
        ("Clerk J Moss", None, "J Moss"),
        ("The meeting was led by Bob Hale.", "chair", "Bob Hale."),
        ("Treasurer (acting): Ann Forde", None, "Ann Forde"),
        ("Chair:", "chair", ""),
    ],
)
def test_offices_name_a_person(text: str, capacity: str | None, rest: str) -> None:
    found = read_office(text)
    assert found is not None
    assert (found.kind, found.capacity, found.rest) == ("office", capacity, rest)


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("", []),
        ("Ann Forde", ["Ann Forde"]),
        ("Ann Forde and Bob Hale", ["Ann Forde", "Bob Hale"]),
        ("Ann Forde, Bob Hale & Cy Dee.", ["Ann Forde", "Bob Hale", "Cy Dee"]),
        ("Ann Forde (Chair, AF), Bob Hale", ["Ann Forde (Chair, AF)", "Bob Hale"]),
        ("Ann Forde (Chair and Pilot); Bob Hale", ["Ann Forde (Chair and Pilot)", "Bob Hale"]),
        ("D Moss (Chair) R Hale", ["D Moss (Chair)", "R Hale"]),
        ("Ann Forde, Treasurer, Bob Hale", ["Ann Forde, Treasurer", "Bob Hale"]),
        ("HO, DM, MS", ["HO", "DM", "MS"]),
        ("Glen and Sue Reed, Bert Tarr", ["Glen Reed", "Sue Reed", "Bert Tarr"]),
        ("Ann Forde\nBob Hale", ["Ann Forde", "Bob Hale"]),
    ],
)
def test_lists_are_cut_into_entries(text: str, entries: list[str]) -> None:
    assert split_list(text) == entries


@pytest.mark.parametrize("text", ["", "None", "none.", "n/a", "-", "Nil", "No apologies", "4", "None, none"])
def test_a_list_of_nobody(text: str) -> None:
    assert read_list(text) == []


def test_a_list_is_read_to_people() -> None:
    people = read_list("Cllr Ann Forde (Chair), Bob Hale – Treasurer and Dee Park")
    assert [(p.name, p.capacity, p.role) for p in people] == [
        ("Ann Forde", "chair", "Chair"),
        ("Bob Hale", None, "Treasurer"),
        ("Dee Park", None, None),
    ]


WORDS = st.sampled_from(
    [
        "Ann",
        "Forde",
        "Bob",
        "Hale",
        "(Chair, AF)",
        "and",
        ",",
        ";",
        "&",
        "Treasurer",
        "Sue",
        "(a; b)",
        "\n",
        "[x & y]",
        "MS",
        "(",
        "4",
    ]
)
LISTS = st.lists(WORDS, max_size=10).map(" ".join)


@given(LISTS)
def test_no_word_of_a_list_is_lost(text: str) -> None:
    kept = set(re.findall(r"\w+", " ".join(split_list(text))))
    assert set(re.findall(r"\w+", text)) - {"and"} <= kept


@given(LISTS | st.text(max_size=50))
def test_any_text_can_be_looked_at(text: str) -> None:
    read_label(text)
    read_office(text)
    assert all(person.name for person in read_list(text))
