"""What the titles in a list of tasks say of all below them: how they stand, whose they are, that they are new."""

from __future__ import annotations

import pytest

from minutes_cli.model import Action
from minutes_cli.parse.context import Context
from minutes_cli.parse.list_titles import is_fresh, owners, standing
from tests.parse_making import ROSTER, minutes, text

MARKDOWN = "# Quayside Harbour Board, 4 March 2031\n\n**Present:** Greta Lund, Omar Pike, Tess Quill\n\n"


@pytest.mark.parametrize(
    "title",
    [
        "",
        "Actions",
        "New actions",
        "Open and closed actions",
        "Completed works on the quay",
        "The pump is done",
        "Outstanding achievement of the crew",
        "Review of the tasks",
    ],
)
def test_a_title_that_says_nothing_of_how_tasks_stand(title: str) -> None:
    assert standing(title) == ""


@pytest.mark.parametrize(
    ("title", "status"),
    [
        ("Completed:", "done"),
        ("Actions closed since last meeting", "done"),
        ("Previous tasks still pending:", "open"),
        ("Outstanding actions from the last meeting", "open"),
        ("Action items not completed", "open"),
        ("Still in progress", "in progress"),
        ("Actions carried over", "carried"),
        ("Tasks abandoned", "dropped"),
    ],
)
def test_a_title_says_how_its_tasks_stand(title: str, status: str) -> None:
    assert standing(title) == status


@pytest.mark.parametrize(
    ("title", "fresh"),
    [
        ("New actions:", True),
        ("New", True),
        ("New tasks from this meeting", True),
        ("New berths", False),
        ("All", False),
    ],
)
def test_a_title_says_that_its_tasks_are_new(title: str, fresh: bool) -> None:
    assert is_fresh(title) is fresh


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("To do list", []),
        ("Paint the rail", []),
        ("Greta Lund opened the gate", []),
        ("Greta Lund", ["GL"]),
        ("To do for Omar:", ["Omar"]),
        ("Actions: Omar Pike and Tess Quill", ["OP", "TQ"]),
        ("Greta Lund's tasks", ["GL"]),
    ],
)
def test_a_title_says_whose_its_tasks_are(title: str, said: list[str]) -> None:
    assert owners(title, Context(ROSTER)) == said


def stands(actions: list[Action]) -> list[tuple[str, list[str], str]]:
    return [(action.text, action.owners, action.status) for action in actions]


def test_titles_between_the_entries_of_a_list() -> None:
    found = minutes(
        "Summary of actions by person:",
        "Greta Lund:\n1) paint the rail",
        "Previous tasks still pending:\n1) mend the pump (status: working on)\n2) ring the diver (done)",
        "Omar Pike:\n1) count the keys",
    )
    assert stands(found.actions) == [
        ("paint the rail", ["GL"], "open"),
        ("mend the pump", ["GL"], "in progress"),
        ("ring the diver", ["GL"], "done"),
        ("count the keys", ["OP"], "open"),
    ]
    assert [action.status_said for action in found.actions] == [None, "working on", "done", None]


def test_headings_below_the_heading_of_the_tasks() -> None:
    found = text(
        f"{MARKDOWN}## Actions\n\n### Completed\n\n- Greta: paint the rail\n\n### Still open\n\n"
        "- Omar: mend the pump\n\n"
        "### New\n\n- Tess: ring the diver\n\n## Harbour light\n\nIt is lit.\n"
    )
    assert stands(found.actions) == [
        ("paint the rail", ["Greta"], "done"),
        ("mend the pump", ["Omar"], "open"),
        ("ring the diver", ["Tess"], "open"),
    ]
    assert [action.status_said for action in found.actions] == ["Completed", "Still open", None]
    assert [item.title for item in found.items] == ["Harbour light"]


def test_headings_that_name_the_owners() -> None:
    found = text(
        f"{MARKDOWN}## Action items\n\n### Omar Pike\n\n- mend the pump\n\n### Greta Lund\n\n- paint the rail\n\n"
        "## Dues\n\nPaid.\n\n## To do for Tess\n\n- ring the diver\n"
    )
    assert stands(found.actions) == [
        ("mend the pump", ["Omar Pike"], "open"),
        ("paint the rail", ["Greta Lund"], "open"),
        ("ring the diver", ["Tess"], "open"),
    ]
    assert [item.title for item in found.items] == ["Dues"]


def test_headings_of_business_stay_items_below_a_list() -> None:
    found = text(
        f"{MARKDOWN}## Actions\n\n- Greta: paint the rail\n\n## Completed works on the quay\n\nThey are fine.\n"
    )
    assert [item.title for item in found.items] == ["Completed works on the quay"]


def test_numbered_tasks_below_a_heading_of_tasks_are_no_items() -> None:
    found = minutes(
        "1. Welcome\nAll were welcomed.",
        "2. Action points from the last meeting",
        "2.1 Omar to mend the pump: completed.\n2.2 Greta to ring the diver. To be carried over.",
        "3. Harbour light\nIt is lit.",
    )
    assert [(a.ref, a.text, a.owners, a.status) for a in found.actions] == [
        ("2.1", "Omar to mend the pump", ["Omar"], "done"),
        ("2.2", "Greta to ring the diver.", ["Greta"], "carried"),
    ]
    assert [item.title for item in found.items][-1] == "Harbour light"
    assert "2.1" not in [item.number for item in found.items]


def test_sentences_below_a_title_of_tasks_are_tasks_each() -> None:
    found = text(f"{MARKDOWN}## Next steps\n\nGreta will paint the rail and tell us. Omar to mend the pump.\n")
    assert [(a.text, a.owners) for a in found.actions] == [
        ("Greta will paint the rail and tell us.", ["Greta"]),
        ("Omar to mend the pump.", ["Omar"]),
    ]


def test_labels_in_front_of_the_words_of_the_task() -> None:
    found = text(
        f"{MARKDOWN}## Homework\n\nWho: Omar Pike\n\nWhat: Mend the pump\n\nWhen: 1 May\n\n"
        "Who: Tess Quill\n\nWhat: Ring the diver\n"
    )
    assert [(a.text, a.owners, a.due and a.due.text) for a in found.actions] == [
        ("Mend the pump", ["Omar Pike"], "1 May"),
        ("Ring the diver", ["Tess Quill"], None),
    ]


def test_a_task_in_brackets_behind_the_title_of_an_item() -> None:
    found = minutes("1. Pump (ACTION: Omar to mend it by Friday)", "It is old.", "2. Rail", "It is new.")
    assert [(a.text, a.item, a.owners) for a in found.actions] == [("Omar to mend it by Friday", "1", ["Omar"])]
