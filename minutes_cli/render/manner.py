"""How a report is to be rendered."""

from __future__ import annotations

from typing import NamedTuple


class Manner(NamedTuple):
    """The page a report is rendered for: its width in columns, whether it has colour; and whether it is alone."""

    width: int = 80
    colour: bool = False
    alone: bool = True
