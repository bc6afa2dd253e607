"""Carry what people track (status, updates, owners, due dates, notes) from an edited record into a new one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from minutes_cli.model import Action, Meeting
from minutes_cli.store.nodes import BY_HAND

ALIKE = 0.6
"""How alike the words of two actions must be to be one that was mended, as a share (0 to 1) of their letters: one row
read from two formats gives 0.95 and more; two tasks of one board seldom pass 0.5."""


def carried(edited: Meeting, fresh: Meeting) -> tuple[Meeting, tuple[str, ...]]:
    """Put the tracking of an edited record's actions into a fresh record of the same meeting.

    An action is the same when it has the same id and words, or else the same words, or else words that are much alike:
    rows may have been inserted above it, or its words mended. Where no row has moved, the same id will do. Actions that
    a person added by hand, and keys of the record that the program does not know, go along. Returns the new record, and
    the ids of tracked actions that the fresh record no longer has.
    """
    partners = _partners(edited.actions, fresh.actions)
    actions = [_with_tracking(action, partners.get(number)) for number, action in enumerate(fresh.actions)]
    met = {id(old) for old in partners.values()}
    alone = [old for old in edited.actions if id(old) not in met]
    added = [old for old in alone if old.how == BY_HAND]
    left = tuple(old.id for old in alone if old.how != BY_HAND and _is_tracked(old))
    extra = {**fresh.extra, **edited.extra}
    head = msgspec.structs.replace(fresh.meeting, extra={**fresh.meeting.extra, **edited.meeting.extra})
    return msgspec.structs.replace(fresh, meeting=head, actions=[*actions, *added], extra=extra), left


def _partners(edited: Sequence[Action], fresh: Sequence[Action]) -> dict[int, Action]:
    """Find for each fresh action, by its place in the list, the edited one that it is."""
    partners: dict[int, Action] = {}
    free = list(edited)
    for same in (_same_id_and_words, _same_ref_and_words, _same_words, _same_id_and_alike, _same_id):
        if same is _same_id and any(old.id != fresh[number].id for number, old in partners.items()):
            continue  # rows were inserted or taken out, so that a number tells nothing by itself
        for number, action in enumerate(fresh):
            if number not in partners and (old := next((old for old in free if same(old, action)), None)):
                partners[number] = old
                free.remove(old)
    return partners | dict(_likest(free, {n: each for n, each in enumerate(fresh) if n not in partners}))


def _likest(free: Sequence[Action], fresh: dict[int, Action]) -> Iterator[tuple[int, Action]]:
    """Pair what is left where each is the likest of the other and nothing else is nearly so."""
    for number, action in fresh.items():
        best = _only_likest(action, free)
        if best is not None and _only_likest(best, list(fresh.values())) is action:
            yield number, best


def _only_likest(action: Action, others: Sequence[Action]) -> Action | None:
    """Find the one of several actions whose words are like an action's; nothing when two are."""
    like = [other for other in others if _likeness(action, other) >= ALIKE]
    return like[0] if len(like) == 1 else None


def _likeness(one: Action, other: Action) -> float:
    """Say how alike the words of two actions are, 0 to 1."""
    from difflib import SequenceMatcher

    return SequenceMatcher(None, one.text.casefold(), other.text.casefold(), autojunk=False).ratio()


def _same_id_and_words(old: Action, new: Action) -> bool:
    return old.id == new.id and old.text == new.text


def _same_ref_and_words(old: Action, new: Action) -> bool:
    return (old.ref, old.text) == (new.ref, new.text)


def _same_words(old: Action, new: Action) -> bool:
    return old.text == new.text


def _same_id(old: Action, new: Action) -> bool:
    return old.id == new.id


def _same_id_and_alike(old: Action, new: Action) -> bool:
    return old.id == new.id and _likeness(old, new) >= ALIKE


def _is_tracked(action: Action) -> bool:
    return bool(action.updates or action.extra or action.status != "open")


def _with_tracking(fresh: Action, old: Action | None) -> Action:
    """Give a fresh action what a person recorded about it; where they recorded nothing, the minutes stand."""
    if old is None:
        return fresh
    return msgspec.structs.replace(
        fresh,
        owners=old.owners or fresh.owners,
        due=old.due or fresh.due,
        status=old.status,
        updates=[*old.updates, *(update for update in fresh.updates if update not in old.updates)],
        extra={**fresh.extra, **old.extra},
    )
