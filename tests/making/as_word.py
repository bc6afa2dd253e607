"""Minutes as a Word file: heading styles, a running head and foot, tables with and without rules."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from tests.making.sheet import (
    Bullets,
    CellText,
    Entries,
    Grid,
    Heading,
    HeadRepeats,
    Listing,
    Minutes,
    Paragraph,
    plain,
)

MADE_ON = datetime(2031, 1, 1)  # one date for every file, so that making them again gives the same bytes
CELL_PADDING = 2.0  # points after a paragraph in a cell


def word_of(minutes: Minutes) -> bytes:
    """The bytes of a .docx of the minutes, the same on every run."""
    document = Document()
    _set_up(document, minutes)
    for block in minutes.blocks:
        match block:
            case Heading(text, level):
                if minutes.styled:
                    document.add_heading(text, level=level)
                else:
                    document.add_paragraph().add_run(text).bold = True
            case Paragraph(text, lead, indent):
                paragraph = document.add_paragraph()
                paragraph.paragraph_format.left_indent = Mm(indent)
                if lead:
                    paragraph.add_run(f"{lead} ").bold = True
                paragraph.add_run(plain(text))
            case Bullets(entries, mark):
                for entry in entries:
                    document.add_paragraph(entry, style="List Bullet" if mark else None)
            case Listing(rows, widths):
                _table(document, [tuple(row) for row in rows], widths)
            case Grid():
                _grid(document, block)
            case HeadRepeats():
                pass
    return _same_bytes(document)


def _set_up(document: Any, minutes: Minutes) -> None:
    paper = minutes.word_paper or minutes.paper
    section = document.sections[0]
    section.page_width, section.page_height = Mm(paper.width), Mm(paper.height)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(paper.margin)
    section.header_distance = section.footer_distance = Mm(paper.margin / 2)
    for name in ("Normal", "Title", "Heading 1", "Heading 2", "List Bullet"):
        style = document.styles[name]
        style.font.name = paper.family
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:asciiTheme"), "")
        fonts = style.element.rPr.rFonts
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(theme), None)
        style.font.size = Pt(paper.size + {"Title": 8, "Heading 1": 3, "Heading 2": 1}.get(name, 0))
        style.paragraph_format.space_after = Pt(paper.size * 0.6)
        style.paragraph_format.line_spacing = paper.leading - 0.1
    _running(section.header, minutes.head, "Header")
    _running(section.footer, [minutes.foot] if minutes.foot else [], "Footer")


def _running(part: Any, lines: list[str], style: str) -> None:
    for number, line in enumerate(lines):
        paragraph = part.paragraphs[0] if number == 0 else part.add_paragraph()
        paragraph.style = style
        before, mark, after = line.partition("{page}")
        paragraph.add_run(before)
        if mark:
            _field(paragraph, "PAGE")
            paragraph.add_run(after)


def _field(paragraph: Any, name: str) -> None:
    for kind, text in (("begin", None), (None, name), ("end", None)):
        run = paragraph.add_run()
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = f" {text} "
        run._r.append(element)


def _grid(document: Any, block: Grid) -> None:
    rows: list[tuple[CellText, ...]] = [block.heads, *block.rows] if any(block.heads) else list(block.rows)
    if block.banner:
        rows.insert(0, (block.banner, *("" for _ in block.widths[1:])))
    table = _table(document, rows, block.widths, style="Table Grid")
    if block.banner:
        table.rows[0].cells[0].merge(table.rows[0].cells[-1])
        for extra in table.rows[0].cells[0].paragraphs[1:]:
            extra._p.getparent().remove(extra._p)


def _table(document: Any, rows: list[tuple[CellText, ...]], widths: tuple[float, ...], style: str | None = None) -> Any:
    table = document.add_table(rows=len(rows), cols=len(widths))
    table.autofit = False
    if style:
        table.style = style
    for row, cells in zip(rows, table.rows, strict=True):
        for text, cell, width in zip(row, cells.cells, widths, strict=True):
            cell.width = Mm(width)
            _fill(cell, text)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    spacer = document.add_paragraph()
    spacer.paragraph_format.space_after = Pt(0)
    spacer.paragraph_format.line_spacing = 0.6
    return table


def _fill(cell: Any, text: CellText) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(CELL_PADDING)
    lines = text.lines if isinstance(text, Entries) else [text]
    for number, line in enumerate(lines):
        run = paragraph.add_run(line)
        if number < len(lines) - 1:
            run.add_break()


def _same_bytes(document: Any) -> bytes:
    """The file with one date for everything in it: a zip holds the time of each member."""
    properties = document.core_properties
    properties.author, properties.comments, properties.title = "", "", ""
    properties.created = properties.modified = MADE_ON
    made, same = io.BytesIO(), io.BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(same, "w", zipfile.ZIP_DEFLATED) as target:
        for member in source.infolist():
            dated = zipfile.ZipInfo(member.filename, MADE_ON.timetuple()[:6])
            target.writestr(dated, source.read(member), zipfile.ZIP_DEFLATED)
    return same.getvalue()
