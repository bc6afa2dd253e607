"""Part what stands behind one marker into its tasks: "Actions: AF to ring them. EA to pay." are two."""

from __future__ import annotations

import msgspec

from minutes_cli.parse.block import Paragraph
from minutes_cli.parse.context import Context
from minutes_cli.parse.marked import Marked, find_inside
from minutes_cli.parse.owners import is_somebody, split_owners
from minutes_cli.parse.patterns import pattern
from minutes_cli.vocabulary.sentences import sentences
from minutes_cli.wording import wording

SEMICOLON = wording(r";\s+(?:and\s+)?")
LEAD = wording(r"^(?P<who>[^:]{2,40}):\s+\S")


def parted(found: Marked, context: Context) -> list[Marked]:
    """Give a marker's tasks, each as if it were marked by itself.

    They part at the next marker inside the text (of what stands before it the first sentence is the task), and where
    each sentence or clause begins with who does it. A marker with one task, or with owners of its own, stays as it is.
    """
    again = find_inside(found.after)
    if again is not None and again.before:
        said = sentences(again.before)
        first = found._replace(after=said[0]) if said else found
        return [*parted(first, context), *parted(again._replace(before=" ".join(said[1:])), context)]
    if found.owners:
        return [found]
    pieces = [piece.strip() for text in sentences(found.after) for piece in SEMICOLON.split(text) if piece.strip()]
    if len(pieces) < 2 or not all(_names_doer(piece, context) for piece in pieces):
        return [found]
    return [found._replace(after=piece, before=found.before if n == 0 else "") for n, piece in enumerate(pieces)]


def split(paragraph: Paragraph, context: Context) -> list[Paragraph]:
    """Part a paragraph of a list without bullets into its tasks: "Ann will ring them. Bob to pay." are two."""
    parts = parted(Marked("", "", paragraph.words), context)
    if len(parts) < 2:
        return [paragraph]
    return [msgspec.structs.replace(paragraph, text=part.after, bold=0) for part in parts]


def _names_doer(text: str, context: Context) -> bool:
    """Whether a sentence begins with somebody who is to do something: "AF to ring them", "Ann: ring them"."""
    match = pattern("markers", "does").match(text) or LEAD.match(text)
    owned = split_owners(match["who"], context.roster) if match else None
    if owned is None or owned.rest or not owned.owners:
        return False
    return all(is_somebody(owner, context.roster) for owner in owned.owners)
