"""The Word document, opened by another reader: headings, header rows, every line of every cell, a template."""

from __future__ import annotations

import io
import zipfile
from itertools import pairwise

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import Table

from minutes_cli.errors import UsageProblem
from minutes_cli.render import render_file
from minutes_cli.render.faces import head, lines, page_columns
from minutes_cli.render.overview import overview
from minutes_cli.report import Column, Group, Report, action_log, attendance, owner_summary
from tests import ledger_board as council
from tests.hostile import WORDS, many, together
from tests.test_render import EMPTY, REGISTER, REPORTS, YEAR


def opened(reports: Report | list[Report], template: bytes | None = None) -> Document:
    return docx.Document(io.BytesIO(render_file(reports, "docx", template=template)))


def cells(table: Table) -> list[list[str]]:
    """The text of a table, read from its elements: python-docx looks through all of it for each cell."""
    return [
        [
            "".join("\n" if t.tag == qn("w:br") else t.text or "" for t in cell.iter(qn("w:t"), qn("w:br")))
            for cell in row.iter(qn("w:tc"))
        ]
        for row in table._tbl.iter(qn("w:tr"))
    ]


def tabled(reports: Report | list[Report]) -> list[tuple[Report, Group, list[Column]]]:
    """The groups that have a table each, in order, with the columns of a page."""
    several = [reports] if isinstance(reports, Report) else reports
    return [
        (each, group, page_columns(each))
        for report in several
        for each in (overview(report), report)
        if each
        for group in each.groups
        if group.rows
    ]


@pytest.mark.parametrize("name", [name for name in REPORTS if "attendance" not in name])
def test_every_cell_says_what_the_report_says(name: str) -> None:
    reports = REPORTS[name]()
    document = opened(reports)
    wanted = tabled(reports)
    assert len(document.tables) == len(wanted)
    for table, (_, group, columns) in zip(document.tables, wanted, strict=True):
        said = [["\n".join(lines(column, row)) for column in columns] for row in group.rows]
        heads = [head(column) for column in columns]
        assert cells(table) == ([heads] if any(heads) else []) + said


@pytest.mark.parametrize("name", [name for name in REPORTS if "attendance" in name])
def test_a_matrix_too_broad_for_a_page_goes_on_in_another_table(name: str) -> None:
    reports = REPORTS[name]()
    said = [" ".join(row) for table in opened(reports).tables for row in cells(table)]
    for _, group, columns in tabled(reports):
        for row in group.rows:
            name_ = "\n".join(lines(columns[0], row))
            signs = [line for column in columns if column.splits for line in lines(column, row)]
            found = " ".join(each for each in said if each.startswith(name_))
            assert all(sign in found for sign in signs)


def test_no_table_is_broader_than_the_page() -> None:
    for make in REPORTS.values():
        document = opened(make())
        section = document.sections[-1]
        room = (section.page_width - section.left_margin - section.right_margin) // 635
        for table in document.tables:
            widths = [int(each.get(qn("w:w"))) for each in table._tbl.iter(qn("w:gridCol"))]
            assert sum(widths) <= room + 1
            assert min(widths) > 300


@pytest.mark.parametrize("name", REPORTS)
def test_structure_is_words_own(name: str) -> None:
    document = opened(REPORTS[name]())
    headings = [p.style.name for p in document.paragraphs if p.style.name.startswith("Heading")]
    levels = [0, *(int(name.split()[-1]) for name in headings)]
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels)), "a level is skipped"
    for table in document.tables:
        first, *others = table._tbl.iter(qn("w:tr"))
        has_head = first.find(qn("w:trPr")).find(qn("w:tblHeader")) is not None
        assert has_head or table._tbl.tblPr.xpath("..")[0] is not None
        assert all(row.find(qn("w:trPr")).find(qn("w:cantSplit")) is not None for row in [first, *others])
    foot = document.sections[-1].footer._element
    assert [each.get(qn("w:instr")).strip() for each in foot.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]
    assert {each.get(qn("w:val")) for each in document.styles.element.iter(qn("w:lang"))} == {"en-GB"}


def test_titles_and_headings_follow_the_report() -> None:
    document = opened(owner_summary(REGISTER))
    said = [(p.style.name, p.text) for p in document.paragraphs if p.text]
    assert said[:2] == [("Title", "Owner summary"), ("Subtitle", "Otterbourne Almshouse Trust, as of 20 May 2031")]
    assert ("Heading 1", "Owners who may be one of several people") in said
    assert ("Heading 2", "JS (may be Jo Stane or Jarvis Sloe)") in said
    assert said[-1][0] == "Minutes Note"
    assert document.core_properties.title == "Owner summary"


