"""Print the numbers that Word prints before list paragraphs and headings: "1a.", "3.2", "(iv)", "•".

The file holds only "this paragraph is on level 1 of list 4"; the counting is done here, as Word does it
(ECMA-376 part 1, 17.9): lists that share one abstract list share its counters, a deeper level restarts after a
higher one, a level passed over counts as begun ("1", "1.1.1", then "1.2"), and a list may start itself over, once.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.etree.ElementTree import Element

from minutes_cli.read.number_words import spelled
from minutes_cli.read.word_package import MC, W
from minutes_cli.read.word_styles import PLAIN, Look, Styles, list_level, number, paragraph_look, toggle, value

BULLET = "• "  # every bullet prints as this one: what Word stores is often a code of a symbol font

_PLACE = re.compile(r"%([1-9])")


class Level(NamedTuple):
    """One level of a list: how its numbers look and when they begin again."""

    start: int | None = None  # 0 where the file says nothing (17.9.25)
    form: str = "decimal"  # numFmt, or the pattern of a custom one ("001, 002, ...")
    text: str = ""  # "%1.%2"
    restart: int | None = None  # restarts after this level (counted from 1) or a higher one; 0 never
    legal: bool = False  # prints all its numbers as decimals
    close: bool = False  # nothing between the number and the words
    style: str | None = None  # the paragraph style that means this level
    look: Look = PLAIN


class _List(NamedTuple):
    """A list as paragraphs name it: the abstract list it counts with, and what it does differently."""

    abstract: str
    starts: dict[int, int]
    levels: dict[int, Level]


class Numbering:
    """The lists of one Word file, and how far each has counted."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._abstract: dict[str, dict[int, Level]] = {}
        self._lists: dict[str, _List] = {}
        self._same: dict[str, str] = {}  # abstract lists that stand for another, by way of a numbering style
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()  # lists that have started themselves over
        if root is None:
            return
        links: dict[str, str] = {}
        for abstract in root.iter(W + "abstractNum"):
            name = abstract.get(W + "abstractNumId", "")
            self._abstract[name] = {_index(level): _level(level) for level in abstract.iter(W + "lvl")}
            linked = value(abstract, "numStyleLink")
            if linked:
                links[name] = linked
        for entry in root.iter(W + "num"):
            self._lists[entry.get(W + "numId", "")] = _list(entry)
        for name, style in links.items():
            target = self._lists.get(styles.list_of(style) or "")
            if target and not self._abstract[name]:
                self._same[name] = target.abstract

    def level_of(self, listed: str | None, style: str | None) -> int | None:
        """Say which level of a list a paragraph style means by itself, as "Heading 2" means the second."""
        entry = self._lists.get(listed or "")
        if entry is None or style is None:
            return None
        levels = self._abstract.get(self._counted_as(entry), {})
        return next((index for index, level in levels.items() if level.style == style), None)

    def look(self, listed: str, level: int) -> Look:
        """Say how far the paragraphs on this level are indented."""
        found = self._level(listed, level)
        return found.look if found else PLAIN

    def next(self, listed: str, level: int) -> str:
        """Count one paragraph on and give what Word prints before it, with the blank after it; "" for nothing."""
        entry, found = self._lists.get(listed), self._level(listed, level)
        if entry is None or found is None:
            return ""
        counts = self._counts.setdefault(self._counted_as(entry), {})
        if listed not in self._begun:
            self._begun.add(listed)
            for started in entry.starts:
                if started >= level:
                    counts.pop(started, None)
        for above in range(level):
            if above not in counts and (passed := self._level(listed, above)) is not None:
                counts[above] = passed.start or 0
        first = entry.starts.get(level, found.start or 0)
        counts[level] = counts.get(level, first - 1) + 1
        self._restart_below(listed, level, counts)
        if found.form == "bullet":  # counted all the same: numbers below a bullet begin anew
            return BULLET if found.text.strip() else ""
        text = _PLACE.sub(lambda place: self._shown(listed, int(place[1]) - 1, found, counts), found.text)
        return text if found.close or not text.strip() else text.rstrip() + " "

    def _counted_as(self, entry: _List) -> str:
        """Name the abstract list whose counters a list uses."""
        return self._same.get(entry.abstract, entry.abstract)

    def _level(self, listed: str, level: int) -> Level | None:
        entry = self._lists.get(listed)
        if entry is None:
            return None
        own, general = entry.levels.get(level), self._abstract.get(self._counted_as(entry), {}).get(level)
        if own is None or general is None:
            return own or general
        # Files from web editors restate only the form of a level; what they leave out stands as it was.
        return own._replace(
            start=own.start if own.start is not None else general.start, look=own.look.over(general.look)
        )

    def _restart_below(self, listed: str, level: int, counts: dict[int, int]) -> None:
        for deeper in [index for index in counts if index > level]:
            found = self._level(listed, deeper)
            restart = found.restart if found and found.restart is not None else deeper
            if level < restart:
                del counts[deeper]

    def _shown(self, listed: str, index: int, printed: Level, counts: dict[int, int]) -> str:
        """Write one level's count; a level above that no paragraph stood on yet shows where it would start."""
        level = self._level(listed, index) or Level(start=1)
        entry = self._lists[listed]
        count = counts.get(index, entry.starts.get(index, level.start or 0))
        form = "decimal" if printed.legal and level.form != "none" else level.form
        return spelled(count, form)


def _index(level: Element) -> int:
    return list_level(number(level.get(W + "ilvl")) or 0)


def _level(level: Element) -> Level:
    start, restart = number(value(level, "start")), number(value(level, "lvlRestart"))
    form = level.find(W + "numFmt")
    if form is None:
        form = level.find(f"{MC}AlternateContent/{MC}Choice/{W}numFmt")
    written = form.get(W + "val", "decimal") if form is not None else "decimal"
    if written == "custom" and form is not None:
        written = form.get(W + "format", "decimal")
    return Level(
        start=int(start) if start is not None else None,
        form=written,
        text=value(level, "lvlText") or "",
        restart=int(restart) if restart is not None else None,
        legal=bool(toggle(level, "isLgl")),
        close=value(level, "suff") == "nothing",
        style=value(level, "pStyle"),
        look=paragraph_look(level.find(W + "pPr")),
    )


def _list(entry: Element) -> _List:
    starts: dict[int, int] = {}
    levels: dict[int, Level] = {}
    for override in entry.iter(W + "lvlOverride"):
        index = _index(override)
        level = override.find(W + "lvl")
        if level is not None:
            levels[index] = _level(level)
        start = number(value(override, "startOverride"))
        if start is not None:
            starts[index] = int(start)
    return _List(value(entry, "abstractNumId") or "", starts, levels)
