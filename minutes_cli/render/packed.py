"""Files that are archives (.docx), packed so that the same content gives the same bytes."""

from __future__ import annotations

import io
import zipfile

LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The day every part is dated by: the first that an archive can name."""


def packed_alike(archive: bytes) -> bytes:
    """Pack a report's archive again without the time of the clock in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for part in given.infolist():
            made.writestr(zipfile.ZipInfo(part.filename, LONG_AGO), given.read(part), zipfile.ZIP_DEFLATED)
    return out.getvalue()
