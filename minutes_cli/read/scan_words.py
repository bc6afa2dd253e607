"""Make words of the letters recognised on a scanned page of minutes, with the places where their ink stands.

The recogniser knows which letter comes when, but only roughly where. The ink knows exactly where something stands: the
gaps between words, the foot of the letters, their height and the weight of their strokes are measured on it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import fmean, median
from typing import NamedTuple

import msgspec

from minutes_cli.read.pdf_lines import Word
from minutes_cli.read.scan import Pixels
from minutes_cli.read.scan_recogniser import Letter

HANGING = frozenset(
    "gjpqyQJ,;()[]{}|/\\_$§@&çşţąęµßſƒ"
)  # letters and marks whose foot is below the baseline, or may be
TALL = frozenset("bdfhklABCDEFGHIKLMNOPRSTUVWXYZ0123456789")
TALL_SHARE = 0.70  # of the type size: the height of capitals in Arial (0.72), Calibri (0.64), Times (0.66)
LOW = frozenset("acemnorsuvwxz")
LOW_SHARE = 0.49  # the same for small letters: 0.52, 0.47, 0.45
ROUGH_SIZE = 0.65  # of the height of a line's picture
USUAL_FOOT = 0.75  # the same
SLACK = 0.35  # of the type size; by which the place of a letter may be misjudged
LOST_SPACE = 1.0  # of the line's usual space; a gap as wide as this is one that the recogniser did not see
SURE_SPACE = 0.26  # of the type size; the same in a line where it saw too few
SPACES = 3  # seen in a line before their usual width can be told
FREE = frozenset("/|+=")  # marks that stand free in many typefaces: the room beside them is no space
OPENING = frozenset("([{£$€#@‘“'\"")
CLOSING = frozenset(")]}.,;:!?%…’”'\"")

_Gap = tuple[float, float]


class Printed(msgspec.Struct):
    """A word as scanned: its place, how sure its reading is (0 to 1), and what was measured on its ink, in points.

    ``weight`` is how thick its strokes are; ``tall`` and ``low`` how high the tall and the small letters of its line
    are, 0 where it has none.
    """

    word: Word
    confidence: float
    weight: float
    tall: float
    low: float


class _Spot(NamedTuple):
    """A letter of a word and the ink it stands in: from ``x0`` to ``x1``, pixels of the line's picture."""

    letter: Letter
    x0: float
    x1: float


def words_of(
    letters: Sequence[Letter], picture: Pixels, ink: Pixels, corner: tuple[int, int], dots: float
) -> list[Printed]:
    """Make the words of one line of print.

    ``picture`` and ``ink`` show the line, ``corner`` is where they are cut from the page, ``dots`` the pixels to the
    point. A line without ink gives none.
    """
    gaps, extent = _gaps(ink)
    if extent is None or not any(letter.char != " " for letter in letters):
        return []
    roughly = [spot for spots in _parted(letters, gaps, extent, ROUGH_SIZE * ink.shape[0]) for spot in spots]
    foot = _foot(roughly, ink)
    tall, low = _heights(roughly, ink, foot)
    size = tall / TALL_SHARE or low / LOW_SHARE or ROUGH_SIZE * ink.shape[0]
    found = []
    for spots in _parted(letters, gaps, extent, size):
        text = "".join(spot.letter.char for spot in spots)
        x0, x1 = spots[0].x0, spots[-1].x1
        word = Word(
            text=text,
            x0=(corner[0] + x0) / dots,
            x1=(corner[0] + x1) / dots,
            baseline=(corner[1] + foot) / dots,
            size=size / dots,
        )
        weight = _weight(picture, ink, round(x0), round(x1)) / dots
        sureness = fmean(spot.letter.confidence for spot in spots)
        found.append(Printed(word, sureness, weight, tall / dots, low / dots))
    return found


def _gaps(ink: Pixels) -> tuple[list[_Gap], _Gap | None]:
    """List the stretches without ink between the first and the last ink of a line, and where that ink is."""
    import numpy as np

    columns = np.flatnonzero(ink.any(axis=0)).tolist()
    if not columns:
        return [], None
    return [(a + 1, b) for a, b in pairwise(columns) if b - a > 1], (columns[0], columns[-1] + 1)


def _parted(letters: Sequence[Letter], gaps: list[_Gap], extent: _Gap, size: float) -> list[list[_Spot]]:
    """Part a line into words: where the recogniser saw a space, and where the ink has a gap as wide as one."""
    inked: list[Letter] = []
    spaced: list[bool] = []  # whether a space was seen before the letter
    was_space = False
    for letter in letters:
        if letter.char != " ":
            inked.append(letter)
            spaced.append(was_space and len(inked) > 1)
        was_space = letter.char == " "
    joints = _joints(inked, spaced, gaps, size)
    seen = [end - start for (start, end), is_space in zip(joints, spaced, strict=True) if is_space and end > start]
    usual = LOST_SPACE * median(seen) if len(seen) >= SPACES else SURE_SPACE * size
    words: list[list[_Spot]] = []
    for letter, (start, end), is_space in zip(inked, joints, spaced, strict=True):
        if not words:
            words.append([_Spot(letter, *extent)])
            continue
        start = min(max(start, words[-1][-1].x0 + 1), extent[1])
        end = min(max(end, start), extent[1])
        words[-1][-1] = words[-1][-1]._replace(x1=start)
        written = "".join(spot.letter.char for spot in words[-1])
        if is_space or (end - start >= usual and _may_part(written, letter.char)):
            words.append([])
        words[-1].append(_Spot(letter, end, extent[1]))
    return words


