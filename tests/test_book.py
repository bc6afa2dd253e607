"""``minutebook.yaml`` is found, read, held to its shape, and said to be wrong where it is."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import pytest
import yaml

from minutes_cli import store
from minutes_cli.book import Book, Member, Planned, StatusWords, Words, together
from minutes_cli.errors import SourceUnreadable
from minutes_cli.model import Meeting
from minutes_cli.store.book import load_book, read_book
from minutes_cli.store.home import book_of
from minutes_cli.store.schema import book_schema
from minutes_cli.vocabulary.house import with_house

WHOLE = """\
# The trustees of the harbour
body: Fennick Harbour Trust
short: FHT
bodies:
- Slipway Committee
- {name: Finance Committee, short: FIN, aliases: [Finance Sub-Committee]}
people:
- {name: Nora Quill, initials: NQ, aliases: [NJQ, Captain Quill], role: Pilot, email: nora@example.org}
- {name: Ivo Marsh, initials: IM, left: 2031-05-01}
- Una Teal
meetings: [2031-03-04, {date: 2031-05-06, name: AGM, start: 19:30}]
words:
  columns: {owner: [Bearer], due: [Tide]}
  markers: [TASK]
  status: {in progress: [on the slip], done: [yes, on]}
rag: {amber: 14}
numbering: continuous
"""


def read(text: str) -> Book:
    return load_book(text, Path("minutebook.yaml")).book


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "body:\n", "people: []\n", "\ufeff# with a mark\n"])
def test_a_book_that_says_nothing_is_empty(text: str) -> None:
    assert read(text) == Book()


def test_everything_is_read_as_written() -> None:
    found = load_book(WHOLE, Path("minutebook.yaml"))
    book = found.book
    assert found.findings == ()
    assert [each.name for each in book.all_bodies] == [
        "Fennick Harbour Trust",
        "Slipway Committee",
        "Finance Committee",
    ]
    assert book.people[0].aliases == ["NJQ", "Captain Quill"]
    assert book.people[1].left == date(2031, 5, 1)
    assert book.people[2] == Member(name="Una Teal")
    assert book.meetings == [Planned(date=date(2031, 3, 4)), Planned(date=date(2031, 5, 6), name="AGM", start="19:30")]
    assert book.words.columns.owner == ["Bearer"]
    assert book.words.status.in_progress == ["on the slip"]
    assert book.words.status.done == ["yes", "on"]
    assert (book.rag.amber, book.numbering) == (14, "continuous")


@pytest.mark.parametrize(
    ("text", "line", "said", "next_step"),
    [
        ("a: [\n", 2, "not YAML", "Mend that line"),
        ("- a\n", 1, "keys with their values", "Begin with: body:"),
        ("body: A\nrag: 3\n", 2, "rag: this should be a block of keys", "Mend it"),
        ("rag: {amber: soon}\n", 1, "rag.amber: this should be a number", "Mend it"),
        ("people:\n- name: A\n- {initials: B}\n", 3, "people[1]: the key `name` is missing", "Add it"),
        ("people:\n- name: A\n  left: soon\n", 3, "people[0].left: 'soon' is not a date", "2031-03-04"),
        ("meetings: [2031-03-04, May]\n", 1, "meetings[1]", "2031-03-04"),
        ("numbering: by hand\n", 1, "numbering: 'by hand' is not known", "meeting, year or continuous"),
        ("body: A\nbody: B\n", 2, "stands twice", "Remove one"),
    ],
)
def test_what_is_wrong_is_said_with_its_line_and_the_next_step(text: str, line: int, said: str, next_step: str) -> None:
    with pytest.raises(SourceUnreadable) as caught:
        read(text)
    assert caught.value.message.startswith(f"minutebook.yaml:{line}: ")
    assert said in caught.value.message
    assert next_step in caught.value.hint


def test_a_key_that_is_not_known_is_a_finding_at_its_line_and_kept() -> None:
    found = load_book("body: A\npeople:\n- name: B\n  colour: red\nwords:\n  columns: {bearer: [X]}\n", Path("b.yaml"))
    assert [(f.code, f.line, f.message.split()[0]) for f in found.findings] == [
        ("B701", 4, "people[0].colour"),
        ("B701", 6, "words.columns.bearer"),
    ]
    assert found.book.people[0].extra == {"colour": "red"}


def test_the_nearest_book_upward_counts_and_the_search_ends_at_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    year = home / "board" / "2031"
    year.mkdir(parents=True)
    monkeypatch.setattr(Path, "home", lambda: home)
    (tmp_path / "minutebook.yaml").write_text("body: Somebody else\n", encoding="utf-8")
    assert book_of(year) is None
    (home / "board" / "minutebook.yaml").write_text("body: Board\n", encoding="utf-8")
    found = book_of(year / "march.yaml")
    assert found is not None
    assert read_book(found).book.body == "Board"
    (year / "minutebook.yaml").write_text("body: Board of 2031\n", encoding="utf-8")
    assert book_of(year) == (year / "minutebook.yaml").resolve()


def test_the_schema_takes_what_is_read_and_refuses_what_is_refused() -> None:
    jsonschema.Draft202012Validator.check_schema(book_schema())
    whole = yaml.load(WHOLE, Loader=yaml.BaseLoader)  # noqa: S506  it makes text only
    whole["rag"]["amber"] = 14
    jsonschema.validate(whole, book_schema())
    for wrong in ({"rag": 3}, {"people": [{"initials": "B"}]}, {"numbering": "by hand"}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(wrong, book_schema())


def test_several_books_are_joined_with_each_ones_people_marked() -> None:
    one, other = Book(body="A", people=[Member(name="N")]), Book(body="B", short="b", people=[Member(name="N")])
    both = together([one, other])
    assert [(each.name, each.short) for each in both.all_bodies] == [("A", None), ("B", "b")]
    assert [each.body for each in both.people] == ["A", "B"]
    assert together([]) == Book()
    assert together([one]) is one


HOUSE_MINUTES = """\
Minutes of the Fennick Harbour Trust held on 4 March 2031

