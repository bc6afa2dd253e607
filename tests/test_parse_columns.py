"""Columns without rules: rows found by the words of their first column, wrapped and centred roles kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_cli.document import Line
from minutes_cli.parse.columns import TAB, column_of, column_starts, continues_cell, rows_of
from tests.parse_making import line


def rows(*lines: tuple[str, float]) -> list[list[str]]:
    made = [line(words, (1, n), top=top) for n, (words, top) in enumerate(lines, start=1)]
    return [row.texts for row in rows_of(made)]


def test_no_lines_have_no_columns() -> None:
    assert column_starts([]) == []
    assert rows_of([]) == []


def test_one_column_is_a_row_a_line() -> None:
    assert rows(("Ann Forde", 0), ("Bob Hale", 20)) == [["Ann Forde"], ["Bob Hale"]]


def test_names_initials_and_roles() -> None:
    assert rows(("Ann Forde\tAF\tPilot", 0), ("Bob Hale\tBH\tTreasurer", 20)) == [
        ["Ann Forde", "AF", "Pilot"],
        ["Bob Hale", "BH", "Treasurer"],
    ]


def test_a_role_wrapped_below_belongs_to_the_row_above() -> None:
    found = rows(
        ("Ann Forde\tAF\tHead of Pilots and", 0),
        ("\t\tMoorings", 13),
        ("Bob Hale\tBH\tTreasurer", 30),
        ("Cy Dee\tCD\tMate", 50),
    )
    assert found == [
        ["Ann Forde", "AF", "Head of Pilots and Moorings"],
        ["Bob Hale", "BH", "Treasurer"],
        ["Cy Dee", "CD", "Mate"],
    ]


def test_a_centred_role_stands_above_and_below_its_name() -> None:
    found = rows(
        ("Ann Forde\tAF\tPilot", 0),
        ("\t\tHead of Dredging,", 24),
        ("Bob Hale\tBH", 31),
        ("\t\tWrecks and Salvage", 38),
        ("Cy Dee\tCD\tMate", 62),
    )
    assert found == [
        ["Ann Forde", "AF", "Pilot"],
        ["Bob Hale", "BH", "Head of Dredging, Wrecks and Salvage"],
        ["Cy Dee", "CD", "Mate"],
    ]


def test_a_wrapped_name_is_no_row_of_its_own() -> None:
    assert (
        rows(("Ann Forde\tAF\tPilot", 0), ("(Vice-Chair)", 13), ("Bob Hale\tBH\tMate", 30))[0][0]
        == "Ann Forde (Vice-Chair)"
    )


@pytest.mark.parametrize(
    ("text", "expected"), [("", True), ("Ann", False), ("4", False), ("(Chair)", True), ("and crew", True)]
)
def test_what_goes_on_with_the_name_above(text: str, expected: bool) -> None:
    assert continues_cell(text) is expected


def test_tabs_are_columns_of_their_own() -> None:
    made = [Line(text="Ann AF", page=1, line=1, segments=()), line("Ann\tAF", (1, 2))]
    made[1].segments = tuple(seg._replace(x0=TAB * n) for n, seg in enumerate(made[1].segments))
    assert column_starts([made[1]]) == [0.0, TAB]
    assert column_of(TAB + 40, [0.0, TAB]) == 1


CELLS = st.sampled_from(["", "Ann", "AF", "Pilot and", "(Chair)", "mate"])


@given(st.lists(st.tuples(CELLS, CELLS, CELLS).filter(any), min_size=1, max_size=8))
def test_no_word_of_the_lines_is_lost(cells: list[tuple[str, str, str]]) -> None:
    made = [line("\t".join(row), (1, n), top=15.0 * n) for n, row in enumerate(cells, start=1)]
    found = rows_of(made)
    if found:
        kept = " ".join(text for row in found for text in row.texts).split()
        assert sorted(kept) == sorted(" ".join(" ".join(row) for row in cells).split())
