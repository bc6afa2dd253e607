"""Read which body met: the title names it, or a line that names a board, council or committee, or the running head."""

from __future__ import annotations

import re

from minutes_cli.parse import head_labels
from minutes_cli.parse.block import BULLET, fold
from minutes_cli.parse.dates import find_dates, find_times, months
from minutes_cli.parse.head_labels import FRONT
from minutes_cli.parse.heading_text import HeadingText
from minutes_cli.parse.patterns import listed, pattern
from minutes_cli.vocabulary import load
from minutes_cli.wording import wording

# Weights, in points: the line with the most of them names the body; the first such line, when two have as many.
TOP_LINE = 1.0  # the first printed line,
LOWER = 0.12  # less for each one below it,
BELOW_TITLE = 1.5  # and less when it stands below the title part
TITLE = 0.3  # a title in front matter
RUNNING = 0.25  # a running head
FILE_TITLE = 0.1  # what the file's properties call it
LABELLED = 2.2  # what stands behind "Committee:"
NAMES_BODY = 1.2  # a word like "board" or "council" in it
LINE_SAYS_MINUTES = 0.6  # "minutes" or "meeting" in the line it was cut from
WORDY = 0.8  # less: more than 12 words
OTHER = 2.0  # less: a line that is a label of something else, or begins in the middle of a sentence
FEWEST = 0.2  # points; with no more than that nothing names the body
TOP_LINES = 12  # printed lines that may name the body
LONGEST_LINE = 40  # words of such a line
LONGEST_NAME = 110  # characters of a body's name
LONG_NAME = 12  # words; few bodies have longer names
SHORTEST_NAME = 2  # characters
WRAPPER_WITHIN = 40  # characters; "Minutes of the meeting of" begins within these
DATE_WITHIN = 30  # characters behind it in which a date may stand
EDGES = " -–—:,.|/#*"
REPEATED = wording(r"\s*([-–—,:|])(?:\s*[-–—,:|])+(?:\s|$)")  # what is left of "Board - 4 March - report"
TRAILING = wording(r"(?:[\s,]+(?:on|at|of|for|from|in|the|held))+$", re.IGNORECASE)
TITLE_KEYS = ("title", "subtitle", "summary", "subject")  # labels of front matter before a title
TITLES = ("title", "subtitle")  # those that may name the body
TITLE_WORDS = 6  # words of a title that may begin with a small letter
YEAR = wording(r"(?P<word>\b[^\W\d_]+\b\.?,?\s+)?\b(?:19|20)\d\d\b", needs=("19", "20"))
COUNT = wording(r"[\d.#/-]+")


def is_generic(text: str) -> bool:
    """Whether words say no more than that these are minutes: "Draft minutes of the meeting"."""
    said = [word.casefold().strip(".,:;()'\"") for word in text.split()]
    generic = listed("heading", "generic")
    return all(not word or word in generic or word in months() or COUNT.fullmatch(word) for word in said)


def _names_body(text: str) -> bool:
    """Whether a word for a body stands in a text: "board", "councils", "working group"."""
    low = f" {re.sub(r'[^a-z0-9 -]', ' ', text.casefold())} "
    return any(f" {word} " in low or f" {word}s " in low for word in listed("heading", "bodies"))


def _is_only_body(text: str) -> bool:
    """Whether words name a sort of body without saying whose: "Board of Directors", "Full Governing Body"."""
    said = [word.casefold().strip(".,") for word in text.split()]
    return all(any(word in listed("heading", kind) for kind in ("bodies", "generic", "of_bodies")) for word in said)


def _without_wrapper(text: str) -> str:
    """Cut off what wraps the name in a title: "Minutes of the June meeting of the X" -> "X"."""
    low = text.casefold()
    for wrapper in load("heading")["wrappers"]:
        at = low.find(wrapper + " ")
        if 0 <= at < WRAPPER_WITHIN and not _dates_itself(text[at + len(wrapper) :]):
            return _without_wrapper(pattern("heading", "article").sub("", text[at + len(wrapper) :].strip()))
    return text


def _dates_itself(text: str) -> bool:
    """Whether a date stands at once behind a wrapper: "the online pilots meeting of 4 March" has wrapped its body."""
    dates = find_dates(text[:DATE_WITHIN])
    return bool(dates) and len(text[: dates[0].start].split()) <= 1  # a weekday may stand before it


def without_date(text: str) -> str:
    """Cut the dates, times, weekdays and years out of a line of the heading."""
    for found in reversed(find_dates(text)):
        text = text[: found.start] + " " + text[found.end :]
    for time in reversed(find_times(text)):
        text = text[: time.start] + " " + text[time.end :]
    text = pattern("heading", "day-or-zone").sub(" ", text)
    text = YEAR.sub(_kept, text)
    return fold(REPEATED.sub(r"\1 ", text)).strip(" -–—:,.|/#*()[]")


def _kept(year: re.Match[str]) -> str:
    """Give what is kept of a year with the word before it: the word, unless it is the year's month."""
    word = year["word"] or ""
    return " " if word.strip(" .,").casefold() in months() else f"{word} "


