"""Where later minutes speak of earlier actions outside their own rows: lines of follow-up, and reports in passing.

A *mention* is found here by its words alone; ``reconcile`` decides which action it is of, and whether that is certain.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from minutes_cli.book import StatusWords
from minutes_cli.model import Item, Meeting
from minutes_cli.register.entries import CLOSED
from minutes_cli.register.numbering import reference
from minutes_cli.register.told import Told, status_in
from minutes_cli.vocabulary import load
from minutes_cli.vocabulary.sentences import sentences

LONGEST = 600
"""Characters of a line that may be one line of follow-up; a longer one tells a story."""

WORDS_BEFORE = 3
"""How many words may stand before a task that a line opens with: its letter, its owner ("b) AF to ...")."""

_BULLET = re.compile(r"^[\W_]*(?:(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]\s+)?")
_TOKEN = re.compile(r"(?<![\w/.])(?:[A-Za-z]{1,5}[-. #]?)?\d+(?:[./-]\d+)*[a-z]?(?![\w/]|\.\d)")


class Mention(NamedTuple):
    """A line of later minutes that speaks of an earlier action: the item it stands in, its words, and what they state.

    ``put_off`` is the day or meeting to which it puts the action off, as printed. ``line`` is the whole line, of which
    they may be a part. ``refs`` are the references it names (as ``numbering.reference`` gives them), ``numbers`` those
    it names by "Action 4"; ``rest`` is the line without them. ``in_review`` says that its item takes up earlier
    actions.
    """

    item: Item
    words: str
    rest: str
    told: Told | None
    refs: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    in_review: bool = False
    line: str = ""
    put_off: str = ""


def follow_ups(meeting: Meeting, known: Collection[str], house: StatusWords | None = None) -> Iterator[Mention]:
    """Find the lines that follow actions up: those that name a known reference, and all lines of a review item.

    ``known`` are the references that stand for one action over all meetings.
    """
    reviews = review_items(meeting)
    for item, is_review in zip(meeting.items, reviews, strict=True):
        if is_review and item.number and item.title and not _is_review(item):
            yield _mention(
                item, f"{item.title}. {item.text}" if item.text else item.title, known, house, in_review=True
            )
            continue
        if not is_review and not known:
            continue
        for line in item.text.splitlines():
            if not line.strip() or len(line) > LONGEST or not (is_review or _references(line, known)):
                continue
            for clause in _clauses(line, known):
                mention = _mention(item, clause, known, house, in_review=is_review)._replace(line=line)
                if is_review or mention.refs:
                    yield mention


def review_items(meeting: Meeting) -> list[bool]:
    """Say of each item whether it takes up what earlier meetings left to do, by its title or its parent's."""
    reviews: list[bool] = []
    numbers: set[str] = set()
    for item in meeting.items:
        is_review = _is_review(item) or (item.parent is not None and item.parent in numbers)
        if is_review and item.number:
            numbers.add(item.number)
        reviews.append(is_review)
    return reviews


def _is_review(item: Item) -> bool:
    return bool(_pattern("review").search(item.title))


def _clauses(line: str, known: Collection[str]) -> list[str]:
    """Part a line that speaks of several actions, one after the other: "AP3 closed; AP4 carried forward"."""
    starts = [found.start() for found in _TOKEN.finditer(line) if reference(found[0]) in known]
    starts += [found.start() for found in _numbered().finditer(line)]
    starts = sorted(set(starts))
    if len(starts) < 2:
        return [line]
    ends = [start for before, start in pairwise(starts) if _parts(line[before:start])]
    return [line[a:b].strip() for a, b in zip([0, *ends], [*ends, len(line)], strict=True)]


def _parts(between: str) -> bool:
    """Whether what stands between two references closes the first: a stop or a semicolon, or a status of its own."""
    return bool(re.search(r"[.;]\s", between)) or status_in(_TOKEN.sub("", between, count=1)) is not None


