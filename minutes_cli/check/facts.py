"""What a meeting's record says at a glance, gathered once for all checks: who is who, and which items there are."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from minutes_cli.model import Action, Item, Meeting, Person
from minutes_cli.vocabulary import load
from minutes_cli.vocabulary.doers import People, kind_of, people
from minutes_cli.wording import wording

_NAME_WORD = wording(r"[^\W\d_][\w’'-]*")


class Facts(msgspec.Struct, frozen=True):
    """Give the common ground of the checks of one meeting.

    ``everyone`` is attendees then apologies; ``declared`` the initials printed for somebody, in capitals; ``initials``
    those and the ones their names give, with their people; ``items`` the items by folded number; ``known`` is for the
    vocabulary of commitments; ``spoken`` keeps who speaks in an item, once read.
    """

    meeting: Meeting
    everyone: tuple[Person, ...]
    declared: frozenset[str]
    initials: dict[str, list[Person]]
    items: dict[str, Item]
    known: People
    spoken: dict[int, tuple[tuple[str, str, str], ...]]

    def item_of(self, number: str | None) -> Item | None:
        """Give the item with this number, however it is punctuated; None when there is none."""
        return self.items.get(fold_number(number)) if number else None

    def has_item(self, number: str) -> bool:
        """Whether an item, or sub-items of it, has this number: "6" is there when 6a is."""
        wanted = fold_number(number)
        return any(is_part_of(label, wanted) for label in self.items)


def gather(meeting: Meeting) -> Facts:
    """Gather what the checks need from one meeting."""
    everyone = (*meeting.attendees, *meeting.apologies)
    initials: dict[str, list[Person]] = {}
    for person in everyone:
        for short in sorted(initials_of(person)):
            initials.setdefault(short, []).append(person)
    return Facts(
        meeting=meeting,
        everyone=everyone,
        declared=frozenset(fold_initials(p.initials) for p in everyone if p.initials),
        initials=initials,
        items={label: item for item in reversed(meeting.items) if item.number for label in _labels(item)},
        known=people((p.name or "" for p in everyone), (p.initials or "" for p in everyone), meeting.meeting.body),
        spoken={},
    )


def fold_number(number: str) -> str:
    """Fold an item's number to what tells it, without its punctuation: "Item 6A." is "6a"."""
    return _number_noise().sub("", number.strip()).casefold()


def _labels(item: Item) -> list[str]:
    """Give the folded numbers an item goes by: its own, and those its parent's number makes ("e" of 4 is "4e")."""
    own = fold_number(item.number)
    above = fold_number(item.parent) if item.parent else ""
    return [own, above + own, f"{above}.{own}"] if above and not own.startswith(above) else [own]


@cache
def _number_noise() -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(load("speech")["item_words"], key=len, reverse=True)))
    return wording(rf"^(?:(?:{words})\s+)?\(?|[\s.)(:]+$", re.IGNORECASE)


def is_part_of(label: str, whole: str) -> bool:
    """Whether one folded number is another or a sub-item of it: "3a", "3.1" and "3(b)" belong to "3", "31" does not."""
    rest = label[len(whole) :]
    return label.startswith(whole) and (not rest or not (rest[0].isdigit() and whole[-1:].isdigit()))


def fold_initials(initials: str) -> str:
    """Fold initials: without stops and blanks, in capitals: "M. O'C." is "MOC"."""
    return re.sub(r"[^\w]", "", initials).upper()


def name_words(name: str | None) -> list[str]:
    """Give the words of a name that tell people apart, folded, without titles: "Cllr J. Vane" is ["j", "vane"]."""
    titles = set(load("titles")["titles"])
    return [w.casefold() for w in _NAME_WORD.findall(name or "") if w.casefold() not in titles]


def initials_of(person: Person) -> set[str]:
    """Give the initials a person goes by: the printed ones, or those of their name."""
    if person.initials:
        return {fold_initials(person.initials)}
    parts = name_words(person.name)
    return {"".join(p[0] for p in parts).upper(), (parts[0][0] + parts[-1][0]).upper()} if len(parts) > 1 else set()


def same_name(one: str | None, other: str | None) -> bool:
    """Whether two names are one person's: the same words, or a forename cut to its initial ("J Vane", "Jo Vane")."""
    left, right = name_words(one), name_words(other)
    if not left or not right or left[-1] != right[-1] or len(left) < 2 or len(right) < 2:
        return bool(left) and left == right
    return left[0] == right[0] or (1 in (len(left[0]), len(right[0])) and left[0][0] == right[0][0])


def named(owner: str, among: tuple[Person, ...]) -> list[Person]:
    """Give the people an owner can be: by initials, by full name, or by one word of their name. Each stands once."""
    short = fold_initials(owner)
    if owner.isupper() and len(short) <= 4:
        hits = [p for p in among if p.initials and fold_initials(p.initials) == short]
        hits = hits or [p for p in among if not p.initials and short in initials_of(p)]
        if hits:
            return hits
    words = name_words(owner)
    if len(words) > 1:
        return [p for p in among if same_name(p.name, owner)]
    return [p for p in among if words and words[0] in (name_words(p.name)[:1] + name_words(p.name)[-1:])]


def owner_kind(owner: str, facts: Facts) -> str | None:
    """Tell what an owner is: office, group, body, initials, name, or None for words that are none of these."""
    letters = "".join(word[0] for word in _NAME_WORD.findall(facts.meeting.meeting.body or "")).upper()
    if len(owner) > 1 and owner.isupper() and owner in letters and owner not in facts.declared:
        return "body"  # "FGB" at a meeting of the Full Governing Body
    return kind_of(owner, facts.known)


def owners_of(action: Action) -> list[str]:
    """All owners of an action, those of its parts too, each once and in order."""
    return list(dict.fromkeys([*action.owners, *(owner for part in action.parts for owner in part.owners)]))


def owned(actions: list[Action]) -> dict[str, list[Action]]:
    """Gather the actions of each owner as printed, in the order the owners are met."""
    found: dict[str, list[Action]] = {}
    for action in actions:
        for owner in owners_of(action):
            found.setdefault(owner, []).append(action)
    return found


def who(person: Person) -> str:
    """Name a person as a message does: "AF (Ann Forde)", or whichever of the two the record has."""
    if person.initials and person.name:
        return f"{person.initials} ({person.name})"
    return person.initials or person.name or "an unnamed person"
