"""Measure ``minutes`` on this machine: start-up, a board's five pages, and 157 pages, against two rulers.

The rulers are ``pdftotext -layout`` (a C program that gives text only) and ``bench/naive.py`` (a first script with
pdfplumber). All programs run in turn, A B C A B C, as whole processes, so that a busy machine is busy for all; what
counts are the ratios of the medians. What ``minutes`` keeps in the user's cache is there, as byte code is, but for the
run that is said to have nothing kept. ``python bench/run.py [MINUTES.pdf] [--strict]``: --strict fails on a miss.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
DEFAULT = HERE.parent / "fixtures" / "board-office.pdf"
PYTHON = sys.executable
RSS_UNIT = 1024 * 1024 if sys.platform == "darwin" else 1024  # ru_maxrss is bytes on macOS, KiB elsewhere
HELP_ROUNDS, SHORT_ROUNDS, LONG_ROUNDS = 15, 9, 5
# A program that is installed has its byte code kept; a switch that forbids it would time the compiler instead.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
BARE = ["env", "MINUTES_CACHE=off"]
NAIVE_LONG_ROUNDS = 1  # the naive script takes a quarter of a minute over 157 pages


class Run(NamedTuple):
    """One run of a program: seconds of wall time and peak memory in MB."""

    seconds: float
    memory: float


class Target(NamedTuple):
    """A figure and what it should be: at most ``limit``, or at least when ``at_least``."""

    name: str
    value: float
    limit: float
    at_least: bool = False
    unit: str = "x"

    @property
    def is_met(self) -> bool:
        """Whether the figure is as good as it should be."""
        return self.value >= self.limit if self.at_least else self.value <= self.limit

    def __str__(self) -> str:
        sign = ">=" if self.at_least else "<="
        verdict = "" if self.is_met else "   MISSED"
        return f"  {self.name:<52} {self.value:7.2f}{self.unit:<3} (target {sign} {self.limit:g}{self.unit}){verdict}"


def run_once(command: list[str]) -> Run:
    """Run a program to its end and measure it; one that fails stops the bench."""
    begin = time.perf_counter()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=said, env=ENVIRONMENT)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 1):  # 1: minutes with findings at error level
            said.seek(0)
            words = said.read().decode(errors="replace")
            sys.exit(f"{' '.join(command)} failed with {process.returncode}:\n{words}")
    return Run(seconds, usage.ru_maxrss / RSS_UNIT)


def in_turn(programs: dict[str, list[str]], rounds: int) -> dict[str, Run]:
    """Run programs in turn, after one round to warm up, and take the median of each: ``{name: Run}``."""
    runs: dict[str, list[Run]] = {name: [] for name in programs}
    for number in range(rounds + (rounds > 1)):
        for name, command in programs.items():
            measured = run_once(command)
            if number or rounds == 1:
                runs[name].append(measured)
    return {
        name: Run(statistics.median(r.seconds for r in each), max(r.memory for r in each))
        for name, each in runs.items()
    }


def find_minutes() -> str:
    """Find the ``minutes`` command beside this interpreter."""
    beside = Path(PYTHON).with_name("minutes.exe" if os.name == "nt" else "minutes")
    if not beside.exists():
        sys.exit(f"There is no {beside}. Install the package first: {PYTHON} -m pip install -e .")
    return str(beside)


def programs_for(pdf: Path, out: Path, pdftotext: str | None) -> dict[str, list[str]]:
    """Name the programs that read one PDF, with ``minutes`` and, where it is installed, ``pdftotext``."""
    programs = {"minutes": [find_minutes(), "parse", str(pdf), "-o", str(out), "--force"]}
    if pdftotext:
        programs["pdftotext"] = [pdftotext, "-layout", str(pdf), os.devnull]
    return programs


def measure_help(_pdf: Path, _folder: Path, _pdftotext: str | None) -> list[Target]:
    """Compare the start of ``minutes --help`` with that of a bare Python."""
    found = in_turn({"help": [find_minutes(), "--help"], "bare": [PYTHON, "-c", "pass"]}, HELP_ROUNDS)
    return [Target("minutes --help / python -c pass", found["help"].seconds / found["bare"].seconds, 4.5)]


def measure_short(pdf: Path, folder: Path, pdftotext: str | None) -> list[Target]:
    """Compare the reading of short minutes, PDF to YAML, with both rulers."""
    programs = programs_for(pdf, folder / "short.yaml", pdftotext)
    programs["nothing kept"] = [*BARE, *programs["minutes"]]
    programs["naive"] = [PYTHON, str(HERE / "naive.py"), str(pdf)]
    found = in_turn(programs, SHORT_ROUNDS)
    ours, bare = found["minutes"].seconds, found["nothing kept"].seconds
    if pdftotext:
        print(f"  the same with nothing kept: {bare / found['pdftotext'].seconds:.2f}x", end="")
        print(f", faster than naive {found['naive'].seconds / bare:.2f}x")
    targets = (
        [Target("short PDF to YAML / pdftotext -layout", ours / found["pdftotext"].seconds, 12)] if pdftotext else []
    )
    return [*targets, Target("short PDF to YAML: faster than naive", found["naive"].seconds / ours, 3, at_least=True)]


def measure_long(pdf: Path, folder: Path, pdftotext: str | None) -> list[Target]:
    """Compare the reading of 157 pages with both rulers, and weigh its memory."""
    long = folder / "long.pdf"
    subprocess.run([PYTHON, str(HERE / "long_minutes.py"), str(pdf), str(long)], check=True)
    found = in_turn(programs_for(long, folder / "long.yaml", pdftotext), LONG_ROUNDS)
    naive = in_turn({"naive": [PYTHON, str(HERE / "naive.py"), str(long)]}, NAIVE_LONG_ROUNDS)["naive"]
    ours = found["minutes"]
    targets = (
        [Target("157 pages / pdftotext -layout", ours.seconds / found["pdftotext"].seconds, 4)] if pdftotext else []
    )
    return [
        *targets,
        Target("157 pages: faster than naive", naive.seconds / ours.seconds, 20, at_least=True),
        Target("157 pages: peak memory", ours.memory, 60, unit="MB"),
        Target("157 pages: peak memory of naive / of minutes", naive.memory / ours.memory, 1, at_least=True),
    ]


def main() -> None:
    """Measure everything and print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("minutes", nargs="?", type=Path, default=DEFAULT, help="a PDF of about five pages")
    parser.add_argument("--strict", action="store_true", help="exit with 1 when a target is missed")
    chosen = parser.parse_args()
    if not chosen.minutes.is_file():
        sys.exit(f"There is no {chosen.minutes}. Name a PDF of minutes.")
    pdftotext = shutil.which("pdftotext")
    if not pdftotext:
        print("pdftotext is not installed (Debian: apt install poppler-utils); its ratios are left out.")
    print(f"{chosen.minutes.name}, whole processes in turn, medians:")
    missed = 0
    with tempfile.TemporaryDirectory(prefix="minutebook-bench-") as name:
        folder = Path(name)
        for measure in (measure_help, measure_short, measure_long):
            for target in measure(chosen.minutes, folder, pdftotext):
                print(target, flush=True)
                missed += not target.is_met
    sys.exit(1 if missed and chosen.strict else 0)


if __name__ == "__main__":
    main()
