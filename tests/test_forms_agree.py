"""The same minutes in any form give the same record: minutes put together by chance, made into seven forms, and the
Word file printed to PDF by LibreOffice.

Twenty of them in an ordinary run, two hundred and forty with MINUTEBOOK_NIGHTLY=1.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from minutes_cli import parse, read, store
from tests.making.as_markdown import markdown_of
from tests.making.as_open import open_of, rich_of
from tests.making.as_page import page_of
from tests.making.as_pdf import drawn
from tests.making.as_text import text_of
from tests.making.as_word import word_of
from tests.making.generated import generated
from tests.making.sheet import Grid, Heading, Minutes, Paragraph
from tests.test_fixtures import without_place

NIGHTLY = os.environ.get("MINUTEBOOK_NIGHTLY", "") not in ("", "0")
COUNT = 240 if NIGHTLY else 20
PRINTED = 20
"""Of these, how many are printed by LibreOffice. Of 240, three differ in where a paragraph ends: its last line fills
the page's width, and nothing in the PDF tells that the next line begins another."""
ITEM = 2  # the level of the headings of items
FEWEST_PRESENT = 3

FORMS: dict[str, Callable[[Minutes], bytes]] = {
    ".txt": lambda minutes: text_of(minutes).encode(),
    ".docx": word_of,
    ".pdf": drawn,
    ".fodt": open_of,
    ".rtf": rich_of,
    ".html": lambda minutes: page_of(minutes).encode(),
    ".md": lambda minutes: markdown_of(minutes).encode(),
}


def record(minutes: Minutes, suffix: str, data: bytes | None = None) -> dict[str, Any]:
    document = read.read_bytes(data or FORMS[suffix](minutes), f"{minutes.name}{suffix}")
    found: dict[str, Any] = without_place(yaml.safe_load(store.dump(parse.parse(document))))
    return found


def headings(minutes: Minutes) -> int:
    return sum(isinstance(block, Heading) and block.level == ITEM for block in minutes.blocks)


def tasks(minutes: Minutes) -> int:
    rows = sum(len(block.rows) for block in minutes.blocks if isinstance(block, Grid))
    return rows + sum(isinstance(block, Paragraph) and block.lead == "ACTION:" for block in minutes.blocks)


@pytest.mark.parametrize("number", range(COUNT))
def test_every_form_gives_one_record(number: int) -> None:
    minutes = generated(number)
    first = record(minutes, ".docx")
    assert first["meeting"]["date"].year == 2031
    assert len(first["attendees"]) >= FEWEST_PRESENT
    assert (len(first["items"]), len(first["actions"])) == (headings(minutes), tasks(minutes))
    assert all(action["owners"] and action["due"]["date"] for action in first["actions"])
    for suffix in FORMS:
        assert record(minutes, suffix) == first, f"{suffix} of generated({number})"


@pytest.fixture(scope="module")
def printed(soffice: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the Word file of each of the minutes and the PDF that LibreOffice prints of it."""
    folder = tmp_path_factory.mktemp("printed")
    files = [folder / f"{number}.docx" for number in range(PRINTED)]
    for number, file in enumerate(files):
        file.write_bytes(word_of(generated(number)))
    order = [soffice, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf"]
    subprocess.run([*order, "--outdir", str(folder), *map(str, files)], check=True, capture_output=True, timeout=600)
    return folder


@pytest.mark.parametrize("number", range(PRINTED))
def test_the_pdf_of_a_word_processor_gives_the_same_record(number: int, printed: Path) -> None:
    minutes = generated(number)
    assert record(minutes, ".pdf", (printed / f"{number}.pdf").read_bytes()) == record(minutes, ".docx")
