"""What the running text of later minutes says of earlier actions: applied where it names one, else proposed.

"AP106: CLOSED" and, among matters arising, "Action 4 - complete" name their action. "Ann reported that the letter had
been sent" may mean one; that is for a person to decide.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from minutes_cli.book import StatusWords
from minutes_cli.model import Item, Meeting
from minutes_cli.register.follow_up import Doubt, Held, Matched, Sighting
from minutes_cli.register.likeness import says_little, task_words
from minutes_cli.register.mentions import Mention, behind, follow_ups, reports
from minutes_cli.register.names import folded
from minutes_cli.register.reconcile import Threads
from minutes_cli.register.rows import Row
from minutes_cli.register.threads import Draft, Thread, content
from minutes_cli.register.told import Told
from minutes_cli.vocabulary import load

LONG_ENOUGH = 4
"""Words from which on a task stands in a line of text by no chance."""

TOLD_OF = 0.4
"""The share of a task's content words (0 to 1) that a report must have to be proposed, where it names the owner."""

TOLD_OF_UNNAMED = 0.75
"""The same where it names no owner. At least two words must agree in any case."""

CANDIDATES = 3
"""How many actions a report may be proposed for; what fits more of them fits none."""


class Passages:
    """One later meeting's text, gone through for the actions that its body raised before."""

    def __init__(self, threads: Threads, meeting: Meeting, held: Held, number: int) -> None:
        self._threads, self._meeting, self._held, self._number = threads, meeting, held, number
        self._before = threads.recent(number)
        self._listed = threads.before
        self._by_stem: dict[str, list[Thread]] | None = None
        self._mentions: list[Mention] = []
        self._house: StatusWords | None = None
        self._heard: set[str] = set()

    def take_references(self, rows: Sequence[Row], house: StatusWords | None) -> list[Row]:
        """Apply the lines that name their action by its reference, and give the meeting's rows without such lines.

        "Action 4 - complete" is marked as an action, and so was read as one.
        """
        self._house = house
        self._mentions = list(follow_ups(self._meeting, self._threads.by_key, house))
        remarks = {row.words: row for row in rows if row.may_be_remark}
        own = [row.words for row in rows if row.words and row.words not in remarks]
        heard: list[str] = []
        for mention in self._mentions:
            if not _is_row(mention.rest, own) and self._take_named(mention):
                self._heard.add(mention.words)
                heard.append(task_words(mention.line))
        return [row for row in rows if row.words not in remarks or not any(row.words in words for words in heard)]

    def take_rest(self, rows: Sequence[Row]) -> None:
        """Apply the lines of a review that repeat an action's words; propose what is told in passing.

        Lines that the meeting's own rows were read from are passed over.
        """
        own = [row.words for row in rows if row.words]
        for mention in self._mentions:
            is_news = mention.in_review and mention.words not in self._heard and not _is_row(mention.rest, own)
            if is_news and self._take_words(mention):
                self._heard.add(mention.words)
        for item, sentence in reports(self._meeting):
            heard = any(sentence in words or words in sentence for words in self._heard)
            if not heard and not _is_row(sentence, own):
                self._propose_report(item, sentence)

    def _take_named(self, mention: Mention) -> bool:
        """Apply a line that names its action, or propose it; whether there is such an action at all."""
        found = [self._threads.by_key[ref] for ref in mention.refs]
        found = [thread for thread in found if thread.raised < self._number]
        for thread in found:
            self._see(thread, mention, "reference")
        return bool(found) or (mention.in_review and bool(mention.numbers) and self._take_numbers(mention))

    def _take_numbers(self, mention: Mention) -> bool:
        """Apply "Action 4 - complete" to number 4 of the last list, unless its words are about something else."""
        taken = False
        for number in mention.numbers:
            listed = [thread for thread in self._threads.listed_before(number) if thread.raised < self._number]
            if len(listed) == 1 and self._fits(mention, listed[0]):
                self._see(listed[0], mention, "reference")
                taken = True
            elif listed:
                self._draft(
                    mention, [(each, 0) for each in listed], "several fit" if len(listed) > 1 else "words differ"
                )
                taken = True
        return taken

    def _fits(self, mention: Mention, thread: Thread) -> bool:
        """Whether a numbered line may be about an action: it only states a status, or shares a word or the owner."""
        rest = mention.rest.replace(mention.told.said, "") if mention.told else mention.rest
        rest = rest.replace(mention.put_off, "")
        words = content(rest) - content(" ".join(load("follow_up")["before_status"]))
        return not words or bool(words & content(thread.row.action.text)) or thread.is_named_in(folded(mention.words))

    def _take_words(self, mention: Mention) -> bool:
        """Apply a line of a review that repeats an action's words and goes on with how it stands."""
        said = f" {task_words(mention.words)} "
        fitting = [
            (words, thread)
            for thread in self._before
            for words in thread.wordings
            if len(words.split()) >= LONG_ENOUGH and f" {words} " in said and _tells_a_task(thread.row.action.text)
        ]
        if not fitting:
            return False
        longest = {words for words, _ in fitting if not any(words in other != words for other, _ in fitting)}
        for words in sorted(longest):
            threads = list(dict.fromkeys(thread for its, thread in fitting if its == words))
            still = [thread for thread in threads if not self._closed(thread)] or threads
            told = behind(words, mention.line, self._house)
            if len(still) == 1 and (still[0].last >= self._listed or told):
                self._see(still[0], mention._replace(told=told), "same words")
            else:
                doubt: Doubt = "several fit" if len(still) > 1 else "not listed in between"
                self._draft(mention, [(thread, 100) for thread in still], doubt)
        return True

    def _closed(self, thread: Thread) -> bool:
        day = self._held.head.date
        return day is not None and thread.is_closed(day)

    def _see(self, thread: Thread, mention: Mention, matched: Matched) -> None:
        """Add a line to an action, unless this meeting has said the same of it already."""
        latest = thread.sightings[-1] if thread.sightings and thread.last == self._number else None
        if latest is not None and (mention.told is None or mention.told.status == latest.status):
            return
        sighting = self._sighting(mention.item, mention.words, mention.told, matched)
        thread.see(msgspec.structs.replace(sighting, due_said=mention.put_off), self._number)

    def _draft(self, mention: Mention, candidates: list[tuple[Thread, int]], why: Doubt) -> None:
        if mention.told is not None or why != "not listed in between":
            sighting = self._sighting(mention.item, mention.words, mention.told, "alike")
            self._threads.drafts.append(Draft(sighting, tuple(candidates), why))

    def _propose_report(self, item: Item, sentence: str) -> None:
        """Propose a report for the open actions whose content words, and owner, it has."""
        said = content(sentence)
        if self._by_stem is None:
            self._by_stem = self._stems()
        shared: Counter[Thread] = Counter(thread for stem in said for thread in self._by_stem.get(stem, ()))
        fitting = []
        for thread, common in shared.items():
            share = common / len(thread.about)
            if common > 1 and share >= (TOLD_OF if thread.is_named_in(folded(sentence)) else TOLD_OF_UNNAMED):
                fitting.append((thread, round(100 * share)))
        fitting.sort(key=lambda each: (-each[1], each[0].row.action.id))
        best = [each for each in fitting if each[1] == fitting[0][1]]
        if 0 < len(best) <= CANDIDATES:
            told = Told("done", sentence)
            sighting = self._sighting(item, sentence, told, "alike")
            self._threads.drafts.append(Draft(sighting, tuple(fitting[:CANDIDATES]), "told in passing"))

    def _stems(self) -> dict[str, list[Thread]]:
        """Give the open actions that this meeting has not settled, by the stems of their words."""
        stems: dict[str, list[Thread]] = defaultdict(list)
        for thread in self._unsettled():
            for stem in thread.about:
                stems[stem].append(thread)
        return stems

    def _unsettled(self) -> Iterator[Thread]:
        for thread in self._before:
            settled = thread.last == self._number and thread.sightings and thread.sightings[-1].status
            if not settled and not self._closed(thread):
                yield thread

    def _sighting(self, item: Item, words: str, told: Told | None, matched: Matched) -> Sighting:
        return Sighting(
            held=self._held,
            on=self._held.head.date,
            said=words,
            status=told.status if told else None,
            record=self._held.name,
            item=item.number or None,
            page=item.page,
            line=item.line,
            matched=matched,
        )


def _tells_a_task(text: str) -> bool:
    """Whether an action says something to do: names that were read as one have no word in small letters."""
    return text.isupper() or any(word[:1].islower() for word in text.split())


def _is_row(words: str, own: Sequence[str]) -> bool:
    """Whether a line is one that a row of the same meeting was read from."""
    said = task_words(words)
    is_long = len(said.split()) >= LONG_ENOUGH
    return any(row == said or (row in said and not says_little(row)) or (is_long and said in row) for row in own)
