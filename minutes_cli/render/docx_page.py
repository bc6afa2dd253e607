"""The page of a Word document: its styles, size and direction, the language, and the number on each page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document

LANGUAGE = "en-GB"
FONT = "Arial"
"""There on every machine that has Word, and measured the same where another takes its place."""

INK = "1F3864"
"""The colour of headings and table heads: 11 : 1 on white."""

SIZES = {"Title": 20, "Subtitle": 11, "Heading 1": 14, "Heading 2": 12, "Heading 3": 11}
"""The styles of a plain document, in points."""

NOTE = "Minutes Note"
"""The style of the notes below a report, made where a template has none."""

SHORT, LONG = 210, 297
"""A4 in millimetres. Source: ISO 216."""

MARGIN = 18
"""Millimetres around the text of a plain document."""


def prepare(document: Document, *, plain: bool) -> None:
    """Make a document ready to be written: empty, with the styles that reports use; a ``plain`` one with ours."""
    from docx.shared import Mm, Pt, RGBColor

    body = document.element.body
    for part in list(body):
        if not part.tag.endswith("}sectPr"):
            body.remove(part)
    _make_styles(document)
    if not plain:
        return
    _speak(document)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(SHORT), Mm(LONG)
    for side in ("left", "right", "top", "bottom"):
        setattr(section, f"{side}_margin", Mm(MARGIN))
    document.styles["Normal"].font.size = Pt(10)
    document.styles["Normal"].paragraph_format.space_after = Pt(4)
    for name in ("Normal", *SIZES):
        style = document.styles[name]
        _set_font(style, FONT)
        if name in SIZES:
            style.font.size, style.font.color.rgb = Pt(SIZES[name]), RGBColor.from_string(INK)
            style.font.italic = False
            style.paragraph_format.keep_with_next = True
            style.paragraph_format.space_before = Pt(10 if "Heading" in name else 0)
            style.paragraph_format.space_after = Pt(4)


def _make_styles(document: Document) -> None:
    """Make the styles that reports use where a template has none of that name."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt

    there = {style.name for style in document.styles if style.name}
    for number, name in enumerate(["Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3", NOTE]):
        if name in there:
            continue
        style: Any = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"] if "Normal" in there else None
        style.font.bold = name not in (NOTE, "Subtitle")
        style.font.size = Pt(SIZES.get(name, 9))
        if name.startswith("Heading"):
            level = style.element.get_or_add_pPr()
            level.append(_element("w:outlineLvl", val=str(number - 2)))


def _element(name: str, **said: str) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(name)
    for key, value in said.items():
        made.set(qn(f"w:{key}"), value)
    return made


def _set_font(style: Any, name: str) -> None:
    """Set the font of a style for all scripts; the styles of the plain document name a theme's instead."""
    from docx.oxml.ns import qn

    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.attrib.clear()
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), name)


def _speak(document: Document) -> None:
    """Say in which language the document is written, for spelling and for screen readers."""
    from docx.oxml.ns import qn

    for lang in document.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), LANGUAGE)


def set_broad(document: Document) -> None:
    """Turn the page across, for tables with many columns; the margins keep their sides."""
    from docx.enum.section import WD_ORIENT

    section = document.sections[-1]
    if section.page_width is not None and section.page_height is not None and section.page_width < section.page_height:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width


def number_pages(document: Document) -> None:
    """Put "Page 2 of 5" at the foot of each page, unless a template has a foot of its own."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    foot = document.sections[-1].footer
    if any(
        part.text.strip() or part._p.xpath(".//w:instrText|.//w:fldSimple|.//w:drawing") for part in foot.paragraphs
    ):
        return
    line = foot.paragraphs[0] if foot.paragraphs else foot.add_paragraph()
    line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for words, field in (("Page ", "PAGE"), (" of ", "NUMPAGES")):
        line.add_run(words)
        simple = _element("w:fldSimple", instr=f" {field} ")
        run = line.add_run("1")._r
        simple.append(run)
        line._p.append(simple)


def room_of(document: Document) -> int:
    """Find how wide the text of a page is, in twentieths of a point."""
    from docx.shared import Mm

    section = document.sections[-1]
    wide = int(section.page_width or Mm(SHORT)) - int(section.left_margin or 0) - int(section.right_margin or 0)
    return wide // 635  # a twentieth of a point has 635 English Metric Units
