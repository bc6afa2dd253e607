"""Let one person at a time write into a minute book: a lock file that says who is writing, and since when.

The file is made in one step that fails when it is there already (``O_EXCL``), which holds on local disks and on network
folders (SMB, NFS 3 and later). It does not hold in folders that are copied to each machine by a service: two machines
then have a lock each. A lock is stale, and taken away, when the process that made it is gone (on the same machine), or
when it is older than any update takes (on others, by the file server's clock).
"""

from __future__ import annotations

import json
import os
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, Self

from minutes_cli.errors import UsageProblem

LOCK = "lock"
PATIENCE = 10.0
"""Seconds to wait for somebody else's update; one takes a tenth of a second, over slow networks some."""

STALE = 60.0
"""Seconds after which a lock of another machine counts as left behind: longer than updates take and people wait."""

PAUSE = 0.05
"""Seconds between two looks at the lock: twenty looks a second do not burden a file server."""


class Holder(NamedTuple):
    """Who holds a lock: a mark that no other lock has, the person, the machine, the process, and since when (UTC)."""

    mark: str
    who: str
    machine: str
    process: int
    since: str

    def __str__(self) -> str:
        return f"{self.who} on {self.machine}, since {self.since}"


class Lock:
    """The lock of one folder, held while it is a context; ``folder`` is the program's own in the minute book.

    Entering raises ``UsageProblem`` when somebody else holds it all the while, or when the folder cannot be written.
    """

    def __init__(self, folder: Path, patience: float = PATIENCE) -> None:
        self.path, self._patience = folder / LOCK, patience
        self._mine = Holder(os.urandom(8).hex(), person(), machine(), os.getpid(), "")

    def __enter__(self) -> Self:
        end = time.monotonic() + self._patience
        while not self._taken():
            holder = _read(self.path)
            if _is_stale(self.path, holder):
                _take_away(self.path, holder)
            elif time.monotonic() > end:
                raise UsageProblem(
                    f"somebody else is writing into this minute book ({holder or 'who, is not said'}); "
                    "nothing was written.",
                    f"Try again in a minute. If nobody is: delete {self.path}",
                )
            else:
                time.sleep(PAUSE)
        return self

    def __exit__(self, *_: object) -> None:
        if self.is_held():
            with suppress(OSError):
                self.path.unlink()

    def is_held(self) -> bool:
        """Whether the lock is still ours: a machine that slept through it may have lost it to another."""
        holder = _read(self.path)
        return holder is not None and holder.mark == self._mine.mark

    def _taken(self) -> bool:
        self._mine = self._mine._replace(since=time.strftime("%Y-%m-%d %H:%M:%S UTC", time.gmtime()))
        try:
            self.path.parent.mkdir(exist_ok=True)
            descriptor = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        except FileExistsError:
            return False
        except PermissionError:
            if self.path.exists():  # Windows says so of a file that is just being deleted
                return False
            raise _unwritable(self.path, "you may not write here") from None
        except OSError as problem:
            raise _unwritable(self.path, problem.strerror or str(problem)) from None
        with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
            json.dump(self._mine._asdict(), stream)
        return True


def person() -> str:
    """Name who is at this machine, as it knows them."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such user is known here, as in a container
        return "somebody"


def machine() -> str:
    """Name this machine, without asking the network."""
    return os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "this machine")


def _unwritable(path: Path, why: str) -> UsageProblem:
    return UsageProblem(
        f"{path.parent} cannot be written: {why}; nothing was written.",
        "Ask for the right to write into that folder, or copy the records to one of your own.",
    )


def _read(path: Path) -> Holder | None:
    """Read who holds a lock; nothing when it is gone, or being written at this moment."""
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
        return Holder(**{**said, "process": int(said["process"])})
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _is_stale(path: Path, holder: Holder | None) -> bool:
    if holder and holder.machine == machine() and hasattr(os, "fork"):
        return not _runs(holder.process)
    return _age(path) > STALE


def _runs(process: int) -> bool:
    """Tell whether a process of this machine is there."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def _age(path: Path) -> float:
    """Tell how old a lock is in seconds, by the clock of the disk it is on: that of this machine may be another."""
    probe = path.with_name(f"{path.name}-{os.urandom(4).hex()}")
    try:
        probe.touch()
        return probe.stat().st_mtime - path.stat().st_mtime
    except OSError:
        return 0.0
    finally:
        with suppress(OSError):
            probe.unlink()


def _take_away(path: Path, stale: Holder | None) -> None:
    """Remove a lock that was left behind, unless another has done so already and taken the lock itself."""
    breaking = path.with_name(f"{path.name}-breaking")
    try:
        os.close(os.open(breaking, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
    except OSError:
        if _age(breaking) > STALE:  # whoever was at it is gone too
            with suppress(OSError):
                breaking.unlink()
        time.sleep(PAUSE)
        return
    try:
        if _read(path) == stale:
            path.unlink(missing_ok=True)
    except OSError:
        time.sleep(PAUSE)
    finally:
        with suppress(OSError):
            breaking.unlink()