def _mention(item: Item, words: str, known: Collection[str], house: StatusWords | None, *, in_review: bool) -> Mention:
    rest = _BULLET.sub("", words, count=1)
    numbers: list[str] = []
    if first := _numbered().search(rest):
        numbers += re.findall(r"\d+[a-z]?", first["numbers"])
    refs = _references(rest, known)
    if refs:
        rest = _TOKEN.sub(lambda found: "" if reference(found[0]) in refs else found[0], rest)
        rest = re.sub(rf"^\W*(?:(?:{_before()}|and)\b\W*)+", "", rest, flags=re.IGNORECASE)
    if numbers:
        rest = _numbered().sub("", rest)
    rest = rest.strip()
    said = " ".join(_BULLET.sub("", words, count=1).split()).rstrip(";,")
    told = status_in(rest, house)
    later = _pattern("put-off").search(rest) if told and told.status not in CLOSED else None
    put_off = later["due"] if later else ""
    return Mention(item, said, rest, told, tuple(refs), tuple(numbers), in_review, words, put_off)


def _references(text: str, known: Collection[str]) -> list[str]:
    """List the known references a text is about: the first it names, and those listed with it.

    "AP1: merged with AP7, closed" is about AP1. Figures without a letter may be a sum, a date or a time as well: they
    count at its beginning, behind a bracket or a word such as "minute", and in a list with others that count.
    """
    named: list[str] = []
    end = 0
    for found in _TOKEN.finditer(text):
        ref, before = reference(found[0]), text[: found.start()]
        if ref not in known:
            continue
        in_list = bool(named) and re.fullmatch(r"\W*(?:,|&|\band\b|,\s*and\b)\W*", text[end : found.start()])
        begins = not named and (ref[0].isalpha() or not re.search(r"\w", before) or _leads_in().search(before))
        if not in_list and not begins:
            continue
        named.append(ref)
        end = found.end()
    return list(dict.fromkeys(named))


@cache
def _leads_in() -> re.Pattern[str]:
    words = "|".join(map(re.escape, load("follow_up")["reference_words"]))
    return re.compile(rf"(?:[(\[]|\b(?:{words}|{_before()})\b\.?[\s:#]*)\Z", re.IGNORECASE)


def behind(task: str, line: str, house: StatusWords | None) -> Told | None:
    """Read how a task stands from what a line says behind its (folded) words, when it opens with them.

    "AF asked whether to write to the county, as the survey is complete" is not about how the task stands.
    """
    found = re.search(r"\W+".join(map(re.escape, task.split())) + r"(?!\w)", line, re.IGNORECASE)
    if found is None or len(line[: found.start()].split()) > WORDS_BEFORE:
        return None
    return status_in(line[found.end() :], house)


def reports(meeting: Meeting) -> Iterator[tuple[Item, str]]:
    """Find the sentences that tell of something done, nothing of which is taken back: "the letter had been sent"."""
    done, not_yet = _pattern("done"), _not_yet()
    lines = ((item, line) for item in meeting.items for line in item.text.splitlines())
    for item, line in lines:
        for sentence in sentences(line) if done.search(line) else ():
            if len(sentence) <= LONGEST and done.search(sentence) and not not_yet.search(sentence):
                yield item, " ".join(_BULLET.sub("", sentence, count=1).split())


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(load("follow_up")["patterns"][name]["pattern"], re.IGNORECASE)


@cache
def _before() -> str:
    return "|".join(re.escape(word) for word in sorted(load("follow_up")["before_references"], key=len, reverse=True))


@cache
def _numbered() -> re.Pattern[str]:
    """Compile "Action 4", "Actions 2, 3 and 5": the word, and the bare numbers behind it."""
    one = r"\d{1,3}[a-z]?(?![\w/]|\.\d)"
    return re.compile(
        rf"\b(?:{_before()})\s*(?:no\.?|nos\.?|number|numbers|ref\.?)?\s*[:#]?\s*"
        rf"(?P<numbers>{one}(?:\s*(?:,|&|and|,\s*and)\s*{one})*)",
        re.IGNORECASE,
    )


@cache
def _not_yet() -> re.Pattern[str]:
    words = [word for word in load("follow_up")["not_yet"] if word[0].isalpha() and word != "n't"]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b|n['’]t\b", re.IGNORECASE)
