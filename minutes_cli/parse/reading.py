"""One reading of one document: what each stage found, kept until the record is made."""

from __future__ import annotations

from functools import cached_property

from minutes_cli.document import Document
from minutes_cli.model import Action, Decision, Head
from minutes_cli.parse.attendees import Attendance
from minutes_cli.parse.block import Block, Paragraph
from minutes_cli.parse.context import Context
from minutes_cli.parse.headings import Heading
from minutes_cli.parse.owners import Roster
from minutes_cli.vocabulary import commitments
from minutes_cli.vocabulary.heard import heard
from minutes_cli.wording import wording

ITEMS = ("item", "earlier tasks")  # kinds of headings that are items of business
TASKS = ("tasks", "earlier tasks")  # kinds of headings that tasks are listed under
SUBNUMBER = wording(r"[a-z]|[ivx]+")  # a number that says nothing without its parent's: "a" under "3" is "3a"


class Reading:
    """The state of one parse, filled in by the stages in the order of ``parse``.

    ``head_end`` is the index of the block where the title part ends; ``under`` has the blocks that stand under each
    heading, by the heading's index (-1: before the first); ``list_owner`` is who was named last over a list of tasks,
    ``in_summary`` whether the list read last belongs to a summary of tasks;
    ``furniture`` says of running heads and the like, by page and line, which they are; ``again`` pairs an action that
    is printed twice with its first printing; ``summaries`` holds the identities of the actions that a summary prints,
    ``tables`` the table that an action is a row of, both by identity; ``tables_decide`` says that tables of decisions
    were found.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.furniture: dict[tuple[int, int], str] = {}
        self.blocks: list[Block] = []
        self.headings: list[Heading] = []
        self.head = Head()
        self.people = Attendance()
        self.actions: list[Action] = []
        self.decisions: list[Decision] = []
        self.month_first = False
        self.tables_decide = False
        self.head_end = 0
        self.list_owner: list[str] = []
        self.summaries: set[int] = set()
        self.in_summary = False
        self.tables: dict[int, int] = {}
        self.again: list[tuple[Action, Action]] = []
        self.under: dict[int, list[Block]] = {}

    @cached_property
    def context(self) -> Context:
        """What the readers of actions need to know; asked for when the heading and the people have been read."""
        people = [*self.people.attendees, *self.people.apologies]
        names = [p.name for p in people if p.name]
        initials = [p.initials for p in people if p.initials]
        words = "\n".join(block.text for block in self.blocks if isinstance(block, Paragraph))
        known = commitments.people(names, initials, self.head.body, heard(words))
        return Context(Roster(people), self.head.date, self.head.next, self.month_first, known)

    @property
    def sections(self) -> list[tuple[Heading | None, list[Block]]]:
        """The parts of the minutes in order: what stands before the first heading (None), then under each."""
        return [(None, self.under.get(-1, [])), *((h, self.under.get(h.index, [])) for h in self.headings)]

    def item_of(self, heading: Heading | None) -> str | None:
        """Give the number of the item that words under a heading belong to, None when no item has one.

        Under a heading without a number ("Action items") that is the item above it; "a" below item 3 is "3a".
        """
        if heading is None:
            return None
        number = heading.number if heading.kind in (*ITEMS, "tasks") else ""
        if number and heading.parent and SUBNUMBER.fullmatch(number):
            return f"{heading.parent}{number}"
        if number:
            return number
        above = self.headings[: self.headings.index(heading)]
        return next((h.number for h in reversed(above) if h.number and h.kind in ITEMS), None)
