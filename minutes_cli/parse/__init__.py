"""A document in, one meeting's record out. The order of the stages stands here and nowhere else.

1 furniture set apart   2 lines joined to paragraphs, tables over page breaks   3 tables without rules found
4 headings of the business   5 the heading of the minutes   6 who came   7 the text of the items
8 actions: tables, lists, marks, else commitments in prose   9 decisions   10 numbers and names settled
"""

from __future__ import annotations

from minutes_cli.document import Document, LineRead
from minutes_cli.errors import SourceUnreadable
from minutes_cli.model import Meeting
from minutes_cli.parse import attendance, evidence, head, resolutions, sections, settled, task_headings, tasks
from minutes_cli.parse.reading import Reading
from minutes_cli.parse.several import meetings


def trace(document: Document) -> list[LineRead]:
    """Account for every line of a file of minutes: what it was read as, and why.

    Takes the whole document, also one with several meetings or none; returns its lines in order, each once.
    """
    from minutes_cli.parse.account import Account, traced

    return list(traced(document, [(part, Account(_read(part))) for part in meetings(document)]))


def parse(document: Document) -> Meeting:
    """Read the minutes of one meeting.

    Takes a ``Document`` (``read.read``), or the part of one that is one meeting's (``meetings``), and returns the
    record without its ``source``; raises ``SourceUnreadable`` when nothing in it shows that it is minutes.
    """
    reading = _read(document)
    if not evidence.is_minutes(reading):
        raise SourceUnreadable(
            "holds no minutes: no attendance list, no date of a meeting and no actions were found.",
            "Minutes are known by a date with people ('Present: ...') or marked actions; "
            "give the file that has them, as text, Word or PDF.",
        )
    return settled.record(reading)


def _read(document: Document) -> Reading:
    """Go through the stages with one meeting's minutes."""
    reading = Reading(document)
    sections.lay_out(reading)
    sections.find_headings(reading)
    reading.head = head.read(reading)
    reading.people = attendance.find(reading.blocks, reading.headings, reading.head_end, reading.head.date)
    sections.forget_people(reading)
    task_headings.settle(reading)
    sections.fill(reading)
    tasks.read(reading)
    resolutions.read(reading)
    return reading


__all__ = ["meetings", "parse", "trace"]
