"""Read the topics below headings that only group the business: "Old business", and then "Pumps: they were mended".

Under "Reports", "New business" or "Other matters" each paragraph is a matter of its own, and begins with its title,
which a colon or a dash parts from the text, be it numbered or not. A single label may be anything; so what counts is
that the document parts the text below such headings so throughout, and that no label comes again or names somebody.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import TypeGuard

from minutes_cli.parse.block import Block, Paragraph
from minutes_cli.parse.head_labels import kind_of
from minutes_cli.parse.heading_words import (
    BRACKETS_BEHIND,
    fold_title,
    is_dated,
    is_outcome,
    is_routine,
    list_kind,
    looks_like_title,
)
from minutes_cli.parse.headings import Heading
from minutes_cli.parse.numbering import Numbered, read_number
from minutes_cli.parse.patterns import listed, pattern
from minutes_cli.parse.people import read_label
from minutes_cli.parse.plain_lines import PlainLines
from minutes_cli.parse.title_end import begins_in_capitals

SIGNS = (": ", "–", "—", " - ")  # what parts a title from the text behind it
LONGEST = 60  # characters of a title before its colon or dash
MAX_TITLE = 7  # words of a title before its colon or dash
SMALL = 3  # letters of a small word that no title ends with ("Question by: ...")
LINKS = ("http", "www.")
SHORT, SHORT_NUMBERED = 3, 5  # words of one that may be written in small letters
SURE = 3  # titles below the grouping headings of a document that show that these are parted so
NEARLY_ALL = 0.8  # share of the paragraphs below a grouping heading that must begin with one;
MANY, MOSTLY = 6, 0.6  # where so many do, this share
HALF = 0.5  # the same for the numbers of one form below all of them
DEEPER = 1.0  # points or columns; a bullet set further in stands under the one above


class _Topic:
    """A paragraph that begins with a title: where it stands, its number, its title and the text behind it."""

    def __init__(self, index: int, numbered: Numbered | None, title: str, rest: str) -> None:
        self.index, self.numbered, self.title, self.rest = index, numbered, title, rest
        self.form = numbered.form if numbered else ""


def with_sub_topics(headings: list[Heading], blocks: list[Block]) -> list[Heading]:
    """Give the headings of minutes with the topics that the paragraphs below grouping headings begin with."""
    if not headings:
        return headings
    lines = PlainLines(blocks)
    found: list[tuple[Heading, _Topic]] = []
    entries: dict[str, int] = defaultdict(int)
    for heading, indexes in _groups(headings, blocks):
        topics = [topic for index in indexes if (topic := _topic(index, lines))]
        plain = sum(not topic.form for topic in topics)
        if plain < (MOSTLY if plain >= MANY else NEARLY_ALL) * sum(not _number(index, lines) for index in indexes):
            topics = [topic for topic in topics if topic.form]
        found += [(heading, topic) for topic in topics]
        for index in indexes:
            entries[_number(index, lines)] += 1
    count = Counter(fold_title(topic.title) for _, topic in found)
    taken = Counter(topic.form for _, topic in found)
    kept = [
        _heading(heading, topic)
        for heading, topic in found
        if count[fold_title(topic.title)] == 1 and (not topic.form or taken[topic.form] >= HALF * entries[topic.form])
    ]
    return sorted([*headings, *kept], key=lambda heading: heading.index) if len(kept) >= SURE else headings


def _groups(headings: list[Heading], blocks: list[Block]) -> Iterator[tuple[Heading, list[int]]]:
    """Give the headings that group the business, each with the paragraphs below it, or its outer bullets."""
    for heading, after in zip(headings, [*headings[1:], None], strict=True):
        if heading.kind not in ("item", "container") or not _is_grouping(heading.title):
            continue
        end = after.index if after else len(blocks)
        section = [(i, block) for i in range(heading.index + 1, end) if _is_text(block := blocks[i])]
        plain = [i for i, block in section if not block.bullet]
        left = min((block.x0 for _, block in section), default=0.0)
        below = plain or [i for i, block in section if block.x0 <= left + DEEPER]
        if below:
            yield heading, below


def _number(index: int, lines: PlainLines) -> str:
    """Give the form of number that a paragraph begins with, "" for none."""
    numbered = read_number(lines.text(index))
    return numbered.form if numbered else ""


def _is_grouping(title: str) -> bool:
    words = {word.strip(".,:;()/&") for word in title.casefold().replace("/", " ").split()}
    return not words.isdisjoint(listed("heading", "grouping"))


def _is_text(block: Block) -> TypeGuard[Paragraph]:
    return isinstance(block, Paragraph) and not block.role and block.row is None


def _topic(index: int, lines: PlainLines) -> _Topic | None:
    """Read the title that a paragraph begins with; None when it begins with a sentence, a name or a formula."""
    block = lines.blocks[index]
    if not isinstance(block, Paragraph):
        return None
    text = block.words
    numbered = None if block.bullet else read_number(text)
    if numbered and numbered.form.startswith("#"):
        return None  # "#12 Lamps" refers to a task
    words = numbered.rest if numbered else text
    title, rest = _cut(block, words)
    if numbered and not title and _is_bare(index, numbered, lines):
        return _Topic(index, numbered, words.rstrip(" :"), "")
    if not title or not _is_title(title, text, lines, SHORT_NUMBERED if numbered else SHORT) or rest.startswith(LINKS):
        return None
    return _Topic(index, numbered, title, rest)


def _cut(block: Paragraph, words: str) -> tuple[str, str]:
    """Cut a paragraph behind the bold words that it begins with, else at its first colon or dash; "" for no title."""
    if 0 < block.bold < len(block.text):
        end = block.bold - (len(block.text) - len(words))
        return words[: max(end, 0)].strip(" .:–—-"), words[max(end, 0) :].lstrip(" .:–—-")
    line = f"{words} "
    at, sign = min(((line.find(sign), sign) for sign in SIGNS if sign in line), default=(0, ""))
    title = words[:at].rstrip()
    fits = 1 < len(title) <= LONGEST and ":" not in title and not title[0].islower() and title[0].isalnum()
    return (title, line[at + len(sign) :].strip()) if fits else ("", "")


def _is_bare(index: int, numbered: Numbered, lines: PlainLines) -> bool:
    """Whether a numbered line is all title, and numbers of another form stand further in below it."""
    below = lines.blocks[index + 1] if index + 1 < len(lines.blocks) else None
    inner = read_number(lines.text(index + 1)) if isinstance(below, Paragraph) else None
    if inner is None or inner.form == numbered.form or not looks_like_title(numbered.rest):
        return False
    return len(numbered.rest.split()) <= MAX_TITLE and inner.value == (1,)


def _is_title(title: str, text: str, lines: PlainLines, short: int) -> bool:
    """Whether the words before a colon or dash can be the title of a matter."""
    said = title.split()
    if len(said) > MAX_TITLE or not looks_like_title(title) or not (len(said) <= short or begins_in_capitals(title)):
        return False
    if said[-1].islower() and len(said[-1]) <= SMALL:
        return False
    if is_outcome(fold_title(title)) or is_dated(title) or list_kind(title) is not None or kind_of(title):
        return False
    if pattern("agenda", "marked").match(text) or pattern("agenda", "signature").match(text) or read_label(text):
        return False
    in_brackets = BRACKETS_BEHIND.search(title)
    if in_brackets and lines.is_person(in_brackets[0].strip(" ()")):
        return False  # "Treasurer (Greta): ..." tells what an officer said
    return is_routine(title) or not lines.is_person(title)


def _heading(group: Heading, topic: _Topic) -> Heading:
    number = topic.numbered.number if topic.numbered else ""
    return Heading(topic.index, number, topic.title, topic.rest, "item", 2, parent=group.number or None)
