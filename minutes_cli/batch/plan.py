"""What is left to do in an archive: what is new, what has changed, what an older parser read."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from minutes_cli.batch.destination import Destination
from minutes_cli.batch.found import Found
from minutes_cli.batch.naming import record_names
from minutes_cli.batch.outcome import FAILED, PARSER, PASSING, Job, Outcome, Way

ASIDE = ".minutes-batch/aside"
"""The folder below the records where those of twins are set aside: reports pass over hidden folders."""

UNREAD_PAGES = "R630"


class Wish(NamedTuple):
    """What is to be read although it was read before: by an older parser (``stale``), without success (``retry``)."""

    stale: bool = False
    retry: bool = False


class Plan(NamedTuple):
    """The jobs of a run, why each is one, and how many files need nothing."""

    jobs: list[Job]
    reasons: Counter[str]
    settled: int


def plan(files: Sequence[Found], known: Mapping[str, Outcome], way: Way, wish: Wish, where: Destination) -> Plan:
    """Find what is left to do with the files of an archive, given what became of them before."""
    names = record_names(files, _record_names(files, known))
    jobs: list[Job] = []
    reasons: Counter[str] = Counter()
    all_names = sorted(names.values())
    for file in files:
        before = known.get(file.key)
        why = _reason(file, before, way, wish, where)
        if not why:
            continue
        reasons[why] += 1
        digest = before.sha256 if before and why == "changed" else ""
        jobs.append(Job(file, names[file.key], digest, tuple(_beside(names[file.key], all_names))))
    return Plan(jobs, reasons, len(files) - len(jobs))


def _record_names(files: Sequence[Found], known: Mapping[str, Outcome]) -> dict[str, str]:
    """Give the records of earlier runs by the keys of their files; an archive that was moved keeps its records."""
    names = {key: outcome.target for key, outcome in known.items() if outcome.target}
    here = {file.key for file in files}
    gone = {(each.source, each.stamp): key for key, each in known.items() if key not in here}
    for file in files:
        if file.key not in names and (old := gone.get((file.name, file.stamp))) and old in names:
            names[file.key] = names.pop(old)
    return names


def _beside(name: str, names: Sequence[str]) -> Iterator[str]:
    """Find the records whose names a record with a date in its name might have by chance."""
    begin = name.removesuffix(".yaml") + "-"
    for other in names[bisect_left(names, begin) :]:
        if not other.startswith(begin):
            return
        yield other


def _reason(file: Found, before: Outcome | None, way: Way, wish: Wish, where: Destination) -> str:
    """Say why a file is to be read, with nothing when it is not."""
    if before is None:
        return "new"
    if before.became in PASSING:
        return "not finished"
    if before.how != way.how and _reads_otherwise(before, way):
        return "to be read in another way"
    if wish.stale and before.parser != PARSER:
        return "read by another version"
    if wish.retry and before.became in FAILED:
        return "failed before"
    if way.force and before.became == "edited":
        return "edited"
    if before.stamp != file.stamp:
        return "changed"
    gone = any(not (where.exists(each.record) or where.exists(f"{ASIDE}/{each.record}")) for each in before.records)
    return "record missing" if gone else ""


def _reads_otherwise(before: Outcome, way: Way) -> bool:
    """Whether other options can give another record: recognising print only matters where something was not read."""
    if {*before.how.split()} ^ {*way.how.split()} == {"ocr"} and "ocr" in way.how.split():
        return before.became != "read" or UNREAD_PAGES in before.findings
    return True
