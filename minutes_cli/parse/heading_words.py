"""What the words of a heading say: whether they can be a title at all, and what sort of list a title opens."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from minutes_cli.parse.block import fold
from minutes_cli.parse.dates import find_dates
from minutes_cli.parse.patterns import any_of, listed, pattern
from minutes_cli.parse.people import read_label
from minutes_cli.vocabulary import load
from minutes_cli.wording import wording

LONG_TITLE = 16  # words; a title is rarely longer
MAX_TITLE = 120  # characters; nor longer than this
MAX_LIST_TITLE = 90  # characters of a title that opens a list ("Action points arising from the meeting of ...")
MAX_DATE_LINE = 12  # words; a longer line with a date in it is a sentence
TRAILING = wording(r"[\s:.–—-]+$")
BRACKETS_BEHIND = wording(r"\s*\(.*?\)\s*$")
SIGNS_BEFORE = wording(r"^[^\w]+")
MONEY = wording(r"[£$€]\s?\d|\d\.\d\d$")
BESIDE = wording(r"\s*[/&+]\s*|\s+(?:and|or)\s+")  # what stands between the two names of one list
KEPT = 2048  # titles whose reading is kept: the same ones are asked for by several stages


@lru_cache(maxsize=KEPT)
def fold_title(text: str) -> str:
    """Give a title without its number's leftovers, for comparing: lower case, no closing punctuation."""
    return TRAILING.sub("", fold(text)).strip(" *_#").casefold()


@cache
def earlier() -> re.Pattern[str]:
    """Give the words that put a list of tasks down to an earlier meeting ("Report of action points from May")."""
    return wording(rf"\b(?:{any_of(load('agenda')['earlier'])})\b", re.IGNORECASE)


@cache
def _tasks() -> re.Pattern[str]:
    """Give the wording of headings that promise tasks in words of their own: "Report of our action points"."""
    before, after = (any_of(load("heading")[kind]) for kind in ("before_tasks", "after_tasks"))
    tasks, lists = (any_of(load("agenda")[kind]) for kind in ("tasks", "lists"))
    return wording(
        rf"""^\W*(?:(?:{before}|\w+['’]s)\s+){{0,5}}  # "Report of last meeting's"
        (?:{tasks})(?:\s+(?:{lists})s?|s)      # "action points"
        (?:\s+(?:{after}|[\d./-]+(?:st|nd|rd|th)?))*\W*$""",
        re.IGNORECASE | re.VERBOSE,
        needs=load("agenda")["tasks"],
    )


@lru_cache(maxsize=KEPT)
def list_kind(title: str) -> str | None:
    """Tell what sort of list a title opens; None when it is a title of business.

    That is "tasks", "earlier tasks", "decisions", "container", "people" or "next". The words decide, without what
    stands in brackets or says of which day the list is.
    """
    if len(title) > MAX_LIST_TITLE:
        return None
    plain = BRACKETS_BEHIND.sub("", fold_title(title))
    undated = fold_title(pattern("agenda", "of-a-day").sub("", plain))
    if plain in listed("heading", "next"):
        return "next"
    for words in (plain, undated, f"{plain}s"):
        if kind := _listed_kind(words):
            own = words == plain or "meeting" not in plain
            return "earlier tasks" if kind == "tasks" and not own else kind
    if _tasks().match(title) or _tasks().match(plain):
        return "earlier tasks" if earlier().search(title) else "tasks"
    label = read_label(title)
    return "people" if (label and not label.rest) or plain in listed("heading", "run_by") else None


def _listed_kind(words: str) -> str | None:
    """Look a title up among those of the vocabulary."""
    if words in listed("heading", "earlier_task_lists"):
        return "earlier tasks"
    if words in listed("heading", "task_lists"):
        return "tasks"
    if words in listed("heading", "decision_lists"):
        return "decisions"
    if words in listed("heading", "containers") or words in listed("heading", "always_containers"):
        return "container"
    return "tasks" if _names_tasks_twice(words) else None


def _names_tasks_twice(words: str) -> bool:
    """Whether a title has two names of one list of tasks: "Action items/commitments", "Key tasks and deadlines"."""
    first, *others = BESIDE.split(words)
    if not others:
        return False
    while first.partition(" ")[0] in listed("heading", "before_tasks") and " " in first:
        first = first.partition(" ")[2]
    names = {first, *others}
    tasks = names & listed("heading", "task_lists")
    return bool(tasks) and (names - tasks) <= listed("heading", "beside_tasks")


@lru_cache(maxsize=KEPT)
def is_routine(title: str) -> bool:
    """Whether a title is one that the business of any body has: "Apologies", "Treasurer's report", "New business"."""
    plain = BRACKETS_BEHIND.sub("", fold_title(title)).replace("’", "'")
    return len(plain) <= MAX_LIST_TITLE and pattern("agenda", "routine").match(plain) is not None


def is_outcome(plain: str) -> bool:
    """Whether folded words only tell how a motion went, or that there was nothing: "Carried", "None"."""
    return plain in listed("agenda", "outcomes") or plain in listed("heading", "nothing")


@cache
def _title_ends() -> re.Pattern[str]:
    return wording(rf"\b(?:{any_of(load('agenda')['title_ends'])})\.$", re.IGNORECASE)


@lru_cache(maxsize=KEPT)
def looks_like_title(text: str, styled: bool = False) -> bool:
    """Whether words can be a heading: few, no sentence's end, beginning with a capital or a digit.

    A line in a heading style (``styled``) may begin with a small letter: "## mkdocs: new theme", and be twice as long.
    """
    words = text.split()
    if not words or len(words) > LONG_TITLE * (1 + styled) or len(text) > MAX_TITLE * (1 + styled):
        return False
    if text.rstrip("”\"')").endswith((".", ";", ",")) and not _title_ends().search(text):
        return False
    first = SIGNS_BEFORE.sub("", text)
    return bool(first) and (styled or not first[0].islower()) and not MONEY.search(text)


def is_dated(text: str) -> bool:
    """Whether a short line is a date line ("Tuesday 4 March 2031")."""
    return bool(find_dates(text)) and len(text.split()) <= MAX_DATE_LINE
