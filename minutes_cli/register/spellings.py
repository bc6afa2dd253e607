"""Which names on many attendance lists are one person: "Ann Flynn", "A. Flynn", "Flynn, Ann", "AF".

A shorter form counts for a longer one only when one reading remains: the longer form is the only one that it can be
short for, and no meeting lists both. Otherwise it stays apart, with the names it may be. Initials are never made up
from names.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import combinations
from typing import NamedTuple

import msgspec

from minutes_cli.book import Member
from minutes_cli.model import Person
from minutes_cli.register.names import folded, straight

ALIKE = 0.85
"""How alike two names must be, as a share of their letters, to say that one may be a slip for the other.
"Anne Flynn" and "Ann Flynn" have 0.95, "Ann Flynn" and "Ann Finn" 0.82."""


class Form(NamedTuple):
    """One way in which lists name somebody, folded: the words of a name or an office, or initials alone."""

    words: tuple[str, ...]
    initials: str = ""

    @property
    def size(self) -> tuple[int, int]:
        """How much it says, in words, then in letters; a longer form is what a shorter one is short for."""
        return len(self.words), sum(map(len, self.words))


class Listed(NamedTuple):
    """Somebody as one meeting lists them: the form, the initials beside a name, the words, and the meeting's place."""

    form: Form
    initials: str
    said: str
    meeting: int


class Known(msgspec.Struct, kw_only=True):
    """One person as all the lists know them: every form with its words, the longest first.

    ``initials`` are those printed beside a name; ``member`` is who they are on the book's roster. ``may_be`` are the
    people whose name this may be short for, when there are several; ``like`` those whose full name is nearly the same.
    """

    names: dict[Form, str]
    initials: set[str] = set()
    member: Member | None = None
    may_be: tuple[str, ...] = ()
    like: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The name they are listed under: that of the roster, else the longest on any list."""
        return self.member.name if self.member else next(iter(self.names.values()))


def listed(person: Person, meeting: int) -> Listed:
    """Say how a meeting lists somebody: by name, else by initials, else by office.

    >>> listed(Person(name="Flynn, Ann"), 0).form.words
    ('ann', 'flynn')
    """
    name, initials = straight(person.name or ""), folded(person.initials or "").replace(" ", "")
    if folded(name):
        return Listed(Form(tuple(folded(name).split())), initials, name, meeting)
    if initials:
        return Listed(Form((), initials), initials, person.initials or "", meeting)
    office = person.role or "(no name)"
    return Listed(Form((folded(office) or office,)), "", office, meeting)


def known(lists: Iterable[Listed], roster: Sequence[Member] = ()) -> dict[Form, Known]:
    """Say of every form on some lists which person it is; forms of one person have one and the same ``Known``."""
    said: dict[Form, str] = {}
    meetings: dict[Form, set[int]] = {}
    initials: dict[Form, set[str]] = {}
    for each in lists:
        if each.form not in said or (said[each.form].isupper() and not each.said.isupper()):
            said[each.form] = each.said  # "Ann Flynn" says more of the spelling than "ANN FLYNN"
        meetings.setdefault(each.form, set()).add(each.meeting)
        initials.setdefault(each.form, set()).update({each.initials} - {""})
    people: dict[Form, Known] = {}
    near = _Near(roster)
    for form in sorted(meetings, key=lambda form: (*(-n for n in form.size), form)):
        readings = near.readings(form, meetings)
        if len(readings) != 1:
            readings = [Known(names={}, may_be=tuple(sorted(each.name for each in readings)))]
        person = people[form] = readings[0]
        person.names[form] = said[form]
        person.initials |= initials[form]
        near.note(form, person)
    _may_be_slips(people, meetings)
    return people


class _Near:
    """The people known so far, by the words that a shorter form can share with their names."""

    def __init__(self, roster: Sequence[Member]) -> None:
        self._roster = [(member, Known(names={}, member=member)) for member in roster]
        self._by: dict[tuple[str, str], dict[int, Known]] = {}

    def readings(self, form: Form, meetings: Mapping[Form, set[int]]) -> list[Known]:
        """List who a form can mean: whoever the roster gives that name, else the people of longer forms."""
        on_roster = [who for member, who in self._roster if is_called(member, form)]
        if len(on_roster) == 1:
            return on_roster
        there = {key: who for sign in _signs_asked(form) for key, who in self._by.get(sign, {}).items()}
        longer = [each for each in there.values() if any(_short_for(form, name, each) for name in each.names)]
        return [each for each in longer if not _listed_beside(form, each, meetings)]

    def note(self, form: Form, person: Known) -> None:
        """Note a form of somebody's name, and the initials printed beside it."""
        ends = [("first", form.words[0]), ("last", form.words[-1])] if form.words else []
        for sign in (*ends, *(("initials", each) for each in person.initials)):
            self._by.setdefault(sign, {})[id(person)] = person


