"""Set the words of a page of minutes in lines, as a person reads them: by their baseline, left to right.

Lengths are points from the page's top left corner. A reader of PDF files gives ``Word``s; where a line's words
stand apart (a list of names and roles, a margin of initials beside the text) the line gets several segments.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import attrgetter

import msgspec

from minutes_cli.document import Line, Segment
from minutes_cli.wording import wording

SAME_LINE = 0.3  # of the type size; a role wrapped to two lines around a name's baseline stands 0.5 off or more
ASCENT = 0.8  # of the type size above the baseline; the same for all typefaces, so that a change of face moves nothing
SMALL_TYPE = 0.86  # of the neighbour's size; superscripts are 0.58 (Word, LibreOffice) to 0.8 (TeX) of it
RAISED = 0.65  # of the size; a raised or lowered letter stands no further off its line's baseline
TOUCHING = 0.12  # of the size; letters closer than this belong to one word ("19" and its raised "th")
COLUMN_GAP = 1.0  # of the size; the widest word space of ragged text is 0.5, of a column gap 1.0 or more
STRETCHED = 2.2  # times the line's usual word space; in a justified line all spaces grow together
EVEN = 1.15  # times each other; spaces as equal as this were stretched together, up to
EVEN_GAP = 2.0  # of the size
STRETCHED_GAPS = 4  # word spaces a line needs before their usual width can be told
DASH = wording(r"[-–—]")  # set with wide spaces it joins what stands beside it: "Parish Council   -   4 May"
DASH_GAP = 2.5  # of the size; beyond this it stands in a column of its own
LIST_MARK_GAP = 5.0  # of the size; the tab after a bullet or an item's number is at most a line of four letters
LIST_MARK = wording(
    r"\W|[o§]|\(?(?:\d{1,3}(?:\.\d{1,2})*[a-z]?|[a-zA-Z]|[ivxIVX]{2,5})[.)]|\d{1,2}(?:\.\d{1,2})*[a-z]?"
)
PROOF_OF_TEXT = wording(r"\W*[^\W\d]")


class Word(msgspec.Struct, gc=False):
    """A word as printed: its place, the size of its type (points) and whether it is bold.

    ``first`` and ``last`` count the page's characters as the reader does, so that the word can be cut between letters.
    ``follows`` tells that no space stands between the word before it and this one in the file; ``turned`` that it is
    set across the page (the head of a narrow column, a watermark).
    """

    text: str
    x0: float
    x1: float
    baseline: float
    size: float
    bold: bool = False
    first: int = -1
    last: int = -1
    follows: bool = False
    turned: bool = False

    @property
    def middle(self) -> float:
        """The height at which most of its ink stands: what decides which row of a table it is in."""
        return self.baseline - 0.3 * self.size


_BASELINE = attrgetter("baseline")
_LEFT = attrgetter("x0")


def set_lines(words: Iterable[Word], page: int, breaks: Sequence[tuple[float, float, float]] = ()) -> list[Line]:
    """Set words in lines, top to bottom, with ``line`` left at 0.

    ``breaks`` are upright rules ``(x, top, bottom)`` that words on either side of do not belong together.
    """
    rows = _rows(words)
    _bring_home(rows)
    return [_line(row, page, breaks) for row in rows if row]


def _rows(words: Iterable[Word]) -> list[list[Word]]:
    """Group words by baseline, top to bottom."""
    rows: list[list[Word]] = []
    row: list[Word] = []
    at = size = 0.0
    for word in sorted(words, key=_BASELINE):
        off = word.baseline - at
        if row and off <= SAME_LINE * min(size, word.size):
            row.append(word)
            at += off / len(row)
            size = max(size, word.size)
        else:
            row = [word]
            rows.append(row)
            at, size = word.baseline, word.size
    return rows


def _bring_home(rows: list[list[Word]]) -> None:
    """Bring raised and lowered letters to the word they touch: "19" and a small "th" above its baseline."""
    largest = [max([word.size for word in row]) for row in rows]
    for index, row in enumerate(rows):
        for other in (index + 1, index - 1, index + 2, index - 2):
            if not row or not 0 <= other < len(rows) or not rows[other]:
                continue
            reach = RAISED * largest[other]
            if abs(rows[other][0].baseline - row[0].baseline) <= reach and row[0].size < largest[other]:
                _move_small(row, rows[other])


def _move_small(row: list[Word], home: list[Word]) -> None:
    """Move the small letters of one row to the words they touch in another."""
    for word in list(row):
        for near in home:
            if (
                word.size < SMALL_TYPE * near.size
                and abs(word.baseline - near.baseline) <= RAISED * near.size
                and abs(word.x0 - near.x1) <= 2 * TOUCHING * near.size
            ):
                row.remove(word)
                word.follows = True
                home.append(word)
                break


def _line(row: list[Word], page: int, breaks: Sequence[tuple[float, float, float]]) -> Line:
    size, top, foot = _measure(row)
    row.sort(key=_LEFT)
    across = [x for x, start, end in breaks if start < foot - 0.3 * size < end] if breaks else []
    runs = _runs(row, size, across)
    segments = tuple([Segment(run[0].x0, run[-1].x1, _text(run)) for run in runs])
    text = segments[0].text if len(segments) == 1 else " ".join([segment.text for segment in segments])
    return Line(
        text=text,
        page=page,
        line=0,
        x0=row[0].x0,
        x1=max([word.x1 for word in row]),
        top=top - ASCENT * size,
        bottom=foot + (1 - ASCENT) * size,
        size=size,
        bold=_bold(row, text),
        segments=segments,
    )


def _measure(row: list[Word]) -> tuple[float, float, float]:
    """Say what size most of a line's letters have, and how high and low the baselines of its full-sized words are."""
    if len({word.size for word in row}) == 1:
        return round(row[0].size, 1), row[0].baseline, row[-1].baseline
    letters: Counter[float] = Counter()
    for word in row:
        letters[round(word.size, 1)] += len(word.text)
    size = max(letters, key=lambda size: (letters[size], size))
    on = [word.baseline for word in row if word.size >= SMALL_TYPE * size]
    return size, min(on), max(on)


