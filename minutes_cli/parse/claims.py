"""What each printed line of minutes was read as, gathered from what the stages kept: blocks, roles, places."""

from __future__ import annotations

from typing import NamedTuple

from minutes_cli.document import Line, LineKind
from minutes_cli.model import Meeting
from minutes_cli.parse.block import Block, Grid, GridRow, Paragraph, fold
from minutes_cli.parse.headings import Heading
from minutes_cli.parse.reading import ITEMS, Reading

SAID_TITLE = 30  # characters of an item's title by which one without a number is named
RANK: tuple[LineKind, ...] = (
    # of several things that a line is, the first in this order is its kind
    "action", "decision", "attendance", "head", "heading", "table", "text", "agenda", "signature", "furniture",
    "ornament", "unused",
)  # fmt: skip


class Claim(NamedTuple):
    """One thing that a line was read as: the kind, in words, by which rule, and the words that the record has of it.

    ``entry`` is the entry of the record that it went to ("actions/12", as ``LineRead.entries`` says), "" when to none.
    """

    kind: LineKind
    said: str
    why: str = ""
    words: str = ""
    entry: str = ""


Place = tuple[int | None, int | None]


class Claims:
    """The claims on the lines of one reading, and what is needed to name its entries.

    ``names`` gives at each place (page and line) the people, actions and decisions of the record that stand there.
    """

    def __init__(self, reading: Reading, meeting: Meeting) -> None:
        self.reading = reading
        self.meeting = meeting
        self.found: dict[int, list[Claim]] = {}
        self.names: dict[Place, list[Claim]] = {}
        self._name_people()
        self._name_actions()
        self._name_decisions()

    def add(self, line: Line, claim: Claim) -> None:
        """Claim a line; the same claim again is no more."""
        claims = self.found.setdefault(id(line), [])
        if claim not in claims:
            claims.append(claim)

    def add_block(self, block: Block, *claims: Claim) -> None:
        """Claim all lines of a block."""
        for line in printed(block):
            for claim in claims:
                self.add(line, claim)

    def add_entries(self, paragraph: Paragraph, entries: list[Claim]) -> None:
        """Claim for each entry read from a paragraph the lines that its words stand on; all, when they were changed."""
        spans = _spans(paragraph)
        for claim in entries:
            begin = paragraph.text.find(claim.words) if claim.words else -1
            end = begin + len(claim.words)
            for line, first, last in spans:
                if begin < 0 or (first < end and begin < last):
                    self.add(line, claim)

    def at(self, block: Paragraph | GridRow) -> list[Claim]:
        """Give the people, actions and decisions that were read at the place of a paragraph or row."""
        return self.names.get((block.page, block.line), [])

    def of(self, line: Line) -> Claim | None:
        """Put the claims on a line together, the weightiest first; None when nothing claims it."""
        claims = sorted(self.found.get(id(line), []), key=lambda claim: RANK.index(claim.kind))
        if not claims:
            return None
        why = dict.fromkeys(claim.why for claim in claims if claim.why)
        return Claim(claims[0].kind, "; ".join(dict.fromkeys(claim.said for claim in claims)), "; ".join(why))

    def entries_of(self, line: Line) -> tuple[str, ...]:
        """Give the entries of the record that a line gave something to."""
        return tuple(dict.fromkeys(claim.entry for claim in self.found.get(id(line), ()) if claim.entry))

    def _name_people(self) -> None:
        lists = (("attendees", self.meeting.attendees, "attendee"), ("apologies", self.meeting.apologies, "apology"))
        for where, people, what in lists:
            for number, person in enumerate(people):
                said = f"{what} {person.name or person.initials}"
                self._name(person.page, person.line, Claim("attendance", said, entry=f"{where}/{number}"))

    def _name_actions(self) -> None:
        entries = {id(action): f"actions/{number}" for number, action in enumerate(self.meeting.actions)}
        for action in self.meeting.actions:
            said = f"action {action.ref}"
            claim = Claim("action", said, action.how, action.text, entries[id(action)])
            self._name(action.page, action.line, claim)
        for again, first in self.reading.again:
            said = f"action {first.ref}, printed again"
            self._name(again.page, again.line, Claim("action", said, again.how, entry=entries.get(id(first), "")))

    def _name_decisions(self) -> None:
        for number, decision in enumerate(self.meeting.decisions):
            said = f"decision {number + 1}"
            claim = Claim("decision", said, decision.how, decision.text, f"decisions/{number}")
            self._name(decision.page, decision.line, claim)

    def _name(self, page: int | None, line: int | None, claim: Claim) -> None:
        self.names.setdefault((page, line), []).append(claim)


def printed(block: Block) -> list[Line]:
    """Give the printed lines of a block; of a paragraph made of a table's row, those of its words."""
    if isinstance(block, Grid):
        return [line for row in block.rows for cell in row.cells for line in cell.lines]
    if block.row is None:
        return block.lines
    lines = (line for cell in block.row.cells for line in cell.lines)
    return [line for line in lines if _holds(block.text, line)]


def _spans(paragraph: Paragraph) -> list[tuple[Line, int, int]]:
    """Give where the words of each printed line stand in the text of a paragraph."""
    spans, at = [], 0
    for line in printed(paragraph):
        words = fold(line.text)
        begin = paragraph.text.find(words, at)
        if begin < 0:
            return [(each, 0, len(paragraph.text)) for each in printed(paragraph)]
        at = begin + len(words)
        spans.append((line, begin, at))
    return spans


def _holds(text: str, line: Line) -> bool:
    """Whether the words of a line, or of one of the lines it holds, are among those of a paragraph."""
    pieces = [fold(piece).rstrip(" :") for piece in line.text.split("\n")]
    return any(piece and piece in text for piece in pieces)


def name_of(heading: Heading) -> str:
    """Name an item by its number, or by the beginning of its title."""
    if heading.number:
        return f"item {heading.number}"
    title = heading.title
    return f"item “{title if len(title) <= SAID_TITLE else title[: SAID_TITLE - 1].rstrip() + '…'}”"


def is_recorded(heading: Heading) -> bool:
    """Whether the record has an item for a heading."""
    return heading.kind in ITEMS or (heading.kind == "tasks" and bool(heading.number))
