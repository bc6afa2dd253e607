"""Read the minutes in a PDF file: page by page, words in lines and ruled tables, in the order in which a person reads.

A file that gives no text is refused with the next step: a scan wants OCR, a locked file its password, a broken one a
fresh copy. Nothing is drawn, run or fetched: only text, its places and the rules on the page are read.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, NoReturn

from minutes_cli.document import Document, Page, Remark
from minutes_cli.errors import SourceUnreadable, UsageProblem
from minutes_cli.read import scan
from minutes_cli.read.characters import folded, tidy
from minutes_cli.read.pdf_shared import BegunPages
from minutes_cli.read.scan import Pixels

if TYPE_CHECKING:
    from minutes_cli.read.pdf_source import Source

ENGINES = ("pdfium", "pdfplumber")
LINEARIZED = re.compile(rb"/Linearized[^>]{0,200}?/L\s+(\d+)")  # "fast web view" files state their own length
HEAD = 1024  # bytes within which the header and that statement stand

FRESH = "Copy or download it again, or open it in a PDF viewer and save it anew."


def read_pdf(
    data: bytes, name: str, *, password: str | None = None, engine: str = "pdfium", ocr: bool = False
) -> Document:
    """Read minutes in PDF as lines and tables with their places, in points from the top left of each page.

    ``name`` is the file's bare name; ``password`` opens a locked file; ``engine`` is ``pdfium``, or ``pdfplumber`` for
    a slow second opinion; ``ocr`` has pages recognised that are pictures, which are else left out with a remark. Raises
    ``SourceUnreadable`` for a locked or damaged file, for one without pages, and without ``ocr`` for a scanned one.
    """
    return begin_pdf(data, name, password=password, engine=engine, ocr=ocr, busy=False)()


def begin_pdf(
    data: bytes,
    name: str,
    *,
    password: str | None = None,
    engine: str = "pdfium",
    ocr: bool = False,
    busy: bool = True,
) -> Callable[[], Document]:
    """Begin to read minutes in PDF while the caller is ``busy`` with something else; see ``read_pdf``.

    Gives the function that waits for the document. Both raise ``SourceUnreadable`` as ``read_pdf`` does.
    """
    if engine not in ENGINES:
        raise UsageProblem(f"There is no PDF reader {engine!r}.", f"Choose one of: {', '.join(ENGINES)}.")
    _refuse_cut_short(data, name)
    source = _open(data, name, password)
    try:
        if len(source) == 0:
            raise SourceUnreadable(f"{name} has no pages.", FRESH)
        title = _title(source)
        if engine == "pdfium":
            read = BegunPages(len(source), lambda *run: _read_run(data, name, password, run), busy=busy).pages
        else:
            from minutes_cli.read import plumber

            read = partial(plumber.read_pages, data, name, password)
    finally:
        source.close()

    def document() -> Document:
        digest = hashlib.sha256(data).hexdigest()  # while the pages are being read
        pages = read()
        scans = [page for page in pages if page.has_picture]
        remarks = _read_scans(data, password, scans, name) if ocr and scans else scan.unread(scans)
        _refuse_bare(pages, name, ocr=ocr)
        return Document(name, "pdf", digest, pages, title, tuple(remarks))

    return document


def _read_run(data: bytes, name: str, password: str | None, numbers: tuple[int, int]) -> list[Page]:
    """Read a run of pages from a copy of the file opened for it."""
    source = _open(data, name, password)
    try:
        return [_read_page(source, number, name) for number in range(numbers[0], numbers[1] + 1)]
    finally:
        source.close()


def _open(data: bytes, name: str, password: str | None) -> Source:
    from minutes_cli.read import pdf_source

    try:
        return pdf_source.Source(data, password)
    except pdf_source.NotOpened as problem:
        if problem.code == pdf_source.PASSWORD:
            _refuse_locked(name, password)
        if problem.code == pdf_source.SECURITY:
            raise SourceUnreadable(
                f"{name} is locked in a way that needs its own software.", "Ask its sender for an unlocked copy."
            ) from None
        raise SourceUnreadable(f"{name} is not a PDF that can be opened: it is damaged.", FRESH) from None


def _refuse_locked(name: str, password: str | None) -> NoReturn:
    if password is None:
        raise SourceUnreadable(f"{name} is locked with a password.", "Give it with --password.") from None
    raise SourceUnreadable(f"The password given does not open {name}.", "Give the right one with --password.") from None


def _refuse_cut_short(data: bytes, name: str) -> None:
    """Refuse a file that ends before its end mark: what is left of it would pass for the whole minutes."""
    stated = LINEARIZED.search(data[:HEAD])
    short = stated is not None and len(data) < int(stated[1]) and b"%%EOF" not in data[-HEAD:]
    if short or max(data.rfind(b"%%EOF"), data.rfind(b"startxref")) < data.rfind(b"endobj"):
        raise SourceUnreadable(f"{name} is cut off: the end of the file is missing.", FRESH)


def _read_page(source: Source, number: int, name: str) -> Page:
    from minutes_cli.read.pdf_page import is_picture, lay_out
    from minutes_cli.read.pdf_pdfium import frame_of
    from minutes_cli.read.pdf_rules import drawn_on
    from minutes_cli.read.pdf_source import NotOpened, Sheet
    from minutes_cli.read.pdf_turned import is_turned, set_upright
    from minutes_cli.read.pdf_words import PageText
    from minutes_cli.read.rulings import find_grids, outermost
    from minutes_cli.read.rulings_ladder import find_ladders

    try:
        sheet = Sheet(source, number)
    except NotOpened:
        raise SourceUnreadable(f"Page {number} of {name} cannot be read: the file is damaged.", FRESH) from None
    frame = frame_of(sheet)
    text = PageText(sheet, frame)
    try:
        words = text.words()
        if any(word.turned for word in words) and is_turned(words):
            frame, text = set_upright(sheet, frame, text)
            words = text.words()
        width, height = frame.size
        page = Page(number=number, blocks=[], width=width, height=height)
        drawn = drawn_on(sheet, frame)
        if words:
            found = find_grids(drawn.rulings)
            grids = outermost([*found.grids, *find_ladders(found.level, words)], drawn.rulings.boxes)
            lay_out(words, grids, found.upright, page, text.letters)
        page.has_picture = is_picture(words, drawn.pictures, drawn.anything)
    finally:
        text.close()
        sheet.close()
    return page


def _read_scans(data: bytes, password: str | None, pages: list[Page], name: str) -> list[Remark]:
    """Have the pages that are pictures recognised."""
    from minutes_cli.read.pdf_picture import draw
    from minutes_cli.read.pdf_source import NotOpened, Sheet

    source = _open(data, name, password)

    def drawn() -> Iterator[tuple[Page, Pixels]]:
        for page in pages:
            sheet = Sheet(source, page.number)
            try:
                yield page, draw(sheet, scan.DPI)
            finally:
                sheet.close()

    try:
        return scan.read_scans(drawn())
    except NotOpened:
        raise SourceUnreadable(f"A page of {name} cannot be read: the file is damaged.", FRESH) from None
    finally:
        source.close()


def _refuse_bare(pages: list[Page], name: str, *, ocr: bool) -> None:
    """Refuse a file whose every page is bare, or a picture of a page that was not to be recognised."""
    if any(page.blocks and (ocr or not page.has_picture) for page in pages):
        return
    if not any(page.has_picture for page in pages):
        raise SourceUnreadable(f"{name} has no text: its pages are empty.", "Check that it is the file of the minutes.")
    if ocr:
        raise SourceUnreadable(f"{name} has no text, and no print could be recognised on it.", scan.NOTHING_SEEN)
    raise SourceUnreadable(f"{name} has no text: it is a scan, a picture of each page.", scan.advice(name))


def _title(source: Source) -> str | None:
    """Take the title from the file's own properties, None when it has none."""
    title = folded(tidy(source.title()).replace("\n", " "))
    return title or None
