"""The picture of a report: its figures as lines over time or as bars, drawn as SVG.

Every line has a dash and a mark of its own and every bar its number beside it, so that nothing is told by colour alone;
the table below the picture has all the numbers. Colours are classes, which the page sets for light, dark and print.
Sources: SVG 2; WCAG 2.2, 1.1.1 and 1.4.1.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import Any

from minutes_cli.render.faces import head, words_of
from minutes_cli.render.untrusted import shown
from minutes_cli.report.values import Column, Report, Row

WIDE, LEFT, RIGHT = 720, 40, 20
"""The width of a picture and its margins, in units of the picture (a letter is 12 high)."""

HIGH, TOP, BOTTOM = 260, 16, 64
"""The height of a picture of lines and its margins; the legend stands in the lower one."""

LABEL, BAR, GAP = 230, 14, 10
"""The room for a bar's name, the height of a bar, and the space between two groups of bars."""

LETTERS = 30
"""How many letters of a name stand beside its bars; the table has the whole."""

STEPS = 5
"""About how many lines a scale has."""

LABELS_AT_MOST = 12
"""How many months can be named side by side; of more only some are."""

DASHES = ("", "7 4", "2 3", "9 3 2 3")
MARKS = ("circle", "square", "cross", "triangle")


def drawn(report: Report, name: str) -> dict[str, Any] | None:
    """Draw a report's picture, as its title and the markup of an SVG; nothing when it has none, or no figures.

    ``name`` is what the parts of the picture are called in the page; no other picture may have it.
    """
    from markupsafe import Markup

    picture = report.picture
    rows = [row for group in report.groups for row in group.rows]
    if picture is None or not rows:
        return None
    columns = [column for key in picture.figures for column in report.columns if column.key == key]
    labels = [shown(words_of(row.get(picture.by))) for row in rows]
    draw = _lines if picture.kind == "lines" else _bars
    high, parts = draw(columns, labels, rows)
    told = f"{picture.title}: {', '.join(head(column) for column in columns)}, {labels[0]} to {labels[-1]}."
    svg = (
        f'<svg viewBox="0 0 {WIDE} {high}" role="img" aria-labelledby="{name}t {name}d">'
        f'<title id="{name}t">{escape(picture.title)}</title><desc id="{name}d">{escape(told)}</desc>'
        f"{''.join(parts)}</svg>"
    )
    return {"title": picture.title, "svg": Markup(svg)}  # noqa: S704 - every word in it is escaped


def _number(row: Row, column: Column) -> float:
    value = row.get(column.key)
    return float(value) if isinstance(value, int | float) else 0.0


def _top(columns: Sequence[Column], rows: Sequence[Row]) -> tuple[int, int]:
    """Find a round number above all figures, and the steps of the scale up to it."""
    most = max((_number(row, column) for row in rows for column in columns), default=0)
    step = next(s for size in range(12) for s in (10**size, 2 * 10**size, 5 * 10**size) if s * STEPS >= most)
    return max(step, step * int(-(-most // step))), step


def _text(x: float, y: float, words: str, side: str = "start") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{side}">{escape(words)}</text>'


def _lines(columns: Sequence[Column], labels: Sequence[str], rows: Sequence[Row]) -> tuple[int, Iterator[str]]:
    return HIGH, _line_parts(columns, labels, rows)


def _line_parts(columns: Sequence[Column], labels: Sequence[str], rows: Sequence[Row]) -> Iterator[str]:
    top, step = _top(columns, rows)
    floor, room = HIGH - BOTTOM, WIDE - LEFT - RIGHT
    xs = [LEFT + room * (place + 0.5) / len(rows) for place in range(len(rows))]
    for value in range(0, top + 1, step):
        y = floor - (floor - TOP) * value / top
        yield f'<line class="axis" x1="{LEFT}" y1="{y:.1f}" x2="{WIDE - RIGHT}" y2="{y:.1f}"/>'
        yield _text(LEFT - 6, y + 4, str(value), "end")
    every = -(-len(labels) // LABELS_AT_MOST)
    for x, label in list(zip(xs, labels, strict=True))[::every]:
        yield _text(x, floor + 16, _short(label), "middle")
    for place, column in enumerate(columns):
        ys = [floor - (floor - TOP) * _number(row, column) / top for row in rows]
        way = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in zip(xs, ys, strict=True))
        yield f'<path class="s{place}" d="{way}" stroke-dasharray="{DASHES[place]}"/>'
        yield from (_mark(place, x, y) for x, y in zip(xs, ys, strict=True))
    yield from _legend(columns, HIGH - 18)


def _legend(columns: Sequence[Column], y: float) -> Iterator[str]:
    """Name each line beside a piece of it, with its dash and its mark."""
    x = float(LEFT)
    for place, column in enumerate(columns):
        yield f'<path class="s{place}" d="M{x:.1f} {y}h36" stroke-dasharray="{DASHES[place]}"/>'
        yield _mark(place, x + 18, y)
        yield _text(x + 44, y + 4, column.title)
        x += 64 + 7 * len(column.title)


def _mark(place: int, x: float, y: float) -> str:
    shape = MARKS[place]
    if shape == "circle":
        return f'<circle class="s{place}" cx="{x:.1f}" cy="{y:.1f}" r="3.5"/>'
    if shape == "square":
        return f'<rect class="s{place}" x="{x - 3.5:.1f}" y="{y - 3.5:.1f}" width="7" height="7"/>'
    if shape == "cross":
        return f'<path class="s{place}" d="M{x - 4:.1f} {y - 4:.1f}l8 8m0 -8l-8 8"/>'
    return f'<polygon class="s{place}" points="{x:.1f},{y - 5:.1f} {x + 5:.1f},{y + 4:.1f} {x - 5:.1f},{y + 4:.1f}"/>'


def _short(month: str) -> str:
    """Shorten "March 2031" to "Mar 31"; other words are cut."""
    name, _, year = month.partition(" ")
    return f"{name[:3]} {year[-2:]}" if year.isdigit() else month[:6]


def _bars(columns: Sequence[Column], labels: Sequence[str], rows: Sequence[Row]) -> tuple[int, Iterator[str]]:
    high = TOP + len(rows) * (BAR * len(columns) + GAP) + 30
    return high, _bar_parts(columns, labels, rows, high)


def _bar_parts(columns: Sequence[Column], labels: Sequence[str], rows: Sequence[Row], high: int) -> Iterator[str]:
    top, _ = _top(columns, rows)
    room = WIDE - LABEL - 110
    y = float(TOP)
    for row, label in zip(rows, labels, strict=True):
        short = label if len(label) <= LETTERS else f"{label[: LETTERS - 1]}…"
        yield _text(LABEL - 8, y + BAR * len(columns) / 2 + 4, short, "end")
        for place, column in enumerate(columns):
            value = _number(row, column)
            wide = room * value / top
            yield f'<rect class="s{place}" x="{LABEL}" y="{y + 1:.1f}" width="{wide:.1f}" height="{BAR - 2}"/>'
            said = f"{words_of(row.get(column.key)) or '0'} {head(column).lower()}"
            yield _text(LABEL + wide + 6, y + BAR - 3, said)
            y += BAR
        y += GAP
    yield f'<line class="axis" x1="{LABEL}" y1="{TOP}" x2="{LABEL}" y2="{high - 26}"/>'
