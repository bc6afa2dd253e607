"""Measure reports over minute books of 10, 100, 1,000 and 10,000 records, whole processes: the first time, and again.

The first time is without an index and with one that is made on the way; then again with it, and after one record was
changed. What counts is the ratio of 1,000 records to 10 with the index, both in turn, for every report.
``python bench/book.py [--quick] [--strict]``: --quick leaves out the 10,000, --strict fails on a miss.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from records import FIRST, write_book
from run import ENVIRONMENT, Target, find_minutes, in_turn, run_once

SIZES = (10, 100, 1000, 10_000)
ROUNDS = 5
LIMIT = 3.0
"""The same report over 1,000 records takes at most so many times what it takes over 10."""

REPORTS = {
    "actions": ["actions"],
    "actions --by owner": ["actions", "--by", "owner"],
    "one owner's": ["actions", "--owner", "Nora Quill"],
    "overdue": ["actions", "--status", "overdue"],
    "owners": ["owners"],
    "carry-forward": ["carry-forward"],
    "audit": ["audit"],
    "decisions": ["decisions"],
    "attendance": ["attendance"],
}


def command(report: list[str], book: Path, records: int) -> list[str]:
    """Say how a report is asked for, as of the day after the last meeting."""
    last = FIRST.fromordinal(FIRST.toordinal() + 7 * (records - 1) + 1)
    return [find_minutes(), *report, str(book), "--as-of", str(last), "-f", "md", "-o", os.devnull]


def main() -> None:
    """Measure everything and print a table and the ratios."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--quick", action="store_true", help="leave out the 10,000 records")
    parser.add_argument("--strict", action="store_true", help="exit with 1 when a target is missed")
    chosen = parser.parse_args()
    sizes = SIZES[:-1] if chosen.quick else SIZES
    print("minute books, 13 actions a record, whole processes, seconds:")
    print(f"  {'records':>8}{'no index':>10}{'first':>10}{'again':>10}{'changed':>10}{'memory':>10}", flush=True)
    with tempfile.TemporaryDirectory(prefix="minutebook-bench-") as name:
        for records in sizes:
            folder = Path(name) / str(records)
            write_book(folder, records)
            measure(folder, records, Path(name) / "cache")
        print(f"1,000 records to 10, with the index, medians of {ROUNDS} runs in turn:", flush=True)
        missed = [report for report in REPORTS if not compared(Path(name), report).is_met]
    sys.exit(1 if missed and chosen.strict else 0)


def compared(books: Path, report: str) -> Target:
    """Time a report over 10 and over 1,000 records in turn, both with the index, and print the ratio."""
    found = in_turn({str(size): command(REPORTS[report], books / str(size), size) for size in (10, 1000)}, ROUNDS)
    target = Target(report, found["1000"].seconds / found["10"].seconds, LIMIT)
    print(target, flush=True)
    return target


def measure(book: Path, records: int, cache: Path) -> None:
    """Time the action log without an index, the first time with one, again, and after a change; prints the seconds."""
    one = command(REPORTS["actions"], book, records)
    ENVIRONMENT["MINUTES_CACHE"] = "off"
    without = run_once(one)
    ENVIRONMENT["MINUTES_CACHE"] = str(cache)
    first = run_once(one)
    again = in_turn({"again": one}, ROUNDS)["again"]
    changed = max(book.glob("*.yaml"))
    changed.write_text(changed.read_text(encoding="utf-8") + "mine: changed\n", encoding="utf-8")
    after = run_once(one)
    seconds = (without.seconds, first.seconds, again.seconds, after.seconds)
    print(f"  {records:>8}{''.join(f'{each:>10.2f}' for each in seconds)}{first.memory:>8.0f}MB", flush=True)


if __name__ == "__main__":
    main()
