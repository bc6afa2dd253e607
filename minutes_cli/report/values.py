"""What a report is: columns, groups of rows, notes, and what it covers. No formatting: that is for ``render``.

Every cell is typed: a date is a date, a number a number, a share a share from 0 to 1, until a renderer writes it. A
line of words that has a date in it keeps it as a date, too (``Phrase``).

A column has a face: ``page`` columns are for people (a table, Markdown, Word), ``machine`` columns for programs (CSV,
JSON, YAML), ``both`` for both. A page column may put several facts into lines; it then ``stands_for`` the typed
columns of those facts, which a spreadsheet shows in its place and by which a page is sorted.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

Scalar = str | int | float | bool | date | None
Phrase = tuple[str | int | date, ...]
"""One line of words put together from pieces without anything between: ``("due ", date(2031, 4, 20))``."""

Line = Scalar | Phrase
Fields = dict[str, Scalar | list[str]]
Value = Scalar | list[str] | list[Line] | list[Fields]
Row = dict[str, Value]
Kind = Literal["text", "number", "share", "date", "yes-no", "status", "list", "lines", "records"]
Face = Literal["both", "page", "machine"]

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def short_day(day: date) -> str:
    """Write a day as people read it in a narrow column: "4 Mar 2031", never "04/03/31"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """One column: its key in a row (and in machine formats), its title, and what its values are.

    ``kind``: ``share`` is a number from 0 to 1, ``status`` one of the words in ``choices``, ``list`` several values
    of one sort (owners), ``lines`` one value in several lines, ``records`` a list of keyed values. ``stands_for`` are
    the keys of the typed columns whose facts a page column puts into words, the one it is sorted by first.

    ``most`` is the widest a page need make it, in characters; 0 makes it a column of long text, which has all the
    room that is left. ``folds`` says that on a narrow page its value may stand below the long text's
    instead, the highest number first; 0 never. ``splits`` says that a page too narrow for all such columns may set
    them in several tables one below the other, each with the other columns again. ``short`` is the title, and
    ``signs`` are the values, where there is little room; the report's notes say what a sign means. ``alarm`` is the
    key of a yes-no value that makes this column's cell one to look at; its words must say so too, never the
    colour alone.
    """

    key: str
    title: str
    kind: Kind = "text"
    face: Face = "both"
    stands_for: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    most: int = 12
    folds: int = 0
    splits: bool = False
    short: str = ""
    signs: dict[str, str] = {}
    alarm: str = ""

    @property
    def name(self) -> str:
        """What the column is called where people choose columns: "due", also for the page's column of due dates."""
        return self.stands_for[0] if self.stands_for else self.key


class Group(msgspec.Struct, kw_only=True):
    """Rows that belong together: those of one meeting, of one owner.

    ``section`` is the heading above the group, shared with its neighbours; ``counts`` are what is counted of it;
    ``about`` says for programs what the group is: the day and body of its meeting, the owner's name.
    """

    title: str = ""
    rows: list[Row] = []
    section: str = ""
    counts: dict[str, int] = {}
    about: dict[str, Scalar] = {}


class Picture(msgspec.Struct, frozen=True, kw_only=True):
    """How a report's figures can be drawn, beside their table: as ``lines`` over time, or as ``bars``.

    ``by`` is the key of the column that names the points or the bars, ``figures`` are those of the numbers drawn.
    """

    title: str
    kind: Literal["lines", "bars"]
    by: str
    figures: tuple[str, ...]


class Covered(msgspec.Struct, kw_only=True):
    """What a report rests on: the day it is for, whose meetings of which days, and what was asked of them.

    ``meetings`` counts those held, ``records`` the files they stand in, which are more where a meeting has two.
    ``filters`` are what was asked for, in words ("owner AF").
    """

    as_of: date | None = None
    bodies: list[str] = []
    meetings: int = 0
    first: date | None = None
    last: date | None = None
    records: int = 0
    filters: list[str] = []


class Report(msgspec.Struct, kw_only=True):
    """One report, ready to be rendered in any format.

    ``key`` is the same for the same kind of report (``actions``), whatever its title; ``grouped_by`` names what the
    groups are ("Meeting") and ``headed_by`` the typed columns whose values the groups' titles say; ``facts`` are
    further figures for programs; ``notes`` what a reader must know to trust it: what was covered, what is not listed.
    ``picture`` says how its figures look drawn, where that tells something.
    """

    title: str
    columns: list[Column]
    key: str = ""
    groups: list[Group] = []
    subtitle: str = ""
    notes: list[str] = []
    grouped_by: str = "Group"
    headed_by: tuple[str, ...] = ()
    facts: dict[str, Scalar] = {}
    covered: Covered | None = None
    picture: Picture | None = None
