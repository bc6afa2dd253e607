"""An owner's list as the draft of a mail: opened in Outlook or Thunderbird it is a letter that is not sent yet.

The letter has a text and an HTML part, which say the same: each open action, the most pressing first, when it is due,
how it stands, and the minute it comes from. Nothing is sent by this program. Sources: RFC 5322, RFC 2046 (5.1.4);
``X-Unsent: 1`` is how Outlook tells a draft from a received mail.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from html import escape
from typing import NamedTuple

from minutes_cli.errors import UsageProblem
from minutes_cli.render.citing import cited, due_words
from minutes_cli.render.faces import lines, words_of
from minutes_cli.render.ics import OPEN
from minutes_cli.render.manner import Manner
from minutes_cli.render.untrusted import shown
from minutes_cli.report.values import Column, Group, Report, Row

POLICY = SMTP.clone(cte_type="7bit", utf8=False)
"""How a draft is written: in seven bits, with CRLF, as any mail program reads it."""

LOOK = "border-bottom:1px solid #767676;padding:4px 8px;text-align:left;vertical-align:top"


class Task(NamedTuple):
    """One action of a letter: its lines, when it is due, how it stands, if it is overdue, and its minute."""

    text: list[str]
    due: list[str]
    status: list[str]
    urgent: bool
    minute: str


def render(reports: Sequence[Report], manner: Manner) -> bytes:  # noqa: ARG001 - a letter has no width
    """Write the one owner's list there is as a draft.

    Raises ``UsageProblem`` for any other report, and for the lists of several owners: that is a letter each.
    """
    groups = [group for report in reports for group in report.groups if group.about.get("owner")]
    if len(reports) != 1 or len(groups) != 1 or len(reports[0].groups) != 1:
        raise UsageProblem(
            "a mail draft holds the list of one owner.",
            "Name one: minutes owners --owner NAME -f eml -o draft.eml, or write one for each: --each FOLDER",
        )
    return letter(reports[0], groups[0])


def letter(report: Report, group: Group) -> bytes:
    """Draft the letter to one owner; its address is that of the roster, else the draft has none."""
    tasks = list(_tasks(report, group))
    subject = _subject(report, tasks)
    message = EmailMessage(policy=POLICY)
    name = _line(str(group.about.get("name") or group.about.get("owner") or ""))
    if address := _address(name, group.about.get("email")):
        message["To"] = address
    message["Subject"] = subject
    message["X-Unsent"] = "1"
    message.set_content(_text(name, report, tasks), cte="quoted-printable")
    message.add_alternative(_html(name, report, tasks, subject), subtype="html", cte="quoted-printable")
    digest = hashlib.sha256(message.get_body(("html",)).get_content().encode())  # type: ignore[union-attr]
    message.set_boundary(f"=_minutes_{digest.hexdigest()[:32]}")
    return message.as_bytes()


def _address(name: str, email: object) -> Address | None:
    """Make an address of the roster's; one that is none, or has more in it, is left for the sender to fill in."""
    words = str(email or "")
    user, at, _ = words.rpartition("@")
    if not at or not user or words != "".join(words.split()) or not words.isascii() or not words.isprintable():
        return None
    try:
        return Address(display_name=name, addr_spec=words)
    except (MessageError, ValueError, IndexError):  # what email.headerregistry raises for what is no address
        return None


def _subject(report: Report, tasks: Sequence[Task]) -> str:
    late = sum(task.urgent for task in tasks)
    whose = _whose(report)
    return f"Your actions{f' from {whose}' if whose else ''}: {len(tasks)} open{f', {late} overdue' if late else ''}"


def _whose(report: Report) -> str:
    bodies = report.covered.bodies if report.covered else []
    return _line(" and ".join(bodies)) if len(bodies) < 3 else f"{len(bodies)} bodies"


def _tasks(report: Report, group: Group) -> Iterator[Task]:
    columns = {column.name: column for column in report.columns if column.face != "machine"}
    for row in group.rows:
        if row.get("status") in OPEN:
            yield Task(
                text=_said(columns, row, "text"),
                due=shown(due_words(row)).split("\n"),
                status=_said(columns, row, "status"),
                urgent=bool(row.get("overdue")),
                minute=_line(cited(row)),
            )


def _said(columns: dict[str, Column], row: Row, name: str) -> list[str]:
    """Say a value as a page does, or as it is where the house's form leaves the column out."""
    if name in columns and columns[name].key in row:
        return lines(columns[name], row)
    return [line for line in shown(words_of(row.get(name))).split("\n") if line.strip()]


def _opening(name: str, report: Report, tasks: Sequence[Task]) -> list[str]:
    day = report.covered.as_of if report.covered else None
    as_of = f" as of {words_of(day)}" if day else ""
    if not tasks:
        return [f"Dear {name},", f"No action of yours is open{as_of}."]
    several = (
        "These are the actions that are yours to do" if len(tasks) > 1 else "This is the action that is yours to do"
    )
    whose = _whose(report)
    return [f"Dear {name},", f"{several}{f' for {whose}' if whose else ''}{as_of}."]


CLOSING = "Please reply with how it stands, so that the action log can be brought up to date."


def _text(name: str, report: Report, tasks: Sequence[Task]) -> str:
    parts = _opening(name, report, tasks)
    for number, task in enumerate(tasks, 1):
        said = [
            *task.text,
            f"Due: {', '.join(task.due)}",
            f"Status: {', '.join(task.status)}",
            f"Minute: {task.minute}",
        ]
        first, *rest = [line for line in said if line.strip()]
        parts.append("\n".join([f"{number}. {first}", *(f"   {line}" for line in rest)]))
    return "\n\n".join([*parts, *([CLOSING] if tasks else [])]) + "\n"


def _html(name: str, report: Report, tasks: Sequence[Task], title: str) -> str:
    rows = "".join(
        "<tr>"
        + "".join(
            f'<td dir="auto" style="{LOOK}{mark}">{"<br>".join(map(escape, said))}</td>'
            for said, mark in (
                (task.text, ""),
                (task.due, ""),
                (task.status, ";color:#9C0006;font-weight:bold" if task.urgent else ""),
                ([task.minute], ""),
            )
        )
        + "</tr>\n"
        for task in tasks
    )
    heads = "".join(f'<th scope="col" style="{LOOK}">{head}</th>' for head in ("Action", "Due", "Status", "Minute"))
    table = (
        f'<table style="border-collapse:collapse">\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>'
    )
    opening = "".join(f"<p>{escape(line)}</p>\n" for line in _opening(name, report, tasks))
    closing = f"\n{table}\n<p>{CLOSING}</p>" if tasks else ""
    return (
        f'<!DOCTYPE html>\n<html lang="en-GB">\n<head><meta charset="utf-8"><title>{escape(title)}</title></head>\n'
        f'<body style="font-family:Arial,sans-serif;font-size:11pt">\n{opening}{closing}\n</body>\n</html>\n'
    )


def _line(words: str) -> str:
    return " ".join(shown(words).split())
