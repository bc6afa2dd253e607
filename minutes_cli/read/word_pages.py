"""Lay the paragraphs of a Word file on pages: an ordinal ladder, since the file holds no places.

A line is one unit high. Lines that a writer broke within a paragraph stand tight together; paragraphs stand one
unit apart, and an empty paragraph leaves a gap of its own. Page numbers come from the breaks the writer set and those
Word noted when it last printed the file.
"""

from __future__ import annotations

from minutes_cli.document import Line, Page, Table
from minutes_cli.read.columns import PROPORTIONAL_GAP, joined, segments_of
from minutes_cli.read.word_runs import Piece

PARAGRAPH_GAP = 1.0  # lines between two paragraphs


class Sheets:
    """The pages of one Word file as they fill, with the place where the next line goes."""

    def __init__(self) -> None:
        self.pages = [Page(1, [])]
        self.line = 1
        self.top = 0.0

    @property
    def page(self) -> Page:
        """The page being filled."""
        return self.pages[-1]

    def put(self, block: Line | Table) -> None:
        """Place a line or a table on the page it begins on."""
        self.pages[block.page - 1].blocks.append(block)

    def turn(self, pages: int = 1) -> None:
        """Go on to the next page, or several pages on."""
        for _ in range(pages):
            self.pages.append(Page(len(self.pages) + 1, []))
            self.line, self.top = 1, 0.0

    def turn_unless_fresh(self) -> None:
        """Go on to the next page, unless nothing stands on this one yet."""
        if self.line > 1:
            self.turn()

    def paragraph(self, pieces: list[Piece], indent: float, heading: int) -> list[Line]:
        """Set one paragraph at the present place, and step on; broken lines become several lines.

        ``indent`` is in character columns. Nothing is put on the page: a paragraph may stand in a table's cell.
        A page break in ``pieces`` must have been taken out before.
        """
        lines = []
        for printed in broken(pieces, "\n"):
            line = self._line(printed, indent, heading)
            if line is not None:
                lines.append(line)
                self.line += 1
            self.top += 1
        self.top += PARAGRAPH_GAP
        return lines

    def _line(self, pieces: list[Piece], indent: float, heading: int) -> Line | None:
        printed = "".join(piece.text for piece in pieces)
        segments = segments_of(printed, PROPORTIONAL_GAP)
        if not segments:
            return None
        segments = (segments[0]._replace(x0=segments[0].x0 + indent), *segments[1:])
        text = joined(segments)
        bold = len(joined(segments_of(_bold_opening(pieces), PROPORTIONAL_GAP)))
        return Line(
            text,
            self.page.number,
            self.line,
            x0=segments[0].x0,
            x1=max(segments[-1].x1, segments[0].x0),
            top=self.top,
            bottom=self.top + 1,
            size=max(pieces, key=lambda piece: len(piece.text)).size,
            bold=min(bold, len(text)),
            heading=heading,
            segments=segments,
        )


def broken(pieces: list[Piece], at: str) -> list[list[Piece]]:
    r"""Cut a paragraph where ``at`` stands in it: "\n" for broken lines, ``PAGE_BREAK`` for pages."""
    parts: list[list[Piece]] = [[]]
    for piece in pieces:
        first, *others = piece.text.split(at)
        parts[-1].append(piece._replace(text=first))
        parts.extend([piece._replace(text=other)] for other in others)
    return parts


def _bold_opening(pieces: list[Piece]) -> str:
    """Give the words that a line opens with in bold; blanks between bold words count as bold."""
    opening = ""
    for piece in pieces:
        if not piece.bold and piece.text.strip():
            break
        opening += piece.text
    return opening if any(piece.bold and piece.text.strip() for piece in pieces) else ""
