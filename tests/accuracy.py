"""How well minutes are read: every document with a truth beside it, parsed and scored field by field.

``python -m tests.accuracy FOLDER`` prints a table; with ``--floors FILE`` a field below its floor fails, with
``--raise-floors`` the floors are raised to what was reached (never lowered), and with ``--scorer SCRIPT`` another
script scores the records (``SCRIPT FOLDER RECORDS``). ``--levels`` compares texts more and less strictly, and counts
the records without any fault; ``--by-format`` parts the table by the kind of file.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from minutes_cli import parse, read, store
from minutes_cli.errors import MinutesError
from tests.scoring import FIELDS, LEVELS, Count, Score, score

TRUTH = ".truth.yaml"
ROUNDING = 0.0005  # floors are written with three places


def truths(folder: Path) -> list[Path]:
    """Every truth in a folder and below it, in order of name."""
    return sorted(folder.rglob(f"*{TRUTH}"))


def document_of(truth: Path) -> Path | None:
    """The minutes that a truth is about: the file named so beside it, whatever its suffix."""
    stem = truth.name.removesuffix(TRUTH)
    beside = (path for path in sorted(truth.parent.glob(f"{stem}.*")) if path.suffix not in (".yaml", ".yml"))
    return next(beside, None)


def record_of(document: Path) -> str:
    """The YAML record of some minutes, as `minutes parse` would write it."""
    first, *_ = parse.meetings(read.read(document))  # of a file with several meetings the truth has the first
    text: str = store.dump(parse.parse(first))
    return text


class Read(NamedTuple):
    """One document: what it says by hand, and what the program read; ``problem`` says why it read nothing."""

    form: str
    truth: dict[str, Any]
    record: dict[str, Any]
    problem: str


def read_all(folder: Path) -> dict[str, Read]:
    """Read every document of a folder that has a truth; one that cannot be read gives an empty record."""
    found: dict[str, Read] = {}
    for truth in truths(folder):
        name, document = truth.name.removesuffix(TRUTH), document_of(truth)
        record: dict[str, Any] = {}
        problem = ""
        try:
            if document:
                record = yaml.safe_load(record_of(document))
        except MinutesError as error:
            problem = str(error)
        form = document.suffix.lstrip(".") if document else "missing"
        found[name] = Read(form, yaml.safe_load(truth.read_text(encoding="utf-8")), record, problem)
    return found


def score_all(folder: Path) -> Iterator[tuple[str, Score]]:
    """Score every document of a folder; one that cannot be read scores as an empty record."""
    for name, (_, truth, record, problem) in read_all(folder).items():
        result = score(truth, record)
        if problem:
            result.differences.insert(0, problem)
        yield name, result


def print_levels(folder: Path) -> int:
    """Print F1 by field at each level of strictness, and how many records have no fault at all."""
    read = read_all(folder)
    scores = {
        level: {name: score(r.truth, r.record, alike) for name, r in read.items()} for level, alike in LEVELS.items()
    }
    print(f"{len(read)} documents\n{'field':<11}" + "".join(f"{level:>10}" for level in LEVELS))
    sums = {level: figures(each) for level, each in scores.items()}
    for field in FIELDS:
        print(f"{field:<11}" + "".join(f"{_shown(sums[level][field].f1):>10}" for level in LEVELS))
    whole = (sum(not each.differences for each in scores[level].values()) for level in LEVELS)
    print(f"{'faultless':<11}" + "".join(f"{f'{right}/{len(read)}':>10}" for right in whole))
    return 0


def print_by_format(folder: Path) -> int:
    """Print precision, recall and F1 by field for each kind of file."""
    read = read_all(folder)
    for form in sorted({each.form for each in read.values()}):
        scores = {name: score(r.truth, r.record) for name, r in read.items() if r.form == form}
        print(f"\n{form}: {len(scores)} documents\n{'field':<11}{'precision':>10}{'recall':>10}{'F1':>10}")
        for field, count in figures(scores).items():
            print(f"{field:<11}{_shown(count.precision):>10}{_shown(count.recall):>10}{_shown(count.f1):>10}")
    return 0


def _shown(figure: float | None) -> str:
    return "-" if figure is None else f"{figure:.3f}"


def figures(scores: dict[str, Score]) -> dict[str, Count]:
    """The sum over all documents, field by field."""
    return {field: sum((each.counts[field] for each in scores.values()), Count()) for field in FIELDS}


def main(argv: list[str] | None = None) -> int:
    """Score a folder, print the table, hold the floors. The exit code is 1 when a field fell below its floor."""
    asks = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    asks.add_argument("folder", type=Path)
    asks.add_argument("--floors", type=Path)
    asks.add_argument("--raise-floors", action="store_true")
    asks.add_argument("--scorer", type=Path)
    asks.add_argument("--records", type=Path, help="write the records themselves to this folder")
    asks.add_argument("--levels", action="store_true")
    asks.add_argument("--by-format", action="store_true")
    asks.add_argument("-v", "--verbose", action="store_true", help="every difference, document by document")
    asked = asks.parse_args(argv)
    if asked.scorer:
        return scored_by(asked.scorer, asked.folder, ["-v"] * asked.verbose)
    if asked.records:
        return write_records(asked.folder, asked.records)
    if asked.levels or asked.by_format:
        return print_levels(asked.folder) if asked.levels else print_by_format(asked.folder)
    scores = dict(score_all(asked.folder))
    if not scores:
        print(f"no *{TRUTH} below {asked.folder}", file=sys.stderr)
        return 2
    return _report(scores, asked.floors, raising=asked.raise_floors, verbose=asked.verbose)


def scored_by(scorer: Path, folder: Path, options: list[str]) -> int:
    """Write the records of a folder's documents to a temporary folder, and let a script score them."""
    with tempfile.TemporaryDirectory() as records:
        write_records(folder, Path(records))
        return subprocess.run([sys.executable, str(scorer), str(folder), records, *options], check=False).returncode


