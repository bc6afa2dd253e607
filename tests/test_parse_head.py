"""The heading of minutes: body, date, times, place, state, and the next meeting; what is not said stays empty."""

from __future__ import annotations

from typing import Any

import pytest

from tests.parse_making import minutes, text

PEOPLE = "\n\nPresent: Greta Lund (Chair), Omar Pike\n\n"
BODY = PEOPLE + "1. Moorings\n\nThe berths are full.\n\n2. Slipway\n\nThe chain held.\n"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            "Quayside Harbour Board\n4 March 2031",
            {"body": "Quayside Harbour Board", "date": "2031-03-04", "start": None},
        ),
        (
            "Minutes of the Quayside Harbour Board\n4 March 2031\n10.00 am – 12.30pm",
            {"body": "Quayside Harbour Board", "date": "2031-03-04", "start": "10:00", "end": "12:30"},
        ),
        (
            "Quayside Harbour Board\nDRAFT Minutes\n\nDate: 4 March 2031\nTime: 7.30pm - 9.05pm\nVenue: The Net Loft",
            {"date": "2031-03-04", "start": "19:30", "end": "21:05", "place": "The Net Loft", "state": "draft"},
        ),
        (
            "Quayside Harbour Board\n\nMinutes of the meeting held on Tuesday 4 March 2031 at 7.30pm in the Net Loft",
            {"body": "Quayside Harbour Board", "date": "2031-03-04", "start": "19:30", "place": "Net Loft"},
        ),
        (
            "Minutes of the March meeting of the Quayside Harbour Board held on 4 March 2031",
            {"body": "Quayside Harbour Board", "date": "2031-03-04"},
        ),
        (
            "IN THE NET LOFT\nMinutes of Quayside Harbour, 4 March 2031",
            {"body": "Quayside Harbour", "date": "2031-03-04"},
        ),
        (
            "Notes for 4 March 2031\n- Host: Ferry Video\nQuayside Harbour Users meeting",
            {"body": "Quayside Harbour Users", "date": "2031-03-04"},
        ),
        (
            "Friends of the Quay: quay users\nTuesday 4 March 2031, 8pm to 9pm CET",
            {"date": "2031-03-04", "start": "20:00", "end": "21:00"},
        ),
        (
            "Quayside Harbour Board Minutes\nDate: 4 March 2031\nTime: 4:30-6:00 pm",
            {"body": "Quayside Harbour Board", "date": "2031-03-04", "start": "16:30", "end": "18:00"},
        ),
        (
            "7th pilots meeting, 4 March 2031, 11-12am CET",
            {"body": "7th pilots", "date": "2031-03-04", "start": "11:00", "end": "12:00"},
        ),
        (
            "Harbour Board Minutes\n4 March 2031 at 7pm\n\nThe meeting was opened at 7.11pm.",
            {"date": "2031-03-04", "start": "19:11"},
        ),
        (
            "Board of Directors\nQuayside Harbour District\n4 March 2031",
            {"body": "Board of Directors Quayside Harbour District", "date": "2031-03-04"},
        ),
        ("Harbour Board\nDate: 4th March 2031, 1300 CET", {"date": "2031-03-04", "start": "13:00"}),
        (
            "Harbour Board\n4 March 2031\nCalled to order: 7:05pm\nAdjourned: 8:20pm",
            {"date": "2031-03-04", "start": "19:05", "end": "20:20"},
        ),
        (
            "Harbour Board\nMeeting called to order at 6:40 pm on 4 March 2031.\nMeeting adjourned 7:40 pm",
            {"date": "2031-03-04", "start": "18:40", "end": "19:40"},
        ),
        (
            "Subject\t\tHarbour Pilots\nWhen\t\tMarch, 4th, 2031, 10:15 - 11:45",
            {"body": "Harbour Pilots", "date": "2031-03-04", "start": "10:15", "end": "11:45"},
        ),
        (
            "MINUTES OF A MEETING OF\nQUAYSIDE HARBOUR LIMITED\nheld on 4 March 2031",
            {"body": "QUAYSIDE HARBOUR LIMITED", "date": "2031-03-04"},
        ),
        ("Title: Harbour Board Meeting 2031-03-04", {"body": "Harbour Board", "date": "2031-03-04"}),
        (
            "Harbour Board telecon - Tuesday 4 March 2031 - report",
            {"body": "Harbour Board telecon", "date": "2031-03-04"},
        ),
        (
            "March\nQuayside Harbour Users meeting, 4 March 2031",
            {"body": "Quayside Harbour Users", "date": "2031-03-04"},
        ),
        (
            "Quayside Harbour Board\n4 March 2031, 7pm\n\nChair Lund convened the meeting at 7.06 pm.",
            {"body": "Quayside Harbour Board", "start": "19:06"},
        ),
        (
            "Quayside Harbour League AGM\n4 March 2031 at 7pm\n\nMeeting commenced 7.42pm",
            {"body": "Quayside Harbour League", "start": "19:42"},
        ),
        (
            "The March meeting of the Quayside Harbour District was called to order at 8:55 am on 4 March 2031.",
            {"body": "Quayside Harbour District", "start": "08:55"},
        ),
        (
            "The Quayside Harbour Board met in the Net Loft on Tuesday, March 4th 2031 at 7:00 a.m.",
            {"body": "Quayside Harbour Board", "date": "2031-03-04", "start": "07:00"},
        ),
        (
            "Quayside Harbour District\nMarch 2031 Board Meeting\n4 March 2031",
            {"body": "Quayside Harbour District Board", "date": "2031-03-04"},
        ),
        (
            "Quayside Harbour Board\nPlace and time: Net Loft, 3:30 pm\nDate: 4 March 2031",
            {"body": "Quayside Harbour Board", "start": "15:30"},
        ),
        ("Harbour Board Meeting No. 6\n4 March 2031 at 8.OOp.m.", {"body": "Harbour Board", "start": "20:00"}),
        (
            "MINUTES OF MEETING\n9 March 2031\nThe Quayside Institute conducted a meeting on Tuesday 4 March 2031 at "
            "the Net Loft at 05:30 pm.",
            {"date": "2031-03-04", "start": "17:30"},
        ),
        ("Harbour Board -3/14/31 in the Net Loft", {"date": "2031-03-14"}),
        ("Net Loft meeting room\nSummary\nQuayside Harbour Users meeting", {"body": "Quayside Harbour Users"}),
        (
            "Minutes of the PLC meeting of 4 March 2031\nGreta Lund and Omar Pike",
            {"body": "PLC", "date": "2031-03-04"},
        ),
    ],
)
def test_headings_are_read(head: str, expected: dict[str, Any]) -> None:
    found = text(head + BODY).meeting
    told = {key: getattr(found, key) for key in expected}
    assert {key: value and str(value) for key, value in told.items()} == expected


