"""The register: what became of each action, as of a day."""

from __future__ import annotations

import random
from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_cli.model import Due, Head, Meeting, Part, Source, Update
from minutes_cli.register import Register, gather
from tests.register_board import AS_OF, MARCH, MAY, RECORDS, action, meeting, person

DAY = date(2031, 1, 10)


def ids(register: Register) -> list[str]:
    return [entry.action.id for entry in register.entries]


def one(*updates: Update, as_of: date = AS_OF, **said: object) -> object:
    record = meeting(DAY, action("2031-01-10/1", updates=list(updates), **said), people=(person("AF", "Ann Fell"),))
    return gather([("a", record)], as_of).entries[0]


def test_nothing_gathered_is_an_empty_register() -> None:
    assert gather([], AS_OF) == Register(as_of=AS_OF)


def test_meetings_are_in_order_of_date_and_actions_in_the_order_of_the_minutes() -> None:
    register = gather(RECORDS, AS_OF)
    assert [held.name for held in register.meetings] == ["march.yaml", "april.yaml", "may.yaml"]
    assert ids(register) == [entry.id for entry in (*MARCH.actions, *MAY.actions)]
    assert [held.actions for held in register.meetings] == [4, 0, 3]
    assert [held.latest for held in register.meetings] == [False, False, True]
    assert register.entries[0].item_title == "Matters arising"


@given(st.randoms())
def test_the_order_of_the_records_does_not_matter(chance: random.Random) -> None:
    shuffled = list(RECORDS)
    chance.shuffle(shuffled)
    assert gather(shuffled, AS_OF) == gather(RECORDS, AS_OF)


def test_gathering_changes_no_record() -> None:
    before = msgspec.json.encode(MARCH)
    gather(RECORDS, AS_OF)
    assert msgspec.json.encode(MARCH) == before


@pytest.mark.parametrize(
    ("updates", "status"),
    [
        pytest.param([], "open", id="no update: as minuted"),
        pytest.param([Update(on=date(2031, 2, 1), note="Asked.")], "open", id="a note changes no status"),
        pytest.param([Update(on=AS_OF + timedelta(1), status="done")], "open", id="after the day: not heard"),
        pytest.param([Update(on=AS_OF, status="done")], "done", id="on the day: heard"),
        pytest.param(
            [Update(on=date(2031, 3, 1), status="done"), Update(on=date(2031, 2, 1), status="carried")],
            "done",
            id="in order of date, not as written",
        ),
        pytest.param(
            [Update(on=date(2031, 2, 1), status="done"), Update(status="in progress")],
            "in progress",
            id="undated: as of the one above it",
        ),
        pytest.param(
            [Update(on=AS_OF + timedelta(9), status="done"), Update(status="dropped")],
            "open",
            id="undated after one that is not heard",
        ),
    ],
)
def test_the_last_update_heard_gives_the_status(updates: list[Update], status: str) -> None:
    assert one(*updates).status == status


@pytest.mark.parametrize(
    ("due", "updates", "status", "overdue"),
    [
        (None, [], "open", False),
        (AS_OF, [], "open", False),
        (AS_OF - timedelta(1), [], "open", True),
        (AS_OF - timedelta(1), [], "carried", True),
        (AS_OF - timedelta(1), [], "done", False),
        (AS_OF - timedelta(1), [], "dropped", False),
        (AS_OF - timedelta(9), [Update(on=DAY, due=AS_OF + timedelta(1))], "open", False),
        (AS_OF + timedelta(9), [Update(on=DAY, due=AS_OF - timedelta(1))], "open", True),
    ],
)
def test_overdue_is_open_and_past_the_date_that_counts(
    due: date | None, updates: list[Update], status: str, overdue: bool
) -> None:
    entry = one(*updates, status=status, due=Due(text="by then", date=due))
    assert entry.overdue is overdue
    assert entry.first_due == due
    assert entry.due_said == "by then"


def test_age_is_counted_in_days_and_in_meetings_of_the_same_body() -> None:
    others = [("x", meeting(date(2031, 4, 1), body="Another Body")), ("y", meeting(date(2031, 6, 1)))]
    entries = {entry.action.id: entry for entry in gather([*RECORDS, *others], AS_OF).entries}
    assert (entries["2031-03-04/2"].age_days, entries["2031-03-04/2"].age_meetings) == (77, 2)
    assert (entries["2031-05-06/1"].age_days, entries["2031-05-06/1"].age_meetings) == (14, 0)
    assert entries["2031-03-04/1"].age_days is None  # closed, nobody knows when


