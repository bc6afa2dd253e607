"""PDFium's functions that reading minutes needs, bound to the library that pypdfium2 brings.

pypdfium2 binds all 450 functions of the library when it is imported, and brings in ``subprocess``, ``shutil`` and more
to look for it: 15 ms, a tenth of the time that five pages of minutes may take (measured, whole process). These forty
take one. Where the library's file is not found beside the package, the one that pypdfium2 finds is used. The signatures
are those of PDFium's public headers.
"""

from __future__ import annotations

import ctypes
from ctypes import POINTER, c_char_p, c_double, c_float, c_int, c_size_t, c_uint, c_ulong, c_ushort, c_void_p
from importlib.util import find_spec
from pathlib import Path
from typing import Any

HANDLE = c_void_p
FPDF_TEXTPAGE = HANDLE
FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY = 4, 5
FPDF_PAGEOBJ_TEXT, FPDF_PAGEOBJ_PATH, FPDF_PAGEOBJ_IMAGE, FPDF_PAGEOBJ_FORM = 1, 2, 3, 5
FPDFBITMAP_GRAY, FPDF_ANNOT, FPDF_GRAYSCALE = 1, 0x01, 0x08
FPDF_SEGMENT_BEZIERTO, FPDF_SEGMENT_MOVETO = 1, 2
FILES = ("libpdfium.so", "libpdfium.dylib", "pdfium.dll")


class FS_RECTF(ctypes.Structure):  # noqa: N801 - PDFium's own name
    """A box on a page, in points from its bottom left corner."""

    _fields_ = (("left", c_float), ("top", c_float), ("right", c_float), ("bottom", c_float))


class FS_MATRIX(ctypes.Structure):  # noqa: N801
    """How a thing on a page is turned, stretched and moved."""

    _fields_ = tuple((name, c_float) for name in "abcdef")


class FPDF_LIBRARY_CONFIG(ctypes.Structure):  # noqa: N801
    """How the library is set up; version 2 of it."""

    _fields_ = (("version", c_int), ("fonts", c_void_p), ("isolate", c_void_p), ("slot", c_uint))


