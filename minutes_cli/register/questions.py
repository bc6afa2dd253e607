"""Whom the names on the lists may mean where that is not certain: questions, with what speaks for it and against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations

import msgspec

from minutes_cli.register.evidence import Evidence, squeezed
from minutes_cli.register.names import folded
from minutes_cli.register.spellings import ALIKE, Form, Known, are_alike

Group = tuple[Known, list[Form]]


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """Whether a name means somebody else who is listed: ``said`` is the name, ``may_be`` the people it may mean.

    ``reasons`` speak for it, ``doubts`` against; with several people it is which of them.
    """

    said: str
    may_be: tuple[str, ...]
    body: str | None = None
    meetings: int = 0
    first: date | None = None
    last: date | None = None
    reasons: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


class _Side(msgspec.Struct, frozen=True):
    """One of two names: what it is called, its forms, and who it is taken for."""

    name: str
    forms: tuple[Form, ...]
    who: Known


def asked(
    groups: Sequence[Group], certain: Mapping[int, Sequence[Form]], evidence: Evidence, body: str | None
) -> Iterator[Question]:
    """Ask about the names of one body's lists that may be one person's, by name."""
    found = {
        (min(one.name, other.name), max(one.name, other.name)): (one, other, why)
        for one, other, why in (
            *_shortened(groups, certain),
            *_slips(groups, certain),
            *_unprinted(groups, certain, evidence),
        )
        if not (evidence.places(one.forms) & evidence.places(other.forms))
        and not _are_two_of_the_roster(one.who, other.who)
    }
    asking: dict[str, list[tuple[_Side, _Side, str]]] = {}
    for each in found.values():
        asking.setdefault(each[0].name, []).append(each)
    for _, those in sorted(asking.items(), key=lambda each: (folded(each[0]), each[0])):
        yield _question(those, evidence, body)


def _are_two_of_the_roster(one: Known, other: Known) -> bool:
    return one is not other and one.member is not None and other.member is not None


def _question(those: Sequence[tuple[_Side, _Side, str]], evidence: Evidence, body: str | None) -> Question:
    """Put into one question all the people whom a name may mean."""
    those = sorted(those, key=lambda each: (folded(each[1].name), each[1].name))
    one = those[0][0]
    places = evidence.places(one.forms)
    days = evidence.days(places)
    reasons = dict.fromkeys(reason for _, other, why in those for reason in (why, *_for(one, other, evidence)))
    doubts = [doubt for _, other, _ in those for doubt in _against(one, other, evidence, several=len(those) > 1)]
    if len(those) > 1:
        doubts.insert(0, "it fits each of them")
    if len(places) == 1:
        doubts.append("it is named at one meeting only")
    return Question(
        said=one.name,
        may_be=tuple(other.name for _, other, _ in those),
        body=body,
        meetings=len(places),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        reasons=(*reasons, *_alone(those), "never named at one meeting together"),
        doubts=tuple(dict.fromkeys(doubts)),
    )


def _alone(those: Sequence[tuple[_Side, _Side, str]]) -> Iterator[str]:
    """Say of a shorter form that it is nobody else's, which is why reports take it for the longer one already."""
    if len(those) == 1 and those[0][0].who is those[0][1].who:
        yield "it fits nobody else on the lists"


def _side(who: Known, certain: Mapping[int, Sequence[Form]]) -> _Side:
    forms = certain[id(who)]
    return _Side(who.member.name if who.member else who.names[forms[0]], tuple(forms), who)


def _shortened(groups: Sequence[Group], certain: Mapping[int, Sequence[Form]]) -> Iterator[tuple[_Side, _Side, str]]:
    """Find the shorter forms of a name that are nobody else's, and those that may be one of several people's."""
    named = {side.who.name: side for who, _ in groups if not who.may_be for side in [_side(who, certain)]}
    for who, forms in groups:
        if who.may_be:
            one = _side(who, certain)
            yield from ((one, named[name], _short(one.forms[0])) for name in who.may_be if name in named)
            continue
        for form in forms:
            if form not in certain[id(who)]:
                yield _Side(who.names[form], (form,), who), _side(who, certain), _short(form)


def _short(form: Form) -> str:
    if not form.words:
        return "the same initials"
    if len(form.words) == 1:
        return "it is a part of the name"
    return (
        "the same initials and surname"
        if any(len(word) == 1 for word in form.words)
        else "the same but for a middle name"
    )


def _slips(groups: Sequence[Group], certain: Mapping[int, Sequence[Form]]) -> Iterator[tuple[_Side, _Side, str]]:
    """Find full names that differ by a letter or two."""
    sides = [_side(who, certain) for who, _ in groups if who.like and not who.may_be]
    by_name = {side.who.name: side for side in sides}
    for one, other in combinations(sorted(by_name.values(), key=_rank), 2):
        near = one.name in other.who.like or other.name in one.who.like
        if near and any(are_alike(mine, its) for mine in one.forms for its in other.forms if mine.words and its.words):
            yield other, one, f"{ALIKE:.0%} of the letters, or more, are the same"


def _rank(side: _Side) -> tuple[bool, int, str]:
    """Order two names so that the one that the other may be a slip for comes first: the roster's, then by letters."""
    return side.who.member is None, -side.forms[0].size[1], side.name


def _unprinted(
    groups: Sequence[Group], certain: Mapping[int, Sequence[Form]], evidence: Evidence
) -> Iterator[tuple[_Side, _Side, str]]:
    """Find initials that no list prints beside a name, and the people whose names begin with them."""
    sides = [_side(who, certain) for who, _ in groups if not who.may_be]
    for one in sides:
        if one.forms[0].words or one.who.member:
            continue
        for other in sides:
            letters = {"".join(word[0] for word in form.words) for form in other.forms if len(form.words) > 1}
            if one.forms[0].initials in letters and not evidence.initials(other.forms):
                yield one, other, "the name begins with these letters"


def _for(one: _Side, other: _Side, evidence: Evidence) -> Iterator[str]:
    initials = {squeezed(each) for each in evidence.initials(one.forms)} & {
        squeezed(each) for each in evidence.initials(other.forms)
    }
    if initials:
        yield "the same initials beside the name"
    for field, words in (("role", "the same office"), ("organisation", "of the same organisation")):
        theirs = {folded(each) for each in evidence.said(other.forms, field)}
        if same := [each for each in evidence.said(one.forms, field) if folded(each) in theirs]:
            yield f"{words} ({same[-1]})"


def _against(one: _Side, other: _Side, evidence: Evidence, *, several: bool) -> Iterator[str]:
    whose = f" of {other.name}" if several else ""
    for field, words in (("role", "office"), ("organisation", "organisation")):
        mine, theirs = evidence.said(one.forms, field), evidence.said(other.forms, field)
        if mine and theirs and not {folded(each) for each in mine} & {folded(each) for each in theirs}:
            yield f"another {words} ({mine[-1]}, not {theirs[-1]}{whose})"
    mine, theirs = sorted(evidence.initials(one.forms)), sorted(evidence.initials(other.forms))
    if mine and theirs and not {squeezed(each) for each in mine} & {squeezed(each) for each in theirs}:
        yield f"other initials ({mine[-1]}, not {theirs[-1]}{whose})"
