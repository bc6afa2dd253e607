"""The owner summary: who has what to do, how much of it is overdue, and who that is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec

from minutes_cli.book import Book
from minutes_cli.model import Person
from minutes_cli.register import Entry, Owner, Register
from minutes_cli.report.rows import ACTION, DUE, ITEM, MACHINE, PAGE, REF, STATUS, action_row
from minutes_cli.report.values import Column, Group, Report, Row, Scalar
from minutes_cli.report.whereabouts import There, Whereabouts
from minutes_cli.report.wording import coverage, covered, facts, long_day, person_words, put_away, subtitle

LISTED = ""
LEFT = "Owners who have left"
UNLISTED = "Owners nobody on the attendance list has"
SEVERAL = "Owners who may be one of several people"
NOBODY = "Actions without an owner"
SECTIONS = (LISTED, LEFT, SEVERAL, UNLISTED, NOBODY)
"""The headings of an owner summary, in order. Those on the attendance list come first and need none."""

SHARED = Column(
    key="shown_shared", title="Shared with", kind="list", face="page", stands_for=("shared_with",), most=12, folds=1
)
SHARED_WITH = Column(key="shared_with", title="Shared with", kind="list", face="machine")


class Owned(msgspec.Struct, kw_only=True):
    """One owner, the heading the name belongs under, and the owner's actions, the most pressing first.

    ``about`` says for programs who it is: the ``owner`` as printed, and when they are known the person's ``name``,
    ``email`` and the day they ``left``. ``last_named`` is the day of the last list that names them, when none of late
    does.
    """

    title: str
    section: str
    key: str
    entries: list[Entry] = []
    last_named: date | None = None
    about: dict[str, Scalar] = {}


def owner_summary(register: Register, book: Book | None = None, *, archived: bool = True) -> Report:
    """Count and list each owner's actions: open, due by a date, overdue, done, dropped.

    Without ``archived``, what was closed before the latest meeting of its body is counted, and not listed.

    An action of several owners counts for each of them and says with whom it is shared. An owner who is not on the
    attendance list, or may be several people, keeps the printed words under a heading of its own; actions
    without owner close the list. Who has left, by the roster of the ``book``, stands apart; who is on no list of late
    is named in a note. When one owner was asked for, the others who share an action are not listed.
    """
    owned = by_owner(register, book)
    notes = [*_gone(owned), *([] if archived else put_away(register)), *covered(register)]
    notes.append("Due counts the open actions that have a date, the overdue ones among them.")
    listed = sum(len(each.entries) for each in owned)
    if listed > len(register.entries):
        notes.append("An action of several owners is counted for each of them, and listed as shared.")
    return Report(
        key="owners",
        title="Owner summary",
        subtitle=subtitle(register),
        columns=[REF, ITEM, ACTION, SHARED, DUE, STATUS, PAGE, *MACHINE, SHARED_WITH],
        groups=[_group(each, register.as_of, archived=archived) for each in owned],
        notes=notes if owned else ["No actions to list.", *notes],
        grouped_by="Owner",
        facts=facts(register),
        covered=coverage(register),
    )


def by_owner(register: Register, book: Book | None = None) -> list[Owned]:
    """Sort a register's actions by their owners, in order of heading and name; an action stands under each owner."""
    found: dict[tuple[str, str], Owned] = {}
    owned: dict[tuple[int, str], list[Owned]] = {}
    known, whereabouts = _known_elsewhere(register), Whereabouts(register, book or Book())

    def owned_by(entry: Entry) -> list[Owned]:
        """Say whose lists an action stands on, each under the name and the words of this action's owner."""
        body = entry.held.body
        own = [owner for owner in entry.owners if register.owner is None or owner.answers_to(register.owner)]
        lists = [_owned(owner, whereabouts.of(owner, body), known.get((body, owner.key), ())) for owner in own]
        return lists if entry.owners else [Owned(title="No owner", section=NOBODY, key="")]

    for entry in register.entries:
        same = id(entry.owners), entry.held.head.body or ""  # of thousands of actions the same few owners
        if same not in owned:
            owned[same] = owned_by(entry)
        for its in owned[same]:
            each = found.get((its.section, its.key))
            if each is None:
                each = found[its.section, its.key] = Owned(title="", section=its.section, key=its.key)
            each.title, each.last_named, each.about = its.title, its.last_named, its.about
            if not each.entries or each.entries[-1] is not entry:  # "AF" and "Ann Forde" may both be printed
                each.entries.append(entry)
    for each in found.values():
        each.entries.sort(key=_pressing)
    return sorted(found.values(), key=lambda each: (SECTIONS.index(each.section), each.title.casefold()))


