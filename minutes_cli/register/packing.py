"""Put a register into bytes and take it out again, the same: for one that has been drawn up before.

A meeting stands in a register many times over, and so do its people and the owners of actions. Each is written once,
and its place is held by its number meanwhile. What is said of an action stays as it is in the bytes until it is asked
for, for most reports list few actions and only count the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import TypeVar

import msgspec

from minutes_cli.model import Head, Person, Status
from minutes_cli.register.entries import Account, Colour, Entry, Owner, Register
from minutes_cli.register.follow_up import Held, Proposal, Sighting

Value = TypeVar("Value")


class _Line(msgspec.Struct, array_like=True):
    """An entry, with numbers in the place of its meeting, owners and proposals, and its account as bytes."""

    meeting: int
    owners: int
    proposals: list[int]
    account: msgspec.Raw
    id: str
    status: Status
    first_due: date | None
    due: date | None
    overdue: bool
    rag: Colour | None
    age_days: int | None
    age_meetings: int | None
    carried: int
    slipped: int
    closed_on: date | None
    archived: bool


class _Account(msgspec.Struct, array_like=True):
    """An account whose sightings have numbers in the place of their meetings.

    ``own`` are the numbers of the sightings that are of its own row: what people noted there, mostly.
    """

    account: Account
    own: list[int]


class _Packed(msgspec.Struct, array_like=True):
    """A register without what stands in it over and over; ``present`` are the numbers of the people of each meeting."""

    held: list[Held]
    present: list[list[int]]
    lines: list[_Line]
    proposals: list[Proposal]
    people: list[Person]
    owners: list[tuple[Owner, ...]]
    as_of: date
    records: int
    remarks: tuple[str, ...]


class _Once:
    """Values by their bytes, each once, and its number."""

    def __init__(self) -> None:
        self._number: dict[bytes, int] = {}
        self.all: list[msgspec.Raw] = []

    def number(self, value: object) -> int:
        told = msgspec.msgpack.encode(value)
        number = self._number.setdefault(told, len(self.all))
        if number == len(self.all):
            self.all.append(msgspec.Raw(told))
        return number


class _Leaf:
    """The account of an action, in bytes until it is asked for."""

    __slots__ = ("_held", "_told")

    def __init__(self, told: msgspec.Raw, held: Sequence[Held]) -> None:
        self._told, self._held = told, held

    def opened(self) -> Account:
        """Read it, with the meetings themselves in the place of their numbers."""
        found: _Account = _decoder(_Account).decode(self._told)
        for sighting in found.account.history:
            _restore(sighting, self._held)
        for number in found.own:
            _put(found.account.history[number], "action", found.account.action)
        return found.account

    def __eq__(self, other: object) -> bool:
        if isinstance(other, _Leaf):
            return self.opened() == other.opened()
        return self.opened() == other if isinstance(other, Account) else NotImplemented

    __hash__ = None  # type: ignore[assignment]


def packed(register: Register) -> bytes | None:
    """Put a whole register into bytes; nothing when it would not come out the same: a key of one's own holds a date."""
    people, owners = _Once(), _Once()
    meeting = {id(held): number for number, held in enumerate(register.meetings)}
    proposal = {id(each): number for number, each in enumerate(register.proposals)}
    try:
        told = msgspec.msgpack.encode(
            (
                [msgspec.structs.replace(held, people=()) for held in register.meetings],
                [[people.number(person) for person in held.people] for held in register.meetings],
                [
                    _Line(
                        meeting[id(entry.held)],
                        owners.number(entry.owners),
                        [proposal[id(each)] for each in entry.proposals],
                        msgspec.Raw(_lean_account(entry.account, meeting)),
                        *(getattr(entry, field) for field in _FIELDS),
                    )
                    for entry in register.entries
                ],
                [_lean(each, meeting) for each in register.proposals],
                people.all,
                owners.all,
                register.as_of,
                register.records,
                register.remarks,
            )
        )
        return told if unpacked(told) == register else None
    except (KeyError, TypeError, ValueError, OverflowError, RecursionError, msgspec.MsgspecError):
        return None


def unpacked(told: bytes | memoryview) -> Register:
    """Take a register out of bytes. Raises ``msgspec.MsgspecError`` or ``LookupError`` for those of anything else."""
    found = _decoder(_Packed).decode(told)
    held, owners = found.held, found.owners
    for its, numbers in zip(held, found.present, strict=True):
        _put(its, "people", tuple([found.people[number] for number in numbers]))
    for proposal in found.proposals:
        _restore(proposal.sighting, held)
    return Register(
        as_of=found.as_of,
        records=found.records,
        remarks=found.remarks,
        meetings=tuple(held),
        proposals=tuple(found.proposals),
        entries=tuple(
            [
                Entry(
                    told=_Leaf(line.account, held),
                    held=held[line.meeting],
                    id=line.id,
                    status=line.status,
                    owners=owners[line.owners],
                    first_due=line.first_due,
                    due=line.due,
                    overdue=line.overdue,
                    rag=line.rag,
                    age_days=line.age_days,
                    age_meetings=line.age_meetings,
                    carried=line.carried,
                    slipped=line.slipped,
                    closed_on=line.closed_on,
                    archived=line.archived,
                    proposals=tuple([found.proposals[number] for number in line.proposals]) if line.proposals else (),
                )
                for line in found.lines
            ]
        ),
    )


_FIELDS = _Line.__struct_fields__[4:]
_put = msgspec.structs.force_setattr
"""Values are frozen for everybody else; these are not finished yet."""


@cache
def _decoder(kind: type[Value]) -> msgspec.msgpack.Decoder[Value]:
    return msgspec.msgpack.Decoder(kind)


def _lean_account(account: Account, meeting: dict[int, int]) -> bytes:
    own = [number for number, sighting in enumerate(account.history) if sighting.action is account.action]
    history = tuple(
        _placed(msgspec.structs.replace(sighting, action=None) if number in own else sighting, meeting)
        for number, sighting in enumerate(account.history)
    )
    return msgspec.msgpack.encode(_Account(msgspec.structs.replace(account, history=history), own))


def _lean(proposal: Proposal, meeting: dict[int, int]) -> Proposal:
    return msgspec.structs.replace(proposal, sighting=_placed(proposal.sighting, meeting))


def _placed(sighting: Sighting, meeting: dict[int, int]) -> Sighting:
    """Hold the place of a sighting's meeting by its number."""
    if sighting.held is None:
        return sighting
    return msgspec.structs.replace(sighting, held=_place(meeting[id(sighting.held)]))


@cache
def _place(number: int) -> Held:
    return Held(name=str(number), head=Head())


def _restore(sighting: Sighting, held: Sequence[Held]) -> None:
    if sighting.held is not None:
        _put(sighting, "held", held[int(sighting.held.name)])
