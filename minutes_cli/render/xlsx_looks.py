"""How a sheet of a workbook looks: the formats of its cells, the widths, the colours with their words, the page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import ceil
from typing import Any

from minutes_cli.render.faces import words_of
from minutes_cli.render.sheets import Sheet
from minutes_cli.render.untrusted import shown
from minutes_cli.report.values import Column, Value

LONG_TEXT = 54
"""The width of a column of long text, in characters: as a line of a book, which the eye does not lose."""

WIDEST, NARROWEST = 40, 6
"""The widths that any other column keeps between, in characters."""

LINE, HIGHEST = 15, 409
"""The height of a line, and the greatest height of a row that Excel takes, in points."""

LETTERS = 1.1
"""How many letters of running text a unit of width holds: a unit is a figure's, and most letters are narrower."""

MEASURED = 500
"""How many rows of a sheet are measured for the widths; further ones are alike, and wrap if they are not."""

LIST_AT_MOST = 255
"""Characters of all the words of a list to choose from together; more Excel does not take."""

BROAD = 90
"""Characters of all columns together from which on a sheet is printed across the page."""

RED, GREEN, GREY = ("#9C0006", "#FFE1E4"), ("#1E5631", "#E3F4E6"), ("#4D4D4D", "#EFEFEF")
AMBER = ("#5C4400", "#FFF1CC")
"""Ink and paper of a mark; each pair has a contrast above 7 : 1 (WCAG 2.2, 1.4.6)."""

MARKED = {"done": GREEN, "dropped": GREY, "red": RED, "amber": AMBER, "green": GREEN}
"""The statuses and the colours of the house's rule that are marked, and how. Overdue is a column of its own."""

FORMULA = tuple("=+-@\t＝＋－＠")


class Looks:
    """The formats of the cells of one workbook."""

    def __init__(self, workbook: Any) -> None:
        body = {"valign": "top", "text_wrap": True}
        self.title = workbook.add_format({"bold": True, "font_size": 14})
        self.quiet = workbook.add_format({"font_color": "#4D4D4D"})
        self.head = workbook.add_format(
            {"bold": True, "font_color": "#FFFFFF", "bg_color": "#1F3864", "valign": "vcenter", "text_wrap": True}
        )
        self.text = workbook.add_format(body)
        self._literal = workbook.add_format({**body, "quote_prefix": True})
        self.day = workbook.add_format({**body, "num_format": "d mmm yyyy", "align": "left"})
        number = {**body, "align": "right", "indent": 1}
        self.share = workbook.add_format({**number, "num_format": "0%"})
        self._whole = workbook.add_format({**number, "num_format": "0"})
        self._broken = workbook.add_format({**number, "num_format": "0.0"})
        self.marks = {
            colours: workbook.add_format({"bold": colours is RED, "font_color": colours[0], "bg_color": colours[1]})
            for colours in (RED, AMBER, GREEN, GREY)
        }

    def number(self, value: float) -> Any:
        """Format a number: an average with one decimal, a count with none."""
        return self._broken if isinstance(value, float) else self._whole

    def of_words(self, words: str) -> Any:
        """Format words; those that begin like a formula stay text also when somebody edits the cell."""
        return self._literal if words.lstrip().startswith(FORMULA) else self.text


def sizes(page: Any, sheet: Sheet, heads: Sequence[str], head: int) -> None:
    """Make each column as wide as what it holds, within reason, and each row as high as its longest text needs.

    ``head`` is the row of the heads. Excel finds the heights by itself when it opens a file; other programs do not.
    """
    columns = enumerate(sheet.columns)
    wide = [width_of(column, heads[place], sheet.values(place)[:MEASURED]) for place, column in columns] or [LONG_TEXT]
    for place, width in enumerate(wide):
        page.set_column(place, place, width)
    page.set_row(head, LINE * max(_lines_in([title], width - 3) for title, width in zip(heads, wide, strict=True)))
    for number, row in enumerate(sheet.rows):
        high = max((_lines_in(_lines(value), width) for value, width in zip(row, wide, strict=False)), default=1)
        if high > 1:
            page.set_row(head + 1 + number, min(LINE * high, HIGHEST))


