"""Read the actions of minutes: in lists, in tables and marked in the text; where none is, commitments in prose."""

from __future__ import annotations

from minutes_cli.model import Action
from minutes_cli.parse import bracketed, passages, repeats, task_lists, unannounced
from minutes_cli.parse.block import Paragraph, fold
from minutes_cli.parse.headings import Heading
from minutes_cli.parse.reading import TASKS, Reading
from minutes_cli.parse.standing import stand
from minutes_cli.vocabulary.antecedents import Antecedents
from minutes_cli.vocabulary.commitments import Commitment
from minutes_cli.vocabulary.sentences import sentences

STRAY = 1  # actions; no more marked ones in a document may be an exception, not how it writes down its tasks,
FEWEST_BESIDE = 3  # when at least so many commitments stand beside them in the text
RUNNING_TEXT = 25  # words; a list of people in one line that has more tells something about them


def read(reading: Reading) -> None:
    """Read the actions that are marked; in minutes that mark none, the commitments in the text."""
    for heading, blocks in reading.sections:
        if heading is not None and heading.kind in TASKS:
            task_lists.read_under(reading, heading, blocks)
        else:
            passages.read(reading, heading, blocks)
    bracketed.read(reading)
    unannounced.read(reading)
    if len(reading.actions) <= STRAY:
        bound = _read_commitments(reading)
        if not reading.actions or len(bound) >= FEWEST_BESIDE:
            reading.actions += bound
    reading.actions = repeats.left_out(reading.actions, reading.summaries, reading.tables, reading.again)


def _read_commitments(reading: Reading) -> list[Action]:
    """Read the sentences by which somebody took a task on: "EA agreed to bring the plan"."""
    bound: list[Action] = []
    for heading, blocks in reading.sections:
        spoken_of = Antecedents(reading.context.known)
        for block in blocks:
            if not isinstance(block, Paragraph) or not _is_text(block):
                continue
            spoken_of.begin(block.words)
            for sentence in sentences(block.words):
                found = spoken_of.read(sentence)
                if found and not _is_marked(sentence, reading.actions):
                    told = _parted(sentence, found)
                    bound += [_commitment(reading, text, by, block, heading) for text, by in told]
    return bound


def _parted(sentence: str, found: list[Commitment]) -> list[tuple[str, list[Commitment]]]:
    """Part a sentence that binds several people, each to a task of their own: "Ann to ring them and Bob to pay"."""
    ends = [one.end for one in found]
    if len({one.owners for one in found}) < len(found) or any(
        b.start < a for a, b in zip(ends, found[1:], strict=False)
    ):
        return [(sentence, found)]
    starts = [0, *(one.start for one in found[1:])]
    ends[-1] = len(sentence)
    return [(sentence[start:end], [one]) for start, end, one in zip(starts, ends, found, strict=True)]


def _is_marked(sentence: str, actions: list[Action]) -> bool:
    """Whether a sentence is a marked task's own, told again beside its mark."""
    return any(action.text in sentence or sentence in action.text for action in actions if action.how != "prose")


def _is_text(block: Paragraph) -> bool:
    """Whether a paragraph is running text, also where names in it were taken for a list of people."""
    return block.role in ("", "people prose") or (block.role == "people" and len(block.words.split()) > RUNNING_TEXT)


def _commitment(
    reading: Reading, sentence: str, found: list[Commitment], block: Paragraph, heading: Heading | None
) -> Action:
    """Make one action of a sentence that binds somebody, however many it binds."""
    context = reading.context
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
    stand(action, "")
    return action
