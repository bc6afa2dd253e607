"""Which wordings are one task, and which references stand for one action over many meetings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_cli.register.likeness import is_reprint, nearest, recurs_by_itself, task_words
from minutes_cli.register.numbering import Numbered, means_the_same, reference, running, scheme


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Count the iron signs on the quay", "Count the oak signs on the quay"),
        ("Order 4 chairs for the net loft", "Order 5 chairs for the net loft"),
        ("Accept the tender of the northern yard", "Accept the tender of the southern yard"),
        ("Approve the plan for the outer row", "Disapprove the plan for the outer row"),
        ("Tell the county", "Tell the county of the wreck"),
        ("Post the March tides at the steps", "Post the April tides at the steps"),
    ],
)
def test_two_tasks_are_no_reprints(one: str, other: str) -> None:
    assert not is_reprint(task_words(one), task_words(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ask the harbour master for prices", "Ask the harbourmaster for prices."),
        ("Write to the county about roof repairs", "Write to the county about the roof repairs"),
        ("Confirm the apointment of the pilot", "Confirm the appointment of the pilot"),
        ("Re-hang the fender at berth 4", "Rehang the fender at berth 4"),
    ],
)
def test_reprints(one: str, other: str) -> None:
    assert is_reprint(task_words(one), task_words(other))


@given(st.text("abc de", max_size=30), st.text("abc de", max_size=30))
def test_a_reprint_is_one_both_ways_round_when_it_is_the_same(one: str, other: str) -> None:
    if task_words(one) == task_words(other):
        assert is_reprint(task_words(one), task_words(other))
        assert is_reprint(task_words(other), task_words(one))


def test_the_nearest_wording_comes_first_and_only_the_same_has_100() -> None:
    others = ["paint the mole", "order the coal", "paint the mile"]
    assert nearest("paint the mile", others) == [("paint the mile", 100, 2), ("paint the mole", 93, 0)]


@pytest.mark.parametrize(
    ("words", "recurs"),
    [
        ("paint the hut", False),
        ("write a paper on the lights", False),
        ("circulate the minutes", True),
        ("clerk to send out the agenda", True),
    ],
)
def test_what_every_meeting_raises_anew(words: str, recurs: bool) -> None:
    assert recurs_by_itself(words) is recurs


@pytest.mark.parametrize(
    ("printed", "ref", "form"),
    [
        ("3", "3", "#"),
        ("AP 125", "ap125", "ap#"),
        ("AP-125", "ap125", "ap#"),
        ("[14/023]", "14/023", "#/#"),
        ("36.01", "36.01", "#.#"),
        ("4a", "4a", "#a"),
    ],
)
def test_spellings_of_a_reference(printed: str, ref: str, form: str) -> None:
    assert (reference(printed), scheme(printed)) == (ref, form)


def rows(*told: tuple[str, str]) -> list[Numbered]:
    return [Numbered(ref, text) for ref, text in told]


HUT, COAL, MOLE, LAMP = "Paint the watch hut", "Order coal for the net loft", "Survey the outer mole", "Mend the lamp"


@pytest.mark.parametrize(
    ("meetings", "schemes"),
    [
        pytest.param([], set(), id="nothing"),
        pytest.param([rows(("AP1", HUT))], set(), id="one meeting shows nothing"),
        pytest.param([rows(("1", HUT), ("2", COAL)), rows(("1", MOLE), ("2", LAMP))], set(), id="they begin again"),
        pytest.param([rows(("1", HUT), ("2", COAL)), rows(("1", HUT), ("2", LAMP))], set(), id="half the same"),
        pytest.param([rows(("1", HUT)), rows(("1", HUT))], set(), id="an ordinal is the same by chance"),
        pytest.param([rows(("AP7", HUT), ("AP8", COAL)), rows(("AP7", MOLE))], set(), id="one number for two tasks"),
        pytest.param([rows(("AP1", HUT)), rows(("AP1", HUT), ("AP2", COAL))], {"ap#"}, id="listed again, and on"),
        pytest.param([rows(("AP1", HUT)), rows(("AP2", COAL))], {"ap#"}, id="gone on"),
        pytest.param([rows(("1", HUT), ("2", COAL)), rows(("2", COAL), ("3", MOLE))], {"#"}, id="bare numbers go on"),
        pytest.param([rows(("1", HUT)), rows(("3", HUT))], set(), id="one task under two numbers"),
        pytest.param([rows(("1", HUT)), rows(("2", COAL))], set(), id="a list whose first row was not read"),
        pytest.param([rows(("101", HUT)), rows(("102", COAL))], {"#"}, id="every list begins beyond 1"),
        pytest.param([rows(("14/98", HUT)), rows(("15/1", COAL))], {"#/#"}, id="year and number"),
        pytest.param([rows(("36.01", HUT)), rows(("37.01", COAL))], {"#.#"}, id="meeting and number"),
        pytest.param(
            [rows(("1", HUT), ("AP1", MOLE)), rows(("1", COAL), ("AP2", LAMP))], {"ap#"}, id="each scheme by itself"
        ),
    ],
)
def test_which_references_run_on(meetings: list[list[Numbered]], schemes: set[str]) -> None:
    assert running(meetings) == schemes


def test_what_the_book_says_of_its_numbers_counts() -> None:
    meetings = [rows(("1", HUT)), rows(("1", MOLE))]
    assert running(meetings, "continuous") == {"#"}
    assert running([rows(("AP1", HUT)), rows(("AP2", COAL))], "meeting") == frozenset()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (HUT, MOLE, False),
        (HUT, "Paint the watch hut. Paint has come, waiting for dry days", True),
        (HUT, "", True),
    ],
)
def test_a_task_worded_on_is_the_same_under_its_number(one: str, other: str, same: bool) -> None:
    assert means_the_same(one, other) is same