def _lines_in(lines: Sequence[str], width: int) -> int:
    """Count the lines that words take in a column."""
    return max(1, sum(ceil(max(1, len(line)) / (width * LETTERS)) for line in lines))


def width_of(column: Column, head: str, values: Sequence[Value]) -> int:
    """Find the width of a column in characters; long text has the same width whatever it says."""
    if column.most == 0:
        return LONG_TEXT
    longest = max((_length(value) for value in values), default=0)
    least = max((len(word) for word in head.split()), default=0) + 3  # the head's longest word, and the filter's button
    return max(NARROWEST, least, min(longest + 2, max(WIDEST if column.most > 20 else 24, least)))


def _length(value: Value) -> int:
    """Count the letters of a cell's longest line; a list is one line, with a comma and a space between its words."""
    lines = _lines(value)
    return sum(map(len, lines)) + 2 * (len(lines) - 1) if isinstance(value, list) else max(map(len, lines), default=0)


def _lines(value: Value) -> list[str]:
    if isinstance(value, list):
        return [line for each in value if not isinstance(each, dict) for line in shown(words_of(each)).split("\n")]
    if isinstance(value, date):
        return ["30 Sep 2031"]
    return shown(words_of(value)).split("\n")


def mark(page: Any, sheet: Sheet, looks: Looks, first: int) -> None:
    """Let Excel mark what is overdue and what is done, beside the words that say so, also after somebody edits them."""
    last = first + max(1, len(sheet.rows)) - 1
    keys = [column.key for column in sheet.columns]
    alarms = {key: c.alarm for c in sheet.report.columns if c.alarm for key in (c.key, *c.stands_for)}
    for place, column in enumerate(sheet.columns):
        choices = ("yes", "no") if column.kind == "yes-no" else column.choices
        if choices and len(",".join(choices)) <= LIST_AT_MOST:
            page.data_validation(first, place, last, place, _choice(choices))
        for word in MARKED.keys() & set(column.choices):
            rule = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": looks.marks[MARKED[word]]}
            page.conditional_format(first, place, last, place, {**rule, "stop_if_true": True})
        alarm = alarms.get(column.key, "")
        if alarm in keys:
            letter = _letter(keys.index(alarm))
            red = {"type": "formula", "criteria": f'=${letter}{first + 1}="yes"', "format": looks.marks[RED]}
            page.conditional_format(first, place, last, place, red)
        else:
            for row in sorted(row for row, where in sheet.urgent if where == place):
                page.conditional_format(
                    first + row, place, first + row, place, {"type": "no_blanks", "format": looks.marks[RED]}
                )


def _choice(words: Sequence[str]) -> dict[str, Any]:
    return {
        "validate": "list",
        "source": list(words),
        "error_title": "Another word",
        "error_message": f"One of: {', '.join(words)}."[:LIST_AT_MOST],
    }


def _letter(place: int) -> str:
    """Name a column as Excel does: 0 is A, 26 is AA."""
    letters = ""
    while place >= 0:
        place, rest = divmod(place, 26)
        letters, place = chr(65 + rest) + letters, place - 1
    return letters


def set_page(page: Any, sheet: Sheet, columns: Sequence[Column], head: int) -> None:
    """Make a sheet fit to be read and printed: its head in sight, on every page; A4, as wide as one page; numbered."""
    page.freeze_panes(head + 1, 0)
    page.repeat_rows(head)
    set_paper(page, sheet.name)
    total = sum(LONG_TEXT if column.most == 0 else max(column.most, NARROWEST) for column in columns)
    if total > BROAD:
        page.set_landscape()


def set_paper(page: Any, name: str) -> None:
    """Print a sheet on A4, as wide as one page, with its name and the number of the page at the foot."""
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    page.set_footer(f"&L{name.replace('&', '&&')}&RPage &P of &N")
