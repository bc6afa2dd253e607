"""One process of a crew: it does what it is sent, one thing after the other, and answers each."""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from queue import SimpleQueue
from typing import Any, NoReturn

from minutes_cli.wording import keep

Task = tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]

GRACE = 5.0
"""Seconds after which a worker ends itself when nobody is there to end it."""
TO_CLEAR_UP = 1.0
"""Seconds that a task has to remove a half-written file when the supervisor is gone."""
CEILING = 2
"""How many times its memory the system lets a worker have, before its supervisor has looked."""


class _Ended(BaseException):
    """The supervisor wants the worker to end: what it has started (LibreOffice, for one) must end first."""


def work(line: Connection, timeout: float, memory: int, not_ours: Sequence[Connection] = ()) -> NoReturn:
    """Work until the line is closed or a None comes over it.

    ``timeout`` is in seconds a task, ``memory`` in MB; ``not_ours`` are ends of lines that came by being forked.
    Answers are ``(value, error, peak memory in MB)``.
    """
    for other in not_ours:
        other.close()
    try:
        _work(line, timeout, memory)
        keep()
    finally:  # also when the supervisor is gone, or wants it
        os._exit(0)


def _work(line: Connection, timeout: float, memory: int) -> None:
    _stand_alone(memory)
    tasks: SimpleQueue[Task | None] = SimpleQueue()
    # With a second thread the reading of long files is not shared among more processes (``aside.processors``).
    threading.Thread(target=_receive, args=(line, tasks), daemon=True).start()
    line.send("ready")
    while task := tasks.get():
        _alarm(timeout + GRACE)
        _send(line, _done(task))
        _alarm(0)


def _receive(line: Connection, tasks: SimpleQueue[Task | None]) -> None:
    """Take what is sent; when the supervisor is gone, let the task clear up after itself, and leave."""
    try:
        while True:
            tasks.put(line.recv())
    except (EOFError, OSError):
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(TO_CLEAR_UP)
        os._exit(1)


def _done(task: Task) -> tuple[Any, BaseException | None, float]:
    function, given, named = task
    try:
        value, problem = function(*given, **named), None
    except Exception as raised:  # noqa: BLE001  it is the answer
        value, problem = None, raised
    return value, problem, _peak()


def _send(line: Connection, answer: tuple[Any, BaseException | None, float]) -> None:
    try:
        line.send(answer)
    except (TypeError, AttributeError, ValueError) as problem:  # what cannot be sent
        line.send((None, RuntimeError(f"the answer cannot be sent: {problem}"), answer[2]))


def _stand_alone(memory: int) -> None:
    """Set the process apart: from Ctrl-C on the terminal, from more memory than it may have, from rubbish on stderr."""
    gc.set_threshold(100_000, 20, 50)  # as in ``__main__``
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if os.name != "posix":
        return
    with suppress(OSError):
        os.setsid()
    signal.signal(signal.SIGTERM, _end)
    import resource

    kind = getattr(resource, "RLIMIT_DATA", None) if sys.platform == "linux" else None
    if kind is not None and memory:
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (memory * CEILING << 20, resource.getrlimit(kind)[1]))
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _end(*_: object) -> NoReturn:
    raise _Ended


def _alarm(seconds: float) -> None:
    """Have the system end this process after a time, even when it is deep in a library and nobody watches."""
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _peak() -> float:
    """Say how much memory the process had at most, in MB."""
    try:
        import resource
    except ImportError:
        return 0.0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
