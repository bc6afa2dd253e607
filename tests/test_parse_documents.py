"""Whole minutes: every word accounted for, the same record twice, and files that hold no minutes refused."""

from __future__ import annotations

import re
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from minutes_cli.errors import SourceUnreadable
from minutes_cli.model import Meeting
from minutes_cli.parse import parse
from minutes_cli.read import read_bytes
from tests.parse_making import HEAD, PEOPLE, minutes, text

README = """# Tide Tables

A small library that works out tides.

## Installing

Run the installer and read the guide.

## Licence

Free for all to use.
"""


@pytest.mark.parametrize(
    "content",
    [README, "Dear Omar,\n\nthe chain has parted again.\n\nYours,\nTess\n", "1. Salt\n2. Rope\n3. Tar\n"],
    ids=["a readme", "a letter", "a shopping list"],
)
def test_what_is_no_minutes_is_refused_with_a_next_step(content: str) -> None:
    with pytest.raises(SourceUnreadable) as refused:
        text(content)
    assert refused.value.hint


def test_owners_are_initials_when_the_list_has_them() -> None:
    meeting = minutes("1. Ice", "ACTION: Omar Pike to buy salt", "2. Tar", "ACTION: Hilda Vane to buy tar")
    assert [a.owners for a in meeting.actions] == [["OP"], ["Hilda Vane"]]


def test_every_action_has_a_number_and_an_identity() -> None:
    meeting = minutes("1. Ice", "ACTION: OP to buy salt", "ACTION 1: GL to buy ice", "2. Tar", "ACTION: TQ to buy tar")
    assert len({a.ref for a in meeting.actions}) == 3
    assert [a.id for a in meeting.actions] == [f"2031-03-04/{a.ref}" for a in meeting.actions]


def test_commitments_count_only_where_nothing_is_marked() -> None:
    promise = "GL agreed to write to the pilots in May."
    assert [a.how for a in minutes("1. Ice", promise, "2. Tar", "None left.").actions] == ["prose"]
    assert [a.how for a in minutes("1. Ice", promise, "2. Tar", "ACTION: OP to buy tar").actions] == ["marker"]


def test_a_next_meeting_is_read_and_dates_what_waits_for_it() -> None:
    meeting = minutes(
        "1. Ice", "ACTION: OP to buy salt before the next meeting", "2. Date of next meeting", "6 May 2031 at 7.30pm"
    )
    assert meeting.meeting.next is not None
    assert str(meeting.meeting.next.date) == "2031-05-06"
    (action,) = meeting.actions
    assert action.due is not None
    assert (action.due.kind, str(action.due.date)) == ("meeting", "2031-05-06")


PARAGRAPHS = st.lists(
    st.sampled_from(
        [
            "1. Moorings",
            "2. Slipway",
            "2a. Chains",
            "OP showed the chart of the inner basin.",
            "It was agreed to let two berths.",
            "ACTION: OP to buy salt",
            "GL agreed to write to the pilots.",
            "(a) rings",
            "- rope",
            "Present: Ann Forde",
            "Reference\tDetails\tAction\n1\tBuy tar\tOP",
            "RESOLVED that:",
            "Page 3",
            "Seconded by I Stern.",
            "Date of next meeting: 6 May 2031",
        ]
    ),
    max_size=12,
)


def told(meeting: Meeting) -> str:
    parts = [f"{i.number} {i.title} {i.text}" for i in meeting.items]
    parts += [f"{a.ref} {a.text} {a.action or ''} {' '.join(a.owners)}" for a in meeting.actions]
    parts += [d.text for d in meeting.decisions]
    return " ".join(parts)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PARAGRAPHS)
def test_any_order_of_paragraphs_is_read_the_same_twice(body: list[str]) -> None:
    meeting = minutes(*body)
    assert meeting == minutes(*body)
    assert len({a.id for a in meeting.actions}) == len(meeting.actions)
    source = " ".join((HEAD + PEOPLE + " ".join(body)).split())
    for action in meeting.actions:
        assert all(word in source for word in re.findall(r"\w+", action.text))


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=st.sampled_from("Aa1. :\n\t-•|()[]§é2/&,"), min_size=1, max_size=200))
def test_any_text_is_read_or_refused(content: str) -> None:
    with suppress(SourceUnreadable):
        minutes(content)


@pytest.mark.parametrize(
    ("second", "items"),
    [
        ("Minutes of the meeting of 4 March 2031", ["Rope"]),
        ("Notes of the Harbour Committee", ["Rope"]),
        ("Minutes of the last meeting", ["Minutes of the last meeting", "Rope"]),
        ("Welcome", ["Welcome", "Rope"]),
    ],
)
def test_a_second_title_right_below_the_first_is_no_item(second: str, items: list[str]) -> None:
    parts = ["# Harbour Trust", f"## {second}", "Date: 4 March 2031", "Present: Ada Quill (Chair), Ben Oak", "## Rope"]
    meeting = parse(read_bytes("\n\n".join([*parts, "It is worn.\n"]).encode(), "harbour.md"))
    assert [item.title for item in meeting.items] == items
    assert str(meeting.meeting.date) == "2031-03-04"
