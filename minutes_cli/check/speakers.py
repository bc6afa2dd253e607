"""Checks of who speaks: initials that nobody has, and people who speak in an item they were not there for.

Capitals are a person only when they do what people do: they stand in front of a verb of speech at the beginning of a
clause ("KL raised", "and PW felt"), or in an owner column. "The NHS reported" and "through the ABC system" are neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from minutes_cli.check.facts import Facts, fold_initials, fold_number, initials_of, is_part_of, owned, owner_kind, who
from minutes_cli.check.say import clean, finding, listed, numbered, quoted
from minutes_cli.model import Finding, Item, Person
from minutes_cli.vocabulary import load
from minutes_cli.wording import wording

_TOKEN = wording(r"[A-Z]{2,4}")
_BEGINNING = wording(r"(?:^|[.!?;:,()\[\n•●–—\"“‘-])\s*\Z")


class _Speech(msgspec.Struct, frozen=True):
    row: re.Pattern[str]
    verbs: frozenset[str]
    openings: frozenset[str]
    personal: frozenset[str]
    acronyms: frozenset[str]


@cache
def _speech() -> _Speech:
    book = load("speech")
    adverbs, joiners = ("|".join(map(re.escape, book[key])) for key in ("adverbs", "joiners"))
    join = rf"(?:\s*,\s*(?:(?:{joiners})\s+)?|\s*/\s*|\s+(?:{joiners})\s+|\s*&\s*)"
    row = rf"([A-Z](?<![\w’'./&-].)[A-Z]{{1,3}}(?:{join}[A-Z]{{2,4}}){{0,7}})\s+(?:(?:{adverbs})\s+){{0,2}}([a-z]+)\b"
    return _Speech(wording(row), *(frozenset(book[words]) for words in ("verbs", "openings", "personal", "acronyms")))


def speakers(text: str) -> Iterator[tuple[str, str, str]]:
    """Find the initials that speak in a text: (initials, their verb, the words around them), in order.

    A row before one verb is each of its members: "TQ, KL and PW expressed" is three.
    """
    speech = _speech()
    for found in speech.row.finditer(text):
        if found[2] not in speech.verbs:
            continue
        left = text[max(0, found.start() - 30) : found.start()]
        last = left.split()[-1].casefold() if left.split() else ""
        if left and not _BEGINNING.search(left) and last not in speech.openings:
            continue
        around = text[found.start() : found.end() + 60].split("\n")[0]
        for token in _TOKEN.findall(found[1]):
            yield token, found[2], around


def spoken_in(facts: Facts, item: Item) -> tuple[tuple[str, str, str], ...]:
    """Give who speaks in an item, read once for all checks and people."""
    if id(item) not in facts.spoken:
        facts.spoken[id(item)] = tuple(speakers(item.text))
    return facts.spoken[id(item)]


def candidates(token: str, facts: Facts) -> list[Person]:
    """Give the people whose printed initials are one letter away from these, or the same swapped, in list order."""
    near = {short for short in facts.declared if _is_near(token, short)}
    return [p for p in facts.everyone if p.initials and fold_initials(p.initials) in near]


def _is_near(one: str, other: str) -> bool:
    if len(one) == len(other):
        wrong = sum(a != b for a, b in zip(one, other, strict=True))
        return wrong == 1 or (wrong == 2 and sorted(one) == sorted(other))
    short, long = sorted((one, other), key=len)
    return (
        len(long) - len(short) == 1
        and len(short) > 1
        and any(long[:i] + long[i + 1 :] == short for i in range(len(long)))
    )


def _may_be(found: list[Person]) -> str:
    return f" It may be {listed([who(p) for p in found])}." if found else ""


def unknown_initials(facts: Facts) -> Iterator[Finding]:
    """Find initials in the text that nobody has, where others of that shape are declared, and who they may be."""
    if not facts.declared:
        return
    longest = max(map(len, facts.declared))
    for item in facts.meeting.items:
        told: set[str] = set()
        for token, verb, around in spoken_in(facts, item):
            if token in facts.initials or token in _speech().acronyms or token in told or len(token) > longest:
                continue
            near = candidates(token, facts)
            if near or verb in _speech().personal:
                told.add(token)
                where = f"in item {clean(item.number)}" if item.number else "here"
                yield finding(
                    "P201",
                    f"Nobody on the list has the initials {token}, used {where}: {quoted(around)}.{_may_be(near)}",
                    item,
                )


def unknown_owner_initials(facts: Facts) -> Iterator[Finding]:
    """Find initials in an owner column that nobody on the list has: each once, with their actions."""
    if not facts.declared:
        return
    longest = max(map(len, facts.declared))
    for owner, actions in owned(facts.meeting.actions).items():
        short = fold_initials(owner)
        if not _TOKEN.fullmatch(owner.replace(".", "")) or owner_kind(owner, facts) != "initials":
            continue
        if short not in facts.initials and short not in _speech().acronyms and len(short) <= longest:
            text = f"Nobody on the list has the initials {short}, the owner of {numbered('action', actions)}."
            yield finding("P201", text + _may_be(candidates(short, facts)), actions[0])


def items_where_they_speak(facts: Facts, person: Person) -> list[Item]:
    """Give the items in whose text a person speaks, by initials or by name."""
    own = {short for short in initials_of(person) if len(facts.initials.get(short, [])) == 1}
    found = []
    for item in facts.meeting.items:
        by_initials = any(token in own for token, _, _ in spoken_in(facts, item)) if own else False
        if by_initials or _name_speaks(person, item.text):
            found.append(item)
    return found


def _name_speaks(person: Person, text: str) -> bool:
    """Whether somebody speaks in a text by their full name: "Ann Forde reported ..."."""
    if not person.name or " " not in person.name or person.name not in text:
        return False
    return any(
        _verb_follows().match(text, found.end()) for found in re.finditer(rf"(?<!\w){re.escape(person.name)}", text)
    )


@cache
def _verb_follows() -> re.Pattern[str]:
    book = load("speech")
    adverbs, verbs = ("|".join(map(re.escape, book[key])) for key in ("adverbs", "verbs"))
    return wording(rf"\s+(?:(?:{adverbs})\s+){{0,2}}(?:{verbs})\b")


def speaks_outside_item(facts: Facts) -> Iterator[Finding]:
    """Find people listed for one item who speak in another. When none of their items exists, P202 tells it."""
    for person in facts.meeting.attendees:
        wanted = [fold_number(n) for n in person.for_items if facts.has_item(n)]
        if not wanted:
            continue
        for item in items_where_they_speak(facts, person):
            label = fold_number(item.number)
            if not label or any(is_part_of(label, whole) for whole in wanted):
                continue
            numbers = listed(person.for_items, "and")
            yield finding(
                "P203",
                f"{clean(who(person))} is listed for item {numbers} only, but speaks in item {clean(item.number)}.",
                item,
            )


CHECKS = (unknown_initials, unknown_owner_initials, speaks_outside_item)
