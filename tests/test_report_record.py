"""One record as a person would read it, and how reports put things."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from minutes_cli.model import Head, Meeting, Part
from minutes_cli.report import record_pages
from minutes_cli.report.wording import action_lines, due_lines
from tests.register_board import MARCH, action


@pytest.mark.parametrize(
    ("said", "first", "now", "is_date", "lines"),
    [
        ("", None, None, False, ["(none)"]),
        ("asap", None, None, False, ["asap"]),
        ("31 March", date(2031, 3, 31), date(2031, 3, 31), True, [date(2031, 3, 31)]),
        ("next meeting", date(2031, 5, 6), date(2031, 5, 6), False, ["next meeting", date(2031, 5, 6)]),
        ("asap", None, date(2031, 5, 6), False, [date(2031, 5, 6), "first due", "asap"]),
        ("", None, date(2031, 5, 6), False, [date(2031, 5, 6)]),
        ("x", date(2031, 3, 31), date(2031, 5, 6), True, [date(2031, 5, 6), "first due", date(2031, 3, 31)]),
    ],
)
def test_due_keeps_what_was_said_beside_what_is_meant(
    said: str, first: date | None, now: date | None, is_date: bool, lines: list[object]
) -> None:
    assert due_lines(said, first, now, is_date=is_date) == lines


@pytest.mark.parametrize(
    ("text", "tasks", "lines"),
    [
        ("Write.", [], ["Write."]),
        ("", [], ["(none)"]),
        ("One\n\n two ", [], ["One", "two"]),
        ("Do: - a thing - b thing", ["a thing", "b thing"], ["Do:", "- a thing [AF]", "- b thing [AF]"]),
        ("a thing; b thing.", ["a thing", "b thing"], ["- a thing [AF]", "- b thing [AF]"]),
        ("a and b", ["a", "b"], ["a and b", "- a [AF]", "- b [AF]"]),  # words between them are kept
        ("a, b by May", ["a", "b"], ["a, b by May", "- a [AF]", "- b [AF]"]),
        ("Elsewhere", ["a"], ["Elsewhere", "- a [AF]"]),
    ],
)
def test_tasks_are_set_apart_and_no_word_is_lost(text: str, tasks: list[str], lines: list[object]) -> None:
    parts = [Part(text=task, owners=["AF"]) for task in tasks]
    assert action_lines(action("a/1", text, parts=parts)) == lines


class TestRecordPages:
    PAGES = {page.title: page for page in record_pages(MARCH)}

    def test_the_parts_in_the_order_of_minutes(self) -> None:
        assert list(self.PAGES)[1:] == ["Present", "Apologies", "Agenda", "Actions", "Decisions"]
        assert next(iter(self.PAGES)) == "Minutes of the Board of Trustees"

    def test_a_part_the_minutes_do_not_have_says_so(self) -> None:
        notes = [page.notes for page in record_pages(Meeting(meeting=Head()))]
        assert [len(each) for each in notes] == [1] * 6
        assert self.PAGES["Decisions"].notes == ["No decisions are recorded."]

    def test_actions_stand_as_they_are_after_every_update(self) -> None:
        row = self.PAGES["Actions"].groups[0].rows[2]
        assert row["status"] == "carried"
        assert row["shown_due"] == [date(2031, 4, 20), "first due", date(2031, 3, 31)]
        assert row["owners"] == ["HB", "Clerk"]

    def test_every_field_of_a_person_is_there_for_programs(self) -> None:
        keys = {column.key for column in self.PAGES["Present"].columns}
        fields = {field.encode_name for field in msgspec.structs.fields(MARCH.attendees[0])}
        assert fields - {"extra"} <= keys

    @pytest.mark.parametrize(
        ("start", "end", "said"),
        [
            (None, None, []),
            ("19:30", "21:05", ["19:30 to 21:05"]),
            ("19:30", None, ["from 19:30"]),
            (None, "20:20", ["until 20:20"]),
        ],
    )
    def test_the_time_says_which_end_of_it_is_known(self, start: str | None, end: str | None, said: list[str]) -> None:
        heading = record_pages(Meeting(meeting=Head(body="Trust", start=start, end=end)))[0]
        assert [row["said"] for row in heading.groups[0].rows if row["what"] == "Time"] == said

    def test_the_next_meeting_keeps_its_words_beside_the_date(self) -> None:
        heading = record_pages(msgspec.structs.replace(MARCH))[0]
        assert {"what": "Next meeting", "said": "6 May 2031 at 7.30pm"} in heading.groups[0].rows
