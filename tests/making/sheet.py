"""The pieces that minutes are put together from, whatever file they end up in.

Lengths are millimetres, type sizes points. ``<<running head>>`` inside a paragraph marks where the plain text, and
only the plain text, repeats its running head in mid-sentence, as text copied out of a paged document does. The words
stand in ``words/NAME.yaml``: a list of blocks, each named by its first key.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal, NamedTuple

import yaml

HEAD_REPEATS = "<<running head>>"


class Heading(NamedTuple):
    """A heading: 0 for the title, 1 for a section such as "Present:", 2 for an item of business."""

    text: str
    level: int = 2


class Paragraph(NamedTuple):
    """Running text. ``lead`` are words set in bold before it ("ACTION:"); ``indent`` moves it in."""

    text: str
    lead: str = ""
    indent: float = 0


class Bullets(NamedTuple):
    """A list, one entry a line, each behind the same mark."""

    entries: list[str]
    mark: str = "•"


class Listing(NamedTuple):
    """A list in columns without any rule: a name, initials, a role. Millimetres to each column."""

    rows: list[tuple[str, ...]]
    widths: tuple[float, ...]
    settle: Literal["TOP", "MIDDLE", "BOTTOM"] = "TOP"  # where a short cell stands beside a wrapped one


class Entries(NamedTuple):
    """A cell that holds an opening and a list under it, or (without opening) one thing a line."""

    entries: list[str]
    opening: str = ""
    mark: str = "- "

    @property
    def lines(self) -> list[str]:
        """The cell as it is printed, line by line."""
        return [*([self.opening] if self.opening else []), *(self.mark + entry for entry in self.entries)]


CellText = str | Entries


class Grid(NamedTuple):
    """A ruled table. ``banner`` spans all columns above the column headings."""

    heads: tuple[str, ...]
    rows: list[tuple[CellText, ...]]
    widths: tuple[float, ...]
    banner: str = ""
    room: float = 0  # points of the page that the drawn PDF leaves for it, so that the page break cuts it; 0 for any


class HeadRepeats(NamedTuple):
    """Between two paragraphs: here the plain text repeats its running head."""


Block = Heading | Paragraph | Bullets | Listing | Grid | HeadRepeats


class Paper(NamedTuple):
    """How a file looks: page size and margins in millimetres, type in points, a font family by its public name."""

    width: float = 210
    height: float = 297
    margin: float = 20
    family: str = "Liberation Sans"
    size: float = 10
    leading: float = 1.25
    rule: float = 0.5


class Minutes(NamedTuple):
    """One meeting's minutes: a running head and foot, and the blocks in order. ``{page}`` in the foot is the number."""

    name: str
    head: list[str]
    foot: str
    blocks: list[Block]
    paper: Paper = Paper()
    word_paper: Paper | None = None  # for the Word file and its PDF, when they look otherwise than the drawn one
    head_more: list[str] = []  # further lines that the plain text repeats with the running head: the title, say
    styled: bool = True  # headings of the Word file by style, or merely bold
    wrap: int = 0  # columns at which the plain text wraps; 0 leaves a paragraph on one line
    tabs: bool = True  # columns of the plain text: tabs, or runs of spaces
    pages_marked: bool = False  # form feeds in the plain text between pages


def plain(text: str) -> str:
    """The words of a paragraph without the mark for the running head."""
    return text.replace(HEAD_REPEATS, " ")


def read_minutes(path: Path) -> Minutes:
    """The minutes whose words stand in a YAML file."""
    said = yaml.safe_load(path.read_text(encoding="utf-8"))
    for key in ("paper", "word_paper"):
        if key in said:
            said[key] = Paper(**said[key])
    said["blocks"] = [_block(entry) for entry in said["blocks"]]
    return Minutes(**said)


def _block(entry: dict[str, Any] | str) -> Block:
    if isinstance(entry, str):
        return HeadRepeats()
    kind, first = next(iter(entry.items()))
    rest = {key: value for key, value in entry.items() if key != kind}
    if "rows" in rest:
        rest["rows"] = [
            tuple(Entries(**cell) if isinstance(cell, dict) else cell for cell in row) for row in rest["rows"]
        ]
    match kind:
        case "heading":
            return Heading(first, **rest)
        case "paragraph":
            return Paragraph(first, **rest)
        case "bullets":
            return Bullets(first, **rest)
        case "listing":
            return Listing(**rest)
        case "grid":
            return Grid(**rest, banner=first or "")
    raise ValueError(f"no block is called {kind!r}")
