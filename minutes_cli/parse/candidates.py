"""Weigh the lines of minutes that could be headings of the business: by number, type, capitals, space and words."""

from __future__ import annotations

import re

from minutes_cli.parse.block import Block, Paragraph
from minutes_cli.parse.heading_words import TRAILING, list_kind, looks_like_title
from minutes_cli.parse.headings import LISTS, Candidate, Look
from minutes_cli.parse.numbering import Numbered, read_number
from minutes_cli.parse.patterns import pattern
from minutes_cli.parse.title_end import split_title

DOTS = re.compile(r"[.\s]{5,}\d*$")  # the leader dots of a printed agenda
COLUMNS = 3  # runs of words on one line; more are a list in columns
SHORT = 3  # characters; an unnumbered line this short is a mark or initials
CAPITALS = 0.85  # share of a title's letters that are capitals when it is set in them ("REPORT by AF" is not)
CLEAR = 1.0  # line heights of blank space around a heading in plain type
MAX_ALONE = 9  # words of a heading that only space sets off
LONG_BELOW = 40  # characters; the text below such a heading is longer than this
STYLE, TITLE, NO_TITLE = 1.5, 0.7, -0.8  # what a heading style, a title's words, a sentence's words add to a weight
SENTENCE_ENDS = (".", "!", "?", "”", ":")


def weigh(index: int, blocks: list[Block]) -> Candidate | None:
    """Weigh one paragraph as a heading of the business; None when it cannot be one."""
    paragraph = blocks[index]
    if not isinstance(paragraph, Paragraph) or _is_no_heading(paragraph):
        return None
    text = paragraph.text
    numbered = read_number(text)
    words = numbered.rest if numbered else text
    title, rest = split_title(paragraph, words, bool(numbered))
    title = DOTS.sub("", title)
    if not title or (not numbered and not _can_stand_unnumbered(title, rest)):
        return None
    bold = paragraph.bold >= len(text) - len(rest) - 1 and paragraph.bold > 0
    setting = "" if numbered else _setting(index, blocks, (title, rest), bold)
    form = numbered.form if numbered else ""
    look = Look(paragraph.heading, bold, _in_capitals(title), round(paragraph.size), form, setting)
    if not _shows(look, paragraph, numbered):
        return None
    worded = TITLE if looks_like_title(title) and rest != words else NO_TITLE
    weight = 1.0 + look.bold + look.capitals + STYLE * bool(paragraph.heading) + worded
    return Candidate(index, paragraph, numbered, TRAILING.sub("", title) or title, rest, look, weight)


def _is_no_heading(paragraph: Paragraph) -> bool:
    """Whether a paragraph is something else at once: a place to sign, a marked task, a bullet, a line in columns."""
    text = paragraph.text
    if not text or pattern("agenda", "signature").match(text) or pattern("agenda", "marked").match(text):
        return True
    if paragraph.bullet and not paragraph.heading:
        return True
    return len(paragraph.lines) == 1 and len(paragraph.lines[0].segments) > COLUMNS


def _can_stand_unnumbered(title: str, rest: str) -> bool:
    if (rest and rest[0].islower()) or len(title) <= SHORT:
        return False
    return not pattern("agenda", "closed").match(title) and looks_like_title(title)


def _in_capitals(title: str) -> bool:
    letters = [c for c in title if c.isalpha()]
    return len(letters) > SHORT and sum(c.isupper() for c in letters) / len(letters) > CAPITALS


def _setting(index: int, blocks: list[Block], cut: tuple[str, str], bold: bool) -> str:
    """Tell how an unnumbered heading would stand: run in before its text, ended by a colon, or alone between spaces."""
    paragraph, (title, rest) = blocks[index], cut
    if rest and not bold:
        return "run-in"
    if title.endswith(":"):
        return "colon"
    if rest or not isinstance(paragraph, Paragraph):
        return ""
    if not paragraph.size and _stands_alone(index, blocks):
        return "alone"
    return "alone" if paragraph.gap >= CLEAR and list_kind(title) in LISTS else ""


def _shows(look: Look, paragraph: Paragraph, numbered: Numbered | None) -> bool:
    """Whether anything at all sets a line off as a heading."""
    return bool(numbered or look.bold or look.capitals or paragraph.heading or paragraph.size or look.setting)


def _stands_alone(index: int, blocks: list[Block]) -> bool:
    """Whether a short line has blank space around it and a longer text below it, as a heading in plain type has."""
    here, after = blocks[index], blocks[index + 1] if index + 1 < len(blocks) else None
    if not isinstance(here, Paragraph) or not isinstance(after, Paragraph) or here.gap < CLEAR or after.gap < CLEAR:
        return False
    longer = len(after.text) > max(len(here.text), LONG_BELOW)
    return longer and len(here.text.split()) <= MAX_ALONE and after.text.rstrip().endswith(SENTENCE_ENDS)
