"""Take off the front matter that web sites put before Markdown minutes: YAML between "---", TOML between "+++"."""

from __future__ import annotations

import re
from typing import NamedTuple

LONGEST = 200  # lines; a "---" further down than that is a rule across the page

_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
_ENTRY = re.compile(r"\s*(?:- )?[\"']?[\w .-]+[\"']?\s*[:=](?:\s|$)|\s*(?:-|#)\s|\s*$|\s+\S|\s*-$|[\]\[]")
_VALUE = re.compile(r"(\s*(?:- )?)[\"']?([\w .-]*?)[\"']?\s*[:=]\s*(.*)")
_TITLE = re.compile(r"title: (.+)", re.I)


class FrontMatter(NamedTuple):
    """The lines of front matter as (line number, "key: value"), how many lines it takes, and the title in it."""

    lines: list[tuple[int, str]]
    length: int
    title: str | None


def front_matter(printed: list[str]) -> FrontMatter:
    """Read the front matter of some minutes; of length 0 when there is none, or when its end is missing."""
    start = next((index for index, line in enumerate(printed) if line.strip()), 0)
    ends = _FENCES.get(printed[start].strip()) if printed else None
    if ends is None:
        return FrontMatter([], 0, None)
    for index in range(start + 1, min(len(printed), start + LONGEST)):
        if printed[index].strip() in ends and not printed[index].startswith(" "):
            return _read(printed, start + 1, index)
        if not _ENTRY.match(printed[index]):
            break
    return FrontMatter([], 0, None)


def _read(printed: list[str], start: int, end: int) -> FrontMatter:
    lines = [(number + 1, _plain(printed[number])) for number in range(start, end)]
    lines = [(number, text) for number, text in lines if text.strip()]
    title = next((match[1].strip() for _, text in lines if (match := _TITLE.fullmatch(text))), None)
    return FrontMatter(lines, end + 1, title or None)


def _plain(line: str) -> str:
    """Write one entry as "key: value", without quotation marks and comments; its indent stays."""
    if line.lstrip().startswith("#"):
        return ""
    entry = _VALUE.fullmatch(line)
    if entry:
        return f"{entry[1]}{entry[2]}: {_unquoted(entry[3])}".rstrip()
    listed = re.fullmatch(r"(\s*- )(.*)", line)
    return f"{listed[1]}{_unquoted(listed[2])}" if listed else line.rstrip()


def _unquoted(value: str) -> str:
    value = value.strip().removesuffix(",")
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1].replace('\\"', '"').replace("''", "'")
    return value
