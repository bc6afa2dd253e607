"""Write a count as lists of minutes print it: 4, d, D, iv, IV, 04, 4th, Four, Fourth."""

from __future__ import annotations

import re

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_CARDINALS = [
    "Zero",
    "One",
    "Two",
    "Three",
    "Four",
    "Five",
    "Six",
    "Seven",
    "Eight",
    "Nine",
    "Ten",
    "Eleven",
    "Twelve",
    "Thirteen",
    "Fourteen",
    "Fifteen",
    "Sixteen",
    "Seventeen",
    "Eighteen",
    "Nineteen",
    "Twenty",
]
_ORDINALS = [
    "Zeroth",
    "First",
    "Second",
    "Third",
    "Fourth",
    "Fifth",
    "Sixth",
    "Seventh",
    "Eighth",
    "Ninth",
    "Tenth",
    "Eleventh",
    "Twelfth",
    "Thirteenth",
    "Fourteenth",
    "Fifteenth",
    "Sixteenth",
    "Seventeenth",
    "Eighteenth",
    "Nineteenth",
    "Twentieth",
]
_CUSTOM = re.compile(r"(0*)1\s*,")  # "001, 002, 003, ..." is how a custom format is written
LONGEST_LETTERS = 30  # times a letter is repeated: 780 paragraphs; beyond, decimals
LARGEST_ROMAN = 3999


def spelled(count: int, form: str) -> str:
    """Write ``count`` in one of Word's number formats (ECMA-376 17.18.59); a format not known prints decimals."""
    if form in {"none", "bullet"}:
        return ""
    if form.endswith("Letter"):
        return _cased(letters(count), form)
    if form.endswith("Roman"):
        return _cased(roman(count), form)
    if form in {"cardinalText", "ordinalText"}:
        words = _CARDINALS if form == "cardinalText" else _ORDINALS
        return words[count] if 0 <= count < len(words) else str(count)
    if form == "ordinal":
        return f"{count}{ordinal_ending(count)}"
    if form == "decimalZero":
        return f"{count:02d}"
    custom = _CUSTOM.match(form)
    return f"{count:0{len(custom[1]) + 1}d}" if custom else str(count)


def letters(count: int) -> str:
    """Letter a count as Word does: a to z, then aa, bb, cc."""
    if not 1 <= count <= 26 * LONGEST_LETTERS:
        return str(count)
    return chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)


def roman(count: int) -> str:
    """Write a count in small Roman numerals."""
    if not 1 <= count <= LARGEST_ROMAN:
        return str(count)
    text = ""
    for size, sign in _ROMAN:
        text += sign * (count // size)
        count %= size
    return text


def ordinal_ending(count: int) -> str:
    """Give the English ending of an ordinal: 1st, 2nd, 3rd, 11th."""
    if count % 100 in {11, 12, 13}:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")


def _cased(text: str, form: str) -> str:
    return text.upper() if form.startswith("upper") else text
