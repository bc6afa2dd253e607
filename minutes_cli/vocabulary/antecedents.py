"""Whom a sentence means by "he", "she" and "they" at its beginning: the people whom the sentences above speak of.

"Mr Dane has the oil. He will see to the hinge." binds Dane. Only where one reading is left: a sentence that names
somebody else beside its subject, or begins with a name nobody knows, leaves the next "he" unresolved.
"""

from __future__ import annotations

from functools import cache

from minutes_cli.vocabulary import load
from minutes_cli.vocabulary.commitments import Commitment, find_all
from minutes_cli.vocabulary.doers import People, doer_words
from minutes_cli.vocabulary.subjects import after
from minutes_cli.wording import wording

_PRONOUN = wording(
    r"[\W_]*(?P<who>He|She|They|S/he|He/she)(?:['’]ll\b|\s+(?:(?:also|then)\s+)?(?:will|would|shall|is to|are to|agreed"
    r"|offered|volunteered|has agreed|have agreed|needs? to)\b)"
)
_SPEAKER = wording(r"(?P<who>[^:.!?]{2,40}):\s+(?:I\s+will|I['’]ll|Will|will)\s+(?=[a-z])")  # "Ann: Will ring them"
_SPOKEN = wording(r"[\W_]*(?P<who>[A-Z][^:.!?]{1,39}):\s")
_PROMISE = wording(r"(?:[^:.!?]{2,40}:\s+)?I(?:\s+will|['’]ll)\s+(?:(?:also|then)\s+)?(?P<verb>[a-z]+)\s+\w")
_ANY_PRONOUN = wording(r"[\W_]*(?:He|She|They|S/he|His|Her|Their)\b")
_CAPITAL = wording(r"(?<![\w.’'-])[A-ZÀ-Þ][\w’'-]*")
_LABEL = wording(r"[^.:!?]{2,60}?(?::|\s[-–—])\s+")  # "Fees: Mr Dane has ..." speaks of Dane
_REACH = 8  # sentences above that are looked at, those that begin with pronouns included
_FAR = 3  # sentences; a pronoun does not reach back over so many of them


class Antecedents:
    """The people spoken of so far in one paragraph or item, as the next pronoun would mean them."""

    def __init__(self, known: People | None) -> None:
        self.known = known or People()
        self.speaker = ""  # who speaks in the present paragraph: "Ann: I agree. I will ring them."
        self.above: list[str] = []  # the sentences so far; who they speak of is asked only when a pronoun comes
        self.one: tuple[str, ...] = ()  # whom "he" or "she" means
        self.several: tuple[str, ...] = ()  # whom "they" means
        self.age = 0

    def read(self, sentence: str) -> list[Commitment]:
        """Find everything a sentence binds people to (``commitments.find_all``), its opening pronoun resolved."""
        found = find_all(sentence, self.known)
        pronoun = _PRONOUN.match(sentence)
        if pronoun and not found:
            owners = self._meant(several=pronoun["who"] == "They")
            if owners:
                meant = f"{' and '.join(owners)}{sentence[pronoun.end('who') :]}"
                found = [one._replace(owners=owners) for one in find_all(meant, self.known)[:1]]
        if not found and (speaker := _SPEAKER.match(sentence)):
            found = find_all(f"{speaker['who']} will {sentence[speaker.end() :]}", self.known)[:1]
        if not found and self.speaker and (promise := _PROMISE.match(sentence)):
            meant = f"{self.speaker} will {sentence[promise.start('verb') :]}"
            found = find_all(meant, self.known)[:1] if promise["verb"] in _deeds() else []
        self.above.append(sentence)
        return found

    def begin(self, paragraph: str) -> None:
        """Begin a paragraph, which may name its speaker, as "Ann: I agree" does."""
        label = _SPOKEN.match(paragraph)
        self.speaker = label["who"] if label else ""

    def _meant(self, several: bool) -> tuple[str, ...]:
        """Give whom a pronoun means behind the sentences above; () when that is open."""
        self._forget()
        for sentence in self.above[-_REACH:]:
            self._note(sentence)
        if self.age >= _FAR:
            return ()
        return self.several if several else self.one

    def _note(self, sentence: str) -> None:
        """Take in whom a sentence speaks of."""
        self.age += 1
        named = self._named(sentence)
        start = len(sentence) - len(sentence.lstrip("\t -–—•*("))
        opening = after(sentence, start, self.known)
        if (opening is None or "person" not in opening.kinds) and (label := _LABEL.match(sentence)):
            opening = after(sentence, label.end(), self.known)
        if opening is not None and opening.kinds == {"person"}:
            words = {word for owner in opening.owners for word in owner.casefold().split()}
            alone = len(opening.owners) == 1 and named <= words
            self._forget()
            self.one = opening.owners if alone else ()
            self.several = opening.owners if len(opening.owners) > 1 and named <= words else ()
        elif named:
            self._forget()
            self.several = self._row(sentence, named)
        elif not (_ANY_PRONOUN.match(sentence) or self._opens_plainly(sentence[start:])):
            self._forget()

    def _forget(self) -> None:
        self.one = self.several = ()
        self.age = 0

    def _named(self, sentence: str) -> set[str]:
        """Give the words of a sentence that are names of people whom the document knows."""
        ours = self.known.words | self.known.heard
        words = (match[0] for match in _CAPITAL.finditer(sentence))
        return {word.casefold() for word in words if word.casefold() in ours or word in self.known.initials}

    def _row(self, sentence: str, named: set[str]) -> tuple[str, ...]:
        """Give the one row of people a sentence names ("a group of Ann, Bob and Cara"), when it names no others."""
        for match in _CAPITAL.finditer(sentence):
            row = after(sentence, match.start(), self.known)
            if row is not None and len(row.owners) > 1 and row.kinds == {"person"}:
                words = {word for owner in row.owners for word in (owner, *owner.casefold().split())}
                return row.owners if named <= words else ()
        return ()

    def _opens_plainly(self, sentence: str) -> bool:
        """Whether a sentence opens with an ordinary word, not with a name that nobody knows."""
        first = sentence.split(" ", 1)[0].strip(",;:").casefold()
        return first in _openers() or not sentence[:1].isupper()


@cache
def _deeds() -> frozenset[str]:
    words = load("commitments")["words"]
    return frozenset(words["deeds"]) | frozenset(words["asking"])


@cache
def _openers() -> frozenset[str]:
    return frozenset(load("speech")["openers"]) | doer_words().small | doer_words().articles
