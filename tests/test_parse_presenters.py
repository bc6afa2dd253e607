"""Names of those who present the items, printed at the right of their headings."""

from __future__ import annotations

import pytest

from minutes_cli.parse import parse
from minutes_cli.read import read_bytes

HEAD = "Harbour Club committee\nMeeting of 4 March 2031\n\nPresent: Greta Lund, Omar Pike, Ann Forde\n\n"


def titles(*headings: str, name: str = "m.txt") -> list[str]:
    text = HEAD + "".join(
        f"{heading}\n\nThe matter was told of and all were content with it.\n\n" for heading in headings
    )
    return [item.title for item in parse(read_bytes(text.encode(), name)).items]


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        pytest.param(["FINANCE", "ROPE WALK", "REGATTA"], ["FINANCE", "ROPE WALK", "REGATTA"], id="no names"),
        pytest.param(
            ["FINANCE     GRETA LUND", "ROPE WALK", "REGATTA"],
            ["FINANCE GRETA LUND", "ROPE WALK", "REGATTA"],
            id="one may be a title of two parts",
        ),
        pytest.param(
            [
                "FINANCE          GRETA LUND",
                "ROPE WALK        OMAR PIKE",
                "MOORINGS         ALL",
                "REGATTA          ANN FORDE",
            ],
            ["FINANCE", "ROPE WALK", "MOORINGS", "REGATTA"],
            id="a column of names, and of all",
        ),
        pytest.param(
            ["FINANCE              Greta Lund", "ROPE WALK            Omar Pike", "REGATTA              Ann Forde"],
            ["FINANCE", "ROPE WALK", "REGATTA"],
            id="names in small letters",
        ),
        pytest.param(
            ["FINANCE\t\tGRETA LUND", "ROPE WALK\t\tOMAR PIKE", "REGATTA\t\tANN FORDE", "NEXT REGATTA"],
            ["FINANCE", "ROPE WALK", "REGATTA", "NEXT REGATTA"],
            id="behind tabs",
        ),
        pytest.param(
            [
                "FINANCE          GRETA LUND",
                "ROPE WALK        OMAR PIKE\n                 ANN FORDE",
                "REGATTA          ANN FORDE",
            ],
            ["FINANCE", "ROPE WALK", "REGATTA"],
            id="two present one item",
        ),
    ],
)
def test_presenters_are_no_part_of_titles(headings: list[str], expected: list[str]) -> None:
    assert titles(*headings) == expected
