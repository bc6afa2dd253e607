"""Set running heads, running feet and page numbers apart from what the minutes say.

Two mechanisms, both format-blind: on pages, a line that stands at the head or foot of several pages in the same words
(numbers aside) is furniture; in a text without any page mark, the opening lines of the document printed again in the
same order are a running head, wherever they interrupt (also in mid-sentence).
"""

from __future__ import annotations

from collections import Counter
from itertools import takewhile

from minutes_cli.document import Document, Line, Table
from minutes_cli.parse.patterns import pattern
from minutes_cli.wording import wording

HEAD_LINES = 6  # a running head or foot is at most this many lines deep (letterheads with address: 6)
SHARE = 0.5  # a head stands on at least this share of the pages it could stand on (odd and even heads: every other)
OPENING = 12  # a running head in a text repeats some of its first twelve lines
LONG_PAGE = 75  # lines; a longer "page" has lost its page marks
MIN_REPEATED = 3  # lines printed again that make a running head; two may be a date and a name
DIGITS = wording(r"\d+")


def find(document: Document) -> dict[tuple[int, int], str]:
    """Name the furniture of a document: ``{(page, line): "running head" | "running foot" | "page number"}``.

    The first printing of a running head stays in (it may be all the heading the minutes have) unless it is a bare page
    number.
    """
    pages = [_lines(page.blocks) for page in document.pages]
    found: dict[tuple[int, int], str] = {}
    if len([lines for lines in pages if lines]) > 1:
        _heads(pages, found)
        _feet(pages, found)
    for lines in pages:
        for line in (*lines[:HEAD_LINES], *lines[-HEAD_LINES:]):
            if len(document.pages) > 1 and _is_page_number(line) and line in (lines[0], lines[-1]):
                found.setdefault((line.page, line.line), "page number")
    for lines in pages:
        if len(document.pages) == 1 or len(lines) > LONG_PAGE:
            _repeated_opening(lines, found)
    return found


def _lines(blocks: list[Line | Table]) -> list[Line]:
    """Give the lines of a page; the rows of a drawn table are no furniture, but stand between head and foot."""
    return [block for block in blocks if isinstance(block, Line) and block.text.strip()]


def _is_page_number(line: Line) -> bool:
    """Whether a line is a page's number and nothing else ("- 3 -", "Page 3 of 4")."""
    return pattern("print", "page-number").match(line.text) is not None


def _key(text: str) -> str:
    """Give the words of a line as they are the same on every page: numbers, case and spaces aside."""
    return DIGITS.sub("0", " ".join(text.split())).casefold()


def _common(rows: list[list[Line]]) -> set[str]:
    """Which lines, numbers aside, stand near the same edge of enough pages."""
    counts = Counter(key for lines in rows for key in {_key(line.text) for line in lines})
    pages = sum(1 for lines in rows if lines)
    needed = max(2, round(pages * SHARE))
    return {
        key
        for key, count in counts.items()
        if count >= needed or (pattern("print", "page-of").search(key) and count >= 2)
    }


def _heads(pages: list[list[Line]], found: dict[tuple[int, int], str]) -> None:
    """Find the running heads: lines at the head of enough pages, from the second printing on."""
    common = _common([lines[:HEAD_LINES] for lines in pages])
    seen: set[str] = set()
    for lines in pages:
        for line in lines[:HEAD_LINES]:
            key = _key(line.text)
            if key not in common:
                break
            if key in seen or _is_page_number(line):
                found[line.page, line.line] = "running head"
            seen.add(key)


def _feet(pages: list[list[Line]], found: dict[tuple[int, int], str]) -> None:
    """Find the running feet and page numbers at the foot of pages, from the last line upwards."""
    common = _common([lines[-HEAD_LINES:] for lines in pages if len(lines) > 1])
    for lines in pages:
        for line in reversed(lines[-HEAD_LINES:]):
            if _key(line.text) not in common and not _is_page_number(line):
                break
            found.setdefault((line.page, line.line), "running foot")


def _repeated_opening(lines: list[Line], found: dict[tuple[int, int], str]) -> None:
    """Find the document's opening lines printed again: a running head in a text that has no page marks."""
    opening = [_key(line.text) for line in lines[:OPENING]]
    index = len(opening)
    keys = [_key(line.text) for line in lines]
    while index < len(keys):
        start = next((s for s in range(len(opening)) if opening[s] == keys[index]), None)
        if start is None:
            index += 1
            continue
        pairs = zip(opening[start:], keys[index : index + OPENING], strict=False)
        length = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        if length >= MIN_REPEATED and index >= start + length:
            for line in lines[index : index + length]:
                found[line.page, line.line] = "running head"
        index += max(length, 1)
