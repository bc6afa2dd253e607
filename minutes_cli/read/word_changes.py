"""Settle the tracked changes of a Word file before it is read: as if all were accepted, or all set aside.

What Word tracks (ECMA-376 part 1, 17.13.5): inserted, deleted and moved words, ends of paragraphs, rows and cells; and
properties as they were before. The XML is rewritten in place, so that no reader behind it need know of changes. How
many are open and whose they are is counted on the way, as a person would: what one author wrote or struck out in one go
is one change, a move is one, and a change of print alone is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from minutes_cli.document import Remark, RemarkKind
from minutes_cli.read.word_package import W
from minutes_cli.read.word_styles import number, value

ACCEPTED, ORIGINAL = "accepted", "original"  # the two readings of ``--changes``

_COME = {W + "ins": "insertion", W + "moveTo": "move"}  # what a change adds
_GO = {W + "del": "deletion", W + "moveFrom": "moved away"}  # what it takes away
_MARKS = _COME | _GO
_IN_CELL = {W + "cellIns": "insertion", W + "cellDel": "deletion"}
_TRACKED = frozenset(_MARKS) | frozenset(_IN_CELL) | {W + "cellMerge"}
_BEFORE = "Change"  # how the element ends that keeps properties as they were: pPrChange in pPr
_PROPERTIES = frozenset(W + name for name in ["pPr", "rPr", "trPr", "tcPr", "tblPr", "tblPrEx", "sectPr", "tblGrid"])
_STAYS = frozenset(W + name for name in ["rPr", "sectPr", *(tag[len(W) :] for tag in _TRACKED)])
_WRITTEN_AGAIN = {W + "delText": W + "t", W + "delInstrText": W + "instrText"}
_BLOCK_WRAPPERS = frozenset(W + name for name in ["sdt", "sdtContent", "customXml"])
_MERGES = {"rest": "restart", "cont": "continue"}
_UNNAMED = "an unnamed author"


class Changes:
    """The tracked changes of one Word file of minutes: which reading is wanted, how many are open, and whose."""

    def __init__(self, reading: str = ACCEPTED) -> None:
        self.count = 0
        self.authors: dict[str, None] = {}  # in the order they are met
        self._original = reading == ORIGINAL
        self._stays, self._goes = (_GO, _COME) if self._original else (_COME, _GO)
        self._last: tuple[str, str] | None = None  # the change that the words just before belong to

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What a person should know: that changes are open, and how they were read."""
        kind: RemarkKind = "changes set aside" if self._original else "changes accepted"
        return (Remark(kind, self.count, tuple(self.authors)),) if self.count else ()

    def settle(self, root: Element | None) -> Element | None:
        """Rewrite one part of the file (its body, a head, its notes) as it reads with the changes settled."""
        if root is not None:
            tags = {element.tag for element in root.iter()}
            if not tags.isdisjoint(_TRACKED) or (self._original and any(tag.endswith(_BEFORE) for tag in tags)):
                self._last = None
                self._walk(root)
        return root

    def _walk(self, parent: Element) -> None:
        """Settle what stands in one element; marks of a paragraph's end and of a row count after what they close."""
        if parent.tag in _PROPERTIES:
            if self._original:
                _restore(parent)
            return
        kept: list[Element] = []
        for child in list(parent):
            kept.extend(self._settled(child))
        if parent.tag == W + "tr":
            kept = self._cells(kept)
        parent[:] = self._joined(kept) if any(child.tag == W + "p" for child in kept) else kept

    def _settled(self, child: Element) -> Iterator[Element]:
        tag = child.tag
        if tag in _MARKS:
            self._note(_MARKS[tag], child)
            last = self._last
            self._walk(child)
            self._last = last
            if tag in self._stays:
                yield from child
            return
        if tag == W + "r" and len(child):
            self._last = None  # untouched words part two changes
        elif tag == W + "tc":
            self._note_all([mark for mark in child.iterfind(f"{W}tcPr/*") if mark.tag in _IN_CELL])
        self._walk(child)
        if tag in {W + "p", W + "tr"}:
            self._note_all(_marked(child))
        if tag == W + "tr" and self._is_gone(child):
            return
        if tag == W + "tbl" and next(child.iter(W + "tr"), None) is None:
            return
        if tag in _WRITTEN_AGAIN and self._original:
            child.tag = _WRITTEN_AGAIN[tag]
        yield child

    def _is_gone(self, block: Element) -> bool:
        """Whether the reading wanted is without a row, or without the end of a paragraph."""
        return any(mark.tag in self._goes for mark in _marked(block))

    def _note_all(self, marks: list[Element]) -> None:
        for mark in marks:
            self._note(_MARKS.get(mark.tag) or _IN_CELL[mark.tag], mark)

    def _note(self, kind: str, mark: Element) -> None:
        author = mark.get(W + "author", "").strip() or _UNNAMED
        if (kind, author) != self._last and mark.tag != W + "moveFrom":
            self.count += 1  # a move is counted where it arrives
        self._last = (kind, author)
        self.authors[author] = None

    def _joined(self, blocks: list[Element]) -> list[Element]:
        """Join each paragraph whose end is gone with the next: the end that stays gives the properties (17.13.5.15)."""
        kept: list[Element] = []
        waiting: list[Element] = []  # what stood in paragraphs without an end
        for block in blocks:
            if block.tag == W + "p" and self._is_gone(block):
                waiting.extend(child for child in block if child.tag != W + "pPr")
                continue
            first = _first_paragraph(block) if waiting else None
            if first is not None:
                at = 1 if len(first) and first[0].tag == W + "pPr" else 0
                first[at:at] = waiting
            elif waiting:
                kept.append(_paragraph(waiting))  # a table or the end follows: there is no paragraph to join
            waiting = []
            kept.append(block)
        return [*kept, _paragraph(waiting)] if waiting else kept

    def _cells(self, cells: list[Element]) -> list[Element]:
        """Leave out the cells that are gone from a row; the cell before takes their place, so that columns stay."""
        kept: list[Element] = []
        for cell in cells:
            properties = cell.find(W + "tcPr")
            for mark in list(properties) if properties is not None else ():
                if mark.tag == W + "cellMerge" and properties is not None:
                    _merge(properties, mark.get(W + ("vMergeOrig" if self._original else "vMerge")))
            wanted = W + ("cellIns" if self._original else "cellDel")
            if properties is None or properties.find(wanted) is None:
                kept.append(cell)
            else:
                _widen(kept, int(number(value(properties, "gridSpan")) or 1))
        return kept


