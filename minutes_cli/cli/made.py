"""Whether a workbook or Word document is a report that was made here and nobody has changed since.

Such a file may be made anew under its name. Minutes, and a report that somebody has worked on, are left alone. What
tells is in the properties of the file: what made it, and that it was last changed when it was made, for Word and Excel
date every change.
"""

from __future__ import annotations

import re
from pathlib import Path

AT_MOST = 64_000
"""Bytes of the properties that are looked at; they have some 800."""

_MARK = b"<cp:category>minutebook report</cp:category>"
"""What ``render`` puts into the properties of a file."""

_DAYS = re.compile(rb"<dcterms:(created|modified)[^>]*>([^<]*)<")


def is_untouched_report(path: Path) -> bool:
    """Whether a file is a report of ours as it was made."""
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(path) as archive, archive.open("docProps/core.xml") as part:
            said = part.read(AT_MOST)
    except (OSError, KeyError, BadZipFile, NotImplementedError, RuntimeError):
        return False
    days = dict(_DAYS.findall(said))
    return _MARK in said and len(days) == 2 and days[b"created"] == days[b"modified"]
