"""Put a page of minutes together: words in a ruled table go to its cells, the others to lines, top to bottom.

Both PDF readers end here, so that what they find differs only where the two libraries do.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from msgspec.structs import replace

from minutes_cli.document import Cell, Line, Page, Row, Table
from minutes_cli.read.pdf_lines import SAME_LINE, Word, set_lines
from minutes_cli.read.rulings import Grid, Rule
from minutes_cli.wording import wording

CUT_ROOM = 1.0  # points; a rule parts two letters only where they stand at least this far apart: words overrun borders
SLIVER = 6.0  # points; a row or column narrower than this, with no words in it, is the gap of a double border
FEW_LETTERS = 50  # on a page that is a picture: the scanner's name or a page number, not the minutes
STAMP = 150  # letters on a page that is a picture from edge to edge: a stamp of receipt, a printed head and foot
BARE = 10  # letters on a page with a large picture: its number
PICTURE_PAGE = 0.5  # share of a page that pictures cover when the page is a scan
FULL_PICTURE = 0.9  # the same when the scan reaches to the edges
SOME_PICTURE = 0.3  # the same when it is a picture with a page number below it
MOSTLY_TRUE = 0.5  # share of the words of a text layer that are words, numbers or initials when it can be believed
TRUE_WORD = wording(r"^\W{0,2}(?:[^\W\d_]*[aeiouyAEIOUY\u00c0-\U000effff][^\W\d_]*|[A-Z]{2,4}|\d[\d.,:/-]*)\b")
LONG_RULE = 24.0  # points; an upright rule of two lines of print or more parts the words on either side

Letters = Callable[[Word], list[tuple[str, float, float]]]


def lay_out(words: Iterable[Word], grids: Sequence[Grid], spare: Sequence[Rule], page: Page, letters: Letters) -> None:
    """Fill a page with its lines and tables in reading order, numbered by the lines of print from the top.

    ``spare`` are upright rules of no table; ``letters`` tells where the letters of a word stand.
    """
    blocks: list[Line | Table] = []
    rest = list(words)
    for grid in grids:
        inside: list[tuple[tuple[int, int], Word]] = []
        outside: list[Word] = []
        top, bottom = grid.ys[0], grid.ys[-1]
        for word in rest:
            placed = _place(word, grid, letters) if top <= word.baseline - 0.3 * word.size < bottom else None
            if placed:
                inside.extend(placed)
            else:
                outside.append(word)
        if not inside:
            continue
        rest = outside
        blocks.append(_table(inside, grid, page.number))
    breaks = [(rule.at, rule.start, rule.end) for rule in spare if rule.end - rule.start >= LONG_RULE]
    blocks.extend(set_lines((w for w in rest if not w.turned), page.number, breaks))
    page.blocks = sorted(blocks, key=lambda block: block.bottom if isinstance(block, Line) else block.top)
    for word in rest:
        if word.turned:  # a watermark, or a note up the side: read last, so that it interrupts no sentence
            page.blocks.extend(set_lines([word], page.number))
    _number(page.blocks)


def is_picture(words: Sequence[Word], covered: float, drawn: bool) -> bool:
    """Whether a page is a picture of a page (a scan): no words but something drawn, or few true words on a picture.

    ``covered`` is the share of the page that pictures cover; ``drawn`` tells whether anything at all is drawn on it.
    A few words are a scanner's stamp or a printed head over the scan. Words that are none are left behind by
    recognition that failed, unseen under the picture.
    """
    if not words:
        return drawn
    if covered < SOME_PICTURE:
        return False
    letters = sum(len(word.text) for word in words)
    if covered < PICTURE_PAGE:
        return letters < BARE
    true = sum(TRUE_WORD.search(word.text) is not None for word in words)
    return letters < (STAMP if covered >= FULL_PICTURE else FEW_LETTERS) or true < MOSTLY_TRUE * len(words)


def _place(word: Word, grid: Grid, letters: Letters) -> list[tuple[tuple[int, int], Word]]:
    """Say which cells a word stands in, cut at the rules between its letters; [] when it is not in the table."""
    xs, ys = grid.xs, grid.ys
    if word.x1 <= xs[0] or word.x0 >= xs[-1]:
        return []
    fields = grid.owner[bisect_right(ys, word.middle) - 1]
    last = len(fields) - 1
    left = min(max(bisect_right(xs, word.x0 + CUT_ROOM) - 1, 0), last)
    right = min(max(bisect_right(xs, word.x1 - CUT_ROOM) - 1, 0), last)
    pieces = [word]
    if left < right and fields[left] != fields[right] and word.first >= 0:
        borders = [xs[i] for i in range(left + 1, right + 1) if fields[i - 1] != fields[i]]
        pieces = _cut(word, borders, letters(word))
    placed = []
    for piece in pieces:
        middle = (piece.x0 + piece.x1) / 2
        field = fields[min(max(bisect_right(xs, middle) - 1, 0), last)]
        if field is None or not xs[0] <= middle <= xs[-1]:
            return []
        placed.append((field, piece))
    return placed


def _cut(word: Word, borders: list[float], letters: list[tuple[str, float, float]]) -> list[Word]:
    """Cut a word where a rule stands between two of its letters: figures of two cells that the file sets in one go."""
    pieces: list[Word] = []
    text, x0, x1 = "", word.x0, word.x0
    for char, start, end in letters:
        if text and start - x1 >= CUT_ROOM and any(x1 - CUT_ROOM <= x <= start + CUT_ROOM for x in borders):
            pieces.append(replace(word, text=text, x0=x0, x1=x1))
            text, x0 = "", start
        text, x1 = text + char, end
    pieces.append(replace(word, text=text, x0=x0, x1=max(x1, x0)))
    return pieces if pieces[1:] else [word]


def _table(inside: list[tuple[tuple[int, int], Word]], grid: Grid, page: int) -> Table:
    words: dict[tuple[int, int], list[Word]] = {}
    for place, word in inside:
        words.setdefault(place, []).append(word)
    anchors = grid.cells
    wide = len(grid.xs) - 1
    columns = [
        c
        for c in range(wide)
        if grid.xs[c + 1] - grid.xs[c] > SLIVER or any((r, c) in words for r in range(len(grid.owner)))
    ]
    rows = []
    for r, (top, bottom) in enumerate(pairwise(grid.ys)):
        held = any((r, c) in words for c in columns)
        if not held and (bottom - top <= SLIVER or not any((r, c) in anchors for c in range(wide))):
            continue
        cells = [_cell(words.get((r, c), []), grid, (r, c), page) for c in columns]
        rows.append(Row(cells=cells, page=page, line=0, top=top, bottom=bottom))
    edges = (*(grid.xs[c] for c in columns), grid.xs[-1])
    return Table(rows=rows, page=page, line=0, top=grid.ys[0], bottom=grid.ys[-1], edges=edges)


def _cell(words: list[Word], grid: Grid, place: tuple[int, int], page: int) -> Cell:
    row, column = place
    fields = grid.owner[row]
    end = column + 1
    while end < len(fields) and fields[end] == place:
        end += 1
    return Cell(lines=set_lines(words, page), x0=grid.xs[column], x1=grid.xs[end])


def _number(blocks: list[Line | Table]) -> None:
    """Count the lines of print from the top of the page; lines side by side in a table's cells share a number."""
    at = 0
    for block in blocks:
        if isinstance(block, Line):
            at += 1
            block.line = at
        else:
            at = _number_table(block, at)


def _number_table(table: Table, at: int) -> int:
    for row in table.rows:
        lines = sorted((line for cell in row.cells for line in cell.lines), key=lambda line: line.bottom)
        level = float("-inf")
        row.line = at + 1
        for line in lines:
            if line.bottom - level > SAME_LINE * line.height:
                at, level = at + 1, line.bottom
            line.line = at
    for row in table.rows:
        row.line = min(row.line, at) if at else 1
    table.line = table.rows[0].line if table.rows else at
    return at
