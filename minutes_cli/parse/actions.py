"""Read the rows of action and decision tables: what is to be done, by whom, by when, and how it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from minutes_cli.model import Action, Decision, Part
from minutes_cli.parse import status
from minutes_cli.parse.block import BULLET, Grid, GridCell, GridRow, fold, join_words
from minutes_cli.parse.context import Context
from minutes_cli.parse.due import is_due
from minutes_cli.parse.grids import Layout
from minutes_cli.parse.owners import Owned, Roster, is_somebody, owner_like, read_cell, split_owners
from minutes_cli.parse.patterns import pattern
from minutes_cli.parse.standing import stand
from minutes_cli.parse.status import statuses
from minutes_cli.parse.task import is_deed
from minutes_cli.vocabulary import load
from minutes_cli.wording import wording

SHARED = ("ref", "item", "owner", "due", "status")  # columns whose merged cell speaks for each row it spans
FEWEST_LINES = 3  # lines in the cells of a row that is a list in columns
LEAD_IN = 2  # lines of a cell; more of them below a line that ends with a colon are a list ("Reports on:", ...)


@cache
def _row_decides() -> re.Pattern[str]:
    return wording(load("decisions")["row"])


def states_decision(text: str) -> bool:
    """Whether a row's words state something decided rather than a task: "All proposals under item 2b agreed"."""
    return bool(_row_decides().match(fold(text)))


def read_rows(grid: Grid, layout: Layout, item: str | None, context: Context) -> tuple[list[Action], list[Decision]]:
    """Read every row of a table of actions; ``item`` is the number of the item that the table stands in.

    Rows without words are passed over; ``ref`` is left "" where none is printed.
    """
    actions: list[Action] = []
    decisions: list[Decision] = []
    for row in _rows(grid, layout):
        cells = _cells(row, layout)
        if cells.get("decision") and layout.columns["decision"] != layout.columns.get("task"):
            ref, number = cells.get("ref") or None, cells.get("item") or item
            decisions.append(_decided(row, ref, number, cells["decision"]))
        if not cells.get("task"):
            if actions and row.cells[layout.columns["task"]].above is not None:
                _share(actions[-1], row, layout, context.roster)
            continue
        if actions and _goes_on(cells, actions[-1]):
            above = actions[-1]
            above.text = join_words(above.text, fold(cells["task"]))
            above.due = above.due or context.due(above.text)
            continue
        action = _action(row, layout, cells, context)
        action.item = cells.get("item") or item
        if states_decision(cells["task"]):
            decisions.append(_decided(row, action.ref or None, action.item, cells["task"]))
            if not _is_still_task(action, context.roster):
                continue
        actions.append(action)
    return actions, decisions


def _rows(grid: Grid, layout: Layout) -> Iterator[GridRow]:
    """Give the rows of a table; a single row that holds a list in each column gives one for each line of it."""
    rows = grid.rows[layout.first :]
    filled = [row for row in rows if any(row.texts)]
    count = _listed_lines(filled[0], layout) if len(filled) == 1 else 0
    yield from (_line_of(filled[0], number, count) for number in range(count)) if count else rows


def _listed_lines(row: GridRow, layout: Layout) -> int:
    """Count the lines that a row's tasks and owners have alike, when it is a list in columns; 0 when it is none."""
    if not {"task", "owner"} <= layout.columns.keys():
        return 0
    tasks, owners = (len(row.cells[layout.columns[kind]].entries) for kind in ("task", "owner"))
    return tasks if tasks == owners and tasks >= FEWEST_LINES else 0


def _line_of(row: GridRow, number: int, count: int) -> GridRow:
    """Give one line of a row that is a list in columns; a cell with other lines gives its words where they fit."""
    cells = []
    for cell in row.cells:
        entries = next((e for e in (cell.entries, cell.text.split(), statuses(cell.text)) if len(e) == count), [])
        lines = cell.lines[number : number + 1] if len(cell.lines) == count else cell.lines
        cells.append(GridCell([entries[number]], None, lines) if entries else GridCell())
    return GridRow(cells, row.page, row.line)


def _decided(row: GridRow, ref: str | None, item: str | None, text: str) -> Decision:
    return Decision(ref=ref, item=item, text=text, how="table", page=row.page, line=row.line)


def _is_still_task(action: Action, roster: Roster) -> bool:
    """Whether a row that states a decision asks for something as well.

    Its owner cell may hold the task ("AF to publish it", which becomes the action's text), or name who acts on it.
    """
    if action.action and read_cell(action.action, roster).rest:
        action.text = fold(action.action)
        return True
    return bool(action.owners)


