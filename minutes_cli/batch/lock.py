"""Hold the folder of records for one batch: a second one is told so, and what a killed one left behind is cleared."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from minutes_cli.batch.found import is_url
from minutes_cli.errors import UsageProblem

NAME = ".minutes-batch.lock"
_PASSING = re.compile(r"\.minutes-(\d+)-[0-9a-f]{8}\.tmp")
"""How ``store.write_atomically`` calls a file that it is writing: the number is the process's."""


@contextmanager
def held(place: str) -> Iterator[None]:
    """Hold a folder of records while a run writes there; it is made when it is not there.

    The system lets go of it when the process ends, however it ends. A store behind a URL cannot be held. Raises
    ``UsageProblem`` when another run holds the folder, or when it cannot be written.
    """
    if is_url(place):
        yield
        return
    folder = Path(place)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(folder / NAME, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as problem:
        why = problem.strerror or str(problem)
        raise UsageProblem(f"{folder} cannot be written: {why}.", "Name another folder for the records.") from None
    try:
        _take(descriptor, folder)
        if os.pread(descriptor, 32, 0) if hasattr(os, "pread") else b"?":
            _clear(folder)  # the last run did not come to its end
        _note(descriptor, str(os.getpid()))
        yield
        _clear(folder)  # a worker may have been ended while it was writing
        _note(descriptor, "")  # the file stays: were it removed, two runs could hold two files of one name
    finally:
        os.close(descriptor)


def _take(descriptor: int, folder: Path) -> None:
    try:
        if os.name == "nt":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        else:
            import fcntl

            fcntl.lockf(
                descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB
            )  # unlike flock, workers that are forked do not have it
    except OSError:
        who = os.pread(descriptor, 32, 0).decode("ascii", "replace") if hasattr(os, "pread") else ""
        raise UsageProblem(
            f"Another batch{f' (process {who})' if who else ''} is writing to {folder}.",
            "Wait for it to end, or name another folder.",
        ) from None


def _note(descriptor: int, words: str) -> None:
    with suppress(OSError):  # on a full disk the lock holds all the same
        os.ftruncate(descriptor, 0)
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, words.encode("ascii"))


def _clear(folder: Path) -> None:
    for here, _, _ in os.walk(folder):
        clear_in(Path(here))


def clear_in(folder: Path, idle: float = 0) -> None:
    """Remove the files in a folder that a killed run was writing; none of them was ever a record.

    ``idle`` is for how many seconds nobody must have written to them: where no lock is held, their process may be
    another machine's.
    """
    with suppress(OSError):
        for name in os.listdir(folder):
            if (passing := _PASSING.fullmatch(name)) and not _is_alive(int(passing[1])):
                with suppress(OSError):
                    if time.time() - (folder / name).stat().st_mtime >= idle:
                        (folder / name).unlink()


def _is_alive(process: int) -> bool:
    if os.name == "nt":
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
