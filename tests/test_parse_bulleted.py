"""Bullets that are items: outlines below a heading, and issues of a tracker that were brought to the meeting."""

from __future__ import annotations

import pytest

from minutes_cli.parse import parse
from minutes_cli.read import read_bytes

HEAD = "# Harbour Yard committee, 4 March 2031\n\n## Present\n\n- Greta Lund\n- Omar Pike\n- Ann Forde\n\n"
END = "\n## Any other business\n\nThere was none.\n"
PLAIN = ["Reports", "Any other business"]


def titles(body: str) -> list[str]:
    items = parse(read_bytes(f"{HEAD}## Reports\n\n{body}{END}".encode(), "m.md")).items
    return [item.title for item in items if item.title != "Present"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("- The lamps came.\n  - Two are broken.\n- All berths are let.\n", PLAIN, id="sentences"),
        pytest.param("- Boats\n  - All let.\n- Ropes\n  - Six are new.\n", PLAIN, id="two of them"),
        pytest.param(
            "- Greta Lund\n  - Was away.\n- Omar Pike\n  - Paints.\n- Ann Forde\n  - Sews.\n", PLAIN, id="people"
        ),
        pytest.param(
            "- Boats\n  - All let.\n- Ropes\n- Nets\n- Sails\n- Oars\n  - Six are new.\n", PLAIN, id="mostly bare"
        ),
        pytest.param(
            "- Boats\n  - All let.\n- Ropes\n  - Six are new.\n- The crane:\n  - It was oiled.\n",
            ["Reports", "Boats", "Ropes", "The crane", "Any other business"],
            id="titles with notes under them",
        ),
    ],
)
def test_an_outline_below_a_heading_gives_items(body: str, expected: list[str]) -> None:
    assert titles(body) == expected


def test_an_outline_stands_behind_bullets_of_another_sign() -> None:
    text = (
        "Harbour Yard committee\n4 March 2031\n\nPresent: Greta Lund, Omar Pike\n\n1. Reports\n"
        " * How is each group doing, and does it need help?\n * Is it to go on?\n"
        "   - Boats\n       - All let.\n   - Ropes\n       - Six are new.\n   - Nets\n       - In tatters.\n\n"
        "2. Any other business\nThere was none.\n"
    )
    found = [item.title for item in parse(read_bytes(text.encode(), "m.txt")).items]
    assert found == ["Reports", "Boats", "Ropes", "Nets", "Any other business"]


ISSUES = "https://git.example/yard/issues"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(f"- Lamps came, see [#7]({ISSUES}/7)\n- Berths are let\n- Nets: none\n", PLAIN, id="one of many"),
        pytest.param(f"- Mend the lamps #7\n- Let the berths #9\n- [list]({ISSUES}/12)\n", PLAIN, id="nothing below"),
        pytest.param(
            f"* Locker rules [#72]({ISSUES}/72)\n  - 5 minutes\n\nGreta: Rules for all.\n\n"
            f"* Ladders for the quay [yard#9]({ISSUES}/9)\n  - No objection.\n",
            ["Reports", "Locker rules #72", "Ladders for the quay yard#9", "Any other business"],
            id="links with the number",
        ),
        pytest.param(
            f"- Locker rules {ISSUES}/72\n  - Rules for all.\n- Ladders ({ISSUES}/9)\n  - No objection.\n",
            ["Reports", f"Locker rules {ISSUES}/72", f"Ladders ({ISSUES}/9)", "Any other business"],
            id="addresses",
        ),
    ],
)
def test_issues_of_a_tracker_are_items_where_they_are_talked_about(body: str, expected: list[str]) -> None:
    assert titles(body) == expected


def test_an_agenda_of_issues_above_the_minutes_is_no_second_list_of_items() -> None:
    agenda = "- Locker rules #72\n  - 5 minutes\n- Ladders #9\n  - 5 minutes\n\n## Minutes\n\n"
    told = "### Locker rules #72\n\nRules for all.\n\n### Ladders #9\n\nNo objection.\n"
    assert titles(agenda + told).count("Locker rules #72") == 1


def test_lists_of_earlier_tasks_by_person_are_no_items() -> None:
    body = (
        "The lamps came.\n\n## Action items by person\n\nGreta Lund:\n\n1) Ring the mason\n\n"
        "### Previous tasks still pending\n\n1) Sew the flags\n\nOmar Pike:\n\n"
        "### Previous tasks still pending\n\n1) Oil the crane\n"
    )
    text = f"{HEAD}## Reports\n\n{body}"
    assert [item.title for item in parse(read_bytes(text.encode(), "m.md")).items if item.title != "Present"] == [
        "Reports"
    ]
