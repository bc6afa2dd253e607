"""Share files out among the workers of an executor, whichever it is, and hand on what became of each as it comes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, CancelledError, Executor, Future, wait
from itertools import islice
from typing import NamedTuple

from minutes_cli.batch.crew import TookTooLong, TookTooMuch
from minutes_cli.batch.outcome import Became, Job, Outcome, Way
from minutes_cli.errors import UsageProblem

Work = Callable[[Sequence[Job], Way], list[Outcome]]

BREATH = 0.5
"""Seconds after which nothing is handed on, so that whoever waits can show the time."""
FIRST_CHUNK = 4
LARGEST_CHUNK = 200


class Sharing(NamedTuple):
    """How files are shared out.

    ``work`` is what a worker does with a chunk of them. ``chunk_seconds`` is how much work goes in one chunk; 0 means
    one file each, for executors where handing out costs next to nothing. ``ahead`` is how many chunks are under way.
    """

    executor: Executor
    work: Work
    ahead: int
    chunk_seconds: float = 0.0


class _Chunks:
    """Jobs in chunks that take about as long as they should, by what files took so far."""

    def __init__(self, jobs: Iterator[Job], seconds: float) -> None:
        self._jobs, self._seconds = jobs, seconds
        self._spent, self._count = 0.0, 0

    def learn(self, outcomes: Sequence[Outcome]) -> None:
        self._spent += sum(outcome.seconds for outcome in outcomes)
        self._count += len(outcomes)

    def next(self) -> list[Job]:
        size = 1
        if self._seconds:
            each = self._spent / self._count if self._count else self._seconds / FIRST_CHUNK
            size = max(1, min(LARGEST_CHUNK, int(self._seconds / max(each, 1e-4))))
        return list(islice(self._jobs, size))


def outcomes(jobs: Iterator[Job], way: Way, sharing: Sharing) -> Iterator[Outcome | None]:
    """Have all jobs done, and give what became of each in the order in which they end.

    None is given when nothing has ended for a while.
    A chunk whose worker is lost is handed out again file by file, so that the one at fault is known. Raises
    ``UsageProblem`` when the workers are gone for good.
    """
    chunks = _Chunks(jobs, sharing.chunk_seconds)
    pending: dict[Future[list[Outcome]], list[Job]] = {}
    single: list[Job] = []
    while True:
        while len(pending) < sharing.ahead and (chunk := [single.pop()] if single else chunks.next()):
            pending[sharing.executor.submit(sharing.work, chunk, way)] = chunk
        if not pending:
            return
        ended, _ = wait(pending, timeout=BREATH, return_when=FIRST_COMPLETED)
        for future in ended:
            chunk = pending.pop(future)
            try:
                done = future.result()
            except CancelledError:
                raise UsageProblem("The workers are gone.", "Run the same command again to go on.") from None
            except Exception as problem:  # noqa: BLE001  whatever took the worker away
                if len(chunk) > 1:
                    single.extend(reversed(chunk))
                    continue
                done = [chunk[0].ended(*_lost(problem))]
            chunks.learn(done)
            yield from done
        if not ended:
            yield None


def _lost(problem: Exception) -> tuple[Became, str, str]:
    """Say what became of a file whose worker was lost."""
    if isinstance(problem, TookTooLong):
        return "too slow", str(problem), "Give it more with --timeout, and --retry."
    if isinstance(problem, TookTooMuch | MemoryError):
        return "too big", str(problem) or "took too much memory", "Give it more with --memory, and --retry."
    return "crashed", str(problem) or type(problem).__name__, "Please report it, with the file if it may be shown."
