"""What the guide shows is what the commands say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.guide import BLOCK, GUIDE, ROOT, lay_out, played


def test_the_guide_shows_what_the_commands_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_out(tmp_path)
    monkeypatch.chdir(tmp_path)
    guide = GUIDE.read_text(encoding="utf-8")
    assert played(guide) == guide, "to take over what they say now: make guide"


def test_every_block_of_the_guide_is_typed() -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    blocks = BLOCK.findall(guide)
    assert len(blocks) == guide.count("```") // 2 > 5
    assert all(block.startswith("$ minutes ") for block in blocks)


def test_the_files_that_the_guide_links_to_are_there() -> None:
    for link in re.findall(r"\]\(([^)#]+)", GUIDE.read_text(encoding="utf-8")):
        assert (GUIDE.parent / link).exists(), link
    assert "docs/guide.md" in (ROOT / "README.md").read_text(encoding="utf-8")
