"""Read the pages of minutes that are pictures: scans, photographs, print that was drawn as outlines.

What the other readers ask of this is here and light; the work is in ``scan_page`` and the modules it names, and is
loaded when there is a picture to read.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib.util import find_spec
from typing import Any

from minutes_cli.document import Page, Remark
from minutes_cli.errors import SourceUnreadable

INSTALL = "pip install 'minutebook[ocr]'"
NEEDED = ("rapidocr", "onnxruntime", "cv2", "numpy", "PIL")  # what that command installs, as Python names it
DPI = 200  # dots to the inch; at 150 small type suffers, at 300 reading takes twice as long and is no better (measured)
NOTHING_SEEN = "Scan it again, straight and at 200 dots to the inch or more."
MOST_LINES = 12  # read with doubt, on one page; where there are more, the page is named and not each line

Pixels = Any
"""A picture of a page as a numpy array of bytes, height by width: 0 is black, 255 white."""


Box = tuple[int, int, int, int]
"""Where something stands in a picture, in pixels: x0, top, x1, bottom."""


def is_installed() -> bool:
    """Tell whether this machine has what reads pictures of minutes."""
    return all(find_spec(name) is not None for name in NEEDED)


def need() -> None:
    """Make sure that what reads pictures is there.

    Raises ``SourceUnreadable``, naming the command that installs it, where it is missing.
    """
    if not is_installed():
        raise SourceUnreadable(
            "Reading pictures of pages takes an extra that is not installed.", f"Install it with: {INSTALL}"
        )


def advice(name: str) -> str:
    """Say how minutes that are pictures are read, with the command that installs what is missing."""
    extra = "" if is_installed() else f"; that needs an extra: {INSTALL}"
    return f"Read it with: minutes parse --ocr {name}{extra}"


def read_scans(pictures: Iterable[tuple[Page, Pixels]]) -> list[Remark]:
    """Fill pages of minutes from their pictures (grey, at ``DPI``); gives what a person should look at.

    Raises ``SourceUnreadable``, naming the command that installs it, where what reads pictures is missing.
    """
    need()
    from minutes_cli.read.scan_page import recognise, set_page, settle
    from minutes_cli.read.scan_recogniser import recogniser

    reader = recogniser()

    scanned = [(page, recognise(picture, reader)) for page, picture in pictures]
    settle([each for _, each in scanned])
    remarks: list[Remark] = []
    for page, each in scanned:
        doubts = set_page(each, page)
        remarks.extend(doubts if len(doubts) <= MOST_LINES else [_throughout(doubts, page.number)])
    return remarks


def _throughout(doubts: list[Remark], page: int) -> Remark:
    """Say once that a page was read badly, with the words that were read worst."""
    worst = sorted(doubts, key=lambda remark: (remark.confidence or 0.0, remark.line or 0))[:MOST_LINES]
    words = tuple(word for remark in worst for word in remark.words[:1])
    return Remark("read with doubt", sum(d.count or 0 for d in doubts), words, worst[0].confidence, page)


def unread(pages: Iterable[Page]) -> list[Remark]:
    """Remark which pages of minutes are pictures that were not read; ``words`` are their numbers, in ranges."""
    numbers = [page.number for page in pages]
    if not numbers:
        return []
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    shown = tuple(str(run[0]) if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in runs)
    return [Remark("pages unread", len(numbers), shown, page=numbers[0])]
