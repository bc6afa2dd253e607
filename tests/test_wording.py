"""Wordings are compiled when a text first calls for them; what they say they need, they do need; a run compiles few."""

from __future__ import annotations

import gc
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from minutes_cli.parse import decision_formulas, due, meetings, parse
from minutes_cli.parse.patterns import pattern
from minutes_cli.read import read
from minutes_cli.vocabulary import load
from minutes_cli.wording import Wording, wording
from tests.test_vocabulary import PATTERNS

FIXTURES = Path(__file__).parent.parent / "fixtures"

MOST, MOST_WRITTEN = 265, 38_500
"""Patterns, and the characters they are written with, that reading short minutes may compile: each thousand of
characters takes a millisecond, of some 130 in all. 242 and 35,600 when this was written."""


def _span(hit: re.Match[str] | None) -> tuple[int, int] | None:
    return hit.span() if hit else None


@pytest.mark.parametrize(
    "ask",
    [
        lambda by, text: _span(by.search(text)),
        lambda by, text: _span(by.search(text, 1)),
        lambda by, text: _span(by.match(text)),
        lambda by, text: _span(by.fullmatch(text)),
        lambda by, text: [hit.span() for hit in by.finditer(text)],
        lambda by, text: by.findall(text),
        lambda by, text: by.sub("x", text),
        lambda by, text: by.split(text),
        lambda by, _: (by.pattern, by.groups),
    ],
)
@pytest.mark.parametrize(
    ("written", "flags", "needs", "text"),
    [
        (r"page \d", 0, ("page",), "no such thing"),
        (r"page \d", 0, ("page",), "page 3"),
        (r"page \d", 0, ("page",), "on page 3 of 4, page 5"),
        (r"page \d", 0, ("page",), "PAGE 3"),
        (r"page \d", re.IGNORECASE, ("page",), "PAGE 3"),
        (r"page \d", 0, (), "page 3"),
        (r"\d", 0, (), ""),
    ],
)
def test_a_wording_finds_what_its_pattern_finds(
    ask: Callable[[re.Pattern[str], str], Any], written: str, flags: int, needs: tuple[str, ...], text: str
) -> None:
    plain, asked = re.compile(written, flags), wording(written, flags, needs)
    assert ask(asked, text) == ask(plain, text)
    assert ask(asked, "page 7") == ask(plain, "page 7")  # which compiles it, if that had not been needed
    assert ask(asked, text) == ask(plain, text)


def test_a_wording_is_compiled_when_a_text_holds_what_it_needs() -> None:
    asked = Wording("page [", 0, ("page",))  # cannot be compiled, so that it shows when it is
    assert asked.search("a text about something else") is None
    assert list(asked.finditer("the same")) == []
    with pytest.raises(re.error):
        asked.search("page 3")


# --- what wordings need


def must_hold(pattern: str, flags: int, needs: Iterable[str]) -> bool:
    """Whether every text that a pattern is found in holds one of the words, whatever its letters' case."""
    words = tuple(needs)
    return not _open({""}, _parser.parse(pattern, flags), words, max(map(len, words)))


def _open(ends: set[str], items: Iterable[Any], words: tuple[str, ...], reach: int) -> set[str]:
    """Give how the texts may end that hold no word yet, when they went on by a sequence; {} when all hold one."""
    for name, given in items:
        if name is code.LITERAL:
            grown = {end + chr(given).lower() for end in ends}
            ends = {end[-reach:] for end in grown if not end.endswith(words)}
        elif name is code.BRANCH:
            ends = set().union(*(_open(ends, branch, words, reach) for branch in given[1]))
        elif name in (code.SUBPATTERN, code.ATOMIC_GROUP):
            ends = _open(ends, given[-1] if name is code.SUBPATTERN else given, words, reach)
        elif name in (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT):
            least, most, repeated = given
            once = _open(ends, repeated, words, reach)
            ends = (once if least else ends | once) | ({""} if most > 1 and once else set())
        elif name is code.IN and (letters := _letters(given)):
            ends = set().union(*(_open(ends, [(code.LITERAL, letter)], words, reach) for letter in letters))
        elif ends and name not in (code.AT, code.ASSERT, code.ASSERT_NOT):
            ends = {""}
    return ends


