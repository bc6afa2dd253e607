"""A roster proposed from the lists of many meetings: what is certain, what is a question, and what is neither."""

from __future__ import annotations

import random
from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes_cli.book import Book, Member
from minutes_cli.model import Head, Meeting, Person
from minutes_cli.register import proceedings
from minutes_cli.register.roster import Roster, members_of, proposed_roster

Lists = list[list[str]]
DAY = date(2031, 3, 4)


def person(said: str) -> Person:
    """Make an entry from its words: "Ada Thistle (AT); Clerk", "AT", "[Clerk]"."""
    said, _, role = said.partition("; ")
    if said.startswith("["):
        return Person(role=said.strip("[]"))
    if said.isupper() and " " not in said:
        return Person(initials=said, role=role or None)
    name, _, initials = said.partition(" (")
    return Person(name=name, initials=initials.rstrip(")") or None, role=role or None)


def records(lists: Lists, body: str = "Quay Trust") -> list[tuple[str, Meeting]]:
    return [
        (
            f"{body}-{place}.yaml",
            Meeting(
                meeting=Head(body=body, date=DAY + timedelta(days=30 * place)),
                attendees=[person(said) for said in names],
            ),
        )
        for place, names in enumerate(lists)
    ]


def propose(lists: Lists, roster: list[Member] | None = None) -> Roster:
    return proposed_roster(proceedings(records(lists), DAY), Book(people=roster or []))


def entries(roster: Roster) -> list[str]:
    """Write entries shortly: "Ada Thistle (AT) = A Thistle | Thistle"."""
    return [
        one.entry.name
        + (f" ({one.entry.initials})" if one.entry.initials else "")
        + (f" = {' | '.join(one.entry.aliases)}" if one.entry.aliases else "")
        for one in roster.people
    ]


def questions(roster: Roster) -> list[str]:
    return [f"{each.said}: {' | '.join(each.may_be)}" for each in roster.questions]


@pytest.mark.parametrize(
    "lists",
    [
        [],
        [[]],
        [["Ada Thistle"]],  # a guest of one evening
        [["[Clerk]"], ["[Clerk]"]],  # an office is nobody
        [["Ada"], ["Ada"]],  # half a name, and nobody whose it may be
        [["AT"], ["AT"]],
        [["Ada Thistle", "A Thistle"]],  # both at one meeting: two people
        [["Ada Thistle", "Adah Thistle"], ["Bram Yarrow"]],
        [["Ada Thistle"], ["Bram Yarrow"]],
        [["Ada Thistle"], ["Bea Thistle"]],  # a surname is shared by many
    ],
)
def test_nothing_to_propose_and_nothing_to_ask(lists: Lists) -> None:
    found = propose(lists)
    assert (found.people, found.gone, found.questions) == ((), (), ())


@pytest.mark.parametrize(
    ("lists", "expected"),
    [
        ([["Ada Thistle"], ["Ada Thistle"]], ["Ada Thistle"]),
        ([["ADA THISTLE"], ["Ada Thistle"]], ["Ada Thistle"]),
        ([["Thistle, Ada"], ["Ada Thistle"]], ["Ada Thistle"]),
        ([["ADA THISTLE"], ["ADA THISTLE"]], ["ADA THISTLE"]),  # where capitals end is not to be guessed
        ([["Ada Thistle (AT)"], ["AT"]], ["Ada Thistle (AT)"]),
        ([["Ada Thistle (AT)"], ["A. Thistle (AT)"]], ["Ada Thistle (AT) = A. Thistle"]),
        ([["Ada Thistle (AT)"], ["A. Thistle (A.T.)"]], ["Ada Thistle (AT) = A. Thistle"]),
        ([["Ada Thistle; Treasurer"], ["A. Thistle; Treasurer"]], ["Ada Thistle = A. Thistle"]),
        ([["Ada Thistle (AT)"], ["Ada Thistle (AMT)"], ["AMT"]], ["Ada Thistle (AT) = AMT"]),
        ([["Bo Ek", "Ada Thistle"], ["Ada Thistle", "Bo Ek"]], ["Bo Ek", "Ada Thistle"]),  # by surname
        # initials that two people have are on a roster nobody's
        ([["Ada Thistle (AT)", "Asa Tern (AT)"]] * 2, ["Asa Tern", "Ada Thistle"]),
    ],
)
def test_what_is_certain_is_proposed(lists: Lists, expected: list[str]) -> None:
    found = propose(lists)
    assert entries(found) == expected
    assert not found.questions


