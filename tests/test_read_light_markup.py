"""reStructuredText and Org: headings, lists, tables and tasks are understood, and lines keep their numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_cli.document import Line, Table
from minutes_cli.errors import SourceUnreadable
from minutes_cli.read import read_bytes


def read(source: str, name: str) -> tuple[list[tuple[int, int, str]], list[list[list[str]]]]:
    """The lines as (number, heading, words), and the tables as their cells."""
    blocks = read_bytes(source.encode(), name).pages[0].blocks
    lines = [(block.line, block.heading, block.text) for block in blocks if isinstance(block, Line)]
    tables = [[[cell.text for cell in row.cells] for row in block.rows] for block in blocks if isinstance(block, Table)]
    return lines, tables


RST = [
    ("Ferry Board\n", [(1, 0, "Ferry Board")]),
    ("a - b\n\n- - -\n", [(1, 0, "a - b")]),
    ("===========\nFerry Board\n===========\n\nRope\n----\n\nTar\n~~~\n\nOil\n---\n",
     [(2, 1, "Ferry Board"), (5, 2, "Rope"), (8, 3, "Tar"), (11, 2, "Oil")]),
    ("Rope\n====\nworn\n", [(1, 1, "Rope"), (3, 0, "worn")]),
    ("The rope\nis worn\n=======\n", [(1, 1, "The rope"), (2, 1, "is worn")]),  # not docutils', but Markdown's
    (":Date: 4 March 2031\n:Present: Ada\n", [(1, 0, "Date: 4 March 2031"), (2, 0, "Present: Ada")]),
    ("#. rope\n#. tar\n\n* Ada\n", [(1, 0, "1. rope"), (2, 0, "2. tar"), (4, 0, "• Ada")]),
    ("see `the paper <https://ferry.example>`_, :doc:`rules` and **now**\n", [(1, 0, "see the paper, rules and now")]),
    (".. a comment\n   goes on\n\n.. image:: a.png\n   :alt: map\n\n.. contents::\n\nAda\n", [(9, 0, "Ada")]),
    (".. note:: Rope\n   :class: x\n\n   is dear\n\nAda\n", [(1, 0, "Rope"), (4, 0, "is dear"), (6, 0, "Ada")]),
    ("Rope [1]_ is\n\n.. [1] by lot\n", [(1, 0, "Rope [1]_ is"), (3, 0, "[1] by lot")]),
    ("Owners::\n\n  Ada\n", [(1, 0, "Owners:"), (3, 0, "Ada")]),
]  # fmt: skip


@pytest.mark.parametrize(("source", "expected"), RST)
def test_restructured_text(source: str, expected: list[tuple[int, int, str]]) -> None:
    assert read(source, "ferry.rst") == (expected, [])


SIMPLE = "======  =====\nAction  Owner\n======  =====\nrope    AQ\n        BO\ntar\n======  =====\n"
GRID = (
    "+--------+-------+\n| Action | Owner |\n+========+=======+\n"
    "| rope   | AQ    |\n| worn   |       |\n+--------+-------+\n"
)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (SIMPLE, [["Action", "Owner"], ["rope", "AQ\nBO"], ["tar", ""]]),
        ("before\n\n" + SIMPLE + "\nafter\n", [["Action", "Owner"], ["rope", "AQ\nBO"], ["tar", ""]]),
        ("====  ====\na|b   c\n====  ====\n", [["a|b", "c"]]),
        (GRID, [["Action", "Owner"], ["rope\nworn", "AQ"]]),
    ],
)
def test_tables_of_restructured_text(source: str, expected: list[list[str]]) -> None:
    assert read(source, "ferry.rst")[1] == [expected]


ORG = [
    ("Ferry Board\n", [(1, 0, "Ferry Board")]),
    ("#+TITLE: Ferry Board\n#+DATE: 4 March 2031\n#+OPTIONS: toc:nil\n# comment\nAda\n",
     [(1, 1, "Ferry Board"), (2, 0, "Date: 4 March 2031"), (5, 0, "Ada")]),
    ("* Rope\n** Old :worn:\nsaid\n", [(1, 1, "Rope"), (2, 2, "Old"), (3, 0, "said")]),
    ("* AGM 2031\n", [(1, 1, "AGM 2031")]),
    ("* TODO Ada to buy rope\n** DONE [#A] Ben to paint  :a:b:\n* CANCELLED sell\n* DOING oil\n",
     [(1, 0, "• [ ] Ada to buy rope"), (2, 0, "• [x] Ben to paint"), (3, 0, "• [-] sell"), (4, 0, "• [~] oil")]),
    ("* TODO Ada to buy rope\n  DEADLINE: <2031-03-31 Mon>\n  :PROPERTIES:\n  :ID: 7\n  :END:\n  thick\n",
     [(1, 0, "• [ ] Ada to buy rope by 2031-03-31"), (6, 0, "thick")]),
    ("- [X] rope\n- [-] tar\n- [ ] oil\n", [(1, 0, "• [X] rope"), (2, 0, "• [~] tar"), (3, 0, "• [ ] oil")]),
    ("*Present:* /Ada/ =x= +old+ 2/3 a*b [[https://f.example][paper]]\n",
     [(1, 0, "Present: Ada x ~~old~~ 2/3 a*b paper")]),
    ("Next <2031-05-06 Tue 19:30>\n", [(1, 0, "Next 2031-05-06 19:30")]),
]  # fmt: skip


@pytest.mark.parametrize(("source", "expected"), ORG)
def test_org(source: str, expected: list[tuple[int, int, str]]) -> None:
    assert read(source, "ferry.org") == (expected, [])


def test_a_table_of_org() -> None:
    source = "| Action | Owner |\n|--------+-------|\n| rope   | AQ    |\n| tar    | BO    |\n"
    assert read(source, "ferry.org")[1] == [[["Action", "Owner"], ["rope", "AQ"], ["tar", "BO"]]]


@given(st.text(alphabet="ab =-~*#|+:.`_[]<>TODO\n ", max_size=120), st.sampled_from(["a.rst", "a.org"]))
def test_any_text_is_read_or_refused(source: str, name: str) -> None:
    try:
        blocks = read_bytes(source.encode(), name).pages[0].blocks
    except SourceUnreadable:
        return
    assert [block.line for block in blocks] == sorted(block.line for block in blocks)