def test_a_closed_action_is_as_old_as_when_it_was_closed() -> None:
    assert one(Update(on=DAY + timedelta(30), status="done")).age_days == 30


def test_an_action_of_a_meeting_yet_to_come_has_no_age_and_a_remark() -> None:
    register = gather([("a", meeting(AS_OF + timedelta(1), action("x/1")))], AS_OF)
    assert register.entries[0].age_days is None
    assert "dated after 2031-05-20" in " ".join(register.remarks)


def test_times_carried() -> None:
    carried = [Update(on=DAY + timedelta(n), status="carried") for n in range(2)]
    assert one(*carried).carried == 2
    assert one(*carried, status="carried").carried == 3


def test_owners_are_those_of_the_last_update_or_of_the_row_and_its_parts() -> None:
    parts = [Part(text="a", owners=["AF"]), Part(text="b", owners=["BG", "af"])]
    assert [owner.said for owner in one(owners=["AF"], parts=parts).owners] == ["AF", "BG"]
    moved = one(Update(on=DAY, owners=["Clerk"]), owners=["AF"], parts=parts)
    assert [owner.said for owner in moved.owners] == ["Clerk"]
    assert [task.owners[0].said for task in moved.tasks] == ["AF", "BG"]


class TestTheSameMeetingTwice:
    def test_its_actions_are_listed_once_and_a_remark_says_so(self) -> None:
        register = gather([("a.pdf", MARCH), ("a.docx", MARCH)], AS_OF)
        assert len(register.entries) == 4
        assert [held.copies for held in register.meetings] == [("a.pdf",)]
        assert register.remarks == ("a.pdf has 4 of the same actions as a.docx; they are listed once.",)

    def test_the_record_with_updates_is_kept(self) -> None:
        bare = [msgspec.structs.replace(each, updates=[]) for each in MARCH.actions]
        register = gather([("a", msgspec.structs.replace(MARCH, actions=bare)), ("b", MARCH)], AS_OF)
        assert {entry.action.ref: entry.record for entry in register.entries} == {
            "1": "a",
            "2": "b",
            "3": "b",
            "4": "a",
        }

    def test_a_small_difference_in_reading_is_still_the_same_action(self) -> None:
        docx, pdf = action("d/1", "Re-read the long-term plan."), action("d/1", "Reread the long- term plan")
        assert len(gather([("a", meeting(DAY, docx)), ("b", meeting(DAY, pdf))], AS_OF).entries) == 1

    def test_no_action_is_lost_because_two_share_a_number(self) -> None:
        first, second = action("d/1", "Order the coal."), action("d/1", "Thank the outgoing treasurer in writing.")
        register = gather([("a", meeting(DAY, first)), ("b", meeting(DAY, second))], AS_OF)
        assert len(register.entries) == 2
        assert register.remarks == ("Several actions share a number, and all of them are listed: d/1.",)

    def test_two_bodies_of_one_day_are_two_meetings(self) -> None:
        one_body, other = meeting(DAY, action("d/1")), meeting(DAY, action("d/1"), body="Works Committee")
        register = gather([("a", one_body), ("b", other)], AS_OF)
        assert (len(register.meetings), len(register.entries)) == (2, 2)

    def test_two_meetings_of_one_day_are_told_apart_by_their_hours(self) -> None:
        noon = Meeting(meeting=Head(body="B", date=DAY, start="12:00"))
        dusk = Meeting(meeting=Head(body="B", date=DAY, start="18:00"))
        assert len(gather([("a", noon), ("b", dusk)], AS_OF).meetings) == 2

    def test_without_a_date_only_the_very_same_file_is_the_same_meeting(self) -> None:
        def read_from(sha256: str) -> Meeting:
            return Meeting(meeting=Head(), source=Source(file="a", sha256=sha256, pages=1, parser="p"))

        register = gather([("a", read_from("1")), ("b", read_from("1")), ("c", read_from("2"))], AS_OF)
        assert [held.copies for held in register.meetings] == [("b",), ()]
