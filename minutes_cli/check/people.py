"""Checks of the attendance list: who stands on it twice, and who came for an item that is not there."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.check.facts import Facts, fold_initials, fold_number, name_words, who
from minutes_cli.check.say import clean, finding, listed
from minutes_cli.check.speakers import items_where_they_speak
from minutes_cli.model import Finding, Person
from minutes_cli.wording import wording

# What is certainly an item's number: "7", "6a", "4.2"; "All" or "the first half" is none.
_PLAIN_NUMBER = wording(r"\d+(?:[.]?[a-z0-9]+)*")


def listed_for_missing_item(facts: Facts) -> Iterator[Finding]:
    """Find people who came for an item that the minutes do not have, and say where they speak instead."""
    if not facts.items:
        return
    for person in facts.meeting.attendees:
        numbers = [n for n in person.for_items if _PLAIN_NUMBER.fullmatch(fold_number(n)) and not facts.has_item(n)]
        if not numbers:
            continue
        spoken = [item.number for item in items_where_they_speak(facts, person) if item.number]
        where = f" They speak in item {listed(spoken, 'and')}." if spoken else ""
        item = f"item {numbers[0]}" if len(numbers) == 1 else f"items {listed(numbers, 'and')}"
        yield finding("P202", f"{clean(who(person))} is listed for {clean(item)}, which does not exist.{where}", person)


def present_and_absent(facts: Facts) -> Iterator[Finding]:
    """Find people who are both on the list of those present and among the apologies."""
    for absent in facts.meeting.apologies:
        if any(_same(absent, present) for present in facts.meeting.attendees):
            yield finding("P204", f"{clean(who(absent))} is listed as present and with apologies.", absent)


def _same(one: Person, other: Person) -> bool:
    if one.name and other.name:
        return len(name_words(one.name)) > 1 and name_words(one.name) == name_words(other.name)
    return bool(one.initials and other.initials) and fold_initials(one.initials or "") == fold_initials(
        other.initials or ""
    )


def listed_twice(facts: Facts) -> Iterator[Finding]:
    """Find names, and initials, that stand twice among those present."""
    names: dict[tuple[str, ...], Person] = {}
    initials: dict[str, Person] = {}
    for person in facts.meeting.attendees:
        if not person.name and not person.initials:
            yield finding("R602", "Somebody in the attendance list has neither name nor initials.", person)
            continue
        words = tuple(name_words(person.name))
        if len(words) > 1 and words in names:
            yield finding("P205", f"{clean(person.name or '')} stands twice in the attendance list.", person)
            continue
        names.setdefault(words, person)
        short = fold_initials(person.initials or "")
        if short and short in initials:
            both = listed([person.name or "somebody", initials[short].name or "somebody else"], "and")
            yield finding("P206", f"{both} have the same initials, {clean(short)}.", person)
        initials.setdefault(short, person)


CHECKS = (listed_for_missing_item, present_and_absent, listed_twice)
