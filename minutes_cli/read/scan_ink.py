"""Tell ink from paper in a picture of a page of minutes, and ruled lines from letters.

Lengths are pixels; the caller says how many there are to the point.
"""

from __future__ import annotations

from collections.abc import Sequence

from minutes_cli.read.rulings import Rule, Rulings
from minutes_cli.read.scan import Box, Pixels

SHORTEST_LEVEL = 20.0  # points; longer than any stroke of a letter under 30 points, shorter than any column
SHORTEST_UPRIGHT = 13.0  # points; a row of one line of print is higher, a letter of running text is not
THICKEST = 6.0  # points; the heaviest border of word processors. What is thicker is a shaded field
NEIGHBOURHOOD = 31  # pixels; what counts as the paper around a stroke
CONTRAST = 0.35  # of the difference between black and white on this page; ink is darker than its paper by this
FAINT = 0.15  # the same for rules, which a scan leaves grey: a hairline is thinner than a dot
LEAST_CONTRAST = 8  # of 255; a smaller difference is noise
ALONG = 3.2  # points; over which a rule's grey is averaged, so that noise does not break it
BESIDE = 2.5  # points; how far from a rule its paper is looked for, nearer than the feet of the letters in a table
BREAK = 1.2  # points; where a scan leaves a rule out
GHOST = 2  # pixels; how far the shadow of a rule reaches beyond it


def ink_of(picture: Pixels) -> Pixels:
    """Mark the ink on a page with 1: what is darker than the paper around it, after the speckles are smoothed away."""
    import cv2

    smooth = cv2.medianBlur(picture, 3)
    contrast = max(CONTRAST * _range(smooth), 2.0 * LEAST_CONTRAST)
    return cv2.adaptiveThreshold(smooth, 1, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, NEIGHBOURHOOD, contrast)


def find_rules(picture: Pixels, ink: Pixels, dots: float, print_: Sequence[Box]) -> tuple[Rulings, Pixels]:
    """Find the ruled lines on a page; gives them in points, and the ink without them.

    ``dots`` is how many pixels there are to the point; ``print_`` says where lines of print stand: an upright stroke
    inside one is the stem of a large letter.
    """
    import cv2
    import numpy as np

    faint = max(FAINT * _range(picture), LEAST_CONTRAST)
    level = _strokes(picture, ink, dots, (SHORTEST_LEVEL, faint))
    upright = np.ascontiguousarray(_strokes(picture.T, ink.T, dots, (SHORTEST_UPRIGHT, faint)).T)
    _forget_stems(upright, print_)
    rulings = Rulings(_rules(level, dots, is_level=True), _rules(upright, dots, is_level=False), [])
    covered = cv2.dilate(level | upright, cv2.getStructuringElement(cv2.MORPH_RECT, (2 * GHOST + 1, 2 * GHOST + 1)))
    return rulings, ink & (1 - covered)


def _forget_stems(upright: Pixels, print_: Sequence[Box]) -> None:
    """Take the stems of letters out of the upright strokes."""
    import cv2

    count, _, places, _ = cv2.connectedComponentsWithStats(upright, connectivity=8)
    for x, y, width, height, _ in places[1:count].tolist():
        if any(x0 <= x and x + width <= x1 and top <= y and y + height <= bottom for x0, top, x1, bottom in print_):
            upright[y : y + height, x : x + width] = 0


def _range(picture: Pixels) -> float:
    """Say how far the black of a page is from its white, of 255."""
    import numpy as np

    return float(np.percentile(picture, 50) - np.percentile(picture, 0.5))


def _strokes(picture: Pixels, ink: Pixels, dots: float, wanted: tuple[float, float]) -> Pixels:
    """Keep what runs straight along a row for ``wanted[0]`` points: solid ink, or a hairline ``wanted[1]`` darker.

    A hairline is darker than the paper on both of its sides; a row of letters is so on one side only.
    """
    import cv2
    import numpy as np

    shortest, faint = wanted

    def bar(along: float, across: int = 1) -> Pixels:
        return cv2.getStructuringElement(cv2.MORPH_RECT, (max(round(along * dots), 1), across))

    smooth = cv2.blur(np.ascontiguousarray(picture), (round(ALONG * dots), 1)).astype(np.int16)
    off = round(BESIDE * dots)
    paper = np.full_like(smooth, 0)
    paper[off:-off] = np.minimum(smooth[: -2 * off], smooth[2 * off :])
    thin = ((paper - smooth) > faint).astype(np.uint8)
    # A rule that still leans by a hair moves to the next row of dots along its way: it is widened first.
    found = np.zeros_like(thin)
    for layer in (thin, np.ascontiguousarray(ink)):
        widened = cv2.dilate(layer, bar(0, 3))
        whole = cv2.morphologyEx(widened, cv2.MORPH_CLOSE, bar(BREAK))
        found |= cv2.morphologyEx(whole, cv2.MORPH_OPEN, bar(shortest))
    return found


def _rules(strokes: Pixels, dots: float, *, is_level: bool) -> list[Rule]:
    """Make a rule of each stroke that is no shaded field."""
    import cv2

    count, _, places, _ = cv2.connectedComponentsWithStats(strokes, connectivity=8)
    found = []
    for x, y, width, height, _ in places[1:count].tolist():
        along, across = (width, height) if is_level else (height, width)
        if across > THICKEST * dots + 2 or along < 2 * across:
            continue
        start, at = (x, y + height / 2) if is_level else (y, x + width / 2)
        found.append(Rule(at / dots, start / dots, (start + along) / dots))
    return sorted(found)
