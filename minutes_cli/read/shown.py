"""Show the pages of minutes as they look: pictures small enough to stand in one web page, with the places of the words.

The pictures lie under the places that reading found: a page that was turned or set straight to be read is shown so. Of
formats without pages of their own (text, Word, HTML) there is nothing to draw.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Collection, Iterator
from typing import TYPE_CHECKING, Any

from minutes_cli.document import Document, Line, Page, Shown, Word
from minutes_cli.read.scan import DPI as SCAN_DPI
from minutes_cli.read.scan import Pixels

if TYPE_CHECKING:
    from minutes_cli.read.pdf_source import Source

DPI = 110  # dots to the inch; type of 8 points can be read at it, and a page of text takes some 40 kB
GREYS = 16  # print needs no more, and they take half the room of 256 (measured on pages of text)
PHOTOGRAPH = 120_000  # bytes; a page that takes more is no clean print: it is shown as a photograph, when that is less
QUALITY = 55  # of 100, for such a page
POINTS = 72.0


def pictures(
    data: bytes, document: Document, numbers: Collection[int], password: str | None = None
) -> dict[int, Shown]:
    """Draw pages of minutes, by number.

    ``data`` is the file that ``document`` was read from. A format without pages and a page that cannot be drawn give
    nothing.
    """
    pages = [page for page in document.pages if page.number in numbers]
    drawers: dict[str, Callable[[], Iterator[tuple[int, Shown]]]] = {
        "pdf": lambda: _of_pdf(data, pages, password),
        "picture": lambda: _of_pictures(data, document.file, pages),
    }
    return dict(drawers[document.format]()) if document.format in drawers else {}


def _of_pdf(data: bytes, pages: list[Page], password: str | None) -> Iterator[tuple[int, Shown]]:
    from minutes_cli.read.pdf_source import NotOpened, Source

    try:
        source = Source(data, password)
    except NotOpened:  # the PDF was inside another file: a mail
        return
    try:
        for page in pages:
            try:
                yield (
                    page.number,
                    _scanned(source, page) if page.has_picture and page.blocks else _printed(source, page),
                )
            except NotOpened:
                continue
    finally:
        source.close()


def _printed(source: Source, page: Page) -> Shown:
    """Draw a page whose words are in the file."""
    from minutes_cli.read.pdf_pdfium import frame_of
    from minutes_cli.read.pdf_picture import drawn
    from minutes_cli.read.pdf_source import Sheet
    from minutes_cli.read.pdf_turned import is_turned, set_upright
    from minutes_cli.read.pdf_words import PageText

    sheet = Sheet(source, page.number)
    try:
        frame = frame_of(sheet)
        as_shown = frame.turn
        text = PageText(sheet, frame)
        words = text.words()
        if any(word.turned for word in words) and is_turned(words):
            frame, text = set_upright(sheet, frame, text)
            words = text.words()
        text.close()
        size, dots = drawn(sheet, DPI, frame.turn - as_shown)
    finally:
        sheet.close()
    placed = tuple(Word(word.x0, word.x1, word.middle, word.text) for word in words if not word.turned)
    return Shown(*_packed(size, dots), *frame.size, placed)


def _scanned(source: Source, page: Page) -> Shown:
    """Draw a page that was recognised, as straight and upright as it was read."""
    from minutes_cli.read.pdf_picture import draw
    from minutes_cli.read.pdf_source import Sheet

    sheet = Sheet(source, page.number)
    try:
        return _upright(draw(sheet, SCAN_DPI), page)
    finally:
        sheet.close()


def _of_pictures(data: bytes, name: str, pages: list[Page]) -> Iterator[tuple[int, Shown]]:
    from minutes_cli.read.picture import frames

    numbered = {page.number: page for page in pages}
    for number, picture in enumerate(frames(data, name), start=1):
        if number in numbered:
            yield number, _upright(picture, numbered[number])


def _upright(picture: Pixels, page: Page) -> Shown:
    """Set a scan as it was read: straight, and at the quarter turn at which ink stands where lines were found."""
    import numpy as np

    from minutes_cli.read.scan_upright import straighten

    picture = straighten(picture)
    high, wide = round(page.height * SCAN_DPI / POINTS), round(page.width * SCAN_DPI / POINTS)
    turned = [np.rot90(picture, quarters) for quarters in range(4)]
    fitting = [each for each in turned if abs(each.shape[0] - high) < 2 and abs(each.shape[1] - wide) < 2]
    best: Any = max(fitting or turned[:1], key=lambda each: _ink_under_lines(each, page))
    from PIL import Image

    image = Image.fromarray(np.ascontiguousarray(best)).resize(
        (max(round(best.shape[1] * DPI / SCAN_DPI), 1), max(round(best.shape[0] * DPI / SCAN_DPI), 1))
    )
    return Shown(*_packed(image.size, image.tobytes()), page.width, page.height)


def _ink_under_lines(picture: Pixels, page: Page) -> float:
    scale = SCAN_DPI / POINTS
    boxes = [(line.x0, line.top, line.x1, line.bottom) for line in page.blocks if isinstance(line, Line)]
    cells = (
        line for table in page.blocks if not isinstance(table, Line) for row in table.rows for cell in row.cells
        for line in cell.lines
    )  # fmt: skip
    boxes += [(line.x0, line.top, line.x1, line.bottom) for line in cells]
    cut = (picture[int(y0 * scale) : int(y1 * scale), int(x0 * scale) : int(x1 * scale)] for x0, y0, x1, y1 in boxes)
    return float(sum((255 - piece.astype("float32")).sum() for piece in cut if piece.size))


def _packed(size: tuple[int, int], dots: bytes | bytearray) -> tuple[str, bytes]:
    """Pack a grey picture: print in few greys without loss, a photograph with some; gives its kind and its bytes."""
    from PIL import Image

    image = Image.frombytes("L", size, bytes(dots))
    step = 255 / (GREYS - 1)
    few = image.point([round(grey / step) for grey in range(256)])
    few.putpalette([round(grey * step) for grey in range(GREYS) for _ in "rgb"])
    room = io.BytesIO()
    few.save(room, "PNG", bits=4, compress_level=9)
    if room.tell() <= PHOTOGRAPH:
        return "image/png", room.getvalue()
    other = io.BytesIO()
    image.save(other, "JPEG", quality=QUALITY, optimize=True)
    return ("image/jpeg", other.getvalue()) if other.tell() < room.tell() else ("image/png", room.getvalue())
