"""Read one file of an archive into its records, and say what became of it: the work that is shared out."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256
from pathlib import PurePosixPath
from time import perf_counter

import msgspec

from minutes_cli.batch.destination import Destination, open_destination
from minutes_cli.batch.found import Gone, StillChanging, fetch
from minutes_cli.batch.naming import dated, is_of_several
from minutes_cli.batch.outcome import Job, Kept, Outcome, Way
from minutes_cli.batch.records import records_of
from minutes_cli.errors import EditsWouldBeLost, MinutesError, SourceUnreadable
from minutes_cli.model import Finding, Meeting

NO_DOCUMENTS = ("binary", "excel", "powerpoint", "archive")
"""Kinds of file that hold no minutes, whatever is in them; a picture may be a scan, and is one with ``ocr``."""


def read_all(jobs: Sequence[Job], way: Way) -> list[Outcome]:
    """Read some files one after the other."""
    return [read_one(job, way) for job in jobs]


def read_one(job: Job, way: Way) -> Outcome:
    """Read a file of minutes, write its records, and say what became of it. Raises nothing that the file can cause."""
    begun = perf_counter()
    try:
        outcome = _outcome(job, way)
    except MemoryError:
        outcome = job.ended("too big", f"took more than {way.memory} MB of memory")
    except Exception as problem:  # one file's misfortune must not cost the rest
        if os.environ.get("MINUTES_DEBUG"):
            raise
        outcome = job.ended("fault", f"a fault of minutebook itself ({type(problem).__name__}: {problem})")
    return msgspec.structs.replace(outcome, seconds=round(perf_counter() - begun, 4), how=way.how)


def _outcome(job: Job, way: Way) -> Outcome:
    try:
        data, stamp = fetch(job.file)
    except Gone:
        return job.ended("gone", "was removed during the run")
    except StillChanging:
        return job.ended("changing", "was written to while it was read", "Run again when it is finished.")
    except SourceUnreadable as problem:
        return job.ended("unreadable", problem.message, problem.hint)
    digest = sha256(data).hexdigest()
    if job.known == digest:
        return msgspec.structs.replace(job.ended("same"), stamp=stamp, sha256=digest)
    outcome = _read(job, way, data)
    return msgspec.structs.replace(outcome, stamp=stamp, sha256=digest)


def _read(job: Job, way: Way, data: bytes) -> Outcome:
    """Read the bytes of a file; what cannot be read at all is told apart from what can and holds no minutes."""
    from minutes_cli import read
    from minutes_cli.parse import meetings, parse
    from minutes_cli.parse.enclosed import holding_minutes
    from minutes_cli.read.sniff import kind_of

    name = PurePosixPath(job.file.name).name
    try:
        document = read.read_bytes(data, name, **way.reading)
    except SourceUnreadable as problem:
        kind = kind_of(data, name)
        is_other = kind in NO_DOCUMENTS or (kind == "picture" and not way.reading.get("ocr"))
        return _ended(job, "no minutes" if is_other else "unreadable", problem, name)
    try:
        found = holding_minutes(document, lambda each: parse(meetings(each)[0]))
        parts = meetings(found)
        records, unread = records_of(list(enumerate(parts, start=1)), len(parts), found)
    except SourceUnreadable as problem:
        return _ended(job, "no minutes", problem, name)
    return _kept(job, way, records, unread)


def _ended(job: Job, became: str, problem: MinutesError, name: str) -> Outcome:
    told = problem.message.removeprefix(name).removeprefix(":").strip()
    return job.ended(became, told, problem.hint)  # type: ignore[arg-type]


@lru_cache(maxsize=2)
def _opened(place: str) -> Destination:
    return open_destination(place)


def _kept(job: Job, way: Way, records: Sequence[Meeting], unread: Sequence[SourceUnreadable]) -> Outcome:
    """Write the records of a file, and look them over."""
    from minutes_cli.check import check

    where = _opened(way.records)
    kept: list[Kept] = []
    findings: list[Finding] = []
    became, told = "read", [f"{problem.message}" for problem in unread]
    taken = {PurePosixPath(name) for name in job.taken}
    for meeting in records:
        path = PurePosixPath(job.target)
        if any(is_of_several(each) for each in records):
            path = dated(path, meeting, taken)
            taken.add(path)
        try:
            where.save(meeting, str(path), force=way.force)
        except EditsWouldBeLost:
            became = "edited"
        except MinutesError as problem:
            became, told = "unwritten", [*told, problem.message]
        kept.append(_known_by(str(path), meeting))
        findings += check(meeting)
    return Outcome(
        job.file.name,
        job.file.key,
        became,  # type: ignore[arg-type]
        pages=records[0].source.pages if records[0].source else 0,
        findings=dict(sorted(Counter(finding.code for finding in findings).items())),
        errors=sum(finding.severity == "error" for finding in findings),
        records=kept,
        target=job.target,
        reason="; ".join(told),
    )


def _known_by(path: str, meeting: Meeting) -> Kept:
    head = meeting.meeting
    parts = (meeting.attendees, meeting.apologies, meeting.items, meeting.actions, meeting.decisions)
    return Kept(path, head.body, head.date, head.state, sum(len(part) for part in parts))
