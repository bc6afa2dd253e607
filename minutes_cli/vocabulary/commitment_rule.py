"""One rule of ``en/commitments.yaml``: the wording that puts a task on somebody, and what speaks against it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from minutes_cli.wording import wording

_REACH = 160  # characters; a row of people behind "agreed that" is shorter


def alternatives(words: list[str]) -> str:
    """One pattern for a list of words of the vocabulary; a word with a backslash is a pattern already."""
    return "|".join(
        w if "\\" in w else re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=len, reverse=True)
    )


class Rule:
    """One entry of the vocabulary; its patterns are compiled when a sentence first calls for them."""

    def __init__(self, entry: dict[str, Any], words: dict[str, list[str]]) -> None:
        self._entry, self._words = entry, words
        self.name: str = entry["name"]
        self.place: str = entry["place"]
        self.triggers = tuple(entry["triggers"])
        self.needs: str = entry.get("needs", "")
        self.kinds = frozenset(entry["kinds"])
        self.still = tuple(entry.get("still", ()))
        self.body_still = tuple(word for name in entry.get("body_still", ()) for word in words[name])
        self.never, self.only, self.body_only = (self._verbs(field) for field in ("never", "only", "body_only"))

    def _verbs(self, field: str) -> frozenset[str]:
        return frozenset(word for name in self._entry.get(field, []) for word in self._words[name])

    @cached_property
    def cue(self) -> re.Pattern[str]:
        """The words that tell the task: an auxiliary, a verb of promise, and the verb of the deed as ``do``."""
        pattern = str(self._entry["cue"]).replace("{do}", r"(?P<do>[a-z][a-z-]*)")
        for name in re.findall(r"\{([a-z_]+)\}", pattern):
            pattern = pattern.replace("{" + name + "}", f"(?:{alternatives(self._words[name])})")
        if self.place == "after":
            pattern = r"\b" + pattern
        return wording(pattern.replace(" ", r"\s+"))

    @cached_property
    def leads(self) -> re.Pattern[str] | None:
        """The words that must stand right before the person ("agreed that", "noted that"), or None."""
        leads = self._entry.get("leads")
        return wording(rf"(?<!\w)(?:{alternatives(leads)})\s+\Z", re.IGNORECASE) if leads else None

    @cached_property
    def _lead(self) -> re.Pattern[str]:
        return wording(rf"(?<!\w)(?:{alternatives(self._entry['leads'])})\s", re.IGNORECASE)

    def hits(self, sentence: str) -> Iterator[re.Match[str]]:
        """Find the rule's cue in a sentence; where words must lead up to its person, only within reach behind them."""
        if "leads" not in self._entry:
            yield from self.cue.finditer(sentence)
            return
        done = 0
        for lead in self._lead.finditer(sentence):
            start, end = max(lead.end() - 1, done), min(len(sentence), lead.end() + _REACH)
            for at in self.cue.finditer(sentence, start, end):
                if at.end() < end or end == len(sentence):  # not cut off in the middle of a word
                    yield at
                    done = at.end()

    @cached_property
    def unless(self) -> re.Pattern[str] | None:
        """The words that, anywhere in the sentence, call the rule off ("if they"), or None."""
        unless = self._entry.get("unless")
        return wording(rf"(?<!\w)(?:{alternatives(unless)})(?!\w)", re.IGNORECASE) if unless else None

    @cached_property
    def between(self) -> re.Pattern[str] | None:
        """The words that, between the person and the cue, call the rule off ("whose"), or None."""
        between = self._entry.get("between")
        return wording(rf"\b(?:{alternatives(between)})\b") if between else None
