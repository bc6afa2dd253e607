"""Read labels over people that are made of whom they mean and whether those were there: "Library Trustees Present".

Bodies call their members by many names (commissioners, trustees, selectmen), so that any list of whole labels
lacks one; the words for who was there and who was not are few.
"""

from __future__ import annotations

import re
from functools import cache

import msgspec

from minutes_cli.parse import names
from minutes_cli.parse.block import fold
from minutes_cli.parse.names import looks_like_name
from minutes_cli.parse.patterns import any_of, listed
from minutes_cli.vocabulary import load
from minutes_cli.wording import wording

MAX_WORDS = 7  # words of a label beside its state; more are a sentence
MAX_LABEL = 80  # characters, the same
LABEL = wording(r"\W*(?:\d{1,3}[.)]\s+)?(?P<said>[^:.,;\n\t]{4,80}?)\s*(?:\([^)]*\)\s*)?(?P<close>:|$|\t|\s[–—-]\s)")
WORD = wording(r"[\w'’-]+")
KINDS = {"absent": "apologies", "attending": "attending", "present": "present"}
GROUP = wording(r"\W*(?P<who>[A-Z][^:,\d]{2,50}?)\s*(?:\([^)]*\)\s*)?:\s*(?P<rest>.*)$", re.DOTALL)
MAX_GROUP = 5  # words of a group's name or an office's
# Every such label holds one of these; most lines hold none, and that is soon known.
STEM = wording("resen|tten|bsen|xcused|egrets|articipat", re.IGNORECASE)


class Composed(msgspec.Struct, frozen=True):
    """A label found at the start of a text: the kind of list it opens, its words, and what follows them."""

    kind: str
    words: str
    rest: str


@cache
def _state() -> re.Pattern[str]:
    said = load("labels")["composed"]
    return wording("|".join(rf"(?P<{kind}>\b(?:{any_of(said[kind])})\b)" for kind in KINDS), re.IGNORECASE)


@cache
def _of(kind: str) -> frozenset[str]:
    return frozenset(word for said in load("labels")["composed"][kind] for word in said.split())


def read(text: str) -> Composed | None:
    """Read a composed label that a colon, a dash or the end of the text closes; None when there is none."""
    if not STEM.search(text, 0, MAX_LABEL):
        return None
    found = LABEL.match(text)
    said = fold(found["said"]) if found else ""
    states = list(_state().finditer(said))
    if not found or not states or not (states[0].start() == 0 or states[-1].end() == len(said)):
        return None
    if states[-1].end() == len(said) and found["close"] == ":" and "following" in said.casefold():
        kind: str | None = KINDS[states[-1].lastgroup or ""]  # "The roll was called and the following were present:"
    else:
        kind = _kind({state.lastgroup or "" for state in states}, WORD.findall(_state().sub(" ", said)))
    return Composed(kind, said.casefold(), text[found.end() :].strip()) if kind else None


def _kind(states: set[str], words: list[str]) -> str | None:
    """Tell which list is meant by the states and the other words of a label; None when the words mean no people."""
    low = {word.casefold() for word in words}
    if not words or len(words) > MAX_WORDS or not low & _of("whom"):
        return None
    known = _of("whom") | _of("around")
    if any(word[0].islower() and word not in known for word in words):
        return None
    if "absent" in states:
        return "apologies"
    return "attending" if low & _of("invited") and not low & _of("members") else "present"


def read_group(text: str) -> Composed | None:
    """Read the name of a group within a list of people: "Staff: Ann Forde", "Board Executive:", "Board members"."""
    found = GROUP.match(text if ":" in text else f"{text}:")
    words = WORD.findall(found["who"]) if found else []
    low = [word.casefold() for word in words]
    if not found or not words or len(words) > MAX_GROUP or low[-1] not in _of("whom"):
        return None
    if any(word[0].islower() and word.casefold() not in _of("whom") | _of("around") for word in words):
        return None
    kind = "attending" if set(low) & _of("invited") else "present"
    return Composed(kind, fold(found["who"]), found["rest"].strip())


def is_organisation(words: str) -> bool:
    """Whether a group's name has words of its own: "City Council" and "Port Authority Staff", not "Staff"."""
    return any(word.casefold() not in _of("whom") | _of("around") for word in WORD.findall(words))


def is_plain(words: str) -> bool:
    """Whether a label names no body and nobody: "Members present", not "Bo Pike Members present"."""
    return not is_organisation(_state().sub(" ", words))


def read_named_office(text: str) -> Composed | None:
    """Read an office in words of its own within a list of people: "Social Secretary: Kit Park"."""
    found = GROUP.match(text)
    words = WORD.findall(found["who"]) if found else []
    if not found or not words or len(words) > MAX_GROUP or not found["rest"]:
        return None
    if len(words) == 1 and words[0].casefold() in listed("attendance", "no_office"):
        return None  # "Owner: Kit" below a task
    if words[-1].casefold() not in names.words("role_words") or not looks_like_name(first_name_in(found["rest"])):
        return None
    return Composed("office", fold(found["who"]), found["rest"].strip())


def first_name_in(text: str) -> str:
    """Give the words of a list up to its first mark: "Ann Forde (AF), Bob Hale" -> "Ann Forde"."""
    return re.split(r"\s*[,;(]|\s+[–—-]\s|\s+(?:and|&)\s", text, maxsplit=1)[0].strip(" .")
