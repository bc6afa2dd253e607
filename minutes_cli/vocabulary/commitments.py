"""Find who is bound to do what: sentences of minutes that put a task on a person, an office or a named group.

"EA agreed to bring the plan", "Clerk to write", "It was agreed that the Treasurer would pay". The wordings, the
offices and the verbs are ``en/commitments.yaml``, where every rule carries the sentences it must and must not read.
Precision comes first: a sentence that could be read in two ways is left alone.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from minutes_cli.vocabulary import load
from minutes_cli.vocabulary.commitment_rule import Rule, alternatives
from minutes_cli.vocabulary.doers import People, people
from minutes_cli.vocabulary.subjects import Doers, after, before
from minutes_cli.wording import wording

__all__ = ["Commitment", "People", "find", "find_all", "people"]

# What may stand in front of a clause at a sentence's head: bullets, numbers, brackets ("- ", "a) ", "4.2 ").
_HEAD = wording(r"[\W_]*(?:\d{1,3}(?:\.\d{1,3})*\W+|[a-z]\)\s*)?\Z")
_CLAUSE_MARK = wording(r"(?:[;:,.)]|\s[-–—]|[–—])\s*[\"“‘(]?\Z")
_CAPITAL = wording(r"(?<!\w)[A-ZÀ-Þ][\w’'-]*")
# How many characters before a person hold the words that open or doubt their clause ("it is unlikely that ").
_NEAR = 40
_PART = wording(r"[;:]\s")
# Where a task stops: at a semicolon, or where another sentence begins inside a long one.
_TASK_END = wording(r";\s")
_TRIM = " \t\n.;,:-–—"


class Commitment(NamedTuple):
    """One task somebody is bound to by one sentence of the minutes.

    ``owners`` are as printed, without titles; ``task`` is what they are to do, from its verb on (the whole clause when
    the doer comes last: "Posts to be ordered by the Clerk"). ``start`` and ``end`` count characters of the sentence
    and span the whole clause, the people included. ``rule`` names the entry of ``en/commitments.yaml`` that read it;
    ``kinds`` are what its owners are: person (an office too), group, body.
    """

    owners: tuple[str, ...]
    task: str
    start: int
    end: int
    rule: str
    kinds: frozenset[str] = frozenset()


@cache
def _rules() -> tuple[Rule, ...]:
    book = load("commitments")
    return tuple(Rule(entry, book["words"]) for entry in book["rules"])


@cache
def _clauses() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = load("commitments")["words"]
    clause = wording(rf"(?:^|\W)(?:{alternatives(words['clauses'])})\s+\Z", re.IGNORECASE)
    doubt = wording(rf"(?:^|\W)(?:{alternatives(words['doubts'])})(?:\s+(?:that|and|but))*\s+\Z", re.IGNORECASE)
    return clause, doubt


def _opens_clause(left: str, rule: Rule) -> bool:
    """Whether the words to the left let a clause begin here, so that what follows is its subject."""
    near = left[-_NEAR:]
    if rule.leads is not None:
        return bool(rule.leads.search(near))
    clause, doubt = _clauses()
    if doubt.search(near):
        return False
    return bool(_HEAD.match(left) or _CLAUSE_MARK.search(near) or clause.search(near))


def _verb(at: re.Match[str]) -> tuple[str, int]:
    """Give the verb of the task in a hit of a cue, and where it stands."""
    name = "do2" if "do2" in at.re.groupindex and not at["do"] else "do"
    return at[name], at.start(name)


def _is_task(rule: Rule, sentence: str, at: re.Match[str]) -> bool:
    """Whether the verb behind the cue is something to do."""
    verb, start = _verb(at)
    if rule.still and sentence.startswith(rule.still, start):
        return True
    return verb not in rule.never and (not rule.only or verb in rule.only)


def _is_for_body(rule: Rule, sentence: str, at: re.Match[str]) -> bool:
    """Whether a task is one that a body as a whole has after the meeting, not its ordinary business."""
    verb, start = _verb(at)
    return not rule.body_only or verb in rule.body_only or sentence.startswith(rule.body_still or "\n", start)


def _opening(rule: Rule, sentence: str, at: re.Match[str], known: People) -> Doers | None:
    """Give the one person a sentence opens with, when nobody else stands between them and their pronoun."""
    head = re.match(r"[\W_]*", sentence)
    doers = after(sentence, head.end() if head else 0, known)
    if doers is None or doers.end >= at.start() or not re.match(r"\s+[a-z]", sentence[doers.end :]):
        return None
    between = sentence[doers.end : at.start()]
    if rule.between is not None and rule.between.search(between):
        return None
    others = (m[0] for m in _CAPITAL.finditer(between))
    acronyms = load("speech")["acronyms"]
    return None if any(other not in acronyms for other in others) else doers


@cache
def _words_of(name: str) -> re.Pattern[str]:
    return wording(rf"\b(?:{alternatives(load('commitments')['words'][name])})\b")


def _doers(rule: Rule, sentence: str, at: re.Match[str], known: People) -> Doers | None:
    """Who the hit of a rule's cue is about, when a clause may begin with them."""
    if rule.place == "after":
        return after(sentence, at.end(), known)
    if rule.place == "opening":
        return _opening(rule, sentence, at, known)
    rows = before(sentence, at.start(), known)
    return next((row for row in rows if _opens_clause(sentence[: row.start], rule)), None)


