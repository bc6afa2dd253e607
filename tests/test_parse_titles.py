"""Titles of items by the form that a document gives them: styles, lists of people, bullets; and what is no title."""

from __future__ import annotations

import pytest

from minutes_cli.parse import parse
from minutes_cli.read import read_bytes

HEAD = "# Harbour Club committee, 4 March 2031\n\n## Present\n\n- Greta Lund\n- Omar Pike\n\n"
PLAIN = "Harbour Club\nMinutes of the meeting of 4 March 2031\nPresent: Greta Lund, Omar Pike\n\n"


def titles(text: str, name: str) -> list[str]:
    return [f"{item.number} {item.title}".strip() for item in parse(read_bytes(text.encode(), name)).items]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        pytest.param(
            PLAIN + "1. Roll call\nAll were there.\n2. Minutes\nThe minutes were approved by all five –\n"
            "5. [Absent: Ruth Stern.]\n3. Boats\nTwo leak.\n",
            "m.txt",
            ["1 Roll call", "2 Minutes", "3 Boats"],
            id="a sentence that goes on with a number is no item",
        ),
        pytest.param(
            PLAIN + "1. Welcome\nGreta welcomed all.\n2. Public Participation\nNone.\n3. Boats\nTwo leak.\n",
            "m.txt",
            ["1 Welcome", "2 Public Participation", "3 Boats"],
            id="people in a title's words are no list",
        ),
        pytest.param(
            HEAD + "## lamps: new sort\n\nThey are ordered.\n\n## rope-walk\n\nIt is let.\n\n## Boats\n\nTwo leak.\n",
            "m.md",
            ["lamps: new sort", "rope-walk", "Boats"],
            id="headings in a style may begin with a small letter",
        ),
        pytest.param(
            "Harbour Club Committee Meeting 4 March 2031\n1) Apologies for absence Ruth, Hal, Kim\n"
            "2) Present - Greta (Chair), Omar, Nils\n3) Minutes of last meeting – accepted\n"
            "4) Boats – two of them leak, Omar said, and were hauled out\n",
            "m.txt",
            ["1 Apologies for absence", "2 Present", "3 Minutes of last meeting", "4 Boats"],
            id="names run on behind Apologies",
        ),
    ],
)
def test_titles(text: str, name: str, expected: list[str]) -> None:
    assert [title for title in titles(text, name) if title != "Present"] == expected
