"""Tell how a title in plain type stands among the lines of minutes: between spaces, above its text, flush with it."""

from __future__ import annotations

from functools import cached_property

from minutes_cli.parse.block import Block, Paragraph
from minutes_cli.parse.head_labels import kind_of
from minutes_cli.parse.heading_words import (
    BRACKETS_BEHIND,
    fold_title,
    is_dated,
    is_outcome,
    is_routine,
    looks_like_title,
)
from minutes_cli.parse.names import looks_like_name
from minutes_cli.parse.people import read_label, read_office

CLEAR = {"page": 0.8, "paragraphs": 2.0, "lines": 1.0}
"""Line heights of blank space that set a line apart: on a page, where each paragraph counts as 1 (Word), in lines."""
PEOPLE = 40  # paragraphs; the lists of people stand among the first
MAX_ALONE = 9  # words of a title that only space sets off
LONG_BELOW = 40  # characters; a text below that is longer shows that the line above it is a title
SENTENCE_ENDS = (".", "!", "?", "”", ":")
NO_TITLE_ENDS = (".", ",", ";", "!", "-", "–")
INITIALS = 3  # letters of a word in capitals that can be somebody's initials
INDENT = 6.0  # points that a text is set further in than its title on a page
INNER = 1.0  # points or columns; bullets set further in than this below a line are its text
CAME = ("present were", "present was", "attending were", "attendance were", "were present", "was present")
ATTENDED = ("in attendance", "also attend", "attended by")
LINKS = ("http", "www.", "@", "|", "___")


class PlainLines:
    """The lines of one document as space sets them apart."""

    def __init__(self, blocks: list[Block]) -> None:
        self.blocks = blocks

    @cached_property
    def _clear(self) -> float:
        paragraphs = [block for block in self.blocks if isinstance(block, Paragraph)]
        if not any(paragraph.size for paragraph in paragraphs):
            return CLEAR["lines"]
        whole = all(paragraph.gap == int(paragraph.gap) for paragraph in paragraphs)
        return CLEAR["paragraphs" if whole else "page"]

    def text(self, index: int) -> str:
        """Give the words of a block, "" of a table."""
        block = self.blocks[index]
        return block.text if isinstance(block, Paragraph) else ""

    def is_clear(self, index: int) -> bool:
        """Whether blank space, or a page's edge, stands above a block."""
        if not 0 < index < len(self.blocks):
            return True
        here, above = self.blocks[index], self.blocks[index - 1]
        return here.gap >= self._clear or here.page != above.page

    def setting(self, index: int) -> str:
        """Tell how a line without number, style, bold or capitals stands; "" when it is no title by its words.

        That is "alone" between blank spaces, "atop" the text right below it, or "flush" with the lines around it;
        "outdent" flush with the lines above, and its text set further in.
        """
        block = self.blocks[index]
        if not isinstance(block, Paragraph) or len(block.lines) > 1 or not can_be_title(block.text):
            return ""
        if not is_routine(block.text) and self._may_be_name(block.text) and not self._heads_sentence(index):
            return ""
        if not self.is_clear(index):
            return "outdent" if self._stands_out(index) else "flush"
        return "alone" if self.is_clear(index + 1) else "atop"

    def _stands_out(self, index: int) -> bool:
        """Whether the text below a line is set further in and ends as sentences do."""
        here, below = self.blocks[index], self.blocks[index + 1] if index + 1 < len(self.blocks) else None
        if not isinstance(here, Paragraph) or not isinstance(below, Paragraph) or below.bullet:
            return False
        inner = INDENT if here.size else INNER
        return below.x0 > here.x0 + inner and below.text.rstrip().endswith(SENTENCE_ENDS)

    @cached_property
    def _named(self) -> frozenset[str]:
        """The words of the lists of people near the top: behind their label, below it, or told ("Present were ...")."""
        told: list[str] = []
        below = False
        for block in self.blocks[:PEOPLE]:
            text = block.words if isinstance(block, Paragraph) else ""
            label = read_label(text)
            if label or any(words in text.casefold() for words in (*CAME, *ATTENDED)):
                told += text.split()[1:] if not label or label.rest else []
                below = label is not None and not label.rest
            elif below and looks_like_name(BRACKETS_BEHIND.sub("", text)):
                told += text.split()
            else:
                below = False
        return frozenset(word.strip(".,;:()").casefold() for word in told)

    def _heads_sentence(self, index: int) -> bool:
        """Whether a sentence stands below a line, as it does not below a name in a list of names."""
        below = self.blocks[index + 1] if index + 1 < len(self.blocks) else None
        ends = isinstance(below, Paragraph) and " " in below.text and below.text.endswith(".")
        return ends or self.heads_text(index)

    def _may_be_name(self, text: str) -> bool:
        """Whether a line alone may be a name: one word that the lists of people know, or more that look so."""
        return self.is_person(text) if " " not in text else looks_like_name(text)

    def is_person(self, title: str) -> bool:
        """Whether a title is somebody's name: it looks so, and the lists of people, if any, know it."""
        shouted = title.isupper() and " " not in title and len(title) > INITIALS  # "ROADS", not "AFX"
        title = BRACKETS_BEHIND.sub("", title)
        if is_routine(title) or shouted or not looks_like_name(title):
            return False
        return not self._named or any(word.casefold() in self._named for word in title.split())

    def heads_text(self, index: int) -> bool:
        """Whether a longer text that ends as sentences do, or a list set further in, stands below a line."""
        here, below = self.blocks[index], self.blocks[index + 1] if index + 1 < len(self.blocks) else None
        if not isinstance(here, Paragraph) or not isinstance(below, Paragraph):
            return False
        if (below.bullet and below.x0 > here.x0 + INNER) or self._stands_out(index):
            return True
        is_longer = len(below.text) > max(len(here.text), LONG_BELOW)
        return is_longer and below.text.rstrip().endswith(SENTENCE_ENDS)


def can_be_title(text: str) -> bool:
    """Whether the words of a line could be a title that nothing but its place sets off; names and facts are none."""
    plain = fold_title(text)
    if len(text.split()) > MAX_ALONE or text.endswith(NO_TITLE_ENDS) or not looks_like_title(text):
        return False
    if is_outcome(plain) or is_dated(text) or any(link in text for link in LINKS):
        return False
    label = text.partition(":")[0]
    if ":" in text and (kind_of(label) or read_office(text)):
        return False
    people = read_label(text)
    return people is None or not people.rest
