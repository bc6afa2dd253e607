"""Tell the Roman numerals i, v and x from the letters of a list by the numbers around them."""

from __future__ import annotations

import msgspec

from minutes_cli.parse.headings import Candidate
from minutes_cli.parse.numbering import Numbered

SINGLE = {"i": 1, "v": 5, "x": 10}
NEAR = 12  # numbered lines before or behind among which the neighbour in the list stands


def read_romans(candidates: list[Candidate]) -> None:
    """Read "i." as one where "ii." follows in the same form, and "v.", "x." where "iv.", "ix." stand before."""
    numbered = [candidate for candidate in candidates if candidate.numbered]
    for place, candidate in enumerate(numbered):
        number = candidate.numbered
        if number is None or number.number not in SINGLE or not number.form.startswith("letter"):
            continue
        value = SINGLE[number.number]
        form = "roman" + number.form.removeprefix("letter")
        around = numbered[place + 1 : place + NEAR] if value == 1 else numbered[max(place - NEAR, 0) : place]
        sought = (2,) if value == 1 else (value - 1,)
        if any(other.numbered and other.numbered.form == form and other.numbered.value == sought for other in around):
            candidate.numbered = Numbered(number.number, form, (value,), number.rest)
            candidate.look = msgspec.structs.replace(candidate.look, form=form)
