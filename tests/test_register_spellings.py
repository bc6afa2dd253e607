"""Several spellings of one member: joined where one reading remains, told apart and remarked on where not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_cli.book import Member
from minutes_cli.model import Person
from minutes_cli.register.spellings import Known, known, listed

Lists = list[list[str]]


def person(said: str) -> Person:
    """Make an entry of a list from its words: "Ada Thistle (AT)", "AT", "[Clerk]"."""
    if said.startswith("["):
        return Person(role=said.strip("[]"))
    if said.isupper() and " " not in said:
        return Person(initials=said)
    name, _, initials = said.partition(" (")
    return Person(name=name, initials=initials.rstrip(")") or None)


def people(lists: Lists, roster: list[Member] | None = None) -> list[Known]:
    entries = [listed(person(said), place) for place, said_there in enumerate(lists) for said in said_there]
    return list({id(each): each for each in known(entries, roster or []).values()}.values())


def joined(lists: Lists, roster: list[Member] | None = None) -> list[list[str]]:
    return sorted(sorted(each.names.values()) for each in people(lists, roster))


@pytest.mark.parametrize(
    ("lists", "rows"),
    [
        ([], []),
        ([["Ada Thistle"], ["Bram Yarrow"]], [["Ada Thistle"], ["Bram Yarrow"]]),
        ([["Ada Thistle"], ["Ada Thistle"]], [["Ada Thistle"]]),
        ([["Ada Thistle"], ["ADA  THISTLE"], ["Thistle, Ada"]], [["Ada Thistle"]]),
        ([["Zoë O'Rourke"], ["Zoe ORourke"]], [["Zoë O'Rourke"]]),
        (
            [["Ada Thistle"], ["A Thistle"], ["A. Thistle"], ["Thistle"], ["Ada"]],
            [["A Thistle", "Ada", "Ada Thistle", "Thistle"]],
        ),
        (
            [["Ada Mary Thistle"], ["Ada Thistle"], ["A M Thistle"]],
            [["A M Thistle", "Ada Mary Thistle", "Ada Thistle"]],
        ),
        ([["Ada Thistle (AT)"], ["AT"]], [["AT", "Ada Thistle"]]),
        ([["[Clerk]"], ["[Clerk]"]], [["Clerk"]]),
    ],
)
def test_one_reading_is_one_person(lists: Lists, rows: list[list[str]]) -> None:
    assert joined(lists) == rows


@pytest.mark.parametrize(
    ("lists", "rows"),
    [
        # Two whom it may mean, in whatever order they come.
        ([["Edwin Rush", "Fenn Rush"], ["Rush"]], [["Edwin Rush"], ["Fenn Rush"], ["Rush"]]),
        ([["A Thistle"], ["Ada Thistle"], ["Abel Thistle"]], [["A Thistle"], ["Abel Thistle"], ["Ada Thistle"]]),
        ([["Ada Thistle (AT)"], ["Asa Tern (AT)"], ["AT"]], [["AT"], ["Ada Thistle"], ["Asa Tern"]]),
        # On one list they are two people.
        ([["Ada Thistle", "A Thistle"]], [["A Thistle"], ["Ada Thistle"]]),
        ([["Ada Thistle"], ["Ada Thistle", "Thistle"]], [["Ada Thistle"], ["Thistle"]]),
        # Initials are never made up from names, and a slip of the pen is nobody's to mend.
        ([["Ada Thistle"], ["AT"]], [["AT"], ["Ada Thistle"]]),
        ([["Ada Thistle"], ["Adah Thistle"]], [["Ada Thistle"], ["Adah Thistle"]]),
        ([["Ada Mary Thistle"], ["Ada Joan Thistle"]], [["Ada Joan Thistle"], ["Ada Mary Thistle"]]),
        ([["Ada Thistle"], ["Bea Thistle"]], [["Ada Thistle"], ["Bea Thistle"]]),
    ],
)
def test_anything_less_stays_apart(lists: Lists, rows: list[list[str]]) -> None:
    assert joined(lists) == rows


def test_initials_beside_the_one_they_belong_to_repeat_somebody_listed() -> None:
    assert joined([["Ada Thistle (AT)", "AT"]]) == [["AT", "Ada Thistle"]]


def test_who_it_may_be_is_named() -> None:
    rush = next(each for each in people([["Edwin Rush", "Fenn Rush"], ["Rush"]]) if each.name == "Rush")
    assert rush.may_be == ("Edwin Rush", "Fenn Rush")


def test_a_name_that_is_nearly_the_same_is_named_unless_both_are_on_one_list() -> None:
    assert [each.like for each in people([["Ada Thistle"], ["Adah Thistle"]])] == [("Ada Thistle",), ("Adah Thistle",)]
    assert [each.like for each in people([["Ada Thistle", "Adah Thistle"]])] == [(), ()]
    assert [each.like for each in people([["Ada Thistle"], ["Bram Yarrow"]])] == [(), ()]


class TestRoster:
    ROSTER = [Member(name="Cato Sedge", initials="CS", aliases=["Old Sedge", "Sedge the Elder"])]

    @pytest.mark.parametrize("said", ["Cato Sedge", "CS", "Old Sedge", "sedge the elder", "Sedge, Cato"])
    def test_a_name_of_the_roster_is_its_person(self, said: str) -> None:
        (only,) = people([[said]], self.ROSTER)
        assert only.member is self.ROSTER[0]
        assert only.name == "Cato Sedge"

    def test_it_goes_before_any_likeness(self) -> None:
        rows = joined([["Olda Sedge"], ["Old Sedge"], ["Cato Sedge"]], self.ROSTER)
        assert rows == [["Cato Sedge", "Old Sedge"], ["Olda Sedge"]]

    def test_an_alias_of_two_is_nobodys(self) -> None:
        two = [*self.ROSTER, Member(name="Dan Sedge", aliases=["Old Sedge"])]
        assert [each.member for each in people([["Old Sedge"]], two)] == [None]


NAMES = st.sampled_from(
    [
        "Ada Thistle",
        "A Thistle",
        "Thistle",
        "Ada",
        "Ada Mary Thistle",
        "Abel Thistle",
        "Adah Thistle",
        "AT",
        "Asa Tern (AT)",
    ]
)


@given(st.lists(st.lists(NAMES, max_size=4, unique=True), max_size=5), st.randoms(use_true_random=False))
def test_the_order_of_the_lists_changes_nothing_and_nobody_is_lost(lists: Lists, random: object) -> None:
    rows = joined(lists)
    assert sorted({name for row in rows for name in row}) == sorted(
        {person(n).name or n for said in lists for n in said}
    )
    shuffled = [sorted(said) for said in lists]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert joined(shuffled) == rows


@given(st.lists(st.lists(NAMES, max_size=4, unique=True), max_size=5))
def test_two_full_names_of_one_list_are_never_one_person(lists: Lists) -> None:
    for each in people(lists):
        full = {name for name in each.names.values() if " " in name}
        for said in lists:
            assert len(full & {person(name).name for name in said}) <= 1


def test_capitals_are_not_shown_where_a_list_has_the_name_without() -> None:
    (ada,) = people([["ADA THISTLE"], ["Ada Thistle"], ["ADA THISTLE"]])
    assert ada.name == "Ada Thistle"