@pytest.mark.parametrize(
    ("lists", "expected"),
    [
        ([["Anna Brown"], ["A. Brown"]], ["A. Brown: Anna Brown"]),
        ([["Anna Brown"], ["Anna"]], ["Anna: Anna Brown"]),
        ([["Anna Brown"], ["Brown"]], ["Brown: Anna Brown"]),
        ([["Anna May Brown"], ["Anna Brown"]], ["Anna Brown: Anna May Brown"]),
        ([["Anna Brown"], ["Alan Brown"], ["A. Brown"]], ["A. Brown: Alan Brown | Anna Brown"]),
        ([["Anna Brown"], ["Alan Brown", "A. Brown"]], ["A. Brown: Anna Brown"]),
        ([["Gwen Sorrel"], ["Gwenn Sorrel"]], ["Gwen Sorrel: Gwenn Sorrel"]),
        ([["Anna Brown"], ["AB"]], ["AB: Anna Brown"]),
        ([["Anna Brown"], ["Alan Boyd"], ["AB"]], ["AB: Alan Boyd | Anna Brown"]),
        ([["Anna Brown (AMB)"], ["AB"]], []),  # her initials are others
        ([["Anna Brown", "AB"]], []),
        ([["Anna Brown; Governor", "Bo Ek; Governor"], ["A. Brown; Governor"]], ["A. Brown: Anna Brown"]),
    ],
)
def test_what_is_likely_is_asked(lists: Lists, expected: list[str]) -> None:
    found = propose(lists)
    assert questions(found) == expected
    assert not any(one.entry.aliases for one in found.people)


def test_a_question_has_reasons_for_and_against() -> None:
    lists = [["Anna Brown (AB); Clerk"], ["Anna Brown (AB); Clerk"], ["A. Brown (AXB); Surveyor", "Bo Ek"]]
    (asked,) = propose(lists).questions
    assert asked.reasons == (
        "the same initials and surname",
        "it fits nobody else on the lists",
        "never named at one meeting together",
    )
    assert asked.doubts == (
        "another office (Surveyor, not Clerk)",
        "other initials (AXB, not AB)",
        "it is named at one meeting only",
    )
    assert (asked.meetings, asked.first, asked.last) == (1, DAY + timedelta(days=60), DAY + timedelta(days=60))


def test_an_entry_has_what_lists_said_last_and_where_it_stands() -> None:
    lists = [["Anna Brown (AB); Clerk"], ["A. Brown (AB); Treasurer"], ["Anna Brown; Treasurer"]]
    (one,) = propose(lists).people
    assert one.entry == Member(name="Anna Brown", initials="AB", aliases=["A. Brown"], role="Treasurer")
    assert one.roles == ("Clerk", "Treasurer")
    assert (one.meetings, one.first, one.last) == (3, DAY, DAY + timedelta(days=60))
    assert [(each.said, each.times, each.record) for each in one.evidence] == [
        ("Anna Brown", 2, "Quay Trust-0.yaml"),
        ("A. Brown", 1, "Quay Trust-1.yaml"),
    ]


def test_whoever_is_not_named_any_more_is_asked_about() -> None:
    lists = [["Ada Thistle", "Bo Ek"]] * 2 + [["Bo Ek"]] * 2
    assert entries(propose(lists)) == ["Bo Ek", "Ada Thistle"]
    found = propose([*lists, [], ["Bo Ek"]])
    assert entries(found) == ["Bo Ek"]
    assert [(one.entry.name, one.gone) for one in found.gone] == [("Ada Thistle", 3)], (
        "a meeting without a list is none"
    )
    assert not propose([*lists, ["Bo Ek", "A. Thistle"]]).gone, "they may well be that"


