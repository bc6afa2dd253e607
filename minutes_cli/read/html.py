"""Read minutes kept as a web page: headings, paragraphs, lists and tables, without what belongs to the site."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING

from minutes_cli.document import Document, Line, Page, Table
from minutes_cli.errors import SourceUnreadable
from minutes_cli.read.characters import tidy
from minutes_cli.read.encoding import decode

if TYPE_CHECKING:
    from minutes_cli.read.html_page import PageReader

HEAD_BYTES = 4096  # bytes in which a page must name its character set (HTML 13.2.3.2: 1024; some are late)
MOST_PASSED_OVER = (
    3.0  # times what a page shows that its menus and notices may hold; a long notice on cookies is 2000 letters
)

_CHARSET = re.compile(
    rb"""<meta[^>]+charset\s*=\s*["']?\s*([A-Za-z0-9._:-]+)|<\?xml[^>]+encoding=["']([\w.-]+)""", re.I
)


def read_html(data: bytes, name: str) -> Document:
    """Read minutes from a web page.

    Lines are counted as they would print, not as they stand in the source. The page's foot is in ``Page.running``.
    Raises ``SourceUnreadable`` when the page shows no words.
    """
    from minutes_cli.read.html_lists import reversed_lengths
    from minutes_cli.read.html_site import the_article

    named = _CHARSET.search(data[:HEAD_BYTES])
    charset = (named[1] or named[2]).decode("ascii") if named else None
    source = tidy(decode(data, charset)).replace("\f", " ")
    reader = _read(source, reversed_lengths(source), by_name=True)
    if reader.passed_over > MOST_PASSED_OVER * reader.shown:  # what is named like a menu holds the page
        reader = _read(source, reversed_lengths(source), by_name=False)
    if not reader.blocks and reader.has_frames:
        raise SourceUnreadable(
            f"{name} only lays out frames; its words stand in other files.",
            "Open the page in a browser, save the frame with the minutes, and read that.",
        )
    if not reader.blocks:
        raise SourceUnreadable(f"{name} shows no words.", "Open it in a browser and save what you see as PDF.")
    blocks = the_article(reader.blocks, reader.mains, reader.articles)
    page = Page(1, blocks, running=reader.foot, has_picture=reader.has_picture)
    return Document(name, "text", sha256(data).hexdigest(), [page], reader.title)


def _read(source: str, lengths: list[int], by_name: bool) -> PageReader:
    from minutes_cli.read.html_page import PageReader

    reader = PageReader(lengths=lengths, by_name=by_name)
    reader.feed(source)
    reader.close()
    return reader


def blocks_of(source: str, first: int) -> list[Line | Table]:
    """Read a scrap of HTML within other minutes; ``first`` is the number of its first line in the file."""
    from minutes_cli.read.html_page import PageReader

    reader = PageReader(first)
    reader.feed(source)
    reader.close()
    return reader.blocks
