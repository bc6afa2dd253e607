"""Find which looks are headings in minutes, beside the main run of numbers: styles, bold, capitals, nested numbers."""

from __future__ import annotations

from collections import defaultdict

from minutes_cli.parse.block import Block, Grid, Paragraph
from minutes_cli.parse.heading_words import looks_like_title
from minutes_cli.parse.headings import Candidate, Look
from minutes_cli.parse.numbered_run import SURE_CHAIN

NESTED = ("int", "dotted", "letter", "roman")  # forms of number that items inside items have
MOSTLY = 0.6  # share of the lines of one look that must read as titles, or head text
NEARLY_ALL = 0.8  # the same for nested numbers in plain type
MAX_RUN_IN = 8  # words of a title that its text follows on the line
LARGER = 0.5  # points above the size of running text
UNKNOWN_SIZE = 99.0  # points; where no size is known, none is larger


def heading_looks(candidates: list[Candidate], chain: set[int], blocks: list[Block], head_end: int) -> set[Look]:
    """Find the looks that mark headings in these minutes; ``chain`` are the indexes of the main run of numbers."""
    groups: dict[Look, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        if candidate.index not in chain and candidate.index >= head_end:
            groups[candidate.look].append(candidate)
    body = _body_size(blocks)
    kept: set[Look] = set()
    colons = 0
    for look, group in sorted(groups.items(), key=lambda pair: bool(pair[0].form)):
        titles = sum(_is_title(c) for c in group)
        if titles < MOSTLY * len(group):
            continue
        if _stands_out(look, body):
            kept.add(look)
        elif look.form and (chain or kept):
            if _is_nested(look, titles >= NEARLY_ALL * len(group), group, blocks):
                kept.add(look)
        elif look.setting == "colon" and not chain and len(group) >= SURE_CHAIN:
            kept.add(look)
            colons += len(group)
    if not chain and not any(look.heading for look in kept):
        kept |= {look for look, group in groups.items() if _is_plain(look, len(group), colons)}
    return kept


def _is_title(candidate: Candidate) -> bool:
    if not looks_like_title(candidate.title):
        return False
    short = len(candidate.title.split()) <= MAX_RUN_IN and candidate.rest != candidate.paragraph.text
    return not candidate.rest or short


def _stands_out(look: Look, body: float) -> bool:
    """Whether the type alone makes a heading: a style, or an unnumbered line in bold, capitals or larger type."""
    if look.heading:
        return True
    return not look.form and look.setting != "run-in" and (look.bold or look.capitals or look.size > body + LARGER)


def _is_nested(look: Look, titled: bool, group: list[Candidate], blocks: list[Block]) -> bool:
    """Whether numbers outside the main run are items inside items, rather than entries of a list."""
    if not look.form.startswith(NESTED):
        return False
    return look.bold or look.capitals or (titled and _followed_by_text(group, blocks))


def _is_plain(look: Look, count: int, colons: int) -> bool:
    """Whether lines in plain type, alone or run in, are the headings of minutes that have no others."""
    if look.form or look.bold or look.capitals:
        return False
    if look.setting == "alone":
        return max(colons, count) >= SURE_CHAIN
    return look.setting == "run-in" and colons >= SURE_CHAIN


def _followed_by_text(group: list[Candidate], blocks: list[Block]) -> bool:
    """Whether most of these have running text below them, as headings do (entries of a list do not)."""
    indexes = {c.index for c in group}
    count = sum(1 for c in group if c.rest or _text_below(c.index + 1, indexes, blocks))
    return count >= MOSTLY * len(group)


def _text_below(index: int, headings: set[int], blocks: list[Block]) -> bool:
    return index < len(blocks) and index not in headings and not isinstance(blocks[index], Grid)


def _body_size(blocks: list[Block]) -> float:
    """Give the size of type, in whole points, that most of the text is set in."""
    sizes: dict[int, int] = defaultdict(int)
    for block in blocks:
        if isinstance(block, Paragraph) and block.size:
            sizes[round(block.size)] += len(block.text)
    return float(max(sizes, key=lambda s: sizes[s])) if sizes else UNKNOWN_SIZE
