"""The command ``minutes``: words from a terminal come in, products go to standard output, talk to standard error.

This room puts the others together, and only it and ``batch`` may. Nothing heavy is imported here: each command's
module is imported when the command is called, so ``minutes --help`` costs little more than Python itself.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NoReturn

import click

from minutes_cli import __version__
from minutes_cli.errors import MinutesError

COMMANDS = {
    "parse": "Read minutes into records, one YAML file beside each.",
    "show": "Show the record of a meeting as a person reads it.",
    "check": "List what a person should look at in minutes or records.",
    "review": "Show the pages of minutes beside their record, in a browser.",
    "actions": "The action log over all records found.",
    "owners": "Who has what to do: open, due and overdue, with their lists.",
    "carry-forward": "What the next agenda must take up, oldest first.",
    "decisions": "The decision register: what was decided, by whom and where.",
    "attendance": "Who came to which meeting, by person and by organisation.",
    "roster": "Propose a roster: one person under several spellings.",
    "audit": "How the actions fare: closed on time, overdue, their age.",
    "update": "Record progress on actions: status, note, due date, owner; --undo.",
    "batch": "Read an archive of minutes into records, on all processors.",
    "export": "All records as tables: SQLite, Parquet or JSON lines.",
    "trace": "Say of every line what it was read as, and why.",
    "explain": "Say what a finding's code means and what to do.",
    "schema": "Print the JSON Schema of the record.",
    "demo": "Try everything on the minutes of a fictional board.",
    "completion": "Let the shell complete commands and options.",
}
"""The commands, in the order a newcomer meets them; each is the ``command`` of the module of its name."""

WIDEST = 80
"""The widest that help is set, in columns; longer lines are hard to follow."""

INTERRUPTED = 130
"""The exit code after Ctrl-C: 128 and the signal's number, as shells have it."""


class _LazyGroup(click.Group):
    """The commands, each imported when it is called; and the one place where errors become lines and exit codes."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        settings["help"] = laid_out(settings.get("help"))
        super().__init__(*args, **settings)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"minutes_cli.cli.{cmd_name.replace('-', '_')}")
        command: click.Command = module.command
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            raise click.UsageError(f"There is no command {args[0]!r}.{_meant(args[0])}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def main(self, args: Sequence[str] | None = None, prog_name: str | None = None, **extra: Any) -> NoReturn:  # type: ignore[override]
        """Run the command line and end the process with its exit code."""
        _ready_streams()
        extra |= {"standalone_mode": False, "terminal_width": max(40, min(_page_width(), WIDEST))}
        try:
            result = super().main(args, prog_name or "minutes", **extra)
        except (Exception, KeyboardInterrupt) as problem:  # noqa: BLE001  what is no error of ours goes on up
            result = _ended_by(problem)
        sys.exit(result if isinstance(result, int) else 0)


class Described(click.Command):
    """A command whose docstring is its help; a paragraph that begins with a backslash and a b keeps its lines."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        settings["help"] = laid_out(settings.get("help"))
        super().__init__(*args, **settings)


def laid_out(told: str | None) -> str | None:
    """Turn the two characters of a raw docstring into the sign that click knows."""
    return told.replace("\\b\n", "\b\n") if told else told


def _page_width() -> int:
    """Find the width of the terminal in columns as ``shutil`` does, which takes 4 % of ``minutes --help`` to import."""
    import os

    try:
        return int(os.environ["COLUMNS"]) or WIDEST
    except (KeyError, ValueError):
        pass
    try:
        return os.get_terminal_size().columns
    except (OSError, ValueError, AttributeError):
        return WIDEST


def _meant(word: str) -> str:
    """Guess the command that was meant, or recognise a file given where a command should be."""
    from difflib import get_close_matches
    from pathlib import Path

    if near := get_close_matches(word, COMMANDS, 1):
        return f" Did you mean {near[0]!r}?"
    return f" To read that file: minutes parse {word}" if Path(word).is_file() else ""


def _ready_streams() -> None:
    """Let output that goes to a file or a pipe be UTF-8 everywhere, and let no character stop a message."""
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(errors="backslashreplace", **({} if stream.isatty() else {"encoding": "utf-8"}))


def _ended_by(problem: BaseException) -> int:
    """Say in one line why the command ended, and give its exit code. A fault of the program itself goes on up."""
    if isinstance(problem, click.exceptions.Exit):
        return problem.exit_code
    if isinstance(problem, click.Abort | KeyboardInterrupt):
        sys.stderr.write("\nminutes: stopped.\n")
        return INTERRUPTED
    from minutes_cli.cli.talk import complain

    if isinstance(problem, MinutesError):
        return complain(problem)
    if isinstance(problem, click.ClickException):
        context = getattr(problem, "ctx", None)
        complain(
            MinutesError(problem.format_message(), f"See: {context.command_path if context else 'minutes'} --help")
        )
        return 2
    if isinstance(problem, OSError) and problem.filename is None:  # a full disk behind standard output
        from minutes_cli.cli.products import close_stdout

        close_stdout()
        complain(MinutesError(f"standard output cannot be written: {problem.strerror}."))
        return 2
    raise problem


@click.group(
    name="minutes",
    cls=_LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, "-V", "--version", message="minutes %(version)s (minutebook)")
@click.pass_context
def main(context: click.Context) -> None:
    r"""Minutes in, action log out.

    \b
    minutes parse board.docx          read minutes into board.yaml
    minutes actions                   the action log of all records in this folder

    Reads the minutes of formal meetings (text, PDF, Word) into records that you can edit, and keeps the action log
    over them. Nothing leaves this machine. To try it: minutes demo
    """
    if context.invoked_subcommand is None:
        click.echo(context.get_help())
