"""A proposal for the roster of a minute book: who is named at its meetings, under which spellings.

What is certain is proposed, with the places it stands at; what is likely is a question, with what speaks for it and
against. Two who were both named at one meeting are two, and nothing is asked of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

import msgspec

from minutes_cli.book import Book, Member
from minutes_cli.register.evidence import Evidence, Printed, offices_of_one, squeezed
from minutes_cli.register.names import folded
from minutes_cli.register.proceedings import Minuted, Proceedings
from minutes_cli.register.questions import Question, asked
from minutes_cli.register.spellings import Form, Known, is_called, known

GONE = 3
"""Meetings at which somebody is not named, up to the latest, for it to be asked whether they have left.

Whoever is on the roster counts to the latest meeting, so those who are gone must not be put there without the day they
left.
"""

REGULAR = 2
"""Meetings that must name somebody with one spelling: a guest of one evening is on no roster."""


class Proposed(msgspec.Struct, frozen=True, kw_only=True):
    """One person for the roster: ``entry`` is what would stand there, ``evidence`` the forms of the name.

    ``member`` is who they are on it already; ``entry`` has the aliases that are new then. ``gone`` is how many
    meetings ago they were last named, when that is long enough to ask; then nothing is proposed but the question.
    """

    entry: Member
    member: Member | None = None
    first: date | None = None
    last: date | None = None
    meetings: int = 0
    gone: int = 0
    roles: tuple[str, ...] = ()
    evidence: tuple[Printed, ...] = ()

    @property
    def is_there(self) -> bool:
        """Whether they are on the roster already."""
        return self.member is not None


class Roster(msgspec.Struct, frozen=True, kw_only=True):
    """A proposal: who is certain, whom to ask about, and how many names were passed over, named at one meeting only."""

    people: tuple[Proposed, ...] = ()
    gone: tuple[Proposed, ...] = ()
    questions: tuple[Question, ...] = ()
    passed: int = 0


def proposed_roster(found: Proceedings, book: Book | None = None) -> Roster:
    """Propose a roster from the lists of all meetings; the order of the records does not matter.

    ``book`` is what ``minutebook.yaml`` says: who is on the roster is proposed with new aliases only.
    """
    book = book or Book()
    bodies: dict[str, list[Minuted]] = {}
    for each in found.minuted:
        bodies.setdefault(each.held.body, []).append(each)
    whole = Roster()
    for body in sorted(bodies):
        meetings = bodies[body]
        roster = [each for each in book.people if not each.body or folded(each.body) == body]
        part = _of_body(meetings, roster, meetings[0].held.head.body if len(bodies) > 1 else None)
        whole = Roster(
            people=(*whole.people, *part.people),
            gone=(*whole.gone, *part.gone),
            questions=(*whole.questions, *part.questions),
            passed=whole.passed + part.passed,
        )
    return whole


def _of_body(meetings: Sequence[Minuted], roster: Sequence[Member], body: str | None) -> Roster:
    evidence = Evidence(meetings)
    people = known(evidence.lists, roster)
    offices = offices_of_one(evidence, people)
    groups: dict[int, tuple[Known, list[Form]]] = {}
    for form, who in people.items():
        groups.setdefault(id(who), (who, []))[1].append(form)
    certain = {key: _certain(who, forms, evidence, offices) for key, (who, forms) in groups.items()}
    shared = _shared_initials(certain.values(), evidence)
    proposals: list[Proposed] = []
    passed = 0
    for key, (who, forms) in groups.items():
        if who.may_be:
            continue
        one = _proposed(who, certain[key], evidence, shared)
        if one is not None and not one.is_there and (since := evidence.gone_since(evidence.places(forms))) >= GONE:
            one = msgspec.structs.replace(one, gone=since)
        if one is None or (not one.is_there and not _is_regular(one)):
            passed += one is not None
        elif not one.is_there or one.entry.aliases:
            proposals.append(one if one.is_there else _of(one, body))
    proposals.sort(key=lambda one: (one.is_there, one.entry.name.casefold().split()[-1:], one.entry.name.casefold()))
    return Roster(
        people=tuple(one for one in proposals if not one.gone),
        gone=tuple(one for one in proposals if one.gone),
        questions=tuple(asked(list(groups.values()), certain, evidence, body)),
        passed=passed,
    )


def _certain(who: Known, forms: Sequence[Form], evidence: Evidence, offices: Mapping[str, int]) -> list[Form]:
    """Say which forms of a name are certainly one person's.

    Those are its longest, what the roster has, initials printed beside it, and a shorter form that has the same
    initials printed beside it, or an office that nobody else has.
    """
    core = [form for form in forms if who.member and is_called(who.member, form)] or list(forms[:1])
    while True:
        more = [form for form in forms if form not in core and _shares(form, core, who, evidence, offices)]
        if not more:
            return [form for form in forms if form in core]
        core += more


def _shares(form: Form, core: Sequence[Form], who: Known, evidence: Evidence, offices: Mapping[str, int]) -> bool:
    printed = {squeezed(each) for each in evidence.initials(core)}
    if not form.words:
        return form.initials in printed
    own = {squeezed(each) for each in evidence.initials([form])}
    mine, theirs = ({folded(each) for each in evidence.said(forms, "role")} for forms in ([form], core))
    return bool(own & printed) or any(offices.get(office) == id(who) for office in mine & theirs)


def _proposed(who: Known, forms: Sequence[Form], evidence: Evidence, shared: Collection[str]) -> Proposed | None:
    """Propose somebody; nobody whose name is not known but for a first name, a surname or initials."""
    if who.member is None and len(forms[0].words) < 2:
        return None
    places = evidence.places(forms)
    entry = Member(name=who.member.name, body=who.member.body) if who.member else _entry(who, forms, evidence, shared)
    called = who.member or entry
    aliases = [who.names[form] for form in forms if not is_called(called, form)]
    days = evidence.days(places)
    return Proposed(
        entry=msgspec.structs.replace(entry, aliases=aliases),
        member=who.member,
        first=days[0] if days else None,
        last=days[-1] if days else None,
        meetings=len(places),
        roles=tuple(evidence.said(forms, "role")),
        evidence=tuple(evidence.printed(form, who.names[form]) for form in forms),
    )


def _entry(who: Known, forms: Sequence[Form], evidence: Evidence, shared: Collection[str]) -> Member:
    """Make the entry of somebody who is not on the roster, with what lists said last; aliases come later."""
    counted = evidence.initials(forms)
    own = [each for each in counted if squeezed(each) not in shared]
    role, organisation = evidence.said(forms, "role"), evidence.said(forms, "organisation")
    return Member(
        name=who.names[forms[0]],
        initials=max(own, key=lambda each: (counted[each], each), default=None),
        role=role[-1] if role else None,
        organisation=organisation[-1] if organisation else None,
    )


def _of(one: Proposed, body: str | None) -> Proposed:
    return msgspec.structs.replace(one, entry=msgspec.structs.replace(one.entry, body=body))


def _shared_initials(people: Iterable[Sequence[Form]], evidence: Evidence) -> set[str]:
    """Find the initials that lists print beside the names of several people: on a roster they would be one's alone."""
    counted = Counter(each for forms in people for each in {squeezed(printed) for printed in evidence.initials(forms)})
    return {each for each, times in counted.items() if times > 1}


def _is_regular(one: Proposed) -> bool:
    return one.meetings >= REGULAR or bool(one.entry.aliases)


def members_of(roster: Roster) -> Iterator[Member]:
    """Give the entries that are certain and new, as they would stand on the roster."""
    return (one.entry for one in roster.people if not one.is_there)
