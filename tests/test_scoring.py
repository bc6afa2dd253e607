"""The measure itself: what counts as right, and what it costs to be wrong."""

from __future__ import annotations

from typing import Any

import pytest

from tests.scoring import LEVELS, Count, likeness, score

TRUTH: dict[str, Any] = {
    "meeting": {"body": ["Dell Hall Trust", "Trustees of Dell Hall"], "start": "19:30"},
    "attendees": [
        {"name": "Ada Brook", "initials": "AB", "role": "Treasurer"},
        {"name": "Tom Sedge", "optional": True},
    ],
    "items": [{"number": "1", "title": "Roof"}],
    "actions": [
        {"text": "Ask for a price for the roof", "owners": ["AB"], "due": "by 3 May", "status": "open"},
        {"text": "Sweep the hall", "optional": True},
    ],
    "decisions": [{"text": "The accounts were approved.", "text_any_of": ["RESOLVED that the accounts be approved."]}],
}
RIGHT: dict[str, Any] = {
    "meeting": {"body": "Trustees of Dell Hall", "start": "19:30"},
    "attendees": [{"name": "Mrs A. Brook", "initials": "AB", "role": "Treasurer"}],
    "items": [{"number": "1.", "title": "Roof"}],
    "actions": [
        {"text": "Ask for a price for the roof", "owners": ["Brook"], "due": {"text": "3 May"}, "status": "open"}
    ],
    "decisions": [{"text": "RESOLVED that the accounts be approved."}],
}


def test_a_right_record_has_no_difference() -> None:
    result = score(TRUTH, RIGHT)
    assert result.differences == []
    assert {count.f1 for count in result.counts.values()} == {1.0, None}


# how the text of an action is written, the levels that take it for the same
LEVELLED: list[tuple[str, set[str]]] = [
    ("Ask for a price for the roof", {"strict", "soft", "similar", "by words"}),
    ("ask for a price for the roof.", {"soft", "similar", "by words"}),
    ("Ask for a price of the roof", {"by words"}),
    ("Ask for a pricef or the roof", {"similar", "by words"}),
    ("Sweep the leaves", set()),
]


@pytest.mark.parametrize(("text", "same"), LEVELLED)
def test_a_level_says_how_alike_texts_must_be(text: str, same: set[str]) -> None:
    found = {"actions": [{"text": text}]}
    wanted = {"actions": [{"text": "Ask for a price for the roof"}]}
    assert {level for level, alike in LEVELS.items() if score(wanted, found, alike).counts["actions"].right} == same


def test_precision_and_recall_are_none_without_anything_to_count() -> None:
    assert (Count().precision, Count().recall) == (None, None)
    assert (Count(1, 2, 4).precision, Count(1, 2, 4).recall) == (0.25, 0.5)


def test_an_optional_entry_costs_nothing_when_found() -> None:
    found = {**RIGHT, "actions": [*RIGHT["actions"], {"text": "Sweep the hall", "owners": []}]}
    assert score(TRUTH, found).differences == []


def test_an_empty_record_finds_nothing() -> None:
    counts = score(TRUTH, {}).counts
    assert all(count.right == 0 and count.found == 0 for count in counts.values())
    assert [counts[f].wanted for f in ("meeting", "attendees", "initials", "roles", "owners", "due", "status")] == [
        2, 1, 1, 1, 1, 1, 1,
    ]  # fmt: skip


# field, the entry said wrongly, right, wanted, found
WRONG: list[tuple[str, dict[str, Any], Count]] = [
    ("attendees", {"attendees": [{"name": "Bea Brook"}]}, Count(0, 1, 1)),
    ("attendees", {"attendees": [*RIGHT["attendees"], {"name": "Woodland Warden"}]}, Count(1, 1, 2)),
    ("items", {"items": [{"number": "2", "title": "Roof"}]}, Count(0, 1, 1)),
    ("owners", {"actions": [{**RIGHT["actions"][0], "owners": ["AB", "TS"]}]}, Count(0, 1, 1)),
    ("due", {"actions": [{**RIGHT["actions"][0], "due": {"text": "next meeting"}}]}, Count(0, 1, 1)),
    ("due", {"actions": [{**RIGHT["actions"][0], "due": None}]}, Count(0, 1, 0)),
    ("status", {"actions": [{**RIGHT["actions"][0], "status": "done"}]}, Count(0, 1, 1)),
    ("decisions", {"decisions": [{"text": "Tea was taken."}]}, Count(0, 1, 1)),
]


@pytest.mark.parametrize(("field", "wrong", "count"), WRONG)
def test_what_is_wrong_is_counted(field: str, wrong: dict[str, Any], count: Count) -> None:
    result = score(TRUTH, {**RIGHT, **wrong})
    assert result.counts[field] == count
    assert result.differences


@pytest.mark.parametrize(
    ("first", "second", "how"), [("", "", 1.0), ("a b", "a b", 1.0), ("a b", "c", 0.0), ("a b", "b c", 0.5)]
)
def test_likeness(first: str, second: str, how: float) -> None:
    assert likeness(first, second) == how
