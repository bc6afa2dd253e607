"""Tell the lines that only say how a motion went, or who put it: "Carried", "Vote: 5 in favour", "Moved: A Reed"."""

from __future__ import annotations

from minutes_cli.parse.block import Paragraph
from minutes_cli.parse.decision_formulas import MARKS, formulas, said

RESULT = 14  # words; a sentence that tells how a motion went is no longer ("Seconded by A Reed. Carried.")
VOTE = 40  # words; the same, when it begins with the motion or the vote itself
RESULT_ALONE = 12  # words; a paragraph of its own that only tells how the motion above it went
PROPOSAL = 40  # words of a paragraph that a line "Agreed." below it takes as a whole
MARK_ALONE = 3  # words; "APPROVED unanimously" is a result, more words behind a mark are a decision


def is_mover(paragraph: Paragraph) -> bool:
    """Whether a line only names who put the motion above it: "Moved: Karen Ash", "Ash/Reed CARRIED"."""
    words = paragraph.words
    return ("/" in words or ":" in words) and len(words.split()) <= RESULT and said("mover").match(words) is not None


def tells_result(proposal: Paragraph, paragraph: Paragraph) -> bool:
    """Whether a line tells how what the line above proposes went: "Proposal: move the stall", "Result: accepted"."""
    put = ":" in proposal.words and len(proposal.words.split()) <= PROPOSAL and said("proposal").match(proposal.words)
    return bool(put) and is_result(paragraph)


def is_result(paragraph: Paragraph) -> bool:
    """Whether a paragraph only tells how a motion went: "Seconded by Karen Ash.", "Carried", "Vote: 5 in favour".

    One with a mark of its own ("AGREED: ...") is a decision for itself.
    """
    if _is_marked(paragraph.words):
        return False
    most = VOTE if said("voted").match(paragraph.words) else RESULT_ALONE
    return len(paragraph.words.split()) <= most and said("result").match(paragraph.words) is not None


def _is_marked(words: str) -> bool:
    """Whether a line has a mark of a decision of its own, with words behind it."""
    if len(words.split()) <= MARK_ALONE:
        return False
    low = words.lower()
    return any(formula.stands_in(words, low) for formula in formulas("strong") if formula.name in MARKS)


def is_tally(paragraph: Paragraph) -> bool:
    """Whether a line only counts votes or announces their counting, between a motion and its result: "Dagegen: 0"."""
    return len(paragraph.words.split()) <= RESULT and said("tally").match(paragraph.words) is not None
