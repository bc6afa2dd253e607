"""Motions whose mover, votes and result stand on lines of their own, marks with lists below, other languages."""

from __future__ import annotations

import pytest

from tests.parse_making import minutes


def decided(*body: str) -> list[str]:
    return [decision.text for decision in minutes("1. Flags", *body).decisions]


@pytest.mark.parametrize(
    "body",
    [
        ["Moved house: Greta Lund", "The flag flew."],
        ["Lund/Pike took the boat."],
        ["Proposal: paint the mast", "It may be painted in May."],
        ["Approved June 4th, 2031"],
        ["Die Flagge wurde gewaschen.", "Le mât est haut."],
        ["Votes on land are rare."],
        ["The flag passed the mast."],
    ],
)
def test_lines_that_decide_nothing(body: list[str]) -> None:
    assert decided(*body) == []


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        (
            ["MOTION to buy a flag for the mast.", "Moved: Greta Lund", "Seconded: Omar Pike", "CARRIED"],
            ["MOTION to buy a flag for the mast. Moved: Greta Lund Seconded: Omar Pike CARRIED"],
        ),
        (["That a flag be bought.", "Lund/Pike CARRIED"], ["That a flag be bought. Lund/Pike CARRIED"]),
        (["3/31 THAT a flag be bought.", "CARRIED"], ["3/31 THAT a flag be bought. CARRIED"]),
        (["Proposal: buy a flag", "Result: accepted"], ["Proposal: buy a flag Result: accepted"]),
        (["Buy a blue flag.", "Passed without dissent."], ["Buy a blue flag. Passed without dissent."]),
        (
            ["Pike moved to buy a flag. 4 for 2 against. Motion passed."],
            ["Pike moved to buy a flag. 4 for 2 against. Motion passed."],
        ),
        (
            ["A proposal to buy a flag. For 3, against 0. Carried."],
            ["A proposal to buy a flag. For 3, against 0. Carried."],
        ),
        (
            ["Motion by Lund, supported by Pike, to buy a flag. Carried."],
            ["Motion by Lund, supported by Pike, to buy a flag. Carried."],
        ),
        (["MSC to buy a flag."], ["MSC to buy a flag."]),
        (["Decision (unanimous): buy a flag"], ["Decision (unanimous): buy a flag"]),
        (["Consensus: fly it at noon"], ["Consensus: fly it at noon"]),
        (["To buy a flag: agreed (4-0)"], ["To buy a flag: agreed (4-0)"]),
        (["Mast House, new porch - recommend approval."], ["Mast House, new porch - recommend approval."]),
        (["Omar Pike was appointed unanimously."], ["Omar Pike was appointed unanimously."]),
        (["Decisions:", "- buy a flag", "- fly it at noon"], ["buy a flag", "fly it at noon"]),
        (["Decision: buy a flag", "AGREED: fly it at noon"], ["Decision: buy a flag", "AGREED: fly it at noon"]),
    ],
)
def test_what_was_decided(body: list[str], texts: list[str]) -> None:
    assert decided(*body) == texts


def test_a_short_motion_keeps_its_words_apart_from_a_long_tail() -> None:
    (decision,) = minutes(
        "1. Flags",
        "Motion: buy it.",
        "Proposed by Greta Lund. Seconded by Omar Pike.",
        "Vote: 4 for, 0 against, 2 abstained. Carried.",
    ).decisions
    assert (decision.text, decision.vote) == ("Motion: buy it.", "4 for, 0 against, 2 abstained")
    assert (decision.proposer, decision.seconder) == ("Greta Lund", "Omar Pike")


@pytest.mark.parametrize(
    "text",
    [
        "Beschluss: Die Flagge wird gekauft.",
        "Der Kauf der Flagge wurde einstimmig beschlossen.",
        "We besluiten de vlag te kopen.",
        "L'achat est approuvé à l'unanimité.",
        "Se aprueba la compra.",
    ],
)
def test_formulas_of_other_languages(text: str) -> None:
    assert decided(text) == [text]


def test_counted_votes_between_a_motion_and_its_result() -> None:
    found = decided("Beschluss: Die Flagge wird gekauft.", "Dafür: 4", "Dagegen: 0", "Der Antrag wurde angenommen.")
    assert found == ["Beschluss: Die Flagge wird gekauft. Der Antrag wurde angenommen."]
