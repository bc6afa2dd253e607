"""Find the ruled tables of a page of minutes among the lines drawn on it.

Lengths are points from the page's top left corner. Drawn pieces are joined to rules; rules that meet make a grid; a
rule counts between two cells only where it spans the cell, so that an underlined word is no border. A box without
a grid in it is no table: its lines are ordinary text.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import msgspec

SNAP = 3.0  # points; the two lines of a double border, and corners that do not quite meet, are this close
SPAN = 4.0  # points; a rule may end this far before the corner of the cell that it closes
SHORTEST = (
    8.0  # points; no row of print is lower and no column narrower: shorter strokes are drawn letters, dots, ticks
)
OPEN_SIDE = 9.0  # points; rules that run on this far past the last crossing rule hold an open cell
MOST_RULES = 3000  # on one page; above this it is a drawing (a map, a plan, letters drawn as strokes)


Box = tuple[float, float, float, float]  # x0, top, x1, bottom


class Rule(NamedTuple):
    """A straight rule from ``start`` to ``end``, at a height (level) or a distance from the left (upright)."""

    at: float
    start: float
    end: float


class Rulings(NamedTuple):
    """What is drawn on one page: level and upright rules, and filled boxes (x0, top, x1, bottom) without a border."""

    level: list[Rule]
    upright: list[Rule]
    boxes: list[Box]


class Grid(msgspec.Struct):
    """A ruled table's skeleton: columns between ``xs``, rows between ``ys``, top to bottom.

    ``owner[row][column]`` is the place (row, column) of the cell that this field belongs to (merged cells share one),
    or None where the field is outside the table.
    """

    xs: list[float]
    ys: list[float]
    owner: list[list[tuple[int, int] | None]]

    @property
    def cells(self) -> set[tuple[int, int]]:
        """The places of its cells, each at its first row and column."""
        return {place for row in self.owner for place in row if place is not None}


class Found(NamedTuple):
    """The tables found on a page, and the rules that belong to none of them."""

    grids: list[Grid]
    level: list[Rule]
    upright: list[Rule]


def find_grids(rulings: Rulings) -> Found:
    """Find the tables that the rules drawn on a page enclose."""
    level, upright = join_rules(rulings.level), join_rules(rulings.upright)
    found = Found([], [], [])
    if len(level) + len(upright) > MOST_RULES:
        return found
    for bundle in _bundles(level, upright):
        grid = _grid(*bundle)
        if grid is None:
            found.level.extend(bundle[0])
            found.upright.extend(bundle[1])
        else:
            found.grids.append(grid)
    return found


def outermost(grids: list[Grid], boxes: Sequence[Box]) -> list[Grid]:
    """Leave the tables of a page that are not drawn inside another's cell, top to bottom; shaded ones last in doubt.

    Boxes filled with colour make a table only where no rules do, and only as a full grid: two columns and two rows.
    """
    free = [box for box in boxes if not any(_touches(box, grid) for grid in grids)]
    every = [*grids, *_grids_of_boxes(free)]
    kept = [grid for grid in every if not any(_is_inside(grid, other) for other in every)]
    return sorted(kept, key=lambda grid: (grid.ys[0], grid.xs[0]))


def join_rules(rules: Sequence[Rule]) -> list[Rule]:
    """Join the pieces of rules drawn stroke by stroke (a piece for each cell, two lines for a double border)."""
    joined: list[Rule] = []
    for group in _levels(rules):
        at = start = end = 0.0
        weight = 0
        for rule in sorted(group, key=lambda r: (r.start, r.at)):
            if weight and rule.start <= end + SNAP:
                at, weight, end = (at * weight + rule.at) / (weight + 1), weight + 1, max(end, rule.end)
                continue
            if weight and end - start >= SHORTEST:
                joined.append(Rule(at, start, end))
            at, start, end, weight = rule.at, rule.start, rule.end, 1
        if weight and end - start >= SHORTEST:
            joined.append(Rule(at, start, end))
    return joined


def _levels(rules: Sequence[Rule]) -> list[list[Rule]]:
    groups: list[list[Rule]] = []
    for rule in sorted(rules):
        if groups and rule.at - groups[-1][0].at <= SNAP:
            groups[-1].append(rule)
        else:
            groups.append([rule])
    return groups


def _bundles(level: list[Rule], upright: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Gather the rules that hang together: (level, upright) of each drawing."""
    parent = list(range(len(level) + len(upright)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, h in enumerate(level):
        for j, v in enumerate(upright, len(level)):
            if h.start - SNAP <= v.at <= h.end + SNAP and v.start - SNAP <= h.at <= v.end + SNAP:
                parent[root(j)] = root(i)
    bundles: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for i, rule in enumerate((*level, *upright)):
        bundles.setdefault(root(i), ([], []))[i >= len(level)].append(rule)
    return list(bundles.values())


def _grid(level: list[Rule], upright: list[Rule]) -> Grid | None:
    """Make a grid of the rules of one drawing, or None when it is a box, a frame, a letter or a lone rule."""
    if not level or not upright:
        return None
    level, upright = _close(level, upright)
    upright, level = _close(upright, level)
    xs, ys = _positions(upright), _positions(level)
    if len(xs) < 3 or len(ys) < 2:  # one column is a box, whatever its rows
        return None
    grid = Grid(xs, ys, _owners(xs, ys, level, upright))
    return grid if len(grid.cells) > 1 else None


def _close(across: list[Rule], along: list[Rule]) -> tuple[list[Rule], list[Rule]]:
    """Draw the outer borders that a table leaves open: where two rules run on to one end past the last crossing."""
    low, high = min(r.at for r in along), max(r.at for r in along)
    first, last = min(r.at for r in across), max(r.at for r in across)
    added = []
    for side, ends in ((-1, sorted(r.start for r in across)), (1, sorted((r.end for r in across), reverse=True))):
        agree = [end for end in ends if abs(end - ends[0]) <= SNAP]
        beyond = low - ends[0] if side < 0 else ends[0] - high
        if len(agree) > 1 and beyond > OPEN_SIDE:
            added.append(Rule(ends[0], first, last))
    return across, [*along, *added]


def _positions(rules: list[Rule]) -> list[float]:
    return [sum(r.at for r in group) / len(group) for group in _levels(rules)]


def _owners(
    xs: list[float], ys: list[float], level: list[Rule], upright: list[Rule]
) -> list[list[tuple[int, int] | None]]:
    """Give each field between neighbouring rules to its cell: fields that no rule parts are one cell."""
    wide, high = len(xs) - 1, len(ys) - 1
    parent: dict[tuple[int, int], tuple[int, int]] = {(r, c): (r, c) for r in range(high) for c in range(wide)}
    outside = (-1, -1)
    parent[outside] = outside

    def root(place: tuple[int, int]) -> tuple[int, int]:
        while parent[place] != place:
            place = parent[place]
        return place

    def join(a: tuple[int, int], b: tuple[int, int]) -> None:
        first, second = sorted((root(a), root(b)))
        parent[second] = first

    walls = _spans(upright, xs, ys)
    floors = _spans(level, ys, xs)
    for row in range(high):
        for i in range(wide + 1):
            if (i, row) not in walls:
                join((row, i - 1) if i else outside, (row, i) if i < wide else outside)
    for column in range(wide):
        for i in range(high + 1):
            if (i, column) not in floors:
                join((i - 1, column) if i else outside, (i, column) if i < high else outside)
    return [
        [None if (place := root((row, column))) == outside else place for column in range(wide)] for row in range(high)
    ]


def _spans(rules: list[Rule], at: list[float], across: list[float]) -> set[tuple[int, int]]:
    """Tell which stretches are drawn: (i, k) where a rule at ``at[i]`` spans ``across[k]`` to ``across[k + 1]``."""
    drawn = set()
    for rule in rules:
        i = min(range(len(at)), key=lambda n: abs(at[n] - rule.at))
        for k, (start, end) in enumerate(pairwise(across)):
            if rule.start <= start + SPAN and rule.end >= end - SPAN:
                drawn.add((i, k))
    return drawn


def _grids_of_boxes(boxes: list[Box]) -> list[Grid]:
    """Make tables of boxes filled with colour that stand side by side as a full grid (shaded cells, no rules)."""
    level, upright = [], []
    for x0, top, x1, bottom in boxes:
        if x1 - x0 >= 2 * SHORTEST and bottom - top >= SHORTEST:
            level += [Rule(top, x0, x1), Rule(bottom, x0, x1)]
            upright += [Rule(x0, top, bottom), Rule(x1, top, bottom)]
    if len(level) > MOST_RULES:
        return []
    found = []
    for bundle in _bundles(join_rules(level), join_rules(upright)):
        grid = _grid(*bundle)
        if grid is None or len(grid.ys) < 3:
            continue
        if len(grid.cells) == (len(grid.xs) - 1) * (len(grid.ys) - 1):
            found.append(grid)
    return found


def _touches(box: Box, grid: Grid) -> bool:
    x0, top, x1, bottom = box
    return x0 < grid.xs[-1] and x1 > grid.xs[0] and top < grid.ys[-1] and bottom > grid.ys[0]


def _is_inside(a: Grid, b: Grid) -> bool:
    return (
        a is not b
        and b.xs[0] - SNAP <= a.xs[0]
        and a.xs[-1] <= b.xs[-1] + SNAP
        and b.ys[0] - SNAP <= a.ys[0]
        and a.ys[-1] <= b.ys[-1] + SNAP
    )
