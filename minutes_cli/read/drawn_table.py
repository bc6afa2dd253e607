"""Read a table that the minutes draw with characters: "| Action | Owner |", "+---+---+", or box-drawing lines."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from minutes_cli.document import Cell, Line, Row, Segment, Table
from minutes_cli.read.characters import folded

LEAST_ROWS = 2  # a single line between pipes can be anything

_BOXES = str.maketrans(
    dict.fromkeys("│┃║¦╎╏┆┇┊┋", "|")
    | dict.fromkeys("─━═┄┅┈┉╌╍", "-")
    | dict.fromkeys("┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝╒╤╕╞╪╡╘╧╛╓╥╖╟╫╢╙╨╜┏┳┓┣╋┫┗┻┛┠┯┨┷┿╂", "+")
)
_RULE = re.compile(r"\s*[+|](?=.*[-=_])[-=_+|: ]+\s*")
_ROW = re.compile(r"\s*\|(?:.*[^\\])?\|\s*")
_PIPE = re.compile(r"(?<!\\)\|")

Words = Callable[[str], str]  # how a cell's words are cleaned; "\n" in the answer starts a new line of the cell


def is_rule(printed: str) -> bool:
    """Whether a line only draws a border: "+----+----+", "|----|:--:|"."""
    return _RULE.fullmatch(printed.translate(_BOXES)) is not None


def is_drawn(printed: str) -> bool:
    """Whether a line of minutes is a row or a border of a drawn table."""
    straight = printed.translate(_BOXES)
    return _RULE.fullmatch(straight) is not None or (
        _ROW.fullmatch(straight) is not None and "|" in straight.strip()[1:-1]
    )


def drawn_length(lines: list[str], start: int) -> int:
    """Count the lines of the drawn table that begins at ``start``; 0 when none does."""
    end = start
    while end < len(lines) and is_drawn(lines[end]):
        end += 1
    rows = sum(not is_rule(line) for line in lines[start:end])
    return end - start if rows >= LEAST_ROWS or (rows and end - start > rows) else 0


def read_drawn(lines: list[str], page: int, first: int, words: Words) -> Table:
    """Read the lines of one drawn table; ``first`` is the line number of the first of them on its ``page``."""
    numbered = [(first + offset, printed) for offset, printed in enumerate(lines)]
    groups = _groups(numbered)
    width = max(len(_cells(printed)) for group in groups for _, printed in group)
    edges = _edges(lines, width)
    rows = [_row(group, page, edges, words) for group in groups]
    return Table(rows, page, first, float(first), float(first + len(lines)), edges)


def _groups(numbered: list[tuple[int, str]]) -> list[list[tuple[int, str]]]:
    """Put the printed lines of each row together.

    Where rules stand between all rows, a row is what stands between two rules. Where only the header is ruled off,
    each line is a row, but one whose first cell is empty continues the row above.
    """
    blocks: list[list[tuple[int, str]]] = [[]]
    ruled_twice = False
    for number, printed in numbered:
        if is_rule(printed):
            ruled_twice = ruled_twice or "==" in printed
            blocks.append([])
        else:
            blocks[-1].append((number, printed))
    blocks = [block for block in blocks if block]
    if len(blocks) > 2 or (ruled_twice and len(blocks) == 2 and "+" in numbered[0][1]):
        return blocks
    rows: list[list[tuple[int, str]]] = []
    boxed = is_rule(numbered[0][1])
    for block in blocks:
        for position, (number, printed) in enumerate(block):
            if boxed and position and rows and not _cells(printed)[0].strip() and printed.strip("|¦│ "):
                rows[-1].append((number, printed))
            else:
                rows.append([(number, printed)])
    return rows


def _cells(printed: str) -> list[str]:
    inner = printed.translate(_BOXES).strip()[1:-1]
    return [cell.replace("\\|", "|") for cell in _PIPE.split(inner)]


def _edges(lines: list[str], width: int) -> tuple[float, ...]:
    """Place the borders at the character columns of the first row that has all the cells."""
    for printed in lines:
        straight = printed.translate(_BOXES)
        columns = [match.start() for match in _PIPE.finditer(straight)]
        if not is_rule(printed) and len(columns) == width + 1:
            return tuple(map(float, columns))
    return tuple(map(float, range(width + 1)))


def _row(group: list[tuple[int, str]], page: int, edges: tuple[float, ...], words: Words) -> Row:
    cells = [Cell([], x0, x1) for x0, x1 in pairwise(edges)]
    for number, printed in group:
        for cell, written in zip(cells, _cells(printed), strict=False):
            texts = [text for text in map(folded, words(written).split("\n")) if text]
            share = 1 / max(len(texts), 1)
            cell.lines.extend(
                _cell_line(text, page, cell.x0, number, (number + share * part, number + share * (part + 1)))
                for part, text in enumerate(texts)
            )
    first, last = group[0][0], group[-1][0]
    return Row(cells, page, first, float(first), float(last + 1))


def _cell_line(text: str, page: int, border: float, number: int, span: tuple[float, float]) -> Line:
    """Place one line of a cell, ``span`` being its top and bottom: several that "<br>" made share a printed line."""
    x0 = border + 2  # past the border and its blank
    segment = Segment(x0, x0 + len(text), text)
    return Line(text, page, number, x0, segment.x1, *span, segments=(segment,))
