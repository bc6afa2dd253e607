"""The guide, kept true: its commands are run over the fictional series, and what they say is what it shows.

A block that begins with ``$ minutes ...`` is what a terminal shows; a comment before it, ``<!-- on 2031-01-20 -->``, is
the day on which it is typed. ``python -m tests.guide`` writes what the commands say now into ``docs/guide.md``.
"""

from __future__ import annotations

import getpass
import os
import re
import shlex
import shutil
import tempfile
from pathlib import Path
from unittest import mock

from click.testing import CliRunner

from minutes_cli.cli import COMMANDS, main
from minutes_cli.store import updating

ROOT = Path(__file__).resolve().parents[1]
GUIDE = ROOT / "docs" / "guide.md"
MEETINGS = ("2031-01-14", "2031-02-11")
"""The meetings of the series that the guide goes through; the third is to come."""

BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
DAY = re.compile(r"^<!-- on (\d{4}-\d\d-\d\d) -->$", re.MULTILINE)


def lay_out(folder: Path) -> None:
    """Put into a folder what the administrator of the guide has in hers."""
    for day in MEETINGS:
        shutil.copy(ROOT / "fixtures" / "series" / f"kestrel-{day}.docx", folder)
    shutil.copy(ROOT / "fixtures" / "series" / "minutebook.yaml", folder)


def shown(command: str, day: str) -> str:
    """Say what a terminal of 80 columns shows for a command that is typed on a day, in the current folder."""
    name, *words = shlex.split(command)
    assert name == "minutes", command
    hour = mock.Mock(strftime=lambda *_: f"{day}T09:30:00Z")
    with (
        mock.patch.dict(os.environ, {"COLUMNS": "80"}),
        mock.patch.object(getpass, "getuser", return_value="clementina"),
        mock.patch.object(updating, "time", hour),
    ):
        today = {name: {"as_of": day, "on": day} for name in COMMANDS}
        result = CliRunner().invoke(main, words, default_map=today)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.output


def played(guide: str) -> str:
    """Give the guide with what its commands say when they are typed one after the other in the current folder."""

    def block(found: re.Match[str]) -> str:
        day = DAY.findall(guide, 0, found.start())[-1]
        typed = re.findall(r"^\$ (.*)$", found[1], re.MULTILINE)
        return "```console\n" + "\n".join(f"$ {each}\n{shown(each, day)}" for each in typed) + "```"

    return BLOCK.sub(block, guide)


def main_() -> None:
    """Write the guide anew."""
    with tempfile.TemporaryDirectory() as folder:
        lay_out(Path(folder))
        os.chdir(folder)
        GUIDE.write_text(played(GUIDE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main_()
