"""Reports as Markdown, ready to be pasted into an agenda: headings, and GitHub's tables with a header row.

Source of the table syntax: GitHub Flavored Markdown, section 4.10; of the escapes: CommonMark, section 2.4.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from minutes_cli.render.faces import head, is_urgent, lines, page_columns
from minutes_cli.render.manner import Manner
from minutes_cli.render.overview import groups_of, overview
from minutes_cli.render.untrusted import shown
from minutes_cli.report.values import Column, Group, Report, Row

_MARKS = re.compile(r"([\\`*_\[\]|~])")
_PLAIN = re.compile(r"[^\\`*_\[\]|~<>&]*")
"""Words in which nothing is a mark: most are, and a report may have a hundred thousand of them."""
_LEADING = re.compile(r"^(\s*)(?:([#+>=-])|(\d{1,9})([.)]))")
_ENTITY = re.compile(r"&(?=#?\w+;)")


def render(reports: Sequence[Report], manner: Manner) -> str:  # noqa: ARG001 - Markdown has no width
    """Write reports one after the other; the title of each is a heading of the second level."""
    return "\n\n".join("\n\n".join(_report(report)) for report in reports) + "\n"


def _report(report: Report) -> Iterator[str]:
    yield f"## {plain(report.title) or 'Report'}"
    if report.subtitle:
        yield plain(report.subtitle)
    counts = overview(report)
    if counts:
        yield _table(counts.columns, counts.groups[0])
    section, columns = "", page_columns(report)
    for group in groups_of(report):
        if group.section and group.section != section:
            yield f"### {plain(group.section)}"
        section = group.section
        if group.title:
            yield f"{'####' if section else '###'} {plain(group.title)}"
        if group.rows and columns:
            yield _table(columns, group)
    yield from (plain(note) for note in report.notes)


def _table(columns: Sequence[Column], group: Group) -> str:
    header = _line(plain(head(column)) for column in columns)
    ruling = _line("---:" if column.kind in ("number", "share") else "---" for column in columns)
    return "\n".join([header, ruling, *(_line(_cell(column, row) for column in columns) for row in group.rows)])


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(column: Column, row: Row) -> str:
    words = "<br>".join(marked(line) for line in lines(column, row))
    return f"**{words}**" if words and is_urgent(column, row) else words


def marked(words: str) -> str:
    r"""Write words so that Markdown shows them as they are: marks are escaped, HTML is no HTML.

    >>> marked("a|b <script>")
    'a\\|b &lt;script&gt;'
    """
    words = " ".join(words.split())
    if _PLAIN.fullmatch(words):
        return words
    words = _ENTITY.sub("&amp;", words)
    return _MARKS.sub(r"\\\1", words.replace("<", "&lt;").replace(">", "&gt;"))


def plain(words: str) -> str:
    """Write words that begin a block: as ``marked``, and no list, quotation or heading begins with them."""
    return _LEADING.sub(_quiet, marked(shown(words)))


def _quiet(found: re.Match[str]) -> str:
    space, mark, number, stop = found.groups()
    return f"{space}\\{mark}" if mark else f"{space}{number}\\{stop}"
