"""When an action is due: the words as said, and a date only where one reading remains."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_cli.model import NextMeeting
from minutes_cli.parse.due import find, read, settle

MET = date(2031, 3, 4)  # a Tuesday
NEXT = NextMeeting(text="6 May 2031", date=date(2031, 5, 6))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ring the bank",
        "Report on the meeting of 4 March",
        "the next of kin",
        "Stand by the gate",
        "Mayor to be told",
        "Marching band booked",
        "monitor the ongoing works at the wall",
        "send the end wall to the mason",
        "Ask whether the lease expires in June",
        "Next board member to ring the tenant",
        "Do a poster for tomorrow",
        "Ask whether the fair is before or after Easter",
        "see that this year the ropes are new",
        "Add the ropes to the next Board meeting",
        "Put this as an agenda item to the May Board meeting",
    ],
)
def test_a_task_without_due_words(text: str) -> None:
    assert find(text) is None


@pytest.mark.parametrize(
    ("text", "said", "kind"),
    [
        ("Report to the next Board meeting", "the next Board meeting", "meeting"),
        ("Send the lease by 12 May 2031", "by 12 May 2031", "date"),
        ("Send the lease no later than 5pm on 9 March", "no later than 5pm on 9 March", "date"),
        ("Order rope by close of business on Friday", "by close of business on Friday", "date"),
        ("Move the boxes this evening", "this evening", "date"),
        ("Review it by end of day today", "by end of day today", "date"),
        ("Ask for a talk for May or June", "for May or June", "month"),
        ("Take the lead after June", "after June", "month"),
        ("Close the books by end of Q2", "by end of Q2", "month"),
        ("Ring the roofer after Easter", "after Easter", None),
        ("Speak at the June 9 Council meeting", "at the June 9 Council meeting", "meeting"),
        ("Order the tent in advance of the July meeting", "in advance of the July meeting", "meeting"),
        ("Once the lease is signed, ring the agent", "Once the lease is signed", None),
        ("Issue the notices shortly.", "shortly", None),
        ("Ring before next meeting, by 12 May", "by 12 May", "date"),
        ("Deadline: 30/04/31", "Deadline: 30/04/31", "date"),
        ("Draft a note by the end of March", "by the end of March", "month"),
        ("Paint the shed in September", "in September", "month"),
        ("Feed back to the next harbour board", "the next harbour board", "meeting"),
        ("Bring the plan to the April Board", "to the April Board", "meeting"),
        ("Order chairs before the AGM", "before the AGM", "meeting"),
        ("Send quotes by Friday", "by Friday", "date"),
        ("Ring the plumber ASAP", "ASAP", "asap"),
        ("Reply within two weeks", "within two weeks", "date"),
        ("Watch the tide gauge - ongoing", "ongoing", "ongoing"),
        ("Attend the course when available", "when available", None),
    ],
)
def test_due_words_are_found(text: str, said: str, kind: str | None) -> None:
    assert find(text) == (said, kind)


@pytest.mark.parametrize("cell", ["", " - ", "–", "N/A", "n/a."])
def test_an_empty_cell_has_no_due(cell: str) -> None:
    assert read(cell, MET, NEXT) is None


@pytest.mark.parametrize(
    ("cell", "kind", "on"),
    [
        ("30/04/31", "date", date(2031, 4, 30)),
        ("30 April", "date", date(2031, 4, 30)),
        ("12 January", "date", date(2032, 1, 12)),
        ("4 March", "date", date(2031, 3, 4)),
        ("12/5", "date", date(2031, 5, 12)),
        ("29 February", "date", date(2032, 2, 29)),
        ("29 February 2031", "date", None),
        ("31 June", "date", None),
        ("12 May / 3 June", "date", None),
        ("Next meeting", "meeting", date(2031, 5, 6)),
        ("Before next meeting", "meeting", date(2031, 5, 6)),
        ("Next meeting on 6 May", "meeting", date(2031, 5, 6)),
        ("12 April or next meeting", "meeting", None),
        ("Next executive forum", "meeting", None),
        ("by the April Board", "meeting", None),
        ("End of March", "month", date(2031, 3, 31)),
        ("End of February", "month", date(2032, 2, 29)),
        ("End of February 2033", "month", date(2033, 2, 28)),
        ("by end of the month", "month", date(2031, 3, 31)),
        ("End of term", "month", None),
        ("by March", "month", None),
        ("by Friday", "date", date(2031, 3, 7)),
        ("by Tuesday", "date", date(2031, 3, 11)),
        ("by Monday week", "date", None),
        ("asap", "asap", None),
        ("ongoing", "ongoing", None),
        ("when the tide allows", None, None),
    ],
)
def test_a_cell_is_dated_when_one_reading_remains(cell: str, kind: str | None, on: date | None) -> None:
    due = read(cell, MET, NEXT)
    assert due is not None
    assert (due.text, due.kind, due.date) == (cell, kind, on)


def test_without_a_meeting_date_nothing_without_a_year_is_dated() -> None:
    for cell in ("12 May", "12/5", "by Friday", "End of March", "Next meeting"):
        due = read(cell, None, None)
        assert due is not None
        assert due.date is None


def test_month_first_documents() -> None:
    due = read("04/03/31", MET, NEXT, month_first=True)
    assert due is not None
    assert due.date == date(2031, 4, 3)


WORDS = st.sampled_from(
    [
        "by",
        "the",
        "next",
        "meeting",
        "end of",
        "March",
        "12",
        "31/2",
        "2031",
        "Friday",
        "asap",
        "board",
        "before",
        "wherever",
        "30",
    ]
)
TEXTS = st.lists(WORDS, max_size=9).map(" ".join) | st.text(max_size=40)
MEETINGS = st.none() | st.dates() | st.sampled_from([date.max, date.min, date(2028, 2, 29)])


@given(TEXTS)
def test_due_words_stand_in_the_text(text: str) -> None:
    found = find(text)
    if found is not None:
        assert found[0] in " ".join(text.split())


@given(TEXTS, MEETINGS, st.booleans())
def test_any_cell_is_kept_as_said(text: str, meeting: date | None, month_first: bool) -> None:
    due = read(text, meeting, NEXT, month_first)
    if due is not None:
        assert due.text in " ".join(text.split())


@given(
    st.sampled_from(
        ["by 12 May", "12/5", "29 February", "by Friday", "end of March", "end of the month", "31 December"]
    ),
    st.sampled_from(["date", "month", None]),
    st.dates(),
)
def test_what_has_no_year_is_never_before_the_meeting(said: str, kind: str | None, meeting: date) -> None:
    due = settle(said, kind, meeting, None)
    assert due.date is None or due.date >= meeting
