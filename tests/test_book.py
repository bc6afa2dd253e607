"""``minutebook.yaml`` is found, read, held to its shape, and said to be wrong where it is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import pytest
import yaml

from minutes_cli.book import Book, Member, Planned, together
from minutes_cli.errors import SourceUnreadable
from minutes_cli.store.book import load_book, read_book
from minutes_cli.store.home import book_of
from minutes_cli.store.schema import book_schema

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
