"""How the lines of minutes begin and end where a paragraph does: entries of lists, labels, sentences that break off."""

from __future__ import annotations

import re
from functools import cache

from minutes_cli.parse.block import BULLET
from minutes_cli.parse.patterns import any_of
from minutes_cli.vocabulary import load
from minutes_cli.wording import wording

END = 6  # characters of a paragraph in which to look for its last word or sign
LABEL = wording(r"^[A-Z][\w/&'’ -]{1,40}:(?:\s|$)")  # "Present:", "Ann Forde:"
TERMINAL = wording(r"[.!?:;][\"”’')\]]*$")


@cache
def _entry() -> re.Pattern[str]:
    words = any_of(load("print")["entry"])
    return wording(
        rf"""^\s*(?:\(?(?:\d{{1,3}}|[a-zA-Z]|[ivxIVX]{{1,5}})[.)]\s  # 1. (a) iv)
        | \(\w{{1,4}}\)\s | \d+(?:\.\d+)+\.?\s | \d{{1,3}}[a-z]\.?\s   # (12) 1.2 6a
        | \d{{1,3}}-[A-Z][.):\s] | \d{{1,4}}/\d{{2,4}}\s+(?-i:[A-Z])     # 2-A. 31/04 Boats
        | \d{{1,2}}\s[–-]\s(?-i:[A-Z]) | §\s?\d | (?:{words})\s*\d+ | \[[\ xX~]?\]\s)                # Action 3, [x]""",
        re.IGNORECASE | re.VERBOSE,
    )


@cache
def _unfinished() -> re.Pattern[str]:
    return wording(rf"(?:,|&|\b(?:{any_of(load('print')['unfinished'])}))$")


def begins_entry(text: str) -> bool:
    """Whether a line begins an entry of a list: "1. ", "(a) ", "Action 3", "[x] "."""
    return _entry().match(text) is not None


def begins_listed(text: str) -> bool:
    """Whether a line begins an entry of a list with its number, letter, box or bullet."""
    return BULLET.match(text) is not None or begins_entry(text)


def is_unfinished(text: str) -> bool:
    """Whether a text breaks off ("..., Bob Hale and"): it goes on in the next line, whatever stands between."""
    return _unfinished().search(text[-END:]) is not None


def is_ended(text: str) -> bool:
    """Whether a text ends with the sign that ends a sentence."""
    return TERMINAL.search(text[-END:]) is not None
