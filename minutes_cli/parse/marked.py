"""Read tasks that are marked in the text: "ACTION: AF to draft ...", "AP 12 Clerk", a name in the right margin."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from minutes_cli.model import Action
from minutes_cli.parse.block import Paragraph, fold
from minutes_cli.parse.context import Context
from minutes_cli.parse.owners import is_somebody, owner_like, split_owners
from minutes_cli.parse.patterns import listed
from minutes_cli.parse.task import read_task
from minutes_cli.vocabulary import commitments, load
from minutes_cli.vocabulary.sentences import sentences
from minutes_cli.wording import wording

SHORT = 2  # letters; a marker as short as "AP" is one only in capitals, with a number or a colon behind it
OWNER_ALONE = 40  # characters; behind "Action" without a colon stands an owner, no more than this ("Action Clerk")
NUMBER = r"(?:(?:\s*[#(]?\s*|-)(?P<ref>\d{1,4}(?:[./]\d{1,4})*[a-z]?)\)?(?!-?\d))?"  # "2.1", "#12", "(3)", "-12"
DATED = r"(?:\s*[(\[]?(?:\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4})[)\]]?(?=\s*[:–—-]))?"  # "ACTION 2031-03-04:"
SAID_BY = r"(?:<[^<>]{1,30}>\s*)?(?:\[\w{1,12}\]\s*)?"  # what a scribe's tool sets in front: "<GL> ", "[NEW] "
ON = wording(r"^(?:on|for)\s+(?=[A-Z])")
CAPITAL = r"[A-Z][\w’'-]*"
BARE = wording(
    rf"(?<=[.;!?)])\s+(?:ACTIONS?|Actions?)\s+"
    rf"(?P<rest>(?:the\s+)?{CAPITAL}(?:[ /&,]+(?:and\s+)?{CAPITAL}){{0,3}}\s+(?:to|will)\s+[a-z].*)$",
    re.DOTALL,
)
OWNED = wording(
    r"^(?:(?:on|for|by|to)\s+)?(?:[(\[](?P<bracketed>[^)\]]{1,40})[)\]]\s*(?:::?|[–—]|-\s)?|(?P<who>[^:–—()\[\]\n]{1,40}?)\s*(?:::?|[–—]|\s-\s))"
    r"\s*(?P<rest>\S.*)$",
    re.DOTALL,
)


class Marked(NamedTuple):
    """A marker found in a paragraph: its number, the words before and after it, owners named at the marker itself."""

    ref: str
    before: str
    after: str
    owners: tuple[str, ...] = ()


@cache
def at_start() -> re.Pattern[str]:
    """Compile the markers at the beginning of a line, with their number, a date, and what sets them off."""
    said = sorted(load("markers")["words"], key=len, reverse=True)
    any_of = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in said)
    return wording(
        rf"^[\W_]*{SAID_BY}(?P<word>{any_of})(?:\(s\))?{NUMBER}{DATED}"
        r"\s*(?P<sep>::?|[–—]|-(?=\s)|\.(?=\s)|\)|\](?=\s*\S)|\*+:?|=>|>+|(?=[\s(\[])|(?-i:(?=[A-Z])))[\s:*_–—-]*(?P<rest>.*)$",
        re.DOTALL | re.IGNORECASE,
    )


@cache
def _inside() -> re.Pattern[str]:
    said = load("markers")["inside"]
    return wording(
        rf"[.;,!?)\s\[(]\s*\*?(?P<word>{said})(?:\(s\))?{NUMBER}\s*(?P<sep>[:–—]|(?<=\s)-(?=\s))\s*(?P<rest>.+)$",
        re.DOTALL,
    )


def find_marker(text: str, context: Context) -> Marked | None:
    """Find a task marker in a paragraph; None when the words only begin like one ("Actions speak louder")."""
    match = at_start().match(text)
    if match and (owned := _owned(match, context)):
        return owned
    if match and _is_marker(match, context):
        rest = match["rest"].strip()
        return Marked(match["ref"] or "", "", ON.sub("", rest) if _names_doer(rest, context) else rest)
    return find_inside(text)


def find_inside(text: str) -> Marked | None:
    """Find the first marker inside a text: "The gate is loose. Action: AF to mend it", "... [Action - AF]".

    Behind the end of a sentence it needs no colon when a doer follows: "The gate is loose. Action Clerk to mend it".
    """
    match = _inside().search(text)
    if "ction" in text or "CTION" in text:
        bare = BARE.search(text)
        match = bare if bare and (match is None or bare.start() < match.start()) else match
        if match is bare and match is not None:
            return Marked("", text[: match.start()].strip(), match["rest"].strip())
    return Marked(match["ref"] or "", text[: match.start()].strip(), match["rest"].strip(" )]")) if match else None


def _owned(match: re.Match[str], context: Context) -> Marked | None:
    """Read a marker that names its owners before the colon: "Action Ann: ring them", "TODO (AF) :: ring them"."""
    headed = OWNED.match(match["rest"])
    if headed is None or match["sep"].strip():
        return None
    who = fold(headed["bracketed"] or headed["who"] or "").strip(" @*_")
    if not any(map(str.isalnum, who)):
        return Marked(match["ref"] or "", "", headed["rest"].strip())  # "TODO ??? :: renew the lease"
    owned = split_owners(who, context.roster)
    if not owned.owners or owned.rest:
        return None
    loud = match["word"].isupper() or bool(headed["bracketed"])
    if not loud and not any(is_somebody(owner, context.roster) for owner in owned.owners):
        return None
    return Marked(match["ref"] or "", "", headed["rest"].strip(), tuple(owned.owners))


def _is_marker(match: re.Match[str], context: Context) -> bool:
    """Whether a marker's word marks a task here: by what sets it off, by its capitals, or by the owner behind it."""
    rest = match["rest"].strip()
    if not rest:
        return False
    word = match["word"]
    short = len(word) <= SHORT
    if match["sep"].strip() or match["ref"]:
        return not short or word.isupper()
    if short:
        return False
    if word.isupper():
        return True
    if word[0].isupper() and len(rest) <= OWNER_ALONE:
        owned = split_owners(rest, context.roster)
        return bool(owned.owners) and (not owned.rest or owned.rest.startswith(("to ", "will ")))
    if word[0].isupper():
        return _names_doer(rest, context)
    return False


