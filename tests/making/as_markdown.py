"""Minutes as Markdown: number signs, bold leads, pipe tables, front matter for the running head."""

from __future__ import annotations

import re

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

_MARKS = re.compile(r"([\\`*_\[\]<>|~])")
_NUMBER = re.compile(r"^(\d+)([.)])(?=\s|$)")
_MARK_AT_START = re.compile(r"^([-+#])(?=\s)")


def markdown_of(minutes: Minutes) -> str:
    """The whole Markdown of the minutes, ending with a newline.

    A page has no running head: it is the file's title where the words begin with one of theirs, else its first lines.
    """
    parts = [part for block in minutes.blocks for part in _parts(block)]
    if minutes.head and isinstance(minutes.blocks[0], Heading) and minutes.blocks[0].level == 0:
        parts.insert(0, f'---\ntitle: "{" – ".join(minutes.head)}"\n---')
    elif minutes.head:
        parts.insert(0, "\n".join(f"{_escaped(line)}  " for line in minutes.head))
    return "\n\n".join(parts) + "\n"


def _parts(block: Block) -> list[str]:
    match block:
        case Heading(text, level):
            return [f"{'#' * (level + 1)} {_escaped(text)}"]
        case Paragraph(text, lead):
            bold = f"**{_escaped(lead)}** " if lead else ""
            return [bold + _escaped(plain(text))]
        case Bullets(entries, mark):
            if not mark:
                return [_escaped(entry) for entry in entries]
            return ["\n".join(f"- {_escaped(entry)}" for entry in entries)]
        case Listing(rows, widths):
            return ["\n".join([_row(("",) * len(widths)), _rule(widths), *map(_row, rows)])]
        case Grid():
            return [_grid(block)]
        case HeadRepeats():
            return []


def _grid(block: Grid) -> str:
    """A pipe table has no cell over several columns: what spans them stands in the first of them."""
    rows = [block.heads, *block.rows] if any(block.heads) or not block.banner else list(block.rows)
    if block.banner:
        rows.insert(0, (block.banner, *("" for _ in block.widths[1:])))
    return "\n".join([_row(rows[0]), _rule(block.widths), *map(_row, rows[1:])])


def _rule(widths: tuple[float, ...]) -> str:
    return "|" + " --- |" * len(widths)


def _row(cells: tuple[CellText, ...]) -> str:
    return "| " + " | ".join(map(_cell, cells)) + " |"


def _cell(text: CellText) -> str:
    return "<br>".join(map(_escaped, text.lines)) if isinstance(text, Entries) else _escaped(text)


def _escaped(text: str) -> str:
    """The words, with a backslash before each sign that Markdown would take for a mark."""
    return _MARK_AT_START.sub(r"\\\1", _NUMBER.sub(r"\1\\\2", _MARKS.sub(r"\\\1", text)))
