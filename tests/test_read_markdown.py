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


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ("5. rope\n7. tar", ["5. rope", "7. tar"]),
        ("1. rope\n2. tar\n1. oil", ["1. rope", "2. tar", "1. oil"]),
        ("1. rope\n\nIt is dear.\n\n1. tar", ["1. rope", "It is dear.", "1. tar"]),
        ("1. rope\n# Next\n1. tar", ["1. rope", "Next", "1. tar"]),
        ("1. rope\n1) tar", ["1. rope", "1) tar"]),
        ("1. rope\n1. tar\n1. oil", ["1. rope", "2. tar", "3. oil"]),
        ("1. rope\n   worn\n\n   thin\n1. tar", ["1. rope", "worn", "thin", "2. tar"]),
        ("1. rope\n   1. old\n   1. new\n1. tar\n   1. wax", ["1. rope", "1. old", "2. new", "2. tar", "1. wax"]),
        ("- rope\n  1. old\n  1. new\n- tar\n  1. wax", ["• rope", "1. old", "2. new", "• tar", "1. wax"]),
    ],
)
def test_a_list_that_repeats_its_number_is_counted(source: str, texts: list[str]) -> None:
    assert [line.text for line in lines(source)] == texts


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("Ada\\\nBen", [(0, 0, "Ada"), (0, 0, "Ben")]),
        ("a\\\\", [(0, 0, "a\\")]),
        ("Minutes of the\nFerry Board\n===", [(0, 1, "Minutes of the"), (0, 1, "Ferry Board")]),
        ("<h2 align='center'>Rope</h2>", [(0, 2, "Rope")]),
        ("-\trope\n\t- old\n1.\ttar", [(0, 0, "• rope"), (4, 0, "• old"), (0, 0, "1. tar")]),
        ("<details><summary>Actions</summary>\n\n- rope\n\n</details>", [(0, 0, "Actions"), (0, 0, "• rope")]),
        ("<ol start=3>\n<li>rope</li>\n<li>tar<ul><li>oil</ul></li>\n</ol>\nend",
         [(0, 0, "3. rope"), (0, 0, "4. tar"), (4, 0, "• oil"), (0, 0, "end")]),
        ("<ul><li>rope", [(0, 0, "• rope")]),
        ("see [[Rules|the rules]] and [[Rope]]", [(0, 0, "see the rules and Rope")]),
    ],
)  # fmt: skip
def test_what_pads_and_wikis_write(source: str, found: list[tuple[int, int, str]]) -> None:
    assert [(line.x0, line.heading, line.text) for line in lines(source)] == found


def test_a_grid_table() -> None:
    source = "+--------+-------+\n| Action | Owner |\n+========+=======+\n| rope   | AQ    |\n+--------+-------+\n"
    (table,) = markdown(source).pages[0].blocks
    assert isinstance(table, Table)
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["Action", "Owner"], ["rope", "AQ"]]


# As CommonMark prints it: the same source rendered by markdown-it-py, and the page read. Otherwise on purpose: the
# numbers that a writer chose stay ("5." and then "7.", "2)"), and a picture leaves what it is called.
COMMON = [
    "# Ferry *Board*\n\nPresent:\n--------\n\nAda **Quill**\nand _Ben_",
    "1\\. Apologies\n\n\\- none \\*\n\n\\# 3",
    "**A**ction and Act**ion** sna_ke_case __x__ a*b*c 2 * 3",
    "[the paper][1], [p], [x](<a b> 't') and [q]\n\n[1]: https://f.example\n[P]: <https://g.example> 'x'",
    "a\n\n***\n\nb\n- - -\nc",
    "- rope\n- tar\n  - oil\n    - wax\n- end",
    "3. rope\n4. tar\n\nso:\n\n1. oil\n   1. old\n   2. new",
    "1. rope\n1. tar\n1. oil",
    "> said\n> - that\n\nend",
    "| Action | Owner |\n|---|:-:|\n| a \\| b | **AQ** |\n| c | |\n\nend",
    "Action | Owner\n--- | ---\nrope | AQ\n",
    "```\nliteral *x*\n```\n\n`code * x` and `` a ` b ``",
    "<!-- not\nshown -->\nshown &amp; said &copy;",
    "Ada\\\nBen",
    "* a\n* b\n\n+ c",
    "a <https://f.example> [b](x)",
    "~~rope~~ and tar\n\n- ~~oil~~",
    "Rope\n===\n\nTar  \noil",
]


@pytest.mark.parametrize("source", COMMON)
def test_the_words_are_those_that_commonmark_prints(source: str) -> None:
    markdown_it = pytest.importorskip("markdown_it", reason="markdown-it-py comes with rich")
    rendered = markdown_it.MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(source)
    theirs = read_bytes(f"<html><body>{rendered}</body></html>".encode(), "ferry.html")
    assert words_and_rank(markdown(source)) == words_and_rank(theirs)


def words_and_rank(document: Document) -> list[tuple[int, list[str]]]:
    """The words of each heading or cell, and all others in one: where CommonMark breaks lines is not the file's way."""
    found: list[tuple[int, list[str]]] = []
    for block in document.pages[0].blocks:
        if isinstance(block, Table):
            found += [(-1, cell.text.split()) for row in block.rows for cell in row.cells]
        elif found and found[-1][0] == block.heading == 0:
            found[-1][1].extend(block.text.split())
        else:
            found.append((block.heading, block.text.split()))
    return found
