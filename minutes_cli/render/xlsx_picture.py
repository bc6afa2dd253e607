"""The picture of a report as a chart of Excel's own, which follows its figures when somebody changes them."""

from __future__ import annotations

from typing import Any

from minutes_cli.render.sheets import Sheet
from minutes_cli.render.untrusted import shown

DASHES = ("solid", "dash", "round_dot", "long_dash_dot")
MARKERS = ("circle", "square", "x", "triangle")
"""What tells lines apart where there is no colour."""

PATTERNS = (None, "wide_upward_diagonal", "percent_20")
"""What tells bars apart where there is no colour."""

INKS = ("#1F5FA8", "#B3261E", "#4A4A4A", "#2E6B34")
LETTERS_AT_MOST = 60


def add_chart(workbook: Any, page: Any, sheet: Sheet, head: int) -> None:
    """Draw the picture of a sheet's report below its table, when it has one and figures for it.

    ``head`` is the row of the heads, from 0.
    """
    picture, keys = sheet.report.picture, [column.key for column in sheet.columns]
    if picture is None or not sheet.rows:
        return
    names = next((c.stands_for[0] for c in sheet.report.columns if c.key == picture.by and c.stands_for), picture.by)
    figures = [key for key in picture.figures if key in keys]
    if names not in keys or not figures:
        return
    is_lines = picture.kind == "lines"
    chart = workbook.add_chart({"type": "line" if is_lines else "bar"})
    first, last = head + 1, head + len(sheet.rows)
    for number, key in enumerate(figures):
        place = keys.index(key)
        chart.add_series(
            {
                "name": [sheet.name, head, place],
                "categories": [sheet.name, first, keys.index(names), last, keys.index(names)],
                "values": [sheet.name, first, place, last, place],
                **(_line(number) if is_lines else _bar(number)),
            }
        )
    chart.set_title({"name": shown(picture.title)[:LETTERS_AT_MOST], "name_font": {"size": 12}})
    chart.set_legend({"position": "bottom"})
    chart.set_y_axis({"reverse": not is_lines, "num_format": "0", "major_gridlines": {"visible": is_lines}})
    chart.set_x_axis({"num_format": "mmm yy" if is_lines else "0"})
    chart.set_size({"width": 720, "height": 320 if is_lines else 140 + 26 * len(sheet.rows) * len(figures)})
    alt = f"{picture.title}: the figures are in the table above."
    page.insert_chart(last + 2, 0, chart, {"description": shown(alt), "object_position": 1})


def _line(number: int) -> dict[str, Any]:
    ink = INKS[number]
    return {
        "line": {"color": ink, "width": 2, "dash_type": DASHES[number]},
        "marker": {"type": MARKERS[number], "size": 6, "border": {"color": ink}, "fill": {"color": ink}},
    }


def _bar(number: int) -> dict[str, Any]:
    ink, pattern = INKS[number], PATTERNS[number]
    paint = (
        {"pattern": {"pattern": pattern, "fg_color": ink, "bg_color": "#FFFFFF"}}
        if pattern
        else {"fill": {"color": ink}}
    )
    return {**paint, "border": {"color": ink}, "data_labels": {"value": True}}
