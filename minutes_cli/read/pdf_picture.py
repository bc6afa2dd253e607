"""Draw a page of a PDF of minutes as a picture: for what is to be recognised on it, or to be shown to a person."""

from __future__ import annotations

import ctypes

from minutes_cli.read import pdf_binding as pdfium_c
from minutes_cli.read.pdf_source import Sheet
from minutes_cli.read.scan import Pixels

POINTS = 72.0
MOST_DOTS = 60_000_000  # in a picture; A1 at 200 dots to the inch has half of them. Larger pages are drawn coarser
WHITE = 0xFFFFFFFF


def draw(sheet: Sheet, dpi: float) -> Pixels:
    """Draw a page in grey, as it is shown."""
    import numpy as np

    (wide, high), dots = drawn(sheet, dpi)
    return np.frombuffer(dots, dtype=np.uint8).reshape(high, wide)


def drawn(sheet: Sheet, dpi: float, quarters: int = 0) -> tuple[tuple[int, int], bytearray]:
    """Draw a page in grey, turned clockwise by quarters from how it is shown; gives its size in dots, and their bytes.

    A very large page is drawn coarser than asked for.
    """
    width, height = sheet.size()[:: -1 if quarters % 2 else 1]
    dots = width * height * (dpi / POINTS) ** 2
    if dots > MOST_DOTS:
        dpi *= (MOST_DOTS / dots) ** 0.5
    wide, high = max(round(width * dpi / POINTS), 1), max(round(height * dpi / POINTS), 1)
    picture = bytearray(wide * high)
    room = (ctypes.c_char * len(picture)).from_buffer(picture)
    bitmap = pdfium_c.FPDFBitmap_CreateEx(wide, high, pdfium_c.FPDFBITMAP_GRAY, ctypes.addressof(room), wide)
    try:
        pdfium_c.FPDFBitmap_FillRect(bitmap, 0, 0, wide, high, WHITE)
        how = pdfium_c.FPDF_ANNOT | pdfium_c.FPDF_GRAYSCALE
        pdfium_c.FPDF_RenderPageBitmap(bitmap, sheet.raw, 0, 0, wide, high, quarters % 4, how)
    finally:
        pdfium_c.FPDFBitmap_Destroy(bitmap)
    return (wide, high), picture
