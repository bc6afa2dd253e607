"""Find the tables of minutes that have rules between their rows only: their columns are where no row has words.

Three rows or more between rules of one length, each with words on both sides of a gap that runs through all of them: a
full-width line of text anywhere closes the gap, so rules between paragraphs, or above and below a page, make no table.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from minutes_cli.read.pdf_lines import Word, set_lines
from minutes_cli.read.rulings import SNAP, Grid, Rule

ROWS = 3  # fewer prove nothing: a heading between two rules, a head and a foot
SHORTEST_LADDER = 100.0  # points; a table of two columns is wider
GUTTER = 1.0  # of the type size; the gap between two columns, as between two entries on a line
FILLED = 0.6  # share of the rows that must have words in two columns
BEFORE = 4.0  # points left of a column's words at which its border is set

Span = tuple[float, float]


def find_ladders(level: Sequence[Rule], words: Sequence[Word]) -> list[Grid]:
    """Find tables among level rules that belong to no grid; ``words`` are those of the whole page."""
    grids = []
    for rungs in _ladders(level):
        bands = [
            (top.at, bottom.at, _spans([w for w in words if top.at <= w.middle < bottom.at and _within(w, top)]))
            for top, bottom in pairwise(rungs)
        ]
        grids.extend(_read(bands, rungs[0].start, rungs[0].end))
    return grids


def _within(word: Word, rule: Rule) -> bool:
    return rule.start - SNAP <= (word.x0 + word.x1) / 2 <= rule.end + SNAP


def _ladders(level: Sequence[Rule]) -> list[list[Rule]]:
    """Gather level rules of one length, standing one above the other."""
    ladders: list[list[Rule]] = []
    for rule in sorted(level):
        if rule.end - rule.start < SHORTEST_LADDER:
            continue
        for ladder in ladders:
            if abs(ladder[0].start - rule.start) <= SNAP and abs(ladder[0].end - rule.end) <= SNAP:
                ladder.append(rule)
                break
        else:
            ladders.append([rule])
    return [ladder for ladder in ladders if len(ladder) > ROWS]


def _spans(words: list[Word]) -> list[list[Span]]:
    """Say where the entries of each line of a row stand."""
    return [[(s.x0, s.x1) for s in line.segments] for line in set_lines(words, 0)]


def _read(bands: list[tuple[float, float, list[list[Span]]]], left: float, right: float) -> list[Grid]:
    """Take the longest runs of rows whose words leave a common gap."""
    grids: list[Grid] = []
    run: list[tuple[float, float, list[list[Span]]]] = []
    for band in (*bands, None):
        if band is not None and band[2] and _columns([*run, band]):
            run.append(band)
            continue
        if len(run) >= ROWS:
            grids.extend(_make(run, left, right))
        run = [band] if band is not None and band[2] and _columns([band]) else []
    return grids


def _columns(run: list[tuple[float, float, list[list[Span]]]]) -> list[Span]:
    """Say what stretches of the width have words in some row: two or more when a gap runs through all rows."""
    spans = sorted(span for _, _, lines in run for line in lines for span in line)
    if not spans:
        return []
    columns = [spans[0]]
    room = GUTTER * 8.0  # points; in the smallest type minutes are set in
    for x0, x1 in spans[1:]:
        if x0 - columns[-1][1] < room:
            columns[-1] = (columns[-1][0], max(columns[-1][1], x1))
        else:
            columns.append((x0, x1))
    return columns if len(columns) > 1 else []


def _make(run: list[tuple[float, float, list[list[Span]]]], left: float, right: float) -> list[Grid]:
    columns = _columns(run)
    starts = [column[0] for column in columns]
    filled = sum(
        len({sum(x0 >= start for start in starts) for line in lines for x0, _ in line}) > 1 for _, _, lines in run
    )
    if filled < FILLED * len(run):
        return []
    xs = [left, *(start - BEFORE for start in starts[1:]), right]
    ys = [run[0][0], *(band[1] for band in run)]
    return [Grid(xs, ys, [[(r, c) for c in range(len(starts))] for r in range(len(run))])]
