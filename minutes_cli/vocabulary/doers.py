"""Who can be bound to do something: people, offices and groups as minutes name them.

"Mrs Pool" and "the Clerk" are doers; "Highways" is none, because nothing shows that it is a person. The
offices and groups are words of ``en/commitments.yaml``, titles and what makes an organisation of ``en/titles.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

import msgspec

from minutes_cli.vocabulary import load
from minutes_cli.wording import wording

# The longest doer, in words ("the Executive Director of Children's and Adults' Services" has eight).
LONGEST = 9
# Words in front of an office's head: "the Deputy School Business Manager" has three.
_FRONT = 3
# Words of everybody of a kind: "all the summer crew leads" has five.
_ALL_OF = 5
_KIND = 2  # the same without such a word: "Staff members"

WORD = wording(r"[^\s,/&+;:()\[\]“”\"!?]+")
_INITIALS = wording(r"[A-Z]{2,4}|(?:[A-Z]\.){2,4}")
_INITIAL = wording(r"[A-Z]\.?")
_SURNAME = wording(r"[A-ZÀ-Þ][\w’'-]*[a-zà-ÿ’']")
_NAME_WORD = wording(r"[^\W\d_][\w’'-]*")


class People(msgspec.Struct, frozen=True):
    """Whom a document knows: with it, only its own people and offices are bound, no firm or council it mentions.

    ``initials`` are in capitals, ``words`` the casefolded words of their names, ``body`` those of the body's name;
    ``heard`` are words of the names of those who speak in the text (``heard.heard``), whom no list may have.
    """

    initials: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    body: frozenset[str] = frozenset()
    heard: frozenset[str] = frozenset()


class _Words(msgspec.Struct, frozen=True):
    offices: frozenset[str]
    groups: frozenset[str]
    group_heads: frozenset[str]
    bodies: frozenset[str]
    small: frozenset[str]
    strangers: frozenset[str]
    other_bodies: frozenset[str]
    committees: frozenset[str]
    given: frozenset[str]
    titles: frozenset[str]
    particles: frozenset[str]
    no_names: frozenset[str]
    acronyms: frozenset[str]
    joins: frozenset[str]
    articles: frozenset[str]
    links: frozenset[str]
    members: frozenset[str]
    each: frozenset[str]
    folk: frozenset[str]
    first: frozenset[str]
    last: frozenset[str]


def people(
    names: Iterable[str], initials: Iterable[str] = (), body: str | None = None, heard: frozenset[str] = frozenset()
) -> People:
    """Gather whom a document knows from its attendance list, and from who is heard in it (``heard.heard``).

    Takes names as printed, initials where the list has them, and the body's name. Initials are made of every name too
    ("Ann Forde" is AF), since minutes use them without declaring them.
    """
    short, words = {i.replace(".", "").replace(" ", "").upper() for i in initials if i}, set()
    for name in names:
        parts = _NAME_WORD.findall(name)
        words |= {p.casefold() for p in parts if len(p) > 1}
        if len(parts) > 1:
            short |= {"".join(p[0] for p in parts).upper(), (parts[0][0] + parts[-1][0]).upper()}
            short.add("".join(p[0] for part in parts for p in part.split("-") if p).upper())  # "Ann Day-Lund" is ADL
    return People(frozenset(short), frozenset(words), frozenset(re.findall(r"\w+", (body or "").casefold())), heard)


@cache
def doer_words() -> _Words:
    """Give the words that tell offices, groups, bodies and people apart, read once."""
    told, titles = load("commitments")["words"], load("titles")
    listed = ("offices", "groups", "group_heads", "bodies", "small", "strangers", "other_bodies", "committees", "folk")
    lists = {name: frozenset(told[name]) for name in (*listed, "each", "joins", "articles", "links")}
    phrases = [phrase for name in ("offices", "groups", "group_heads", "bodies") for phrase in lists[name]]
    return _Words(
        **lists,
        given=frozenset(load("given")["names"]),
        titles=frozenset(titles["titles"]) - frozenset(told["no_titles"]),
        particles=frozenset(titles["particles"]),
        no_names=frozenset(map(str, titles["not_names"]))
        | frozenset(titles["organisation_words"])
        | frozenset(told["no_names"]),
        acronyms=frozenset(load("speech")["acronyms"]),
        members=lists["offices"] | frozenset(told["members"]),
        first=frozenset(phrase.split(" ", 1)[0] for phrase in phrases) | lists["each"],
        last=frozenset(phrase.rsplit(" ", 1)[-1] for phrase in phrases) | lists["folk"],
    )


def _head(low: list[str], heads: frozenset[str]) -> int:
    """Count how many words at the end are one of the heads, or 0: "deputy head" in "the acting deputy head" is 2."""
    return next((n for n in range(min(4, len(low)), 0, -1) if " ".join(low[-n:]) in heads), 0)


def _fronted(words: list[str], heads: frozenset[str]) -> list[str] | None:
    """Give the words in front of a head, "the" left out, when they may belong to it."""
    low = [w.casefold() for w in words]
    size = _head(low, heads)
    if not size:
        return None
    front = words[:-size]
    definite = bool(front) and front[0].casefold() in doer_words().articles
    front = front[1:] if definite else front
    if len(front) > _FRONT or any(w.casefold() in doer_words().small for w in front):
        return None
    return front if definite or all(w[0].isupper() for w in front) else None


def _is_office(words: list[str], known: People) -> bool:
    """Whether these words are an office: "the Deputy Clerk", "Director of Children's and Adults' Services"."""
    book = doer_words()
    turn = next((i for i, w in enumerate(words) if w in book.links and i), None)
    if turn is not None:
        linking = book.articles | book.joins
        tail = [w for w in words[turn + 1 :] if w.casefold() not in linking]
        if not tail or not all(w[0].isupper() for w in tail) or words[-1].casefold() in linking:
            return False
        words = words[:turn]
    front = _fronted(words, book.offices)
    return front is not None and not (book.strangers - known.body) & {w.casefold() for w in front}


def _is_all_of(words: list[str], known: People) -> bool:
    """Whether these words are everybody of a kind: "all the crew leads", "Staff members", "Dive Team"."""
    low = [w.casefold() for w in words]
    if low[-1] not in doer_words().folk or not 1 < len(low) <= _ALL_OF:
        return False
    strange = low[0] in doer_words().articles or low[0] in (doer_words().strangers | doer_words().no_names) - known.body
    return low[0] in doer_words().each or (len(low) == _KIND and words[0][0].isupper() and not strange)


def _is_body(words: list[str], known: People) -> bool:
    front = _fronted(words, doer_words().bodies)
    if front is None:
        return False
    low = {w.casefold() for w in front}
    if front and low <= doer_words().committees:
        return True
    return not (low - known.body if known.body else low & doer_words().other_bodies)


def _name(words: list[str], known: People) -> str | None:
    """Read a person's name without title: titled, or known to the document, or two words no organisation has."""
    book = doer_words()
    office = _head_first(words)
    rest = words[office:]
    titles = next(
        (i for i, w in enumerate(rest) if w.casefold().strip(".") not in book.titles or not w[0].isupper()), len(rest)
    )
    name = rest[titles:]
    initials = next((i for i, w in enumerate(name) if not _INITIAL.fullmatch(w)), len(name))
    full = [w for w in name[initials:] if w.casefold() not in book.particles and not _INITIAL.fullmatch(w)]
    if not 1 <= len(full) <= 3 or initials > 3 or not all(_SURNAME.fullmatch(w) for w in full):
        return None
    low = [w.casefold() for w in full]
    if book.titles & {w.strip(".") for w in low}:
        return None
    if not titles and not office:
        ours = known.words | known.heard
        if book.no_names & (set(low) - ours):
            return None
        if not {low[0], low[-1]} & ours and not _is_persons(name, low, known):
            return None
    return " ".join(name)


