"""Words are set in lines as a person reads them: by baseline, with what stands apart kept apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_cli.document import Line
from minutes_cli.read.pdf_lines import Word, set_lines

SIZE = 10.0
LETTER = 5.0  # points a letter takes in the made-up words below


def words_at(*placed: tuple[str, float], baseline: float = 100.0, size: float = SIZE, bold: bool = False) -> list[Word]:
    return [Word(text, x, x + LETTER * len(text), baseline, size, bold) for text, x in placed]


def only(words: list[Word], breaks: tuple[tuple[float, float, float], ...] = ()) -> Line:
    [line] = set_lines(words, 1, breaks)
    return line


def pieces(line: Line) -> list[str]:
    return [segment.text for segment in line.segments]


def spaced(text: str, gap: float, start: float = 50.0) -> list[Word]:
    """Words of a sentence with one width of space between them, points."""
    placed, x = [], start
    for word in text.split():
        placed.append((word, x))
        x += LETTER * len(word) + gap
    return words_at(*placed)


@pytest.mark.parametrize(
    ("gap", "why"),
    [
        (2.5, "an ordinary word space"),
        (5.0, "a wide space after a full stop"),
        (9.5, "a justified line"),
        (14.0, "a justified line of few long words: all its spaces grew together"),
    ],
)
def test_word_spaces_part_nothing(gap: float, why: str) -> None:
    assert pieces(only(spaced("the tenancy panel will report", gap))) == ["the tenancy panel will report"], why


def test_a_column_gap_parts_name_initials_and_role() -> None:
    line = only(words_at(("Ivo", 50), ("Marsh", 68), ("IM", 200), ("Interim", 245), ("Treasurer", 282)))
    assert pieces(line) == ["Ivo Marsh", "IM", "Interim Treasurer"]
    assert line.text == "Ivo Marsh IM Interim Treasurer"
    assert [segment.x0 for segment in line.segments] == [50, 200, 245]


def test_an_owner_in_the_right_margin_stands_apart() -> None:
    line = only([*spaced("The clerk to write to the landlord about the lift", 2.5), *words_at(("IM", 500))])
    assert pieces(line) == ["The clerk to write to the landlord about the lift", "IM"]


@pytest.mark.parametrize("mark", ["1.", "12.", "3.1", "4", "(a)", "b)", "iv.", "•", "-", "o"])
def test_a_list_mark_stays_with_its_text(mark: str) -> None:
    line = only(words_at((mark, 50), ("Matters", 85), ("arising", 122)))
    assert pieces(line) == [f"{mark} Matters arising"]


def test_a_dash_joins_what_it_stands_between() -> None:
    assert len(pieces(only(words_at(("Council", 50), ("–", 97), ("Agenda", 114))))) == 1
    assert len(pieces(only(words_at(("Council", 50), ("–", 150), ("Agenda", 200))))) == 3


@pytest.mark.parametrize("first", ["IM", "Chair", "12"])
def test_initials_and_columns_of_figures_are_no_list_marks(first: str) -> None:
    second = "14" if first.isdigit() else "Marsh"
    assert pieces(only(words_at((first, 50), (second, 95)))) == [first, second]


def test_an_upright_rule_parts_what_stands_close() -> None:
    words = words_at(("report", 50), ("IM", 84))
    assert pieces(only(words)) == ["report IM"]
    assert pieces(only(words, ((82.0, 50.0, 150.0),))) == ["report", "IM"]
    assert pieces(only(words, ((82.0, 200.0, 250.0),))) == ["report IM"], "a rule lower down parts nothing here"


@pytest.mark.parametrize(
    ("raised_by", "expected"),
    [(0.0, "19th May"), (3.3, "19th May"), (-2.0, "19th May")],
)
def test_raised_letters_come_home(raised_by: float, expected: str) -> None:
    words = [
        Word("19", 50, 60, 100, SIZE),
        Word("th", 60.2, 65, 100 - raised_by, 5.8, follows=True),
        Word("May", 68, 83, 100, SIZE),
    ]
    assert only(words).text == expected


def test_raised_letters_keep_the_comma_that_follows_them() -> None:
    words = [Word("4", 50, 55, 100, SIZE), Word("th", 55, 60, 96.7, 5.8, follows=True), Word(",", 60, 62, 100, SIZE)]
    assert only(words).text == "4th,"


def test_small_type_between_lines_is_a_line_of_its_own() -> None:
    note = words_at(("note", 200), baseline=106, size=6)
    assert [line.text for line in set_lines([*words_at(("report", 50)), *note], 1)] == ["report", "note"]


def test_a_role_wrapped_around_the_baseline_of_its_name_gives_three_lines() -> None:
    role = [*words_at(("Head", 250), ("of", 272), baseline=93.5), *words_at(("Housing", 250), baseline=106.5)]
    lines = set_lines([*words_at(("Ivo", 50), ("Marsh", 68)), *role], 1)
    assert [(line.text, line.x0) for line in lines] == [("Head of", 250), ("Ivo Marsh", 50), ("Housing", 250)]
    assert [line.top for line in lines] == sorted(line.top for line in lines)


@pytest.mark.parametrize(
    ("faces", "bold"),
    [
        ([False, False], 0),
        ([True, True], len("Present: Marsh")),
        ([True, False], len("Present:")),
        ([False, True], 0),
    ],
)
def test_leading_bold_letters_are_counted(faces: list[bool], bold: int) -> None:
    words = words_at(("Present:", 50), ("Marsh", 95))
    for word, face in zip(words, faces, strict=True):
        word.bold = face
    assert only(words).bold == bold


def test_a_bullet_takes_after_the_word_behind_it() -> None:
    line = only([*words_at(("•", 50)), *words_at(("Lift", 60), bold=True)])
    assert line.is_bold


def test_the_size_of_a_line_is_that_of_most_of_its_letters() -> None:
    line = only([*words_at(("1.", 40), size=16), *words_at(("Apologies", 60), ("received", 110))])
    assert line.size == SIZE


placed_words = st.lists(
    st.builds(
        lambda x, row, size, text: Word(text, x, x + 5 * len(text), 100.0 + row, size),
        st.floats(0, 500),
        st.floats(0, 300),
        st.sampled_from([6.0, 10.0, 14.0]),
        st.text("abcXYZ1.-", min_size=1, max_size=8),
    ),
    max_size=30,
)


@given(placed_words, st.randoms())
def test_no_word_is_lost_or_doubled_and_order_in_the_file_does_not_matter(words: list[Word], shuffler: object) -> None:
    letters = sorted("".join(word.text for word in words))
    lines = set_lines(words, 3)
    assert sorted("".join(line.text.replace(" ", "") for line in lines)) == letters
    for line in lines:
        assert line.text == " ".join(segment.text for segment in line.segments)
        assert line.page == 3
        assert line.bottom > line.top
        assert 0 <= line.bold <= len(line.text)
