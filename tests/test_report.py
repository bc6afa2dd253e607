"""The reports: what they list, in which order, and what their notes say."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from minutes_cli.errors import UsageProblem
from minutes_cli.model import Due, Update
from minutes_cli.register import Register, gather, matching
from minutes_cli.report import Report, action_log, carry_forward, owner_summary
from tests.register_board import AS_OF, MARCH, RECORDS, action, meeting, person

REGISTER = gather(RECORDS, AS_OF)
EMPTY = gather([], AS_OF)


def outline(report: Report) -> list[tuple[str, str, list[object]]]:
    return [(group.section, group.title, [row["id"] for row in group.rows]) for group in report.groups]


def shown(report: Report, number: str, key: str) -> object:
    return next(row[key] for group in report.groups for row in group.rows if row["id"] == number)


class TestActionLog:
    def test_what_is_held_over_comes_first_then_the_latest_meeting_then_what_is_closed(self) -> None:
        assert outline(action_log(REGISTER, archived=True)) == [
            (
                "Held over from earlier meetings",
                "Meeting of 4 March 2031",
                ["2031-03-04/2", "2031-03-04/3", "2031-03-04/4"],
            ),
            ("From the latest meeting", "Meeting of 6 May 2031", ["2031-05-06/1", "2031-05-06/2", "2031-05-06/3"]),
            ("Earlier actions now closed", "Meeting of 4 March 2031", ["2031-03-04/1"]),
        ]

    def test_what_was_closed_before_the_latest_meeting_is_archived_and_a_note_says_so(self) -> None:
        log = action_log(REGISTER)
        assert "2031-03-04/1" not in [number for _, _, numbers in outline(log) for number in numbers]
        assert log.notes[0] == "Not listed: 1 action closed before the latest meeting; --all lists them."

    def test_a_single_meeting_needs_no_sections(self) -> None:
        log = action_log(gather([("a", MARCH)], AS_OF))
        assert [(group.section, group.title) for group in log.groups] == [("", "Meeting of 4 March 2031")]

    def test_in_one_meeting_its_log_of_earlier_actions_comes_first(self) -> None:
        record = meeting(date(2031, 5, 6), action("n/1"), action("n/2", how="log"), action("n/3"))
        assert outline(action_log(gather([("a", record)], AS_OF)))[0][2] == ["n/2", "n/1", "n/3"]

    def test_meetings_of_several_bodies_are_named_with_them(self) -> None:
        works = meeting(date(2031, 4, 1), action("w/1"), body="Works Committee")
        log = action_log(gather([*RECORDS, ("w", works)], AS_OF))
        assert "Works Committee, 1 April 2031" in [group.title for group in log.groups]
        assert log.subtitle == "2 bodies, as of 20 May 2031"

    def test_by_due_overdue_first_then_month_by_month_then_the_undated_and_the_closed(self) -> None:
        assert outline(action_log(REGISTER, by="due", archived=True)) == [
            ("", "Overdue", ["2031-03-04/3", "2031-03-04/2"]),
            ("", "Due in May 2031", ["2031-05-06/3"]),
            ("", "Due in June 2031", ["2031-05-06/1"]),
            ("", "Due, but not by a date", ["2031-03-04/4"]),
            ("", "No due date", ["2031-05-06/2"]),
            ("", "Closed", ["2031-03-04/1"]),
        ]

    def test_by_owner_has_the_groups_of_the_owner_summary(self) -> None:
        assert outline(action_log(REGISTER, by="owner", archived=True)) == outline(owner_summary(REGISTER))

    def test_another_grouping_is_refused(self) -> None:
        with pytest.raises(UsageProblem, match="meeting, owner, due"):
            action_log(REGISTER, by="colour")

    @pytest.mark.parametrize("by", ["meeting", "due"])
    def test_every_action_is_listed_once(self, by: str) -> None:
        listed = [number for _, _, numbers in outline(action_log(REGISTER, by, archived=True)) for number in numbers]
        assert sorted(map(str, listed)) == sorted(entry.action.id for entry in REGISTER.entries)

    def test_overdue_is_said_in_words(self) -> None:
        assert shown(action_log(REGISTER), "2031-03-04/3", "shown_status") == ["carried", "overdue by 30 days"]

    def test_the_day_an_action_was_closed_stands_beside_its_status(self) -> None:
        done = action("a/1", updates=[Update(on=date(2031, 5, 7), status="done")])
        log = action_log(gather([("a", meeting(date(2031, 5, 6), done))], AS_OF))
        assert shown(log, "a/1", "shown_status") == ["done", date(2031, 5, 7)]

    def test_what_the_minutes_do_not_say_is_said_to_be_missing(self) -> None:
        log = action_log(REGISTER)
        assert shown(log, "2031-05-06/2", "shown_owners") == ["(none)"]
        assert shown(log, "2031-05-06/2", "shown_due") == ["(none)"]


class TestOwnerSummary:
    SUMMARY = owner_summary(REGISTER)

    def test_owners_stand_under_what_is_known_of_them(self) -> None:
        assert [(group.section, group.title) for group in self.SUMMARY.groups] == [
            ("", "Dorothy Lacewing (DL), Trustee"),
            ("", "Henrietta Burdock-Vane (HB), Surveyor"),
            ("", "Malcolm Teasel (MT), Treasurer"),
            ("", "Saul Whin, Clerk"),
            ("Owners who may be one of several people", "JS (may be Jo Stane or Jarvis Sloe)"),
            ("Owners nobody on the attendance list has", "All"),
            ("Owners nobody on the attendance list has", "GS (at another meeting: Gwen Sorrel)"),
            ("Actions without an owner", "No owner"),
        ]

    def test_counts(self) -> None:
        counts = {group.title: tuple(group.counts.values()) for group in self.SUMMARY.groups}
        assert list(self.SUMMARY.groups[0].counts) == ["open", "due", "overdue", "done", "dropped"]
        assert counts["Saul Whin, Clerk"] == (1, 1, 1, 1, 0)
        assert counts["GS (at another meeting: Gwen Sorrel)"] == (1, 0, 0, 0, 0)
        assert counts["No owner"] == (1, 0, 0, 0, 0)

    def test_the_most_pressing_comes_first_and_the_closed_last(self) -> None:
        whin = next(group for group in self.SUMMARY.groups if group.title.startswith("Saul"))
        assert [row["id"] for row in whin.rows] == ["2031-03-04/3", "2031-03-04/1"]

    def test_an_action_of_two_owners_is_with_both_and_marked_shared(self) -> None:
        shared = {g.title: row["shared_with"] for g in self.SUMMARY.groups for row in g.rows if row["shared_with"]}
        assert shared["Dorothy Lacewing (DL), Trustee"] == ["MT"]
        assert shared["Malcolm Teasel (MT), Treasurer"] == ["DL"]
        assert any("counted for each of them" in note for note in self.SUMMARY.notes)

    def test_one_owner_asked_for_is_the_only_one_listed(self) -> None:
        summary = owner_summary(matching(REGISTER, owner="DL"))
        assert [group.title for group in summary.groups] == ["Dorothy Lacewing (DL), Trustee"]
        assert "Listed: 1 action (owner DL)." in summary.notes

    def test_one_person_under_two_names_is_one_owner(self) -> None:
        people = (person("AF", "Ann Fell"),)
        first = meeting(date(2031, 1, 1), action("a/1", owners=["AF", "Ann Fell"]), people=people)
        second = meeting(date(2031, 2, 1), action("b/1", "Paint the gate.", owners=["Fell"]), people=people)
        summary = owner_summary(gather([("a", first), ("b", second)], AS_OF))
        assert outline(summary) == [("", "Ann Fell (AF)", ["a/1", "b/1"])]

    def test_one_set_of_initials_for_two_people_is_two_owners(self) -> None:
        first = meeting(date(2031, 1, 1), action("a/1", owners=["AF"]), people=(person("AF", "Ann Fell"),))
        second = meeting(date(2031, 2, 1), action("b/1", owners=["AF"]), people=(person("AF", "Abel Fay"),))
        summary = owner_summary(gather([("a", first), ("b", second)], AS_OF))
        assert [group.title for group in summary.groups] == ["Abel Fay (AF)", "Ann Fell (AF)"]


class TestCarryForward:
    def test_open_actions_under_the_meeting_that_raised_them_the_oldest_first(self) -> None:
        assert outline(carry_forward(REGISTER)) == [
            (
                "",
                "Meeting of 4 March 2031, 77 days and 2 meetings ago",
                ["2031-03-04/2", "2031-03-04/3", "2031-03-04/4"],
            ),
            ("", "Meeting of 6 May 2031, 14 days ago", ["2031-05-06/1", "2031-05-06/2", "2031-05-06/3"]),
        ]

    def test_closed_ones_are_counted_in_a_note(self) -> None:
        assert "Not listed: 1 done." in carry_forward(REGISTER).notes

    def test_the_next_meeting_is_repeated_as_announced(self) -> None:
        assert "Next meeting, as announced: Tuesday 8 July." in carry_forward(REGISTER).notes

    def test_towards_a_meeting_it_says_what_is_due_by_then(self) -> None:
        report = carry_forward(REGISTER, date(2031, 5, 31))
        assert report.title == "Actions carried forward to the meeting of 31 May 2031"
        assert shown(report, "2031-05-06/3", "shown_status") == ["open", "due by then"]
        assert shown(report, "2031-05-06/1", "due_by_then") is False
        assert report.notes[0] == "6 actions to carry forward, 2 of them overdue, 3 due by 31 May 2031."

    def test_times_carried_and_the_last_word(self) -> None:
        report = carry_forward(REGISTER)
        assert shown(report, "2031-03-04/3", "shown_carried") == "once"
        assert shown(report, "2031-03-04/3", "shown_last") == [
            (date(2031, 4, 1), ": ", "carried", ", ", "due ", date(2031, 4, 20))
        ]
        assert shown(report, "2031-03-04/2", "shown_last") == [(date(2031, 4, 2), ": ", "First draft seen.")]

    def test_bodies_come_one_after_the_other(self) -> None:
        works = meeting(date(2031, 3, 1), action("w/1"), body="Works Committee")
        sections = [group.section for group in carry_forward(gather([*RECORDS, ("w", works)], AS_OF)).groups]
        assert sections == ["Works Committee", *["Otterbourne Almshouse Trust"] * 2]

    def test_nothing_to_carry_forward_says_so(self) -> None:
        assert carry_forward(EMPTY).notes[0] == "Nothing is to be carried forward."


class TestNotes:
    @pytest.mark.parametrize("report", [action_log, owner_summary, carry_forward])
    def test_every_report_says_what_it_covers(self, report: object) -> None:
        notes = report(REGISTER).notes  # type: ignore[operator]
        assert "3 records, 7 actions, 1 meeting without actions; as of 2031-05-20." in notes
        assert "Without actions: Meeting of 8 April 2031." in notes

    def test_two_records_of_one_meeting(self) -> None:
        notes = action_log(gather([("a", MARCH), ("b", MARCH)], AS_OF)).notes
        assert "2 records of 1 meeting, 4 actions; as of 2031-05-20." in notes

    @pytest.mark.parametrize("report", [action_log, owner_summary, carry_forward])
    def test_an_empty_register_gives_an_empty_report_with_a_note(self, report: object) -> None:
        empty: Report = report(EMPTY)  # type: ignore[operator]
        assert empty.groups == []
        assert empty.notes


def test_reports_change_nothing_in_the_register() -> None:
    before = msgspec.json.encode(REGISTER)
    for report in (action_log, owner_summary, carry_forward):
        report(REGISTER)
    assert msgspec.json.encode(REGISTER) == before
    assert isinstance(REGISTER, Register)


def test_a_due_without_a_kind_is_shown_in_its_words() -> None:
    record = meeting(date(2031, 5, 6), action("a/1", due=Due(text="when the ice is off the pond")))
    log = action_log(gather([("a", record)], AS_OF))
    assert shown(log, "a/1", "shown_due") == ["when the ice is off the pond"]
