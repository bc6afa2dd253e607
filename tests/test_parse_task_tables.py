"""Tables of tasks as bodies draw them: columns in any order and language, several tasks in one cell, whole minutes."""

from __future__ import annotations

import pytest

from minutes_cli.model import Meeting
from minutes_cli.parse import parse
from minutes_cli.parse.status import statuses
from minutes_cli.read import read_bytes

HEAD = "# Quayside Harbour Board, 4 March 2031\n\n**Present:** Greta Lund, Omar Pike, Tess Quill\n\n"


def table(*rows: str, title: str = "Lamp") -> Meeting:
    """Parse minutes with one table, its rows written with strokes."""
    drawn = [rows[0], "|".join("---" for _ in rows[0].split("|")), *rows[1:]]
    text = f"{HEAD}## {title}\n\n" + "\n".join(f"| {row} |" for row in drawn) + "\n"
    return parse(read_bytes(text.encode(), "harbour.md"))


def tasks(found: Meeting) -> list[tuple[str, list[str], str | None]]:
    return [(a.text, a.owners, a.due.text if a.due else None) for a in found.actions]


@pytest.mark.parametrize(
    "rows",
    [
        ("Event | Who | By", "Regatta | Omar | 1 May", "Fair | Tess | 3 June"),
        ("Boat | Allocated berth", "Heron | 4", "Tern | 5"),
        ("Item | Price", "Paint | 40", "Rope | 20"),
    ],
)
def test_tables_that_are_no_list_of_tasks(rows: tuple[str, ...]) -> None:
    assert table(*rows).actions == []


@pytest.mark.parametrize(
    "headings",
    [
        "No. | Item | Who | By",
        "No. | Task | Allocated team members | Deadline",
        "No. | Agreed | Lead | Timescale",
        "Nr. | Was | Wer | Bis wann",
        "Nr. | Quoi | Qui | Quand",
        "Nr. | Actie | Wie | Wanneer",
    ],
)
def test_the_columns_are_known_by_their_headings(headings: str) -> None:
    found = table(headings, "1 | Mend the lamp | Omar | 1 May", "2 | Paint the rail | Tess | next meeting")
    assert tasks(found) == [("Mend the lamp", ["Omar"], "1 May"), ("Paint the rail", ["Tess"], "next meeting")]


def test_a_table_without_headings_has_its_due_dates_told_by_what_they_are() -> None:
    found = table("Mend the lamp | Omar | 1 May", "Paint the rail | Tess | asap", title="Action list")
    assert tasks(found) == [("Mend the lamp", ["Omar"], "1 May"), ("Paint the rail", ["Tess"], "asap")]


@pytest.mark.parametrize(
    "cell", ["Mend the lamp / Omar", "Mend the lamp (Omar)", "Mend the lamp - Omar", "Omar: mend it"]
)
def test_the_owner_in_the_cell_of_the_task(cell: str) -> None:
    (action,) = table("Ref | Action/Owner | Status", f"1 | {cell} | open").actions
    assert action.owners == ["Omar"]


def test_whole_minutes_in_a_table_with_short_notes() -> None:
    found = table(
        "Topic | Discussion | Decision | Action | Who | When",
        "Lamp | It is dark. | Mend it at once | Ring the smith | Omar | 1 May",
        "Rail | It is rusty. | None | Buy paint<br>Find a brush | Tess<br>Greta | |",
    )
    assert tasks(found) == [
        ("Ring the smith", ["Omar"], "1 May"),
        ("Buy paint", ["Tess"], None),
        ("Find a brush", ["Greta"], None),
    ]
    assert [decision.text for decision in found.decisions] == ["Mend it at once"]
    assert [item.title for item in found.items][-2:] == ["Lamp", "Rail"]


def test_several_owners_with_their_tasks_in_the_margin_of_a_table() -> None:
    found = table(
        "Item | Discussion | Action",
        "Lamp | It has been dark for a week. | Omar to ring the smith<br>Tess to buy oil",
        "Rail | It is rusty in many places. | |",
    )
    assert [(a.text, a.owners) for a in found.actions] == [
        ("Omar to ring the smith", ["Omar"]),
        ("Tess to buy oil", ["Tess"]),
    ]


def test_a_row_that_is_a_list_in_columns() -> None:
    found = table(
        "Action items | Owners | Deadline | Status",
        "Lamp<br>Rail<br>Rope | Omar<br>Tess<br>All | 1/5/31 2/5/31 3/5/31 | Done In progress Not done (no rope)",
    )
    assert [(a.text, a.owners, a.due and a.due.text, a.status) for a in found.actions] == [
        ("Lamp", ["Omar"], "1/5/31", "done"),
        ("Rail", ["Tess"], "2/5/31", "in progress"),
        ("Rope", ["All"], "3/5/31", "open"),
    ]


@pytest.mark.parametrize(
    ("text", "said"), [("", []), ("the mast", []), ("Done", ["Done"]), ("Done, in progress", ["Done", "in progress"])]
)
def test_several_statuses_in_one_cell(text: str, said: list[str]) -> None:
    assert statuses(text) == said
