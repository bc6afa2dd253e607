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


@pytest.mark.parametrize(
    ("words", "owners"),
    [
        ("Omar: I agree. I will be late.", []),
        ("The letter said: yes. I will write the reply.", []),
        ("Omar: I agree. I will write the reply.", ["Omar"]),
        ("Omar: It is dark. I'll open an account.", ["Omar"]),
        ("The matter was left with Tess to settle.", ["Tess"]),
    ],
)
def test_what_a_speaker_promises_and_what_is_left_with_somebody(words: str, owners: list[str]) -> None:
    assert [owner for action in minutes("1. Light", words).actions for owner in action.owners] == owners


def test_motions_in_a_list_of_action_items_are_decisions() -> None:
    found = minutes(
        "1. Light\nIt is lit.",
        "2. Action items",
        "a) Motion was made by Omar Pike to buy oil. Tess Quill seconded. Carried.\nb) Tess to draft a motion on oars.",
        "3. Close\nThe meeting closed at 9pm.",
    )
    assert [action.owners for action in found.actions] == [["Tess"]]
    assert [(d.proposer, d.item) for d in found.decisions] == [("Omar Pike", "2")]
    assert "buy oil" in found.decisions[0].text