def _runs(row: list[Word], size: float, breaks: list[float]) -> list[list[Word]]:
    """Cut a line at its wide gaps and at the rules that stand in it."""
    gaps = [after.x0 - before.x1 for before, after in pairwise(row)]
    if not gaps or (not breaks and max(gaps) <= COLUMN_GAP * size):
        return [row]
    wide = _column_gap(gaps, size)
    runs = [[row[0]]]
    for index, gap in enumerate(gaps):
        before, after = row[index], row[index + 1]
        ruled = any(before.x1 - 1 <= x <= after.x0 + 1 for x in breaks)
        apart = gap > (
            max(wide, DASH_GAP * size) if DASH.fullmatch(before.text) or DASH.fullmatch(after.text) else wide
        )
        if ruled or (apart and not (index == 0 and _is_list_mark(before, after, size))):
            runs.append([after])
        else:
            runs[-1].append(after)
    return runs


def _column_gap(gaps: list[float], size: float) -> float:
    """Say which gap in a line sets columns apart: more than a word space, however far the line was stretched."""
    spaces = sorted(gap for gap in gaps if gap > TOUCHING * size)
    if len(spaces) > 1 and spaces[-1] <= min(EVEN * spaces[0], EVEN_GAP * size):
        return EVEN_GAP * size
    if len(spaces) >= STRETCHED_GAPS:
        return max(COLUMN_GAP * size, STRETCHED * spaces[(len(spaces) - 1) // 3])
    return COLUMN_GAP * size


def _is_list_mark(mark: Word, after: Word, size: float) -> bool:
    """Whether a line's first word is the bullet or number of what follows it, and no column of its own.

    A bare number is one only before words: in "12    3    4" it is a column.
    """
    if after.x0 - mark.x1 > LIST_MARK_GAP * size or not LIST_MARK.fullmatch(mark.text):
        return False
    return not mark.text[-1:].isdigit() or PROOF_OF_TEXT.match(after.text) is not None


def _text(run: list[Word]) -> str:
    """Write a run of words with a space between them, but for raised letters that belong to the word they touch."""
    if True not in {word.follows for word in run}:
        return " ".join([word.text for word in run])
    text = run[0].text
    for before, word in pairwise(run):
        size = max(before.size, word.size)
        touches = word.x0 - before.x1 <= TOUCHING * size
        after_raised = before.follows and before.size < SMALL_TYPE * word.size  # the comma in "19th, 20th"
        text += word.text if touches and (word.follows or after_raised) else " " + word.text
    return text


def _bold(row: list[Word], text: str) -> int:
    """Count the leading bold characters; a bullet in another typeface takes after the word behind it."""
    faces = {word.bold for word in row}
    if len(faces) == 1:
        return len(text) if row[0].bold else 0
    lead = 0
    while lead < len(row) - 1 and not any(c.isalnum() for c in row[lead].text):
        lead += 1
    at = 0
    for word in row[:lead]:
        at = text.index(word.text, at) + len(word.text)
    for index, word in enumerate(row[lead:], lead):
        if not word.bold:
            return at if index > lead else 0
        at = text.index(word.text, at) + len(word.text)
    return len(text)
