"""How an action stands: status cells, words glued to a task, task boxes, and tasks that only sound like a status."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_cli.parse.status import box, glued, read


@pytest.mark.parametrize(
    "text",
    [
        "",
        " - ",
        "The gate",
        "Newly painted",
        "Donegal trip",
        "has not been completed",
        "to be completed by May",
        "about 90% complete",
        "once closed, tell the bank",
        "the harbour was full and the work that the diver had done on the far wall could be seen",
    ],
)
def test_a_cell_that_states_no_status(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Done", "done"),
        ("DONE.", "done"),
        ("Completed 4/5", "done"),
        ("**Closed**", "done"),
        ("Buoy painted, now closed", "done"),
        ("Amended and complete, to be told to members", "done"),
        ("not done", "open"),
        ("No", "open"),
        ("Letter not yet", "open"),
        ("Still   awaiting the builder", "open"),
        ("In progress", "in progress"),
        ("Work on-going", "in progress"),
        ("c/f", "carried"),
        ("Carried forward to May", "carried"),
        ("No longer required", "dropped"),
    ],
)
def test_a_status_cell_is_read(text: str, status: str) -> None:
    found = read(text)
    assert found is not None
    assert found[0] == status
    assert found[1] in " ".join(text.split())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Done",
        "Complete the survey",
        "Send the open letter",
        "Paint the shed (blue)",
        "Ring the bank - today",
        "Write: the lease",
        "See that the work is done",
        "Close the gate. Done by Friday",
    ],
)
def test_a_task_without_a_status_is_left_whole(text: str) -> None:
    assert glued(text) is None


@pytest.mark.parametrize(
    ("text", "status", "said", "rest"),
    [
        ("Done: paint the shed", "done", "Done", "paint the shed"),
        ("Carried forward – ring the bank", "carried", "Carried forward", "ring the bank"),
        ("Paint the shed (done)", "done", "done", "Paint the shed"),
        ("Paint the shed [completed 4/5]", "done", "completed", "Paint the shed"),
        ("Ring the bank – CLOSED", "done", "CLOSED", "Ring the bank"),
        ("Ring the bank - done, closed.", "done", "done", "Ring the bank"),
        ("Ring the bank. Action completed.", "done", "Action completed", "Ring the bank."),
        ("Paint the shed - in progress, half is grey", "in progress", "in progress", "Paint the shed"),
        ("CLOSED - Ring the bank", "done", "CLOSED", "Ring the bank"),
        ("Chase the well-known firm - in  progress", "in progress", "in progress", "Chase the well-known firm"),
    ],
)
def test_a_glued_status_is_taken_off(text: str, status: str, said: str, rest: str) -> None:
    assert glued(text) == (status, said, rest)


@pytest.mark.parametrize(
    ("text", "said", "rest"),
    [
        ("~~Paint~~", "struck through", "Paint"),
        ("~~Paint the stage~~.", "struck through", "Paint the stage"),
        ("[ ] ~~Paint~~", "[ ]", "Paint"),
        ("[x] ~~Paint~~", "[x]", "Paint"),
    ],
)
def test_a_task_crossed_off_is_done(text: str, said: str, rest: str) -> None:
    found = box(text)
    assert found is not None
    assert (found.said, found.text) == (said, rest)
    assert found.status == ("open" if "[ ]" in text else "done")


@pytest.mark.parametrize("text", ["~~Paint~~ oil", "oil ~~Paint~~", "~~~~", "~~a~~ b ~~c~~", "~~ ~~"])
def test_words_struck_out_of_a_task_leave_it_as_it_stands(text: str) -> None:
    assert box(text) is None


@pytest.mark.parametrize("text", ["", "[]", "[x]", "[y] Paint", "x Paint", "Paint [x]"])
def test_what_is_no_task_box(text: str) -> None:
    assert box(text) is None


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("[ ] Paint", "open"),
        ("[x] Paint", "done"),
        ("[X] Paint", "done"),
        ("[~] Paint", "in progress"),
        ("[-] Paint", "dropped"),
        ("☐ Paint", "open"),
        ("☑ Paint", "done"),
    ],
)
def test_task_boxes_are_read(text: str, status: str) -> None:
    found = box(text)
    assert found is not None
    assert (found.status, found.text) == (status, "Paint")
    assert text.startswith(found.said)


WORDS = st.sampled_from(
    ["done", "not done", "c/f", "-", "–", ":", "(", ")", "[x]", ".", "paint", "ın progress", "50%", "new"]
)


@given(st.lists(WORDS, max_size=8).map(" ".join) | st.text(max_size=30))
def test_no_word_is_lost(text: str) -> None:
    read(text)
    box(text)
    found = glued(text)
    if found is not None:
        assert found.text
        assert found.said in " ".join(text.split())
        kept = found.text.split()
        assert [w for w in text.split() if w in kept] != []


@pytest.mark.parametrize(
    ("text", "status", "left"),
    [
        ("Mend the pump (status: working on)", "in progress", "Mend the pump"),
        ("Mend the pump (update: the diver is reviewing it)", "in progress", "Mend the pump"),
        ("(closed) Omar to mend the pump", "done", "Omar to mend the pump"),
        ("Mend the pump: to be carried over", "carried", "Mend the pump"),
    ],
)
def test_a_status_in_brackets_and_behind_a_colon(text: str, status: str, left: str) -> None:
    found = glued(text)
    assert found is not None
    assert (found.status, found.text) == (status, left)


@pytest.mark.parametrize("text", ["(berth 4) mend the pump", "Mend the pump (hue: closed to red)", "(by May) ring"])
def test_brackets_that_state_no_status(text: str) -> None:
    assert glued(text) is None


def test_a_sign_for_work_in_hand() -> None:
    found = box("⏳ Omar: mend the pump")
    assert found is not None
    assert (found.status, found.text) == ("in progress", "Omar: mend the pump")


@pytest.mark.parametrize(
    ("text", "status"),
    [("~~Paint the rail~~ cancelled", "dropped"), ("~~Paint the rail~~", "done"), ("~~Paint~~ oil", "")],
)
def test_what_stands_behind_a_stroke_says_how_it_stands(text: str, status: str) -> None:
    found = box(text)
    assert (found.status if found else "") == status


def test_a_status_behind_a_colon_with_more_words() -> None:
    found = glued("Ring the school: in progress, a reply comes in May")
    assert found is not None
    assert (found.status, found.text) == ("in progress", "Ring the school")
