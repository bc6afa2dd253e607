"""Rendering: reports as text in one of several formats.

In come reports, neutral columns and rows; out goes text. Only the commands knock here. A new format is a module with
``render(reports, manner)`` and one line in ``RENDERERS``.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

from minutes_cli.errors import UsageProblem
from minutes_cli.render.manner import Manner
from minutes_cli.report.values import Report

RENDERERS = {
    "table": "minutes_cli.render.table",
    "md": "minutes_cli.render.markdown",
    "csv": "minutes_cli.render.csv",
    "json": "minutes_cli.render.json",
    "yaml": "minutes_cli.render.yaml",
}
"""The module of each format, imported when the format is asked for."""

FORMATS = tuple(RENDERERS)


def render(reports: Report | Sequence[Report], format: str, *, width: int = 80, colour: bool = False) -> str:  # noqa: A002
    """Put reports into a format: ``table``, ``md``, ``csv``, ``json`` or ``yaml``.

    ``width`` is that of the page in columns, and ``colour`` whether it may be coloured; only ``table`` asks for them.
    One report gives one JSON or YAML object, a sequence of them a list. The text ends in one line feed; CSV
    has its own line ends (CRLF), so a file is to be opened with ``newline=""``.

    Raises ``UsageProblem`` for a format that there is not.
    """
    if format not in RENDERERS:
        raise UsageProblem(f"there is no format {format!r}.", f"Use one of: {', '.join(FORMATS)}.")
    alone = isinstance(reports, Report)
    several = [reports] if isinstance(reports, Report) else list(reports)
    text: str = import_module(RENDERERS[format]).render(several, Manner(width=width, colour=colour, alone=alone))
    return text
