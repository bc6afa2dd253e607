"""The register: every action of many meetings, with what has become of it.

In come meetings, each with the name of its record; out goes a ``Register`` of entries, one an action, as things
stood on a given day. ``proceedings`` are the same meetings with what was resolved there and who came. ``report`` and
the commands knock here. What later minutes say of an action is in its entry's
``history``, with the place it stands at; what they may say of it is among the ``proposals``.
"""

from __future__ import annotations

from minutes_cli.register.entries import CLOSED, OPEN, STATUSES, Account, Colour, Entry, Owner, Register, Task, in_order
from minutes_cli.register.filters import matching
from minutes_cli.register.follow_up import Candidate, Held, Proposal, Sighting
from minutes_cli.register.gather import gather
from minutes_cli.register.in_passing import InPassing
from minutes_cli.register.names import folded
from minutes_cli.register.proceedings import Minuted, Proceedings, held_by, proceedings
from minutes_cli.register.roll_call import PRESENCES, Attended, Attendee, RollCall, roll_call

__all__ = [
    "CLOSED",
    "OPEN",
    "PRESENCES",
    "STATUSES",
    "Account",
    "Attended",
    "Attendee",
    "Candidate",
    "Colour",
    "Entry",
    "Held",
    "InPassing",
    "Minuted",
    "Owner",
    "Proceedings",
    "Proposal",
    "Register",
    "RollCall",
    "Sighting",
    "Task",
    "folded",
    "gather",
    "held_by",
    "in_order",
    "matching",
    "proceedings",
    "roll_call",
]
