"""Find who came and who did not: the lists behind "Present", "In attendance", "Apologies" and their relatives.

A list may run on one line, stand one person a line, in columns without rules, in a drawn table, or in a sentence. It
ends where something stands that is no person: the next label, the next item, running text.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from minutes_cli.model import Person
from minutes_cli.parse.attendance_columns import lines_in_columns, people_of_rows, wrapped_above
from minutes_cli.parse.attendance_prose import read_prose
from minutes_cli.parse.attendance_table import read_grid, read_matrix, read_offices
from minutes_cli.parse.attendees import Attendance
from minutes_cli.parse.block import Block, Grid, Paragraph, fold
from minutes_cli.parse.columns import rows_of
from minutes_cli.parse.headings import Heading
from minutes_cli.parse.names import looks_like_name
from minutes_cli.parse.patterns import listed
from minutes_cli.parse.people import Label, nobody, read_label, read_list, read_office, split_list
from minutes_cli.parse.person import read_person

NEAR_HEAD = 40  # blocks from the start in which a label needs nothing else to be believed
LABEL_LINE = 70  # characters; a longer paragraph is introduced by a label only with its colon
COLON_WITHIN = 80  # characters; the colon of a label stands within this
MAX_REMARK = 12  # words of a line in a list that is no person ("two seats are vacant") and does not end it
MAX_PERSON = 25  # words about one person; more are running text
MAX_ENTRY = 400  # characters, the same
MAX_NAME = 8  # words of one entry of a run-in list
MANY_NAMES = 0.7  # share of the entries of a line that must be names before all are taken for people
TICK = re.compile(r"^\[(?P<mark>[ xX✓✔~-]?)\]\s*|^(?P<sign>[☐☑☒✓✔])\s*")
GROUPED = re.compile(r"^([^:,]{2,50}):\s+(.+)$")  # "Harbour Office: Ann Forde, Bob Hale"
BRACKETS = re.compile(r"\(.*?\)")
INITIAL = re.compile(r"\b[A-Z]\.")
SENTENCE = re.compile(r"[.!?]\s+[A-Z]")


class _Region(NamedTuple):
    """The list that is being read: its kind ("present", "apologies" ...), and whether it has one person a line."""

    kind: str
    one_a_line: bool


def find(blocks: list[Block], headings: list[Heading], head_end: int, meeting_date: date | None = None) -> Attendance:
    """Read every attendance list of a document; the paragraphs and tables used get ``role`` "people"."""
    walk = _Walk(blocks, headings, head_end, meeting_date)
    index = 0
    while index < len(blocks):
        index += walk.take(index)
    walk.found.settle()
    return walk.found


class _Walk:
    """One walk through a document's blocks, with the list that is open where it has come to."""

    def __init__(self, blocks: list[Block], headings: list[Heading], head_end: int, meeting_date: date | None) -> None:
        self.blocks = blocks
        self.headings = {h.index: h for h in headings}
        self.near = max(head_end, NEAR_HEAD)
        self.meeting_date = meeting_date
        self.found = Attendance()
        self.region: _Region | None = None

    def take(self, index: int) -> int:
        """Read the block at a place, in or out of the open list; gives how many blocks were read."""
        block, heading = self.blocks[index], self.headings.get(index)
        if isinstance(block, Paragraph) and block.role == "margin":
            return 1  # "CC" beside the text is somebody's task, not a label
        if heading is not None:
            self.region = self._open_heading(heading, block)
        elif isinstance(block, Grid):
            self._read_table(block, self.blocks[index - 2 : index] if index > 1 else [])
        elif not self._is_opened(index, block):
            return self._read_entries(index, block)
        return 1

    def _read_table(self, grid: Grid, before: list[Block]) -> None:
        kind = self.region.kind if self.region else None
        found, day = self.found, self.meeting_date
        if read_grid(grid, kind, found, day) or read_matrix(grid, before, found, day):
            grid.role = "people"
        else:
            read_offices(grid, found)
            self.region = None

    def _open_heading(self, heading: Heading, block: Block) -> _Region | None:
        """Open the list that a heading names ("1. Present: ...", "Apologies"), with the people on its own line."""
        if heading.title.casefold().strip(" :.") in listed("attendance", "counted"):
            return None
        label = read_label(f"{heading.title}: {heading.rest}" if heading.rest else heading.title)
        place = (block.page, block.line)
        if label is None:
            if heading.rest:
                read_prose(heading.rest, place, self.found)
            return None
        rest = heading.rest or label.rest
        if rest and not read_prose(rest, place, self.found):
            self.found.add(label.kind, read_list(rest), place)
        if isinstance(block, Paragraph):
            block.role = "heading"
        return None if label.kind == "public" else _Region(label.kind, one_a_line=not rest)

    def _is_opened(self, index: int, block: Paragraph) -> bool:
        """Read a paragraph that opens a list or names an officer; False when it does neither."""
        near, region = index < self.near, self.region
        label = read_label(block.words)
        short = ":" in block.text[:COLON_WITHIN] or len(block.words) < LABEL_LINE
        if label is not None and (region or (near and short)):
            self.region = self._open_label(label, block)
            return True
        office = read_office(block.words)
        if office is None:
            return False
        if not office.rest:
            self.region = None  # a list of its own ("Note taker:" and boxes to tick), of people named elsewhere
            return True
        if region or near or office.capacity == "minutes":
            self.found.add_officers(office, region.kind if region else "present", (block.page, block.line))
            block.role = "people"
            return True
        return False

    def _open_label(self, label: Label, block: Paragraph) -> _Region | None:
        """Open the list that a label names, with the people on its own line."""
        block.role = "people"
        if label.kind == "public":
            return None
        if label.rest:
            place = (block.page, block.line)
            if read_prose(label.rest, place, self.found):
                return _Region(label.kind, one_a_line=False)
            segments = block.lines[0].segments if len(block.lines) == 1 else ()
            texts = [label.rest] if len(segments) <= 2 else [s.text for s in segments[1:]]
            self.found.add(label.kind, [person for text in texts for person in read_list(text)], place)
        return _Region(label.kind, one_a_line=not label.rest)

    def _read_entries(self, index: int, block: Paragraph) -> int:
        """Read the people of a paragraph in the open list, or of a sentence; gives how many blocks were read."""
        place, region = (block.page, block.line), self.region
        if region is None:
            if read_prose(block.text, place, self.found):
                block.role = block.role or "people prose"
            return 1
        if (len(block.lines) == 1 and len(block.lines[0].segments) > 1) or wrapped_above(self.blocks, index):
            return self._read_columns(index, region)
        people = _entries(block, region)
        if people:
            if not _is_unticked(block):
                self.found.add(region.kind, people, place)
            block.role = "people"
        elif fold(block.words).casefold().strip(" .-") in nobody():
            block.role = "people"
        else:
            told = read_prose(block.text, place, self.found)
            remark = (block.bullet or block.gap == 0.0) and len(block.text.split()) <= MAX_REMARK
            self.region = region if told or remark else None
        return 1

    def _read_columns(self, index: int, region: _Region) -> int:
        """Read a run of lines in columns (and their wrapped lines) as one list; gives how many blocks were read."""
        used = lines_in_columns(self.blocks, index, set(self.headings))
        people = people_of_rows(rows_of([line for block in used for line in block.lines]))
        if people:
            self.found.add(region.kind, people, (used[0].page, used[0].line))
            for block in used:
                block.role = "people"
        else:
            self.region = None
        return max(1, len(used))


