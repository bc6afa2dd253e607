"""Real minutes beside the checkout, when they are there: one board's minutes in four files, read alike and rightly."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from minutes_cli import check, store
from tests.accuracy import TRUTH, document_of, record_of, truths
from tests.conftest import SHARED
from tests.test_fixtures import without_place

BOARD = "southwark"
TRUTHS = [path for path in truths(SHARED / "corpus") if path.name.startswith(BOARD)]
NAMES = [path.name.removesuffix(TRUTH) for path in TRUTHS]
REFERENCES = [str(number) for number in range(1, 14)]
ITEMS = ["1b", "1b", "1b", "1b", "2", "3", "3", "4", "6a", "6a", "6a", "6b", "6c"]
OWNERS = [
    ["AF"], ["AF", "EA"], ["AF"], ["AF"], ["EA"], ["RH", "RP"], ["RP", "JT"], ["AF"], ["EA"], ["JC", "EA"], ["EA"],
    ["RP", "JC"], ["JC"],
]  # fmt: skip

pytestmark = pytest.mark.skipif(not TRUTHS, reason="../shared/corpus is not there")


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    """The YAML of each form of the board's minutes, by name."""
    return {path.name.removesuffix(TRUTH): record_of(document) for path in TRUTHS if (document := document_of(path))}


@pytest.fixture(scope="module")
def records(texts: dict[str, str]) -> dict[str, dict[str, Any]]:
    """The records of the four forms, by name."""
    return {name: yaml.safe_load(text) for name, text in texts.items()}


def test_every_field_of_every_form_is_right(texts: dict[str, str], shared_scorer: Path, tmp_path: Path) -> None:
    for name, text in texts.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    figures = tmp_path / "figures.json"
    order = [str(shared_scorer), str(SHARED / "corpus"), str(tmp_path), "--only", BOARD, "-v", "--json", str(figures)]
    run = subprocess.run([sys.executable, *order], check=True, capture_output=True, text=True, encoding="utf-8")
    fields = json.loads(figures.read_text(encoding="utf-8"))["fields"]
    assert {field: figure["f1"] for field, figure in fields.items()} == dict.fromkeys(fields, 1.0), run.stdout


def test_the_four_records_are_one(records: dict[str, dict[str, Any]]) -> None:
    assert len(records) == 4
    (first_name, first), *others = ((name, without_place(record)) for name, record in records.items())
    for name, other in others:
        for key in first:
            assert other.get(key) == first[key], f"{key} of {name} and {first_name}"


@pytest.mark.parametrize("name", NAMES)
def test_the_thirteen_actions(records: dict[str, dict[str, Any]], name: str) -> None:
    actions = records[name]["actions"]
    assert [action["ref"] for action in actions] == REFERENCES
    assert [action["item"] for action in actions] == ITEMS
    assert [sorted(action["owners"]) for action in actions] == [sorted(owners) for owners in OWNERS]
    assert all(action["how"] == "action-table" for action in actions)


@pytest.mark.parametrize("name", NAMES)
def test_the_tenth_action_has_two_parts(records: dict[str, dict[str, Any]], name: str) -> None:
    tenth = records[name]["actions"][9]
    assert [part["owners"] for part in tenth["parts"]] == [["JC"], ["EA"]]


@pytest.mark.parametrize("name", NAMES)
def test_what_a_person_should_look_at(texts: dict[str, str], name: str) -> None:
    meeting = store.load(texts[name], f"{name}.yaml")
    places = {item.number: (item.page or 0, item.line or 0) for item in meeting.items}
    messages = [(finding, finding.message) for finding in check.check(meeting)]
    unknown = next(finding for finding, message in messages if "MH" in message)
    assert places["2"] <= (unknown.page or 0, unknown.line or 0) < places["3"]
    assert all(known in unknown.message for known in ("MM", "RH", "NH"))
    for initials, person in (("RM", "Madden"), ("JC", "Cook")):
        assert any("7" in message and (initials in message or person in message) for _, message in messages)
    assert any(("JT" in message or "Toy" in message) and "1b" in message for _, message in messages)
