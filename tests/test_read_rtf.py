r"""Rich Text: the words as they print, with tables and printed numbers; hidden and deleted words are not text."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_cli.document import Document, Line, Table
from minutes_cli.errors import SourceUnreadable
from minutes_cli.read import read_bytes

FONTS = (
    r"{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\fnil\fcharset2 Wingdings;}{\f2\fnil\fcharset204 Arial Cyr;}"
    r"{\f3\fnil\fcharset128 MS Mincho;}{\f4\fcharset2 Symbol;}}"
)
STYLES = r"{\stylesheet{\s0 Normal;}{\s1\b\fs32 heading 1;}{\s2\b heading 2;}{\*\cs10 Strong;}{\s7 Title;}}"
HEAD = r"{\rtf1\ansi\ansicpg1252\deff0" + FONTS + STYLES


def rich(body: str, head: str = HEAD) -> Document:
    return read_bytes((head + "\n" + body + "}").encode("latin-1"), "ferry.rtf")


def lines(body: str) -> list[Line]:
    return [block for page in rich(body).pages for block in page.blocks if isinstance(block, Line)]


def texts(body: str) -> list[str]:
    return [line.text for line in lines(body)]


WORDS = [
    (r"Ferry Board\par Ada", ["Ferry Board", "Ada"]),
    ("Ferry\r\n Board\\par", ["Ferry Board"]),
    (r"Ada\line Ben\par", ["Ada", "Ben"]),
    (r"Ada\tab AQ\par", ["Ada AQ"]),
    (r"\{Ada\} 50\% \\ x\~y up\-date re\_do\par", [r"{Ada} 50 \ x y update re-do"]),
    (r"Zo\'eb\rquote s \'80\'855 \endash  \ldblquote now\rdblquote \par", ["Zoë’s €…5 – “now”"]),
    (r"\u321?\'f3d\u378\'9f \u8211-\par", ["Łódź –"]),
    (r"{\uc2\u321 XX\u243 XX}\u100?\par", ["Łód"]),
    (r"\uc0\u8364 5\par", ["€5"]),
    (r"\u-10179?\u-8704?\par", ["😀"]),
    (r"{\f2 \'cf\'f0\'e8\'e2\'e5\'f2}\par", ["Привет"]),
    (r"{\f3 \'82\'a0\'83A}\par", ["あア"]),
    (r"{\f1 \'fe \u61608?}\par", ["☑ ☐"]),
    (r"Ada {\v secret}Quill{\v0 !}\par", ["Ada Quill!"]),
    (r"It was {\deleted not }{\revised now }agreed.\par", ["It was now agreed."]),
    (r"rope{\*\atnid BO}{\*\annotation really?} and tar\par", ["rope and tar"]),
    (r"{\pict\pngblip 89504e470d0a}{\*\shppict{\pict\wmetafile8 0100}}Ada\par", ["Ada"]),
    (r"{\field{\*\fldinst HYPERLINK x}{\fldrslt ferry.example}} {\field{\fldinst DATE}{\fldrslt 4 March}}\par",
     ["ferry.example 4 March"]),
    (r"{\field{\*\fldinst FORMCHECKBOX {\*\formfield{\fftype1\ffres1\ffdefres0}}}{\fldrslt }} rope\par", ["☒ rope"]),
    (r"{\field{\*\fldinst FORMCHECKBOX {\*\formfield{\fftype1\ffres25\ffdefres0}}}{\fldrslt }} rope\par", ["☐ rope"]),
    (r"Rope{\super\chftn{\footnote\pard\plain{\super\chftn} by lot}} bought\par End\par",
     ["Rope[1] bought", "End", "[1] by lot"]),
    (r"{\*\unknown no}{\*\bkmkstart x}Ada\par", ["Ada"]),
    (r"{\upr{Zo?}{\*\ud{Zo\u235?}}}\par", ["Zoë"]),
    (r"a{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt boxed\par}}}b\par", ["ab", "boxed"]),
    (r"{\listtext\pard\plain 2.1.\tab}\ls1 Rope\par", ["2.1. Rope"]),
    (r"{\pntext\f4\'b7\tab}{\*\pn\pnlvlblt{\pntxtb\'b7}}Rope\par", ["• Rope"]),
    (r"{\listtext\f4 \u61623 ?\tab}Rope\par", ["• Rope"]),
    (r"\bullet\tab Rope\par", ["• Rope"]),
    (r"{\info{\author Ada}{\title Ferry minutes}}Rope\par", ["Rope"]),
    (r"a\bin3 }}}b\par", ["ab"]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), WORDS)
def test_what_a_paragraph_shows(body: str, expected: list[str]) -> None:
    assert texts(body) == expected


@pytest.mark.parametrize(
    ("head", "body", "text"),
    [
        (r"{\rtf1\ansi\ansicpg1251", r"\'cf\'f0\par", "Пр"),
        (r"{\rtf1\mac", r"caf\'8e\par", "café"),
        (r"{\rtf1\ansi\ansicpg65001", "caf\\'c3\\'a9\\par", "café"),
        (r"{\rtf1\ansi", "caf\xe9\\par", "café"),
        (r"{\rtf1\ansi\ansicpg99999", r"caf\'e9\par", "café"),
    ],
)
def test_the_code_page_of_the_file_is_heeded(head: str, body: str, text: str) -> None:
    (line,) = rich(body, head).pages[0].blocks
    assert isinstance(line, Line)
    assert line.text == text


CELLS = r"\trowd\cellx2000\cellx6000"
TABLES = {
    "plain": (rf"{CELLS}\intbl Action\cell Owner\cell\row{CELLS}\intbl rope\cell AQ\cell\row\pard",
              [["Action", "Owner"], ["rope", "AQ"]]),
    "the shape behind the cells": (rf"\pard\intbl rope\cell AQ\cell{CELLS}\row\pard", [["rope", "AQ"]]),
    "the shape said once": (rf"{CELLS}\intbl rope\cell AQ\cell\row\intbl tar\cell BO\cell\row\pard",
                            [["rope", "AQ"], ["tar", "BO"]]),
    "in groups": (rf"{{{CELLS}\intbl {{rope}}\cell {{\b AQ}}\cell\row}}\pard", [["rope", "AQ"]]),
    "broken lines and paragraphs": (rf"{CELLS}\intbl rope\par tar\cell AQ\line BO\cell\row\pard",
                                    [["rope\ntar", "AQ\nBO"]]),
    "a banner over columns": (rf"\trowd\cellx6000\intbl Actions\cell\row{CELLS}\intbl rope\cell AQ\cell\row\pard",
                              [["Actions", ""], ["rope", "AQ"]]),
    "merged across": (r"\trowd\clmgf\cellx2000\clmrg\cellx6000\intbl Actions\cell\cell\row"
                      rf"{CELLS}\intbl rope\cell AQ\cell\row\pard", [["Actions", ""], ["rope", "AQ"]]),
    "merged down": (r"\trowd\cellx2000\clvmgf\cellx6000\intbl rope\cell AQ\cell\row"
                    r"\trowd\cellx2000\clvmrg\cellx6000\intbl tar\cell\cell\row\pard", [["rope", "AQ"], ["tar", ""]]),
    "borders a hair apart": (rf"{CELLS}\intbl rope\cell AQ\cell\row"
                             r"\trowd\cellx2010\cellx5990\intbl tar\cell BO\cell\row\pard",
                             [["rope", "AQ"], ["tar", "BO"]]),
    "a table in a cell": (
        rf"{CELLS}\intbl\itap2 rope\nestcell AQ\nestcell{{\*\nesttableprops\trowd\cellx900\cellx1900\nestrow}}"
        rf"{{\nonesttables\par}}\pard\intbl\itap1 x\cell y\cell\row\pard", [["rope AQ\nx", "y"]]),
    "without a shape": (r"\intbl rope\cell AQ\cell\row\pard", [["rope", "AQ"]]),
    "a list in a cell": (rf"{CELLS}\intbl{{\listtext 1.\tab}}rope\par{{\listtext 2.\tab}}tar\cell AQ\cell\row\pard",
                         [["1. rope\n2. tar", "AQ"]]),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_tables(name: str) -> None:
    body, expected = TABLES[name]
    (table,) = [block for block in rich(body).pages[0].blocks if isinstance(block, Table)]
    assert all(len(row.cells) == len(table.edges) - 1 for row in table.rows)
    assert [[cell.text for cell in row.cells] for row in table.rows] == expected


def test_words_stand_in_order_around_a_table() -> None:
    blocks = rich(rf"before\par{CELLS}\intbl rope\cell AQ\cell\row\pard after\par").pages[0].blocks
    assert [type(block).__name__ for block in blocks] == ["Line", "Table", "Line"]


def test_a_row_without_an_end_loses_no_words() -> None:
    assert texts(rf"{CELLS}\intbl rope\cell AQ\cell\pard after\par") == ["rope", "AQ", "after"]


def test_headings_bold_indent_and_pages_are_remembered() -> None:
    title, heading, outline, present, indented, second, third = lines(
        r"\pard\s7 Ferry\par\pard\s2\b Rope\b0\par\pard\outlinelevel2 Tar\par\pard{\b Present:} Ada\par"
        r"\pard\li1440\fi-720 in\par\pard\page next\par\pard\pagebb third\par"
    )
    assert (title.heading, heading.heading, outline.heading, present.heading) == (1, 2, 3, 0)
    assert heading.is_bold
    assert present.bold == 8
    assert indented.x0 == 6
    assert [line.page for line in (present, second, third)] == [1, 2, 3]


def test_heads_and_feet_and_title_are_beside_the_page() -> None:
    document = rich(
        r"{\info{\title Ferry \'e9t\'e9}}{\header Ferry Board\par}"
        r"{\footer Page {\field{\fldinst PAGE}{\fldrslt 1}}\par}"
        r"{\headerl Ferry Board\par}Ada\par"
    )
    assert [line.text for line in document.pages[0].running] == ["Ferry Board", "Page 1"]
    assert document.title == "Ferry été"
    assert len(document.pages[0].blocks) == 1


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (rb"{\rtf1\ansi }", "no words"),
        (rb"{\rtf1{\pict\pngblip 8950}}", "pictures but no text"),
        (rb"{\rtf1\ansi Ferry Board met {\b on", "cut off"),
        (b"{" + rb"\rtf1" + b"{" * 50_000, "cut off"),
    ],
)
def test_what_cannot_be_read_is_said(data: bytes, said: str) -> None:
    with pytest.raises(SourceUnreadable, match=said) as caught:
        read_bytes(data, "ferry.rtf")
    assert "\n" not in str(caught.value)
    assert caught.value.hint


def test_groups_within_groups_without_end_are_harmless() -> None:
    assert texts("{" * 50_000 + r"Ada" + "}" * 50_000 + r"\par") == ["Ada"]
    assert texts(r"\intbl\itap30000 rope\nestcell\nestrow\cell\row\pard Ada\par")[-1] == "Ada"


def test_words_are_those_of_libreoffice(soffice: str, tmp_path: Path) -> None:
    """All that the table above shows, but for what a text export prints otherwise: notes, boxes, signs of fonts."""
    otherwise = ("chftn", r"\shp", r"\f1", "FORMCHECKBOX", "DATE", r"\bullet", r"\u-10179", r"\upr", r"\v ", "listtext",
                 "pntext", "deleted")  # fmt: skip
    body = "".join(
        words if words.endswith(r"\par") else words + r"\par "
        for words, _ in WORDS
        if not any(sign in words for sign in otherwise)
    )
    body += TABLES["plain"][0] + r"\par " + TABLES["a banner over columns"][0] + r"\par " + TABLES["merged down"][0]
    source = tmp_path / "ferry.rtf"
    source.write_bytes((HEAD + body + "}").encode("latin-1"))
    order = [soffice, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to"]
    order += ["txt:Text (encoded):UTF8", "--outdir", str(tmp_path), str(source)]
    subprocess.run(order, check=True, timeout=180, capture_output=True)
    theirs = (tmp_path / "ferry.txt").read_text("utf-8-sig").replace("\u2011", "-").replace("\u00ad", "").split()
    ours: list[str] = []
    for page in read_bytes(source.read_bytes(), "ferry.rtf").pages:
        for block in page.blocks:
            rows = [] if isinstance(block, Line) else block.rows
            ours += [block.text] if isinstance(block, Line) else [cell.text for row in rows for cell in row.cells]
    assert " ".join(ours).split() == theirs


@given(st.lists(st.sampled_from(["{", "}", r"\par ", r"\cell ", r"\row ", r"\intbl ", r"\itap2 ", r"\nestcell ",
                                 r"\nestrow ", r"\trowd ", r"\cellx900 ", r"\pard ", r"{\footnote ", r"\u8211 ?",
                                 r"\'e9",
                                 r"{\header ", r"{\*\x ", r"{\shptxt ", "Ada ", "Ben "])))  # fmt: skip
def test_any_nesting_is_read_or_refused(parts: list[str]) -> None:
    try:
        rich("".join(parts))
    except SourceUnreadable:
        return


def test_open_changes_are_remarked() -> None:
    table = r"{\*\revtbl {Unknown;}{Ada Quill;}{Cy Pine;}{Ben Oak;}}"
    body = table + r"It {\revised\revauth1 now }{\deleted\revauthdel3 not }holds.\par"
    (remark,) = rich(body).remarks
    assert (remark.kind, remark.words) == ("changes accepted", ("Ada Quill", "Ben Oak"))
    assert rich(table + r"Ada {\revised0 is}\par").remarks == ()
