"""Read the tables in which minutes keep their motions: what was moved, by whom, who seconded, how it went."""

from __future__ import annotations

from functools import cache

from minutes_cli.model import Decision
from minutes_cli.parse.block import Grid, GridRow, fold
from minutes_cli.parse.column_headings import heading_kinds
from minutes_cli.vocabulary import load

PARTS = ("motion", "mover", "seconder", "vote")  # columns of such a table
NONE = ("", "-", "n/a", "none", "nil")


@cache
def _words(part: str) -> frozenset[str]:
    return frozenset(load("columns")[part])


def read(grid: Grid) -> list[Decision]:
    """Read a table of motions; [] when it is none: it needs a column of motions and one of who moved or how it went."""
    columns = _columns(grid.rows[0].texts) if grid.rows else {}
    if "motion" not in columns or len(columns) < 2:
        return []
    found = [_decision(row, columns) for row in grid.rows[1:]]
    return [decision for decision in found if decision.text]


def _columns(headings: list[str]) -> dict[str, int]:
    out: dict[str, int] = {}
    for index, heading in enumerate(headings):
        plain = fold(heading).casefold().strip(" .:")
        part = next((part for part in PARTS if plain in _words(part)), None)
        if part is None and "status" in heading_kinds(heading):
            part = "vote"
        if part is not None:
            out.setdefault(part, index)
    return out


def _decision(row: GridRow, columns: dict[str, int]) -> Decision:
    said = {part: row.texts[column].strip() for part, column in columns.items() if column < len(row.cells)}
    filled = {part: text for part, text in said.items() if text.casefold() not in NONE}
    return Decision(
        text=filled.get("motion", ""),
        proposer=filled.get("mover"),
        seconder=filled.get("seconder"),
        vote=filled.get("vote"),
        how="motion-table",
        page=row.page,
        line=row.line,
    )