def body_in(text: str) -> str:
    """Read the body a title names: "Minutes of the Harbour Trust meeting held on 4 March 2031" -> "Harbour Trust"."""
    said = _without_wrapper(text)
    if said == text and pattern("heading", "tells").search(text):
        said = pattern("heading", "article").sub("", text)
    if said != text or "held" in text.casefold():
        said = pattern("heading", "held").sub("", said)
    said = TRAILING.sub("", without_date(said))
    for around in ("state-first", "minutes-last", "minutes-first"):
        said = pattern("heading", around).sub("", said)
    first, _, rest = fold(said).strip(EDGES).partition(" ")
    return rest if first.casefold() in months() and _is_only_body(rest) else f"{first} {rest}".strip()  # "May Board"


def read(text: HeadingText) -> str | None:
    """Read the body that met; None when nothing names it."""
    candidates = [(_weight(base, line, said), said) for base, line in _lines(text) if (said := _named_in(line))]
    labelled = text.labelled.get("body", "")
    if labelled and not is_generic(labelled):
        candidates.append((LABELLED + _names_body(labelled), without_date(labelled)))
    weight, best = max(candidates, key=lambda candidate: candidate[0], default=(FEWEST, ""))
    if weight <= FEWEST:
        return None
    named = [said for _, said in candidates]
    place = named.index(best)
    joined = _with_line_above(best, named[:place], text)
    return joined if joined != best else _with_line_below(best, named[place + 1 :], text)


def _with_line_above(best: str, above: list[str], text: HeadingText) -> str:
    """Join a name that stands on two lines: "Harbour Association, Inc." over "Board of Directors meeting"."""
    before = above[-1] if above else ""
    if not before or not _is_only_body(best) or _is_only_body(before) or find_dates(before):
        return best
    in_title = any(body_in(line) == before for line in text.lines[: text.title_lines])
    return f"{before} {best}" if in_title else best


def _with_line_below(best: str, below: list[str], text: HeadingText) -> str:
    """Join a sort of body with the one whose it is, on the next line: "Executive Committee" over "Harbour Trust"."""
    title = text.lines[: text.title_lines]
    place = next((n for n, line in enumerate(title) if body_in(line) == best), len(title))
    after = title[place + 1] if place + 1 < len(title) else ""
    follows = after in below[:1] and after[:1].isupper() and len(after.split()) <= TITLE_WORDS
    if not follows or not _is_only_body(best) or _is_only_body(after) or find_dates(after):
        return best
    return f"{best} {after}"


def _lines(text: HeadingText) -> list[tuple[float, str]]:
    """Give the lines that may name the body, with their weight by place."""
    lines = [
        (TOP_LINE - LOWER * n - (BELOW_TITLE if n >= text.title_lines else 0.0), _with_rest(text.lines, n))
        for n in range(min(len(text.lines), TOP_LINES))
    ]
    fronts = [match for line in text.running if (match := FRONT.match(line))]
    lines += [(TITLE, m["value"].strip("\"'")) for m in fronts if m["key"].casefold() in TITLES]
    lines += [(RUNNING, line) for line in text.running if not FRONT.match(line)]
    if text.file_title:
        lines.append((FILE_TITLE, text.file_title))
    return lines


def _with_rest(lines: list[str], number: int) -> str:
    """Give a line of the title, with the next one when it breaks off: "MINUTES OF A MEETING OF" over the name."""
    line = lines[number]
    breaks_off = number + 1 < len(lines) and TRAILING.search(line) and len(line.split()) > 1
    return f"{line} {lines[number + 1]}" if breaks_off else line


def _named_in(line: str) -> str:
    """Give the name that a line may hold; "" when the line is another fact's, or says no more than "minutes"."""
    if len(line.split()) > LONGEST_LINE or line.casefold().strip(EDGES) in listed("heading", "containers"):
        return ""
    if FRONT.match(line) and head_labels.kind_of(line.split(":")[0]) not in (None, "body"):
        return ""
    front = FRONT.match(line)
    said = body_in(front["value"] if front and front["key"].casefold() in TITLE_KEYS else line)
    return said if SHORTEST_NAME <= len(said) <= LONGEST_NAME and not is_generic(said) else ""


def _begins_within(line: str, said: str, base: float) -> bool:
    """Whether a name begins in the middle of a sentence: with a small word, and not at the start of a short title.

    What the file's properties call it is often a word of the file's name; there a small word opens no title.
    """
    bare = pattern("heading", "minutes-first").sub("", line.strip(EDGES))
    opens_title = base > RUNNING and bare.startswith(said) and len(line.split()) <= TITLE_WORDS
    opens_title = opens_title or (bare.startswith(said) and bare != line.strip(EDGES))  # "Notulen bestuur Quay"
    return said[0].islower() and said.split()[0].islower() and not opens_title


def _weight(base: float, line: str, said: str) -> float:
    """Weigh how much a line looks like the one that names the body."""
    weight = base + NAMES_BODY * _names_body(said)
    weight += LINE_SAYS_MINUTES * (pattern("heading", "says-minutes").search(line) is not None)
    weight -= WORDY * (len(said.split()) > LONG_NAME)
    if _is_of_other(line) or _begins_within(line, said, base):
        weight -= OTHER
    return weight


def _is_of_other(line: str) -> bool:
    """Whether a line is a label of something else, an entry of a list, or tells who called the meeting to order."""
    tells = pattern("heading", "calls-to-order").search(line) and _without_wrapper(line) == line
    return bool(tells or BULLET.match(line) or pattern("heading", "other-label").match(line))
