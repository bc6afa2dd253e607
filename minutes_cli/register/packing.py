"""Put a register into bytes and take it out again, the same: for one that has been drawn up before.

A meeting stands in a register many times over, with every action and every word about one. It is written once, and its
place is held by its number meanwhile.
"""

from __future__ import annotations

from functools import cache

import msgspec

from minutes_cli.model import Head
from minutes_cli.register.entries import Entry, Register
from minutes_cli.register.follow_up import Held, Proposal, Sighting


class _Packed(msgspec.Struct, array_like=True):
    """A register without the meetings, proposals and actions that stand in it over and over.

    ``about`` are, by the number of an entry, the numbers of the proposals about it; ``own`` those of the words in its
    history that are of its own row.
    """

    held: list[Held]
    register: Register
    about: dict[int, list[int]]
    own: dict[int, list[int]]


class _Meetings:
    """The meetings of a register, each once, and numbers in their place."""

    def __init__(self) -> None:
        self.all: list[Held] = []
        self._number: dict[int, Held] = {}

    def placed(self, held: Held) -> Held:
        """Give what holds a meeting's place."""
        place = self._number.get(id(held))
        if place is None:
            place = self._number[id(held)] = Held(name=str(len(self.all)), head=Head())
            self.all.append(held)
        return place


def packed(register: Register) -> bytes | None:
    """Put a register into bytes; nothing when it would not come out the same (a key of one's own holds a date, say)."""
    meetings = _Meetings()
    numbers = {id(proposal): number for number, proposal in enumerate(register.proposals)}
    try:
        lean = msgspec.structs.replace(
            register,
            meetings=tuple(meetings.placed(held) for held in register.meetings),
            entries=tuple(_lean(entry, meetings) for entry in register.entries),
            proposals=tuple(_lean_proposal(proposal, meetings) for proposal in register.proposals),
        )
        about = {
            number: [numbers[id(proposal)] for proposal in entry.proposals]
            for number, entry in enumerate(register.entries)
            if entry.proposals
        }
        own = {number: its for number, entry in enumerate(register.entries) if (its := _of_own_row(entry))}
        told = msgspec.msgpack.encode(_Packed(meetings.all, lean, about, own))
        return told if unpacked(told) == register else None
    except (KeyError, TypeError, ValueError, OverflowError, RecursionError, msgspec.MsgspecError):
        return None


def unpacked(told: bytes) -> Register:
    """Take a register out of bytes. Raises ``msgspec.MsgspecError`` or ``LookupError`` for those of anything else."""
    found = _decoder().decode(told)
    register = found.register
    _put(register, "meetings", tuple(found.held[int(held.name)] for held in register.meetings))
    for proposal in register.proposals:
        _restore(proposal.sighting, found.held)
    for entry in register.entries:
        _put(entry, "held", found.held[int(entry.held.name)])
        for sighting in entry.history:
            _restore(sighting, found.held)
    for number, those in found.own.items():
        for each in those:
            _put(register.entries[number].history[each], "action", register.entries[number].action)
    for number, proposals in found.about.items():
        _put(register.entries[number], "proposals", tuple(register.proposals[each] for each in proposals))
    return register


_put = msgspec.structs.force_setattr
"""Values are frozen for everybody else; these are not finished yet."""


@cache
def _decoder() -> msgspec.msgpack.Decoder[_Packed]:
    return msgspec.msgpack.Decoder(_Packed)


def _lean(entry: Entry, meetings: _Meetings) -> Entry:
    own = _of_own_row(entry)
    history = tuple(
        _lean_sighting(msgspec.structs.replace(sighting, action=None) if number in own else sighting, meetings)
        for number, sighting in enumerate(entry.history)
    )
    return msgspec.structs.replace(entry, held=meetings.placed(entry.held), history=history, proposals=())


def _of_own_row(entry: Entry) -> list[int]:
    """Say which words of an entry's history are told of its own row: what people noted there, mostly."""
    return [number for number, sighting in enumerate(entry.history) if sighting.action is entry.action]


def _lean_proposal(proposal: Proposal, meetings: _Meetings) -> Proposal:
    return msgspec.structs.replace(proposal, sighting=_lean_sighting(proposal.sighting, meetings))


def _lean_sighting(sighting: Sighting, meetings: _Meetings) -> Sighting:
    if sighting.held is None:
        return sighting
    return msgspec.structs.replace(sighting, held=meetings.placed(sighting.held))


def _restore(sighting: Sighting, held: list[Held]) -> None:
    if sighting.held is not None:
        _put(sighting, "held", held[int(sighting.held.name)])
