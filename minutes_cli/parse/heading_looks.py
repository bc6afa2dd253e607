"""Find which looks are headings in minutes, beside the main run of numbers: styles, bold, capitals, nested numbers."""

from __future__ import annotations

from collections import defaultdict

from minutes_cli.parse.block import Block, Grid, Paragraph
from minutes_cli.parse.headings import RUN_IN, Candidate, Look, is_title
from minutes_cli.parse.numbered_run import SURE_CHAIN
from minutes_cli.parse.people import read_label
from minutes_cli.parse.plain_headings import ANCHORS, plain_headings

NESTED = ("int", "dotted", "letter", "roman", "Letter", "Roman")  # forms of number that items inside items have
MOSTLY = 0.6  # share of the lines of one look that must read as titles, or head text
NEARLY_ALL = 0.8  # the same for nested numbers in plain type
TEXT = 40  # characters; a shorter paragraph is no text by itself
LARGER = 0.5  # points above the size of running text
UNKNOWN_SIZE = 99.0  # points; where no size is known, none is larger


def heading_looks(
    candidates: list[Candidate], chain: set[int], blocks: list[Block], head_end: int
) -> tuple[set[Look], set[int]]:
    """Find the looks that mark headings in these minutes, and the headings in plain type (by block index).

    ``chain`` are the indexes of the main run of numbers.
    """
    groups: dict[Look, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        if candidate.index not in chain and candidate.index >= head_end:
            groups[candidate.look].append(candidate)
    body = _body_size(blocks)
    kept: set[Look] = set()
    colons = 0
    for look, group in sorted(groups.items(), key=lambda pair: bool(pair[0].form)):
        titles = sum(is_title(c) for c in group)
        if titles < MOSTLY * len(group):
            continue
        if _stands_out(look, body):
            kept.add(look)
        elif look.form and (chain or kept):
            if _is_nested(look, titles >= NEARLY_ALL * len(group), group, blocks):
                kept.add(look)
        elif look.setting == "colon" and not chain and _is_usual(group):
            kept.add(look)
            colons += len(group)
    below = _first_below(candidates, chain, kept)
    kept = {x for x in kept if _has_type(x) or not x.form or (chain and below in ("", x.form)) or _is_firm(groups[x])}
    plain: set[int] = set()
    if not chain and not any(look.heading for look in kept):
        anchors = sum(c.routine for look in kept for c in groups[look])
        plain = plain_headings(
            (c for c in candidates if c.index >= head_end), anchors, colons, _texts(blocks[head_end:])
        )
    return kept, plain


def _has_type(look: Look) -> bool:
    return look.heading > 0 or look.bold or look.capitals


def _is_firm(group: list[Candidate]) -> bool:
    """Whether half of these lines have a text of their own, below or behind their title."""
    return 2 * sum(c.firm or (bool(c.rest) and is_title(c)) for c in group) >= len(group)


def _first_below(candidates: list[Candidate], chain: set[int], kept: set[Look]) -> str:
    """Tell which form of number mostly stands first below the outer headings: deeper ones are of lists, "" for none."""
    votes: dict[str, int] = defaultdict(int)
    waits = False
    for candidate in candidates:
        look = candidate.look
        if candidate.index in chain or (not chain and look in kept and not look.form):
            waits = True
        elif waits and look.form:
            votes[look.form] += 1
            waits = False
    return max(votes, key=lambda form: votes[form]) if votes else ""


def _texts(blocks: list[Block]) -> int:
    """Count the paragraphs that are long enough to be a text of the minutes."""
    return sum(isinstance(b, Paragraph) and len(b.text) > TEXT and not read_label(b.text) for b in blocks)


def _stands_out(look: Look, body: float) -> bool:
    """Whether the type alone makes a heading: a style, or an unnumbered line in bold, capitals or larger type."""
    if look.heading or look.setting == "topic":
        return True
    return not look.form and look.setting not in RUN_IN and (look.bold or look.capitals or look.size > body + LARGER)


def _is_usual(group: list[Candidate]) -> bool:
    """Whether lines set alike are so many, or so many of them titles that any body has, that they are the headings."""
    return len(group) >= SURE_CHAIN or sum(c.routine for c in group) >= ANCHORS


def _is_nested(look: Look, titled: bool, group: list[Candidate], blocks: list[Block]) -> bool:
    """Whether numbers outside the main run are items inside items, rather than entries of a list."""
    if not look.form.startswith(NESTED):
        return False
    return look.bold or look.capitals or (titled and _followed_by_text(group, blocks))


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
