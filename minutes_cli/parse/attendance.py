"""Find who came and who did not: the lists behind "Present", "In attendance", "Apologies" and their relatives.

A list may run on one line, stand one person a line, in columns without rules, in a drawn table, or in a sentence. It
ends where something stands that is no person: the next label, the next item, running text.
"""

from __future__ import annotations

from datetime import date

from minutes_cli.parse import composed_labels, label_parts
from minutes_cli.parse.attendance_beside import Beside, labels_beside, people_in_rows
from minutes_cli.parse.attendance_cells import read_cells
from minutes_cli.parse.attendance_columns import lines_in_columns, people_of_rows, wrapped_above
from minutes_cli.parse.attendance_entries import LOOK_AHEAD, Region, entries, is_bulleted, is_unticked, run_in
from minutes_cli.parse.attendance_prose import read_prose, sentences, whole_list
from minutes_cli.parse.attendance_table import read_grid, read_matrix, read_offices
from minutes_cli.parse.attendees import Attendance
from minutes_cli.parse.block import Block, Grid, Paragraph, fold
from minutes_cli.parse.columns import rows_of, segments_of
from minutes_cli.parse.headings import Heading
from minutes_cli.parse.name_list import counts_people
from minutes_cli.parse.names import capacity_of
from minutes_cli.parse.offices_told import give_offices
from minutes_cli.parse.people import Label, nobody, read_label, read_office, starts_list

NEAR_HEAD = 40  # blocks from the start in which a label needs nothing else to be believed
LABEL_LINE = 70  # characters; a longer paragraph is introduced by a label only with its colon
COLON_WITHIN = 80  # characters; the colon of a label stands within this
MAX_REMARK = 12  # words of a line in a list that is no person ("two seats are vacant") and does not end it


def find(blocks: list[Block], headings: list[Heading], head_end: int, meeting_date: date | None = None) -> Attendance:
    """Read every attendance list of a document; the paragraphs and tables used get ``role`` "people"."""
    walk = _Walk(blocks, headings, head_end, meeting_date)
    index = 0
    while index < len(blocks):
        index += walk.take(index)
    walk.found.settle()
    give_offices(walk.found.attendees, (b for b in blocks if isinstance(b, Paragraph)))
    return walk.found


