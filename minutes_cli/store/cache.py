"""The user's own folder for what can be made again at any time: where it is, and how it is written."""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Literal, get_args

CACHE_VARIABLE = "MINUTES_CACHE"
"""The environment variable that names another folder for the index, or is ``off`` for none."""

Kind = Literal["index", "register", "passing", "product"]
"""What is kept of minutes, each in files of that suffix: records, registers, what records tell in passing, reports."""

UNUSED = 90 * 24 * 3600
"""After how many seconds without being written anew the index of another folder is thrown away: a quarter of a year."""


def cache_folder() -> Path | None:
    """Find the folder of the user's caches that is ours, as the system has it; ``None`` when none is wanted."""
    named = os.environ.get(CACHE_VARIABLE, "")
    if named:
        return None if named == "off" else Path(named)
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return Path(local) / "minutebook" / "Cache" if local else None
    try:
        home = Path.home()
    except RuntimeError:  # nobody's process
        return None
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "minutebook"
    return Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache") / "minutebook"


def put_in_place(path: Path, data: bytes) -> None:
    """Put something into the cache in one step, if it can be; it need not outlive a power cut, since it is checked."""
    passing = path.with_name(f".{path.name}-{os.getpid()}-{os.urandom(4).hex()}")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(passing, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
        passing.replace(path)
        _throw_away_unused(path.parent)
    except OSError:
        pass
    finally:
        with suppress(OSError):
            passing.unlink()


def _throw_away_unused(folder: Path) -> None:
    """Remove what is kept of folders that nobody has reported on for long: they hold the words of minutes."""
    old = time.time() - UNUSED
    for path in (path for kind in get_args(Kind) for path in folder.glob(f"*.{kind}")):
        if path.stat().st_mtime < old:
            path.unlink(missing_ok=True)
