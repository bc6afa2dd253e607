"""A record is written byte for byte as PyYAML would write it, whoever writes it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from minutes_cli.store import writing
from minutes_cli.store.emitting import NotOrdinary, emit
from minutes_cli.store.writing import WIDTH, _OnOneLine, _style, by_pyyaml

WORDS = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "no",
                "a",
                "word",
                "Ann's",
                "-",
                "#",
                "x:",
                "'",
                "''",
                "1.",
                "%",
                "(b)",
                "é",
                "“so”",
                "1:30",
                "[x]",
                "a#b",
                ",",
            ]
        ),
        st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=24),
        st.integers(90, 110).map(lambda length: "w" * length),
    ),
    max_size=40,
)
TEXT = st.one_of(
    WORDS.map(" ".join),
    WORDS.map("  ".join),
    st.lists(WORDS.map(" ".join), max_size=5).map("\n".join),
    st.text("0123456789-+.:eExTZ_ ", max_size=22),
    st.sampled_from(
        ["yes", "NO", "Null", "~", "<<", "=", "", "---", "...", "--- a", "-", "- a", "?", "? a", ":", ": a", "!", "nan"]
    ),
)
VALUE = st.one_of(TEXT, st.none(), st.booleans(), st.integers(), st.dates())
ROW = st.dictionaries(st.sampled_from(["name", "text", "no", "On", "y", "a_b", "due", "x1"]), VALUE, min_size=1)
BLOCK = st.dictionaries(
    st.sampled_from(["schema", "meeting", "items", "owners", "empty"]),
    st.one_of(
        VALUE,
        ROW,
        st.lists(VALUE, max_size=12).map(_OnOneLine),
        st.lists(
            st.dictionaries(st.sampled_from(["ref", "text", "parts"]), st.one_of(VALUE, st.lists(ROW)), min_size=1)
        ),
    ),
    min_size=1,
)


@settings(max_examples=400)
@given(BLOCK)
@example({"text": "w " * 60 + "end"})
@example({"text": "It is Ann's: " + "w" * 82 + " x y"})
@example({"text": ("first line " * 12).strip() + "\n\n\nsecond\nthird"})
def test_it_writes_what_pyyaml_writes(values: dict[str, Any]) -> None:
    try:
        written = emit(values, width=WIDTH, style=_style)
    except NotOrdinary:
        return
    assert written == by_pyyaml(values)


@settings(max_examples=400)
@given(st.sampled_from(["k", "longer_key"]), TEXT)
def test_each_text_is_written_as_pyyaml_writes_it(key: str, text: str) -> None:
    deep = {"meeting": {key: text}, "items": [{key: text, "parts": [{key: text}], "owners": _OnOneLine([text])}]}
    for values in ({key: text}, {key: {key: text}}, {"l": [{key: text}]}, {"l": _OnOneLine([text, "AF"])}, deep):
        try:
            written = emit(values, width=WIDTH, style=_style)
        except NotOrdinary:
            continue
        assert written == by_pyyaml(values)


@pytest.mark.parametrize(
    "value",
    [
        "plain",
        "Ann's",
        "no",
        "2031-03-04",
        date(2031, 3, 4),
        None,
        True,
        7,
        "a: b",
        "é",
        "word " * 40 + "end",
        "one\ntwo",
    ],
)
def test_what_records_are_made_of_is_ordinary(value: Any) -> None:
    assert emit({"k": value}, width=WIDTH, style=_style) == by_pyyaml({"k": value})


@pytest.mark.parametrize(
    "value", ["tab\there", "\x1b[31m", "😀", " lead\nline", ["a"], {"": 1}, 1.5, _OnOneLine(["w" * 120])]
)
def test_the_rest_is_left_to_pyyaml(value: Any) -> None:
    with pytest.raises(NotOrdinary):
        emit({"k": value}, width=WIDTH, style=_style)
    assert writing.as_yaml({"k": value}).startswith("k:")
