"""Read long minutes on several processors: each process reads a run of the pages.

Where there is one processor or no ``fork``, where other threads run (their locks would stay shut in the copy), or when
a process fails for whatever reason, the pages are read one after the other, with the same result.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from itertools import pairwise
from typing import NoReturn

import msgspec

from minutes_cli.document import Page

SHARE = 24  # pages; a process of its own costs more than it saves over fewer (measured)
MOST = 4  # processes; more wait for the memory rather than for each other

ReadPages = Callable[[int, int], list[Page]]


def read_pages(count: int, read: ReadPages) -> list[Page]:
    """Read pages 1 to ``count``; ``read(first, last)`` reads a run of them and opens the file itself.

    Raises what ``read`` raises.
    """
    parts = min(count // SHARE, MOST, _processors())
    if parts < 2:
        return read(1, count)
    ends = [count * part // parts for part in range(parts + 1)]
    runs = [(first + 1, last) for first, last in pairwise(ends)]
    others = [(run, _begin(read, run)) for run in runs[1:]]
    try:
        pages = read(*runs[0])
    except BaseException:
        for _, collect in others:
            collect()
        raise
    for run, collect in others:
        pages.extend(collect() or read(*run))
    return pages


def _processors() -> int:
    """How many processors there are to share the work among; 1 where sharing is not safe."""
    if not hasattr(os, "fork") or sys.platform == "darwin" or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0))


def _begin(read: ReadPages, run: tuple[int, int]) -> Callable[[], list[Page] | None]:
    """Start a process that reads a run of pages; gives the function that waits for them (None when it failed)."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _work_and_leave(lambda: read(*run), reading, writing)
    os.close(writing)

    def collect() -> list[Page] | None:
        with open(reading, "rb") as pipe:
            told = pipe.read()
        _, status = os.waitpid(child, 0)
        if status != 0:
            return None
        return msgspec.msgpack.decode(told, type=list[Page])

    return collect


def _work_and_leave(work: Callable[[], list[Page]], reading: int, writing: int) -> NoReturn:
    """Read, tell, and leave without running what belongs to the first process (open files, exit handlers)."""
    status = 1
    try:
        os.close(reading)
        with open(writing, "wb") as pipe:
            pipe.write(msgspec.msgpack.encode(work()))
        status = 0
    finally:
        os._exit(status)
