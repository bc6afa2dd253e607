"""The decision register: what it lists, under which headings, and what --about finds."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_cli.book import Body, Book
from minutes_cli.model import Decision, Head, Item, Meeting
from minutes_cli.register import held_by, proceedings
from minutes_cli.report import Report, decision_register
from tests.ledger_board import AS_OF, BOOK, RECORDS

YEAR = proceedings(RECORDS, AS_OF, BOOK)


def texts(report: Report) -> list[object]:
    return [row["text"] for group in report.groups for row in group.rows]


def one(*decisions: Decision, items: tuple[Item, ...] = (), **head: object) -> Report:
    meeting = Meeting(meeting=Head(**head), decisions=list(decisions), items=list(items))  # type: ignore[arg-type]
    return decision_register(proceedings([("a.yaml", meeting)], AS_OF))


class TestListing:
    def test_the_earliest_meeting_comes_first_and_a_draft_says_so(self) -> None:
        report = decision_register(YEAR)
        assert [(group.title, len(group.rows)) for group in report.groups] == [
            ("Meeting of 7 January 2031", 2),
            ("Meeting of 7 December 2031 (draft minutes)", 1),
        ]
        assert report.groups[1].about == {
            "body": "Sallowfield Commons Council",
            "meeting": date(2031, 12, 7),
            "state": "draft",
        }

    def test_every_field_stands_in_its_column(self) -> None:
        row = decision_register(YEAR).groups[0].rows[0]
        assert {key: value for key, value in row.items() if not key.startswith("shown_")} == {
            "body": "Sallowfield Commons Council",
            "meeting": date(2031, 1, 7),
            "ref": "31/1",
            "item": "2",
            "item_title": "The ford",
            "text": "The ford is closed to carts from November to March.",
            "proposer": "Bram Yarrow",
            "seconder": "Dora Vetch",
            "vote": "5 for, 1 against",
            "page": 1,
            "line": 12,
            "state": None,
            "how": "resolved",
            "record": "2031-01.yaml",
        }

    def test_a_decision_that_says_nothing_but_its_text(self) -> None:
        report = one(Decision(text="Agreed.", how="agreed"))
        assert texts(report) == ["Agreed."]
        assert report.groups[0].rows[0]["shown_decision"] == ["Agreed."]
        assert report.groups[0].title == "no date (a.yaml)"

    def test_the_minutes_of_one_meeting_in_two_formats_are_one(self) -> None:
        name, meeting = RECORDS[0]
        report = decision_register(proceedings([(name, meeting), ("copy.yaml", meeting)], AS_OF))
        assert len(texts(report)) == 2
        assert "2 records of 1 meeting, 2 decisions; as of 2031-12-31." in report.notes

    def test_several_bodies_are_named(self) -> None:
        other = Meeting(meeting=Head(body="Ford Panel", date=date(2031, 2, 1)), decisions=[Decision(text="x", how="y")])
        report = decision_register(proceedings([*RECORDS, ("f.yaml", other)], AS_OF))
        assert report.groups[1].title == "Ford Panel, 1 February 2031"
        assert report.covered is not None
        assert report.covered.bodies == ["Sallowfield Commons Council", "Ford Panel"]

    def test_the_book_names_bodies(self) -> None:
        book = Book(body="Ford Panel", bodies=[Body(name="Sallowfield Commons Council", aliases=["The Commons"])])
        commons = Meeting(meeting=Head(body="the commons", date=date(2031, 2, 1)))
        unsaid = Meeting(meeting=Head(date=date(2031, 3, 1)))
        found = proceedings([("a", commons), ("b", unsaid)], AS_OF, book)
        assert [held.head.body for held in found.meetings] == ["Sallowfield Commons Council", "Ford Panel"]


@pytest.mark.parametrize(
    ("about", "found"),
    [
        ("", 3),
        ("ford", 2),  # in a text, and in the title of an item
        ("FORD carts", 1),
        ("graz", 1),
        ("31/2", 1),
        ("cafe", 1),
        ("Café", 1),
        ("carts, ford!", 1),
        ("art", 0),  # words that begin so, not words with that in them
        ("ford grazing", 0),
        ("---", 3),
    ],
)
def test_about(about: str, found: int) -> None:
    assert len(texts(decision_register(YEAR, about))) == found


@given(st.text(max_size=12))
def test_about_never_finds_what_is_not_there(about: str) -> None:
    assert set(map(str, texts(decision_register(YEAR, about)))) <= set(map(str, texts(decision_register(YEAR))))


class TestNotes:
    def test_what_it_covers(self) -> None:
        report = decision_register(held_by(YEAR, since=date(2031, 12, 1)), "cafe")
        assert report.notes == [
            "1 record, 1 decision; as of 2031-12-31.",
            "Listed: 1 decision (since 2031-12-01; about cafe).",
        ]
        assert report.covered is not None
        assert report.covered.filters == ["since 2031-12-01", "about cafe"]
        assert (report.covered.first, report.covered.last) == (date(2031, 12, 7), date(2031, 12, 7))
        assert report.facts == {"decisions": 1, "listed": 1}

    def test_meetings_without_decisions_are_counted_and_a_few_are_named(self) -> None:
        assert (
            "12 records, 3 decisions, 10 meetings without decisions; as of 2031-12-31." in decision_register(YEAR).notes
        )
        few = decision_register(held_by(YEAR, since=date(2031, 11, 1)))
        assert "Without decisions: Meeting of 7 November 2031." in few.notes

    def test_nothing_to_list_says_the_next_step(self) -> None:
        assert "minutes trace FILE" in decision_register(proceedings([], AS_OF)).notes[0]
        assert "Ask for fewer" in decision_register(YEAR, "zeppelin").notes[0]

    def test_a_meeting_without_a_date_is_left_out_of_a_stretch_of_time_and_named(self) -> None:
        undated = ("u.yaml", Meeting(meeting=Head(body="Sallowfield Commons Council")))
        found = proceedings([*RECORDS, undated], AS_OF)
        assert "Listed last, for want of a date of the meeting: u.yaml." in decision_register(found).notes
        assert "u.yaml is left out: its meeting has no date." in held_by(found, until=AS_OF).remarks
        assert held_by(found, body="sallow").meetings[-1].name == "u.yaml"

    def test_minutes_from_after_the_day_are_told_of(self) -> None:
        assert (
            "11 meetings are dated after 2031-01-31, and covered all the same."
            in decision_register(proceedings(RECORDS, date(2031, 1, 31))).notes
        )


@given(st.permutations(RECORDS))
def test_the_order_of_the_records_changes_nothing(records: list[tuple[str, Meeting]]) -> None:
    assert decision_register(proceedings(records, AS_OF, BOOK)) == decision_register(YEAR)
