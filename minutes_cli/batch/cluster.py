"""An archive past one machine: the same run on the workers of a Dask cluster.

Each worker of the cluster reads in a process of its own, guarded as on one machine, so that a file that hangs, balloons
or kills its process costs neither the worker nor the other files. All machines must see the archive and the records
under the same paths, or by URL.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import Any

from minutes_cli.batch.crew import Crew
from minutes_cli.batch.outcome import Job, Outcome, Way
from minutes_cli.errors import UsageProblem

CHUNK_SECONDS = 2.0
"""Work in one task: handing one out costs the scheduler some milliseconds, and losing one costs its work."""
TO_ANSWER = 15
"""Seconds that a scheduler may take to answer."""


@contextmanager
def cluster(address: str) -> Iterator[tuple[Executor, int]]:
    """Reach a cluster by its scheduler's address; gives its executor and how many tasks it does at once.

    Raises ``UsageProblem`` when the extra is not installed, nobody answers, or the cluster has no workers.
    """
    try:
        import distributed
    except ImportError:
        raise UsageProblem("--dask needs an extra.", "Install it: pip install 'minutebook[cluster]'") from None
    try:
        client: Any = distributed.Client(address, timeout=TO_ANSWER, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as problem:
        raise UsageProblem(f"No scheduler answers at {address}: {problem}.", "Check the address.") from None
    with client:
        threads = sum(client.nthreads().values())
        if not threads:
            raise UsageProblem(f"The cluster at {address} has no workers.", f"Start some: dask worker {address}")
        yield client.get_executor(pure=False), threads


_own = threading.local()


def read_guarded(jobs: Sequence[Job], way: Way) -> list[Outcome]:
    """Read some files in a process of this worker's own, which is kept for the next ones."""
    from minutes_cli.batch.dispatch import Sharing, outcomes
    from minutes_cli.batch.reading import read_all

    crew = _crew_for(way)
    return [each for each in outcomes(iter(jobs), way, Sharing(crew, read_all, ahead=3)) if each is not None]


def _crew_for(way: Way) -> Crew:
    """Give the crew of this thread of the worker; one for a run with other bounds takes its place."""
    bounds = (way.timeout, way.memory)
    if getattr(_own, "bounds", None) != bounds:
        if hasattr(_own, "crew"):
            _own.crew.shutdown()
        _own.crew, _own.bounds = Crew(1, timeout=way.timeout, memory=way.memory), bounds
    crew: Crew = _own.crew
    return crew
