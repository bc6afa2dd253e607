"""A fictional board over eight meetings, in text, Word and PDF: its log, owners and carry-forward list as a whole.

The minutes have every kind of follow-up: tasks listed again word for word, with and without a status, misprinted, and
of another owner; "Action 4 - complete" among matters arising; references that run on from May; reports in passing; a
task closed and opened again, one on which minutes disagree, and one that vanishes. What is expected was read off the
minutes by hand (``fixtures/series/expected``).
"""

from __future__ import annotations

import random
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes_cli.check.followed_up import check_book
from minutes_cli.cli.options import Reading
from minutes_cli.cli.sources import parsed
from minutes_cli.model import Meeting
from minutes_cli.register import Register, gather
from minutes_cli.render import render
from minutes_cli.report import action_log, carry_forward, follow_up_review, owner_summary
from minutes_cli.store.book import read_book
from tests.conftest import ROOT

SERIES = ROOT / "fixtures" / "series"
BOOK = read_book(SERIES / "minutebook.yaml").book
AS_OF, NEXT = date(2031, 9, 30), date(2031, 10, 14)
FORMS = ("txt", "docx", "pdf")


@cache
def record(path: Path) -> Meeting:
    (meeting,), _ = parsed(path, Reading())
    return meeting


def records(form: str) -> list[tuple[str, Meeting]]:
    """The records of the eight meetings, read from one form, or each from another."""
    names = sorted(path.stem for path in SERIES.glob("*.txt"))
    forms = [FORMS[n % 3] if form == "mixed" else form for n in range(len(names))]
    return [(name, record(SERIES / f"{name}.{each}")) for name, each in zip(names, forms, strict=True)]


def register(form: str = "txt", as_of: date = AS_OF) -> Register:
    return gather(records(form), as_of, BOOK)


REPORTS = {
    "action-log": lambda register: action_log(register, archived=True),
    "owners": owner_summary,
    "carry-forward": lambda register: carry_forward(register, to=NEXT),
    "review": follow_up_review,
}


@pytest.mark.parametrize("form", [*FORMS, "mixed"])
@pytest.mark.parametrize("name", REPORTS)
def test_a_report_is_as_expected_whatever_files_the_minutes_are(name: str, form: str) -> None:
    expected = (SERIES / "expected" / f"{name}.md").read_text(encoding="utf-8")
    assert render(REPORTS[name](register(form)), "md") == expected


EXPECTED = {
    # identity: status, first due, due, times carried, times slipped, closed on
    "2031-01-14/1": ("open", (2, 28), (4, 30), 2, 1, None),
    "2031-01-14/2": ("open", (2, 11), (2, 11), 0, 0, None),
    "2031-01-14/3": ("carried", (4, 8), (4, 8), 2, 0, None),
    "2031-01-14/4": ("done", (1, 28), (1, 28), 0, 0, (2, 11)),
    "2031-01-14/5": ("open", None, None, 0, 0, None),
    "2031-01-14/6": ("carried", (6, 17), (6, 17), 2, 0, None),
    "2031-02-11/2": ("open", None, None, 0, 0, None),
    "2031-02-11/3": ("done", (2, 28), (2, 28), 0, 0, (3, 11)),
    "2031-03-11/2": ("done", (5, 31), (5, 31), 2, 0, (6, 10)),
    "2031-04-08/3": ("done", (6, 10), (9, 9), 3, 1, (7, 8)),
    "2031-04-08/4": ("done", (6, 30), (6, 30), 2, 0, (7, 8)),
    "AP24": ("dropped", None, None, 0, 0, (6, 10)),
    "AP26": ("open", (6, 24), (6, 24), 0, 0, None),
    "AP27": ("carried", (7, 31), (10, 31), 1, 1, None),
    "AP28": ("open", (10, 14), (10, 14), 0, 0, None),
}


def test_each_action_stands_as_read_off_the_minutes() -> None:
    def short(day: date | None) -> tuple[int, int] | None:
        return (day.month, day.day) if day else None

    assert {
        entry.id: (
            entry.status,
            short(entry.first_due),
            short(entry.due),
            entry.carried,
            entry.slipped,
            short(entry.closed_on),
        )
        for entry in register().entries
    } == EXPECTED


def test_an_action_of_before_answers_to_its_later_number() -> None:
    assert {entry.id: entry.number for entry in register().entries if entry.number} == {
        "2031-01-14/1": "AP25",
        "2031-03-11/2": "AP21",
        "2031-04-08/3": "AP22",
        "2031-04-08/4": "AP23",
    }


def test_what_a_person_should_look_at() -> None:
    told = [(name.removeprefix("kestrel-"), each.code) for name, each in check_book(register())]
    assert told == [
        ("2031-02-11", "L804"),  # the letter, told in passing
        ("2031-03-11", "L801"),  # the speaker
        ("2031-04-08", "L804"),  # the policy, now another's
        ("2031-05-13", "L801"),  # the prices, after they were opened again
        ("2031-05-13", "L802"),
        ("2031-07-08", "L804"),  # the insurers
        ("2031-07-08", "L803"),  # the chains
        ("2031-09-09", "L805"),
    ]


@pytest.mark.parametrize("number", range(1, 9))
def test_after_each_meeting_the_log_is_that_of_the_meetings_so_far(number: int) -> None:
    """Later meetings change nothing in how things stood on an earlier day, but for the days they settle."""
    so_far = records("txt")[:number]
    day = so_far[-1][1].meeting.date
    assert day
    then = {entry.id: entry.status for entry in gather(so_far, day, BOOK).entries}
    now = {name: entry.status for entry in register(as_of=day).entries for name in entry.known_as}
    assert then.items() <= now.items()


@settings(max_examples=10, deadline=None)
@given(st.randoms())
def test_the_order_of_the_files_does_not_matter(chance: random.Random) -> None:
    shuffled = records("mixed")
    chance.shuffle(shuffled)
    assert gather(shuffled, AS_OF, BOOK) == register("mixed")


def test_a_meeting_that_is_there_twice_changes_nothing() -> None:
    twice = [*records("txt"), *((f"{name}-word", meeting) for name, meeting in records("docx"))]
    both = gather(twice, AS_OF, BOOK)
    assert [(entry.id, entry.status, entry.carried) for entry in both.entries] == [
        (entry.id, entry.status, entry.carried) for entry in register().entries
    ]
