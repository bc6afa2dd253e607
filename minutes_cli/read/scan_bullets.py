"""Find the bullets of a list on a scanned page of minutes: dots too small and lonely to be taken for print.

A bullet is one round or square blot before the first word of a line, half way up its small letters, with nothing else
around it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from minutes_cli.read.scan import Pixels
from minutes_cli.read.scan_words import Printed

NEAR, FAR = 0.3, 3.5  # times the type size; between a bullet and its line
SMALLEST, LARGEST = 0.2, 0.6  # of the type size; a bullet across
MIDDLE = 0.35  # of the type size; how high its middle stands above the baseline
OFF = 0.15  # of the type size; by which it may stand off that
FILLED = 0.6  # share of its box; a disc fills three quarters of it, a letter o or a speck of hair less
BULLET = "•"


def find_bullets(words: Sequence[Printed], ink: Pixels, dots: float) -> list[Printed]:
    """Find the bullets before the lines of a page; ``ink`` is without rules, ``dots`` the pixels to the point."""
    return [bullet for first in _first_words(words) if (bullet := _bullet_before(first, ink, dots)) is not None]


def _first_words(words: Sequence[Printed]) -> Iterator[Printed]:
    """Give the words that have no other before them where a bullet could stand."""
    for each in words:
        word = each.word
        left = word.x0 - FAR * word.size
        if not any(
            abs(other.word.baseline - word.baseline) < word.size and left < other.word.x1 and other.word.x0 < word.x0
            for other in words
        ):
            yield each


def _bullet_before(first: Printed, ink: Pixels, dots: float) -> Printed | None:
    import cv2

    word = first.word
    size = word.size
    left, right = (max(round((word.x0 - off * size) * dots), 0) for off in (FAR, NEAR))
    top, foot = (max(round((word.baseline - up * size) * dots), 0) for up in (0.8, -0.1))
    field = ink[top:foot, left:right]
    if not field.any():
        return None
    count, _, places, _ = cv2.connectedComponentsWithStats(field, connectivity=8)
    if count != 2:  # the paper and one blot
        return None
    x, y, width, height, area = places[1].tolist()
    across = [side / dots / size for side in (width, height)]
    middle = word.baseline - (top + y + height / 2) / dots
    is_bullet = (
        x > 0
        and min(across) >= SMALLEST
        and max(across) <= LARGEST
        and area >= FILLED * width * height
        and abs(middle / size - MIDDLE) <= OFF
    )
    if not is_bullet:
        return None
    x0 = (left + x) / dots
    bullet = replace(word, text=BULLET, x0=x0, x1=x0 + width / dots)
    return replace(first, word=bullet, confidence=1.0)
