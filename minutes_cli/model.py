"""What minutes say: one meeting's record, and the findings about it.

These are the nouns of the YAML record (``docs/record.md``). Words are kept as printed beside what they are
read as; what the minutes do not say is ``None`` or empty, never guessed. ``page`` and ``line`` count from 1.
``extra`` holds keys that this version does not know, so that they survive a round trip.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

import msgspec

SCHEMA_VERSION = 1

Status = Literal["open", "in progress", "done", "dropped", "carried"]
DueKind = Literal["date", "month", "meeting", "asap", "ongoing"]
State = Literal["draft", "approved"]


class Record(msgspec.Struct, omit_defaults=True, kw_only=True):
    """The common ground of everything in a record: unknown keys pass through in ``extra``."""

    extra: dict[str, Any] = {}


class NextMeeting(Record, kw_only=True):
    """The next meeting, as announced: its words, and the ISO date and 24-hour start they give."""

    text: str
    date: date | None = None
    start: str | None = None


class Head(Record, kw_only=True):
    """What the heading of the minutes says: which body met, when and where. Times are "HH:MM", 24 hours."""

    body: str | None = None
    title: str | None = None
    date: date | None = None
    start: str | None = None
    end: str | None = None
    place: str | None = None
    state: State | None = None
    next: NextMeeting | None = None


class Remark(Record, kw_only=True):
    """What a person should know of how the file was read: open tracked changes, for one.

    ``kind`` names it (``document.RemarkKind``, where the other fields are told too); one of a newer version is kept.
    """

    kind: str
    count: int | None = None
    words: list[str] = []
    confidence: float | None = None
    page: int | None = None
    line: int | None = None


class Source(Record, kw_only=True):
    """Which file the record was read from, by which version of the parser, and what it met in reading."""

    file: str
    sha256: str
    pages: int
    parser: str
    remarks: list[Remark] = []


class Person(Record, kw_only=True):
    """Somebody named in the attendance: present, in attendance, or with apologies.

    ``capacity`` is what they were at this meeting (chair, vice-chair, minutes, deputy, observer, guest);
    ``mode`` how they came (in attendance, by phone, remote); ``for_items`` the numbers of the items they came for.
    """

    name: str | None = None
    initials: str | None = None
    role: str | None = None
    organisation: str | None = None
    capacity: str | None = None
    mode: str | None = None
    for_items: list[str] = []
    from_: str | None = msgspec.field(default=None, name="from")
    until: str | None = None
    deputy_for: str | None = None
    reason: str | None = None
    page: int | None = None
    line: int | None = None


class Item(Record, kw_only=True):
    """One item of business: its number as printed ("" when it has none), title, and text with paragraphs on lines."""

    number: str = ""
    parent: str | None = None
    title: str = ""
    page: int | None = None
    line: int | None = None
    text: str = ""


class Due(Record, kw_only=True):
    """When an action is due: the words, and the ISO date they mean when only one reading remains."""

    text: str
    kind: DueKind | None = None
    date: date | None = None


class Part(Record, kw_only=True):
    """One of several tasks in a row of an action table, with its own owners."""

    text: str
    owners: list[str] = []


class Update(Record, kw_only=True):
    """A later word on an action, written by a person or read from later minutes."""

    on: date | None = None
    status: Status | None = None
    note: str | None = None
    due: date | None = None
    owners: list[str] = []


class Action(Record, kw_only=True):
    """A task somebody is to do after the meeting.

    ``ref`` is its number as printed, or the row's ordinal; ``action`` the owner cell verbatim; ``owners`` initials
    when the attendance list has them, else as printed; ``status_said`` the printed status word;
    ``how`` the rule that found it (action-table, action-column, marker, list, log, prose).
    """

    id: str
    ref: str
    item: str | None = None
    text: str
    parts: list[Part] = []
    action: str | None = None
    owners: list[str] = []
    due: Due | None = None
    status: Status = "open"
    status_said: str | None = None
    how: str
    page: int | None = None
    line: int | None = None
    updates: list[Update] = []


class Decision(Record, kw_only=True):
    """What the body resolved. ``how`` is the rule that found it (table, resolved, agreed, motion, approved ...)."""

    ref: str | None = None
    item: str | None = None
    text: str
    proposer: str | None = None
    seconder: str | None = None
    vote: str | None = None
    how: str
    page: int | None = None
    line: int | None = None


class Meeting(Record, kw_only=True):
    """One meeting's record: the whole of what its minutes say that the reports need."""

    schema: int = SCHEMA_VERSION
    meeting: Head
    source: Source | None = None
    attendees: list[Person] = []
    apologies: list[Person] = []
    items: list[Item] = []
    actions: list[Action] = []
    decisions: list[Decision] = []


Severity = Literal["error", "warning", "note"]


class Finding(msgspec.Struct, frozen=True):
    """Something about the minutes that a person should look at, with the place it stands at.

    Printed as ``file:page:line: CODE message``. ``code`` is stable (``docs/findings.md`` has them all).
    """

    code: str
    message: str
    page: int | None = None
    line: int | None = None
    severity: Severity = "warning"
