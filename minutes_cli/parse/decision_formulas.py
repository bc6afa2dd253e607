"""Know the formulas of decisions in a sentence: RESOLVED, "It was agreed that", a motion, an approval."""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import Any

from minutes_cli.vocabulary import load
from minutes_cli.wording import wording

MARKS = ("resolved", "agreed", "decision")  # formulas that minutes mark their decisions with


class Formula:
    """A formula of ``decisions.yaml``; a sentence without one of its stems is not looked at, and costs nothing."""

    def __init__(self, entry: dict[str, Any]) -> None:
        self.name: str = entry["name"]
        self.stems: tuple[str, ...] = tuple(entry.get("stems", ("",)))
        self._written: str = entry["pattern"]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The wording, compiled when a sentence first has one of its stems."""
        return wording(self._written)

    def stands_in(self, sentence: str, low: str) -> bool:
        """Whether the formula stands in a sentence (``low`` is the same in lower case)."""
        for stem in self.stems:
            if stem in low:
                return self.pattern.search(sentence) is not None
        return False


@cache
def formulas(kind: str) -> tuple[Formula, ...]:
    """Give the formulas of one kind: "strong", "plain", or what speaks against one ("not")."""
    return tuple(Formula(entry) for entry in load("decisions")[kind])


@cache
def said(kind: str) -> re.Pattern[str]:
    """Give a wording around decisions by its name: "result", "voted", "proposer"."""
    return wording(load("decisions")[kind])


def formula_in(sentence: str, strong_only: bool) -> str | None:
    """Name the formula by which a sentence records a decision; None when it records none."""
    low = sentence.lower()
    for formula in formulas("strong"):
        if formula.stands_in(sentence, low):
            return formula.name
    if strong_only:
        return None
    name = next((f.name for f in formulas("plain") if f.stands_in(sentence, low)), None)
    return None if name is None or any(f.stands_in(sentence, low) for f in formulas("not")) else name
