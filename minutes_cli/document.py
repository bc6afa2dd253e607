"""What a page of minutes shows: lines and tables with their places, whatever format they came in.

A reader turns a file into a ``Document``; everything after it is blind to the format. Lengths are points
for PDF, character columns and line numbers for text, and an ordinal ladder for Word (a paragraph's
``top`` is twice its ordinal, so that every paragraph stands apart from the next). What counts is only
their order and their differences in units of ``Line.height``.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

import msgspec


class Segment(NamedTuple):
    """A run of words that stands apart from its neighbours on the line: a column's entry in a borderless list."""

    x0: float
    x1: float
    text: str


class Line(msgspec.Struct, tag=True):
    """One printed line (text, PDF) or one paragraph (Word), as printed, with its place on the page.

    ``page`` and ``line`` count from 1; ``line`` restarts on each page. ``segments`` are the runs between
    wide gaps or tabs; ``text`` is the same with one space for each gap. ``size`` is the type size in
    points (0 when the format has none). ``bold`` is how many leading characters of ``text`` are bold or
    underlined (``len(text)`` for a bold line). ``heading`` is the outline level a word processor or a mark-up language
    gave the line (1 is the highest, 0 is none).
    """

    text: str
    page: int
    line: int
    x0: float = 0.0
    x1: float = 0.0
    top: float = 0.0
    bottom: float = 0.0
    size: float = 0.0
    bold: int = 0
    heading: int = 0
    segments: tuple[Segment, ...] = ()

    @property
    def height(self) -> float:
        """The height of the line: points for PDF, 1 for the formats without a page."""
        return max(self.bottom - self.top, 0.1)

    @property
    def is_bold(self) -> bool:
        """Whether the whole line is bold."""
        return bool(self.text) and self.bold >= len(self.text)


class Cell(msgspec.Struct):
    """What one cell of a table holds: its lines, top to bottom.

    ``merged`` says that it is one with the cell above it, where the words of both stand.
    """

    lines: list[Line] = []
    x0: float = 0.0
    x1: float = 0.0
    merged: bool = False

    @property
    def text(self) -> str:
        """The cell's words, its printed lines joined by newlines."""
        return "\n".join(line.text for line in self.lines)


class Row(msgspec.Struct):
    """One row of a table, with the place of its first words (or of its rule, when it is empty)."""

    cells: list[Cell]
    page: int
    line: int
    top: float = 0.0
    bottom: float = 0.0


class Table(msgspec.Struct, tag=True):
    """A drawn or declared table: rows of cells, on one page. Tables cut by a page break are joined later.

    ``edges`` are the x positions of its columns' borders, left to right, in the page's unit; rows of one
    table all have ``len(edges) - 1`` cells, merged cells standing at their first column and leaving
    the others empty.
    """

    rows: list[Row]
    page: int
    line: int
    top: float = 0.0
    bottom: float = 0.0
    edges: tuple[float, ...] = ()


class Page(msgspec.Struct):
    """One page in reading order. ``running`` holds heads and feet that the format itself declares (Word)."""

    number: int
    blocks: list[Line | Table]
    width: float = 0.0
    height: float = 0.0
    running: list[Line] = []
    has_picture: bool = False


RemarkKind = Literal[
    "changes accepted", "changes set aside", "attachment read", "several meetings", "characters repaired",
    "characters lost", "pages unread", "read with doubt",
]  # fmt: skip
"""What a reader may remark; ``check.reading`` says each of them as a finding.

``changes accepted``: tracked changes are open in the file, and it was read as if all were accepted; ``changes set
aside``: it was read as it stood before them. ``count`` is how many, ``words`` are their authors.
``attachment read``: the minutes stand in something attached to the file, whose name is in ``words``.
``characters repaired``: ``count`` lines had damaged characters that were mended, the first at ``page`` and ``line``;
``words`` are a word of it before and after. ``characters lost``: on this line ``count`` characters cannot be told;
``words`` are those around the first.
``several meetings``: the file holds ``count`` meetings, of which this is the one that begins at ``page`` and ``line``.
``pages unread``: pages that are pictures, not read; ``words`` are their numbers ("3", "5 to 9"). ``read with doubt``:
words recognised on a scan, on one line or all over a page; ``confidence`` is that of the worst.
"""


class Remark(msgspec.Struct, frozen=True):
    """Something about the file, not about the meeting, that decides how far the minutes read from it can be trusted.

    The reader says what it met, by ``kind`` and figures; what that means to a person is said by ``check``. ``count`` is
    how many there are of it, ``words`` are names or words of the file that belong to it (untrusted), ``confidence`` how
    sure the reader is of what it read (0 to 1), ``page`` and ``line`` the first place, from 1, when it has one.
    """

    kind: RemarkKind
    count: int | None = None
    words: tuple[str, ...] = ()
    confidence: float | None = None
    page: int | None = None
    line: int | None = None


LineKind = Literal[
    "head", "attendance", "heading", "text", "action", "decision", "table", "agenda", "signature", "furniture",
    "ornament", "unused",
]  # fmt: skip
"""What a line of minutes can be read as.

``head``: a fact of the heading; ``heading`` and ``text`` of an item; ``table``: headings and title of one that holds
actions, decisions or people; ``agenda``: a list of the items printed before them; ``ornament``: a rule, dots;
``unused``: it went into nothing.
"""


class LineRead(msgspec.Struct, frozen=True):
    """How one line of a document was read: as what (``kind``, and ``read_as`` in words), and by which rule (``why``).

    ``page`` and ``line`` are its place, ``cell`` its row and column when it stands in a table ("2/3", from 1), ``text``
    its words; ``meeting`` counts the meetings of a file that holds several, from 1.
    """

    page: int
    line: int
    cell: str
    text: str
    kind: LineKind
    read_as: str
    why: str = ""
    meeting: int = 1


class Document(msgspec.Struct):
    """A file of minutes as it stands on paper.

    ``file`` is the bare file name, ``format`` one of ``text``, ``pdf``, ``word``, ``picture``; ``sha256`` is of the
    file's bytes. ``title`` is what the file's own properties call it, when they do. ``remarks`` is what a person should
    know of how the file was read; it goes into the record's ``source``, so that a check of the record says it too.
    ``attached`` is what came with it in one mail and could be read, ``unread`` says what could not, and why.
    """

    file: str
    format: str
    sha256: str
    pages: list[Page]
    title: str | None = None
    remarks: tuple[Remark, ...] = ()
    attached: tuple[Document, ...] = ()
    unread: tuple[str, ...] = ()
