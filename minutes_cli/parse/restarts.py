"""Find runs of numbers that begin again below headings that group business: "Old business" 1. 2., "New business" 1."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.parse.block import Block, Paragraph
from minutes_cli.parse.headings import Candidate, is_styled, is_title

MOSTLY = 0.75  # share of the lines of such runs that must be titles; numbered tasks and remarks are sentences
STYLED = 3  # headings in a style that show that no others are to be looked for
MAX_GROUP = 6  # words of a heading that groups business
ENDS = (".", ",", ";", "?", "!")


class Restarts:
    """The numbered lines that are items by runs that begin again, and the headings above those runs (block indexes)."""

    def __init__(self, candidates: list[Candidate], form: str, blocks: list[Block]) -> None:
        self.items: set[int] = set()
        self.groups: set[int] = set()
        forms = (
            [form]
            if form
            else sorted({c.numbered.form for c in candidates if c.numbered and c.numbered.form[:3] == "int"})
        )
        found = [run for each in forms for run in _runs(candidates, each)]
        runs = [run for run in found if _has_group(run[0], candidates, blocks)]
        styled = {c.index for c in candidates if is_styled(c.paragraph)}
        if not form and len(styled) >= STYLED:
            runs = [run for run in runs if run[0].index - 1 in styled]  # below other lines the numbers are of lists
        lines = [candidate for run in runs for candidate in run]
        if len(runs) < 2 or sum(map(is_title, lines)) < MOSTLY * len(lines):
            return
        self.items = {candidate.index for candidate in lines}
        self.groups = {run[0].index - 1 for run in runs}


def _runs(candidates: list[Candidate], form: str) -> Iterator[list[Candidate]]:
    """Part the lines with one form of number into runs that each rise by one from 1."""
    run: list[Candidate] = []
    for candidate in candidates:
        if candidate.numbered is None or candidate.numbered.form != form:
            continue
        value = candidate.numbered.value
        if value == (1,):
            if run:
                yield run
            run = [candidate]
        elif run and run[-1].numbered and value == (run[-1].numbered.value[0] + 1,):
            run.append(candidate)
    if run:
        yield run


def _has_group(first: Candidate, candidates: list[Candidate], blocks: list[Block]) -> bool:
    """Whether a short line that reads as a title, without a number, stands right above the first line of a run."""
    above = blocks[first.index - 1] if first.index else None
    if not isinstance(above, Paragraph) or above.bullet or above.text[:1].isdigit():
        return False
    short = len(above.text.split()) <= MAX_GROUP and not above.text.endswith(ENDS)
    return short and any(c.index == first.index - 1 and not c.numbered and not c.rest for c in candidates)
