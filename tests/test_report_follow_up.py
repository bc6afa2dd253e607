"""The reports over several meetings: what is carried forward to which meeting, and what waits for a decision."""

from __future__ import annotations

from datetime import date

import pytest

from minutes_cli.register import matching
from minutes_cli.report import Report, action_log, carry_forward, follow_up_review
from tests.register_story import day, row, sat, told

LETTER = "Write to the county about the lights"
HUT = "Paint the watch hut before the winter"
COAL = "Order the coal for the net loft"

RECORDS = [
    sat(0, row("1", LETTER, due="next meeting"), row("2", HUT, owner="BG"), row("3", COAL, owner="CH")),
    sat(
        1,
        row("1", HUT, owner="BG", status="C/f"),
        row("2", "Order the coal for the loft", owner="CH"),
        arising="Action 3 - in progress",
        text="AF wrote to the county about the lights.",
    ),
    sat(2, row("1", HUT, owner="BG")),
]
REGISTER = told(*RECORDS, as_of=day(2))


def listed(report: Report) -> list[object]:
    return [row["id"] for group in report.groups for row in group.rows]


def cell(report: Report, number: str, key: str) -> object:
    return next(row[key] for group in report.groups for row in group.rows if row["id"] == number)


class TestCarryForward:
    def test_the_oldest_come_first_with_their_last_word_and_times_carried(self) -> None:
        report = carry_forward(REGISTER)
        assert listed(report) == ["2031-01-14/1", "2031-01-14/2", "2031-01-14/3", "2031-02-11/2"]
        assert cell(report, "2031-01-14/2", "shown_carried") == "twice"
        assert cell(report, "2031-01-14/2", "shown_last") == [(day(2), ": ", "listed again")]
        assert cell(report, "2031-01-14/3", "shown_last") == [(day(1), ": ", "Action 3 - in progress")]

    def test_what_may_be_done_is_proposed_for_closure(self) -> None:
        report = carry_forward(REGISTER)
        assert "proposed for closure" in str(cell(report, "2031-01-14/1", "shown_status"))
        assert "1 action proposed for closure: see minutes carry-forward --review." in report.notes

    @pytest.mark.parametrize(("to", "number"), [(day(0), 0), (day(1), 3), (day(2), 4), (date(2032, 1, 1), 4)])
    def test_the_list_for_a_meeting_has_what_was_raised_before_it(self, to: date, number: int) -> None:
        assert len(listed(carry_forward(REGISTER, to=to))) == number

    def test_every_change_is_there_for_programs(self) -> None:
        history = cell(carry_forward(REGISTER), "2031-01-14/2", "history")
        assert history[0] == {  # type: ignore[index]
            "on": day(1),
            "status": "carried",
            "owners": ["BG"],
            "said": "C/f",
            "matched": "same words",
            "record": "m1.yaml",
            "item": "5",
            "page": 2,
            "line": 1,
        }


class TestReview:
    REPORT = follow_up_review(REGISTER)

    def test_each_follow_up_stands_under_the_meeting_that_says_it(self) -> None:
        assert [group.title for group in self.REPORT.groups] == ["Meeting of 11 February 2031"]
        assert [(row["why"], row["said"], row["page"], row["line"]) for row in self.REPORT.groups[0].rows] == [
            ("words differ", "Order the coal for the loft", 2, 2),
            ("told in passing", "AF wrote to the county about the lights.", 1, 20),
        ]

    def test_the_candidates_come_with_their_likeness(self) -> None:
        first = self.REPORT.groups[0].rows[0]
        assert first["candidates"] == [{"id": "2031-01-14/3", "text": COAL, "likeness": 93, "owners": ["CH"]}]
        assert first["listed_as"] == "2031-02-11/2"
        assert first["shown_may_be"] == ["2031-01-14/3, 93 % alike:", f"{COAL} [CH]"]

    def test_only_those_about_the_actions_asked_for(self) -> None:
        report = follow_up_review(matching(REGISTER, owner="AF"))
        assert [row["why"] for group in report.groups for row in group.rows] == ["told in passing"]

    def test_when_nothing_waits_it_says_so(self) -> None:
        report = follow_up_review(told(RECORDS[0]))
        assert (report.groups, report.notes[0]) == ([], "Nothing waits for a decision.")


def test_the_log_keeps_what_was_closed_until_the_next_meeting() -> None:
    closed = sat(1, row("1", LETTER, status="Closed"))
    once = told(sat(0, row("1", LETTER)), closed, as_of=day(1))
    later = told(sat(0, row("1", LETTER)), closed, sat(2), as_of=day(2))
    assert (listed(action_log(once)), listed(action_log(later))) == (["2031-01-14/1"], [])
    assert listed(action_log(later, archived=True)) == ["2031-01-14/1"]
