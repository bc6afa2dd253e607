"""Where the label of a box is written: on the box, beside its words where the paper is blank."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from minutes_cli.review.sheets import Box

TYPE = 0.0125  # of the page's width; the style of the page sets labels in this size
LETTER = 0.6  # of the size; the mean width of a letter, with what stands round the label
ROUND = 1.2  # letters; the room that a label has on both sides
TALL = 1.5  # of the size
SHORT = {"attendee": "att.", "apology": "apol.", "next meeting": "next"}
GAP = 1.5  # points between a box and its label


def label_box(boxes: Sequence[Box], label: str, taken: list[Box], width: float) -> tuple[str, Box]:
    """Choose where the label of an entry's boxes stands, and note it in ``taken``, which has all print of the page.

    ``width`` is that of the page, in points. Where there is no room for the label its short form is tried; where all
    round is print, it stands where it hides least. Gives the label as it is to be written too.
    """
    size = TYPE * width
    worst: list[tuple[float, str, Box]] = []
    for words in dict.fromkeys((label, SHORT.get(label, label))):
        wide, high = (len(words) + ROUND) * LETTER * size, TALL * size
        for box in _places(boxes, wide, high):
            if box.x0 < 0 or box.x1 > width:
                continue
            hidden = sum(_covered(box, one) for one in taken)
            if not hidden:
                taken.append(box)
                return words, box
            worst.append((hidden, words, box))
    _, words, box = min(worst, key=lambda each: each[0])
    taken.append(box)
    return words, box


def _places(boxes: Sequence[Box], wide: float, high: float) -> Iterator[Box]:
    """Give the places beside and above the boxes, the best first."""
    for box in (boxes[-1], boxes[0]):
        middle = (box.top + box.bottom - high) / 2
        yield Box(box.x1 + GAP, middle, box.x1 + GAP + wide, middle + high)
        yield Box(box.x0 - GAP - wide, middle, box.x0 - GAP, middle + high)
    first, last = boxes[0], boxes[-1]
    yield Box(first.x1 - wide, first.top - high, first.x1, first.top)
    yield Box(first.x0, first.top - high, first.x0 + wide, first.top)
    yield Box(last.x1 - wide, last.bottom, last.x1, last.bottom + high)
    yield Box(first.x0, first.top - high * 0.6, first.x0 + wide, first.top + high * 0.4)
    yield Box(0, first.top, wide, first.top + high)


def _covered(one: Box, other: Box) -> float:
    wide = min(one.x1, other.x1) - max(one.x0, other.x0)
    high = min(one.bottom, other.bottom) - max(one.top, other.top)
    return wide * high if wide > 0 and high > 0 else 0.0
