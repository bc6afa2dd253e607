"""Lay out a page that has no picture: its lines and tables as text, the words of each entry marked in them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from minutes_cli.document import Line, Page
from minutes_cli.review.sheets import Placed
from minutes_cli.review.words import fit

if TYPE_CHECKING:
    from minutes_cli.review.lay import Laid

SET_ASIDE = ("furniture", "unused", "ornament")


class _Page:
    """One page being laid out: which marks and flags its lines carry, each named at its first."""

    def __init__(self, laid: Laid, lines: range, placed: list[Placed], notes: list[dict[str, Any]]) -> None:
        self.laid = laid
        self.at = iter(lines)
        self.marks: dict[int, list[tuple[int, int, Placed]]] = {}
        for each in placed:
            for mark in each.marks:
                self.marks.setdefault(mark.at, []).append((mark.start, mark.end, each))
        self.notes = list(notes)
        self.labelled: dict[int, int] = {}

    def line(self, line: Line) -> dict[str, Any]:
        """Lay out the next line of the page."""
        at = next(self.at)
        read = self.laid.review.reads[at]
        flags = [note for note in self.notes if note["line"] == read.line]
        self.notes = [note for note in self.notes if note not in flags]
        aside = read.kind in SET_ASIDE and not read.entries
        return {
            "number": read.line, "aside": fit(read.read_as) if aside else "", "flags": flags,
            "pieces": self._pieces(line.text, at), "strong": line.heading > 0 or line.is_bold,
        }  # fmt: skip

    def _pieces(self, text: str, at: int) -> list[dict[str, Any]]:
        """Cut a line where marks begin and end; each piece tells its entries, and which labels stand before it."""
        marks = sorted(self.marks.get(at, ()), key=lambda mark: (mark[0], -mark[1]))
        cuts = sorted({0, len(text), *(edge for start, end, _ in marks for edge in (start, end))})
        pieces = []
        for start, end in pairwise(cuts):
            over = [each for begin, stop, each in marks if begin <= start and end <= stop]
            begun = [each for begin, _, each in marks if begin == start]
            labels = [self._label(each, at) for each in begun if self._wants_label(each, at)]
            narrow = min(over, key=lambda each: len(each.entry.text), default=None)
            pieces.append({
                "text": fit(text[start:end]), "labels": labels, "kind": narrow.entry.kind if narrow else "",
                "entries": " ".join(self.laid.entry_id(each.part.number, each.entry.key) for each in over),
            })  # fmt: skip
        return pieces

    def _wants_label(self, placed: Placed, at: int) -> bool:
        """Whether a mark says what it is: an entry's first does, and each that stands apart from the one before."""
        before = self.labelled.get(id(placed))
        if before is not None and at - before <= 1:
            self.labelled[id(placed)] = at
            return False
        return True

    def _label(self, placed: Placed, at: int) -> dict[str, str]:
        is_first = id(placed) not in self.labelled
        self.labelled[id(placed)] = at
        entry = self.laid.entry_id(placed.part.number, placed.entry.key)
        return {"id": self.laid.box_id(placed) if is_first else "", "entry": entry, "kind": placed.entry.kind,
                "label": fit(placed.entry.label), "text": fit(placed.entry.text)}  # fmt: skip


def blocks_of(
    laid: Laid, page: Page, lines: range, placed: list[Placed], notes: list[dict[str, Any]]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Lay out the lines and tables of a page, in reading order; gives the findings too that are of no line of it."""
    on = _Page(laid, lines, placed, notes)
    blocks: list[dict[str, Any]] = [{"line": on.line(line), "rows": []} for line in page.running]
    for block in page.blocks:
        if isinstance(block, Line):
            blocks.append({"line": on.line(block), "rows": []})
        else:
            rows = [[[on.line(line) for line in cell.lines] for cell in row.cells] for row in block.rows]
            blocks.append({"line": None, "rows": rows})
    return blocks, on.notes