def _commitment(rule: Rule, sentence: str, at: re.Match[str], known: People) -> Commitment | None:
    """Read one hit of a rule's cue that is a task, or leave it."""
    doers = _doers(rule, sentence, at, known)
    if doers is None or not doers.kinds <= rule.kinds:
        return None
    if "body" in doers.kinds and not _is_for_body(rule, sentence, at):
        return None
    stop = _TASK_END.search(sentence, at.end())
    end = stop.start() if stop else len(sentence)
    start, verb = doers.start, _verb(at)[1]
    if rule.place == "after":  # the task stands before its doer: all of the clause is the task
        start = verb = max((m.end() for m in _PART.finditer(sentence, 0, at.start())), default=0)
    if rule.place == "after" and _words_of("denials").match(sentence, start):
        return None
    return Commitment(doers.owners, sentence[verb:end].strip(_TRIM), start, end, rule.name, doers.kinds)


def find_all(sentence: str, known: People | None = None) -> list[Commitment]:
    """Find everything one sentence of the minutes binds people to, in order, each clause by one rule only.

    Takes one sentence (``vocabulary.sentences``) and, when the document has an attendance list, whom it knows
    (``people``). A question binds nobody. Returns an empty list for most sentences, in a few microseconds.
    """
    found: list[Commitment] = []
    known = known or People()
    for rule in _rules():
        # most rules end here, so this runs for every sentence of the minutes: a call or any() would double its time
        if rule.needs not in sentence:
            continue
        for trigger in rule.triggers:
            if trigger in sentence:
                break
        else:
            continue
        for at in rule.hits(sentence):
            if not _is_task(rule, sentence, at):
                continue
            if rule.unless is not None and rule.unless.search(sentence):
                break
            one = _commitment(rule, sentence, at, known)
            if one is not None and not any(_same(one, other) for other in found):
                found.append(one)
    if found and (sentence.rstrip(" \"'”’)").endswith("?") or _words_of("older").search(sentence)):
        return []
    return _parted(sentence, sorted(found, key=lambda c: c.start))


def _same(one: Commitment, other: Commitment) -> bool:
    """Whether two rules have read the same clause."""
    return one.start == other.start or one.task == other.task


def _parted(sentence: str, found: list[Commitment]) -> list[Commitment]:
    """Cut each clause where the next begins: "EA to circulate the slides | and KL to book the room"."""
    parted: list[Commitment] = []
    for place, one in enumerate(found):
        following = found[place + 1].start if place + 1 < len(found) else one.end
        if following < one.end:
            words = sentence[one.start : following].rstrip(_TRIM)
            end = one.start + len(_joining().sub("", words).rstrip(_TRIM))
            task = sentence[sentence.find(one.task, one.start) : end].strip(_TRIM)
            one = one._replace(end=end, task=task)
        parted.append(one)
    return parted


@cache
def _joining() -> re.Pattern[str]:
    return wording(rf"\s*\b(?:{alternatives(load('commitments')['words']['clauses'])})\Z")


def find(sentence: str, known: People | None = None) -> Commitment | None:
    """Find the first thing one sentence of the minutes binds somebody to, or None. See ``find_all``."""
    found = find_all(sentence, known)
    return found[0] if found else None
