"""Read the decisions of each section: those listed under a heading of their own, and those in the text of the items."""

from __future__ import annotations

from minutes_cli.model import Decision
from minutes_cli.parse import decisions, motion_tables
from minutes_cli.parse.block import Grid, Paragraph, fold
from minutes_cli.parse.headings import Heading
from minutes_cli.parse.motion_tables import NONE
from minutes_cli.parse.reading import Reading


def read(reading: Reading) -> None:
    """Read the decisions in the text of the items; what stands before the first heading decides nothing."""
    texts = [block for block in reading.blocks if isinstance(block, Paragraph) and not block.role]
    strong_only = reading.tables_decide or decisions.marks_decisions(texts)
    for heading, blocks in reading.sections:
        if heading is None and reading.headings:
            continue
        for grid in (block for block in blocks if isinstance(block, Grid) and not block.role):
            _take(reading, motion_tables.read(grid), heading)
        lines = [block for block in blocks if isinstance(block, Paragraph) and block.role in ("", "people prose")]
        if heading is not None and heading.kind == "decisions":
            found = [Decision(text=line.words, how="list", page=line.page, line=line.line) for line in lines]
        else:
            found = decisions.find(lines, strong_only)
        cells = [block for block in blocks if isinstance(block, Paragraph) and block.role == "decided"]
        found += [_stated(cell) for cell in cells if fold(cell.text).casefold().strip(" .") not in NONE]
        _take(reading, found, heading)


def _stated(cell: Paragraph) -> Decision:
    """Make a decision of what stands in the column of decisions of minutes kept in a table."""
    return Decision(text=fold(cell.text), how="table", page=cell.page, line=cell.line)


def _take(reading: Reading, found: list[Decision], heading: Heading | None) -> None:
    """Take the decisions of a section into the reading."""
    for decision in found:
        decision.item = reading.item_of(heading)
    reading.decisions.extend(found)
