"""How far a record agrees with what a careful secretary reads: field by field, right, wanted and found.

A truth says what must be found. ``optional: true`` on an entry costs nothing either way; ``any_of`` and ``text_any_of``
hold other right answers. Two texts are one when their words agree by six tenths (Dice's measure), two names when
surname and forename or its first letter agree.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from difflib import SequenceMatcher
from functools import partial
from typing import Any, NamedTuple

Said = dict[str, Any]
Alike = Callable[[object, object], float]

FIELDS = (
    "meeting", "attendees", "initials", "roles", "apologies", "items", "actions", "owners", "due", "status", "decisions"
)  # fmt: skip
SAME_TEXT = 0.6  # share of words in common: an action may lawfully be quoted with or without its owner
SAME_TITLE = 0.7  # titles are short, so that one word weighs more
TITLES = frozenset(
    ("mr", "mrs", "ms", "miss", "mx", "dr", "prof", "cllr", "councillor", "rev", "revd", "sir", "dame", "district")
)


class Count(NamedTuple):
    """How many were right, wanted and found."""

    right: int = 0
    wanted: int = 0
    found: int = 0

    def __add__(self, other: Count) -> Count:  # type: ignore[override]
        return Count(self.right + other.right, self.wanted + other.wanted, self.found + other.found)

    @property
    def precision(self) -> float | None:
        """The share of what was found that is right; None when nothing was found."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """The share of what was to be found that was; None when there was nothing to find."""
        return self.right / self.wanted if self.wanted else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None when there was nothing to find and nothing was."""
        return 2 * self.right / (self.wanted + self.found) if self.wanted + self.found else None


class Score(NamedTuple):
    """The counts of one document by field, and every difference in words."""

    counts: dict[str, Count]
    differences: list[str]


def score(truth: Said, record: Said, alike: Alike | None = None) -> Score:
    """Compare a record (as read from its YAML) with the truth of the same document.

    ``alike`` says how alike two texts are, 0 to 1; by default by their words (``likeness``). ``LEVELS`` has others.
    """
    alike = alike or likeness
    like = partial(_like, alike)
    result = Score(dict.fromkeys(FIELDS, Count()), [])
    _head(truth.get("meeting") or {}, record.get("meeting") or {}, result, alike)
    for want, got in _rows("attendees", truth, record, _same_person, result):
        if got or not want.get("optional"):
            _fact("initials", want.get("initials"), got, "initials", result, _equal)
            _fact("roles", want.get("role"), got, "role", result, like)
    _rows("apologies", truth, record, _same_person, result)
    _rows("items", truth, record, partial(_same_item, alike), result)
    people = [*(truth.get("attendees") or []), *(truth.get("apologies") or [])]
    for want, got in _rows("actions", truth, record, partial(_same_action, alike), result):
        if not want.get("optional"):
            _owners(want, got, people, result)
            _fact("due", want.get("due"), {"due": (got.get("due") or {}).get("text")}, "due", result, like)
            _fact("status", want.get("status"), got if want.get("status") else {}, "status", result, _equal)
    _rows("decisions", truth, record, partial(_same_decision, alike), result)
    return result


def words(text: object) -> list[str]:
    """The words of a text, without case, accents and points."""
    plain = unicodedata.normalize("NFKD", str(text or "")).replace("’", "'").lower()
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.findall(r"[a-z0-9]+", plain.replace("'s", "s"))


def likeness(first: object, second: object) -> float:
    """Dice's measure of the words of two texts: 1.0 when all are shared, 0.0 when none is."""
    mine, yours = Counter(words(first)), Counter(words(second))
    both = mine.total() + yours.total()
    return 2 * (mine & yours).total() / both if both else 1.0


def _folded(text: object) -> str:
    return " ".join(words(text))


LEVELS: dict[str, Alike] = {
    # how strictly two texts are compared; the four of GROBID's evaluation of extracted fields
    "strict": lambda want, got: float(" ".join(str(want).split()) == " ".join(str(got).split())),
    "soft": lambda want, got: float(_folded(want) == _folded(got)),
    "similar": lambda want, got: float(
        SequenceMatcher(None, _folded(want), _folded(got), autojunk=False).ratio() >= 0.95
    ),
    "by words": likeness,
}


def _best(alike: Alike, wanted: Iterable[object], got: Iterable[object]) -> float:
    found = list(got)
    return max(alike(want, one) for want in wanted for one in found)


def _head(want: Said, got: Said, result: Score, alike: Alike) -> None:
    bodies = want["body"] if isinstance(want.get("body"), list) else [want.get("body")]
    if want.get("body"):
        ok = bool(got.get("body")) and _best(alike, bodies, [got["body"]]) >= SAME_TITLE
        _count("meeting", ok, 1, bool(got.get("body")), f"body: {want['body']!r}, not {got.get('body')!r}", result)
    for key in ("date", "start", "end"):
        if want.get(key) is not None:
            said = got.get(key)
            _count(
                "meeting", str(want[key]) == str(said), 1, said is not None, f"{key}: {want[key]}, not {said}", result
            )


