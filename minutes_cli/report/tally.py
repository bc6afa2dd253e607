"""Counting actions: how many of some are open, closed, on time, overdue, and how old they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from statistics import mean, median

import msgspec

from minutes_cli.register import OPEN, Entry


class Tally(msgspec.Struct, frozen=True):
    """The actions that are counted together, and what becomes of them by the day of the register."""

    entries: tuple[Entry, ...]

    def those(self, fits: Callable[[Entry], bool]) -> Tally:
        """Keep some of the actions."""
        return Tally(tuple([entry for entry in self.entries if fits(entry)]))

    def __len__(self) -> int:
        return len(self.entries)

    @property
    def still(self) -> Tally:
        """Those still to be done."""
        return Tally(tuple([entry for entry in self.entries if entry.status in OPEN]))

    @property
    def closed(self) -> Tally:
        """Those nobody waits for any more, done or dropped."""
        return Tally(tuple([entry for entry in self.entries if entry.status not in OPEN]))

    @property
    def timed(self) -> Tally:
        """Those done of which the day they were done and the day they were first due are known."""
        return self.those(lambda e: e.status == "done" and e.closed_on is not None and e.first_due is not None)

    @property
    def on_time(self) -> Tally:
        """Those done by the day they were first due; a date that was put off makes nothing punctual."""
        return self.timed.those(lambda e: bool(e.closed_on and e.first_due and e.closed_on <= e.first_due))

    @property
    def overdue(self) -> Tally:
        """Those still to be done, and past their date."""
        return self.those(lambda entry: entry.overdue)

    @property
    def ages(self) -> list[int]:
        """How many days old those of them are whose age is known, the youngest first."""
        return sorted(entry.age_days for entry in self.entries if entry.age_days is not None)

    @property
    def late(self) -> Tally:
        """Those done in a known time, but after the day they were first due."""
        return self.timed.those(lambda e: bool(e.closed_on and e.first_due and e.closed_on > e.first_due))

    def share_on_time(self) -> float | None:
        """Say which share of those done in a known time was on time."""
        return share(len(self.on_time), len(self.timed))


def share(part: int, whole: int) -> float | None:
    """Say which share of a whole a part is, from 0 to 1; nothing of nothing."""
    return round(part / whole, 4) if whole else None


def average(ages: Sequence[int]) -> float:
    """Give the mean of some ages, in days."""
    return round(float(mean(ages)), 1)


def middle(ages: Sequence[int]) -> float:
    """Give the median of some ages, in days."""
    return round(float(median(ages)), 1)
