"""Read the marked tasks and decisions in the text of a section, each with what the lines above leave to it."""

from __future__ import annotations

from itertools import zip_longest

import msgspec

from minutes_cli.model import Action, Decision
from minutes_cli.parse import marked, marked_parts, marks, status, task_fields, task_lists, task_tables
from minutes_cli.parse.block import Block, Grid, Paragraph, fold
from minutes_cli.parse.heading_words import earlier
from minutes_cli.parse.headings import Heading
from minutes_cli.parse.marked import Marked
from minutes_cli.parse.owners import owner_like
from minutes_cli.parse.patterns import pattern
from minutes_cli.parse.reading import Reading
from minutes_cli.parse.standing import restand, take_status
from minutes_cli.parse.task import read_task

DECIDED_ON = 300  # characters; a longer text above "Action: Approved" is not what was approved
STATUS_LINE = 5  # words; a line below a task that only says how it stands has no more
STATUS_GAP = 1.0  # line heights; and stands no further below it
LONGEST_TASK = 60  # words; a longer paragraph above "Responsible: AF" is no task
EARLIER_LINE = 200  # characters; a line that says how the tasks of an earlier meeting stand is no longer,
EARLIER_WORDS = 20  # and has no more words than this


class Above(msgspec.Struct):
    """What the lines above leave to the next one of a section.

    ``words``: the text that a bare owner in the next line belongs to; ``row``: page and line of the paragraph it came
    from; ``standing`` and ``standing_said``: how the tasks below stand, by the line that introduced them; ``task``: the
    task just above, and its paragraph.
    """

    words: str
    row: tuple[int, int] = (0, 0)
    standing: str = ""
    standing_said: str = ""
    task: tuple[Action, Paragraph] | None = None


def read(reading: Reading, heading: Heading | None, blocks: list[Block]) -> None:
    """Read the marked tasks and decisions of one section, its tables and the lists inside it."""
    above = Above(heading.title if heading else "")
    item = reading.item_of(heading)
    if heading is not None and heading.title.endswith((")", "]")):
        _read_title(reading, heading, item, above)
    left = task_lists.take(reading, blocks, item)
    for block, following in zip_longest(left, left[1:]):
        if isinstance(block, Grid):
            if block.role != "people":
                task_tables.read(reading, block, heading, above.words)
        elif block.role not in ("people", "heading"):
            _read_line(reading, block, following, item, above)


def _read_title(reading: Reading, heading: Heading, item: str | None, above: Above) -> None:
    """Read a task in brackets behind the title of an item: "3. Backups (ACTION: Ann to test them)"."""
    found = marked.find_inside(heading.title) or marks.in_brackets(heading.title, reading.context)
    block = reading.blocks[heading.index]
    if found is None or not found.before or not isinstance(block, Paragraph):
        return
    role = block.role
    _add_action(reading, found, block, item, above)
    block.role = role


def _read_line(reading: Reading, block: Paragraph, following: Block | None, item: str | None, above: Above) -> None:
    """Read one paragraph: a marked task or decision, how the task above stands, or text before what follows."""
    is_margin = block.role == "margin"  # what stands in the right margin is marked by its place
    worded = pattern("markers", "worded-mark").match(block.text) if is_margin else None
    found = marked.Marked("", "", worded["who"]) if worded else marks.find(block, reading.context)
    if found is None and is_margin:
        found = marked.Marked("", "", block.text)
    if found is None and above.task is not None and _tells_standing(block, above.task[1]):
        restand(above.task[0], block.words)
        block.role = "status"
        return
    if found is None and above.task is not None and task_fields.take(above.task[0], block.words, reading.context):
        block.role = "status"
        return
    if found is None and (fields := _fields_below(block, above, reading)):
        _add_fielded(reading, fields, block, item, above)
        return
    if found is None:
        above.task = None
        above.standing, above.standing_said = _earlier_standing(block.text), block.text
    elif marked.is_nothing(found):
        block.role = block.role if found.before else "action"
    elif marked.is_decision(found):
        _add_decision(reading, found, block, item, above)
    else:
        for part in marked_parts.parted(found, reading.context):
            _add_action(reading, part, block, item, above)
    if not is_margin:
        above.words = _words_left(reading, found, block, following, above)
        above.row = (block.page, block.line)


def _add_action(reading: Reading, found: Marked, block: Paragraph, item: str | None, above: Above) -> None:
    action = marked.read_marked(found, block, above.words, reading.context)
    action.item = item
    if above.standing and action.status_said is None:
        take_status(action, above.standing, fold(above.standing_said))
    if action.text:
        reading.actions.append(action)
        above.task = (action, block)
        block.role = block.role if found.before else "action"


def _fields_below(block: Paragraph, above: Above, reading: Reading) -> tuple[str, ...]:
    """Give what a line says of the sentence right above it, when it names its owner: "Responsible: AF"."""
    is_below = above.row[0] == block.page and 0 < len(above.words.split()) <= LONGEST_TASK
    return task_fields.owned_by(block.words, reading.context) if is_below else ()


def _add_fielded(reading: Reading, fields: tuple[str, ...], block: Paragraph, item: str | None, above: Above) -> None:
    """Make a task of the sentence above a line that says who is to do it."""
    action = read_task(above.words, reading.context, "marker")
    action.page, action.line, action.item = block.page, block.line, item
    for field in fields:
        task_fields.take(action, field, reading.context)
    reading.actions.append(action)
    above.task = (action, block)
    block.role = "action"


def _add_decision(reading: Reading, found: Marked, block: Paragraph, item: str | None, above: Above) -> None:
    """Take a marked line that only says "Approved" for a decision, with the text above it that was approved."""
    text = fold(f"{above.words} {found.after}") if len(above.words) < DECIDED_ON else found.after
    decision = Decision(text=text, item=item, how="marked", page=block.page, line=block.line)
    reading.decisions.append(decision)
    block.role = "decision"


def _words_left(reading: Reading, found: Marked | None, block: Paragraph, following: Block | None, above: Above) -> str:
    """Give the words that a bare owner in the next line would belong to.

    After a mark these are its words, unless they were only owners too; of a row of minutes kept as one whole table,
    all its paragraphs together.
    """
    if found is not None:
        only_owners = not found.before and owner_like(found.after, reading.context.roster)
        return above.words if only_owners else found.before or found.after
    is_row = following is not None and following.line == block.line and above.row == (block.page, block.line)
    return f"{above.words} {block.words}" if is_row else block.words


def _tells_standing(block: Paragraph, over: Paragraph) -> bool:
    """Whether a short line below a task, no further out than it, only says how it stands ("Action completed")."""
    is_below = len(block.words.split()) <= STATUS_LINE and block.x0 >= over.x0 and block.gap < STATUS_GAP
    return is_below and status.read(block.words) is not None


def _earlier_standing(text: str) -> str:
    """Read how the tasks below a line stand, when it says so of those of an earlier meeting.

    "Actions from the last meeting not completed" -> "carried"; "" when it says nothing of the kind.
    """
    if len(text) > EARLIER_LINE or not earlier().search(text) or len(text.split()) > EARLIER_WORDS:
        return ""
    is_list = pattern("markers", "tasks").search(text) and pattern("markers", "carried").search(text)
    return "carried" if is_list else ""
