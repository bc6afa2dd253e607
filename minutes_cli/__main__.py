"""Run the command, as ``minutes`` or as ``python -m minutes_cli``."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn

gc.set_threshold(
    100_000, 20, 50
)  # what starting up and one meeting make lives to the end: looking for rubbish in it is a twentieth of the time

from minutes_cli.cli import main  # noqa: E402
from minutes_cli.wording import keep  # noqa: E402


def run() -> NoReturn:
    """Run the command line and leave at once.

    Giving back memory object by object, which the process is about to lose anyhow, takes a tenth of reading five pages
    of minutes.
    """
    try:
        main(prog_name="minutes")
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:  # nobody reads any more
        code = code or 141
    with suppress(KeyboardInterrupt):
        keep()
    os._exit(code)


if __name__ == "__main__":
    run()
