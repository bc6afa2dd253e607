"""Read the labels and run-in lists of people: "Present: Ann Forde (Chair), Bob Hale", "Minutes: Dee Park"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from minutes_cli.model import Person
from minutes_cli.parse.block import fold
from minutes_cli.parse.names import has_title, looks_like_name, looks_like_role, words
from minutes_cli.parse.person import read_person
from minutes_cli.vocabulary import load

LIST_AND = re.compile(r"\s*(?:,|;|\band\b|&|\s\+\s)\s*(?:and\s+)?")
MAX_OFFICE_LINE = 160  # characters behind an office's label; more is a sentence
MAX_BARE_OFFICE = 8  # words behind an office without a colon; more is a sentence
MAX_LISTED_NAME = 4  # words of the first name behind a label without a colon
DASHES = re.compile(r"\s+[–—-]\s+")
SPACE = re.compile(r"\s+")
SENTENCE_END = re.compile(r"[.!?]\s")
# "Glen and Sue Reed" in a list of full names: one surname for two.
COUPLE = re.compile(r"(?:^|(?<=, )|(?<=guests ))([A-Z][a-z]+) (?:and|&) ([A-Z][a-z]+) ([A-Z][a-z]+)(?=,|$)")
# What stands between the words of a label and the names behind it: "Apologies (2) were received from: Ann".
LABEL_START = re.compile(r"\W*(?:\d{1,3}[.)]?\s+)?(?:the\s+)?", re.IGNORECASE)
LABEL_END = re.compile(
    r"""(?:\s*\([^)]*\))?(?:\s+(?:were|was|have\ been|had\ been|with\ apologies))?
    (?:\s+(?:received|accepted|noted|given|sent|recorded|approved|and))*(?:\s+(?:from|by)\b)?
    \s*(?P<close>were|was|:|[–—-]|\.|$|(?=\s+(?-i:[A-Z]|\())|(?=\t))\s*:?\s*(?P<rest>.*)$""",
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
OFFICE_START = re.compile(r"\W*(?:the\s+)?", re.IGNORECASE)
OFFICE_END = re.compile(
    r"\s*(?:\([^)]*\))?\s*(?P<close>:|[–—-]\s|,?\s*$|(?=\s+[A-Z]))\s*(?P<rest>.*)$", re.IGNORECASE | re.DOTALL
)
# How a list hides the separators that stand inside brackets while it is cut.
HIDDEN = {",": "\x00", " and ": " \x01 ", "&": "\x02", ";": "\x03"}


class Label(NamedTuple):
    """A label found at the start of a line: what kind of list it opens, and the words that follow it on the line."""

    kind: str
    rest: str
    capacity: str | None = None
    words: str = ""


@cache
def _by_first_word(topic: str) -> dict[str, tuple[str, ...]]:
    """Give the labels of a topic by their first word, the longest first."""
    groups: dict[str, list[str]] = {}
    for entry in load("labels")[topic]:
        for said in entry["words"]:
            groups.setdefault(_first_word(said), []).append(said)
    return {first: tuple(sorted(said, key=len, reverse=True)) for first, said in groups.items()}


def _first_word(text: str) -> str:
    found = re.match(r"\w+", text)
    return found[0].casefold() if found else ""


def _end_of(said: str, text: str, begin: int) -> int:
    """Give where a label that stands at a place of a text ends (any white space parts its words), -1 when none does."""
    first, *more = said.split()
    end = begin + len(first)
    if text[begin:end].casefold() != first:
        return -1
    for word in more:
        gap = SPACE.match(text, end)
        begin = gap.end() if gap else len(text)
        end = begin + len(word)
        if text[begin:end].casefold() != word:
            return -1
    return end


def _find(text: str, topic: str, start: re.Pattern[str], end: re.Pattern[str]) -> tuple[str, re.Match[str]] | None:
    """Find the longest label of a topic at the start of a text: its words as printed, and what follows them."""
    opening = start.match(text)
    begin = opening.end() if opening else 0
    for said in _by_first_word(topic).get(_first_word(text[begin : begin + MAX_OFFICE_LINE]), ()):
        stop = _end_of(said, text, begin)
        after = end.match(text, stop) if stop > begin else None
        if after:
            return text[begin:stop], after
    return None


@cache
def _kinds() -> dict[str, str]:
    return {w: entry["kind"] for entry in load("labels")["people"] for w in entry["words"]}


@cache
def _capacities() -> dict[str, str | None]:
    return {w: entry["capacity"] for entry in load("labels")["offices"] for w in entry["words"]}


@cache
def nobody() -> frozenset[str]:
    """Words that stand in a list and mean that nobody is meant: "None", "n/a"."""
    return frozenset(load("labels")["nobody"])


def read_label(text: str) -> Label | None:
    """Read the label of a people list at the start of a text: "Present: Ann, Bob" -> ("present", "Ann, Bob")."""
    found = _find(text, "people", LABEL_START, LABEL_END)
    if not found:
        return None
    said, rest = fold(found[0]).casefold(), found[1]["rest"].strip()
    kind = _kinds().get(said)
    if kind is None or (not found[1]["close"] and rest and not _starts_list(rest)):
        return None
    return Label(kind, rest, words=said)


def _starts_list(text: str) -> bool:
    """Whether words right after a label without a colon begin a list of names ("Present HO, DM, MS")."""
    first = LIST_AND.split(text, maxsplit=1)[0]
    if fold(text).casefold().strip(" .") in nobody():
        return True
    short = looks_like_name(first) and len(first.split()) <= MAX_LISTED_NAME
    return (short and not SENTENCE_END.search(text[:200].rstrip("."))) or has_title(text)


def read_office(text: str) -> Label | None:
    """Read an office that names one person on the line: "Minutes: Bob Hale", "Clerk J Kennaway"."""
    found = _find(text, "offices", OFFICE_START, OFFICE_END)
    said = fold(found[0]).casefold() if found else ""
    if not found or said not in _capacities():
        return None
    capacity, close, rest = _capacities()[said], found[1]["close"], found[1]["rest"].strip()
    if not rest:
        return Label("office", "", capacity, found[0]) if close.strip() == ":" else None
    first = LIST_AND.split(re.sub(r"\(.*?\)", "", rest), maxsplit=1)[0]
    if not looks_like_name(DASHES.split(first)[0].rstrip(".")) or len(rest) > MAX_OFFICE_LINE:
        return None
    opens = found[0][0].isupper() or re.sub(r"^\W+", "", text)[:1].isupper()  # "Clerk J Moss", "The meeting was led by"
    if close == "" and (len(rest.split()) > MAX_BARE_OFFICE or not opens):
        return None
    return Label("office", rest, capacity, found[0])


def split_list(text: str) -> list[str]:
    """Cut a run-in list into entries, brackets kept whole: "Ann Forde (Chair, AF), Bob Hale and Cy Dee"."""
    text = COUPLE.sub(r"\1 \3, \2 \3", text) if "," in text else text  # "Glen and Sue Reed, Bert Tarr"
    kept = re.sub(r"\(([^()]*)\)|\[([^\[\]]*)\]", lambda bracket: _hide(bracket[0]), text)
    # "D Moss (Chair) R Hale": a name after a bracket is the next one
    kept = re.sub(r"([)\]])\s+(?=(?:and\s+)?[A-Z])", r"\1, ", kept)
    parts: list[str] = []
    for entry in re.split(r"\s*[;\n]\s*", kept):
        pieces = [p.strip(" .,") for p in re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*|\s+\+\s+", entry)]
        named = [part for p in pieces if p for whole in _at_title(p) for part in _at_office(whole)]
        parts.extend(_regroup(named))
    return [_show(part) for part in parts]


@cache
def _counted() -> re.Pattern[str]:
    told = load("labels")["counted"]
    many, whom = ("|".join(map(re.escape, told[key])) for key in ("many", "whom"))
    return re.compile(rf"^(?:plus\s+)?(?:\d+|{many})\s+(?:\w+\s+)?(?:{whom})\b", re.IGNORECASE)


def _counts(piece: str) -> bool:
    """Whether an entry counts people and names none: "8 members of the public"; or is a title left over ("Messrs")."""
    title = piece.casefold().strip(" .") in words("titles") and not piece.isupper()  # "MS" are somebody's initials
    return title or _counted().match(piece) is not None


def _at_title(piece: str) -> list[str]:
    """Cut where a title begins the next entry: "R. Lank. Mrs. Wills" is two, "Cllr Mrs Wills" is one."""
    said = piece.split()
    starts = [0]
    for place in range(2, len(said) - 1):
        before = said[place - 1].casefold().strip(".,")
        if (
            has_title(said[place] + " X")
            and said[place][0].isupper()
            and before not in words("titles") | words("role_words") | words("qualifiers")
        ):
            starts.append(place)
    entries = [" ".join(said[a:b]) for a, b in zip(starts, [*starts[1:], len(said)], strict=True)]
    return entries if all(looks_like_name(entry) for entry in entries) else [piece]


def _at_office(piece: str) -> list[str]:
    """Cut where an office begins the next entry and nothing else parts them: "P Maslin Clerk J Kennaway"."""
    said = piece.split()
    for place in range(2, len(said) - 1):
        if said[place].casefold() in words("role_words") and said[place][0].isupper():
            before, after = " ".join(said[:place]), " ".join(said[place + 1 :])
            if looks_like_name(before) and looks_like_name(after) and " " in after:
                return [before, f"{said[place]} {after}"]
    return [piece]


def _hide(bracket: str) -> str:
    for separator, sign in HIDDEN.items():
        bracket = bracket.replace(separator, sign)
    return bracket


def _show(text: str) -> str:
    for separator, sign in HIDDEN.items():
        text = text.replace(sign, separator)
    return text


def _regroup(pieces: list[str]) -> list[str]:
    """Put a role back to the name it follows: "Ann Forde", "Treasurer" -> "Ann Forde, Treasurer"."""
    out: list[str] = []
    initialled = sum(p.isupper() and len(p) <= 4 for p in pieces) > 0.5 * len(pieces)  # a list of initials only
    for piece in pieces:
        bare = re.sub(r"\(.*?\)", "", piece).strip()
        acronym = bare.isupper() and len(bare) <= 5 and " " not in bare and not initialled
        if out and bare and not _counts(bare) and (acronym or not _is_person_like(bare)):
            out[-1] = f"{out[-1]}, {piece}"
        else:
            out.append(piece)
    return out


def _is_person_like(text: str) -> bool:
    name = DASHES.split(text)[0]
    role, _, after = name.partition(" ")
    last = name.split()[-1].casefold().strip(".,") if name.split() else ""
    is_role = looks_like_role(name) and (" " not in name or last in words("role_words"))
    if looks_like_name(name, loose=True) and (has_title(name) or not is_role):
        return True
    return looks_like_role(role) and looks_like_name(after)


def read_list(text: str) -> list[Person]:
    """Read a run-in list of people; entries that name nobody are left out."""
    if fold(text).casefold().strip(" .-") in nobody():
        return []
    people = []
    for entry in split_list(text):
        if fold(entry).casefold().strip(" .") in nobody() or _counts(fold(entry)):
            continue
        person = read_person(entry)
        if person is not None:
            people.append(person)
    return people
