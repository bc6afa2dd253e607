"""Whom the minutes let speak or act: names of people that no attendance list may have.

"Hillary said she would ring", "seconded by Moss": who says, asks, thanks and seconds is a person, and one of the
meeting. A firm "advises" and a council "reports", so those verbs tell nothing.
"""

from __future__ import annotations

import re
from functools import cache

from minutes_cli.vocabulary import load
from minutes_cli.vocabulary.doers import doer_words

_NAME = r"(?P<name>[A-ZÀ-Þ][\w’'-]*[a-zà-ÿ](?:\s+[A-ZÀ-Þ][\w’'-]*[a-zà-ÿ])?)"
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


@cache
def _speaking() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = load("commitments")["words"]
    verbs, done = "|".join(words["speaking"]), "|".join(words["done_by"])
    adverbs = r"(?:(?:also|then|\w+ly)\s+)?"
    return (
        re.compile(rf"(?<![\w.’'-]){_NAME}\s+{adverbs}(?:{verbs})\b"),
        re.compile(rf"\b(?i:{done})\s+by\s+{_NAME}"),
    )


def heard(text: str) -> frozenset[str]:
    """Gather the words of the names of those who speak or act in a text of minutes, in lower case.

    A word that the text also writes small ("council") is no name, nor is one that names an office, a group or a firm.
    """
    names = {match["name"] for pattern in _speaking() for match in pattern.finditer(text)}
    if not names:
        return frozenset()
    return frozenset(word for name in names for word in _words_of(name, text))


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
