"""Words on a screen: how wide they are, where they break, and what of them is not shown as it is."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from minutes_cli.render import render
from minutes_cli.render.untrusted import shown
from minutes_cli.report import Column, Group, Report
from tests.test_render import OBEYED

LETTERS = st.text(list("ab -\n\u0301\u200d\ufe0f\u00ad\u3000\u65e5\u2764\U0001f469\U0001f1ec"), max_size=70)
"""Letters of width none, one and two, and those that change the width of their neighbours."""


def table(words: str, page: int, *, limit: int = 0) -> str:
    """Words in a table on a page, in its main column or in a narrow one of at most so many columns."""
    report = Report(title="", columns=[Column(key="a", title="", most=limit)], groups=[Group(rows=[{"a": words}])])
    return render(report, "table", width=page)


def seen(words: str) -> str:
    """The letters of words, whatever stands between them and however they are joined."""
    return "".join(words.replace("\u200d", "\u200c").split())


class TestBroken:
    @pytest.mark.parametrize(
        ("words", "page", "broken"),
        [
            ("short", 20, ["short"]),
            ("a draft of the letter", 21, ["a draft of the letter"]),
            ("bring a draft of the letter", 20, ["bring a draft of the", "letter"]),
            ("abcdefghijklmnopqrstuvwxyz", 20, ["abcdefghijklmnopqrst", "uvwxyz"]),
            ("\u65e5" * 11, 20, ["\u65e5" * 10, "\u65e5"]),
        ],
    )
    def test_lines_break_between_words_at_the_edge_of_the_page(self, words: str, page: int, broken: list[str]) -> None:
        assert table(words, page).splitlines() == broken

    def test_a_narrow_column_is_as_wide_as_its_lines_and_no_wider_than_its_limit(self) -> None:
        assert table("overdue by 14 days", 80, limit=12).splitlines() == ["overdue by", "14 days"]
        assert table("safeguarding", 80, limit=6).splitlines() == ["safegu", "arding"]

    @given(LETTERS, st.integers(20, 60), st.sampled_from([0, 12]))
    def test_letters_of_every_width_stand_anywhere(self, words: str, page: int, limit: int) -> None:
        text = table(words, page, limit=limit)
        assert seen(text) == seen(shown(words))
        assert all(cell_len(line) <= page for line in text.splitlines())

    @given(st.text(st.characters()), st.integers(20, 60), st.sampled_from([0, 2, 12]))
    @example("a" * 50, 20, 2)
    @example("\u65e5" * 50, 21, 2)
    @example("a\u200d\u200d e\u0301" * 20, 20, 2)
    @example("\ufe0f" * 60, 20, 2)  # some releases of rich never come back from this
    def test_no_letter_is_lost_and_no_line_is_wider_than_the_page(self, words: str, page: int, limit: int) -> None:
        text = table(words, page, limit=limit)
        assert seen(text) == seen(shown(words))
        assert all(cell_len(line) <= (limit or page) for line in text.splitlines())


class TestShown:
    @pytest.mark.parametrize(
        ("words", "safe"),
        [
            ("Plain words, naïve — and “quoted”.", "Plain words, naïve — and “quoted”."),
            ("שלום", "שלום"),
            ("\U0001f469\u200d\U0001f4bb", "\U0001f469\u200d\U0001f4bb"),
            ("a\tb", "a b"),
            ("a\r\nb\rc\x0bd\x0ce\x85f\u2028g", "a\nb\nc\nd\ne\nf\ng"),
            ("\x1b[31m", "␛[31m"),
            ("\x00\x07\x7f", "␀␇␡"),
            ("\x9b31m", "\ufffd31m"),
            ("\u202eabc", "\ufffdabc"),
            ("\ud83d", "\ufffd"),
        ],
    )
    def test_shown(self, words: str, safe: str) -> None:
        assert shown(words) == safe

    @given(st.text(st.characters()))
    def test_nothing_is_left_that_a_terminal_obeys(self, words: str) -> None:
        assert not OBEYED.search(shown(words))
        assert shown(shown(words)) == shown(words)
