"""The tables of a Word document: a head that repeats on every page, rows that keep together, widths that fit the page.

They are written as elements, row by row: python-docx looks through a whole table for each cell of it, which takes
minutes for 5,000 actions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from minutes_cli.render.docx_page import INK, room_of
from minutes_cli.render.faces import head, is_urgent, lines, page_columns
from minutes_cli.report.values import Column, Group, Report, Row

if TYPE_CHECKING:
    from docx.document import Document

LETTER = 122
"""The room an average bold letter takes in 9 points, in twentieths of a point; measured on Arial and Calibri."""

PADDING = 160
"""The room at both sides of a cell together, in twentieths of a point."""

LEAST = 2400
"""The room a column of long text has at least, in twentieths of a point: some four centimetres."""

SMALL = "18"
"""The size of a table's letters, in half points."""

RED = "9C0006"
"""The ink of what is overdue, 8 : 1 on white; it is bold, and says so in words, too."""

NUMBERS = ("number", "share")


def tables(document: Document, report: Report, group: Group) -> None:
    """Write the rows of a group as a table; as several, one below the other, where its columns may split and must."""
    from docx.oxml.ns import qn

    room = room_of(document)
    end = document.element.body.find(qn("w:sectPr"))
    for shared in _shares(_fitted(report), room):
        table = _table(shared, _widths(shared, room), group.rows)
        after = _new("w:p")
        for part in (table, after):
            end.addprevious(part) if end is not None else document.element.body.append(part)


def _fitted(report: Report) -> list[Column]:
    """Take the columns of a page, each no wider than its longest value in the report needs."""
    from msgspec.structs import replace

    rows = [row for group in report.groups for row in group.rows]
    return [replace(c, most=min(c.most, max(1, _longest(c, rows)))) if c.most else c for c in page_columns(report)]


def _longest(column: Column, rows: Sequence[Row]) -> int:
    """Count the letters of the longest line in a column; signs and short heads are never to be broken."""
    return max((len(line) for row in rows for line in lines(column, row)), default=0)


def _shares(columns: Sequence[Column], room: int) -> Iterator[list[Column]]:
    """Share columns out among tables: those that may split go on in the next one, after the first column of long text.

    ``room`` is in twentieths of a point.
    """
    splitting = [column for column in columns if column.splits]
    others = [column for column in columns if not column.splits]
    if not splitting:
        yield list(columns)
        return
    name = [column for column in others if not column.most][:1]
    each, first = max(map(_wide, splitting)), others
    while splitting or first:
        taken = sum(_wide(column) if column.most else LEAST for column in first or name)
        fits = max(1, (room - taken) // each)
        yield [*(first or name), *splitting[:fits]]
        splitting, first = splitting[fits:], []


def _wide(column: Column) -> int:
    """Give the room a narrow column takes, so that neither its values nor its title are broken."""
    letters = max(column.most, *(len(word) for word in head(column).split()), 3)
    return letters * LETTER + PADDING


def _widths(columns: Sequence[Column], room: int) -> list[int]:
    """Share the page's room among columns: the narrow ones take theirs, the long texts what is left."""
    natural = [_wide(column) if column.most else 0 for column in columns]
    long = natural.count(0)
    left = room - sum(natural)
    if long and left >= LEAST * long:
        return [wide or left // long for wide in natural]
    wanted = [wide or LEAST for wide in natural]
    scale = min(1.0, room / sum(wanted)) if wanted else 1.0
    return [int(wide * scale) for wide in wanted]


def _table(columns: Sequence[Column], widths: Sequence[int], rows: Sequence[Row]) -> Any:
    table = _new("w:tbl")
    _look(table, sum(widths))
    grid = _add(table, "w:tblGrid")
    for width in widths:
        _add(grid, "w:gridCol", w=width)
    if any(head(column) for column in columns):
        first = _row(table, is_head=True)
        for column, width in zip(columns, widths, strict=True):
            _cell(first, width, [head(column)], bold=True, colour="FFFFFF", paper=INK, right=column.kind in NUMBERS)
    for row in rows:
        line = _row(table)
        for column, width in zip(columns, widths, strict=True):
            urgent = is_urgent(column, row)
            said = lines(column, row)
            _cell(line, width, said, bold=urgent, colour=RED if urgent else "", right=column.kind in NUMBERS)
    return table


def _look(table: Any, width: int) -> None:
    """Set a table's width and rules; a template's own style for tables is not asked for, as few have one to read in."""
    said = _add(table, "w:tblPr")
    _add(said, "w:tblW", w=width, type="dxa")
    rules = _add(said, "w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        _add(rules, f"w:{side}", val="single", sz=4, space=0, color="A6A6A6")
    _add(said, "w:tblLayout", type="fixed")
    edges = _add(said, "w:tblCellMar")
    for side in ("left", "right"):
        _add(edges, f"w:{side}", w=PADDING // 2, type="dxa")
    _add(said, "w:tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1)


def _row(table: Any, *, is_head: bool = False) -> Any:
    row = _add(table, "w:tr")
    said = _add(row, "w:trPr")
    _add(said, "w:cantSplit")
    if is_head:
        _add(said, "w:tblHeader")
    return row


def _cell(row: Any, width: int, said: Sequence[str], *, bold: bool, colour: str, paper: str = "", right: bool) -> None:
    """Write one cell: its lines one below the other, in one paragraph."""
    cell = _add(row, "w:tc")
    looks = _add(cell, "w:tcPr")
    _add(looks, "w:tcW", w=width, type="dxa")
    if paper:
        _add(looks, "w:shd", val="clear", color="auto", fill=paper)
    paragraph = _add(cell, "w:p")
    setting = _add(paragraph, "w:pPr")
    _add(setting, "w:spacing", before=40, after=40)
    if right:
        _add(setting, "w:jc", val="right")
    if not said:
        return
    run = _add(paragraph, "w:r")
    letters = _add(run, "w:rPr")
    if bold:
        _add(letters, "w:b")
    if colour:
        _add(letters, "w:color", val=colour)
    _add(letters, "w:sz", val=SMALL)
    _add(letters, "w:szCs", val=SMALL)
    for number, line in enumerate(said):
        if number:
            _add(run, "w:br")
        text = _add(run, "w:t")
        text.text = line
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


@cache
def _tag(name: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(name))


def _new(name: str) -> Any:
    from docx.oxml import OxmlElement

    return OxmlElement(name)


def _add(parent: Any, name: str, **said: str | int) -> Any:
    """Add an element of Word's to another, with its attributes."""
    made = parent.makeelement(_tag(name), {_tag(f"w:{key}"): str(value) for key, value in said.items()})
    parent.append(made)
    return made
