"""What the command says on standard error: one line a matter, and nothing from a document that a terminal obeys."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from minutes_cli.errors import MinutesError
from minutes_cli.model import Finding, Meeting

STDIN = Path("-")
"""How a command line names standard input."""


SPOKEN = "minutes_cli.spoken"
"""The key of a command's context that is there once something was said."""


def say(text: str) -> None:
    """Write one line to standard error, control characters made visible."""
    if context := click.get_current_context(silent=True):
        context.meta[SPOKEN] = True
    sys.stderr.write(one_line(text) + "\n")


def one_line(text: str) -> str:
    """Make words from anywhere fit to stand on one line of a terminal."""
    if text.isprintable():  # nearly always; the room of formats need not be opened for it
        return text
    from minutes_cli.render.untrusted import shown

    return " ".join(shown(text).split())


def complain(problem: MinutesError, path: Path | None = None) -> int:
    """Say what is wrong with a file, as ``minutes: file: message hint``; gives the exit code.

    The file's name is not said twice: readers know the bare name only, and some messages begin with it.
    """
    message = problem.message
    if path is not None and str(path) not in message:
        name = "standard input" if path == STDIN else str(path)
        message = f"{name}: {message.removeprefix(path.name).removeprefix(':').lstrip()}"
    say(f"minutes: {message} {problem.hint}".rstrip())
    return problem.exit_code


def fault(problem: Exception, path: Path) -> int:
    """Say that the program itself failed on a file, so that a run over many goes on; gives the exit code 3."""
    say(
        f"minutes: {path}: a fault of minutebook itself ({type(problem).__name__}: {problem}), not of the file. "
        "Please report it; MINUTES_DEBUG=1 shows where."
    )
    return 3


def located(finding: Finding, name: str) -> str:
    """Write a finding as ``file:page:line: CODE message``, which editors can jump to."""
    place = [str(part) for part in (finding.page, finding.line) if part is not None]
    return one_line(f"{':'.join([name, *place])}: {finding.code} {finding.message}")


def counted(number: int, noun: str) -> str:
    """Say how many: "1 action", "13 actions", "no apologies"."""
    if noun == "apology":
        return f"{number} {'apology' if number == 1 else 'apologies'}"
    return f"{number} {noun}{'' if number == 1 else 's'}"


def summary(meeting: Meeting) -> str:
    """Say in one line what was found in the minutes."""
    head = meeting.meeting
    found: Iterable[tuple[int, str]] = (
        (len(meeting.attendees), "attendee"),
        (len(meeting.apologies), "apology"),
        (len(meeting.items), "item"),
        (len(meeting.actions), "action"),
        (len(meeting.decisions), "decision"),
    )
    when = head.date.isoformat() if head.date else "no date found"
    return f"{head.body or 'no body found'}, {when}: {', '.join(counted(*each) for each in found)}"
