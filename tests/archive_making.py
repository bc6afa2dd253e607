"""Archives of fictional minutes for the tests, and files that do harm to whoever reads them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from datetime import date, timedelta
from pathlib import Path

from minutes_cli.batch import reading
from minutes_cli.batch.outcome import Job, Outcome, Way

ROOT = Path(__file__).resolve().parents[1]

MINUTES = """\
FENNICK HARBOUR TRUST

Minutes of the meeting of the Trustees held on {day} at 7.30pm in the Net Loft

Present: Nora Quill (NQ) (Chair), Ivo Marsh (IM), Una Teal (UT)
Apologies: Olaf Brand (OB)

1. Moorings
The {row} row has worn chains, and the buoys at its end are to be painted before the season begins again.
ACTION: IM to ask for {count} prices for chain by 30 April 2032.

2. The shed
The roof leaks again over the {place}, and the gutter on that side has come away from the wall.
RESOLVED that a builder be asked about {row} slates.

The meeting closed at 9.05pm.
"""
ROWS = ("outer", "inner", "north", "south", "long", "short", "old")
PLACES = ("bench", "door", "winch", "stove", "window")
DAY_ONE = date(2025, 3, 4)


def minutes_of(number: int) -> str:
    """The minutes of a number: each of a day of its own."""
    day = DAY_ONE + timedelta(days=number)
    words = {"row": ROWS[number % 7], "place": PLACES[number % 5], "count": number + 2}
    return MINUTES.format(day=f"{day.day} {day:%B %Y}", **words)


def make_archive(folder: Path, count: int) -> Path:
    """Write ``count`` files of minutes into folders by seven."""
    for number in range(count):
        path = folder / f"year-{number // 7}" / f"meeting {number:03}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(minutes_of(number), encoding="utf-8")
    return folder


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, but for the manifest, whose seconds differ from run to run."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "minutes-batch.jsonl"
    }


def batch(*words: object, **settings: object) -> subprocess.CompletedProcess[str]:
    """Run ``minutes batch`` as a person does, to its end."""
    order = [sys.executable, "-m", "minutes_cli", "batch", *map(str, words)]
    return subprocess.run(order, capture_output=True, text=True, timeout=120, env=ENVIRONMENT, **settings)  # type: ignore[call-overload,no-any-return]


ENVIRONMENT = os.environ | {"PYTHONPATH": str(ROOT)}


def harmful(jobs: list[Job], way: Way) -> list[Outcome]:
    """Read files as ever, but for those whose names say what they do to their reader."""
    for job in jobs:
        if "crash" in job.file.name:
            os.kill(os.getpid(), signal.SIGSEGV)
        if "hang" in job.file.name:
            time.sleep(600)
        if "spin" in job.file.name:
            while True:
                pass
        if "balloon" in job.file.name:
            hoard = []
            while True:
                hoard.append(bytearray(b"x" * (8 << 20)))
                time.sleep(0.01)
    return reading.read_all(jobs, way)
