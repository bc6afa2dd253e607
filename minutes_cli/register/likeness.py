"""How alike the words of two tasks are: the same, the same but for the print, or merely similar.

Likeness is that of rapidfuzz (``fuzz.ratio``: 0 to 100, the share of letters that stand in both, in order).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from minutes_cli.register.names import folded
from minutes_cli.vocabulary import load

HIGH = 88
"""From here on two wordings may be one task, if they also differ in no word that matters. "Write to the county about
roof" and "Write to the county about the roof" give 94; tasks that differ in one noun, 85 to 95, which is why the
words are looked at too."""

LIKELY = 75
"""From here on a likeness is worth a person's look: two tasks of one board seldom pass 60."""

ONE_WORD = 85
"""From here on two words are one word misprinted: "appointment" and "apointment" give 95, "approve" and "disapprove"
82, "internal" and "external" 75."""

SHORTEST_WORD = 4
"""Letters below which a word is never a misprint of another: "roofs" may be of "roof", "cot" is not of "cat"."""

SHORT = 3
"""Words up to which a task ("Ring Hob") says too little to be known again by its words alone."""


@lru_cache(maxsize=65536)
def task_words(text: str) -> str:
    """Bring the words of a task to the form in which two prints of it are equal."""
    return folded(text)


def nearest(words: str, others: Sequence[str]) -> list[tuple[str, int, int]]:
    """List the wordings that are likely near a folded one: each with its likeness, 0 to 100, and its place in the list.

    The nearest come first, those equally near in their order; only the same wording has 100.
    """
    from rapidfuzz import fuzz, process

    found = process.extract(words, others, scorer=fuzz.ratio, processor=None, limit=None, score_cutoff=LIKELY)
    near = [(other, 100 if other == words else min(99, round(alike)), place) for other, alike, place in found]
    return sorted(near, key=lambda each: (-each[1], each[2]))


def is_reprint(one: str, other: str) -> bool:
    """Whether two folded wordings differ in print only: misprints, and small words more or less.

    A figure that differs is never a misprint: "order 4 chairs" and "order 5 chairs" are two tasks.
    """
    if one == other:
        return True
    from rapidfuzz import fuzz

    if fuzz.ratio(one, other) < HIGH:
        return False
    from difflib import SequenceMatcher

    mine, others = one.split(), other.split()
    steps = SequenceMatcher(None, mine, others, autojunk=False).get_opcodes()
    return all(_is_print(mine[a:b], others[c:d]) for tag, a, b, c, d in steps if tag != "equal")


def _is_print(mine: list[str], others: list[str]) -> bool:
    """Whether the words that two wordings differ in are misprints, words run together, or small words."""
    left, right = ([word for word in side if word not in _small()] for side in (mine, others))
    if not left and not right:
        return True
    joined = "".join(left), "".join(right)
    if any(c.isdigit() for c in "".join(joined)):
        return joined[0] == joined[1]
    if min(map(len, joined)) < SHORTEST_WORD:
        return joined[0] == joined[1]
    from rapidfuzz import fuzz

    return fuzz.ratio(*joined) >= ONE_WORD


@cache
def _small() -> frozenset[str]:
    return frozenset(load("follow_up")["small"])


@lru_cache(maxsize=65536)
def recurs_by_itself(words: str) -> bool:
    """Whether a folded task is about what every meeting has anew: its minutes, its agenda."""
    return bool(_each_meeting().search(words))


@cache
def _each_meeting() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load('follow_up')['of_each_meeting'])})\b")


def says_little(words: str) -> bool:
    """Whether a folded task is too short to be known again by its words alone."""
    return len(words.split()) < SHORT
