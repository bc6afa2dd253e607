"""Write files whole or not at all: a power cut or a full disk leaves the old file as it was."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from minutes_cli.errors import UsageProblem


def write_atomically(path: Path, data: str | bytes) -> None:
    """Put a record or a report in its place in one step, keeping the rights of the file that stood there.

    Text is written as UTF-8 with its line ends as they are. A link is written through. Raises ``UsageProblem`` when
    ``path`` cannot be written; then nothing is left behind.
    """
    if isinstance(data, str):
        data = data.encode("utf-8", "replace")
    try:
        if (
            path.exists() and not path.is_file() and not path.is_dir()
        ):  # /dev/null, a named pipe: written to, not replaced
            path.write_bytes(data)
            return
        target = Path(os.path.realpath(path))
        _refuse(path, target)
        passing = target.with_name(f".minutes-{os.getpid()}-{os.urandom(4).hex()}.tmp")
        try:
            _write(passing, data)
            if target.exists():
                passing.chmod(target.stat().st_mode & 0o7777)
            passing.replace(target)
        except BaseException:  # also Ctrl-C: the half-written file must go
            with suppress(OSError):
                passing.unlink()
            raise
    except (OSError, ValueError) as problem:
        why = getattr(problem, "strerror", None) or str(problem)
        raise UsageProblem(f"{path} cannot be written: {why}.", _way_out(path)) from None


def back_up(path: Path) -> Path:
    """Copy a file that a person has edited to the first free of ``NAME.bak``, ``NAME.bak1``, ``NAME.bak2`` ...

    Gives the copy. Raises ``UsageProblem`` when it cannot be written.
    """
    number = 0
    while (backup := path.with_name(f"{path.name}.bak{number or ''}")).exists():
        number += 1
    write_atomically(backup, path.read_bytes())
    return backup


def _refuse(path: Path, target: Path) -> None:
    if target.is_dir():
        raise UsageProblem(f"{path} is a folder.", "Name a file in it with --output.")
    if target.exists() and not os.access(target, os.W_OK):
        raise UsageProblem(f"{path} is read-only.", "Make it writable, or name another file with --output.")


def _write(path: Path, data: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _way_out(path: Path) -> str:
    if not path.parent.is_dir():
        return f"Make the folder {path.parent} first, or name another file with --output."
    return "Name another file with --output."
