"""Real minutes beside the checkout: every file is read, quickly, and none of its words is lost."""

from __future__ import annotations

import re
import time
from collections import Counter
from pathlib import Path

import pytest

from minutes_cli.document import Document, Table
from minutes_cli.errors import SourceUnreadable
from minutes_cli.read import read
from minutes_cli.read.characters import tidy
from minutes_cli.read.encoding import decode
from tests.conftest import SHARED

SLOWEST = 2.0  # seconds; the slowest takes a fiftieth of it
SUFFIXES = {".txt", ".md", ".html", ".docx", ".doc"}
FILES = sorted(path for path in (SHARED / "corpus").rglob("*") if path.suffix in SUFFIXES)


def words_of(document: Document) -> str:
    texts: list[str] = []
    for page in document.pages:
        texts += [line.text for line in page.running]
        for block in page.blocks:
            if isinstance(block, Table):
                texts += [cell.text for row in block.rows for cell in row.cells]
            else:
                texts.append(block.text)
    return " ".join(texts)


@pytest.mark.skipif(not FILES, reason="../shared/corpus is not there")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_real_file_is_read_or_refused_with_a_next_step(path: Path) -> None:
    begun = time.perf_counter()
    try:
        document = read(path)
    except SourceUnreadable:
        if path.suffix not in {".doc", ".docx"}:  # an old Word file, and one of pictures only
            raise
        return
    if path.suffix != ".doc":  # another program opens those
        assert time.perf_counter() - begun < SLOWEST
    for page in document.pages:
        for block in page.blocks:
            if isinstance(block, Table):
                assert all(len(row.cells) == len(block.edges) - 1 for row in block.rows)
            else:
                assert block.text.strip() == block.text
                assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e]", block.text)


@pytest.mark.skipif(not FILES, reason="../shared/corpus is not there")
@pytest.mark.parametrize("path", [path for path in FILES if path.suffix in {".txt", ".md"}], ids=lambda path: path.name)
def test_no_word_of_a_real_text_is_lost(path: Path) -> None:
    """Left out may be: the addresses of links, HTML tags, comments, what is off the page by the format's rules."""
    source = tidy(decode(path.read_bytes()))
    for unseen in (
        r"<!--.*?-->",
        r"\]\([^()]*(?:\([^()]*\)[^()]*)*\)",
        r"(?m)^ *\[[^\]]+\]: *\S+$",
        r"\]\[[^\]]*\]",
        r"</?\w[^<>]*>",
    ):
        source = re.sub(unseen, " ", source, flags=re.S)
    source = re.sub(r"(?m)\{[:.#][^{}]*\}|^ *:::.*$|^!\[.*$|^```.*$|^\[TOC\]$|&#?\w+;", " ", source)
    source = re.sub(r"(?ms)\A---$.*?^---$", lambda matter: re.sub(r"(?m)^#.*$", "", matter[0]), source)
    kept = Counter(re.findall(r"[^\W_]+", words_of(read(path))))
    lost = Counter(re.findall(r"[^\W_]+", source)) - kept
    assert not {word for word in lost if not any(word in longer for longer in kept)}  # "**A**genda" is "Agenda"
