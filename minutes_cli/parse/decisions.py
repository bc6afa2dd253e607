"""Find what the body resolved in running text: RESOLVED, motions, "It was agreed that", approvals.

Minutes that mark their decisions (in tables, with RESOLVED, with "Decision:") are taken at their word: there the looser
formulas are somebody's telling, not a resolution.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, cached_property
from typing import Any

from minutes_cli.model import Decision
from minutes_cli.parse.block import Paragraph, fold
from minutes_cli.parse.names import looks_like_name, strip_titles
from minutes_cli.vocabulary import load
from minutes_cli.vocabulary.sentences import sentences
from minutes_cli.wording import wording

MARKS = ("resolved", "agreed", "decision")  # formulas that minutes mark their decisions with
MARKED = 2  # paragraphs with such a formula before minutes count as marking their decisions
RESULT = 14  # words; a sentence that tells how a motion went is no longer ("Seconded by A Reed. Carried.")
VOTE = 40  # words; the same, when it begins with the motion or the vote itself
RESULT_ALONE = 12  # words; a paragraph of its own that only tells how the motion above it went
MOTION = 3  # sentences; a paragraph that puts a motion, whose result may stand in the next one, has no more
PROPOSAL = 40  # words of a paragraph that a line "Agreed." below it takes as a whole
CLAUSES = 12  # paragraphs; a resolution's clauses are looked for no further down
NAME = 4  # words of the longest name looked for behind "proposed by"
CLAUSE = wording(r"^\W*(?:\(?[a-z]\)|\(?[ivx]+\)|\d+[.)])\s")


class _Formula:
    """A formula of ``decisions.yaml``; a sentence without one of its stems is not looked at, and costs nothing."""

    def __init__(self, entry: dict[str, Any]) -> None:
        self.name: str = entry["name"]
        self.stems: tuple[str, ...] = tuple(entry.get("stems", ("",)))
        self._written: str = entry["pattern"]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(self._written)

    def stands_in(self, sentence: str, low: str) -> bool:
        """Whether the formula stands in a sentence (``low`` is the same in lower case)."""
        for stem in self.stems:
            if stem in low:
                return self.pattern.search(sentence) is not None
        return False


@cache
def _formulas(kind: str) -> tuple[_Formula, ...]:
    return tuple(_Formula(entry) for entry in load("decisions")[kind])


@cache
def _said(kind: str) -> re.Pattern[str]:
    return re.compile(load("decisions")[kind])


def formula_in(sentence: str, strong_only: bool) -> str | None:
    """Name the formula by which a sentence records a decision; None when it records none."""
    low = sentence.lower()
    for formula in _formulas("strong"):
        if formula.stands_in(sentence, low):
            return formula.name
    if strong_only:
        return None
    name = next((f.name for f in _formulas("plain") if f.stands_in(sentence, low)), None)
    return None if name is None or any(f.stands_in(sentence, low) for f in _formulas("not")) else name


def marks_decisions(paragraphs: list[Paragraph]) -> bool:
    """Whether minutes mark their decisions with RESOLVED, AGREED or "Decision:" (not merely motions)."""
    count = 0
    for paragraph in paragraphs:
        low = paragraph.text.lower()
        count += any(f.name in MARKS and f.stands_in(paragraph.text, low) for f in _formulas("strong"))
    return count >= MARKED


def find(paragraphs: list[Paragraph], strong_only: bool) -> list[Decision]:
    """Find the decisions in the paragraphs of one item, in order."""
    found: list[Decision] = []
    motion_open = False  # whether the paragraph above put a motion, and this one may only say how it went
    index = 0
    while index < len(paragraphs):
        paragraph = paragraphs[index]
        index += 1
        if motion_open and _is_result(paragraph):
            found[-1] = _completed(found[-1], paragraph.words)
            continue
        said = sentences(paragraph.words)
        here = list(_decided(said, strong_only))
        if index > 1 and here and _said("outcome").match(paragraph.words):
            above = paragraphs[index - 2]
            if found and (found[-1].page, found[-1].line) == (above.page, above.line):
                found[-1] = _completed(found[-1], paragraph.words)
                continue
            here = [(f"{_proposal(above)} {paragraph.words}", *here[0][1:])]
        motion_open = False
        for text, name, is_last in here:
            taken = _with_clauses(text, paragraphs[index:]) if is_last and text.rstrip().endswith(":") else [text]
            index += len(taken) - 1
            found.append(_decision(fold(" ".join(taken)), name, (paragraph.page, paragraph.line)))
            motion_open = is_last and len(said) <= MOTION
    return found


def _proposal(above: Paragraph) -> str:
    """Give the words above a line "Agreed." that were agreed: a short paragraph, or the last sentence of a long one."""
    return above.words if len(above.words.split()) <= PROPOSAL else sentences(above.words)[-1]


def _decided(said: list[str], strong_only: bool) -> Iterator[tuple[str, str, bool]]:
    """Give the decisions among the sentences of a paragraph: their words, the formula, whether one ends the paragraph.

    A sentence that only tells how it went takes the one before with it, or the motion behind: "Approved. Motion by X."
    """
    step = free = 0  # the sentence looked at, and the first that no decision has taken
    while step < len(said):
        name = formula_in(said[step], strong_only)
        if name is None:
            step += 1
            continue
        first = step
        text, step = _with_result(said, step)
        if _said("outcome").match(text):
            if first > free:
                text = f"{said[first - 1]} {text}"
            elif step < len(said) and formula_in(said[step], strong_only=True):
                more, step = _with_result(said, step)
                text = f"{text} {more}"
        free = step
        yield text, name, step == len(said)


def _with_result(said: list[str], step: int) -> tuple[str, int]:
    """Join to a decision the sentences behind it that tell how it went; gives its words and the next sentence."""
    text = said[step]
    step += 1
    while step < len(said) and _said("result").match(said[step]):
        if len(said[step].split()) > (VOTE if _said("voted").match(said[step]) else RESULT):
            break
        text = f"{text} {said[step]}"
        step += 1
    return text, step


def _is_result(paragraph: Paragraph) -> bool:
    """Whether a paragraph only tells how a motion went: "Seconded by Karen Ash.", "Carried", "Vote: 5 in favour"."""
    most = VOTE if _said("voted").match(paragraph.words) else RESULT_ALONE
    return len(paragraph.words.split()) <= most and _said("result").match(paragraph.words) is not None


def _with_clauses(text: str, following: list[Paragraph]) -> list[str]:
    """Give the words of a decision and of what stands below it: its clauses, or its text below "Motion:"."""
    taken = [text]
    if _said("label").match(text) and following and not _is_clause(following[0]):
        return [text, following[0].words]
    for paragraph in following[:CLAUSES]:
        if not _is_clause(paragraph):
            break
        taken.append(paragraph.text)
    return taken


def _is_clause(paragraph: Paragraph) -> bool:
    return bool(CLAUSE.match(paragraph.text) or paragraph.bullet)


def _completed(decision: Decision, result: str) -> Decision:
    """Take the paragraph below a motion, which tells how it went, into the decision."""
    return _decision(fold(f"{decision.text} {result}"), decision.how, (decision.page, decision.line))


def _decision(text: str, name: str, place: tuple[int | None, int | None]) -> Decision:
    vote = _said("vote").search(text)
    return Decision(
        text=text,
        proposer=_person(text, "proposer"),
        seconder=_person(text, "seconder"),
        vote=fold(vote[0]) if vote else None,
        how=name,
        page=place[0],
        line=place[1],
    )


def _person(text: str, kind: str) -> str | None:
    """Read who proposed or seconded, when a name follows the word."""
    match = _said(kind).search(text)
    if not match:
        return None
    after = text[match.end() :].split()
    for count in range(NAME, 0, -1):
        piece = " ".join(after[:count]).strip(" .,;:)")
        if piece and looks_like_name(piece):
            return strip_titles(piece)
    return None
