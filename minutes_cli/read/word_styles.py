"""Know how a Word file's styles print: bold, size, outline level, indent and numbering, through all their bases."""

from __future__ import annotations

from typing import NamedTuple
from xml.etree.ElementTree import Element

from minutes_cli.read.word_package import W

TWIPS_PER_CHARACTER = 120.0  # twentieths of a point in one character column: 6 points, half of 12 point type
_TWIPS_IN = {"pt": 20.0, "in": 1440.0, "cm": 567.0, "mm": 56.7, "pc": 240.0, "pi": 240.0}
_LARGEST = 2.0**31  # what Word's own counts and lengths can be
LOWEST_HEADING = 9  # Word's outline levels are 1 to 9; "outlineLvl 9" in the file means body text

DEEPEST_LIST = 8  # lists have nine levels

# What programs other than Word call its headings, in the languages they are sold in; Word itself writes "heading 1".
_HEADINGS = frozenset(
    [
        "heading",
        "überschrift",
        "titre",
        "título",
        "títol",
        "titolo",
        "titlu",
        "kop",
        "rubrik",
        "overskrift",
        "otsikko",
        "nagłówek",
        "nadpis",
        "naslov",
        "címsor",
        "pealkiri",
        "virsraksts",
        "antraštė",
        "başlık",
        "pennawd",
        "ceannteideal",
        "заголовок",
        "επικεφαλίδα",
        "标题",
        "標題",
        "見出し",
        "제목",
    ]
)
_TITLE_NAMES = {"title": 1, "subtitle": 2}


class Look(NamedTuple):
    """How a paragraph or a run prints; ``None`` where the style says nothing and its base decides."""

    bold: bool | None = None
    size: float | None = None  # points
    hidden: bool | None = None
    capitals: bool | None = None  # prints small letters as capitals
    font: str | None = None  # in small letters
    heading: int | None = None  # 1 highest, 0 body text
    number: str | None = None  # the list's numId; "0" is "no number"
    level: int | None = None
    left: float | None = None  # twips
    first: float | None = None  # twips from ``left``: negative when hanging

    def over(self, base: Look) -> Look:
        """Lay this look over a more general one: what it says counts."""
        if base is PLAIN:
            return self
        if self is PLAIN:
            return base
        return Look._make([mine if mine is not None else theirs for mine, theirs in zip(self, base, strict=True)])


PLAIN = Look()


def value(element: Element | None, name: str) -> str | None:
    """Read ``w:val`` of a child, as in ``<w:numId w:val="3"/>``; ``None`` when there is no such child."""
    child = element.find(W + name) if element is not None else None
    return child.get(W + "val") if child is not None else None


def toggle(element: Element | None, name: str) -> bool | None:
    """Read an on/off child such as ``<w:b/>`` or ``<w:b w:val="0"/>``; ``None`` when it is not there."""
    child = element.find(W + name) if element is not None else None
    return None if child is None else child.get(W + "val", "1") not in {"0", "false", "off"}


def number(said: str | None) -> float | None:
    """Read a length or count as Word writes it; ``None`` when it is missing or no number a page could need.

    Strict files may give lengths with their unit ("36pt"); those come out in twips, as all others are.
    """
    if said is None:
        return None
    unit = _TWIPS_IN.get(said[-2:])
    try:
        figure = float(said[:-2]) * unit if unit else float(said)
    except ValueError:
        return None
    return figure if -_LARGEST < figure < _LARGEST else None


def run_look(properties: Element | None) -> Look:
    """Say what the properties of a run (``w:rPr``) say of its print."""
    if properties is None:
        return PLAIN
    half_points = number(value(properties, "sz"))
    fonts = properties.find(W + "rFonts")
    font = fonts.get(W + "ascii") if fonts is not None else None
    return Look(
        bold=toggle(properties, "b"),
        size=half_points / 2 if half_points is not None else None,
        hidden=toggle(properties, "vanish"),
        capitals=toggle(properties, "caps"),
        font=font.lower() if font else None,
    )


def paragraph_look(properties: Element | None) -> Look:
    """Say what the properties of a paragraph (``w:pPr``) say of its outline level, numbering and indent."""
    if properties is None:
        return PLAIN
    outline, listed = number(value(properties, "outlineLvl")), properties.find(W + "numPr")
    level = number(value(listed, "ilvl"))
    left, first = _indent(properties.find(W + "ind"))
    return Look(
        heading=None if outline is None else (int(outline) + 1) % (LOWEST_HEADING + 1),
        number=value(listed, "numId"),
        level=list_level(level) if level is not None else None,
        left=left,
        first=first,
    )


def list_level(said: float) -> int:
    """Hold the level of a list to those there are, from 0."""
    return min(max(int(said), 0), DEEPEST_LIST)


def _indent(indent: Element | None) -> tuple[float | None, float | None]:
    if indent is None:
        return None, None
    hanging = number(indent.get(W + "hanging"))
    first = -hanging if hanging is not None else number(indent.get(W + "firstLine"))
    return number(indent.get(W + "left", indent.get(W + "start"))), first


class Styles:
    """The styles of one Word file, each resolved with its bases the first time it is met."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._looks: dict[str, Look] = {}
        self.default: str | None = None  # the style of paragraphs that name none
        self.base = PLAIN
        if root is None:
            return
        defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self.base = run_look(defaults)
        for style in root.iter(W + "style"):
            name = style.get(W + "styleId", "")
            self._styles[name] = style
            if style.get(W + "type") == "paragraph" and style.get(W + "default") in {"1", "true", "on"}:
                self.default = name

    def look(self, style: str | None) -> Look:
        """Say how a style prints, its bases included; an unknown style says nothing."""
        if style is None or style not in self._styles:
            return PLAIN
        if style not in self._looks:
            self._looks[style] = PLAIN  # a style based on itself, through however many others, ends here
            self._looks[style] = self._own(self._styles[style]).over(self.look(value(self._styles[style], "basedOn")))
        return self._looks[style]

    def list_of(self, style: str) -> str | None:
        """Name the list that a numbering style stands for."""
        return self.look(style).number

    def _own(self, style: Element) -> Look:
        own = run_look(style.find(W + "rPr")).over(paragraph_look(style.find(W + "pPr")))
        name = (value(style, "name") or "").strip().lower()
        named = name[:-1].rstrip() in _HEADINGS and name[-1] in "123456789"
        level = int(name[-1]) if named else _TITLE_NAMES.get(name)
        return own._replace(heading=level) if level and not own.heading else own
