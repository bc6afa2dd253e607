"""Whom "he", "she" and "they" mean at a sentence's beginning, and where that is left open."""

from __future__ import annotations

import pytest

from minutes_cli.vocabulary.antecedents import Antecedents
from minutes_cli.vocabulary.doers import people

KNOWN = people(["Greta Lund", "Omar Pike", "Tess Quill"])


def bound(*sentences: str) -> list[tuple[str, ...]]:
    """Give whom each sentence binds, read one after the other."""
    spoken_of = Antecedents(KNOWN)
    return [tuple(owner for one in spoken_of.read(s) for owner in one.owners) for s in sentences]


@pytest.mark.parametrize(
    "sentences",
    [
        ("He will ring the pilots.",),
        ("Fees: Will ring the bank.",),
        ("Greta asked Omar about the chain.", "She will ring the pilots."),
        ("Vodex sent Greta a price.", "They will ring the pilots."),
        ("Greta spoke of the chain.", "Vodex has made it.", "She will ring the pilots."),
        ("Greta spoke of the chain.", "She will be away."),
        ("Greta and Omar spoke of the chain.", "He will ring the pilots."),
        ("Greta spoke of the chain.", "It broke.", "It was old.", "It was long.", "She will ring the pilots."),
    ],
)
def test_what_is_left_open(sentences: tuple[str, ...]) -> None:
    assert bound(*sentences)[-1] == ()


@pytest.mark.parametrize(
    ("sentences", "owners"),
    [
        (("Greta reported that the chain broke.", "She will ring the pilots."), ("Greta",)),
        (("Mr Pike has the oil.", "He would send it to the yard."), ("Pike",)),
        (("FEES COMMITTEE - Greta reported on the fees.", "She will ring the bank."), ("Greta",)),
        (("Greta: Will ring the bank.",), ("Greta",)),
        (("Omar Pike: I'll ring the bank.",), ("Omar Pike",)),
        (("Fees: Greta has the list.", "She will ring the bank."), ("Greta",)),
        (("Greta spoke of the chain.", "It broke in May.", "She'll ring the pilots."), ("Greta",)),
        (("Greta spoke.", "She will ring the pilots.", "She will order a chain."), ("Greta",)),
        (("Greta and Omar looked at it.", "They will draft a notice."), ("Greta", "Omar")),
        (("A group of Greta, Omar and Tess was formed.", "They will draft a notice."), ("Greta", "Omar", "Tess")),
    ],
)
def test_who_is_meant(sentences: tuple[str, ...], owners: tuple[str, ...]) -> None:
    assert bound(*sentences)[-1] == owners
