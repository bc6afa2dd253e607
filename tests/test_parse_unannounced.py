"""Tasks in lines that begin with a name and nothing announces, and lines of a transcript that look like them."""

from __future__ import annotations

import pytest

from tests.parse_making import minutes


@pytest.mark.parametrize(
    "lines",
    [
        ["Omar: I think so too.", "Tess: The lamp is dark.", "Greta: Ring the diver, I say."],
        ["Omar: Ring the diver.", "Tess: Order the slates."],
        ["Omar: Ring the diver.", "Omar: Order the slates.", "Omar: Ask the smith."],
        ["Lamp: Ring the diver.", "Rail: Order the slates.", "Mast: Ask the smith."],
    ],
)
def test_lines_that_are_no_list_of_tasks(lines: list[str]) -> None:
    assert minutes("1. Lamp", *lines).actions == []


def test_lines_that_tell_people_what_to_do() -> None:
    found = minutes(
        "1. Lamp",
        "It is dark.",
        "Omar: Ring the diver. He is at home. Also order oil.\n"
        "Tess: Look into the price.\nGreta and Omar: Ask the smith.",
    )
    assert [(action.text, action.owners) for action in found.actions] == [
        ("Ring the diver. He is at home. Also order oil.", ["Omar"]),
        ("Look into the price.", ["Tess"]),
        ("Ask the smith.", ["Greta", "Omar"]),
    ]


def test_each_sentence_that_asks_is_a_task() -> None:
    found = minutes("1. Lamp", "Omar: Ring the diver. Order oil.\nTess: Look into it.\nGreta: Ask the smith.")
    assert [action.text for action in found.actions] == [
        "Ring the diver.",
        "Order oil.",
        "Look into it.",
        "Ask the smith.",
    ]


@pytest.mark.parametrize(
    ("line", "tasks"),
    [
        ("Omar's boat tasks are many, as ever", []),
        ("Omar's tasks: ring the diver", [("ring the diver", ["Omar"])]),
        ("Omar Pike, G4XYZ will ring the diver.", [("Omar Pike, G4XYZ will ring the diver.", ["OP"])]),
    ],
)
def test_lines_that_say_whose_the_task_is(line: str, tasks: list[tuple[str, list[str]]]) -> None:
    assert [(action.text, action.owners) for action in minutes("1. Lamp", line).actions] == tasks
