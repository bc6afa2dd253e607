"""Read people out of sentences: "Apologies were received from A and B", "Present were A, B and C"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from minutes_cli.model import Person
from minutes_cli.parse.attendees import Attendance
from minutes_cli.parse.name_list import read_list, split_list
from minutes_cli.parse.names import looks_like_name, looks_like_role
from minutes_cli.parse.names import words as name_words
from minutes_cli.parse.patterns import any_of, pattern
from minutes_cli.parse.people import nobody, read_label
from minutes_cli.parse.person import OF_BODY, read_person
from minutes_cli.vocabulary import load
from minutes_cli.wording import wording

MAX_SENTENCE = 2000  # characters; a longer one holds more than a list of people
BRACKETS = wording(r"\(.*?\)")
LEADING = ("apologies-from", "apologies-noted", "following", "were-present", "sent-apologies")
OF_ATTENDANCE = ("were-there", "there", "came")  # wordings that tell who came only where the minutes speak of it
OPENED = ("opened-by", "opened", "chaired")  # those who opened the meeting, where it begins
APOLOGIES = ("apologies-from", "apologies-noted", "sent-apologies")


@cache
def _sentence_end() -> re.Pattern[str]:
    """Give where a sentence about people ends: at a point behind no initial and no title ("J. Moss", "Cllr.")."""
    by_length: dict[int, list[str]] = {}
    for word in load("attendance")["abbreviations"]:
        by_length.setdefault(len(word), []).append(word)
    titles = "".join(rf"(?<!\b(?:{any_of(said)})\.)" for said in by_length.values())
    return wording(rf"\.(?<!\b[A-Z]\.){titles}(?=\s|$)")  # the point first: there are fewer of them than letters


def sentences(text: str) -> list[str]:
    """Cut a text about people into sentences; the points of initials and titles end none."""
    return [said for part in _sentence_end().split(text) if (said := part.strip())]


@cache
def _list_end() -> re.Pattern[str]:
    return wording(rf"\s+(?:{any_of(load('attendance')['list_ends'])})\b")


@cache
def _called() -> re.Pattern[str]:
    called = any_of(load("attendance")["called"])
    return wording(rf"^(?:the\s+)?(?:[\w-]+\s+){{0,2}}?(?:{called})\s+(?=[A-Z])", re.IGNORECASE)


def read_prose(text: str, place: tuple[int, int], found: Attendance, *, loose: bool = False) -> bool:
    """Take in the people whom the sentences of a text say were there or not; False when they name nobody.

    ``loose`` is for a text that speaks of who came: there "A and B attended" and a label within count too.
    """
    if not _names_attendance(text):
        return False
    hit = False
    for sentence in sentences(text):
        if len(sentence) > MAX_SENTENCE or not _names_attendance(sentence):
            continue
        for kind, people in _told(sentence, loose):
            found.add(kind, people, place)
            hit = True
    return hit


def _names_attendance(text: str) -> bool:
    """Whether a text has one of the words without which no sentence tells who was there: "present", "apolog"."""
    low = text.casefold()
    return any(stem in low for stem in load("attendance")["stems"])


def _told(sentence: str, loose: bool) -> Iterator[tuple[str, list[Person]]]:
    """Find the wording by which a sentence tells who came, and give the list it means and its people."""
    label = read_label(sentence) if loose and ":" in sentence else None
    if label and label.rest and (people := whole_list(label.rest)):
        yield label.kind, people
        return
    for name in (*LEADING, *OF_ATTENDANCE) if loose else LEADING:
        match = pattern("attendance", name).search(sentence)
        if not match:
            continue
        people = whole_list(match["list"]) if name in OF_ATTENDANCE else leading_people(match["list"])
        if people:
            yield _kind(name, match), people
            return
    for match in (pattern("attendance", name).search(sentence) for name in OPENED if loose):
        people = [person for person in leading_people(match["list"]) if " " in (person.name or "")] if match else []
        if people:
            people[0].capacity = people[0].capacity or ("chair" if match and "chair" in match["kind"] else None)
            yield "opened", people[:1]
            return


def _kind(name: str, match: re.Match[str]) -> str:
    if name in APOLOGIES:
        return "apologies"
    said = match["kind"].casefold().split()
    return "apologies" if any(word in said for word in load("attendance")["absent"]) else "present"


def leading_people(text: str) -> list[Person]:
    """Give the people that a list in a sentence begins with, as far as it is people."""
    people: list[Person] = []
    for piece in _pieces(text):
        person = _person(piece)
        if person is None:
            break
        people.append(person)
    return people


def whole_list(text: str) -> list[Person]:
    """Give the people of a list in a sentence when it names nothing else; else nobody."""
    read = [_person(piece) for piece in _pieces(text)]
    return read_list(_bare(text)) if read and all(read) else []


def _bare(text: str) -> str:
    return _called().sub("", _list_end().split(text, maxsplit=1)[0].strip())


def _pieces(text: str) -> list[str]:
    return split_list(_bare(text))


def _person(piece: str) -> Person | None:
    piece = _called().sub("", piece)  # "Chair Ann Forde and Members Bob Hale and Cy Dee"
    bare = BRACKETS.sub("", piece).strip()
    person = read_person(piece)
    if person is None or not (OF_BODY.match(bare) or looks_like_name(bare) or looks_like_role(bare) or "," in piece):
        return None
    said = (person.name or "").casefold()
    return None if said in name_words("not_names") or said in nobody() else person