def _cells(row: GridRow, layout: Layout) -> dict[str, str]:
    """Give the words of a row by the kind of their column; a merged owner or date belongs to each of its rows."""
    cells = {kind: row.cells[column] for kind, column in layout.columns.items() if column < len(row.cells)}
    return {kind: (cell.whole if kind in SHARED else cell).text for kind, cell in cells.items()}


def _action(row: GridRow, layout: Layout, cells: dict[str, str], context: Context) -> Action:
    """Make an action of one row."""
    owner_cell = _owner_cell(row, layout)
    owned = read_cell("\n".join(owner_cell.entries), context.roster) if owner_cell else Owned([], "", False)
    action = Action(
        id="",
        ref=cells.get("ref", "").strip(" .()"),
        text="",
        how="action-table",
        page=row.page,
        line=row.line,
        owners=owned.owners,
    )
    if owner_cell is not None and owner_cell.entries:
        action.action = owner_cell.text
    _take_words(action, row.cells[layout.columns["task"]], owned)
    if "owner" not in layout.columns:
        _owner_in_text(action, context.roster)
    when, standing = cells.get("due", ""), cells.get("status", "")
    if not standing and not is_due(when) and status.read(when) is not None:
        when, standing = "", when  # "Complete" where the others have their day
    action.due = context.due(f"{action.text} {owned.rest}", when)
    stand(action, standing)
    return action


def _goes_on(cells: dict[str, str], above: Action) -> bool:
    """Whether a row is the rest of the one above, which its writer split by hand: words alone that begin small."""
    alone = not any(text for kind, text in cells.items() if kind != "task")
    return alone and cells["task"].lstrip()[:1].islower() and not above.parts


def _share(action: Action, row: GridRow, layout: Layout, roster: Roster) -> None:
    """Give an action whose merged cell spans another row the owners named in that row too."""
    cell = _owner_cell(row, layout)
    if cell is None or not row.cells[layout.columns["owner"]].entries:
        return
    owned = read_cell("\n".join(cell.entries), roster)
    action.owners = list(dict.fromkeys([*action.owners, *owned.owners]))
    action.action = "; ".join(filter(None, [action.action, cell.text]))


def _owner_cell(row: GridRow, layout: Layout) -> GridCell | None:
    column = layout.columns.get("owner")
    return row.cells[column].whole if column is not None and column < len(row.cells) else None


def _take_words(action: Action, cell: GridCell, owned: Owned) -> None:
    """Give an action the words of its task cell; as many list entries as owners are each owner's own part."""
    lead, entries = _listed(cell.entries)
    if len(entries) > 1 and len(entries) == len(owned.owners) and not owned.joint:
        action.text = lead or "; ".join(entries)
        action.parts = [Part(text=text, owners=[owner]) for text, owner in zip(entries, owned.owners, strict=True)]
    else:
        action.text = fold(f"{lead} {'; '.join(entries)}") if entries else lead


def _listed(entries: list[str]) -> tuple[str, list[str]]:
    """Part a cell that holds a list into its lead-in and its entries.

    ["Reports on:", "- a", "- b"] -> ("Reports on:", ["a", "b"]); a cell without a list is all lead-in.
    """
    bulleted = [i for i, entry in enumerate(entries) if BULLET.match(entry)]
    if not bulleted:
        if len(entries) > LEAD_IN and entries[0].endswith(":"):
            return entries[0], entries[1:]
        return fold(" ".join(entries)), []
    first = bulleted[0]
    return fold(" ".join(entries[:first])), [fold(BULLET.sub("", entry, count=1)) for entry in entries[first:]]


def _owner_in_text(action: Action, roster: Roster) -> None:
    """Take the owner off the task's first words in a table without an owner column ("AF to write", "Bob: paint")."""
    match = pattern("markers", "owner-first").match(action.text)
    if match and owner_like(match["who"], roster) and not is_deed(match["who"], match["rest"].removeprefix("to ")):
        owned = split_owners(match["who"], roster)
        if owned.owners and not owned.rest:
            action.owners = owned.owners
            return
    behind = pattern("markers", "owner-last").match(action.text)
    if behind and (owned := split_owners(behind["who"], roster)).owners and not owned.rest:
        sure = all(is_somebody(owner, roster) for owner in owned.owners)
        action.owners, action.text = (owned.owners, behind["rest"]) if sure else (action.owners, action.text)