def _is_persons(name: list[str], low: list[str], known: People) -> bool:
    """Whether a name that no list has is a person: by its given name, or where there is no list by being two words."""
    return (len(name) > 1 and not known.words) or (low[0] in doer_words().given and bool(known.words or known.heard))


def _head_first(words: list[str]) -> int:
    """Count how many words at the beginning are an office in front of a name: "Deputy Clerk Nora Finch" has 2."""
    heads = doer_words().members
    return next((n for n in range(min(len(words) - 1, _FRONT + 2), 0, -1) if _fronted(words[:n], heads) is not None), 0)


def read_doer(words: list[str], known: People) -> tuple[str, str] | None:
    """Tell what these words are, all of them, as one doer: (kind, owner as printed), or None."""
    bare = words[1:] if words[0].casefold() in doer_words().articles else words
    if not bare:
        return None
    book, printed = doer_words(), " ".join(bare)
    if printed[0] == "@":
        return ("person", printed[1:]) if len(words) == 1 and len(printed) > 1 else None
    if printed.casefold() in book.groups or _fronted(words, book.group_heads) is not None or _is_all_of(bare, known):
        return "group", printed
    if _is_body(words, known):
        return "body", printed
    if _is_office(words, known):
        return "person", printed
    if len(words) == 1 and _INITIALS.fullmatch(printed):
        short = printed.replace(".", "")
        strange = known.initials or len(short) > 3 or short in book.acronyms
        return None if short not in known.initials and strange else ("person", printed)
    name = _name(bare if bare is words or _head_first(bare) else [], known) if bare else None
    return ("person", name) if name else None


def is_short(word: str) -> bool:
    """Whether a full stop behind this word belongs to it: an initial, a title ("Cllr.")."""
    bare = word.strip(".")
    return len(bare) == 1 or bare.casefold() in doer_words().titles or "." in bare


def kind_of(owner: str, known: People) -> str | None:
    """Tell what an owner as printed is: "group", "body", "office", "initials" or "name"; None when it is none of these.

    Unlike a doer in a sentence, an owner cell needs no proof that its words are a person: "Moss" is a name.
    """
    words = [w[0].strip(".") if len(w[0]) > 2 and "." not in w[0][:-1] else w[0] for w in WORD.finditer(owner)]
    if not words or len(words) > LONGEST:
        return None
    book = doer_words()
    bare = words[1:] if words[0].casefold() in book.articles and len(words) > 1 else words
    printed = " ".join(bare)
    if printed.casefold() in book.groups or _fronted(words, book.group_heads) is not None:
        return "group"
    if _is_body(words, known):
        return "body"
    if _is_office(words, known):
        return "office"
    if len(bare) == 1 and _INITIALS.fullmatch(printed):
        return None if printed in book.acronyms and printed not in known.initials else "initials"
    low = {w.casefold() for w in bare}
    if book.no_names & (low - known.words) or not all(
        _SURNAME.fullmatch(w) or _INITIAL.fullmatch(w) or w in book.particles for w in bare
    ):
        return None
    return "name" if len(bare) <= 4 else None