def test_what_the_heading_does_not_say_stays_empty() -> None:
    found = text("Quayside Harbour Board\nMinutes" + BODY).meeting
    assert (found.date, found.start, found.end, found.place, found.next) == (None, None, None, None, None)


def test_a_date_told_in_an_item_is_not_the_meeting_date() -> None:
    found = minutes("1. Moorings", "The lease of 9 May 2019 was read.", "2. Slipway", "The chain held.").meeting
    assert str(found.date) == "2031-03-04"


def test_a_date_outside_the_month_of_the_title_is_not_the_meetings() -> None:
    head = "Quayside Harbour Board meeting, May 2031\n\nPresent: Greta Lund (Chair), Omar Pike\n\n1. Moorings\n\n"
    told = "In the light of the storm of 4 March 2031 the berths were looked at.\n\n2. Slipway\n\nThe chain held.\n"
    assert text(head + told).meeting.date is None


def test_the_end_of_the_meeting_is_told_at_its_end() -> None:
    found = minutes("1. Moorings", "The berths are full.", "2. Slipway", "GL closed the meeting at 9.05pm.").meeting
    assert (found.start, found.end) == ("19:30", "21:05")


@pytest.mark.parametrize(
    ("front", "back", "expected"),
    [
        ("4 March 2031", "", (None, None)),
        ("4 March 2031 at 10:30", "The meeting closed at 12:15.", ("10:30", "12:15")),
        ("4 March 2031 at 7:00", "The meeting closed at 8:45.", ("07:00", "08:45")),  # nothing says which half
        ("4 March 2031 at 07:00", "The meeting closed at 20:00.", ("07:00", "20:00")),
        ("4 March 2031 at 23:00", "The meeting closed at 01:30.", ("23:00", "01:30")),
        ("4 March 2031 at 8:00", "The meeting closed at 3:00 pm.", ("08:00", "15:00")),
        ("4 March 2031 at 7:04", "The meeting closed at 7:42pm.", ("19:04", "19:42")),
        ("4 March 2031, 7.00 p.m.\n\nThe Chair called the meeting to order at 7:02.", "", ("19:02", None)),
        ("4 March 2031, 7.00 a.m.\n\nThe Chair called the meeting to order at 7:02.", "", ("07:02", None)),
        ("4 March 2031, 2:00 PM\n\nCalled to order: 2:01", "Adjourned: 4:30", ("14:01", "16:30")),
        ("4 March 2031\n\nCall meeting to order: 5:37", "Meeting adjourned: 6:42 p.m.", ("17:37", "18:42")),
        ("4 March 2031\n\nThe meeting was called to order at 1:04 EST.", "Adjourned at 01:33 EST", ("13:04", "13:33")),
        (
            "4 March 2031 at 5pm",
            "She adjourned the meeting at 5:20 p.m.\n\nThe board went into work session and concluded at 6:40 p.m.",
            ("17:00", "17:20"),
        ),
        ("4 March 2031 at 1830", "The meeting closed 1952", ("18:30", "19:52")),
        ("4 March 2031 at 7pm", "Meeting adjourned at 9.10pm for tea. Meeting closed at 9.45pm", ("19:00", "21:45")),
    ],
)
def test_the_half_of_the_day_comes_from_the_minutes_own_times(
    front: str, back: str, expected: tuple[str | None, str | None]
) -> None:
    head = text("Quayside Harbour Board\n" + front + BODY + "\n" + back + "\n").meeting
    assert (head.start, head.end) == expected
