"""Publishing: what of a body's records may be shown to everybody, and what was withheld.

In come meetings with the names of their records and what the book says; out go the same without what is confidential,
or without names, and an account of what was withheld. The records themselves stay as they are. Only the commands knock
here.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from minutes_cli.book import Book
from minutes_cli.model import Meeting
from minutes_cli.publish.people import Covers, covered_book
from minutes_cli.publish.restricted import unrestricted

KINDS = ("people", "restricted")
"""What can be withheld: the names of people, and what is marked as not for publication."""


class Published(NamedTuple):
    """Records without what is withheld, the book likewise, and an account of it, a sentence each."""

    records: list[tuple[str, Meeting]]
    book: Book
    account: list[str]


def published(records: Sequence[tuple[str, Meeting]], book: Book, withhold: Collection[str]) -> Published:
    """Leave out of records what is not for everybody.

    ``withhold`` are some of ``KINDS``. ``restricted`` leaves out items that are marked confidential, private and the
    like, those below them and behind a heading such as "Confidential items", with their actions and decisions.
    ``people`` puts initials or an office in the place of every name on an attendance list or the roster, and leaves out
    addresses and telephone numbers. Names that are on no list cannot be found; the account says so.
    """
    account: list[str] = []
    kept = list(records)
    if "restricted" in withhold:
        kept, account = unrestricted(kept)
    if "people" in withhold:
        covers = Covers([meeting for _, meeting in records], book)
        kept = [(name, covers.of(meeting)) for name, meeting in kept]
        book = covered_book(book, covers)
        account += covers.account()
    return Published(kept, book, account)
