"""Know the headings of table columns and the titles over tables: what stands below them."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from minutes_cli.parse.block import GridRow, fold
from minutes_cli.parse.patterns import any_of
from minutes_cli.vocabulary import load
from minutes_cli.wording import wording

KINDS = ("ref", "item", "task", "owner", "due", "status", "opened", "decision", "discussion", "page", "priority")
BESIDE_NAMES = ("initials", "role", "organisation", "attended", "apology")  # what an attendance table has beside names
KNOWN = 0.6  # share of a row's cells that must be words for columns
MAX_COMPOUND = 5  # words of a heading that is told by its last one
MAX_TITLE = 8  # words of a title over a table of actions
PLURAL = wording(r"\(s\)")
SLASH = wording(r"\s*/\s*")
BRACKETS = wording(r"\(.*?\)")
SIGNS = wording(r"[^\w ]")


@cache
def _words() -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    for kind in KINDS:
        for word in load("columns")[kind]:
            out.setdefault(word, []).append(kind)
    return out


@lru_cache(maxsize=2048)
def heading_kinds(text: str) -> list[str]:
    """Tell what a column heading can mean: "By whom" -> ["owner"], "Action" -> ["task"]; [] when it is no heading."""
    plain = PLURAL.sub("s", fold(text).casefold())
    plain = SLASH.sub("/", plain).strip(" .:*?")
    plain = BRACKETS.sub("", plain).replace(". ", " ").strip()
    known = _words()
    return known.get(plain) or known.get(plain.replace(" ", "")) or _compound_kinds(plain)


def _compound_kinds(plain: str) -> list[str]:
    """Tell what a heading of several words means by the ones that say it: "person/committee responsible" -> ["owner"].

    Its last word tells ("Body responsible"), or all of the words between its strokes agree ("Lead/Assigned to").
    """
    parts = plain.split("/")
    said = [_words().get(part.strip()) for part in parts]
    if len(parts) > 1 and all(said) and (common := [k for k in said[0] or [] if all(k in (s or []) for s in said)]):
        return common
    words = plain.replace("/", " ").split()
    if not 1 < len(words) <= MAX_COMPOUND:
        return []
    columns = load("columns")
    first = words[0] in columns["owner_first"] and not set(words) & set(columns["owner_not"])
    return ["owner"] if first or words[-1] in columns["owner_last"] else []


def is_heading_row(texts: list[str]) -> bool:
    """Whether a row is a table's headings: at least two cells that are words for columns, and few that are not."""
    kinds = [heading_kinds(t) for t in texts if t.strip()]
    known = [k for k in kinds if k]
    return len(known) >= 2 and len(known) >= KNOWN * len(kinds)


def is_people_heading(texts: list[str]) -> bool:
    """Whether a row is the headings of an attendance table: names, and at least one of initials, role, present ..."""
    columns = load("columns")
    said = [SIGNS.sub("", t).casefold().strip() for t in texts if t.strip()]
    named = [t for t in said if t in columns["name"]]
    others = [t for t in said if t not in named[:1] and any(t in columns[kind] for kind in BESIDE_NAMES)]
    return bool(named) and bool(others) and len(others) + 1 >= len(said)


def title_of(row: GridRow) -> str:
    """Give the title a table prints in its first row, one cell with words over all columns; "" when it prints none."""
    texts = [t for t in row.texts if t]
    return texts[0] if len(texts) == 1 and len(row.cells) > 1 else ""


@cache
def _action_titles() -> frozenset[str]:
    return frozenset(load("columns")["action_titles"])


@cache
def _action_words() -> re.Pattern[str]:
    return wording(rf"\b(?:{any_of(load('columns')['action_stems'])})s?\b")


def is_action_title(text: str) -> bool:
    """Whether a title says that the rows below are actions ("Decisions and/or actions agreed")."""
    plain = fold(text).casefold().strip(" .:")
    return plain in _action_titles() or bool(_action_words().search(plain) and len(plain.split()) <= MAX_TITLE)


def is_no_task(headings: list[str]) -> bool:
    """Whether columns are headed by things that nobody has to do: "Event" beside "Who" and "Date" is a calendar."""
    return any(fold(heading).casefold().strip(" .:") in load("columns")["no_tasks"] for heading in headings)


def says_action(heading: str) -> bool:
    """Whether a column's heading speaks of actions ("Decision/Action")."""
    low = heading.casefold()
    return any(stem in low for stem in load("columns")["action_stems"])
