"""Which earlier action a later row is, by its words; and why that may not be certain.

A row is an earlier action when owner and words agree (but for the print), the action stood in the list of the meeting
before, and no other action is it as well. Whatever is less certain is a doubt, for a person to decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

import msgspec

from minutes_cli.register.follow_up import Doubt, Matched
from minutes_cli.register.likeness import is_reprint, nearest, says_little
from minutes_cli.register.names import folded
from minutes_cli.register.rows import PRINTED_LOG, Row
from minutes_cli.register.threads import Thread, agree
from minutes_cli.vocabulary import load

HABIT = 3
"""One in so many open actions of the last list must be listed again, word for word, for lists to be kept from meeting
to meeting; where fewer are, like words are rather a routine ("Clerk to notify the county") that came up anew."""


class Option(NamedTuple):
    """An earlier action that a row may be: how alike the words are (0 to 100), and whether only their print differs."""

    thread: Thread
    likeness: int
    is_same: bool


class Lists(NamedTuple):
    """The number of the last meeting that listed actions, and whether its open ones are listed again as a habit."""

    before: int
    are_kept: bool


class Verdict(msgspec.Struct):
    """What a row is taken for: the earlier actions it may be, the likeliest first, and why that is not certain.

    Without a doubt there is one option, which counts; without options the row raises a new action.
    """

    options: list[Option] = []
    matched: Matched = "same words"
    doubt: Doubt | None = None

    @property
    def is_certain(self) -> bool:
        """Whether the row is the one action it may be."""
        return len(self.options) == 1 and self.doubt is None


def by_words(row: Row, recent: Iterable[Thread], lists: Lists) -> Verdict:
    """Say which recent action a row is by its words and owners.

    ``lists`` is what is known of the last list of actions, and of whether its open ones are listed again now.
    """
    if folded(row.action.status_said or "") in _anew():
        return Verdict()
    near = [each for each in _near(row, recent) if not _is_over(row, each.thread, lists.before)]
    options = [each for each in near if agree(row.owners, each.thread.owners)]
    others = [each for each in near if each not in options and each.likeness == 100]
    same = [each for each in options if each.is_same]
    still = [each for each in same if not _is_closed(row, each.thread)]
    same = _nearest(row, still or same)
    if same and row.says_status is None and row.recurs and not _is_reviewed(row):
        return Verdict([max(same, key=lambda each: each.thread.last)], doubt="of each meeting")
    if not same:
        return _likely(row, options, [each for each in others if not _is_closed(row, each.thread)])
    if len(same) > 1:
        return Verdict(same, doubt="several fit")
    option = same[0]
    return Verdict(same, "same words" if option.likeness == 100 else "alike", _doubt(row, option.thread, lists))


@cache
def _anew() -> frozenset[str]:
    return frozenset(load("follow_up")["anew"])


def lists_of(rows: Sequence[Row], recent: Sequence[Thread], before: int) -> Lists:
    """Say whether a meeting lists the open actions of the list before it again."""
    day = rows[0].held.head.date if rows else None
    waiting = [thread for thread in recent if thread.last == before and not (day and thread.is_closed(day))]
    words = {row.words for row in rows}
    again = sum(not words.isdisjoint(thread.wordings) for thread in waiting if not thread.row.recurs)
    return Lists(before, again * HABIT >= len(waiting))


def _near(row: Row, recent: Iterable[Thread]) -> list[Option]:
    """Give the actions with a wording near that of a row, each once, by its nearest."""
    if not row.words:
        return []
    found: dict[int, Option] = {}
    wordings = [(words, thread) for thread in recent for words in thread.wordings]
    for words, alike, place in nearest(row.words, [words for words, _ in wordings]):
        thread = wordings[place][1]
        if id(thread) not in found:
            found[id(thread)] = Option(thread, alike, is_reprint(row.words, words))
    return list(found.values())


def _likely(row: Row, options: list[Option], others: list[Option]) -> Verdict:
    """Give what a row may be that is no action's word for word: similar ones, or the same one of other owners."""
    if says_little(row.words):
        return Verdict()
    if others:
        return Verdict(others, doubt="owners differ")
    return Verdict(options, doubt="words differ") if options else Verdict()


def _is_closed(row: Row, thread: Thread) -> bool:
    day = row.held.head.date
    return day is not None and thread.is_closed(day)


def _is_over(row: Row, thread: Thread, before: int) -> bool:
    """Whether an action was closed so long ago that like words raise a new one."""
    return _is_closed(row, thread) and thread.last < before


def _nearest(row: Row, options: Sequence[Option]) -> list[Option]:
    """Of several actions of like words, keep those of exactly these words, and of those the ones of the same item."""
    kept = list(options)
    for narrower in (
        [each for each in kept if each.likeness == 100],
        [each for each in kept if row.same_item(each.thread.latest)],
    ):
        chosen = [each for each in narrower if each in kept]
        if len(kept) > 1 and chosen:
            kept = chosen
    return kept


def _doubt(row: Row, thread: Thread, lists: Lists) -> Doubt | None:
    """Say why a row may be another action than the one whose words it has; ``None`` when nothing speaks against it."""
    says = row.says_status
    if _is_closed(row, thread) and says is None:
        return "was closed"
    if says_little(row.words) and not row.same_item(thread.latest):
        return "words differ"
    if says is not None or _is_reviewed(row):
        return None
    if thread.last < lists.before:
        return "not listed in between"
    return None if lists.are_kept else "few are listed again"


def _is_reviewed(row: Row) -> bool:
    """Whether a row stands where the minutes take up earlier actions."""
    return row.in_review or row.action.how == PRINTED_LOG


def one_row_each(rows: Sequence[Row], verdicts: Sequence[Verdict]) -> None:
    """See that an action is continued by one row of a meeting only, unless rows say the very same thing.

    Of several rows that would continue one action, those of its item count; when there are still several, and they
    differ, all of them are in doubt.
    """
    claims: dict[int, list[int]] = {}
    for place, verdict in enumerate(verdicts):
        if verdict.is_certain:
            claims.setdefault(id(verdict.options[0].thread), []).append(place)
    for places in claims.values():
        if len(places) < 2 or verdicts[places[0]].matched in ("reference", "by hand"):
            continue
        thread = verdicts[places[0]].options[0].thread
        near = [place for place in places if rows[place].same_item(thread.latest)]
        if len(near) != 1 and len({rows[place].words for place in places}) == 1 and _say_alike(rows, places):
            continue
        for place in places:
            if near != [place]:
                verdicts[place].doubt = "several fit"


def _say_alike(rows: Sequence[Row], places: Sequence[int]) -> bool:
    """Whether rows of the same words are one task that the minutes list twice: same owners, same item."""
    first = rows[places[0]]
    return all(rows[place].callings == first.callings and rows[place].same_item(first) for place in places)
