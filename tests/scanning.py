"""Scan minutes: draw the pages of a PDF as pictures that lie a little askew and are speckled, as a scanner gives them.

``python -m tests.scanning FOLDER --scorer SCRIPT --only NAME`` scans every PDF in a folder that has a truth and NAME in
its name, reads the scans, has the script score the records, and says how long a page took.
"""

from __future__ import annotations

import argparse
import io
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

DPI = 200
LEAN = 1.0  # degrees
SPECKLES = 12.0  # of 255: how much the grey of a dot is off, on average
A_POINT = 72.0


def scan(
    data: bytes, *, lean: float = LEAN, speckles: float = SPECKLES, dpi: float = DPI, pages: int | None = None
) -> list[Any]:
    """Scan a PDF: one grey picture (an array of bytes) a page; the same on every run."""
    import cv2
    import numpy as np
    import pypdfium2

    noise = np.random.default_rng(2031)
    pictures = []
    source = pypdfium2.PdfDocument(data)
    for number in range(min(len(source), pages or len(source))):
        page = source[number].render(scale=dpi / A_POINT, grayscale=True).to_numpy()
        page = page.reshape(page.shape[:2])
        height, width = page.shape
        matrix = cv2.getRotationMatrix2D((width / 2, height / 2), lean, 1.0)
        page = cv2.warpAffine(page, matrix, (width, height), borderValue=255)
        pictures.append(np.clip(page + noise.normal(0, speckles, page.shape), 0, 255).astype(np.uint8))
    source.close()
    return pictures


def as_file(pictures: list[Any], form: str = "PDF", dpi: float = DPI) -> bytes:
    """Put pictures into one file: a PDF or TIFF of several pages, a PNG or JPEG of the first."""
    from PIL import Image

    first, *others = [Image.fromarray(picture) for picture in pictures]
    target = io.BytesIO()
    more: dict[str, Any] = {"save_all": True, "append_images": others} if form in ("PDF", "TIFF") else {}
    size = {"resolution": dpi} if form == "PDF" else {"dpi": (dpi, dpi)}
    first.save(target, form, **more, **size)
    return target.getvalue()


def main(argv: list[str] | None = None) -> int:
    """Scan, read and score the PDFs of a folder; the exit code is the scorer's."""
    from minutes_cli import parse, read, store
    from tests.accuracy import document_of, truths

    asks = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    asks.add_argument("folder", type=Path)
    asks.add_argument("--scorer", type=Path, required=True)
    asks.add_argument("--only", default="")
    asked = asks.parse_args(argv)
    worst = 0
    with tempfile.TemporaryDirectory() as records:
        for truth in truths(asked.folder):
            document = document_of(truth)
            if document is None or document.suffix != ".pdf" or asked.only not in truth.name:
                continue
            pictures = scan(document.read_bytes())
            began = time.perf_counter()
            meeting = parse.parse(read.read_bytes(as_file(pictures), document.name, ocr=True))
            took = (time.perf_counter() - began) / len(pictures)
            (Path(records) / f"{document.stem}.yaml").write_text(store.dump(meeting), encoding="utf-8")
            order = [sys.executable, str(asked.scorer), str(asked.folder), records, "--only", document.stem]
            run = subprocess.run(order, check=False, capture_output=True, text=True, encoding="utf-8")
            said = run.stdout.splitlines()[-1] if run.stdout else run.stderr
            print(f"{document.stem}, {len(pictures)} pages scanned and read, {took:.1f} s a page: {said}")
            worst = max(worst, run.returncode)
    return worst


if __name__ == "__main__":
    sys.exit(main())
