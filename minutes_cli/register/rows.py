"""The rows of a book: each action of each record, with who owns it there and where it stands."""

from __future__ import annotations

import msgspec

from minutes_cli.model import Action, Status, Update
from minutes_cli.register.entries import Owner
from minutes_cli.register.follow_up import Held, Matched, Sighting
from minutes_cli.register.likeness import recurs_by_itself, task_words
from minutes_cli.register.names import folded
from minutes_cli.register.told import status_in

PRINTED_LOG = "log"
"""The rule (``Action.how``) that finds an action in a log of earlier actions."""


class Row(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """One action of one record: its owners as that meeting's list knows them, and the title of its item.

    ``in_review`` says that it stands where the minutes take up earlier actions.
    """

    action: Action
    held: Held
    record: str
    item_title: str = ""
    owners: tuple[Owner, ...] = ()
    in_review: bool = False

    @property
    def updates(self) -> list[Update]:
        """What people noted on it."""
        return self.action.updates

    @property
    def words(self) -> str:
        """Its task, folded."""
        return task_words(self.action.text)

    @property
    def says_status(self) -> Status | None:
        """How it stands by its own record; ``None`` when that says nothing of it ("open" is what is not said)."""
        action = self.action
        return action.status if action.status_said or action.status != "open" else None

    @property
    def callings(self) -> frozenset[str]:
        """All that its owners are called by, folded, so that "AF" here and "Ann Forde" there are found to agree."""
        return frozenset(name for owner in self.owners for name in called(owner))

    @property
    def may_be_remark(self) -> bool:
        """Whether it may be no task, but a line that says how an earlier one stands: "Action 4 - complete"."""
        if self.action.how != "marker" or self.owners:
            return False
        told = status_in(self.action.text)
        is_all = told is not None and len(self.words.split()) <= len(task_words(told.said).split())
        return is_all or (self.in_review and (told is not None or self.says_status is not None))

    @property
    def recurs(self) -> bool:
        """Whether it is about what every meeting has anew: by its words, or its item, the meeting's own minutes."""
        return recurs_by_itself(self.words) or recurs_by_itself(folded(self.item_title))

    def same_item(self, other: Row) -> bool:
        """Whether two rows stand under the same item of business, by its title."""
        mine = folded(self.item_title)
        return mine == folded(other.item_title) if mine else self.action.item == other.action.item


def called(owner: Owner) -> set[str]:
    """Give what an owner is called by: the printed words, the full name, the initials."""
    who = owner.person
    words = {folded(owner.said)} | ({folded(who.name or ""), folded(who.initials or "")} if who else set())
    return words - {""}


def seen_again(row: Row, matched: Matched, likeness: int) -> Sighting:
    """Say what a later row says of an action raised before; its due date is settled by the calendar afterwards."""
    action = row.action
    return Sighting(
        held=row.held,
        action=action,
        on=row.held.head.date,
        said=action.status_said or "",
        status=row.says_status,
        due_said=action.due.text if action.due else "",
        owners=tuple(owner.said for owner in row.owners),
        record=row.record,
        item=action.item,
        page=action.page,
        line=action.line,
        matched=matched,
        likeness=likeness,
    )
