"""Minutes kept as one table: number and title in the first columns, the discussion and who acts beside them."""

from __future__ import annotations

from minutes_cli.parse import parse
from tests.parse_making import line, printed, table

OPENING = [
    "Minutes of the Quayside Harbour Board",
    "4 March 2031",
    "Present: Greta Lund (GL), Omar Pike (OP), Jon Cade (JC)",
]
LONG = "OP showed the chart of the inner basin and said that every berth but two is let for the whole of the summer."
LATE = "The chain parted in the January gale; nobody was hurt, and the crew of the tug were thanked for the night."


def test_each_row_of_the_table_is_an_item() -> None:
    lines = [line(words, (1, n), top=25.0 * n, bold=n == 1) for n, words in enumerate(OPENING, start=1)]
    rows = [["1. Moorings", LONG, "OP"], ["2. Slipway", LATE, ""], ["3. Ice", LONG, ""], ["4. Tar", LATE, ""]]
    grid = table([["Item", "Discussion", "Action"], *rows], 1, 10, top=150)
    meeting = parse(printed([*lines, grid]))
    assert [(i.number, i.title) for i in meeting.items] == [
        ("1", "Moorings"),
        ("2", "Slipway"),
        ("3", "Ice"),
        ("4", "Tar"),
    ]
    assert [p.name for p in meeting.attendees] == ["Greta Lund", "Omar Pike", "Jon Cade"]
    assert [i.text for i in meeting.items][1:] == [LATE, LONG, LATE]
    assert meeting.items[0].text.startswith(LONG)
    assert [(a.owners, a.item) for a in meeting.actions] == [(["OP"], "1")]


def test_a_small_table_in_an_item_is_not_the_whole() -> None:
    lines = [line(words, (1, n), top=25.0 * n, bold=n == 1) for n, words in enumerate(OPENING, start=1)]
    body = ["1. Moorings", LONG, "2. Slipway", LATE]
    after = [line(words, (1, n + 10), top=100 + 30.0 * n, bold=n % 2 == 1) for n, words in enumerate(body, start=1)]
    grid = table([["Berth", "Boat", "Length"], ["1", "Kittiwake", "7 m"], ["2", "Dunlin", "9 m"]], 1, 20, top=300)
    meeting = parse(printed([*lines, *after, grid]))
    assert [i.title for i in meeting.items] == ["Moorings", "Slipway"]
    assert "Dunlin" in meeting.items[1].text
