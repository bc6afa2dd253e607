r"""Turn the bytes of Rich Text into characters: code pages of fonts, ``\'e9``, ``\u8211?``, signs of symbol fonts."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from minutes_cli.read.characters import tidy
from minutes_cli.read.rtf_tokens import SYMBOL_CHARSET, WINDOWS, charset, code_page
from minutes_cli.read.word_symbols import symbol

NAMED = {
    "tab": "\t", "line": "\n", "lbr": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ",
    "~": " ", "_": "-", "{": "{", "}": "}", "\\": "\\", "\t": "\t", "page": "\f",
}  # fmt: skip
"""Control words and signs that stand for a character; a soft hyphen stands for none."""

_PAGES = {"ansi": WINDOWS, "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
_SURROGATES = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_LONE = re.compile("[\ud800-\udfff]")


class _Font(NamedTuple):
    charset: int | None
    name: str


class Characters:
    """The character sets of one file, and the bytes that wait for the rest of their character."""

    def __init__(self) -> None:
        self.default_font = 0
        self._usual = WINDOWS
        self._fonts: dict[int, _Font] = {}
        self._decoder: codecs.IncrementalDecoder | None = None
        self._codec = ""
        self._naming: tuple[int, int | None, str] = (0, None, "")  # the font being declared

    def declare(self, word: str, number: int | None) -> None:
        r"""Take what the head of the file says: ``\ansicpg1252``, ``\mac``, ``\deff0``."""
        if word in _PAGES:
            self._usual = _PAGES[word]
        elif word == "ansicpg" and number:
            self._usual = code_page(number)
        elif word == "deff":
            self.default_font = number or 0

    def declare_font(self, word: str, number: int | None) -> None:
        """Take a control word of the font table."""
        if word == "f":
            self._naming = (number or 0, None, "")
        elif word == "fcharset":
            self._naming = (self._naming[0], number, self._naming[2])

    def name_font(self, words: str) -> None:
        """Take the name of the font being declared, or a part of it; ";" ends it."""
        number, declared, name = self._naming
        name += words
        self._naming = (number, declared, name)
        self._fonts[number] = _Font(declared, name.split(";")[0].strip())

    def read(self, data: bytes, font: int) -> str:
        """Give the characters of some bytes in a font; a first half waits for the second."""
        known = self._fonts.get(font)
        if known and known.charset == SYMBOL_CHARSET:
            return "".join(" " if byte == ord(" ") else symbol(known.name, f"{0xF000 + byte:X}") for byte in data)
        codec = charset(known.charset, self._usual) if known and known.charset is not None else self._usual
        if data.isascii() and self._decoder is None:
            return data.decode("ascii")
        if self._decoder is None or codec != self._codec:
            self._decoder, self._codec = codecs.getincrementaldecoder(codec)("replace"), codec
        text: str = self._decoder.decode(data)
        if not self._decoder.getstate()[0]:
            self._decoder = None
        return text

    def sign(self, number: int, font: int) -> str:
        r"""Give the character of ``\u``, whose number is signed; half a pair comes out as it is."""
        code = number + 0x10000 if number < 0 else number
        known = self._fonts.get(font)
        if 0xF000 <= code <= 0xF0FF and known is not None:
            return symbol(known.name, f"{code:X}")
        return chr(code) if code <= 0x10FFFF else "\ufffd"


def paired(text: str) -> str:
    """Join the halves of characters beyond the sixteen bits of Rich Text, and keep of all only what can be seen."""
    if _LONE.search(text):
        text = _SURROGATES.sub(lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"), text)
        text = _LONE.sub("\ufffd", text)
    return tidy(text)
