"""How a report is to be rendered."""

from __future__ import annotations

from typing import NamedTuple

MARK = "minutebook report"
"""What the properties of a file say of what it is, so that it can be told from minutes."""


class Manner(NamedTuple):
    """The page a report is rendered for: its width in columns, whether it has colour; and whether it is alone.

    ``bom`` begins CSV with a byte order mark, by which Excel knows that it is UTF-8. ``template`` is the content of a
    Word document whose styles, page and running lines a Word report takes over.
    """

    width: int = 80
    colour: bool = False
    alone: bool = True
    bom: bool = False
    template: bytes | None = None
