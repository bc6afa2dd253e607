"""Read minutes in reStructuredText: what it marks is written as Markdown, line for line, and read so.

Headings take their level from the order in which their underlines are first met, as docutils does.
"""

from __future__ import annotations

import re

from minutes_cli.document import Document
from minutes_cli.read.markdown import document_of, printed_lines

LEAST_UNDERLINE = 3  # signs; docutils takes a shorter one only under a title as short

_ADORNMENT = re.compile(r"([!-/:-@\[-`{-~])\1{2,}\s*")
_SIMPLE_RULE = re.compile(r"\s*=+(?: +=+)+\s*")
_UNDER_SPAN = re.compile(r"\s*-+(?: +-+)*\s*")
_DIRECTIVE = re.compile(r"(\s*)\.\. (?:\|[^|]+\| )?([\w-]+)::\s*(.*)")
_EXPLICIT = re.compile(r"(\s*)\.\.(?:\s|$)")
_OPTION = re.compile(r"\s+:[\w-]+:")
_FIELD = re.compile(r":([A-Za-z][^:\n]{0,60}):(?=\s|$)\s*(.*)")
_AUTO = re.compile(r"^(\s*)#\.(\s)")
_LINK = re.compile(r"`([^`<]+?)\s*<[^`>]+>`__?")
_ROLE = re.compile(r":[\w-]+:`([^`]+)`|(?<![`\w])`([^`]+)`_{0,2}(?!`)")
_FOOTNOTE = re.compile(r"\.\. \[([^\]]+)\]\s+(.*)")
_UNSEEN = {
    "image",
    "figure",
    "contents",
    "toctree",
    "include",
    "raw",
    "meta",
    "highlight",
    "sectnum",
    "header",
    "footer",
}


def read_rst(data: bytes, name: str) -> Document:
    """Read minutes in reStructuredText.

    Raises ``SourceUnreadable`` when no word stands in the file.
    """
    return document_of(as_markdown(printed_lines(data)), data, name)


def as_markdown(printed: list[str]) -> list[str]:
    """Write reStructuredText as Markdown; every line keeps its number."""
    lines = [_marks(line) for line in printed]
    _write_simple_tables(printed, lines)
    _write_headings(printed, lines)
    _drop_unseen(printed, lines)
    return lines


def _marks(line: str) -> str:
    """Write the marks within one line as Markdown's; a field ":Date: 4 March" reads "Date: 4 March"."""
    field = _FIELD.match(line)
    if field and not line.startswith("::"):
        line = f"{field[1]}: {field[2]}".rstrip()
    line = _AUTO.sub(r"\g<1>1.\2", line)
    line = (
        _ROLE.sub(lambda role: role[1] or role[2], _LINK.sub(r"\1", line)) if "`" in line and "``" not in line else line
    )
    return line.removesuffix("::") + ":" if line.endswith("::") and line.strip(": ") else line


def _write_headings(printed: list[str], lines: list[str]) -> None:
    levels: dict[str, int] = {}
    for at in range(len(printed) - 1):
        title, under = printed[at].rstrip(), printed[at + 1].rstrip()
        if not _ADORNMENT.fullmatch(under) or not title.strip() or _ADORNMENT.fullmatch(title) or "|" in title[:1]:
            continue
        over = printed[at - 1].rstrip() if at else ""
        overlined = over == under and bool(_ADORNMENT.fullmatch(over))
        above_is_free = at == 0 or overlined or not over.strip()
        if len(under) < min(len(title), LEAST_UNDERLINE) or not above_is_free or lines[at].startswith("|"):
            continue
        level = levels.setdefault(under[0] * (1 + overlined), len(levels) + 1)
        lines[at] = f"{'#' * min(level, 6)} {lines[at].strip()}"
        lines[at + 1] = ""
        if overlined:
            lines[at - 1] = ""


def _write_simple_tables(printed: list[str], lines: list[str]) -> None:
    """Write a table drawn with "====  ====" as one drawn with pipes."""
    at = 0
    while at < len(printed):
        end = _table_end(printed, at) if _SIMPLE_RULE.fullmatch(printed[at]) else None
        if end is None:
            at += 1
            continue
        starts = [found.start() for found in re.finditer(r"=+", printed[at])]
        for index in range(at, end + 1):
            lines[index] = _pipe_row(printed[index], starts)
        at = end + 1


def _table_end(printed: list[str], start: int) -> int | None:
    """Find the last rule of the table that begins here: the one that nothing of the table follows."""
    rules = 1
    for at in range(start + 1, len(printed)):
        if _SIMPLE_RULE.fullmatch(printed[at]):
            rules += 1
            if at + 1 >= len(printed) or not printed[at + 1].strip():
                return at
        elif not printed[at].strip() and rules > 1 and at + 1 < len(printed) and not printed[at + 1].strip():
            return None
    return None


def _pipe_row(printed: str, starts: list[int]) -> str:
    if not printed.strip() or _SIMPLE_RULE.fullmatch(printed) or _UNDER_SPAN.fullmatch(printed):
        return "|" + "---|" * len(starts)
    ends = [*starts[1:], len(printed)]
    cells = [printed[start:end].strip() for start, end in zip(starts, ends, strict=True)]
    return "| " + " | ".join(_marks(cell.replace("|", "\\|")) for cell in cells) + " |"


def _drop_unseen(printed: list[str], lines: list[str]) -> None:
    """Take out comments, pictures and lists of contents; what stands in a note or a box stays."""
    at = 0
    while at < len(printed):
        directive, explicit = _DIRECTIVE.match(printed[at]), _EXPLICIT.match(printed[at])
        footnote = _FOOTNOTE.match(printed[at])
        if footnote:
            lines[at] = f"[{footnote[1]}] {footnote[2]}"
        elif directive or explicit:
            indent = len(printed[at]) - len(printed[at].lstrip())
            shown = directive is not None and directive[2].lower() not in _UNSEEN
            lines[at] = f"{directive[1]}{directive[3]}" if directive and shown else ""
            at = _drop_block(printed, lines, at + 1, indent, shown)
            continue
        at += 1


def _drop_block(printed: list[str], lines: list[str], at: int, indent: int, shown: bool) -> int:
    """Take out the options of a directive, or all that is indented below it; gives the line after."""
    in_options = True
    while at < len(printed) and (not printed[at].strip() or len(printed[at]) - len(printed[at].lstrip()) > indent):
        in_options = in_options and bool(_OPTION.match(printed[at]))
        if not shown or in_options:
            lines[at] = ""
        at += 1
    return at
