"""Read who owns an action: AF, AF & EA, RH and RP, JC EA, AF/EA, All, Clerk, Ann Forde, "AF to take forward ...".

Initials when the attendance list has them, else as printed.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from minutes_cli.model import Person
from minutes_cli.parse.block import fold
from minutes_cli.parse.names import is_initials, looks_like_name, looks_like_role, strip_titles, words
from minutes_cli.vocabulary import load
from minutes_cli.wording import wording

LONGEST_OWNER = 4  # words of one owner that are looked at together
LEFT_OVER = 2  # words behind the owners of a cell that may be left unread ("AF (lead)")
ROLE_CELL = 4  # words of a cell that only names a role
NAMES_CELL = 5  # words of a cell that is taken for names even where one of them is unknown
WHOLE_CELL = 6  # words of a cell that is one owner as printed ("Finance team and its volunteers")
CUT = wording(r"[\s,;/&+\n:()]")
INITIALS = wording(r"[A-Z]{2,4}[a-z]?")
WORD = wording(r"\S+")
INITIAL_LAST = wording(r"\b[A-Z]\.$")
SEPARATOR = wording(r"\s*(?:[,;/&+\n]|\band\b|\bwith\b)\s*(?:and\s+)?", re.IGNORECASE)
TASK = wording(r"^(?:to|will|is to|are to|shall|should|please|must)\s+\w", re.IGNORECASE)


class Owned(NamedTuple):
    """Owners read off the front of a text, and the words left after them."""

    owners: list[str]
    rest: str
    joint: bool  # whether the owners stand joined by "&", "and", "/" or a comma (they share the whole)


class Roster:
    """The people of a meeting, as owners are looked up among them."""

    def __init__(self, people: list[Person]) -> None:
        self.initials = {p.initials for p in people if p.initials}
        self.names: dict[str, list[Person]] = {}
        for person in people:
            name = strip_titles(person.name or "")
            parts = name.casefold().split()
            for key in {name.casefold(), *(parts[:1] + parts[-1:])}:
                if key:
                    self.names.setdefault(key, []).append(person)

    def knows(self, text: str) -> bool:
        """Whether a word is somebody on the list: initials, full name, forename or surname."""
        return text in self.initials or strip_titles(text).casefold() in self.names

    def said(self, text: str) -> str:
        """Give one spelling for an owner.

        The initials of the one person whose full name it is ("Ann Forde" -> "AF"), else as printed without title.
        """
        bare = strip_titles(fold(text))
        if bare in self.initials:
            return bare
        office, _, name = bare.partition(" ")
        if name and name.casefold() in self.names and office.casefold() in words("role_words"):
            bare = name  # "Trustee Dene"
        found = [p for p in self.names.get(bare.casefold(), []) if " " in bare and p.initials]
        return found[0].initials or bare if len(found) == 1 else bare


@cache
def _offices() -> frozenset[str]:
    return frozenset(load("markers")["offices"])


@cache
def _nobody() -> frozenset[str]:
    return frozenset(load("markers")["no_owners"])


@cache
def groups() -> frozenset[str]:
    """Words that mean everybody or a group: "All", "Members"."""
    return frozenset(load("markers")["groups"])


def is_office(text: str) -> bool:
    """Whether a text is an office that owns tasks without a name ("Clerk", "the Chair")."""
    return fold(text).casefold().strip(" .") in _offices()


def is_somebody(owner: str, roster: Roster) -> bool:
    """Whether an owner is somebody beyond doubt, not a word with a capital ("Misc" over bullets)."""
    first = owner.partition(" ")[0].casefold()
    known = roster.knows(owner) or is_initials(owner) or is_office(owner) or owner.casefold() in groups()
    return known or first in load("given")["names"]


def _is_group(parts: list[str]) -> bool:
    """Whether words are a group, an office or an organisation: "All", "the Clerk", "Finance Team", "entire exec"."""
    printed, last = " ".join(parts).casefold(), parts[-1].casefold()
    if printed in groups() or printed in _offices():
        return True
    if len(parts) < 2 or parts[0].endswith("ing"):  # "Contacting members" is a task
        return False
    return last in groups() or (last in words("organisation_words") and parts[0][0].isupper())


def _is_owner(text: str, roster: Roster) -> bool:
    bare = fold(text).strip(" .:()[]*@")
    if not bare:
        return False
    if roster.knows(bare) or _is_group(bare.split()):
        return True
    if is_initials(bare) or INITIALS.fullmatch(bare):
        return bare.casefold() not in _nobody()
    return looks_like_name(bare) and bare.casefold() not in words("not_names")


def split_owners(text: str, roster: Roster) -> Owned:
    """Read owners off the front of a cell or phrase: ("AF to take forward", ...) -> (["AF"], "to take forward")."""
    rest = (text if "\n" in text else fold(text)).strip(" .:;*")
    owners: list[str] = []
    joint = False
    while rest:
        separator = SEPARATOR.match(rest)
        if separator and owners:
            after = rest[separator.end() :]
            if not _front(after, roster):
                break
            joint = joint or "\n" not in separator[0]
            rest = after
        rest = rest.lstrip()
        found = _front(rest, roster)
        if not found or (owners and not separator and not (_short(found, roster) and _short(owners[-1], roster))):
            break  # side by side without "and" or "/" only initials are two owners ("JC EA"): "Invite Star" is none
        owners.append(found)
        rest = rest[len(found) :].lstrip(" .*")
    return Owned(list(dict.fromkeys(map(roster.said, owners))), rest.strip(), joint)


def _short(text: str, roster: Roster) -> bool:
    return text in roster.initials or is_initials(text)


def _front(text: str, roster: Roster) -> str:
    """Give the longest owner that a text begins with: an office, a name of the list, a name, or initials."""
    text = text.lstrip()
    tokens = re.match(r"(?:[^\s,;/&+\n:()]+(?:[ \t]+|$|(?=[,;/&+\n:()]))){1,5}", text)
    head = CUT.split(text, maxsplit=1)[0]
    found = list(WORD.finditer(tokens[0] if tokens else head))
    plain, ends = [word[0] for word in found], [word.end() for word in found]
    for count in range(min(len(plain), LONGEST_OWNER), 0, -1):
        piece = text[: ends[count - 1]]
        bare = fold(piece).strip(" .")
        if _is_owner(bare, roster) and (count == 1 or _is_one(plain[:count], bare, roster)):
            return piece if INITIAL_LAST.search(piece) else piece.rstrip(" .")
    return head if head and len(plain) <= 1 and _is_owner(head, roster) else ""


def _is_one(plain: list[str], bare: str, roster: Roster) -> bool:
    """Whether several words are one owner, not several owners in a row ("JC EA") or one with the words behind it."""
    if roster.knows(bare):
        return True
    if any(is_initials(word) or word in roster.initials for word in plain):
        return False
    return plain[-1].casefold() not in ("to", "and", "will") and (_is_group(plain) or looks_like_name(bare))


def owner_like(text: str, roster: Roster) -> bool:
    """Whether a whole cell is owners and nothing else (or owners and what they are to do)."""
    if not fold(text):
        return False
    owned = split_owners(text, roster)
    if owned.owners and (not owned.rest or TASK.match(owned.rest) or len(owned.rest.split()) <= LEFT_OVER):
        return True
    return len(text.split()) <= ROLE_CELL and looks_like_role(text)


def read_cell(text: str, roster: Roster) -> Owned:
    """Read an owner cell; what cannot be read as names stays one owner as printed ("Finance team")."""
    folded = fold(text).strip(" .;")
    if folded.casefold() in _nobody() or not _has_word(folded):
        return Owned([], "", False)
    owned = split_owners(text, roster)
    if "\n" in text:
        whole = split_owners(folded, roster)  # a wrapped name: "Kay Reed/Heather" + "Poole/Clerk"
        known = all(roster.knows(owner) or is_office(owner) for owner in whole.owners)
        if known and not whole.rest and len(whole.owners) < len(owned.owners):
            owned = whole
    if owned.owners and owned.rest and not TASK.match(owned.rest):
        left = owned.rest.strip(" ()-–:")
        if left and len(folded.split()) <= NAMES_CELL and not re.search(r"\d", left):
            return Owned(_as_printed(folded, roster), "", True)
    if not owned.owners and len(folded.split()) <= WHOLE_CELL:
        return Owned(_as_printed(folded, roster), "", True)
    return owned


def _as_printed(folded: str, roster: Roster) -> list[str]:
    """Take what stands between the separators of a cell for its owners; signs alone ("*", "–") are nobody."""
    return list(dict.fromkeys(roster.said(piece) for piece in SEPARATOR.split(folded) if _has_word(piece)))


def _has_word(text: str) -> bool:
    return any(char.isalnum() for char in text)
