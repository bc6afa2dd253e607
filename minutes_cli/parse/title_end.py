"""Where a title ends on its line: a heading may be followed by its text ("4. Planning: the clerk reported ...")."""

from __future__ import annotations

import re
from functools import cache

from minutes_cli.parse.block import Paragraph, fold
from minutes_cli.parse.head_labels import kind_of
from minutes_cli.parse.heading_words import LONG_TITLE, is_routine, list_kind, looks_like_title
from minutes_cli.parse.names import has_title
from minutes_cli.parse.people import read_label, read_office
from minutes_cli.vocabulary import load
from minutes_cli.wording import wording

LONGEST_TITLE = 45  # words of a title behind a number, when nothing in it is a sentence's
SENTENCE = wording(r"[.:;?]\s+[A-Z\d“\"]|\s[–—]\s")
SENTENCE_ENDS = (".", ":", ";", ",", "?", "!", "-", "–")
MAX_RUN_IN = 12  # words of a title that a colon, dash or point parts from its text, or that nothing parts
NAMES = 3  # words behind a title's dash that may say who reports ("Finance - Greta Lund"); more are its text
TELLS = 12  # words behind a title's dash among which its verb is looked for
LABEL_WORDS = (2, 7)  # words of an unnumbered title before its colon, at least and at most
SHORT_LABEL = 5  # words of one that may be written in small letters ("Stocking of the pond: ...")
LABEL_CAPITALS = 0.5  # share of those words that begin with a capital, as a title's do
LONG_LOWER = 4  # letters; a longer word in lower case is part of a sentence ("and", "with" may stand in a title)
PARTS = wording(
    r":[–—-]?\s+|\s+[–—-]\s+|(?<=[\w’')])[–—-]\s+(?=[A-Z\d“\"]|(?:the|an?|it)\b)|(?<!\b[Nn]o)\.\s+(?=[A-Z\d(“\"])"
)
LONGEST = 70  # characters of a title that a colon, dash or point parts from its text
LETTERS = wording(r"[^\W\d_]{2}")  # what a title holds that is more than a number ("2031-40: Lamps" has none yet)
RUN_IN_LABEL = wording(r"^([A-Z][^:.]{2,60}):\s+(\S.*)$", re.DOTALL)
RUN_IN_DASH = wording(r"^([A-Z][^:.]{2,60}?)\s[–—-]{1,2}\s+(\S.*)$", re.DOTALL)
FIRM_LABEL, FIRM_TEXT = 6, 20  # characters of a label, and of the text behind it, that need no others to show them so
NAMED = wording(r"[A-Z]\.? [A-Z][\w'’-]+ [a-z]+ed\b")  # "P Lund proposed": somebody with an initial, and what they did
ENTRY = wording(r"^\(?(?:a|i|1)\)$")  # the first entry of a list: "Repairs (a) the chain ..."
WORD = wording(r"\S+")


def split_title(paragraph: Paragraph, words: str, numbered: bool) -> tuple[str, str]:
    """Cut a heading's line into title and the text that follows on it; the title is "" when the line has none.

    ``words`` are the paragraph's without its number. Tabs, the end of the bold type, a colon or the start of a
    sentence part the two; a numbered line without any of these gives its first words as title, and all as text.
    """
    found = _cut_at_tab(paragraph, words) if numbered else None
    found = found or _cut_at_bold(paragraph, words)
    if found:
        return found
    run_in = _cut_at_part(words) if numbered else None
    labelled = ("", words) if numbered else _cut_at_label(words)
    if labelled[0] and is_routine(labelled[0]) and (tells(labelled[1]) or len(labelled[1].split()) > NAMES):
        return labelled  # "Other business: none" is short enough for a title
    label = read_label(words)
    if looks_like_title(words) and not (label and label.rest):
        told = run_in is not None and (tells(run_in[1]) or _parts_clearly(*run_in))
        cut = sentence_start(words) if numbered and not told else 0
        if cut and is_routine(words[:cut].strip()):
            return words[:cut].strip(), words[cut:]
        return run_in if run_in and told else (words, "")
    if not numbered:
        return labelled
    if run_in and not _is_ended_title(words):
        return run_in
    if _is_long_title(words) or _is_ended_title(words):
        return words.rstrip("."), ""
    if label and "," in label.rest and words.endswith(label.rest):
        title = words.removesuffix(label.rest).rstrip()
        if is_routine(title) or list_kind(title) == "people":
            return title, label.rest  # "Apologies for absence Ann, Ben, Cara"
    cut = sentence_start(words)
    if cut:
        return words[:cut].strip(), words[cut:]
    return " ".join(words.split()[:MAX_RUN_IN]), words


def _is_long_title(words: str) -> bool:
    """Whether the words behind a number are one title, however long: "To consider the tenders received for ..."."""
    count = words.count(" ") + 1
    if not LONG_TITLE < count <= LONGEST_TITLE or words.endswith(SENTENCE_ENDS) or SENTENCE.search(words):
        return False
    if words.isupper() or words.startswith("To "):
        return True  # "To discuss the tenders received" holds a verb, but tells nothing
    return words[0].isupper() and not tells(f"it {words}") and not sentence_start(words)


def _is_ended_title(words: str) -> bool:
    """Whether the words behind a number are a title that ends with a point: "3. Mid-year financial audit."."""
    title = words[:-1]
    short = words.endswith(".") and title.count(" ") < LONG_TITLE and not SENTENCE.search(words)
    if not short or not looks_like_title(title) or title.casefold() in _nothing():
        return False
    return not tells(f"it {title}") and not sentence_start(title)


