"""Print the bullets and numbers of the lists in a web page of minutes."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from minutes_cli.read.number_words import spelled

BULLET = "• "

_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_STYLES = {
    "decimal": "decimal",
    "decimal-leading-zero": "decimalZero",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
}
_BULLETS = "·•●○o§◦▪■□–—-*"
_LIST_TAG = re.compile(r"<ol\b[^>]*\breversed\b", re.I)


_PART = re.compile(r"\"([^\"]*)\"|counter\(\s*([\w-]+)\s*(?:,\s*([\w-]+)\s*)?\)")
_ESCAPED = re.compile(r"\\([0-9a-f]{1,6})\s?", re.I)
_LEVEL = re.compile(r"-(\d)$")


class _Open:
    """One list that is open: its number format ("" for bullets), the next number, and the step to the one after.

    ``content`` is what a style sheet prints before each entry, as in '"" counter(one) "." counter(two) ". "'.
    """

    def __init__(self, form: str, count: int = 0, step: int = 1, shown: bool = True, content: str = "") -> None:
        self.form, self.count, self.step, self.shown, self.content = form, count, step, shown, content
        self.within = 0  # lists that this one prints within, though it stands beside them


class Lists:
    """The lists open at one place of the page, innermost last, and the mark due before the next words."""

    def __init__(self, lengths: list[int] | None = None) -> None:
        self.lengths = lengths if lengths is not None else []  # of the reversed lists still to come
        self._open: list[_Open] = []
        self._due = ""
        self._counters: dict[str, int] = {}  # those that a style sheet names

    @property
    def depth(self) -> int:
        """How many lists are open, as they print."""
        return len(self._open) + sum(each.within for each in self._open)

    def begin(self, tag: str, attributes: dict[str, str | None], style: str | None = None) -> None:
        """Begin a list (``ul``, ``ol``) or an entry of one (``li``); ``style`` is the kind of mark its style names."""
        if tag == "li":
            self._begin_entry(attributes)
            return
        form = _STYLES.get(style or "", "decimal" if tag == "ol" else "")
        if tag == "ol" and not style:
            form = _FORMS.get(attributes.get("type") or "", "decimal")
        backwards = tag == "ol" and "reversed" in attributes
        length = self.lengths.pop(0) if backwards and self.lengths else 1
        first = _whole(attributes.get("start"), length if backwards else 1)
        self._open.append(_Open(form, first, -1 if backwards else 1, style != "none"))

    def begin_by_sheet(self, name: str, content: str, attributes: dict[str, str | None]) -> None:
        """Begin a list whose marks the style sheet prints, as in pages that Google Docs exports.

        ``name`` is the class of the list; the figure it ends in is how deep it prints.
        """
        opened, counters = _Open("", content=content), _PART.findall(content)
        own = next((counter for _, counter, _ in reversed(counters) if counter), "")
        if own and ("start" in attributes or "start" in (attributes.get("class") or "").split()):
            self._counters[own] = _whole(attributes.get("start"), 1) - 1
        level = _LEVEL.search(name)
        opened.within = max(int(level[1]) - self.depth, 0) if level else 0
        self._open.append(opened)

    def end(self) -> None:
        """End the innermost list."""
        if self._open:
            self._open.pop()
        self._due = ""

    def mark(self) -> str:
        """Give the bullet or number due before the words that follow now, once."""
        mark, self._due = self._due, ""
        return mark

    def label(self, printed: str) -> None:
        """Take a mark that the page itself prints, as pages saved by Word do: "1.", or the code of a bullet."""
        printed = " ".join(printed.replace("\u00a0", " ").split())
        self._due = (BULLET if printed in _BULLETS else f"{printed} ") if printed else ""

    def _begin_entry(self, attributes: dict[str, str | None]) -> None:
        if not self._open or not (self._open[-1].form or self._open[-1].content):
            self._due = BULLET if not self._open or self._open[-1].shown else ""
            return
        opened = self._open[-1]
        if opened.content:
            self.label(self._by_sheet(opened.content))
            return
        count = _whole(attributes.get("value"), opened.count)
        self._due = f"{spelled(count, opened.form)}. " if opened.shown else ""
        opened.count = count + opened.step

    def _by_sheet(self, content: str) -> str:
        """Print the mark of one entry as the style sheet says, counting its own counter on."""
        parts = _PART.findall(content)
        own = next((counter for _, counter, _ in reversed(parts) if counter), "")
        if own:
            self._counters[own] = self._counters.get(own, 0) + 1
        return "".join(
            spelled(self._counters.get(counter, 1), _STYLES.get(form, "decimal"))
            if counter
            else _ESCAPED.sub(lambda code: chr(min(int(code[1], 16), 0xFFFD)), text)
            for text, counter, form in parts
        )


class _Lengths(HTMLParser):
    """Counts the entries of the lists that are numbered backwards, in the order in which these begin."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lengths: list[int] = []
        self._open: list[int | None] = []  # for each list open: its place in ``lengths``

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a list, or count an entry."""
        if tag in {"ul", "ol"}:
            backwards = tag == "ol" and "reversed" in dict(attrs)
            if backwards:
                self.lengths.append(0)
            self._open.append(len(self.lengths) - 1 if backwards else None)
        elif tag == "li" and self._open and (place := self._open[-1]) is not None:
            self.lengths[place] += 1

    def handle_endtag(self, tag: str) -> None:
        """End a list."""
        if tag in {"ul", "ol"} and self._open:
            self._open.pop()


def reversed_lengths(source: str) -> list[int]:
    """Count the entries of each list that is numbered backwards: its first number is known only at its end."""
    if not _LIST_TAG.search(source):
        return []
    counter = _Lengths()
    counter.feed(source)
    return counter.lengths


def _whole(said: str | None, otherwise: int) -> int:
    try:
        return int(said or "")
    except ValueError:
        return otherwise
