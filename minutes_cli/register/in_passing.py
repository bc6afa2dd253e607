"""What records tell in passing of things done: found once for each record, since it depends on that record alone.

Looking for it takes longer than all the rest of a register, so whoever draws one up over records of which only one is
new may bring along what was found in the others.
"""

from __future__ import annotations

from collections.abc import Mapping

from minutes_cli.model import Meeting
from minutes_cli.register.mentions import reports

Reports = list[tuple[int, str]]
"""The place of an item in a record, from 0, and a sentence of its text that tells of something done."""


class InPassing:
    """The reports in records, by the records' names; ``found`` are those of all records that were asked for.

    ``is_new`` says that some of them had to be looked for.
    """

    def __init__(self, known: Mapping[str, Reports] | None = None) -> None:
        self._known = known or {}
        self.found: dict[str, Reports] = {}
        self.is_new = False

    def of(self, name: str, meeting: Meeting) -> Reports:
        """Give the reports in a record, which is looked through unless that was done before."""
        told = self._known.get(name)
        if told is None:
            told = list(reports(meeting))
            self.is_new = True
        self.found[name] = told
        return told
