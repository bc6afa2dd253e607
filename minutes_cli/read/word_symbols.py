"""Know the signs that Word takes from symbol fonts, by number: ticks and boxes that say what is done."""

from __future__ import annotations

PRIVATE = 0xF000  # symbol fonts hold their signs from here on (ECMA-376 17.3.3.30)
UNKNOWN = "\ufffd"  # a sign that is there but not known

_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "☐", 0x71: "☐", 0x72: "☐", 0x78: "☒", 0x9F: "•", 0xA7: "▪", 0xA8: "☐", 0xD8: "➢",
    0xDF: "←", 0xE0: "→", 0xE8: "→", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑", 0x4A: "☺", 0x76: "❖",
}  # fmt: skip
_WINGDINGS_2 = {
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x2A: "☐", 0xA3: "☐", 0x97: "●",
}  # fmt: skip
_SYMBOL = {0xA3: "≤", 0xB3: "≥", 0xB7: "•", 0xB0: "°", 0xB1: "±", 0xB4: "×", 0xAE: "→", 0xAC: "←", 0xD6: "√", 0x2D: "−"}
_WEBDINGS = {0x61: "✓", 0x63: "☐", 0x67: "■", 0x6E: "●", 0x72: "✗", 0x78: "☒"}
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "webdings": _WEBDINGS, "symbol": _SYMBOL}
SYMBOL_FONTS = frozenset({*_FONTS, "wingdings 3"})


def symbol(font: str, code: str) -> str:
    """Give the sign that ``w:sym`` prints, as a Unicode character; ``UNKNOWN`` for one of a font not known."""
    try:
        at = int(code, 16)
    except ValueError:
        return UNKNOWN
    known = _FONTS.get(font.lower(), {}).get(at & 0xFF)
    if known:
        return known
    if 0xE000 <= at <= 0xF8FF:
        plain = chr(at - PRIVATE) if at >= PRIVATE + 0x20 and font.lower() == "symbol" else UNKNOWN
        return plain if plain.isascii() else UNKNOWN
    return chr(at) if 0x20 <= at < 0xD800 else UNKNOWN


def in_symbols(text: str, font: str | None) -> str:
    """Give the signs that plain letters print in a symbol font: "ü" in Wingdings is a tick; blanks stay blanks."""
    signs = _FONTS.get(font or "", {})
    return "".join(_sign(letter, signs, font) for letter in text)


def _sign(letter: str, signs: dict[int, str], font: str | None) -> str:
    at = ord(letter)
    if letter.isspace() or not (0x20 < at <= 0xFF or PRIVATE <= at <= PRIVATE + 0xFF):
        return letter  # Word itself takes what such a font has not from another
    if font == "symbol" and at <= 0xFF:
        return signs.get(at, letter)
    return signs.get(at & 0xFF, UNKNOWN)
