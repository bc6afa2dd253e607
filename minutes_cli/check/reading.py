"""Checks of how the file was read: what its reader remarked, said so that a person knows what to do about it.

A reader knows kinds and figures only (``document.Remark``); their words and codes are here. A kind that a newer
version has written into the record is passed over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from minutes_cli.check.facts import Facts
from minutes_cli.check.say import finding, listed, quoted
from minutes_cli.model import Finding, Remark

# How many authors or words a message names before it says "and others".
_NAMED = 3


def remarks(facts: Facts) -> Iterator[Finding]:
    """Say what the reader of the file remarked, each at its place when it has one."""
    source = facts.meeting.source
    for remark in source.remarks if source else ():
        if remark.kind in SPOKEN:
            code, said = SPOKEN[remark.kind]
            yield finding(code, said(remark), remark)


def _changes_accepted(remark: Remark) -> str:
    return f"{_changes(remark)}; the minutes are read as if all were accepted."


def _changes_set_aside(remark: Remark) -> str:
    return f"{_changes(remark)}; the minutes are read as they stood before."


def _changes(remark: Remark) -> str:
    """Say how many changes are open and whose: "3 tracked changes by Ada Quill and Ben Oak are still open"."""
    one = remark.count == 1
    many = "Tracked changes" if remark.count is None else f"{remark.count} tracked change{'' if one else 's'}"
    return f"{many}{_by(remark.words)} {'is' if one else 'are'} still open"


def _by(names: list[str]) -> str:
    if not names:
        return ""
    return f" by {listed(names if len(names) <= _NAMED else [*names[:_NAMED], 'others'], 'and')}"


def _attachment_read(remark: Remark) -> str:
    name = remark.words[0] if remark.words else "something attached to the file"
    return f"The minutes were read from {name}, which is attached; pages and lines are counted in it."


def _repaired(remark: Remark) -> str:
    many = "Some lines" if remark.count is None else f"{remark.count} line{'' if remark.count == 1 else 's'}"
    example = ""
    if len(remark.words) == 2:
        before, after = remark.words
        example = f", the first one here: {quoted(before)} is read as {quoted(after)}"
    return f"{many} had damaged characters that were repaired{example}."


def _lost(remark: Remark) -> str:
    around = f" near {quoted(remark.words[0])}" if remark.words else ""
    return f"Characters could not be read{around}."


def _several(remark: Remark) -> str:
    many = "several" if remark.count is None else str(remark.count)
    return f"The file holds the minutes of {many} meetings; this is the record of the one that begins here."


def _pages_unread(remark: Remark) -> str:
    """Say which pages were not read: "Pages 2 and 4 to 6 are pictures with little or no text, and were not read"."""
    where = listed(remark.words, "and") if remark.words else "unknown"
    if remark.count == 1:
        return f"Page {where} is a picture with little or no text, and was not read: add --ocr."
    return f"Pages {where} are pictures with little or no text, and were not read: add --ocr."


def _read_with_doubt(remark: Remark) -> str:
    """Name the words of a scan that may be others: "Read with doubt: “Carnp”, “l4th” (at worst 41% sure)"."""
    words = ", ".join(quoted(word) for word in remark.words)
    sure = "" if remark.confidence is None else f" (at worst {remark.confidence:.0%} sure)"
    if remark.line is not None:
        return f"Read with doubt from a scan: {words}{sure}."
    return f"The scan of this page is hard to read; {remark.count} words are in doubt, such as {words}{sure}."


SPOKEN: dict[str, tuple[str, Callable[[Remark], str]]] = {
    # kind of remark: its code, and how it is said
    "changes accepted": ("R603", _changes_accepted),
    "changes set aside": ("R603", _changes_set_aside),
    "attachment read": ("R620", _attachment_read),
    "several meetings": ("R610", _several),
    "characters repaired": ("R611", _repaired),
    "characters lost": ("R601", _lost),
    "pages unread": ("R630", _pages_unread),
    "read with doubt": ("R631", _read_with_doubt),
}

CHECKS = (remarks,)
