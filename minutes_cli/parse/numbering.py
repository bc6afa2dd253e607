"""Read the numbers that agenda items carry, in every form, and what form it is.

1. / 1) / 1 / 1a. / 4-A. / 1.2 / 18.09.4 / 14/023 / FGB 20/2021 / III. / (iv) / b) / Item 4: / § 4 / TOP 4 -- the form
is what tells a document's headings from the lists inside them.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from minutes_cli.parse.dates import months
from minutes_cli.parse.patterns import any_of
from minutes_cli.vocabulary import load
from minutes_cli.wording import wording

NUMBER = r"""^[^\w(§]{0,2}(?P<word>(?:%s)\s*(?:no\.?\s*)?(?=[\dIVX(]))?
    (?P<number>
        (?-i:[A-Z]{2,6})\.?[ :/-]?(?:no\.?[ :]?)?\d{1,4}(?:/\d{1,4})+[a-z]?(?:\([a-z]\))?  # MIN. NO. 3/1/31
      | (?-i:[A-Z]{1,4})-\d{4}-\d{1,4}  # DM-2023-001
      | (?-i:[A-Z]{1,3})\.\d{1,4}(?:\.\d{1,3})?(?=[.):\s])  # A.12
      | \d{1,4}(?:\.\d{1,2})?[a-z]?(?:/\d{1,4})+(?:/[A-Z\d]{1,4})?[a-z]?  # 14/023, 01/25/02
      | \d{1,4}(?:\.\d{1,3}){1,3}[a-z]?  # 1.2, 18.09.4
      | \d{1,3}-[A-Z](?=[.):\s]) | [1-9]\d?(?:-[1-9]\d?){1,2}(?=[.):]?\s+(?-i:[A-Z]))  # 4-A, 1-2, 1-6-3
      | \d{1,4}\s?\([a-z]\) | \d{1,4}[a-zA-Z]? | \(\d{1,3}\)  # 3(a), 12, 1a, (4)
      | (?:\(\s?)?[a-z](?:\s?\))? | [A-Z](?=[.)])  # (b), b., A.
      | (?:\()?[ivx]{1,5}(?:\))? | [IVX]{1,6}(?=[.):\s])  # iv., (ii), III.
    )
    (?P<close>\s?[.):\]]+|\s*[–-](?=\s)|)(?P<space>\s+|$)"""
DASHED = wording(r"\d+-[a-zA-Z]")  # "4-A": as unmistakable with its point as without


@cache
def _number() -> re.Pattern[str]:
    return wording(NUMBER % any_of(load("heading")["number_words"]), re.VERBOSE | re.IGNORECASE)


class Numbered(NamedTuple):
    """A number in front of a text: as printed (without point or bracket), its form, its value, and the words after."""

    number: str
    form: str
    value: tuple[int, ...]
    rest: str


ROMAN = {"i": 1, "v": 5, "x": 10}
YEAR = wording(r"(?:\d{4}|['’]\d\d)(?!\w)")
BARE_DIGITS = 3  # digits of a number that stands without the word "item"; four are a year
CLOCK_OR_DAY = wording(r"\d+(?:st|nd|rd|th|pm|am)")


def _roman(text: str) -> int:
    total = 0
    values = [ROMAN[c] for c in text.casefold()]
    for index, value in enumerate(values):
        total += -value if index + 1 < len(values) and values[index + 1] > value else value
    return total


def read_number(text: str) -> Numbered | None:
    """Read the number at the start of a line: "1a. Update on sub-groups" -> ("1a", "1a.", (1, 1), "Update on ...")."""
    match = _number().match(text)
    if not match or text[: match.start("number")].removesuffix(match["word"] or "").strip(" *_#|>"):
        return None
    number, close, rest = match["number"].strip(), match["close"].strip(), text[match.end() :].strip()
    bare, word = number.strip("() "), bool(match["word"])
    kind = _kind(number, bare, close, word)
    if kind is None or not (rest or word or kind == "slash") or (close == ":" and rest[:1].isdigit()):
        return None  # "11 :51 a.m." is a time
    if word and not close and rest[:1].islower():
        return None  # "Item 4 was deferred" is a sentence
    if kind == "int" and not (close or word) and _goes_on_as_date(rest):
        return None  # "4 March 2031 at 7.30pm"
    bracket = "(" if number.startswith("(") else ""
    kind_of_form = f"#{kind}" if text[: match.start("number")].endswith("#") else kind  # "#12 Lamps" refers to a task
    label = bare if (bracket and kind not in ("slash", "code", "dotted")) or kind in ("letter", "roman") else number
    ending = "." if DASHED.fullmatch(number) else close[:1]
    return Numbered(label, f"{kind_of_form}{'w' if word else ''}{ending}{bracket}", _value(bare, kind), rest)


def _goes_on_as_date(rest: str) -> bool:
    """Whether the words behind a number make it a day: a month with its year, a comma or nothing behind it."""
    month, _, after = rest.partition(" ")
    ended = not after or month.endswith((",", ":", ";")) or YEAR.match(after) is not None
    return ended and month.casefold().strip(".,:;") in months()


def _kind(number: str, bare: str, close: str, word: bool) -> str | None:
    if "/" in number:
        return "slash"
    if re.match(r"[A-Z]{1,4}[-.]\d", number):
        return "code"
    if "." in number or re.fullmatch(r"\d+(?:-\d+)+", number):
        return "dotted"
    if re.fullmatch(r"\d+", bare):
        return "int" if len(bare) <= BARE_DIGITS or word or (close and not bare.startswith("0")) else None
    if DASHED.fullmatch(number):
        return "int"
    if re.fullmatch(r"\d+\s?\(?[a-zA-Z]\)?", number):
        lettered = close or number[-1].islower() or number[-1] == ")"
        return "int" if lettered and not CLOCK_OR_DAY.fullmatch(bare) else None
    bracketed = number.startswith("(") or number.endswith(")") or close[:1] in (")", ".", ":")
    if not bracketed:
        return None
    if re.fullmatch(r"[ivx]+", bare) and len(bare) > 1:
        return "roman"
    if re.fullmatch(r"[IVX]+", bare):
        return "Roman"
    if re.fullmatch(r"[a-z]", bare):
        return "letter"
    return "Letter" if re.fullmatch(r"[A-Z]", bare) else None


def _value(bare: str, kind: str) -> tuple[int, ...]:
    if kind in ("roman", "Roman"):
        return (_roman(bare),)
    if kind in ("letter", "Letter"):
        return (ord(bare.casefold()) - 96,)
    pieces = re.findall(r"\d+|[a-z]", bare.casefold())
    return tuple(int(piece) if piece.isdigit() else ord(piece) - 96 for piece in pieces)


def parent_of(number: str) -> str | None:
    """Give the number of the item that a number stands under by its form: "1a" -> "1", "4.2" -> "4"; None for "7"."""
    match = re.fullmatch(r"(\d+)(?:\s?\(?|-)[a-zA-Z]\)?", number) or re.fullmatch(r"(\d+(?:[.-]\d+)*)[.-]\d+", number)
    return match[1] if match else None
