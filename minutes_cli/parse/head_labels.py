"""Read the facts behind labels at the head of minutes: "Date: 4 March 2031", "Venue: Village Hall"."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from minutes_cli.document import Line
from minutes_cli.parse.block import Grid, fold
from minutes_cli.parse.dates import find_times
from minutes_cli.vocabulary import load
from minutes_cli.wording import wording

LABELLED_ROWS = 8  # rows of a table that are looked at for labels; a table of facts has few
LONGEST_LABEL = 40  # characters of a label of several facts
PARTS = wording(r"\s*(?:,|/|&|\band\b)\s*")
SEVERAL = ("date", "time", "place")  # what a label may announce together with another fact; the first of these is meant
FRONT = wording(r"^(?P<key>[\w -]{2,20}):\s*(?P<value>.+)$")
MARKS = "*#•●▪ \t"  # what may stand around a label: marks of emphasis, a bullet
WORDS = wording(r"[^\d:]{3,30}(?=\d)")  # a label in front of a figure
TAG = wording(r"</?\w[^<>]*>")
COLUMN_GAP = wording(r"\t|\s{3,}")


@cache
def _labels() -> dict[str, str]:
    return {word: kind for kind, said in load("heading")["labels"].items() for word in said}


def kind_of(label: str) -> str | None:
    """Say what fact a label announces: "Venue" -> "place"; None when it announces none."""
    said = label.strip().casefold()
    return _labels().get(said) or (_kind_of_parts(said) if len(said) < LONGEST_LABEL else None)


def _kind_of_parts(label: str) -> str | None:
    """Say which fact comes first of those that a label of several announces: "Meeting location, date & time"."""
    parts = PARTS.split(label.removeprefix("meeting "))
    kinds = [_labels().get(part) for part in parts]
    return next((kind for kind in SEVERAL if kind in kinds), None) if len(parts) > 1 and all(kinds) else None


def in_lines(lines: list[str]) -> dict[str, str]:
    """Read the facts behind labels in lines, by kind (date, time, start, end, place, body); of each the first."""
    found: dict[str, str] = {}
    for line in lines:
        for piece in COLUMN_GAP.split(TAG.sub(" ", line) if "<" in line else line):
            match = FRONT.match(piece.strip(MARKS))
            kind = kind_of(match["key"]) if match else None
            if match and kind and kind not in found:
                found[kind] = match["value"].strip("\"' *")
            elif match is None and (words := WORDS.match(piece)) and kind_of(words[0].strip(MARKS)) in ("start", "end"):
                kind = kind_of(words[0].strip(MARKS)) or ""  # "Actual start time   18:35"
                if (times := find_times(piece)) and times[0].sure:
                    found.setdefault(kind, piece[words.end() :])
    return found


def in_columns(lines: list[Line]) -> dict[str, str]:
    """Read the facts of lines in columns: a label in the first run of words, the fact behind it."""
    found: dict[str, str] = {}
    for line in lines:
        if len(line.segments) > 1:
            kind = kind_of(fold(line.segments[0].text).strip(MARKS + ":"))
            value = " ".join(fold(segment.text) for segment in line.segments[1:]).strip(": ")
            if kind and value:
                found.setdefault(kind, value)
    return found


def in_grid(grid: Grid) -> dict[str, str]:
    """Read the facts of a heading table: a label in one cell, the fact in the next."""
    found: dict[str, str] = {}
    for row in grid.rows[:LABELLED_ROWS]:
        filled = [text for text in row.texts if text]  # a column between them may stand empty
        for label, value in pairwise(filled):
            kind = kind_of(label.strip(": "))
            if kind:
                found.setdefault(kind, value)
    return found
