"""Know tables by their headings: which column holds the task, the owner, the due date."""

from __future__ import annotations

import msgspec

from minutes_cli.parse import due
from minutes_cli.parse.block import Grid, GridRow
from minutes_cli.parse.column_headings import (
    heading_kinds,
    is_action_title,
    is_heading_row,
    is_no_task,
    is_people_heading,
    says_action,
    title_of,
)
from minutes_cli.parse.owners import Roster, owner_like
from minutes_cli.parse.unruled import gather
from minutes_cli.wording import wording

HEADING_ROWS = 3  # a table's headings stand in one of its first rows
LONG_CELL = 80  # characters; owners and what they are to do are shorter
OWNERS = 0.6  # share of a column's cells that must read as owners before the column is taken for the owners'
SURE_OWNERS = 0.9  # the same, for a column whose heading says otherwise
FEW_OWNERS = 0.5  # share below which the column headed as the owners' is not theirs
REFERENCE = wording(r"[\w./-]{0,8}")  # "12", "4.2/7", or nothing


class Layout(msgspec.Struct):
    """What a table's columns hold: column number by kind, where its rows begin, and its title, if it prints one."""

    columns: dict[str, int]
    first: int
    title: str = ""


def layout_of(grid: Grid, roster: Roster, before: str = "") -> Layout | None:
    """Find out what the columns of a table hold; None when it is no table of actions or decisions.

    ``before`` is the heading or line that stands over the table, which may say that its rows are actions.
    """
    title, headings, first = _top_of(grid)
    for_actions = is_action_title(title or before)
    columns: dict[str, int] = {}
    if headings:
        columns = _by_heading(headings)
        _settle_owner(columns, headings, grid.rows[first:], roster)
    elif for_actions:
        columns = _by_content(grid, first, roster)
    _settle_due(columns, grid.rows[first:])
    if "task" not in columns and "decision" in columns and "owner" in columns:
        columns["task"] = columns.pop("decision")  # what was agreed beside who does it by when
    if "task" not in columns and "owner" in columns and ("due" in columns or "status" in columns):
        free = [i for i in range(grid.width) if i not in columns.values() and not is_no_task(headings[i : i + 1])]
        _widest_is_task(columns, grid.rows[first:], free)  # "Item | (nothing) | By whom | By when"
    if not columns:
        return None
    named = headings[columns["task"]] if headings and "task" in columns else ""
    told = for_actions or not headings or says_action(named)
    acts = "task" in columns and (told or not columns.keys().isdisjoint(("owner", "due", "status")))
    decides = "decision" in columns or ("discussion" in columns and "item" in columns)
    return Layout(columns, first, title) if acts or decides else None


def _top_of(grid: Grid) -> tuple[str, list[str], int]:
    """Read the title and the headings of a table, and the number of the row below them; "" and [] when it has none."""
    title, first = "", 0
    for index, row in enumerate(grid.rows[:HEADING_ROWS]):
        if is_heading_row(row.texts):
            return title, row.texts, index + 1
        if index == 0 and title_of(row):
            title, first = title_of(row), 1
    return title, [], first


def _widest_is_task(columns: dict[str, int], rows: list[GridRow], free: list[int]) -> None:
    """Take of the free columns the one with the most words for the task's when no heading claims it."""
    if free and rows:
        columns["task"] = max(free, key=lambda i: _letters(rows, i))
    elif "item" in columns and rows:
        columns["task"] = columns.pop("item")


def _letters(rows: list[GridRow], column: int) -> int:
    return sum(len(row.texts[column]) for row in rows if column < len(row.cells))


def _by_heading(headings: list[str]) -> dict[str, int]:
    """Give each column the kind its heading says; a heading whose first meaning is taken gets another of its own."""
    columns: dict[str, int] = {}
    spare: list[tuple[int, list[str]]] = []
    for index, text in enumerate(headings):
        kinds = heading_kinds(text)
        if not kinds:
            continue
        if kinds[0] not in columns:
            columns[kinds[0]] = index
        else:
            spare.append((index, kinds))
    for index, kinds in spare:
        free = next((k for k in kinds if k not in columns), None)
        if free:
            columns[free] = index
        else:
            columns.setdefault(f"{kinds[0]}2", index)
    return columns


def _settle_owner(columns: dict[str, int], headings: list[str], rows: list[GridRow], roster: Roster) -> None:
    """Of two columns that both may hold the task ("Details", "Action"), the one filled with names holds the owners."""
    second = columns.pop("task2", None)
    if "task" not in columns:
        return
    first = columns["task"]
    in_first = _owner_share(rows, first, roster)
    if "owner" in columns:
        # headings and cells that disagree ("Next steps | Owner" over name | task): the cells are right
        if in_first >= SURE_OWNERS and _owner_share(rows, columns["owner"], roster) < FEW_OWNERS:
            columns["owner"], columns["task"] = first, columns["owner"]
    elif second is not None:
        in_second = _owner_share(rows, second, roster)
        if max(in_first, in_second) >= OWNERS or not rows:
            columns["owner"], columns["task"] = (second, first) if in_second >= in_first else (first, second)
        elif says_action(headings[second]):
            columns["task"], columns["discussion"] = second, first
    elif in_first >= OWNERS and ("discussion" in columns or "decision" in columns):
        columns["owner"], columns["task"] = first, columns.get("decision", columns.get("discussion", first))


def _settle_due(columns: dict[str, int], rows: list[GridRow]) -> None:
    """Take a second column headed as the owners' for the due dates when such stand in it: "Who | By"."""
    second = columns.pop("owner2", None)
    if second is None or "due" in columns:
        return
    first = columns["owner"]
    if _due_share(rows, second) >= OWNERS:
        columns["due"] = second
    elif _due_share(rows, first) >= OWNERS:
        columns["owner"], columns["due"] = second, first


def _due_share(rows: list[GridRow], column: int) -> float:
    """Tell what share of a column's filled cells only say when something is due."""
    cells = [text for row in rows if column < len(row.cells) and (text := row.texts[column])]
    return sum(map(due.is_due, cells)) / len(cells) if cells else 0.0


def _owner_share(rows: list[GridRow], column: int, roster: Roster) -> float:
    """Tell what share of a column's filled cells read as owners; 0 for a column of long texts."""
    cells = [row.cells[column].text for row in rows if column < len(row.cells) and row.cells[column].entries]
    if not cells or sum(len(text) > LONG_CELL for text in cells) > (1 - OWNERS) * len(cells):
        return 0.0
    return sum(owner_like(text, roster) for text in cells) / len(cells)


def _by_content(grid: Grid, first: int, roster: Roster) -> dict[str, int]:
    """Tell the columns of a table of actions without headings: the owners' by its names, the task's by its length."""
    rows = grid.rows[first:]
    if not rows:
        return {}
    task = max(range(grid.width), key=lambda i: _letters(rows, i))
    columns = {"task": task}
    others = (i for i in range(grid.width) if i != task)
    owner = next((i for i in others if _owner_share(rows, i, roster) >= OWNERS), None)
    if owner is not None:
        columns["owner"] = owner
    if task > 0 and owner != 0 and all(REFERENCE.fullmatch(row.texts[0]) for row in rows):
        columns["ref"] = 0
    when = next((i for i in range(grid.width) if i not in columns.values() and _due_share(rows, i) >= OWNERS), None)
    if when is not None:
        columns["due"] = when
    return columns


__all__ = ["Layout", "gather", "heading_kinds", "is_action_title", "is_heading_row", "is_people_heading", "layout_of"]
