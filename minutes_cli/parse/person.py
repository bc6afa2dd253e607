"""Read one entry of an attendance list: a person's name and what stands around it, the way minutes print them.

"Cllr Ann Forde MBE (Chair)", "Bob Hale – Item 3", "C. Moss, Treasurer", "Dee Park (DP), Acme Ltd". Nothing is guessed:
initials in brackets must fit the name, else the bracket is an organisation ("Ray Wells (IBM)").
"""

from __future__ import annotations

import re
from functools import cache

from minutes_cli.model import Person
from minutes_cli.parse.block import fold
from minutes_cli.parse.names import (
    capacity_of,
    fits,
    has_title,
    is_initials,
    looks_like_name,
    looks_like_role,
    mode_of,
    strip_titles,
    words,
)
from minutes_cli.parse.patterns import listed
from minutes_cli.vocabulary import load
from minutes_cli.wording import wording

BRACKETS = wording(r"\(([^()]*)\)|\[([^\[\]]*)\]")
FOR_ITEMS = wording(
    r"""(?:for\s+)?(?:agenda\s+)?items?\s+((?:no\.?\s*)?\d[\w.]*(?:\s*(?:,|&|and|to|[-–])\s*\d[\w.]*)*)
    (?:\s+only)?""",
    re.IGNORECASE | re.VERBOSE,
)
NUMBER = wording(r"\d[\w.]*")
_CLOCK = r"(?:at\s+)?(\d{1,2}[.:]\d\d\s*(?:am|pm)?|\d{1,2}\s*(?:am|pm))"
PART_FROM = wording(rf"\b(?:from|arrived(?:\s+at)?|joined(?:\s+at)?|late)\s*:?\s*{_CLOCK}", re.IGNORECASE)
PART_UNTIL = wording(rf"\b(?:until|till|left(?:\s+at)?|to)\s+{_CLOCK}", re.IGNORECASE)
PIECES = wording(r"\s*[,;]\s*|\s+[–—-]\s*|(?<=[A-Z])[–—-]\s+")  # "PT - Referee", "PT- Referee", "PT -Referee"
OF_BODY = wording(
    r"(?P<name>[^\s,]+(?: [^\s,]+){1,3}?)\s+(?:of|from|with|representing)\s+(?:the\s+)?(?P<body>[A-Z].{2,60})$"
)
COMMA, COLON, HYPHEN = wording(r",\s*"), wording(r":\s+"), wording(r"\s+-|-\s+")
DASH = wording(r"\s+[–—-]+\s*|\s*[–—]\s+|\s*…\s*")
YOUNGER = wording(r",\s+(Jr|Sr|II|III|IV)\b\.?")  # part of the name, with a comma or without
HANDLE_BEHIND = wording(r"\s*/\s*`?@[\w-]+`?$", needs=("@",))  # "Ann Forde / `@annforde`"
MAX_NAME = 3  # words of a name behind an office of several words
MAX_REMARK = 8  # words behind a name and a colon; more are what somebody said
MAX_OFFICE = 5  # words of an office that stands before a name and a comma


def read_person(text: str) -> Person | None:
    """Read one entry of an attendance list: a name with initials, role, capacity, items, reason around it.

    Takes one entry ("Ann Forde (AF) – Chair"); returns None when no name stands in it.
    """
    person = Person()
    rest = HANDLE_BEHIND.sub("", fold(text).strip(" ,;.•*·|")).strip()
    notes = [next(group for group in found.groups() if group is not None) for found in BRACKETS.finditer(rest)]
    rest = YOUNGER.sub(r" \1", fold(BRACKETS.sub(" ", rest)).strip(" ,;").rstrip(" –—-"))
    tail = FOR_ITEMS.search(rest)
    if tail and tail.start() > 2:
        notes.append(tail[0])
        rest = (rest[: tail.start()] + rest[tail.end() :]).strip(" ,;–—-")
    rest, initials = _without_initials(rest)
    name, after = _split_name(rest)
    if initials:
        notes.append(initials)
    if not name or text.rstrip().endswith(":"):
        return None
    person.name = name.lstrip("@")
    if after:
        notes.insert(0, after)
    for note in notes:
        _apply_note(person, fold(note).strip(" ,;–—-"))
    return person


def _without_initials(text: str) -> tuple[str, str]:
    """Cut initials off the end of an entry when they are its name's ("Bob Hale, Clerk BH"); gives both."""
    before, _, last = text.rpartition(" ")
    name = strip_titles(COMMA.split(before, maxsplit=1)[0])
    if " " in name and last.isupper() and is_initials(last) and looks_like_name(name) and fits(last, name):
        return before.rstrip(" ,–-"), last
    return text, ""


