"""Cut minutes into their sections: where the title part ends, which headings follow, and what stands under each."""

from __future__ import annotations

from minutes_cli.parse import (
    agenda,
    furniture,
    grids,
    lone_numbers,
    margin_marks,
    margin_paragraphs,
    paragraphs,
    ruled_lines,
)
from minutes_cli.parse.agenda_list import with_listed_items
from minutes_cli.parse.block import Block, Grid, Paragraph
from minutes_cli.parse.bulleted import with_bulleted_items
from minutes_cli.parse.column_pairs import unfold
from minutes_cli.parse.dates import find_dates, writes_month_first
from minutes_cli.parse.heading_words import is_dated, is_routine, list_kind
from minutes_cli.parse.headings import Heading
from minutes_cli.parse.numbering import read_number
from minutes_cli.parse.patterns import pattern
from minutes_cli.parse.people import read_label, read_office
from minutes_cli.parse.reading import TASKS, Reading
from minutes_cli.parse.sub_topics import with_sub_topics
from minutes_cli.parse.tracked_topics import with_tracked_topics
from minutes_cli.parse.whole_table import flatten
from minutes_cli.vocabulary import load

TITLE_BLOCKS = 12  # paragraphs; the title part of minutes is at most this deep
TITLE_WITHOUT_END = 2  # paragraphs; the title part where nothing in those shows its end
SENTENCE = 6  # spaces in a line that is a sentence
OPENED = ("called to order", "opened the meeting", "welcomed", "opened by")  # what a sentence about the opening says
RUNNING_TEXT = 25  # words; a title has fewer
FIRST_ITEMS = 2  # the highest number that the first numbered item of the business carries ("1", or "2" when cut off)
ENTRY = 30  # words; more, without bullet or number, are an account of tasks and no list of them


def lay_out(reading: Reading) -> None:
    """Join lines to paragraphs and tables; find tables without rules; lay out minutes kept as one whole table."""
    document = reading.document
    reading.furniture = furniture.find(document)
    lifted = margin_marks.lift(document, reading.furniture)
    reading.furniture.update(dict.fromkeys(lifted.heads, "heading of the margin"))
    built = paragraphs.build(lifted.document, reading.furniture)
    blocks = grids.gather(margin_paragraphs.put_back(built, lifted.marks))
    reading.blocks = lone_numbers.join(flatten(unfold(blocks)))
    ruled_lines.mark(reading.blocks)
    words = "\n".join(block.text for block in reading.blocks if isinstance(block, Paragraph))
    reading.month_first = writes_month_first(words)


def find_headings(reading: Reading) -> None:
    """Find the headings, leaving the title part and the attendance lists out."""
    reading.head_end = _title_end(reading.blocks)
    found = with_sub_topics(agenda.find(reading.blocks, reading.head_end), reading.blocks)
    found = with_tracked_topics(with_listed_items(found, reading.blocks), reading.blocks)
    reading.headings = with_bulleted_items(found, reading.blocks)
    starts = {heading.index for heading in reading.headings}
    for heading in reading.headings:
        if heading.kind in TASKS and not _heads_list(heading, reading.blocks, starts):
            heading.kind = "item"


def _title_end(blocks: list[Block]) -> int:
    """Find where the title part ends: before the first list of people, the first numbered item, or running text."""
    stacked = True  # heading upon heading so far
    for index, block in enumerate(blocks[:TITLE_BLOCKS]):
        if isinstance(block, Grid) or _names_people(block) or len(block.text.split()) > RUNNING_TEXT:
            return index
        if _tells_of_opening(block.text):
            return index
        if index and _opens_business(block) and not (stacked and _is_second_title(block)):
            return index
        stacked = stacked and block.heading > 0
    return min(TITLE_WITHOUT_END, len(blocks))


def _tells_of_opening(text: str) -> bool:
    """Whether a sentence tells how the meeting began: titles come before it."""
    low = text.casefold()
    return text.endswith(".") and text.count(" ") > SENTENCE and any(word in low for word in OPENED)


def _names_people(block: Paragraph) -> bool:
    office = read_office(block.words)
    return read_label(block.words) is not None or (office is not None and bool(office.rest))


def _opens_business(block: Paragraph) -> bool:
    """Whether a line is the first item or a heading below the title's; a date may look like both ("4. March 2031")."""
    numbered = read_number(block.text)
    if any(is_routine(text) and list_kind(text) is None for text in (block.text, block.text.partition(":")[0])):
        return True
    opens = block.heading > 1 or (numbered is not None and numbered.value[-1] <= FIRST_ITEMS)
    return opens and not is_dated(block.text)


def _is_second_title(block: Paragraph) -> bool:
    """Whether a lower heading right below the title goes on with it: "Minutes of the Harbour Board, 4 March 2031".

    It calls itself minutes, or a meeting, and says of whom or of when; "Minutes of the last meeting" says neither.
    """
    if read_number(block.text) or not pattern("heading", "title").search(block.text):
        return False
    words = {word.strip(",.:;()") for word in block.text.casefold().split()}
    return bool(find_dates(block.text)) or not words.isdisjoint(load("heading")["bodies"])


def _heads_list(heading: Heading, blocks: list[Block], starts: set[int]) -> bool:
    """Whether a list or table stands under a heading that promises tasks, rather than an account of them."""
    below = heading.index + 1
    if below >= len(blocks) or below in starts:
        return False
    block = blocks[below]
    return isinstance(block, Grid) or bool(block.bullet or read_number(block.text)) or len(block.text.split()) <= ENTRY


def forget_people(reading: Reading) -> None:
    """Forget headings that turned out to be people of the attendance ("ANN FORDE" in capitals)."""

    def is_business(heading: Heading) -> bool:
        return bool(heading.number) or reading.blocks[heading.index].role != "people"

    reading.headings = [heading for heading in reading.headings if is_business(heading)]


def fill(reading: Reading) -> None:
    """Give each heading the blocks that stand under it, and the words that follow on its own line."""
    starts = {heading.index: heading for heading in reading.headings}
    current = -1
    for index, block in enumerate(reading.blocks):
        heading = starts.get(index)
        if heading is not None:
            current = index
            reading.under[index] = [_rest(heading, block)] if heading.rest and isinstance(block, Paragraph) else []
            continue
        if isinstance(block, Paragraph) and not block.role and pattern("heading", "signature-line").match(block.text):
            block.role = "signature"
        reading.under.setdefault(current, []).append(block)


def _rest(heading: Heading, block: Paragraph) -> Paragraph:
    """Set the words behind a heading on its line ("4. Planning: the clerk said") as a paragraph of their own."""
    role = block.role if block.role == "people" else ""
    return Paragraph(text=heading.rest, page=block.page, line=block.line, lines=block.lines, role=role, row=block.row)
