"""The numbers Word prints before paragraphs, counted as Word counts them."""

from __future__ import annotations

import pytest

from minutes_cli.document import Line
from minutes_cli.parse import parse
from minutes_cli.read import read_bytes
from minutes_cli.read.number_words import letters, roman, spelled
from tests.read_making import listed, paragraph, run, word_file


def level(index: int, form: str, text: str, start: int | None = 1, more: str = "") -> str:
    begin = "" if start is None else f'<w:start w:val="{start}"/>'
    return f'<w:lvl w:ilvl="{index}">{begin}<w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def abstract(number: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def num(number: int, of: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def restart(index: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{index}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


LEGAL = abstract(0, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2"), level(2, "lowerRoman", "(%3)"))
LETTERED = abstract(1, level(0, "decimal", "%1."), level(1, "lowerLetter", "%1%2."))
BULLETS = abstract(2, level(0, "bullet", "\uf0b7"), level(1, "bullet", "o"))
ODD = abstract(
    3,
    level(0, "upperRoman", "%1."),
    level(1, "decimal", "%1.%2", more="<w:isLgl/>"),
    level(2, "decimal", "Item %3:", more='<w:lvlRestart w:val="0"/>'),
    level(3, "none", ""),
)
CUSTOM = abstract(4, level(0, "decimalZero", "%1)", start=9), level(1, "decimal", "%2", start=None))
LISTS = (
    LEGAL + LETTERED + BULLETS + ODD + CUSTOM
    + num(1, 0) + num(2, 1) + num(3, 2) + num(4, 3) + num(5, 4) + num(6, 0) + num(7, 0, restart(0, 5))
)  # fmt: skip


def numbered(*entries: tuple[int, int] | tuple[int, int, str]) -> list[str]:
    body = "".join(listed(entry[2] if len(entry) > 2 else "x", entry[0], entry[1]) for entry in entries)
    blocks = read_bytes(word_file(body, numbering=LISTS), "ferry.docx").pages[0].blocks
    return [block.text for block in blocks if isinstance(block, Line)]


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ([(0, 0)], ["x"]),  # list 0 is Word's "no list"
        ([(99, 0)], ["x"]),  # a list the file does not have
        ([(1, 0), (1, 0)], ["1. x", "2. x"]),
        ([(1, 0), (1, 1), (1, 1), (1, 0), (1, 1)], ["1. x", "1.1 x", "1.2 x", "2. x", "2.1 x"]),
        ([(1, 1)], ["1.1 x"]),  # nothing stood on the level above
        (
            [(1, 0), (1, 2), (1, 2), (1, 1), (1, 2)],
            ["1. x", "(i) x", "(ii) x", "1.2 x", "(i) x"],
        ),  # 1.1 was passed over
        ([(2, 0), (2, 1), (2, 1)], ["1. x", "1a. x", "1b. x"]),
        ([(3, 0), (3, 1)], ["• x", "• x"]),
        ([(1, 0), (3, 0), (1, 0)], ["1. x", "• x", "2. x"]),
        ([(1, 0), (6, 0)], ["1. x", "2. x"]),  # two lists with one abstract list count on
        ([(1, 0), (7, 0), (7, 0), (1, 0)], ["1. x", "5. x", "6. x", "7. x"]),  # a list may start itself over, once
        ([(4, 0), (4, 0), (4, 1)], ["I. x", "II. x", "2.1 x"]),
        ([(4, 0), (4, 2), (4, 0), (4, 2)], ["I. x", "Item 1: x", "II. x", "Item 2: x"]),
        ([(4, 3)], ["x"]),
        ([(5, 0), (5, 0), (5, 1)], ["09) x", "10) x", "0 x"]),
        ([(1, 0), (1, 0, ""), (1, 0)], ["1. x", "2.", "3. x"]),  # an empty numbered paragraph prints its number
        ([(3, 0, ""), (3, 0)], ["• x"]),
    ],
)
def test_numbers_print_as_word_prints_them(entries: list[tuple[int, int]], expected: list[str]) -> None:
    assert numbered(*entries) == expected


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("", ["1.", "1.1", "a", "1.2", "a", "2.", "2.1", "a"]),
        ('<w:lvlRestart w:val="0"/>', ["1.", "1.1", "a", "1.2", "b", "2.", "2.1", "c"]),  # never
        ('<w:lvlRestart w:val="1"/>', ["1.", "1.1", "a", "1.2", "b", "2.", "2.1", "a"]),  # after the first level only
        ('<w:lvlRestart w:val="2"/>', ["1.", "1.1", "a", "1.2", "a", "2.", "2.1", "a"]),
    ],
)
def test_a_level_restarts_after_the_level_it_says(more: str, expected: list[str]) -> None:
    lists = abstract(
        0, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2"), level(2, "lowerLetter", "%3", more=more)
    )
    body = "".join(listed("x", 1, depth) for depth in (0, 1, 2, 1, 2, 0, 1, 2))
    blocks = read_bytes(word_file(body, numbering=lists + num(1, 0)), "ferry.docx").pages[0].blocks
    assert [block.text.removesuffix(" x") for block in blocks if isinstance(block, Line)] == expected


