"""Owners who have left, or are on no list of late, are named with what they leave open; nobody is dropped."""

from __future__ import annotations

from datetime import date

import pytest

from minutes_cli.book import Book, Member
from minutes_cli.model import Action, Head, Meeting, Person, Update
from minutes_cli.register import gather
from minutes_cli.report import Report, action_log, owner_summary

AS_OF = date(2031, 5, 20)
IVO = Person(name="Ivo Marsh", initials="IM")
NORA = Person(name="Nora Quill", initials="NQ")
TEXTS = ["Paint the buoy.", "Order two lanterns from the chandler.", "Ask about the crane's licence."]


def summary(book: Book, *lists: list[Person], owners: tuple[str, ...] = ("IM",), closed: bool = False) -> Report:
    """Summarise the actions that the first of some monthly meetings gave each owner."""
    updates = [Update(on=date(2031, 2, 1), status="done")] if closed else []
    actions = [
        Action(id=f"a/{n}", ref=str(n), text=TEXTS[n], owners=[owner], how="list", updates=updates)
        for n, owner in enumerate(owners)
    ]
    records = [
        (
            f"{n}",
            Meeting(
                meeting=Head(body="Trust", date=date(2031, n, 7)), attendees=people, actions=[] if n > 1 else actions
            ),
        )
        for n, people in enumerate(lists, start=1)
    ]
    return owner_summary(gather(records, AS_OF, book), book)


def roster(left: date | None = None, **said: str) -> Book:
    return Book(people=[Member(name="Ivo Marsh", initials="IM", left=left, **said)])  # type: ignore[arg-type]


class TestByTheRoster:
    def test_who_has_left_has_a_heading_and_a_note(self) -> None:
        report = summary(roster(date(2031, 5, 1)), [IVO, NORA], owners=("IM", "NQ"))
        assert [(group.section, group.title) for group in report.groups] == [
            ("", "Nora Quill (NQ)"),
            ("Owners who have left", "Ivo Marsh (IM): left on 1 May 2031"),
        ]
        assert report.notes[0] == "Have left with actions open: Ivo Marsh."

    @pytest.mark.parametrize(("left", "gone"), [(None, False), (date(2031, 5, 20), True), (date(2031, 5, 21), False)])
    def test_from_that_day_on(self, left: date | None, gone: bool) -> None:
        assert (summary(roster(left), [IVO]).groups[0].section == "Owners who have left") == gone

    def test_who_left_nothing_open_needs_no_note(self) -> None:
        report = summary(roster(date(2031, 5, 1)), [IVO], closed=True)
        assert report.groups[0].section == "Owners who have left"
        assert not any("left" in note for note in report.notes)

    def test_nobody_on_a_list_but_on_the_roster_is_known(self) -> None:
        report = summary(roster(date(2031, 5, 1), email="ivo@example.org"), [NORA])
        assert report.groups[0].about == {
            "owner": "IM",
            "name": "Ivo Marsh",
            "email": "ivo@example.org",
            "left": date(2031, 5, 1),
        }

    def test_a_roster_of_another_body_says_nothing(self) -> None:
        assert summary(roster(date(2031, 5, 1), body="Other Trust"), [IVO]).groups[0].section == ""
        assert summary(roster(date(2031, 5, 1), body="trust"), [IVO]).groups[0].section == "Owners who have left"

    def test_initials_that_two_have_are_nobodys(self) -> None:
        book = Book(
            people=[Member(name="Ivo Marsh", initials="IM", left=AS_OF), Member(name="Isa Moor", initials="IM")]
        )
        report = summary(book, [NORA])
        assert [group.section for group in report.groups] == ["Owners who may be one of several people"]

    def test_the_log_by_owner_has_the_same_headings(self) -> None:
        book = roster(date(2031, 5, 1))
        record = Meeting(
            meeting=Head(date=date(2031, 1, 7)),
            attendees=[IVO],
            actions=[Action(id="a", ref="1", text="x", owners=["IM"], how="list")],
        )
        register = gather([("a", record)], AS_OF, book)
        log = action_log(register, "owner", book=book)
        assert [group.title for group in log.groups] == [group.title for group in owner_summary(register, book).groups]


class TestByTheLists:
    def test_who_is_on_neither_of_the_last_two_lists_is_named_with_the_day(self) -> None:
        report = summary(Book(), [IVO, NORA], [NORA], [NORA], owners=("IM", "NQ"))
        assert report.notes[0] == "On no attendance list of late: Ivo Marsh (since 7 January 2031)."
        assert [group.section for group in report.groups] == ["", ""]

    def test_one_meeting_may_be_missed(self) -> None:
        assert not any("of late" in note for note in summary(Book(), [IVO, NORA], [NORA]).notes)

    def test_minutes_without_a_list_do_not_count(self) -> None:
        assert not any("of late" in note for note in summary(Book(), [IVO, NORA], [], [], [NORA]).notes)

    def test_who_was_never_on_a_list_is_listed_as_that_and_not_twice(self) -> None:
        report = summary(Book(), [NORA], [NORA], [NORA], owners=("The Clerk",))
        assert [group.section for group in report.groups] == ["Owners nobody on the attendance list has"]
        assert not any("of late" in note for note in report.notes)

    def test_an_action_without_an_owner_is_listed(self) -> None:
        assert [group.title for group in summary(Book(), [NORA], owners=("",)).groups][-1] in {"No owner", ""}
