"""Wordings of minutes that are more than words in a list: patterns of the vocabulary, lists of words made into one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from minutes_cli.vocabulary import load
from minutes_cli.wording import wording


@cache
def pattern(topic: str, name: str) -> re.Pattern[str]:
    """Give a wording of minutes by topic and name ("agenda", "signature"), case-blind, compiled when it is needed."""
    entry = load(topic)["patterns"][name]
    return wording(entry["pattern"], re.IGNORECASE, entry.get("needs", ()))


@cache
def listed(topic: str, kind: str) -> frozenset[str]:
    """Give the words or titles that minutes use in one sense, as a set ("attendance", "vacant")."""
    return frozenset(load(topic)[kind])


def any_of(words: Iterable[str]) -> str:
    """Write words of minutes as a pattern that matches any of them: "st", "a.m." -> the one or the other."""
    return "|".join(map(re.escape, words))