def _signs_asked(form: Form) -> list[tuple[str, str]]:
    """Give what a longer form must have for this one to be short for it (see ``_short_for``)."""
    if not form.words:
        return [("initials", form.initials)]
    if len(form.words) == 1:
        return [(sign, form.words[0]) for sign in ("first", "last", "initials")]
    return [("last", form.words[-1])]


def is_called(member: Member, form: Form) -> bool:
    """Whether the roster gives somebody just this name, these initials or this alias."""
    called = {folded(straight(said)) for said in (member.name, member.initials or "", *member.aliases)} - {""}
    return (" ".join(form.words) or form.initials) in called


def _short_for(form: Form, longer: Form, person: Known) -> bool:
    """Whether a form can be short for a longer one: its initials, its first or last word, or the same abridged."""
    if not form.words:
        return form.initials in person.initials
    if len(form.words) == 1:
        return form.words[0] in {*longer.words[:1], *longer.words[-1:], *person.initials}
    if not longer.words or form.words[-1] != longer.words[-1] or not _begins(form.words[0], longer.words[0]):
        return False
    between = iter(longer.words[1:-1])
    return all(any(_begins(word, whole) for whole in between) for word in form.words[1:-1])


def _begins(word: str, whole: str) -> bool:
    """Whether a word is the other one, or one of them the initial of the other."""
    return word == whole or (1 in (len(word), len(whole)) and word[0] == whole[0])


def _listed_beside(form: Form, person: Known, meetings: Mapping[Form, set[int]]) -> bool:
    """Whether a meeting lists both by name, so that they are two people. Initials alone repeat somebody listed."""
    is_name = form.words and form.words[0] not in person.initials
    return bool(is_name) and any(meetings[form] & meetings[name] for name in person.names if name.words)


def _may_be_slips(people: Mapping[Form, Known], meetings: Mapping[Form, set[int]]) -> None:
    """Remark on full names that differ by a letter or two and never stand on one list: nothing is joined by that."""
    full = [(form, each) for form, each in people.items() if len(form.words) > 1]
    sharing: dict[tuple[bool, str], list[tuple[Form, Known]]] = {}
    for form, one in full:
        sharing.setdefault((True, form.words[0]), []).append((form, one))
        sharing.setdefault((False, form.words[-1]), []).append((form, one))
    for those in sharing.values():
        for (form, one), (other_form, other) in combinations(those, 2):
            if one is other or meetings[form] & meetings[other_form]:
                continue
            if are_alike(form, other_form):
                one.like = tuple(sorted({*one.like, other.name}))
                other.like = tuple(sorted({*other.like, one.name}))


def are_alike(form: Form, other: Form) -> bool:
    """Whether two names are so alike that one may be a slip for the other."""
    letters = SequenceMatcher(None, " ".join(form.words), " ".join(other.words))
    return all(ratio() >= ALIKE for ratio in (letters.real_quick_ratio, letters.quick_ratio, letters.ratio))
