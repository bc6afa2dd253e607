"""Lines joined to paragraphs and cells to words: wrapped lines, bullets, headings, and words kept apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_cli.parse.block import Paragraph, fold, join_words
from minutes_cli.parse.paragraphs import build, cell_of
from tests.parse_making import line, printed

WRAPPED = [
    "OP showed the chart of the inner basin and told the members who were there",
    "that every berth but two is let for the summer, and that the rings on the",
    "north wall are loose.",
]


def paragraphs(*rows: tuple[str, float]) -> list[str]:
    made = [line(words, (1, n), top=top) for n, (words, top) in enumerate(rows, start=1)]
    return [b.text for b in build(printed([*made]), {}) if isinstance(b, Paragraph)]


def test_nothing_gives_nothing() -> None:
    assert paragraphs() == []


def test_short_lines_stand_alone() -> None:
    assert paragraphs(("1. Moorings", 0), ("2. Slipway", 30)) == ["1. Moorings", "2. Slipway"]


def test_wrapped_lines_are_one_paragraph() -> None:
    found = paragraphs(*((words, 14.0 * n) for n, words in enumerate(WRAPPED)))
    assert found == [" ".join(WRAPPED)]


def test_a_blank_space_parts_paragraphs() -> None:
    rows = [(WRAPPED[0], 0.0), (WRAPPED[1], 14.0), (WRAPPED[2], 28.0), ("All berths are let.", 70.0)]
    assert paragraphs(*rows) == [" ".join(WRAPPED), "All berths are let."]


def test_bullets_are_paragraphs_of_their_own() -> None:
    assert paragraphs(("The rings are:", 0), ("• rusty", 14), ("• loose", 28)) == [
        "The rings are:",
        "• rusty",
        "• loose",
    ]


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("", "", ""),
        ("", "rope", "rope"),
        ("rope", "", "rope"),
        ("the", "rope", "the rope"),
        ("re-", "rigging", "re-rigging"),
        ("rope -", "tar", "rope - tar"),
    ],
)
def test_joining_two_lines(before: str, after: str, joined: str) -> None:
    assert join_words(before, after) == joined


@pytest.mark.parametrize(
    ("lines", "entries"),
    [
        ([], []),
        (["Measure every berth and", "write it down"], ["Measure every berth and write it down"]),
        (["Report on:", "- the crane", "- the ice"], ["Report on:", "- the crane", "- the ice"]),
        (["JC", "EA"], ["JC", "EA"]),
    ],
)
def test_the_lines_of_a_cell(lines: list[str], entries: list[str]) -> None:
    assert cell_of([line(words, (1, n)) for n, words in enumerate(lines, start=1)]).entries == entries


WORDS = st.sampled_from(
    ["the tide rose", "1. Moorings", "• rope", "JC", "and then", "Report on:", "end.", "(a) tar", "re-"]
)


@given(st.lists(WORDS, max_size=10), st.lists(st.sampled_from([14.0, 30.0]), min_size=10, max_size=10))
def test_no_word_is_lost(lines: list[str], gaps: list[float]) -> None:
    rows = [(words, sum(gaps[:n])) for n, words in enumerate(lines)]
    kept = " ".join(paragraphs(*rows)).replace(" ", "")
    assert kept == "".join(lines).replace(" ", "")
    cell = cell_of([line(words, (1, n)) for n, words in enumerate(lines, start=1)])
    assert fold(cell.text).replace(" ", "") == "".join(lines).replace(" ", "")
