"""How a document writes its tasks down: habits of its lists, marks that are exceptions, and tasks told twice."""

from __future__ import annotations

import pytest

from minutes_cli.parse import parse
from minutes_cli.parse.column_headings import heading_kinds
from minutes_cli.parse.context import Context
from minutes_cli.parse.status import glued
from minutes_cli.parse.task import read_task
from minutes_cli.vocabulary import commitments
from minutes_cli.vocabulary.heard import heard
from tests.parse_making import ROSTER, line, minutes, printed, table

CONTEXT = Context(ROSTER, known=commitments.people(["Greta Lund", "Omar Pike", "Tess Quill", "Jon Cade"], ["GL", "OP"]))


@pytest.mark.parametrize(
    ("heading", "kinds"),
    [
        ("Boats not yet assigned to any of the berths", []),
        ("Harbour/Basin", []),
        ("Owner", ["owner"]),
        ("Person/Committee responsible", ["owner"]),
        ("Member assigned", ["owner"]),
        ("Lead/Responsible", ["owner"]),
        ("Ref. No.", ["ref"]),
    ],
)
def test_what_longer_column_headings_mean(heading: str, kinds: list[str]) -> None:
    assert heading_kinds(heading) == kinds


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Rope & tar for the slipway", []),
        ("Greta & Omar: thanks for the cake", ["Greta", "Omar"]),
        ("Ring the chandler about Greta & Omar", []),
        ("Omar & the crew of the tug", []),
        ("Greta & Omar draft the berth rules", ["Greta", "Omar"]),
        ("Greta, Omar & Tess order the buoys by May", ["Greta", "Omar", "Tess"]),
        ("Rename the tug, Omar agreed to tell the insurers", ["Omar"]),
        ("It was agreed that Tess will order rope", ["Tess"]),
    ],
)
def test_owners_that_only_the_sentence_of_a_task_names(text: str, owners: list[str]) -> None:
    assert read_task(text, CONTEXT, "list").owners == owners


LISTED = ["Actions", "- [GL] Ring the chandler\n- [OP] Pay the dredger\n- [TQ] Draft the poster"]


def test_entries_written_as_in_the_list_of_tasks_are_tasks() -> None:
    meeting = minutes(
        "1. Moorings", "- [OP] Mend the ladder - done\n- [GL] Paint the hut", "2. Ice", "None left.", *LISTED
    )
    assert [(a.text, a.owners, a.status) for a in meeting.actions] == [
        ("Mend the ladder", ["OP"], "done"),
        ("Paint the hut", ["GL"], "open"),
        ("Ring the chandler", ["GL"], "open"),
        ("Pay the dredger", ["OP"], "open"),
        ("Draft the poster", ["TQ"], "open"),
    ]


def test_a_transcript_in_the_form_of_tasks_is_none() -> None:
    said = "\n".join(f"- [{who}] The {thing} is old." for who in ("OP", "GL", "TQ", "IS") for thing in ("tug", "hut"))
    assert len(minutes("1. Moorings", said, *LISTED).actions) == 3
    assert minutes("1. Moorings", said).actions == []


PROMISES = [
    "GL agreed to write to the pilots.",
    "OP will order the buoys before May.",
    "TQ offered to ring the chandler.",
]


def test_one_mark_among_many_promises_is_an_exception() -> None:
    marked = minutes("1. Ice", *PROMISES, "2. Tar", "ACTION: IS to buy tar")
    assert [a.how for a in marked.actions].count("prose") == 3
    assert [a.how for a in minutes("1. Ice", *PROMISES[:1], "2. Tar", "ACTION: IS to buy tar").actions] == ["marker"]
    marks = ["ACTION: IS to buy tar", "ACTION: IS to buy ice"]
    assert {a.how for a in minutes("1. Ice", *PROMISES, "2. Tar", *marks).actions} == {"marker"}


def test_tasks_that_differ_in_one_word_are_two() -> None:
    signs = "to count the {} signs along the whole quay and tell the board how many are left"
    meeting = minutes("1. Signs", *(f"ACTION: OP {signs.format(wood)}" for wood in ("iron", "oak")))
    assert len(meeting.actions) == 2
    again = minutes("1. Signs", *[f"ACTION: OP {signs.format('oak')}"] * 2)
    assert len(again.actions) == 1


def test_a_table_that_lists_the_marked_tasks_again_adds_none() -> None:
    opening = ["Minutes of the Quayside Harbour Board", "4 March 2031", "Present: Greta Lund, Omar Pike, Tess Quill"]
    body = ["1. Moorings", "ACTION: Omar to draft a plan of the berths by May", "ACTION: Tess to paint the hut"]
    lines = [line(words, (1, n), top=25.0 * n) for n, words in enumerate([*opening, *body], start=1)]
    rows = [["1", "Draft a plan of the berths", "Omar Pike"], ["2", "Buy a ladder", "Greta Lund"]]
    grid = table([["No.", "Action item", "Person/Committee responsible"], *rows], 1, 20, top=300)
    meeting = parse(printed([*lines, grid]))
    assert [a.text.split()[-1] for a in meeting.actions] == ["May", "hut", "ladder"]


def test_details_beside_a_column_of_few_actions_are_the_discussion() -> None:
    said = "The berths were counted again and all but two of them are let for the whole of the coming summer."
    lines = [
        line(words, (1, n), top=25.0 * n) for n, words in enumerate(["Minutes of the Quay Board", "4 March 2031"], 1)
    ]
    rows = [[f"{n}", f"{word} – {said}", ""] for n, word in enumerate(["Ice", "Tar", "Rope", "Salt"], start=1)]
    rows[2][2] = "Omar Pike to ring the dredger"
    meeting = parse(printed([*lines, table([["Ref. No.", "Detail", "Action"], *rows], 1, 10, top=150)]))
    assert [(a.owners, a.item) for a in meeting.actions] == [(["Omar Pike"], "3")]


def test_a_status_behind_a_full_stop_and_a_dash() -> None:
    found = glued("Paint the well-worn hut.- done")
    assert found is not None
    assert (found.status, found.text) == ("done", "Paint the well-worn hut.")
    assert glued("Paint the well-done hut") is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The council said no, and the Council asked why.", set()),
        ("Dredgers advise. Nobody said so.", set()),
        ("Hilda Moss kindly offered cake.", {"hilda", "moss"}),
        ("Vane saidwise.", set()),
        ("It was Seconded by Moss.", {"moss"}),
    ],
)
def test_who_is_heard(text: str, names: set[str]) -> None:
    assert heard(text) == names
