"""Read minutes in Markdown, as web sites and shared pads keep them: headings, lists, tables, the words without marks.

Lines stay lines, with the line numbers of the file; lengths are characters and lines as in plain text. Front matter
and what a reader would not see (comments, the addresses of links) is off the page; front matter is in ``Page.running``.
"""

from __future__ import annotations

from hashlib import sha256

from minutes_cli.document import Document, Line, Page
from minutes_cli.errors import SourceUnreadable
from minutes_cli.read.characters import folded, tidy
from minutes_cli.read.encoding import decode
from minutes_cli.read.front_matter import front_matter
from minutes_cli.read.inline import read_inline
from minutes_cli.read.markdown_blocks import Blocks


def read_markdown(data: bytes, name: str) -> Document:
    """Read Markdown minutes.

    Raises ``SourceUnreadable`` when no word stands in the file beside its front matter.
    """
    return document_of(printed_lines(data), data, name)


def printed_lines(data: bytes) -> list[str]:
    """Give the lines of minutes in a mark-up language, as they stand in the file."""
    return tidy(decode(data)).replace("\f", "\n").split("\n")


def document_of(printed: list[str], data: bytes, name: str) -> Document:
    """Read lines of Markdown; ``data`` are the bytes of the file they come from.

    Raises ``SourceUnreadable`` when no word stands in them beside front matter.
    """
    matter = front_matter(printed)
    blocks = Blocks(printed, matter.length)
    page = Page(1, blocks.read(), height=float(len(printed)), has_picture=blocks.has_picture)
    if not page.blocks:
        raise SourceUnreadable(f"{name} holds no words.", "Check that it was saved or copied to the end.")
    page.width = max((block.x1 for block in page.blocks if isinstance(block, Line)), default=0.0)
    page.running = [
        Line(folded(text), 1, number, x0=float(len(text) - len(text.lstrip())), top=number, bottom=number + 1)
        for number, text in matter.lines
    ]
    title = folded(read_inline(matter.title).text.replace("\n", " ")) if matter.title else None
    return Document(name, "text", sha256(data).hexdigest(), [page], title or None)
