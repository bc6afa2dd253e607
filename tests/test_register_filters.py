"""Asking the register for a part: one owner's actions, one body's, those of a status, those of a year."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_cli.errors import UsageProblem
from minutes_cli.register import OPEN, STATUSES, Register, gather, matching
from tests.register_board import AS_OF, RECORDS, action, meeting

DAY = date(2031, 1, 10)


def ids(register: Register) -> list[str]:
    return [entry.action.id for entry in register.entries]


class TestAskingForAPart:
    REGISTER = gather(RECORDS, AS_OF)

    @pytest.mark.parametrize(
        ("owner", "refs"),
        [
            ("nobody", []),
            ("MT", ["03-04/2"]),
            ("mt", ["03-04/2"]),
            ("Dorothy Lacewing", ["03-04/2"]),
            ("teasel", ["03-04/2"]),
            ("Treasurer", ["03-04/2"]),
            ("chair", ["03-04/2"]),
            ("clerk", ["03-04/1", "03-04/3"]),
            ("Whin", ["03-04/1", "03-04/3"]),
            ("vane", ["03-04/3"]),
            ("GS", ["03-04/4"]),
            ("all", ["05-06/3"]),
            ("JS", ["05-06/1"]),
            ("Stane", []),  # JS may be Jo Stane or Jarvis Sloe: never guessed
        ],
    )
    def test_by_owner(self, owner: str, refs: list[str]) -> None:
        assert ids(matching(self.REGISTER, owner=owner)) == [f"2031-{ref}" for ref in refs]

    @pytest.mark.parametrize(
        ("status", "number"),
        [
            ((), 7),
            (("done",), 1),
            (("overdue",), 2),
            (("Open",), 4),
            (("in-progress", "carried"), 2),
            (("dropped",), 0),
        ],
    )
    def test_by_status(self, status: tuple[str, ...], number: int) -> None:
        assert len(matching(self.REGISTER, status=status).entries) == number

    def test_a_status_that_there_is_not_names_those_that_there_are(self) -> None:
        with pytest.raises(UsageProblem, match="in progress, done, dropped, carried, overdue"):
            matching(self.REGISTER, status=["finished"])

    def test_by_body_a_full_name_before_a_part_of_one(self) -> None:
        bodies = ["Finance", "Finance Committee", "Works"]
        register = gather([(body, meeting(DAY, action(body), body=body)) for body in bodies], AS_OF)
        assert ids(matching(register, body="finance")) == ["Finance"]
        assert ids(matching(register, body="FINANCE C")) == ["Finance Committee"]
        assert ids(matching(register, body="parks")) == []

    def test_by_day_both_days_included(self) -> None:
        assert len(matching(self.REGISTER, since=date(2031, 5, 6)).entries) == 3
        assert len(matching(self.REGISTER, until=date(2031, 3, 4)).entries) == 4
        assert len(matching(self.REGISTER, since=date(2031, 3, 5), until=date(2031, 5, 5)).entries) == 0

    def test_an_undated_meeting_left_out_is_remarked_on(self) -> None:
        register = gather([("a", meeting(None, action("x/1")))], AS_OF)
        assert matching(register).entries
        asked = matching(register, since=DAY)
        assert not asked.entries
        assert "The actions of a are left out: its meeting has no date." in asked.remarks

    def test_ages_stay_those_of_the_whole_register(self) -> None:
        assert matching(self.REGISTER, until=date(2031, 3, 4)).entries[1].age_meetings == 2

    @given(st.sampled_from(STATUSES), st.sampled_from(["MT", "clerk", "x", None]))
    def test_asking_twice_is_asking_for_both(self, status: str, owner: str | None) -> None:
        both = matching(self.REGISTER, owner=owner, status=[status])
        assert both.entries == matching(matching(self.REGISTER, owner=owner), status=[status]).entries
        assert set(ids(both)) <= set(ids(self.REGISTER))
        if status == "overdue":
            assert all(entry.status in OPEN for entry in both.entries)