def _may_part(written: str, char: str) -> bool:
    """Whether a space that the recogniser did not see may stand here: "AF|said", "end.|It", "and|&"; never "wo|rd"."""
    last = written[-1]
    if last in FREE or char in FREE or last in OPENING or char in CLOSING:
        return False
    if last.isalpha() and char.isalpha():
        return char.isupper() == last.islower() and (last.islower() or written[-2:-1].isupper())
    return not (last.isdigit() and char.isdigit())


def _joints(inked: list[Letter], spaced: list[bool], gaps: list[_Gap], size: float) -> list[_Gap]:
    """Give each letter the gap in the ink before it; where it touches the last, the place half way between the two.

    The network tells a letter's place by a third of its size. So the spaces it saw take their gaps first, each the
    widest about its place, and no gap is taken twice: else the space after "all" would part its last letter too.
    """
    half_way = [(inked[max(i - 1, 0)].at + inked[i].at) / 2 for i in range(len(inked))]
    joints: dict[int, _Gap] = {}
    free = list(gaps)
    for i in range(1, len(inked)):
        left, right = inked[i - 1].at - SLACK * size, inked[i].at + SLACK * size
        about = [gap for gap in free if left < (gap[0] + gap[1]) / 2 < right] if spaced[i] else []
        if about:
            joints[i] = max(about, key=lambda gap: (gap[1] - gap[0], -gap[0]))
            free.remove(joints[i])
    for gap in sorted(free, key=lambda gap: (gap[0] - gap[1], gap[0])):  # the widest first
        middle = (gap[0] + gap[1]) / 2
        open_ = [i for i in range(1, len(inked)) if i not in joints and abs(half_way[i] - middle) <= SLACK * size]
        if open_:
            joints[min(open_, key=lambda i: abs(half_way[i] - middle))] = gap
    return [joints.get(i, (middle, middle)) for i, middle in enumerate(half_way)]


def _rows(spot: _Spot, ink: Pixels) -> Pixels | None:
    """Say in which rows a letter has ink; None when it has none."""
    import numpy as np

    rows = np.flatnonzero(ink[:, round(spot.x0) : round(spot.x1)].any(axis=1))
    if not len(rows):
        return None
    # The tails of the line above and the heads of the line below reach into the picture; they touch its edges.
    runs = np.split(rows, np.flatnonzero(np.diff(rows) > 1) + 1)
    if len(runs) > 1 and runs[0][0] == 0 and runs[0][-1] < ink.shape[0] / 3:
        runs = runs[1:]
    if len(runs) > 1 and runs[-1][-1] == ink.shape[0] - 1 and runs[-1][0] > 2 * ink.shape[0] / 3:
        runs = runs[:-1]
    return np.concatenate(runs)


def _foot(spots: Sequence[_Spot], ink: Pixels) -> float:
    """Find the baseline of a line: where the ink of most letters that do not hang ends."""
    feet = [
        float(rows[-1] + 1)
        for spot in spots
        if spot.letter.char.isalnum() and spot.letter.char not in HANGING and (rows := _rows(spot, ink)) is not None
    ]
    return median(feet) if feet else USUAL_FOOT * ink.shape[0]


def _heights(spots: Sequence[_Spot], ink: Pixels, foot: float) -> tuple[float, float]:
    """Measure how high a line's tall letters and its small ones are, in pixels; 0 where it has none."""
    found: dict[bool, list[float]] = {True: [], False: []}
    for spot in spots:
        is_tall = spot.letter.char in TALL
        if (is_tall or spot.letter.char in LOW) and (rows := _rows(spot, ink)) is not None and rows[0] < foot - 2:
            found[is_tall].append(foot - float(rows[0]))
    tall, low = (median(found[kind]) if found[kind] else 0.0 for kind in (True, False))
    return tall, low


def _weight(picture: Pixels, ink: Pixels, x0: int, x1: int) -> float:
    """Measure how thick a word's strokes are, in pixels: twice the area of the ink over the length of its outline.

    Both are measured on the grey of the picture, which tells parts of a pixel.
    """
    import cv2
    import numpy as np

    x1 = max(x1, x0 + 1)
    around = cv2.dilate(ink[:, x0:x1], cv2.getStructuringElement(cv2.MORPH_RECT, (5, 5)))
    if not around.any():
        return 0.0
    grey = picture[:, x0:x1].astype(np.float32)
    paper = float(np.median(grey))
    dark = np.pad(np.clip(paper - grey, 0, None) * around, 1)
    outline = float(np.hypot(np.diff(dark, axis=0)[:, 1:], np.diff(dark, axis=1)[1:, :]).sum())
    return 2 * float(dark.sum()) / outline if outline else 0.0
