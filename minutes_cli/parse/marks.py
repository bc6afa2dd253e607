"""Find the task that a paragraph is marked as, by words, type or an arrow: "Action: ...", "**Action Ann** ..."."""

from __future__ import annotations

import re

from minutes_cli.parse.block import Paragraph, fold
from minutes_cli.parse.context import Context
from minutes_cli.parse.marked import OWNER_ALONE, Marked, at_start, find_marker
from minutes_cli.parse.owners import is_somebody, split_owners
from minutes_cli.parse.task import is_deed_word
from minutes_cli.wording import wording

ARROW = wording(r"\W{0,4}?(?:[→⇒➔➜➢]|=>|-{1,2}>)\s*(?=[@\w*])")
DOING = wording(r"(?:to|will|would|should|shall|has to|agreed to|is going to|kindly)\s+[a-z]")
IN_BRACKETS = wording(r"\s[(\[](?P<rest>[A-Z][^()\[\]]{0,40}?\s(?:to|will)\s[a-z][^()\[\]]*)[)\]]\W*$")
TASKS_OF = wording(
    r"^\W*(?P<who>[A-Z][^:.;!?]{1,30}?)['’]s?\s+(?:[Tt]asks|[Aa]ctions)\s*[:–—-]*\s+(?P<rest>\S.{8,})$", re.DOTALL
)
STARS = "**"  # around bold words in a plain text
LAST = 60  # characters; a mark at the end of a paragraph and its owners are no longer
AT_END = wording(
    r"(?:(?<=[.;!?)])\s+|\s*[\[(])\*?(?:ACTIONS?|Actions?)(?:\s+(?:by|for|on))?\s+(?P<who>[^.:;()\[\]]{1,40})[)\].]?\W*$"
)


def find(paragraph: Paragraph, context: Context) -> Marked | None:
    """Find the mark of a task in a paragraph; None when nothing marks it."""
    if bold := _bold(paragraph, context):
        return bold
    if found := find_marker(paragraph.text, context):
        return _owned_before(found, context)
    if found := in_brackets(paragraph.text, context):
        return found
    return _at_end(paragraph.text, context) or _arrow(paragraph, context) or _tasks_of(paragraph.text, context)


def in_brackets(text: str, context: Context) -> Marked | None:
    """Find a task of somebody on the list in brackets behind a text: "The rail is loose [Ann to mend it]"."""
    match = IN_BRACKETS.search(text) if text[-3:].rstrip(" .*_")[-1:] in (")", "]") else None
    if match is None or not _acting(match["rest"], context):
        return None
    return Marked("", text[: match.start()].strip(), match["rest"])


def _tasks_of(text: str, context: Context) -> Marked | None:
    """Find the words that say whose tasks follow on the line: "Ann's tasks: ring the bank"."""
    match = TASKS_OF.match(text) if "asks" in text[:LAST] or "ctions" in text[:LAST] else None
    owners = _owners(match["who"], context) if match else ()
    return Marked("", "", match["rest"], owners) if match and owners else None


def _bold(paragraph: Paragraph, context: Context) -> Marked | None:
    """Find a marker in bold with its owners in front of the plain words of the task: "**Action Ann** Ring them"."""
    size, text = paragraph.bold, paragraph.text
    size = size or text.find(STARS, len(STARS)) * text.startswith(STARS)
    if not 0 < size < len(text) - 2:
        return None
    mark, rest = at_start().match(text[:size]), text[size:].strip(" :–—-*")
    if mark is None or not rest or not mark["rest"].strip(" :"):
        return None
    owners = _owners(mark["rest"].strip(" :"), context)
    return Marked(mark["ref"] or "", "", rest, owners) if owners else None


def _owned_before(marked: Marked, context: Context) -> Marked:
    """Take words in front of a mark that name somebody for the owner of the task behind it: "Sec TODO: ring them"."""
    if not marked.after or len(marked.before) > OWNER_ALONE:
        return marked
    owners = _owners(marked.before, context)
    return Marked(marked.ref, "", marked.after, owners) if owners else marked


def _at_end(text: str, context: Context) -> Marked | None:
    """Find a marker at the very end that stands before owners alone: "A key will be cut. [Action AF]"."""
    match = AT_END.search(text) if "ction" in text[-LAST:] or "CTION" in text[-LAST:] else None
    is_mark = match is not None and _owners(match["who"], context)
    return Marked("", text[: match.start()].strip(), fold(match["who"])) if match and is_mark else None


def _owners(text: str, context: Context) -> tuple[str, ...]:
    """Read words that are owners beyond doubt and nothing else; () when they are not."""
    owned = split_owners(text, context.roster) if text else None
    if owned is None or owned.rest or not all(is_somebody(owner, context.roster) for owner in owned.owners):
        return ()
    return tuple(owned.owners)


def _arrow(paragraph: Paragraph, context: Context) -> Marked | None:
    """Find an arrow before a task of somebody on the list: "-> Ann: ring them", "=> Ann to ring them"."""
    arrow = ARROW.match(paragraph.text)
    if arrow is None:
        return None
    rest = paragraph.text[arrow.end() :]
    owners = _acting(rest, context)
    return Marked("", "", rest, owners) if owners else None


def _acting(text: str, context: Context) -> tuple[str, ...]:
    """Give the people of the list that a text begins with, when they act: "Ann: ring them", "Ann rings them"."""
    owned = split_owners(text, context.roster)
    if not owned.owners or not owned.rest or not all(map(context.roster.knows, owned.owners)):
        return ()
    verb = owned.rest.partition(" ")[0]
    acts = verb[-1:] == "s" and is_deed_word(verb)
    return tuple(owned.owners) if owned.rest[0] in ":–—-" or acts or DOING.match(owned.rest) else ()
