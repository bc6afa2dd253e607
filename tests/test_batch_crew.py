"""A crew of processes: each task that does harm costs itself only, whatever it does."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from concurrent.futures import Executor, Future, wait
from pathlib import Path

import pytest

from minutes_cli.batch.crew import Crew, Lost, TookTooLong, TookTooMuch

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals are those of POSIX")


def double(number: int) -> int:
    return 2 * number


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def die_once(mark: Path) -> str:
    if not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGSEGV)
    return "alive"


def sleep(seconds: float) -> None:
    time.sleep(seconds)


def deaf() -> None:
    """Hang in a way that no exception gets through."""
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})
    while True:
        time.sleep(1)


def balloon() -> None:
    hoard = []
    while True:
        hoard.append(bytearray(b"x" * (4 << 20)))
        time.sleep(0.01)


def grab_all_at_once() -> int:
    return len(bytearray(4 << 30))


def refuse() -> None:
    raise ValueError("no")


def who() -> int:
    return os.getpid()


def forks_a_child_and_hangs(told: Path) -> None:
    child = os.fork()
    if child == 0:
        time.sleep(300)
        os._exit(0)
    told.write_text(str(child))
    time.sleep(300)


@pytest.fixture(params=[True, False], ids=["forked", "by server"])
def crew(request: pytest.FixtureRequest) -> Iterator[Crew]:
    # what is forked off the tests has their memory, which may be any
    crew = Crew(2, timeout=1.0, memory=0 if request.param else 200, forked=request.param)
    yield crew
    crew.abandon()


def test_it_is_an_executor(crew: Crew) -> None:
    assert isinstance(crew, Executor)
    assert list(crew.map(double, range(50))) == [2 * n for n in range(50)]


def test_an_error_is_the_tasks_own(crew: Crew) -> None:
    with pytest.raises(ValueError, match="no"):
        crew.submit(refuse).result()
    assert crew.submit(double, 4).result() == 8


@pytest.mark.parametrize(
    ("task", "error", "said"),
    [
        (die, Lost, "SIGKILL"),
        (sleep, TookTooLong, "longer than 1 seconds"),
        (deaf, TookTooLong, "longer than 1 seconds"),
        (balloon, TookTooMuch, "more than 200 MB"),
        (grab_all_at_once, MemoryError, None),
    ],
)
def test_what_does_harm_costs_itself_only(task: object, error: type[Exception], said: str | None) -> None:
    crew = Crew(2, timeout=1.0, memory=200)
    before = [crew.submit(double, number) for number in range(20)]
    given = (60,) if task is sleep else ()
    bad: Future[None] = crew.submit(task, *given)  # type: ignore[arg-type]
    after = [crew.submit(double, number) for number in range(20)]
    with pytest.raises(error, match=said):
        bad.result(timeout=20)
    assert [future.result(timeout=20) for future in before + after] == [2 * n for n in range(20)] * 2
    crew.shutdown()


def test_many_deaths_in_a_row_leave_the_rest(crew: Crew) -> None:
    futures = [crew.submit(die) if n % 3 == 0 else crew.submit(double, n) for n in range(18)]
    wait(futures, timeout=30)
    assert [isinstance(f.exception(), Lost) for f in futures] == [n % 3 == 0 for n in range(18)]


def test_a_task_that_loses_its_process_by_chance_is_done_again(crew: Crew, tmp_path: Path) -> None:
    assert crew.submit(die_once, tmp_path / "mark").result(timeout=20) == "alive"


def test_what_a_hanging_task_has_started_ends_with_it(crew: Crew, tmp_path: Path) -> None:
    with pytest.raises(TookTooLong):
        crew.submit(forks_a_child_and_hangs, tmp_path / "child").result(timeout=20)
    child = int((tmp_path / "child").read_text())
    ends = time.monotonic() + 10
    while time.monotonic() < ends and Path(f"/proc/{child}").exists() and "Z" not in _state(child):
        time.sleep(0.05)
    assert not Path(f"/proc/{child}").exists() or "Z" in _state(child)


def _state(process: int) -> str:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return "Z"


def test_processes_are_replaced_after_a_while() -> None:
    crew = Crew(1, recycle=5)
    seen = [crew.submit(who).result() for _ in range(12)]
    assert len(set(seen)) == 3
    crew.shutdown()


def test_shutdown_waits_for_what_was_submitted() -> None:
    crew = Crew(2)
    futures = [crew.submit(double, number) for number in range(30)]
    crew.shutdown()
    assert [future.result(timeout=0) for future in futures] == [2 * n for n in range(30)]
    with pytest.raises(RuntimeError):
        crew.submit(double, 1)


def test_abandoned_tasks_end_at_once() -> None:
    crew = Crew(1)
    futures = [crew.submit(sleep, 60) for _ in range(5)]
    begun = time.monotonic()
    crew.abandon()
    wait(futures, timeout=10)
    assert time.monotonic() - begun < 8
    assert all(future.cancelled() or isinstance(future.exception(), Lost) for future in futures)


def test_the_most_memory_of_a_process_is_known() -> None:
    crew = Crew(1)
    crew.submit(double, 1).result()
    crew.shutdown()
    assert 5 < crew.peak < 200
