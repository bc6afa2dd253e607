"""The register: every action of many meetings, with what has become of it.

In come meetings, each with the name of its record; out goes a ``Register`` of entries, one an action, as things
stood on a given day. ``report`` and the commands knock here. Nothing is matched across meetings yet: an entry's
``history`` is where the later sightings of one action will go.
"""

from __future__ import annotations

from minutes_cli.register.entries import CLOSED, OPEN, STATUSES, Entry, Held, Owner, Register, Sighting, Task, in_order
from minutes_cli.register.filters import matching
from minutes_cli.register.gather import gather

__all__ = [
    "CLOSED",
    "OPEN",
    "STATUSES",
    "Entry",
    "Held",
    "Owner",
    "Register",
    "Sighting",
    "Task",
    "gather",
    "in_order",
    "matching",
]
