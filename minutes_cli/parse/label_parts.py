"""Cut a paragraph that holds several lists of people into one part a label: "Present: A Reed. Apologies: B Moss"."""

from __future__ import annotations

from minutes_cli.parse import composed_labels
from minutes_cli.parse.people import read_label, read_office
from minutes_cli.wording import wording

MOST = 6  # words of a label within a line
WITHIN = 3000  # characters of a paragraph that are looked at
WORD = wording(r"\S+")
ENDS = (".", ";", ",", ")", "|", ":")  # what may stand before a label of several words of any sort


def cut(text: str) -> list[str]:
    """Cut a text before each label that stands within it; the first part is the text up to the first of them.

    >>> cut("Present: A Reed, B Moss. Apologies: C Vane")
    ['Present: A Reed, B Moss.', 'Apologies: C Vane']
    """
    starts = [0]
    colon = text.find(":", 1)
    while 0 <= colon < WITHIN:
        start = _label_start(text, starts[-1], colon)
        if start > starts[-1]:
            starts.append(start)
        colon = text.find(":", colon + 1)
    return [text[a:b].strip() for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]


def _opens_part(text: str) -> bool:
    """Whether a group or an office in words of its own opens a part: "Social Secretary: Kit Park"."""
    return composed_labels.read_named_office(text) is not None or composed_labels.read_group(text) is not None


def _is_plain_label(text: str) -> bool:
    """Whether a text is a label that holds no name: "Members present (remote):", not "Bo Pike Members present:"."""
    label = read_label(text) if text[0].isupper() else None
    return label is not None and not label.rest and composed_labels.is_plain(label.words)


def _label_start(text: str, begin: int, colon: int) -> int:
    """Give where the label that a colon closes begins, the longest one; -1 when it closes none."""
    words = list(WORD.finditer(text, begin, colon))[-MOST:]
    plain = [word.start() for word in words if _is_plain_label(text[word.start() : colon + 1])]
    if plain and plain[0] > begin:
        return plain[0]
    for start in (word.start() for word in words):
        said = text[start : colon + 1]
        if not said[0].isupper() and text[:1].isupper():
            continue
        parted = start == begin or text[:start].rstrip().endswith(ENDS)
        if start == begin and _opens_part(text[start : start + WITHIN]):
            return -1
        label = read_label(said) if parted or composed_labels.read(said) is None else None
        office = read_office(said)
        if (label and not label.rest) or (office and not office.rest):
            return start
    return -1
