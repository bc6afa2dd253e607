"""Gather what an OpenDocument paragraph shows: its words with their print, tabs, broken lines, marks of notes.

Not shown: deleted text (it stands elsewhere in the file), comments, hidden text, the words that describe a picture.
White space is folded as the format demands: it counts only as ``text:s``, ``text:tab`` and ``text:line-break``.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from minutes_cli.read.characters import tidy
from minutes_cli.read.opendocument_package import DRAW, LOEXT, OFFICE, STYLE, TEXT
from minutes_cli.read.opendocument_styles import Look, Styles, whole
from minutes_cli.read.word_runs import PAGE_BREAK, Piece

MOST_SPACES = 200  # spaces one ``text:s`` may stand for; a line of minutes is shorter

_WHITE = re.compile(r"[ \t\r\n]+")
_UNSEEN = {
    *(OFFICE + name for name in ("annotation", "annotation-end", "forms", "event-listeners")),
    *(
        TEXT + name
        for name in ("tracked-changes", "number", "ruby-text", "script", "note-body", "alphabetical-index-mark")
    ),
    *(TEXT + name for name in ("table-of-content-source", "alphabetical-index-source", "bibliography-source")),
    *(TEXT + name for name in ("illustration-index-source", "object-index-source", "table-index-source")),
    TEXT + "user-index-source",
    "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}title",
    "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}desc",
}
_BOXES = {DRAW + name for name in ("text-box", "custom-shape", "rect", "ellipse", "caption", "polygon", "path")}
_HIDEABLE = {TEXT + "hidden-text", TEXT + "hidden-paragraph"}


class Writing:
    """What one paragraph shows, gathered piece by piece."""

    def __init__(self, styles: Styles, look: Look) -> None:
        self.pieces: list[Piece] = []
        self.boxes: list[Element] = []  # text boxes, to stand behind the paragraph
        self.notes: list[tuple[str, Element]] = []  # footnotes: their mark and their body
        self.turned_before = 0  # page ends that the program last printed before the first word here
        self.turned_within = 0  # and after it
        self.has_picture = False
        self._styles = styles
        self._after_space = True  # a space here would be folded into the one before, or begins the paragraph
        self._look = look

    def add(self, element: Element) -> None:
        """Take in all that stands in a paragraph, a span or a link."""
        self._write(element.text)
        for child in element:
            self._child(child)
            self._write(child.tail)

    def _child(self, child: Element) -> None:
        tag = child.tag
        if not isinstance(tag, str) or tag in _UNSEEN:
            return
        if tag == TEXT + "s":
            self._put(" " * min(whole(child.get(TEXT + "c"), 1), MOST_SPACES))
        elif tag == TEXT + "tab":
            self._put("\t")
        elif tag == TEXT + "line-break":
            self._put("\n")
            self._after_space = True
        elif tag == TEXT + "soft-page-break":
            self._turn()
        elif tag == TEXT + "note":
            self._note(child)
        elif tag in _BOXES:
            self.boxes.append(child)
        elif tag == DRAW + "image":
            self.has_picture = True
        elif tag in _HIDEABLE and child.get(TEXT + "is-hidden") == "true":
            return
        elif tag in {TEXT + "ruby", TEXT + "ruby-base"} or not tag.startswith((TEXT, LOEXT)):
            for inner in child:
                self._child(inner)
                self._write(inner.tail if tag == TEXT + "ruby-base" else None)
            if tag == TEXT + "ruby-base":
                self._write(child.text)
        else:
            self._span(child)

    def _span(self, span: Element) -> None:
        before = self._look
        name = span.get(TEXT + "style-name")
        if name is not None and span.tag == TEXT + "span":
            self._look = self._styles.look("text", name).over(before)
        if not self._look.hidden:
            self.add(span)
        self._look = before

    def _note(self, note: Element) -> None:
        citation, body = note.find(TEXT + "note-citation"), note.find(TEXT + "note-body")
        mark = f"[{tidy(''.join(citation.itertext())).strip()}]" if citation is not None else ""
        self._put(mark)
        if body is not None:
            self.notes.append((f"{mark} " if mark else "", body))

    def _write(self, text: str | None) -> None:
        """Take literal words: runs of white space are one space, none after a space or at the beginning."""
        if not text:
            return
        folded = _WHITE.sub(" ", text)
        if self._after_space:
            folded = folded.removeprefix(" ")
        if folded:
            self._put(tidy(folded).replace("\f", " ").replace("\n", " "))
            self._after_space = folded.endswith(" ")

    def _put(self, text: str) -> None:
        if text and not self._look.hidden:
            self._after_space = False
            self.pieces.append(Piece(text, bool(self._look.bold), self._look.size or 0.0))

    def _turn(self) -> None:
        if any(piece.text.strip() for piece in self.pieces):
            self.turned_within += 1
        elif not any(PAGE_BREAK in piece.text for piece in self.pieces):
            self.turned_before += 1


def is_hidden(section: Element) -> bool:
    """Whether a section of the text is not shown."""
    return section.get(TEXT + "display") == "none" or section.get(STYLE + "display") == "false"
