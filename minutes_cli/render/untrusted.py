"""Words from a document, made harmless before they are shown.

Minutes come from anywhere: a file may hold terminal codes that retitle a window or overwrite a line, and marks that
turn the reading direction so that "approved" is shown where "deporppa" is written. Such characters are shown as visible
signs, never left out in silence and never sent. Sources: Unicode TR 36 (bidirectional spoofing), ECMA-48.
"""

from __future__ import annotations

import re

_BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_TURNING = "\u202a-\u202e\u2066-\u2069"
_NONE = "\ufdd0-\ufdef" + "".join(f"{chr(0x10000 * plane - 2)}{chr(0x10000 * plane - 1)}" for plane in range(1, 18))
"""The places of Unicode that will never be characters; neither Word, nor Excel, nor HTML may hold them."""

_UNSAFE = re.compile(f"[\x00-\x1f\x7f-\x9f\ufeff{_TURNING}\ud800-\udfff{_NONE}]")
_CONTROL_PICTURES = 0x2400
"""Unicode has a picture of each control character 0x00-0x1f at this place: ESC is shown as a small "ESC"."""

_STRAY_JOINER = re.compile("(?<![^\\s\u200d])\u200d|\u200d(?![^\\s\u200d])")
"""A zero-width joiner at the edge of a word, where it has nothing to join; rich stumbles over it (release 15)."""

UNSAFE_IN_STRINGS = re.compile(f"[\x7f-\x9f\u2028\u2029\ufeff{_TURNING}]")
"""What JSON and YAML leave as it is in a string, but a terminal would obey."""


def shown(words: str) -> str:
    r"""Make words fit to be shown: line ends are ``\n``, tabs spaces, control and turning characters signs.

    >>> shown("a\x1b[31mb")
    'a␛[31mb'
    """
    if words.isascii() and words.isprintable():
        return words
    return _UNSAFE.sub(_sign, _BREAK.sub("\n", words).replace("\t", " "))


def measurable(line: str) -> str:
    """Make a line fit to be measured and broken: a joiner that joins nothing becomes a non-joiner, as unseen as it."""
    return _STRAY_JOINER.sub("\u200c", line.strip()) if "\u200d" in line else line.strip()


def _sign(found: re.Match[str]) -> str:
    character = found[0]
    if character == "\n":
        return character
    if character < " ":
        return chr(_CONTROL_PICTURES + ord(character))
    return "\u2421" if character == "\x7f" else "\ufffd"


def escaped(found: re.Match[str]) -> str:
    r"""Write a character of a JSON or double-quoted YAML string as its escape, ``\u202e``."""
    return f"\\u{ord(found[0]):04x}"
