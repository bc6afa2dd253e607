"""Read one task as minutes write it, with its owner where the form says it stands: "AF to draft", "Bob: paint"."""

from __future__ import annotations

import re
from functools import cache

from minutes_cli.model import Action
from minutes_cli.parse import status as status_words
from minutes_cli.parse import task_fields
from minutes_cli.parse.block import fold
from minutes_cli.parse.context import Context
from minutes_cli.parse.owners import groups, is_office, split_owners
from minutes_cli.parse.patterns import pattern
from minutes_cli.parse.standing import stand, take_status
from minutes_cli.parse.task_due import dated, is_due, without_due
from minutes_cli.vocabulary import commitments, load
from minutes_cli.wording import wording

INITIALS = 4  # letters; capitals before a colon are somebody's initials up to this length
NAME = 3  # words; in a list of "Name: task" what stands before the colon is a name up to this length
OFFICE = 4  # words; "the membership team" and its like are named in no more than this
COLON_LAST = wording(r"^(?P<rest>[^:]{8,}):\s*(?P<who>[^:.;]{1,40})$", re.DOTALL)
LEAD = wording(
    r"^(?P<who>[^:;.]{1,60}?)\s*(?P<sep>:|\s(?:->|=>|→)\s|\s[–—-]+\s|\s*[–—]\s*)\s*(?P<rest>\S.*)$", re.DOTALL
)
BRACKET_FIRST = wording(r"^[\[(](?P<who>[^\])]{1,50})[\])]\s*[:–—-]?\s*(?P<rest>\S.*)$", re.DOTALL)
DASH_LAST = wording(r"^(?P<rest>.+?)\s*(?:\s[–—-]+|[–—]|/)\s*(?P<who>[^–—/]{1,40})$", re.DOTALL)
ARROW_LAST = wording(r"^(?P<rest>.+?)\s*(?:→|⇒|➔|=>|->|>>)\s*(?P<who>[^→⇒➔>]{1,40})$", re.DOTALL)
HANDLES = r"@[\w.-]*\w(?:(?:\s*[,/&]\s*|\s+and\s+|\s+)@[\w.-]*\w)*"  # "@ann, @bob"
HANDLE_FIRST = wording(rf"^[\W_]*?(?P<who>{HANDLES})\s*[:,–—-]?\s+(?P<rest>\S.*)$", re.DOTALL)
HANDLE_LAST = wording(rf"^(?P<rest>.+?)\s*(?:[–—:-]\s*)?[\[(]?(?<!\w)(?P<who>{HANDLES})[\])]?\W*$", re.DOTALL)
HANDLE = wording(r"@([\w.-]*\w)")
INITIAL_SURNAME = wording(r"[A-Z][\w'’-]+ [A-Z]\.?")  # "Jamie G", told from another Jamie
BETWEEN = wording(r"\s*(?:,|/|&|\band\b)\s*")
ASIDE = wording(r"\(.*?\)")
RESPONSIBLE = ("responsible for ", "is responsible for ", "are responsible for ", "in charge of ")
NOUNS = ("ions", "ments", "ings", "ates")  # how things end that something is done "to"
STRAY = " *_.@-"  # signs that stand around a name: "**@Ann**"


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Give the forms of a task, in the order they are tried: the first one that names an owner counts."""
    return (
        ("arrow last", ARROW_LAST),  # "Draft the letter => AF"
        ("bracket first", BRACKET_FIRST),  # "[AF] draft the letter"
        ("lead", LEAD),  # "AF: draft the letter"
        ("does", pattern("markers", "does")),  # "AF to draft the letter"
        ("bracket last", pattern("markers", "bracket-last")),  # "Draft the letter (AF)"
        ("by last", pattern("markers", "by-last")),  # "Draft the letter - action by AF"
        ("dash last", DASH_LAST),  # "Draft the letter - AF"
    )


def read_task(text: str, context: Context, how: str, colon_owners: str = "") -> Action:
    """Read one task as minutes write it: "AF to draft the letter by May", "Bob: paint (done)", "[x] book hall - CD".

    The owner is taken where the form says it stands; the text keeps "AF to draft ..." whole and drops "AF:".
    ``how`` is the rule that found the task (``Action.how``); ``colon_owners`` says that it stands in a list whose
    entries begin "Name:" ("first") or end ": name" ("last"), so that even an unknown word there is an owner.
    ``ref`` is left "".
    """
    text = fold(text)
    action = Action(id="", ref="", text=text, how=how)
    box = status_words.box(text)
    if box:
        take_status(action, box.status, box.said)
        action.text = box.text
    if box is None or box.status == "open":  # "[ ] Book the hall (in progress)"
        stand(action, "")
    action.text, fields = task_fields.cut(action.text)
    whole = action.text
    action.text = _take_owner(action, context, colon_owners).strip(" *_")
    action.owners = action.owners or _bound(action.text, context)
    action.due = context.due(action.text) or context.due(whole) or dated(action, context)
    for field in fields:
        task_fields.take(action, field, context)
    return action


def _take_owner(action: Action, context: Context, colon_owners: str) -> str:
    """Find the owner by the form of the task and give the words that are left."""
    text = action.text
    if "@" in text and (handled := HANDLE_FIRST.match(text) or HANDLE_LAST.match(text)):
        action.owners = HANDLE.findall(handled["who"])
        return handled["rest"]
    text = without_due(text)
    swapped = COLON_LAST.match(text)  # "Draft the letter: AF"
    if swapped and not _owners(swapped["rest"], context):
        who = swapped["who"].strip(" *_.@")
        owners = _owners(who, context) or (BETWEEN.split(who) if colon_owners == "last" else [])
        if owners:
            action.owners = owners
            return swapped["rest"].strip()
    for form, written in _forms():
        match = written.match(text)
        owners = _owners_by_form(form, match, context, colon_owners) if match else []
        if not match or not owners:
            continue
        action.owners = owners
        if form == "lead":
            action.action = fold(match["who"].strip(STRAY))
        return text if form == "does" else match["rest"].strip()
    return action.text


def _bound(text: str, context: Context) -> list[str]:
    """Give whom the words of a task bind where no form names an owner: "Rename the hall, Ann agreed to do it".

    People of the list in front of a bare verb are bound too: "Ann & Bob draft the letter".
    """
    found = commitments.find_all(text, context.known)
    if found:
        return list(dict.fromkeys(context.roster.said(owner) for one in found for owner in one.owners))
    owned = split_owners(text, context.roster)
    if not owned.owners or not owned.rest or not all(map(context.roster.knows, owned.owners)):
        return _behind_label(text, context)
    verb = owned.rest.partition(" ")[0]
    acts = is_deed_word(verb) or owned.rest.startswith(RESPONSIBLE)
    told = verb[0].isupper() and all(owner in context.roster.initials for owner in owned.owners)  # "AF/EA We should"
    return owned.owners if acts or told else []


def _behind_label(text: str, context: Context) -> list[str]:
    """Give who is to do what behind a label that names nobody: "Flags: Ann to order some"."""
    lead = LEAD.match(text)
    match = pattern("markers", "does").match(lead["rest"]) if lead else None
    owners = _owners(match["who"].strip(STRAY), context) if match else []
    return owners if all(map(context.roster.knows, owners)) else []


def is_deed_word(verb: str) -> bool:
    """Whether a word is the verb of a task, bare or with "s": "ring", "rings"."""
    return verb in deeds() or (verb[-1:] == "s" and not deeds().isdisjoint((verb[:-1], verb[:-2])))


def _owners_by_form(form: str, match: re.Match[str], context: Context, colon_owners: str) -> list[str]:
    who = match["who"].strip(STRAY)
    if form == "lead":
        return _leading(who, match["rest"], context, colon_owners)
    if form == "does":
        return _doing(who, match, context)
    owners = _owners(who, context)
    if form == "dash last" and owners:
        first = owners[0]  # "Paint the shed - Summer" names nobody
        return owners if context.roster.knows(first) or first.isupper() or is_office(first) else []
    return owners


def _leading(who: str, rest: str, context: Context, colon_owners: str) -> list[str]:
    """Read the owners before a colon; when the words behind it begin with more of them, those ("AF: AF and EA to")."""
    owners = _owners(who, context)
    if owners and not colon_owners and not _are_people(owners, context):
        return []
    if not owners and colon_owners == "first" and len(who.split()) <= NAME:
        owners = [owner for owner in BETWEEN.split(who) if owner]
    again = pattern("markers", "does").match(rest) if owners else None
    more = _owners(again["who"], context) if again else []
    return more if len(more) > len(owners) else owners


def _are_people(owners: list[str], context: Context) -> bool:
    """Whether owners before a colon are people beyond doubt: on the list, initials, an office, a group.

    Where nobody is listed at all, any name will do.
    """
    if not context.roster.names:
        return True
    return any(
        context.roster.knows(owner)
        or INITIAL_SURNAME.fullmatch(owner)
        or (owner.isupper() and len(owner) <= INITIALS)
        or is_office(owner)
        or owner.casefold() in groups()
        for owner in owners
    )


def _doing(who: str, match: re.Match[str], context: Context) -> list[str]:
    """Read the owners before "to" or "will", known by name or by their place alone."""
    if not context.roster.knows(who):
        first = who.partition(" ")[0]
        if first.endswith("ing") or match["rest"].startswith("be "):
            return []  # "Encouraging members to come", "The wall to be painted" name nobody
        if is_deed(who, match["rest"]):
            return []
    owners = _owners(who, context)
    if not owners and _is_doer(who, match["verb"]):
        return [who.removeprefix("The ").removeprefix("the ")]
    return owners


def is_deed(who: str, rest: str) -> bool:
    """Whether a word before "to" is what is to be done ("Write to the tenant"), not who does it ("Mark to write")."""
    thing = who.casefold() in deeds() or who.endswith(NOUNS)  # "Additions to the list"
    return thing and rest.partition(" ")[0].casefold() not in deeds()


@cache
def deeds() -> frozenset[str]:
    """Give the verbs of tasks in their bare form: "ring", "draft"."""
    return frozenset(load("commitments")["words"]["deeds"])


def _is_doer(who: str, verb: str) -> bool:
    """Whether words before "to" in a marked task name who does it, by their place alone: "monk to produce a list"."""
    bare = ASIDE.sub("", who).strip()
    short = len(bare.split()) == 1 or (bare.casefold().startswith("the ") and len(bare.split()) <= OFFICE)
    named = bool(bare) and short and "," not in bare and not pattern("markers", "no-doer").search(bare)
    return named and verb.casefold() in ("to", "will")


def _owners(who: str, context: Context) -> list[str]:
    """Read words that are owners and nothing else (but an aside); [] when they are more than that."""
    if fold(who).casefold() in groups() or is_office(who):
        return [fold(who)]
    owned = split_owners(who, context.roster)
    aside = not owned.rest or owned.rest.startswith("(") or is_due(owned.rest.lstrip(" ,;–—-"))
    return owned.owners if aside else []
