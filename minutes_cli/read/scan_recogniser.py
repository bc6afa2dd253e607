"""Recognise the printed words in a picture of a page of minutes, on this machine alone.

RapidOCR brings the two networks inside its wheel: one finds where a line of print stands, the other reads it. The first
is asked through RapidOCR; the second is run here, because RapidOCR's own reading gives a word the confidence of another
(it counts blanks on one side only) and takes Chinese strokes for dashes. Nothing is fetched: the networks are named by
their files. Each line is read by itself and by one thread, so that the same picture gives the same words, on
many processors or one.
"""

from __future__ import annotations

import os
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from minutes_cli.errors import SourceUnreadable
from minutes_cli.read.scan import INSTALL, Box, Pixels

LONGEST_SIDE = 1280  # pixels; the picture in which lines are looked for. At 960 to 1600 the same are found (measured)
HEIGHT = 48  # pixels; what the network was trained on
NARROWEST = 320  # pixels; shorter lines are padded to this, as in its training
WIDEST = 3200  # pixels; a line of 200 characters
MOST_THREADS = 4

# Beside letters of the Latin script: what minutes in it are set with. The network knows 18,708 characters, most of
# them Chinese, and takes a dash for the figure one in Chinese where it may.
MARKS = "–—‘’“”„…•†‡′″€™→■□▪▫●○◆◇✓✔✗✘☐☑☒"
LATIN = (0x20, 0x17F)
ROMANIAN = "ȘșȚț"
STRANGE = "¤¦¬¯´¸ſŉĸ"  # in that range, and never in minutes


class Letter(NamedTuple):
    """One letter or space as recognised: how far along its line its middle stands (pixels), and how sure it is."""

    char: str
    at: float
    confidence: float


class Recogniser:
    """The two networks, loaded once a process."""

    def __init__(self, threads: int | None = None) -> None:
        import onnxruntime
        from rapidocr import RapidOCR

        self._threads = threads or min(os.cpu_count() or 1, MOST_THREADS)
        finding, reading = _networks()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 4
        self._session = onnxruntime.InferenceSession(str(reading), options, providers=["CPUExecutionProvider"])
        self._input = self._session.get_inputs()[0].name
        characters = self._session.get_modelmeta().custom_metadata_map["character"].splitlines()
        self._characters = ["", *characters, " "]  # the first says that no letter begins here
        self._usable = [i for i, char in enumerate(self._characters) if i == 0 or _is_usable(char)]
        self._finder = RapidOCR(
            params={
                "Global.log_level": "critical",
                "Global.max_side_len": 100_000,
                "Det.model_path": str(finding),
                "Det.limit_type": "max",
                "Det.limit_side_len": LONGEST_SIDE,
                "EngineConfig.onnxruntime.intra_op_num_threads": self._threads,
                "EngineConfig.onnxruntime.inter_op_num_threads": 1,
            }
        )

    def find_lines(self, picture: Pixels) -> list[Box]:
        """Find the lines of print in a picture: x0, top, x1, bottom in pixels."""
        import cv2

        colours = cv2.cvtColor(picture, cv2.COLOR_GRAY2BGR)
        found = self._finder(colours, use_det=True, use_cls=False, use_rec=False).boxes
        height, width = picture.shape[:2]
        boxes = []
        for corners in () if found is None else found:
            (x0, top), (x1, bottom) = corners.min(axis=0), corners.max(axis=0)
            box = max(int(x0), 0), max(int(top), 0), min(int(x1) + 1, width), min(int(bottom) + 1, height)
            if box[2] - box[0] > 1 and box[3] - box[1] > 1:
                boxes.append(box)
        return boxes

    def read_lines(self, pieces: list[Pixels]) -> list[list[Letter]]:
        """Read pictures of one line of print each."""
        with ThreadPoolExecutor(self._threads) as pool:
            return list(pool.map(self._read_line, pieces))

    def _read_line(self, piece: Pixels) -> list[Letter]:
        import cv2
        import numpy as np

        high, wide = piece.shape[:2]
        width = min(max(round(HEIGHT * wide / high), 1), WIDEST)
        fitted = cv2.resize(piece, (width, HEIGHT), interpolation=cv2.INTER_AREA if high > HEIGHT else cv2.INTER_LINEAR)
        field = np.zeros((1, 3, HEIGHT, max(width, NARROWEST)), dtype=np.float32)
        field[:, :, :, :width] = fitted.astype(np.float32) / 127.5 - 1
        guesses = self._session.run(None, {self._input: field})[0][0][:, self._usable]
        best = guesses.argmax(axis=1)
        step = field.shape[3] / len(best) * wide / width
        letters = []
        for place, (before, here) in enumerate(zip((0, *best), best, strict=False)):
            if here and here != before:
                char = self._characters[self._usable[here]]
                letters.append(Letter(char, (place + 0.5) * step, float(guesses[place, here])))
        return letters


@cache
def recogniser() -> Recogniser:
    """Load what reads pictures of minutes, once a process."""
    return Recogniser()


def _networks() -> tuple[Path, Path]:
    """Find the files of the two networks inside the installed package; nothing is ever downloaded."""
    spec = find_spec("rapidocr")
    folder = Path(spec.origin).parent / "models" if spec and spec.origin else Path()
    finding, reading = (sorted(folder.glob(f"*_{task}_*.onnx")) for task in ("det", "rec"))
    if not finding or not reading:
        raise SourceUnreadable(
            "The extra that reads pictures lacks its files.", f"Install it anew: {INSTALL} --force-reinstall"
        )
    return finding[0], reading[0]


def _is_usable(char: str) -> bool:
    if len(char) != 1:
        return False
    return (LATIN[0] <= ord(char) <= LATIN[1] and char not in STRANGE and unicodedata.category(char) != "Cc") or (
        char in MARKS or char in ROMANIAN
    )