def test_legal_numbers_are_all_decimals() -> None:
    legal = "<w:isLgl/>"
    lists = abstract(
        0,
        level(0, "upperRoman", "%1."),
        level(1, "decimalZero", "%1.%2", more=legal),
        level(2, "lowerLetter", "%1.%2.%3", more=legal),
        level(3, "lowerLetter", "%1.%4"),
    )
    body = "".join(listed("x", 1, depth) for depth in (0, 0, 1, 2, 3))
    blocks = read_bytes(word_file(body, numbering=lists + num(1, 0)), "ferry.docx").pages[0].blocks
    assert [block.text for block in blocks if isinstance(block, Line)] == [
        "I. x",
        "II. x",
        "2.1 x",
        "2.1.1 x",
        "II.a x",
    ]


def test_a_style_numbers_its_paragraphs_and_says_their_level() -> None:
    linked = abstract(
        0,
        level(0, "decimal", "%1.", more='<w:pStyle w:val="H1"/>'),
        level(1, "decimal", "%1.%2", more='<w:pStyle w:val="H2"/>'),
    )
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="H{depth}"><w:name w:val="heading {depth}"/>'
        f'<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        for depth in (1, 2)
    )
    unnumbered = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = (
        paragraph("Apologies", style="H1")
        + paragraph("Rope", style="H2")
        + paragraph("Annex", style="H1", properties=unnumbered)
        + paragraph("Close", style="H1")
    )
    blocks = read_bytes(word_file(body, styles=styles, numbering=linked + num(1, 0)), "ferry.docx").pages[0].blocks
    assert [(b.text, b.heading) for b in blocks if isinstance(b, Line)] == [
        ("1. Apologies", 1),
        ("1.1 Rope", 2),
        ("Annex", 1),
        ("2. Close", 1),
    ]


MINUTES = (
    paragraph("Ferry Board")
    + paragraph("Minutes of the meeting held on 4 March 2031")
    + paragraph("Present: Ada Quill (Chair), Ben Oak")
)
HEADED = '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="{}"/><w:rPr><w:b/></w:rPr>{}</w:style>'
COUNTED = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'


@pytest.mark.parametrize(
    ("style", "properties", "numbers"),
    [
        (HEADED.format("heading 1", ""), "", ["", ""]),  # by style
        (HEADED.format("Überschrift 1", ""), "", ["", ""]),
        (HEADED.format("Ferry item", ""), "", ["", ""]),  # by bold
        (HEADED.format("heading 1", COUNTED), "", ["1", "2"]),  # numbered by its style
        ("", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>', ["1", "2"]),  # by number alone
    ],
)
def test_headings_by_style_bold_and_number_are_items(style: str, properties: str, numbers: list[str]) -> None:
    body = "".join(
        paragraph(title, style="H1", properties=properties) + paragraph("The Board heard that all is well with it.")
        for title in ("Landing stage", "Harbour lights")
    )
    found = parse(read_bytes(word_file(MINUTES + body, styles=style, numbering=LISTS), "ferry.docx"))
    assert [item.title for item in found.items] == ["Landing stage", "Harbour lights"]
    assert [item.number for item in found.items] == numbers


def test_a_numbering_style_lends_its_list() -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="Ferry"><w:name w:val="Ferry"/>'
        '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    )
    lists = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="Ferry"/></w:abstractNum>'
        + abstract(1, level(0, "upperLetter", "%1)"))
        + num(1, 0)
        + num(2, 1)
    )
    (line,) = read_bytes(word_file(listed("x", 1), styles=styles, numbering=lists), "ferry.docx").pages[0].blocks
    assert isinstance(line, Line)
    assert line.text == "A) x"


def test_an_override_that_leaves_out_the_start_keeps_it() -> None:
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "lowerLetter", "%1.", start=None)}</w:lvlOverride>'
    lists = abstract(0, level(0, "decimal", "%1.", start=3)) + num(1, 0, override)
    (line,) = read_bytes(word_file(listed("x", 1), numbering=lists), "ferry.docx").pages[0].blocks
    assert isinstance(line, Line)
    assert line.text == "c. x"


def test_the_number_of_a_bold_heading_is_bold_with_it() -> None:
    body = paragraph(run("Rope", "<w:b/>"), properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    (line,) = read_bytes(word_file(body, numbering=LISTS), "ferry.docx").pages[0].blocks
    assert isinstance(line, Line)
    assert line.text == "1. Rope"
    assert line.is_bold


@pytest.mark.parametrize(
    ("count", "form", "written"),
    [
        (4, "decimal", "4"),
        (4, "unheardOf", "4"),
        (27, "lowerLetter", "aa"),
        (0, "lowerLetter", "0"),
        (49, "lowerRoman", "xlix"),
        (4, "upperRoman", "IV"),
        (4000, "upperRoman", "4000"),
        (12, "ordinal", "12th"),
        (22, "ordinal", "22nd"),
        (3, "ordinalText", "Third"),
        (3, "cardinalText", "Three"),
        (99, "cardinalText", "99"),
        (7, "decimalZero", "07"),
        (7, "001, 002, 003, ...", "007"),
        (7, "none", ""),
    ],
)
def test_counts_are_written_in_words_letters_and_numerals(count: int, form: str, written: str) -> None:
    assert spelled(count, form) == written


def test_roman_numerals_and_letters_are_all_different() -> None:
    assert len({roman(count) for count in range(1, 4000)}) == 3999
    assert len({letters(count) for count in range(1, 300)}) == 299