def _letters(kinds: Iterable[Any]) -> list[int]:
    """Give the letters that a set of a few stands for, [] when it holds more than those (digits, not these)."""
    letters: list[int] = []
    for kind, given in kinds:
        if kind not in (code.LITERAL, code.RANGE):
            return []
        letters.extend([given] if kind is code.LITERAL else range(given[0], given[1] + 1))
    return letters


@pytest.mark.parametrize(
    ("written", "needs", "holds"),
    [
        (r"(?:page|seite)?\s*\d", ["page", "seite"], False),
        (r"page|\d", ["page"], False),
        (r"pa(?:g|)e", ["page"], False),
        (r"\bpage\s+\d|seite", ["page", "seite"], True),
        (r"(?:pages?|pagina)+", ["page", "agina"], True),
        (r"(?i:[Pp]age)(?= of)", ["page"], True),
        (r"clos(?:ed|ing)|conclu(?:ded|sion)", ["closed", "closing", "conclu"], True),
        (r"a\.s\.a\.p", ["a.s.a.p"], True),
        (r"(?!page)\w", ["page"], False),
        (r"(?=page)\w", ["page"], False),
    ],
)
def test_the_proof_proves(written: str, needs: list[str], holds: bool) -> None:
    assert must_hold(written, 0, needs) == holds


@pytest.mark.parametrize(
    ("topic", "name"), [each for each in PATTERNS if "needs" in load(each[0])["patterns"][each[1]]]
)
def test_patterns_need_what_they_say(topic: str, name: str) -> None:
    entry, written = load(topic)["patterns"][name], pattern(topic, name)
    assert must_hold(written.pattern, written.flags, entry["needs"])


@pytest.mark.parametrize("entry", [each for each in due._wordings() if each.needs], ids=lambda each: each.name)
def test_due_wordings_need_what_they_say(entry: due.Wording) -> None:
    written = due._pattern(entry.name)
    assert must_hold(written.pattern, written.flags, entry.needs)
    assert not entry.needs_digit or must_hold(written.pattern, written.flags, "0123456789") or "\\d" in written.pattern


@pytest.mark.parametrize(("kind", "entry"), [(k, e) for k in ("strong", "plain", "not") for e in load("decisions")[k]])
def test_formulas_need_one_of_their_stems(kind: str, entry: dict[str, Any]) -> None:
    formula = decision_formulas.Formula(entry)
    assert formula.stems == ("",) or must_hold(formula.pattern.pattern, 0, formula.stems)


def test_all_that_reading_minutes_compiles_needs_what_it_says() -> None:
    for name in ("board-text.txt", "parish-pad.md"):
        parse(meetings(read(FIXTURES / name))[0])
    gc.unfreeze()  # what a report over a book has set aside in this process is looked through too
    met = {(each.pattern, each.flags, each.needs) for each in gc.get_objects() if isinstance(each, Wording)}
    needing = [each for each in met if each[2]]
    assert len(needing) > 5
    assert [each for each in needing if not must_hold(*each)] == []


# --- what a run compiles

COUNTING = """
import re, sys
compiled, really = {}, re.compile
def counted(pattern, flags=0):
    compiled[pattern, int(flags)] = len(pattern)
    return really(pattern, flags)
re.compile = counted
from minutes_cli import aside
aside.processors = lambda: 1  # so that reading and checking count too, wherever this runs
from minutes_cli.cli import main
try:
    main(["parse", "-q", sys.argv[1], "-o", "-"])
except SystemExit:
    print(len(compiled), sum(compiled.values()), file=sys.stderr)
"""


def test_reading_short_minutes_compiles_few_patterns() -> None:
    """A third of the time for five pages went into compiling wordings; here it shows when they grow again.

    Where a new wording breaks this: is it compiled though no text calls for it? Name what it ``needs``, or write it
    shorter; else raise the figures.
    """
    command = [sys.executable, "-c", COUNTING, str(FIXTURES / "board-office.pdf")]
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, env={**os.environ, "MINUTES_CACHE": "off"}
    )
    count, characters = map(int, done.stderr.split())
    assert (count <= MOST, characters <= MOST_WRITTEN) == (True, True), f"{count} patterns, {characters} characters"
