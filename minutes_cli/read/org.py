"""Read minutes in Org: its headlines, tables and marks are written as Markdown's, line for line, and read so.

A headline that begins with TODO or DONE is a task and becomes an entry with a box; its deadline stands behind it.
"""

from __future__ import annotations

import re

from minutes_cli.document import Document
from minutes_cli.read.markdown import document_of, printed_lines

_HEADLINE = re.compile(r"(\*+) +(?:([A-Z][A-Z_-]+) +)?(?:\[#[A-C]\] +)?(.*?)(?:\s+:[\w@#%:]+:)?\s*")
_STATES = {
    "TODO": " ", "NEXT": " ", "WAITING": " ", "HOLD": " ", "DOING": "~", "STARTED": "~", "IN-PROGRESS": "~",
    "INPROGRESS": "~", "DONE": "x", "CANCELLED": "-", "CANCELED": "-",
}  # fmt: skip
_KEYWORD = re.compile(r"\s*#\+([\w-]+):\s*(.*)", re.I)
_UNSEEN = re.compile(r"\s*#(?:\s|$|\+)|\s*:[\w-]+:\s*$")
_DRAWER = re.compile(r"\s*:(?:PROPERTIES|LOGBOOK|CLOCK):\s*$", re.I)
_DRAWER_END = re.compile(r"\s*:END:\s*$", re.I)
_PLANNING = re.compile(r"\s*(?:(?:DEADLINE|SCHEDULED|CLOSED):\s*[<\[][^>\]]*[>\]]\s*)+$")
_DEADLINE = re.compile(r"DEADLINE:\s*<(\d{4}-\d\d-\d\d)")
_HALF_DONE = re.compile(r"^(\s*(?:[-+]|\d+[.)])\s+)\[-\]")
_LINK = re.compile(r"\[\[[^\[\]]+\]\[([^\[\]]+)\]\]")
_STAMP = re.compile(r"<(\d{4}-\d\d-\d\d)(?: \w+\.?)?( \d\d?:\d\d)?[^<>]*>")
_EMPHASIS = re.compile(r"(?<![\w*/_=~+])([*/=~+])(?=\S)([^*/=~+\n]+?)(?<=\S)\1(?![\w*/_=~+])")
_MARKS = {"*": "**", "/": "*", "=": "`", "~": "`", "+": "~~"}
_HEAD = {"title", "date", "author", "subtitle"}


def read_org(data: bytes, name: str) -> Document:
    """Read minutes in Org.

    Raises ``SourceUnreadable`` when no word stands in the file.
    """
    return document_of(as_markdown(printed_lines(data)), data, name)


def as_markdown(printed: list[str]) -> list[str]:
    """Write Org as Markdown; every line keeps its number."""
    lines: list[str] = []
    hidden, task = False, None  # within a drawer; the line of the last headline that is a task
    for number, line in enumerate(printed):
        hidden = hidden or bool(_DRAWER.match(line))
        headline = _HEADLINE.fullmatch(line)
        if hidden:
            hidden = not _DRAWER_END.match(line)
            lines.append("")
        elif headline:
            written, is_task = _headline(headline)
            task = number if is_task else None
            lines.append(written)
        elif _PLANNING.match(line):
            due = _DEADLINE.search(line)
            if due and task is not None:
                lines[task] += f" by {due[1]}"
            lines.append("")
        else:
            lines.append(_line(line))
    return lines


def _headline(found: re.Match[str]) -> tuple[str, bool]:
    """Write a headline: a task as an entry with a box, any other as a heading. The second says which."""
    stars, state, words = found.groups()
    if state in _STATES:
        return f"- [{_STATES[state]}] {_words(words)}", True
    words = f"{state} {words}" if state else words
    return f"{'#' * min(len(stars), 6)} {_words(words)}", False


def _line(line: str) -> str:
    keyword = _KEYWORD.fullmatch(line)
    if keyword and keyword[1].lower() in _HEAD:
        return (
            f"# {keyword[2]}" if keyword[1].lower() == "title" else _words(f"{keyword[1].capitalize()}: {keyword[2]}")
        )
    if _UNSEEN.match(line):
        return ""
    return _words(_HALF_DONE.sub(r"\1[~]", line))


def _words(text: str) -> str:
    """Write the marks within one line as Markdown's."""
    text = _STAMP.sub(lambda stamp: stamp[1] + (stamp[2] or ""), _LINK.sub(r"\1", text))
    if text.lstrip().startswith("|"):
        return text
    return _EMPHASIS.sub(lambda marked: f"{_MARKS[marked[1]]}{marked[2]}{_MARKS[marked[1]]}", text)
