"""Read lists of people that stand in columns: name, then initials and role, in one or several pairs side by side."""

from __future__ import annotations

from minutes_cli.document import Line
from minutes_cli.model import Person
from minutes_cli.parse.attendees import is_vacant
from minutes_cli.parse.block import Block, GridRow, Paragraph
from minutes_cli.parse.names import capacity_of, fits, is_initials, looks_like_name, looks_like_role, mode_of
from minutes_cli.parse.people import read_label
from minutes_cli.parse.person import read_person

FURTHER_IN = 20.0  # points (characters in text); a line this far in from the names is the rest of a row
CENTRED = 60.0  # points; the first half of a role above its row stands this far right of the name
SAME_PLACE = 3.0  # points (characters in text); words that begin within this stand in one column
CLOSE = 0.8  # line heights; a name alone nearer than this to the rows above is one of them
INITIALS = 0.6  # share of a column's cells that are initials when it is theirs
NAMES = 0.9  # share of a further column's cells that are names when it begins a second pair


def lines_in_columns(blocks: list[Block], index: int, headings: set[int]) -> list[Paragraph]:
    """Gather the paragraphs of one list in columns, from the block at ``index`` on: rows, and lines wrapped in a cell.

    ``headings`` are the indexes of the blocks that end any list.
    """
    lines: list[Line] = []
    used: list[Paragraph] = []
    for step in range(index, len(blocks)):
        block = blocks[step]
        if not isinstance(block, Paragraph) or step in headings:
            break
        if used and not _goes_on(block, lines):
            break
        lines.extend(block.lines)
        used.append(block)
    return used


def _goes_on(block: Paragraph, lines: list[Line]) -> bool:
    """Whether a paragraph belongs to the list in columns above it, whose lines these are."""
    first = min(line.x0 for line in lines)
    if block.lines[0].x0 < first + FURTHER_IN and read_label(block.words) is not None:
        return False
    if any(len(line.segments) > 1 for line in block.lines):
        return True
    if all(line.x0 > first + FURTHER_IN for line in block.lines):
        return True
    return looks_like_name(block.text) and block.gap < CLOSE


def wrapped_above(blocks: list[Block], index: int) -> bool:
    """Whether a line is the first half of a role, set above the name's line because the row is centred."""
    here, after = blocks[index], blocks[index + 1] if index + 1 < len(blocks) else None
    if not isinstance(here, Paragraph) or not isinstance(after, Paragraph):
        return False
    line, below = here.lines[0], after.lines[0]
    overlaps = below.top < here.lines[-1].bottom
    if line.size and line.x0 - below.x0 > CENTRED and overlaps and looks_like_name(after.text):
        return True
    return len(below.segments) > 1 and any(abs(line.x0 - s.x0) < SAME_PLACE for s in below.segments[1:])


def people_of_rows(rows: list[GridRow]) -> list[Person]:
    """Read the people of a list in columns: a name, with the initials and the role that stand right of it."""
    if not rows:
        return []
    kinds = _column_kinds(rows)
    people: list[Person] = []
    for row in rows:
        current: Person | None = None
        for kind, text in zip(kinds, row.texts, strict=True):
            if not text:
                continue
            if kind != "name":
                if current is not None:
                    fill(current, kind, text)
                continue
            current = read_person(text)
            if current is None or is_vacant(current):
                current = None
                continue
            current.page, current.line = row.page, row.line
            people.append(current)
    return people


def fill(person: Person, kind: str, text: str) -> None:
    """Give a person what a cell beside their name says: initials, a capacity, else a role (or more of it)."""
    bare = text.replace(" ", "")
    if person.initials is None and is_initials(bare) and (kind == "initials" or _are_initials(kind, text, person)):
        person.initials = bare
    elif (mode := mode_of(text)) and person.mode is None:
        person.mode = mode
    elif (capacity := capacity_of(text)) and person.capacity is None:
        person.capacity = capacity
        if capacity in ("chair", "vice-chair"):
            person.role = person.role or text  # gives way to a job, when one is printed too
    else:
        person.role = f"{person.role}, {text}" if person.role and not capacity_of(person.role) else text


def _are_short(rows: list[GridRow], column: int) -> bool:
    """Whether a column holds initials: then the one before it holds names, and no organisations."""
    texts = [row.cells[column].text for row in rows if column < len(row.cells) and row.cells[column].entries]
    return bool(texts) and sum(is_initials(t.replace(" ", "")) for t in texts) >= INITIALS * len(texts)


def _are_initials(kind: str, text: str, person: Person) -> bool:
    return kind == "role" and fits(text, person.name or "")


def _column_kinds(rows: list[GridRow]) -> list[str]:
    """Tell what each column holds ("name", "initials", "role") by what most of its cells look like."""
    kinds = ["name"]
    for index in range(1, max(len(row.cells) for row in rows)):
        texts = [row.cells[index].text for row in rows if index < len(row.cells) and row.cells[index].entries]
        initials = sum(is_initials(t.replace(" ", "")) for t in texts)
        names = sum(looks_like_name(t) and not looks_like_role(t) and len(t.split()) > 1 for t in texts)
        if texts and initials >= INITIALS * len(texts):
            kinds.append("initials")
        elif len(texts) > 1 and names >= NAMES * len(texts) and kinds[-1] == "initials" and _are_short(rows, index + 1):
            kinds.append("name")
        else:
            kinds.append("role")
    return kinds
