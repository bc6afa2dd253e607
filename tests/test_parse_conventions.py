"""Each body sets its headings in its own way: the way is found over the whole document, then kept to."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes_cli.parse import parse
from minutes_cli.read import read_bytes
from tests.parse_making import text

HEAD = (
    "Harbour Tools Board\nMinutes of the meeting held on 4 March 2031\n"
    "Present: Greta Lund (Chair), Omar Pike (Treasurer), Ruth Sable (Harbour Master), Tom Weir (Clerk)\n\n"
)


def titles(body: str, head: str = HEAD) -> list[str]:
    return [f"{item.number} {item.title}".strip() for item in text(head + body).items]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Omar: the planks have come.\nRuth: who will lay them?\nGreta: I will.\n", id="speakers"),
        pytest.param("Old chains\nNew rings\nThe rope on the east pier\n", id="a list of things"),
        pytest.param("Greta Lund\n\nOmar Pike\n\nRuth Sable\n\n", id="signatures"),
        pytest.param("The board met.\n\nCarried\n\nThe slip is closed.\n\nCarried\n\nNone\n\n", id="outcomes"),
        pytest.param("Report on the storm\n\nNobody was hurt in the gale of January.\n\n", id="one title alone"),
        pytest.param("Members noted that:\n1) the chain held.\n2) the ring did not.\n", id="a numbered list"),
    ],
)
def test_lines_that_are_no_headings(body: str) -> None:
    assert titles(body) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            "Minutes of last meeting\n\nThe minutes were agreed.\n\nMatters arising\n\nNone.\n\n"
            "Noise at the quay\n\nGreta had written to the Council.\n\nBins\n\nTwo are broken.\n\n"
            "Any other business\n\nThere was none.\n\n",
            ["Minutes of last meeting", "Matters arising", "Noise at the quay", "Bins", "Any other business"],
            id="plain lines between blank lines",
        ),
        pytest.param(
            "Review of Minutes\n\nMinutes Accepted\n\nWiki Page\n\nOmar wrote it.\n\nNew business\n\nNone.\n\n",
            ["Review of Minutes", "Wiki Page", "New business"],
            id="a short line below a heading is its text",
        ),
        pytest.param(
            "Timetable\nGL said that the winter timetable had caused missed trains.\n\n"
            "Fares\nRS noted that fares will rise in April by four per cent.\n\n"
            "Toilets\nThe toilets at the east pier are closed until the summer.\n",
            ["Timetable", "Fares", "Toilets"],
            id="plain lines atop their text",
        ),
        pytest.param(
            "Call to Order\nGreta called the meeting to order.\nMinutes of the last meeting\nPike moved to approve.\n"
            "Chief's Report\n14 calls in February.\nOld Business\nNone\nNew Business\nLund moved to buy hose.\n",
            ["Call to Order", "Minutes of the last meeting", "Chief's Report", "Old Business", "New Business"],
            id="plain lines without any space",
        ),
        pytest.param(
            "Chair's Report: Greta thanked everyone for the work party.\n"
            "Treasurer's Report: The balance stands at 412.\n"
            "Plots: Two plots are vacant.\nShop: Ruth has ordered seed.\n",
            ["Chair's Report", "Treasurer's Report", "Plots", "Shop"],
            id="titles run in before their text",
        ),
        pytest.param(
            "FINANCE: Lund presented the bills.\n\nHALL: The furnace was serviced.\n\nPUBLIC COMMENT: None.\n\n"
            "ADJOURNMENT: Pike moved to adjourn.\n\n",
            ["FINANCE", "HALL", "PUBLIC COMMENT", "ADJOURNMENT"],
            id="capitals run in before their text",
        ),
        pytest.param(
            "MINUTES – Motion by Pike to approve the minutes. Carried.\n\nTREASURER'S REPORT – The fund has 40,112.\n\n"
            "ROADS – Crew is patching Mill Road.\n\nGarden -- Ruth has planted bulbs.\n\nOTHER BUSINESS – none\n\n",
            ["MINUTES", "TREASURER'S REPORT", "ROADS", "Garden", "OTHER BUSINESS"],
            id="titles run in with a dash",
        ),
        pytest.param(
            "* Crime figures\nTwo thefts from sheds.\n\n* Speed watch\nOmar will ask again.\n\n* Funds\nWe have 112.\n",
            ["Crime figures", "Speed watch", "Funds"],
            id="bullets above their text",
        ),
        pytest.param(
            "1.\n\nCall to Order\nGreta opened the meeting.\n\n2.\n\nBoats\nTwo leak.\n\n3.\n\nSlipway\nClosed.\n",
            ["1 Call to Order", "2 Boats", "3 Slipway"],
            id="numbers on lines of their own",
        ),
        pytest.param(
            "ROLL CALL\n\nAll were there.\n\nMINUTES\n\nRead and approved.\n\nBOATS\n\nTwo.\n\nSLIPWAY\n\nShut.\n\n"
            "OTHER BUSINESS\n\nNone.\n\n",
            ["MINUTES", "BOATS", "SLIPWAY", "OTHER BUSINESS"],
            id="minutes of last time among the items",
        ),
        pytest.param(
            "1. Apologies for absence\n\nTom Weir.\n\n"
            "2. Purchase of land north of the slipway and of the old net store there\n\nOmar told of the price.\n\n",
            ["1 Apologies for absence", "2 Purchase of land north of the slipway and of the old net store there"],
            id="two items, one of them routine",
        ),
        pytest.param(
            "1.3/31E Fees\nThey stay as they are.\n2.3/31E Boats\nTwo of them leak.\n3.3/31E Slipway\nIt is closed.\n",
            ["1.3/31E Fees", "2.3/31E Boats", "3.3/31E Slipway"],
            id="number, month, year and kind",
        ),
        pytest.param(
            "Reports\n1) President's Report- Greta thanked all.\n2) Treasurer's Report- Omar has 9,120 left.\n\n"
            "Old Business\n1) Fence- The fence was mended in February.\n2) Gate- Ruth is waiting for a quote.\n\n"
            "New Business\n1) Picnic- The picnic will be on the quay.\n",
            [
                *("Reports", "1 President's Report", "2 Treasurer's Report"),
                *("Old Business", "1 Fence", "2 Gate", "New Business", "1 Picnic"),
            ],
            id="numbers that begin again below group headings",
        ),
        pytest.param(
            "1. ROLL CALL\nAll were there.\n2. NEW BUSINESS\n2-A. Opening hours in summer (Commissioner Pike)\n"
            "Commissioner Pike asked for longer opening hours in summer, from seven to nine.\n"
            "2-B. Lamps\nThey are ordered.\n3. CLOSE\n",
            [
                "1 ROLL CALL",
                "2 NEW BUSINESS",
                "2-A Opening hours in summer (Commissioner Pike)",
                "2-B Lamps",
                "3 CLOSE",
            ],
            id="figures and letters joined by a dash",
        ),
        pytest.param(
            "§1 Opening of the meeting\nGreta opened the meeting.\n§2 Budget\nOmar read it out.\n§3 Boats\nTwo leak.\n",
            ["1 Opening of the meeting", "2 Budget", "3 Boats"],
            id="paragraph signs",
        ),
        pytest.param(
            "TOP 1 Protokoll\nGenehmigt.\nTOP 2 Haushalt\nOmar trägt vor.\nTOP 3 Verschiedenes\nNichts.\n",
            ["1 Protokoll", "2 Haushalt", "3 Verschiedenes"],
            id="a word before the number",
        ),
        pytest.param(
            "(1) Fees\nThey stay.\n(2) Boats\nTwo leak.\n(3) Slipway\nIt is closed.\n",
            ["1 Fees", "2 Boats", "3 Slipway"],
            id="figures in brackets",
        ),
        pytest.param(
            "31/01 Fees\nThey stay as they are.\n31/02 Boats\nTwo of them leak.\n31/03 Slipway\nIt is closed.\n",
            ["31/01 Fees", "31/02 Boats", "31/03 Slipway"],
            id="year and number",
        ),
        pytest.param(
            "Agenda:\n1. Welcome\n2. Approval of agenda\n3. Chair's report\n   a. New members\n4. Other business\n\n"
            "1. Welcome (7:02)\nGreta opened the meeting.\n2. Chair's report (7:05)\na. New members:\nTwo joined.\n"
            "8. Other business (7:20)\nNone was raised.\n",
            ["1 Welcome (7:02)", "2 Chair's report (7:05)", "a New members", "8 Other business (7:20)"],
            id="an agenda printed before the minutes, with other numbers",
        ),
        pytest.param(
            "- Welcome\n  - Ruth introduced herself\n- Budget\n  - Omar presented the figures\n"
            "- Greta had nothing to say.\n- Website\n  - New hosting from May\n",
            ["Welcome", "Budget", "Website"],
            id="an outline of bullets",
        ),
        pytest.param(
            "Treasurer\n---------\nThe balance is 200.\n\nExcursions\n=========\nRuth has booked the coach.\n",
            ["Treasurer", "Excursions"],
            id="titles with a rule below",
        ),
        pytest.param(
            "-----------------\nLock repairs\nThe lower gate leaks.\n-----------------\nSummer rota\nIn April.\n",
            ["Lock repairs", "Summer rota"],
            id="titles with a rule above",
        ),
        pytest.param(
            "Topic: Boardwalk\nOmar: the planks have come.\n\nTopic: Signs\nRuth: I have a draft.\n",
            ["Boardwalk", "Signs"],
            id="topics",
        ),
        pytest.param(
            "1.0 WELCOME\n1.1 The Chair welcomed everybody.\n2.0 FINANCE REPORT\n2.1 The report was noted.\n"
            "2.2 The Board asked for more on costs.\n3.0 CLOSE\n3.1 None.\n",
            ["1.0 WELCOME", "2.0 FINANCE REPORT", "3.0 CLOSE"],
            id="numbered paragraphs below numbered headings",
        ),
        pytest.param(
            "Monies – Lisa\n    - the grant has come\n\nVolunteers – Georgia\n    - fifteen so far\n\n"
            "Fair – Nancy\n    - two rooms are booked\n",
            ["Monies – Lisa", "Volunteers – Georgia", "Fair – Nancy"],
            id="plain lines above bullets set further in",
        ),
    ],
)
def test_the_headings_of_a_convention(body: str, expected: list[str]) -> None:
    assert titles(body) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("1. Moorings - east and west", "1 Moorings - east and west"),
        ("1. Boat-house", "1 Boat-house"),
        ("1. Harbour: the new master", "1 Harbour: the new master"),
        ("1. Minutes - approved as circulated", "1 Minutes"),
        ("1. Treasurer's report- Omar has 9,120 left", "1 Treasurer's report"),
        ("1. Rope – none", "1 Rope"),
        ("1. ROLL CALL: Lund and Pike were there at 7 PM.", "1 ROLL CALL"),
        ("1. Date of next meeting. 6 May 2031.", "1 Date of next meeting"),
        ("1. Finance report - Omar Pike", "1 Finance report - Omar Pike"),
        ("1. 2031-40: Lamps on the pier", "1 2031-40: Lamps on the pier"),
    ],
)
def test_where_a_numbered_title_ends(line: str, expected: str) -> None:
    assert titles(f"{line}\n\n2. Slipway\n\nThe chain held.\n\n3. Pilots\n\nThanked.\n\n")[0] == expected


def test_a_number_begun_again_by_a_word_processor() -> None:
    """Headings set in bold stay headings where their automatic number starts anew."""
    body = (
        "**1. Welcome**\n\nGreta opened.\n\n**2. Minutes**\n\nAgreed.\n\n**3. Boats**\n\nTwo leak:\n\n1. the dinghy\n"
        "2. the punt\n\n**1. Slipway**\n\nClosed.\n"
    )
    record = parse(
        read_bytes(("# Harbour Tools Board, 4 March 2031\n\nPresent: Omar Pike\n\n" + body).encode(), "b.md")
    )
    assert [item.title for item in record.items] == ["Welcome", "Minutes", "Boats", "Slipway"]


PIECES = st.sampled_from(
    (
        *(
            "14/023",
            "1.",
            "(a)",
            "2-A.",
            "§",
            "§4",
            "TOP 3",
            "Item 2",
            "-----",
            "=====",
            "Topic:",
            "MOTION (",
            "Agreed.",
        ),
        *("* ", "  - x", "Minutes -", "Minutes: ", "Old business", "RESOLVED:", "1. Boats - ", "Motion:", "Vote:", ":"),
        *("–", "| 1.", "3.", "Chair"),
    )
)


@given(st.lists(PIECES, min_size=1, max_size=12), st.sampled_from(["\n", "\n\n"]))
@settings(max_examples=150, deadline=None)
def test_fragments_of_headings_and_motions_are_read_without_a_fault(pieces: list[str], between: str) -> None:
    for item in text(HEAD + between.join(pieces) + "\n").items:
        assert item.title or item.number
