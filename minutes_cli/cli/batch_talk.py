"""What a run over an archive says: how far it is, and at the end what it came to."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from time import monotonic
from typing import IO, Any

from minutes_cli.batch.exporting import Exported
from minutes_cli.batch.outcome import Outcome
from minutes_cli.batch.plan import Plan
from minutes_cli.batch.run import Order, rehearse, run
from minutes_cli.batch.sources import Sources
from minutes_cli.batch.summary import NAME, Summary
from minutes_cli.cli.products import write_out
from minutes_cli.cli.talk import counted, one_line, say
from minutes_cli.errors import UsageProblem

EVERY = 60.0
"""Seconds between two lines off a terminal."""
TOLD = {"meetings": "meeting", "items": "item", "actions": "action", "decisions": "decision", "findings": "finding"}
"""Of which tables the rows are told, and what one is."""
SHOWN = 10
"""How many files that could not be read are named on the screen; the summary names all."""


def rehearsed(order: Order, stdin: Iterable[str]) -> int:
    """Say what a run would do: a line for each file that would be read, on standard output."""
    sources, todo = rehearse(order, stdin)
    for job in todo.jobs:
        write_out(one_line(f"{job.file.name} -> {job.target}") + "\n")
    _say_plan(sources, todo, "would be read")
    return 0


def followed(order: Order, stdin: Iterable[str], *, quiet: bool, log: Path | None) -> Summary:
    """Run, and say how it goes: a bar on a terminal, a line a minute elsewhere, JSON lines in a log."""
    with _Following(quiet=quiet, log=log) as watcher:
        return run(order, stdin, watcher)


def say_how_to_go_on() -> None:
    """Say after Ctrl-C that nothing is lost."""
    say("\nminutes: stopped. What was read is kept; run the same command again to go on.")


def told(summary: Summary, order: Order, *, quiet: bool, fail_under: float | None) -> int:
    """Say what a run came to, and give the exit code."""
    if not quiet:
        for line in _lines(summary, order):
            say(line)
    if fail_under is not None:
        if summary.quality >= fail_under:
            return 0
        say(f"minutes: {summary.quality:.1f} % were read without a serious finding, fewer than {fail_under:g} %.")
        return 1
    if summary.failed or (summary.exported and summary.exported.left_out):
        return 3
    if summary.count("edited"):
        return 4
    return int(any(outcome.errors for outcome in summary.outcomes))


def _lines(summary: Summary, order: Order) -> Iterable[str]:
    rate = f" in {_time(summary.seconds)}, {summary.done / summary.seconds:.0f} a second" if summary.done else ""
    yield f"{counted(summary.done, 'file')} read{rate}; {len(summary.outcomes)} in the archive."
    records = sum(not kept.aside for outcome in summary.outcomes for kept in outcome.records)
    yield f"  {counted(records, 'record')}, {summary.quality:.1f} % of the minutes without a serious finding"
    if no := summary.count("no minutes"):
        yield f"  {counted(no, 'file')} without minutes"
    if summary.twins:
        yield f"  {counted(len(summary.twins), 'record')} there twice{_set_aside(order)}"
    if edited := summary.count("edited"):
        yield f"  {counted(edited, 'record')} edited by a person and left as they are (--force)"
    if summary.passed:
        yield f"  {counted(len(summary.passed), 'file')} passed over"
    if common := summary.findings.most_common(8):
        yield f"  findings: {', '.join(f'{code} in {count}' for code, count in common)}"
    if summary.failed:
        yield f"  {counted(len(summary.failed), 'file')} could not be read:"
        for outcome in summary.failed[:SHOWN]:
            yield f"    {outcome.source}: {outcome.became}: {outcome.reason} {outcome.hint}".rstrip()
    if summary.exported:
        yield from exported_lines(summary.exported)
    yield f"All of it: {order.way.records.rstrip('/')}/{NAME}"


def exported_lines(exported: Exported) -> Iterable[str]:
    """Say which tables were written, and which records are not in them."""
    for name, problem in exported.left_out:
        yield f"  {name} is not in the tables: {problem}"
    counts = exported.counts
    told = ((counts.get(table, 0), noun) for table, noun in TOLD.items())
    yield f"  tables: {', '.join(counted(*each) for each in told)} in {', '.join(map(str, exported.outputs))}"


def _set_aside(order: Order) -> str:
    return "" if order.keep_twins else ", the lesser ones set aside"


def _say_plan(sources: Sources, todo: Plan, verb: str) -> None:
    why = ", ".join(f"{count} {reason}" for reason, count in todo.reasons.most_common())
    left = f"; {todo.settled} need nothing" if todo.settled else ""
    passed = f"; {len(sources.passed)} passed over" if sources.passed else ""
    say(f"{counted(len(todo.jobs), 'file')} {verb}{f' ({why})' if why else ''}{left}{passed}.")


class _Following:
    """Follow a run."""

    def __init__(self, *, quiet: bool, log: Path | None) -> None:
        self._quiet, self._path = quiet, log
        self._log: IO[str] | None = None
        self._bar: Any = None
        self._task: Any = None
        self._done = self._total = 0
        self._begun = self._told = monotonic()

    def __enter__(self) -> _Following:
        if self._path:
            try:
                self._log = self._path.open("a", encoding="utf-8", buffering=1)
            except OSError as problem:
                raise UsageProblem(f"{self._path} cannot be written: {problem.strerror}.", "Name another.") from None
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar:
            self._bar.stop()
        if self._log:
            self._note("ended", done=self._done, total=self._total)
            self._log.close()

    def planned(self, sources: Sources, plan: Plan) -> None:
        self._total = len(plan.jobs)
        self._begun = self._told = monotonic()
        self._note("planned", files=len(sources.files), todo=self._total, reasons=dict(plan.reasons))
        if self._quiet:
            return
        _say_plan(sources, plan, "to read")
        if self._total and sys.stderr.isatty():
            self._show()

    def ended(self, outcome: Outcome) -> None:
        self._done += 1
        if self._bar:
            self._bar.update(self._task, completed=self._done)
        self._note("file", source=outcome.source, became=outcome.became, seconds=outcome.seconds, reason=outcome.reason)
        self.waiting()

    def waiting(self) -> None:
        now = monotonic()
        if now - self._told < EVERY:
            return
        self._told = now
        rate = self._done / (now - self._begun)
        left = (self._total - self._done) / rate if rate else 0.0
        self._note("progress", done=self._done, total=self._total, rate=round(rate, 2), left=round(left))
        if not (self._quiet or self._bar or self._log):
            still = f", {_time(left)} left" if rate else ""
            say(f"{self._done} of {self._total} files, {rate:.1f} a second{still}")

    def _show(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, TimeRemainingColumn
        from rich.text import Text

        class Rate(ProgressColumn):
            """How many files a second."""

            def render(self, task: Any) -> Text:
                return Text(f"{task.speed:.0f} a second" if task.speed else "")

        columns = BarColumn(), MofNCompleteColumn(), Rate(), TimeRemainingColumn()
        self._bar = Progress(*columns, console=Console(stderr=True), transient=True, speed_estimate_period=60)
        self._task = self._bar.add_task("", total=self._total)
        self._bar.start()

    def _note(self, event: str, **told: Any) -> None:
        if self._log:
            from datetime import UTC, datetime

            now = datetime.now(UTC).isoformat(timespec="seconds")
            self._log.write(json.dumps({"time": now, "event": event, **told}, ensure_ascii=False) + "\n")


def _time(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"
