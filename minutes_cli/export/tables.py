"""Which tables the minutes of an archive become, and what each column says: the one place where that is settled."""

from __future__ import annotations

from typing import Literal, NamedTuple

SCHEMA = 1
"""The version of these tables; it rises when a column is taken away or comes to mean something else."""

Kind = Literal["number", "text", "date", "list", "object"]
"""What a column holds: a whole number, words, a day, several words, or keys with values (as JSON)."""

Value = int | str | list[str] | None
"""A value on its way into a table: a day is text as in 2031-03-04, an object is JSON."""

Row = list[Value]
"""The values of one row, in the order of its table's columns."""


class Column(NamedTuple):
    """One column: what it holds, in a person's words, and the table whose ``id`` it gives."""

    name: str
    kind: Kind
    says: str
    links: str = ""


class Table(NamedTuple):
    """One table: what a row of it is, and its columns; the first is always ``id``. ``sought`` are searched by words."""

    name: str
    says: str
    columns: tuple[Column, ...]
    sought: tuple[str, ...] = ()

    def place(self, column: str) -> int:
        """Say at which place in a row a column stands."""
        return next(place for place, each in enumerate(self.columns) if each.name == column)


def _table(name: str, says: str, *columns: Column, sought: tuple[str, ...] = ()) -> Table:
    return Table(name, says, (Column("id", "number", "the row's number"), *columns), sought)


_MEETING = Column("meeting_id", "number", "the meeting", "meetings")
_POSITION = Column("position", "number", "which one it is in its record, from 1")
_PAGE = Column("page", "number", "the page of the minutes, from 1")
_LINE = Column("line", "number", "the line on that page, from 1")
_HOW = Column("how", "text", "the rule that found it")
_EXTRA = Column("extra", "object", "keys that people added to the record")
_ITEM = Column("item", "text", "the item of business, by its number")
_ITEM_ID = Column("item_id", "number", "that item, where only one has the number", "items")

