"""Read how an action stands from the words minutes print beside it: "Done", "[x]", "- CLOSED", "carried forward"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from minutes_cli.parse.block import fold
from minutes_cli.vocabulary import load
from minutes_cli.wording import wording

SHORTEST = 3  # characters; "no" and "ok" alone in a cell say how a task stands, in front of other words they do not
LONGEST_CELL = 12  # words; in a longer cell a status word tells a story rather than a status
COLON = wording(r"^\W*(?P<said>\w[^:–—]{0,60}?)\s*(?:[:–—]|\s-\s)\s*(?=\S)")
BRACKET = wording(r"\s*[\[(](?P<said>[^()\[\]]*)[\])]\W*$")
BRACKET_FIRST = wording(r"^[\[(](?P<said>[^()\[\]]{3,40})[\])]\s*[:–—-]?\s*(?=\w)")
LABEL = wording(r"^(?P<label>\w+)\s*:\s*(?P<said>\w.*)$")
DASH = wording(r"(?:\s+|(?<=[.;!?)]))[–—-]+\s*(?=\w)")
OFF = wording(r"\s*[,;:(–—]|\s-\s")  # what sets a status off from the words that explain it
STOP = wording(r"(?<=[.;:!?)])\s*_?(?=\w)")
BOX = wording(
    r"^(?:\[(?P<mark>[ xX✓~/-]?)\]|(?P<sign>[☐☑☒✅❌⬜✔✓⏳⌛🔄🚧]))\s*(?P<rest>\S.*)$",
    re.DOTALL,
    needs="[☐☑☒✅❌⬜✔✓⏳⌛🔄🚧",
)
BOXES = {
    "x": "done",
    "✓": "done",
    "☑": "done",
    "☒": "done",
    "✅": "done",
    "✔": "done",
    "~": "in progress",
    "/": "in progress",
    "⏳": "in progress",
    "⌛": "in progress",
    "🔄": "in progress",
    "🚧": "in progress",
}
DROPPED_BOX = "-"
STRUCK = wording(r"^~~(?P<text>[^~]*\w[^~]*)~~\W*(?P<said>(?:\w[\w ]{1,30})?)\W*$", re.DOTALL)


class Standing(NamedTuple):
    """A status, the words that said it, and the text without them."""

    status: str
    said: str
    text: str


@cache
def _meanings() -> dict[str, str]:
    return {word: meaning for meaning, said in load("status")["meanings"].items() for word in said}


@cache
def _longest() -> int:
    return max(map(len, _meanings()))


@cache
def _within() -> tuple[re.Pattern[str], re.Pattern[str]]:
    topic = load("status")
    words, doubts = (
        "|".join(sorted(map(re.escape, topic[key]), key=len, reverse=True)) for key in ("within", "doubts")
    )
    return wording(rf"\b(?:{words})\b"), wording(rf"(?:\b(?:{doubts})\b|n['’]t\b|%)")


@cache
def _told() -> re.Pattern[str]:
    return wording(load("status")["told"])


def _leading(text: str) -> str:
    """Give the longest status wording that a text begins with, "" when it begins with none."""
    for size in range(min(len(text), _longest()), SHORTEST - 1, -1):
        if text[:size].casefold() in _meanings() and not text[size : size + 1].isalnum():
            return text[:size]
    return ""


def _only(text: str) -> str:
    """Give the first status wording of a text that holds nothing else ("done, closed."), "" when it holds more."""
    first = said = _leading(text)
    while said:
        text = text[len(said) :].lstrip(" .,;:/&–—-_*")
        if not re.search(r"\w", text):
            return first
        said = _leading(text)
    return ""


def _opening(text: str) -> str:
    """Give the status that words behind a dash open with, set off from the rest: "in progress, half is painted"."""
    said = _leading(text)
    plain = said.casefold() in load("status")["within"]
    return said if plain and OFF.match(text[len(said) :]) else ""


def read(text: str) -> tuple[str, str] | None:
    """Read the status that a status cell prints.

    Gives the status and the cell's words: "Completed 4/5" -> ("done", "Completed 4/5"); None when it states none, or
    when a doubt stands before the word ("has not been completed", "to be done by May").
    """
    said = fold(text).strip(" .*_")
    if not said:
        return None
    exact = _meanings().get(said.casefold())
    if exact:
        return exact, said
    leading = _leading(re.sub(r"^\W+", "", said))
    if leading:
        return _meanings()[leading.casefold()], said
    words, doubts = _within()
    match = words.search(said.casefold())
    if match is None or len(said.split()) > LONGEST_CELL:
        return None
    status = _meanings().get(match[0], "")
    doubtful = status == "done" and doubts.search(said.casefold(), 0, match.start()) is not None
    return (status, said) if status and not doubtful else None


def statuses(text: str) -> list[str]:
    """Give the status wordings of a cell that holds several, in order: "Done In progress" -> both."""
    found, rest = list[str](), re.sub(r"\(.*?\)", " ", fold(text)).strip()
    while rest:
        said = _leading(rest)
        found += [said] if said else []
        rest = rest[len(said) :].lstrip(" .,;") if said else rest.partition(" ")[2]
    return found


def glued(text: str) -> Standing | None:
    """Read a status that stands glued to the text of an action, and take it off.

    It stands before the text with a colon, behind it in brackets, after a dash, or as its last sentence.
    """
    text = fold(text)
    lead = COLON.match(text)
    if lead and _leading(lead["said"]) == lead["said"]:
        return _standing(lead["said"], text[lead.end() :])
    first = BRACKET_FIRST.match(text)
    if first and _leading(first["said"]) == first["said"]:
        return _standing(first["said"], text[first.end() :])
    last = BRACKET.search(text)
    if last and (found := _bracketed(last["said"].strip())):
        rest = text[: last.start()].strip()
        return Standing(*found, rest) if rest else None
    for pattern in (DASH, STOP):
        for match in pattern.finditer(text):
            rest = text[match.end() :]
            is_apart = pattern is DASH or text[: match.start()].endswith(":")
            said = _only(rest) or (_opening(rest) if is_apart else "")
            if not said and pattern is STOP and _told().match(rest):
                return Standing("done", rest.strip(" ."), text[: match.start()].strip(" :"))
            if said:
                return _standing(said, text[: match.start()])
    return None


def _bracketed(said: str) -> tuple[str, str] | None:
    """Read the status in brackets behind a task, with or without a label: "(done 4/5)", "(status: AF is reviewing)"."""
    label = LABEL.match(said)
    if label and label["label"].casefold() in load("status")["labels"]:
        return read(label["said"])
    leading = _leading(said)
    return (_meanings()[leading.casefold()], leading) if leading else None


def _standing(said: str, rest: str) -> Standing | None:
    return Standing(_meanings()[said.casefold()], said, rest.strip(" :")) if rest.strip(" :") else None


def box(text: str) -> Standing | None:
    """Read a task box in front of a text: "[x] Book the hall" is done, "[ ]" open, "[~]" in progress, "[-]" dropped.

    A text that is struck through from end to end ("~~Book the hall~~") is done: so lists of actions cross off a task.
    """
    match = BOX.match(text)
    if not match:
        struck = STRUCK.match(text)
        if struck is None:
            return None
        told = read(struck["said"]) if struck["said"] else ("done", "struck through")
        return Standing(*told, struck["text"].strip()) if told else None
    sign = match["sign"] or match["mark"]
    status = "dropped" if sign == DROPPED_BOX else BOXES.get(sign.casefold(), "open")
    struck = STRUCK.match(match["rest"])
    rest = struck["text"].strip() if struck else match["rest"]
    return Standing(status, match["sign"] or f"[{match['mark']}]", rest)
