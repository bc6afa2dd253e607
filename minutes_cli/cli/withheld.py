"""What is withheld of the records behind a report, when it is for publication."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from minutes_cli.cli.talk import say

if TYPE_CHECKING:
    from minutes_cli.book import Book
    from minutes_cli.model import Meeting
    from minutes_cli.publish import Published


def withholding(records: Sequence[tuple[str, Meeting]], book: Book, redact: Sequence[str]) -> Published:
    """Withhold what was asked for from records and their book, and tell of it; nothing asked for leaves all."""
    from minutes_cli.publish import Published, published

    if not redact:
        return Published(list(records), book, [])
    found = published(records, book, redact)
    for line in found.account:
        say(line)
    return found
