"""Put the accents of a PDF of minutes on their letters, where the page draws the two apart ("P˚al", "Orjan ¨").

TeX's older typefaces have no letters with accents: it draws an accent, steps back, and draws the letter. Read in order,
that is a sign before the letter, or a word of its own behind a capital. What tells it from an apostrophe ("l´école") is
its place: it stands over the letter and not before it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence

from minutes_cli.read.pdf_lines import Word

Drawn = tuple[str, float, float]
"""A letter, and where it begins and ends across the page (points)."""

MARKS = {
    "´": "\u0301",
    "`": "\u0300",
    "ˆ": "\u0302",
    "˜": "\u0303",
    "¨": "\u0308",
    "ˇ": "\u030c",
    "˚": "\u030a",
    "˘": "\u0306",
    "˙": "\u0307",
    "˝": "\u030b",
    "¯": "\u0304",
    "¸": "\u0327",
}
NEAR = 4  # words back in the order of the file that an accent drawn by itself may stand over
OVER = 0.5  # of an accent's width must stand over the letter
DOTLESS = {"ı": "i", "ȷ": "j"}


def holds_mark(text: str) -> bool:
    """Whether a word has an accent standing by itself."""
    return not MARKS.keys().isdisjoint(text)


def composed(letters: Sequence[Drawn]) -> str:
    """Spell a word whose accents are drawn apart: the letters in the order of the file, each with its place.

    >>> composed([("P", 0, 7), ("˚", 8, 11), ("a", 7, 12), ("l", 12, 15)])
    'Pål'
    >>> composed([("l", 0, 3), ("´", 3, 5), ("e", 5, 10)])
    'l´e'
    """
    spelt: list[Drawn] = [letter for letter in letters if letter[0] not in MARKS]
    for mark in (letter for letter in letters if letter[0] in MARKS):
        if not _put(mark, spelt):
            before = [letter for letter in spelt if letter[1] < mark[1]]
            spelt.insert(len(before), mark)
    return "".join(char for char, *_ in spelt)


def put_on_a_word(
    mark: Drawn, baseline: float, words: Sequence[Word], drawn: Callable[[int, int], list[Drawn]]
) -> bool:
    """Put an accent that the file holds as a word of its own on the word it stands over; False when there is none.

    ``words`` are those before it in the order of the file, ``drawn`` gives the letters from one place to another.
    """
    for word in words[: -NEAR - 1 : -1]:
        letters = drawn(word.first, word.last) if abs(word.baseline - baseline) < word.size else []
        if _put(mark, letters):
            word.text = "".join(char for char, *_ in letters)
            return True
    return False


def _put(mark: Drawn, letters: list[Drawn]) -> bool:
    """Put an accent on the letter it stands over (or under); False when it stands over none that bears it."""
    for n, (char, x0, x1) in enumerate(letters):
        if min(mark[2], x1) - max(mark[1], x0) > OVER * (mark[2] - mark[1]) and (accented := _with(char, mark[0])):
            letters[n] = (accented, x0, x1)
            return True
    return False


def _with(letter: str, mark: str) -> str:
    """Give the letter with the accent; "" when there is no such letter."""
    accented = unicodedata.normalize("NFC", DOTLESS.get(letter, letter) + MARKS.get(mark, ""))
    return accented if len(accented) == 1 and accented != letter else ""
