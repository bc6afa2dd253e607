"""Read people out of tables with labels in their cells: lists side by side, rows in sections, run-in lists."""

from __future__ import annotations

from minutes_cli.model import Person
from minutes_cli.parse.attendance_columns import people_of_rows
from minutes_cli.parse.attendees import Attendance, is_vacant
from minutes_cli.parse.block import Grid, GridCell, GridRow
from minutes_cli.parse.name_list import read_list
from minutes_cli.parse.names import looks_like_name, mode_of, strip_titles
from minutes_cli.parse.people import Label, read_label
from minutes_cli.parse.person import read_person

NAMES = 0.6  # share of the cells below a label that must be names


def read_cells(grid: Grid, found: Attendance) -> bool:
    """Read a table by the labels in its cells; False when it has none that open lists of people."""
    if not grid.rows:
        return False
    readers = (_read_side_by_side, _read_sections, _read_run_in, _read_states)
    return any(read(grid, found) for read in readers)


def _read_states(grid: Grid, found: Attendance) -> bool:
    """Read names with a word of attendance beside each, whatever stands over them: "Ann Forde | Absent"."""
    rows = [row for row in grid.rows if len(row.cells) > 1 and row.texts[0] and row.texts[1]]
    stated = [row for row in rows if _state(row.texts[1]) and looks_like_name(strip_titles(row.texts[0].split("(")[0]))]
    if len(stated) < 2 or len(stated) < NAMES * len(rows[rows.index(stated[0]) :]):
        return False
    for row in stated:
        person = read_person(row.texts[0])
        if person is not None and not is_vacant(person):
            person.mode = mode_of(row.texts[1])
            found.add("present", [person], (row.page, row.line))
    return True


def _state(text: str) -> bool:
    return mode_of(text) is not None


def _label(text: str) -> Label | None:
    label = read_label(text) if text else None
    return label if label and label.kind in ("present", "attending", "apologies") else None


def _read_side_by_side(grid: Grid, found: Attendance) -> bool:
    """Read columns that each hold the names of one list: "Present | Absent" over names."""
    labels = [_label(text) for text in grid.rows[0].texts]
    kinds = {label.kind for label in labels if label and not label.rest}
    columns = [i for i, label in enumerate(labels) if label and not label.rest and _holds_names(grid, i)]
    if len(columns) < 2 or len(kinds) < 2:
        return False
    for row in grid.rows[1:]:
        for index in columns:
            label = labels[index]
            if label is not None and index < len(row.cells):
                found.add(label.kind, _people_in(row.cells[index]), (row.page, row.line))
    return True


def _holds_names(grid: Grid, column: int) -> bool:
    cells = [text for row in grid.rows[1:] if column < len(row.cells) and (text := row.cells[column].text)]
    return bool(cells) and sum(len(t) > 2 and looks_like_name(t.split("(")[0]) for t in cells) >= NAMES * len(cells)


def _people_in(cell: GridCell) -> list[Person]:
    people = [read_person(entry) for entry in cell.entries]
    return [person for person in people if person is not None and not is_vacant(person)]


def _read_sections(grid: Grid, found: Attendance) -> bool:
    """Read rows of people under rows that hold a label alone: "Present", then names with their offices."""
    kind, rows, hit = "", list[GridRow](), False
    for row in [*grid.rows, None]:
        label = _label(row.texts[0]) if row is not None and row.cells else None
        opens = label is not None and not label.rest and not any(row.texts[1:]) if row is not None else True
        if not opens and row is not None:
            rows.append(row)
            continue
        people = people_of_rows(rows) if kind else []
        if people:
            found.add(kind, people, (people[0].page or grid.page, people[0].line or grid.line))
            hit = True
        rows, kind = [], label.kind if label else ""
    return hit


def _read_run_in(grid: Grid, found: Attendance) -> bool:
    """Read cells that hold a label and its list: "Attendees: Ann Forde, Bob Hale", or one name a line below it."""
    hit = False
    for row in grid.rows:
        for cell in row.cells:
            kind = ""
            for entry in cell.entries:
                label = _label(entry)
                kind = label.kind if label else kind
                people = read_list(label.rest if label else entry) if kind else []
                if label is None and not all(looks_like_name(p.name or "") for p in people):
                    people = []
                kind = kind if label or people else ""
                found.add(kind, people, (row.page, row.line))
                hit = hit or bool(people)
    return hit
