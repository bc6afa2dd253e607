"""Where one sentence of the minutes ends and the next begins.

A line of an item's text is a paragraph or a bullet, so a newline always ends a sentence; a full stop ends one unless it
belongs to an abbreviation ("Cllr.", "e.g."), an initial ("J. Smith"), a time ("7.30 p.m.") or a number ("No. 4").
The abbreviations are words of ``en/speech.yaml``.
"""

from __future__ import annotations

import re
from functools import cache

from minutes_cli.vocabulary import load
from minutes_cli.wording import wording

# A possible end: stops with closing quotes or brackets, a line's end, or a bullet in mid-line ("... end • Next").
_STOP = wording(r"[.!?…]+[\"'”’)\]]*(?=\s)|\n+|\s(?=[•●▪◦‣]\s)")
_LAST_WORD = wording(r"[^\s(\[\"“‘]+\Z")
_NEXT_WORD = wording(r"\s*[\"'“‘(\[]*(\w[\w’'-]*)?")
# "1.", "a." "4.2." "iv." at the head of a sentence is its number, not a sentence.
_LIST_NUMBER = wording(r"[\W_]*(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivx]{1,5})\Z")
# The longest stretch in front of a stop that can hold the word it belongs to, in characters.
_WORD_REACH = 40


@cache
def _words() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    speech = load("speech")
    short = speech["abbreviations"]
    return frozenset(short["never_end"]), frozenset(short["may_end"]), frozenset(speech["openers"])


def _ends_here(text: str, begin: int, stop: int, after: int) -> bool:
    """Whether the full stop at ``stop`` ends the sentence that began at ``begin``."""
    following = _NEXT_WORD.match(text, after)
    upcoming = following[1] if following and following[1] else ""
    if upcoming[:1].islower():
        return False
    found = _LAST_WORD.search(text, max(begin, stop - _WORD_REACH), stop)
    word = found[0] if found else ""
    if _LIST_NUMBER.match(text[begin:stop]):
        return False
    never_end, may_end, openers = _words()
    bare = word.casefold().strip(".")
    opens = upcoming.casefold() in openers
    if bare == "no" or bare == "nos":  # "No. 4" goes on, "the answer was no. Members" ends
        return not upcoming[:1].isdigit()
    if bare in never_end:
        return False
    if bare in may_end:
        return opens or not upcoming
    if (len(bare) == 1 and bare.isalpha()) or re.fullmatch(
        r"(?:[a-z]\.)+[a-z]", bare
    ):  # an initial: "J. Smith", "J.R. Smith"
        return opens or not upcoming
    return True


def spans(text: str) -> list[tuple[int, int]]:
    """Find the sentences of a text of minutes.

    Takes an item's text, paragraphs on lines. Returns (start, end) of each sentence in characters, without the white
    space around it, in order; what lies between the spans is white space only, so that no word is lost.
    """
    found: list[tuple[int, int]] = []
    begin = 0
    for stop in _STOP.finditer(text):
        is_stop = text[stop.start()] in ".!?…"
        if is_stop and text[stop.start()] == "." and not _ends_here(text, begin, stop.start(), stop.end()):
            continue
        if is_stop and text[stop.start()] in "!?…" and text[stop.end() : stop.end() + 2].strip()[:1].islower():
            continue  # '"Really?" he asked'
        _add(found, text, begin, stop.end())
        begin = stop.end()
    _add(found, text, begin, len(text))
    return found


def _add(found: list[tuple[int, int]], text: str, begin: int, end: int) -> None:
    piece = text[begin:end]
    start = begin + len(piece) - len(piece.lstrip())
    end = begin + len(piece.rstrip())
    if start < end:
        found.append((start, end))


def sentences(text: str) -> list[str]:
    """Split a text of minutes into its sentences, as printed. See ``spans`` for their places."""
    return [text[start:end] for start, end in spans(text)]
