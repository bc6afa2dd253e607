"""Read people whose lists stand beside each other: two labels on one line, or rows of several names each."""

from __future__ import annotations

import msgspec

from minutes_cli.document import Line
from minutes_cli.model import Person
from minutes_cli.parse.attendees import is_vacant
from minutes_cli.parse.block import Block, Paragraph, fold
from minutes_cli.parse.columns import column_of, segments_of
from minutes_cli.parse.names import fits, has_title, is_initials, looks_like_name, looks_like_role
from minutes_cli.parse.people import Label, read_label
from minutes_cli.parse.person import read_person

MOST = 0.7  # share of the runs of words that must be names, or initials of them, in rows of several people
SEVERAL = 3  # names side by side that can be nothing but names; of two, the second may be an office
TOGETHER = 1.2  # line heights; lines of a list stand no further apart
LONGEST = 60  # characters of an entry beside others


class Beside(msgspec.Struct, frozen=True):
    """What stands side by side: each list's kind and people, and how many blocks hold them."""

    lists: list[tuple[str, list[Person]]]
    used: int


def labels_beside(blocks: list[Block], index: int, headings: set[int]) -> Beside | None:
    """Read lists under labels on one line ("Present:   Absent:"); None when no such line stands at ``index``.

    ``headings`` are the indexes of the blocks that end any list.
    """
    block = blocks[index]
    if not isinstance(block, Paragraph) or len(block.lines) != 1 or len(block.lines[0].segments) < 2:
        return None
    runs = block.lines[0].segments
    labels = [read_label(fold(run.text)) for run in runs]
    if not all(label is not None and not label.rest for label in labels):
        return None
    kinds = [_kind(label) for label in labels if label]
    starts = [run.x0 for run in runs]
    people: list[list[Person]] = [[] for _ in kinds]
    end = index + 1
    while end < len(blocks) and end not in headings and (row := _row(blocks[end], end == index + 1)):
        for run in segments_of(row):
            person = read_person(fold(run.text))
            if person is None or is_vacant(person):
                continue
            person.page, person.line = row.page, row.line
            people[column_of(run.x0, starts)].append(person)
        end += 1
    found = [(kind, named) for kind, named in zip(kinds, people, strict=True) if named]
    return Beside(found, end - index) if found else None


def _kind(label: Label) -> str:
    return "attending" if label.kind == "public" else label.kind


def _row(block: Block, is_first: bool) -> Line | None:
    """Give a block's line when it can be a row of entries side by side."""
    if not isinstance(block, Paragraph) or len(block.lines) != 1 or (block.gap > TOGETHER and not is_first):
        return None
    line = block.lines[0]
    runs = [fold(run.text) for run in segments_of(line)]
    if any(len(run) > LONGEST or read_label(run) for run in runs):
        return None
    return line if all(read_person(run) is not None for run in runs) else None


def people_in_rows(rows: list[list[str]]) -> list[list[Person]]:
    """Read rows that hold several people each: name and initials in turn, or names alone; [] when they are neither.

    Takes the runs of words of each line; gives the people of each line. A row of a name and an office holds one person
    and is not read here.
    """
    runs = [run for row in rows for run in row]
    names = [run for run in runs if _is_name(run)]
    short = [run for run in runs if is_initials(run.replace(" ", "")) and not _is_name(run)]
    most = max(map(len, rows), default=0)
    paired = len(short) >= MOST * len(names) and most > 2
    alone = not short and (most >= SEVERAL or (most == 2 and all(map(_can_only_be_name, names))))
    if len(names) + len(short) < len(runs) or not (paired or alone) or len(names) < (2 if paired else SEVERAL):
        return []
    return [_people_of(row) for row in rows]


def _is_name(run: str) -> bool:
    return " " in run and looks_like_name(_bare(run)) and (has_title(run) or not looks_like_role(_bare(run)))


def _bare(run: str) -> str:
    return fold(run.split("(", 1)[0])


def _can_only_be_name(run: str) -> bool:
    """Whether words can be nothing but a person's name: with a title, or with an initial ("A. Reed")."""
    return has_title(run) or any(len(word.strip(".")) == 1 for word in run.split())


def _people_of(row: list[str]) -> list[Person]:
    people: list[Person] = []
    for run in row:
        short = run.replace(" ", "")
        if people and is_initials(short) and not _is_name(run) and fits(short, people[-1].name or ""):
            people[-1].initials = short
        elif (person := read_person(run)) is not None and not is_vacant(person):
            people.append(person)
    return people
