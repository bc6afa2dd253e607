"""What a person may be called in minutes: initials, a name or a part of it, an office.

Two spellings are compared folded: without case, accents, stops and apostrophes.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from minutes_cli.model import Person

SHORT = 100
"""Characters of a name, at most: they come back at every meeting, so their folded form is remembered."""

_SILENT = re.compile(r"[.'’`]")
_APART = re.compile(r"[\W_]+")


@lru_cache(maxsize=1 << 14)  # the same few names, over and over
def folded(words: str) -> str:
    """Bring a name to the form in which two spellings of it are equal: "A. O'Brien" and "a obrien"."""
    return _remembered(words) if len(words) <= SHORT else _fold(words)


def _fold(words: str) -> str:
    plain = words
    if not words.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c))
    return _APART.sub(" ", _SILENT.sub("", plain).casefold()).strip()


_remembered = lru_cache(maxsize=65536)(_fold)


def straight(name: str) -> str:
    """Turn a name printed surname first the way it is spoken: "Vetch, Omar" becomes "Omar Vetch"."""
    surname, comma, rest = name.partition(",")
    return f"{rest.strip()} {surname.strip()}" if comma and rest.strip() and "," not in rest else name


def names(person: Person) -> set[str]:
    """Everything a person may be called in minutes, folded.

    Initials, full name, first name, surname (also of several words: "van Dyke"), initial and surname, office, and
    what they were at this meeting ("chair").
    """
    called = {folded(said) for said in (person.initials, person.name, person.role, person.capacity) if said}
    words = folded(straight(person.name or "")).split()
    if len(words) > 1:
        called.add(" ".join(words))
        called.update(" ".join(words[start:]) for start in range(1, len(words)))
        called.add(words[0])
        called.add(f"{words[0][0]} {words[-1]}")
    called.discard("")
    return called
