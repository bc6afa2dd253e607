"""Mend damaged characters in minutes where it is certain what stood there, and remark on what was mended or is lost.

What is mended: UTF-8 that was read as another encoding, once or twice ("donâ€™t"); full-width letters and digits among
our letters; letters for digits in dates and times. What is lost, the replacement character, is told where it
stands. Minutes without any of this are searched once for tell-tale bytes and left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from minutes_cli.document import Document, Line, Remark, Segment, Table
from minutes_cli.read import misread
from minutes_cli.read.encoding import Repairs, first_difference, may_be_misread, mend_misread

LOST = "\ufffd"
MOST_LOST = 20  # places that are told; a file with more is damaged all over
AROUND = 20  # characters on either side of a lost one that are shown

_WIDE_BYTES = (b"\xef\xbc", b"\xef\xbd")  # how full-width letters begin in UTF-8
_WIDE = re.compile("[\uff01-\uff5e]")
_EAST_ASIAN = "[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"  # beside these, full-width letters are right
_TO_NARROW = -0xFEE0


def mend(document: Document, repaired: Repairs | None = None) -> Document:
    """Mend the lines of a document and add the remarks; ``repaired`` is what was mended in its bytes before.

    Lines are changed in place. A document in good order comes back as it is.
    """
    words = "\n".join(line.text for line in _lines(document)).encode("utf-8", "surrogatepass")
    is_damaged = may_be_misread(words) or misread.may_hold(words)
    is_damaged |= b"\xef" in words and any(sign in words for sign in _WIDE_BYTES)
    changed = [found for line in _lines(document) if (found := _mend_line(line))] if is_damaged else []
    remarks: list[Remark] = []
    if changed or repaired:
        remarks.append(_remark(changed, repaired))
    if LOST.encode() in words:
        remarks.extend(_lost(document))
    return msgspec.structs.replace(document, remarks=(*document.remarks, *remarks)) if remarks else document


Change = tuple[Line, str]
"""A line that was mended, and its words before."""


def _remark(changed: list[Change], repaired: Repairs | None) -> Remark:
    """Say how many lines were mended, where the first stands, and a word of it before and after."""
    count = len(changed) + (repaired.lines if repaired else 0)
    if repaired:
        return Remark("characters repaired", count, words=repaired.words, page=repaired.page, line=repaired.line)
    line, before = changed[0]
    words = first_difference(before, line.text)
    return Remark("characters repaired", count, words=words, page=line.page, line=line.line)


def _lost(document: Document) -> Iterator[Remark]:
    told = 0
    for line in _lines(document):
        at = line.text.find(LOST)
        if at >= 0 and told < MOST_LOST:
            told += 1
            around = line.text[max(0, at - AROUND) : at + AROUND]
            yield Remark("characters lost", line.text.count(LOST), words=(around,), page=line.page, line=line.line)


def _lines(document: Document) -> Iterator[Line]:
    for page in document.pages:
        yield from page.running
        for block in page.blocks:
            if isinstance(block, Table):
                yield from (line for row in block.rows for cell in row.cells for line in cell.lines)
            else:
                yield block


def _mend_line(line: Line) -> Change | None:
    """Mend a line in its place; gives it with its words before, None when nothing was to be mended."""
    before = line.text
    after = mended(before)
    if after == before:
        return None
    line.bold = len(mended(before[: line.bold]))
    line.text = after
    line.segments = tuple(Segment(run.x0, run.x1, mended(run.text)) for run in line.segments)
    return line, before


def mended(text: str) -> str:
    """Mend some words of minutes: "Cafeâ€™s ３１ items, l5 March 2O31" -> "Cafe’s 31 items, 15 March 2031"."""
    if not text.isascii():
        text = mend_misread(text)
        if _WIDE.search(text) and not re.search(_EAST_ASIAN, text):
            text = _WIDE.sub(lambda sign: chr(ord(sign[0]) + _TO_NARROW), text)
    return misread.mend_digits(text)
