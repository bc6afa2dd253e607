"""Which action an id on the command line means: the reports print ids, and people shorten them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING, NamedTuple

from minutes_cli.errors import UsageProblem
from minutes_cli.model import Action, Head, Meeting, Person

if TYPE_CHECKING:
    from minutes_cli.register import Entry, Register

NAMED = 4
"""How many candidates a message names: a line that is still read to its end."""

WORDS = 40
"""How much of a candidate's text is shown, in characters."""


class Meant(NamedTuple):
    """The action that an id means: in which record it stands, what its meeting's head says, and who was on its list."""

    id: str
    record: str
    action: Action
    head: Head
    people: tuple[Person, ...]


def meant_in_records(ids: Sequence[str], records: Sequence[tuple[str, Meeting]]) -> dict[str, Meant] | None:
    """Find the actions that ids mean when each is that of one row and no other; nothing when one is not.

    So that an update of a thousand records need not follow all their actions through the meetings first.
    """
    asked = {given.strip().casefold() for given in ids}
    rows: dict[str, list[Meant]] = {}
    for record, meeting in records:
        for action in meeting.actions:
            if (name := action.id.casefold()) in asked:
                people = (*meeting.attendees, *meeting.apologies)
                rows.setdefault(name, []).append(Meant(action.id, record, action, meeting.meeting, people))
    if len(rows) < len(asked) or any(len(found) > 1 for found in rows.values()):
        return None
    return {given: rows[given.strip().casefold()][0] for given in dict.fromkeys(ids)}


def meant_in_register(ids: Sequence[str], register: Register) -> dict[str, Meant]:
    """Find the action that each id means.

    An id is one that reports print (``2031-03-04/3``, ``HSG/2031-03-04/3``, ``AP125``), in any case, or a bare
    reference that only one action has. Raises ``UsageProblem`` for the first that is not known or means several.
    """
    index = _Index(register.entries)
    entries = {given: index.meant(given) for given in dict.fromkeys(ids)}
    return {
        given: Meant(_id(entry), entry.record, entry.action, entry.held.head, entry.held.people)
        for given, entry in entries.items()
    }


class _Index:
    """The actions of a register by what they are called: full ids count before bare references."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._by_id: dict[str, list[Entry]] = {}
        self._by_ref: dict[str, list[Entry]] = {}
        for entry in entries:
            for name in _ids(entry):
                self._by_id.setdefault(name, []).append(entry)
            self._by_ref.setdefault(entry.action.ref.casefold(), []).append(entry)

    def meant(self, given: str) -> Entry:
        asked = given.strip().casefold()
        found = self._by_id.get(asked) or self._by_ref.get(asked, [])
        if len(found) == 1:
            return found[0]
        if found:
            raise UsageProblem(
                f"{given!r} may be any of {len(found)} actions: {_named(found)}; nothing was written.",
                "Give the whole id; where they share it, name the record with --in FILE.",
            )
        near = get_close_matches(asked, self._by_id, NAMED, cutoff=0.6)
        nearest = list({id(entry): entry for name in near for entry in self._by_id[name]}.values())
        hint = f"The nearest are: {_named(nearest)}." if nearest else "For the ids there are: minutes actions -f csv"
        raise UsageProblem(f"there is no action {given!r}; nothing was written.", hint)


def _ids(entry: Entry) -> set[str]:
    """Say by which ids an action is known: its own, those of all rows that are it, with and without the body."""
    own = {entry.id, entry.action.id, *entry.known_as} - {""}
    return {name.casefold() for name in own} | {f"{entry.held.short}/{name}".casefold() for name in own}


def _named(entries: Sequence[Entry]) -> str:
    said = [f"{_id(entry)} ({_short(entry.action.text)}{_where(entry, entries)})" for entry in entries[-NAMED:]]
    more = f", and {len(entries) - NAMED} more" if len(entries) > NAMED else ""
    return f"{', '.join(said)}{more}"


def _id(entry: Entry) -> str:
    return entry.id or entry.action.id


def _where(entry: Entry, others: Sequence[Entry]) -> str:
    """Name the record too where the id alone does not tell two candidates apart."""
    return f", in {entry.record}" if sum(_id(other) == _id(entry) for other in others) > 1 else ""


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= WORDS else f"{words[:WORDS].rsplit(' ', 1)[0]} …"
