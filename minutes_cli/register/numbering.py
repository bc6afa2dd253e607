"""Whether a body's references run on over its meetings, so that a number is an action's identity.

Some bodies number their actions once and for all ("AP125", "14/023", "36.01"), others begin again at every meeting.
The minutes do not say which; the book shows it: references run on when later meetings go on where earlier ones
ended, or list an earlier number with the same task, and no number stands for two tasks.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from minutes_cli.book import Numbering
from minutes_cli.register.likeness import task_words

CLASHES = 20
"""One in so many recurring numbers may stand for two tasks, as a slip of the pen; more, and the numbers begin again."""

SAME_MEANING = 50
"""The likeness (0 to 100; of the words two wordings share) from which on two rows of one number are one task, which is
worded anew as it goes on. Two tasks of one board seldom pass 45."""

ORDINALS = "#"
"""The scheme of bare numbers. A row without a printed number has its ordinal, so the rows of every list are 1, 2, 3:
such numbers run on only where a later list begins beyond 1 and has an earlier number with its task again (or the first
list begins beyond 1, too), and no task had another number before."""

_DIGITS = re.compile(r"\d+")
_INNER_SPACE = re.compile(r"(?<=[A-Za-z])[\s.#-]*(?=\d)")


class Numbered(NamedTuple):
    """One row of a list of actions: its reference as printed, and its words."""

    ref: str
    text: str


def reference(ref: str) -> str:
    """Bring a reference to the form in which two spellings are equal: "AP 125", "ap-125" and "AP125" are "ap125"."""
    return _INNER_SPACE.sub("", ref.strip().strip("()[].:#").casefold())


def scheme(ref: str) -> str:
    """Name the form of a reference, figures aside: "ap#" for "AP125", "#/#" for "14/023"."""
    return _DIGITS.sub("#", reference(ref))


def _rank(ref: str) -> tuple[int, ...]:
    return tuple(int(figures) for figures in _DIGITS.findall(ref))


def means_the_same(one: str, other: str) -> bool:
    """Whether two rows of one number may be one task: its words again, worded on, or no words at all."""
    mine, others = task_words(one), task_words(other)
    if not mine or not others or mine == others:
        return True
    from rapidfuzz import fuzz

    return fuzz.token_set_ratio(mine, others) >= SAME_MEANING


def running(meetings: Sequence[Sequence[Numbered]], said: Numbering | None = None) -> frozenset[str]:
    """Give the schemes whose references run on over the meetings of one body, in order of date.

    ``said`` is what the book itself says, and counts then: "continuous" is every scheme, "meeting" and "year" none.
    """
    if said is not None:
        return frozenset(scheme(row.ref) for rows in meetings for row in rows) if said == "continuous" else frozenset()
    found: dict[str, list[list[Numbered]]] = defaultdict(list)
    for rows in meetings:
        here: dict[str, list[Numbered]] = defaultdict(list)
        for row in rows:
            here[scheme(row.ref)].append(row)
        for form, those in here.items():
            found[form].append(those)
    return frozenset(form for form, those in found.items() if "#" in form and _runs_on(form, those))


def _runs_on(form: str, meetings: Sequence[Sequence[Numbered]]) -> bool:
    """Whether the references of one scheme run on: see the module. One meeting shows nothing."""
    seen: dict[str, str] = {}
    high: tuple[int, ...] = ()
    went_on = again = clashes = 0
    lists_later, from_later = 0, False  # lists that begin beyond 1; whether the first one does
    for rows in meetings:
        new: dict[str, str] = {}
        for row in rows:
            ref = reference(row.ref)
            before = seen.get(ref, new.get(ref))
            if before is None:
                clashes += form == ORDINALS and task_words(row.text) in seen.values()
                new[ref] = task_words(row.text)
            elif means_the_same(before, row.text):
                again += ref in seen
            else:
                clashes += 1
        if new and high:
            ranks = sorted(map(_rank, new))
            if ranks[-1] <= high:
                return False  # they begin again
            went_on += ranks[0] > high
        lists_later += min(_rank(reference(row.ref)) for row in rows) > (1,)
        from_later |= not high and bool(lists_later)
        seen |= new
        high = max([high, *map(_rank, new)])
    if form == ORDINALS and not (went_on and lists_later > from_later and (again or from_later)):
        return False
    return went_on + again > 0 and clashes * CLASHES <= again
