"""People put into minutebook.yaml: whatever else stands there stays to the letter."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes_cli.book import Member
from minutes_cli.errors import SourceUnreadable, UsageProblem
from minutes_cli.store.book import load_book, read_book
from minutes_cli.store.roster import add_people, entries, with_people
from tests.hostile import WORDS

HERE = Path("minutebook.yaml")
QUILL = Member(name="Nora Quill", initials="NQ", aliases=["N. Quill"], role="Pilot")
MARSH = Member(name="Ivo Marsh")
BLOCK = "- name: Nora Quill\n  initials: NQ\n  aliases: [N. Quill]\n  role: Pilot\n"
LINE = '{name: "Nora Quill", initials: "NQ", aliases: ["N. Quill"], role: "Pilot"}'


def test_nothing_new_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "minutebook.yaml"
    assert add_people(path, [], {0: []}) is None
    assert not list(tmp_path.iterdir())
    assert with_people("body: x   # mine\n", HERE, [], {}) == "body: x   # mine\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", f"people:\n{BLOCK}"),
        ("# a comment alone\n", f"# a comment alone\npeople:\n{BLOCK}"),
        ("body: Quay Trust", f"body: Quay Trust\npeople:\n{BLOCK}"),
        ("{body: Quay Trust}\n", f"{{body: Quay Trust, people: [{LINE}]}}\n"),
        ("people:\n", f"people: [{LINE}]\n"),
        ("people: null  # nobody yet\n", f"people: [{LINE}]  # nobody yet\n"),
        ("people: []\n", f"people: [{LINE}]\n"),
        ("people: [Ivo Marsh]  # ours\n", f"people: [Ivo Marsh, {LINE}]  # ours\n"),
        (
            "people:\n- Ivo Marsh   # the mason\n\n# what follows is the house's own\nrag: {amber: 3}\n",
            f"people:\n- Ivo Marsh   # the mason\n{BLOCK}\n# what follows is the house's own\nrag: {{amber: 3}}\n",
        ),
        (
            "people:\n  - name: Ivo Marsh\n    role: >-\n      Mason\n      and diver\nbody: x\n",
            "people:\n  - name: Ivo Marsh\n    role: >-\n      Mason\n      and diver\n"
            + "".join(f"  {line}\n" for line in BLOCK.splitlines())
            + "body: x\n",
        ),
        ("people:\r\n- Ivo Marsh\r\n", "people:\r\n- Ivo Marsh\r\n" + BLOCK.replace("\n", "\r\n")),
        ("people:\n- Ivo Marsh\n...\n", f"people:\n- Ivo Marsh\n{BLOCK}...\n"),
        ("body: x\r\n", "body: x\r\npeople:\r\n" + BLOCK.replace("\n", "\r\n")),
    ],
)
def test_somebody_new_stands_last_in_the_list(before: str, after: str) -> None:
    assert with_people(before, HERE, [QUILL], {}) == after
    assert load_book(after, HERE).book.people[-1] == QUILL


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("people: [Ivo Marsh, Bo Ek]\n", 'people: [{name: "Ivo Marsh", aliases: ["I. Marsh", "IM"]}, Bo Ek]\n'),
        ("people:\n- Ivo Marsh  # x\n", 'people:\n- {name: "Ivo Marsh", aliases: ["I. Marsh", "IM"]}  # x\n'),
        (
            "people:\n- {name: Ivo Marsh, role: Mason}  # x\n",
            'people:\n- {name: Ivo Marsh, role: Mason, aliases: ["I. Marsh", "IM"]}  # x\n',
        ),
        (
            "people:\n- {name: Ivo Marsh, aliases: [Ivo]}\n",
            'people:\n- {name: Ivo Marsh, aliases: [Ivo, "I. Marsh", "IM"]}\n',
        ),
        (
            "people:\n- name: Ivo Marsh  # x\n  role: Mason\n- Bo Ek\n",
            'people:\n- name: Ivo Marsh  # x\n  role: Mason\n  aliases: ["I. Marsh", "IM"]\n- Bo Ek\n',
        ),
        (
            "people:\n- name: Ivo Marsh\n  aliases:\n  - Ivo  # x\n  role: Mason\n",
            'people:\n- name: Ivo Marsh\n  aliases:\n  - Ivo  # x\n  - "I. Marsh"\n  - "IM"\n  role: Mason\n',
        ),
        (
            "people:\n- name: Ivo Marsh\n  aliases:  # none\n",
            'people:\n- name: Ivo Marsh\n  aliases: ["I. Marsh", "IM"]  # none\n',
        ),
    ],
)
def test_further_aliases_stand_behind_those_that_are_there(before: str, after: str) -> None:
    assert with_people(before, HERE, [], {0: ["I. Marsh", "IM"]}) == after


def test_both_at_once(tmp_path: Path) -> None:
    path = tmp_path / "minutebook.yaml"
    before = "\ufeffbody: Quay Trust  # ours\npeople:\n- Ivo Marsh\n"
    path.write_bytes(before.encode())
    written = add_people(path, [QUILL], {0: ["IM"]})
    assert written is not None
    assert written.backup == tmp_path / "minutebook.yaml.bak"
    assert written.backup.read_bytes() == before.encode()
    assert path.read_bytes().startswith(b"\xef\xbb\xbfbody: Quay Trust  # ours\n")
    assert read_book(path).book.people == [Member(name="Ivo Marsh", aliases=["IM"]), QUILL]
    again = add_people(path, [Member(name="Bo Ek")], {})
    assert again is not None
    assert again.backup == tmp_path / "minutebook.yaml.bak1", "no copy is written over"


def test_a_book_that_is_not_there_is_made(tmp_path: Path) -> None:
    path = tmp_path / "minutebook.yaml"
    written = add_people(path, [QUILL, MARSH], {})
    assert written is not None
    assert written.backup is None
    assert path.read_text("utf-8") == f"people:\n{BLOCK}- name: Ivo Marsh\n"


@pytest.mark.parametrize(
    ("text", "error", "said"),
    [
        ("people: 3\n", SourceUnreadable, "this should be a list"),
        ("people: [x\n", SourceUnreadable, "this is not YAML"),
        ("body: x\n...\n", UsageProblem, "cannot be put into it as it is laid out"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_written(
    tmp_path: Path, text: str, error: type[Exception], said: str
) -> None:
    path = tmp_path / "minutebook.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(error, match=said):
        add_people(path, [QUILL], {})
    assert path.read_text("utf-8") == text
    assert not path.with_name("minutebook.yaml.bak").exists()


@pytest.mark.parametrize("words", [each for each in WORDS.values() if each.strip()])
def test_no_name_is_obeyed(tmp_path: Path, words: str) -> None:
    path = tmp_path / "minutebook.yaml"
    path.write_text("people: [{name: Ivo Marsh}]\n", encoding="utf-8")
    words = words.replace("\ud83d", "")
    if not words:
        return
    add_people(path, [Member(name=words, aliases=[words])], {0: [words]})
    assert read_book(path).book.people == [
        Member(name="Ivo Marsh", aliases=[words]),
        Member(name=words, aliases=[words]),
    ]
    (pasted,) = load_book("people:\n" + entries([Member(name=words)]), HERE).book.people
    assert pasted.name == words


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=12).filter(
    lambda said: said.strip() == said
)
LAYOUTS = ["", "people:\n", "people: []\n", "people:\n- Ivo\n", "people:\n  - {name: Ivo, aliases: [x]}\n# end\n"]


@given(st.sampled_from(LAYOUTS), st.lists(TEXT, min_size=1, max_size=3))
@settings(max_examples=60, deadline=None)
def test_any_name_comes_back_as_it_was(before: str, names: list[str]) -> None:
    new = [Member(name=name, role=name) for name in names]
    known = load_book(before, HERE).book.people
    assert load_book(with_people(before, HERE, new, {}), HERE).book.people == [*known, *new]
