"""Read lists that stand in columns without rules: name, initials, role; or reference, details, owner.

The columns are where the words of several lines begin at the same place. A line that has words in later columns only is
the rest of a neighbour: its role was wrapped to a second line below, or, where rows are centred, above the name.
"""

from __future__ import annotations

import msgspec

from minutes_cli.document import Line, Segment
from minutes_cli.parse.block import GridCell, GridRow, fold, join_words

SAME_PLACE = 2.0  # characters of text, or points that a column's later words may begin in front of its first
HALF_WAY = 0.2  # line heights; a wrapped line goes to the row below only when it is nearer to it by more than this
TAB = 1000.0  # readers of text and Word put the words behind the n-th tab at n times this
SAME_COLUMN = 9.0  # points (or characters times a little): words that begin within this stand in one column
MIN_ROWS = 2  # a column is one when two lines begin words in it


class Placed(msgspec.Struct, frozen=True):
    """A line whose words are given their columns: (column, words) of each run."""

    line: Line
    cells: list[tuple[int, str]]


def segments_of(line: Line) -> tuple[Segment, ...]:
    """Give the runs of words of a line, one run when it has no gaps."""
    return line.segments or (Segment(line.x0, line.x1, line.text),)


def column_starts(lines: list[Line]) -> list[float]:
    """Where the columns of these lines begin, left to right (in the lines' own unit)."""
    starts = sorted(seg.x0 for line in lines for seg in segments_of(line))
    tabbed = bool(starts) and starts[-1] >= TAB
    if tabbed:
        return sorted({TAB * (start // TAB) for start in starts})
    tolerance = SAME_COLUMN if any(line.size for line in lines) else SAME_PLACE
    groups: list[list[float]] = []
    for start in starts:
        if groups and start - groups[-1][-1] <= tolerance:
            groups[-1].append(start)
        else:
            groups.append([start])
    kept = [group for group in groups if len(group) >= MIN_ROWS]
    return [group[0] for group in kept] or [starts[0]] if starts else []


def column_of(x: float, starts: list[float]) -> int:
    """Which column words that begin at ``x`` stand in."""
    index = 0
    for number, start in enumerate(starts):
        if x >= start - SAME_PLACE:
            index = number
    return index


def rows_of(lines: list[Line], starts: list[float] | None = None, key: int = 0) -> list[GridRow]:
    """Make rows of lines in columns; ``key`` is the column that every row has words in (the name's).

    A line without words in the key column is given to the row it stands nearest to, the row above when it stands
    between two as near (a wrapped line follows its first line more often than it goes before it).
    """
    starts = starts if starts is not None else column_starts(lines)
    placed = [_place(line, starts) for line in lines]
    anchors = [index for index, entry in enumerate(placed) if _opens_row(entry, key)]
    if not anchors:
        return []
    owner: dict[int, int] = {index: index for index in anchors}
    bottoms = {index: placed[index].line.bottom for index in anchors}  # where each row's words end so far
    for index, entry in enumerate(placed):
        if index in owner:
            continue
        above = max((a for a in anchors if a < index), default=None)
        below = min((a for a in anchors if a > index), default=None)
        owner[index] = row = _nearest(entry.line, above, below, placed, bottoms)
        if row < index:
            bottoms[row] = max(bottoms[row], entry.line.bottom)
    members: dict[int, list[Placed]] = {anchor: [] for anchor in anchors}
    for index in sorted(owner):
        members[owner[index]].append(placed[index])
    return [_row(members[anchor], placed[anchor].line, len(starts)) for anchor in anchors]


def _place(line: Line, starts: list[float]) -> Placed:
    cells = [(column_of(seg.x0, starts), fold(seg.text)) for seg in segments_of(line)]
    return Placed(line, cells)


def _opens_row(entry: Placed, key: int) -> bool:
    """Whether a line has words in the key column that are not the rest of the name above."""
    alone = len(entry.cells) == 1
    return any(column == key and not (alone and continues_cell(text)) for column, text in entry.cells)


def continues_cell(text: str) -> bool:
    """Whether words alone in the key column are the rest of the name above: "(Vice-Chair)"."""
    return text[:1] in "(,–-" or text[:1].islower()


def _nearest(line: Line, above: int | None, below: int | None, placed: list[Placed], bottoms: dict[int, float]) -> int:
    if above is None or below is None:
        return above if above is not None else below if below is not None else 0
    if placed[above].line.page != line.page or placed[below].line.page != line.page:
        return above if placed[above].line.page == line.page else below
    up = line.top - bottoms[above]
    down = placed[below].line.top - line.bottom
    return below if down < up - HALF_WAY * line.height else above


def _row(parts: list[Placed], anchor: Line, width: int) -> GridRow:
    cells: list[list[str]] = [[] for _ in range(width)]
    lines: list[list[Line]] = [[] for _ in range(width)]
    for part in parts:
        for column, text in part.cells:
            lines[column].append(part.line)
            if cells[column]:
                cells[column][-1] = join_words(cells[column][-1], text)
            elif text:
                cells[column].append(text)
    made = [GridCell(entries=entries, lines=printed) for entries, printed in zip(cells, lines, strict=True)]
    return GridRow(cells=made, page=anchor.page, line=anchor.line)
