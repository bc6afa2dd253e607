"""What an archive must withstand: runs that are killed, files that do harm, disks that are full, two runs at once."""

from __future__ import annotations

import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from minutes_cli.batch import lock
from minutes_cli.batch import run as run_module
from minutes_cli.batch.manifest import NAME as MANIFEST
from tests.archive_making import ENVIRONMENT, batch, harmful, make_archive, minutes_of, tree
from tests.test_batch import became, go, names

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals and limits are those of POSIX")

NIGHTLY = os.environ.get("MINUTEBOOK_NIGHTLY", "") not in ("", "0")
KILLS, FILES = (500, 400) if NIGHTLY else (50, 56)


def started(*words: object, **settings: object) -> subprocess.Popen[str]:
    order = [sys.executable, "-m", "minutes_cli", "batch", *map(str, words)]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL}
    return subprocess.Popen(order, text=True, env=ENVIRONMENT, **pipes, **settings)  # type: ignore[call-overload,no-any-return]


def lines(out: Path) -> list[dict[str, object]]:
    """The lines of a manifest without what differs from run to run, the whole ones only."""
    found = []
    for line in (out / MANIFEST).read_bytes().splitlines():
        try:
            found.append({key: said for key, said in json.loads(line).items() if key != "seconds"})
        except ValueError:
            continue
    return found


# -- killed at any moment ----------------------------------------------------------------------------------------------


