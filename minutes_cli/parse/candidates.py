"""Weigh the lines of minutes that could be headings of the business: by number, type, capitals, space and words."""

from __future__ import annotations

import re

from minutes_cli.parse.block import Block, Paragraph
from minutes_cli.parse.head_labels import kind_of
from minutes_cli.parse.heading_words import (
    TRAILING,
    fold_title,
    is_dated,
    is_outcome,
    is_routine,
    list_kind,
    looks_like_title,
)
from minutes_cli.parse.headings import LISTS, Candidate, Look, is_styled
from minutes_cli.parse.leads import lead
from minutes_cli.parse.numbering import Numbered, read_number
from minutes_cli.parse.patterns import pattern
from minutes_cli.parse.plain_lines import PlainLines
from minutes_cli.parse.title_end import begins_in_capitals, is_firm_label, split_title
from minutes_cli.wording import wording

PRESENTER = wording(r"\s+(?:presenter|lead|led by|facilitator|time allotted|duration)\s*:.*$", re.IGNORECASE)
DOTS = wording(r"[.\s]{5,}\d*$")  # the leader dots of a printed agenda
COLUMNS = 3  # runs of words on one line; more are a list in columns
SHORT = 3  # characters; an unnumbered line this short is a mark or initials
CAPITALS = 0.85  # share of a title's letters that are capitals when it is set in them ("REPORT by AF" is not)
CLEAR = 1.0  # line heights of blank space above a list's title in plain type
DASHES = ("–", "—", "-")  # signs at the end of a line whose sentence goes on below
TIMES = ("start", "end", "time", "date")  # facts of the meeting whose labels are no titles
MAX_DATE = 5  # words of a line that is a date and no title
ROUTINE = 0.5  # what a title that any body has adds to a weight
STYLE, TITLE, NO_TITLE = 1.5, 0.7, -0.8  # what a heading style, a title's words, a sentence's words add to a weight


def weigh(index: int, blocks: list[Block], lines: PlainLines) -> Candidate | None:
    """Weigh one paragraph as a heading of the business; None when it cannot be one."""
    paragraph = blocks[index]
    if not isinstance(paragraph, Paragraph) or _is_no_heading(paragraph):
        return None
    text = paragraph.text
    numbered = read_number(text)
    if numbered and not numbered.rest and text[0].isalpha():
        numbered = None  # "Agenda item 1" is all the title that it has
    topic = None if numbered else pattern("agenda", "topic").match(text)
    words = numbered.rest if numbered else PRESENTER.sub("", text[topic.end() :]) if topic else text
    styled = is_styled(paragraph)
    title, rest = _cut(paragraph, words, bool(numbered), styled)
    if numbered and _goes_on(index, lines.blocks, numbered.rest):
        return None
    if not title or (not numbered and not _can_stand_unnumbered(title, styled)):
        return None
    bold = paragraph.bold >= len(text) - len(rest) - 1 and paragraph.bold > 0
    person = bool(rest) and lines.is_person(title.rstrip(" :–—-"))
    if person and not numbered:
        return None
    if rest and _is_sentence(title, rest, words, numbered, bold):
        return None
    capitals = _in_capitals(title)
    setting = "topic" if topic else ""
    if not topic and not numbered:
        setting = _setting(index, lines, (title, rest), (bold, capitals or paragraph.heading > 0))
    form = numbered.form if numbered else ""
    look = Look(paragraph.heading, bold, capitals, round(paragraph.size), form, setting)
    if not _shows(look, paragraph, numbered):
        return None
    reads = looks_like_title(title, styled) or (numbered is not None and not rest)
    routine = is_routine(title)
    weight = 1.0 + look.bold + look.capitals + STYLE * bool(paragraph.heading) + ROUTINE * routine
    weight += TITLE if reads and rest != words and not person else NO_TITLE
    title = TRAILING.sub("", title) or title
    return Candidate(index, paragraph, numbered, title, rest, look, weight, routine, lines.heads_text(index))


