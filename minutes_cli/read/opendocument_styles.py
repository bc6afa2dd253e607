"""Know how the styles of an OpenDocument text print: bold, size, indent, page breaks, lists, through their parents."""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.etree.ElementTree import Element

from minutes_cli.read.opendocument_package import FO, STYLE, TEXT, Parts

POINTS_PER_CHARACTER = 6.0  # in one character column: half of 12 point type
BOLD_FROM = 600  # the weight from which type is bold (CSS: 700 bold, 600 semi-bold)

_LENGTH = re.compile(r"(-?\d*\.?\d+)(pt|cm|mm|in|pc|px|%)?")
_POINTS = {"pt": 1.0, "cm": 72 / 2.54, "mm": 7.2 / 2.54, "in": 72.0, "pc": 12.0, "px": 0.75, None: 1.0}
_HEADING_NAME = re.compile(r"Heading_20_(\d)|Heading (\d)")
_TITLE_NAMES = {"Title": 1, "Subtitle": 2}
_PAGE = {"page", "even-page", "odd-page"}


class Look(NamedTuple):
    """How a style prints; ``None`` where it says nothing and its parent decides. Lengths are points."""

    bold: bool | None = None
    size: float | None = None
    hidden: bool | None = None
    left: float | None = None
    first: float | None = None  # from ``left``: negative when hanging
    before: bool | None = None  # begins a page
    after: bool | None = None  # ends a page
    listed: str | None = None  # the list style of the paragraphs; "" is none
    outline: int | None = None  # outline level of paragraphs that are no headings by themselves

    def over(self, base: Look) -> Look:
        """Lay this look over a more general one: what it says counts."""
        return Look._make([mine if mine is not None else theirs for mine, theirs in zip(self, base, strict=True)])


PLAIN = Look()


class Styles:
    """The styles of one OpenDocument text, each resolved with its parents the first time it is met."""

    def __init__(self, parts: Parts) -> None:
        self._elements: dict[tuple[str, str], Element] = {}
        self._looks: dict[tuple[str, str], Look] = {}
        self._default = PLAIN
        self.widths: dict[str, float] = {}  # of a table's columns, by style, in points
        self.list_styles: dict[str, Element] = {}
        self.outline: Element | None = None
        for element in parts.under("styles", "automatic-styles"):
            name = element.get(STYLE + "name", "")
            if element.tag == STYLE + "style":
                self._add(element, name)
            elif element.tag == STYLE + "default-style" and element.get(STYLE + "family") == "paragraph":
                self._default = _own(element)
            elif element.tag == TEXT + "list-style":
                self.list_styles[name] = element
            elif element.tag == TEXT + "outline-style":
                self.outline = element

    def _add(self, element: Element, name: str) -> None:
        family = element.get(STYLE + "family", "")
        self._elements[family, name] = element
        if family == "table-column":
            properties = element.find(STYLE + "table-column-properties")
            width = points(properties.get(STYLE + "column-width")) if properties is not None else None
            if width:
                self.widths[name] = width

    def paragraph(self, name: str | None) -> Look:
        """Say how the paragraphs of a style print."""
        return self.look("paragraph", name).over(self._default)

    def own(self, name: str | None) -> Look:
        """Say what a paragraph's style says by itself, without its parents."""
        element = self._elements.get(("paragraph", name or ""))
        return _own(element) if element is not None else PLAIN

    def look(self, family: str, name: str | None) -> Look:
        """Say how a style prints, its parents included; an unknown style says nothing."""
        if name is None or (family, name) not in self._elements:
            return PLAIN
        key = family, name
        if key not in self._looks:
            self._looks[key] = PLAIN  # a style that is its own parent, through however many others, ends here
            element = self._elements[key]
            base = self.look(family, element.get(STYLE + "parent-style-name"))
            own = _own(element)
            if own.size is not None and own.size < 0:  # a share of the parent's
                own = own._replace(size=-own.size * (base.size or self._default.size or 12.0))
            self._looks[key] = own.over(base)
        return self._looks[key]


def _own(element: Element) -> Look:
    """Say what a style says by itself."""
    look = PLAIN
    text = element.find(STYLE + "text-properties")
    if text is not None:
        weight, display = text.get(FO + "font-weight"), text.get(TEXT + "display")
        look = look._replace(
            bold=None if weight is None else weight == "bold" or (weight.isdecimal() and int(weight) >= BOLD_FROM),
            size=points(text.get(FO + "font-size")),
            hidden=None if display is None else display == "none",
        )
    paragraph = element.find(STYLE + "paragraph-properties")
    if paragraph is not None:
        before, after = paragraph.get(FO + "break-before"), paragraph.get(FO + "break-after")
        look = look._replace(
            left=points(paragraph.get(FO + "margin-left")),
            first=points(paragraph.get(FO + "text-indent")),
            before=None if before is None else before in _PAGE,
            after=None if after is None else after in _PAGE,
        )
    if element.get(STYLE + "master-page-name"):
        look = look._replace(before=True)
    return look._replace(listed=element.get(STYLE + "list-style-name"), outline=_outline(element))


def _outline(element: Element) -> int | None:
    name = element.get(STYLE + "name", "")
    named = _HEADING_NAME.fullmatch(name)
    said = element.get(STYLE + "default-outline-level", "")
    if said.isdecimal():
        return int(said)
    return int(named[1] or named[2]) if named else _TITLE_NAMES.get(name)


def points(said: str | None) -> float | None:
    """Read a length such as "1.27cm" as points; a share such as "120%" comes out as -1.2; ``None`` for no length."""
    found = _LENGTH.fullmatch(said.strip()) if said else None
    if not found:
        return None
    return -float(found[1]) / 100 if found[2] == "%" else float(found[1]) * _POINTS[found[2]]


def whole(said: str | None, otherwise: int) -> int:
    """Read a count as OpenDocument writes it; ``otherwise`` when it is missing, no number, or beyond all sense."""
    return int(said) if said and said.isdecimal() and len(said) < 7 else otherwise
