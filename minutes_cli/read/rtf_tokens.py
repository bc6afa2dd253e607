r"""Cut Rich Text into its tokens: groups, control words such as ``\par`` and ``\u8211``, bytes of text.

After the Rich Text Format Specification 1.9.1, "RTF syntax". The character sets of fonts are those of its font table.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?"  # a control word, its number, and the blank that ends it
    rb"|\\'([0-9a-fA-F]{2})"
    rb"|\\([^a-zA-Z])"
    rb"|([{}])"
    rb"|([^\\{}\r\n]+)",
    re.S,
)

_CHARSETS = {
    # \fcharset: its code page
    77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "cp950", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
    254: "cp437",
}  # fmt: skip
SYMBOL_CHARSET = 2
WINDOWS = "cp1252"


class Token(NamedTuple):
    """One token. ``kind`` is "{", "}", "word" (a control word or sign), "hex" or "text" (both: bytes of text)."""

    kind: str
    word: str = ""
    number: int | None = None
    data: bytes = b""


def tokens(data: bytes) -> Iterator[Token]:
    r"""Read the tokens in order; binary pictures (``\bin``) are passed over."""
    at = 0
    while found := _TOKEN.search(data, at):
        at = found.end()
        word, number, hexed, sign, brace, text = found.groups()
        if word:
            count = int(number) if number else None
            if word == b"bin" and count and count > 0:
                at += count
            else:
                yield Token("word", word.decode("ascii"), count)
        elif text:
            yield Token("text", data=text)
        elif hexed:
            yield Token("hex", data=bytes([int(hexed, 16)]))
        elif brace:
            yield Token(brace.decode("ascii"))
        else:
            yield Token("word", "par" if sign in b"\r\n" else sign.decode("latin-1"))


def code_page(number: int) -> str:
    r"""Name the codec of ``\ansicpg``; Windows' own Western one for a number not known."""
    name = {65001: "utf-8", 10000: "mac_roman", 708: "iso8859_6", 709: "iso8859_6"}.get(number, f"cp{number}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return WINDOWS


def charset(number: int, usual: str) -> str:
    r"""Name the codec of ``\fcharset``; ``usual`` is the file's own, which fonts of no special set are written in."""
    return _CHARSETS.get(number, usual)
