"""Tasks marked in the text: ACTION, TODO, numbers, margins; and words that only begin like a marker."""

from __future__ import annotations

import pytest

from minutes_cli.parse.context import Context
from minutes_cli.parse.marked import find_marker
from minutes_cli.parse.task import read_task
from minutes_cli.vocabulary import load
from tests.parse_making import ROSTER, minutes

CONTEXT = Context(ROSTER)


@pytest.mark.parametrize("words", load("markers")["examples"])
def test_the_examples_of_the_vocabulary_are_marked(words: str) -> None:
    assert find_marker(words, CONTEXT) is not None


@pytest.mark.parametrize("words", load("markers")["not_examples"])
def test_the_counter_examples_of_the_vocabulary_are_not(words: str) -> None:
    assert find_marker(words, CONTEXT) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Action",
        "Actions speak louder than words",
        "Action Fraud gave a talk",
        "Ai is the new boat",
        "Task and finish groups met",
        "The action was noted.",
    ],
)
def test_what_marks_no_task(text: str) -> None:
    assert find_marker(text, CONTEXT) is None


@pytest.mark.parametrize(
    ("text", "ref", "before", "after"),
    [
        ("ACTION: GL to write", "", "", "GL to write"),
        ("Action 2.1: GL to write", "2.1", "", "GL to write"),
        ("AP125 Clerk to write", "125", "", "Clerk to write"),
        ("TODO: book the loft", "", "", "book the loft"),
        ("The wall leans. Action: GL to write", "", "The wall leans", "GL to write"),
    ],
)
def test_markers_are_found(text: str, ref: str, before: str, after: str) -> None:
    found = find_marker(text, CONTEXT)
    assert found is not None
    assert (found.ref, found.before.rstrip("."), found.after) == (ref, before, after)


@pytest.mark.parametrize(
    ("text", "owners", "task", "status"),
    [
        ("Paint the shed", [], "Paint the shed", "open"),
        ("GL to paint the shed", ["GL"], "GL to paint the shed", "open"),
        ("GL: paint the shed", ["GL"], "paint the shed", "open"),
        ("Paint the shed (GL)", ["GL"], "Paint the shed", "open"),
        ("Paint the shed – GL & OP", ["GL", "OP"], "Paint the shed", "open"),
        ("Greta Lund to paint the shed", ["GL"], "Greta Lund to paint the shed", "open"),
        ("Clerk to paint the shed", ["Clerk"], "Clerk to paint the shed", "open"),
        ("[x] GL: paint the shed", ["GL"], "paint the shed", "done"),
        ("GL: paint the shed (done)", ["GL"], "paint the shed", "done"),
        ("Hilda Vane to paint the shed", ["Hilda Vane"], "Hilda Vane to paint the shed", "open"),
    ],
)
def test_a_task_gives_its_owner(text: str, owners: list[str], task: str, status: str) -> None:
    action = read_task(text, CONTEXT, "marker")
    assert (action.owners, action.text, action.status) == (owners, task, status)


def test_marked_tasks_of_minutes() -> None:
    meeting = minutes("1. Ice", "Salt is low.", "ACTION: OP to buy salt by 12 May", "2. Slipway", "The chain held.")
    (action,) = meeting.actions
    assert (action.item, action.owners, action.how) == ("1", ["OP"], "marker")
    assert action.due is not None
    assert (action.due.text, str(action.due.date)) == ("by 12 May", "2031-05-12")
    assert action.text in "OP to buy salt by 12 May"


def test_an_owner_alone_owns_the_sentence_above() -> None:
    meeting = minutes("1. Ice", "Salt is low. OP will buy ten sacks.", "Action: OP", "2. Slipway", "The chain held.")
    assert [(a.text, a.owners) for a in meeting.actions] == [("OP will buy ten sacks.", ["OP"])]
