"""How far a long run has come: one line on the terminal, once a second has gone by."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from threading import RLock
from typing import Any, Protocol, Self

PATIENCE = 1.0
"""Seconds before anything is shown: most runs are over by then."""


class Clock(Protocol):
    """What rings once when patience is at its end, unless it is stopped."""

    def start(self) -> None:
        """Let the time run."""

    def cancel(self) -> None:
        """Stop it."""


class _Alarm:
    """The clock of the system: no other thread, beside which the reading could not be shared among processes."""

    def __init__(self, ring: Callable[[], None]) -> None:
        self._ring = ring
        self._before: Any = None

    def start(self) -> None:
        self._before = signal.signal(signal.SIGALRM, lambda *_: self._ring())
        signal.setitimer(signal.ITIMER_REAL, PATIENCE)

    def cancel(self) -> None:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, self._before or signal.SIG_DFL)


def _clock(ring: Callable[[], None]) -> Clock:
    """Choose a clock: the system's where it has one for us, else a thread that waits."""
    if hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread():
        return _Alarm(ring)
    timer = threading.Timer(PATIENCE, ring)
    timer.daemon = True
    return timer


class Progress:
    """Show what is being read and how many files are left; silent off a terminal and in short runs."""

    def __init__(self, doing: str, total: int) -> None:
        self._doing, self._total = doing, total
        self._done = 0
        self._name = ""
        self._bar: Any = None
        self._task: Any = None
        self._over = False
        self._lock = RLock()  # the clock may ring while a step is being told
        self._clock = _clock(self._show) if sys.stderr.isatty() else None

    def __enter__(self) -> Self:
        if self._clock:
            self._clock.start()
        return self

    def __exit__(self, *_: object) -> None:
        if not self._clock:
            return
        self._clock.cancel()
        with self._lock:
            self._over = True
            if self._bar:
                self._bar.stop()

    def step(self, name: str) -> None:
        """Say that the next file is begun."""
        with self._lock:
            self._done += bool(self._name)
            self._name = name
            self._update()

    def _show(self) -> None:
        with suppress(ImportError), self._lock:
            if self._over:
                return
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
            from rich.progress import Progress as Bar

            said = TextColumn("{task.description}", markup=False)
            console = Console(stderr=True)
            self._bar = Bar(
                said, BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), console=console, transient=True
            )
            self._task = self._bar.add_task(self._doing, total=self._total)
            self._update()
            self._bar.start()

    def _update(self) -> None:
        if self._bar:
            from minutes_cli.cli.talk import one_line

            self._bar.update(self._task, completed=self._done, description=f"{self._doing} {one_line(self._name)}")