def _marked(block: Element) -> list[Element]:
    """List the changes of a paragraph's end or of a whole row."""
    path = f"{W}pPr/{W}rPr" if block.tag == W + "p" else f"{W}trPr"
    properties = block.find(path)
    return [mark for mark in properties if mark.tag in _MARKS] if properties is not None else []


def _restore(properties: Element) -> None:
    """Put back the properties that a tracked change of print replaced."""
    for child in list(properties):
        if child.tag in _PROPERTIES:
            _restore(child)  # the print of a paragraph's end
        inserted = child.find(W + "ins") if child.tag == W + "numPr" else None
        if inserted is not None:
            properties.remove(child)
    change = properties.find(properties.tag + _BEFORE)
    before = change.find(properties.tag) if change is not None else None
    if before is not None:
        stays = [child for child in properties if child.tag in _STAYS and before.find(child.tag) is None]
        properties[:] = [*before, *stays]


def _first_paragraph(block: Element) -> Element | None:
    """Find the paragraph that a block begins with: itself, or the first in a content control."""
    if block.tag == W + "p":
        return block
    if block.tag not in _BLOCK_WRAPPERS:
        return None
    children = (child for child in block if not child.tag.endswith("Pr"))
    return next((_first_paragraph(child) for child in children), None)


def _paragraph(contents: list[Element]) -> Element:
    paragraph = Element(W + "p")
    paragraph.extend(contents)
    return paragraph


def _merge(properties: Element, merge: str | None) -> None:
    """Merge a cell with the one above, or part it from it, as a tracked change of that says."""
    for old in properties.findall(W + "vMerge"):
        properties.remove(old)
    if merge in _MERGES:
        properties.append(Element(W + "vMerge", {W + "val": _MERGES[merge]}))


def _widen(cells: list[Element], columns: int) -> None:
    """Let the last cell of a row so far, or the gap before its first, reach over some more columns."""
    holder, names = next(
        ((cell, ("tcPr", "gridSpan")) for cell in reversed(cells) if cell.tag == W + "tc"),
        (None, ("trPr", "gridBefore")),
    )
    if holder is None:
        properties = next((child for child in cells if child.tag == W + "trPr"), None)
        if properties is None:
            properties = Element(W + "trPr")
            cells.insert(0, properties)
    else:
        found = holder.find(W + names[0])
        properties = found if found is not None else Element(W + names[0])
        if found is None:
            holder.insert(0, properties)
    span = properties.find(W + names[1])
    if span is None:
        span = Element(W + names[1], {W + "val": "0" if holder is None else "1"})
        properties.append(span)
    span.set(W + "val", str(int(number(span.get(W + "val")) or 0) + columns))
