"""See the columns in a typed line of minutes: what stands apart by a tab or by several spaces.

A tab counts as ``TAB`` character columns, whatever the length of the words before it: the second cell of
"Ann Forde<TAB>AF<TAB>Manager" and of "Jo<TAB><TAB>Clerk" both keep their place, and an empty cell shows as a
column that nothing stands in.
"""

from __future__ import annotations

import re

from minutes_cli.document import Segment
from minutes_cli.read.characters import folded

TAB = 1000.0  # character columns between one tab cell and the next; longer than any cell of a typed table
GAP = 2  # spaces that set two entries apart; typists also put two after a full stop, which are none
PROPORTIONAL_GAP = 3  # the same where letters differ in width (Word, web pages): two are a slip of the thumb
JUSTIFIED_GAP = 4  # the same in a text whose lines were stretched to one width
JUSTIFIED_LINE = 50  # characters from which a line can have been stretched
JUSTIFIED_SHARE = 0.2  # share of such lines holding double spaces between words that shows a stretched text
JUSTIFIED_LEAST = 8  # lines needed to tell

_GAPS = {
    GAP: re.compile(r"(?<![.?!:;,])(?<![.?!][\"'”’)\]]) {2,}|(?<=[.?!:;,]) {3,}|(?<=[.?!][\"'”’)\]]) {3,}"),
    PROPORTIONAL_GAP: re.compile(r" {3,}"),
    JUSTIFIED_GAP: re.compile(r" {4,}"),
}
_STRETCH = re.compile(r"[a-z,] {2,3}[a-z]")


def gap_width(lines: list[str]) -> int:
    """Say how many spaces set entries apart in this text of minutes: 2, or 4 where lines are justified with spaces."""
    long = [line for line in lines if len(line) >= JUSTIFIED_LINE and "\t" not in line]
    if len(long) < JUSTIFIED_LEAST:
        return GAP
    stretched = sum(len(_STRETCH.findall(line.strip())) >= 2 for line in long)
    return JUSTIFIED_GAP if stretched >= JUSTIFIED_SHARE * len(long) else GAP


def segments_of(printed: str, gap: int = GAP) -> tuple[Segment, ...]:
    r"""Cut one typed line into the entries that stand apart, each with its character columns.

    ``printed`` is the line with its tabs and spaces; a "\n" in it sets the entries of a list in one cell apart and
    is kept. Within a tab's cell a column is ``TAB`` times the number of tabs before it plus the characters before it.
    """
    if "\t" not in printed:
        return tuple(_runs(printed, 0.0, float("inf"), gap))
    found: list[Segment] = []
    for index, cell in enumerate(printed.split("\t")):
        found.extend(_runs(cell, TAB * index, TAB * (index + 1) - 1, gap))
    return tuple(found)


def joined(segments: tuple[Segment, ...]) -> str:
    """Write the entries of one line of minutes with one space for each gap."""
    return " ".join(segment.text for segment in segments)


def _runs(cell: str, base: float, limit: float, gap: int) -> list[Segment]:
    """Cut what stands between two tabs at its wide gaps, and place the pieces from ``base``, at most at ``limit``."""
    start = len(cell) - len(cell.lstrip(" \n"))
    body = cell.strip(" \n")
    if not body:
        return []
    if "\n" in body:
        text = "\n".join(filter(None, map(folded, body.split("\n"))))
        return [Segment(min(base + start, limit), min(base + start + len(body), limit), text)]
    runs, at = [], 0
    for match in [*_GAPS[gap].finditer(body), None]:
        end = match.start() if match else len(body)
        x0, x1 = base + start + at, base + start + end
        runs.append(Segment(min(x0, limit), min(x1, limit), folded(body[at:end])))
        at = match.end() if match else at
    return runs
