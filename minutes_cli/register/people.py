"""Who an owner is: initials, names and offices looked up in a meeting's attendance list.

A reading counts only when it is the only one. "AF" on a list with one AF is that person; "Forde" on a list with
two Fordes stays "Forde". Initials are never made up from names: a list that gives none resolves none.
"""

from __future__ import annotations

from collections.abc import Iterable

from minutes_cli.model import Meeting, Person
from minutes_cli.register.entries import Owner
from minutes_cli.register.names import folded, names


def on_the_list(meeting: Meeting) -> tuple[Person, ...]:
    """Everybody a meeting's attendance list names, once each: those present, then those with apologies."""
    seen: dict[tuple[str, str], Person] = {}
    for person in (*meeting.attendees, *meeting.apologies):
        seen.setdefault((folded(person.name or ""), folded(person.initials or "")), person)
    return tuple(seen.values())


class Roll:
    """A meeting's attendance list, ready to be asked who an owner is."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._called: dict[str, list[Person]] = {}
        for person in people:
            for name in names(person):
                self._called.setdefault(name, []).append(person)

    def owner(self, said: str) -> Owner:
        """Say who an owner is, when exactly one person of the list can be meant; otherwise keep the words.

        >>> Roll([Person(name="Ann Forde", initials="AF")]).owner("AF").person.name
        'Ann Forde'
        """
        fitting = self._called.get(folded(said), []) if folded(said) else []
        if len(fitting) == 1:
            return Owner(said=said, person=fitting[0])
        return Owner(said=said, may_be=tuple(person.name or person.initials or "" for person in fitting))
