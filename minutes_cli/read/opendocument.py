"""Read minutes in OpenDocument (.odt, .ott, flat .fodt) from the file's own XML: paragraphs, lists and tables in order.

Numbers are printed as LibreOffice prints them, tracked changes count as accepted, comments are left out, heads and feet
are put aside in ``Page.running``. Places are the ordinal ladder of ``word_pages``, tabs are columns.
"""

from __future__ import annotations

from hashlib import sha256

from minutes_cli.document import Document, Line, Page, Remark
from minutes_cli.errors import SourceUnreadable
from minutes_cli.read.characters import folded, tidy
from minutes_cli.read.opendocument_body import Body
from minutes_cli.read.opendocument_package import STYLE, TEXT, Parts
from minutes_cli.read.opendocument_words import is_hidden

_CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
_RUNNING = {STYLE + head + side for head in ("header", "footer") for side in ("", "-left", "-first")}


def read_opendocument(data: bytes, name: str) -> Document:
    """Read minutes from an OpenDocument text.

    Raises ``SourceUnreadable`` when the file is damaged, locked, no text, or holds pictures or nothing but white space.
    """
    parts = Parts(data, name)
    try:
        pages = _pages(parts)
    except RecursionError:
        raise SourceUnreadable(
            f"{name} nests its contents deeper than any minutes do.", "Open it in LibreOffice and save it as PDF."
        ) from None
    title = folded(tidy(parts.title).replace("\n", " ")) if parts.title else None
    return Document(name, "word", sha256(data).hexdigest(), pages, title or None, remarks=_changes(parts))


def _pages(parts: Parts) -> list[Page]:
    body = Body(parts)
    body.add(parts.text)
    body.add_notes()
    pages = body.sheets.pages
    if not any(page.blocks for page in pages):
        if any(page.has_picture for page in pages):
            raise SourceUnreadable(
                f"{parts.name} holds pictures but no text.",
                "Save it as PDF and give it a text layer (ocrmypdf IN.pdf OUT.pdf).",
            )
        raise SourceUnreadable(f"{parts.name} holds no words.", "Check that it is the file of the minutes.")
    while len(pages) > 1 and not pages[-1].blocks:
        pages.pop()
    pages[0].running = _running(parts)
    return pages


def _changes(parts: Parts) -> tuple[Remark, ...]:
    """Remark the tracked changes that nobody has accepted or rejected yet."""
    regions = list(parts.text.iter(TEXT + "changed-region"))
    if not regions:
        return ()
    authors = (folded(tidy(name.text or "")) for region in regions for name in region.iter(_CREATOR))
    return (Remark("changes accepted", count=len(regions), words=tuple(dict.fromkeys(filter(None, authors)))),)


def _running(parts: Parts) -> list[Line]:
    """Gather the lines of all heads and feet, each once."""
    lines: dict[str, Line] = {}
    for master in parts.under("master-styles"):
        for part in master:
            if part.tag not in _RUNNING or is_hidden(part):
                continue
            head = Body(parts)
            head.add(part)
            for line in _all_lines(head.sheets.pages):
                lines.setdefault(line.text, line)
    for number, line in enumerate(lines.values(), 1):
        line.page, line.line = 1, number
    return list(lines.values())


def _all_lines(pages: list[Page]) -> list[Line]:
    lines: list[Line] = []
    for page in pages:
        for block in page.blocks:
            lines += (
                [block]
                if isinstance(block, Line)
                else [w for row in block.rows for cell in row.cells for w in cell.lines]
            )
    return lines
