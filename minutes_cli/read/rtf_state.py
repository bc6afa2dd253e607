r"""Know how Rich Text prints at one place: what the control words of its open groups say."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from minutes_cli.read.rtf_blocks import RowShape

TWIPS_PER_CHARACTER = 120.0  # twentieths of a point in one character column: 6 points, half of 12 point type
LOWEST_HEADING = 9  # outline levels are 0 to 8; 9 is body text

_HEADING_NAME = re.compile(r"heading ([1-9])")
_TITLE_NAMES = {"title": 1, "subtitle": 2}


class State(NamedTuple):
    """The print and the paragraph's look within a group; a group's end brings back those around it."""

    place: str = "body"  # what the words here are: "body", "skip", or the destination's name
    bold: bool = False
    size: float = 12.0
    hidden: bool = False
    deleted: bool = False
    font: int = 0
    fallback: int = 1  # characters that stand behind each \u for programs without Unicode
    style: int = 0
    in_table: bool = False
    depth: int | None = None  # \itap
    left: int = 0  # twips
    first: int = 0
    outline: int | None = None
    turns: bool = False
    goes_on: bool = False  # the section begins on the page where the one before ends
    shape: RowShape = RowShape()

    @property
    def table_depth(self) -> int:
        """How deep in tables the paragraph stands."""
        return self.depth if self.depth else int(self.in_table)

    @property
    def indent(self) -> float:
        """At which character column the paragraph begins."""
        return max(self.left + self.first, 0) / TWIPS_PER_CHARACTER


_FRESH = State()
_PARAGRAPH: dict[str, Any] = {
    name: getattr(_FRESH, name) for name in ("style", "in_table", "depth", "left", "first", "outline", "turns")
}
_PLAIN: dict[str, Any] = {name: getattr(_FRESH, name) for name in ("bold", "size", "hidden", "deleted", "font")}


def changed(state: State, word: str, number: int | None, default_font: int) -> State:
    """Give the state after a control word of print, paragraph or row; the same when it is none of these."""
    setter = _SETTERS.get(word)
    if setter is not None:
        name, value = setter
        said: dict[str, Any] = {name: value(number)}
        return state._replace(**said)
    if word == "pard":
        return state._replace(**_PARAGRAPH)
    if word == "plain":
        return state._replace(**_PLAIN | {"font": default_font})
    if word in {"sectd", "sbknone"}:
        return state._replace(goes_on=word == "sbknone")
    if word == "trowd":
        return state._replace(shape=RowShape())
    if word == "cellx":
        return state._replace(shape=state.shape.closed(number or 0))
    if word == "trleft":
        return state._replace(shape=state.shape._replace(left=number or 0))
    if word in {"clvmrg", "clmrg"}:
        shape = state.shape._replace(above=True) if word == "clvmrg" else state.shape._replace(beside=True)
        return state._replace(shape=shape)
    return state


def _on(number: int | None) -> bool:
    return number != 0


def _size(number: int | None) -> float:
    return (number if number is not None else 24) / 2


def _outline(number: int | None) -> int | None:
    return None if number is None else (number + 1) % (LOWEST_HEADING + 1)


def _whole(number: int | None) -> int:
    return number or 0


_SETTERS: dict[str, tuple[str, Callable[[int | None], Any]]] = {
    "b": ("bold", _on),
    "fs": ("size", _size),
    "v": ("hidden", _on),
    "deleted": ("deleted", _on),
    "f": ("font", _whole),
    "uc": ("fallback", lambda number: 1 if number is None else max(number, 0)),
    "s": ("style", _whole),
    "intbl": ("in_table", _on),
    "itap": ("depth", _whole),
    "li": ("left", _whole),
    "fi": ("first", _whole),
    "outlinelevel": ("outline", _outline),
    "pagebb": ("turns", _on),
}


def heading_of(style_name: str) -> int:
    """Say which outline level a style of this name means; 0 for none."""
    name = style_name.strip().rstrip(";").strip().lower()
    named = _HEADING_NAME.fullmatch(name)
    return int(named[1]) if named else _TITLE_NAMES.get(name, 0)
