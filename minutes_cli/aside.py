"""Do part of the work on minutes aside: in a process of its own, while this one goes on.

Where there is one processor or no ``fork``, where other threads run (their locks would stay shut in the copy), or when
the process fails for whatever reason, the work is done here when its outcome is asked for, and the outcome is the same.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable
from typing import Any, Generic, NoReturn, Self, TypeVar

import msgspec

from minutes_cli.wording import keep

Outcome = TypeVar("Outcome")


def processors() -> int:
    """How many processors there are to share the work among; 1 where sharing is not safe."""
    if not hasattr(os, "fork") or sys.platform == "darwin" or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0))


class Begun(Generic[Outcome]):
    """Work that is under way aside, or that still has to be done here.

    ``work`` gives a value of the msgspec type ``kind``. Ask for the ``outcome`` once, or ``drop`` it, which is what
    leaving it as a context does.
    """

    def __init__(self, work: Callable[[], Outcome], kind: Any, *, aside: bool = True) -> None:
        self._work, self._kind = work, kind
        self._child = self._pipe = 0
        if aside and processors() > 1:
            self._pipe, writing = os.pipe()
            self._child = os.fork()
            if self._child == 0:
                _work_and_leave(work, self._pipe, writing)
            os.close(writing)

    def outcome(self) -> Outcome:
        """Wait for the work to be done and give what it gives. Raises what it raises."""
        if not self._child:
            return self._work()
        with open(self._pipe, "rb") as pipe:
            told = pipe.read()
        if self._ended() != 0:
            return self._work()
        return msgspec.msgpack.decode(told, type=self._kind)  # type: ignore[no-any-return]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.drop()

    def drop(self) -> None:
        """Leave the work undone, when nobody needs it any more."""
        if self._child:
            os.close(self._pipe)
            os.kill(self._child, signal.SIGKILL)
            self._ended()

    def _ended(self) -> int:
        _, status = os.waitpid(self._child, 0)
        self._child = 0
        return status


def _work_and_leave(work: Callable[[], Any], reading: int, writing: int) -> NoReturn:
    """Work, tell, and leave without running what belongs to the first process (open files, exit handlers)."""
    status = 1
    try:
        os.close(reading)
        with open(writing, "wb") as pipe:
            pipe.write(msgspec.msgpack.encode(work()))
        status = 0
        keep()
    finally:
        os._exit(status)
