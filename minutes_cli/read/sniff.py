"""Tell what kind of file some minutes come in: by their first bytes, then by their name.

A kind that is not read is still recognised, so that the message can name the way to a file that is.
"""

from __future__ import annotations

import re
from typing import NoReturn

from minutes_cli.errors import SourceUnreadable
from minutes_cli.read.encoding import is_text

HEAD_BYTES = 4096  # bytes looked at for a signature or the opening tags of a page
PDF_HEAD = 1024  # bytes within which "%PDF-" must begin (ISO 32000-1, implementation note 13 of Annex H)
ATX_HEADINGS = 3  # lines "## Like this" that make a plain .txt file a Markdown one
LEAST_TAGS = 20  # tags that a Markdown file may hold and still be one
TAGS_A_LINE = 3  # tags on each line, on average, above which it is a web page

_SAVE = "Save it as .docx or PDF and read that."

TURNED_AWAY: dict[str, tuple[str, str]] = {
    # kind: (what it is, what to do)
    "empty": ("is empty.", "Check that it was saved or copied to the end."),
    "binary": ("is not text, PDF or Word: it holds binary data.", "Check that it is the file of the minutes."),
    "locked-office": (
        "is an Office document locked with a password.",
        "Open it in Word, remove the password under File > Info > Protect Document, and save it as .docx.",
    ),
    "outlook": ("is an Outlook message.", "Save the minutes attached to it, and read those."),
    "old-office": ("is an Office 97-2003 file that is no Word document.", _SAVE),
    "excel": ("is an Excel workbook, which is not yet read.", _SAVE),
    "powerpoint": ("is a PowerPoint presentation, which is not yet read.", _SAVE),
    "pages": ("is an Apple Pages document, which is not yet read.", "Export it as Word (.docx) or PDF from Pages."),
    "archive": ("is an archive that holds no Word document.", "Unpack it and name the files in it."),
    "broken-zip": ("is cut off or damaged: its contents cannot be listed.", "Copy or download it again."),
}

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", "rtf"),
    (b"\x89PNG\r\n", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"II*\x00", "picture"),
    (b"MM\x00*", "picture"),
    (b"\x00\x00\x00\x0cjP  ", "picture"),
    (b"\xffWPC", "wordperfect"),
    (b"\x1f\x8b", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!\x1a\x07", "archive"),
    (b"BZh", "archive"),
    (b"\xfd7zXZ\x00", "archive"),
    (b"\x7fELF", "binary"),
)

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAMS: tuple[tuple[str, str], ...] = (
    ("EncryptedPackage", "locked-office"),
    ("WordDocument", "word-97"),
    ("__substg1.0_", "outlook"),
)

_ZIP_PARTS: tuple[tuple[str, str], ...] = (
    # how a member's name begins: kind
    ("word/", "word"),
    ("xl/", "excel"),
    ("ppt/", "powerpoint"),
    ("Index/Document.iwa", "pages"),
)

_SUFFIXES = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".mkd": "markdown",
    ".mdown": "markdown",
    ".rst": "rst",
    ".rest": "rst",
    ".org": "org",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}

_HTML_OPENING = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S)
_HTML_TAG = re.compile(rb"</?(?:p|br|div|table|ul|ol|li|h[1-6]|span|body|b|strong|pre|a)\b[^<>]*>", re.I)
_ATX = re.compile(rb"^#{1,6} +\S", re.M)
_SUBHEADING = re.compile(rb"^#{2,6} +\S", re.M)
_MAIL_OPENING = re.compile(
    rb"\s*(?:From|MIME-Version|Received|Return-Path|Delivered-To|Date|Subject|To|Message-ID|X-[\w-]+|Content-Type):",
    re.I,
)


def kind_of(data: bytes, name: str) -> str:
    """Say which kind of file these minutes are: a key of ``READERS`` or of ``TURNED_AWAY``.

    The bytes decide; the suffix of ``name`` only chooses between kinds that are all plain text.
    """
    head = data[:HEAD_BYTES]
    if not data.strip(b"\x00\t\n\x0b\f\r \xef\xbb\xbf\xff\xfe"):
        return "empty"
    if b"%PDF-" in head[:PDF_HEAD]:
        return "pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _kind_of_zip(data)
    if head.startswith(_OLE):
        return _kind_of_ole(data)
    for signature, kind in _SIGNATURES:
        if head.startswith(signature):
            return kind
    if head[4:8] == b"ftyp" or (head.startswith(b"RIFF") and head[8:12] == b"WEBP"):
        return "picture"
    return _kind_of_text(data, name) if is_text(data) else "binary"


def refuse(kind: str, name: str) -> NoReturn:
    """Say that a file of this kind is not read, and what its owner can do.

    Raises ``SourceUnreadable``, always.
    """
    what, step = TURNED_AWAY[kind]
    raise SourceUnreadable(f"{name} {what}", step.replace("{name}", name))


def _kind_of_text(data: bytes, name: str) -> str:
    head = data[:HEAD_BYTES].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
    if b"<?mso-application" in head or b"schemas.microsoft.com/office/word/2003/wordml" in head:
        return "word-xml"
    if b"urn:oasis:names:tc:opendocument" in head and head.lstrip().startswith(b"<?xml"):
        return "opendocument"
    if _HTML_OPENING.match(head):
        return "html"
    suffix = "." + name.rsplit(".", 1)[-1].lower() if "." in name else ""
    if _is_mail(head, suffix):
        return "mail"
    kind = _SUFFIXES.get(suffix, "text")
    if kind == "markdown" and len(_HTML_TAG.findall(data)) > max(LEAST_TAGS, TAGS_A_LINE * data.count(b"\n")):
        return "html"  # a pad's export: the whole page on one line
    if kind == "html" and not _HTML_TAG.search(data):
        return "text"
    if kind == "text" and _is_markdown(data):
        return "markdown"
    return kind


def _is_mail(head: bytes, suffix: str) -> bool:
    """Whether a text is a mail or a page saved as one: it opens with the lines that only a mail has.

    In a file called a mail "From:" will do; elsewhere minutes might begin so.
    """
    if not _MAIL_OPENING.match(head):
        return False
    return suffix in {".eml", ".mht", ".mhtml"} or re.search(rb"^MIME-Version:", head, re.I | re.M) is not None


def _is_markdown(data: bytes) -> bool:
    """Whether a plain text is written in Markdown, as minutes pasted from a shared pad are.

    Three headings with number signs, one of them a lower level: "# 3 copies" alone proves nothing.
    """
    return len(_ATX.findall(data)) >= ATX_HEADINGS and _SUBHEADING.search(data) is not None


def _kind_of_ole(data: bytes) -> str:
    """Tell the old Office formats apart by the names of their streams, which stand in them as UTF-16."""
    for stream, kind in _OLE_STREAMS:
        if stream.encode("utf-16-le") in data:
            return kind
    return "old-office"


def _kind_of_zip(data: bytes) -> str:
    import io
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            if "mimetype" in names and archive.read("mimetype")[:64].startswith(b"application/vnd.oasis.opendocument"):
                return "opendocument"
    except (zipfile.BadZipFile, OSError, EOFError, RuntimeError, NotImplementedError, ValueError):
        return "broken-zip"
    for beginning, kind in _ZIP_PARTS:
        if any(name.startswith(beginning) for name in names):
            return kind
    return "archive"
