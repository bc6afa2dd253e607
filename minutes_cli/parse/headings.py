"""What a line taken for a heading of the business is: its number, its title, its look, and what it opens."""

from __future__ import annotations

import msgspec

from minutes_cli.parse.block import Paragraph
from minutes_cli.parse.heading_words import looks_like_title
from minutes_cli.parse.numbering import Numbered

SENTENCE = 6  # words of a line that can be a sentence
FINITE = frozenset(("is", "are", "was", "were", "has", "have", "had", "will"))
MAX_RUN_IN = 8  # words of a title that its text follows on the line
RUN_IN = (
    "run-in",
    "label",
    "dash",
    "lead",
    "point",
    "run-on",
)  # settings of titles that their text follows on the line
LISTS = ("tasks", "earlier tasks", "decisions")  # kinds of headings that open a list, not business


class Heading(msgspec.Struct):
    """A line taken as a heading: its number and title, the words that follow on the same line, and what kind it is.

    ``kind``: item | people | tasks | earlier tasks | decisions | next | container. ``index`` is the block's.
    ``level`` is 1 in the document's main run of numbers, else 2; ``parent`` the number of the item it stands under;
    ``look`` how it is set, None for an entry of a printed agenda.
    """

    index: int
    number: str
    title: str
    rest: str
    kind: str
    level: int = 1
    parent: str | None = None
    look: Look | None = None


class Look(msgspec.Struct, frozen=True):
    """How a possible heading is set: minutes set all headings of one rank alike.

    ``heading`` is the outline level (0 none), ``size`` of the type in points, ``form`` that of its number ("" none),
    ``setting`` how an unnumbered one stands: "run-in", "label", "dash", "lead", "point",
    "run-on", "colon", "topic", "alone", "atop", "outdent", "flush" or "".
    """

    heading: int
    bold: bool
    capitals: bool
    size: int
    form: str
    setting: str


class Candidate(msgspec.Struct):
    """A line that could be a heading, with the evidence.

    ``weight`` says how much it looks like one: 1 for being there, more for bold, capitals, a style, a title's words.
    ``routine``: its title is one that any body has ("Roll call"); ``firm``: in plain type, text below shows it a title.
    """

    index: int
    paragraph: Paragraph
    numbered: Numbered | None
    title: str
    rest: str
    look: Look
    weight: float
    routine: bool = False
    firm: bool = False


def is_styled(paragraph: Paragraph) -> bool:
    """Whether the document itself makes a line a heading by its style, and not the layout of a table."""
    return paragraph.heading > 0 and paragraph.row is None


def _is_sentence(title: str) -> bool:
    """Whether a title of some length holds a verb that makes it a sentence: "Forms for the rota were handed round"."""
    words = title.casefold().split()
    return len(words) >= SENTENCE and words[-1][-1] != "?" and not FINITE.isdisjoint(words)


def is_title(candidate: Candidate) -> bool:
    """Whether a line is a title, alone or cut from the text behind it, rather than the beginning of a sentence."""
    if not looks_like_title(candidate.title, is_styled(candidate.paragraph)):
        return candidate.numbered is not None and not candidate.rest
    if not candidate.numbered and _is_sentence(candidate.title):
        return False
    whole = candidate.numbered.rest if candidate.numbered else candidate.paragraph.text
    return not candidate.rest or (len(candidate.title.split()) <= MAX_RUN_IN and candidate.rest != whole)
