"""Make much that stays to the end: not looked through for rubbish meanwhile, and not given back piece by piece."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

MUCH = 200
"""From how many records on it is worth it: a register over a thousand has some 300,000 values, and Python would look
through all of them several times, which takes as long as making them."""

_kept: list[Any] = []


@contextmanager
def unswept(records: int) -> Iterator[None]:
    """Let what is made in the context of so many records be taken for lasting."""
    if records < MUCH or not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def keep_to_the_end(made: Any, records: int) -> None:
    """Hold on to what was made of many records until the process ends, and its memory goes at once."""
    if records >= MUCH:
        _kept[:] = [made]
