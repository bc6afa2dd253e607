"""Minutes as LibreOffice saves them, from the Word file: another producer than ours of every format it writes."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from pathlib import Path

OFFICE_SECONDS = 180  # a first start of LibreOffice on a slow machine
MADE_ON = b"2031-01-01T00:00:00"

_DATES = re.compile(rb"(<(?:dc:date|meta:creation-date)>)[^<]+")
_RTF_DATES = re.compile(rb"\\(?:creatim|revtim|printim)(?:\\[a-z]+\d+)+")


def converted(word: bytes, name: str, kind: str) -> bytes:
    """The bytes of the file that LibreOffice makes of a Word file; RuntimeError when it is not installed."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if not office:
        raise RuntimeError("LibreOffice is needed for the files of a word processor: apt install libreoffice-writer")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"{name}.docx"
        source.write_bytes(word)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        order = [office, profile, "--headless", "--convert-to", kind, "--outdir", folder, str(source)]
        subprocess.run(order, check=True, capture_output=True, timeout=OFFICE_SECONDS)
        return source.with_suffix(f".{kind}").read_bytes()


def rich_text(word: bytes, name: str) -> bytes:
    """The bytes of the Rich Text that LibreOffice makes of a Word file, without its dates."""
    return _RTF_DATES.sub(b"", converted(word, name, "rtf"))


def open_document(word: bytes, name: str) -> bytes:
    """The bytes of the OpenDocument text that LibreOffice makes of a Word file, without the picture of its page."""
    import io
    import zipfile

    made, slim = converted(word, name, "odt"), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as source, zipfile.ZipFile(slim, "w", zipfile.ZIP_DEFLATED) as target:
        for member in source.infolist():
            if member.is_dir() or member.filename.startswith(("Thumbnails/", "Configurations2/")):
                continue
            packed = zipfile.ZIP_STORED if member.filename == "mimetype" else zipfile.ZIP_DEFLATED
            dated = zipfile.ZipInfo(member.filename, (2031, 1, 1, 0, 0, 0))
            target.writestr(dated, _DATES.sub(rb"\g<1>" + MADE_ON, source.read(member)), packed)
    return slim.getvalue()