def _names_doer(text: str, context: Context) -> bool:
    """Whether words begin with somebody beyond doubt who is to do something: "Clerk to alter the rules"."""
    owned = split_owners(ON.sub("", text), context.roster)
    sure = bool(owned.owners) and all(is_somebody(owner, context.roster) for owner in owned.owners)
    return sure and owned.rest.startswith(("to ", "will "))


def is_decision(marked: Marked) -> bool:
    """Whether a marked line only says what was decided: "Action: Approved"."""
    return fold(marked.after).casefold().strip(" .!") in listed("markers", "decided")


def is_nothing(marked: Marked) -> bool:
    """Whether a marked line only says that there is nothing to do: "Action: None"."""
    return fold(marked.after).casefold().strip(" .!") in listed("markers", "nothing")


def read_marked(marked: Marked, paragraph: Paragraph, before: str, context: Context) -> Action:
    """Make an action of a marked paragraph; a bare owner's task is the sentence above it (``before``)."""
    action = read_task(marked.after, context, "marker")
    action.ref = marked.ref
    action.page, action.line = paragraph.page, paragraph.line
    if marked.owners:
        action.owners = list(marked.owners)
        return action
    owned = split_owners(marked.after, context.roster)
    if owned.owners and not owned.rest and owner_like(marked.after, context.roster):
        action.text = _sentence_of(marked.before or before, owned.owners, context) or marked.after
        action.owners = owned.owners
        action.action = fold(marked.after)
        action.due = context.due(action.text)
    return action


def _sentence_of(text: str, owners: list[str], context: Context) -> str:
    """Give the sentence that a bare owner belongs to: the last that binds them, or names them, or the last."""
    said = sentences(text)
    binding = [s for s in said if set(owners) & _bound_by(s, context)]
    if binding:
        return binding[-1]
    naming = [s for s in said if any(re.search(rf"\b{re.escape(o)}\b", s) for o in owners)]
    return naming[-1] if naming else said[-1] if said else ""


def _bound_by(sentence: str, context: Context) -> set[str]:
    """Give everybody on whom a sentence puts a task, as owners are spelt."""
    found = commitments.find_all(sentence, context.known)
    return {context.roster.said(owner) for commitment in found for owner in commitment.owners}
