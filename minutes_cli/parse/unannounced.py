"""Read the tasks at the end of minutes that nothing announces: several lines that tell people by name what to do.

"Ann: Ring the bank." "Bob: Order the slates." "Cy: Ask the school." A transcript has such lines too, but they tell what
somebody said: only several below each other that begin with the verb of a task, of several people, are tasks.
"""

from __future__ import annotations

import re

from minutes_cli.model import Action
from minutes_cli.parse.block import Block, Paragraph
from minutes_cli.parse.context import Context
from minutes_cli.parse.owners import is_somebody, split_owners
from minutes_cli.parse.reading import Reading
from minutes_cli.parse.task import deeds, read_task
from minutes_cli.vocabulary import load
from minutes_cli.vocabulary.sentences import sentences
from minutes_cli.wording import wording

FEWEST = 3  # lines below each other
NAMED = 2  # people that they name, at least
KNOWN = 0.5  # share of these that are people beyond doubt
MOSTLY = 0.75  # share of them that begin with the verb of a task
NAME_FIRST = wording(r"^(?P<who>[^:.;!?]{2,40}):\s+(?P<rest>[A-Z]\w*\b.*)$", re.DOTALL)


def read(reading: Reading) -> None:
    """Read the rows of lines "Name: Do this" of each section that nothing else has claimed."""
    for heading, blocks in reading.sections:
        for row in _rows(blocks, reading.context):
            for paragraph in row:
                for action in _tasks(paragraph, reading.context):
                    action.item = reading.item_of(heading)
                    reading.actions.append(action)
                paragraph.role = "task"


def _rows(blocks: list[Block], context: Context) -> list[list[Paragraph]]:
    """Gather the lines below each other that name somebody, where most tell them what to do."""
    rows: list[list[Paragraph]] = [[]]
    for block in blocks:
        if isinstance(block, Paragraph) and not block.role and _owners(block, context):
            rows[-1].append(block)
        elif rows[-1]:
            rows.append([])
    return [row for row in rows if len(row) >= FEWEST and _is_list(row, context)]


def _is_list(row: list[Paragraph], context: Context) -> bool:
    named = {owner for paragraph in row for owner in _owners(paragraph, context)}
    asking = sum(_asks(paragraph.words.partition(":")[2].strip()) for paragraph in row)
    known = sum(is_somebody(owner, context.roster) for owner in named)
    return len(named) >= NAMED and known >= KNOWN * len(named) and asking >= MOSTLY * len(row)


def _asks(text: str) -> bool:
    """Whether words begin with the verb of a task: "Ring the bank"."""
    verb = text.partition(" ")[0].casefold().rstrip(":,")
    return verb in deeds() or verb in load("commitments")["words"]["asking"]


def _owners(paragraph: Paragraph, context: Context) -> list[str]:
    """Give the people that a line names in front of a colon; [] when anything else stands there."""
    match = NAME_FIRST.match(paragraph.words) if ":" in paragraph.words else None
    owned = split_owners(match["who"], context.roster) if match else None
    return [] if owned is None or owned.rest else owned.owners


def _tasks(paragraph: Paragraph, context: Context) -> list[Action]:
    """Make the tasks of one line: one for each sentence that begins with a verb of a task."""
    owners = _owners(paragraph, context)
    texts: list[str] = []
    for sentence in sentences(paragraph.words.partition(":")[2].strip()):
        if texts and not _asks(sentence):
            texts[-1] = f"{texts[-1]} {sentence}"
        else:
            texts.append(sentence)
    actions = [read_task(text, context, "list") for text in texts]
    for action in actions:
        action.owners = list(owners)
        action.page, action.line = paragraph.page, paragraph.line
    return actions
