"""Reviews of minutes for the tests: made as the command makes them, and their boxes looked at."""

from __future__ import annotations

import re
from typing import Any

from minutes_cli import review
from minutes_cli.check import check
from minutes_cli.document import Document
from minutes_cli.parse import meetings, parse, trace
from minutes_cli.read import read_bytes
from minutes_cli.read.shown import pictures

WORD = re.compile(r"[^\W_]+")


def review_of(data: bytes, name: str, **how: Any) -> review.Review:
    """Read minutes and lay them open, all pages as pictures where the format has some."""
    return reviewed(read_bytes(data, name, **how), data)


def reviewed(document: Document, data: bytes = b"") -> review.Review:
    """Lay open a document that was read from some bytes."""
    parts = [review.Part(n, record, check(record)) for n, record in enumerate(map(parse, meetings(document)), start=1)]
    shown = pictures(data, document, {page.number for page in document.pages})
    return review.Review(document, trace(document), parts, shown)


def words_of(text: str) -> list[str]:
    """Give the words of a text without what stands between them."""
    return [word.casefold() for word in WORD.findall(text)]


def astray(made: review.Review, data: bytes) -> tuple[int, list[str]]:
    """Compare each field of the records with the words under its entry's boxes; gives their number and the astray.

    Under a box of a PDF stands what PDFium's own search for text in a rectangle finds there; under a mark in lines the
    words marked. A field is astray when fewer than four in five of its words are there, a fact without words of its own
    (a date) when no words are.
    """
    under: dict[tuple[int, str], list[str]] = {}
    pdf = _Under(data) if made.document.format == "pdf" else None
    for placed in review.boxes_of(made):
        key = placed.part.number, placed.entry.key
        lines = [made.reads[mark.at].text[mark.start : mark.end] for mark in placed.marks]
        found = [pdf.words(placed.page, box) for box in placed.boxes] if pdf and placed.boxes else lines
        under.setdefault(key, []).extend(found)
    count, lost = 0, []
    for part in made.parts:
        for entry in review.entries_of(part.record):
            found = words_of(" ".join(under.get((part.number, entry.key), ())))
            here, run = set(found), "".join(found)  # PDFium sets no space between columns
            for name, said in entry.fields or [("fact", "")]:
                count += 1
                wanted = words_of(said)
                if not here or sum(word in here or (len(word) > 1 and word in run) for word in wanted) < 0.8 * len(
                    wanted
                ):
                    lost.append(f"{entry.key} {name}: {said[:60]!r}")
    return count, lost


class _Under:
    """What PDFium finds on the pages of a file, within a rectangle."""

    def __init__(self, data: bytes) -> None:
        import pypdfium2

        self._pages = pypdfium2.PdfDocument(data)
        self._layers: dict[int, tuple[Any, Any]] = {}

    def words(self, number: int, box: Any) -> str:
        if number not in self._layers:
            page = self._pages[number - 1]
            self._layers[number] = page.get_textpage(), page.get_bbox()
        layer, (left, _, _, top) = self._layers[number]
        found = layer.get_text_bounded(left + box.x0 - 0.5, top - box.bottom, left + box.x1 + 0.5, top - box.top)
        return str(found)
