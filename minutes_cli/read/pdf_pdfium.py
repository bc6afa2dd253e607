"""Ask PDFium for what a page of minutes needs often: where a point stands on the page as shown, and a letter's box.

Places of a PDF page are counted from its bottom left corner, before it is turned and cut to its crop box; ours are
points from the top left corner of what is shown.
"""

from __future__ import annotations

import ctypes
from typing import Any, NamedTuple

from minutes_cli.read import pdf_binding as pdfium_c
from minutes_cli.read.pdf_source import Sheet


class Frame(NamedTuple):
    """How a page's own coordinates become points from the top left of what is shown."""

    left: float
    bottom: float
    right: float
    top: float
    turn: int

    @property
    def size(self) -> tuple[float, float]:
        """The width and height of the page as shown."""
        wide, high = self.right - self.left, self.top - self.bottom
        return (high, wide) if self.turn % 2 else (wide, high)

    def show(self, x: float, y: float) -> tuple[float, float]:
        """Say where a point of the page stands on the page as shown."""
        if self.turn == 0:
            return x - self.left, self.top - y
        if self.turn == 1:
            return y - self.bottom, x - self.left
        if self.turn == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def show_box(self, left: float, top: float, right: float, bottom: float) -> tuple[float, float, float, float]:
        """Say where a box stands on the page as shown: x0, top, x1, bottom."""
        (ax, ay), (bx, by) = self.show(left, top), self.show(right, bottom)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def frame_of(page: Sheet) -> Frame:
    """Measure a page: its visible box and how many quarter turns clockwise it is shown at."""
    box = pdfium_c.FS_RECTF()
    if not pdfium_c.FPDF_GetPageBoundingBox(page.raw, box):
        width, height = page.size()
        return Frame(0.0, 0.0, width, height, 0)
    return Frame(box.left, box.bottom, box.right, box.top, pdfium_c.FPDFPage_GetRotation(page.raw) % 4)


class Calls(NamedTuple):
    """PDFium's functions that are called once a word or more, bound without the checks that cost more than the call.

    ``piece`` gives the text object that a character belongs to, ``font`` and ``mode`` what that is set in; all three
    are None in a PDFium that cannot tell.
    """

    box: Any
    origin: Any
    matrix: Any
    size: Any
    piece: Any = None
    font: Any = None
    mode: Any = None


def _bind(name: str, *kinds: Any, result: Any = ctypes.c_int) -> Any:
    """Bind one function of PDFium so that a call keeps Python's lock and converts nothing it need not."""
    address = ctypes.cast(getattr(pdfium_c, name), ctypes.c_void_p).value
    if address is None:
        raise AttributeError(name)
    return ctypes.PYFUNCTYPE(result, *kinds)(address)


def bind_calls() -> Calls:
    """Bind PDFium's functions the fast way, or as the public ones when this PDFium cannot be bound so."""
    pointer, number = ctypes.c_void_p, ctypes.c_int
    try:
        return Calls(
            box=_bind("FPDFText_GetLooseCharBox", pointer, number, pointer),
            origin=_bind("FPDFText_GetCharOrigin", pointer, number, pointer, pointer),
            matrix=_bind("FPDFText_GetMatrix", pointer, number, pointer),
            size=_bind("FPDFText_GetFontSize", pointer, number, result=ctypes.c_double),
            piece=_bind("FPDFText_GetTextObject", pointer, number, result=pointer),
            font=_bind("FPDFTextObj_GetFont", pointer, result=pointer),
            mode=_bind("FPDFTextObj_GetTextRenderMode", pointer),
        )
    except (AttributeError, ctypes.ArgumentError, TypeError):
        return public_calls()


def public_calls() -> Calls:
    """Wrap PDFium's functions without any trick: slower, the same answers."""
    rectangle, real = ctypes.POINTER(pdfium_c.FS_RECTF), ctypes.POINTER(ctypes.c_double)

    def box(page: int, i: int, room: int) -> Any:
        layer = ctypes.cast(page, pdfium_c.FPDF_TEXTPAGE)
        return pdfium_c.FPDFText_GetLooseCharBox(layer, i, ctypes.cast(room, rectangle))

    def origin(page: int, i: int, x: int, y: int) -> Any:
        layer = ctypes.cast(page, pdfium_c.FPDF_TEXTPAGE)
        return pdfium_c.FPDFText_GetCharOrigin(layer, i, ctypes.cast(x, real), ctypes.cast(y, real))

    def matrix(page: int, i: int, room: int) -> Any:
        layer = ctypes.cast(page, pdfium_c.FPDF_TEXTPAGE)
        return pdfium_c.FPDFText_GetMatrix(layer, i, ctypes.cast(room, ctypes.POINTER(pdfium_c.FS_MATRIX)))

    def size(page: int, i: int) -> Any:
        return pdfium_c.FPDFText_GetFontSize(ctypes.cast(page, pdfium_c.FPDF_TEXTPAGE), i)

    return Calls(box, origin, matrix, size)
