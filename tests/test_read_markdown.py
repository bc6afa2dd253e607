"""Markdown: the words as they print, headings and bold remembered, line numbers of the file kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_cli.document import Document, Line, Table
from minutes_cli.errors import SourceUnreadable
from minutes_cli.read import read_bytes
from minutes_cli.read.inline import read_inline


def markdown(source: str) -> Document:
    return read_bytes(source.encode(), "ferry.md")


def lines(source: str) -> list[Line]:
    return [block for block in markdown(source).pages[0].blocks if isinstance(block, Line)]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("2 * 3 and snake_case_name", "2 * 3 and snake_case_name"),
        ("an unpaired *star", "an unpaired *star"),
        ("write to <clerk@ferry.example>", "write to <clerk@ferry.example>"),
        ("[x] done, [sic]", "[x] done, [sic]"),
        ("~~rope~~ tar", "~~rope~~ tar"),
        ("**Present:** Ada", "Present: Ada"),
        ("**Present:**Ada", "Present:Ada"),
        ("__Present__ _Ada_ *Ben*", "Present Ada Ben"),
        ("***Agreed*** now", "Agreed now"),
        ("**7th** **May****.**", "7th May."),
        ("****A****genda", "Agenda"),
        ("**bold *and* more**", "bold and more"),
        ("1\\. Apologies \\[none\\] \\*", "1. Apologies [none] *"),
        ("`a * b` and ``c ` d``", "a * b and c ` d"),
        ("see [the *paper*](https://ferry.example/a_(b) 'T') now", "see the paper now"),
        ("see [the paper][p] and [p] and [q]", "see the paper and p and [q]"),
        ("see [the paper][zz]", "see [the paper][zz]"),
        ("![chart](a.png) shows", "chart shows"),
        ("[![badge](a.png)](b)", "badge"),
        ("<https://ferry.example/a_b_c>", "https://ferry.example/a_b_c"),
        ("4<sup>th</sup> May &amp; June", "4th May & June"),
        ("one<br>two", "one\ntwo"),
    ],
)
def test_marks_go_and_words_stay(source: str, words: str) -> None:
    assert read_inline(source, frozenset({"p"})).text == words


@given(st.text(alphabet=st.characters(min_codepoint=0x20, max_codepoint=0x2FF), max_size=60))
def test_no_letter_or_digit_is_lost_outside_links_and_tags(source: str) -> None:
    if any(sign in source for sign in "[]<>&") or any(0x7F <= ord(sign) < 0xA1 for sign in source):
        return
    kept = [sign for sign in read_inline(source).text if sign.isalnum()]
    assert kept == [sign for sign in source if sign.isalnum()]


@pytest.mark.parametrize(
    ("source", "text", "heading"),
    [
        ("# Ferry Board #", "Ferry Board", 1),
        ("### **2.** Rope {#rope}", "2. Rope", 3),
        ("##Present", "Present", 2),
        ("#1 in the queue", "#1 in the queue", 0),
        ("Ferry Board\n===", "Ferry Board", 1),
        ("Present\n---", "Present", 2),
        ("- Ada\n---", "• Ada", 0),
    ],
)
def test_headings(source: str, text: str, heading: int) -> None:
    (line,) = lines(source)
    assert (line.text, line.heading) == (text, heading)


def test_dashes_under_two_lines_of_a_paragraph_are_a_rule() -> None:
    assert [line.heading for line in lines("It was noted\nthat rope is dear\n---\n")] == [0, 0]


@pytest.mark.parametrize(
    ("source", "bold"),
    [
        ("Present: Ada", 0),
        ("Ada **Quill**", 0),
        ("**Present:** Ada", 8),
        ("**Present**", 7),
        ("**Present** **Ada**", 11),
        ("- **Action:** buy rope", 9),
        ("<b>Present</b> Ada", 7),
    ],
)
def test_the_bold_opening_is_counted(source: str, bold: int) -> None:
    assert lines(source)[0].bold == bold


def test_bold_may_run_over_lines() -> None:
    first, second = lines("**Agreed that\nthe rope be bought** soon")
    assert (first.text, first.bold, first.is_bold) == ("Agreed that", 11, True)
    assert (second.text, second.bold) == ("the rope be bought soon", 18)


def test_lines_keep_their_numbers_and_lists_their_indent() -> None:
    source = "Ferry\nBoard\n\n- Ada\n    - [x] rope\n* [ ] tar\n1) oil\n> said\n"
    assert [(line.line, line.x0, line.text) for line in lines(source)] == [
        (1, 0, "Ferry"),
        (2, 0, "Board"),
        (4, 0, "• Ada"),
        (5, 4, "• [x] rope"),
        (6, 0, "• [ ] tar"),
        (7, 0, "1) oil"),
        (8, 0, "said"),
    ]


@pytest.mark.parametrize("fence", ["---", "+++"])
def test_front_matter_runs_beside_the_page(fence: str) -> None:
    sign = ": " if fence == "---" else " = "
    source = f'{fence}\ntitle{sign}"Minutes of the Board"\ndate{sign}2031-03-04\n{fence}\n# Rope\n'
    document = markdown(source)
    assert document.title == "Minutes of the Board"
    assert [line.text for line in document.pages[0].running] == ["title: Minutes of the Board", "date: 2031-03-04"]
    assert [(line.text, line.line) for line in lines(source)] == [("Rope", 5)]


def test_a_list_of_names_in_front_matter_is_kept() -> None:
    document = markdown("---\napologies:\n  - 'Ada Quill'\n---\nRope\n")
    assert [line.text for line in document.pages[0].running] == ["apologies:", "- Ada Quill"]


@pytest.mark.parametrize("source", ["---\n\nFerry Board: met.\nIt rained.\n", "Ferry\n\n---\ntitle: x\n---\n"])
def test_a_rule_at_the_top_is_no_front_matter(source: str) -> None:
    assert markdown(source).pages[0].running == []
    assert lines(source)[0].text.startswith("Ferry")


def test_what_a_reader_does_not_see_is_off_the_page() -> None:
    source = "Ferry\n\n<!-- a\nb -->\n[p]: https://ferry.example 'x'\n***\n![map](map.png)\n{: .note}\n:::info\nend\n"
    document = markdown(source)
    assert [line.text for line in lines(source)] == ["Ferry", "end"]
    assert document.pages[0].has_picture


@pytest.mark.parametrize("source", ["[AQ]: Ada Quill", "*[AQ]: Ada Quill", "[^1]: left at eight"])
def test_initials_and_notes_are_not_taken_for_addresses(source: str) -> None:
    assert [line.text for line in lines(source)] == [source]


TABLE = "Actions\n\nAction | Owner\n:--- | ---:\nBuy **rope**<br>and tar | AQ\nPaint \\| oil | \n\nend"


def test_pipe_tables() -> None:
    (table,) = [block for block in markdown(TABLE).pages[0].blocks if isinstance(block, Table)]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Action", "Owner"],
        ["Buy rope\nand tar", "AQ"],
        ["Paint | oil", ""],
    ]
    assert [row.line for row in table.rows] == [3, 5, 6]


def test_a_table_in_html_keeps_the_lines_of_the_file() -> None:
    source = "Ferry\n\n<table>\n<tr><th>Action</th>\n<th>Owner</th></tr>\n<tr><td>Buy rope<td>AQ</tr>\n</table>\nend\n"
    first, table, last = markdown(source).pages[0].blocks
    assert isinstance(table, Table)
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["Action", "Owner"], ["Buy rope", "AQ"]]
    assert [row.line for row in table.rows] == [4, 6]
    assert (first.line, last.line) == (1, 8)


def test_fenced_text_is_literal_and_an_open_fence_fences_nothing() -> None:
    assert [line.text for line in lines("```\n# Ada * Ben\n```\n# Rope")] == ["# Ada * Ben", "Rope"]
    assert [line.heading for line in lines("```\n# Rope")] == [1]


def test_front_matter_alone_is_no_minutes() -> None:
    with pytest.raises(SourceUnreadable, match="no words"):
        markdown("---\ntitle: Ferry\n---\n")


@given(st.text(alphabet="ab #*_-|`[]()<>\\\n!&~:=1.\t", max_size=120))
def test_any_markdown_is_read_or_refused(source: str) -> None:
    try:
        blocks = markdown(source).pages[0].blocks
    except SourceUnreadable:
        return
    assert [block.line for block in blocks] == sorted(block.line for block in blocks)