class _Walk:
    """One walk through a document's blocks, with the list that is open; before any of ``items``, sentences tell."""

    def __init__(self, blocks: list[Block], headings: list[Heading], head_end: int, meeting_date: date | None) -> None:
        self.blocks = blocks
        self.headings = {h.index: h for h in headings}
        self.near = max(head_end, NEAR_HEAD)
        self.meeting_date = meeting_date
        self.found = Attendance()
        self.region: Region | None = None
        self.items = 0
        self.of_people = False

    def take(self, index: int) -> int:
        """Read the block at a place, in or out of the open list; gives how many blocks were read."""
        block, heading = self.blocks[index], self.headings.get(index)
        if isinstance(block, Paragraph) and block.role == "margin":
            return 1  # "CC" beside the text is somebody's task, not a label
        if heading is not None:
            self._read_heading(heading, block)
        elif isinstance(block, Grid):
            self._read_table(block, self.blocks[index - 2 : index] if index > 1 else [])
        elif index < self.near and (beside := labels_beside(self.blocks, index, set(self.headings))):
            return self._take_beside(index, beside)
        elif not self._is_opened(index, block):
            return self._read_entries(index, block)
        return 1

    def _take_beside(self, index: int, beside: Beside) -> int:
        for kind, people in beside.lists:
            self.found.add(kind, people, (people[0].page or 0, people[0].line or 0))
        for block in self.blocks[index : index + beside.used]:
            block.role = "people"
        self.region = None
        return beside.used

    @property
    def loose(self) -> bool:
        """Whether sentences here speak of who came: in a list, under its heading, before the business."""
        return self.region is not None or self.of_people or self.items <= 1

    def _read_table(self, grid: Grid, before: list[Block]) -> None:
        kind = self.region.kind if self.region else None
        found, day = self.found, self.meeting_date
        if (self.region or self.items <= 1) and not grid.role and read_cells(grid, found):
            grid.role = "people" if self.region else grid.role
        elif read_grid(grid, kind, found, day) or read_matrix(grid, before, found, day):
            grid.role = "people"
        else:
            read_offices(grid, found)
            self.region = None

    def _read_heading(self, heading: Heading, block: Block) -> None:
        """Open the list that a heading names ("1. Present: ...", "Apologies"), with the people on its own line."""
        said = f"{heading.title}: {heading.rest}" if heading.rest else heading.title
        label = None if counts_people(heading.title) else read_label(said)
        within = self.region is not None and label is None and not heading.number
        if within and isinstance(block, Paragraph) and self._read_group(block.words, block):
            return
        self.of_people = label is not None
        self.items += label is None and heading.kind == "item"
        if label is None:
            self.region = None
            if heading.rest:
                told, near = (block.page, block.line), self.items <= 1  # "3. The members present were: Ann, Bob"
                any(read_prose(text, told, self.found, loose=near) for text in (said, heading.rest))
            return
        if isinstance(block, Paragraph):
            block.role = "heading"
        first, *others = label_parts.cut(heading.rest or label.rest)
        self._open(label._replace(rest=first), block)
        self._read_parts(others, block)

    def _is_opened(self, index: int, block: Paragraph) -> bool:
        """Read a paragraph that opens a list or names an officer; False when it does neither."""
        near, region = index < self.near, self.region
        first, *others = label_parts.cut(block.words) if near or region else [block.words]
        label = read_label(first)
        short = ":" in block.text[:COLON_WITHIN] or len(block.words) < LABEL_LINE
        short = short or (label is not None and starts_list(label.rest))
        if label is not None and (region or (near and short)):
            block.role = "people"
            self._open(label, block)
        elif not self._read_office(first, block, near=near):
            grouped = region or (not self.items and ":" in first)
            if not (grouped and self._read_group(first, block)):
                if self.items or not others:
                    return False
                read_prose(first, (block.page, block.line), self.found, loose=True)
        self._read_parts(others, block)
        return True

    def _read_parts(self, parts: list[str], block: Block) -> None:
        """Read the further labelled parts of a paragraph: "Present: A Reed. Clerk: C Vane"."""
        for part in parts:
            label = read_label(part)
            if label is not None:
                if label.kind == "roster" and self.region:
                    label = label._replace(kind=self.region.kind)  # "Present: the Mayor; Trustees: A Reed"
                self._open(label, block)
            else:
                self._read_office(part, block, near=True)

    def _read_office(self, text: str, block: Block, *, near: bool) -> bool:
        """Read who holds an office: "Minutes: Bob Hale"; False when no office opens the text."""
        office = read_office(text)
        if office is None:
            return False
        if not office.rest:
            self.region = None  # a list of its own ("Note taker:" and boxes to tick), of people named elsewhere
        elif self.region or (near and not (self.items > 1 and is_bulleted(block))) or office.capacity == "minutes":
            self.found.add_officers(office, self._kind_within("present"), (block.page, block.line))
            block.role = "people"
        else:
            return False
        return True

    def _read_group(self, text: str, block: Block) -> bool:
        """Read a group or an office that stands in the open list: "Staff: Ann Forde", "Past Chair: Bob Hale"."""
        place = (block.page, block.line)
        office = composed_labels.read_named_office(text)
        if office:
            label = Label("office", office.rest, capacity_of(office.words), office.words)
            self.found.add_officers(label, self._kind_within("present"), place)
        elif group := composed_labels.read_group(text):
            before = [*self.found.attendees, *self.found.apologies]
            self._open(Label(self._kind_within(group.kind), group.rest), block, grouped=True)
            if composed_labels.is_organisation(group.words):
                self.found.of_organisation(group.words, before)
        else:
            return False
        block.role = "people"
        return True

    def _kind_within(self, kind: str) -> str:
        """Tell which list an entry with a label of its own belongs to: the open one, unless that ended on its line."""
        region = self.region
        if region is None or (region.kind == "apologies" and not region.one_a_line):
            return kind
        return kind if region.kind == "present" else region.kind

    def _open(self, label: Label, block: Block, *, grouped: bool = False) -> None:
        """Open the list that a label names, with the people on its own line."""
        place, before = (block.page, block.line), len(self.found)
        kind = "attending" if label.kind == "public" else label.kind
        parts = kind == "roster" and self.region is not None and self.region.takes_parts
        kind = self.region.kind if parts and self.region else kind  # "Present", and below it "Board members"
        counted = label.kind == "public" and (label.rest or "present" not in label.words)
        self.region = None if counted else Region(kind, not label.rest, getattr(block, "x0", 0.0))
        if self.region:
            self.region.in_parts, self.region.grouped, self.region.bulleted = (
                parts,
                grouped,
                is_bulleted(block) or None,
            )
        for number, sentence in enumerate(sentences(label.rest)):
            if read_prose(sentence, place, self.found, loose=True):
                continue
            if number or label.kind == "public":
                self.found.add(kind, whole_list(sentence), place)
            else:
                self.found.add(kind, run_in(sentence, block), place)
        if self.region:
            self.region.named = len(self.found) - before

    def _read_entries(self, index: int, block: Paragraph) -> int:
        """Read the people of a paragraph in the open list, or of a sentence; gives how many blocks were read."""
        place = (block.page, block.line)
        if self.region and self.region.ends_before(block):
            self.region = None
        region = self.region
        if region is None:
            if read_prose(block.text, place, self.found, loose=self.loose):
                block.role = block.role or "people prose"
            return 1
        if (len(block.lines) == 1 and len(block.lines[0].segments) > 1) or wrapped_above(self.blocks, index):
            return self._read_columns(index, region)
        people = entries(block, region.look_ahead(self.blocks[index : index + LOOK_AHEAD]))
        if people:
            region.take(block, people)
            if not is_unticked(block):
                self.found.add(region.kind, people, place)
            block.role = "people"
        elif fold(block.words).casefold().strip(" .-") in nobody():
            block.role = "people"
        else:
            told = read_prose(block.text, place, self.found, loose=True)
            remark = (block.bullet or block.gap == 0.0) and len(block.text.split()) <= MAX_REMARK
            remark = remark or (region.takes_parts and block.text.endswith(":"))  # "Leave was granted to:"
            self.region = region if told or remark else None
        return 1

    def _read_columns(self, index: int, region: Region) -> int:
        """Read a run of lines in columns (and their wrapped lines) as one list; gives how many blocks were read."""
        used = lines_in_columns(self.blocks, index, set(self.headings))
        lines = [line for block in used for line in block.lines]
        rows = people_in_rows([[fold(run.text) for run in segments_of(line)] for line in lines])
        for line, row in zip(lines, rows, strict=False):
            self.found.add(region.kind, row, (line.page, line.line))
        people = [] if rows else people_of_rows(rows_of(lines))
        self.region = region if rows or people else None
        if rows or people:
            self.found.add(region.kind, people, (used[0].page, used[0].line))
            for block in used:
                block.role = "people"
        return max(1, len(used))
