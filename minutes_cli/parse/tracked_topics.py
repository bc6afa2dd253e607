"""Read bullets that name an issue of a tracker as items: "• Rope locker rules #72", with what was said of it below.

Groups that keep their business in a tracker bring its open issues to the meeting, and their minutes are that list with
notes under each entry. An issue may be named anywhere; so what counts is that a section's outer bullets are mostly such
entries, and that text stands under them.
"""

from __future__ import annotations

from minutes_cli.parse.block import Block, Paragraph
from minutes_cli.parse.heading_words import fold_title, is_dated
from minutes_cli.parse.headings import Heading
from minutes_cli.parse.patterns import pattern

DEEPER = 1.0  # points or columns; a bullet set further in stands under the one above
SURE = 2  # such bullets of a document that show how its business is listed
MOSTLY = 0.5  # share of the outer bullets of a section that name an issue, and of these that have text below
MAX_WORDS = 20  # words of a title; issues have long ones


def with_tracked_topics(headings: list[Heading], blocks: list[Block]) -> list[Heading]:
    """Give the headings of minutes with the bullets in their sections that are issues brought to the meeting."""
    known = {fold_title(_before_issue(heading.title)) for heading in headings}
    found: list[Heading] = []
    ends = [heading.index for heading in headings[1:]] + [len(blocks)]
    for heading, end in zip(headings, ends, strict=False):
        if heading.kind in ("item", "container"):
            found += _issues(heading, end, blocks)
    titles = [fold_title(_before_issue(heading.title)) for heading in found]
    again = len(set(titles)) < len(titles) or not known.isdisjoint(titles)
    if len(found) < SURE or again:
        return headings  # the list is the agenda, printed before the minutes, or links to what was done
    return sorted([*headings, *found], key=lambda heading: heading.index)


def _issues(heading: Heading, end: int, blocks: list[Block]) -> list[Heading]:
    """Read the outer bullets of a section that name an issue, if they are most of them and most have text below."""
    bullets = [i for i in range(heading.index + 1, end) if _is_bullet(blocks[i])]
    left = min((_left(blocks[i]) for i in bullets), default=0.0)
    outer = [i for i in bullets if _left(blocks[i]) <= left + DEEPER]
    named = [i for i in outer if _names_issue(blocks[i])]
    told = sum(i + 1 < end and i + 1 not in outer for i in named)
    if not named or len(named) < MOSTLY * len(outer) or told < MOSTLY * len(named):
        return []
    return [Heading(i, "", _words(blocks[i]), "", "item", 2, parent=heading.number or None) for i in named]


def _is_bullet(block: Block) -> bool:
    return isinstance(block, Paragraph) and bool(block.bullet) and not block.role


def _names_issue(block: Block) -> bool:
    """Whether a bullet is a title and then an issue, and neither a marked task nor a mere link."""
    words = _words(block)
    if not pattern("agenda", "tracked").search(words) or pattern("agenda", "marked").match(words):
        return False
    title = _before_issue(words)
    return any(letter.isalpha() for letter in title) and len(title.split()) <= MAX_WORDS and not is_dated(title)


def _before_issue(words: str) -> str:
    return pattern("agenda", "tracked").sub("", words).rstrip(" -–—:")


def _words(block: Block) -> str:
    return block.words.rstrip() if isinstance(block, Paragraph) else ""


def _left(block: Block) -> float:
    return block.x0 if isinstance(block, Paragraph) else 0.0
