"""Reading starts with telling what a file is; what cannot be read is refused in one line with the next step."""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys
import time
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from minutes_cli.errors import SourceUnreadable, UsageProblem
from minutes_cli.read import READERS, read, read_bytes
from minutes_cli.read.sniff import TURNED_AWAY, kind_of
from tests.conftest import ROOT
from tests.read_making import paragraph, word_file

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
MINUTES = b"Minutes of the Ferry Board\n\nPresent: Ada Quill\n"


def zipped(**members: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/"), data)
    return held.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (MINUTES, "a.txt", "text"),
        (MINUTES, "a", "text"),
        (MINUTES, "a.docx", "text"),  # the bytes decide, not the name
        (MINUTES, "a.pdf", "text"),
        (b"# 3 copies were made\n", "a.txt", "text"),
        (b"# Ferry Board\n\n## Present\n\nAda\n\n## Actions\n", "a.txt", "markdown"),
        (MINUTES, "a.md", "markdown"),
        (b"<h1>Ferry Board</h1>", "a.md", "markdown"),
        (b"<p>Ferry</p>" * 40, "a.md", "html"),
        (b"\xef\xbb\xbf<!-- saved --><!DOCTYPE html><html>", "a.txt", "html"),
        (b"<p>Ferry</p>", "a.HTM", "html"),
        (MINUTES, "a.html", "text"),
        (b"junk before\n%PDF-1.7\n", "a", "pdf"),
        (word_file(paragraph("Ferry")), "a.zip", "word"),
        (zipped(xl__workbook=b""), "a.docx", "excel"),
        (zipped(ppt__presentation=b""), "a.pptx", "powerpoint"),
        (zipped(mimetype=b"application/vnd.oasis.opendocument.text"), "a.odt", "opendocument"),
        (zipped(photo=b""), "a.zip", "archive"),
        (word_file(paragraph("Ferry"))[:200], "a.docx", "broken-zip"),
        (OLE + "WordDocument".encode("utf-16-le"), "a.doc", "word-97"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "a.docx", "locked-office"),
        (OLE + "Workbook".encode("utf-16-le"), "a.xls", "old-office"),
        (b"{\\rtf1 Ferry}", "a.rtf", "rtf"),
        (b"\x89PNG\r\n\x1a\n" + bytes(20), "a.png", "picture"),
        (b"\xff\xd8\xff\xe0" + bytes(20), "a.jpg", "picture"),
        (b"From: ada@example.org\nMIME-Version: 1.0\n\nFerry", "a.mht", "mail"),
        (b"Subject: minutes\nFrom: ada@example.org\n\nFerry", "a.eml", "mail"),
        (b"Subject: minutes\nFrom: ada@example.org\n\nFerry", "a.txt", "text"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w/>', "a.xml", "word-xml"),
        (bytes(range(256)) * 9, "a.txt", "binary"),
        (b"\x01\x02\x03\x04words", "a.txt", "binary"),
        (b"", "a.txt", "empty"),
        (b"\xef\xbb\xbf \r\n\t\n", "a.txt", "empty"),
        (bytes(9), "a.txt", "empty"),
    ],
)
def test_the_kind_of_a_file_is_in_its_bytes_first(data: bytes, name: str, kind: str) -> None:
    assert kind_of(data, name) == kind


@pytest.mark.parametrize("kind", sorted(TURNED_AWAY))
def test_every_kind_that_is_not_read_names_the_next_step(kind: str) -> None:
    what, step = TURNED_AWAY[kind]
    assert kind not in READERS
    assert what.endswith(".")
    assert step
    assert "\n" not in what + step


def test_a_locked_word_file_is_said_to_be_locked() -> None:
    with pytest.raises(SourceUnreadable, match="locked with a password"):
        read_bytes(OLE + "EncryptedPackage".encode("utf-16-le"), "ferry.docx")


def test_missing_file_folder_and_device_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable, match="There is no file"):
        read(tmp_path / "none.txt")
    with pytest.raises(UsageProblem, match="folder"):
        read(tmp_path)
    with pytest.raises(SourceUnreadable):
        read(Path("bad\0name"))


@pytest.mark.skipif(sys.platform == "win32", reason="has no /dev/zero")
def test_a_device_is_not_read_for_ever() -> None:
    with pytest.raises(UsageProblem, match="device"):
        read(Path("/dev/zero"))


def test_a_text_file_loads_no_library_of_the_other_formats(tmp_path: Path) -> None:
    source = tmp_path / "ferry.txt"
    source.write_bytes(MINUTES)
    code = (
        "import sys; from pathlib import Path; from minutes_cli.read import read; read(Path(sys.argv[1]));"
        "print([name for name in sys.modules if name.split('.')[0] in "
        "{'pypdfium2', 'pypdfium2_raw', 'pdfplumber', 'pdfminer', 'PIL', 'zipfile', 'xml', 'html', 'defusedxml'}])"
    )
    shown = subprocess.run([sys.executable, "-c", code, str(source)], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "name", ["board-word.docx", "board-open.odt", "board-rich.rtf", "board-page.html", "board-pad.md"]
)
def test_no_reader_but_that_of_pdf_loads_a_pdf_library(name: str) -> None:
    code = (
        "import sys; from pathlib import Path; from minutes_cli.read import read; read(Path(sys.argv[1]));"
        "print([name for name in sys.modules if name.split('.')[0] in "
        "{'pypdfium2', 'pypdfium2_raw', 'pdfplumber', 'pdfminer', 'PIL', 'docx', 'lxml'}])"
    )
    source = str(ROOT / "fixtures" / name)
    shown = subprocess.run([sys.executable, "-c", code, source], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"


def test_the_document_bears_the_bare_name_and_the_digest_of_its_bytes(tmp_path: Path) -> None:
    source = tmp_path / "ferry.txt"
    source.write_bytes(MINUTES)
    document = read(source)
    assert document.file == "ferry.txt"
    assert document.format == "text"
    assert document.sha256 == hashlib.sha256(MINUTES).hexdigest()
    assert read_bytes(MINUTES, "ferry.txt") == document


SLOWEST = 3.0  # seconds for 20 000 signs; each took ten times as long before it was mended, or is of the same kind


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.rst", "a.org"])
@pytest.mark.parametrize(
    "sign",
    [
        "[",
        "[a](",
        "*",
        "a*_b",
        "`a",
        "|",
        "- ",
        "> ",
        "<b ",
        "<!--",
        " ",
        "\t",
        "\n",
        "```a\n~~~\n",
        "{:",
        "<td>a",
        "&a",
        "<style>a{",
        ":a:",
        "a\n===\n",
        "* TODO a :b",
    ],
)
def test_no_run_of_signs_keeps_the_reader_for_long(sign: str, name: str) -> None:
    begun = time.perf_counter()
    with suppress(SourceUnreadable):
        read_bytes(("<table><tr>" * (sign == "<td>a") + sign * 20_000 + "x").encode(), name)
    assert time.perf_counter() - begun < SLOWEST


@pytest.mark.parametrize(
    "sign", ["{", "}", "{\\*", "\\cell ", "\\row ", "\\par ", "\\u8211 ", "\\'e9", "{\\footnote ", "\\trowd\\cellx9"]
)
def test_no_run_of_rich_text_keeps_the_reader_for_long(sign: str) -> None:
    begun = time.perf_counter()
    with suppress(SourceUnreadable):
        read_bytes(("{\\rtf1 " + sign * 20_000 + "x}").encode(), "a.rtf")
    assert time.perf_counter() - begun < SLOWEST
