"""Topics below headings that only group the business: "Old business", and then "Lamps: they came"."""

from __future__ import annotations

import pytest

from minutes_cli.parse import parse
from minutes_cli.read import read_bytes

HEAD = "Harbour Club committee\nMeeting of 4 March 2031\n\nPresent: Greta Lund, Omar Pike, Ann Forde\n\n"
OPEN = "CALL TO ORDER\n\nThe Chair opened the meeting at 7 pm.\n\n"
END = "ADJOURNMENT\n\nThe meeting ended at 8 pm.\n"


def titles(text: str, name: str = "m.txt") -> list[str]:
    return [f"{item.number} {item.title}".strip() for item in parse(read_bytes(text.encode(), name)).items]


def business(reports: str, new: str) -> str:
    return f"{HEAD}{OPEN}REPORTS\n\n{reports}\nNEW BUSINESS\n\n{new}\n{END}"


PLAIN = ["CALL TO ORDER", "REPORTS", "NEW BUSINESS", "ADJOURNMENT"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            business("The lamps came.\n\nAll moorings are let.\n", "The tolls were raised.\n"), PLAIN, id="sentences"
        ),
        pytest.param(
            business(
                "Greta Lund: The balance is low.\n\nOmar Pike: All is let.\n\nAnn Forde: It is shut.\n", "None.\n"
            ),
            PLAIN,
            id="who spoke",
        ),
        pytest.param(
            business("Treasurer (Greta): All is paid.\n\nClerk (Omar): All is let.\n\nBosun (Ann): Shut.\n", "None.\n"),
            PLAIN,
            id="which officer spoke",
        ),
        pytest.param(
            business("None.\n", "Motion: that the tolls be raised.\n\nVote: all in favour.\n\nDate: 4 March 2031\n"),
            PLAIN,
            id="formulas",
        ),
        pytest.param(
            business("Question by: Omar\n\nAnswer by: Ann\n\nReply by: Greta\n", "None.\n"), PLAIN, id="half a sentence"
        ),
        pytest.param(
            business("Tides: https://tides.example\n\nMaps: https://maps.example\n\nBuoys: www.buoys.example\n", "-\n"),
            PLAIN,
            id="links",
        ),
        pytest.param(
            business("Cost: as before.\n\nIt was high.\n\nAll agreed.\n", "Cost: as before.\n"),
            PLAIN,
            id="a few of them",
        ),
        pytest.param(
            business(
                "Treasury - The balance is low.\n\nMoorings – All let.\n", "Slipway repair: Omar asks the mason.\n"
            ),
            [*PLAIN[:2], "Treasury", "Moorings", "NEW BUSINESS", "Slipway repair", "ADJOURNMENT"],
            id="colons and dashes",
        ),
        pytest.param(
            business("* Treasury: The balance is low.\n* Moorings: All let.\n", "* Tolls: raised by a tenth.\n"),
            [*PLAIN[:2], "Treasury", "Moorings", "NEW BUSINESS", "Tolls", "ADJOURNMENT"],
            id="bullets",
        ),
        pytest.param(
            business("Clerk:\n\nHarbour master: The lamps are lit.\n", "Quay wall –\n\nRegatta: the day was set.\n"),
            [*PLAIN[:2], "Clerk", "Harbour master", "NEW BUSINESS", "Quay wall", "Regatta", "ADJOURNMENT"],
            id="some without text",
        ),
        pytest.param(
            f"{HEAD}1. Minutes\nThey were agreed.\n\n2. Old business\n   a) Lamps: they came, and Omar put them up.\n"
            "   b) The flag was torn in the storm.\n\n3. New business\n   a) Regatta: the day was set.\n"
            "   b) Tolls - raised by a tenth.\n\n4. Adjournment\nThe meeting ended at 8 pm.\n",
            ["1 Minutes", "2 Old business", "a Lamps", "3 New business", "a Regatta", "b Tolls", "4 Adjournment"],
            id="numbered, beside a sentence",
        ),
    ],
)
def test_topics_below_grouping_headings(text: str, expected: list[str]) -> None:
    assert titles(text) == expected


def test_topics_in_bold() -> None:
    text = (
        "# Harbour Club, 4 March 2031\n\n**Present:** Greta Lund, Omar Pike\n\n## Officers' reports\n\n"
        "**Treasurer.** The balance is low.\n\n**Mooring officer.** All are let.\n\n## Other matters\n\n"
        "**Lamps.** They came.\n\n**Slipway wall.** Omar asks the mason.\n"
    )
    expected = ["Officers' reports", "Treasurer", "Mooring officer", "Other matters", "Lamps", "Slipway wall"]
    assert titles(text, "m.md") == expected