Present: Nora Quill (NQ), Ivo Marsh (IM)

1. Moorings

The outer row has worn chains.

BOUND IM to ask for three prices for the chain - on the slip

2. Any other business

| Nr | Chore           | Bearer | Tide         |
|----|-----------------|--------|--------------|
| 1  | Paint the door  | NQ     | 1 April 2031 |
| 2  | Order a lamp    | IM     | 2 April 2031 |
"""
HOUSE = """\
body: Fennick Harbour Trust
words:
  columns: {task: [Chore], owner: [Bearer], due: [Tide]}
  markers: [Bound]
  status: {in progress: [on the slip]}
"""


def parsed_in(folder: Path, *files: str) -> tuple[list[Meeting], str]:
    command = [sys.executable, "-m", "minutes_cli", "parse", "--force", *files]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, encoding="utf-8")
    records = [folder / file.replace(".md", ".yaml") for file in files]
    return [store.read_record(record) for record in records if record.exists()], done.stderr


def test_minutes_are_read_with_the_words_of_their_house(tmp_path: Path) -> None:
    (tmp_path / "trust.md").write_text(HOUSE_MINUTES, encoding="utf-8")
    (without,), _ = parsed_in(tmp_path, "trust.md")
    (tmp_path / "minutebook.yaml").write_text(HOUSE, encoding="utf-8")
    (found,), told = parsed_in(tmp_path, "trust.md")
    assert without.actions == []
    assert [(each.text, each.owners) for each in found.actions if each.how == "action-table"] == [
        ("Paint the door", ["NQ"]),
        ("Order a lamp", ["IM"]),
    ], told
    (marked,) = (each for each in found.actions if each.how == "marker")
    assert (marked.owners, marked.status, marked.status_said) == (["IM"], "in progress", "on the slip")


def test_the_words_of_another_house_are_not_mixed_in(tmp_path: Path) -> None:
    for name, text in (("one", HOUSE), ("other", "words: {markers: [Task]}\n"), ("third", "words: [\n")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "minutebook.yaml").write_text(text, encoding="utf-8")
        (tmp_path / name / "trust.md").write_text(HOUSE_MINUTES, encoding="utf-8")
    found, told = parsed_in(tmp_path, "one/trust.md", "other/trust.md", "third/trust.md")
    assert len(found) == 1
    assert "the house words in its minutebook.yaml are not those of the minutes before it. Read it by itself" in told
    assert "minutebook.yaml:2: this is not YAML" in told


def test_words_of_a_house_take_their_meaning_from_others_and_leave_the_rest_alone() -> None:
    own = Words(status=StatusWords(open=["Done"]), markers=["  Bound  to "])
    meanings = with_house("status", {"meanings": {"done": ["done", "closed"], "open": ["open"]}, "doubts": []}, own)
    assert meanings == {"meanings": {"done": ["closed"], "open": ["done", "open"]}, "doubts": []}
    assert with_house("markers", {"words": ["ap"], "x": 1}, own) == {"words": ["bound to", "ap"], "x": 1}
    assert with_house("columns", {"task": ["task"]}, own) == {"task": ["task"]}
    assert with_house("due", [1], own) == [1]
