"""Find the footnotes and endnotes of a Word file by the marks in its text, numbered as Word prints them.

A note says what somebody thought too long for the sentence ("left at eight"), so it is set as a paragraph of its own,
behind the running text its mark stands in, or behind the list or table: within a list it would be read as an entry, and
at the end of the minutes as part of the last item. The mark itself is left out of the text: a "1" behind a name or a
sum would be read as part of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from minutes_cli.read.number_words import spelled
from minutes_cli.read.word_changes import Changes
from minutes_cli.read.word_package import Package, W
from minutes_cli.read.word_styles import number, value

_KINDS = {"footnote": ("footnotes", "decimal"), "endnote": ("endnotes", "lowerRoman")}  # part, and usual form of number


class Note(NamedTuple):
    """One note: the mark that is printed for it, and what it says."""

    mark: str
    text: Element


class Notes:
    """The notes of one Word file of minutes, each read when its mark is met."""

    def __init__(self, package: Package, tracked: Changes) -> None:
        self._package = package
        self._tracked = tracked
        self._texts: dict[str, dict[str, Element]] = {}
        self._manners: dict[str, tuple[str, int]] = {}
        self._counted: dict[str, int] = {}

    def at(self, reference: Element) -> Note | None:
        """Give the note that a mark in the text refers to; ``None`` when the file has none of its number.

        A note that the writer marked with a sign of their own is not counted; its mark is "".
        """
        kind = reference.tag[len(W) :].removesuffix("Reference")
        text = self._texts_of(kind).get(reference.get(W + "id", ""))
        if text is None:
            return None
        if reference.get(W + "customMarkFollows", "0") not in {"0", "false", "off"}:
            return Note("", text)
        if kind not in self._manners:
            self._manners[kind] = self._manner(kind)
        form, start = self._manners[kind]
        self._counted[kind] = self._counted.get(kind, start - 1) + 1
        return Note(spelled(self._counted[kind], form), text)

    def _texts_of(self, kind: str) -> dict[str, Element]:
        if kind not in self._texts:
            parts = self._package.beside(_KINDS[kind][0])
            roots = [self._tracked.settle(self._package.xml(part)) for part in parts]
            notes = (note for root in roots if root is not None for note in root.iter(W + kind))
            self._texts[kind] = {note.get(W + "id", ""): note for note in notes}
        return self._texts[kind]

    def _manner(self, kind: str) -> tuple[str, int]:
        """Say how the file numbers its notes, and from which number on."""
        form, start = _KINDS[kind][1], 1.0
        for properties in self._properties(f"{kind}Pr"):
            form = value(properties, "numFmt") or form
            start = number(value(properties, "numStart")) or start
        return form, int(start)

    def _properties(self, name: str) -> Iterator[Element]:
        parts = self._package.beside("settings")
        settings, body = (self._package.xml(part) for part in (parts[0] if parts else "", self._package.main))
        if settings is not None:
            yield from settings.findall(W + name)
        for section in body.iter(W + "sectPr") if body is not None else ():
            yield from section.findall(W + name)
