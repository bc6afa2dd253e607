"""Files that are no readable minutes: made at run time by the tests, never kept."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

OLE_HEADER = bytes.fromhex("d0cf11e0a1b11ae1")  # how every Word file before 2007 begins
README = """# widget

A small library for drawing widgets.

## Installing

    pip install widget

## Usage

Import it and call `draw()`. See the examples. Patches are welcome.
"""


def empty() -> bytes:
    """A file of nothing."""
    return b""


def blank() -> bytes:
    """A file of white space."""
    return b" \n\t\r\n" * 40


def binary() -> bytes:
    """Bytes of no known kind, the same on every run."""
    return random.Random(2031).randbytes(4096)  # noqa: S311


def readme() -> bytes:
    """Text that is not minutes."""
    return README.encode()


def old_word() -> bytes:
    """The beginning of a Word file of the format before 2007."""
    return OLE_HEADER + bytes(1024)


def truncated_pdf(whole: Path) -> bytes:
    """The first third of a PDF, as a broken download leaves it."""
    content = whole.read_bytes()
    return content[: len(content) // 3]


def truncated_word(whole: Path) -> bytes:
    """The first half of a Word file."""
    content = whole.read_bytes()
    return content[: len(content) // 2]


def first_half(whole: Path) -> bytes:
    """The first half of any file."""
    content = whole.read_bytes()
    return content[: len(content) // 2]


def bomb_open() -> bytes:
    """An OpenDocument file of a hundred kilobytes that unfolds to a hundred megabytes."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        package.writestr("content.xml", b"<a>" + b" " * (100 * 1024 * 1024))
    return held.getvalue()


def entities_open() -> bytes:
    """A flat OpenDocument file whose entities double and double again."""
    doubled = "".join(f'<!ENTITY e{n} "&e{n - 1};&e{n - 1};">' for n in range(1, 40))
    space = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    return f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e0 "x">{doubled}]><a xmlns="{space}">&e39;</a>'.encode()


def nested_rich() -> bytes:
    """Rich Text of a hundred thousand groups within one another."""
    return b"{\\rtf1" + b"{" * 100_000 + b"}" * 100_000 + b"}"


def picture() -> bytes:
    """The beginning of a picture, whatever the file is called."""
    return b"\x89PNG\r\n\x1a\n" + bytes(64)


def frames() -> bytes:
    """A web page that has no words of its own."""
    return b"<html><frameset><frame src='a.html'><frame src='b.html'></frameset></html>"


def letter() -> bytes:
    """A mail that is a letter."""
    return b"From: ada@quarry.example\nSubject: paint\nMIME-Version: 1.0\n\nThe paint has come. Yours, Ada\n"


def truncated_mail() -> bytes:
    """A mail of two parts that ends in the first."""
    return b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nDear all,\n"


def locked_pdf(password: str) -> bytes:
    """A page of minutes that opens only with a password."""
    from reportlab.lib.pdfencrypt import StandardEncryption

    lines = (
        "Quarry Lane Allotment Society", "Minutes of the committee meeting held on 4 March 2031 at 7.30pm",
        "Present: Ada Brook (Chair), Tom Sedge (Secretary)", "1. Water", "The tap by the gate drips.",
        "ACTION: Tom Sedge to mend the tap by 31 March 2031.",
    )  # fmt: skip
    return _page(lambda canvas: [canvas.drawString(72, 760 - 24 * i, line) for i, line in enumerate(lines)],
                 encrypt=StandardEncryption(password, canPrint=1))  # fmt: skip


def scanned_pdf() -> bytes:
    """A page that is one grey picture without any text."""
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    picture = Image.new("L", (620, 877), 210)
    return _page(lambda canvas: canvas.drawImage(ImageReader(picture), 0, 0, 595, 842))


def _page(draw: Callable[..., object], encrypt: object = None) -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(595, 842), invariant=1, encrypt=encrypt)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return target.getvalue()
