"""Read the date of the meeting: behind "Date:", alone on a line near the top, in the title, or in the running head."""

from __future__ import annotations

from datetime import date

from minutes_cli.parse.dates import Found, begins_with_time, find_dates, find_times, month_of_year, months
from minutes_cli.parse.head_labels import FRONT
from minutes_cli.parse.heading_text import HeadingText
from minutes_cli.parse.numbering import read_number
from minutes_cli.parse.patterns import pattern

# Weights, in points: the line with the most of them dates the meeting; the first such line, when two have as many.
TOP_LINE = 3.0  # the first paragraph,
LOWER = 0.1  # less for each one below it,
BELOW_TITLE = 1.2  # and less when it stands below the title part
RUNNING = 1.9  # a running head, or the file's own title
FRONT_MATTER = 0.2  # a line of front matter, which dates its own publication
SHORT_LINE = 1.5  # a line of its own
SAYS_MEETING = 1.0  # "held on", "minutes", "meeting"
SAYS_OTHER = 3.0  # less: "next", "last", "approved", "published"
TIMED = 1.5  # a time behind the date, as a meeting has and a letter has not
FAR_IN = 0.5  # less: a date that stands far into its line
LOWEST = 3.0  # points; a line with no more tells of a date rather than dates the meeting
SHORT_WORDS = 12  # words of a line of its own
FAR_CHARACTERS = 60  # characters before a date that stands far into its line


def read(text: HeadingText, month_first: bool) -> tuple[date | None, str]:
    """Read the date of the meeting; gives it with the line it stands on, ``(None, "")`` when nothing dates it."""
    said = text.labelled.get("date", "")
    for found in find_dates(said, month_first) if said else ():
        if found.on:
            return found.on, said
    best: tuple[float, date | None, str] = (float("-inf"), None, "")
    for base, line in _lines(text):
        numbered = read_number(line)
        if numbered and numbered.form.startswith("dotted") and not begins_with_time(line):
            continue  # "18.09.4 Matters arising" is an item's number, no date
        for found in find_dates(line, month_first):
            weight = base + _weight(line, found)
            if found.on and weight > best[0]:
                best = (weight, found.on, line)
    if best[1] is None:
        return _in_cells(text.cells, month_first)
    return (best[1], best[2]) if best[0] > LOWEST or _is_in_month_of_title(best[1], text) else (None, "")


def _is_in_month_of_title(on: date, text: HeadingText) -> bool:
    """Whether a date told in the text can be the meeting's: the title names no month ("Meeting, May 2031"), or its."""
    titles = " ".join([*text.lines[: text.title_lines], *text.running, text.file_title or ""])
    said = month_of_year().findall(titles)
    return not said or any(months().get(month.casefold().strip(".")) == on.month for month, _ in said)


def _in_cells(cells: list[str], month_first: bool) -> tuple[date | None, str]:
    """Read the date from a table at the head that gives it no label; with the cell."""
    dated = ((found.on, cell) for cell in cells for found in find_dates(cell, month_first) if found.on)
    return next(dated, (None, ""))


def _lines(text: HeadingText) -> list[tuple[float, str]]:
    """Give the lines that may date the meeting, with their weight by place; paragraphs, as a date may be wrapped."""
    lines = [
        (TOP_LINE - LOWER * n - (BELOW_TITLE if n >= text.title_paragraphs else 0.0), paragraph.text)
        for n, paragraph in enumerate(text.top)
    ]
    for line in [*text.running, text.file_title or ""]:
        front = FRONT.match(line)
        is_title = front is None or front["key"].casefold().startswith("title")
        lines.append((RUNNING if is_title else FRONT_MATTER, line))
    return lines


def _weight(line: str, found: Found) -> float:
    """Weigh how much a line looks like the one that dates the meeting rather than one that mentions a date."""
    weight = 0.0
    low = line.casefold()
    if len(line.split()) <= SHORT_WORDS:
        weight += SHORT_LINE
    if pattern("heading", "dates-meeting").search(low):
        weight += SAYS_MEETING
    if pattern("heading", "dates-other").search(low):
        weight -= SAYS_OTHER
    if any(time.sure and time.start > found.end for time in find_times(line)):
        weight += TIMED
    return weight - (FAR_IN if found.start > FAR_CHARACTERS else 0.0)
