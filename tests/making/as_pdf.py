"""Minutes as PDF, by two producers: drawn with reportlab, and printed by LibreOffice from the Word file."""

from __future__ import annotations

import io
import re
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import black
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Spacer, Table, TableStyle
from reportlab.platypus import Paragraph as Text

from tests.making.as_office import converted
from tests.making.sheet import (
    Block,
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

FONTS = {"Liberation Sans": "Helvetica", "Liberation Serif": "Times-Roman", "Liberation Mono": "Courier"}
BOLD = {"Helvetica": "Helvetica-Bold", "Times-Roman": "Times-Bold", "Courier": "Courier-Bold"}


class LeavesOnly(Flowable):  # type: ignore[misc]
    """White space down to a given height above the page's foot, so that what follows meets the page break there."""

    def __init__(self, left: float) -> None:
        super().__init__()
        self.left = left

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take what is over; nothing when less is left already."""
        return width, max(height - self.left, 0)

    def draw(self) -> None:
        """White space draws nothing."""


def drawn(minutes: Minutes) -> bytes:
    """The bytes of a PDF drawn by reportlab, the same on every run."""
    paper, target = minutes.paper, io.BytesIO()
    font = FONTS[paper.family]
    head_room = (len(minutes.head) * paper.size * 1.2 + 8) if minutes.head else 0

    def furniture(canvas: Any, _: Any) -> None:
        canvas.setFont(font, paper.size - 1)
        for number, line in enumerate(minutes.head):
            top = paper.height * mm - paper.margin * mm * 0.6 - number * paper.size * 1.2
            canvas.drawString(paper.margin * mm, top, line)
        foot = minutes.foot.replace("{page}", str(canvas.getPageNumber()))
        canvas.drawCentredString(paper.width * mm / 2, paper.margin * mm * 0.5, foot)

    document = BaseDocTemplate(
        target,
        pagesize=(paper.width * mm, paper.height * mm),
        invariant=1,
        title=minutes.head[0] if minutes.head else "",
    )
    space = paper.margin * mm
    frame = Frame(space, space, paper.width * mm - 2 * space, paper.height * mm - 2 * space - head_room / 2, 0, 0, 0, 0)
    document.addPageTemplates([PageTemplate(frames=[frame], onPage=furniture)])
    document.build([flowable for block in minutes.blocks for flowable in _flowables(block, _styles(minutes), minutes)])
    return target.getvalue()


def _styles(minutes: Minutes) -> dict[str, ParagraphStyle]:
    paper = minutes.paper
    font = FONTS[paper.family]
    body = ParagraphStyle(
        "body", fontName=font, fontSize=paper.size, leading=paper.size * paper.leading, spaceAfter=paper.size * 0.7
    )
    return {
        "body": body,
        "cell": ParagraphStyle("cell", body, spaceAfter=0),
        "head": ParagraphStyle("head", body, spaceAfter=0, fontName=BOLD[font]),
        "0": ParagraphStyle("0", body, fontName=BOLD[font], fontSize=paper.size + 4, leading=paper.size + 8),
        "1": ParagraphStyle("1", body, fontName=BOLD[font], spaceBefore=paper.size * 0.6),
        "2": ParagraphStyle(
            "2", body, fontName=BOLD[font], fontSize=paper.size + 1, spaceBefore=paper.size, keepWithNext=1
        ),
    }


def _flowables(block: Block, styles: dict[str, ParagraphStyle], minutes: Minutes) -> list[Any]:
    match block:
        case Heading(text, level):
            return [Text(_marked(text), styles[str(level)])]
        case Paragraph(text, lead, indent):
            style = ParagraphStyle("indented", styles["body"], leftIndent=indent * mm)
            bold = f"<b>{_marked(lead)}</b> " if lead else ""
            return [Text(bold + _marked(text), style)]
        case Bullets(entries, mark):
            style = ParagraphStyle("bullet", styles["body"], leftIndent=5 * mm if mark else 0, spaceAfter=2)
            return [*(Text(_marked(entry), style, bulletText=mark or None) for entry in entries), Spacer(1, 4)]
        case Listing(rows, widths, settle):
            return [_table(rows, widths, styles, [("VALIGN", (0, 0), (-1, -1), settle)])]
        case Grid():
            return _grid(block, styles, minutes)
        case HeadRepeats():
            return []


def _marked(text: str) -> str:
    return escape(plain(text))


def _cell(text: CellText, style: ParagraphStyle) -> Any:
    return (
        [Text(_marked(line), style) for line in text.lines] if isinstance(text, Entries) else Text(_marked(text), style)
    )


def _table(rows: Any, widths: tuple[float, ...], styles: dict[str, ParagraphStyle], look: list[Any]) -> Any:
    cells = [[_cell(cell, styles["cell"]) for cell in row] for row in rows]
    padding = [("TOPPADDING", (0, 0), (-1, -1), 1.5), ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5)]
    return Table(
        cells,
        colWidths=[width * mm for width in widths],
        style=TableStyle([*padding, *look]),
        splitInRow=1,
        hAlign="LEFT",
        spaceAfter=8,
    )


def _grid(block: Grid, styles: dict[str, ParagraphStyle], minutes: Minutes) -> list[Any]:
    rows: list[Any] = [block.heads, *block.rows] if any(block.heads) else list(block.rows)
    look: list[Any] = [("GRID", (0, 0), (-1, -1), minutes.paper.rule, black), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    if block.banner:
        rows.insert(0, (block.banner, *("" for _ in block.widths[1:])))
        look.append(("SPAN", (0, 0), (-1, 0)))
    table = _table(rows, block.widths, styles, look)
    return [LeavesOnly(block.room), table] if block.room else [table]


def printed(word: bytes, name: str) -> bytes:
    """The bytes of the PDF that LibreOffice prints from a Word file; RuntimeError when it is not installed."""
    return _undated(converted(word, name, "pdf"))


def _undated(pdf: bytes) -> bytes:
    """The file without what differs from run to run: its date, identity and checksum, replaced at equal length."""
    pdf = re.sub(
        rb"(/CreationDate\s*\(D:)[^)]*\)",
        lambda m: m[1] + b"20310101000000Z".ljust(len(m[0]) - len(m[1]) - 1) + b")",
        pdf,
    )
    for key in (rb"/ID\s*\[[^]]*\]", rb"/DocChecksum\s*/[0-9A-F]+"):
        pdf = re.sub(key, lambda m: re.sub(rb"(?<=[</])[0-9A-F]{16,}", lambda h: b"0" * len(h[0]), m[0]), pdf)
    return pdf
