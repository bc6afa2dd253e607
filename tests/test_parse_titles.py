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
        pytest.param(
            PLAIN
            + "1. To approve the minutes\nApproved.\n2. The harbour master told the members that the boats were to "
            "be hauled out as soon as the weather of the coming spring allowed it\nNoted.\n"
            "3. To consider the tenders received for the renewal of the planks of the "
            "lower slipway and for the painting of the rail\nDeferred.\n",
            "m.txt",
            [
                "1 To approve the minutes",
                "2 The harbour master told the members that the boats were to be",
                "3 To consider the tenders received for the renewal of the planks of the lower slipway "
                "and for the painting of the rail",
            ],
            id="a title may be long, a sentence is none",
        ),
        pytest.param(
            PLAIN
            + "2415. Minutes\nApproved.\n2416. Boats\nTwo leak.\n2417. Treasurer's Report Nils gave the figures\n",
            "m.txt",
            ["2415 Minutes", "2416 Boats", "2417 Treasurer's Report"],
            id="numbers of four digits; somebody tells behind a title that any body has",
        ),
        pytest.param(
            PLAIN + "Agenda item: Lamps   Presenter: Greta Lund\nThey are ordered.\nSecond agenda item: Ropes\nSold.\n",
            "m.txt",
            ["Lamps", "Ropes"],
            id="what some write before each title",
        ),
        pytest.param(
            "# Harbour Club, 4 March 2031\n\n**Present:** Greta Lund, Omar Pike\n\n- **Lamps**: they came on Tuesday.\n"
            "- **Slipway**: two planks are rotten.\n- **Ropes**: sold.\n- **Money**: £88 in the tin.\n",
            "m.md",
            ["Lamps", "Slipway", "Ropes", "Money"],
            id="bullets that begin with a title in bold",
        ),
        pytest.param(
            "# Harbour Club, 4 March 2031\n\n**Present:** Greta Lund, Omar Pike\n\n- **Greta**: they came on Tuesday.\n"
            "- **Omar**: two planks are rotten.\n- **Greta**: sell them.\n- **Omar**: yes.\n",
            "m.md",
            [],
            id="bullets that begin with who speaks",
        ),
        pytest.param(
            "Harbour Club\nMinutes of 4 March 2031\n\nPresent: Greta Lund, Omar Pike\n\n"
            "AGENDA\n1. Dredging\n2. Lamps\n3. Ropes\n\n"
            "Dredging\nIt goes on.\n\nLamps\nOrdered.\n\nRopes\nSold.\n",
            "m.txt",
            ["Dredging", "Lamps", "Ropes"],
            id="plain titles that the printed agenda has",
        ),
        pytest.param(
            HEAD + "### Boats\n\nTwo leak.\n\n### Quiz\n\n8 March, Greta sets it.\n",
            "m.md",
            ["Boats", "Quiz"],
            id="a day is no number",
        ),
        pytest.param(
            PLAIN + "H.12 Minutes\nApproved.\nH.13 Boats\nTwo leak.\nH.14 Lamps\nOrdered.\n",
            "m.txt",
            ["H.12 Minutes", "H.13 Boats", "H.14 Lamps"],
            id="numbers with a letter and a point",
        ),
        pytest.param(
            PLAIN + "1. Minutes\n1.1 They were approved.\n2. Lamps\n2.1 Omar had asked for offers.\n"
            "2.2 RESOLVED: That the first be taken.\n3. Boats\n3.1 None leaks.\n",
            "m.txt",
            ["1 Minutes", "2 Lamps", "3 Boats"],
            id="what was resolved is no title",
        ),
        pytest.param(
            "<h1>Harbour Club, 4 March 2031</h1><p>Present: Greta Lund, Omar Pike</p><table>"
            "<tr><td>1</td><td><b>Opening</b><br>Greta opened the meeting at eight, and all were there.</td></tr>"
            "<tr><td>2</td><td><b>Boats</b><br>Two of them leak, and were hauled out on Monday to be seen to.</td></tr>"
            "<tr><td>3</td><td>Lamps. They were ordered from the chandler in the High Street, who has them.</td></tr>"
            "<tr><td>4</td><td><b>Questions</b><br>None.</td></tr></table>",
            "m.html",
            ["1 Opening", "2 Boats", "3 Lamps", "4 Questions"],
            id="a table of numbers and texts",
        ),
    ],
)
def test_titles(text: str, name: str, expected: list[str]) -> None:
    assert [title for title in titles(text, name) if title != "Present"] == expected


def test_titles_that_end_with_a_point() -> None:
    numbered = "1. Approval of the minutes of 4 February.\nGreta asked for them.\n2. Repairs.\nTwo boats leak.\n"
    rules = "## Rules\n\n1. Use the front gate.\n2. Keep the slipway free.\n3. Lock the loft.\n4. Mind the tide.\n"
    assert titles(PLAIN + numbered + "3. Lamps.\nOrdered.\n", "m.txt") == [
        "1 Approval of the minutes of 4 February",
        "2 Repairs",
        "3 Lamps",
    ]
    assert titles(f"{HEAD}## Boats\n\nTwo leak.\n\n{rules}", "m.md")[-2:] == ["Boats", "Rules"]


def test_a_style_makes_long_and_short_lines_headings() -> None:
    long = (
        "Proposal to give the care of the lamps, the ropes and the rail of the lower slipway to the new harbour master"
    )
    assert titles(f"{HEAD}## {long}\n\nAgreed.\n\n## VE\n\nNone.\n\n## Boats\n\nTwo leak.\n", "m.md")[-3:] == [
        long,
        "VE",
        "Boats",
    ]
