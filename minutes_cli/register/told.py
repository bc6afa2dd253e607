"""How an action stands by the words that later minutes say of it: "CLOSED", "now complete", "carried forward to July".

Stricter than the reading of a status column: these words stand in running text, where "open" may be an evening.
What states two things, or takes one back ("not yet complete"), states nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple, cast

from minutes_cli.book import StatusWords
from minutes_cli.model import Status
from minutes_cli.vocabulary import load

_OPENING = " \t\n-–—:;.,()[]*_•●■○/|"
_AHEAD = re.compile(r"(?:\s[-–—]+|[.,;:!?)\]]|\s?[(\[|])\s+(?=\w)|\s?[(\[](?=\w)")
"""What sets a last word off from the text before it: a dash, a stop, a comma, a bracket."""


_SUBJECT = r"(?:\A|[.,;:!?)–—-]\s+|\b(?:that|and|but)\s+)"
"""What stands before "this has been closed": so the action is closed, which "the survey is complete" does not say."""


class Told(NamedTuple):
    """A status, and the words that said it."""

    status: Status
    said: str


class _Wordings(NamedTuple):
    meanings: dict[str, str]
    opening: re.Pattern[str]
    behind: re.Pattern[str]


def status_in(text: str, house: StatusWords | None = None) -> Told | None:
    """Read the one status that a text states: as its first words, its last, or behind "is", "was", "has been".

    >>> status_in("- CLOSED, letter filed")
    Told(status='done', said='CLOSED')
    """
    found = list(_stated(" ".join(text.split()), _wordings(_of_house(house))))
    if len({told.status for told in found}) != 1:
        return None
    first = found[0]
    return None if first.status == "done" and _doubts().search(text) and not _is_first(first, text) else first


def _is_first(told: Told, text: str) -> bool:
    return text.lstrip(_OPENING).startswith(told.said)


def _stated(text: str, words: _Wordings) -> Iterable[Told]:
    plain = text.strip(_OPENING)
    if (meaning := words.meanings.get(plain.casefold())) is not None:
        yield Told(cast("Status", meaning), plain)
        return
    for start in (0, *(gap.end() for gap in _AHEAD.finditer(plain))):
        found = words.opening.match(plain, start)
        if found and (start == 0 or not re.search(r"\w", plain[found.end() :])) and _counts(found, plain):
            yield _told(found["said"], words)
    yield from (_told(found["said"], words) for found in words.behind.finditer(plain))


def _counts(found: re.Match[str], plain: str) -> bool:
    """Whether a wording that opens a text states a status: some do only alone, or set off from what follows."""
    if found["said"].casefold() not in _alone():
        return True
    return not re.search(r"\w", plain[found.end() :]) or bool(re.match(r"\s?[.,;:(–—]|\s-\s", plain[found.end() :]))


def _told(said: str, words: _Wordings) -> Told:
    return Told(cast("Status", words.meanings[said.casefold()]), said)


def _of_house(house: StatusWords | None) -> tuple[tuple[str, str], ...]:
    if house is None:
        return ()
    said: Mapping[str, list[str]] = {
        "open": house.open,
        "in progress": house.in_progress,
        "done": house.done,
        "dropped": house.dropped,
        "carried": house.carried,
    }
    return tuple((word.casefold(), status) for status, words in said.items() for word in words)


@cache
def _wordings(house: tuple[tuple[str, str], ...]) -> _Wordings:
    own = dict(house)
    meanings = {word: status for status, words in load("status")["meanings"].items() for word in words} | own
    topic = load("follow_up")
    before = _any_of(topic["before_status"])
    told = [*topic["told_status"], *own]
    return _Wordings(
        meanings,
        re.compile(rf"(?:{before}\s+)*(?P<said>{_any_of(meanings)})(?!\w)", re.IGNORECASE),
        re.compile(rf"{_SUBJECT}(?:{before}\s+)+(?P<said>{_any_of(told)})(?!\w)", re.IGNORECASE),
    )


def _any_of(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})"


@cache
def _alone() -> frozenset[str]:
    return frozenset(load("follow_up")["alone"])


@cache
def _doubts() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, load('status')['doubts']))})\b|n['’]t\b|\d\s?%", re.IGNORECASE)
