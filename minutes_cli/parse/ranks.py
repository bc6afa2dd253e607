"""Judge the headings of minutes rank by rank: which looks are of the business, and which of its text or its papers.

Single lines deceive: a bold "Carried", a colon above a list, the headings of a report printed behind the minutes. What
tells them from items is how their whole rank stands in the document: items have numbers, or titles that differ, each
with text below; what comes again under item after item ("Nominees", "Conclusions") is a part of each; and what stands
behind the end of the meeting is papers.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from minutes_cli.parse.block import Block, Paragraph
from minutes_cli.parse.heading_words import fold_title, is_routine
from minutes_cli.parse.headings import Heading, Look
from minutes_cli.parse.patterns import listed, pattern
from minutes_cli.parse.plain_lines import PlainLines

SETTLED = 4  # numbered items that show that the business is numbered
STYLED = 3  # headings in a style that show that all are
RUBRIC = 3  # times that a title stands without a number; then it is a part of items ("Nominees")
FIRM = 0.5  # share of a lower rank that must have a text of its own below
PEOPLE_WORDS = 4  # words of a heading that speaks of who came
TEXT = 4  # words behind a title on its line that are its text and no figure
LOWER = 2  # headings that make a lower rank
END_WORDS = 12  # words of a line that says that the meeting ended
ENDING = ("clos", "adjourn", "ended", "conclud", "no further business", "no other business")


def of_business(headings: list[Heading], blocks: list[Block], lines: PlainLines) -> list[Heading]:
    """Give the headings without those that only look like items: lower ranks of no business, rubrics, papers behind."""
    end = _end(headings, blocks)
    papers = _papers(headings)
    refused = _rubrics(headings) | _below_lists(headings) | _before_business(headings)
    headings = [h for h in headings if h.index not in refused]
    refused = _lower(headings, lines)
    refused |= {h.index for h in headings if _is_paper(h, end, papers)}
    return [h for h in headings if h.index not in refused]


def _loose(headings: Iterable[Heading]) -> list[Heading]:
    """Give the items that no number and no title of everybody's shows to be business."""
    return [h for h in headings if h.kind == "item" and not h.number and h.look and not is_routine(h.title)]


def _rubrics(headings: list[Heading]) -> set[int]:
    """Find the titles that come again and again: they part the text of items, and are none (block indexes)."""
    loose = _loose(headings)
    count = Counter(fold_title(h.title) for h in loose)
    return {h.index for h in loose if count[fold_title(h.title)] >= RUBRIC}


def _below_lists(headings: list[Heading]) -> set[int]:
    """Find the headings set lower than that of a list of people, and standing below it: groups of the people."""
    refused: set[int] = set()
    level, below = 0, set[int]()  # what stands below a list counts when another heading of its level follows
    for heading in headings:
        own = heading.look.heading if heading.look else 0
        if level and (0 < own <= level or heading.number or heading.kind != "item"):
            refused |= below if 0 < own <= level else set()
            level = 0
        if heading.kind == "people" or _lists_people(heading):
            level, below = own, set()
        elif level and _loose([heading]) and (own or _has_type(heading.look)):
            below.add(heading.index)
        if _lists_people(heading):
            refused.add(heading.index)
    return refused


def _lists_people(heading: Heading) -> bool:
    """Whether a heading of few words speaks of who came: "Voting member attendance", "Other attendees"."""
    words = heading.title.casefold().split()
    return (
        bool(_loose([heading])) and len(words) <= PEOPLE_WORDS and not listed("heading", "who_came").isdisjoint(words)
    )


def _before_business(headings: list[Heading]) -> set[int]:
    """Find the headings before one like "Notes" that has the items below it, set lower: particulars of the meeting."""
    for position, heading in enumerate(headings):
        level = heading.look.heading if heading.look else 0
        if heading.kind != "container" or not level or "agenda" in heading.title.casefold():
            continue
        below = next(iter(headings[position + 1 :]), None)
        if below is not None and below.kind == "item" and below.look and below.look.heading > level:
            before = _loose(headings[:position])
            return {h.index for h in before if h.look and 0 < h.look.heading <= level}
    return set()


def _lower(headings: list[Heading], lines: PlainLines) -> set[int]:
    """Find the headings without a number that make no rank below the numbered, or styled, ones (block indexes)."""
    numbered = [h for h in headings if h.number and h.level == 1]
    styled = [h for h in headings if h.look and h.look.heading]
    if len(numbered) >= SETTLED:
        return _below_numbers(numbered[0], headings, lines)
    if len(styled) >= STYLED:
        loose = [h for h in _loose(headings) if h.look and not h.look.heading]
        typed = [h for h in loose if _has_type(h.look) and not h.title.endswith(":") and not _is_label(h)]
        few = 2 * len(typed) < len(loose) or not _makes_rank(typed, lines)
        return {h.index for h in loose if few or h not in typed}
    return set()


def _is_label(heading: Heading) -> bool:
    """Whether a heading ends with a colon, or has no more than a figure behind it: "Paid members: 7"."""
    return (heading.look is not None and heading.look.setting == "colon") or 0 < len(heading.rest.split()) < TEXT


def _makes_rank(group: list[Heading], lines: PlainLines) -> bool:
    """Whether headings set alike are enough, and enough of them have a text of their own."""
    firm = sum(len(h.rest.split()) >= TEXT or lines.heads_text(h.index) for h in group)
    return len(group) >= LOWER and firm >= FIRM * len(group)


def _has_type(look: Look | None) -> bool:
    return look is not None and bool(look.heading or look.bold or look.capitals)


def _below_numbers(first: Heading, headings: list[Heading], lines: PlainLines) -> set[int]:
    groups: dict[tuple[int, bool, bool], list[Heading]] = defaultdict(list)
    refused: set[int] = set()
    level = first.look.heading if first.look else 0
    for heading in _loose(headings):
        look = heading.look
        if look is None or not _has_type(look) or (heading.index < first.index and (level or not look.heading)):
            refused.add(heading.index)
        else:
            groups[(look.heading, look.bold, look.capitals)].append(heading)
    for group in groups.values():
        outranks = group[0].look is not None and group[0].look.heading > 0
        if len(group) < LOWER or not (outranks or _makes_rank(group, lines)):
            refused |= {h.index for h in group}
    return refused


def _end(headings: list[Heading], blocks: list[Block]) -> int:
    """Find the last line that says that the meeting ended (block index); behind all where none does."""
    starts = {h.index for h in headings if h.number and h.kind == "item"}
    end = len(blocks)
    for index in range(len(blocks) - 1, len(blocks) // 3, -1):
        if index in starts:
            break  # business goes on behind what was said to end
        if _says_end(blocks[index]):
            end = index
    return end


def _says_end(block: Block) -> bool:
    if not isinstance(block, Paragraph):
        return False
    low = block.text.casefold()
    return any(word in low for word in ENDING) and pattern("agenda", "ends").search(low) is not None


def _papers(headings: list[Heading]) -> int:
    """Find the first heading of a paper printed with the minutes ("Appendix A"): its block's index, or none."""
    return next((h.index for h in headings if pattern("agenda", "paper").match(h.title)), 10**9)


def _is_paper(heading: Heading, end: int, papers: int) -> bool:
    if heading.level == 1 and heading.number:
        return False
    if heading.index >= papers:
        return heading.kind == "item"
    return heading.index > end and heading in _loose([heading])
