"""Read the items of minutes without headings from the agenda they print: the list that stands under "Agenda"."""

from __future__ import annotations

from minutes_cli.parse.block import Block, Grid, Paragraph
from minutes_cli.parse.heading_words import LONG_TITLE, fold_title
from minutes_cli.parse.headings import Heading
from minutes_cli.parse.numbering import read_number
from minutes_cli.parse.patterns import listed

SAME_INDENT = 1.0  # points or columns; what is set further in than the first entry is a note below an entry


def with_listed_items(headings: list[Heading], blocks: list[Block]) -> list[Heading]:
    """Give the headings of minutes; when none is an item of business, the entries of the printed agenda are items.

    A line set further in than those entries ("i." below a bullet) is no item's heading and does not count as one.
    """
    agenda = _agenda(blocks)
    if agenda is None:
        return headings
    entries = _entries(agenda + 1, {heading.index for heading in headings}, blocks)
    if not entries:
        return headings
    left = _left(blocks[entries[0].index]) + SAME_INDENT
    if any(heading.kind == "item" and _left(blocks[heading.index]) <= left for heading in headings):
        return headings
    return sorted([*(h for h in headings if h.kind != "item"), *entries], key=lambda heading: heading.index)


def announced(blocks: list[Block]) -> frozenset[str]:
    """Give the titles that an agenda printed before the minutes lists, folded for comparing."""
    agenda = _agenda(blocks)
    entries = _entries(agenda + 1, set(), blocks) if agenda is not None else []
    return frozenset(fold_title(entry.title) for entry in entries)


def _agenda(blocks: list[Block]) -> int | None:
    """Find the line that a printed agenda stands under (block index)."""
    titles = listed("heading", "agenda_lists")
    return next((i for i, b in enumerate(blocks) if isinstance(b, Paragraph) and fold_title(b.text) in titles), None)


def _entries(first: int, starts: set[int], blocks: list[Block]) -> list[Heading]:
    """Read the bulleted or numbered lines from one block on, as far as the list goes."""
    entries: list[Heading] = []
    for index in range(first, len(blocks)):
        block = blocks[index]
        if isinstance(block, Grid) or index in starts or block.role:
            break
        numbered = read_number(block.text)
        deeper = bool(entries) and block.x0 > _left(blocks[entries[0].index]) + SAME_INDENT
        if not (block.bullet or numbered or deeper):
            break
        title = (numbered.rest if numbered else block.words).rstrip(" :")
        if title and not deeper and len(title.split()) <= LONG_TITLE:
            entries.append(Heading(index, numbered.number if numbered else "", title, "", "item"))
    return entries


def _left(block: Block) -> float:
    return block.x0 if isinstance(block, Paragraph) else 0.0
