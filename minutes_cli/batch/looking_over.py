"""Records read and looked over on all processors, handed on one by one in their order."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from minutes_cli.batch.crew import Crew, processors
from minutes_cli.errors import MinutesError, SourceUnreadable
from minutes_cli.model import Finding, Meeting

MANY = 200
"""Records from which on processes are worth their start: a second, in which this one reads as many."""
TOGETHER = 16
"""Records in one task."""
AHEAD = 3
"""Tasks under way for each process: what is read must wait for its turn, in memory."""


class LookedOver(NamedTuple):
    """A record and what is to be looked at in it; or why it cannot be read, as message and hint."""

    meeting: Meeting | None
    findings: list[Finding]
    problem: tuple[str, str] = ("", "")

    @property
    def unreadable(self) -> MinutesError:
        """Why it cannot be read."""
        return SourceUnreadable(*self.problem)


def looked_over(files: Sequence[Path]) -> Iterator[LookedOver]:
    """Read records, and find what is to be looked at in each; they come in the order of the files."""
    if len(files) < MANY or processors() < 2:
        yield from map(_look, files)
        return
    crew = Crew(processors())
    try:
        left = iter(files)
        under_way: deque[tuple[list[Path], Future[list[LookedOver]]]] = deque()
        while True:
            while len(under_way) < AHEAD * processors() and (chunk := list(islice(left, TOGETHER))):
                under_way.append((chunk, crew.submit(look_over, chunk)))
            if not under_way:
                break
            yield from _result(*under_way.popleft())
    except BaseException:  # also Ctrl-C, and a consumer that stops
        crew.abandon()
        raise
    crew.shutdown()


def look_over(files: Sequence[Path]) -> list[LookedOver]:
    """Read some records, and look them over."""
    return [_look(file) for file in files]


def looked_at(meeting: Meeting) -> LookedOver:
    """Look over a record that is read already."""
    from minutes_cli.check import check

    return LookedOver(meeting, check(meeting))


def _look(file: Path) -> LookedOver:
    from minutes_cli.store import read_record

    try:
        return looked_at(read_record(file))
    except MinutesError as problem:
        return LookedOver(None, [], (problem.message, problem.hint))


def _result(files: Sequence[Path], future: Future[list[LookedOver]]) -> list[LookedOver]:
    """Wait for some records; those whose process was lost are read here."""
    try:
        return future.result()
    except Exception:  # noqa: BLE001  whatever took the process away
        return look_over(files)
