"""Find the headings of the business: which lines are agenda items, by the document's own habits.

A document numbers its items, or sets them in bold, capitals or a heading style, and does so throughout. So the habit is
found first: every line that could be a heading is weighed (``candidates``), the lines of one form of number or one look
are judged together (do their numbers rise, do they read as titles, does text follow?), and only then are lines taken.
"""

from __future__ import annotations

from minutes_cli.parse.agenda_list import announced
from minutes_cli.parse.block import Block, Paragraph
from minutes_cli.parse.candidates import weigh
from minutes_cli.parse.heading_looks import heading_looks
from minutes_cli.parse.heading_words import fold_title, is_routine, list_kind
from minutes_cli.parse.headings import LISTS, Candidate, Heading
from minutes_cli.parse.names import looks_like_name
from minutes_cli.parse.numbered_run import INDENT, main_run, run_form, styled_looks, without_paragraphs
from minutes_cli.parse.numbering import parent_of
from minutes_cli.parse.patterns import listed
from minutes_cli.parse.plain_lines import PlainLines
from minutes_cli.parse.presenters import without_presenters
from minutes_cli.parse.printed_agenda import without_lists, without_printed_agenda, without_repeats
from minutes_cli.parse.ranks import of_business
from minutes_cli.parse.restarts import Restarts
from minutes_cli.parse.romans import read_romans

CLEAR = 0.5  # line heights of blank space above a title that opens a list of tasks without looking like a heading
ALIKE = 3  # items set like a heading "Minutes" that show it to be one
MAX_NAME = 3  # words of an owner's name over their tasks


class _Habit:
    """How one document sets its headings: its main run of numbers, and the looks of its other headings."""

    def __init__(self, candidates: list[Candidate], blocks: list[Block], head_end: int) -> None:
        self.head_end = head_end
        self.run = main_run(candidates)
        self.form = run_form(candidates, self.run)
        self.looks, self.plain = heading_looks(candidates, self.run, blocks, head_end)
        if (
            self.form.startswith(("letter", "roman"))
            and (inside := heading_looks(candidates, set(), blocks, head_end))[1]
        ):
            self.run, self.form = set(), ""  # the letters are of a list inside one of the plain headings' items
            self.looks, self.plain = inside
        self.styled = styled_looks(candidates, self.run)
        self.left = min((c.paragraph.x0 for c in candidates if c.index in self.run), default=0.0)
        restarts = Restarts(candidates, self.form, blocks)
        self.run = without_paragraphs(candidates, self.run) | restarts.items
        self.plain = self.plain | restarts.groups

    def takes(self, candidate: Candidate) -> bool:
        """Whether a line is a heading by this habit."""
        if candidate.index in self.run or candidate.index in self.plain:
            return True
        numbered = candidate.numbered
        if numbered and self.run and numbered.form == self.form:
            return (
                candidate.look in self.styled and abs(candidate.paragraph.x0 - self.left) <= INDENT
            )  # else a number of its form that does not fit in the run is a list's
        if candidate.index >= self.head_end and candidate.look in self.looks:
            return True
        spaced = not numbered and not candidate.rest and candidate.paragraph.gap > CLEAR
        return spaced and list_kind(candidate.title) in LISTS

    def is_outer(self, candidate: Candidate) -> bool:
        """Whether a heading is of the outermost rank: one of the run, or "2" where the run is of "1.1", "1.2"."""
        single = candidate.numbered is not None and len(candidate.numbered.value) == 1
        return candidate.index in self.run or (single and self.form.startswith("dotted"))


def find(blocks: list[Block], head_end: int) -> list[Heading]:
    """Find the headings of a document's business, in order; ``head_end`` is the index where its title part ends."""
    lines = PlainLines(blocks)
    weighed = (weigh(i, blocks, lines) for i, b in enumerate(blocks) if isinstance(b, Paragraph) and not b.role)
    candidates = without_presenters([line for line in weighed if line is not None])
    candidates = without_lists(without_printed_agenda(candidates))
    read_romans(candidates)
    _know_announced(candidates, announced(blocks))
    habit = _Habit(candidates, blocks, head_end)
    headings: list[Heading] = []
    current = ""  # the number of the last heading in the main run
    for candidate in candidates:
        if (headings and _names_owner(candidate, headings[-1])) or not habit.takes(candidate):
            continue
        heading = _heading(candidate, habit.is_outer(candidate))
        if heading.level == 1:
            current = heading.number
        under = current if candidate.numbered and heading.level > 1 and habit.run else None
        heading.parent = parent_of(heading.number) or under
        headings.append(heading)
    _count_minutes(headings, blocks)
    return of_business(without_repeats(headings, blocks), blocks, lines, head_end)


def _know_announced(candidates: list[Candidate], titles: frozenset[str]) -> None:
    """Count the titles that the printed agenda has among those that show how headings are set, like "Roll call"."""
    for candidate in candidates:
        if titles and not candidate.numbered and fold_title(candidate.title) in titles:
            candidate.routine = True


def _count_minutes(headings: list[Heading], blocks: list[Block]) -> None:
    """Count "Minutes" among the items where it is set like them and has its text right below: those of last time."""
    starts = {heading.index for heading in headings}
    for heading in headings[1:]:
        if heading.kind != "container" or not is_routine(heading.title) or heading.index + 1 in starts:
            continue
        alike = sum(h.kind == "item" and h.look == heading.look for h in headings)
        if alike >= ALIKE and heading.index + 1 < len(blocks):
            heading.kind = "item"


def _names_owner(candidate: Candidate, above: Heading) -> bool:
    """Whether a line below a heading of tasks is the name of somebody whose tasks stand under it."""
    if above.kind not in ("tasks", "earlier tasks") or candidate.numbered or candidate.paragraph.heading:
        return False
    return looks_like_name(candidate.title) and len(candidate.title.split()) <= MAX_NAME


def _is_plain(candidate: Candidate) -> bool:
    """Whether a line stands in plain type right above its text."""
    return candidate.look.setting == "flush" or (candidate.look.setting == "atop" and candidate.firm)


def _heading(candidate: Candidate, in_run: bool) -> Heading:
    """Make a heading of a line; a numbered one is an item of business unless its title only groups what follows."""
    kind = list_kind(candidate.title) or "item"
    number = candidate.numbered.number if candidate.numbered else ""
    groups = fold_title(candidate.title) in listed("heading", "always_containers")
    if number and kind in ("people", "container", "next") and not groups:
        kind = "item"
    if kind == "container" and candidate.routine and (candidate.rest or _is_plain(candidate)):
        kind = "item"  # "Minutes: approved as read" is business
    return Heading(
        candidate.index, number, candidate.title, candidate.rest, kind, 1 if in_run else 2, look=candidate.look
    )