def test_a_run_killed_fifty_times_ends_as_one_that_was_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Real SIGKILLs at random moments: nothing half-written, nothing done twice without need, the same bytes."""
    source = make_archive(tmp_path / "in", FILES)
    (source / "copy of 3.txt").write_text(minutes_of(3))
    (source / "news.txt").write_text("Spring at last! The harbour fair is on again.")
    clean, out = tmp_path / "clean", tmp_path / "out"
    monkeypatch.setattr(run_module, "FEW", 0 if NIGHTLY else 10_000)  # workers are forked: a run starts in no time
    begun = time.monotonic()
    assert ended(forked_run(source, clean), 60) == 0
    whole = time.monotonic() - begun
    chance = random.Random(50)  # noqa: S311
    kills = ends = before = most = 0
    while kills < KILLS:
        process = forked_run(source, out)
        code = ended(process, chance.uniform(0, 0.8) * whole)
        if code is None:
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)
            kills += 1
        assert code in (0, None)
        assert_nothing_half_written(out, clean)
        done = len(lines(out)) if (out / MANIFEST).exists() else 0
        assert done >= before, "what was done is not forgotten"
        before, most = done, max(most, done)
        if code == 0:  # it came to its end, and gave its lock back: begin again
            assert tree(out) == tree(clean)
            shutil.rmtree(out)
            before, ends = 0, ends + 1
    assert ended(forked_run(source, out), 60) == 0
    assert tree(out) == tree(clean)
    assert lines(out) == lines(clean)
    assert most > 5, "some were killed in the middle"


def forked_run(source: Path, out: Path) -> int:
    """Start a run in a process of its own; gives its number."""
    process = os.fork()
    if process:
        return process
    try:
        go(source, to=out)
        os._exit(0)
    finally:
        os._exit(1)


def ended(process: int, seconds: float) -> int | None:
    """Wait for a process; gives its exit code, None when it has not ended by then."""
    until = time.monotonic() + seconds
    while True:
        found, status = os.waitpid(process, os.WNOHANG)
        if found:
            return os.waitstatus_to_exitcode(status)
        if time.monotonic() > until:
            return None
        time.sleep(0.002)


def assert_nothing_half_written(out: Path, clean: Path) -> None:
    """Every record there is is whole: that of the clean run."""
    for record in out.rglob("*.yaml") if out.exists() else ():
        name = record.relative_to(out).as_posix().removeprefix(".minutes-batch/aside/")
        there = [place for place in (clean / name, clean / ".minutes-batch/aside" / name) if place.exists()]
        assert record.read_bytes() == there[0].read_bytes(), name


def test_no_file_is_done_twice_without_need(tmp_path: Path) -> None:
    """Of a run that is killed, only files that were under way are read again."""
    source, out, log = make_archive(tmp_path / "in", 60), tmp_path / "out", tmp_path / "log.jsonl"
    for _ in range(4):
        process = started("-q", "-j", 2, "--log", log, source, out)
        ends = time.monotonic() + 30
        before = len(lines(out)) if (out / MANIFEST).exists() else 0
        while process.poll() is None and time.monotonic() < ends:
            if (out / MANIFEST).exists() and len(lines(out)) > before + 5:
                break
            time.sleep(0.005)
        process.kill()
        process.communicate()
    batch("-q", "-j", 2, "--log", log, source, out)
    read = Counter(
        told["source"] for line in log.read_text().splitlines() if (told := json.loads(line))["event"] == "file"
    )
    assert len(read) == 60
    assert sum(read.values()) <= 60 + 4, "a line may be in the manifest and not yet in the log, no more"


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_stops_cleanly_and_says_how_to_go_on(tmp_path: Path, ending: signal.Signals) -> None:
    source, out = make_archive(tmp_path / "in", 200), tmp_path / "out"
    process = started("-j", 2, source, out)
    while not ((out / MANIFEST).exists() and len(lines(out)) > 3):
        time.sleep(0.01)
        assert process.poll() is None
    process.send_signal(ending)
    _, said = process.communicate(timeout=20)
    assert process.returncode == 130
    assert "run the same command again to go on" in said
    assert "Traceback" not in said
    done = len(lines(out))
    assert 3 < done < 200
    again = batch("-j", 2, source, out)
    assert f"{200 - done} files to read" in again.stderr
    assert len(names(out)) == 200


def test_workers_end_with_the_run_that_was_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source, out = make_archive(tmp_path / "in", 200), tmp_path / "out"
    process = started("-q", "-j", 2, source, out)
    while not ((out / MANIFEST).exists() and lines(out)):
        time.sleep(0.01)
    workers = _mentioning(str(process.pid))
    process.kill()
    process.communicate()
    ends = time.monotonic() + 10
    while time.monotonic() < ends and any(Path(f"/proc/{each}").exists() for each in workers):
        time.sleep(0.05)
    assert workers
    assert not any(Path(f"/proc/{each}").exists() for each in workers)


def _mentioning(parent: str) -> list[str]:
    """All processes below one."""
    children: dict[str, list[str]] = {}
    for told in Path("/proc").glob("[0-9]*/stat"):
        try:
            above = told.read_text().rpartition(")")[2].split()[1]
        except OSError:
            continue
        children.setdefault(above, []).append(told.parent.name)
    found, todo = [], [parent]
    while todo:
        more = children.get(todo.pop(), [])
        found += more
        todo += more
    return found


# -- files that do harm ------------------------------------------------------------------------------------------------


@pytest.fixture
def poisoned(tmp_path: Path) -> Path:
    """An archive of which one file in twenty crashes, hangs, spins or balloons."""
    source = make_archive(tmp_path / "in", 76)
    for name in ("crash", "hang", "spin", "balloon"):
        (source / f"year-3/{name}.txt").write_text(minutes_of(900))
    return source


@pytest.fixture
def doing_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run_module, "read_all", harmful)


def test_a_poisoned_archive(poisoned: Path, doing_harm: None, tmp_path: Path) -> None:
    out = tmp_path / "out"
    summary, _ = go(poisoned, to=out, timeout=1.5, memory=256)
    assert {outcome.source: outcome.became for outcome in summary.failed} == {
        "year-3/balloon.txt": "too big",
        "year-3/crash.txt": "crashed",
        "year-3/hang.txt": "too slow",
        "year-3/spin.txt": "too slow",
    }
    assert summary.count("read") == 76
    reasons = {outcome.source: outcome.reason for outcome in summary.failed}
    assert "SIGSEGV" in reasons["year-3/crash.txt"]
    assert "1.5 seconds" in reasons["year-3/hang.txt"]
    assert "256 MB" in reasons["year-3/balloon.txt"]
    page = (out / "minutes-batch.md").read_text()
    assert all(f"{name}.txt" in page for name in ("crash", "hang", "spin", "balloon"))


def test_a_few_files_are_guarded_too(doing_harm: None, tmp_path: Path) -> None:
    source = make_archive(tmp_path / "in", 3)
    (source / "crash.txt").write_text(minutes_of(900))
    summary, _ = go(source, to=tmp_path / "out")
    assert became(summary)["crash.txt"] == "crashed"
    assert summary.count("read") == 3


# -- places that fail --------------------------------------------------------------------------------------------------


if os.geteuid() == 0:  # others cannot make a small disk; for them the next test says nearly the same

    def test_a_full_disk_ends_the_run_and_the_next_goes_on(tmp_path: Path) -> None:
        source, clean, out = make_archive(tmp_path / "in", 40), tmp_path / "clean", tmp_path / "disk"
        out.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=120k", "tmpfs", str(out)], check=True)
        try:
            full = batch("-j", 2, source, out)
            assert full.returncode == 2
            assert "No space left" in full.stderr
            assert "run the same command again" in full.stderr
            assert "Traceback" not in full.stderr
            assert not [name for name in tree(out) if name.endswith(".tmp")]
            assert 0 < len(lines(out)) < 40
            subprocess.run(["mount", "-o", "remount,size=8m", str(out)], check=True)
            assert batch("-j", 2, source, out).returncode == 0
            batch("-j", 2, source, clean)
            assert tree(out) == tree(clean)
        finally:
            subprocess.run(["umount", str(out)], check=False)


def test_files_that_may_not_grow_stop_the_run(tmp_path: Path) -> None:
    """The same where no disk can be filled: a limit on the size of files, which only the records are above."""
    source, out = make_archive(tmp_path / "in", 12), tmp_path / "out"

    def bound() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1500, resource.RLIM_INFINITY))

    run = batch("-j", 2, source, out, preexec_fn=bound)
    assert run.returncode == 2
    assert "cannot be written" in run.stderr
    assert "Traceback" not in run.stderr
    assert not names(out)
    assert batch("-j", 2, source, out).returncode == 0
    assert len(names(out)) == 12


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    source = make_archive(tmp_path / "in", 2)
    (tmp_path / "file").write_text("x")
    run = batch(source, tmp_path / "file/out")
    assert (run.returncode, run.stderr.count("\n")) == (2, 1)
    assert "cannot be written" in run.stderr


def test_a_read_only_folder_is_told(tmp_path: Path) -> None:
    source, out = make_archive(tmp_path / "in", 2), tmp_path / "out"
    out.mkdir(mode=0o555)
    if os.geteuid() == 0:  # whom rights do not hold
        subprocess.run(["mount", "-t", "tmpfs", "-o", "ro", "tmpfs", str(out)], check=True)
    try:
        run = batch(source, out)
    finally:
        if os.geteuid() == 0:
            subprocess.run(["umount", str(out)], check=False)
    assert run.returncode == 2
    assert "cannot be written" in run.stderr
    assert run.stderr.count("\n") == 1


def test_one_record_that_cannot_be_written_costs_itself_only(tmp_path: Path) -> None:
    source, out = make_archive(tmp_path / "in", 10), tmp_path / "out"
    (out / "year-0/meeting 004.yaml").mkdir(parents=True)
    summary, _ = go(source, to=out)
    assert became(summary)["year-0/meeting 004.txt"] == "unwritten"
    assert summary.count("read") == 9
    (out / "year-0/meeting 004.yaml").rmdir()
    again, watched = go(source, to=out)
    assert watched.reasons == {"not finished": 1}
    assert again.count("read") == 10


def test_two_batches_into_one_folder(tmp_path: Path) -> None:
    source, out = make_archive(tmp_path / "in", 2), tmp_path / "out"
    with lock.held(str(out)):
        second = batch(source, out)
        assert second.returncode == 2
        assert f"Another batch (process {os.getpid()}) is writing to" in second.stderr
    assert batch(source, out).returncode == 0


def test_what_a_killed_run_was_writing_is_cleared(tmp_path: Path) -> None:
    source, out = make_archive(tmp_path / "in", 2), tmp_path / "out"
    go(source, to=out)
    gone = subprocess.Popen(["true"])
    gone.wait()
    left = out / f"year-0/.minutes-{gone.pid}-0123abcd.tmp"
    mine = out / f"year-0/.minutes-{os.getpid()}-0123abcd.tmp"
    left.write_text("half")
    mine.write_text("under way")
    (out / lock.NAME).write_text("4711")
    go(source, to=out)
    assert not left.exists()
    assert mine.exists()
