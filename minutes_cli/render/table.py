"""Reports as tables for a terminal, a pipe or a mail: no sides to break, no word cut off. Set by rich.

A terminal gets a ruled head and emphasis, a pipe the same lines in plain characters; what emphasis says, the words say
too. Words of a document reach rich as ``Text``, in which nothing is markup.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from minutes_cli.render.faces import head, lines, page_columns
from minutes_cli.render.layout import Cell, Shape, cells, opens_up, shapes
from minutes_cli.render.manner import Manner
from minutes_cli.render.overview import overview
from minutes_cli.render.untrusted import measurable, shown
from minutes_cli.report.values import Column, Group, Report

if TYPE_CHECKING:
    from rich.box import Box
    from rich.console import Console
    from rich.text import Text

TITLE, SECTION, GROUP, HEAD, URGENT, QUIET = "bold", "bold cyan", "bold", "bold", "bold red", "dim"
"""The style of each part of a report, in rich's words."""

NARROWEST = 20
"""The narrowest page, in columns, that is laid out as asked; a terminal narrower than this wraps by itself."""

PLAIN = "\n".join(["    ", "    ", " -  ", *["    "] * 5]) + "\n"
"""A box of rich's (eight lines of four characters) that has nothing but dashes under the column titles."""

NUMBERS = ("number", "share")
"""The kinds of values that are set to the right, unit under unit."""

_TRAILING = re.compile(r"(?<! ) ++(\x1b\[0m)? *$", re.MULTILINE)
"""Spaces that rich fills a line up with, before or after the end of emphasis, which stays."""


def render(reports: Sequence[Report], manner: Manner) -> str:
    """Set reports one below the other, as lines of text no wider than the page."""
    console = _console(max(manner.width, NARROWEST), manner.colour)
    set_reports = []
    for report in reports:
        with console.capture() as captured:
            _report(console, report)
        set_reports.append(_TRAILING.sub(r"\1", captured.get()).strip("\n"))
    return "\n\n\n".join(set_reports) + "\n"


def _console(page: int, colour: bool) -> Console:
    """Make the page that rich writes on: as wide as asked, whatever the environment says."""
    from io import StringIO

    from rich.console import Console

    return Console(
        file=StringIO(),
        width=page,
        height=25,  # never asked for, but rich looks for a terminal's when none is given
        force_terminal=colour,
        force_jupyter=False,
        color_system="standard" if colour else None,
        no_color=not colour,
        legacy_windows=False,
        _environ={},
    )


def _report(console: Console, report: Report) -> None:
    _say(console, report.title, TITLE)
    _say(console, report.subtitle)
    counts = overview(report)
    if counts:
        console.line()
        _group(console, counts, counts.groups[0], shapes(counts, console))
    forms = shapes(report, console)
    section = ""
    for group in report.groups:
        console.line()
        if group.section and group.section != section:
            _say(console, group.section.upper(), SECTION)
            console.line()
        section = group.section
        _say(console, group.title, GROUP)
        _group(console, report, group, forms)
    if report.notes:
        console.line()
    for note in report.notes:
        _say(console, note, QUIET)


def _say(console: Console, words: str, style: str = "") -> None:
    """Set words as lines of their own, broken at the edge of the page."""
    from rich.text import Text

    for line in shown(words).split("\n"):
        if line.strip():
            console.print(Text(measurable(line), style=style, overflow="fold"))


def _group(console: Console, report: Report, group: Group, forms: Sequence[Shape]) -> None:
    if not all(form.fits for form in forms):
        _stack(console, report, group)
        return
    for number, form in enumerate(forms):
        splitting = [column for column in form.columns if column.splits]
        if number and not any(lines(column, row) for column in splitting for row in group.rows):
            continue
        if number:
            console.line()
        if form.columns:
            _table(console, group, form)


def _table(console: Console, group: Group, form: Shape) -> None:
    from rich.table import Table
    from rich.text import Text

    laid = [cells(form, row) for row in group.rows]
    table = Table(
        box=_box(console.is_terminal),
        show_header=any(column.title for column in form.columns),
        header_style="",
        show_edge=False,
        pad_edge=False,
        padding=(0, 1, 0, 0),  # and one for rich's divider: layout.GAP
        leading=opens_up(form, laid),
    )
    for column, room in zip(form.columns, form.widths, strict=True):
        title = Text.assemble((head(column), HEAD))
        table.add_column(title, width=room, overflow="fold", justify=_side(column))
    for row in laid:
        table.add_row(*map(_words, row))
    console.print(table, crop=False)  # it keeps to the page; to cut every line again takes a tenth of the time


def _side(column: Column) -> Literal["left", "right"]:
    return "right" if column.kind in NUMBERS else "left"


def _box(in_a_terminal: bool) -> Box:
    from rich import box

    return box.SIMPLE_HEAD if in_a_terminal else box.Box(PLAIN, ascii=True)


def _words(cell: Cell) -> Text:
    """Write a cell's lines, an urgent one's in colour, and those folded below them in grey."""
    from rich.text import Text

    said, folded = "\n".join(cell.said), "\n".join(cell.folded)
    apart = "\n" if said and folded else ""
    return Text.assemble((said, URGENT if cell.urgent else ""), apart, (folded, QUIET), overflow="fold")


def _stack(console: Console, report: Report, group: Group) -> None:
    """Give each value a line of its own, for a page too narrow to set columns side by side."""
    columns = page_columns(report)
    for row in group.rows:
        for column in columns:
            title = f"{column.title}: " if column.title else ""
            for number, said in enumerate(lines(column, row)):
                _say(console, said if number else title + said)
        console.line()
