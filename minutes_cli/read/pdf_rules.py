"""Take the rules and boxes drawn on a PDF page of minutes, through PDFium.

Word processors draw a table's border as strokes (LibreOffice, Google Docs, reportlab), as thin filled rectangles (Word,
Quartz), or as a stroked box; all become ``Rulings``. Curves are letters, logos and round corners: no rules.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any, NamedTuple

from minutes_cli.read import pdf_binding as pdfium_c
from minutes_cli.read.pdf_pdfium import Frame
from minutes_cli.read.pdf_source import Sheet
from minutes_cli.read.rulings import Rule, Rulings

THICKEST = 7.0  # points; the heaviest border in word processors is 6
STRAIGHT = 1.0  # points; a stroke that leans more than this is no rule
LONGEST_PATH = 400  # segments; a path of more is a drawing
DEEPEST_FORM = 4  # drawings inside drawings are followed this deep
MOST_DRAWN = 40_000  # drawn pieces on a page that are looked at
PALEST = 250  # of 255 in red, green and blue: white boxes are the paper behind text, nobody sees them

Matrix = tuple[float, float, float, float, float, float]


class Drawn(NamedTuple):
    """What is drawn on a page: its rulings, whether there are pictures, and whether anything is drawn at all."""

    rulings: Rulings
    pictures: float
    anything: bool


def drawn_on(page: Sheet, frame: Frame) -> Drawn:
    """Take all rules and filled boxes of a page; ``pictures`` is the share of the page that its pictures cover."""
    reader = _Drawings(frame)
    reader.follow(_objects_of_page(page.raw), None, 0)
    width, height = frame.size
    share = reader.covered / (width * height) if width * height else 0.0
    return Drawn(Rulings(reader.level, reader.upright, reader.boxes), min(share, 1.0), reader.seen > 0)


def _objects_of_page(raw: Any) -> Iterator[Any]:
    return (pdfium_c.FPDFPage_GetObject(raw, i) for i in range(pdfium_c.FPDFPage_CountObjects(raw)))


def _objects_of_form(form: Any) -> Iterator[Any]:
    return (pdfium_c.FPDFFormObj_GetObject(form, i) for i in range(pdfium_c.FPDFFormObj_CountObjects(form)))


class _Drawings:
    """Walks the drawn pieces of one page."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.level: list[Rule] = []
        self.upright: list[Rule] = []
        self.boxes: list[tuple[float, float, float, float]] = []
        self.covered = 0.0
        self.seen = 0
        self._box = [ctypes.c_float() for _ in range(4)]
        self._modes = (ctypes.c_int(), ctypes.c_int())

    def follow(self, objects: Iterator[Any], matrix: Matrix | None, depth: int) -> None:
        """Look at each piece, and at the pieces inside a group (a "form")."""
        for piece in objects:
            kind = pdfium_c.FPDFPageObj_GetType(piece)
            if kind == pdfium_c.FPDF_PAGEOBJ_TEXT:
                continue
            self.seen += 1
            if self.seen > MOST_DRAWN:
                return
            if kind == pdfium_c.FPDF_PAGEOBJ_PATH:
                self._path(piece, matrix)
            elif kind == pdfium_c.FPDF_PAGEOBJ_FORM and depth < DEEPEST_FORM:
                self.follow(_objects_of_form(piece), _times(_matrix_of(piece), matrix), depth + 1)
            elif kind == pdfium_c.FPDF_PAGEOBJ_IMAGE:
                x0, top, x1, bottom = self._bounds(piece, matrix)
                self.covered += max(x1 - x0, 0.0) * max(bottom - top, 0.0)

    def _bounds(self, piece: Any, matrix: Matrix | None) -> tuple[float, float, float, float]:
        left, bottom, right, top = self._box
        if not pdfium_c.FPDFPageObj_GetBounds(piece, left, bottom, right, top):
            return 0.0, 0.0, 0.0, 0.0
        if matrix is None:
            return self.frame.show_box(left.value, top.value, right.value, bottom.value)
        ax, ay = _moved(left.value, top.value, matrix)
        bx, by = _moved(right.value, bottom.value, matrix)
        return self.frame.show_box(ax, ay, bx, by)

    def _path(self, piece: Any, matrix: Matrix | None) -> None:
        fill, stroke = self._modes
        pdfium_c.FPDFPath_GetDrawMode(piece, fill, stroke)
        if not fill.value and not stroke.value:
            return
        segments = pdfium_c.FPDFPath_CountSegments(piece)
        x0, top, x1, bottom = self._bounds(piece, matrix)
        if segments <= 5 and min(x1 - x0, bottom - top) <= THICKEST:
            self._thin(x0, top, x1, bottom)
        elif segments > LONGEST_PATH or (not stroke.value and segments > 5 and self._is_pale(piece)):
            return
        elif segments == 5 and not stroke.value:
            if not self._is_pale(piece):
                self.boxes.append((x0, top, x1, bottom))
        else:
            self._outline(piece, segments, _times(_matrix_of(piece), matrix))

    def _thin(self, x0: float, top: float, x1: float, bottom: float) -> None:
        if x1 - x0 >= bottom - top:
            self.level.append(Rule((top + bottom) / 2, x0, x1))
        if bottom - top >= x1 - x0:
            self.upright.append(Rule((x0 + x1) / 2, top, bottom))

    def _outline(self, piece: Any, count: int, matrix: Matrix | None) -> None:
        """Take the straight sides of a longer path; one with a curve is none of a table's."""
        sides, here, start = [], (0.0, 0.0), (0.0, 0.0)
        for i in range(count):
            segment = pdfium_c.FPDFPath_GetPathSegment(piece, i)
            kind = pdfium_c.FPDFPathSegment_GetType(segment)
            if kind == pdfium_c.FPDF_SEGMENT_BEZIERTO:
                return
            there = self._point(segment, matrix)
            if kind == pdfium_c.FPDF_SEGMENT_MOVETO:
                start = there
            else:
                sides.append((here, there))
            here = there
            if pdfium_c.FPDFPathSegment_GetClose(segment):
                sides.append((here, start))
                here = start
        for (ax, ay), (bx, by) in sides:
            if abs(ay - by) <= STRAIGHT:
                self.level.append(Rule((ay + by) / 2, min(ax, bx), max(ax, bx)))
            elif abs(ax - bx) <= STRAIGHT:
                self.upright.append(Rule((ax + bx) / 2, min(ay, by), max(ay, by)))

    def _point(self, segment: Any, matrix: Matrix | None) -> tuple[float, float]:
        x, y = self._box[0], self._box[1]
        pdfium_c.FPDFPathSegment_GetPoint(segment, x, y)
        px, py = x.value, y.value
        if matrix is not None:
            px, py = _moved(px, py, matrix)
        return self.frame.show(px, py)

    @staticmethod
    def _is_pale(piece: Any) -> bool:
        red, green, blue, cover = (ctypes.c_uint() for _ in range(4))
        if not pdfium_c.FPDFPageObj_GetFillColor(piece, red, green, blue, cover):
            return False
        return not cover.value or min(red.value, green.value, blue.value) >= PALEST


def _matrix_of(piece: Any) -> Matrix | None:
    found = pdfium_c.FS_MATRIX()
    if not pdfium_c.FPDFPageObj_GetMatrix(piece, found):
        return None
    matrix = (found.a, found.b, found.c, found.d, found.e, found.f)
    return None if matrix == (1.0, 0.0, 0.0, 1.0, 0.0, 0.0) else matrix


def _times(inner: Matrix | None, outer: Matrix | None) -> Matrix | None:
    """Do one change of coordinates after another."""
    if inner is None or outer is None:
        return outer if inner is None else inner
    a, b, c, d, e, f = inner
    ex, ey = _moved(e, f, outer)
    return (
        a * outer[0] + b * outer[2],
        a * outer[1] + b * outer[3],
        c * outer[0] + d * outer[2],
        c * outer[1] + d * outer[3],
        ex,
        ey,
    )


def _moved(x: float, y: float, by: Matrix) -> tuple[float, float]:
    return by[0] * x + by[2] * y + by[4], by[1] * x + by[3] * y + by[5]
