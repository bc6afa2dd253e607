"""``minutes trace``: what each line of minutes was read as, and why."""

from __future__ import annotations

from pathlib import Path

import click

from minutes_cli.cli import Described, options
from minutes_cli.cli.options import Product, Reading


def _kinds(_context: click.Context, _option: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    from minutes_cli.report.lines import KINDS

    wanted = tuple(word.strip().casefold() for each in given for word in each.split(",") if word.strip())
    for word in wanted:
        if word not in KINDS:
            raise click.BadParameter(f"{word!r} is no kind of line. Kinds: {', '.join(KINDS)}")
    return wanted


@click.command("trace", cls=Described)
@click.argument("file", type=options.PATH)
@click.option(
    "--only",
    multiple=True,
    metavar="KIND",
    callback=_kinds,
    help="Only lines read so: unused, furniture, head, attendance, heading, text, action, decision, table, agenda, "
    "signature, ornament; several with commas.",
)
@options.product
@options.reading
def command(file: Path, only: tuple[str, ...], product: Product, reading: Reading) -> int:
    r"""Say of every line what it was read as, and why.

    \b
    minutes trace board.pdf                every line, with its page and number
    minutes trace board.pdf --only unused  what went into nothing

    FILE is minutes; - is standard input. Every line is accounted for: it is furniture, a heading, a person, an item's
    text, a table's cell, or not used. The count of each stands at the end.
    """
    from minutes_cli.cli.products import deliver, page
    from minutes_cli.cli.sources import begin_document, chosen
    from minutes_cli.cli.talk import STDIN, complain
    from minutes_cli.errors import SourceUnreadable, UsageProblem
    from minutes_cli.parse import meetings, parse, trace
    from minutes_cli.parse.enclosed import holding_minutes
    from minutes_cli.report import line_report

    if product.redact:
        raise UsageProblem(
            "a trace shows every line as it is printed.", "For publication: minutes show --redact people"
        )
    if file.suffix.lower() in (".yaml", ".yml"):
        raise UsageProblem(f"{file} is a record, not minutes.", f"To see it: minutes show {file}")
    try:
        document = holding_minutes(begin_document(file, reading)(), lambda each: parse(meetings(each)[0]))
    except SourceUnreadable as problem:
        return complain(problem, file)
    lines = trace(document)
    if reading.meeting is not None:
        count = max((line.meeting for line in lines), default=1)
        chosen(range(count), file, reading.meeting)
        lines = [line for line in lines if line.meeting == reading.meeting]
    width, _ = page() if product.output in (None, STDIN) else (80, False)
    deliver(line_report(document.file, lines, only, width), product, [file])
    return 0
