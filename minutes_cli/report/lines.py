"""How each line of minutes was read: its place, its words, what it was read as, and by which rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from typing import get_args

from minutes_cli.document import LineKind, LineRead
from minutes_cli.report.values import Column, Group, Report, Row
from minutes_cli.report.wording import counted

KINDS: tuple[str, ...] = get_args(LineKind)

SAID: dict[str, str] = {
    "head": "heading of the minutes",
    "attendance": "attendance",
    "heading": "item headings",
    "text": "item text",
    "action": "actions",
    "decision": "decisions",
    "table": "table headings",
    "agenda": "printed agenda",
    "signature": "signatures",
    "furniture": "furniture",
    "ornament": "ornament",
    "unused": "not used",
}
"""How each kind is called in the count at the end."""

BESIDE = 46  # columns of a page that the place and what the line was read as take
WIDE = 110  # columns of a page that has room for the rule too
RULE = 34  # characters of the rule that such a page shows
READ_AS = 32  # characters of what a line was read as that a page shows
NARROWEST = 24  # characters of a line's words that are shown in any case

PLACE = Column(key="place", title="Place", face="page", stands_for=("page", "line", "cell"), most=12)
LINE = Column(key="shown_text", title="Line", face="page", stands_for=("text",), most=0)
SHOWN_AS = Column(key="shown_as", title="Read as", face="page", stands_for=("read_as",), most=READ_AS)
WHY = Column(key="shown_why", title="Why", face="page", stands_for=("why",), most=RULE)
MACHINE = (
    Column(key="meeting", title="Meeting", kind="number", face="machine"),
    Column(key="page", title="Page", kind="number", face="machine"),
    Column(key="line", title="Line", kind="number", face="machine"),
    Column(key="cell", title="Cell", face="machine"),
    Column(key="kind", title="Kind", face="machine"),
    Column(key="text", title="Text", face="machine"),
    Column(key="read_as", title="Read as", face="machine"),
    Column(key="why", title="Why", face="machine"),
)


def line_report(name: str, lines: Sequence[LineRead], only: Collection[str] = (), width: int = 80) -> Report:
    """Report how the lines of some minutes were read; ``only`` these kinds, all when it is empty.

    ``width`` is that of the page in columns: the words of a line are shortened so that each has a line of its own.
    """
    shown = [line for line in lines if not only or line.kind in only]
    room = max(NARROWEST, width - BESIDE - (RULE + 3 if width >= WIDE else 0))
    several = len({line.meeting for line in lines}) > 1
    groups: dict[int, Group] = {}
    for line in shown:
        title = f"Meeting {line.meeting}" if several else ""
        groups.setdefault(line.meeting, Group(title=title)).rows.append(_row(line, room))
    notes = [_count(lines)]
    if only and len(shown) < len(lines):
        notes.append(
            f"Shown: {counted(len(shown), 'line')} ({', '.join(SAID[kind] for kind in KINDS if kind in only)})."
        )
    return Report(
        key="trace",
        title=f"How {name} was read",
        columns=[PLACE, LINE, SHOWN_AS, *([WHY] if width >= WIDE else []), *MACHINE],
        groups=list(groups.values()),
        notes=notes,
        grouped_by="Meeting",
        facts={"file": name, "lines": len(lines), **_counts(lines)},
    )


def _row(line: LineRead, room: int) -> Row:
    return {
        "place": f"{line.page}:{line.line} {line.cell}".rstrip(),
        "shown_text": _short(line.text, room),
        "shown_as": _short(line.read_as, READ_AS),
        "shown_why": _short(line.why, RULE),
        "meeting": line.meeting,
        "page": line.page,
        "line": line.line,
        "cell": line.cell or None,
        "kind": line.kind,
        "text": line.text,
        "read_as": line.read_as,
        "why": line.why or None,
    }


def _short(words: str, room: int) -> str:
    """Shorten words to what a row of a page has room for, on one line."""
    words = " ".join(words.split())
    return words if len(words) <= room else f"{words[: room - 1].rstrip()}…"


def _counts(lines: Sequence[LineRead]) -> dict[str, int]:
    found: Counter[str] = Counter(line.kind for line in lines)
    return {kind: found[kind] for kind in KINDS if found[kind]}


def _count(lines: Sequence[LineRead]) -> str:
    """Say how many lines there are of each kind: "212 lines: 180 item text, 29 actions, 3 not used."."""
    counts = _counts(lines)
    unused = counts.pop("unused", 0)
    said = [f"{number} {SAID[kind]}" for kind, number in sorted(counts.items(), key=lambda pair: -pair[1])]
    return f"{counted(len(lines), 'line')}: {', '.join([*said, f'{unused} not used'])}."
