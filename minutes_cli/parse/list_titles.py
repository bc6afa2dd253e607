"""Read what the title of a list says of all its tasks: how they stand ("Still pending:"), whose they are ("Ann")."""

from __future__ import annotations

import re
from functools import cache

from minutes_cli.parse.block import fold
from minutes_cli.parse.context import Context
from minutes_cli.parse.owners import is_somebody, split_owners
from minutes_cli.parse.patterns import any_of, pattern
from minutes_cli.vocabulary import load
from minutes_cli.wording import wording

LONGEST = 10  # words; the title of a list of tasks has no more
NAMES = 6  # words; a title that only names owners has no more
WORD = wording(r"[a-z]+(?:-[a-z]+)*")


@cache
def _stands() -> re.Pattern[str]:
    said = [word for words in load("status")["lists"].values() for word in words]
    return wording(rf"\b(?:{any_of(sorted(said, key=len, reverse=True))})\b")


@cache
def _meanings() -> dict[str, str]:
    return {word: meaning for meaning, said in load("status")["lists"].items() for word in said}


@cache
def _beside() -> frozenset[str]:
    return frozenset(load("status")["list_words"])


def standing(title: str) -> str:
    """Tell how the tasks stand that a title heads: "Outstanding actions" -> "open"; "" when it says nothing of it.

    The title says this and nothing else: "Completed works on the quay" is a title of business, "Open and closed
    actions" says two things.
    """
    words = title.casefold()
    if len(words.split()) > LONGEST:
        return ""
    said = {_meanings()[match[0]] for match in _stands().finditer(words)}
    if len(said) != 1 or not _beside().issuperset(WORD.findall(_stands().sub(" ", words))):
        return ""
    return said.pop()


def is_fresh(title: str) -> bool:
    """Whether a title heads tasks that are just put ("New actions:"), however those above it stand."""
    words = WORD.findall(title.casefold())
    return "new" in words and len(words) <= LONGEST and _beside().union(load("status")["fresh"]).issuperset(words)


def owners(title: str, context: Context) -> list[str]:
    """Give whose tasks a title heads: "Ann Forde", "To do for Cy and Dora:"; [] when it says anything else."""
    words = fold(title).strip(" :")
    match = pattern("markers", "tasks-of").match(words)
    named = split_owners(match["who"] or match["before"] if match else words, context.roster)
    if not named.owners or named.rest or len(words.split()) > NAMES:
        return []
    return named.owners if all(is_somebody(owner, context.roster) for owner in named.owners) else []
