"""The fictional minutes are read as a careful secretary reads them, whatever file they come in."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.accuracy import TRUTH, document_of, main, record_of, truths
from tests.conftest import ROOT
from tests.making.making import Form, forms
from tests.scoring import score

FIXTURES = ROOT / "fixtures"
RECORDS = FIXTURES / "records"
NAMES = [path.name.removesuffix(TRUTH) for path in truths(FIXTURES)]
MEETINGS = sorted({name.rpartition("-")[0] for name in NAMES})
OF_THE_FILE = ("source", "page", "line")  # what may differ between two files of one meeting
REPEATABLE = [form for form in forms() if form.repeatable]


def read_record(name: str) -> dict[str, Any]:
    """The record of a fixture, read anew from its file."""
    document = document_of(FIXTURES / f"{name}{TRUTH}")
    assert document, f"no file beside {name}{TRUTH}"
    record: dict[str, Any] = yaml.safe_load(record_of(document))
    return record


def without_place(value: Any) -> Any:
    """A record without what belongs to the file and not to the meeting."""
    if isinstance(value, dict):
        return {key: without_place(entry) for key, entry in value.items() if key not in OF_THE_FILE}
    return [without_place(entry) for entry in value] if isinstance(value, list) else value


@pytest.mark.parametrize("name", NAMES)
def test_a_fixture_is_read_as_its_truth_says(name: str) -> None:
    truth = yaml.safe_load((FIXTURES / f"{name}{TRUTH}").read_text(encoding="utf-8"))
    assert score(truth, read_record(name)).differences == []


@pytest.mark.parametrize("meeting", MEETINGS)
def test_every_format_of_a_meeting_gives_one_record(meeting: str) -> None:
    names = [name for name in NAMES if name.rpartition("-")[0] == meeting]
    first, *others = (without_place(read_record(name)) for name in names)
    for name, other in zip(names[1:], others, strict=True):
        for key in first:
            assert other.get(key) == first[key], f"{key} of {name} and {names[0]}"


@pytest.mark.parametrize("name", NAMES)
def test_the_record_of_a_fixture_is_the_one_kept(name: str) -> None:
    kept = RECORDS / f"{name}.yaml"
    document = document_of(FIXTURES / f"{name}{TRUTH}")
    assert document
    assert record_of(document) == kept.read_text(encoding="utf-8"), "if meant: make records, and read the difference"


# what `minutes demo` shows: date of the meeting, how many came, item and status of each action
DEMO = [
    ("merrowdale-2031-03-04.pdf", date(2031, 3, 4), 6, ["2 done", "2 done", "3 in progress", "3 open"]),
    ("merrowdale-2031-05-06.docx", date(2031, 5, 6), 6, ["2 done", "2 open", "3 done", "3 open"]),
    ("merrowdale-2031-07-01.txt", date(2031, 7, 1), 6, ["2 open", "2 open", "2 open"]),
]


@pytest.mark.parametrize(("file", "day", "people", "actions"), DEMO, ids=[case[0] for case in DEMO])
def test_the_demo_has_something_to_show(file: str, day: date, people: int, actions: list[str]) -> None:
    record = yaml.safe_load(record_of(ROOT / "minutes_cli" / "demo" / file))
    assert record["meeting"]["body"] == "Merrowdale Safeguarding Adults Board"
    assert record["meeting"]["date"] == day
    assert len(record["attendees"]) == people
    assert [f"{action['item']} {action['status']}" for action in record["actions"]] == actions
    assert all(action["owners"] and action["due"] for action in record["actions"])


@pytest.mark.parametrize("form", REPEATABLE, ids=[form.path for form in REPEATABLE])
def test_a_fixture_is_what_its_words_make(form: Form) -> None:
    made, kept = form.make(), (ROOT / form.path).read_bytes()
    match Path(form.path).suffix:
        case ".pdf":  # compressed otherwise by another zlib: its words are compared
            assert words_of(made) == words_of(kept)
        case ".docx":
            assert body_of(made) == body_of(kept)
        case _:
            assert made == kept


def words_of(pdf: bytes) -> list[str]:
    """The text of a PDF, page by page."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    return [page.get_textpage().get_text_bounded() for page in document]


def body_of(word: bytes) -> bytes:
    """The body of a Word file."""
    with zipfile.ZipFile(io.BytesIO(word)) as archive:
        return archive.read("word/document.xml")


def test_no_field_falls_below_its_floor(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(FIXTURES), "--floors", str(FIXTURES / "floors.yaml")]) == 0, capsys.readouterr().out
