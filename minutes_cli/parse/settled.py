"""Settle what was read into the record: items with their text, numbers and identities, the order of the document."""

from __future__ import annotations

from collections import Counter

from minutes_cli.model import Action, Item, Meeting
from minutes_cli.parse.block import Block, Grid, Paragraph, fold
from minutes_cli.parse.headings import Heading
from minutes_cli.parse.names import fits
from minutes_cli.parse.reading import ITEMS, TASKS, Reading

UNDATED = "undated"  # stands for the date in the identities of minutes that give none
LONGEST_INITIALS = 4  # letters; what is longer and does not fit the name is an office ("SENCO")
NO_TEXT = ("people", "heading", "table title", "signature", "rule")  # roles of paragraphs that are no text of an item


def record(reading: Reading) -> Meeting:
    """Make the record: number what carries no number, give actions their identity, and order all as in the document."""
    actions = sorted(reading.actions, key=lambda a: (a.page or 0, a.line or 0))
    _number(actions, str(reading.head.date or UNDATED))
    first_printed = {(d.item, d.text): d for d in reversed(reading.decisions)}
    decisions = sorted(first_printed.values(), key=lambda d: (d.page or 0, d.line or 0))
    _settle_initials(reading)
    titles = Counter(heading.title.casefold() for heading in reading.headings if not heading.number)
    return Meeting(
        meeting=reading.head,
        attendees=reading.people.attendees,
        apologies=reading.people.apologies,
        items=[_item(reading, heading) for heading in reading.headings if _is_item(heading, titles)],
        actions=actions,
        decisions=decisions,
    )


def _is_item(heading: Heading, titles: Counter[str]) -> bool:
    """Whether a heading is business: a list of earlier tasks is, but not one of many by the same name, one a person."""
    if heading.kind == "tasks":
        return bool(heading.number)
    again = not heading.number and titles[heading.title.casefold()] > 1
    return heading.kind in ITEMS and not (heading.kind in TASKS and again)


def _settle_initials(reading: Reading) -> None:
    """Make what stands in a column of initials the person's role, when it is too long and does not fit the name."""
    for person in (*reading.people.attendees, *reading.people.apologies):
        if not person.initials or not person.name or len(person.initials) <= LONGEST_INITIALS:
            continue
        if not fits(person.initials, person.name):
            person.role, person.initials = person.role or person.initials, None


def _item(reading: Reading, heading: Heading) -> Item:
    block = reading.blocks[heading.index]
    texts = [text for part in reading.under.get(heading.index, []) for text in _texts(part)]
    return Item(
        number=heading.number,
        parent=heading.parent,
        title=heading.title,
        page=block.page,
        line=block.line,
        text="\n".join(text for text in texts if text),
    )


def _texts(part: Block) -> list[str]:
    """Give the lines of an item's text that a block is; entries side by side stand parted by " | "."""
    if isinstance(part, Grid):
        return [] if part.role else [" | ".join(text for text in row.texts if text) for row in part.rows]
    return [] if part.role in NO_TEXT else [_text(part)]


def _text(paragraph: Paragraph) -> str:
    columns = paragraph.lines[0].segments if len(paragraph.lines) == 1 else ()
    return " | ".join(fold(s.text) for s in columns) if len(columns) > 1 else paragraph.text


def _number(actions: list[Action], day: str) -> None:
    """Give every action a number (its printed one, or its place in the list) and an identity unique in the record."""
    used = {action.ref for action in actions if action.ref}
    taken: set[str] = set()
    for position, action in enumerate(actions, start=1):
        if not action.ref:
            number = position
            while str(number) in used:
                number += 1
            action.ref = str(number)
            used.add(action.ref)
        identity, copy = f"{day}/{action.ref}", 1
        while identity in taken:
            copy += 1
            identity = f"{day}/{action.ref}-{copy}"
        taken.add(identity)
        action.id = identity
