"""Lay out the pages of a review: pictures with boxes over them, or lines with the words of entries marked."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from minutes_cli.document import Line, LineRead, Page, Shown, Table
from minutes_cli.review.entries import entries_of
from minutes_cli.review.labels import label_box
from minutes_cli.review.matter import Review
from minutes_cli.review.sheets import Box, Placed, boxes_of, line_box, lines_of
from minutes_cli.review.words import fit

SET_ASIDE = ("furniture", "unused", "ornament")  # kinds of lines that went into nothing of the record
AIR = 1.0  # points between letters and the box round them
FAR = 1.5  # line heights between two boxes of an entry from which on both are labelled
SAID = 22  # letters of what a grey line is that are written on it


_Made = dict[str, Any]
"""What a template is given of one thing."""


class Laid:
    """The pages of a review as its template wants them, and what the record beside them needs.

    ``places`` gives for an entry (meeting and key) the links to its boxes with the numbers of their pages; ``notes``
    are the findings; ``rules`` is the style sheet that puts the boxes in their places: numbers and names of ours only.
    """

    def __init__(self, review: Review) -> None:
        self.review = review
        self.lines = lines_of(review.document)
        self.placed = boxes_of(review)
        self.places: dict[tuple[int, str], list[tuple[str, int]]] = {}
        self.notes: list[_Made] = []
        self.rules = ""
        self.sheets: list[_Made] = []
        self._named = 0
        self.labels = {(p.number, e.key): e.label for p in review.parts for e in entries_of(p.record)}

    @staticmethod
    def entry_id(number: int, key: str) -> str:
        """Name the place of an entry in the record."""
        return f"e{number}-{key.replace('/', '-')}"

    def box_id(self, placed: Placed) -> str:
        """Name the box of an entry on one page, and note the way to it."""
        place = f"b{self.entry_id(placed.part.number, placed.entry.key)[1:]}-{placed.page}"
        self.places.setdefault((placed.part.number, placed.entry.key), []).append((place, placed.page))
        return place

    def put(self, box: Box, within: Box, name: str = "") -> str:
        """Put a rectangle at its place within another by a rule of style; gives the name it goes by."""
        self._named += not name
        name = name or f"r{self._named}"
        all_wide, all_high = within.x1 - within.x0, within.bottom - within.top
        left, top = 100 * (box.x0 - within.x0) / all_wide, 100 * (box.top - within.top) / all_high
        wide, high = 100 * (box.x1 - box.x0) / all_wide, 100 * (box.bottom - box.top) / all_high
        self.rules += f"#{name}{{left:{left:.2f}%;top:{top:.2f}%;width:{max(wide, 0.1):.2f}%;height:{high:.2f}%}}\n"
        return name

    def link_to(self, number: int, key: str) -> tuple[str, str]:
        """Give the link to an entry of the record, and what it is called."""
        return self.entry_id(number, key), fit(self.labels.get((number, key), ""))


def lay_out(review: Review) -> Laid:
    """Lay out every page that holds lines of the meetings shown."""
    laid = Laid(review)
    for part in review.parts:
        for finding in part.findings:
            laid.notes.append({"id": f"n{len(laid.notes) + 1}", "flag": "", "part": part.number, "code": finding.code,
                               "severity": finding.severity, "message": fit(finding.message), "page": finding.page,
                               "line": finding.line})  # fmt: skip
    numbers = {part.number for part in review.parts}
    at = 0
    for page in review.document.pages:
        count = len(page.running) + sum(_count(block) for block in page.blocks)
        lines = range(at, at + count)
        at += count
        if any(review.reads[n].meeting in numbers for n in lines) or (not count and len(review.parts) > 0):
            laid.sheets.append(_sheet(laid, page, lines))
    return laid


def _count(block: Line | Table) -> int:
    return 1 if isinstance(block, Line) else sum(len(cell.lines) for row in block.rows for cell in row.cells)


def _sheet(laid: Laid, page: Page, lines: range) -> _Made:
    placed = [each for each in laid.placed if each.page == page.number]
    notes = [note for note in laid.notes if note["page"] == page.number]
    for note in notes:
        note["flag"] = f"f{note['id'][1:]}"
    shown = laid.review.shown.get(page.number)
    sheet: _Made = {
        "number": page.number,
        "notes": notes,
        "picture": None,
        "blocks": [],
        "loose": [],
        "account": [],
    }
    if shown is None:
        from minutes_cli.review.lines import blocks_of

        blocks, loose = blocks_of(laid, page, lines, placed, notes)
        return sheet | {"blocks": blocks, "loose": loose}
    account = [_accounted(laid, laid.review.reads[at]) for at in lines]
    return sheet | {"picture": _picture(laid, shown, lines, placed, notes), "account": account}


def _accounted(laid: Laid, read: LineRead) -> _Made:
    links = [laid.link_to(read.meeting, key) for key in read.entries]
    return {"line": read.line, "text": fit(read.text), "said": fit(read.read_as), "why": fit(read.why),
            "aside": read.kind in SET_ASIDE, "links": [link for link in links if link[1]]}  # fmt: skip


def _picture(laid: Laid, shown: Shown, lines: range, placed: list[Placed], notes: list[_Made]) -> _Made:
    taken = [box for at in lines for box in _print_of(laid.lines[at])]
    return {
        "source": f"data:{shown.media};base64,{base64.b64encode(shown.picture).decode()}",
        "width": round(shown.width * 2),
        "height": round(shown.height * 2),
        "boxes": [_boxed(laid, shown, each, taken) for each in placed],
        "aside": list(_set_aside(laid, shown, lines, taken)),
        "flags": [_flag(laid, shown, lines, note, taken) for note in notes],
    }


def _boxed(laid: Laid, shown: Shown, placed: Placed, taken: list[Box]) -> _Made:
    """Box an entry on a page: a link as large as all its rectangles, which a jump to it brings into sight."""
    rounds = [_aired(box) for box in _merged(placed.boxes)]
    label, place = label_box(rounds, fit(placed.entry.label), taken, shown.width)
    whole = Box(
        min(box.x0 for box in rounds),
        min(box.top for box in rounds),
        max(box.x1 for box in rounds),
        max(box.bottom for box in rounds),
    )
    return {
        "id": laid.put(whole, _paper(shown), laid.box_id(placed)),
        "entry": laid.entry_id(placed.part.number, placed.entry.key),
        "kind": placed.entry.kind,
        "rects": [laid.put(box, whole) for box in rounds],
        "label": label,
        "full": fit(placed.entry.label),
        "text": fit(placed.entry.text),
        "place": laid.put(place, whole),
        "again": [laid.put(label_box([box], label, taken, shown.width)[1], whole) for box in _apart(rounds)],
    }


def _apart(boxes: list[Box]) -> list[Box]:
    """Give the boxes that stand so far below the one before that they want a label of their own."""
    return [after for before, after in pairwise(boxes) if after.top - before.bottom > FAR * (after.bottom - after.top)]


def _paper(shown: Shown) -> Box:
    return Box(0, 0, shown.width, shown.height)


def _print_of(line: Line) -> Iterator[Box]:
    if not line.segments:
        yield line_box(line)
    yield from (Box(segment.x0, line.top, segment.x1, line.bottom) for segment in line.segments)


def _aired(box: Box) -> Box:
    return Box(box.x0 - AIR, box.top - AIR, box.x1 + AIR, box.bottom + AIR)


def _merged(boxes: list[Box]) -> list[Box]:
    """Join boxes on one line that touch."""
    merged: list[Box] = []
    for box in boxes:
        before = merged[-1] if merged else None
        if before and before.top == box.top and before.x1 <= box.x0 <= before.x1 + (box.bottom - box.top):
            merged[-1] = before._replace(x1=box.x1)
        else:
            merged.append(box)
    return merged


def _set_aside(laid: Laid, shown: Shown, lines: range, taken: list[Box]) -> Iterator[dict[str, str]]:
    """Grey the lines that went into nothing, and write on them what they are."""
    before = ""
    for at in lines:
        read, line = laid.review.reads[at], laid.lines[at]
        aside = read.kind in SET_ASIDE and not read.entries
        if aside and line.text.strip():
            box = _aired(line_box(line))
            label = read.read_as if len(read.read_as) <= SAID else read.kind
            put = {"rect": laid.put(box, _paper(shown)), "label": "", "place": ""}
            if label != before:  # once for all that follow each other
                put["label"], place = label_box([box], fit(label), taken, shown.width)
                put["place"] = laid.put(place, _paper(shown))
            yield put
        before = label if aside and line.text.strip() else before if aside else ""


def _flag(laid: Laid, shown: Shown, lines: range, note: _Made, taken: list[Box]) -> dict[str, str]:
    """Put the code of a finding into the margin of the page, at the height of its line."""
    at = next((n for n in lines if laid.review.reads[n].line == note["line"]), None)
    line = Box(0, 0, 0, shown.width / 50) if at is None else line_box(laid.lines[at])._replace(x0=0, x1=0)
    _, box = label_box([line], f"! {note['code']}", taken, shown.width)
    laid.put(box, _paper(shown), note["flag"])
    return {"id": note["flag"], "note": note["id"], "code": note["code"], "place": laid.put(box, box)}
