"""Read who came out of drawn tables: with column headings, with a column a meeting, as a form of offices, or bare."""

from __future__ import annotations

from datetime import date
from functools import cache

import msgspec

from minutes_cli.model import Person
from minutes_cli.parse.attendance_columns import fill, people_of_rows
from minutes_cli.parse.attendees import Attendance, is_vacant
from minutes_cli.parse.block import Block, Grid, GridRow
from minutes_cli.parse.column_headings import heading_kinds
from minutes_cli.parse.dates import find_dates
from minutes_cli.parse.names import has_title, looks_like_name, strip_titles
from minutes_cli.parse.patterns import listed
from minutes_cli.parse.people import read_label, read_office
from minutes_cli.parse.person import read_person
from minutes_cli.vocabulary import load
from minutes_cli.wording import wording

KINDS = ("name", "initials", "role", "organisation", "attended", "apology")
TASK_KINDS = {"task", "owner", "due"}  # columns of a table of actions
MAX_OFFICE = 4  # words of a cell that names an office ("Clerk to the Governors")
MIN_ROLE = 2  # characters; a shorter cell beside a name is a mark
PEOPLE = 0.5  # share of the rows of a table without headings that must read as people
INVERTED = 0.8  # share of the names that stand surname first before all are taken to
MARKS = 0.6  # share of a meeting's cells that must be marks of attendance
TICKS, CROSSES = ("✓", "✔", "√", "☑"), ("x", "✗", "✘", "×", "☒")
NAMES = 0.6  # share of a column's cells that must be names
NAME_COLUMNS = 3  # names stand in one of the first columns
SURNAME_FIRST = wording(r"^[\w'’-]+(?: [\w'’-]+)?, [\w'’.-]+(?: [\w'’.-]+)?$")
NO_HEADING_SIGNS = wording(r"[^\w#/ -]")


class _Columns(msgspec.Struct, frozen=True):
    """What the columns of an attendance table mean: their kinds, the names', this meeting's, what no mark says.

    ``crossed`` is whether those who were there are ticked, so that a cross is for somebody who was not.
    """

    kinds: list[list[str]]
    named: int
    dated: int | None
    default: str
    crossed: bool = False


@cache
def _headings() -> dict[str, list[str]]:
    """Give the headings of attendance tables, each with all that it can mean ("present": names, or marks)."""
    out: dict[str, list[str]] = {}
    for kind in KINDS:
        for word in load("columns")[kind]:
            out.setdefault(word, []).append(kind)
    return out


@cache
def _mark(kind: str) -> frozenset[str]:
    return frozenset(load("columns")["marks"][kind])


def read_grid(grid: Grid, kind: str | None, found: Attendance, meeting_date: date | None) -> bool:
    """Read a drawn attendance table into ``found``; False when the table holds no people.

    ``kind`` is the list that the table stands in ("present", "apologies" ...), None when it stands in none.
    """
    if not grid.rows or grid.role or sum(_is_of_tasks(t) for t in grid.rows[0].texts) >= 2:
        return False
    head = grid.rows[0].texts
    kinds = [_headings().get(NO_HEADING_SIGNS.sub("", t).casefold().strip(), []) for t in head]
    named = next((i for i, k in enumerate(kinds) if "name" in k), None)
    if named is not None and (sum(map(bool, kinds)) >= 2 or kind or read_label(head[named]) is not None):
        dated = next((i for i, t in enumerate(head) if meeting_date and _has_date(t, meeting_date)), None)
        crossed = any(text.strip() in TICKS for row in grid.rows for text in row.texts)
        return _read_headed(grid, _Columns(kinds, named, dated, kind or "present", crossed), found)
    if kind is None:
        return False
    people = people_of_rows([row for row in grid.rows if any(row.texts)])
    if len(people) < max(1, PEOPLE * len(grid.rows)):
        return False
    found.add(kind, people, (grid.page, grid.line))
    return True


def _is_of_tasks(heading: str) -> bool:
    """Whether a column's heading is one of a table of actions, and not also of people ("Name")."""
    if not TASK_KINDS & set(heading_kinds(heading)):
        return False
    return not {"name", "organisation"} & set(_headings().get(heading.casefold().strip(" :"), []))


def _has_date(text: str, on: date | None) -> bool:
    return any(found.on == on for found in find_dates(text))


def read_offices(grid: Grid, found: Attendance) -> None:
    """Read officers out of a form: "Chaired by | Ann Forde | Clerked by | Bob Hale"."""
    for row in grid.rows:
        for label, value in zip(row.texts, row.texts[1:], strict=False):
            if not label or not value or len(label.split()) > MAX_OFFICE:
                continue
            office = read_office(f"{label.rstrip(' :')}: {value}")
            if office is not None and office.rest:
                found.add_officers(office, "present", (row.page, row.line))


