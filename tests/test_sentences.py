"""Sentences of minutes: where they end, and where a full stop is no end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_cli.vocabulary.sentences import sentences, spans

WHOLE = [
    "Cllr. Marsh and Mr. J. Pike reported on the roof.",
    "The lease, i.e. the one signed by Dr. R.T. Holm, runs to May.",
    "The hall was hired at 7.30 p.m. on Friday for the fair.",
    "Invoice No. 14 was paid.",
    "The vicar of St. Anne's attended.",
    "Costs rose by 4.5 per cent to £1.2m.",
    "See para. 3 and fig. 2 of the report.",
    "Repairs (gutters, tiles, etc.) were agreed.",
    "1. Welcome and introductions",
    "a. Matters arising",
    "Standard terms; a new sub-group; and a fresh audit were proposed.",
    '"Is it safe?" he asked.',
    "Visit www.example.org/minutes.html for the papers.",
]

PARTED = [
    ("The roof leaks. The Clerk will write.", ["The roof leaks.", "The Clerk will write."]),
    ("It closed at 9.05 p.m. The Chair thanked all.", ["It closed at 9.05 p.m.", "The Chair thanked all."]),
    ("Paint, brushes etc. were bought. JS paid.", ["Paint, brushes etc. were bought.", "JS paid."]),
    ("A useful path.. PK also spoke.", ["A useful path..", "PK also spoke."]),
    ('He said "no." Members voted.', ['He said "no."', "Members voted."]),
    ("The answer was no. Members noted it.", ["The answer was no.", "Members noted it."]),
    ("It fell in section 4. The drain is new.", ["It fell in section 4.", "The drain is new."]),
    ("First point\nSecond point", ["First point", "Second point"]),
    ("Three tasks: • mend the gate • paint it", ["Three tasks:", "• mend the gate", "• paint it"]),
    ("Was it insured? It was.", ["Was it insured?", "It was."]),
    ("Thanks to J. Smith. The vote followed.", ["Thanks to J. Smith.", "The vote followed."]),
    ("", []),
    (" \n ", []),
]


@pytest.mark.parametrize("text", WHOLE)
def test_one_sentence_stays_whole(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(("text", "expected"), PARTED)
def test_sentences_part_where_they_end(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@given(st.text(alphabet=st.sampled_from('AbcDr.?! \n•";1(), no St'), max_size=120))
def test_no_word_is_lost_between_sentences(text: str) -> None:
    found = spans(text)
    covered = 0
    for start, end in found:
        assert covered <= start < end <= len(text)
        assert not text[covered:start].strip()
        covered = end
    assert not text[covered:].strip()