def test_a_report_with_many_columns_stands_across_the_page() -> None:
    assert opened(action_log(REGISTER)).sections[0].orientation == WD_ORIENT.LANDSCAPE
    assert opened(attendance(YEAR, council.BOOK)).sections[0].page_width > Mm(296)
    narrow = Report(title="x", columns=[Column(key="a", title="A", most=0)], groups=[Group(rows=[{"a": "b"}])])
    assert opened(narrow).sections[0].orientation == WD_ORIENT.PORTRAIT


def test_the_overdue_are_marked_and_said() -> None:
    document = opened(action_log(REGISTER))
    red = [
        run
        for table in document.tables
        for run in table._tbl.iter(qn("w:r"))
        if run.find(f"{qn('w:rPr')}/{qn('w:color')}[@{qn('w:val')}='9C0006']") is not None
    ]
    assert red
    assert all("overdue" in "".join(t.text for t in run.iter(qn("w:t"))) for run in red)


def house(**changes: object) -> bytes:
    """Make a template: a house's own heading, page, logo line, and text that is not to be taken over."""
    document = docx.Document()
    document.styles["Heading 1"].font.name = "Georgia"
    document.sections[0].page_width, document.sections[0].page_height = Mm(216), Mm(279)
    document.sections[0].header.paragraphs[0].text = "Sallowfield Commons Council"
    if changes.get("foot"):
        document.sections[0].footer.paragraphs[0].text = "Confidential"
    document.add_paragraph("Instructions for the use of this template.")
    document.add_table(2, 2)
    if changes.get("bare"):
        for name in ("Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3"):
            style = document.styles[name]
            style._element.getparent().remove(style._element)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_template_gives_its_looks_and_not_its_text() -> None:
    document = opened(action_log(REGISTER), house())
    assert document.styles["Heading 1"].font.name == "Georgia"
    assert document.sections[0].header.paragraphs[0].text == "Sallowfield Commons Council"
    page = document.sections[0]
    assert [round(page.page_width / Mm(1)), round(page.page_height / Mm(1))] == [279, 216]
    assert "Instructions" not in "".join(p.text for p in document.paragraphs)
    assert len(document.tables) == len(tabled(action_log(REGISTER)))
    assert "Page" in document.sections[0].footer.paragraphs[0].text


def test_a_template_with_a_foot_of_its_own_keeps_it() -> None:
    assert opened(action_log(REGISTER), house(foot=True)).sections[0].footer.paragraphs[0].text == "Confidential"


def test_a_template_without_our_styles_is_given_them() -> None:
    document = opened(owner_summary(REGISTER), house(bare=True))
    headings = [p for p in document.paragraphs if p.style.name == "Heading 2"]
    assert headings
    assert document.styles["Heading 2"].element.pPr.find(qn("w:outlineLvl")).get(qn("w:val")) == "1"


@pytest.mark.parametrize("template", [b"", b"house", b"PK\x03\x04 and then nothing", b"%PDF-1.7"])
def test_what_is_no_template_is_said_in_one_line(template: bytes) -> None:
    with pytest.raises(UsageProblem, match="no Word document"):
        opened(action_log(EMPTY), template)


@pytest.mark.parametrize("kind", WORDS)
def test_hostile_words_are_text(kind: str) -> None:
    reports = [each for each in together(WORDS[kind]) if not any(column.splits for column in each.columns)]
    content = render_file(reports, "docx")
    document = docx.Document(io.BytesIO(content))
    body = document.element.body
    assert not list(body.iter(qn("w:hyperlink"), qn("w:fldSimple"), qn("w:instrText"), qn("w:object")))
    for table, (_, group, columns) in zip(document.tables, tabled(reports), strict=True):
        assert cells(table)[-1] == ["\n".join(lines(column, group.rows[-1])) for column in columns]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        assert not [name for name in archive.namelist() if "vbaProject" in name or "embeddings" in name]


def test_five_thousand_actions_are_all_there() -> None:
    (table,) = opened(many()).tables
    rows = cells(table)
    assert len(rows) == 5001
    assert "household 4999" in rows[-1][1]


@pytest.mark.parametrize("name", ["action log", "attendance", "no reports"])
def test_the_same_report_gives_the_same_bytes(name: str) -> None:
    assert render_file(REPORTS[name](), "docx") == render_file(REPORTS[name](), "docx")