def write_records(folder: Path, records: Path) -> int:
    """Write the record of every document with a truth to a folder; the exit code is 1 when one could not be read."""
    records.mkdir(parents=True, exist_ok=True)
    unread = 0
    for truth in truths(folder):
        name, document = truth.name.removesuffix(TRUTH), document_of(truth)
        try:
            text = record_of(document) if document else ""
        except MinutesError as error:
            print(f"{name}: {error}", file=sys.stderr)
            unread += 1
            continue
        (records / f"{name}.yaml").write_text(text, encoding="utf-8")
    return 1 if unread else 0


def _report(scores: dict[str, Score], floors_file: Path | None, *, raising: bool, verbose: bool) -> int:
    if verbose:
        for name, each in scores.items():
            print(f"{name}: {'as a secretary reads it' if not each.differences else ''}")
            print("".join(f"  - {difference}\n" for difference in each.differences), end="")
    floors: dict[str, float] = (
        yaml.safe_load(floors_file.read_text()) or {} if floors_file and floors_file.exists() else {}
    )
    reached = {field: count for field, count in figures(scores).items() if count.f1 is not None}
    print(f"{len(scores)} documents\n{'field':<11}{'wanted':>8}{'found':>8}{'right':>8}{'F1':>8}{'floor':>8}")
    fallen = 0
    for field, count in reached.items():
        value, floor = count.f1 or 0.0, floors.get(field, 0.0)
        low = value < floor - ROUNDING
        fallen += low
        marks = "  below its floor" if low else ""
        print(f"{field:<11}{count.wanted:>8}{count.found:>8}{count.right:>8}{value:>8.3f}{floor:>8.3f}{marks}")
    if raising and floors_file:
        raised = {field: max(floors.get(field, 0.0), round(count.f1 or 0.0, 3)) for field, count in reached.items()}
        floors_file.write_text(FLOORS_HEAD + yaml.safe_dump(raised, sort_keys=False), encoding="utf-8")
    return 1 if fallen else 0


FLOORS_HEAD = "# F1 of the fixtures, field by field. A change may raise these figures and never lowers them.\n"


if __name__ == "__main__":
    sys.exit(main())
