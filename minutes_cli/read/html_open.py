"""Know which elements of a web page are open, and how they weigh on the words that come now."""

from __future__ import annotations

from typing import NamedTuple

from minutes_cli.read import html_css

LISTS = {"ul", "ol"}
CELLS = {"td", "th"}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
VOID = {"br", "hr", "img", "input", "meta", "link", "wbr", "area", "base", "col", "embed", "source", "track", "frame"}

_BOLD = {"b", "strong", "u", "dt", "th"}  # what sets words off; underlining does as bold type
_INDENTED = {"blockquote", "dd"}
_STRUCK = {"s", "strike", "del"}
_UNSEEN = {
    *("script", "style", "template", "noscript", "nav", "menu", "svg", "button", "select", "textarea", "iframe"),
    *("object", "title", "aside", "noframes", "dialog", "datalist", "canvas", "audio", "video", "map"),
}
_APART = HEADINGS | {
    *("p", "ul", "ol", "dl", "blockquote", "pre", "address", "article", "body", "details", "fieldset"),
    *("figure", "footer", "form", "header", "hr", "main", "section", "summary", "center", "caption", "table"),
}  # what stands a line apart from what is above and below it
_TIGHT = CELLS | {
    *("div", "li", "dt", "dd", "br", "tr", "thead", "tbody", "tfoot", "html", "head", "figcaption", "legend"),
}  # what begins a line
_WEIGHING = _BOLD | HEADINGS | _INDENTED | _STRUCK | {"pre", "footer"}
_INDENT_LEVELS = 9  # levels of a list that Word saves in a page


class _Element(NamedTuple):
    """An element that is open: its name, whether it is bold or plain, struck through, a list's printed mark."""

    tag: str
    bold: bool | None = None
    struck: bool = False
    label: bool = False
    indents: int = 0
    part: str = ""  # "main" or "article", when it is a part of the page
    start: int = 0  # how many blocks stood on the page before it


def is_unseen(tag: str) -> bool:
    """Whether the words of an element are never shown, or never the minutes'."""
    return tag in _UNSEEN


def is_left_open(unseen: list[str]) -> bool:
    """Whether what is not shown is a sound or a film alone: left open, it ends with the element around it."""
    return len(unseen) == 1 and unseen[0] in {"audio", "video"}


def begins_apart(tag: str) -> bool:
    """Whether an element stands a line apart from what is around it."""
    return tag in _APART


def begins_line(tag: str) -> bool:
    """Whether an element begins a line."""
    return tag in _TIGHT


class Opened:
    """The elements open at one place of the page that weigh on the print of its words, innermost last."""

    def __init__(self) -> None:
        self._elements: list[_Element] = []

    @property
    def tags(self) -> list[str]:
        """The names of the elements open, outermost first."""
        return [element.tag for element in self._elements]

    @property
    def is_bold(self) -> bool:
        """Whether words here are bold: the innermost element that says so decides."""
        return next((element.bold for element in reversed(self._elements) if element.bold is not None), False)

    @property
    def in_label(self) -> bool:
        """Whether words here are the printed mark of a list's entry."""
        return any(element.label for element in self._elements)

    @property
    def indents(self) -> int:
        """How many times the words are moved in."""
        return sum(element.indents for element in self._elements)

    def has(self, tag: str) -> bool:
        """Whether an element of this name is open."""
        return any(element.tag == tag for element in self._elements)

    def is_struck(self, tag: str) -> bool:
        """Whether the innermost element of this name strikes its words through, and ends a line's stroke with it."""
        return next((element.struck for element in reversed(self._elements) if element.tag == tag), False)

    def ends_label(self, tag: str) -> bool:
        """Whether the end of this element ends a list's printed mark."""
        return next((element.label for element in reversed(self._elements) if element.tag == tag), False)

    def begin(self, tag: str, declared: html_css.Declared, part: str, start: int) -> bool:
        """Open an element; whether a line through the words begins with it.

        ``part`` says which part of the page it is, ``start`` how many blocks stand before it.
        """
        struck = (tag in _STRUCK or html_css.is_struck(declared)) and not any(each.struck for each in self._elements)
        bold = html_css.bold(declared)
        element = _Element(
            tag,
            bold=tag in _BOLD or None if bold is None else bold,
            struck=struck,
            label=declared.get("mso-list", "").startswith("ignore"),
            indents=int(tag in _INDENTED) + _level(declared),
            part=part,
            start=start,
        )
        weighs = tag in _WEIGHING or element[1:6] != (None, False, False, 0, "")
        if weighs or self.has(tag):  # one that says nothing, but whose end must not be taken for that of another
            self._elements.append(element)
        return struck

    def close(self, tags: set[str]) -> list[tuple[str, int]]:
        """Close the innermost open element of one of these names; what stood open within it closes too.

        Gives the main parts and articles that end with it, innermost first, with the block each began at.
        """
        for index in range(len(self._elements) - 1, -1, -1):
            if self._elements[index].tag in tags:
                closed = self._elements[index:]
                del self._elements[index:]
                return [(each.part, each.start) for each in reversed(closed) if each.part]
        return []

    def close_all(self) -> list[tuple[str, int]]:
        """Close all that is open at the end of the page."""
        closed, self._elements = self._elements, []
        return [(each.part, each.start) for each in reversed(closed) if each.part]


def _level(declared: html_css.Declared) -> int:
    """Say how many lists a paragraph of a page saved by Word stands in within others: "mso-list:l0 level2 lfo1"."""
    for word in declared.get("mso-list", "").split():
        if word.startswith("level") and word[5:].isdecimal():
            return min(int(word[5:]) - 1, _INDENT_LEVELS)
    return 0
