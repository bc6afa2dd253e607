"""The room where a record is looked over: a meeting comes in, findings go out, sorted by the place they stand at.

Works on a ``Meeting`` alone, whether it was just parsed or loaded from a record; nothing in it is changed. Every code
is explained in ``catalogue``; each check is one function of ``meeting``, ``people``, ``speakers``, ``actions``,
``recorded``, ``agenda`` or ``dates``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from minutes_cli.check.catalogue import CATALOGUE, Entry
from minutes_cli.model import Finding, Meeting

__all__ = ["CATALOGUE", "Entry", "check"]


def check(meeting: Meeting, today: date | None = None) -> list[Finding]:
    """Find what a person should look at in one meeting's record.

    Takes the meeting and, when the caller knows it, the day it is looked at (a meeting a year ahead of it is far off).
    Returns the findings by page and line, those about the whole meeting first. Raises nothing for odd content.
    """
    from minutes_cli.check import actions, agenda, dates, people, recorded, speakers
    from minutes_cli.check import meeting as whole
    from minutes_cli.check.facts import Facts, gather

    facts = gather(meeting)
    rooms = (whole.CHECKS, people.CHECKS, speakers.CHECKS, actions.CHECKS, recorded.CHECKS, agenda.CHECKS, dates.CHECKS)
    checks: list[Callable[[Facts], Iterator[Finding]]] = [one for room in rooms for one in room]
    found = [finding for one in checks for finding in one(facts)]
    found.extend(dates.far_off(facts, today))
    unique = list(dict.fromkeys(found))
    return sorted(unique, key=lambda f: (f.page or 0, f.line or 0, f.code))
