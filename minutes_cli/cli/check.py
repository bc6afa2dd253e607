"""``minutes check``: what a person should look at."""

from __future__ import annotations

from pathlib import Path

import click

from minutes_cli.cli import Described, options
from minutes_cli.cli.options import Reading

SERIOUS = {False: ("error",), True: ("error", "warning")}


@click.command("check", cls=Described)
@options.files
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@click.option("--select", metavar="CODES", default="", help="Only these codes or their beginnings, with commas: A,P2.")
@click.option("--ignore", metavar="CODES", default="", help="Not these codes or their beginnings.")
@options.reading
def command(files: tuple[Path, ...], strict: bool, select: str, ignore: str, reading: Reading) -> int:
    r"""List what a person should look at in minutes or records.

    \b
    minutes check board-2031-03.docx      before the minutes go out
    minutes check records/ --strict       records in a folder; warnings count

    Each finding is one line, file:page:line: CODE message; minutes explain CODE says more. FILE is minutes, a record or
    a folder of records. Exit code 1 when a finding is serious.
    """
    from minutes_cli.check import check
    from minutes_cli.cli.products import write_out
    from minutes_cli.cli.sources import meetings_of, minutes_behind
    from minutes_cli.cli.talk import counted, located, say

    wanted, unwanted = _codes(select), _codes(ignore)
    meetings, worst = meetings_of(files, reading)
    total = 0
    for name, meeting in meetings:
        for finding in check(meeting):
            if (wanted and not finding.code.startswith(wanted)) or (unwanted and finding.code.startswith(unwanted)):
                continue
            total += 1
            worst = max(worst, int(finding.severity in SERIOUS[strict]))
            write_out(located(finding, minutes_behind(name, meeting)) + "\n")
    if meetings:
        say(f"{counted(total, 'finding')} in {counted(len(meetings), 'meeting')}.")
    return worst


def _codes(given: str) -> tuple[str, ...]:
    """Read a list of codes, and refuse one that no finding has: a slip must not silence the wrong thing."""
    from minutes_cli.check import CATALOGUE

    codes = tuple(code.strip().upper() for code in given.split(",") if code.strip())
    for code in codes:
        if not any(known.startswith(code) for known in CATALOGUE):
            raise click.UsageError(f"No finding's code begins with {code!r}. All codes: minutes explain")
    return codes
