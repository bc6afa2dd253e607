"""Settle in which half of the day a meeting began and ended, where its minutes print "7:04" and mean the evening.

Said is not meant here: only what the minutes themselves show decides, and the hours at which nobody meets.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from minutes_cli.parse.dates import Time

HALF = 12 * 60  # minutes
LATEST = 60  # minutes; a meeting called for seven is called to order within the hour
LONGEST = 8 * 60  # minutes that a meeting lasts
EARLIEST = 6  # o'clock; before it a start without its half of the day is one in the afternoon


def settle(start: Time | None, end: Time | None, named: Iterable[Time]) -> tuple[str | None, str | None]:
    """Give the start and the end of a meeting as "HH:MM" of 24 hours.

    ``named`` are the times for which the meeting was called, with their half of the day or on the clock of 24 hours.
    A start that fits both halves takes that of the time it was called for, or the one from which the end is reached
    within eight hours; the end is then the one within eight hours of the start. What no other time settles stays as
    printed, save a start from one to six: nobody meets before dawn.
    """
    begun = _minutes(start)
    if start and begun is not None and start.either:
        begun = _begun(begun, None if end and end.either else _minutes(end), [m for t in named if (m := _known(t))])
    ended = _minutes(end)
    if end and begun is not None and ended is not None and (end.either or ended < begun):
        ended = _only(ended, lambda reading: 0 < reading - begun <= LONGEST)
    return _clock(begun), _clock(ended)


def _begun(begun: int, ended: int | None, called: list[int]) -> int:
    near = _only(begun, lambda reading: any(abs(reading - at) <= LATEST for at in called))
    if near == begun and ended is not None:
        near = _only(begun, lambda reading: 0 < ended - reading <= LONGEST)
    return begun + HALF if near == begun and begun < EARLIEST * 60 else near


def _only(minutes: int, fits: Callable[[int], bool]) -> int:
    """Take the reading of the two that fits; that which is printed when both do, or none."""
    fitting = [reading for reading in (minutes, minutes + HALF) if reading < 2 * HALF and fits(reading)]
    return fitting[0] if len(fitting) == 1 else minutes


def _known(time: Time) -> int | None:
    return None if time.either else _minutes(time)


def _minutes(time: Time | None) -> int | None:
    return int(time.at[:2]) * 60 + int(time.at[3:]) if time else None


def _clock(minutes: int | None) -> str | None:
    return None if minutes is None else f"{minutes // 60:02d}:{minutes % 60:02d}"
