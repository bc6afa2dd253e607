"""The roll call: what counts as having come, which meetings count for whom, and who is a member."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_cli.book import Member
from minutes_cli.model import Head, Meeting, Person
from minutes_cli.register import Attendee, RollCall, proceedings, roll_call

ADA = Person(name="Ada Thistle")
OTHER = Person(name="Bram Yarrow")


def call(*meetings: tuple[list[Person], list[Person]], roster: tuple[Member, ...] = ()) -> RollCall:
    """Call the roll of meetings, each given as those there and those with apologies, one a month."""
    records = [
        (f"{n:02}.yaml", Meeting(meeting=Head(date=date(2031, n, 7)), attendees=there, apologies=apologies))
        for n, (there, apologies) in enumerate(meetings, start=1)
    ]
    return roll_call(proceedings(records, date(2031, 12, 31)).minuted, roster)


def row(found: RollCall, name: str = "Ada Thistle") -> Attendee:
    return next(each for each in found.attendees if each.name == name)


def stood(attendee: Attendee) -> dict[int, str]:
    return {place: each.presence for place, each in attendee.at.items()}


@pytest.mark.parametrize(
    ("entry", "presence", "came"),
    [
        (Person(name="Ada Thistle"), "present", True),
        (Person(name="Ada Thistle", mode="in person"), "present", True),
        (Person(name="Ada Thistle", mode="in attendance"), "present", True),
        (Person(name="Ada Thistle", mode="by phone"), "remote", True),
        (Person(name="Ada Thistle", mode="remote"), "remote", True),
        (Person(name="Ada Thistle", for_items=["3"]), "in part", True),
        (Person(name="Ada Thistle", from_="19:50"), "in part", True),
        (Person(name="Ada Thistle", until="20:00", mode="remote"), "in part", True),
        (Person(name="Ada Thistle", deputy_for="Bram Yarrow"), "deputy", True),
        (Person(name="Ada Thistle", mode="absent"), "absent", False),
    ],
)
def test_an_entry_among_those_there(entry: Person, presence: str, came: bool) -> None:
    found = row(call(([entry], [])))
    assert stood(found) == {0: presence}
    assert found.attended == came


@pytest.mark.parametrize(
    ("entry", "presence"), [(ADA, "apologies"), (Person(name="Ada Thistle", mode="absent"), "absent")]
)
def test_an_entry_among_the_apologies(entry: Person, presence: str) -> None:
    assert stood(row(call(([], [entry])))) == {0: presence}


def test_who_is_on_both_lists_was_there_and_it_is_noted() -> None:
    found = row(call(([ADA], [ADA])))
    assert stood(found) == {0: "present"}
    assert found.at[0].apologised


def test_somebody_for_whom_a_deputy_came_sent_one_and_did_not_attend() -> None:
    deputy = Person(name="Gil Moss", deputy_for="Bram Yarrow")
    found = call(([deputy], [OTHER]), ([OTHER], []))
    assert stood(row(found, "Bram Yarrow")) == {0: "deputy sent", 1: "present"}
    assert row(found, "Bram Yarrow").attended == 1
    assert row(found, "Gil Moss").standing == "deputy"


def test_a_deputy_for_initials_stands_for_the_person() -> None:
    bram = Person(name="Bram Yarrow", initials="BY")
    found = call(([bram], []), ([Person(name="Gil Moss", deputy_for="BY")], []))
    assert stood(row(found, "Bram Yarrow")) == {0: "present", 1: "deputy sent"}


class TestWhichMeetingsCount:
    def test_from_the_first_that_names_a_member_to_the_last(self) -> None:
        found = call(([OTHER], []), ([ADA, OTHER], []), ([OTHER], []), ([OTHER], [ADA]), ([OTHER], []))
        assert stood(row(found)) == {1: "present", 2: "not named", 3: "apologies"}
        assert (row(found).attended, row(found).expected) == (1, 3)

    def test_minutes_that_name_nobody_count_for_nobody(self) -> None:
        found = call(([ADA], []), ([], []), ([ADA], []))
        assert found.silent == {1}
        assert stood(row(found)) == {0: "present", 2: "present"}

    def test_somebody_on_the_roster_counts_to_the_latest_meeting(self) -> None:
        found = call(([ADA, OTHER], []), ([OTHER], []), roster=(Member(name="Ada Thistle"),))
        assert stood(row(found)) == {0: "present", 1: "not named"}

    @pytest.mark.parametrize(
        ("left", "last"), [(date(2031, 3, 7), 2), (date(2031, 3, 6), 1), (date(2031, 1, 20), 0), (date(2030, 1, 1), 0)]
    )
    def test_or_to_the_day_they_left(self, left: date, last: int) -> None:
        member = Member(name="Ada Thistle", left=left)
        found = call(([ADA, OTHER], []), ([OTHER], []), ([OTHER], []), roster=(member,))
        assert max(row(found).at) == last

    def test_who_is_only_in_attendance_is_not_expected(self) -> None:
        clerk = Person(name="Hob Teasel", mode="in attendance")
        found = call(([clerk, ADA], []), ([ADA], []), ([clerk, ADA], []))
        assert stood(row(found, "Hob Teasel")) == {0: "present", 2: "present"}
        assert row(found, "Hob Teasel").standing == "in attendance"


@pytest.mark.parametrize(
    ("entries", "standing"),
    [
        ([Person(name="Ada Thistle")], "member"),
        ([Person(name="Ada Thistle", capacity="chair")], "member"),
        ([Person(name="Ada Thistle", capacity="guest")], "in attendance"),
        ([Person(name="Ada Thistle", capacity="observer"), Person(name="Ada Thistle")], "member"),
        ([Person(name="Ada Thistle", mode="in attendance"), Person(name="Ada Thistle", deputy_for="X Y")], "deputy"),
        ([Person(name="Ada Thistle", capacity="deputy")], "deputy"),
    ],
)
def test_as_what_somebody_comes(entries: list[Person], standing: str) -> None:
    assert row(call(*(([entry], []) for entry in entries))).standing == standing


def test_somebody_who_only_ever_sent_apologies_is_a_member() -> None:
    assert row(call(([OTHER], [ADA]))).standing == "member"


def test_the_roster_is_complete() -> None:
    assert call(([ADA], []), roster=(Member(name="Nessa Pike"),)).unnamed == ("Nessa Pike",)


def test_a_person_without_any_name_has_a_row() -> None:
    found = call(([Person(), Person(role="Clerk")], [Person(reason="ill")]))
    assert sorted(each.name for each in found.attendees) == ["(no name)", "Clerk"]


ENTRIES = st.builds(
    Person,
    name=st.sampled_from(["Ada Thistle", "A Thistle", "Rush", "Edwin Rush", "Fenn Rush", None]),
    initials=st.sampled_from([None, None, "AT", "ER"]),
    mode=st.sampled_from([None, None, "in attendance", "remote", "absent"]),
    capacity=st.sampled_from([None, None, "guest"]),
    deputy_for=st.sampled_from([None, None, "Edwin Rush"]),
    from_=st.sampled_from([None, "19:50"]),
)
SITTINGS = st.lists(st.tuples(st.lists(ENTRIES, max_size=4), st.lists(ENTRIES, max_size=3)), max_size=6)


@given(SITTINGS)
def test_every_entry_of_every_list_is_in_exactly_one_row(sittings: list[tuple[list[Person], list[Person]]]) -> None:
    found = call(*sittings)
    for place, (there, apologies) in enumerate(sittings):
        kept = [id(entry) for each in found.attendees if place in each.at for entry in each.at[place].entries]
        deputies = [id(entry) for entry in there if entry.deputy_for]
        assert sorted(kept) == sorted([*(id(entry) for entry in (*there, *apologies)), *deputies])


@given(SITTINGS)
def test_nobody_attended_more_meetings_than_count_or_were_held(
    sittings: list[tuple[list[Person], list[Person]]],
) -> None:
    found = call(*sittings)
    for each in found.attendees:
        assert 0 <= each.attended <= each.expected <= len(sittings) - len(found.silent)
