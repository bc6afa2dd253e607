"""Set the marks of the margin behind the paragraphs they stand beside, each as a paragraph with the role "margin"."""

from __future__ import annotations

import msgspec

from minutes_cli.document import Line
from minutes_cli.parse.block import Block, Paragraph, fold
from minutes_cli.parse.margin_marks import Mark, Marks, place_of


def put_back(blocks: list[Block], marks: Marks) -> list[Block]:
    """Set the marks behind the paragraphs they stand beside, as paragraphs with the role "margin"."""
    if not marks:
        return blocks
    waiting = sorted(marks.values(), key=lambda mark: place_of(mark.line))
    out: list[Block] = []
    for index, block in enumerate(blocks):
        out.append(block)
        after = _begins(blocks[index + 1]) if index + 1 < len(blocks) else None
        here = [m for m in waiting if after is None or place_of(m.line) < after]
        if isinstance(block, Paragraph) and len(here) > 1:
            out[-1:] = _cut(block, here)
        else:
            out.extend(map(_paragraph, here))
        waiting = waiting[len(here) :]
    return out


def _begins(block: Block) -> tuple[int, int]:
    return block.page, block.line


def _cut(block: Paragraph, marks: list[Mark]) -> list[Block]:
    """Cut a paragraph where its sentences end above its marks, so that each mark stands behind what it belongs to."""
    out: list[Block] = []
    lines = list(block.lines)
    for mark in marks:
        place = place_of(mark.line)
        size = sum(place_of(line) <= place for line in lines)
        if size and mark is not marks[-1] and lines[size - 1].text.rstrip().endswith((".", ";", "!")):
            out.append(_piece(block, lines[:size], first=not out))
            lines = lines[size:]
        elif mark is marks[-1] and lines:
            out.append(_piece(block, lines, first=not out))
        out.append(_paragraph(mark))
    return out


def _piece(block: Paragraph, lines: list[Line], first: bool) -> Paragraph:
    text = fold(" ".join(line.text for line in lines))
    if len(lines) == len(block.lines):
        return block
    return msgspec.structs.replace(
        block, text=text, page=lines[0].page, line=lines[0].line, lines=lines, x0=lines[0].x0,
        bold=min(block.bold, len(text)) if first else 0, gap=block.gap if first else 0.0,
    )  # fmt: skip


def _paragraph(mark: Mark) -> Paragraph:
    line = mark.line
    paragraph = Paragraph(fold(mark.at.text), line.page, line.line, [line], role="margin")
    paragraph.size, paragraph.x0 = line.size, mark.at.x0
    return paragraph