def _split_name(text: str) -> tuple[str, str]:
    """Cut an entry into name and what follows it: "C. Moss, Treasurer", "Dee Park - Acme", "Chair Ann Forde"."""
    for pattern in (DASH, COMMA, COLON, HYPHEN):
        parts = pattern.split(text, maxsplit=1)
        if pattern is DASH and "," in parts[0]:
            continue  # "Ann Forde, Clerk - excused"
        if len(parts) == 2 and all(parts) and (pattern is not COLON or len(parts[1].split()) <= MAX_REMARK):
            if is_initials(parts[0]) and fits(parts[0], _split_name(parts[1])[0]):
                name, after = _split_name(parts[1])
                return name, ", ".join(filter(None, (parts[0], after)))  # "AF - Ann Forde, Chair"
            known = capacity_of(parts[1]) or mode_of(parts[1])
            leads = not known and is_office(parts[0].split()[-1]) and _names_only(parts[1])
            if looks_like_name(parts[0], loose=False) and not leads:
                role, name = leading_role(parts[0])
                if role and looks_like_name(name):
                    return strip_titles(name), f"{role}, {parts[1]}"
                return strip_titles(parts[0]), parts[1]
            if looks_like_name(parts[1]) and looks_like_role(parts[0]) and len(parts[0].split()) <= MAX_OFFICE:
                return strip_titles(parts[1]), parts[0]
    name, office = _trailing_role(text)
    if office and looks_like_name(name):
        return strip_titles(name), office
    if (of := OF_BODY.match(text)) and looks_like_name(of["name"]):
        return strip_titles(of["name"]), of["body"]
    if looks_like_name(text, loose=True):
        role, name = leading_role(text)
        return strip_titles(name), role
    role, name = leading_role(text)
    if role and looks_like_name(name):
        return strip_titles(name), role
    return "", ""


def _names_only(text: str) -> bool:
    return looks_like_name(text) and not looks_like_role(text)


def _trailing_role(text: str) -> tuple[str, str]:
    """Cut an office behind a whole name: "Joyce Hull Deputy Chairman" -> ("Joyce Hull", "Deputy Chairman")."""
    said = text.split()
    cut = len(said)
    while cut > 2 and said[cut - 1].casefold().strip(".,") in words("role_words"):
        cut -= 1
    while 2 < cut < len(said) and said[cut - 1].casefold() in listed("attendance", "before_office"):
        cut -= 1  # "Bea Moss Honorary Clerk"
    return " ".join(said[:cut]), " ".join(said[cut:])


def leading_role(text: str) -> tuple[str, str]:
    """Cut an office in front of a name: "Treasurer Ray Barlow", "Town Clerk Ada Moon", "Commissioners Dill"."""
    parts = text.split()
    if has_title(text) and not _is_job(parts[0]):
        return "", text
    if not parts or is_office(parts[-1]):
        return "", text  # "Assistant City Attorney" names nobody
    cut = 0
    for index, part in enumerate(parts[:-1]):
        if is_office(part):
            cut = index + 1
        elif not (part[0].isupper() or (cut and part.casefold() in ("of", "the"))) or index >= MAX_OFFICE:
            break
    before, after = parts[:cut], parts[cut:]
    if cut > 1 and not is_office(parts[0]) and not _names_whole(before, after):
        return "", text
    return " ".join(before), " ".join(after)


def _names_whole(office: list[str], name: list[str]) -> bool:
    """Whether words before a name are an office's, with a whole name behind them: no initial stands in an office."""
    return (
        len(name) <= MAX_NAME and all(len(word.strip(".")) > 1 for word in office) and looks_like_name(" ".join(name))
    )


def _is_job(title: str) -> bool:
    """Whether a title in front of a name says what somebody is at work: "Superintendent", not "Cllr"."""
    word = title.casefold().strip(".,")
    return word in words("role_words") and word not in listed("titles", "of_members")


def is_office(word: str) -> bool:
    """Whether a word names an office, of one person or of several: "Trustee", "Commissioners"."""
    plain = word.casefold().strip(".,").removeprefix("co-").removeprefix("vice-")
    return plain in words("role_words") or plain.removesuffix("s") in words("role_words")


def _apply_note(person: Person, note: str) -> None:
    """Take in what stands beside a name: initials, capacity, mode, items, times, a deputy's principal, or the role."""
    if not note or note.startswith("@") or _apply_known(person, note):  # "(@annforde)": what a web site calls her
        return
    pieces = [fold(piece) for piece in PIECES.split(note) if piece.strip()]
    kept = [piece for piece in pieces if not (_is_short_note(piece, person) and _apply_known(person, piece))]
    if len(kept) < len(pieces):
        note = ", ".join(kept)
    if note:
        person.role = f"{person.role}, {note}" if person.role and not capacity_of(person.role) else note


def _is_short_note(text: str, person: Person) -> bool:
    return bool(capacity_of(text) or mode_of(text) or (is_initials(text) and fits(text, person.name or "")))


def _apply_known(person: Person, note: str) -> bool:
    """Take in a note that is no job: items, initials, capacity, mode, deputy, times. Gives whether it was one."""
    items = FOR_ITEMS.fullmatch(note)
    capacity, mode = capacity_of(note), mode_of(note)
    deputy = _deputy().match(note)
    came, left = PART_FROM.search(note), PART_UNTIL.search(note)
    if items:
        person.for_items = NUMBER.findall(items[1])
    elif is_initials(note) and person.initials is None and fits(note, person.name or ""):
        person.initials = note
    elif capacity:
        person.capacity = person.capacity or capacity
        if capacity in ("chair", "vice-chair") and person.role is None:
            person.role = note  # gives way to a job, when one is printed too
    elif mode:
        person.mode = mode
    elif deputy and looks_like_name(deputy[1]):
        person.deputy_for = strip_titles(deputy[1])
        person.capacity = person.capacity or "deputy"
    elif came or left:
        person.from_ = came[1] if came else None
        person.until = left[1] if left else None
    else:
        return False
    return True


@cache
def _deputy() -> re.Pattern[str]:
    return wording(rf"(?:{'|'.join(load('titles')['deputy'])})\s+(?:the\s+)?(.+)", re.IGNORECASE)
