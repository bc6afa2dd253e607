"""Read minutes that come as a picture: a scanner's PNG or TIFF (of many pages), a photograph of a page."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from typing import Any

from minutes_cli.document import Document, Page
from minutes_cli.errors import SourceUnreadable
from minutes_cli.read import scan

SHORT_SIDE = (4.0, 14.0)  # inches; a page's shorter side. What a file says of its dots is believed within these
A4 = 8.27  # inches; the shorter side of a page whose file does not say how large it is
MOST_DOTS = 120_000_000  # in one picture; A3 at 600 dots to the inch has 70 million. A larger one may be a trap
MOST_PAGES = 500


def read_picture(data: bytes, name: str, *, ocr: bool = False) -> Document:
    """Read minutes off a picture of them, when ``ocr`` is asked for.

    Raises ``SourceUnreadable`` without ``ocr``, for a damaged or enormous picture, and for one without print.
    """
    if not ocr:
        raise SourceUnreadable(f"{name} is a picture.", scan.advice(name))
    pages: list[Page] = []
    remarks = scan.read_scans(_pictures(data, name, pages))
    if not any(page.blocks for page in pages):
        raise SourceUnreadable(f"No print could be recognised in {name}.", scan.NOTHING_SEEN)
    return Document(name, "picture", hashlib.sha256(data).hexdigest(), pages, remarks=tuple(remarks))


def _pictures(data: bytes, name: str, pages: list[Page]) -> Iterator[tuple[Page, scan.Pixels]]:
    """Unpack one page after the other, and add each to ``pages``."""
    for number, picture in enumerate(frames(data, name), start=1):
        page = Page(number=number, blocks=[])
        pages.append(page)
        yield page, picture


def frames(data: bytes, name: str) -> Iterator[scan.Pixels]:
    """Unpack the pictures of pages in a file, each grey and as large as reading it wants."""
    scan.need()
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(data)) as source:
            for number in range(min(getattr(source, "n_frames", 1), MOST_PAGES)):
                source.seek(number)
                if source.width * source.height > MOST_DOTS:
                    raise SourceUnreadable(f"{name} is larger than any scan of a page.", "Save it at 300 dpi.")
                yield _grey(source)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError, Image.DecompressionBombError):
        raise SourceUnreadable(
            f"{name} is a picture that cannot be opened: it is damaged, or of a rare kind.",
            "Save it as PNG, JPEG, TIFF or PDF.",
        ) from None


def _grey(source: Any) -> scan.Pixels:
    """Make one picture grey, on white, the way up that its camera noted, and as large as reading it wants."""
    import numpy as np
    from PIL import Image, ImageOps

    picture = ImageOps.exif_transpose(source)
    if "A" in picture.getbands() or "transparency" in picture.info:
        paper = Image.new("RGBA", picture.size, "white")
        picture = Image.alpha_composite(paper, picture.convert("RGBA"))
    picture = picture.convert("L")
    scale = scan.DPI / _dpi(picture.size, source.info.get("dpi"))
    size = max(round(picture.width * scale), 1), max(round(picture.height * scale), 1)
    return np.asarray(picture.resize(size, Image.Resampling.LANCZOS) if size != picture.size else picture)


def _dpi(size: tuple[int, int], said: Any) -> float:
    """Say how many dots to the inch a picture has: what its file says, where that makes a page of it; else as of A4."""
    try:
        dpi = float(said[0])
    except (TypeError, ValueError, IndexError, ZeroDivisionError):
        dpi = 0.0
    low, high = SHORT_SIDE
    return dpi if dpi > 0 and low <= min(size) / dpi <= high else min(size) / A4
