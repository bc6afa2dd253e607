"""Read run-in lists of people: where each entry ends, which of them counts people, and who is nobody."""

from __future__ import annotations

import re
from functools import cache

from minutes_cli.model import Person
from minutes_cli.parse.block import fold
from minutes_cli.parse.names import fits, has_title, is_initials, looks_like_name, looks_like_role, strip_titles, words
from minutes_cli.parse.patterns import listed
from minutes_cli.parse.people import DASHES, nobody
from minutes_cli.parse.person import OF_BODY, is_office, leading_role, read_person
from minutes_cli.vocabulary import load
from minutes_cli.wording import wording

TOGETHER = wording(r",?\s+(?:together with|along with|as well as|plus|also)\s+", re.IGNORECASE)
# "Glen and Sue Reed" in a list of full names: one surname for two.
COUPLE = wording(r"(?:^|(?<=, )|(?<=guests ))([A-Z][a-z]+) (?:and|&) ([A-Z][a-z]+) ([A-Z][a-z]+)(?=,|$)")
# "(AF - Quay, Bob Hale (BH)": a bracket that its writer forgot to close ends with its entry.
OPEN_BRACKET = wording(r"\(([^(),;]*)(?=[,;][^()]*\()")
VOTES = wording(r"\s+[–—-]+\s*\d{1,2}[\s.]*$")  # "Commissioners Forde and Hale – 2.": how many they are
PLAIN = wording(r"[A-Z][\w’'-]*[a-z]")  # a forename or surname, no initial
NEARLY = r"(?:(?:approx(?:imately|\.)?|about|around|c\.)\s*)?"  # before a count
# Between two entries: a comma, "and", and what stands for it in other languages, where a name follows it.
APART = wording(
    r"\s*,(?!\s*(?:Jr|Sr|II|III|IV|Esq|PhD|MD)\b)\s*(?:and\s+)?|\s+and\s+|\s+(?:und|et|en|och|og|y|e)\s+(?=[^\W\d_a-z])|\s*&\s*|\s+\+\s+"
)
NUMBERED = wording(r"\s*(?<!\w)\d{1,2}[.)]\s*(?=[A-Z])")
LEAST_PARTED = 2  # entries between semicolons, before each is taken for one person's
LEAST_PAIRED = 6  # words; fewer can be one person's name
# How a list hides the separators that stand inside brackets while it is cut.
HIDDEN = {",": "\x00", " and ": " \x01 ", "&": "\x02", ";": "\x03"}


def split_list(text: str) -> list[str]:
    """Cut a run-in list into entries, brackets kept whole: "Ann Forde (Chair, AF), Bob Hale and Cy Dee"."""
    text = TOGETHER.sub(", ", without_count(text))
    text = COUPLE.sub(r"\1 \3, \2 \3", text) if "," in text else text  # "Glen and Sue Reed, Bert Tarr"
    text = OPEN_BRACKET.sub(r"(\1)", text)
    kept = re.sub(r"\(([^()]*)\)|\[([^\[\]]*)\]", lambda bracket: _hide(bracket[0]), text)
    # "D Moss (Chair) R Hale": a name after a bracket is the next one
    kept = re.sub(r"([)\]])\s+(?=(?:and\s+)?[A-Z])", r"\1, ", kept)
    parts: list[str] = []
    entries = re.split(r"\s*[;\n]\s*", kept)
    if NUMBERED.match(kept) and len(numbered := NUMBERED.split(kept)) > LEAST_PARTED:
        entries = [entry for entry in numbered if entry]  # "1. Ann Forde 2. Bob Hale 3. Cy Dee"
    for entry in entries:
        pieces = [p.strip(" .,") for p in APART.split(entry)]
        if len(entries) > LEAST_PARTED and _is_told_of_one(pieces):
            parts.append(entry.strip(" .,").removeprefix("and "))
            continue
        titled = [said for piece in pieces if piece for said in _at_title(piece)]
        whole = [cut for said in titled for part in _at_initials(said) for cut in _in_pairs(part)]
        parts.extend(_regroup([part for said in whole for part in _at_office(said)]))
    return [_show(part) for part in parts]


def _is_told_of_one(pieces: list[str]) -> bool:
    """Whether an entry is one person and what is said of them: "Ann Forde, Director, Office of Boats and Ropes"."""
    name, *more = (piece.removeprefix("and ") for piece in pieces)
    whole = " " in name and looks_like_name(name) and not looks_like_role(name)
    return whole and any(looks_like_role(piece) or not looks_like_name(piece) for piece in more)


@cache
def _counted() -> re.Pattern[str]:
    told = load("labels")["counted"]
    many, whom = ("|".join(map(re.escape, told[key])) for key in ("many", "whom"))
    return wording(rf"^(?:plus\s+)?{NEARLY}(?:\d+|{many})\s+(?:\w+\s+)?(?:{whom})\b", re.IGNORECASE)


