"""Read people out of sentences: "Apologies were received from A and B", "Present were A, B and C"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from minutes_cli.model import Person
from minutes_cli.parse.attendees import Attendance
from minutes_cli.parse.name_list import split_list
from minutes_cli.parse.names import looks_like_name, looks_like_role
from minutes_cli.parse.names import words as name_words
from minutes_cli.parse.patterns import any_of, pattern
from minutes_cli.parse.person import read_person
from minutes_cli.vocabulary import load

MAX_SENTENCE = 600  # characters; a longer one holds more than a list of people
BRACKETS = re.compile(r"\(.*?\)")
SENTENCES = ("apologies-from", "were-present", "sent-apologies")


@cache
def _sentence_end() -> re.Pattern[str]:
    """Give where a sentence about people ends: at a point behind no initial and no title ("J. Moss", "Cllr.")."""
    by_length: dict[int, list[str]] = {}
    for word in load("attendance")["abbreviations"]:
        by_length.setdefault(len(word), []).append(word)
    titles = "".join(rf"(?<!\b(?:{any_of(said)})\.)" for said in by_length.values())
    return re.compile(rf"\.(?<![A-Z]\.){titles}(?=\s|$)")  # the point first: there are fewer of them than letters


@cache
def _list_end() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{any_of(load('attendance')['list_ends'])})\b")


@cache
def _called() -> re.Pattern[str]:
    return re.compile(rf"^(?:the\s+)?(?:{any_of(load('attendance')['called'])})\s+(?=[A-Z])", re.IGNORECASE)


def read_prose(text: str, place: tuple[int, int], found: Attendance) -> bool:
    """Take in the people whom the sentences of a text say were there or not; False when they name nobody."""
    if not _names_attendance(text):
        return False
    hit = False
    for name in SENTENCES:
        for kind, people in _told(name, text):
            found.add(kind, people, place)
            hit = True
        if hit and name == "apologies-from":
            break
    return hit


def _names_attendance(text: str) -> bool:
    """Whether a text has one of the words without which no sentence tells who was there: "present", "apolog"."""
    low = text.casefold()
    return any(stem in low for stem in load("attendance")["stems"])


def _told(name: str, text: str) -> Iterator[tuple[str, list[Person]]]:
    """Find the sentences of one wording, and give the list each means ("present", "apologies") and its people."""
    for sentence in _sentence_end().split(text):
        if len(sentence) > MAX_SENTENCE or not _names_attendance(sentence):
            continue
        match = pattern("attendance", name).search(sentence)
        if not match:
            continue
        kind = "apologies"
        if name == "were-present":
            said = match["kind"].casefold()
            kind = "apologies" if any(word in said for word in load("attendance")["absent"]) else "present"
        people = leading_people(match["list"])
        if people:
            yield kind, people


def leading_people(text: str) -> list[Person]:
    """Give the people that a list in a sentence begins with, as far as it is people."""
    text = _list_end().split(text, maxsplit=1)[0]
    text = _called().sub("", text.strip())
    people: list[Person] = []
    for piece in split_list(text):
        bare = BRACKETS.sub("", piece).strip()
        person = read_person(piece)
        if person is None or not (looks_like_name(bare) or looks_like_role(bare) or "," in piece):
            break
        if (person.name or "").casefold() in name_words("not_names"):
            break
        people.append(person)
    return people
