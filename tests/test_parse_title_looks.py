"""What is, and is not, a heading or its title: leader dots, initials, numbers of tasks, letterheads, papers."""

from __future__ import annotations

import pytest

from minutes_cli.parse import parse
from minutes_cli.read import read_bytes

HEAD = "Harbour Club committee\nMeeting of 4 March 2031\n\nPresent: Greta Lund, Omar Pike, Ann Forde\n\n"
BOLD = "# Harbour Club, 4 March 2031\n\nQuay House, Lower Quay\n\n**Present:** Greta Lund, Omar Pike, Ann Forde\n\n"
NUMBERED = (
    "**1. Minutes**\n\nThey were agreed as a true record of the last one.\n\n**2. Boats**\n\nTwo of them leak.\n\n{two}"
    "**3. Lamps**\n\nThey are ordered from the usual chandler.\n\n**4. Any other business**\n\nThere was none.\n\n{end}"
)
ITEMS = ["1 Minutes", "2 Boats", "3 Lamps", "4 Any other business"]
PAPER = "**Report of the Chair**\n\nI met the mason.\n\n**The tides**\n\nThey were high.\n"


def titles(text: str, name: str = "m.txt") -> list[str]:
    return [f"{item.number} {item.title}".strip() for item in parse(read_bytes(text.encode(), name)).items]


def numbered(two: str = "", end: str = "") -> str:
    return BOLD + NUMBERED.format(two=two, end=end)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("1. Apologies\n2. Boats\n3. Lamps\n", ["1 Apologies", "2 Boats", "3 Lamps"], id="no dots"),
        pytest.param(
            "1. Apologies for absence … There were none – all came.\n2. Tides … None.\n3. Boats … Two leak.\n",
            ["1 Apologies for absence", "2 Tides", "3 Boats"],
            id="leader dots, one sign",
        ),
        pytest.param(
            "1. Apologies for absence ........ None\n2. Tides ........ They were high.\n3. Boats ...... Two leak.\n",
            ["1 Apologies for absence", "2 Tides", "3 Boats"],
            id="leader dots",
        ),
        pytest.param(
            "125/31\nTO RECEIVE APOLOGIES\nThere were none.\n126/31 TO SEE TO THE BOATS\nTwo leak.\n"
            "127/31 TO BUY LAMPS\nThey were bought.\n",
            ["125/31 TO RECEIVE APOLOGIES", "126/31 TO SEE TO THE BOATS", "127/31 TO BUY LAMPS"],
            id="one number of them on a line of its own",
        ),
        pytest.param(
            "1. Apologies\nNone.\n2. Boats\nBoats of: 3/4\nTwo leak.\n3. Lamps\n1/2\nHALF OF THEM\nwere sold.\n",
            ["1 Apologies", "2 Boats", "3 Lamps"],
            id="a fraction is no number of an item",
        ),
        pytest.param(
            "1. Boats: Two of them leak.\n2. Fund of the quay and its wall: There was a  brief talk about the fund.\n"
            "3. Lamps: They were bought.\n",
            ["1 Boats", "2 Fund of the quay and its wall", "3 Lamps"],
            id="a gap in the text behind the title",
        ),
        pytest.param(
            "* Greta opened the meeting at 7 pm.\n* Adoption of the agenda. (VOTE)\nIt was adopted.\n"
            "* Public comment: None.\n* Finance.\nOmar went through the accounts.\n* Lamps. They came on Monday.\n"
            "* The tolls were raised.\n* Meeting closed.\n",
            ["Adoption of the agenda", "Public comment", "Finance", "Lamps"],
            id="bullets whose titles end with a point",
        ),
        pytest.param(
            "* Greta opened the meeting.\n* The lamps came.\n* Carried.\n* None.\n* Omar will ask the mason.\n", [],
            id="bullets that are sentences",
        ),
    ],
)  # fmt: skip
def test_plain_titles(text: str, expected: list[str]) -> None:
    assert titles(HEAD + text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(numbered(), ITEMS, id="nothing to refuse"),
        pytest.param(
            numbered(two="a. Slipway\n\nIt is shut until the end of May.\n\nb. Crane\n\nIt is mended and in use.\n\n"),
            ["1 Minutes", "2 Boats", "a Slipway", "b Crane", "3 Lamps", "4 Any other business"],
            id="letters that begin with a are topics",
        ),
        pytest.param(
            numbered(two="G. Lund, seconded by the Chair\n\nIt was put to all of them.\n\n"), ITEMS, id="an initial"
        ),
        pytest.param(
            numbered(
                two="3. The Anna has lain on the slip\n\n4. The Bertha\n\n5. The Cara\n\n6. The Dora\n\n7. The Emma\n\n"
                "8. The Flora\n\n9. The Greta\n\n"
            ),
            ITEMS,
            id="a plain list that goes on with the numbers of the bold headings",
        ),
        pytest.param(numbered(two="Q: What of the tolls\n\nNobody could tell for sure.\n\n"), ITEMS, id="a question"),
        pytest.param(
            numbered(two="&#35;012 Slipway – Omar is to see to it still\n\n&#35;015 Crane – done by now\n\n"),
            ITEMS,
            id="numbers of tasks",
        ),
        pytest.param(
            numbered(two="**Quay House, Lower Quay**\n\nIt goes on overleaf, as it did before.\n\n"),
            ITEMS,
            id="a letterhead again",
        ),
        pytest.param(
            numbered(end="**Actions**\n\n- Omar to ask the mason\n\n" + PAPER), ITEMS, id="papers behind the tasks"
        ),
    ],
)
def test_set_titles(text: str, expected: list[str]) -> None:
    assert titles(text, "m.md") == expected


def test_papers_behind_the_tasks_are_no_tasks() -> None:
    text = numbered(
        end="**Actions**\n\n- Omar to ask the mason\n\n" + PAPER + "\n1. We were not asked\n2. It was late\n"
    )
    record = parse(read_bytes(text.encode(), "m.md"))
    assert [action.text for action in record.actions] == ["Omar to ask the mason"]


def test_a_welcome_with_the_attendance_is_business() -> None:
    text = (
        HEAD
        + "Welcome, attendance and apologies\n\nFew came, and it was noted by the Chair.\n\n"
        + "".join(
            f"{title}\n\nIt was told of at length and noted by all.\n\n"
            for title in ("Matters arising", "Annual Report", "AOB")
        )
    )
    assert titles(text) == ["Welcome, attendance and apologies", "Matters arising", "Annual Report", "AOB"]
