"""Web pages: what a browser prints, without what belongs to the site."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_cli.document import Document, Line, Table
from minutes_cli.errors import SourceUnreadable
from minutes_cli.read import read_bytes

TAGS = ["<p>", "</p>", "<table>", "<tr>", "<td>", "</td>", "</table>", "<ul>", "<li>", "</ul>", "<b>", "</b>", "a", "b"]


# as Word saves a page: the mark stands in a span that says it is to be ignored
WORD_LIST = (
    "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1."
    "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span><![endif]>"
    "Apologies<o:p></o:p></p>"
    "<p style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>a)<span>&nbsp;&nbsp; </span></span>Ben</p>"
    "<!--[if gte mso 9]><xml><w:x>junk</w:x></xml><![endif]-->"
    "<p><!--[if !supportLists]--><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; "
    "</span></span></span><!--[endif]-->Rope</p><div style='mso-element:comment-list'>really?</div>"
)
# as Google Docs exports one: the style sheet prints the marks, and a list within a list stands beside it
DOCS_LIST = (
    '<style>ul.lst-kix_b-0{list-style-type:none}.lst-kix_b-0 > li:before{content:"\\0025cf  "}'
    'ol.lst-kix_a-0{list-style-type:none}.lst-kix_a-0>li:before{content:"" counter(lst-ctn-kix_a-0,decimal) ". "}'
    '.lst-kix_a-1>li:before{content:"" counter(lst-ctn-kix_a-0,decimal) "." counter(lst-ctn-kix_a-1,lower-latin) ". "}'
    "</style><ul class='lst-kix_b-0 start'><li>rope</li></ul>"
    "<ol class='c lst-kix_a-0 start' start='1'><li>tar</li></ol>"
    "<ol class='lst-kix_a-1 start' start='1'><li>oil</li></ol><ol class='lst-kix_a-0' start='2'><li>wax</li></ol>"
)


def page(inside: str, head: str = "") -> Document:
    return read_bytes(f"<!DOCTYPE html><html><head>{head}</head><body>{inside}</body></html>".encode(), "ferry.html")


def lines(inside: str) -> list[Line]:
    return [block for block in page(inside).pages[0].blocks if isinstance(block, Line)]


def tables(inside: str) -> list[list[list[str]]]:
    found = [block for block in page(inside).pages[0].blocks if isinstance(block, Table)]
    assert all(len(row.cells) == len(table.edges) - 1 for table in found for row in table.rows)
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in found]


@pytest.mark.parametrize(
    ("inside", "texts"),
    [
        ("Ferry Board", ["Ferry Board"]),
        ("<p>Ada\n   Quill</p><p>Ben</p>", ["Ada Quill", "Ben"]),
        ("<p>Ada<br>Ben<p>Cy", ["Ada", "Ben", "Cy"]),
        ("<div>Ada</div>Ben", ["Ada", "Ben"]),
        ("<p>one <b> two</b> <i>three</i></p>", ["one two three"]),
        ("<p>&lt;Ada&gt; said &amp;</p>", ["<Ada> said &"]),
        ("<ul><li>rope<li>tar</ul>", ["• rope", "• tar"]),
        ("<ol start=3><li>rope</li><li value=7>tar</li><li>oil</li></ol>", ["3. rope", "7. tar", "8. oil"]),
        ("<ol type=a><li>rope</li></ol>", ["a. rope"]),
        ("<ul><li><p>rope</p><p>new</p></li></ul>", ["• rope", "new"]),
        ("<dl><dt>Present<dd>Ada</dl>", ["Present", "Ada"]),
        ("<pre>Ada   AQ\nBen   BO</pre>", ["Ada AQ", "Ben BO"]),
        ("<nav>Home</nav><script>x</script><style>y</style><p>Ada</p>", ["Ada"]),
        ("<div hidden>no<div>no</div>no</div><p>Ada</p>", ["Ada"]),
        ("<header><nav>Home</nav><h1>Ferry</h1></header>", ["Ferry"]),
        ('<li><input type="checkbox" checked> rope</li>', ["• [x] rope"]),
        ("<ol reversed><li>rope<ol reversed><li>a<li>b</ol><li>tar</ol>", ["2. rope", "2. a", "1. b", "1. tar"]),
        ("<ol reversed start=9><li>rope<li>tar</ol>", ["9. rope", "8. tar"]),
        ("<ol style='list-style-type: lower-roman'><li>rope<li>tar</ol>", ["i. rope", "ii. tar"]),
        ("<ul style='list-style:none'><li>rope</ul>", ["rope"]),
        ("<p>buy <s>old</s> <strike>b</strike> <del>c</del> <ins>new</ins></p>", ["buy ~~old~~ ~~b~~ ~~c~~ new"]),
        ("<li style='text-decoration:line-through'>rope</li>", ["• ~~rope~~"]),
        ("<p>Ada<del cite='mailto:x' datetime='2031-03-04'> and Ben</del></p>", ["Ada"]),
        ("<p>Ada<span style='display:none'>x</span><span style='mso-hide:all'>y</span></p>", ["Ada"]),
        ("<style>.no{display:none} @media print{p{display:none}}</style><p>Ada<b class='no'>x</b></p>", ["Ada"]),
        ("<aside>related</aside><p>Ada</p>", ["Ada"]),
        ("<div role='search'>find</div><div role=dialog>ok</div><p>Ada</p>", ["Ada"]),
        (WORD_LIST, ["1. Apologies", "a) Ben", "• Rope"]),
        (DOCS_LIST, ["• rope", "1. tar", "1.a. oil", "2. wax"]),
    ],
)
def test_words_print_as_in_a_browser(inside: str, texts: list[str]) -> None:
    assert [line.text for line in lines(inside)] == texts


def test_headings_bold_and_gaps_are_remembered() -> None:
    title, present, first, second = lines("<h2>Rope</h2><p><b>Present:</b> Ada</p><p>x<br>y</p>")
    assert (title.heading, present.heading) == (2, 0)
    assert present.bold == 8
    assert title.bottom < present.top
    assert first.bottom == second.top


@pytest.mark.parametrize(
    ("inside", "bold"),
    [
        ("<p><span style='font-weight:700'>Present:</span><span> Ada</span></p>", 8),
        ("<p style='font-weight:bold'>Present: <span>Ada</span></p>", 12),
        ("<p><u>Present:</u> Ada</p>", 8),
        ("<style>.c1{font-weight:700}</style><p><span class='x c1'>Present:</span> Ada</p>", 8),
        ("<b><span style='font-weight:400'>Present</span></b>", 0),
        ("<p><span><span style='font-weight:600'>Pre</span>sent</span></p>", 3),
        ("<p><span style='font-weight:500'>Present</span></p>", 0),
    ],
)
def test_bold_may_stand_in_the_style(inside: str, bold: int) -> None:
    assert lines(inside)[0].bold == bold


ADA = "<p>" + "Ada Quill told members of the rope. " * 4 + "</p>"


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (f"<div>Home News</div><main>{ADA}</main><div>Share</div>", 1),
        (f"<div>Home News</div><div role='main'><div>{ADA}</div></div><p>Older</p>", 1),
        (f"<h1>Ferry</h1><p>Sailings</p><main>{ADA}</main><h2>News</h2>", 1),
        (f"<p>Ferry</p><div><h2>Attendees</h2><p>Omar Pike</p></div><nav>Top</nav><main>{ADA}</main><h2>News</h2>", 3),
        (f"<p>Ferry</p><article><h1>May</h1>{ADA}</article><p>Older</p>", 2),
        (f"<article>{ADA}</article><article>{ADA}</article>", 2),
        (f"<main><article>{ADA}</article><article>{ADA}</article></main><p>Home</p>", 2),
        (f"<main>Search</main>{ADA}", 2),  # a main part that holds next to nothing
        (f"<div class='cookie-banner'>We use cookies</div><ul id='main-menu'><li>Home</ul>{ADA}", 1),
        (f"<div class='site-nav'>Home</div><a class='skip-link'>Skip</a><div class='sidebar'>News</div>{ADA}", 1),
        (f"<div class='has-sidebar layout'>{ADA}</div>", 1),
        (f"<div class='menu'>{ADA}</div>", 1),  # the whole page stands in what is named like a menu
        (f"<table><tr><td class='comments menu'>{ADA}</td><td>x</td></tr></table>", 1),
    ],
)
def test_the_article_is_read_and_not_the_site(inside: str, expected: int) -> None:
    blocks = page(inside).pages[0].blocks
    assert len(blocks) == expected
    assert any(
        "Ada Quill" in (block.text if isinstance(block, Line) else block.rows[0].cells[0].text) for block in blocks
    )


def test_a_page_of_frames_names_the_next_step() -> None:
    with pytest.raises(SourceUnreadable, match="frames") as caught:
        read_bytes(b"<html><frameset><frame src=a.html><noframes>none</noframes></frameset></html>", "ferry.html")
    assert "save the frame" in caught.value.hint


def test_no_break_spaces_set_columns_apart() -> None:
    (line,) = lines("<p>Ada Quill&nbsp;&nbsp;&nbsp; AQ</p>")
    assert [segment.text for segment in line.segments] == ["Ada Quill", "AQ"]


def test_lists_within_lists_are_indented() -> None:
    assert [(line.x0, line.text) for line in lines("<ul><li>a<ul><li>b</ul><li>c</ul>")] == [
        (0, "• a"),
        (4, "• b"),
        (0, "• c"),
    ]


def test_the_title_and_the_foot_are_beside_the_page() -> None:
    document = page("<p>Ada</p><footer>Printed by <b>machine</b></footer>", head="<title>Ferry\n Board</title>")
    assert document.title == "Ferry Board"
    assert [line.text for line in document.pages[0].running] == ["Printed by machine"]
    assert [block.text for block in document.pages[0].blocks if isinstance(block, Line)] == ["Ada"]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<table><tr><th>Action<th>Owner<tr><td>Buy rope<td>AQ</table>", [[["Action", "Owner"], ["Buy rope", "AQ"]]]),
        (
            "<table><tr><td colspan=2>Actions</td><td>x</td></tr><tr><td>1</td><td>rope</td><td>AQ</td></tr></table>",
            [[["Actions", "", "x"], ["1", "rope", "AQ"]]],
        ),
        (
            "<table><tr><td rowspan=2>1</td><td>rope</td></tr><tr><td>tar</td></tr></table>",
            [[["1", "rope"], ["", "tar"]]],
        ),
        (
            "<table><tr><td>On:<ul><li>rope<li>tar</ul></td><td>AQ<br>BO</td></tr></table>",
            [[["On:\n• rope\n• tar", "AQ\nBO"]]],
        ),
        ("<table><tr><td>a<td>b</table><table><tr><td>c<td>d</table>", [[["a", "b"]], [["c", "d"]]]),
        ("<table><tr><td>x<table><tr><td>a<td>b</table></table>", [[["a", "b"]]]),  # the outer one is page layout
        ("<table><tr><td colspan=99999999>x</td><td>y</td></tr></table>", [[["x", "y"]]]),
    ],
)
def test_tables(inside: str, expected: list[list[list[str]]]) -> None:
    assert tables(inside) == expected


def test_a_table_that_only_lays_out_the_page_dissolves_in_order() -> None:
    inside = "<table><tr><td><h1>Ferry</h1>Ada</td><td>Ben</td></tr></table><p>end</p>"
    found = lines(inside)
    assert [line.text for line in found] == ["Ferry", "Ada", "Ben", "end"]
    assert [line.top for line in found] == sorted({line.top for line in found})
    assert [line.line for line in found] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("<html><meta charset=iso-8859-1><p>Zoë’s".encode("cp1252"), "Zoë’s"),
        ('<html><meta http-equiv=x content="text/html; charset=iso-8859-2"><p>Łódź'.encode("iso-8859-2"), "Łódź"),
        ("<html><meta charset=nonsense><p>Zoë".encode(), "Zoë"),
        ("<html><p>Zoë".encode("utf-16"), "Zoë"),
    ],
)
def test_the_character_set_a_page_names_is_heeded(data: bytes, text: str) -> None:
    (line,) = read_bytes(data, "ferry.html").pages[0].blocks
    assert isinstance(line, Line)
    assert line.text == text


def test_a_page_without_words_is_refused() -> None:
    with pytest.raises(SourceUnreadable, match="no words"):
        page("<script>draw()</script>")


@given(st.lists(st.sampled_from(TAGS)))
def test_any_nesting_is_read_and_no_word_lost(parts: list[str]) -> None:
    words = [part for part in parts if not part.startswith("<")]
    if not words:
        return
    found: list[str] = []
    for block in page("".join(parts)).pages[0].blocks:
        rows = [] if isinstance(block, Line) else block.rows
        found += [block.text] if isinstance(block, Line) else [cell.text for row in rows for cell in row.cells]
    assert sorted("".join(found).replace("•", "").replace(" ", "").replace("\n", "")) == sorted(words)


def test_a_sound_left_open_ends_with_the_element_around_it() -> None:
    page = "<dl><dt>Log</dt><dd><audio controls><source src='a.ogg'>No sound.</dd></dl><h2>Boats</h2><p>Two leak.</p>"
    assert [line.text for line in lines(page)] == ["Log", "Boats", "Two leak."]
