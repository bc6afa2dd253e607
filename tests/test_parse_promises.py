"""Tasks that the sentences of minutes put on people: several in one sentence, people told twice, how they stand."""

from __future__ import annotations

import pytest

from tests.parse_making import minutes


@pytest.mark.parametrize(
    "sentence",
    [
        "The light, a gift of the town, to the left of the gate was lit.",
        "Omar, Tess and the harbour were praised.",
        "A reply was sent to Greta, the Chair, to her joy.",
        "The works will be paid for by May.",
    ],
)
def test_sentences_that_bind_nobody(sentence: str) -> None:
    assert minutes("1. Light", sentence).actions == []


@pytest.mark.parametrize(
    ("sentence", "tasks"),
    [
        (
            "Omar to price the paint and Tess to ring the diver.",
            [("Omar to price the paint", ["Omar"]), ("Tess to ring the diver.", ["Tess"])],
        ),
        ("Omar and Tess to ring the diver.", [("Omar and Tess to ring the diver.", ["Omar", "Tess"])]),
        (
            "The Treasurer, Omar Pike, will draft a budget.",
            [("The Treasurer, Omar Pike, will draft a budget.", ["OP"])],
        ),
        (
            "Omar Pike, the diver's agent, will send a price.",
            [("Omar Pike, the diver's agent, will send a price.", ["OP"])],
        ),
        ("Tess Quill (Harbour Clerk) to reply at once.", [("Tess Quill (Harbour Clerk) to reply at once.", ["TQ"])]),
        ("Tess: to order the slates.", [("Tess: to order the slates.", ["Tess"])]),
        ("A letter to be sent to the diver by Tess.", [("A letter to be sent to the diver by Tess.", ["Tess"])]),
        ("@omar will post the tides.", [("@omar will post the tides.", ["omar"])]),
    ],
)
def test_sentences_that_bind_people(sentence: str, tasks: list[tuple[str, list[str]]]) -> None:
    assert [(action.text, action.owners) for action in minutes("1. Light", sentence).actions] == tasks


def test_a_promise_says_how_it_stands() -> None:
    (action,) = minutes("1. Light", "Omar to mend the lamp - carried forward").actions
    assert (action.text, action.status, action.status_said) == ("Omar to mend the lamp", "carried", "carried forward")


@pytest.mark.parametrize(
    ("task", "owners"),
    [
        ("Omar report on the tides", ["Omar"]),
        ("Omar rings the diver", ["Omar"]),
        ("Omar harbour light", []),
        ("Omar, Tess & Greta responsible for drafting rules", ["Omar", "Tess", "Greta"]),
        ("Omar & Tess can plan the regatta", ["Omar", "Tess"]),
        ("OP/TQ We should try the new pump", ["OP", "TQ"]),
        ("Flags: Tess to order some", ["Tess"]),
        ("Flags: someone to order some", []),
    ],
)
def test_who_acts_in_a_marked_task(task: str, owners: list[str]) -> None:
    (action,) = minutes("1. Light", f"ACTION: {task}").actions
    assert action.owners == owners
