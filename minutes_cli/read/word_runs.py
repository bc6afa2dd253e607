"""Gather what a Word paragraph shows: its words with their print, tabs, broken lines and page breaks.

Shown: hyperlinks, content controls, the results of fields, equations, capitals where the print makes them. Not shown:
hidden text, field codes, comments, marks of notes. Of a drawing that is stored twice (``mc:AlternateContent``) one copy
counts; text boxes are kept aside, to stand behind their paragraph.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple
from xml.etree.ElementTree import Element

from minutes_cli.read.characters import tidy
from minutes_cli.read.word_fields import TICKED, UNTICKED, Fields
from minutes_cli.read.word_package import MC, W
from minutes_cli.read.word_styles import Look, Styles, run_look, value
from minutes_cli.read.word_symbols import SYMBOL_FONTS, in_symbols, symbol

PAGE_BREAK = "\f"  # stands in a piece's text where the writer turned the page
_CHECKBOX = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_NOTE_MARKS = (W + "footnoteReference", W + "endnoteReference")
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

# What only wraps what it holds.
WRAPPERS = frozenset(
    W + name
    for name in [
        "hyperlink",
        "smartTag",
        "customXml",
        "sdtContent",
        "fldSimple",
        "dir",
        "bdo",
        "ruby",
        "rubyBase",
        "object",
        "pict",
        "drawing",
    ]
)
_BOX = W + "txbxContent"
_PICTURES = (
    "{http://schemas.openxmlformats.org/drawingml/2006/main}blip",
    "{urn:schemas-microsoft-com:vml}imagedata",
)


class Piece(NamedTuple):
    r"""Some words of a paragraph in one print. ``text`` may hold tabs, "\n" for a broken line and ``PAGE_BREAK``."""

    text: str
    bold: bool
    size: float


class Writing:
    """What one paragraph shows, gathered run by run."""

    def __init__(self, styles: Styles, fields: Fields, look: Look, note: Callable[[Element], None]) -> None:
        self.pieces: list[Piece] = []
        self.boxes: list[Element] = []
        self.turned_before = 0  # page ends that Word last printed before the first word here
        self.turned_within = 0  # and after it
        self.has_picture = False
        self._styles = styles
        self._fields = fields
        self._look = look  # how the paragraph's style prints
        self._run = look
        self._note = note  # is told of the mark of a note
        self._marks: list[int] = []  # how many pieces stood before each of them

    @property
    def text(self) -> str:
        """All words gathered so far."""
        return "".join(piece.text for piece in self.pieces).rstrip()

    @property
    def is_bold_or_empty(self) -> bool:
        """Whether nothing is shown, or nothing that is not bold: as a heading is, or the blank line above it."""
        return all(piece.bold for piece in self.pieces if piece.text.strip())

    def add(self, element: Element) -> None:
        """Take in what one child of the paragraph shows."""
        tag = element.tag
        if tag == W + "r":
            self._add_run(element)
        elif tag in WRAPPERS:
            for child in element:
                self.add(child)
        elif tag == MC + "AlternateContent":
            for child in chosen(element):
                self.add(child)
        elif tag == _BOX:
            self.boxes.append(element)
        elif tag in _CONTENT:
            self._write(_CONTENT[tag](element))
        elif tag in _NOTE_MARKS:
            self._note(element)
            self._marks.append(len(self.pieces))
        elif tag == W + "sdt":
            self._add_control(element)
        elif tag == W + "fldChar":
            self._put(self._fields.turn(element))
        elif tag == W + "lastRenderedPageBreak":
            self._turn()
        elif tag in _PICTURES:
            self.has_picture = True
        elif not tag.startswith(W):
            for child in element:  # the inside of a drawing or an equation
                self.add(child)

    def close(self) -> None:
        """Take away the brackets that a writer set around the mark of a note: nothing stands in them now."""
        for at in self._marks:
            if 0 < at < len(self.pieces):
                before, after = self.pieces[at - 1], self.pieces[at]
                if before.text.endswith(("(", "[")) and after.text.startswith((")", "]")):
                    self.pieces[at - 1 : at + 1] = [
                        before._replace(text=before.text[:-1]),
                        after._replace(text=after.text[1:]),
                    ]

    def _add_run(self, run: Element) -> None:
        properties = run.find(W + "rPr")
        if properties is None:
            look = self._look
        else:
            look = run_look(properties).over(self._styles.look(value(properties, "rStyle"))).over(self._look)
            if value(properties, "u") not in (None, "none") and value(properties, "rStyle") is None:
                look = look._replace(bold=True)  # underlined by hand sets off as bold does; links have a style
        before, self._run = self._run, look
        if not look.hidden:
            for child in run:
                self.add(child)
        else:
            for mark in run.iter(W + "fldChar"):
                self._fields.turn(mark)
        self._run = before

    def _add_control(self, control: Element) -> None:
        """Take in a content control: what stands in it, but a check box by what it says of itself.

        The sign in the box may be of any font the writer chose.
        """
        ticked = control.find(f"{W}sdtPr/{_CHECKBOX}checkbox")
        if ticked is None:
            for child in control:
                self.add(child)
            return
        checked = ticked.find(_CHECKBOX + "checked")
        on = checked is not None and checked.get(_CHECKBOX + "val", "1") not in {"0", "false", "off"}
        self._write(TICKED if on else UNTICKED)

    def _write(self, text: str) -> None:
        if self._fields.shown:
            self._put(text)

    def _put(self, text: str) -> None:
        if self._run.font in SYMBOL_FONTS:
            text = in_symbols(text, self._run.font)
        if self._run.capitals:
            text = text.upper()
        if text:
            self.pieces.append(Piece(text, bool(self._run.bold), self._run.size or 0.0))

    def _turn(self) -> None:
        if any(piece.text.strip() for piece in self.pieces):
            self.turned_within += 1
        elif not any(PAGE_BREAK in piece.text for piece in self.pieces):
            self.turned_before += 1  # after a break the writer made, Word notes the same page end again


def chosen(alternate: Element) -> list[Element]:
    """Pick one of several stored copies of a thing: the first that holds words, else the first.

    An emoji is stored as a sign of a later version of Word, and again as plain text.
    """
    branches = [*alternate.findall(MC + "Choice"), *alternate.findall(MC + "Fallback")]
    return list(next((branch for branch in branches if _holds_words(branch)), branches[0])) if branches else []


def _holds_words(branch: Element) -> bool:
    return any(next(branch.iter(tag), None) is not None for tag in (W + "t", _BOX, _MATH + "t"))


def _break(element: Element) -> str:
    return PAGE_BREAK if element.get(W + "type") == "page" else "\n"


def _words(element: Element) -> str:
    return tidy(element.text or "").replace("\f", " ").replace("\n", " ")


_CONTENT: dict[str, Callable[[Element], str]] = {
    W + "t": _words,
    _MATH + "t": _words,
    W + "tab": lambda _: "\t",
    W + "ptab": lambda _: "\t",
    W + "br": _break,
    W + "cr": lambda _: "\n",
    W + "noBreakHyphen": lambda _: "-",
    W + "sym": lambda element: symbol(element.get(W + "font", ""), element.get(W + "char", "")),
}