_REAL, _NUMBER = POINTER(c_float), POINTER(c_uint)
_SIGNATURES: dict[str, tuple[Any, tuple[Any, ...]]] = {
    # name: (what it gives, what it takes)
    "FPDF_InitLibraryWithConfig": (None, (POINTER(FPDF_LIBRARY_CONFIG),)),
    "FPDF_GetLastError": (c_ulong, ()),
    "FPDF_LoadMemDocument64": (HANDLE, (c_char_p, c_size_t, c_char_p)),
    "FPDF_CloseDocument": (None, (HANDLE,)),
    "FPDF_GetPageCount": (c_int, (HANDLE,)),
    "FPDF_GetMetaText": (c_ulong, (HANDLE, c_char_p, c_void_p, c_ulong)),
    "FPDF_LoadPage": (HANDLE, (HANDLE, c_int)),
    "FPDF_ClosePage": (None, (HANDLE,)),
    "FPDF_GetPageWidthF": (c_float, (HANDLE,)),
    "FPDF_GetPageHeightF": (c_float, (HANDLE,)),
    "FPDF_GetPageBoundingBox": (c_int, (HANDLE, POINTER(FS_RECTF))),
    "FPDFPage_GetRotation": (c_int, (HANDLE,)),
    "FPDFPage_CountObjects": (c_int, (HANDLE,)),
    "FPDFPage_GetObject": (HANDLE, (HANDLE, c_int)),
    "FPDFFormObj_CountObjects": (c_int, (HANDLE,)),
    "FPDFFormObj_GetObject": (HANDLE, (HANDLE, c_ulong)),
    "FPDFPageObj_GetType": (c_int, (HANDLE,)),
    "FPDFPageObj_GetBounds": (c_int, (HANDLE, _REAL, _REAL, _REAL, _REAL)),
    "FPDFPageObj_GetFillColor": (c_int, (HANDLE, _NUMBER, _NUMBER, _NUMBER, _NUMBER)),
    "FPDFPageObj_GetMatrix": (c_int, (HANDLE, POINTER(FS_MATRIX))),
    "FPDFPath_CountSegments": (c_int, (HANDLE,)),
    "FPDFPath_GetDrawMode": (c_int, (HANDLE, POINTER(c_int), POINTER(c_int))),
    "FPDFPath_GetPathSegment": (HANDLE, (HANDLE, c_int)),
    "FPDFPathSegment_GetClose": (c_int, (HANDLE,)),
    "FPDFPathSegment_GetPoint": (c_int, (HANDLE, _REAL, _REAL)),
    "FPDFPathSegment_GetType": (c_int, (HANDLE,)),
    "FPDFBitmap_CreateEx": (HANDLE, (c_int, c_int, c_int, c_void_p, c_int)),
    "FPDFBitmap_Destroy": (None, (HANDLE,)),
    "FPDFBitmap_FillRect": (c_int, (HANDLE, c_int, c_int, c_int, c_int, c_ulong)),
    "FPDF_RenderPageBitmap": (None, (HANDLE, HANDLE, c_int, c_int, c_int, c_int, c_int, c_int)),
    "FPDFText_LoadPage": (HANDLE, (HANDLE,)),
    "FPDFText_ClosePage": (None, (HANDLE,)),
    "FPDFText_CountChars": (c_int, (HANDLE,)),
    "FPDFText_GetCharIndexFromTextIndex": (c_int, (HANDLE, c_int)),
    "FPDFText_GetCharOrigin": (c_int, (HANDLE, c_int, POINTER(c_double), POINTER(c_double))),
    "FPDFText_GetFontInfo": (c_ulong, (HANDLE, c_int, c_void_p, c_ulong, POINTER(c_int))),
    "FPDFText_GetFontSize": (c_double, (HANDLE, c_int)),
    "FPDFText_GetLooseCharBox": (c_int, (HANDLE, c_int, POINTER(FS_RECTF))),
    "FPDFText_GetMatrix": (c_int, (HANDLE, c_int, POINTER(FS_MATRIX))),
    "FPDFText_GetText": (c_int, (HANDLE, c_int, c_int, POINTER(c_ushort))),
    "FPDFText_GetUnicode": (c_uint, (HANDLE, c_int)),
    "FPDFText_GetTextObject": (HANDLE, (HANDLE, c_int)),
    "FPDFTextObj_GetFont": (HANDLE, (HANDLE,)),
    "FPDFTextObj_GetTextRenderMode": (c_int, (HANDLE,)),
}
_NEWER = {"FPDFText_GetTextObject", "FPDFTextObj_GetFont", "FPDFTextObj_GetTextRenderMode"}


def _library() -> Any:
    """Load the library: its file beside ``pypdfium2_raw``, or whatever pypdfium2 itself finds."""
    spec = find_spec("pypdfium2_raw")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        for file in FILES:
            path = Path(folder) / file
            if path.exists():
                return ctypes.CDLL(str(path))
    from pypdfium2_raw.bindings import _libs  # a library of the system's

    return ctypes.CDLL(_libs["pdfium"]._name)


def _bind() -> dict[str, Any]:
    library = _library()
    bound = {}
    for name, (gives, takes) in _SIGNATURES.items():
        function = getattr(library, name, None)
        if function is None:
            if name in _NEWER:
                continue  # an older PDFium: the reader does without
            raise ImportError(f"This PDFium has no {name}; pip install --upgrade pypdfium2")
        function.restype, function.argtypes = gives, takes
        bound[name] = function
    return bound


def __getattr__(name: str) -> Any:
    """Give one of PDFium's functions, all bound at the first use."""
    if name.startswith("FPDF"):
        globals().update(_bind())
        if name in globals():
            return globals()[name]
    raise AttributeError(name)
