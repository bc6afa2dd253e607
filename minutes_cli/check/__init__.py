"""The room where a record is looked over: a meeting comes in, findings go out, sorted by the place they stand at.

Works on a ``Meeting`` alone, whether it was just parsed or loaded from a record; nothing in it is changed. Every code
is explained in ``catalogue``; each check is one function of ``reading``, ``meeting``, ``people``, ``speakers``,
``actions``, ``recorded``, ``agenda`` or ``dates``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import Self

from minutes_cli.aside import Begun, processors
from minutes_cli.check import actions, agenda, dates, people, reading, recorded, speakers
from minutes_cli.check import meeting as whole
from minutes_cli.check.catalogue import CATALOGUE, Entry
from minutes_cli.check.facts import Facts, gather
from minutes_cli.model import Finding, Meeting

__all__ = ["CATALOGUE", "Check", "Entry", "check"]

LONG = 100_000
"""Characters of an agenda's text from which on a record is looked over aside: a process costs some 5 ms."""


def check(meeting: Meeting, today: date | None = None) -> list[Finding]:
    """Find what a person should look at in one meeting's record.

    Takes the meeting and, when the caller knows it, the day it is looked at (a meeting a year ahead of it is far off).
    Returns the findings by page and line, those about the whole meeting first. Raises nothing for odd content.
    """
    with Check(meeting, today) as begun:
        return begun.findings()


class Check:
    """A record that is being looked over; long minutes by other processes, while the caller goes on. See ``check``."""

    def __init__(self, meeting: Meeting, today: date | None = None) -> None:
        facts = gather(meeting)
        is_long = sum(len(item.text) for item in meeting.items) > LONG
        rooms = (reading, whole, people, speakers, actions, agenda, dates)
        quick = [*(one for room in rooms for one in room.CHECKS), partial(dates.far_off, today=today)]
        # reading every sentence for what people took on takes far longer than all the rest: it is shared out
        shares = recorded.shared_out(facts, max(1, processors() - 1)) if is_long else recorded.CHECKS
        parts = [*([share] for share in shares), quick]
        self._parts = [Begun(partial(_run, part, facts), list[Finding], aside=is_long) for part in parts]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for part in self._parts:
            part.drop()

    def findings(self) -> list[Finding]:
        """Wait for the findings; ask once."""
        found = dict.fromkeys(finding for part in self._parts for finding in part.outcome())
        return sorted(found, key=lambda f: (f.page or 0, f.line or 0, f.code))


def _run(checks: Sequence[Callable[[Facts], Iterator[Finding]]], facts: Facts) -> list[Finding]:
    return [finding for one in checks for finding in one(facts)]
