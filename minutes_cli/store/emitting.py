"""Write plain values as YAML, byte for byte as PyYAML with libyaml does, without loading PyYAML.

Only what nearly every record is made of: block mappings and lists, short lists on one line, text that is plain, in
single quotes or folded. For the rest (``NotOrdinary``) the caller asks PyYAML. That both agree is a property in
``tests/test_store_emitting.py``; loading PyYAML and writing with it was a tenth of the time of a five-page file.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from minutes_cli.wording import wording

Style = Callable[[str], str | None]

_KEY = wording(r"[A-Za-z_][A-Za-z0-9_]{0,99}")
_WORDS = frozenset(
    form
    for word in ("yes", "no", "true", "false", "on", "off", "null", "~", "<<", "=")
    for form in (word, word.capitalize(), word.upper())
)
"""Text that YAML 1.1 would read as something else (https://yaml.org/type/): it stands in quotes."""

_VALUE = wording(
    r"[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?"  # floats
    r"|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
    r"|[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+"  # whole numbers
    r"|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+"  # to base 60
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}"  # dates and moments
    r"|[0-9]{4}-[0-9][0-9]?-[0-9][0-9]?(?:[Tt]|[ \t]+)[0-9][0-9]?:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?"
    r"(?:[ \t]*(?:Z|[-+][0-9][0-9]?(?::[0-9][0-9])?))?"
)
_OPENERS = frozenset("#,[]{}&*!|>'\"%@`")
"""Characters that a plain text must not begin with."""

_BREAK = wording(r"(?<! ) (?! )")
"""A blank where a line of plain text may be broken: one between two words."""
_BREAK_IN_QUOTES = wording(r"(?<! ) (?! |'\Z)")
_BREAK_IN_FOLDS = wording(r" (?! )")


class NotOrdinary(Exception):
    """Something stands in the record that is left to PyYAML: rare signs, odd keys, lists that are too long."""


def emit(values: dict[str, Any], *, width: int, style: Style) -> str:
    """Write a block of keys and values, ending in a line feed.

    ``values`` holds None, bool, int, date, str, lists and dicts of them; a list's subclass (which the caller means to
    stand on one line) is written as ``[a, b]``. ``width`` is where text is folded, in characters; ``style`` says how a
    text must be written: ``>``, ``'``, ``"`` or as it comes. Raises ``NotOrdinary`` for what only PyYAML can write.
    """
    lines: list[str] = []
    _Emitter(lines, width, style).mapping(values, "", "")
    return "\n".join(lines) + "\n"


class _Emitter:
    def __init__(self, lines: list[str], width: int, style: Style) -> None:
        self._lines, self._width, self._style = lines, width, style

    def mapping(self, values: dict[str, Any], indent: str, first: str) -> None:
        """Write keys and values at an indent; the first line begins with ``first`` in its place ("- ")."""
        lead = first
        for key, value in values.items():
            if not isinstance(key, str) or not _KEY.fullmatch(key) or key in _WORDS:
                raise NotOrdinary(key)
            self._entry(f"{lead}{key}:", value, indent)
            lead = indent

    def _entry(self, head: str, value: Any, indent: str) -> None:
        """Write one key with its value."""
        if isinstance(value, dict) and value:
            self._lines.append(head)
            self.mapping(value, indent + "  ", indent + "  ")
        elif type(value) is list and value:
            self._lines.append(head)
            for each in value:
                if not isinstance(each, dict) or not each:
                    raise NotOrdinary(each)
                self.mapping(each, indent + "  ", indent + "- ")
        else:
            self._lines.append(f"{head} {self._scalar(value, len(head) + 1, indent + '  ')}")

    def _scalar(self, value: Any, column: int, indent: str) -> str:
        if isinstance(value, str):
            return self._text(value, column, indent)
        if isinstance(value, list):
            return self._on_one_line(value, column)
        return _other(value)

    def _on_one_line(self, values: list[Any], column: int) -> str:
        said = [self._in_brackets(each) for each in values]
        line = f"[{', '.join(said)}]"
        if column + len(line) > self._width:
            raise NotOrdinary(values)
        return line

    def _in_brackets(self, value: Any) -> str:
        if not isinstance(value, str):
            return _other(value)
        style = self._style(value)
        if style in (">", '"') or not _is_ordinary(value):
            raise NotOrdinary(value)
        if style is None and _is_plain(value) and not any(sign in value for sign in ",?[]{}:"):
            return value
        return _quoted(value)

    def _text(self, text: str, column: int, indent: str) -> str:
        style = self._style(text)
        if style == '"' or not _is_ordinary(text):
            raise NotOrdinary(text)
        if style == ">":
            return f">-\n{self._folded(text, indent)}"
        if style is None and _is_plain(text):
            return self._broken(text, column, indent, _BREAK)
        return self._broken(_quoted(text), column, indent, _BREAK_IN_QUOTES)

    def _folded(self, text: str, indent: str) -> str:
        """Write the lines of a text below each other; between two of them stands one line feed more than is meant."""
        folded, above = "", ""
        for number, line in enumerate(text.split("\n")):
            feeds = ("\n\n" if above else "\n") if number else ""
            folded += feeds + (indent + self._broken(line, len(indent), indent, _BREAK_IN_FOLDS) if line else "")
            above = line
        return folded

    def _broken(self, text: str, column: int, indent: str, blank: re.Pattern[str]) -> str:
        """Break a text that begins at a column, each time at the first blank beyond the width; most need no break."""
        done: list[str] = []
        begin = 0
        while len(text) - begin > self._width - column and (
            place := blank.search(text, begin + max(self._width - column + 1, 0))
        ):
            done.append(text[begin : place.start()])
            begin, column = place.end(), len(indent)
        done.append(text[begin:])
        return f"\n{indent}".join(done)


def _other(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if type(value) is int:
        return str(value)
    if type(value) is date:
        return value.isoformat()
    if value in ({}, []):
        return "{}" if isinstance(value, dict) else "[]"
    raise NotOrdinary(value)


def _is_ordinary(text: str) -> bool:
    """Whether a text is of printable signs that libyaml writes as they are."""
    return text.replace("\n", "").isprintable() and (text.isascii() or max(text) <= "\uffff")


def _is_plain(text: str) -> bool:
    """Whether a text may stand without quotes where a value is meant."""
    if not text or text[0] in _OPENERS or text[0] == " " or text[-1] in " :":
        return False
    if text[0] in "-?:" and (len(text) == 1 or text[1] == " "):
        return False
    if ": " in text or " #" in text or text.startswith(("---", "...")) or text in _WORDS:
        return False
    return not ((text[0].isdigit() or text[0] in "+-.") and _VALUE.fullmatch(text))


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
