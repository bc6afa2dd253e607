"""``minutes explain``: what a finding means."""

from __future__ import annotations

import click

from minutes_cli.cli import Described


@click.command("explain", cls=Described)
@click.argument("code", required=False)
def command(code: str | None) -> None:
    r"""Say what a finding's code means and what to do.

    \b
    minutes explain P201          one code
    minutes explain               all codes, a line each
    """
    from minutes_cli.check import CATALOGUE
    from minutes_cli.cli.products import write_out

    if code is None:
        write_out("".join(f"{entry.code}  {entry.severity:8} {entry.name}\n" for entry in CATALOGUE.values()))
        return
    entry = CATALOGUE.get(code.upper()) or next(
        (each for each in CATALOGUE.values() if each.name == code.lower()), None
    )
    if entry is None:
        raise click.UsageError(f"No finding has the code {code!r}. All codes: minutes explain")
    parts = (("What it means", entry.meaning), ("Why it matters", entry.why), ("What to do", entry.remedy))
    told = "\n".join(_paragraph(title, text) for title, text in parts)
    write_out(f"{entry.code} {entry.name} ({entry.severity})\n\n{told}")


def _paragraph(title: str, text: str) -> str:
    from textwrap import fill

    return f"{title}\n{fill(' '.join(text.split()), 78, initial_indent='  ', subsequent_indent='  ')}\n"