def _is_unticked(block: Paragraph) -> bool:
    """Whether a person stands behind a box that is not ticked: then the list says that they were not there."""
    tick = TICK.match(block.words)
    return bool(tick and not (tick["mark"] or "").strip() and tick["sign"] in (None, "☐"))


def _entries(block: Paragraph, region: _Region) -> list[Person]:
    """Read the people in one paragraph of a list: one with what follows the name, or several run in."""
    text = TICK.sub("", block.words)
    if region.one_a_line and len(text) > MAX_ENTRY:
        return []
    grouped = GROUPED.match(text)
    if grouped and not looks_like_name(grouped[1]):
        people = read_list(grouped[2])
        for one in people:
            one.organisation = one.organisation or fold(grouped[1])
        return people if people and all(p.name for p in people) else []
    pieces = split_list(text)
    if len(pieces) > 1 and _are_names(pieces, region):
        short = sum(len(p.split()) <= MAX_NAME for p in pieces)
        return read_list(text) if short >= MANY_NAMES * len(pieces) else []
    if SENTENCE.search(INITIAL.sub("", text)) or len(text.split()) > MAX_PERSON:
        return []
    person = read_person(text)
    return [person] if person is not None else []


def _are_names(pieces: list[str], region: _Region) -> bool:
    """Whether the entries of one line are each a person, rather than what is said of one ("Ann Forde, Clerk")."""
    names = sum(looks_like_name(BRACKETS.sub("", p).strip()) and len(p.split()) > 1 for p in pieces)
    if names == len(pieces) or not region.one_a_line:
        return True
    return len(pieces) > 2 and names >= MANY_NAMES * len(pieces)
