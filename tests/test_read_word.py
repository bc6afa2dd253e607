"""Word files: what Word prints, in order, with its tables, breaks and hidden traps; broken files are refused."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from minutes_cli.document import Document, Line, Table
from minutes_cli.errors import SourceUnreadable
from minutes_cli.read import read_bytes, word_package
from tests.read_making import W, cell, listed, paragraph, row, run, table, word_file

LISTS = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1."/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
WORD_SPACE = W.encode()

STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/>'
    '<w:rPr><w:b/><w:sz w:val="26"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Ferry item"/><w:basedOn w:val="H2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Out"><w:name w:val="Point"/>'
    '<w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
)


def word(*body: str, **parts: str) -> Document:
    return read_bytes(word_file("".join(body), **parts), "ferry.docx")


def lines(*body: str, **parts: str) -> list[Line]:
    return [block for page in word(*body, **parts).pages for block in page.blocks if isinstance(block, Line)]


def texts(*body: str, **parts: str) -> list[str]:
    return [line.text for line in lines(*body, **parts)]


def cells(*body: str) -> list[list[str]]:
    (found,) = [block for page in word(*body).pages for block in page.blocks if isinstance(block, Table)]
    assert all(len(row.cells) == len(found.edges) - 1 for row in found.rows)
    return [[cell.text for cell in row.cells] for row in found.rows]


FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
CODE = "<w:r><w:instrText>PAGE {}</w:instrText></w:r>"
BOX = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent>{0}</w:txbxContent>"
    "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent>"
    "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (paragraph("Ada ", "Quill"), ["Ada Quill"]),
        (paragraph("Ada") + paragraph() + paragraph("Ben"), ["Ada", "Ben"]),
        (paragraph(run("one"), "<w:r><w:br/></w:r>", run("two")), ["one", "two"]),
        (paragraph(run("well"), "<w:r><w:noBreakHyphen/></w:r>", run("run")), ["well-run"]),
        (paragraph(run("soft"), "<w:r><w:softHyphen/></w:r>", run("ware")), ["software"]),
        (paragraph(run("Ada"), run(" secret", "<w:vanish/>")), ["Ada"]),
        (paragraph(run("Ada"), f"<w:ins>{run(' Quill')}</w:ins>"), ["Ada Quill"]),
        (paragraph(run("Ada"), "<w:del><w:r><w:delText> gone</w:delText></w:r></w:del>"), ["Ada"]),
        (paragraph(f"<w:moveFrom>{run('gone')}</w:moveFrom>", f"<w:moveTo>{run('come')}</w:moveTo>"), ["come"]),
        (f"<w:ins>{paragraph('Ada')}</w:ins>", ["Ada"]),
        (paragraph(run("Ada"), properties="<w:rPr><w:del/></w:rPr>") + paragraph(" Quill"), ["Ada Quill"]),
        (paragraph(f"<w:hyperlink>{run('the paper')}</w:hyperlink>"), ["the paper"]),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('Ada')}</w:sdtContent></w:sdt>", ["Ada"]),
        (paragraph(f"<w:sdt><w:sdtContent>{run('Ada')}</w:sdtContent></w:sdt>"), ["Ada"]),
        (paragraph(f"<w:smartTag><w:smartTag>{run('Ada')}</w:smartTag></w:smartTag>"), ["Ada"]),
        (paragraph(FIELD.format("begin"), CODE, FIELD.format("separate"), run("4"), FIELD.format("end")), ["4"]),
        (paragraph(FIELD.format("begin"), CODE, FIELD.format("end"), run("Ada")), ["Ada"]),
        (
            paragraph(
                FIELD.format("begin"), CODE, FIELD.format("begin"), CODE, FIELD.format("separate"), run("inner"),
                FIELD.format("end"), FIELD.format("separate"), run("outer"), FIELD.format("end"),
            ),  # a result within another field's code is code
            ["outer"],
        ),
        (paragraph(f"<w:fldSimple w:instr='DATE'>{run('4 March')}</w:fldSimple>"), ["4 March"]),
        (paragraph(run("Beside"), BOX.format(paragraph("in the box"))), ["Beside", "in the box"]),
        (paragraph('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', run(" done")), ["✓ done"]),
        (
            paragraph(
                '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/>'
                '</w:checkBox></w:ffData></w:fldChar></w:r>', FIELD.format("end"), run(" done"),
            ),
            ["☒ done"],
        ),
        (paragraph('<w:bookmarkStart w:id="0" w:name="x"/>', run("Ada"), "<w:proofErr/>", run("m")), ["Adam"]),
        (paragraph("Zoë &amp; &lt;b&gt;\u200b\u00a0x"), ["Zoë & <b> x"]),
    ],
)  # fmt: skip
def test_what_word_shows_is_read_and_nothing_else(body: str, expected: list[str]) -> None:
    assert texts(body) == expected


VML_BOX = "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
TICK_BOX = (
    "<w:sdt><w:sdtPr><w14:checkbox {}><w14:checked w14:val='{}'/></w14:checkbox></w:sdtPr>"
    "<w:sdtContent><w:r><w:rPr><w:rFonts w:ascii='Odd Signs'/></w:rPr><w:t>Q</w:t></w:r></w:sdtContent></w:sdt>"
)
CHOICE = (
    '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Open"/>'
    '<w:listEntry w:val="Done"/></w:ddList></w:ffData></w:fldChar></w:r>'
)
EMOJI = (  # as Word writes one: a sign of its later versions, and the same as text
    "<w:r><mc:AlternateContent><mc:Choice Requires='w16se'><w:t16/></mc:Choice><mc:Fallback><w:t>😏</w:t></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)
HYPERLINK = '<w:r><w:instrText>HYPERLINK "https://ferry.example/secret"</w:instrText></w:r>'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (paragraph(f"<w:fldSimple w:instr='PAGEREF x'>{run('4')}</w:fldSimple>"), ["4"]),
        (
            paragraph(FIELD.format("begin"), HYPERLINK, FIELD.format("separate"), run("paper"), FIELD.format("end")),
            ["paper"],
        ),
        (
            paragraph(FIELD.format("begin"), CODE, FIELD.format("separate"), run("one"))
            + paragraph(run("two"), FIELD.format("end"), run(" three")),  # a field over two paragraphs
            ["one", "two three"],
        ),
        (paragraph(run("Ada"), FIELD.format("begin"), CODE, run(" stays")) + paragraph("Ben"), ["Ada stays", "Ben"]),
        (paragraph(run("Ada"), FIELD.format("end"), FIELD.format("separate"), run(" stays")), ["Ada stays"]),
        (paragraph(run("Rope: "), CHOICE, FIELD.format("end")), ["Rope: Done"]),
        (paragraph(TICK_BOX.format(W14, 1), run(" rope")), ["☒ rope"]),
        (paragraph(TICK_BOX.format(W14, 0), run(" rope")), ["☐ rope"]),
        (paragraph(run("\u2612", "<w:rFonts w:ascii='MS Gothic'/>"), run(" rope")), ["☒ rope"]),
        (paragraph(run("ü", "<w:rFonts w:ascii='Wingdings' w:hAnsi='Wingdings'/>"), run(" rope")), ["✓ rope"]),
        (paragraph(run("\uf0a8", "<w:rFonts w:ascii='Wingdings'/>"), run(" rope")), ["☐ rope"]),
        (paragraph(run("P", "<w:rFonts w:ascii='Wingdings 2'/>"), run(" rope")), ["✓ rope"]),
        (paragraph(run("a r", "<w:rFonts w:ascii='Webdings'/>")), ["✓ ✗"]),
        (paragraph(run("\uf0b7 x", "<w:rFonts w:ascii='Symbol'/>")), ["• x"]),
        (paragraph('<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>', run(" open")), ["☐ open"]),
        (paragraph('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', run(" done")), ["☑ done"]),
        (paragraph('<w:r><w:sym w:font="Wingdings 2" w:char="F052"/></w:r>', run(" done")), ["☑ done"]),
        (
            paragraph(run("Beside"), VML_BOX.format(paragraph("in the box"))) + paragraph("after"),
            ["Beside", "in the box", "after"],
        ),
        (paragraph(run("present ", "<w:caps/>"), run("Ada", '<w:caps w:val="0"/>')), ["PRESENT Ada"]),
        (paragraph(run("Ada Quill", "<w:smallCaps/>")), ["Ada Quill"]),
        (paragraph("secret", style="Gone") + paragraph("Ada"), ["Ada"]),
        (paragraph("loud", style="Loud"), ["LOUD"]),
        (
            paragraph(run("Ada"), '<w:commentRangeStart w:id="0"/>', run(" came"), '<w:commentRangeEnd w:id="0"/>',
                      '<w:r><w:commentReference w:id="0"/></w:r>'),
            ["Ada came"],
        ),
        (
            paragraph("T", properties='<w:framePr w:dropCap="drop"/>')
            + paragraph("he rope", properties="<w:keepNext/>"),
            ["The rope"],
        ),
        (paragraph("T", properties='<w:framePr w:dropCap="drop"/>'), ["T"]),
        (paragraph(run("Well done "), EMOJI), ["Well done 😏"]),
        (paragraph(f"<w:ruby><w:rt>{run('ka')}</w:rt><w:rubyBase>{run('X')}</w:rubyBase></w:ruby>"), ["X"]),
        (
            paragraph(run("a"), "<w:r><w:cr/></w:r>", run("b"), '<w:r><w:br w:type="column"/></w:r>', run("c")),
            ["a", "b", "c"],
        ),
    ],
)  # fmt: skip
def test_fields_boxes_signs_capitals_and_comments(body: str, expected: list[str]) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Gone"><w:name w:val="Gone"/><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Loud"><w:name w:val="Loud"/><w:rPr><w:caps/></w:rPr></w:style>'
    )
    comments = f'<w:comment w:id="0" w:author="Ben Oak">{paragraph("Did she?")}</w:comment>'
    assert texts(body, styles=styles, comments=comments) == expected


NOTE_MARK = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
NOTES = "".join(
    f'<w:footnote w:id="{number}">{paragraph("<w:r><w:footnoteRef/></w:r>", run(text))}</w:footnote>'
    for number, text in [(2, "Left at eight."), (5, "By boat.")]
)
NOTES += f'<w:footnote w:type="separator" w:id="0">{paragraph("---")}</w:footnote>'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (paragraph("Ada"), ["Ada"]),
        (  # running text: right behind its paragraph, and the mark does not touch the words
            paragraph(run("Ada came"), NOTE_MARK.format(5), run("."))
            + paragraph(run("Ben left."), NOTE_MARK.format(2)),
            ["Ada came.", "[1] By boat.", "Ben left.", "[2] Left at eight."],
        ),
        (  # a list: behind its last entry, before the heading or the blank line
            paragraph(run("Ada"), NOTE_MARK.format(2))
            + paragraph("Ben")
            + paragraph("Rope", style="H2")
            + paragraph("x"),
            ["Ada", "Ben", "[1] Left at eight.", "Rope", "x"],
        ),
        (
            paragraph(run("Ada"), NOTE_MARK.format(2)) + paragraph("Ben") + paragraph() + paragraph("Rope"),
            ["Ada", "Ben", "[1] Left at eight.", "Rope"],
        ),
        (
            paragraph(run("Ada"), NOTE_MARK.format(2)) + paragraph(run("Rope"), run("s", "<w:b/>")) + paragraph("x"),
            ["Ada", "Ropes", "x", "[1] Left at eight."],
        ),
        (paragraph(run("Ada"), NOTE_MARK.format(9)), ["Ada"]),
        (
            paragraph(run("Ada ("), NOTE_MARK.format(2), run(") came (late).")),
            ["Ada came (late).", "[1] Left at eight."],
        ),
        (
            paragraph(run("Ada"), '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>'),
            ["Ada*", "Left at eight."],
        ),
    ],
)
def test_notes_follow_the_text_they_belong_to(body: str, expected: list[str]) -> None:
    assert texts(body, footnotes=NOTES, styles=STYLES) == expected


def test_notes_in_a_table_stand_behind_it_and_endnotes_have_their_own_numbers() -> None:
    mark = '<w:r><w:endnoteReference w:id="2"/></w:r>'
    body = table([900, 900], row(cell("1"), cell(paragraph(run("Ada"), NOTE_MARK.format(5), mark)))) + paragraph("x")
    endnotes = f'<w:endnote w:id="2">{paragraph("In the minutes of May.")}</w:endnote>'
    settings = '<w:footnotePr><w:numFmt w:val="upperLetter"/><w:numStart w:val="3"/></w:footnotePr>'
    assert texts(body, footnotes=NOTES, endnotes=endnotes, settings=settings) == [
        "[C] By boat.",
        "[i] In the minutes of May.",
        "x",
    ]


@pytest.mark.parametrize(
    ("style", "level"),
    [
        ('<w:name w:val="Body"/>', 0),
        ('<w:name w:val="Heading"/>', 0),
        ('<w:name w:val="heading 3"/>', 3),
        ('<w:name w:val="Heading 3"/>', 3),
        ('<w:name w:val="Überschrift 2"/>', 2),
        ('<w:name w:val="Titre 1"/>', 1),
        ('<w:name w:val="見出し 2"/>', 2),
        ('<w:name w:val="Body"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr>', 2),
        ('<w:name w:val="Body"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>', 0),
        ('<w:name w:val="Ferry item"/><w:basedOn w:val="H2"/>', 2),
        ('<w:name w:val="Ferry text"/><w:basedOn w:val="H2"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>', 0),
    ],
)
def test_a_heading_is_known_by_its_style_in_any_language(style: str, level: int) -> None:
    more = f'{STYLES}<w:style w:type="paragraph" w:styleId="X">{style}</w:style>'
    (line,) = lines(paragraph("Rope", style="X"), styles=more)
    assert line.heading == level


def test_an_outline_level_of_the_paragraph_makes_a_heading() -> None:
    (line,) = lines(paragraph("Rope", properties='<w:outlineLvl w:val="0"/>'))
    assert line.heading == 1


@pytest.mark.parametrize("name", ["ferry.docm", "ferry.dotx", "ferry.dotm", "ferry.bin"])
def test_templates_and_files_with_macros_read_like_any_other(name: str) -> None:
    (line,) = read_bytes(word_file(paragraph("Rope")), name).pages[0].blocks
    assert isinstance(line, Line)
    assert line.text == "Rope"


def test_headings_bold_and_size_come_through_styles() -> None:
    found = lines(
        paragraph("Rope", style="Own"),
        paragraph("Tar", style="Out"),
        paragraph("Ferry", style="T"),
        paragraph(run("Present: ", "<w:b/>"), run("Ada")),
        paragraph(run("Present", '<w:rStyle w:val="Strong"/>'), run(" "), run("Ada", "<w:b/>")),
        paragraph(run("plain", '<w:b w:val="0"/>'), style="Own"),
        paragraph("oil", style="Loop"),
        styles=STYLES,
    )
    assert [line.heading for line in found] == [2, 3, 1, 0, 0, 2, 0]
    assert [line.bold for line in found] == [4, 0, 0, 8, 11, 0, 0]
    assert [line.size for line in found] == [13, 11, 11, 11, 11, 13, 11]


def test_paragraphs_stand_apart_and_broken_lines_tight() -> None:
    first, second, third = lines(paragraph(run("one"), "<w:r><w:br/></w:r>", run("two")), paragraph("three"))
    assert first.bottom == second.top
    assert third.top > second.bottom
    assert [line.line for line in (first, second, third)] == [1, 2, 3]


def test_tabs_are_columns_and_an_empty_one_keeps_its_place() -> None:
    tab = "<w:r><w:tab/></w:r>"
    first, second = lines(
        paragraph(run("Ada"), tab, run("AQ"), tab, run("Chair")), paragraph(run("Ben"), tab, tab, run("Clerk"))
    )
    assert [segment.x0 for segment in first.segments] == [0, 1000, 2000]
    assert [segment.x0 for segment in second.segments] == [0, 2000]
    assert first.text == "Ada AQ Chair"


def test_pages_are_those_the_writer_or_word_made() -> None:
    turn, noted = '<w:r><w:br w:type="page"/></w:r>', "<w:r><w:lastRenderedPageBreak/></w:r>"
    found = lines(
        paragraph("one"),
        paragraph(turn),
        paragraph(noted, run("two")),  # the same page end once more
        paragraph(noted, run("three")),
        paragraph("four", properties="<w:pageBreakBefore/>"),
        paragraph("end of part", properties="<w:sectPr/>"),
        paragraph("five", properties='<w:sectPr><w:type w:val="continuous"/></w:sectPr>'),
        paragraph("still five"),
    )
    assert [line.page for line in found] == [1, 2, 3, 4, 4, 5, 5]
    assert [line.line for line in found] == [1, 1, 1, 1, 2, 1, 2]


def test_heads_and_feet_run_beside_the_first_page_each_line_once() -> None:
    mark = '<w:p><w:r><w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict></w:r></w:p>'
    document = word(
        paragraph("Rope"), header=paragraph("Ferry Board") + paragraph("Ferry Board") + mark, footer=paragraph("Page 1")
    )
    assert [line.text for line in document.pages[0].running] == ["Ferry Board", "DRAFT", "Page 1"]
    assert [block.text for block in document.pages[0].blocks if isinstance(block, Line)] == ["Rope"]


def test_a_plain_table() -> None:
    body = table([1000, 3000], row(cell("Ref"), cell("Action")), row(cell("1"), cell("Buy rope", "and tar")))
    assert cells(body) == [["Ref", "Action"], ["1", "Buy rope\nand tar"]]


def test_cells_of_a_row_stand_side_by_side_and_rows_below_each_other() -> None:
    (found,) = word(table([1000, 3000], row(cell("1"), cell("a", "b")), row(cell("2"), cell("c")))).pages[0].blocks
    assert isinstance(found, Table)
    first, second = found.rows
    assert first.cells[0].lines[0].top == first.cells[1].lines[0].top == first.top
    assert second.top >= first.bottom
    assert (first.line, second.line) == (1, 3)
    assert found.edges == (0.0, 50.0, 200.0)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            [row(cell("Actions", properties='<w:gridSpan w:val="2"/>')), row(cell("1"), cell("rope"))],
            [["Actions", ""], ["1", "rope"]],
        ),
        (
            [
                row(cell("1", properties='<w:vMerge w:val="restart"/>'), cell("rope")),
                row(cell("lost?", properties="<w:vMerge/>"), cell("tar")),
            ],
            [["1", "rope"], ["", "tar"]],
        ),
        (
            [row(cell("1"), cell("rope")), row(cell("2"), cell("tar"), properties="<w:del/>")],
            [["1", "rope"]],
        ),
        (
            [row(cell("1"), cell("rope")), row(cell("tar"), properties='<w:gridBefore w:val="1"/>')],
            [["1", "rope"], ["", "tar"]],
        ),
        (
            [
                row(cell("1", properties='<w:gridSpan w:val="2"/>')),
                row(cell("2", properties='<w:gridSpan w:val="2"/>')),
            ],
            [["1"], ["2"]],
        ),
        ([f"<w:sdt><w:sdtContent>{row(cell('1'), cell('rope'))}</w:sdtContent></w:sdt>"], [["1", "rope"]]),
        ([row(f"<w:sdt><w:sdtContent>{cell('1')}</w:sdtContent></w:sdt>", cell("rope"))], [["1", "rope"]]),
    ],
)
def test_merged_deleted_and_wrapped_cells(rows: list[str], expected: list[list[str]]) -> None:
    assert cells(table([1000, 3000], *rows)) == expected


def test_a_table_in_a_cell_becomes_lines_of_that_cell() -> None:
    inner = table([500, 500], row(cell("BO"), cell("tar")), row(cell("CP"), cell("oil", "brush")))
    found = (
        word(table([1000, 3000], row(cell("1"), f"<w:tc><w:tcPr/>{paragraph('On:')}{inner}<w:p/></w:tc>")))
        .pages[0]
        .blocks[0]
    )
    assert isinstance(found, Table)
    assert found.rows[0].cells[1].text == "On:\nBO tar\nCP\noil\nbrush"
    assert len(found.rows[0].cells[1].lines[1].segments) == 2


def test_rows_after_a_page_end_within_a_table_know_their_page() -> None:
    noted = "<w:r><w:lastRenderedPageBreak/></w:r>"
    body = table([1000, 3000], row(cell("1"), cell("rope")), row(cell(paragraph(noted, run("2"))), cell("tar")))
    document = word(body, paragraph("end"))
    found = document.pages[0].blocks[0]
    assert isinstance(found, Table)
    assert [(row.page, row.line) for row in found.rows] == [(1, 1), (2, 1)]
    (last,) = document.pages[1].blocks
    assert (last.page, last.line) == (2, 2)


def test_the_title_of_the_file_is_kept() -> None:
    data = word_file(paragraph("Rope"))
    held = io.BytesIO(data)
    with zipfile.ZipFile(held, "a") as package:
        package.writestr(
            "docProps/core.xml",
            '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title> Ferry\n Board </dc:title></cp:coreProperties>',
        )
    assert read_bytes(held.getvalue(), "ferry.docx").title == "Ferry Board"


def test_a_strict_file_reads_like_any_other() -> None:
    strict = _with_part(
        "word/document.xml",
        b'<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body><w:p><w:r><w:t>Ada</w:t></w:r></w:p>'
        b"</w:body></w:document>",
    )
    (line,) = read_bytes(strict, "ferry.docx").pages[0].blocks
    assert isinstance(line, Line)
    assert line.text == "Ada"


def test_a_strict_file_gives_lengths_with_units_and_its_own_names() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    body = table([1000, 3000], row(cell("1"), cell("rope"))).replace('w:w="1000"', 'w:w="50pt"')
    data = word_file(listed("Rope", 1) + body, numbering=LISTS)
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(held, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(WORD_SPACE, strict.encode()))
    line, grid = read_bytes(held.getvalue(), "ferry.docx").pages[0].blocks
    assert isinstance(line, Line)
    assert isinstance(grid, Table)
    assert line.text == "1. Rope"
    assert grid.edges == (0.0, 50.0, 200.0)


def _with_part(part: str, data: bytes) -> bytes:
    held = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(word_file(paragraph("Ferry")))) as old,
        zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, data if name == part else old.read(name))
    return held.getvalue()


BOMB = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document>&b;</w:document>'


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (_with_part("word/document.xml", BOMB), "entities"),
        (_with_part("word/document.xml", BOMB.decode().encode("utf-16")), "entities"),
        (_with_part("word/document.xml", b"<w:document"), "damaged in its part word/document.xml"),
        (_with_part("word/document.xml", b"<document/>"), "no body text"),
        (_with_part("word/document.xml", b"<?xml version='1.0' encoding='nonsense'?><a/>"), "damaged"),
        (word_file(paragraph()), "holds no words"),
        (word_file(paragraph("<w:r><w:drawing><a:blip/></w:drawing></w:r>")), "pictures but no text"),
        (word_file(f"{'<w:sdt><w:sdtContent>' * 5000}{paragraph('x')}{'</w:sdtContent></w:sdt>' * 5000}"), "deeper"),
        (word_file(paragraph("Ferry"))[:-90], "damaged"),
    ],
)  # fmt: skip
def test_damaged_and_dangerous_files_are_refused(data: bytes, message: str) -> None:
    with pytest.raises(SourceUnreadable, match=message) as caught:
        read_bytes(data, "ferry.docx")
    assert caught.value.hint


def test_a_zip_bomb_is_refused_before_it_unfolds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_package, "LARGEST_PART", 1024 * 1024)
    with pytest.raises(SourceUnreadable, match="unfolds to more than 1 MB"):
        read_bytes(_with_part("word/document.xml", b" " * 2_000_000), "ferry.docx")


def test_a_zip_of_something_else_names_the_next_step() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("word/notes.txt", "x")
    with pytest.raises(SourceUnreadable, match="without a Word document"):
        read_bytes(held.getvalue(), "ferry.docx")


def test_a_word_file_loads_no_pdf_library(tmp_path: Path) -> None:
    source = tmp_path / "ferry.docx"
    source.write_bytes(word_file(paragraph("Ferry")))
    code = (
        "import sys; from pathlib import Path; from minutes_cli.read import read; read(Path(sys.argv[1]));"
        "print([name for name in sys.modules if name.split('.')[0] in "
        "{'pypdfium2', 'pypdfium2_raw', 'pdfplumber', 'pdfminer', 'PIL', 'docx', 'lxml', 'defusedxml'}])"
    )
    shown = subprocess.run([sys.executable, "-c", code, str(source)], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"
