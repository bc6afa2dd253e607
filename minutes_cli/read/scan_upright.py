"""Set a picture of a page of minutes upright: by the small angle at which it lay on the glass, then by quarter turns.

The angle is the one at which rows of ink and rows of paper alternate most sharply. Whether a page lies on its side is
told by its lines of print, which then stand on end; whether it is upside down, by how well it can be read.
"""

from __future__ import annotations

from statistics import fmean
from typing import NamedTuple

from minutes_cli.read.scan import Box, Pixels
from minutes_cli.read.scan_recogniser import Letter, Recogniser

STEEPEST = 5.0  # degrees; paper lies askew on the glass by less
COARSE, FINE = 0.5, 0.05  # degrees between the angles tried; over a line of A4 the latter is half a point
SMALL = 700  # pixels; the longer side of the picture in which the coarse angles are tried
MIDDLE = 1600  # the same for the fine ones
SAMPLE = 12  # lines; the longest, by which a page's direction is judged
POOR = 0.85  # of 1: lines of print that are the right way up are read better than this, unless they are spoilt
LONG_LINE = 2.5  # times its height; a line of four letters or more shows its direction by its form


def straighten(picture: Pixels) -> Pixels:
    """Turn a picture by the angle that its lines lean by; one without lines comes back as it is."""
    import cv2

    angle = lean_of(picture)
    if abs(angle) < FINE:
        return picture
    height, width = picture.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    return cv2.warpAffine(picture, matrix, (width, height), flags=cv2.INTER_CUBIC, borderValue=255)


def lean_of(picture: Pixels) -> float:
    """Measure by how many degrees a page must be turned, anticlockwise, for its lines to lie level or upright."""
    coarse = _sharpest(_ink(picture, SMALL), 0.0, STEEPEST, COARSE)
    return _sharpest(_ink(picture, MIDDLE), coarse, COARSE, FINE)


class Upright(NamedTuple):
    """A picture set upright, where its lines of print stand in it, and their letters."""

    picture: Pixels
    boxes: list[Box]
    letters: list[list[Letter]]


def read_upright(picture: Pixels, reader: Recogniser) -> Upright:
    """Recognise the lines of a straightened page, turned by the quarter turns that it was scanned at."""
    import cv2

    found = reader.find_lines(picture)
    shown = _longest(found)
    if sum(bottom - top > x1 - x0 for x0, top, x1, bottom in shown) > len(shown) / 2:
        picture = cv2.rotate(picture, cv2.ROTATE_90_CLOCKWISE)
        found = reader.find_lines(picture)
        shown = _longest(found)
    letters = reader.read_lines([_cut(picture, box) for box in found])
    as_is = _sureness([line for box, line in zip(found, letters, strict=True) if box in shown])
    if shown and as_is < POOR:
        turned = reader.read_lines([cv2.rotate(_cut(picture, box), cv2.ROTATE_180) for box in shown])
        if _sureness(turned) > as_is:
            picture = cv2.rotate(picture, cv2.ROTATE_180)
            found = reader.find_lines(picture)
            letters = reader.read_lines([_cut(picture, box) for box in found])
    return Upright(picture, found, letters)


def _cut(picture: Pixels, box: Box) -> Pixels:
    x0, top, x1, bottom = box
    return picture[top:bottom, x0:x1]


def _ink(picture: Pixels, side: int) -> Pixels:
    """Make a small picture in which ink is bright, its edges without the shadow that a scanner's lid leaves."""
    import cv2

    height, width = picture.shape[:2]
    scale = min(side / max(height, width), 1.0)
    small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    ink = cv2.adaptiveThreshold(small, 1, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 31, 15)
    edge = max(round(0.02 * max(small.shape)), 1)
    ink[:edge], ink[-edge:], ink[:, :edge], ink[:, -edge:] = 0, 0, 0, 0
    return ink


def _sharpest(ink: Pixels, middle: float, reach: float, step: float) -> float:
    """Find the angle at which rows, or columns, of ink differ most from their neighbours."""
    import cv2
    import numpy as np

    height, width = ink.shape
    best, found = 0.0, middle
    steps = round(reach / step)
    for number in sorted(range(-steps, steps + 1), key=abs):
        angle = middle + number * step
        matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
        turned = cv2.warpAffine(ink * 255, matrix, (width, height), flags=cv2.INTER_LINEAR)
        score = max(float(np.square(np.diff(turned.sum(axis=axis, dtype=np.float64))).sum()) for axis in (0, 1))
        if score > best * (1 + 1e-9):
            best, found = score, angle
    return round(found, 3)


def _longest(lines: list[Box]) -> list[Box]:
    """Take the longest lines of print that are long enough to show which way they run."""

    def extent(line: Box) -> tuple[int, int]:
        sides = line[2] - line[0], line[3] - line[1]
        return max(sides), min(sides)

    shown = [line for line in lines if extent(line)[0] >= LONG_LINE * extent(line)[1]]
    return sorted(shown, key=lambda line: (-extent(line)[0], line))[:SAMPLE]


def _sureness(lines: list[list[Letter]]) -> float:
    """Say how sure the reading of some lines is, on average of their letters."""
    sure = [letter.confidence for line in lines for letter in line if letter.char != " "]
    return fmean(sure) if sure else 0.0
