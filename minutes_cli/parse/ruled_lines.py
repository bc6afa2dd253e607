"""Take the titles that typed rules set off for headings: a row of dashes below a title, or above each."""

from __future__ import annotations

from minutes_cli.parse.block import Block, Paragraph
from minutes_cli.parse.heading_words import looks_like_title
from minutes_cli.wording import wording

RULE = wording(r"^\s*([-=_~*#^])\1{3,}\s*$")
UNDER = 0.5  # length of a rule below a title in lengths of the title, at least,
LONGER = 25  # and at most so many characters longer
ABOVE = 8  # signs of a rule above a title
SURE = 2  # titles with a rule above them that show it to be how headings are set
LEVELS = {"=": 1, "#": 1}  # outline levels by sign; 2 for the others
TIGHT = 0.5  # lines; a title stands right at its rule


def is_rule(text: str) -> bool:
    """Whether a printed line is a typed rule: "-----", "=====" and nothing else."""
    return RULE.match(text) is not None


def mark(blocks: list[Block]) -> None:
    """Give the titles at typed rules the level of a heading, and the rules their role."""
    above: list[Paragraph] = []
    for index, block in enumerate(blocks):
        if not isinstance(block, Paragraph) or not is_rule(block.text):
            continue
        block.role = "rule"
        title, after = (blocks[i] if 0 <= i < len(blocks) else None for i in (index - 1, index + 1))
        if isinstance(title, Paragraph) and _is_under(block, title):
            title.heading = title.heading or LEVELS.get(block.text[0], 2)
        elif isinstance(after, Paragraph) and len(block.text) >= ABOVE and after.gap < TIGHT and _can_be_title(after):
            above.append(after)
    if len(above) >= SURE:
        for title in above:
            title.heading = title.heading or 2


def _is_under(rule: Paragraph, title: Paragraph) -> bool:
    """Whether a rule underlines the line above it."""
    long, wide = len(title.text), len(rule.text)
    return rule.gap < TIGHT and _can_be_title(title) and UNDER * long <= wide <= long + max(long, LONGER)


def _can_be_title(paragraph: Paragraph) -> bool:
    return (
        len(paragraph.lines) == 1 and not paragraph.role and not paragraph.bullet and looks_like_title(paragraph.text)
    )
