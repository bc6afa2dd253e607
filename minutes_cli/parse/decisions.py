"""Find what the body resolved in running text: RESOLVED, motions, "It was agreed that", approvals.

Minutes that mark their decisions (in tables, with RESOLVED, with "Decision:") are taken at their word: there the looser
formulas are somebody's telling, not a resolution.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

import msgspec

from minutes_cli.model import Decision
from minutes_cli.parse.block import Paragraph, fold
from minutes_cli.parse.decision_formulas import MARKS, formula_in, formulas
from minutes_cli.parse.decision_formulas import said as said_in
from minutes_cli.parse.names import looks_like_name, strip_titles
from minutes_cli.parse.outcomes import PROPOSAL, RESULT, VOTE, is_mover, is_result, is_tally, tells_result
from minutes_cli.vocabulary.doers import is_short
from minutes_cli.vocabulary.sentences import sentences
from minutes_cli.wording import wording

MARKED = 2  # paragraphs with such a formula before minutes count as marking their decisions
MOTION = 3  # sentences; a paragraph that puts a motion, whose result may stand in the next one, has no more
LONGEST_TAIL = 3  # times the words of a motion that it has with all that tells how it went; beyond, it keeps its own
CLAUSES = 12  # paragraphs; a resolution's clauses are looked for no further down
NAME = 4  # words of the longest name looked for behind "proposed by"
CLAUSE = wording(r"^\W*(?:\(?[a-z]\)|\(?[ivx]+\)|\d+[.)])\s")


def marks_decisions(paragraphs: list[Paragraph]) -> bool:
    """Whether minutes mark their decisions with RESOLVED, AGREED or "Decision:" (not merely motions)."""
    count = 0
    for paragraph in paragraphs:
        low = paragraph.text.lower()
        count += any(f.stands_in(paragraph.text, low) for f in formulas("strong") if f.name in MARKS)
    return count >= MARKED


def find(paragraphs: list[Paragraph], strong_only: bool) -> list[Decision]:
    """Find the decisions in the paragraphs of one item, in order."""
    found: list[Decision] = []
    motion_open = False  # whether the paragraph above put a motion, and this one may only say how it went
    index = 0
    while index < len(paragraphs):
        paragraph = paragraphs[index]
        index += 1
        if motion_open and is_tally(paragraph):
            continue
        if motion_open and (is_result(paragraph) or is_mover(paragraph)):
            found[-1] = _completed(found[-1], paragraph.words)
            continue
        said = sentences(paragraph.words)
        here = list(_decided(said, strong_only))
        above = paragraphs[index - 2] if index > 1 else None
        if above is not None and (is_mover(paragraph) or tells_result(above, paragraph)):
            put = _decision(_proposal(above), "motion", (above.page, above.line))
            found.append(_completed(put, paragraph.words))
            motion_open = True
            continue
        if above is not None and here and said_in("outcome").match(paragraph.words):
            if found and (found[-1].page, found[-1].line) == (above.page, above.line):
                found[-1] = _completed(found[-1], paragraph.words)
                continue
            here = [(f"{_proposal(above)} {paragraph.words}", *here[0][1:])]
        motion_open = False
        for text, name, is_last in here:
            if is_last and (listed := _listed_below(text, paragraphs[index:])):
                found += [_decision(fold(one.words), name, (one.page, one.line)) for one in listed]
                index += len(listed)
                continue
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
        if said_in("outcome").match(text):
            back = first
            while back > free and (back == first or said_in("result").match(said[back])):
                back -= 1
            if back < first:
                text = " ".join([*said[back:first], text])
            elif step < len(said) and formula_in(said[step], strong_only=True):
                more, step = _with_result(said, step)
                text = f"{text} {more}"
        free = step
        yield text, name, step == len(said)


def _with_result(said: list[str], step: int) -> tuple[str, int]:
    """Join to a decision the sentences behind it that tell how it went; gives its words and the next sentence."""
    text = said[step]
    step += 1
    while step < len(said) and said_in("result").match(said[step]):
        if len(said[step].split()) > (VOTE if said_in("voted").match(said[step]) else RESULT):
            break
        text = f"{text} {said[step]}"
        step += 1
    return text, step


def _with_clauses(text: str, following: list[Paragraph]) -> list[str]:
    """Give the words of a decision and of what stands below it: its clauses, or its text below "Motion:"."""
    taken = [text]
    if said_in("label").match(text) and following and not _is_clause(following[0]):
        return [text, following[0].words]
    for paragraph in following[:CLAUSES]:
        if not _is_clause(paragraph):
            break
        taken.append(paragraph.text)
    return taken


def _listed_below(text: str, following: list[Paragraph]) -> list[Paragraph]:
    """Give the bullets below a line that only says "Decisions:", each a decision; [] when none stand there."""
    if not following or not following[0].bullet or not said_in("label").match(text):
        return []
    return list(takewhile(lambda one: bool(one.bullet) and one.x0 >= following[0].x0, following[:CLAUSES]))


def _is_clause(paragraph: Paragraph) -> bool:
    return bool(CLAUSE.match(paragraph.text) or paragraph.bullet)


def _completed(decision: Decision, result: str) -> Decision:
    """Take the paragraph below a motion, which tells how it went, into the decision.

    More words than the motion has itself only tell who moved it and how it went: it keeps its own.
    """
    whole = _decision(fold(f"{decision.text} {result}"), decision.how, (decision.page, decision.line))
    if LONGEST_TAIL * len(decision.text.split()) >= len(whole.text.split()):
        return whole
    told = {"proposer": whole.proposer or decision.proposer, "seconder": whole.seconder or decision.seconder}
    return msgspec.structs.replace(whole, text=decision.text, vote=whole.vote or decision.vote, **told)


def _decision(text: str, name: str, place: tuple[int | None, int | None]) -> Decision:
    vote = said_in("vote").search(text)
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
    match = said_in(kind).search(text)
    if not match:
        return None
    after = text[match.end() :].split()
    for count in range(NAME, 0, -1):
        if any(word.endswith((".", ";")) and not is_short(word) for word in after[: count - 1]):
            continue  # "by Greta Lund. Seconded" runs into the next sentence
        piece = " ".join(after[:count]).strip(" .,;:)")
        if piece and looks_like_name(piece):
            return strip_titles(piece)
    return None
