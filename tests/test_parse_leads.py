"""Titles that no type sets off: run in before their text, or above text that is set further in."""

from __future__ import annotations

import pytest

from minutes_cli.parse import parse
from minutes_cli.parse.leads import lead
from minutes_cli.read import read_bytes

HEAD = "Harbour Club\nMinutes of the meeting of 4 March 2031\n\nPresent: Greta Lund, Omar Pike\n\n"


def titles(text: str) -> list[str]:
    return [f"{item.number} {item.title}".strip() for item in parse(read_bytes((HEAD + text).encode(), "m.txt")).items]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The pumps were seen to. They hold.", None),
        ("Quorum was established. Greta opened the meeting.", None),
        ("It was agreed. The chain is to be sold.", None),
        ("Pumps. The pumps were seen to.", ("Pumps", "The pumps were seen to.")),
        ("Treasurer's Report. £41 is in hand.", ("Treasurer's Report", "£41 is in hand.")),
        ("Matters Arising There were no matters arising.", ("Matters Arising", "There were no matters arising.")),
        ("Old Boats There were two of them.", None),
    ],
)
def test_lead(words: str, expected: tuple[str, str] | None) -> None:
    assert lead(words) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Fine. Greta said that the boats could go out again next week.\n\n"
            "Omar asked for the key of the net loft and was given it at once.\n\n"
            "Right. They then looked at the lamps, which were all in order.\n\n"
            "Greta thanked all those who had come out in the rain for it.\n",
            [],
            id="short sentences are no titles",
        ),
        pytest.param(
            "Call to Order. Greta opened the meeting at six.\n\nPumps. Both were seen to and are in order.\n\n"
            "Street lights. Two are out.\n\nTreasurer's Report. There is £41 in hand.\n\nAdjournment. At seven.\n",
            ["Call to Order", "Pumps", "Street lights", "Treasurer's Report", "Adjournment"],
            id="a point behind each, some that any body has",
        ),
        pytest.param(
            "Slipway: two of the planks are rotten and will be replaced.\n\n"
            "Lamps: they came on Tuesday in good order.\n\n"
            "Rope-walk: it is let until the end of the year.\n\nMoorings: all of them are taken for the summer.\n",
            ["Slipway", "Lamps", "Rope-walk", "Moorings"],
            id="each text begins with a label",
        ),
        pytest.param(
            "Matters arising: The stile has been mended.\n\nChairman's report: It had been a fair season.\n\n"
            "Treasurer's report: The accounts showed £41.\n\n"
            "Stocking of the mill pond: Two hundred tench are to be put in.\n",
            ["Matters arising", "Chairman's report", "Treasurer's report", "Stocking of the mill pond"],
            id="a label in small letters among titles that any body has",
        ),
        pytest.param(
            "Anna: two of the planks are rotten and must be replaced.\n\nBert: they came on Tuesday in good order.\n\n"
            "Anna: it is let until the end of the year, I am told.\n\nBert: all of them are taken for the summer.\n",
            [],
            id="speakers come again",
        ),
        pytest.param(
            "Matters Arising There were none to speak of.\n\nSecretary's Report The secretary had written twice.\n\n"
            "Lamps were looked at by Omar.\n\nAny Other Business There was none at all.\n",
            ["Matters Arising", "Secretary's Report", "Any Other Business"],
            id="nothing between titles that any body has and their text",
        ),
        pytest.param(
            "Ropes\n    The rope of the ferry is worn.\n    Greta has ordered one.\nSlipway\n"
            "    Two planks are rotten.\n"
            "Visit to the lock\n    The coach costs £240, and Omar collects the money from all who come.\n",
            ["Ropes", "Slipway", "Visit to the lock"],
            id="text set further in",
        ),
        pytest.param(
            "ROLL CALL: All five members were there.\nREPORTS:\n   Harbour master\n     Two boats came in.\n   Pilots\n"
            "     They want a new lamp.\nOLD BUSINESS:\n   Culvert\n     The permit is due in June.\n"
            "ADJOURNMENT: Greta moved to adjourn at nine.\n",
            ["REPORTS", "Harbour master", "Pilots", "OLD BUSINESS", "Culvert", "ADJOURNMENT"],
            id="capitals alone and run in are one rank, with a lower one set further in",
        ),
    ],
)
def test_plain_titles(text: str, expected: list[str]) -> None:
    assert [title for title in titles(text) if title.casefold() != "roll call"] == expected
