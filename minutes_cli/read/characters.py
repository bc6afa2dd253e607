r"""Keep what can be seen of minutes and nothing else: letters, marks, plain spaces, tabs, ends of lines and pages.

What goes: control and terminal codes, marks that turn the reading direction, zero-width characters, soft hyphens. What
changes: every kind of space becomes a space, every end of line "\n", typographic ligatures their letters.
"""

from __future__ import annotations

import re
import unicodedata


def _table() -> dict[int, str | None]:
    dropped = [*range(0x09), 0x0E, 0x0F, *range(0x10, 0x20), 0x7F]  # C0 but tab, ends of lines and pages
    dropped += [0xAD, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF]  # invisible
    dropped += [*range(0x202A, 0x202F), *range(0x2061, 0x2070), *range(0xFFF9, 0xFFFC)]  # direction, annotation
    dropped += [0xE0001, *range(0xE0020, 0xE0080)]  # tags: hidden writing
    table: dict[int, str | None] = dict.fromkeys(dropped)
    spaces = [0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000]
    table |= dict.fromkeys(spaces, " ")
    table |= dict.fromkeys([0x0B, 0x2028, 0x2029], "\n")
    table |= dict(zip(range(0xFB00, 0xFB07), ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True))
    for code in range(0x80, 0xA0):  # C1 codes are Windows-1252 characters that went through Latin-1: U+0092 is "’"
        table[code] = bytes([code]).decode("cp1252", errors="ignore") or None
    return table


_TABLE = _table()
_ENDS = re.compile(r"\r\n?")
# Joiners shape Persian, Hindi and emoji, where they stand between two such characters; elsewhere they are dirt.
_JOINER = (
    r"(?<![\u0600-\U0010ffff])[\u200c\u200d]|[\u200c\u200d](?![\u0600-\U0010ffff])"  # compiled when one is met: 5 ms
)
_SPACES = re.compile(r"  +")


def tidy(text: str) -> str:
    r"""Leave of minutes what a reader sees; ends of lines are "\n", of pages "\f"; accents are composed (NFC)."""
    if "\r" in text:
        text = _ENDS.sub("\n", text)
    if text.isascii() and text.isprintable():
        return text
    text = text.translate(_TABLE)
    if text.isascii():
        return text
    if "\u200c" in text or "\u200d" in text:
        text = re.sub(_JOINER, "", text)
    return unicodedata.normalize("NFC", text)


def folded(text: str) -> str:
    """Fold the white space of one line of minutes: runs of spaces and tabs become one space, the ends are cut."""
    return _SPACES.sub(" ", text.replace("\t", " ")).strip(" \n\f")
