"""Read the lists of tasks: under a heading of their own, below a line that announces them, and single task boxes."""

from __future__ import annotations

from minutes_cli.parse import decisions, list_titles, listed_tasks, task_tables
from minutes_cli.parse.block import Block, Grid, Paragraph
from minutes_cli.parse.heading_words import list_kind
from minutes_cli.parse.headings import Heading
from minutes_cli.parse.numbering import read_number
from minutes_cli.parse.patterns import pattern
from minutes_cli.parse.reading import TASKS, Reading
from minutes_cli.wording import wording

ANNOUNCED = 12  # words; a line that announces a list of tasks has no more
BOXED = 3  # words; a box with no more behind it is a mark in a form, not a task
PLAIN = 30  # words; a longer line under such a line is text
CLOSE = 0.5  # line heights; plain lines of one list stand closer
BOX = wording(r"^\[[ xX~✓/-]?\]\s|^[☐☑☒]", needs="[☐☑☒")


def read_under(reading: Reading, heading: Heading, blocks: list[Block]) -> None:
    """Read the tables and the list under a heading of tasks; one that calls itself a summary prints them again."""
    known = {id(action) for action in reading.actions}
    tables = [block for block in blocks if isinstance(block, Grid)]
    for table in tables:
        task_tables.read(reading, table, heading, heading.title)
    lines = [block for block in blocks if isinstance(block, Paragraph) and block.role != "people"]
    if any(table.role == "actions" for table in tables):
        lines = [line for line in lines if line.bullet or read_number(line.text)]  # the text around a table is text
    lines = _without_motions(reading, heading, lines)
    goes_on = _goes_on(reading, heading)
    named = list_titles.owners(heading.title, reading.context)
    if named or not goes_on:
        reading.list_owner = named  # a list of its own begins: who was named over the last one owns nothing here
    earlier = heading.kind == "earlier tasks" or bool(list_titles.standing(heading.title))
    actions = listed_tasks.read_list(lines, reading.context, earlier, reading.list_owner, heading.title)
    for line in lines:
        line.role = "task"
    for action in actions:
        action.item = action.item or heading.number or None
    reading.actions.extend(actions)
    reading.in_summary = (goes_on and reading.in_summary) or bool(pattern("heading", "summary").search(heading.title))
    if reading.in_summary:
        reading.summaries |= {id(action) for action in reading.actions} - known


def _without_motions(reading: Reading, heading: Heading, lines: list[Paragraph]) -> list[Paragraph]:
    """Take the motions off a list of "Action items", which in some bodies are what was voted on; gives what is left."""
    put = [line for line in lines if pattern("markers", "motion").match(line.words)]
    for decision in decisions.find(put, strong_only=True):
        decision.item = heading.number or None
        reading.decisions.append(decision)
    for line in put:
        line.role = "decision"
    return [line for line in lines if line.role != "decision"]


def _goes_on(reading: Reading, heading: Heading) -> bool:
    """Whether a list of tasks follows another directly, as one under each owner's name does."""
    position = reading.headings.index(heading)
    return position > 0 and reading.headings[position - 1].kind in TASKS


def take(reading: Reading, blocks: list[Block], item: str | None) -> list[Block]:
    """Read the lists of tasks inside an item; gives the blocks that are left.

    They stand below a line that is no heading ("Previous action items" with its bullets), or are single boxes
    ("[x] Book the hall").
    """
    left: list[Block] = []
    index = 0
    while index < len(blocks):
        block = blocks[index]
        index += 1
        if not isinstance(block, Paragraph) or block.role:
            left.append(block)
            continue
        count = len(block.words.split())
        kind = list_kind(_unnumbered(block)) if count <= ANNOUNCED else None
        below = _listed_below(block, blocks[index:]) if kind in TASKS else []
        if below:
            _add(reading, below, item, kind == "earlier tasks")
            left.append(block)
            index += len(below)
        elif BOX.match(block.words) and count > BOXED:
            _add(reading, [block], item, earlier=False)
        else:
            left.append(block)
    return left


def _unnumbered(block: Paragraph) -> str:
    """Give the words of a line without a bullet or number: "6. Actions" announces tasks where no item is numbered."""
    numbered = None if block.bullet else read_number(block.text)
    return numbered.rest if numbered else block.words


def _add(reading: Reading, lines: list[Paragraph], item: str | None, earlier: bool) -> None:
    for action in listed_tasks.read_list(lines, reading.context, earlier, []):
        action.item = action.item or item
        reading.actions.append(action)
    for line in lines:
        line.role = "task"


def _listed_below(over: Paragraph, following: list[Block]) -> list[Paragraph]:
    """Gather what is listed under a line: bullets or numbers, deeper than it when it is a bullet itself, else lines."""
    below: list[Paragraph] = []
    is_numbered = not over.bullet and read_number(over.text) is not None
    for block in following:
        if not isinstance(block, Paragraph) or block.role or not (block.bullet or read_number(block.text)):
            break
        if is_numbered and not block.bullet:
            break  # "1. Actions", "2. Lamps": an agenda
        if over.bullet and block.x0 <= over.x0:
            break
        if below and bool(block.bullet) != bool(below[0].bullet) and block.x0 <= below[0].x0:
            break  # a number behind bullets, no deeper, is the next item's
        below.append(block)
    return below or _plain_below(over, following)


def _plain_below(over: Paragraph, following: list[Block]) -> list[Paragraph]:
    """Gather the plain lines that stand right under "Action:" or its like, when no bullets do."""
    below: list[Paragraph] = []
    numbered = read_number(over.text) is not None
    if not over.words.endswith(":") and not numbered:
        return below
    for block in following:
        if not isinstance(block, Paragraph) or block.role or read_number(block.text) or block.heading:
            break
        if len(block.words.split()) > PLAIN or ((below or numbered) and block.gap >= CLOSE):
            break
        below.append(block)
    return below
