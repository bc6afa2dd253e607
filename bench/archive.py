"""Make an archive to measure on: fictional minutes of five pages each, as PDF, each of its own day.

``python bench/archive.py FOLDER COUNT``: the same numbers give the same files; what is there already is left.
"""

from __future__ import annotations

import sys
from concurrent.futures import ProcessPoolExecutor
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.making import generated as by_chance
from tests.making.as_pdf import drawn
from tests.making.sheet import Block, Heading, Minutes, Paper, Paragraph

ITEMS = 30  # with the paper and type below, these fill five pages
FIRST_DAY = date(1995, 1, 1)


def minutes_of(number: int) -> Minutes:
    """Fictional minutes of this number: thirty items, a third of them with tasks in a ruled table."""
    chance = Random(number)  # noqa: S311
    people = by_chance._people(chance)
    day = FIRST_DAY + timedelta(days=number)
    blocks: list[Block] = [
        Heading(f"{by_chance.BODIES[number % 4]} {number // 10_000 + 1}", 0),
        Heading(f"Minutes of the meeting held on {day.day} {day:%B %Y} at {chance.choice(by_chance.PLACES)}", 1),
        *by_chance._attendance(chance, people),
    ]
    tasks = [
        f"{verb} the {kind} {chance.choice(by_chance.THINGS)}" for verb in by_chance.VERBS for kind in ("old", "new")
    ]
    chance.shuffle(tasks)
    for position in range(1, ITEMS + 1):
        title = by_chance.BUSINESS[position % len(by_chance.BUSINESS)]
        blocks.append(Heading(f"{position}. {title} {chance.choice(by_chance.THINGS)}"))
        blocks += by_chance._business(chance)
        if position % 3 == 0:
            given = [(tasks.pop(), chance.choice(people[:-1])[2], chance.choice(by_chance.DUE)) for _ in range(2)]
            blocks += by_chance._tasks(given, "table", 174)
    blocks.append(Paragraph("Next meeting: 6 May 2031 at 7.30pm"))
    paper = Paper(210, 297, margin=18, family="Liberation Sans", size=11, leading=1.3)
    return Minutes(name=f"minutes-{number}", head=[], foot="", blocks=blocks, paper=paper, styled=True)


def _make(folder: Path, number: int) -> None:
    path = folder / f"{number // 100:04}" / f"minutes-{number:06}.pdf"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(drawn(minutes_of(number)))


def make(folder: Path, count: int) -> None:
    """Make the files of an archive, as many as are missing."""
    with ProcessPoolExecutor() as pool:
        for _ in pool.map(partial(_make, folder), range(count), chunksize=20):
            pass


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]))
