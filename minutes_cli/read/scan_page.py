"""Read a picture of a page of minutes as a page: lines and tables with their places, as a PDF with text gives them.

The picture is set upright, its rules are found, its lines of print are recognised; then words and rules go the way of
those of any PDF (``rulings``, ``pdf_page``). The sizes of type are settled over all the scanned pages of a file, since
each is measured a little differently and a heading is known by being larger.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from statistics import fmean

import msgspec

from minutes_cli.document import Line, Page, Remark
from minutes_cli.read.characters import tidy
from minutes_cli.read.pdf_lines import Word
from minutes_cli.read.pdf_page import lay_out
from minutes_cli.read.rulings import Rulings, find_grids, outermost
from minutes_cli.read.rulings_ladder import find_ladders
from minutes_cli.read.scan import DPI, Pixels
from minutes_cli.read.scan_bullets import find_bullets
from minutes_cli.read.scan_ink import find_rules, ink_of
from minutes_cli.read.scan_recogniser import Recogniser
from minutes_cli.read.scan_upright import read_upright, straighten
from minutes_cli.read.scan_words import LOW_SHARE, TALL_SHARE, Printed, words_of

POINTS = 72.0
SAME_SIZE = 0.09  # share of the size; measured heights of one type differ by this between lines
ROUND = 2  # sizes are settled to halves of a point
BOLD = 1.14  # times the weight of most of the text; bold strokes are 1.5 times as thick, less in a blurred scan
NOISE = 0.5  # of 1; what is read with less is a stain, a signature or a logo, where a line has nothing better
DOUBTFUL = 0.8  # of 1; a word read with less is named to the person who checks the record
MOST_NAMED = 8  # words named on a line


class Scanned(msgspec.Struct):
    """What was recognised on one page: its size in points, its words and its rules."""

    width: float
    height: float
    words: list[Printed]
    rulings: Rulings


def recognise(picture: Pixels, reader: Recogniser) -> Scanned:
    """Recognise the words and rules in a picture of a page, grey, at ``DPI``."""
    picture, boxes, lines = read_upright(straighten(picture), reader)
    dots = DPI / POINTS
    ink = ink_of(picture)
    rulings, letters_only = find_rules(picture, ink, dots, boxes)
    words: list[Printed] = []
    for (x0, top, x1, bottom), letters in zip(boxes, lines, strict=True):
        printed = words_of(letters, picture[top:bottom, x0:x1], letters_only[top:bottom, x0:x1], (x0, top), dots)
        if any(word.confidence >= NOISE for word in printed):
            words.extend(printed)
    words.extend(find_bullets(words, letters_only, dots))
    height, width = picture.shape[:2]
    return Scanned(width / dots, height / dots, words, rulings)


def settle(pages: Sequence[Scanned]) -> None:
    """Settle over all scanned pages of a file what each can only measure roughly: sizes of type, and what is bold."""
    printed = [word for page in pages for word in page.words]
    _measure_sizes(printed)
    _settle_sizes([each.word for each in printed])
    usual = _middle([(each.weight / each.word.size, len(each.word.text)) for each in printed])
    for page in pages:
        for _, line in groupby(page.words, key=lambda each: (each.word.baseline, each.word.size)):
            _settle_bold(list(line), BOLD * usual)


def set_page(scanned: Scanned, page: Page) -> list[Remark]:
    """Fill a page with the lines and tables of its scan; gives what was read with doubt, in remarks."""
    words = [each.word for each in scanned.words]
    for word in words:
        word.text = tidy(word.text)
    page.width, page.height = scanned.width, scanned.height
    found = find_grids(scanned.rulings)
    grids = outermost([*found.grids, *find_ladders(found.level, words)], [])
    lay_out(words, grids, found.upright, page, lambda _: [])
    page.has_picture = True
    return _doubts(scanned.words, page)


def _measure_sizes(printed: list[Printed]) -> None:
    """Measure every size by the height of tall letters, or by what that of small ones says of it in this type."""
    both = [(each.low / each.tall, len(each.word.text)) for each in printed if each.low and each.tall]
    share = _middle(both) or LOW_SHARE / TALL_SHARE
    for each in printed:
        heights = [height for height in (each.tall, each.low / share) if height]
        if heights:
            each.word.size = fmean(heights) / TALL_SHARE


def _settle_sizes(words: list[Word]) -> None:
    """Give all words of about one size the size that most of their letters have."""
    letters: Counter[float] = Counter()
    for word in words:
        letters[round(word.size * 2 * ROUND) / (2 * ROUND)] += len(word.text)
    settled: dict[float, float] = {}
    while left := [size for size in letters if size not in settled]:
        middle = max(left, key=lambda size: (letters[size], size))
        near = [size for size in left if abs(size - middle) <= SAME_SIZE * middle]
        mean = _middle([(size, letters[size]) for size in near])
        settled.update(dict.fromkeys(near, round(mean * ROUND) / ROUND))
    for word in words:
        word.size = settled[round(word.size * 2 * ROUND) / (2 * ROUND)]


def _settle_bold(line: list[Printed], bold: float) -> None:
    """Say which words of one line are bold; a dash or a bullet is what the word before it is."""
    before = False
    for each in line:
        if any(char.isalnum() for char in each.word.text):
            before = each.weight / each.word.size > bold
        each.word.bold = before


def _middle(weighted: list[tuple[float, int]]) -> float:
    """Take the median of values that count several times; 0 when there are none."""
    half = sum(count for _, count in weighted) / 2
    for value, count in sorted(weighted):
        half -= count
        if half <= 0:
            return value
    return 0.0


def _doubts(words: list[Printed], page: Page) -> list[Remark]:
    """Name the words of each line that were read with doubt, at their place."""
    doubted = [w for w in words if w.confidence < DOUBTFUL and any(char.isalnum() for char in w.word.text)]
    remarks = []
    for line in _lines(page):
        here = [each for each in doubted if _is_on(each.word, line)]
        if here:
            sureness = round(min(each.confidence for each in here), 2)
            named = tuple(each.word.text for each in here[:MOST_NAMED])
            remarks.append(Remark("read with doubt", len(here), named, sureness, page.number, line.line))
    return remarks


def _lines(page: Page) -> list[Line]:
    found = []
    for block in page.blocks:
        if isinstance(block, Line):
            found.append(block)
        else:
            found.extend(line for row in block.rows for cell in row.cells for line in cell.lines)
    return found


def _is_on(word: Word, line: Line) -> bool:
    return line.top <= word.middle <= line.bottom and line.x0 - 1 <= word.x0 and word.x1 <= line.x1 + 1