def _rows(
    field: str, truth: Said, record: Said, alike: Callable[[Said, Said], float], result: Score
) -> list[tuple[Said, Said]]:
    """Pair the rows of truth and record, the most alike first; each is paired once. A row missed is paired with {}."""
    wanted, found = truth.get(field), record.get(field) or []
    if wanted is None:
        return []
    likely = [(alike(want, got), i, j) for i, want in enumerate(wanted) for j, got in enumerate(found)]
    paired: dict[int, int] = {}
    for how, i, j in sorted(likely, key=lambda pair: -pair[0]):
        if how >= 0 and i not in paired and j not in paired.values():
            paired[i] = j
    for i, want in enumerate(wanted):
        if not want.get("optional"):
            _count(field, i in paired, 1, i in paired, f"{field}: missed {_shown(want)}", result)
    for j, got in enumerate(found):
        if j not in paired.values():
            _count(field, False, 0, 1, f"{field}: not there: {_shown(got)}", result)
    return [(want, found[paired[i]] if i in paired else {}) for i, want in enumerate(wanted)]


def _fact(field: str, want: Any, row: Said, key: str, result: Score, same: Callable[[object, object], bool]) -> None:
    got = row.get(key)
    if want or (got and field == "due"):
        ok = bool(want) and bool(got) and same(want, got)
        _count(field, ok, bool(want), bool(got), f"{field}: {want!r}, not {got!r} in {_shown(row)}", result)


def _owners(want: Said, got: Said, people: list[Said], result: Score) -> None:
    accepted = [
        {_who(name, people) for name in names} for names in [want.get("owners") or [], *(want.get("any_of") or [])]
    ]
    said = {_who(name, people) for name in got.get("owners") or []}
    if any(accepted) or said:
        message = f"owners: {want.get('owners')}, not {got.get('owners')} in {_shown(want)}"
        _count("owners", said in accepted, any(map(bool, accepted)), bool(said), message, result)


def _count(field: str, ok: bool, wanted: int, found: int, difference: str, result: Score) -> None:
    result.counts[field] += Count(int(ok), int(wanted), int(found))
    if not ok:
        result.differences.append(difference)


def _shown(row: Said) -> str:
    said = row.get("name") or row.get("initials") or row.get("title") or row.get("text") or ""
    return repr(f"{row.get('number') or row.get('ref') or ''} {said}".strip()[:90])


def _equal(want: object, got: object) -> bool:
    return words(want) == words(got)


def _like(alike: Alike, want: object, got: object) -> bool:
    return alike(want, got) >= SAME_TEXT


def _name(text: object) -> list[str]:
    said = words(text)
    return [word for word in said if word not in TITLES] or said


def _same_person(want: Said, got: Said) -> float:
    mine, yours = _name(want.get("name") or want.get("initials")), _name(got.get("name") or got.get("initials"))
    if not mine or not yours or mine[-1] != yours[-1]:
        return -1.0
    short = min(len(mine[0]), len(yours[0]))
    return (
        likeness(mine, yours)
        if len(mine) == 1 or mine[0] == yours[0] or (short == 1 and mine[0][0] == yours[0][0])
        else -1.0
    )


def _same_item(alike: Alike, want: Said, got: Said) -> float:
    if words(want.get("number")) != words(got.get("number")):
        return -1.0
    return _best(alike, [want.get("title"), *(want.get("any_of") or [])], [got.get("title")]) - SAME_TITLE


def _texts(want: Said) -> list[str]:
    return [want.get("text") or "", *(want.get("text_any_of") or [])]


def _same_decision(alike: Alike, want: Said, got: Said) -> float:
    return _best(alike, _texts(want), [got.get("text")]) - SAME_TEXT


def _same_action(alike: Alike, want: Said, got: Said) -> float:
    text = " ".join([got.get("text") or "", *(part["text"] for part in got.get("parts") or [])])
    how = _best(alike, _texts(want), [text, f"{text} {got.get('action') or ''}"]) - SAME_TEXT
    same_ref = want.get("ref") and words(want["ref"]) == words(got.get("ref"))
    return how + 0.2 if same_ref and how >= -0.1 else how


def _who(name: str, people: list[Said]) -> str:
    """One spelling for an owner: the full name when exactly one person on the list answers to it."""
    asked = _name(name)
    named = [person for person in people if person.get("name")]
    for answers in (
        [p for p in named if p.get("initials") and words(p["initials"]) == asked],
        [p for p in named if set(asked) <= set(_name(p["name"]))],
    ):
        if len(answers) == 1:
            return " ".join(_name(answers[0]["name"]))
    return " ".join(asked)
