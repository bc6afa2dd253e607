"""Headings judged rank by rank: which looks are of the business, and which of its text, its people or its papers."""

from __future__ import annotations

import pytest

from minutes_cli.parse import parse
from minutes_cli.read import read_bytes

HEAD = "# Harbour Club committee, 4 March 2031\n\n## Present\n\n- Greta Lund\n- Omar Pike\n\n"
NUMBERED = (
    "**1. Minutes**\n\nThey were agreed as a true record of the last one.\n\n{one}**2. Boats**\n\nTwo of them leak.\n\n"
    "{two}**3. Lamps**\n\nThey are ordered from the usual chandler.\n\n{three}"
    "**4. Any other business**\n\nThere was none.\n\n{behind}"
)


def titles(text: str, name: str = "m.md") -> list[str]:
    return [f"{item.number} {item.title}".strip() for item in parse(read_bytes(text.encode(), name)).items]


def numbered(one: str = "", two: str = "", three: str = "", behind: str = "") -> str:
    return HEAD + NUMBERED.format(one=one, two=two, three=three, behind=behind)


ITEMS = ["1 Minutes", "2 Boats", "3 Lamps", "4 Any other business"]
TEXT = "Omar has seen to it, and the chain was put back in place.\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(numbered(), ITEMS, id="nothing to refuse"),
        pytest.param(
            numbered(two="**Slipway**\n\n" + TEXT, three="**Quay wall**\n\n" + TEXT),
            [*ITEMS[:2], "Slipway", "3 Lamps", "Quay wall", ITEMS[3]],
            id="a lower rank, each with a text of its own, is business",
        ),
        pytest.param(
            numbered(two="**Correspondence**\n\nNone.\n\n"), [*ITEMS[:2], "Correspondence", *ITEMS[2:]], id="routine"
        ),
        pytest.param(numbered(two="**Carried on a show of hands**\n\n"), ITEMS, id="a single bold line is none"),
        pytest.param(
            numbered(one="**Outcome**\n\n" + TEXT, two="**Outcome**\n\n" + TEXT, three="**Outcome**\n\n" + TEXT),
            ITEMS,
            id="a title that comes again and again parts the text",
        ),
        pytest.param(
            numbered(behind="The meeting closed at 9 pm.\n\n**Tide tables**\n\n" + TEXT + "**Tolls**\n\n" + TEXT),
            ITEMS,
            id="what stands behind the end is papers",
        ),
        pytest.param(
            numbered(behind="**Appendix A: Tolls**\n\n" + TEXT + "**Winter tolls**\n\n" + TEXT), ITEMS, id="an appendix"
        ),
        pytest.param(
            HEAD
            + "## Boats\n\nTwo leak.\n\nThe list of them:\n\n- Anna\n\n## Lamps\n\nOrdered.\n\n## Rope-walk\n\nLet.\n",
            ["Boats", "Lamps", "Rope-walk"],
            id="beside styles, a colon opens a list",
        ),
        pytest.param(
            "# Harbour Club, 4 March 2031\n\n## Attendance\n\n### Voting members\n\nGreta Lund\n\n"
            "### Guests\n\nOmar Pike\n\n"
            "## Boats\n\nTwo leak.\n\n## Lamps\n\nOrdered.\n",
            ["Boats", "Lamps"],
            id="groups of the people",
        ),
        pytest.param(
            "# Harbour Club, 4 March 2031\n\n## Slides\n\non the shelf\n\n## Present\n\nGreta Lund, Omar Pike\n\n"
            "## Notes\n\n### Boats\n\nTwo leak.\n\n### Lamps\n\nOrdered.\n",
            ["Boats", "Lamps"],
            id="particulars before the notes that hold the items",
        ),
        pytest.param(
            HEAD + "## Boats\n\n**To do:**\n\n1. Anna\n2. Bertha\n\n## Lamps\n\nOrdered.\n\n**To do:**\n\n"
            "1. The rail\n2. The gate\n3. The bell\n\n## Ropes\n\nSold.\n",
            ["Boats", "Lamps", "Ropes"],
            id="numbers that begin again in the text below headings in a style",
        ),
        pytest.param(
            HEAD
            + "## Old business\n\n1. Lamps\n\n   Ordered.\n\n2. Ropes\n\n   Sold.\n\n## New business\n\n1. Boats\n\n"
            "   Two leak.\n\n2. Rail\n\n   To be painted.\n\n## Good of the order\n\nNothing.\n",
            ["Old business", "1 Lamps", "2 Ropes", "New business", "1 Boats", "2 Rail", "Good of the order"],
            id="numbers that begin again right below headings that group",
        ),
        pytest.param(
            HEAD
            + "### Start time\n\n7 pm\n\n### Lamps\n\nOrdered.\n\n### Ropes\n\nSold.\n\n### Special notes\n\nNone.\n",
            ["Lamps", "Ropes"],
            id="facts and forms",
        ),
        pytest.param(
            HEAD + "**I. Reports**\n\nA. Welcome back\n\n1. Tuesdays at eleven\n\n2. In the net loft\n\nB. Boats\n\n"
            "1. Two of them\n\n**II. Old business**\n\nA. Lamps\n\n1. Ordered\n\n2. Paid\n\n**III. New business**\n\n"
            "A. Ropes\n\n1. Sold\n",
            ["I Reports", "A Welcome back", "B Boats", "II Old business", "A Lamps", "III New business", "A Ropes"],
            id="one rank below the main one; what is deeper are notes",
        ),
        pytest.param(
            HEAD + "## Boats\n\nTwo leak.\n\n**Paid members:** 7\n\n**Balance at the bank:** £41\n\n**Income:**\n\n"
            "- Dues\n\n## Lamps\n\nOrdered.\n\n## Ropes\n\nSold.\n",
            ["Boats", "Lamps", "Ropes"],
            id="bold labels of figures below headings in a style",
        ),
        pytest.param(
            HEAD + "## Boats\n\n1. Anna\n2. Bertha\n3. Cara\n4. Dora\n\n## Lamps\n\nOrdered.\n\n## Ropes\n\nSold.\n",
            ["Boats", "Lamps", "Ropes"],
            id="a numbered list below a heading in a style",
        ),
    ],
)
def test_ranks(text: str, expected: list[str]) -> None:
    assert [title for title in titles(text) if title not in ("Present", "Attendance")] == expected
