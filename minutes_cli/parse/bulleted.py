"""Read the items of minutes kept as one outline: the outer bullets are the business, the inner ones what was said."""

from __future__ import annotations

from collections import defaultdict

from minutes_cli.parse.block import Block, Paragraph
from minutes_cli.parse.heading_words import BRACKETS_BEHIND, TRAILING, is_outcome, looks_like_title
from minutes_cli.parse.headings import LISTS, Heading
from minutes_cli.parse.leads import lead
from minutes_cli.parse.patterns import pattern
from minutes_cli.parse.people import read_label, read_office
from minutes_cli.parse.plain_lines import PlainLines
from minutes_cli.parse.title_end import tells

DEEPER = 1.0  # points or columns; what begins further in than this stands under the bullet above
SURE = 3  # outer bullets with something under them that show the minutes to be an outline
NEARLY_ALL = 0.8  # share of the outer bullets below a heading that must be titles with something under them
MOSTLY = 0.5  # share of the outer bullets that are titles which must have something under them
MAX_ALONE = 7  # words of a bullet that is all title and ends with a point
NO_ITEMS = ("people", *LISTS)  # kinds of headings whose bullets are no items


def with_bulleted_items(headings: list[Heading], blocks: list[Block]) -> list[Heading]:
    """Give the headings of minutes; when none is an item of business, the titles of an outline of bullets are items."""
    if any(heading.kind == "item" for heading in headings):
        return _with_outlines_inside(headings, blocks)
    free = _free(headings, blocks)
    if led := _led(free, blocks):
        return sorted([*headings, *led], key=lambda heading: heading.index)
    outer = [index for index in free if _title(blocks[index])]
    if not outer:
        return headings
    left = min(_left(blocks[index]) for index in outer)
    titles = [index for index in outer if _left(blocks[index]) <= left + DEEPER]
    parents = [index for index in titles if _has_inner(index, blocks)]
    if len(parents) < max(SURE, MOSTLY * len(titles)):
        return headings
    found = [Heading(index, "", _title(blocks[index]), "", "item") for index in parents]
    return sorted([*headings, *found], key=lambda heading: heading.index)


def _with_outlines_inside(headings: list[Heading], blocks: list[Block]) -> list[Heading]:
    """Read the outer bullets below a heading as items when they are an outline of their own: titles with notes under.

    One sign at a time, since "• What is each group doing?" may stand before "- Boats", "- Ropes" and their notes.
    """
    found: list[Heading] = []
    lines = PlainLines(blocks)
    ends = [heading.index for heading in headings[1:]] + [len(blocks)]
    for heading, end in zip(headings, ends, strict=False):
        bullets: dict[str, list[int]] = defaultdict(list)
        for index in range(heading.index + 1, end):
            if heading.kind in ("item", "container") and (sign := _sign(blocks[index])):
                bullets[sign].append(index)
        for indexes in bullets.values():
            left = min(_left(blocks[index]) for index in indexes)
            outer = [index for index in indexes if _left(blocks[index]) <= left + DEEPER]
            titles = [index for index in outer if _title(blocks[index]) and _has_inner(index, blocks)]
            named = any(lines.is_person(_title(blocks[index])) for index in titles)
            if len(titles) >= max(SURE, NEARLY_ALL * len(outer)) and not named:
                found += [Heading(i, "", _title(blocks[i]), "", "item", 2, heading.number or None) for i in titles]
    return sorted([*headings, *found], key=lambda heading: heading.index)


def _sign(block: Block) -> str:
    return block.bullet if isinstance(block, Paragraph) and not block.role else ""


def _led(free: list[int], blocks: list[Block]) -> list[Heading]:
    """Read the bullets as items where most of the outer ones begin with a title in bold: "• Lamps: they came"."""
    left = min((_left(blocks[index]) for index in free), default=0.0)
    outer = [index for index in free if _left(blocks[index]) <= left + DEEPER]
    lines = PlainLines(blocks)
    leads = ((index, _bold_lead(blocks[index])) for index in outer)
    found = [Heading(index, "", *lead, "item") for index, lead in leads if lead[0] and not lines.is_person(lead[0])]
    enough = len(found) >= SURE and len(found) >= MOSTLY * len(outer)
    return found if enough and len({heading.title for heading in found}) == len(found) else []


def _bold_lead(block: Block) -> tuple[str, str]:
    """Cut a bullet into its title, in bold or ended by a point, and the text behind; ("", "") when it has none."""
    if not isinstance(block, Paragraph):
        return "", ""
    if not block.bold:
        return _pointed(block.words)
    if block.bold >= len(block.text):
        return "", ""
    title = block.text[len(block.text) - len(block.words) : block.bold].strip(" :.–—-")
    rest = block.text[block.bold :].lstrip(" :.–—-")
    if not looks_like_title(title) or read_label(title) or is_outcome(title.casefold()):
        return "", ""
    return ("", "") if pattern("agenda", "marked").match(block.words) or not rest else (title, rest)


def _pointed(words: str) -> tuple[str, str]:
    """Cut "Lamps. They came on Monday." behind its title; one that stands alone ("Lamps.") has its text below."""
    plain = BRACKETS_BEHIND.sub("", words)
    title = plain.removesuffix(".")
    if found := lead(plain):
        return found
    if pattern("agenda", "closed").match(title):
        return "", ""
    if title != plain and len(title.split()) <= MAX_ALONE and looks_like_title(title) and not tells(f"it {title}"):
        label, _, rest = title.partition(": ")
        return ("", "") if is_outcome(title.casefold()) or read_label(title) else (label, rest)
    return "", ""


def _free(headings: list[Heading], blocks: list[Block]) -> list[int]:
    """Give the bullets that do not stand in a list of people, tasks or decisions (block indexes)."""
    kinds = {h.index: "" if h.kind == "people" and h.rest else h.kind for h in headings}
    out: list[int] = []
    kind = ""
    for index, block in enumerate(blocks):
        kind = kinds.get(index, kind)
        if kind == "people" and index not in kinds and isinstance(block, Paragraph) and not block.bullet:
            kind = ""  # a line of text ends a list of people
        if isinstance(block, Paragraph) and block.bullet and not block.role and kind not in NO_ITEMS:
            out.append(index)
    return out


def _left(block: Block) -> float:
    return block.x0 if isinstance(block, Paragraph) else 0.0


def _has_inner(index: int, blocks: list[Block]) -> bool:
    """Whether the next line stands further in, or is text without a bullet."""
    below = blocks[index + 1] if index + 1 < len(blocks) else None
    if below is None or _left(below) > _left(blocks[index]) + DEEPER:
        return below is not None
    return isinstance(below, Paragraph) and not below.bullet


def _title(block: Block) -> str:
    """Give the words of a bullet that reads as a title; "" when it is a sentence, a mark, a list of people."""
    words = block.words if isinstance(block, Paragraph) else ""
    title = TRAILING.sub("", words)
    if not looks_like_title(title) or words.endswith(".") or tells(title.partition(" – ")[0].partition(" - ")[0]):
        return ""
    if pattern("agenda", "marked").match(words) or read_label(words) or read_office(words):
        return ""
    return "" if is_outcome(title.casefold()) else title
