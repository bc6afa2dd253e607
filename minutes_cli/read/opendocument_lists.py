"""Print the numbers and bullets that OpenDocument leaves to the program: "1.", "2.3", "(iv)", "•".

The file holds nested lists and, for each level of a list style, a format (OpenDocument 1.3 part 3, 16.30 to 16.34). A
level starts over where a list begins, unless it says that it continues another.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.etree.ElementTree import Element

from minutes_cli.read.number_words import spelled
from minutes_cli.read.opendocument_package import FO, LOEXT, STYLE, TEXT, XML
from minutes_cli.read.opendocument_styles import points, whole

BULLET = "• "  # every bullet prints as this one: what is stored is often a code of a symbol font
DEEPEST = 10  # levels of a list style

_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "": "none"}
_ORDINALS = {"1st": "ordinal", "First": "ordinalText", "One": "cardinalText"}
_PLACE = re.compile(r"%(\d{1,2})%")


class Level(NamedTuple):
    """How one level of a list prints. ``written`` is "%1%.%2%." where the file says the whole of it."""

    form: str = "none"
    before: str = ""
    after: str = ""
    start: int = 1
    shown: int = 1  # how many levels, this one last, the number has
    written: str | None = None
    together: bool = True  # letters after z: aa, bb rather than aa, ab
    left: float | None = None  # points
    first: float | None = None

    @property
    def is_bullet(self) -> bool:
        """Whether the level has a sign and no count."""
        return self.form == "bullet"


class Counts:
    """How far one list has counted, by level (1 is the outermost)."""

    def __init__(self, style: str) -> None:
        self.style = style
        self._at: dict[int, int] = {}

    def next(self, level: int, levels: dict[int, Level], start: int | None) -> str:
        """Count one entry on and give what is printed before it, with the blank after it; "" for nothing."""
        own = levels.get(level, Level())
        if start is not None:
            self._at[level] = start
        else:
            self._at[level] = self._at.get(level, own.start - 1) + 1
        for above in range(1, level):
            self._at.setdefault(above, levels.get(above, Level()).start)
        for deeper in [index for index in self._at if index > level]:
            del self._at[deeper]
        if own.is_bullet:
            return BULLET
        text = self._printed(level, levels).strip()
        return f"{text} " if text else ""

    def _printed(self, level: int, levels: dict[int, Level]) -> str:
        own = levels.get(level, Level())
        if own.written is not None:
            return _PLACE.sub(lambda place: self._count(int(place[1]), levels), own.written)
        if own.form == "none":
            return own.before + own.after
        first = max(level - own.shown + 1, 1)
        counts = [self._count(index, levels) for index in range(first, level + 1)]
        return own.before + ".".join(count for count in counts if count) + own.after

    def _count(self, level: int, levels: dict[int, Level]) -> str:
        own = levels.get(level, Level())
        count = self._at.get(level, own.start)
        if own.form.endswith("Letter") and not own.together and count > 26:
            text = _letters(count)
            return text.upper() if own.form.startswith("upper") else text
        return "" if own.is_bullet else spelled(count, own.form)


class Numbering:
    """The list styles of one text, and the lists met so far."""

    def __init__(self, styles: dict[str, Element], outline: Element | None) -> None:
        self._elements = styles
        self._levels: dict[str, dict[int, Level]] = {"": {}}
        self._outline = _levels(outline) if outline is not None else {}
        self._by_id: dict[str, Counts] = {}
        self._last: dict[str, Counts] = {}  # the last list of each style
        self._headings = Counts("")

    def begin(self, element: Element, style: str) -> Counts:
        """Begin an outermost list of this style, or go on with the one it continues."""
        named = element.get(TEXT + "continue-list")
        goes_on = element.get(TEXT + "continue-numbering") == "true"
        counts = self._by_id.get(named or "") or (self._last.get(style) if goes_on or named else None)
        counts = counts or Counts(style)
        self._last[style] = counts
        identity = element.get(XML + "id")
        if identity:
            self._by_id[identity] = counts
        return counts

    def begin_by_name(self, identity: str, style: str) -> Counts:
        """Begin, or go on with, the list of this name."""
        return self._by_id.setdefault(identity, Counts(style))

    def level(self, style: str, level: int) -> Level:
        """Say how one level of a list style prints."""
        return self.levels(style).get(level, Level())

    def levels(self, style: str) -> dict[int, Level]:
        """Say how the levels of a list style print; an unknown style prints nothing."""
        if style not in self._levels:
            element = self._elements.get(style)
            self._levels[style] = _levels(element) if element is not None else {}
        return self._levels[style]

    def heading(self, level: int, start: int | None = None) -> str:
        """Count a heading on that stands in no list, by the outline numbering of the text."""
        if self._outline.get(level, Level()).form == "none" and not self._outline.get(level, Level()).before:
            return ""
        return self._headings.next(level, self._outline, start)


def _levels(element: Element) -> dict[int, Level]:
    return {whole(child.get(TEXT + "level"), 1): _level(child) for child in element if child.get(TEXT + "level")}


def _level(element: Element) -> Level:
    left, first = _indent(element)
    if not element.tag.endswith(("list-level-style-number", "outline-level-style")):
        return Level(form="bullet", left=left, first=first)
    form = element.get(STYLE + "num-format", "")
    return Level(
        form=_FORMS.get(form) or _ORDINALS.get(form) or "decimal",
        before=element.get(STYLE + "num-prefix", ""),
        after=element.get(STYLE + "num-suffix", ""),
        start=whole(element.get(TEXT + "start-value"), 1),
        shown=min(whole(element.get(TEXT + "display-levels"), 1), DEEPEST),
        written=element.get(STYLE + "num-list-format", element.get(LOEXT + "num-list-format")),
        together=element.get(STYLE + "num-letter-sync") == "true",
        left=left,
        first=first,
    )


def _indent(level: Element) -> tuple[float | None, float | None]:
    """Read where the entries of a level stand, in points: the words' edge, and the number's from there."""
    properties = level.find(STYLE + "list-level-properties")
    if properties is None:
        return None, None
    aligned = properties.find(STYLE + "list-level-label-alignment")
    if aligned is not None:
        return points(aligned.get(FO + "margin-left")), points(aligned.get(FO + "text-indent"))
    before, label = points(properties.get(TEXT + "space-before")), points(properties.get(TEXT + "min-label-width"))
    return (before or 0.0) + (label or 0.0), -(label or 0.0)


def _letters(count: int) -> str:
    """Letter a count as spreadsheet columns are: z, aa, ab."""
    text = ""
    while count > 0:
        count, rest = divmod(count - 1, 26)
        text = chr(ord("a") + rest) + text
    return text
