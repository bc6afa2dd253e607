"""Tell people's names, initials, titles and offices from the other words of minutes."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from minutes_cli.parse.block import fold
from minutes_cli.vocabulary import load
from minutes_cli.wording import wording

TOKEN = wording(r"[^\W\d_](?:[\w.'’`´-]*[\w.'’`´])?")
INITIALS = wording(r"^[A-Z](?:\.?[A-Za-z]?\.?){1,4}$|^[A-Z]{2,4}\d?$")
NO_NAME = wording(r"[:;!?/\\<>=\"@#%]|\d")  # marks that stand in no name
HANDLE = wording(r"@?(?=[\d.-]*[^\W\d])[\w.-]{2,20}")  # a number is none
CALL_SIGN = wording(r"[A-Z]{1,2}\d[A-Z]{1,4}|\d[A-Z]\d[A-Z]{1,4}")  # of radio amateurs, by the ITU's rules
INITIAL_LAST = wording(r"\b[A-Z]\.$")
MAX_NAME = 5  # words; "Maria del Carmen Ruiz Lopez"
MAX_LETTERS = 48  # characters of a name without its titles
MAX_INITIALS = 6  # characters, points counted ("K.A.1")


@cache
def words(kind: str) -> frozenset[str]:
    """Give a set of words of ``titles.yaml`` by name ("titles", "particles" ...)."""
    return frozenset(load("titles")[kind])


@cache
def _meanings(kind: str) -> dict[str, str]:
    return {word: meaning for meaning, said in load("titles")[kind].items() for word in said}


def capacity_of(text: str) -> str | None:
    """Tell what a word in brackets says somebody was: "Chairman" -> "chair"; None when it says nothing of the kind."""
    return _meanings("capacities").get(fold(text).casefold().strip(" .:*").removeprefix("the "))


def mode_of(text: str) -> str | None:
    """Tell how somebody came: "via Zoom" -> "remote"; None when a text says nothing of the kind."""
    said = fold(text).casefold().strip(" .")
    return _meanings("modes").get(said) or _meanings("modes").get(said.removeprefix("present "))


@lru_cache(maxsize=4096)
def strip_titles(text: str) -> str:
    """Strip a name of the titles in front of it and the letters after it ("Cllr Ann Forde MBE" -> "Ann Forde")."""
    parts = text.split()
    titles = words("titles")
    if len(parts) > 2 and parts[0].casefold() in words("qualifiers") and parts[1].casefold().strip(".,") in titles:
        parts = parts[1:]
    while len(parts) > 1 and parts[0].casefold().strip(".,") in titles:
        parts = parts[1:]
    while len(parts) > 2 and parts[-1].casefold().replace(".", "").strip(",") in words("postnominals"):
        parts = parts[:-1]
    name = " ".join(parts)
    return name.strip(" ,;:*") if INITIAL_LAST.search(name) else name.strip(" ,;:.*")


def has_title(text: str) -> bool:
    """Whether a text begins with a person's title."""
    first = text.split(" ", 1)[0].casefold().strip(".,") if text else ""
    return first in words("titles") and first != "the"


def is_initials(text: str) -> bool:
    """Whether a word looks like somebody's initials: two to four capitals ("AF", "MOC", "AFa", "K.A.1")."""
    return bool(INITIALS.match(text)) and len(text) <= MAX_INITIALS and sum(c.isupper() for c in text) >= 2


def fits(initials: str, name: str) -> bool:
    """Whether initials can be a name's: its letters in the order of the name's words, at least first and last.

    "MOC" fits "Myrtle O'Carey", "AFa" fits "Ann Forde" (told from another AF), "IBM" fits no "Ray Wells".
    """
    letters = [c.casefold() for c in initials if c.isalpha()]
    plain = name.casefold().replace("’", "'")
    if not letters or not plain or letters[0] != plain[0]:
        return False
    position = 0
    for letter in letters:
        position = plain.find(letter, position)
        if position < 0:
            return False
        position += 1
    starts = {part[0].casefold() for part in re.split(r"[\s'’-]+", name) if part}
    return sum(letter in starts for letter in letters) >= min(2, len(letters))


@lru_cache(maxsize=4096)
def looks_like_name(text: str, loose: bool = False) -> bool:
    """Whether a text can be one person's name: one to five capitalised words, none of them a word of minutes.

    ``loose`` allows a single small word (nicknames and handles, where the list says that names stand here).
    """
    bare = strip_titles(text)
    before, _, sign = bare.rpartition(" ")
    if before and CALL_SIGN.fullmatch(sign):
        return looks_like_name(before)  # radio amateurs: "Doug VE7XAG"
    if not bare or len(bare) > MAX_LETTERS or NO_NAME.search(bare):
        return loose and HANDLE.fullmatch(bare) is not None and bare.casefold() not in words("not_names")
    parts = bare.split()
    if len(parts) > MAX_NAME:
        return False
    for index, part in enumerate(parts):
        low = part.casefold().strip(".,")
        if low in words("particles") and (index or len(parts) > 1):
            continue
        if not TOKEN.fullmatch(part.strip(",'\"“”‘’")) and not re.fullmatch(r"(?:[A-Z]\.){1,4}", part):
            return False
        if not part[0].isupper() and not (part[0] in "'\"“‘" and part[1:2].isupper()):
            return loose and len(parts) == 1 and low not in words("not_names")
        if low in words("not_names") and not _is_initial(parts, index):
            return False
    if any(part.casefold().strip(".,") in words("organisation_words") for part in parts):
        return False
    return not (len(parts) == 1 and not has_title(text) and parts[0].casefold() in words("role_words"))


def _is_initial(parts: list[str], index: int) -> bool:
    """Whether a word that is small in prose is an initial: "A. Reed", "I Stern", "A J Reed"; not "A New Boat"."""
    part, after = parts[index], parts[index + 1 : index + 2]
    if part in ("A.", "I."):
        return True
    return part in ("A", "I") and bool(after) and (index > 0 or len(parts) == 2 or len(after[0].strip(".")) == 1)


@lru_cache(maxsize=4096)
def looks_like_role(text: str) -> bool:
    """Whether a text names a job or an organisation rather than a person."""
    parts = {part.casefold().strip(".,()") for part in text.split()}
    return bool(parts & (words("role_words") | words("organisation_words")))
