"""How a finding is said: its code's severity, its place, and words from the document made safe to print."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Protocol

from minutes_cli.check.catalogue import CATALOGUE
from minutes_cli.model import Action, Finding

# How much of a quoted sentence a message shows, in characters: it stays on two lines of an 80-column terminal.
_QUOTE = 90


class Placed(Protocol):
    """Anything of a record that stands at a page and line."""

    @property
    def page(self) -> int | None:
        """Give the page, from 1."""

    @property
    def line(self) -> int | None:
        """Give the line on that page, from 1."""


def clean(text: str, most: int = _QUOTE) -> str:
    """Clean words of the document for a message: on one line, cut at ``most`` characters.

    Control characters (terminal codes, marks of text direction) become blanks.
    """
    if not text.isprintable():  # rarely; what is neither a control nor an odd space is printable
        text = "".join(" " if unicodedata.category(c)[0] in "CZ" else c for c in text)
    kept = " ".join(text.split())
    return kept if len(kept) <= most else kept[: most - 1].rstrip() + "…"


def quoted(text: str) -> str:
    """Put words of the document in quotation marks."""
    return f"“{clean(text)}”"


def listed(names: Sequence[str], last: str = "or") -> str:
    """Put several names in a row: "MM, NH or RH"."""
    shown = [clean(name) for name in names]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} {last} {shown[-1]}"


def numbered(word: str, actions: Sequence[Action]) -> str:
    """Name actions by their references: "action 3", "actions 3, 5 and 6"."""
    refs = list(dict.fromkeys(action.ref for action in actions))
    return f"{word} {clean(refs[0])}" if len(refs) == 1 else f"{word}s {listed(refs, 'and')}"


def finding(code: str, message: str, place: Placed | None = None) -> Finding:
    """Make a finding of one code at the place of what it is about. ``message`` holds cleaned words only."""
    return Finding(
        code=code,
        message=message,
        page=place.page if place else None,
        line=place.line if place else None,
        severity=CATALOGUE[code].severity,
    )
