"""Minutes as plain text: columns by tabs or spaces, and the residue of HTML that exports leave in cells."""

from __future__ import annotations

import textwrap
from itertools import zip_longest

from tests.making.sheet import (
    HEAD_REPEATS,
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
)

COLUMN_GAP = 3  # spaces between columns set with spaces
MILLIMETRES_A_LETTER = 2.1  # how many millimetres of a table's column one letter of plain text stands for


def text_of(minutes: Minutes) -> str:
    """The whole plain text of the minutes, ending with a newline."""
    lines = [*minutes.head, ""] if minutes.head else []
    for block in minutes.blocks:
        lines += _lines(block, minutes)
    if minutes.pages_marked and minutes.foot:
        lines.append(minutes.foot)
    text = "\n".join(lines).rstrip("\n") + "\n"
    for page in range(1, text.count("{page}") + 1):
        text = text.replace("{page}", str(page), 1)
    return text


def _lines(block: Block, minutes: Minutes) -> list[str]:
    match block:
        case Heading(text):
            return [*_wrapped(text, minutes), ""]
        case Paragraph():
            return _paragraph(block, minutes)
        case Bullets(entries, mark):
            return [
                line for entry in entries for line in _hanging(f"{mark} {entry}".strip(), minutes, len(mark) + 1)
            ] + [""]
        case Listing(rows, widths):
            return [line for row in rows for line in _columns(row, widths, minutes)] + [""]
        case Grid():
            return _grid(block, minutes)
        case HeadRepeats():
            return _repeated(minutes)


def _repeated(minutes: Minutes) -> list[str]:
    """The foot of one page and the head of the next; without page marks only the head is repeated."""
    head = [*minutes.head, *[""] * bool(minutes.head), *(line for more in minutes.head_more for line in (more, ""))]
    if not minutes.pages_marked:
        return head
    head = head or [""]
    return [minutes.foot, "\f" + head[0], *head[1:]]


def _wrapped(text: str, minutes: Minutes) -> list[str]:
    return textwrap.wrap(text, minutes.wrap, break_on_hyphens=False) if minutes.wrap else [text]


def _hanging(text: str, minutes: Minutes, indent: int) -> list[str]:
    if not minutes.wrap:
        return [text]
    return textwrap.wrap(text, minutes.wrap, subsequent_indent=" " * indent, break_on_hyphens=False)


def _paragraph(block: Paragraph, minutes: Minutes) -> list[str]:
    lines: list[str] = []
    for number, piece in enumerate(f"{block.lead} {block.text}".strip().split(HEAD_REPEATS)):
        if number:
            lines += ["", *_repeated(minutes)]
        pad = " " * round(block.indent / 3)
        lines += [pad + line for line in _wrapped(piece.strip(), minutes)]
    return [*lines, ""]


def _residue(cell: CellText) -> str:
    if isinstance(cell, str):
        return cell
    if not cell.opening:
        return " ".join(cell.entries)
    return f'{cell.opening} <ul style="list-style-type: none"> - {" - ".join(cell.entries)} </ul>'


def _columns(row: tuple[CellText, ...], widths: tuple[float, ...], minutes: Minutes) -> list[str]:
    if minutes.tabs:
        return ["\t".join(_residue(cell).replace("&", "&amp;" if "<" in _residue(cell) else "&") for cell in row)]
    letters = [round(width / MILLIMETRES_A_LETTER) for width in widths]
    cells = [_cell_lines(cell, width - COLUMN_GAP) for cell, width in zip(row, letters, strict=True)]
    return [
        "".join(part.ljust(width) for part, width in zip(parts, letters, strict=True)).rstrip()
        for parts in zip_longest(*cells, fillvalue="")
    ]


def _cell_lines(cell: CellText, width: int) -> list[str]:
    lines = cell.lines if isinstance(cell, Entries) else [cell]
    return [part for line in lines for part in (textwrap.wrap(line, width, break_on_hyphens=False) or [""])]


def _grid(block: Grid, minutes: Minutes) -> list[str]:
    banner = [block.banner + "\t" * (len(block.heads) - 1) if minutes.tabs else block.banner] if block.banner else []
    rows = [block.heads, *block.rows] if any(block.heads) else block.rows
    return [*banner, *(line for row in rows for line in _columns(row, block.widths, minutes)), ""]
