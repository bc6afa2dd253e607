"""The same archive on a Dask cluster: a real scheduler and two workers, one of which is killed in the middle."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import Any

import pytest

from minutes_cli.batch.outcome import Outcome
from minutes_cli.batch.run import run
from minutes_cli.errors import UsageProblem
from tests.archive_making import make_archive, tree
from tests.test_batch import Watched, go, order


def test_a_cluster_that_loses_a_worker_ends_as_one_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    distributed = pytest.importorskip("distributed")
    monkeypatch.setattr("minutes_cli.batch.cluster.CHUNK_SECONDS", 0.05)
    source, out = make_archive(tmp_path / "in", 90), tmp_path / "out"
    go(source, to=tmp_path / "clean")
    settings: dict[str, Any] = {"n_workers": 2, "threads_per_worker": 1, "processes": True, "dashboard_address": None}
    with distributed.LocalCluster(**settings) as cluster:
        victim = next(iter(cluster.workers.values())).pid

        class Killing(Watched):
            def ended(self, outcome: Outcome) -> None:
                super().ended(outcome)
                if len(self.outcomes) == 10:
                    os.kill(victim, signal.SIGKILL)

        watched = Killing()
        summary = run(order(source, to=out, dask=cluster.scheduler_address), (), watched)
    assert summary.count("read") == 90
    assert len(watched.outcomes) == 90
    assert tree(out) == tree(tmp_path / "clean")


def test_a_scheduler_that_does_not_answer_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr("minutes_cli.batch.cluster.TO_ANSWER", 1)
    source = make_archive(tmp_path / "in", 1)
    with pytest.raises(UsageProblem, match="No scheduler answers"):
        go(source, to=tmp_path / "out", dask="tcp://127.0.0.1:1")
