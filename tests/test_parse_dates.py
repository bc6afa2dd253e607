"""Dates and clock times: the forms minutes print, what only looks like one, and places that lie in the text."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from minutes_cli.parse.dates import find_dates, find_times, writes_month_first


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12 members came",
        "you may 3 times a year",
        "rate 3 may rise",
        "1.2.3.4",
        "version 31.12",
        "45/67/2031",
        "31/31/2031",
        "March on",
        "phone 01234567890",
        "ref 14/023/7",
        "12 aprıl 2031",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert find_dates(text) == []


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("19 February 2031", ["2031-02-19"]),
        ("19th Feb. 2031", ["2031-02-19"]),
        ("Wednesday 4th of March, 2031", ["2031-03-04"]),
        ("4 MARCH 2031", ["2031-03-04"]),
        ("March 4, 2031", ["2031-03-04"]),
        ("March 4th 2031 at 7.30", ["2031-03-04"]),
        ("2031-03-04", ["2031-03-04"]),
        ("2031.03.04", ["2031-03-04"]),
        ("20310304-1205", ["2031-03-04"]),
        ("04/03/31", ["2031-03-04"]),
        ("4.3.2031", ["2031-03-04"]),
        ("4-Mar-31", ["2031-03-04"]),
        ("4 March ’31", ["2031-03-04"]),
        ("12/05/98", ["1998-05-12"]),
        ("12/31/2031", ["2031-12-31"]),
        ("from 1 May 2031 to 3 June 2031", ["2031-05-01", "2031-06-03"]),
        ("04/03/31 and 5 March 2031", ["2031-03-04", "2031-03-05"]),
        ("4 March", [None]),
        ("29 February 2031", [None]),
        ("5 May 203112", [None]),
    ],
)
def test_dates_are_read(text: str, dates: list[str | None]) -> None:
    assert [f.on and str(f.on) for f in find_dates(text)] == dates


def test_a_date_that_cannot_be_keeps_the_year_it_was_given() -> None:
    assert find_dates("29 February 2031")[0].parts == (2031, 2, 29)
    assert find_dates("4 March")[0].parts == (None, 3, 4)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", False),
        ("met on 04/03/31", False),
        ("met on 13/03/31 and 03/04/31", False),
        ("met on 03/13/31 and 03/04/31", True),
        ("March 4, 2031 and May 6, 2031; 7/6/31", True),
        ("4 March 2031 and May 6, 2031 and 8 June 2031", False),
    ],
)
def test_the_document_shows_how_it_writes_dates(text: str, expected: bool) -> None:
    assert writes_month_first(text) is expected


def test_month_first_documents_are_read_so() -> None:
    assert [str(f.on) for f in find_dates("04/03/31 and 13/03/31", month_first=True)] == ["2031-04-03", "2031-03-13"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "item 7",
        "in the afternoon",
        "the forenoon watch",
        "4/3",
        "3rd",
        "12 members",
        "4 March",
        "£3.50/hr",
        "1.2.3",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert [t for t in find_times(text) if t.sure] == []


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("7.30pm", ["19:30"]),
        ("7.30 p.m.", ["19:30"]),
        ("19:30", ["19:30"]),
        ("11.00 am", ["11:00"]),
        ("12.15am", ["00:15"]),
        ("12 noon", ["12:00"]),
        ("from noon until midnight", ["12:00", "00:00"]),
        ("1832 hrs", ["18:32"]),
        ("9 am", ["09:00"]),
        ("2 - 4pm", ["14:00", "16:00"]),
        ("10.00 am – 12.30pm", ["10:00", "12:30"]),
        ("10 - 12.30pm", ["10:00", "12:30"]),
        ("opened at 7.30pm and closed at 9.05pm", ["19:30", "21:05"]),
    ],
)
def test_times_are_read(text: str, times: list[str]) -> None:
    assert [t.at for t in find_times(text)] == times


WORDS = st.sampled_from(
    [
        "4",
        "31",
        "2031",
        "March",
        "may",
        "dec",
        "th",
        "/",
        ".",
        "-",
        ":",
        "7.30",
        "pm",
        "to",
        "noon",
        "0304",
        "hrs",
        ",",
        "ı",
    ]
)
ANY = st.text(max_size=60) | st.lists(WORDS, max_size=12).map("".join) | st.lists(WORDS, max_size=12).map(" ".join)


@given(ANY, st.booleans())
@example("4-4-4-4-4-4", False)
def test_places_lie_in_the_text_and_do_not_overlap(text: str, month_first: bool) -> None:
    end = 0
    for found in find_dates(text, month_first):
        assert end <= found.start < found.end <= len(text)
        end = found.end
    writes_month_first(text)


@given(ANY)
def test_times_are_times_of_the_text(text: str) -> None:
    end = 0
    for time in find_times(text):
        assert end <= time.start < time.end <= len(text)
        end = time.end
        hour, minute = map(int, time.at.split(":"))
        assert 0 <= hour < 24
        assert 0 <= minute < 60
