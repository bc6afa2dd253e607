"""Carry what people track (status, updates, owners, due dates, notes) from an edited record into a new one."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from minutes_cli.model import Action, Meeting
from minutes_cli.store.nodes import BY_HAND


def carried(edited: Meeting, fresh: Meeting) -> tuple[Meeting, tuple[str, ...]]:
    """Put the tracking of an edited record's actions into a fresh record of the same meeting.

    An action is the same when it has the same id, or else the same reference and words. Actions that a person added
    by hand, and keys of the record that the program does not know, go along. Returns the new record, and the ids
    of tracked actions that the fresh record no longer has.
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
    for same in (_same_id_and_words, _same_words, _same_id):
        for number, action in enumerate(fresh):
            if number not in partners and (old := next((old for old in free if same(old, action)), None)):
                partners[number] = old
                free.remove(old)
    return partners


def _same_id_and_words(old: Action, new: Action) -> bool:
    return old.id == new.id and old.text == new.text


def _same_words(old: Action, new: Action) -> bool:
    return (old.ref, old.text) == (new.ref, new.text)


def _same_id(old: Action, new: Action) -> bool:
    return old.id == new.id


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
