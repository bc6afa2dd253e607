"""What a body says of itself once for all its minutes: the nouns of ``minutebook.yaml``.

The file is optional and lies in the folder of a minute book, or above it. Every key is; what is not said is ``None`` or
empty, and the reports go by the records alone then. ``extra`` holds keys that this version does not know.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Literal, TypeVar

import msgspec

from minutes_cli.model import Record

Numbering = Literal["meeting", "year", "continuous"]
"""Where the numbers of actions begin again: with every meeting, with every year, or never."""

AMBER_DAYS = 7
"""How many days before it is due an open action turns amber when the book does not say: a week, the interval at which
boards remind owners (``docs/reports.md``)."""


Quorum = Annotated[int, msgspec.Meta(ge=1)] | Annotated[str, msgspec.Meta(pattern=r"^\s*[1-9]\d*\s*/\s*[1-9]\d*\s*$")]
"""How many members must be there: a number, or a share of them ("1/3")."""


class Member(Record, kw_only=True):
    """Somebody of the roster: who may own actions, whatever a single meeting's attendance list says.

    ``aliases`` are further names and initials that the minutes use for them, whole ("Cllr Flynn", "AMF"). ``left`` is
    the day on which they left: actions they still own are for somebody else. ``body`` is whose roster they are on, when
    the book has several bodies; ``None`` is every one.
    """

    name: str
    initials: str | None = None
    aliases: list[str] = []
    role: str | None = None
    organisation: str | None = None
    email: str | None = None
    left: date | None = None
    body: str | None = None


class Planned(Record, kw_only=True):
    """A meeting known in advance, held or to be held: its day, and what people call it ("AGM", "April Board")."""

    date: date
    name: str | None = None
    start: str | None = None
    place: str | None = None
    body: str | None = None


class Body(Record, kw_only=True):
    """A body whose minutes are in the book: its name, other spellings, the short one of ids (``HSG/2031-03-04/3``).

    ``quorum`` is how many of its members must be there.
    """

    name: str
    short: str | None = None
    aliases: list[str] = []
    quorum: Quorum | None = None


class Columns(Record, kw_only=True):
    """The house's own headings of the columns of action tables, whole, in any case ("Bearer" over the owners)."""

    ref: list[str] = []
    item: list[str] = []
    task: list[str] = []
    owner: list[str] = []
    due: list[str] = []
    status: list[str] = []
    opened: list[str] = []
    discussion: list[str] = []
    decision: list[str] = []


class StatusWords(Record, kw_only=True):
    """The house's own words for how an action stands ("parked"), under what they mean."""

    open: list[str] = []
    in_progress: list[str] = msgspec.field(default_factory=list, name="in progress")
    done: list[str] = []
    dropped: list[str] = []
    carried: list[str] = []


class Words(Record, kw_only=True):
    """How the house words its minutes where that differs from what minutes usually say."""

    columns: Columns = msgspec.field(default_factory=Columns)
    markers: list[str] = []
    status: StatusWords = msgspec.field(default_factory=StatusWords)


class Rag(Record, kw_only=True):
    """When an open action is red, amber or green: red past its date, amber from ``amber`` days before it."""

    amber: int = AMBER_DAYS


class ReportForm(Record, kw_only=True):
    """How the house wants a report: its title, and which columns in which order.

    A column is named by its key or its title ("owner"); ``{owner: Lead}`` gives it a title of the house's own.
    """

    title: str | None = None
    columns: list[str | dict[str, str]] = []


class Reports(Record, kw_only=True):
    """The forms that the house has for its reports, each under the report's key; ``None`` is the usual form."""

    actions: ReportForm | None = None
    owners: ReportForm | None = None
    carry_forward: ReportForm | None = msgspec.field(default=None, name="carry-forward")
    decisions: ReportForm | None = None
    attendance: ReportForm | None = None
    attendance_organisations: ReportForm | None = msgspec.field(default=None, name="attendance-organisations")
    attendance_meetings: ReportForm | None = msgspec.field(default=None, name="attendance-meetings")
    audit: ReportForm | None = None
    audit_ages: ReportForm | None = msgspec.field(default=None, name="audit-ages")
    audit_months: ReportForm | None = msgspec.field(default=None, name="audit-months")
    audit_owners: ReportForm | None = msgspec.field(default=None, name="audit-owners")
    audit_oldest: ReportForm | None = msgspec.field(default=None, name="audit-oldest")

    def form(self, key: str) -> ReportForm | None:
        """Give the form of the report of a key, when the house has one."""
        form = getattr(self, key.replace("-", "_"), None)
        return form if isinstance(form, ReportForm) else None


class Book(Record, kw_only=True):
    """All that ``minutebook.yaml`` says.

    ``body`` is whose minutes these are, for records that do not name it; ``short`` its short name. ``bodies`` tells of
    further ones when the book holds the minutes of several. ``quorum`` is that of the body, or of each that has
    none of its own. ``reports`` are forms of reports under their keys (``actions``).
    """

    body: str | None = None
    short: str | None = None
    bodies: list[Body] = []
    quorum: Quorum | None = None
    people: list[Member] = []
    meetings: list[Planned] = []
    words: Words = msgspec.field(default_factory=Words)
    rag: Rag = msgspec.field(default_factory=Rag)
    numbering: Numbering | None = None
    reports: Reports = msgspec.field(default_factory=Reports)

    @property
    def all_bodies(self) -> tuple[Body, ...]:
        """Every body the book tells of, its own first."""
        own = (Body(name=self.body, short=self.short, quorum=self.quorum),) if self.body else ()
        return (*own, *(each for each in self.bodies if each.name != self.body)) if own else tuple(self.bodies)


Entry = TypeVar("Entry", Member, Planned)


def together(books: Sequence[Book]) -> Book:
    """Join the books of several folders, for a report over all of them.

    Each book's people and meetings are marked as its body's. What can be said only once (words, RAG rule, numbering,
    reports) is that of the first book; the words do not matter to reports.
    """
    if len(books) < 2:
        return books[0] if books else Book()
    return msgspec.structs.replace(
        books[0],
        body=None,
        short=None,
        quorum=None,
        bodies=[body for book in books for body in book.all_bodies],
        people=[_of(member, book.body) for book in books for member in book.people],
        meetings=[_of(planned, book.body) for book in books for planned in book.meetings],
    )


def _of(entry: Entry, body: str | None) -> Entry:
    return entry if entry.body or not body else msgspec.structs.replace(entry, body=body)