@cache
def _counted_last() -> re.Pattern[str]:
    told = load("labels")["counted"]
    many, whom = ("|".join(map(re.escape, told[key])) for key in ("many", "whom"))
    people = rf"{NEARLY}(?:\d+|{many})\s+(?:{whom})(?:\s+of\s+the\s+\w+)?"
    joined = r"(?:(?:and|plus|(?:together|along)\s+with|as\s+well\s+as|&)\s+)?"
    return wording(rf"[,;.]?\s+{joined}{people}[\s.]*$", re.IGNORECASE)


def without_count(text: str) -> str:
    """Cut off the people who are only counted at the end of a list: "A Reed, Clerk 9 members of the public"."""
    return _counted_last().sub("", VOTES.sub("", text))


def counts_people(title: str) -> bool:
    """Whether a heading is one under which people are counted and not named: "Members of the public"."""
    return title.casefold().strip(" :.") in listed("attendance", "counted")


def _counts(piece: str) -> bool:
    """Whether an entry counts people and names none: "8 members of the public"; or is a title left over ("Messrs")."""
    said = piece.casefold().strip(" .").removeprefix("the ")
    title = said in words("titles") - words("role_words") and not piece.isupper()  # "MS" are somebody's initials
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


def _at_initials(piece: str) -> list[str]:
    """Cut behind initials that end an entry: "Ann Forde AF Bob Hale BH" is two."""
    said, begin, out = piece.split(), 0, []
    for place in range(2, len(said) - 1):
        name = " ".join(said[begin:place])
        if said[place].isupper() and is_initials(said[place]) and " " in name and fits(said[place], strip_titles(name)):
            out.append(" ".join(said[begin : place + 1]))
            begin = place + 1
    return [*out, " ".join(said[begin:])]


def _in_pairs(piece: str) -> list[str]:
    """Cut names that nothing parts, when they are too many words for one: "Ann Forde Bob Hale Cy Moss"."""
    said = piece.split()
    plain = all(PLAIN.fullmatch(word) and not is_office(word) for word in said)
    if len(said) < LEAST_PAIRED or len(said) % 2 or not plain:
        return [piece]
    pairs = [" ".join(said[at : at + 2]) for at in range(0, len(said), 2)]
    return pairs if all(looks_like_name(pair) for pair in pairs) else [piece]


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
    if all(" " not in piece and piece.islower() and not looks_like_role(piece) for piece in pieces):
        return pieces  # "ann, bob, cy": handles
    for piece in pieces:
        bare = re.sub(r"\(.*?\)", "", piece).strip(" –—-")
        if out and (not bare or _ends_in_initials_of(out[-1], bare)):
            out[-1] = f"{out[-1]} {piece}" if not bare else f"{out[-1]}, {piece}"  # "Ann Forde, (AF)"
            continue
        if bare.casefold().startswith("the ") and is_office(bare.split()[-1]):
            continue  # "Webb and the Clerk": somebody unnamed
        acronym = bare.isupper() and len(bare) <= 5 and " " not in bare and not initialled
        if out and bare and not _counts(bare) and (acronym or not _is_person_like(bare)):
            out[-1] = f"{out[-1]}, {piece}"
        else:
            out.append(piece)
    return out


def _ends_in_initials_of(name: str, text: str) -> bool:
    """Whether an entry is an office with the initials of the name before it: "Ann Forde", "Chair AF"."""
    office, _, last = text.rpartition(" ")
    return bool(office) and last.isupper() and is_initials(last) and fits(last, strip_titles(name))


def _is_person_like(text: str) -> bool:
    name = DASHES.split(text)[0]
    before, dash, behind = text.partition(" - ") if " - " in text else text.partition(" – ")
    if dash and before.split() and is_office(before.split()[-1]) and looks_like_name(behind):
        return True  # "Secretary - Bryn Gray"
    if (of := OF_BODY.match(text)) and looks_like_name(of["name"]):
        return True  # "Hal Brook of Brook Engineering"
    role, after = leading_role(name)
    last = name.split()[-1].casefold().strip(".,") if name.split() else ""
    is_role = is_office(last) or (looks_like_role(name) and " " not in name)
    if looks_like_name(name, loose=True) and ((has_title(name) and " " in name) or not is_role):
        return True
    return bool(role) and looks_like_name(after)


def read_list(text: str) -> list[Person]:
    """Read a run-in list of people; entries that name nobody are left out."""
    if text.startswith("[") and text.endswith("]") and text.count("[") == 1:
        text = text[1:-1]  # a form's field: "[Ann, Bob, Cy]"
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
