"""Rendering: reports in one of several formats, as text or as a file.

In come reports, neutral columns and rows; out goes text, or the bytes of a file. Only the commands knock here. A new
format of text is a module with ``render(reports, manner) -> str`` and one line in ``RENDERERS``, one of files the same
with bytes and a line in ``FILES``.
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
    "html": "minutes_cli.render.html",
}
"""The module of each format of text, imported when the format is asked for."""

FILES = {
    "xlsx": "minutes_cli.render.xlsx",
    "docx": "minutes_cli.render.docx",
    "ics": "minutes_cli.render.ics",
    "eml": "minutes_cli.render.eml",
}
"""The module of each format that another program opens: a workbook, a document, a calendar, a mail."""

FORMATS = tuple(RENDERERS)
EVERY_FORMAT = (*FORMATS, *FILES)


def render(
    reports: Report | Sequence[Report],
    format: str,  # noqa: A002
    *,
    width: int = 80,
    colour: bool = False,
    bom: bool = False,
) -> str:
    """Put reports into a format of text: ``table``, ``md``, ``csv``, ``json``, ``yaml`` or ``html``.

    ``width`` is that of the page in columns, and ``colour`` whether it may be coloured; only ``table`` asks for them.
    ``bom`` begins CSV with a byte order mark. One report gives one JSON or YAML object, a sequence of them a list. The
    text ends in one line feed; CSV has its own line ends (CRLF), so a file is to be opened with ``newline=""``.

    Raises ``UsageProblem`` for a format that there is not.
    """
    if format not in RENDERERS:
        raise UsageProblem(f"there is no format {format!r}.", f"Use one of: {', '.join(FORMATS)}.")
    several, alone = _several(reports)
    manner = Manner(width=width, colour=colour, alone=alone, bom=bom)
    text: str = import_module(RENDERERS[format]).render(several, manner)
    return text


def render_file(
    reports: Report | Sequence[Report],
    format: str,  # noqa: A002
    *,
    template: bytes | None = None,
) -> bytes:
    """Put reports into a file that another program opens: ``xlsx``, ``docx``, ``ics`` or ``eml``.

    The same reports give the same bytes. ``template`` is a Word document whose looks a ``docx`` takes over.

    Raises ``UsageProblem`` for a format that there is not, for a report that the format cannot hold (a calendar of
    attendance), and for a template that is no Word document.
    """
    if format not in FILES:
        raise UsageProblem(f"there is no format {format!r}.", f"Use one of: {', '.join(EVERY_FORMAT)}.")
    several, alone = _several(reports)
    content: bytes = import_module(FILES[format]).render(several, Manner(alone=alone, template=template))
    return content


def _several(reports: Report | Sequence[Report]) -> tuple[list[Report], bool]:
    """Give reports as a list, and say whether there was one, not a list of them."""
    return ([reports], True) if isinstance(reports, Report) else (list(reports), False)
