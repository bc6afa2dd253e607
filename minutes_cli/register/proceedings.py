"""The proceedings: the meetings that the bodies of a minute book held, each with the record of what was said there.

Where the register asks what is to be done, this asks what was resolved and who came. Both take a meeting that has
several records once, and both are as of a day.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec

from minutes_cli.book import Book
from minutes_cli.model import Meeting
from minutes_cli.register.bodies import Bodies
from minutes_cli.register.entries import Register
from minutes_cli.register.filters import matching
from minutes_cli.register.follow_up import Held
from minutes_cli.register.people import on_the_list
from minutes_cli.register.sittings import Sitting, sittings


class Minuted(msgspec.Struct, frozen=True, kw_only=True):
    """A meeting that was held, and its record; of several the one that says most."""

    held: Held
    meeting: Meeting


class Proceedings(msgspec.Struct, frozen=True, kw_only=True):
    """The meetings of a minute book, in order of date, then name; those without a date come last.

    ``as_of`` is the day they were drawn up for, ``records`` how many records were given, ``filters`` what was asked
    for (in words), ``remarks`` what a reader must know about what was left out, or is there twice.
    """

    as_of: date
    minuted: tuple[Minuted, ...] = ()
    records: int = 0
    filters: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def meetings(self) -> tuple[Held, ...]:
        """The meetings that were held, without their records."""
        return tuple(each.held for each in self.minuted)


def proceedings(records: Sequence[tuple[str, Meeting]], as_of: date, book: Book | None = None) -> Proceedings:
    """Draw up the proceedings from records, each with its name, as of a day; their order does not matter.

    ``book`` says under which name a body is known, and whose minutes are those that name none. Meetings dated after
    the day are kept, and a remark says so, as in the register.
    """
    bodies = Bodies(book or Book())
    found = [_minuted(sitting) for sitting in sittings([(name, bodies.named(meeting)) for name, meeting in records])]
    later = sum(1 for each in found if each.held.head.date and each.held.head.date > as_of)
    undated = [each.held.name for each in found if each.held.head.date is None]
    remarks = []
    if later:
        were = "1 meeting is" if later == 1 else f"{later} meetings are"
        remarks.append(f"{were} dated after {as_of.isoformat()}, and covered all the same.")
    if undated:
        remarks.append(f"Listed last, for want of a date of the meeting: {', '.join(undated)}.")
    return Proceedings(as_of=as_of, minuted=tuple(found), records=len(records), remarks=tuple(remarks))


def _minuted(sitting: Sitting) -> Minuted:
    """Choose among the records of one meeting the one that says most of who came and what was resolved."""
    name, meeting = max(sitting.records, key=lambda record: _says(record[1]))  # of equals the first
    return Minuted(
        held=Held(
            name=name,
            head=meeting.meeting,
            actions=len(meeting.actions),
            people=on_the_list(meeting),
            copies=tuple(other for other, _ in sitting.records if other != name),
        ),
        meeting=meeting,
    )


def _says(meeting: Meeting) -> int:
    return len(meeting.decisions) + len(meeting.attendees) + len(meeting.apologies)


def held_by(
    found: Proceedings, *, body: str | None = None, since: date | None = None, until: date | None = None
) -> Proceedings:
    """Keep the meetings asked for: a body's, by its name or a part of it, and those between two days, both included."""
    whole = Register(as_of=found.as_of, meetings=found.meetings)
    asked = matching(whole, body=body, since=since, until=until)
    kept = {id(held) for held in asked.meetings}
    undated = [held.name for held in matching(whole, body=body).meetings if held.head.date is None]
    left_out = [f"{name} is left out: its meeting has no date." for name in undated if since or until]
    return msgspec.structs.replace(
        found,
        minuted=tuple(each for each in found.minuted if id(each.held) in kept),
        filters=(*found.filters, *asked.filters),
        remarks=(*found.remarks, *left_out),
    )