def _cut(paragraph: Paragraph, words: str, numbered: bool, styled: bool) -> tuple[str, str]:
    """Cut a line's words into a title and the text behind it; the title is "" when there is none."""
    if styled and words[:1].islower():
        title, rest = words, ""
    else:
        title, rest = split_title(paragraph, words, numbered)
    if not title and not numbered and (found := lead(words)):
        title, rest = found
    if not title and styled and looks_like_title(words, styled):
        title, rest = words, ""
    return DOTS.sub("", title), rest


def _is_sentence(title: str, rest: str, words: str, numbered: Numbered | None, bold: bool) -> bool:
    """Whether what was cut in two is one: "4.2 RESOLVED: that the offer be taken", bold words that go on in plain."""
    if numbered:
        return rest != words and is_outcome(fold_title(title))
    return rest[0].islower() and not is_routine(title) and (bold or not title.endswith(":"))


def _is_no_heading(paragraph: Paragraph) -> bool:
    """Whether a paragraph is something else at once: a place to sign, a marked task, a bullet, a line in columns."""
    text = paragraph.text
    if not text or pattern("agenda", "signature").match(text) or pattern("agenda", "marked").match(text):
        return True
    if paragraph.bullet and not paragraph.heading:
        return True
    return len(paragraph.lines) == 1 and len(paragraph.lines[0].segments) > COLUMNS


def _can_stand_unnumbered(title: str, styled: bool) -> bool:
    if len(title) <= SHORT and not is_routine(title) and not styled:
        return False
    if kind_of(title.rstrip(" :")) in TIMES and not is_routine(title):
        return False  # "Start time"
    if is_outcome(fold_title(title)) or (_is_date(title) and list_kind(title) is None):
        return False
    return not pattern("agenda", "closed").match(title) and looks_like_title(title, styled)


def _goes_on(index: int, blocks: list[Block], rest: str) -> bool:
    """Whether a number at the start of a line goes on with the line above: "by all five –", "5. [Absent: ..."."""
    above = blocks[index - 1] if index else None
    broken = isinstance(above, Paragraph) and not above.heading and above.text.endswith(DASHES)
    return broken and (rest[:1] in "[(" or rest[:1].islower())


def _is_date(title: str) -> bool:
    return len(title.split()) <= MAX_DATE and is_dated(title)


def _in_capitals(title: str) -> bool:
    letters = list(filter(str.isalpha, title))
    return len(letters) > SHORT and sum(map(str.isupper, letters)) / len(letters) > CAPITALS


def _setting(index: int, lines: PlainLines, cut: tuple[str, str], type_set: tuple[bool, bool]) -> str:
    """Tell how an unnumbered heading would stand: run in before its text, ended by a colon, or set off by space.

    ``type_set``: whether it is in bold, and whether capitals or a style set it off.
    """
    paragraph, (title, rest), (bold, styled) = lines.blocks[index], cut, type_set
    if rest and not bold and title.endswith(("–", "—", "-")):
        return "dash"
    if rest and not bold and not title.endswith(":"):
        return "point" if lines.text(index)[len(title) :].startswith(".") else "run-on"
    weak = rest[:1].islower() or not begins_in_capitals(title)
    if rest and not bold and weak and not is_routine(title):
        return "lead"
    if rest and not bold:
        return "run-in" if is_firm_label(title, rest) else "label"
    if title.endswith(":"):
        return "colon"
    if rest or not isinstance(paragraph, Paragraph):
        return ""
    if bold or styled:
        return ""
    return "alone" if paragraph.gap >= CLEAR and list_kind(title) in LISTS else lines.setting(index)


def _shows(look: Look, paragraph: Paragraph, numbered: Numbered | None) -> bool:
    """Whether anything at all sets a line off as a heading."""
    return bool(numbered or look.bold or look.capitals or paragraph.heading or paragraph.size or look.setting)
