"""Join the numbers of items that stand on a line of their own to the titles below them: "3." and then "Boats"."""

from __future__ import annotations

from minutes_cli.parse.block import Block, Paragraph
from minutes_cli.parse.heading_words import looks_like_title
from minutes_cli.wording import wording

LONE = wording(r"^\(?(?:\d{1,2}|[A-Z]|[IVX]{1,5})[.)]$")
SURE = 3  # numbers on a line of their own, each above a title, that show it to be how the minutes are set


def join(blocks: list[Block]) -> list[Block]:
    """Put each lone number in front of the title below it, where a document sets its headings so; others stay."""
    titles = {index + 1 for index in range(len(blocks) - 1) if _is_lone(blocks[index]) and _is_title(blocks[index + 1])}
    if len(titles) < SURE:
        return blocks
    out: list[Block] = []
    for index, block in enumerate(blocks):
        if index + 1 in titles:
            continue
        number = blocks[index - 1] if index in titles else None
        if isinstance(block, Paragraph) and isinstance(number, Paragraph):
            _put_before(block, number)
        out.append(block)
    return out


def _is_lone(block: Block) -> bool:
    return isinstance(block, Paragraph) and LONE.match(block.text) is not None


def _is_title(block: Block) -> bool:
    return isinstance(block, Paragraph) and not block.bullet and (looks_like_title(block.text) or len(block.lines) == 1)


def _put_before(title: Paragraph, number: Paragraph) -> None:
    """Let a title begin with its number, at the number's place."""
    title.bold = title.bold + len(number.text) + 1 if title.bold else 0
    title.text = f"{number.text} {title.text}"
    title.page, title.line = number.page, number.line
    title.lines = [*number.lines, *title.lines]
    title.x0, title.gap = number.x0, number.gap
