"""Owners marked in the right margin beside the text, and what only stands there: presenters, people in columns."""

from __future__ import annotations

import pytest

from tests.parse_making import HEAD, minutes, text

WIDE = 60


def beside(words: str, mark: str) -> str:
    """Set a mark in the right margin of a typed line."""
    return f"{words:<{WIDE}}{mark}"


@pytest.mark.parametrize(
    "body",
    [
        "\n".join((beside("1. Adoption of the last minutes", "GL"), beside("2. Fees for the berths (as usual)", "OP"))),
        "\n".join(
            (beside("1. Moorings", "All"), "The berths are full.", beside("2. Slipway", "OP"), "The chain held.")
        ),
        "\n".join(("1. Moorings", beside("The berths are full and the chain has held so far.", "GL"))),
    ],
    ids=["who speaks to an item", "short titles", "one mark is no habit"],
)
def test_what_marks_no_task(body: str) -> None:
    assert minutes(body).actions == []


def test_people_with_initials_in_a_column_are_no_marks() -> None:
    people = "\n".join(("Present:", beside("Greta Lund", "GL"), beside("Omar Pike", "OP"), beside("Tess Quill", "TQ")))
    meeting = text(f"{HEAD}{people}\n\n1. Moorings\nThe berths are full.\n")
    assert [p.initials for p in meeting.attendees] == ["GL", "OP", "TQ"]
    assert meeting.actions == []


def test_a_column_headed_action() -> None:
    meeting = minutes(
        beside("Item", "Action"),
        "1. Moorings\n" + beside("The berths are full and a list is to be kept.", "GL/OP"),
        "The chain held.",
        "2. Slipway\n" + beside("The ramp is to be scrubbed.", "Tess Quill"),
    )
    assert [(a.item, a.text, a.owners) for a in meeting.actions] == [
        ("1", "The berths are full and a list is to be kept.", ["GL", "OP"]),
        ("2", "The ramp is to be scrubbed.", ["TQ"]),
    ]


def test_initials_below_each_other_need_no_heading() -> None:
    meeting = minutes(
        "1. Moorings\n" + beside("The berths are full and a list is to be kept.", "GL"),
        "2. Slipway\n" + beside("The ramp is to be scrubbed.", "OP"),
    )
    assert [(a.text, a.owners) for a in meeting.actions] == [
        ("The berths are full and a list is to be kept.", ["GL"]),
        ("The ramp is to be scrubbed.", ["OP"]),
    ]


@pytest.mark.parametrize("mark", ["Action GL", "Follow-up: GL", "Action: GL", "ACTION GL, to Omar"])
def test_a_mark_that_says_what_it_is(mark: str) -> None:
    meeting = minutes("1. Moorings\n" + beside("The list is to be kept.", mark), "2. Slipway\nThe chain held.")
    assert [(a.text, a.owners) for a in meeting.actions] == [("The list is to be kept.", ["GL"])]
    assert [i.title for i in meeting.items][-2:] == ["Moorings", "Slipway"]


def test_a_mark_on_a_line_of_its_own_is_no_heading() -> None:
    meeting = minutes("1. Moorings\n\nThe list is to be kept.\n\n" + beside("", "Action GL"), "2. Slipway")
    assert [(a.text, a.owners) for a in meeting.actions] == [("The list is to be kept.", ["GL"])]


def test_two_marks_beside_one_paragraph() -> None:
    meeting = minutes(
        beside("Item", "Action"),
        "1. Moorings\n"
        + beside("The berths by the net loft are full and a list is to be kept.", "    GL")
        + "\n"
        + beside("The ramp by the harbour wall is to be scrubbed before the fair.", "    OP"),
    )
    assert [a.owners for a in meeting.actions] == [["GL"], ["OP"]]
    assert meeting.actions[1].text.startswith("The ramp")
