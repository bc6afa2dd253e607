"""Read the actions of minutes: in lists, in tables and marked in the text; where none is, commitments in prose."""

from __future__ import annotations

from minutes_cli.model import Action
from minutes_cli.parse import passages, repeats, task_lists
from minutes_cli.parse.block import Paragraph, fold
from minutes_cli.parse.headings import Heading
from minutes_cli.parse.reading import TASKS, Reading
from minutes_cli.vocabulary import commitments
from minutes_cli.vocabulary.sentences import sentences


def read(reading: Reading) -> None:
    """Read the actions that are marked; in minutes that mark none, the commitments in the text."""
    for heading, blocks in reading.sections:
        if heading is not None and heading.kind in TASKS:
            task_lists.read_under(reading, heading, blocks)
        else:
            passages.read(reading, heading, blocks)
    if not reading.actions:
        _read_commitments(reading)
    reading.actions = repeats.left_out(reading.actions, reading.summaries, reading.again)


def _read_commitments(reading: Reading) -> None:
    """Read the sentences by which somebody took a task on: "EA agreed to bring the plan"."""
    for heading, blocks in reading.sections:
        for block in blocks:
            if not isinstance(block, Paragraph) or block.role:
                continue
            for sentence in sentences(block.words):
                _take_commitment(reading, sentence, block, heading)


def _take_commitment(reading: Reading, sentence: str, block: Paragraph, heading: Heading | None) -> None:
    """Make one action of a sentence that binds somebody, however many it binds."""
    context = reading.context
    found = commitments.find_all(sentence, context.known)
    if not found:
        return
    owners = list(dict.fromkeys(context.roster.said(owner) for one in found for owner in one.owners))
    action = Action(
        id="",
        ref="",
        item=reading.item_of(heading),
        text=fold(sentence),
        owners=owners,
        due=context.due(sentence),
        how="prose",
        page=block.page,
        line=block.line,
    )
    reading.actions.append(action)
