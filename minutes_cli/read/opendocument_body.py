"""Walk through an OpenDocument text, its lists, cells and notes, and set what they show on pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from minutes_cli.document import Line
from minutes_cli.read.laid_table import flattened
from minutes_cli.read.opendocument_lists import Counts, Level, Numbering
from minutes_cli.read.opendocument_package import DRAW, TABLE, TEXT, Parts
from minutes_cli.read.opendocument_styles import POINTS_PER_CHARACTER, Look, Styles, whole
from minutes_cli.read.opendocument_tables import read_table
from minutes_cli.read.opendocument_words import Writing, is_hidden
from minutes_cli.read.word_pages import PARAGRAPH_GAP, Sheets
from minutes_cli.read.word_runs import Piece

_CONTAINERS = {TEXT + "section", TEXT + "index-body", TEXT + "index-title"} | {
    TEXT + name
    for name in (
        *("table-of-content", "illustration-index", "table-index", "object-index", "user-index"),
        *("alphabetical-index", "bibliography", "change-marks"),
    )
}
_ENTRIES = {TEXT + "list-item", TEXT + "list-header"}
_DRAWN = {DRAW + name for name in ("frame", "text-box", "custom-shape", "rect", "ellipse", "g", "a")}


class Due(NamedTuple):
    """The place in a list that the next paragraph takes: its list and level, and the number due, if one is."""

    counts: Counts | None = None
    level: int = 0
    style: str = ""
    numbered: bool = False
    start: int | None = None


NO_LIST = Due()


class Body:
    """The reader's state in one OpenDocument text: styles, lists, notes, and the pages filled so far."""

    def __init__(self, parts: Parts) -> None:
        self.sheets = Sheets()
        self.notes: list[tuple[str, Element]] = []
        self._styles = Styles(parts)
        self._numbering = Numbering(self._styles.list_styles, self._styles.outline)
        self._mark = ""

    def add(self, container: Element, mark: str = "") -> None:
        """Set all that stands in the text, a head, a foot or a note; ``mark`` is put before its first words."""
        self._mark = mark
        for line in self._blocks(container, on_page=True):
            self.sheets.put(line)
        self._mark = ""

    def add_notes(self) -> None:
        """Put the footnotes behind the minutes, each with the mark that stands in the text."""
        while self.notes:
            mark, note = self.notes.pop(0)
            self.add(note, mark)

    def _cell(self, cell: Element) -> list[Line]:
        return list(self._blocks(cell, on_page=False))

    def _blocks(self, container: Element, on_page: bool, due: Due = NO_LIST) -> Iterator[Line]:
        """Set the blocks of a container in order; their lines are given, tables of the page are put on it."""
        for child in container:
            tag = child.tag
            if tag in {TEXT + "p", TEXT + "h"}:
                yield from self._paragraph(child, due, on_page)
                due = due._replace(numbered=False)
            elif tag == TEXT + "list":
                yield from self._list(child, due, on_page)
            elif tag == TEXT + "numbered-paragraph":
                yield from self._numbered_paragraph(child, on_page)
            elif tag == TABLE + "table":
                yield from self._table(child, on_page)
            elif tag in _CONTAINERS and not is_hidden(child):
                yield from self._blocks(child, on_page)
            elif tag in _DRAWN:
                yield from self._drawing(child, on_page)
            elif tag == TEXT + "soft-page-break" and on_page:
                self.sheets.turn_unless_fresh()

    def _list(self, element: Element, above: Due, on_page: bool) -> Iterator[Line]:
        """Set a list; one within another counts on the next level of the same list."""
        style = element.get(TEXT + "style-name") or above.style or self._style_within(element)
        level = above.level + 1
        outer = above.counts is not None and above.style == style
        counts = above.counts if outer and above.counts else self._numbering.begin(element, style)
        for entry in element:
            if entry.tag in _ENTRIES:
                start = entry.get(TEXT + "start-value")
                due = Due(counts, level, style, entry.tag == TEXT + "list-item", whole(start, 1) if start else None)
                yield from self._blocks(entry, on_page, due)

    def _style_within(self, element: Element) -> str:
        """Find the list style that the paragraphs of a list without one name."""
        for child in element.iter():
            if child.tag in {TEXT + "p", TEXT + "h"}:
                return self._styles.paragraph(child.get(TEXT + "style-name")).listed or ""
        return ""

    def _numbered_paragraph(self, element: Element, on_page: bool) -> Iterator[Line]:
        style = element.get(TEXT + "style-name", "")
        start = element.get(TEXT + "start-value")
        counts = self._numbering.begin_by_name(element.get(TEXT + "list-id", style), style)
        due = Due(
            counts, max(whole(element.get(TEXT + "level"), 1), 1), style, True, whole(start, 1) if start else None
        )
        yield from self._blocks(element, on_page, due)

    def _table(self, element: Element, on_page: bool) -> Iterator[Line]:
        table = read_table(element, self._styles.widths, self.sheets, self._cell)
        if table is None:
            return
        if not on_page:
            yield from flattened(table)
            return
        self.sheets.put(table)
        self.sheets.top += PARAGRAPH_GAP

    def _drawing(self, element: Element, on_page: bool) -> Iterator[Line]:
        """Set what is written in a frame or a drawn shape; a picture is only noted."""
        if element.tag == DRAW + "frame" and element.find(DRAW + "image") is not None:
            self.sheets.page.has_picture = True
        yield from self._blocks(element, on_page)

    def _paragraph(self, paragraph: Element, due: Due, on_page: bool) -> Iterator[Line]:
        """Set a paragraph, turning the page where the writer or the program did."""
        look = self._styles.paragraph(paragraph.get(TEXT + "style-name"))
        writing = Writing(self._styles, look)
        writing.add(paragraph)
        self.notes.extend(writing.notes)
        self.sheets.page.has_picture |= writing.has_picture
        if on_page and (look.before or writing.turned_before):
            self.sheets.turn_unless_fresh()
        heading = whole(paragraph.get(TEXT + "outline-level"), 1) if paragraph.tag == TEXT + "h" else look.outline or 0
        pieces = self._marked(writing.pieces, self._number(paragraph, due, heading, writing), look)
        yield from self.sheets.paragraph(pieces, self._indent(paragraph, look, due), heading)
        for box in writing.boxes:
            yield from self._blocks(box, on_page)
        if on_page:
            self.sheets.turn(writing.turned_within + bool(look.after))

    def _number(self, paragraph: Element, due: Due, heading: int, writing: Writing) -> str:
        """Give the number or bullet that is printed before a paragraph."""
        empty = not any(piece.text.strip() for piece in writing.pieces)
        if due.counts is not None:
            if not due.numbered or (empty and self._numbering.level(due.style, due.level).is_bullet):
                return ""
            return due.counts.next(due.level, self._numbering.levels(due.style), due.start)
        if paragraph.tag != TEXT + "h" or paragraph.get(TEXT + "is-list-header") == "true":
            return ""
        restart = paragraph.get(TEXT + "restart-numbering") == "true"
        return self._numbering.heading(heading, whole(paragraph.get(TEXT + "start-value"), 1) if restart else None)

    def _marked(self, pieces: list[Piece], number: str, look: Look) -> list[Piece]:
        if not number and not (self._mark and pieces):
            return pieces
        prefix, self._mark = self._mark + number, ""
        first = next((piece for piece in pieces if piece.text.strip()), Piece("", bool(look.bold), look.size or 0.0))
        return [first._replace(text=prefix), *pieces]

    def _indent(self, paragraph: Element, look: Look, due: Due) -> float:
        """Say at which character column a paragraph begins: its own setting goes before its list's."""
        level = self._numbering.level(due.style, due.level) if due.counts else Level()
        own = self._styles.own(paragraph.get(TEXT + "style-name"))
        left = next((length for length in (own.left, level.left, look.left) if length is not None), 0.0)
        first = next((length for length in (own.first, level.first, look.first) if length is not None), 0.0)
        hangs = due.counts is None or due.numbered
        return max(left + (first if hangs else 0.0), 0.0) / POINTS_PER_CHARACTER
