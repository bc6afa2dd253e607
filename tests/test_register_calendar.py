"""Which day a due wording means, by the meetings that are known."""

from __future__ import annotations

from datetime import date

import pytest

from minutes_cli.book import Book, Planned
from minutes_cli.model import Due, Head, NextMeeting
from minutes_cli.register.calendar import Calendar

BODY, COUNCIL = "Quay Works Committee", "Town Council"
RAISED = Head(body=BODY, date=date(2031, 3, 4))
HELD = [
    RAISED,
    Head(body=BODY, date=date(2031, 4, 8)),
    Head(body=COUNCIL, date=date(2031, 4, 15)),
    Head(body=BODY, date=date(2031, 5, 6), next=NextMeeting(text="3 June", date=date(2031, 6, 3))),
]
BOOK = Book(
    body=BODY,
    meetings=[
        Planned(date=date(2031, 7, 1)),
        Planned(date=date(2031, 7, 29)),
        Planned(date=date(2031, 9, 16), name="AGM"),
    ],
)


def due(said: str, kind: str | None = None, on: date | None = None) -> date | None:
    return Calendar(HELD, BOOK).settled(Due(text=said, kind=kind, date=on), RAISED)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("asap", "asap"),
        ("ongoing", "ongoing"),
        ("shortly", None),
        ("when the lease is signed", None),
        ("July meeting", "meeting"),  # two of them
        ("February Committee", "meeting"),  # further off than anything known
        ("the next finance committee", "meeting"),
        ("within 5 working days", "date"),
        ("within a few weeks", "date"),
        ("by Easter", None),
        ("by next Friday", "date"),
        ("by Thursday or Friday", "date"),
        ("by Friday 31", "date"),
    ],
)
def test_what_is_not_one_day_stays_words(said: str, kind: str | None) -> None:
    assert due(said, kind) is None


@pytest.mark.parametrize(
    ("said", "kind", "day"),
    [
        ("next meeting", "meeting", date(2031, 4, 8)),
        ("for the next committee", "meeting", date(2031, 4, 8)),
        ("April Committee", "meeting", date(2031, 4, 8)),
        ("the April Council", "meeting", date(2031, 4, 15)),
        ("before the June meeting", "meeting", date(2031, 6, 3)),
        ("before the AGM", "meeting", date(2031, 9, 16)),
        ("within two weeks", "date", date(2031, 3, 18)),
        ("in 10 days", "date", date(2031, 3, 14)),
        ("within a fortnight", "date", date(2031, 3, 18)),
        ("within three months", "date", date(2031, 6, 4)),
        ("by COB Friday", "date", date(2031, 3, 7)),
        ("by Tuesday evening", "date", date(2031, 3, 11)),  # the meeting itself is on a Tuesday
        ("by Friday 5pm", "date", date(2031, 3, 7)),
    ],
)
def test_what_the_calendar_knows(said: str, kind: str, day: date) -> None:
    assert due(said, kind) == day


def test_what_the_minutes_settled_stands() -> None:
    assert due("next meeting", "meeting", date(2031, 4, 1)) == date(2031, 4, 1)


def test_without_due_or_day_there_is_nothing_to_settle() -> None:
    calendar = Calendar(HELD, BOOK)
    assert calendar.settled(None, RAISED) is None
    assert calendar.settled(Due(text="next meeting", kind="meeting"), Head(body=BODY)) is None


def test_the_year_is_that_of_the_first_such_month_from_the_meeting_on() -> None:
    late = Head(body=BODY, date=date(2031, 11, 4))
    heads = [late, Head(body=BODY, date=date(2031, 2, 3)), Head(body=BODY, date=date(2032, 2, 2))]
    assert Calendar(heads, Book()).settled(Due(text="February meeting", kind="meeting"), late) == date(2032, 2, 2)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("someday", None),
        ("31 February", None),
        ("July", None),  # two meetings in July
        ("2031-05-09", date(2031, 5, 9)),
        ("9th September 2031", date(2031, 9, 9)),
        ("3 March", date(2032, 3, 3)),
        ("next meeting", date(2031, 4, 8)),
        ("June", date(2031, 6, 3)),
        ("the June Committee", date(2031, 6, 3)),
    ],
)
def test_the_day_that_a_line_puts_an_action_off_to(said: str, day: date | None) -> None:
    assert Calendar(HELD, BOOK).put_off(said, RAISED) == day
