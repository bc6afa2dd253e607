"""Plain text: every encoding, columns, pages, residue of HTML, drawn tables, and no word lost."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes_cli.document import Document, Line, Table
from minutes_cli.errors import SourceUnreadable
from minutes_cli.read import read_bytes
from minutes_cli.read.characters import tidy
from minutes_cli.read.columns import JUSTIFIED_GAP, gap_width, segments_of
from minutes_cli.read.encoding import decode
from minutes_cli.read.residue import undo_markup

FERRY = "Minutes – Ferry Board’s café\n£5 to Zoë\n"


def text(source: str | bytes) -> Document:
    return read_bytes(source if isinstance(source, bytes) else source.encode(), "ferry.txt")


def lines(source: str | bytes) -> list[Line]:
    return [block for page in text(source).pages for block in page.blocks if isinstance(block, Line)]


@pytest.mark.parametrize(
    "data",
    [
        FERRY.encode(),
        b"\xef\xbb\xbf" + FERRY.encode(),
        FERRY.encode("utf-16"),
        b"\xfe\xff" + FERRY.encode("utf-16-be"),
        FERRY.encode("utf-16-le"),
        FERRY.encode("utf-16-be"),
        FERRY.encode("utf-32"),
        FERRY.encode("cp1252"),
        FERRY.replace("\n", "\r\n").encode(),
        FERRY.replace("\n", "\r").encode(),
        FERRY.encode().decode("cp1252").encode(),  # saved as UTF-8 twice
    ],
)
def test_every_encoding_gives_the_same_words(data: bytes) -> None:
    assert [line.text for line in lines(data)] == FERRY.splitlines()


def test_one_pasted_line_of_windows_1252_does_not_spoil_a_utf_8_file() -> None:
    mixed = "Zoë – chair\n".encode() + "the Board’s café".encode("cp1252")
    assert decode(mixed) == "Zoë – chair\nthe Board’s café"


@pytest.mark.parametrize(
    ("printed", "seen"),
    [
        ("plain words", "plain words"),
        ("soft\u00adware", "software"),
        ("Ada\u200b Quill\ufeff", "Ada Quill"),
        ("Ada\u00a0Quill\u2009and\u3000Ben", "Ada Quill and Ben"),
        ("one\u2028two\x0bthree", "one\ntwo\nthree"),
        ("\x1b[31mRed\x07", "[31mRed"),
        ("Ada \u202eEvil\u202c \u2066x\u2069", "Ada Evil x"),
        ("it\u0092s", "it’s"),
        ("o\ufb03ce", "office"),
        ("cafe\u0301", "café"),
        ("👩\u200d⚕", "👩\u200d⚕"),
        ("a\u200db", "ab"),
        ("a\r\nb\rc", "a\nb\nc"),
    ],
)
def test_what_cannot_be_seen_goes_and_what_can_stays(printed: str, seen: str) -> None:
    assert tidy(printed) == seen


@given(st.text())
def test_tidying_twice_changes_nothing_more(printed: str) -> None:
    once = tidy(printed)
    assert tidy(once) == once


@given(st.text(alphabet=st.characters(min_codepoint=0x21, max_codepoint=0x7E), min_size=1, max_size=40))
def test_no_visible_ascii_is_lost(word: str) -> None:
    assert tidy(word) == word


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("It was noted.  The Board agreed.", [(0, "It was noted. The Board agreed.")]),
        ("“Done.”  It was noted", [(0, "“Done.” It was noted")]),
        ("Ada Quill", [(0, "Ada Quill")]),
        ("    Ada Quill", [(4, "Ada Quill")]),
        ("Ada Quill   AQ  Chair", [(0, "Ada Quill"), (12, "AQ"), (16, "Chair")]),
        ("Ada Quill\tAQ\tChair", [(0, "Ada Quill"), (1000, "AQ"), (2000, "Chair")]),
        ("Ben Oak\t\tClerk", [(0, "Ben Oak"), (2000, "Clerk")]),
        ("\tAQ", [(1000, "AQ")]),
        ("Ada\t  AQ", [(0, "Ada"), (1002, "AQ")]),
        ("Agreed.   AQ", [(0, "Agreed."), (10, "AQ")]),
        ("", []),
    ],
)
def test_what_stands_apart_is_a_column_of_its_own(printed: str, expected: list[tuple[int, str]]) -> None:
    assert [(segment.x0, segment.text) for segment in segments_of(printed)] == expected


def test_a_long_cell_does_not_reach_into_the_next_tab_column() -> None:
    first, second = segments_of("word " * 300 + "\tAQ")
    assert first.x1 < second.x0


def test_a_text_stretched_to_one_width_has_no_columns_between_its_words() -> None:
    stretched = ["The  board  noted the report and   agreed that the clerk should write"] * 10
    assert gap_width(stretched) == JUSTIFIED_GAP
    assert len(lines("\n".join(stretched))[0].segments) == 1


@given(st.lists(st.text(alphabet="abcXYZ019.,:–'é", min_size=1, max_size=8), min_size=1, max_size=12), st.data())
def test_columns_lose_no_word_and_keep_their_order(words: list[str], data: st.DataObject) -> None:
    gaps = [data.draw(st.sampled_from([" ", "  ", "     ", "\t", "\t\t"])) for _ in words]
    printed = "".join(word + gap for word, gap in zip(words, gaps, strict=True))
    segments = segments_of(printed)
    assert " ".join(segment.text for segment in segments).split() == printed.split()
    assert [segment.x0 for segment in segments] == sorted(segment.x0 for segment in segments)


def test_lines_are_numbered_as_in_the_file_and_blank_ones_leave_a_gap() -> None:
    first, second = lines("\n\nFerry Board\n\n\nPresent\n")
    assert (first.line, first.top, first.bottom) == (3, 3.0, 4.0)
    assert (second.line, second.top) == (6, 6.0)


def test_form_feeds_are_pages_and_lines_begin_again_on_each() -> None:
    document = text("Ferry Board\nPage 1\n\fItem 2\n\f")
    assert [page.number for page in document.pages] == [1, 2]
    assert [(line.page, line.line, line.text) for line in lines("Ferry\n\fItem 2\n\f")] == [
        (1, 1, "Ferry"),
        (2, 1, "Item 2"),
    ]


def test_nothing_but_white_space_is_refused() -> None:
    with pytest.raises(SourceUnreadable, match="no words"):
        text("\u200b \u00a0\n")


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("plans >2 years & care <soon>", "plans >2 years & care <soon>"),
        ("write to <clerk@ferry.example>", "write to <clerk@ferry.example>"),
        ("R&D; and AT&T", "R&D; and AT&T"),
        ("5 < 6 and b > a", "5 < 6 and b > a"),
        ("Rope &amp; tar, caf&eacute;&nbsp;1", "Rope & tar, café 1"),
        ("<b>Agreed</b>: yes", "Agreed: yes"),
        ("first<br>second<br/>third", "first\nsecond\nthird"),
        (
            'On: <ul style="a: b"> - rope, tar & oil - the landing stage </ul>',
            "On:\n- rope, tar & oil\n- the landing stage",
        ),
        ("On: <ul> - rope - tar ", "On:\n- rope\n- tar"),
        ("On: <ul><li>rope - new</li><li>tar</li></ul> soon", "On:\n• rope - new\n• tar\nsoon"),
        ("<p>One</p><p></p><p>Two</p>", "One\nTwo"),
        ("&#27;[31m", "[31m"),
    ],
)
def test_scraps_of_html_are_undone_and_words_kept(printed: str, words: str) -> None:
    assert undo_markup(printed) == words


def test_a_list_in_a_tab_cell_stays_in_its_column() -> None:
    (line,) = lines('9\tReports on: <ul style="x"> - rope - tar \tBO CP')
    assert [segment.text for segment in line.segments] == ["9", "Reports on:\n- rope\n- tar", "BO CP"]
    assert line.text == "9 Reports on:\n- rope\n- tar BO CP"


def test_a_break_outside_columns_makes_lines_that_stand_tight() -> None:
    first, second = lines("Agreed:<br>that the rope be bought")
    assert (first.text, second.text) == ("Agreed:", "that the rope be bought")
    assert first.bottom == second.top
    assert first.line == second.line == 1


GRID = """\
+-----+-----------------+-------+
| Ref | Action          | Owner |
+=====+=================+=======+
| 1   | Buy rope        | AQ    |
|     | and tar         |       |
+-----+-----------------+-------+
| 2   | Paint the stage | BO    |
+-----+-----------------+-------+
"""
BOXED = """\
┌─────┬──────────┐
│ Ref │ Action   │
├─────┼──────────┤
│ 1   │ Buy rope │
│     │ and tar  │
│ 2   │ Paint    │
└─────┴──────────┘
"""
PIPED = "Actions\n| Ref | Action |\n|-----|--------|\n| 1 | Buy rope |\n"


@pytest.mark.parametrize(
    ("printed", "rows"),
    [
        (GRID, [["Ref", "Action", "Owner"], ["1", "Buy rope\nand tar", "AQ"], ["2", "Paint the stage", "BO"]]),
        (BOXED, [["Ref", "Action"], ["1", "Buy rope\nand tar"], ["2", "Paint"]]),
        (PIPED, [["Ref", "Action"], ["1", "Buy rope"]]),
    ],
)
def test_drawn_tables_are_tables(printed: str, rows: list[list[str]]) -> None:
    (table,) = [block for block in text(printed).pages[0].blocks if isinstance(block, Table)]
    assert [[cell.text for cell in row.cells] for row in table.rows] == rows
    assert all(len(row.cells) == len(table.edges) - 1 for row in table.rows)


def test_a_row_of_a_drawn_table_knows_its_line() -> None:
    (table,) = [block for block in text(PIPED).pages[0].blocks if isinstance(block, Table)]
    assert [row.line for row in table.rows] == [2, 4]
    assert table.rows[1].cells[1].lines[0].line == 4


def test_one_line_between_pipes_is_no_table() -> None:
    assert [line.text for line in lines("Ferry\n| Ada | Ben |\nend")] == ["Ferry", "| Ada | Ben |", "end"]


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(source: str) -> None:
    try:
        document = read_bytes(source.encode("utf-8", errors="replace"), "ferry.txt")
    except SourceUnreadable:
        return
    assert any(page.blocks for page in document.pages)


@settings(deadline=None)  # a file that another program has to read takes a second
@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.md", "a.html", "a.docx"]))
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    if b"%PDF-" in data:
        return
    with suppress(SourceUnreadable):
        read_bytes(data, name)
