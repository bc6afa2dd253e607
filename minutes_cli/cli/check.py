"""``minutes check``: what a person should look at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from minutes_cli.cli import Described, options
from minutes_cli.cli.options import Reading

if TYPE_CHECKING:
    from minutes_cli.model import Finding, Meeting

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

    Over several meetings, also actions that vanished, were opened again, or are told in two ways. Each finding is one
    line, file:page:line: CODE message; minutes explain CODE says more. FILE is minutes, a record or a folder of
    records. Exit code 1 when a finding is serious.
    """
    from minutes_cli.check import check
    from minutes_cli.cli.products import write_out
    from minutes_cli.cli.sources import meetings_of, minutes_behind
    from minutes_cli.cli.talk import counted, located, say

    wanted, unwanted = _codes(select), _codes(ignore)
    meetings, worst = meetings_of(files, reading)
    total = 0
    found = ((minutes_behind(name, meeting), each) for name, meeting in meetings for each in check(meeting))
    for name, finding in chain(found, _over_the_book(meetings)):
        if (wanted and not finding.code.startswith(wanted)) or (unwanted and finding.code.startswith(unwanted)):
            continue
        total += 1
        worst = max(worst, int(finding.severity in SERIOUS[strict]))
        write_out(located(finding, name) + "\n")
    if meetings:
        say(f"{counted(total, 'finding')} in {counted(len(meetings), 'meeting')}.")
    return worst


def _over_the_book(meetings: Sequence[tuple[str, Meeting]]) -> Iterator[tuple[str, Finding]]:
    """Find what shows only over several meetings: what vanished, was opened again, or is told in two ways."""
    if len(meetings) < 2:
        return
    from minutes_cli.check.followed_up import check_book
    from minutes_cli.cli.books import book_over
    from minutes_cli.cli.sources import minutes_behind
    from minutes_cli.register import gather

    records = dict(meetings)
    register = gather(meetings, date.max, book_over(records))
    for name, finding in check_book(register):
        yield minutes_behind(name, records[name]), finding


def _codes(given: str) -> tuple[str, ...]:
    """Read a list of codes, and refuse one that no finding has: a slip must not silence the wrong thing."""
    from minutes_cli.check import CATALOGUE

    codes = tuple(code.strip().upper() for code in given.split(",") if code.strip())
    for code in codes:
        if not any(known.startswith(code) for known in CATALOGUE):
            raise click.UsageError(f"No finding's code begins with {code!r}. All codes: minutes explain")
    return codes
