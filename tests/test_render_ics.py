"""The calendar, read by another library: a day for each due date, the meetings ahead, the same entries every time."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from minutes_cli.book import Book, Planned
from minutes_cli.errors import UsageProblem
from minutes_cli.model import Head, Meeting, NextMeeting
from minutes_cli.register import gather
from minutes_cli.render import render_file
from minutes_cli.report import Report, action_log, attendance, carry_forward, meetings_ahead, owner_summary
from tests.hostile import WORDS, meeting
from tests.register_board import AS_OF, RECORDS
from tests.test_render import EMPTY, REGISTER, YEAR


def events(reports: Report | list[Report]) -> list[Any]:
    content = render_file(reports, "ics")
    calendar = Calendar.from_ical(content)
    assert not calendar.errors
    assert calendar["version"] == "2.0"
    assert calendar["prodid"]
    lines = content.split(b"\r\n")
    assert lines[-1] == b""
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert all(len(line) <= 75 for line in lines), "RFC 5545, 3.1: no line is longer than 75 octets"
    return list(calendar.walk("VEVENT"))


@pytest.mark.parametrize("make", [action_log, owner_summary, carry_forward])
def test_every_open_action_with_a_date_has_its_day_once(make: Any) -> None:
    wanted = {(e.due, "".join(e.action.text.split())) for e in REGISTER.entries if e.is_open and e.due}
    found = events(make(REGISTER))
    assert {(e["dtstart"].dt, "".join(str(e["description"]).partition("\nOwner")[0].split())) for e in found} == wanted
    assert len(found) == len(wanted)
    for each in found:
        assert each["dtend"].dt == each["dtstart"].dt + timedelta(days=1)
        assert each["transp"] == "TRANSPARENT"
        assert each["dtstamp"].dt == datetime(AS_OF.year, AS_OF.month, AS_OF.day, tzinfo=UTC)


def test_an_entry_says_who_how_it_stands_and_where_it_is_minuted() -> None:
    entry = next(each for each in events(action_log(REGISTER)) if "reserves" in each["summary"])
    assert entry["summary"] == "Due: Bring a revised reserves policy with three scenarios for the rent roll. (MT, DL)"
    assert str(entry["description"]).split("\n")[1:] == [
        "Owner: MT, DL",
        "Status: in progress, overdue",
        "Due: 6 May 2031 (next meeting)",
        "Minuted: Otterbourne Almshouse Trust, meeting of 4 Mar 2031, item 2, page 2, action 2031-03-04/2",
    ]


def test_an_entry_is_the_same_in_every_export_and_unlike_all_others() -> None:
    before = {str(each["uid"]): each["dtstart"].dt for each in events(action_log(gather(RECORDS, AS_OF)))}
    after = {str(each["uid"]): each["dtstart"].dt for each in events(owner_summary(gather(RECORDS, date(2031, 6, 15))))}
    assert before == after
    assert "44c8c0ef-d617-5970-8bed-b793bb4ac6e3" in before, "it never changes, from release to release"


def ahead(*planned: Planned, start: str | None = "19:30") -> list[Any]:
    """The meetings in the calendar of a body that announces one for 1 July, and plans others."""
    head = Head(
        body="Sallowfield Council",
        date=date(2031, 5, 6),
        next=NextMeeting(text="1 July", date=date(2031, 7, 1), start=start),
    )
    book = Book(body="Sallowfield Council", meetings=list(planned))
    register = gather([("may.yaml", Meeting(meeting=head))], date(2031, 5, 20), book)
    return events([action_log(register), meetings_ahead(register, book)])


def test_the_next_meeting_is_there_at_its_hour_in_the_readers_zone() -> None:
    (event,) = ahead()
    assert event["dtstart"].dt == datetime(2031, 7, 1, 19, 30)
    assert event["dtstart"].dt.tzinfo is None
    assert "dtend" not in event
    assert (event["summary"], event["description"]) == ("Sallowfield Council", "As announced: 1 July")


def test_a_meeting_without_an_hour_takes_the_day() -> None:
    (event,) = ahead(start=None)
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2031, 7, 1), date(2031, 7, 2))


def test_planned_meetings_are_there_those_of_the_past_are_not_and_none_is_twice() -> None:
    found = ahead(
        Planned(date=date(2031, 5, 1)),
        Planned(date=date(2031, 7, 1), name="AGM", place="The Moot Hall"),
        Planned(date=date(2031, 9, 2), start="18:00"),
    )
    assert [each["dtstart"].dt for each in found] == [datetime(2031, 7, 1, 19, 30), datetime(2031, 9, 2, 18, 0)]
    assert (found[0]["summary"], found[0]["location"]) == ("Sallowfield Council: AGM", "The Moot Hall")


@pytest.mark.parametrize(
    ("reports", "said"),
    [
        (lambda: attendance(YEAR), "no due dates"),
        (list, "no due dates"),
        (lambda: action_log(EMPTY), "nothing to put into a calendar"),
    ],
)
def test_what_has_no_days_is_no_calendar(reports: Any, said: str) -> None:
    with pytest.raises(UsageProblem, match=said):
        render_file(reports(), "ics")


@pytest.mark.parametrize("kind", WORDS)
def test_hostile_words_end_no_entry_and_begin_none(kind: str) -> None:
    words = WORDS[kind]
    register = gather([(words, meeting(words))], date(2031, 6, 1))
    (event,) = events(action_log(register))
    assert not event.subcomponents
    assert set(event.keys()) == {
        *("SUMMARY", "DTSTART", "DTEND", "DTSTAMP", "UID", "CATEGORIES", "DESCRIPTION", "TRANSP")
    }
    assert not set(map(chr, [*range(9), *range(11, 32), 127, 0x202E])) & set(str(event["description"]))
