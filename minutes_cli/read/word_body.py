"""Walk through the body of a Word file, its cells and its notes, and set what they show on pages."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from minutes_cli.document import Line
from minutes_cli.read.word_fields import Fields
from minutes_cli.read.word_notes import Note, Notes
from minutes_cli.read.word_numbering import BULLET, Numbering
from minutes_cli.read.word_package import MC, Package, W
from minutes_cli.read.word_pages import PARAGRAPH_GAP, Sheets, broken
from minutes_cli.read.word_runs import PAGE_BREAK, Piece, Writing, chosen
from minutes_cli.read.word_styles import (
    TWIPS_PER_CHARACTER,
    Look,
    Styles,
    paragraph_look,
    run_look,
    toggle,
    value,
)
from minutes_cli.read.word_tables import flattened, layout_of, read_table

SENTENCE_ENDS = (".", "?", "!", ".”", '."', ".)", ":", ";")  # how running text ends, and an entry of a list does not
_WRAPPERS = frozenset(W + name for name in ["sdt", "sdtContent", "customXml", "smartTag"])


class Body:
    """The reader's state in one Word file: styles, list counters, open fields, and the pages filled so far."""

    def __init__(self, package: Package, styles: Styles, notes: Notes | None = None) -> None:
        numbering = package.beside("numbering")
        self.sheets = Sheets()
        self._styles = styles
        self._numbering = Numbering(package.xml(numbering[0]) if numbering else None, styles)
        self._fields = Fields()
        self._notes = notes
        self._due: list[Note] = []  # notes whose marks were met and that are not set yet
        self._mark = ""

    def add(self, container: Element, mark: str = "") -> None:
        """Set all that stands in the body, a head, a foot or a note; ``mark`` is put before its first words."""
        outer, self._fields = self._fields, Fields(container)
        self._mark = mark
        self._set(container)
        self._set_notes()
        self._mark, self._fields = "", outer

    def _set(self, container: Element) -> None:
        """Set paragraphs and tables one below the other; of a table that only lays out the page, its cells so."""
        for child in _blocks(container):
            if child.tag != W + "tbl":
                self._paragraph(child)
                continue
            self._set_notes()
            cells = layout_of(child)
            for cell in cells:
                self._set(cell)
            table = read_table(child, self.sheets, self._cell) if not cells else None
            if table is not None:
                self.sheets.put(table)
                self.sheets.top += PARAGRAPH_GAP
            self._set_notes()

    def _set_notes(self, many: int | None = None) -> None:
        """Set the notes that are due, or the first so many of them, each as a paragraph of its own."""
        due, later = self._due[:many], self._due[len(self._due) if many is None else many :]
        self._due = []
        for note in due:
            self.add(note.text, mark=f"[{note.mark}] " if note.mark else "")
        self._due = later

    def _paragraph(self, paragraph: Element) -> None:
        """Set a paragraph on the page, turning the page where the writer or Word did."""
        properties = paragraph.find(W + "pPr")
        if toggle(properties, "pageBreakBefore"):
            self.sheets.turn_unless_fresh()
        waiting = len(self._due)
        writing, look = self._write(paragraph)
        if waiting and (look.heading or writing.is_bold_or_empty):
            self._set_notes(waiting)  # a new part begins
        if writing.turned_before:
            self.sheets.turn_unless_fresh()
        self.sheets.page.has_picture |= writing.has_picture
        for index, pieces in enumerate(broken(self._numbered(writing.pieces, look, properties), PAGE_BREAK)):
            if index:
                self.sheets.turn()
            for line in self.sheets.paragraph(pieces, _indent(look), look.heading or 0):
                self.sheets.put(line)
        if writing.text.endswith(SENTENCE_ENDS):
            self._set_notes()
        for box in writing.boxes:
            self.add(box)
        self.sheets.turn(writing.turned_within)
        if _ends_page(properties):
            self.sheets.turn()

    def _cell(self, cell: Element) -> list[Line]:
        """Set the paragraphs of one cell at the present place; a page end within it is left to the next paragraph."""
        lines: list[Line] = []
        for child in _blocks(cell):
            if child.tag == W + "tbl":
                lines.extend(flattened(child, self.sheets, self._cell))
                continue
            writing, look = self._write(child)
            self.sheets.page.has_picture |= writing.has_picture
            numbered = self._numbered(writing.pieces, look, child.find(W + "pPr"))
            pieces = [piece._replace(text=piece.text.replace(PAGE_BREAK, "\n")) for piece in numbered]
            lines.extend(self.sheets.paragraph(pieces, _indent(look), look.heading or 0))
            for box in writing.boxes:
                lines.extend(self._cell(box))
        return lines

    def _write(self, paragraph: Element) -> tuple[Writing, Look]:
        """Gather what a paragraph shows, and how it looks by its style, its list and its own properties."""
        properties = paragraph.find(W + "pPr")
        style = value(properties, "pStyle") or self._styles.default
        base = self._styles.look(style)
        own = paragraph_look(properties)
        look = own.over(base).over(self._styles.base)
        listing = _list_of(look)
        if listing:
            # Said here, level 2 counts even where only the style names the list; a bare style means its linked level.
            said = own.number or own.level is not None
            level = own.level if said else self._numbering.level_of(listing, style)
            look = look._replace(level=level if level is not None else look.level or 0)
            listed = self._numbering.look(listing, look.level or 0)
            before = own.over(listed).over(base) if own.number else own.over(base).over(listed)
            look = look._replace(left=before.left, first=before.first)
        writing = Writing(self._styles, self._fields, look, self._note)
        for child in paragraph:
            writing.add(child)
        writing.close()
        return writing, look

    def _note(self, reference: Element) -> None:
        """Take the mark of a note in the text: the note is due."""
        note = self._notes.at(reference) if self._notes else None
        if note is not None:
            self._due.append(note)

    def _numbered(self, pieces: list[Piece], look: Look, properties: Element | None) -> list[Piece]:
        """Put before a paragraph's words the number Word prints.

        A paragraph hidden with its end prints none, but counts: to skip a number, Word itself hides a paragraph.
        """
        mark = run_look(properties.find(W + "rPr") if properties is not None else None)
        empty = not any(piece.text.strip() for piece in pieces)
        listing = _list_of(look)
        prefix = self._numbering.next(listing, look.level or 0) if listing else ""
        if empty and (mark.hidden or prefix in {"", BULLET}):
            return pieces
        prefix, self._mark = self._mark + prefix, ""
        if not prefix:
            return pieces
        first = next((piece for piece in pieces if piece.text.strip()), Piece("", bool(mark.bold), 0.0))
        return [first._replace(text=prefix), *pieces]


