"""Words that a document may hold and no report may obey, for the tests of every format."""

from __future__ import annotations

from datetime import date

from minutes_cli.model import Action, Decision, Due, Head, Item, Meeting, Person
from minutes_cli.register import gather, proceedings
from minutes_cli.report import (
    Column,
    Group,
    Report,
    action_audit,
    action_log,
    attendance,
    carry_forward,
    decision_register,
    owner_summary,
    record_pages,
)

DAY = date(2031, 5, 6)
WORDS = {
    "formula": '=HYPERLINK("http://a.example";"x")',
    "command": "=cmd|' /C calc'!A0",
    "plus": "+44 20 7946 0000",
    "minus": "-1+1",
    "at": "@SUM(1+1)",
    "wide": "＝1+1",
    "tab": "\t=1+1",
    "script": "<script>alert(1)</script><img src=x onerror=alert(2)>",
    "breaking out": "\"'></td></table></style></script><script>alert(3)</script>",
    "template": "{{ 7*7 }}{% raw %}${7*7}",
    "svg": '<svg onload="alert(4)"><a xlink:href="javascript:alert(5)">x</a></svg>',
    "markup": "[red]x[/red] [link=http://a.example]y[/link]",
    "terminal": "\x1b]0;owned\x07\x1b[2J\x9b31m",
    "control": "a\x00b\x08c\x0bd\x7fe",
    "header": "x\r\nBcc: all@a.example\r\n\r\nbody",
    "calendar": "x\nEND:VEVENT\nBEGIN:VALARM\nACTION:AUDIO",
    "long": "x" * 40_000,
    "turned": "\u202egnorw\u202c \u2066x\u2069",
    "right to left": "שלום עולם مرحبا",
    "emoji": "\U0001f469\u200d\U0001f4bb \U0001f600 e\u0301 日本語",
    "half a pair": "\ud83d",
    "no character": "\ufffe\uffff\ufdd0\U0001fffe",
    "escape of excel": "_x0041_ _x000D_",
    "field of word": "{ DDEAUTO c:\\\\windows\\\\cmd.exe }",
    "reference": "&amp; &lt; &#0; &xxe;",
    "empty": "",
    "blank": " \n\t ",
}
"""What stands in a document, by what it tries."""


def meeting(words: str) -> Meeting:
    """Make minutes that say the same words wherever minutes can say anything."""
    return Meeting(
        meeting=Head(body=words, title=words, place=words, date=DAY),
        attendees=[Person(name=words, initials=words, role=words, organisation=words, reason=words)],
        apologies=[Person(name=f"{words}2", reason=words)],
        items=[Item(number=words, title=words, text=words)],
        actions=[
            Action(
                id=f"{words}/1",
                ref=words,
                item=words,
                text=words,
                action=words,
                owners=[words],
                due=Due(text=words, date=date(2031, 5, 20)),
                status_said=words,
                how="marker",
            )
        ],
        decisions=[Decision(ref=words, item=words, text=words, proposer=words, seconder=words, vote=words, how="x")],
    )


def reports(words: str) -> dict[str, Report | list[Report]]:
    """Make every kind of report of such minutes."""
    records = [(words, meeting(words))]
    register, found = gather(records, date(2031, 6, 1)), proceedings(records, date(2031, 6, 1))
    return {
        "actions": action_log(register),
        "owners": owner_summary(register),
        "carry-forward": carry_forward(register),
        "audit": action_audit(register),
        "decisions": decision_register(found),
        "attendance": attendance(found),
        "record": record_pages(records[0][1]),
        "any": Report(
            title=words,
            subtitle=words,
            key=words,
            columns=[Column(key="a", title=words, most=0), Column(key="b", title=words, most=4)],
            groups=[Group(title=words, section=words, rows=[{"a": words, "b": words}], counts={words: 1})],
            notes=[words],
            grouped_by=words,
        ),
    }


def together(words: str) -> list[Report]:
    """Make one list of all those reports."""
    return [each for made in reports(words).values() for each in (made if isinstance(made, list) else [made])]


def many(rows: int = 5000) -> Report:
    """Make a report of many actions, each with words of its own."""
    columns = [
        Column(key="ref", title="Ref", most=6),
        Column(key="text", title="Action", most=0),
        Column(key="due", title="Due", kind="date", most=12),
    ]
    return Report(
        title="Log",
        key="log",
        columns=columns,
        groups=[
            Group(
                rows=[
                    {"ref": str(n), "text": f"Write to household {n} about the drains. " * 4, "due": date(2031, 5, 6)}
                    for n in range(rows)
                ]
            )
        ],
    )
