"""Checks of the actions: whose they are, whether they say something, and whether their numbers run on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.check.facts import Facts, named, owned, owner_kind, owners_of, who
from minutes_cli.check.say import clean, finding, listed, numbered, quoted
from minutes_cli.model import Action, Finding, Person
from minutes_cli.vocabulary.commitments import Commitment, find
from minutes_cli.wording import wording

# A run of references with more gaps than one in four has none: it is a list of what is still open of a longer log.
_MOST_GAPS = 1 / 4
# Fewer references than these are no run (1 and 4 may be anything).
_SHORTEST_RUN = 3
_CLOSED = ("done", "dropped")
# The rules that read the doer off the head of a task's own words.
_HEAD_RULES = ("to", "will", "going-to", "agreed-to", "was-asked")
_REFERENCE = wording(r"(.*?)(\d{1,6})\W*")


def without_owner(facts: Facts) -> Iterator[Finding]:
    """Find open actions that are nobody's."""
    for action in facts.meeting.actions:
        if action.status not in _CLOSED and not owners_of(action) and action.text.strip():
            yield finding("A301", f"Action {clean(action.ref)} has no owner: {quoted(action.text)}", action)


def without_words(facts: Facts) -> Iterator[Finding]:
    """Find actions that do not say what is to be done."""
    for action in facts.meeting.actions:
        if not action.text.strip() and not any(part.text.strip() for part in action.parts):
            yield finding("A310", f"Action {clean(action.ref)} does not say what is to be done.", action)


def owner_not_there(facts: Facts) -> Iterator[Finding]:
    """Find owners who sent apologies, are on no list, or may be several people: each once, with their actions."""
    meeting = facts.meeting
    if not meeting.attendees:
        return
    for owner, actions in owned(meeting.actions).items():
        kind = owner_kind(owner, facts)
        if kind not in ("initials", "name"):
            continue
        present = named(owner, tuple(meeting.attendees))
        absent = named(owner, tuple(meeting.apologies))
        of_actions = f"the owner of {numbered('action', actions)}"
        if len(present) > 1:
            several = listed([who(p) for p in present])
            yield finding("A308", f"{clean(owner)}, {of_actions}, may be {several}.", actions[0])
        elif not present and absent:
            yield finding("A302", f"{clean(who(absent[0]))}, {of_actions}, had sent apologies.", actions[0])
        elif not present and (kind == "name" or not facts.declared):
            yield finding("A303", f"{clean(owner)}, {of_actions}, is on no attendance list.", actions[0])


def references(facts: Facts) -> Iterator[Finding]:
    """Find numbers that are missing from, or repeated in, a run of printed action references."""
    for run in _runs(facts.meeting.actions):
        numbers = [number for number, _ in run]
        for place, (number, action) in enumerate(run):
            if numbers[:place].count(number) == 1:
                yield finding("A305", f"The action reference {clean(action.ref)} is used more than once.", action)
        gaps = sorted(set(range(min(numbers), max(numbers) + 1)) - set(numbers))
        if len(numbers) >= _SHORTEST_RUN and gaps and (len(gaps) == 1 or len(gaps) <= len(numbers) * _MOST_GAPS):
            for gap in gaps:
                before, after = _around(run, gap)
                text = f"Action {gap} is missing between {clean(before.ref)} and {clean(after.ref)}."
                yield finding("A304", text, after)


def _runs(actions: list[Action]) -> Iterator[list[tuple[int, Action]]]:
    """Give the runs of references counted on: those of one prefix, each beginning anew when the numbers do."""
    runs: dict[str, list[list[tuple[int, Action]]]] = {}
    for action in actions:
        found = _REFERENCE.fullmatch(action.ref.strip())
        if found is None or action.how == "log":
            continue
        number, series = int(found[2]), runs.setdefault(found[1], [[]])
        if number == 1 and len(series[-1]) > 1:
            series.append([])
        series[-1].append((number, action))
    for several in runs.values():
        yield from (run for run in several if len(run) > 1)


def _around(run: list[tuple[int, Action]], gap: int) -> tuple[Action, Action]:
    lower = max((pair for pair in run if pair[0] < gap), key=lambda pair: pair[0])
    upper = min((pair for pair in run if pair[0] > gap), key=lambda pair: pair[0])
    return lower[1], upper[1]


def owner_disagrees(facts: Facts) -> Iterator[Finding]:
    """Find actions whose words begin with one person and whose owner column has another."""
    for action in facts.meeting.actions:
        rows = [(part.text, part.owners) for part in action.parts] if action.parts else [(action.text, action.owners)]
        for text, owners in rows:
            told = find(text, facts.known)
            if not owners or told is None or told.rule not in _HEAD_RULES or not _heads(text, told):
                continue
            if _differ(told.owners, owners, facts):
                said, column = listed(told.owners, "and"), listed(owners, "and")
                yield finding(
                    "A306",
                    f"Action {clean(action.ref)} says {said} in its words, but its owner is {column}: {quoted(text)}",
                    action,
                )


def _heads(text: str, told: Commitment) -> bool:
    return not re.search(r"\w", text[: told.start])


def _differ(said: tuple[str, ...], owners: list[str], facts: Facts) -> bool:
    """Whether two rows of owners are certainly different people; an office or a group may be anybody."""
    if any(owner_kind(o, facts) not in ("initials", "name") for o in (*said, *owners)):
        return False
    if {o.casefold() for o in said} & {o.casefold() for o in owners}:
        return False
    left, right = ([named(o, facts.everyone) for o in row] for row in (said, owners))
    if not all(left) or not all(right):
        return False
    return not {_key(p) for people in left for p in people} & {_key(p) for people in right for p in people}


def _key(person: Person) -> tuple[str | None, str | None]:
    return person.name, person.initials


def item_missing(facts: Facts) -> Iterator[Finding]:
    """Find actions of items that the minutes do not have; what is reviewed of earlier minutes keeps their numbers."""
    lost: dict[str, list[Action]] = {}
    for action in facts.meeting.actions:
        here = action.how != "log" and action.status not in _CLOSED and "/" not in (action.item or "")
        if action.item and here and facts.items and not facts.has_item(action.item):
            lost.setdefault(action.item, []).append(action)
    for item, actions in lost.items():
        verb = "belongs" if len({a.ref for a in actions}) == 1 else "belong"
        text = f"{numbered('Action', actions)} {verb} to item {clean(item)}, which does not exist."
        yield finding("A309", text, actions[0])


def recorded_twice(facts: Facts) -> Iterator[Finding]:
    """Find actions with the same words for the same owners."""
    seen: dict[tuple[str, tuple[str, ...]], Action] = {}
    for action in facts.meeting.actions:
        words = " ".join(action.text.casefold().split()).rstrip(".;, ")
        key = words, tuple(sorted(owners_of(action)))
        if words and key in seen:
            yield finding(
                "A311",
                f"Action {clean(action.ref)} is the same as {clean(seen[key].ref)}: {quoted(action.text)}",
                action,
            )
        seen.setdefault(key, action)


CHECKS = (without_owner, without_words, owner_not_there, references, owner_disagrees, item_missing, recorded_twice)
