"""Undo the scraps of HTML that web exports leave in plain minutes: "<ul> - one - two </ul>", "<br>", "&amp;".

Only names of real HTML elements are taken for tags, so "<clerk@example.org>" and "plans <2 years" stay.
"""

from __future__ import annotations

import re

_NAMES = (
    "a|abbr|article|aside|b|big|blockquote|br|caption|center|cite|code|dd|del|details|dfn|div|dl|dt|em|figcaption|figure|"
    "font|footer|h[1-6]|header|hr|i|img|ins|kbd|li|main|mark|nav|nobr|o:p|ol|p|picture|pre|s|samp|section|small|span|"
    "strike|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|wbr"
)
TAG = re.compile(rf"<(/?)({_NAMES})(?:\s[^<>]*)?/?>", re.I)
ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});", re.I)

_ENDS = str.maketrans("\n\f\v", "   ")  # what an entity may not smuggle in: ends of lines and pages

# A dash or bullet between blanks sets the entries of an exported list apart: "<ul> - CP plans - Police </ul>".
_ENTRY = re.compile(r"(?:^|(?<=\s))(?=[-–•*·] +\S)")
_BREAKS = {"br", "p", "div", "tr", "dd", "dt", "hr", "table", "blockquote", "section", "caption", "pre"}
_BREAKS |= {"ul", "ol", "li", *(f"h{level}" for level in range(1, 7))}


def undo_markup(text: str) -> str:
    r"""Give the words of one cell of minutes without HTML; entries of a list and broken lines are set apart by "\n".

    Text without tags and entities comes back as it is.
    """
    if "<" in text and TAG.search(text):
        text = _without_tags(text)
    return unescape(text)


def unescape(text: str) -> str:
    """Write "&amp;" and its like as the characters they stand for; an ampersand that is no entity stays."""
    if "&" not in text or not ENTITY.search(text):
        return text
    from html import unescape as html_unescape

    from minutes_cli.read.characters import tidy

    return ENTITY.sub(lambda entity: tidy(html_unescape(entity[0])).translate(_ENDS), text)


def _without_tags(text: str) -> str:
    pieces: list[str] = []
    lists, marked, at = 0, False, 0  # lists open; whether the present one marks its entries with <li>
    for tag in [*TAG.finditer(text), None]:
        words = text[at : tag.start() if tag else len(text)]
        pieces.append("\n".join(_ENTRY.split(words)) if lists and not marked else words)
        if tag is None:
            break
        at, closing, name = tag.end(), bool(tag[1]), tag[2].lower()
        if name in {"ul", "ol"}:
            lists, marked = (max(lists - 1, 0), marked) if closing else (lists + 1, False)
        if name == "li":
            marked = True
        if name in _BREAKS:
            pieces.append("\n• " if name == "li" and not closing else "\n")
        elif name in {"td", "th"}:
            pieces.append(" ")
    return _fold_breaks("".join(pieces))


def _fold_breaks(text: str) -> str:
    """Drop the empty lines that adjacent tags left, and bullets that nothing stands behind."""
    lines = (line.strip(" ") for line in text.split("\n"))
    return "\n".join(line for line in lines if line not in {"", "•"})
