"""What the readers of actions know of the minutes they read: who was there, when the body met and meets next."""

from __future__ import annotations

from datetime import date

import msgspec

from minutes_cli.model import Due, NextMeeting
from minutes_cli.parse import due as due_words
from minutes_cli.parse.owners import Roster
from minutes_cli.vocabulary import commitments


class Context(msgspec.Struct):
    """What reading an action needs to know of its minutes.

    ``date`` is the meeting's own, ``following`` the next one as announced; ``month_first`` says how dates in figures
    are written; ``known`` are the people as the commitments of running text are looked up among them.
    """

    roster: Roster
    date: date | None = None
    following: NextMeeting | None = None
    month_first: bool = False
    known: commitments.People | None = None

    def due(self, text: str, said: str = "") -> Due | None:
        """Read the due wording of a cell (``said``) or, failing that, the one found in the text of the action."""
        if said:
            return due_words.read(said, self.date, self.following, self.month_first)
        found = due_words.find(text)
        return due_words.settle(*found, self.date, self.following, self.month_first) if found else None
