"""Real minutes beside the checkout: each ends with a record or a clear error, and every line of it is accounted for."""

from __future__ import annotations

import re
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

import pytest

from minutes_cli.errors import MinutesError
from minutes_cli.parse import meetings, parse, trace
from minutes_cli.read import read
from tests.conftest import SHARED
from tests.test_trace import lines_of

CORPUS = SHARED / "corpus"
FILES = sorted(path for path in CORPUS.rglob("*") if path.is_file() and path.suffix not in (".yaml", ".json"))
SEVERAL = re.compile(r"holds \d+ meetings|\b[2-9]\d* meetings")
"""How the notes of a truth say that a document holds several meetings."""

pytestmark = pytest.mark.skipif(not FILES, reason="../shared/corpus is not there")


class Outcome(NamedTuple):
    """What became of one document."""

    error: str
    is_traced: bool
    meetings: int
    records: int


def outcome(path: Path) -> Outcome:
    """Read, trace and parse one document."""
    try:
        document = read(path)
    except MinutesError as problem:
        return Outcome(f"{problem.message}|{problem.hint}", is_traced=True, meetings=0, records=0)
    lines = trace(document)
    is_traced = [(line.page, line.line, line.text) for line in lines] == lines_of(document)
    parts = meetings(document)
    records, error = 0, ""
    for part in parts:
        try:
            parse(part)
            records += 1
        except MinutesError as problem:
            error = f"{problem.message}|{problem.hint}"
    return Outcome(error, is_traced and all(line.read_as for line in lines), len(parts), records)


@pytest.fixture(scope="module")
def outcomes() -> dict[Path, Outcome]:
    """What became of every document, worked out by as many processes as there are processors."""
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as workers:
        return dict(zip(FILES, workers.map(outcome, FILES, chunksize=4), strict=True))


def test_every_document_ends_with_a_record_or_a_clear_error(outcomes: dict[Path, Outcome]) -> None:
    unclear = [
        path.name for path, each in outcomes.items() if not each.records and not all(each.error.partition("|")[::2])
    ]
    assert not unclear
    assert sum(bool(each.records) for each in outcomes.values()) > len(FILES) / 2


def test_every_line_of_every_document_is_accounted_for(outcomes: dict[Path, Outcome]) -> None:
    assert [path.name for path, each in outcomes.items() if not each.is_traced] == []


def test_no_document_of_one_meeting_is_parted(outcomes: dict[Path, Outcome]) -> None:
    """A truth says in its notes when its document holds several meetings; all others hold one."""
    for path, each in outcomes.items():
        truth = path.with_name(f"{path.stem}.truth.yaml")
        if each.meetings and truth.is_file():
            told = SEVERAL.search(truth.read_text(encoding="utf-8")) is not None
            assert (each.meetings > 1) == told, path.name