def _owned(owner: Owner, there: There, elsewhere: Sequence[str]) -> Owned:
    """Begin the list of an owner: the name, the heading that it belongs under, and who that is."""
    left = f": left on {long_day(there.left)}" if there.left else ""
    return Owned(
        title=_title(owner, elsewhere) + left,
        section=_section(owner, there),
        key=owner.key,
        last_named=there.last,
        about={"owner": owner.said, "name": _name(owner, there), "email": there.email, "left": there.left},
    )


def _section(owner: Owner, there: There) -> str:
    if there.left:
        return LEFT
    return LISTED if owner.person else SEVERAL if owner.may_be else UNLISTED


def _name(owner: Owner, there: There) -> str | None:
    return (owner.person.name if owner.person else None) or there.name


def _gone(owned: Sequence[Owned]) -> list[str]:
    """Name those with open actions who have left, and those who may have: their actions are for somebody else to do."""
    waiting = [(each, _named(each)) for each in owned if any(entry.is_open for entry in each.entries)]
    left = [name for each, name in waiting if each.section == LEFT]
    late = [
        f"{name} (since {long_day(day)})"
        for each, name in waiting
        if each.section == LISTED and (day := each.last_named)
    ]
    return [
        *([f"Have left with actions open: {'; '.join(left)}."] if left else []),
        *([f"On no attendance list of late: {'; '.join(late)}."] if late else []),
    ]


def _named(each: Owned) -> str:
    return str(each.about["name"] or each.about["owner"]) if each.about else each.title


def _known_elsewhere(register: Register) -> dict[tuple[str, str], list[str]]:
    """Find who has which initials at any meeting of a body: a hint for a reader, never applied."""
    known: dict[tuple[str, str], dict[str, None]] = {}
    for held in register.meetings:
        for person in held.people:
            if person.initials and person.name:
                known.setdefault((held.body, Owner(said=person.initials).key), {})[person.name] = None
    return {initials: list(people) for initials, people in known.items()}


def _title(owner: Owner, elsewhere: Sequence[str]) -> str:
    if owner.person:
        return person_words(owner.person) if owner.person.name else _as_said(owner, owner.person)
    if owner.may_be:
        return f"{owner.said} (may be {' or '.join(owner.may_be)})"
    return f"{owner.said} (at another meeting: {' or '.join(elsewhere)})" if elsewhere else owner.said


def _as_said(owner: Owner, person: Person) -> str:
    return f"{owner.said}, {person.role}" if person.role and person.role != owner.said else owner.said


def _pressing(entry: Entry) -> tuple[bool, bool, date]:
    return (not entry.is_open, not entry.overdue, entry.due or date.max)


def _group(owned: Owned, as_of: date, *, archived: bool) -> Group:
    return Group(
        title=owned.title,
        section=owned.section,
        about=owned.about,
        counts=_counts(owned.entries),
        rows=[owned_row(entry, owned.key, as_of) for entry in owned.entries if archived or not entry.archived],
    )


def _counts(entries: Sequence[Entry]) -> dict[str, int]:
    still = [entry for entry in entries if entry.is_open]
    return {
        "open": len(still),
        "due": sum(entry.due is not None for entry in still),
        "overdue": sum(entry.overdue for entry in still),
        "done": sum(entry.status == "done" for entry in entries),
        "dropped": sum(entry.status == "dropped" for entry in entries),
    }


def owned_row(entry: Entry, key: str, as_of: date) -> Row:
    """Put an action into a row of one of its owners' list, with the other owners it is shared with."""
    others = [owner.said for owner in entry.owners if owner.key != key]
    return {**action_row(entry, as_of), "shown_shared": list(others), "shared_with": others}
