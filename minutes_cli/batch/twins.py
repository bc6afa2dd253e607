"""Minutes that are there twice: the same file again, the same meeting as draft and final, as Word and as PDF.

Of twins one record stays among the records and the others are set aside, in a hidden folder that reports pass over, so
that no action is counted twice; nothing is thrown away. The better one is, in this order: the one that a person has
edited; minutes that are approved, or at least no draft; the one with more in it; Word before OpenDocument, web pages
and text before PDF; the one whose name comes first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from pathlib import PurePosixPath
from typing import NamedTuple

from minutes_cli.batch.outcome import Kept, Outcome
from minutes_cli.model import Meeting

ALIKE = 0.6
"""Share of the shorter minutes' runs of three words that the longer ones have too, for both to be of one meeting.

A draft and its final version share nearly all; two parts of a meeting (open and closed) share people and place, which
do not count, and hardly any runs of words.
"""
LEAST = 20
"""Runs of three words below which likeness says nothing."""
FEWER = 3
"""A record with this many entries fewer than its twin's has less in it; below, formats differ by chance."""

SAME_FILE, SAME_MEETING = "the same file", "the same meeting"

_FORMATS = (".docx", ".docm", ".dotx", ".doc", ".odt", ".ott", ".fodt", ".rtf", ".md", ".html", ".htm", ".txt", ".pdf")
_DRAFT = re.compile(r"(?<![a-z])(?:draft|unconfirmed|unapproved)(?![a-z])", re.IGNORECASE)
_WORD = re.compile(r"\w+")


class Record(NamedTuple):
    """A record and the file it was read from."""

    outcome: Outcome
    kept: Kept
    edited: bool

    @property
    def name(self) -> str:
        """The record's path below the folder of records."""
        return self.kept.record


class Twin(NamedTuple):
    """A record that is there a second time, the better one, and in what they are the same."""

    worse: Record
    better: Record
    same: str


def candidates(outcomes: Iterable[Outcome]) -> list[list[tuple[Outcome, Kept]]]:
    """Group the records that may be twins: of one file's bytes, or of one body's meetings on one day."""
    groups: dict[tuple[object, ...], list[tuple[Outcome, Kept]]] = {}
    for outcome in outcomes:
        for number, kept in enumerate(outcome.records):
            groups.setdefault(("bytes", outcome.sha256, number), []).append((outcome, kept))
            if kept.body and kept.date:
                words = " ".join(_WORD.findall(kept.body.casefold()))
                groups.setdefault(("meeting", words, kept.date), []).append((outcome, kept))
    return [group for group in groups.values() if len(group) > 1]


def twins(groups: Sequence[Sequence[Record]], read: Mapping[str, Meeting]) -> list[Twin]:
    """Find the twins among groups of records; ``read`` are the meetings in them, by the records' names.

    A record that a person has edited is never the worse one.
    """
    leads: dict[str, Record] = {}
    by_name = {record.name: record for group in groups for record in group}
    for group in groups:
        for one, other in combinations(sorted(group, key=_rank), 2):
            if _are_same(one, other, read) and one.name != other.name and other.name not in leads and not other.edited:
                leads[other.name] = one
    found = []
    for name, better in sorted(leads.items()):
        while better.name in leads:
            better = leads[better.name]
        same = by_name[name].outcome.sha256 == better.outcome.sha256
        found.append(Twin(by_name[name], better, SAME_FILE if same else SAME_MEETING))
    return found


def _are_same(one: Record, other: Record, read: Mapping[str, Meeting]) -> bool:
    if one.outcome.sha256 == other.outcome.sha256:
        return True
    first, second = read.get(one.name), read.get(other.name)
    if first is None or second is None:
        return False
    starts = first.meeting.start, second.meeting.start
    if None not in starts and starts[0] != starts[1]:
        return False
    runs, others = _runs(first), _runs(second)
    least = min(len(runs), len(others))
    return least >= LEAST and len(runs & others) >= ALIKE * least


def _runs(meeting: Meeting) -> set[tuple[str, ...]]:
    """All runs of three words in what was told, done and decided."""
    told = [*(f"{item.title} {item.text}" for item in meeting.items), *(each.text for each in meeting.actions)]
    words = _WORD.findall(" ".join([*told, *(each.text for each in meeting.decisions)]).casefold())
    return set(zip(words, words[1:], words[2:], strict=False))


def _rank(record: Record) -> tuple[object, ...]:
    """Give what decides between twins; the least is the best."""
    name, kept = record.outcome.source, record.kept
    suffix = PurePosixPath(name).suffix.lower()
    is_draft = kept.state == "draft" or (kept.state is None and _DRAFT.search(name) is not None)
    return (
        not record.edited,
        {"approved": 0}.get(kept.state or "", 2 if is_draft else 1),
        -(kept.found // FEWER),
        _FORMATS.index(suffix) if suffix in _FORMATS else len(_FORMATS),
        name.count("/"),
        name,
        kept.record,
    )
