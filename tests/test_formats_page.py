"""The page of formats and features names tests; each of them must exist."""

from __future__ import annotations

import ast
import re
from functools import cache

import pytest

from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
ROWS = [line for line in PAGE.splitlines() if line.startswith("|")]
NAMED = sorted(set(re.findall(r"`(test_\w+)::(test_\w+)(?:\[([^`]*)\])?`", PAGE)))


@cache
def strings_and_tests(file: str) -> tuple[frozenset[str], frozenset[str]]:
    tree = ast.parse((ROOT / "tests" / f"{file}.py").read_text(encoding="utf-8"))
    strings = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    return frozenset(strings), frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


@pytest.mark.parametrize(("file", "test", "case"), NAMED, ids=[f"{f}::{t}[{c}]" for f, t, c in NAMED])
def test_every_test_named_exists(file: str, test: str, case: str) -> None:
    strings, tests = strings_and_tests(file)
    assert test in tests
    assert not case or case in strings


def test_the_page_is_one_table_with_a_cell_a_format_and_no_feature_twice() -> None:
    assert len({row.replace("\\|", "").count("|") for row in ROWS}) == 1
    features = [row.split("|")[1].strip() for row in ROWS]
    assert len(set(features)) == len(features)
    assert len(NAMED) > 40


def test_a_cell_names_tests_or_has_a_dash() -> None:
    for row in ROWS[2:]:
        feature, *cells = (cell.strip() for cell in row.strip("|").split("|"))
        if not feature.startswith("**"):
            strays = [
                cell
                for cell in cells
                if cell != "–" and re.sub(r"`test_\w+::test_\w+(\[[^`]*\])?`", "", cell).strip(", ")
            ]
            assert not strays
            assert all(cells)
