"""One process of a crew as who watches sees it: what it is at, since when, and why it ended."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections import deque
from collections.abc import Sequence
from concurrent.futures import Future
from contextlib import suppress
from typing import Any

from minutes_cli.batch import worker

PATIENCE = 1.0
"""Seconds that a process has to end what it has started, before it is ended."""
TO_START = 30.0
"""Seconds that a process may take to start before its tasks count as begun."""


class Lost(Exception):
    """A task's process died of it, twice."""


class TookTooLong(Lost):
    """A task took more time than it was given."""


class TookTooMuch(Lost):
    """A task's process took more memory than it was given."""


class Assigned:
    """A task, and what became of it so far."""

    def __init__(self, future: Future[Any], task: worker.Task) -> None:
        self.future, self.task = future, task
        self.running = self.tried = False

    def drop(self) -> None:
        """Leave the task undone, and tell who waits for it."""
        if self.future.cancel():
            self.future.set_running_or_notify_cancel()
        elif not self.future.done():
            self.future.set_exception(Lost("the run was stopped"))


class Hand:
    """A process with a line to it, and the tasks it was given and has not answered; the first is the one it is at."""

    def __init__(self, context: Any, timeout: float, memory: int, others: Sequence[Hand] = ()) -> None:
        self._timeout, self._memory = timeout, memory
        self.line, far = context.Pipe()
        # A forked process has our ends of all lines too: while it holds one, no worker would hear that we are gone.
        ours = (self.line, *(hand.line for hand in others)) if context.get_start_method() == "fork" else ()
        self.process = context.Process(target=worker.work, args=(far, timeout, memory, ours), daemon=True)
        with _allowed_children():
            self.process.start()
        far.close()
        self.tasks: deque[Assigned] = deque()
        self.ready = self.gone = False
        self.given, self.peak = 0, 0.0
        self._since = time.monotonic()
        self._ended_for: Lost | None = None

    def give(self, task: Assigned) -> None:
        """Send a task; a process that is just dying will be heard of."""
        if not self.tasks and self.ready:
            self._since = time.monotonic()
        self.tasks.append(task)
        self.given += 1
        with suppress(OSError):
            self.line.send(task.task)

    def hear(self) -> None:
        """Take all answers that have come."""
        try:
            while self.line.poll():
                answer = self.line.recv()
                self._since = time.monotonic()
                if answer == "ready":
                    self.ready = True
                    continue
                value, problem, peak = answer
                self.peak = max(self.peak, peak)
                task = self.tasks.popleft()
                if problem is not None:
                    task.future.set_exception(problem)
                else:
                    task.future.set_result(value)
        except (EOFError, OSError):
            self.gone = True

    def breaks(self, now: float) -> Lost | None:
        """Say which of its bounds the process has broken, if any."""
        if self._ended_for:
            return None
        spent = now - self._since
        if self._timeout and spent > self._timeout + (0 if self.ready else TO_START):
            return TookTooLong(f"took longer than {self._timeout:g} seconds")
        if self._memory and (used := _memory_of(self.process.pid)) > self._memory:
            self.peak = max(self.peak, used)
            return TookTooMuch(f"took more than {self._memory} MB of memory")
        return None

    def end(self, why: Lost) -> None:
        """End the process: it is asked to end what it has started, and is ended when it does not answer."""
        self._ended_for = why
        self.process.terminate()
        if not isinstance(why, TookTooMuch):
            self.process.join(PATIENCE)
        self._kill()

    def reason(self) -> Lost:
        """Say why the process ended."""
        if self._ended_for:
            return self._ended_for
        code = self.process.exitcode
        if code == -getattr(signal, "SIGALRM", 14):
            return TookTooLong(f"took longer than {self._timeout:g} seconds")
        with suppress(ValueError):
            if code is not None and code < 0:
                return Lost(f"killed the process that read it ({signal.Signals(-code).name})")
        return Lost(f"ended the process that read it (exit code {code})")

    def dismiss(self, *, at_once: bool = False) -> None:
        """Let the process end when it has nothing to do, or at once."""
        if at_once:
            self._kill()
        else:
            with suppress(OSError):
                self.line.send(None)
        self.process.join(PATIENCE)
        if self.process.exitcode is None:
            self._kill()
        self.line.close()

    def _kill(self) -> None:
        """End the process and those it has forked, which are of its group."""
        if os.name == "posix" and self.ready and self.process.pid:
            with suppress(OSError):
                os.killpg(self.process.pid, signal.SIGKILL)
        self.process.kill()
        self.process.join(PATIENCE)


class _allowed_children:  # noqa: N801  it reads as what it is: with _allowed_children()
    """Let a process start others although it is a daemon itself, as the workers of a Dask cluster are.

    The rule against it keeps daemons from leaving orphans; these end by themselves when their line is closed.
    """

    def __enter__(self) -> None:
        from multiprocessing import process

        self._config = process.current_process()._config  # type: ignore[attr-defined]
        self._was = self._config.get("daemon")
        if self._was:
            self._config["daemon"] = False

    def __exit__(self, *_: object) -> None:
        if self._was:
            self._config["daemon"] = True


def _memory_of(process: int | None) -> float:
    """Say how much memory a process has, in MB; 0 where the system does not tell."""
    if sys.platform != "linux":
        return 0.0
    try:
        with open(f"/proc/{process}/statm", "rb") as told:
            return int(told.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / (1 << 20)
    except (OSError, ValueError, IndexError):
        return 0.0
