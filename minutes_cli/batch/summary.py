"""What a run over an archive came to: counts, findings by code, and what could not be read, with the reasons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from minutes_cli.batch.exporting import Exported
from minutes_cli.batch.outcome import FAILED, Outcome
from minutes_cli.batch.sources import Passed
from minutes_cli.batch.twins import Twin

NAME = "minutes-batch.md"


class Summary(NamedTuple):
    """An archive as it stands after a run: all ``outcomes`` in the order of names, and what the run itself did."""

    outcomes: list[Outcome]
    passed: list[Passed]
    twins: list[Twin]
    done: int
    """Files that this run has read."""
    seconds: float
    peak: float
    """The most memory that a worker had, in MB; 0 where it is not known."""
    exported: Exported | None = None
    """The tables that were left beside the records, when they were asked for."""

    def count(self, *became: str) -> int:
        """Count the files of which one of these became."""
        return sum(outcome.became in became for outcome in self.outcomes)

    @property
    def failed(self) -> list[Outcome]:
        """The files that should have given a record and did not."""
        return [outcome for outcome in self.outcomes if outcome.became in FAILED]

    @property
    def findings(self) -> Counter[str]:
        """In how many files' minutes there is something to look at, by code."""
        return Counter(code for outcome in self.outcomes for code in outcome.findings)

    @property
    def quality(self) -> float:
        """The share of the minutes, in per cent, that were read without a serious finding; 100 when there are none."""
        count = self.count("read", "edited", *FAILED)
        clean = sum(outcome.became in ("read", "edited") and not outcome.errors for outcome in self.outcomes)
        return 100.0 * clean / count if count else 100.0


def page(summary: Summary) -> str:
    """Write the summary of an archive as Markdown: the same archive gives the same page."""
    lines = [
        "# Minutes of an archive",
        "",
        f"- files: {len(summary.outcomes)}",
        f"- minutes read: {summary.count('read', 'edited')}, "
        f"with {sum(len(each.records) for each in summary.outcomes)} records",
        f"- read without a serious finding: {summary.quality:.1f} %",
    ]
    lines += _part("Not read", [(each.source, f"{each.became}: {_why(each)}") for each in summary.failed])
    lines += _part("No minutes", _told(summary.outcomes, "no minutes"))
    edited = "the record was edited by a person and left as it is"
    lines += _part("Edited", [(each.source, edited) for each in summary.outcomes if each.became == "edited"])
    twins = [(t.worse.outcome.source, f"{t.same} as {t.better.outcome.source}") for t in summary.twins]
    lines += _part("There twice", twins)
    lines += _part("In part", [(e.source, e.reason) for e in summary.outcomes if e.became == "read" and e.reason])
    lines += _part("Passed over", summary.passed)
    codes = [(code, f"in {count}") for code, count in sorted(summary.findings.items())]
    lines += _part("Findings (minutes explain CODE)", codes)
    return "\n".join(lines) + "\n"


def _told(outcomes: Sequence[Outcome], became: str) -> list[tuple[str, str]]:
    return [(each.source, _why(each)) for each in outcomes if each.became == became]


def _why(outcome: Outcome) -> str:
    return f"{outcome.reason} {outcome.hint}".strip()


def _part(title: str, rows: Sequence[tuple[str, str]]) -> list[str]:
    """Write one list of the page; nothing when it is empty."""
    if not rows:
        return []
    return ["", f"## {title}", "", *(f"- {_plain(name)}: {_plain(told)}" for name, told in rows)]


def _plain(words: str) -> str:
    """Let nothing in a name or a message be taken for Markdown or for another line."""
    shown = "".join(sign if sign.isprintable() else "�" for sign in words)
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>#|" else sign for sign in shown)
