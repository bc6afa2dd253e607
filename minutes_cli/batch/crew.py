"""A crew of processes that read minutes: an executor in which a task that kills its process costs itself only.

The same holds for a task that hangs, or takes all memory.
``concurrent.futures.ProcessPoolExecutor`` breaks as a whole when one of its processes dies, and knows neither time nor
memory. Here each process has a line of its own; who watches them knows which task each is at.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import suppress
from multiprocessing.connection import wait
from typing import Any, TypeVar

from minutes_cli.batch.hand import Assigned, Hand, Lost, TookTooLong, TookTooMuch

__all__ = ["Crew", "Lost", "TookTooLong", "TookTooMuch"]

Value = TypeVar("Value")

AHEAD = 2
"""Tasks that a process has at once: the one it is at and the next, so that it never waits for one."""
LOOK = 0.1
"""Seconds between two looks at the memory and the time of the processes."""
RECYCLE = 500
"""Tasks after which a process is replaced: what libraries do not give back goes with it."""
FALSE_STARTS = 3
"""Processes in a row that may end before they are ready; then something else is wrong than a task."""


class Crew(Executor):
    """As many processes as ``workers``, each guarded: ``timeout`` in seconds a task, ``memory`` in MB a process.

    ``timeout`` and ``memory`` of 0 are none. ``forked`` has the first processes forked off this one, which starts a
    small run sooner; it must have no other threads then. A task whose process dies is tried once more, in a fresh one;
    then its future raises ``Lost``, or ``TookTooMuch``; one that takes too long raises ``TookTooLong`` at once.
    """

    def __init__(
        self, workers: int, *, timeout: float = 0, memory: int = 0, recycle: int = RECYCLE, forked: bool = False
    ) -> None:
        self.peak = 0.0
        """The most memory that a process has had, in MB."""
        self._timeout, self._memory, self._recycle = timeout, memory, recycle
        self._waiting: deque[Assigned] = deque()
        self._lock = threading.Lock()
        self._closing = self._abandoned = False
        self._false_starts = 0
        self._bell, self._rung = multiprocessing.Pipe(duplex=False)
        self._context = _context("forkserver")
        first = _context("fork") if forked else self._context
        self._hands: list[Hand] = []
        for _ in range(workers):
            self._hands.append(self._hired(first))
        self._watch = threading.Thread(target=self._run, name="crew", daemon=True)
        self._watch.start()

    def submit(self, fn: Callable[..., Value], /, *args: Any, **kwargs: Any) -> Future[Value]:
        """Have a task done by the next process that is free."""
        future: Future[Value] = Future()
        with self._lock:
            if self._closing:
                raise RuntimeError("The crew has gone home.")
            self._waiting.append(Assigned(future, (fn, args, kwargs)))
        self._ring()
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Take no more tasks; wait until all are done, or until those under way are with ``cancel_futures``."""
        with self._lock:
            self._closing = True
            dropped = list(self._waiting) if cancel_futures else []
            if cancel_futures:
                self._waiting.clear()
        for task in dropped:
            task.drop()
        self._ring()
        if wait:
            self._watch.join()

    def abandon(self) -> None:
        """End all processes at once, whatever they are at."""
        self._abandoned = True
        self.shutdown(cancel_futures=True)

    def _ring(self) -> None:
        with suppress(OSError, ValueError):
            self._rung.send_bytes(b"!")

    def _hired(self, context: Any) -> Hand:
        return Hand(context, self._timeout, self._memory, self._hands)

    def _run(self) -> None:
        """Watch over the processes until there is nothing left to do."""
        try:
            while not self._abandoned and not (self._closing and not self._waiting and not any(self._busy())):
                self._hand_out()
                self._listen()
                self._look()
        finally:
            for hand in self._hands:
                hand.dismiss(at_once=self._abandoned)
            for task in [*self._waiting, *(task for hand in self._hands for task in hand.tasks)]:
                task.drop()

    def _busy(self) -> list[Hand]:
        return [hand for hand in self._hands if hand.tasks]

    def _hand_out(self) -> None:
        """Give each process its next task: first one to each, then one ahead."""
        for ahead in range(1, AHEAD + 1):
            for hand in self._hands:
                if len(hand.tasks) < ahead and hand.given < self._recycle and (task := self._next()):
                    hand.give(task)

    def _next(self) -> Assigned | None:
        while True:
            with self._lock:
                if not self._waiting:
                    return None
                task = self._waiting.popleft()
            if task.running or task.future.set_running_or_notify_cancel():
                task.running = True
                return task

    def _listen(self) -> None:
        """Wait for answers, for deaths, for new tasks, and for the time to look."""
        doors: dict[Any, Hand] = {}
        for hand in self._hands:
            doors[hand.line] = doors[hand.process.sentinel] = hand
        heard = wait([*doors, self._bell], timeout=LOOK if self._busy() else None)
        if self._bell in heard:
            while self._bell.poll():
                self._bell.recv_bytes()
        for number, hand in enumerate(self._hands):
            if hand.line in heard or hand.process.sentinel in heard:
                hand.hear()
                self.peak = max(self.peak, hand.peak)
                if hand.process.sentinel in heard or hand.gone:
                    self._replace(number)
                elif hand.given >= self._recycle and not hand.tasks:
                    hand.dismiss()
                    self._hands[number] = self._hired(self._context)

    def _look(self) -> None:
        """End processes that take too long or too much; ``_listen`` hears of it."""
        now = time.monotonic()
        for hand in self._hands:
            if hand.tasks and (why := hand.breaks(now)):
                hand.end(why)

    def _replace(self, number: int) -> None:
        """Put a fresh process in the place of a dead one, and settle what it was at."""
        hand = self._hands[number]
        hand.dismiss(at_once=True)
        self._false_starts = 0 if hand.ready else self._false_starts + 1
        if self._false_starts > FALSE_STARTS:
            broken = BrokenExecutor("the processes that read minutes do not start")
            for task in [*hand.tasks, *self._waiting]:
                task.future.set_exception(broken)
            hand.tasks.clear()
            self._waiting.clear()
            return
        lost = hand.tasks.popleft() if hand.tasks and hand.ready else None
        with self._lock:
            self._waiting.extendleft(reversed(hand.tasks))
        fresh = self._hands[number] = self._hired(self._context)
        if lost is None:
            return
        problem = hand.reason()
        if lost.tried or isinstance(problem, TookTooLong):
            lost.future.set_exception(problem)
        else:
            lost.tried = True
            fresh.give(lost)


def _context(method: str) -> Any:
    """Choose how processes are started; where there is no server of them, each is started anew."""
    known = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context(method if method in known else "spawn")
    if method == "forkserver" and method in known:
        context.set_forkserver_preload(["minutes_cli.batch.preload"])
    return context


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
