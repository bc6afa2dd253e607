"""Write single lines of Markdown minutes so that the rules of the blocks fit: no comments, no tabs, rows with pipes."""

from __future__ import annotations

import re

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.S)
_MARKER_GAP = re.compile(
    r"(\s*(?:\d{1,3}|[a-z]|[ivx]{1,4}|\(\w{1,4}\))[.)]|\s*\(\w{1,4}\))\s{2,}", re.I
)  # "1)      Clerk"
_MARK_TAB = re.compile(r"^([-*+•]|\d{1,9}[.)])\t")


def without_comments(printed: list[str], start: int) -> list[str]:
    """Blank out HTML comments; the lines they took stay, empty."""
    text = "\n".join(printed)
    if "<!--" not in text:
        return printed
    above = sum(len(line) + 1 for line in printed[:start])  # front matter may hold the like in a value
    below = _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), text[above:])
    return (text[:above] + below).split("\n")


def without_tabs(printed: str) -> str:
    """Write the tabs that indent a line, and the one behind a list's mark, as blanks: a tab stop is four columns."""
    words = printed.lstrip(" \t")
    indent = printed[: len(printed) - len(words)].expandtabs(4)
    return indent + _MARK_TAB.sub(r"\1 ", words)


def without_marker_gap(printed: str) -> str:
    """Set the words of a list entry one space behind its number: "1)      Clerk" has no column."""
    marker = _MARKER_GAP.match(printed)
    return f"{marker[1]} {printed[marker.end() :]}" if marker else printed


def boxed(row: str) -> str:
    """Write a pipe row with a pipe on either side."""
    row = row.strip()
    if row.startswith("+"):
        return row
    row = row if row.startswith("|") else "|" + row
    return row if row.endswith("|") and not row.endswith("\\|") else row + "|"
