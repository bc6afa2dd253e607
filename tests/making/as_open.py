"""Minutes as OpenDocument and Rich Text, written by hand: another producer than LibreOffice, and much quicker."""

from __future__ import annotations

from xml.sax.saxutils import escape

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
from tests.open_making import BULLETS, COVERED, cell, flat, listed, p, row, table

TWIPS = 56.7  # in a millimetre


def open_of(minutes: Minutes) -> bytes:
    """The minutes as a flat OpenDocument text."""
    return flat("".join(part for block in minutes.blocks for part in _open(block)), BULLETS)


def _open(block: Block) -> list[str]:
    match block:
        case Heading(text, level):
            return [f'<text:h text:outline-level="{max(level, 1)}">{escape(text)}</text:h>']
        case Paragraph(text, lead):
            bold = f'<text:span text:style-name="B">{escape(lead)}</text:span> ' if lead else ""
            return [p(bold + escape(plain(text)))]
        case Bullets(entries, mark):
            return [listed("LB", *map(escape, entries))] if mark else [p(escape(entry)) for entry in entries]
        case Listing(rows, widths):
            return [table(len(widths), *(row(*map(_open_cell, cells)) for cells in rows))]
        case Grid():
            return [_open_grid(block)]
        case HeadRepeats():
            return []


def _open_grid(block: Grid) -> str:
    width = len(block.widths)
    banner = cell(escape(block.banner), more=f'table:number-columns-spanned="{width}"')
    rows = [row(banner, *[COVERED] * (width - 1))] if block.banner else []
    lines = [block.heads, *block.rows] if any(block.heads) else block.rows
    return table(width, *rows, *(row(*map(_open_cell, cells)) for cells in lines))


def _open_cell(text: CellText) -> str:
    lines = text.lines if isinstance(text, Entries) else [text]
    return cell("<text:line-break/>".join(map(escape, lines)).join(("<text:p>", "</text:p>")))


def rich_of(minutes: Minutes) -> bytes:
    """The minutes as Rich Text."""
    head = (
        r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}{\stylesheet{\s0 Normal;}{\s1 heading 1;}{\s2 heading 2;}}"
    )
    body = "\n".join(part for block in minutes.blocks for part in _rich(block))
    return f"{head}\n{body}}}".encode("ascii")


def _rich(block: Block) -> list[str]:
    match block:
        case Heading(text, level):
            return [rf"\pard\s{max(level, 1)}\b {_signs(text)}\b0\par"]
        case Paragraph(text, lead):
            bold = rf"{{\b {_signs(lead)}}} " if lead else ""
            return [rf"\pard {bold}{_signs(plain(text))}\par"]
        case Bullets(entries, mark):
            label = r"{\listtext\'95\tab}" if mark else ""
            return [rf"\pard {label}{_signs(entry)}\par" for entry in entries]
        case Listing(rows, widths):
            return [_rich_row(cells, widths) for cells in rows] + [r"\pard\par"]
        case Grid():
            lines = [block.heads, *block.rows] if any(block.heads) else list(block.rows)
            banner = [_rich_row((block.banner,), (sum(block.widths),))] if block.banner else []
            return [*banner, *(_rich_row(cells, block.widths) for cells in lines), r"\pard\par"]
        case HeadRepeats():
            return []


def _rich_row(cells: tuple[CellText, ...], widths: tuple[float, ...]) -> str:
    borders, at = "", 0.0
    for width in widths:
        at += width * TWIPS
        borders += rf"\cellx{round(at)}"
    words = "".join(rf"\pard\intbl {_rich_cell(text)}\cell" for text in cells)
    return rf"\trowd{borders} {words}\row"


def _rich_cell(text: CellText) -> str:
    return r"\line ".join(map(_signs, text.lines)) if isinstance(text, Entries) else _signs(text)


def _signs(text: str) -> str:
    """The words in ASCII: marks of Rich Text behind a backslash, other characters by number."""
    signs = (f"\\{sign}" if sign in "\\{}" else sign if sign.isascii() else rf"\u{ord(sign)}?" for sign in text)
    return "".join(signs)