def test_the_roster_is_not_proposed_again_and_gets_new_spellings() -> None:
    member = Member(name="Ada Thistle", initials="AT")
    assert not propose([["Ada Thistle"], ["AT"], ["Bo Ek"]], [member]).people
    (one,) = propose([["Ada Thistle (AT)"], ["A. Thistle (AT)"]], [member]).people
    assert one.member is member
    assert one.entry.aliases == ["A. Thistle"]


def test_a_question_that_was_answered_is_not_asked_again() -> None:
    lists = [["Anna Brown"], ["A. Brown"], ["Gwen Sorrel"], ["Gwenn Sorrel"]]
    assert len(propose(lists).questions) == 2
    yes = [Member(name="Anna Brown", aliases=["A. Brown"]), Member(name="Gwen Sorrel", aliases=["Gwenn Sorrel"])]
    no = [Member(name=each) for names in lists for each in names]
    assert not propose(lists, yes).questions
    assert not propose(lists, no).questions


def test_bodies_have_rosters_of_their_own() -> None:
    both = records([["Ada Thistle"]] * 2, "Quay Trust") + records([["Ada Thistle"], ["A. Thistle"]] * 2, "Shed Club")
    found = proposed_roster(proceedings(both, DAY))
    assert [(one.entry.name, one.entry.body) for one in found.people] == [
        ("Ada Thistle", "Quay Trust"),
        ("Ada Thistle", "Shed Club"),
    ]
    assert [(each.said, each.body) for each in found.questions] == [("A. Thistle", "Shed Club")]


NAMES = (
    *("Ada Thistle", "ADA THISTLE", "A Thistle", "Thistle", "Ada", "AT", "Ada Thistle (AT)", "A. Thistle (AT)"),
    *("Ada Mary Thistle", "Abel Thistle", "Asa Tern (AT)", "A. Tern; Clerk", "Asa Tern; Clerk", "Adah Thistle"),
    *("Thistle, Ada", "Bo Ek", "Bo Ek (BE); Clerk", "B. Ek (BE)", "BE", "Abel Thistle (AT)", "[Clerk]"),
)
LISTS = st.lists(st.lists(st.sampled_from(NAMES), max_size=4, unique=True), max_size=7)


@given(LISTS, st.randoms(use_true_random=False))
@settings(max_examples=80)
def test_the_order_of_the_records_does_not_matter(lists: Lists, shuffler: random.Random) -> None:
    given_records = records(lists)
    shuffled = list(given_records)
    shuffler.shuffle(shuffled)
    assert proposed_roster(proceedings(shuffled, DAY)) == proposed_roster(proceedings(given_records, DAY))


@given(LISTS)
@settings(max_examples=200)
def test_a_proposal_that_was_followed_proposes_nothing_new(lists: Lists) -> None:
    first = propose(lists)
    members = list(members_of(first))
    again = propose(lists, members)
    assert not [one for one in again.people if one.is_there], "no further spellings of the same people"
    assert not {one.entry.name for one in again.people}, "and nobody else"
    assert pairs(again) <= pairs(first)


def pairs(roster: Roster) -> set[frozenset[str]]:
    """Give the names of which it is asked whether they are one person's."""
    return {frozenset((each.said, other)) for each in roster.questions for other in each.may_be}


@given(LISTS)
@settings(max_examples=80)
def test_two_at_one_meeting_are_never_one(lists: Lists) -> None:
    found = propose(lists)
    for names in lists:
        there = {person(said).name for said in names if person(said).name}
        for one in found.people:
            own = {one.entry.name, *one.entry.aliases}
            distinct = {msgspec.structs.replace(person(name)).name for name in own} & there
            assert len({(name or "").casefold() for name in distinct}) <= 1
        for asked in found.questions:
            assert not (asked.said in there and any(name in there for name in asked.may_be))
