"""The executor without processes: for archives in the memory of this process, where no other can look."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from typing import Any, NoReturn, TypeVar

from minutes_cli.batch.hand import TookTooLong

Value = TypeVar("Value")


class _OutOfTime(BaseException):
    """Time is up: no ``except Exception`` of a reader may hold this."""


class Here(Executor):
    """Do each task at once, in this process. Time is bounded where the system has a clock for it, memory is not."""

    def __init__(self, timeout: float) -> None:
        self._timeout = timeout

    def submit(self, fn: Callable[..., Value], /, *args: Any, **kwargs: Any) -> Future[Value]:
        """Do a task; its future is done when this returns."""
        future: Future[Value] = Future()
        try:
            with _bounded(self._timeout):
                future.set_result(fn(*args, **kwargs))
        except _OutOfTime:
            future.set_exception(TookTooLong(f"took longer than {self._timeout:g} seconds"))
        except Exception as problem:  # noqa: BLE001  it is the outcome
            future.set_exception(problem)
        return future


@contextmanager
def _bounded(seconds: float) -> Iterator[None]:
    if not (seconds and hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()):
        yield
        return
    before = signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _ring(*_: object) -> NoReturn:
    raise _OutOfTime
