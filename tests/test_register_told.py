"""How an action stands by the words of later minutes: what states a status, and what only looks like it."""

from __future__ import annotations

import pytest

from minutes_cli.book import StatusWords
from minutes_cli.register.told import status_in


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The rails were measured twice",
        "open evening held in the Net Loft",
        "new boats have come in since",
        "not yet complete",
        "nearly done",
        "the survey is 90% complete",
        "hopes that it will be completed by May",
        "cannot be closed until the county has answered",
        "the hut is painted; the boat is ongoing and the fender is complete",  # two things of one
        "The motion was carried",
        "complete the form by May",
        "open the gate in the morning",
        "outstanding invoices go to the treasurer",
        "AF said that the survey is complete",
        "the boat is painted and the fender was closed off",
        "It was resolved that the dues stay",
    ],
)
def test_what_states_no_status(text: str) -> None:
    assert status_in(text) is None


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("complete", "done"),
        ("- CLOSED", "done"),
        ("CLOSED - the letter is filed", "done"),
        (": complete. Prices come in June", "done"),
        ("(done)", "done"),
        ("now complete", "done"),
        ("IM said that this has been completed", "done"),
        ("Letter to the county - actioned", "done"),
        ("the lights are lit again. Closed", "done"),
        ("is carried forward to July", "carried"),
        ("carried forward", "carried"),
        ("c/f", "carried"),
        ("- in progress, two prices have come in", "in progress"),
        ("remains ongoing", "in progress"),
        ("no longer required", "dropped"),
        ("- withdrawn by the county", "dropped"),
        ("still outstanding", "open"),
        ("not done", "open"),
        ("open", "open"),
    ],
)
def test_what_states_one(text: str, status: str) -> None:
    told = status_in(text)
    assert told is not None
    assert told.status == status


def test_the_words_of_the_house_state_one_too() -> None:
    house = StatusWords(carried=["parked"])
    assert status_in("parked") is None
    told = status_in("this is now parked", house)
    assert told is not None
    assert told.status == "carried"
