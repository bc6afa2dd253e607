"""Where a title ends on its line: a heading may be followed by its text ("4. Planning: the clerk reported ...")."""

from __future__ import annotations

import re
from functools import cache

from minutes_cli.parse.block import Paragraph, fold
from minutes_cli.parse.heading_words import LONG_TITLE, looks_like_title
from minutes_cli.parse.names import has_title, looks_like_name
from minutes_cli.parse.people import read_label, read_office
from minutes_cli.vocabulary import load

MAX_RUN_IN = 12  # words of a title that a colon, dash or point parts from its text, or that nothing parts
LABEL_WORDS = (2, 7)  # words of an unnumbered title before its colon, at least and at most
LABEL_CAPITALS = 0.5  # share of those words that begin with a capital, as a title's do
LONG_LOWER = 4  # letters; a longer word in lower case is part of a sentence ("and", "with" may stand in a title)
RUN_IN = re.compile(r"^(.{2,70}?)(?::\s+|\s+[–—-]\s+|\.\s+(?=[A-Z(“\"]))(.+)$", re.DOTALL)
RUN_IN_LABEL = re.compile(r"^([A-Z][^:.]{5,60}):\s+(\S.{20,})$", re.DOTALL)
NAMED = re.compile(
    r"[A-Z]\.? [A-Z][\w'’-]+ [a-z]+ed\b"
)  # "P Lund proposed": somebody with an initial, and what they did
ENTRY = re.compile(r"^\(?(?:a|i|1)\)$")  # the first entry of a list: "Repairs (a) the chain ..."
WORD = re.compile(r"\S+")


def split_title(paragraph: Paragraph, words: str, numbered: bool) -> tuple[str, str]:
    """Cut a heading's line into title and the text that follows on it; the title is "" when the line has none.

    ``words`` are the paragraph's without its number. Tabs, the end of the bold type, a colon or the start of a
    sentence part the two; a numbered line without any of these gives its first words as title, and all as text.
    """
    found = _cut_at_tab(paragraph, words) if numbered else None
    found = found or _cut_at_bold(paragraph, words)
    if found:
        return found
    if looks_like_title(words) and not ((label := read_label(words)) and label.rest):
        return words, ""
    if not numbered:
        return _cut_at_label(words)
    run_in = RUN_IN.match(words)
    if run_in and looks_like_title(run_in[1]) and len(run_in[1].split()) <= MAX_RUN_IN:
        return run_in[1], run_in[2]
    cut = sentence_start(words)
    if cut:
        return words[:cut].strip(), words[cut:]
    return " ".join(words.split()[:MAX_RUN_IN]), words


def _cut_at_tab(paragraph: Paragraph, words: str) -> tuple[str, str] | None:
    """Cut a numbered line of several runs behind the first that holds more than the number."""
    segments = paragraph.lines[0].segments
    if len(segments) < 2 or len(paragraph.lines) != 1:
        return None
    parts = [fold(segment.text) for segment in segments]
    offset = " ".join(parts).find(words)
    head = parts[0] if len(parts[0]) > offset + 2 else " ".join(parts[:2])
    title = head[offset:].strip() if offset >= 0 else words
    if title and looks_like_title(title) and len(words) > len(title):
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
    """Cut "Minutes of the last meeting: proposed by ..." at its colon; a speaker or a people label is no title."""
    found = RUN_IN_LABEL.match(words)
    said = found[1].split() if found else []
    least, most = LABEL_WORDS
    if not found or not least <= len(said) <= most or sum(w[0].isupper() for w in said) < LABEL_CAPITALS * len(said):
        return "", words
    if looks_like_name(found[1]) or read_label(words) or read_office(words):
        return "", words
    return found[1] + ":", found[2]


@cache
def _openers() -> frozenset[str]:
    """Give the words that sentences of minutes begin with."""
    return frozenset(load("speech")["openers"]) | frozenset(load("heading")["openers"])


def sentence_start(words: str) -> int:
    """Find where running text begins behind a title that nothing sets off ("Clerk's Report The Clerk had nothing ...").

    That is at a word that opens sentences, or at somebody's title, after at most twelve capitalised words. Gives the
    place in characters, 0 when there is none.
    """
    for count, match in enumerate(WORD.finditer(words)):
        word = match[0].strip("“\"'(,")
        if count > MAX_RUN_IN or (match[0].endswith(".") and count):
            return 0
        if not count:
            continue
        if word[:1].isupper() and _opens_sentence(words, match.start(), word):
            before = words[: match.start()].split()[-1]
            if before[0].isupper() or before[0].isdigit():
                return match.start()
        if ENTRY.match(word):
            return match.start()
        if word[:1].islower() and len(word) > LONG_LOWER:
            return 0
    return 0


def _opens_sentence(words: str, start: int, word: str) -> bool:
    return word.casefold() in _openers() or has_title(word + " X") or NAMED.match(words, start) is not None
