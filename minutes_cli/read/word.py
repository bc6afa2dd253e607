"""Read minutes in Word (.docx, .docm, .dotx) from the file's own XML: paragraphs and tables in order.

Numbers are printed as Word prints them, tracked changes are settled first (``word_changes``), heads and feet are
put aside in ``Page.running``. Tabs are columns as in plain text (``columns``); places are an ordinal ladder
(``word_pages``).
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import NoReturn
from xml.etree.ElementTree import Element

from minutes_cli.document import Document, Line, Page
from minutes_cli.errors import SourceUnreadable
from minutes_cli.read.characters import folded, tidy
from minutes_cli.read.word_body import Body
from minutes_cli.read.word_changes import ACCEPTED, Changes
from minutes_cli.read.word_notes import Notes
from minutes_cli.read.word_package import Package, W
from minutes_cli.read.word_styles import Styles

_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_WATERMARK = "{urn:schemas-microsoft-com:vml}textpath"
_EMBEDDED = W + "altChunk"  # another file, set in the place of text: Word takes it in when it next saves


def read_word(data: bytes, name: str, *, changes: str = ACCEPTED) -> Document:
    """Read minutes from a Word file.

    ``changes`` says how tracked changes are read: ``accepted`` or ``original``. Raises ``SourceUnreadable`` when the
    file is damaged, no Word file, or holds pictures or nothing in place of words.
    """
    package = Package(data, name)
    tracked = Changes(changes)
    try:
        pages = _pages(package, tracked)
        title = _title(package)
    except RecursionError:
        raise SourceUnreadable(
            f"{name} nests its contents deeper than any minutes do.", "Open it in Word and save it as PDF."
        ) from None
    return Document(name, "word", sha256(data).hexdigest(), pages, title, tracked.remarks)


def _pages(package: Package, tracked: Changes) -> list[Page]:
    root = tracked.settle(package.xml(package.main))
    content = root.find(W + "body") if root is not None else None
    if content is None:
        raise SourceUnreadable(f"{package.name} has no body text.", "Open it in Word and save it again as .docx.")
    styles = _styles(package)
    body = Body(package, styles, Notes(package, tracked))
    body.add(content)
    pages = body.sheets.pages
    if not any(page.blocks for page in pages):
        _refuse_empty(package.name, content, has_picture=any(page.has_picture for page in pages))
    while len(pages) > 1 and not pages[-1].blocks:
        pages.pop()
    pages[0].running = _running(package, styles, tracked)
    return pages


def _refuse_empty(name: str, content: Element, *, has_picture: bool) -> NoReturn:
    """Say what a file without words holds instead, and what to do."""
    if next(content.iter(_EMBEDDED), None) is not None:
        raise SourceUnreadable(
            f"{name} holds its text as another file within it.", "Open it in Word and save it again as .docx."
        )
    if has_picture:
        raise SourceUnreadable(
            f"{name} holds pictures but no text.",
            "Save it as PDF and give it a text layer (ocrmypdf IN.pdf OUT.pdf).",
        )
    raise SourceUnreadable(f"{name} holds no words.", "Check that it is the file of the minutes.")


def _styles(package: Package) -> Styles:
    parts = package.beside("styles")
    return Styles(package.xml(parts[0]) if parts else None)


def _running(package: Package, styles: Styles, tracked: Changes) -> list[Line]:
    """Gather the lines of all heads and feet, each once; a watermark such as "DRAFT" is one of them."""
    lines: list[Line] = []
    seen: set[str] = set()
    for part in dict.fromkeys([*package.beside("header"), *package.beside("footer")]):
        root = tracked.settle(package.xml(part))
        if root is None:
            continue
        for line in [*_words_of(Body(package, styles), root), *_watermarks(root)]:
            if line.text not in seen:
                seen.add(line.text)
                line.line = len(seen)
                lines.append(line)
    return lines


def _words_of(head: Body, root: Element) -> Iterator[Line]:
    head.add(root)
    for page in head.sheets.pages:
        for block in page.blocks:
            if isinstance(block, Line):
                block.page = 1
                yield block
            else:
                yield from (line for row in block.rows for cell in row.cells for line in cell.lines)


def _watermarks(root: Element) -> Iterator[Line]:
    for path in root.iter(_WATERMARK):
        text = folded(tidy(path.get("string", "")))
        if text:
            yield Line(text, 1, 1)


def _title(package: Package) -> str | None:
    """Read what the file's properties call the minutes, when they do."""
    part = next(
        (target for kind, target in package.relations("").values() if kind == "core-properties"), "docProps/core.xml"
    )
    root = package.xml(part)
    title = root.find(_TITLE) if root is not None else None
    return folded(tidy(title.text or "").replace("\n", " ")) or None if title is not None else None
