"""The check that what somebody took on in the text stands among the actions."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Callable, Iterator
from functools import cache, partial
from itertools import accumulate, pairwise

from minutes_cli.check.facts import Facts, fold_number, named, owners_of
from minutes_cli.check.say import clean, finding, listed, quoted
from minutes_cli.model import Action, Finding, Item
from minutes_cli.vocabulary import load
from minutes_cli.vocabulary.commitments import Commitment, find_all
from minutes_cli.vocabulary.sentences import sentences

Check = Callable[[Facts], Iterator[Finding]]

# The share of the shorter wording's content words that both must have, to be the same task: "revise members and
# reporting lines of the sub-groups" and its long form in the text share two thirds, two tasks of one item a fifth.
_SAME_TASK = 0.5
# The same owner is evidence too.
_SAME_TASK_AND_OWNER = 0.34
# How many letters of a word tell it: "develop", "developed" and "development" are one.
_STEM = 5
# Shorter words ("the", "new", "for") say little about a task.
_SHORTEST_WORD = 4
# Rules too weak to accuse the minutes of a gap: what a speaker "would" do may be a thought.
_WEAK = ("would", "by")


@cache
def _empty_words() -> frozenset[str]:
    return frozenset(load("speech")["empty"])


def content(text: str) -> frozenset[str]:
    """Give the stems of the words that say what a task is about."""
    words = re.findall(rf"[^\W\d_]{{{_SHORTEST_WORD},}}|\d+", text.casefold())
    return frozenset(w[:_STEM] for w in words if w not in _empty_words())


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Give the share of the shorter wording's words that stand in the other too, 0 to 1."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def unrecorded_commitments(facts: Facts, run: range | None = None) -> Iterator[Finding]:
    """Find what people took on in an item's text and no action records.

    An action of an earlier item must be nearly the same words; one of this or a later item, where its table stands, may
    be put otherwise when the owner is the same. Only for minutes that mark their actions: where every action was read
    from the prose, prose is all there is. ``run`` are the items to look at, by their index; None is all of them.
    """
    meeting = facts.meeting
    if all(action.how == "prose" for action in meeting.actions):
        return
    place = {fold_number(item.number): i for i, item in enumerate(meeting.items) if item.number}
    actions = [(_place_of(action, place), action, content(_words_of(action))) for action in meeting.actions]
    for number in range(len(meeting.items)) if run is None else run:
        item = meeting.items[number]
        where = f"item {clean(item.number)}" if item.number else f"item {quoted(item.title)}"
        for told in _commitments(item, facts):
            wanted = content(told.task)
            near = ((words, action if at is None or at >= number else None) for at, action, words in actions)
            if wanted and not any(_is_recorded(told, likeness(wanted, words), one, facts) for words, one in near):
                who = listed(told.owners, "and")
                yield finding("A307", f"No action records what {who} took on in {where}: {quoted(told.task)}", item)


def _commitments(item: Item, facts: Facts) -> Iterator[Commitment]:
    for sentence in sentences(item.text):
        for told in find_all(sentence, facts.known):
            if told.rule not in _WEAK and "body" not in told.kinds:
                yield told


def _place_of(action: Action, place: dict[str, int]) -> int | None:
    return place.get(fold_number(action.item)) if action.item else None


def _words_of(action: Action) -> str:
    return " ".join([action.text, *(part.text for part in action.parts), action.action or ""])


def _is_recorded(told: Commitment, alike: float, action: Action | None, facts: Facts) -> bool:
    """Whether an action is what was taken on: the same words, or about the same words and the same owner.

    Takes the action when it is of this or a later item. Who is named in its words counts as owner: "a panel led by TQ"
    records that TQ would lead it.
    """
    if alike >= _SAME_TASK:
        return True
    if action is None or alike < _SAME_TASK_AND_OWNER:
        return False
    mentioned = [*owners_of(action), *re.findall(r"\w+", _words_of(action))]
    owners = {p.name or p.initials for o in owners_of(action) for p in named(o, facts.everyone)} | set(mentioned)
    said = {p.name or p.initials for o in told.owners for p in named(o, facts.everyone)} | set(told.owners)
    return bool(owners & said)


def shared_out(facts: Facts, count: int) -> list[Check]:
    """Share the check of long minutes out: ``count`` checks, each of a run of items with about as much text."""
    ends = list(accumulate(len(item.text) for item in facts.meeting.items))
    places = [bisect(ends, ends[-1] * part // count) for part in range(count)]
    return [partial(unrecorded_commitments, run=range(*run)) for run in pairwise([*places, len(ends)])]


CHECKS = (unrecorded_commitments,)