def _read_headed(grid: Grid, columns: _Columns, found: Attendance) -> bool:
    """Read a table with column headings: the marks in its present and apologies columns, or this meeting's, decide."""
    count = 0
    names = [text for row in grid.rows[1:] if (text := row.texts[columns.named])]
    inverted = sum(bool(SURNAME_FIRST.match(t)) for t in names) >= INVERTED * max(1, len(names))
    for row in grid.rows[1:]:
        name = row.texts[columns.named]
        person = (Person(name=name) if inverted else read_person(name)) if name else None
        if person is None and has_title(name):
            person = Person(name=strip_titles(name))  # "Mr C. Quill vane", in a column of names
        if person is None or is_vacant(person):
            continue
        person.page, person.line = row.page, row.line
        for index, text in enumerate(row.texts):
            if index != columns.named and text:
                _fill_headed(person, columns.kinds[index], text)
        kind = _attended(row.texts, columns)
        if kind:
            found.add(kind, [person], (row.page, row.line))
            count += 1
    return count > 0


def _fill_headed(person: Person, kinds: list[str], text: str) -> None:
    """Give a person what a cell under a heading says of them."""
    kind = kinds[0] if kinds else ""
    if kind == "initials":
        person.initials = text.replace(" ", "")
    elif kind == "organisation":
        person.organisation = text
    elif kind == "role":
        fill(person, "role", text)


def _attended(texts: list[str], columns: _Columns) -> str | None:
    """Tell by its marks which list a row of an attendance table belongs to; None when they say neither."""
    for index, text in enumerate(texts):
        kinds, mark = columns.kinds[index], _plain(text)
        if not mark or not (index == columns.dated or "attended" in kinds or "apology" in kinds):
            continue
        if "apology" in kinds and mark not in listed("attendance", "no_apology"):
            return "apologies"
        if mark in _mark("absent") or (columns.crossed and mark in CROSSES):
            return "apologies"
        if mark.startswith(tuple(load("attendance")["attending"])):
            return "attending"
        if mark in _mark("present"):
            return "present"
    marked = columns.dated is not None or any({"attended", "apology"} & set(k) for k in columns.kinds)
    return None if marked else columns.default


def _plain(text: str) -> str:
    return text.casefold().strip(" .")


def read_matrix(grid: Grid, before: list[Block], found: Attendance, meeting_date: date | None) -> bool:
    """Read a year's attendance: names down, meetings across, a letter or tick in each cell; False when a table is none.

    The column of this meeting's date counts; ``before`` are the blocks above, one of which may hold the dates.
    """
    named = _name_column(grid)
    column = next((i for i, t in enumerate(grid.rows[0].texts) if _has_date(t, meeting_date)), None)
    for block in before:
        if column is None and isinstance(block, Grid) and len(block.rows) == 1 and block.edges and grid.edges:
            column = _column_below(block, grid, meeting_date)
            block.role = "people" if column is not None else block.role
    if meeting_date is None or column is None or named is None:
        return False
    marks = [_plain(row.texts[column]) for row in grid.rows[1:] if row.texts[column]]
    if sum(c in _mark("present") or c in _mark("absent") for c in marks) < MARKS * max(1, len(marks)):
        return False
    count = 0
    for row in grid.rows:
        person = _person_in(row, named, column)
        if person is None:
            continue
        kind = "apologies" if _plain(row.texts[column]) in _mark("absent") else "present"
        found.add(kind, [person], (row.page, row.line))
        count += 1
    return count > 1


def _column_below(dates: Grid, grid: Grid, meeting_date: date | None) -> int | None:
    """Find the column below the date of this meeting in a table of dates by itself (headings turned on their side)."""
    cells = enumerate(dates.rows[0].texts)
    x = next((dates.edges[i] for i, t in cells if _has_date(t.replace(" ", ""), meeting_date)), None)
    return None if x is None else min(range(len(grid.edges) - 1), key=lambda i: abs(grid.edges[i] - x))


def _person_in(row: GridRow, named: int, column: int) -> Person | None:
    """Read the person of one row of a matrix, with the role that may stand beside the name; None without a mark."""
    person = read_person(row.texts[named]) if row.texts[named] else None
    if person is None or not _plain(row.texts[column]) or is_vacant(person):
        return None
    role = row.texts[named + 1] if named + 1 < column else ""
    person.role = person.role or (role if len(role) > MIN_ROLE and not find_dates(role) else None)
    return person


def _name_column(grid: Grid) -> int | None:
    """Find the column of a table that holds people's names (in capitals or not), when one does."""
    for column in range(min(grid.width, NAME_COLUMNS)):
        cells = [row.texts[column] for row in grid.rows if column < len(row.cells) and row.texts[column]]
        names = sum(looks_like_name(t.title() if t.isupper() else t) and " " in t for t in cells)
        if len(cells) >= 2 and names >= NAMES * len(cells):
            return column
    return None
