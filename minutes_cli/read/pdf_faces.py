"""Know the typefaces of a PDF of minutes: which are bold, and what the bullets of symbol fonts look like."""

from __future__ import annotations

import ctypes
import re
from typing import Any, NamedTuple

from minutes_cli.read import pdf_binding as pdfium_c
from minutes_cli.read.pdf_pdfium import Calls

FORCE_BOLD = 1 << 18  # font descriptor flag ForceBold (ISO 32000-1, table 123)
BOLD_NAME = re.compile(rb"bold|black|heavy|[-,]bd\b|demi(?!-?light)|\bcmbx|\bsfbx", re.IGNORECASE)
FILL_AND_STROKE = 2  # text rendering mode: letters drawn with an outline to make them bold
FACE_NAME = 256  # bytes for a font's name

# Bullets of the symbol fonts of word processors, which have no character of their own.
SYMBOLS = str.maketrans(
    {
        "\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0a8": "□", "\uf0fc": "✓", "\uf0fb": "✗", "\uf02d": "–",
        "\uf0e0": "→", "\uf06f": "□", "\uf0fe": "☑", "\uf076": "•", "\uf071": "□", "\uf06c": "●", "\uf06e": "■",
        "\uf0a3": "□", "\uf052": "☑",
    }
)  # fmt: skip


class Type(NamedTuple):
    """How a piece of text is set.

    Its size and the height of its baseline (points), whether it is bold, and how far it is turned (radians).
    """

    size: float
    bold: bool
    turned: float
    baseline: float


class Faces:
    """The typefaces of one page; each is judged once, by its name ("Arial-BoldMT") and its font's own flag."""

    def __init__(self, layer: Any, calls: Calls) -> None:
        self._layer = layer
        self._call = calls
        self._of_font: dict[int, bool] = {}
        self._name = ctypes.create_string_buffer(FACE_NAME)
        self._flags = ctypes.c_int()
        self._known: dict[bytes, bool] = {}

    def is_bold(self, i: int, piece: int | None) -> bool:
        """Say whether a letter, number ``i`` in the text object ``piece``, is bold: by its face or by an outline."""
        if not piece:
            return self._face_is_bold(i)
        font = self._call.font(piece)
        if font not in self._of_font:
            self._of_font[font] = self._face_is_bold(i)
        return self._of_font[font] or self._call.mode(piece) == FILL_AND_STROKE

    def _face_is_bold(self, i: int) -> bool:
        length = pdfium_c.FPDFText_GetFontInfo(self._layer, i, self._name, FACE_NAME, self._flags)
        if not 0 < length <= FACE_NAME:
            return False
        name = self._name.value
        if name not in self._known:
            self._known[name] = BOLD_NAME.search(name) is not None or bool(self._flags.value & FORCE_BOLD)
        return self._known[name]
