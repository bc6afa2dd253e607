"""The numbers in front of headings: their forms, sentences that begin with a number, and titles kept whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_cli.parse.numbering import parent_of, read_number


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Budget",
        "2031 budget",
        "3rd floor",
        "7pm start",
        "£12 was paid",
        "a member asked",
        "I asked",
        "v good",
        "1.",
        "12",
        "the 12/14 split",
        "Item 4 was deferred",
        "section 9 applies",
        "A new pump",
        "5-0 in favour",
        "12-10-2031 Ropes",
        "vivid colours",
    ],
)
def test_what_carries_no_number(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize(
    ("text", "number", "form", "value", "rest"),
    [
        ("1. Minutes", "1", "int.", (1,), "Minutes"),
        ("1-2 Minutes", "1-2", "dotted", (1, 2), "Minutes"),
        ("3-10-2. Ropes", "3-10-2", "dotted.", (3, 10, 2), "Ropes"),
        ("MIN 3/4/3/31 ROPES", "MIN 3/4/3/31", "slash", (13, 9, 14, 3, 4, 3, 31), "ROPES"),
        ("MIN. NO. 3/2031: Ropes", "MIN. NO. 3/2031", "slash:", (13, 9, 14, 14, 15, 3, 2031), "Ropes"),
        ("1) Minutes", "1", "int)", (1,), "Minutes"),
        ("1 Minutes", "1", "int", (1,), "Minutes"),
        ("1a. Moorings", "1a", "int.", (1, 1), "Moorings"),
        ("6a Moorings", "6a", "int", (6, 1), "Moorings"),
        ("3(a) Moorings", "3(a)", "int", (3, 1), "Moorings"),
        ("1.2 Moorings", "1.2", "dotted", (1, 2), "Moorings"),
        ("18.09.4 Moorings", "18.09.4", "dotted", (18, 9, 4), "Moorings"),
        ("14/023 Moorings", "14/023", "slash", (14, 23), "Moorings"),
        ("III. Moorings", "III", "Roman.", (3,), "Moorings"),
        ("IX. Moorings", "IX", "Roman.", (9,), "Moorings"),
        ("(iv) Moorings", "iv", "roman(", (4,), "Moorings"),
        ("b) Moorings", "b", "letter", (2,), "Moorings"),
        ("(b) Moorings", "b", "letter(", (2,), "Moorings"),
        ("A. Moorings", "A", "Letter.", (1,), "Moorings"),
        ("Item 4: Moorings", "4", "intw:", (4,), "Moorings"),
        ("Agenda Item 4 Moorings", "4", "intw", (4,), "Moorings"),
        ("Item 2031 Moorings", "2031", "intw", (2031,), "Moorings"),
        ("**4. Moorings", "4", "int.", (4,), "Moorings"),
    ],
)
def test_numbers_are_read(text: str, number: str, form: str, value: tuple[int, ...], rest: str) -> None:
    assert read_number(text) == (number, form, value, rest)


def test_a_code_with_a_year_is_one_number() -> None:
    read = read_number("QHB 20/2031 Moorings")
    assert read is not None
    assert (read.number, read.rest) == ("QHB 20/2031", "Moorings")


@pytest.mark.parametrize(
    ("number", "parent"),
    [
        ("", None),
        ("7", None),
        ("iv", None),
        ("14/023", None),
        ("1a", "1"),
        ("6 b", "6"),
        ("3(a)", "3"),
        ("4.2", "4"),
        ("4.2.1", "4.2"),
    ],
)
def test_the_parent_of_a_number(number: str, parent: str | None) -> None:
    assert parent_of(number) == parent


NUMBERS = st.sampled_from(["1", "1a", "(b)", "iv", "IV.", "A.", "12/3", "1.2", "Item 4", "QHB 1/31", "2031"])
TITLES = st.text(alphabet="ABCabc 123.():/-", max_size=20) | st.sampled_from(
    ["Budget", "3 new pumps", "A. Moss", "I am"]
)


@given(NUMBERS, st.sampled_from([". ", ") ", " ", ": ", " – ", ""]), TITLES)
def test_the_title_is_never_eaten(number: str, close: str, title: str) -> None:
    text = f"{number}{close}{title}"
    read = read_number(text)
    if read is not None:
        assert text.rstrip().endswith(read.rest)
        assert all(c in text for c in read.number)
        left = text.rstrip().removesuffix(read.rest)
        assert len(left) <= len(number) + len(close) + 8, "only the number and its point are taken off"


@given(st.text(max_size=40))
def test_any_text_can_be_looked_at(text: str) -> None:
    read_number(text)
    parent_of(text)


def test_letters_that_are_roman_among_romans() -> None:
    text = (
        "Harbour Club\nMinutes of the meeting of 4 March 2031\nPresent: Greta Lund, Omar Pike\n\n"
        "1. Boats\nTwo leak.\n2. Reports\na. Lamps\ni. Greta Lund\nii. Omar Pike\niii. Nils Berg\n"
        "iv. Ruth Stern\nv. Hal Ives\nb. Ropes\nSold.\n3. Close\nAt nine.\n"
    )
    from minutes_cli.parse import parse
    from minutes_cli.read import read_bytes

    numbers = [item.number for item in parse(read_bytes(text.encode(), "m.txt")).items]
    assert "i" not in numbers
    assert "v" not in numbers