def _blocks(container: Element) -> list[Element]:
    """List the paragraphs and tables in order, also those in content controls."""
    blocks: list[Element] = []
    for child in container:
        if child.tag == W + "p" and blocks and _is_initial(blocks[-1]):
            at = int(child.find(W + "pPr") is not None)
            child[at:at] = [part for part in blocks.pop() if part.tag != W + "pPr"]
        if child.tag in {W + "p", W + "tbl"}:
            blocks.append(child)
        elif child.tag in _WRAPPERS:
            blocks.extend(_blocks(child))
        elif child.tag == MC + "AlternateContent":
            for branch in chosen(child):
                blocks.extend(_blocks(branch) if branch.tag not in {W + "p", W + "tbl"} else [branch])
    return blocks


def _is_initial(block: Element) -> bool:
    """Whether a block is a large first letter, which Word keeps as a paragraph of its own before the text's."""
    return block.find(f"{W}pPr/{W}framePr[@{W}dropCap]") is not None


def _list_of(look: Look) -> str | None:
    """Name the list a paragraph counts in; list "0" is Word's way to say none."""
    return look.number if look.number not in {None, "", "0"} else None


def _indent(look: Look) -> float:
    """Say at which character column a paragraph begins."""
    return max((look.left or 0.0) + (look.first or 0.0), 0.0) / TWIPS_PER_CHARACTER


def _ends_page(properties: Element | None) -> bool:
    """Whether a section ends with this paragraph and the next begins on a new page."""
    section = properties.find(W + "sectPr") if properties is not None else None
    return section is not None and value(section, "type") not in {"continuous", "nextColumn"}
