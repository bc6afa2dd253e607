"""The page of formats and features names tests; each of them must exist."""

from __future__ import annotations

import ast
import re
from functools import cache

import pytest

from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
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


@pytest.mark.parametrize("table", re.findall(r"(?m)(?:^\|.*\n)+", PAGE), ids=lambda table: table[:20].strip())
def test_a_table_has_a_cell_for_each_column_and_no_feature_twice(table: str) -> None:
    rows = [row.replace("\\|", "") for row in table.splitlines()]
    assert len({row.count("|") for row in rows}) == 1
    features = [row.split("|")[1].strip() for row in rows]
    assert len(set(features)) == len(features)


def test_the_page_names_many_tests() -> None:
    assert len(NAMED) > 100
