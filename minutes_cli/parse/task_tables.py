"""Read the tables of actions and decisions that stand in a section of the minutes."""

from __future__ import annotations

from minutes_cli.parse import grids
from minutes_cli.parse.actions import read_rows
from minutes_cli.parse.block import Grid, Paragraph, fold
from minutes_cli.parse.headings import Heading
from minutes_cli.parse.reading import Reading

TITLE = 8  # words; a line over a table that says "actions" is its title when it has no more


def read(reading: Reading, grid: Grid, heading: Heading | None, before: str) -> None:
    """Read one table, if its rows are actions or decisions; it and the title over it are then no text of the item.

    ``before`` is the heading or line over the table, which may say what its rows are.
    """
    layout = grids.layout_of(grid, reading.context.roster, before)
    if layout is None:
        return
    actions, decisions = read_rows(grid, layout, reading.item_of(heading), reading.context)
    grid.role, grid.columns, grid.first = "actions", layout.columns, layout.first
    title = fold(layout.title or before).casefold()
    reading.tables_decide = reading.tables_decide or "decision" in title or "decision" in layout.columns
    _claim_title(reading, grid)
    reading.actions.extend(actions)
    reading.decisions.extend(decisions)


def _claim_title(reading: Reading, grid: Grid) -> None:
    position = reading.blocks.index(grid)
    over = reading.blocks[position - 1] if position else None
    if not isinstance(over, Paragraph) or over.role:
        return
    if grids.is_action_title(over.text) and len(over.text.split()) <= TITLE:
        over.role = "table title"
