"""Whom the minutes let speak or act: names of people that no attendance list may have.

"Hillary said she would ring", "seconded by Moss": who says, asks, thanks and seconds is a person, and one of the
meeting. A firm "advises" and a council "reports", so those verbs tell nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from minutes_cli.vocabulary import load
from minutes_cli.vocabulary.doers import doer_words
from minutes_cli.wording import wording

_NAME = r"(?P<name>[A-ZÀ-Þ][\w’'-]*[a-zà-ÿ](?:\s+[A-ZÀ-Þ][\w’'-]*[a-zà-ÿ])?)"
_BEHIND = wording(rf"\s+{_NAME}")
_REACH = 80  # characters; a name of two words and an adverb take no more
_WORD = wording(r"[^\W\d_][\w’'-]*")


@cache
def _speaking() -> tuple[tuple[str, ...], re.Pattern[str], re.Pattern[str]]:
    words = load("commitments")["words"]
    done = "|".join(words["done_by"])
    return (
        tuple(words["speaking"]),
        wording(rf"(?<![\w.’'-]){_NAME}\s+(?:(?:also|then|\w+ly)\s+)?\Z"),
        wording(rf"\b(?i:{done})\s+\Z"),
    )


def heard(text: str) -> frozenset[str]:
    """Gather the words of the names of those who speak or act in a text of minutes, in lower case.

    A word that the text also writes small ("council") is no name, nor is one that names an office, a group or a firm.
    """
    names = set(_names_in(text))
    return frozenset(word for name in names for word in _words_of(name, text))


def _names_in(text: str) -> Iterator[str]:
    """Find the names before verbs of speech and behind "seconded by".

    The rare words are looked up first, which costs a tenth of trying a pattern at every capital letter.
    """
    verbs, before, done = _speaking()
    for verb in verbs:
        for start in _places(text, verb):
            end = start + len(verb)
            if not text[end : end + 1].isalnum() and (match := before.search(text, max(0, start - _REACH), start)):
                yield match["name"]
    for start in _places(text, " by "):
        if done.search(text, max(0, start - _REACH), start + 1) and (match := _BEHIND.match(text, start + len(" by"))):
            yield match["name"]


def _places(text: str, word: str) -> Iterator[int]:
    """Give where a word stands in a text."""
    start = text.find(word)
    while start >= 0:
        yield start
        start = text.find(word, start + 1)


def _words_of(name: str, text: str) -> list[str]:
    """Give the words of one name; none when any of them shows that it is no person's."""
    book = doer_words()
    words = [word.casefold() for word in _WORD.findall(name)]
    while words and (words[0] in book.titles or words[0] in book.first):
        words = words[1:]
    if any(word in others for word in words for others in (book.no_names, book.groups, book.last)):
        return []
    return [] if any(_is_written_small(word, text) for word in words) else words


def _is_written_small(word: str, text: str) -> bool:
    """Whether a text has a word in small letters too."""
    return word in text and re.search(rf"(?<![\w’'-]){re.escape(word)}(?!\w)", text) is not None
