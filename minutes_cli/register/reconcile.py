"""Follow each action of one body through its meetings, in order of date; nothing is guessed.

A later row is an earlier action when its reference says so, where references run on, or by its words (``recognition``);
lines of the text that follow actions up are read in ``passages``. Whatever is less certain is proposed to a person, and
a row in doubt is a new action until they decide. ``docs/reports.md`` has the rules in full.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from minutes_cli.book import Book
from minutes_cli.register.numbering import Numbered, means_the_same, reference, running, scheme
from minutes_cli.register.recognition import Lists, Option, Verdict, by_words, lists_of, one_row_each
from minutes_cli.register.rows import Row, seen_again
from minutes_cli.register.threads import Draft, Thread

WINDOW = 6
"""Meetings of a body after which an action is known again by its reference only: of monthly meetings half a year."""

SAME_AS = "same_as"
"""The key beside an action by which a person decides: the identity of the earlier action that it is, or ``new``."""

NEW = "new"


class Threads:
    """The actions of one body so far, ready to be asked which of them a later row, or line, is about."""

    def __init__(self, meetings: Sequence[Sequence[Row]], book: Book) -> None:
        numbered = [
            [Numbered(row.action.ref, row.action.text) for row in rows if not row.may_be_remark] for rows in meetings
        ]
        self._running = running(numbered, book.numbering)
        self._by_year = book.numbering == "year"
        self.all: list[Thread] = []
        self.drafts: list[Draft] = []
        self.by_key: dict[str, Thread] = {}
        self.before = -1  # the last meeting that listed actions
        self._listed: dict[str, list[Thread]] = {}
        self._by_id: dict[str, Thread] = {}
        self._recent: list[Thread] = []

    def key(self, row: Row) -> str | None:
        """Give the reference by which a row is known at every meeting of its body, when there is such a one."""
        ref = reference(row.action.ref)
        if self._by_year and row.held.head.date:
            return f"{row.held.head.date.year}/{ref}"
        return ref if scheme(row.action.ref) in self._running else None

    def identity(self, row: Row) -> str:
        """Give a row's identity among those of its body: its own number where references run on, else the record's."""
        key = self.key(row)
        if key is None:
            return row.action.id
        return key if self._by_year else "".join(row.action.ref.split())

    def recent(self, number: int) -> list[Thread]:
        """Give the actions that meetings within the window before this one raised or spoke of."""
        self._recent = [thread for thread in self._recent if number - thread.last <= WINDOW]
        return [thread for thread in self._recent if thread.raised < number]

    def listed_before(self, ref: str) -> list[Thread]:
        """Give the actions that the last list before this meeting had under a number: "Action 4"."""
        return self._listed.get(reference(ref), [])

    def take_rows(self, rows: Sequence[Row], number: int) -> None:
        """Take a meeting's own rows: each continues an earlier action, or raises one."""
        recent = self.recent(number)
        lists = lists_of(rows, recent, self.before)
        verdicts = [self._verdict(row, recent, number, lists) for row in rows]
        one_row_each(rows, verdicts)
        for row, verdict in zip(rows, verdicts, strict=True):
            if verdict.is_certain:
                option = verdict.options[0]
                option.thread.see(seen_again(row, verdict.matched, option.likeness), number, row)
                self._by_id[row.action.id] = option.thread
                if (key := self.key(row)) is not None:
                    self.by_key.setdefault(key, option.thread)
                    option.thread.renumber(self.identity(row))
            else:
                self._raise(row, verdict, number)

    def close_meeting(self, rows: Sequence[Row], number: int) -> None:
        """Remember a meeting's list, so that the next one's "Action 4" is looked up in it."""
        if rows:
            self.before = number
            self._listed = defaultdict(list)
            for row in rows:
                self._listed[reference(row.action.ref)].append(self._by_id[row.action.id])

    def _verdict(self, row: Row, recent: Sequence[Thread], number: int, lists: Lists) -> Verdict:
        said = str(row.action.extra.get(SAME_AS) or "")
        if said == NEW:
            return Verdict()
        if said and (thread := self._by_id.get(said) or self.by_key.get(reference(said))):
            return Verdict([Option(thread, 100, True)], "by hand")
        key = self.key(row)
        if key is None:
            return by_words(row, recent, lists)
        known = self.by_key.get(key)
        if known is None:  # a new number; but the action may have had none yet, from the time before they ran on
            return by_words(row, [thread for thread in recent if self.key(thread.row) is None], lists)
        if known.raised == number:
            return Verdict()
        fits = means_the_same(known.row.action.text, row.action.text)
        return Verdict([Option(known, 100, fits)], "reference", None if fits else "words differ")

    def _raise(self, row: Row, verdict: Verdict, number: int) -> None:
        thread = Thread(row, number)
        key = self.key(row)
        thread.known_as = row.action.id
        if key is not None and key not in self.by_key:
            self.by_key[key] = thread
            thread.known_as = self.identity(row)
        self.all.append(thread)
        self._recent.append(thread)
        self._by_id[row.action.id] = thread
        if verdict.options and verdict.doubt:
            candidates = tuple((option.thread, option.likeness) for option in verdict.options)
            sighting = seen_again(row, verdict.matched, verdict.options[0].likeness)
            self.drafts.append(Draft(sighting, candidates, verdict.doubt, thread))
