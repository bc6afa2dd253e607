"""Who stands at one place of a sentence, one after the other: "Mrs Pool, Mr Dane and the Clerk" in front of "will"."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from minutes_cli.vocabulary.doers import LONGEST, WORD, People, doer_words, is_short, read_doer
from minutes_cli.wording import wording

# How many people one task is put on at most; a longer row is an attendance list.
_MOST = 8
# How many characters one doer can take ("the Executive Director of Children's and Adults' Services" takes 62).
_REACH = 90

# What stands in brackets behind a name: initials, an office, a firm ("Ann Forde (Secretary) to write").
_BRACKETED = wording(r"\s*\([A-Z]{2,4}\)")
_BRACKETED_BEFORE = wording(r"\s*\([^()]{2,40}\)\Z")
_BRACKET_REACH = 44
# A radio amateur's call sign behind their name ("Ann Forde, G4XYZ will", "Ann Forde KF0ACN to").
_CALL_SIGN = wording(r",?\s+(?=[A-Z]{1,2}[\dØ])[A-Z\dØ]{4,6}\Z")
# What may stand between commas behind a name: "Ann Forde, the agent's surveyor, will call".
_APPOSED = wording(r",\s+(?P<what>[^,.;:()]{3,60}),\Z")
_APPOSED_WORDS = 6
_RELATIVE_WORDS = 12  # the same of "who has a van"


@cache
def _joins() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Compile what joins two people of a row: behind the first of them, and in front of the second."""
    word = "|".join(map(re.escape, doer_words().joins))
    return (
        wording(rf"\s*(?:,\s*(?:{word})\s|,|/|&|\+|\s(?:{word})\s)\s*"),
        wording(rf"\s*(?:,\s*(?:{word})|,|/|&|\b(?:{word})|\+)\s*\Z"),
    )


class Doers(msgspec.Struct, frozen=True):
    """The people at one place: as printed without titles, what they are, and where they stand in the sentence."""

    owners: tuple[str, ...]
    kinds: frozenset[str]
    start: int
    end: int


def _run(sentence: str, start: int, end: int) -> list[re.Match[str]]:
    """Give the words between two places that nothing but white space parts, seen from the end."""
    found = list(WORD.finditer(sentence, start, end))
    first = len(found)
    while first and first > len(found) - LONGEST:
        word = found[first - 1]
        if sentence[word.end() : found[first].start() if first < len(found) else end].strip():
            break
        is_stop = word[0].endswith(".") and first < len(found) and not is_short(word[0])
        if (word[0] in doer_words().joins and first == len(found)) or is_stop:
            break
        first -= 1
    return found[first:]


def _one_before(sentence: str, end: int, known: People) -> tuple[str, str, int] | None:
    """Give the longest doer that ends at ``end``: (kind, owner, its start)."""
    last = sentence[sentence.rfind(" ", 0, end) + 1 : end]
    if not (
        last[:1].isupper() or last[-1:] == ")" or "/" in last or "@" in last or last.casefold() in doer_words().last
    ):
        return None
    bracket = _BRACKETED_BEFORE.search(sentence, max(0, end - _BRACKET_REACH), end) if last[-1:] == ")" else None
    if bracket is None and any(c.isdigit() or c == "Ø" for c in last):
        bracket = _CALL_SIGN.search(sentence, max(0, end - 10), end)
    end = bracket.start() if bracket else end
    run = _run(sentence, max(0, end - _REACH), end)
    book = doer_words()
    for first, opening in enumerate(run):
        if not (
            opening[0][0].isupper() or opening[0][0] == "@" or opening[0] in book.articles or opening[0] in book.first
        ):
            continue
        read = read_doer([w[0] for w in run[first:]], known)
        if read:
            return read[0], read[1], run[first].start()
    return None


def before(sentence: str, end: int, known: People) -> list[Doers]:
    """Give the rows of people that end at ``end``, a character of the sentence: "AF and the Clerk" before "will".

    The longest row comes first; a shorter one is there when a comma lets a clause begin in its middle ("presented by
    Mr Dane, and the Clerk will ..."). A row that an "and" ties to a name that is nobody's gives none.
    """
    if sentence[end - 1 : end] == ",":
        return _with_apposition(sentence, end, known)
    place, owners, kinds, rows = end, list[str](), list[str](), list[Doers]()
    while len(owners) < _MOST:
        one = _one_before(sentence, place, known)
        if one is None:
            break
        owners.insert(0, one[1])
        kinds.append(one[0])
        row = Doers(tuple(owners), frozenset(kinds), one[2], end)
        join = _joins()[1].search(sentence, max(0, row.start - 8), row.start)
        if join is None:
            return [row, *rows]
        place = join.start()
        if "," in join[0] or not _names_somebody(sentence, place):
            rows.insert(0, row)
    return rows


def _with_apposition(sentence: str, end: int, known: People) -> list[Doers]:
    """Give the one person told twice before ``end``: "The Treasurer, Bob Hale, will", "Ann Forde, the agent, will".

    The owner is the one named; behind a name any few words tell what they are.
    """
    match = _APPOSED.search(sentence, max(0, end - _REACH), end)
    outer = _one_before(sentence, match.start(), known) if match else None
    if match is None or outer is None or outer[0] != "person":
        return []
    inner = _one_before(sentence, match.end("what"), known)
    is_named = not _is_told(outer[1])
    if inner is not None and inner[0] == "person" and inner[2] <= match.start("what"):
        if _is_told(inner[1]) == is_named:
            return [Doers((outer[1] if is_named else inner[1],), frozenset(["person"]), outer[2], end)]
        return []
    most = _RELATIVE_WORDS if match["what"].startswith("who ") else _APPOSED_WORDS
    told = is_named and inner is None and len(match["what"].split()) <= most
    is_one = " " in outer[1] or outer[1].casefold() in known.words
    return [Doers((outer[1],), frozenset(["person"]), outer[2], end)] if told and is_one else []


def _is_told(owner: str) -> bool:
    """Whether an owner is an office, not a name."""
    return owner.rpartition(" ")[2].casefold() in doer_words().last


def _names_somebody(sentence: str, end: int) -> bool:
    """Whether the word before ``end`` looks like a name, so that an "and" behind it joins two subjects."""
    run = _run(sentence, max(0, end - _REACH), end)
    return bool(run) and run[-1][0][0].isupper()


def after(sentence: str, start: int, known: People) -> Doers | None:
    """Give the row of people that begins at ``start``: what stands behind "to be ordered by"."""
    place, end, owners, kinds = start, start, list[str](), list[str]()
    while len(owners) < _MOST:
        run: list[re.Match[str]] = []
        for word in WORD.finditer(sentence, place, min(len(sentence), place + _REACH)):
            if len(run) == LONGEST or sentence[run[-1].end() if run else place : word.start()].strip():
                break
            run.append(word)
        words = [w[0].rstrip(".") if i == len(run) - 1 or not is_short(w[0]) else w[0] for i, w in enumerate(run)]
        size = next((n for n in range(len(run), 0, -1) if words[n - 1] and read_doer(words[:n], known)), 0)
        read = read_doer(words[:size], known) if size else None
        if read is None:
            break
        kinds.append(read[0])
        owners.append(read[1])
        end = run[size - 1].start() + len(words[size - 1])
        bracket = _BRACKETED.match(sentence, end)
        end = bracket.end() if bracket else end
        join = _joins()[0].match(sentence, end)
        if join is None:
            break
        place = join.end()
    return Doers(tuple(owners), frozenset(kinds), start, end) if owners else None
