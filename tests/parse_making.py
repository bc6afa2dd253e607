"""Small minutes for the tests of parsing: fictional boards, written out as text or laid out as a page."""

from __future__ import annotations

from minutes_cli.document import Cell, Document, Line, Page, Row, Segment, Table
from minutes_cli.model import Meeting, Person
from minutes_cli.parse import parse
from minutes_cli.parse.owners import Roster
from minutes_cli.read import read_bytes

HEAD = "Minutes of the Quayside Harbour Board\n4 March 2031 at 7.30pm\nThe Net Loft\n\n"
PEOPLE = (
    "Present:\n\nGreta Lund (Chair)\tGL\tHarbour Master\nOmar Pike\tOP\tTreasurer\n"
    "Tess Quill (Minutes)\tTQ\tHarbour Clerk\nIvo Stern\tIS\tBerth Holder\n\n"
    "Apologies:\n\nNell Croft\t\tFleet Manager\n\n"
)
ROSTER = Roster(
    [
        Person(name="Greta Lund", initials="GL"),
        Person(name="Omar Pike", initials="OP"),
        Person(name="Tess Quill", initials="TQ"),
        Person(name="Jon Cade", initials="JC"),
        Person(name="Edie Ash", initials="EA"),
    ]
)


def minutes(*body: str, head: str = HEAD, people: str = PEOPLE) -> Meeting:
    """Parse a text made of the usual heading and people, and the paragraphs given."""
    return parse(read_bytes((head + people + "\n\n".join(body) + "\n").encode(), "harbour.txt"))


def text(content: str) -> Meeting:
    """Parse a whole text."""
    return parse(read_bytes(content.encode(), "harbour.txt"))


def line(words: str, place: tuple[int, int], x0: float = 72.0, top: float = 0.0, bold: bool = False) -> Line:
    """Set one printed line; runs between tabs stand 150 points apart."""
    runs = [
        Segment(x0 + 150.0 * n, x0 + 150.0 * n + 6.0 * len(run), run) for n, run in enumerate(words.split("\t")) if run
    ]
    folded = " ".join(words.split())
    return Line(
        text=folded,
        page=place[0],
        line=place[1],
        x0=runs[0].x0,
        x1=runs[-1].x1,
        top=top,
        bottom=top + 12.0,
        size=11.0,
        bold=len(folded) if bold else 0,
        segments=tuple(runs) if len(runs) > 1 else (),
    )


def table(rows: list[list[str]], page: int, first: int, top: float = 0.0) -> Table:
    """Draw a ruled table of three columns; a newline in a cell is a new printed line."""
    edges = (72.0, 122.0, 400.0, 520.0)
    out = []
    for number, row in enumerate(rows):
        y = top + 40.0 * number
        cells = [
            Cell(
                [
                    line(words, (page, first + number), edges[n], y + 13.0 * k)
                    for k, words in enumerate(cell.split("\n"))
                    if words
                ],
                edges[n],
                edges[n + 1],
            )
            for n, cell in enumerate(row)
        ]
        out.append(Row(cells, page, first + number, y, y + 40.0))
    return Table(out, page, first, top, top + 40.0 * len(rows), edges)


def printed(*pages: list[Line | Table]) -> Document:
    """Bind pages to a document."""
    bound = [Page(number, blocks, 595.0, 842.0) for number, blocks in enumerate(pages, start=1)]
    return Document("harbour.pdf", "pdf", "0" * 64, bound)
