"""Read the labels over people: "Present: Ann Forde (Chair), Bob Hale", "Minutes: Dee Park"."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from minutes_cli.parse import composed_labels
from minutes_cli.parse.block import fold
from minutes_cli.parse.names import has_title, looks_like_name
from minutes_cli.parse.patterns import pattern
from minutes_cli.vocabulary import load
from minutes_cli.wording import wording

LIST_AND = wording(r"\s*(?:,|;|\band\b|&|\s\+\s)\s*(?:and\s+)?")
KEPT = 2048  # texts whose labels are kept: several stages ask for those of the same lines
MAX_OFFICE_LINE = 160  # characters behind an office's label; more is a sentence
MAX_BARE_OFFICE = 8  # words behind an office without a colon; more is a sentence
MAX_LISTED_NAME = 4  # words of the first name behind a label without a colon
BRACKETED = wording(r"\s+\([^()]*\)")
DASHES = wording(r"\s+[–—-]\s+")
SPACE = wording(r"\s+")
SENTENCE_END = wording(r"[.!?]\s")
# What stands between the words of a label and the names behind it: "Apologies (2) were received from: Ann".
LABEL_START = wording(r"\W*(?:\d{1,4}[.)]?\s+)?(?:the\s+)?", re.IGNORECASE)
LABEL_END = wording(
    r"""(?:\s+(?:on[\s-]?site|in\s+person|online|remotely|virtually|(?:via|by)\s+(?:zoom|phone|telephone|teams|video)))?
    (?:\s*\([^)]*\))?(?:\s+(?:were|was|have\ been|had\ been|with\ apologies))?
    (?:\s+(?:received|accepted|noted|given|sent|recorded|approved|and))*(?:\s+(?:from|by)\b)?
    \s*(?P<close>were|was|:|;|[–—-]|\.|$|(?=\s+(?-i:[A-Z]|\())|(?=\t))\s*:?\s*(?P<rest>.*)$""",
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
# "Attendees of the June meeting:": which meeting it was, between the label and its colon.
OF_MEETING = wording(r"\W*(?P<label>\w+)\s+(?:of|for|at|on|to)\s(?P<meeting>[^:.]{2,60}):(?P<rest>.*)$", re.DOTALL)
LONGEST_LABEL = 80  # characters
OFFICE_START = wording(r"\W*(?:the\s+)?", re.IGNORECASE)
OFFICE_END = wording(
    r"\s*(?:\([^)]*\))?\s*(?P<close>:|;|[–—-]\s|,?\s*$|(?=\s+(?-i:[A-Z])))\s*(?P<rest>.*)$", re.IGNORECASE | re.DOTALL
)


class Label(NamedTuple):
    """A label found at the start of a line: what kind of list it opens, and the words that follow it on the line."""

    kind: str
    rest: str
    capacity: str | None = None
    words: str = ""


@cache
def _by_first_word(topic: str) -> dict[str, tuple[str, ...]]:
    """Give the labels of a topic by their first word, the longest first."""
    groups: dict[str, list[str]] = {}
    for entry in load("labels")[topic]:
        for said in entry["words"]:
            groups.setdefault(_first_word(said), []).append(said)
    return {first: tuple(sorted(said, key=len, reverse=True)) for first, said in groups.items()}


def _first_word(text: str) -> str:
    found = re.match(r"\w+", text)
    return found[0].casefold() if found else ""


def _end_of(said: str, text: str, begin: int) -> int:
    """Give where a label that stands at a place of a text ends (any white space parts its words), -1 when none does."""
    first, *more = said.split()
    end = begin + len(first)
    if text[begin:end].casefold() != first:
        return -1
    for word in more:
        gap = SPACE.match(text, end)
        begin = gap.end() if gap else len(text)
        end = begin + len(word)
        if text[begin:end].casefold() != word:
            return -1
    return end


def _find(text: str, topic: str, start: re.Pattern[str], end: re.Pattern[str]) -> tuple[str, re.Match[str]] | None:
    """Find the longest label of a topic at the start of a text: its words as printed, and what follows them."""
    opening = start.match(text)
    begin = opening.end() if opening else 0
    for said in _by_first_word(topic).get(_first_word(text[begin : begin + MAX_OFFICE_LINE]), ()):
        stop = _end_of(said, text, begin)
        after = end.match(text, stop) if stop > begin else None
        if after:
            return text[begin:stop], after
    return None


@cache
def _kinds() -> dict[str, str]:
    return {w: entry["kind"] for entry in load("labels")["people"] for w in entry["words"]}


@cache
def _capacities() -> dict[str, str | None]:
    return {w: entry["capacity"] for entry in load("labels")["offices"] for w in entry["words"]}


@cache
def nobody() -> frozenset[str]:
    """Words that stand in a list and mean that nobody is meant: "None", "n/a"."""
    return frozenset(load("labels")["nobody"])


@lru_cache(maxsize=KEPT)
def read_label(text: str) -> Label | None:
    """Read the label of a people list at the start of a text: "Present: Ann, Bob" -> ("present", "Ann, Bob")."""
    found = _find(text, "people", LABEL_START, LABEL_END)
    said = fold(found[0]).casefold() if found else ""
    kind = _kinds().get(said)
    if not found or kind is None:
        return _of_meeting(text) or _composed(text)
    rest = found[1]["rest"].lstrip(" –—-").strip()  # "Attendees:- Ann Forde"
    if not found[1]["close"] and rest and ((whole := _composed(text)) or not starts_list(rest)):
        return whole  # "Absent Commissioners" names nobody
    return Label(kind, rest, words=said)


def _of_meeting(text: str) -> Label | None:
    """Read a label that says of which meeting: "Attendees of the June meeting: Ann, Bob"."""
    found = OF_MEETING.match(text) if ":" in text[:LONGEST_LABEL] else None
    said = found and pattern("heading", "says-meeting").search(found["meeting"])  # "Present at the close" is none
    kind = _kinds().get(found["label"].casefold()) if found and said else None
    return Label(kind, found["rest"].strip(), words=found["label"].casefold()) if found and kind else None


def _composed(text: str) -> Label | None:
    found = composed_labels.read(text)
    return Label(found.kind, found.rest, words=found.words) if found else None


def starts_list(text: str) -> bool:
    """Whether words right after a label without a colon begin a list of names ("Present HO, DM, MS")."""
    first = LIST_AND.split(BRACKETED.sub("", text), maxsplit=1)[0]
    if fold(text).casefold().strip(" .") in nobody():
        return True
    short = looks_like_name(first) and len(first.split()) <= MAX_LISTED_NAME
    return (short and not SENTENCE_END.search(text[:200].rstrip("."))) or has_title(text)


@lru_cache(maxsize=KEPT)
def read_office(text: str) -> Label | None:
    """Read an office that names one person on the line: "Minutes: Bob Hale", "Clerk J Kennaway"."""
    found = _find(text, "offices", OFFICE_START, OFFICE_END)
    said = fold(found[0]).casefold() if found else ""
    if not found or said not in _capacities():
        return None
    capacity, close, rest = _capacities()[said], found[1]["close"], found[1]["rest"].strip()
    if not rest:
        return Label("office", "", capacity, found[0]) if close.strip() in (":", ";") else None
    first = LIST_AND.split(re.sub(r"\(.*?\)", "", rest), maxsplit=1)[0]
    if not looks_like_name(DASHES.split(first)[0].rstrip(".")) or len(rest) > MAX_OFFICE_LINE:
        return None
    opens = found[0][0].isupper() or re.sub(r"^\W+", "", text)[:1].isupper()  # "Clerk J Moss", "The meeting was led by"
    if close == "" and (len(rest.split()) > MAX_BARE_OFFICE or not opens):
        return None
    return Label("office", rest, capacity, found[0])