def _cut_at_part(words: str) -> tuple[str, str] | None:
    """Cut "Finance - The accounts were ..." at the first colon, dash or point that leaves a title before it."""
    for part in PARTS.finditer(words, 2, LONGEST):
        title, rest = words[: part.start()], words[part.end() :]
        if LETTERS.search(title) or is_routine(title):
            fits = looks_like_title(title) and len(title.split()) <= MAX_RUN_IN
            return (title, rest) if fits and rest else None
    return None


def _parts_clearly(title: str, rest: str) -> bool:
    """Whether a title that any body has, or one in capitals, stands before words enough to be its text."""
    if list_kind(title) == "next":
        return True
    is_long = len(rest.split()) > NAMES or rest.endswith(".")
    return is_long and (is_routine(title) or (title.isupper() and not rest.isupper()))


def tells(rest: str) -> bool:
    """Whether the words behind a title's dash tell what happened ("Minutes - approved as read"), not what it is about.

    They hold a verb as minutes use it, or say that there was nothing.
    """
    words = [word.strip(".,;:()“”\"'").casefold() for word in rest.split()]
    if " ".join(words) in _nothing():
        return True
    return len(words) > 1 and any(word in _tellers() for word in words[:TELLS])


@cache
def _tellers() -> frozenset[str]:
    return frozenset(load("speech")["verbs"]) | frozenset(load("heading")["tellers"])


@cache
def _nothing() -> frozenset[str]:
    return frozenset(load("heading")["nothing"])


def _cut_at_tab(paragraph: Paragraph, words: str) -> tuple[str, str] | None:
    """Cut a numbered line of several runs behind the first that holds more than the number."""
    segments = paragraph.lines[0].segments
    if len(segments) < 2 or len(paragraph.lines) != 1:
        return None
    parts = [fold(segment.text) for segment in segments]
    offset = " ".join(parts).find(words)
    head = parts[0] if len(parts[0]) > offset + 2 else " ".join(parts[:2])
    title = head[offset:].strip() if offset >= 0 else words
    if LETTERS.search(title) and looks_like_title(title) and len(words) > len(title):
        return title, words[len(title) :].strip()
    return None


def _cut_at_bold(paragraph: Paragraph, words: str) -> tuple[str, str] | None:
    """Cut a line that begins in bold and goes on in plain type where the type changes."""
    if not 0 < paragraph.bold < len(paragraph.text) - 1:
        return None
    offset = len(paragraph.text) - len(words)
    end = max(paragraph.bold, offset)
    title, rest = paragraph.text[offset:end].strip(), paragraph.text[end:].strip(" :–—-")
    return (title, rest) if title and len(title.split()) <= LONG_TITLE else None


def _cut_at_label(words: str) -> tuple[str, str]:
    """Cut "Minutes of the last meeting: proposed by ..." at its colon, else at a dash; a people label is no title."""
    found = RUN_IN_LABEL.match(words) or RUN_IN_DASH.match(words)
    said = found[1].split() if found else []
    if not found or len(said) > (MAX_RUN_IN if found[1].isupper() else LABEL_WORDS[1]):
        return "", words
    if not is_routine(found[1]) and len(said) > SHORT_LABEL and not begins_in_capitals(found[1]):
        return "", words
    if read_label(words) or read_office(words):
        return "", words
    if kind_of(found[1]) and (found[2][:1].isdigit() or not is_routine(found[1])):
        return "", words  # "Adjournment: 9.05 pm" is a fact, "Adjournment: Pike moved to adjourn" an item
    return found[1] + words[found.end(1) : found.start(2)].rstrip(), found[2]


def begins_in_capitals(title: str) -> bool:
    """Whether at least half of a title's words begin with a capital."""
    said = title.split()
    return sum(word[0].isupper() for word in said) >= LABEL_CAPITALS * len(said)


def is_firm_label(title: str, rest: str) -> bool:
    """Whether a title run in before its text is long enough, and so is the text, to be seen without others like it."""
    return len(title.split()) >= LABEL_WORDS[0] and len(title) > FIRM_LABEL and len(rest) > FIRM_TEXT


@cache
def _openers() -> frozenset[str]:
    """Give the words that sentences of minutes begin with."""
    return frozenset(load("speech")["openers"]) | frozenset(load("heading")["openers"])


def sentence_start(words: str) -> int:
    """Find where running text begins behind a title that nothing sets off ("Clerk's Report The Clerk had nothing ...").

    That is at a word that opens sentences, or at somebody's title, after at most twelve capitalised words. Gives the
    place in characters, 0 when there is none.
    """
    if words.partition(" ")[0].casefold() in load("heading")["articles"]:
        return 0  # "The Chair welcomed all" begins with its sentence
    for count, match in enumerate(WORD.finditer(words)):
        word = match[0].strip("“\"'(,")
        if count > MAX_RUN_IN or (match[0].endswith(".") and count):
            return 0
        if not count:
            continue
        if word[:1].isupper() and (_opens_sentence(words, match.start(), word) or _somebody_tells(words, match)):
            before = words[: match.start()].split()[-1]
            if before[0].isupper() or before[0].isdigit():
                return match.start()
        if ENTRY.match(word):
            return match.start()
        if word[:1].islower() and len(word) > LONG_LOWER:
            return 0
    return 0


def _somebody_tells(words: str, match: re.Match[str]) -> bool:
    """Whether a title that any body has ends before a word, and who is named there did something: "Report Ann gave"."""
    verb = words[match.end() :].split(maxsplit=1)[:1]
    return bool(verb) and verb[0] in load("speech")["verbs"] and is_routine(words[: match.start()].strip())


def _opens_sentence(words: str, start: int, word: str) -> bool:
    return word.casefold() in _openers() or has_title(word + " X") or NAMED.match(words, start) is not None
