"""Read the minutes in a PDF file a second way, with pdfplumber: a slow second opinion, and the oracle of the tests.

Words and ruled tables are pdfplumber's own; only setting words in lines is shared with the first reader. The library is
imported here and nowhere else, and only when it is asked for: importing it takes longer than reading five pages.
"""

from __future__ import annotations

import io
import re
from typing import Any

from minutes_cli.document import Page
from minutes_cli.errors import SourceUnreadable
from minutes_cli.read.characters import tidy
from minutes_cli.read.pdf_faces import BOLD_NAME, SYMBOLS
from minutes_cli.read.pdf_lines import ASCENT, Word
from minutes_cli.read.pdf_page import is_picture, lay_out
from minutes_cli.read.rulings import SNAP, Grid, Rule

WORD_SPACE = 0.15  # of the type size; tight setting goes down to 0.2, letters of one word touch
THICKEST = 7.0  # points; the heaviest border in word processors is 6
# Codes that WinAnsi leaves unused are bullets (ISO 32000-1, annex D.2, note 3); pdfminer gives them by number.
UNUSED = re.compile(r"\(cid:(?:127|129|141|143|144|157)\)")
LONGEST_LETTER = 16  # characters; what a font maps one glyph to ("ffi" is 3) is no longer

Box = tuple[float, float, float, float]


def read_pages(data: bytes, name: str, password: str | None) -> list[Page]:
    """Read each page of some minutes as lines and ruled tables; the places are as in the first reader.

    Raises ``SourceUnreadable`` when pdfplumber cannot make sense of a file that PDFium opened.
    """
    import pdfplumber
    from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

    try:
        with pdfplumber.open(io.BytesIO(data), password=password or "") as source:
            pages = []
            for sheet in source.pages:
                pages.append(_read_page(sheet))
                sheet.close()
            return pages
    except (MalformedPDFException, PdfminerException) as problem:
        raise SourceUnreadable(
            f"pdfplumber cannot read {name}: {type(problem).__name__}.",
            "Read it with the other engine, --engine pdfium.",
        ) from None


def _read_page(sheet: Any) -> Page:
    left, top, right, foot = map(float, sheet.cropbox)
    words, letters = [], {}
    for number, found in enumerate(
        sheet.extract_words(x_tolerance_ratio=WORD_SPACE, y_tolerance=1.5, return_chars=True)
    ):
        word = _word(found, left, top, number)
        if word is not None:
            words.append(word)
            letters[number] = [(c["text"], c["x0"] - left, c["x1"] - left) for c in found["chars"]]
    page = Page(number=sheet.page_number, blocks=[], width=right - left, height=foot - top)
    tables = [table for table in sheet.filter(_is_rule).find_tables() if len(table.cells) > 1] if words else []
    grids = [
        g for g in (_grid([_shifted(cell, left, top) for cell in table.cells]) for table in tables) if g is not None
    ]
    upright = [
        Rule((e["x0"] + e["x1"]) / 2 - left, e["top"] - top, e["bottom"] - top)
        for e in sheet.edges
        if e["orientation"] == "v" and not any(_crosses(e, grid, left, top) for grid in grids)
    ]
    lay_out(words, grids, upright, page, lambda word: letters[word.first])
    covered = sum((i["x1"] - i["x0"]) * (i["bottom"] - i["top"]) for i in sheet.images)
    drawn = bool(sheet.images or sheet.rects or sheet.curves or sheet.lines)
    page.has_picture = is_picture(words, covered / (page.width * page.height or 1.0), drawn)
    return page


def _is_rule(thing: dict[str, Any]) -> bool:
    """Whether a drawn thing can be a table's border: colour behind words has edges, too, and curves have points."""
    if thing["object_type"] == "rect":
        return bool(thing.get("stroke")) or bool(min(thing["width"], thing["height"]) <= THICKEST)
    return bool(thing["object_type"] != "curve")


def _word(found: dict[str, Any], left: float, top: float, number: int) -> Word | None:
    text = "".join(tidy(UNUSED.sub("•", found["text"]).translate(SYMBOLS)).split())
    if not text or len(text) > LONGEST_LETTER * len(found["chars"]):
        return None
    first = found["chars"][0]
    upright = bool(found.get("upright", True))
    size = float(first["size"]) or 0.5
    # pdfplumber gives no baseline; the middle of a letter's box is the same height above it in all common faces
    baseline = (found["top"] + found["bottom"]) / 2 - top + (ASCENT - 0.5) * size if upright else found["bottom"] - top
    bold = BOLD_NAME.search(first["fontname"].encode("utf-8", "replace")) is not None
    # no space is known to stand before a word: letters that touch (raised ones, small capitals) join in ``set_lines``
    x0, x1 = found["x0"] - left, found["x1"] - left
    return Word(text, x0, x1, baseline, size, bold, number, number, follows=True, turned=not upright)


def _shifted(cell: Box, left: float, top: float) -> Box:
    return cell[0] - left, cell[1] - top, cell[2] - left, cell[3] - top


def _grid(cells: list[Box]) -> Grid | None:
    """Make the skeleton of a table of the boxes of its cells; None where all stand one above the other."""
    xs = _positions([x for cell in cells for x in (cell[0], cell[2])])
    ys = _positions([y for cell in cells for y in (cell[1], cell[3])])
    if len(xs) < 3:
        return None
    grid = Grid(xs, ys, [[None] * (len(xs) - 1) for _ in ys[1:]])
    for x0, top, x1, bottom in cells:
        place = (_nearest(ys, top), _nearest(xs, x0))
        for row in range(place[0], _nearest(ys, bottom)):
            for column in range(place[1], _nearest(xs, x1)):
                grid.owner[row][column] = place
    return grid if len(grid.cells) > 1 else None


def _positions(values: list[float]) -> list[float]:
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][0] <= SNAP:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [sum(group) / len(group) for group in groups]


def _nearest(values: list[float], value: float) -> int:
    return min(range(len(values)), key=lambda n: abs(values[n] - value))


def _crosses(edge: dict[str, Any], grid: Grid, left: float, top: float) -> bool:
    x = float(edge["x0"]) - left
    head, foot = float(edge["top"]) - top, float(edge["bottom"]) - top
    return grid.xs[0] - SNAP <= x <= grid.xs[-1] + SNAP and head < grid.ys[-1] and foot > grid.ys[0]
