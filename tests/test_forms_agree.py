"""The same minutes in any form give the same record: minutes put together by chance, made into seven forms.

Twenty of them in an ordinary run, two hundred and forty with MINUTEBOOK_NIGHTLY=1.
"""

from __future__ import annotations

import os
from collections.abc import Callable
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


def record(minutes: Minutes, suffix: str) -> dict[str, Any]:
    document = read.read_bytes(FORMS[suffix](minutes), f"{minutes.name}{suffix}")
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
