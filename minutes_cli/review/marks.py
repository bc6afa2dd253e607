"""Find the words of a record's entries on the lines that they were read from.

The account of the lines says which gave something to an entry; which words of them they were is found by comparing,
since reading joins lines, folds spaces and leaves out labels, numbers and bullets.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from minutes_cli.document import LineRead
from minutes_cli.review.entries import Entry

WORD = re.compile(r"[^\W_]+")
ENOUGH = 0.6  # share of a field's words that must be found before its place is believed
NEXT, BELOW, ABOVE = (
    6,
    40,
    8,
)  # lines round an entry's place where words are looked for that none known to be its own has
SIDE = 2  # lines before and behind an entry's own where its owner or its due date may stand
FEW = 3  # words of a role, a name or a date that others may have too
LONE = 2  # words; a run of fewer in the midst of a long text may be chance ("the")


class Mark(NamedTuple):
    """Where words of an entry stand: from which letter to which of a line, by its place in the account."""

    at: int
    start: int
    end: int


class _Token(NamedTuple):
    at: int
    start: int
    end: int
    word: str


def marks_of(entry: Entry, reads: Sequence[LineRead], own: Sequence[int], within: Sequence[int]) -> list[Mark]:
    """Find where an entry stands, in the order of the lines; none when it stands nowhere.

    ``reads`` accounts for the lines of the file; ``own`` says which of them (by place) gave the entry something,
    ``within`` which are its meeting's. A fact of the heading may stand over the meetings of a whole file.
    """
    around, beside = _around(entry, reads, within), _beside(entry, own, within)
    elsewhere = range(len(reads)) if entry.kind == "head" else ()
    found: list[Mark] = []
    for number, (_, words) in enumerate(entry.fields):
        few = bool(number and own) and len(WORD.findall(words)) <= FEW  # "Clerk" nearby may be somebody else's
        found.extend(_best(words, reads, (own, beside) if few else (own, around, elsewhere)))
    if not found:
        found = [Mark(at, 0, len(reads[at].text)) for at in own or around[:1] if reads[at].text.strip()]
    return _joined(found)


def _beside(entry: Entry, own: Sequence[int], within: Sequence[int]) -> Sequence[int]:
    """Give the lines next to those that gave an entry something; none for a person, beside whom others are listed."""
    if not own or entry.kind == "person":
        return ()
    return [at for at in within if own[0] - SIDE <= at <= own[-1] + SIDE]


def _around(entry: Entry, reads: Sequence[LineRead], within: Sequence[int]) -> Sequence[int]:
    """Give the lines about the place of an entry: its own, those below, and a few above (a role may begin there)."""
    place = entry.page, entry.line
    first = next((n for n, at in enumerate(within) if (reads[at].page, reads[at].line) == place), None)
    if first is None:
        return []
    below = NEXT if entry.kind == "person" else BELOW  # further down the words are another person's
    return within[max(first - ABOVE, 0) : first + below]


def _best(words: str, reads: Sequence[LineRead], places: Iterable[Sequence[int]]) -> list[Mark]:
    """Find words on the first lines that have all of them, or else on those that have most."""
    best, share = list[Mark](), 0.0
    for lines in places:
        marks, had = _found(words, reads, lines)
        if had > share:
            best, share = marks, had
        if share == 1:
            break
    return best


def _found(words: str, reads: Sequence[LineRead], lines: Sequence[int]) -> tuple[list[Mark], float]:
    """Find words that may be wrapped over lines, as they are or with others between; tells what share was found."""
    wanted = [match[0].casefold() for match in WORD.finditer(words)]
    tokens = [
        _Token(at, match.start(), match.end(), match[0].casefold())
        for at in lines
        for match in WORD.finditer(reads[at].text)
    ]
    if not wanted or not tokens:
        marks = _literal(words, reads, lines)
        return marks, float(bool(marks))
    printed = [token.word for token in tokens]
    whole = _run(wanted, printed, [token.at for token in tokens])
    if whole is not None:
        return _spans(tokens[whole : whole + len(wanted)]), 1.0
    matcher = SequenceMatcher(None, printed, wanted, autojunk=False)
    least = LONE if len(wanted) > 2 * LONE else 1
    blocks = [block for block in matcher.get_matching_blocks() if block.size >= least]
    share = sum(block.size for block in blocks) / len(wanted)
    if share < ENOUGH:
        marks = _scattered(wanted, tokens)
        return marks, ENOUGH * bool(marks)
    return [mark for block in blocks for mark in _spans(tokens[block.a : block.a + block.size])], share


def _literal(words: str, reads: Sequence[LineRead], lines: Sequence[int]) -> list[Mark]:
    """Find what has no letters: "?", "-"."""
    for at in lines:
        if words and (start := reads[at].text.find(words)) >= 0:
            return [Mark(at, start, start + len(words))]
    return []


def _run(wanted: list[str], printed: list[str], at: list[int]) -> int | None:
    """Give where words stand one after the other, None where they do not.

    Where they have lines to themselves is believed first: an owner's cell before the initials in the task.
    """
    count, last = len(wanted), len(printed) - len(wanted)
    starts = [n for n in range(last + 1) if printed[n] == wanted[0] and printed[n : n + count] == wanted]
    alone = (n for n in starts if at[n] not in at[max(n - 1, 0) : n] and at[n + count - 1] not in at[n + count :][:1])
    return next(alone, starts[0] if starts else None)


def _scattered(wanted: list[str], tokens: list[_Token]) -> list[Mark]:
    """Find a few words in another order on one line: "Flynn, Ann" for Ann Flynn."""
    need = set(wanted)
    for at in dict.fromkeys(token.at for token in tokens):
        here = [token for token in tokens if token.at == at and token.word in need]
        if len({token.word for token in here}) >= max(ENOUGH * len(need), 1):
            return [Mark(at, token.start, token.end) for token in here]
    return []


def _spans(tokens: Iterable[_Token]) -> list[Mark]:
    """Join words that follow each other on a line."""
    marks: list[Mark] = []
    for token in tokens:
        if marks and marks[-1].at == token.at:
            marks[-1] = marks[-1]._replace(end=token.end)
        else:
            marks.append(Mark(token.at, token.start, token.end))
    return marks


def _joined(marks: Iterable[Mark]) -> list[Mark]:
    """Make one mark of those that overlap or have no word between them, in the order of the lines."""
    joined: list[Mark] = []
    for mark in sorted(set(marks)):
        if joined and joined[-1].at == mark.at and mark.start <= joined[-1].end + 3:
            joined[-1] = joined[-1]._replace(end=max(joined[-1].end, mark.end))
        else:
            joined.append(mark)
    return joined
