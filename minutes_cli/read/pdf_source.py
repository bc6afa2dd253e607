"""Open a PDF of minutes through PDFium's own functions: file, page, text layer, each closed as soon as it is read.

The convenience classes of pypdfium2 are left aside: importing them takes longer than reading a page (``pdf_binding``).
"""

from __future__ import annotations

import ctypes
from typing import Any

from minutes_cli.read import pdf_binding as pdfium_c

PASSWORD, SECURITY = pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY


class NotOpened(Exception):
    """A file or page that PDFium cannot open; ``code`` is its reason."""

    def __init__(self) -> None:
        self.code = int(pdfium_c.FPDF_GetLastError())
        super().__init__(self.code)


class Source:
    """A PDF file in memory, open until ``close``. Raises ``NotOpened``."""

    _ready = False

    def __init__(self, data: bytes, password: str | None = None) -> None:
        if not Source._ready:
            # a second call, when pypdfium2 is in the same process, is ignored by the library
            pdfium_c.FPDF_InitLibraryWithConfig(pdfium_c.FPDF_LIBRARY_CONFIG(version=2))
            Source._ready = True
        self._data = data  # the library reads from it as long as the file is open
        secret = None if password is None else password.encode() + b"\0"
        self.raw = pdfium_c.FPDF_LoadMemDocument64(data, len(data), secret)
        if not self.raw:
            raise NotOpened

    def __len__(self) -> int:
        return int(pdfium_c.FPDF_GetPageCount(self.raw))

    def title(self) -> str:
        """Take the title from the file's own properties, "" when it has none."""
        size = pdfium_c.FPDF_GetMetaText(self.raw, b"Title", None, 0)
        room = ctypes.create_string_buffer(size)
        pdfium_c.FPDF_GetMetaText(self.raw, b"Title", room, size)
        return room.raw[: max(size - 2, 0)].decode("utf-16-le", errors="replace")

    def close(self) -> None:
        """Give the file's memory back."""
        pdfium_c.FPDF_CloseDocument(self.raw)


class Sheet:
    """One page of an open file, open until ``close``; ``number`` counts from 1. Raises ``NotOpened``."""

    def __init__(self, source: Source, number: int) -> None:
        self.raw: Any = pdfium_c.FPDF_LoadPage(source.raw, number - 1)
        if not self.raw:
            raise NotOpened

    def size(self) -> tuple[float, float]:
        """Width and height in points."""
        return float(pdfium_c.FPDF_GetPageWidthF(self.raw)), float(pdfium_c.FPDF_GetPageHeightF(self.raw))

    def open_text(self) -> Any:
        """Open the text layer; ``close_text`` closes it. Raises ``NotOpened``."""
        layer = pdfium_c.FPDFText_LoadPage(self.raw)
        if not layer:
            raise NotOpened
        return layer

    def close(self) -> None:
        """Give the page's memory back."""
        pdfium_c.FPDF_ClosePage(self.raw)


def close_text(layer: Any) -> None:
    """Close a page's text layer."""
    pdfium_c.FPDFText_ClosePage(layer)
