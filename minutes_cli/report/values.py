"""What a report is: a title, columns, groups of rows, and notes. No formatting: that is for ``render``.

A column has a face: ``page`` columns are for people (a table, Markdown), ``machine`` columns for programs and
spreadsheets (CSV, JSON, YAML), ``both`` for both. Dates are dates, counts are numbers; only page columns may
put several facts into words.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

Scalar = str | int | bool | date | None
Fields = dict[str, Scalar | list[str]]
Value = Scalar | list[str] | list[Fields]
Row = dict[str, Value]
Kind = Literal["text", "number", "date", "yes-no", "list", "lines", "records"]
Face = Literal["both", "page", "machine"]

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def short_day(day: date) -> str:
    """Write a day as people read it in a narrow column: "4 Mar 2031", never "04/03/31"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """One column: its key in a row (and in machine formats), its title, and what its values are.

    ``kind``: ``list`` is several values of one sort (owners), ``lines`` one value in several lines, ``records`` a list
    of keyed values. ``most`` is the widest a page need make it, in characters; 0 makes it the main column, which has
    all the room that is left. ``folds`` says that on a narrow page its value may stand below the main column's
    instead, the highest number first; 0 never. ``alarm`` is the key of a yes-no value
    that makes this column's cell one to look at; its words must say so too, never the colour alone.
    """

    key: str
    title: str
    kind: Kind = "text"
    face: Face = "both"
    most: int = 12
    folds: int = 0
    alarm: str = ""


class Group(msgspec.Struct, kw_only=True):
    """Rows that belong together: those of one meeting, of one owner.

    ``section`` is the heading above the group, shared with its neighbours; ``counts`` are what is counted of it.
    """

    title: str = ""
    rows: list[Row] = []
    section: str = ""
    counts: dict[str, int] = {}


class Report(msgspec.Struct, kw_only=True):
    """One report, ready to be rendered in any format.

    ``grouped_by`` names what the groups are ("Meeting"); ``facts`` is what the report is about, for programs;
    ``notes`` what a reader must know to trust it: what was covered, what is not listed.
    """

    title: str
    columns: list[Column]
    groups: list[Group] = []
    subtitle: str = ""
    notes: list[str] = []
    grouped_by: str = "Group"
    facts: dict[str, Scalar] = {}
