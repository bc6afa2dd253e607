"""Read the offices of those present where the minutes name them with it: "Treasurer Bob Hale reported"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from minutes_cli.model import Person
from minutes_cli.parse.block import Paragraph, fold
from minutes_cli.parse.names import capacity_of
from minutes_cli.parse.patterns import any_of, listed
from minutes_cli.parse.person import is_office

_SAID = r"[A-Z][\w’'-]+"  # a word of an office that begins with a capital
BEFORE = (
    rf"(?P<before>(?:{_SAID} ){{1,4}}\(?"  # "Treasurer Ann Forde", "Treasurer (Ann Forde)"
    rf"|(?:^|(?<=[.!?:•*-] )|(?<=[a-z] ))(?:{_SAID} ){{0,3}}{_SAID}, "  # "introduced our Treasurer, Ann Forde"
    r"|\b[a-z][a-z-]+ )"  # "by chairman Ann Forde"
)
BEHIND = (
    rf"(?:, (?:the |our )?(?P<behind>(?:{_SAID} ?){{1,4}}(?=[,.;)]|$)"  # "Ann Forde, the Town Clerk, said"
    rf"|(?:{_SAID} ){{0,3}}[a-z]+(?=[,.;)]| [a-z]|$)))"  # "Ann Forde, PTA president welcomed"
)
SHORTEST = 4  # letters of a name that is looked for
MAX_PEOPLE = 60  # attendees whose offices are looked for; in a longer list nobody holds one


def give_offices(people: list[Person], paragraphs: Iterable[Paragraph]) -> None:
    """Give those listed without a role the office that stands at their whole name in a text, the first one told."""
    unknown = {p.name: p for p in people if p.name and len(p.name) >= SHORTEST and not p.role and not p.organisation}
    if not unknown or len(unknown) > MAX_PEOPLE:
        return
    # these words are the document's own: nothing of them is kept, as it would be of a wording
    named = re.compile(rf"(?:\b{BEFORE})?\b(?P<name>{any_of(unknown)})\b{BEHIND}?")
    paragraphs = list(paragraphs)
    _over_names(people, paragraphs)
    for text in _texts(paragraphs):
        if not any(name in text for name in unknown):
            continue
        for match in named.finditer(text):
            person = unknown[match["name"]]
            behind = match["behind"] if " " in match["name"] else None  # "Lund, Clerk, left": two people, in a list
            office = _office_before(match["before"] or "") or _office_behind(behind or "")
            if office and not person.role:
                person.role = office
                person.capacity = person.capacity or capacity_of(office)


def _over_names(people: list[Person], paragraphs: list[Paragraph]) -> None:
    """Give those listed the office that stands alone on the line over their name: "Chair" over "Ann Forde"."""
    for over, below in pairwise(paragraphs):
        word = over.text.strip(" :")
        if len(over.lines) > 1 or " " in word or not _is_held(word) or not (capacity := capacity_of(word)):
            continue
        for person in people:
            if person.name and person.name.casefold() == below.text.casefold():
                person.capacity = person.capacity or capacity
                person.role = person.role or word


def _texts(paragraphs: Iterable[Paragraph]) -> Iterator[str]:
    """Give the words of each paragraph; the runs of a line of signatures each by itself."""
    for paragraph in paragraphs:
        runs = paragraph.lines[0].segments if len(paragraph.lines) == 1 else ()
        if len(runs) > 1:
            yield from (fold(run.text) for run in runs)
        else:
            yield paragraph.text


def _office_before(words: str) -> str:
    """Give the office that ends a run of capitalised words: "Yesterday Vice President " -> "Vice President"."""
    said = words.rstrip(" ,(").split()
    if not said or not _is_held(said[-1]):
        return ""
    start = len(said) - 1
    while start and (is_office(said[start - 1]) or said[start - 1].casefold() in listed("attendance", "before_office")):
        start -= 1
    return " ".join(said[start:])


def _office_behind(words: str) -> str:
    said = words.split()
    return " ".join(said) if said and _is_held(said[-1]) else ""


def _is_held(word: str) -> bool:
    """Whether a word names an office of one person; membership is none, and neither are offices of several."""
    low = word.casefold()
    return is_office(word) and not low.endswith("s") and low not in listed("attendance", "no_office")
