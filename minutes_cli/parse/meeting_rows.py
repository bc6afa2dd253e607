"""Part a table that keeps the minutes of a meeting in each row: "Date | Participants | Content"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

import msgspec

from minutes_cli.document import Document, Line, Page, Row, Table
from minutes_cli.parse.block import fold
from minutes_cli.parse.dates import find_dates
from minutes_cli.parse.head_labels import kind_of
from minutes_cli.parse.people import read_label

LEAST = 3  # columns of such a table: when, who, what
LONG = 60  # characters that the longest column's cells have on average: it holds what was said
DATE_CELL = 6  # words of a cell that is a date


class _Columns(NamedTuple):
    """Which columns of the table hold the date and the people of a meeting."""

    dated: int
    people: int


def parted(document: Document) -> list[Document]:
    """Give a document for each meeting of a document that is one table of meetings; [] when it is none."""
    tables = [(number, block) for number, page in enumerate(document.pages) for block in page.blocks if _is_wide(block)]
    if not tables or not isinstance(tables[0][1], Table):
        return []
    head = tables[0][1].rows[0]
    columns = _columns(head)
    if columns is None:
        return []
    rows = [(number, row) for number, block in tables if isinstance(block, Table) for row in block.rows]
    meetings = _meetings(rows, columns, head)
    if len(meetings) < 2 or not _run_one_way([day for day, _ in meetings]) or not _tells(meetings, columns):
        return []
    above = list(_lines_above(document, tables[0][1]))
    return [_part(document, rows, columns, (head, above)) for _, rows in meetings]


def _is_wide(block: Line | Table) -> bool:
    return isinstance(block, Table) and len(block.edges) > LEAST and bool(block.rows)


def _texts(row: Row) -> list[str]:
    return [fold(cell.text) for cell in row.cells]


def _columns(head: Row) -> _Columns | None:
    """Find the columns headed as a date and as a list of people; None when one is missing."""
    texts = [text.strip(" :") for text in _texts(head)]
    dated = next((n for n, text in enumerate(texts) if kind_of(text) == "date"), None)
    people = next((n for n, t in enumerate(texts) if (label := read_label(t)) and label.kind == "present"), None)
    return None if dated is None or people is None else _Columns(dated, people)


Numbered = list[tuple[int, Row]]
"""Rows, each with the index of its page."""


def _meetings(rows: Numbered, columns: _Columns, head: Row) -> list[tuple[date, Numbered]]:
    """Gather the rows of each meeting, with its date; a row without a date goes on with the one above (cut)."""
    found: list[tuple[date, Numbered]] = []
    for number, row in rows:
        texts = _texts(row)
        if texts == _texts(head):
            continue
        said = texts[columns.dated] if columns.dated < len(texts) else ""
        days = find_dates(said) if said and len(said.split()) <= DATE_CELL else []
        if days and days[0].on:
            found.append((days[0].on, [(number, row)]))
        elif found and not said:
            found[-1][1].append((number, row))
        elif any(texts):
            return []
    return found


def _run_one_way(days: list[date]) -> bool:
    return all(a < b for a, b in pairwise(days)) or all(a > b for a, b in pairwise(days))


def _tells(meetings: list[tuple[date, Numbered]], columns: _Columns) -> bool:
    """Whether every meeting names people, and a column tells at length what was said."""
    first = [_texts(rows[0][1]) for _, rows in meetings]
    if not all(texts[columns.people] for texts in first):
        return False
    others = (n for n in range(len(first[0])) if n not in columns)
    return max((sum(len(texts[n]) for texts in first) / len(first) for n in others), default=0.0) > LONG


def _lines_above(document: Document, table: Line | Table) -> Iterator[Line]:
    """Give the lines over the table, which stand over all its meetings."""
    for page in document.pages:
        for block in page.blocks:
            if block is table:
                return
            if isinstance(block, Line):
                yield block


def _part(document: Document, rows: Numbered, columns: _Columns, over: tuple[Row, list[Line]]) -> Document:
    """Write the rows of a meeting as a document: its date, its people below their heading, and what was said."""
    head, above = over
    pages: dict[int, Page] = {}
    for position, (number, row) in enumerate(rows):
        if number not in pages:
            pages[number] = msgspec.structs.replace(document.pages[number], blocks=[])
        blocks = pages[number].blocks
        order = sorted(range(len(row.cells)), key=lambda n: (n != columns.dated, n != columns.people, n))
        for column in order:
            lines = row.cells[column].lines
            if column == columns.people and not position:
                label = fold(head.cells[column].text).rstrip(" :")
                lines = [_labelled(label, lines[0]), *lines[1:]]
            blocks.extend(lines)
    out = [pages[number] for number in sorted(pages)]
    out[0].running = [*above, *out[0].running]
    return msgspec.structs.replace(document, pages=out)


def _labelled(label: str, line: Line) -> Line:
    """Put the heading of a column before a line of it, as minutes that are no table have it: "Participants: A Reed"."""
    return msgspec.structs.replace(line, text=f"{label}: {line.text}", bold=0, segments=())
