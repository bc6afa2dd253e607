"""A run over an archive, from the files that were named to the summary: the order of the steps stands here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Protocol

import msgspec

from minutes_cli.batch import lock
from minutes_cli.batch.crew import Crew, processors
from minutes_cli.batch.destination import Destination, open_destination
from minutes_cli.batch.dispatch import Sharing, outcomes
from minutes_cli.batch.found import of_this_process
from minutes_cli.batch.here import Here
from minutes_cli.batch.manifest import Manifest, open_manifest
from minutes_cli.batch.outcome import Outcome, Way
from minutes_cli.batch.outputs import leave
from minutes_cli.batch.packed import forget_copies
from minutes_cli.batch.plan import Plan, Wish, plan
from minutes_cli.batch.reading import read_all
from minutes_cli.batch.settling import renewed, settle_twins
from minutes_cli.batch.sources import Sources, find
from minutes_cli.batch.summary import NAME, Summary, page
from minutes_cli.errors import UsageProblem

FEW = 10
"""Files below which the processes are forked off this one: a server of them would cost more than it saves."""
AHEAD = 4
"""Files that are under way for each worker: enough that none waits for the manifest to be written."""
_PROBE = ".minutes-batch/probe"


class Order(msgspec.Struct, frozen=True):
    """What is asked for: the ``places`` of minutes, how to read and keep them, and on what.

    ``workers`` is the number of processes, None for one a processor; ``dask`` the address of a cluster's scheduler.
    """

    places: tuple[str, ...]
    way: Way
    wish: Wish = Wish()
    workers: int | None = None
    dask: str = ""
    keep_twins: bool = False
    tables: tuple[str, ...] = ()
    """The formats of tables to be left beside the records."""


class Watcher(Protocol):
    """Who follows a run."""

    def planned(self, sources: Sources, plan: Plan) -> None:
        """Hear what is to be done."""

    def ended(self, outcome: Outcome) -> None:
        """Hear what became of a file."""

    def waiting(self) -> None:
        """Hear that nothing has ended for a while."""


def rehearse(order: Order, listed: Iterable[str]) -> tuple[Sources, Plan]:
    """Find what a run would do, and write nothing."""
    where = open_destination(order.way.records)
    sources = find(order.places, listed, order.way.records)
    try:
        known = open_manifest(order.way.records, where, only_read=True).known
        return sources, plan(sources.files, known, order.way, order.wish, where)
    finally:
        forget_copies()


def run(order: Order, listed: Iterable[str], watcher: Watcher) -> Summary:
    """Read an archive into records; files read before are left alone. ``listed`` are the lines of standard input.

    However it ends, what was done is kept, and the next run goes on from there. Raises ``UsageProblem`` when places are
    not there, the records cannot be written, or another run is at them.
    """
    begun = monotonic()
    places = order.way.records
    sources = find(order.places, listed, places)
    try:
        with lock.held(places):
            where = open_destination(places)
            manifest = open_manifest(places, where)
            try:
                todo = plan(sources.files, manifest.known, order.way, order.wish, where)
                watcher.planned(sources, todo)
                peak = _carry_out(todo, order, manifest, where, watcher)
                twins = settle_twins(manifest, where, keep=order.keep_twins)
                manifest.settle()
            finally:
                manifest.close()
            everything = sorted(manifest.known.values(), key=lambda each: (each.source, each.at))
            summary = Summary(everything, sources.passed, twins, len(todo.jobs), monotonic() - begun, peak)
            where.write(NAME, page(summary).encode("utf-8", "replace"))
            if order.tables:
                summary = summary._replace(exported=leave(places, where, order.tables, everything))
            return summary
    finally:
        forget_copies()


def _carry_out(todo: Plan, order: Order, manifest: Manifest, where: Destination, watcher: Watcher) -> float:
    """Do what is to be done, and note what became of each file; gives the most memory that a worker had, in MB."""
    if not todo.jobs:
        return 0.0
    with _shared(order, len(todo.jobs)) as sharing:
        for outcome in outcomes(iter(todo.jobs), order.way, sharing):
            if outcome is None:
                watcher.waiting()
                continue
            if outcome.became == "unwritten":
                _probe(where, outcome)
            manifest.add(renewed(outcome, manifest.known.get(outcome.at), where))
            watcher.ended(outcome)
    return sharing.executor.peak if isinstance(sharing.executor, Crew) else 0.0


def _probe(where: Destination, outcome: Outcome) -> None:
    """Find out whether it is only this record that cannot be written, or nothing can: then the run had better end."""
    try:
        where.write(_PROBE, b" " * 65536)
        where.remove(_PROBE)
    except UsageProblem:
        raise UsageProblem(outcome.reason, "Make room there and run the same command again to go on.") from None


@contextmanager
def _shared(order: Order, count: int) -> Iterator[Sharing]:
    """Choose who does the work: a cluster, this process, or a process for each processor."""
    way = order.way
    if order.dask:
        from minutes_cli.batch.cluster import CHUNK_SECONDS, cluster, read_guarded

        with cluster(order.dask) as (executor, threads):
            yield Sharing(executor, read_guarded, ahead=AHEAD * threads, chunk_seconds=CHUNK_SECONDS)
        return
    if any(map(of_this_process, (*order.places, way.records))):
        yield Sharing(Here(way.timeout), read_all, ahead=1)
        return
    workers = min(order.workers or processors(), count)
    crew = Crew(workers, timeout=way.timeout, memory=way.memory, forked=count < FEW)
    try:
        yield Sharing(crew, read_all, ahead=AHEAD * workers)
    except BaseException:  # also Ctrl-C: what is under way is dropped, and done again by the next run
        crew.abandon()
        raise
    crew.shutdown()
