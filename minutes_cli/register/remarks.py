"""Which rows of a record may be no tasks, but lines that say how an earlier one stands: "Action 4 - complete"."""

from __future__ import annotations

from minutes_cli.model import Action, Meeting
from minutes_cli.register.follow_up import Held
from minutes_cli.register.mentions import review_items
from minutes_cli.register.rows import Row


def remarks_in(meeting: Meeting) -> list[Action]:
    """List the rows without an owner that were read from a mark, and only say how something stands."""
    marked = zip(meeting.items, review_items(meeting), strict=True)
    reviews = {item.number for item, is_review in marked if is_review and item.number}
    held = Held(name="", head=meeting.meeting)
    return [
        action
        for action in meeting.actions
        if not action.owners
        and Row(action=action, held=held, record="", in_review=action.item in reviews).may_be_remark
    ]
