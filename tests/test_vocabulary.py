"""The words as data: every example is read by its own entry, no word means two things, every pattern compiles."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from minutes_cli.parse import composed_labels, due, name_list, people, status
from minutes_cli.parse.context import Context
from minutes_cli.parse.decision_formulas import formula_in
from minutes_cli.parse.marked import find_marker
from minutes_cli.parse.patterns import pattern
from minutes_cli.vocabulary import FOLDER, load
from tests.parse_making import ROSTER

TOPICS = sorted(path.stem for path in FOLDER.glob("*.yaml"))
DUE: list[dict[str, Any]] = load("due")
LABELS: dict[str, Any] = load("labels")
DECISIONS: dict[str, Any] = load("decisions")
MARKERS: dict[str, Any] = load("markers")
MEANINGS: dict[str, list[str]] = load("status")["meanings"]


def doubled(words: list[str]) -> list[str]:
    return [word for word, count in Counter(words).items() if count > 1]


# --- everything


@pytest.mark.parametrize("topic", TOPICS)
def test_words_are_words(topic: str) -> None:
    """YAML reads a bare no, on, yes or y as true or false, and a bare 12 as a number."""

    def walk(value: Any, under: str = "") -> None:
        if isinstance(value, dict):
            for key, one in value.items():
                walk(one, str(key))
        elif isinstance(value, list):
            for one in value:
                walk(one, under)
        else:
            assert isinstance(value, str) or (value is None and under in ("kind", "capacity")), (under, value)

    walk(load(topic))


@pytest.mark.parametrize("topic", TOPICS)
def test_every_pattern_compiles(topic: str) -> None:
    def walk(value: Any, under: str = "") -> None:
        if isinstance(value, dict):
            for key, one in value.items():
                walk(one, str(key))
        elif isinstance(value, list):
            for one in value:
                walk(one, under)
        elif under in ("pattern", "row", "proposer", "seconder", "vote", "result", "voted") and isinstance(value, str):
            re.compile(value.replace("{", "(?:").replace("}", ")") if topic == "due" else value)

    walk(load(topic))


@pytest.mark.parametrize("topic", TOPICS)
def test_no_word_is_listed_twice_in_one_list(topic: str) -> None:
    found = []

    def walk(value: Any, under: str = "") -> None:
        if isinstance(value, dict):
            for key, one in value.items():
                walk(one, f"{under}/{key}")
        elif isinstance(value, list):
            found.extend(f"{under}: {word}" for word in doubled([one for one in value if isinstance(one, str)]))
            for one in value:
                walk(one, under)

    walk(load(topic))
    assert not found


# --- patterns: wordings that only a pattern can hold

PATTERNS = [(topic, name) for topic in TOPICS if "patterns" in load(topic) for name in load(topic)["patterns"]]


@pytest.mark.parametrize(("topic", "name"), PATTERNS)
def test_each_pattern_finds_its_examples_and_nothing_else(topic: str, name: str) -> None:
    entry, written = load(topic)["patterns"][name], pattern(topic, name)
    assert entry["examples"]
    assert [text for text in entry["examples"] if not written.search(text)] == []
    assert [text for text in entry.get("not_examples", []) if written.search(text)] == []


# --- due


@pytest.mark.parametrize(
    ("entry", "text", "said"),
    [(e, text, said) for e in DUE for text, said in e["examples"].items()],
    ids=lambda v: v if isinstance(v, str) else "",
)
def test_each_due_example_is_read_by_its_entry(entry: dict[str, Any], text: str, said: str) -> None:
    found = due.find(text)
    assert found is not None
    assert found[1] == entry["kind"]
    assert found[0].endswith(said)
    assert said in text


def test_due_entries_have_a_name_and_an_example() -> None:
    assert not doubled([entry["name"] for entry in DUE])
    assert all(entry["examples"] for entry in DUE)


def test_what_a_due_entry_needs_stands_in_its_examples() -> None:
    months, weekdays = due.months(), load("words")["weekdays"]
    for entry in DUE:
        needs = [
            w for n in entry.get("needs", []) for w in {"{month}": list(months), "{weekday}": weekdays}.get(n, [n])
        ]
        assert all(not needs or any(n in text.casefold() for n in needs) for text in entry["examples"]), entry["name"]


# --- labels


@pytest.mark.parametrize(("kind", "text"), [(e["kind"], t) for e in LABELS["people"] for t in e.get("examples", [])])
def test_label_examples(kind: str, text: str) -> None:
    found = people.read_label(text)
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize("text", [t for e in LABELS["people"] for t in e.get("not_examples", [])])
def test_what_is_no_label(text: str) -> None:
    found = people.read_label(text)
    assert found is None or not name_list.read_list(found.rest)


@pytest.mark.parametrize(("text", "kind"), LABELS["composed"]["examples"].items())
def test_composed_label_examples(text: str, kind: str) -> None:
    found = people.read_label(text)
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize("text", LABELS["composed"]["not_examples"])
def test_what_composes_no_label(text: str) -> None:
    assert composed_labels.read(text) is None


@pytest.mark.parametrize("word", [w for e in LABELS["people"] for w in e["words"]])
def test_every_label_is_found(word: str) -> None:
    found = people.read_label(f"{word.capitalize()}: Ann Forde")
    assert found is not None
    assert (found.words, found.rest) == (word, "Ann Forde")


@pytest.mark.parametrize(("word", "capacity"), [(w, e["capacity"]) for e in LABELS["offices"] for w in e["words"]])
def test_every_office_is_found(word: str, capacity: str | None) -> None:
    found = people.read_office(f"{word.capitalize()}: Ann Forde")
    assert found is not None
    assert (found.capacity, found.rest) == (capacity, "Ann Forde")


@pytest.mark.parametrize("topic", ["people", "offices"])
def test_no_label_opens_two_lists(topic: str) -> None:
    assert not doubled([word for entry in LABELS[topic] for word in entry["words"]])


@pytest.mark.parametrize("word", LABELS["nobody"])
def test_words_for_nobody_name_nobody(word: str) -> None:
    assert name_list.read_list(word) == []


# --- decisions


@pytest.mark.parametrize(
    ("kind", "name", "text"),
    [(kind, e["name"], t) for kind in ("strong", "plain") for e in DECISIONS[kind] for t in e["examples"]],
)
def test_decision_examples(kind: str, name: str, text: str) -> None:
    assert formula_in(text, strong_only=False) == name
    assert (formula_in(text, strong_only=True) is not None) is (kind == "strong")


@pytest.mark.parametrize("text", [t for e in DECISIONS["not"] for t in e["examples"]])
def test_sentences_that_decide_nothing(text: str) -> None:
    assert formula_in(text, strong_only=False) is None


# --- markers


@pytest.mark.parametrize("text", MARKERS["not_examples"])
def test_what_marks_no_task(text: str) -> None:
    assert find_marker(text, Context(ROSTER)) is None


@pytest.mark.parametrize("text", MARKERS["examples"])
def test_marker_examples(text: str) -> None:
    found = find_marker(text, Context(ROSTER))
    assert found is not None
    assert found.after
    assert text.endswith(found.after)


def test_a_group_is_no_office() -> None:
    assert not set(MARKERS["groups"]) & set(MARKERS["offices"])
    assert not set(MARKERS["no_owners"]) & {*MARKERS["groups"], *MARKERS["offices"]}


# --- status


@pytest.mark.parametrize(("meaning", "word"), [(m, w) for m, words in MEANINGS.items() for w in words])
def test_every_status_word_is_read(meaning: str, word: str) -> None:
    assert status.read(word.capitalize()) == (meaning, word.capitalize())


def test_no_status_word_means_two_things() -> None:
    assert not doubled([word for words in MEANINGS.values() for word in words])


def test_status_words_within_a_cell_are_status_words() -> None:
    assert set(load("status")["within"]) <= {word for words in MEANINGS.values() for word in words}


# --- titles, words, columns


def test_no_word_gives_two_capacities_or_modes() -> None:
    for kind in ("capacities", "modes"):
        assert not doubled([word for words in load("titles")[kind].values() for word in words])


def test_no_word_is_two_months() -> None:
    names = [load("words")[topic] for topic in ("months", "months_elsewhere")]
    assert not doubled([word for each in names for words in each.values() for word in words])


def test_no_mark_means_present_and_absent() -> None:
    marks = load("columns")["marks"]
    assert not set(marks["present"]) & set(marks["absent"])


# --- the pressed words


def test_the_pressed_words_are_those_of_the_files() -> None:
    from minutes_cli.vocabulary import press

    assert (FOLDER.parent / "pressed.py").read_text(encoding="utf-8") == press.pressed(), "run: make words"


def test_a_file_that_was_changed_since_is_read_itself(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import minutes_cli.vocabulary as vocabulary

    (tmp_path / "words.yaml").write_text("months: {1: [hartung]}\n", encoding="utf-8")
    monkeypatch.setattr(vocabulary, "FOLDER", tmp_path)
    assert vocabulary.load.__wrapped__("words") == {"months": {1: ["hartung"]}}


def test_every_word_is_a_string() -> None:
    """A bare ``on``, ``no`` or ``y`` in YAML is a truth value, not a word."""

    def walk(told: object, path: str) -> None:
        assert not isinstance(told, bool), f"quote the word at {path}"
        if isinstance(told, dict):
            for key, value in told.items():
                walk(key, f"{path}.{key}")
                walk(value, f"{path}.{key}")
        elif isinstance(told, list):
            for value in told:
                walk(value, path)

    for path in sorted(vocabulary_files()):
        walk(load(path), path)


def vocabulary_files() -> list[str]:
    return [path.stem for path in FOLDER.glob("*.yaml")]