MEETINGS = _table(
    "meetings",
    "a record: the minutes of one meeting",
    Column("record", "text", "the file of the record, from the folder of records on"),
    Column("body", "text", "the body that met, under the name that minutebook.yaml has for it"),
    Column("body_said", "text", "its name as printed"),
    Column("title", "text", "the title as printed"),
    Column("date", "date", "the day of the meeting"),
    Column("start", "text", 'when it began, "19:30"'),
    Column("finish", "text", "when it ended"),
    Column("place", "text", "where it was held"),
    Column("state", "text", "draft or approved, where the minutes say so"),
    Column("next_date", "date", "the day of the next meeting"),
    Column("next_start", "text", "when that begins"),
    Column("next_said", "text", "the next meeting as printed"),
    Column("copy_of", "number", "the record that counts, where this is another one of the same meeting", "meetings"),
    Column("document_id", "number", "the file it was read from, where a batch read it", "documents"),
    Column("source_file", "text", "the name of that file"),
    Column("source_sha256", "text", "the digest of that file"),
    Column("pages", "number", "how many pages it has"),
    Column("parser", "text", "the version that read it"),
    Column("remarks", "object", "what was met in reading"),
    _EXTRA,
)
PEOPLE = _table(
    "people",
    "somebody whom the minutes name, as far as the minutes and the roster tell that it is one person",
    Column("name", "text", "the name on the roster, else the longest on any list"),
    Column("initials", "text", "the initials last printed beside the name"),
    Column("role", "text", "the role last printed"),
    Column("organisation", "text", "the organisation last printed"),
    Column("body", "text", "the body on whose lists they are; nothing for several"),
    Column("spellings", "list", "all forms in which lists name them"),
    Column("may_be", "list", "the people whom the name may be short for, where there are several"),
    Column("nearly", "list", "people whose name is nearly the same, and who are kept apart"),
    Column("on_roster", "number", "1 when minutebook.yaml lists them, else 0"),
    Column("left_on", "date", "the day they left, when the roster says so"),
    Column("meetings", "number", "how many meetings name them"),
    Column("first_named", "date", "the first meeting that does"),
    Column("last_named", "date", "the last one"),
    sought=("name",),
)
ATTENDANCE = _table(
    "attendance",
    "a person on the list of a meeting",
    _MEETING,
    _POSITION,
    Column("person_id", "number", "who that is over all meetings", "people"),
    Column("presence", "text", "present, apologies or absent"),
    Column("name", "text", "the name as printed"),
    Column("initials", "text", "the initials as printed"),
    Column("role", "text", "the role or office as printed"),
    Column("organisation", "text", "whom they are of"),
    Column("capacity", "text", "chair, minutes, deputy, observer ..."),
    Column("mode", "text", "in attendance, by phone, remote ..."),
    Column("for_items", "list", "the items they came for"),
    Column("came_at", "text", "since when, when they came later"),
    Column("left_at", "text", "until when, when they left before the end"),
    Column("deputy_for", "text", "whom they stood in for"),
    Column("reason", "text", "why they were not there"),
    _PAGE,
    _LINE,
    _EXTRA,
)
ITEMS = _table(
    "items",
    "an item of business",
    _MEETING,
    _POSITION,
    Column("number", "text", "its number as printed"),
    Column("parent", "text", "the number of the item it is part of"),
    Column("title", "text", "its title"),
    Column("text", "text", "what was said, paragraphs apart by a blank line"),
    _PAGE,
    _LINE,
    _EXTRA,
    sought=("title", "text"),
)
ACTIONS = _table(
    "actions",
    "a task that somebody is to do",
    _MEETING,
    _POSITION,
    Column("identity", "text", "its identity in the reports, 2031-03-04/3"),
    Column("ref", "text", "its number as printed, or the row's"),
    _ITEM,
    _ITEM_ID,
    Column("text", "text", "the task"),
    Column("owners_said", "text", "the owners' cell, word for word"),
    Column("owners", "list", "the owners as the record has them"),
    Column("due_said", "text", "when it is due, as printed"),
    Column("due_kind", "text", "date, month, meeting, asap or ongoing"),
    Column("due_date", "date", "the day that means, where only one can be meant"),
    Column("status", "text", "how it stood in these minutes: open, in progress, done, dropped, carried"),
    Column("status_said", "text", "the word for it as printed"),
    Column("status_now", "text", "how it stands by what people noted in the record since"),
    Column("due_now", "date", "its due date by the same"),
    _HOW,
    _PAGE,
    _LINE,
    _EXTRA,
    sought=("text", "owners_said"),
)
OWNERS = _table(
    "owners",
    "an owner of an action, or of one of the tasks in its row",
    _MEETING,
    Column("action_id", "number", "the action", "actions"),
    Column("part", "number", "which task of the row it is, from 1; nothing for the whole row"),
    Column("part_text", "text", "the words of that task"),
    Column("said", "text", "the owner as the record has it"),
    Column("person_id", "number", "who that is, where only one person can be meant", "people"),
    Column("may_be", "list", "whom it may mean, where several can be meant"),
)
UPDATES = _table(
    "updates",
    "a later word on an action that stands in its record",
    _MEETING,
    Column("action_id", "number", "the action", "actions"),
    Column("on_date", "date", "the day of the news"),
    Column("status", "text", "how it stood then"),
    Column("note", "text", "what was noted"),
    Column("due_date", "date", "the new due date"),
    Column("owners", "list", "the new owners"),
    _EXTRA,
)
DECISIONS = _table(
    "decisions",
    "a decision of the body",
    _MEETING,
    _POSITION,
    Column("ref", "text", "its number as printed"),
    _ITEM,
    _ITEM_ID,
    Column("text", "text", "what was decided"),
    Column("proposer", "text", "who proposed it"),
    Column("seconder", "text", "who seconded it"),
    Column("vote", "text", "how the votes fell"),
    _HOW,
    _PAGE,
    _LINE,
    _EXTRA,
    sought=("text",),
)
FINDINGS = _table(
    "findings",
    "something that a person should look at (docs/findings.md)",
    _MEETING,
    _POSITION,
    Column("code", "text", "its code; minutes explain CODE says more"),
    Column("severity", "text", "error, warning or note"),
    Column("message", "text", "what is to be looked at"),
    _PAGE,
    _LINE,
)
DOCUMENTS = _table(
    "documents",
    "a file of the archive, as the manifest of minutes batch has it",
    Column("source", "text", "its name in the archive"),
    Column("became", "text", "what became of it: read, no minutes, unreadable ..."),
    Column("reason", "text", "why it was not read, or only in part"),
    Column("hint", "text", "what to do about that"),
    Column("sha256", "text", "its digest"),
    Column("pages", "number", "how many pages it has"),
    Column("how", "text", "the options it was read with, where not the usual ones"),
    Column("parser", "text", "the version that read it"),
    Column("records", "list", "the records it gave"),
    Column("set_aside", "list", "those of them that were set aside, as the meeting has a better one"),
    sought=("source", "reason"),
)
DICTIONARY = _table(
    "dictionary",
    "a column of these tables, and what it says",
    Column("of_table", "text", "the table"),
    Column("field", "text", "the column"),
    Column("kind", "text", "number, text, date, list (JSON in SQLite) or object (JSON)"),
    Column("links", "text", "the table whose id it gives"),
    Column("says", "text", "what stands in it"),
)
ABOUT = _table(
    "about",
    "a fact about this file",
    Column("key", "text", "what it is about"),
    Column("value", "text", "the fact"),
)

TABLES = (
    *(MEETINGS, PEOPLE, ATTENDANCE, ITEMS, ACTIONS, OWNERS, UPDATES, DECISIONS, FINDINGS, DOCUMENTS),
    *(DICTIONARY, ABOUT),
)
"""All tables, in the order in which they are told of."""
