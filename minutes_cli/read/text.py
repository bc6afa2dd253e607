"""Read minutes in plain text: lines with their character columns, form feeds as pages, drawn tables as tables.

Lengths are characters across and lines down: ``x0`` is the character column, ``top`` the line number, so that empty
lines show as gaps in ``top``. For tabs see ``columns``.
"""

from __future__ import annotations

from hashlib import sha256

from minutes_cli.document import Document, Line, Page, Table
from minutes_cli.errors import SourceUnreadable
from minutes_cli.read.characters import tidy
from minutes_cli.read.columns import gap_width, joined, segments_of
from minutes_cli.read.drawn_table import drawn_length, read_drawn
from minutes_cli.read.encoding import decode
from minutes_cli.read.residue import undo_markup


def read_text(data: bytes, name: str) -> Document:
    """Read plain-text minutes.

    Raises ``SourceUnreadable`` when nothing but white space is there.
    """
    text = tidy(decode(data))
    gap = gap_width(text.split("\n"))
    sheets = text.split("\f")
    while len(sheets) > 1 and not sheets[-1].strip():
        sheets.pop()  # programs end the last page with a form feed too
    pages = [_page(sheet, number, gap) for number, sheet in enumerate(sheets, 1)]
    if not any(page.blocks for page in pages):
        raise SourceUnreadable(f"{name} holds no words.", "Check that it was saved or copied to the end.")
    return Document(name, "text", sha256(data).hexdigest(), pages)


def _page(sheet: str, number: int, gap: int) -> Page:
    printed = sheet.split("\n")
    blocks: list[Line | Table] = []
    at = 0
    while at < len(printed):
        length = drawn_length(printed, at)
        if length:
            blocks.append(read_drawn(printed[at : at + length], number, at + 1, undo_markup))
            at += length
        else:
            blocks.extend(lines_of(printed[at], number, at + 1, gap))
            at += 1
    width = max((block.x1 for block in blocks if isinstance(block, Line)), default=0.0)
    return Page(number, blocks, width=width, height=float(len(printed)))


def lines_of(printed: str, page: int, number: int, gap: int) -> list[Line]:
    r"""Read one typed line of minutes; an empty one gives none, one with "<br>" outside any column several.

    A list inside a tab's cell keeps its entries in that cell's segment, set apart by "\n".
    """
    if not printed.strip():
        return []
    cells = [undo_markup(cell) for cell in printed.split("\t")]
    segments = segments_of("\t".join(cells), gap)
    if not segments:
        return []
    if len(segments) == 1 and "\n" in segments[0].text:
        texts = segments[0].text.split("\n")
        parts = [segments_of(" " * int(segments[0].x0) + text, gap) for text in texts]
    else:
        parts = [segments]
    share = 1 / len(parts)
    return [
        Line(
            joined(part), page, number, part[0].x0, part[-1].x1, number + share * index, number + share * (index + 1),
            segments=part,
        )
        for index, part in enumerate(parts)
    ]  # fmt: skip
