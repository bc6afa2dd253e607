"""Read the decisions of each section: those listed under a heading of their own, and those in the text of the items."""

from __future__ import annotations

from minutes_cli.model import Decision
from minutes_cli.parse import decisions, motion_tables
from minutes_cli.parse.block import Grid, Paragraph, fold
from minutes_cli.parse.headings import Heading
from minutes_cli.parse.motion_tables import NONE
from minutes_cli.parse.patterns import listed, pattern
from minutes_cli.parse.reading import Reading


def read(reading: Reading) -> None:
    """Read the decisions in the text of the items, and above them all but lines of the title ("APPROVED MINUTES")."""
    texts = [block for block in reading.blocks if isinstance(block, Paragraph) and not block.role]
    strong_only = reading.tables_decide or decisions.marks_decisions(texts)
    title = {id(block) for block in reading.blocks[: reading.head_end]}
    for heading, blocks in reading.sections:
        for grid in (block for block in blocks if isinstance(block, Grid) and not block.role):
            _take(reading, motion_tables.read(grid), heading)
        lines = [block for block in blocks if isinstance(block, Paragraph) and block.role in ("", "people prose")]
        if heading is None:
            lines = [
                line for line in lines if id(line) not in title and not pattern("heading", "stamp").search(line.text)
            ]
        if heading is not None and heading.kind == "decisions":
            found = [_listed(line) for line in lines if not _is_nothing(line)]
        else:
            found = decisions.find(lines, strong_only)
        cells = [block for block in blocks if isinstance(block, Paragraph) and block.role == "decided"]
        found += [_stated(cell) for cell in cells if not _is_nothing(cell)]
        _take(reading, found, heading)


def _is_nothing(paragraph: Paragraph) -> bool:
    """Whether a line where decisions stand says that there is none: "None.", "n/a", "No decisions"."""
    said = fold(paragraph.words).casefold().strip(" .!-–—")
    return said in NONE or said in listed("markers", "undecided")


def _listed(line: Paragraph) -> Decision:
    """Make a decision of a line below a heading of decisions."""
    return Decision(text=line.words, how="list", page=line.page, line=line.line)


def _stated(cell: Paragraph) -> Decision:
    """Make a decision of what stands in the column of decisions of minutes kept in a table."""
    return Decision(text=fold(cell.text), how="table", page=cell.page, line=cell.line)


def _take(reading: Reading, found: list[Decision], heading: Heading | None) -> None:
    """Take the decisions of a section into the reading."""
    for decision in found:
        decision.item = reading.item_of(heading)
    reading.decisions.extend(found)
