"""``minutes roster`` as a person uses it: printed to be pasted, written where it is certain, in every format."""

from __future__ import annotations

import json
import unicodedata
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from minutes_cli import store
from minutes_cli.book import Member
from minutes_cli.cli import main
from minutes_cli.model import Head, Meeting, Person
from minutes_cli.render import EVERY_FORMAT
from minutes_cli.store.book import load_book, read_book
from tests import hostile

LISTS = [
    ["Nora Quill (NQ)", "Ivo Marsh", "Una Teal"],
    ["NORA QUILL (NQ)", "I. Marsh", "Una Teal"],
    ["N. Quill (NQ)", "Ivo Marsh", "Bo Ek"],
]
PASTED = """\
people:
# 2 meetings, 4 March 2031 to 3 May 2031
- name: Ivo Marsh
# 3 meetings, 4 March 2031 to 3 May 2031
#   "Nora Quill" 2 times, first in 0.yaml:1:3
#   "N. Quill" in 2.yaml:1:3
- name: Nora Quill
  initials: NQ
  aliases: [N. Quill]
# 2 meetings, 4 March 2031 to 3 April 2031
- name: Una Teal
# To be decided:
# I. Marsh and Ivo Marsh: one person?
#   For it: the same initials and surname; it fits nobody else on the lists; never named at one meeting together.
#   Against it: it is named at one meeting only.
# If it is so, add the name to the aliases of the other; if it is not, put both on the roster.
# Left out: 1 name that only one meeting has.
"""


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of three records, which is the current one."""
    folder = tmp_path / "book"
    write(folder, LISTS)
    monkeypatch.chdir(folder)
    return folder


def write(folder: Path, lists: list[list[str]], body: str = "Quay Trust") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for place, names in enumerate(lists):
        people = [
            Person(name=name, initials=initials.rstrip(")") or None, page=1, line=3)
            for name, _, initials in (each.partition(" (") for each in names)
        ]
        head = Head(body=body, date=date(2031, 3, 4) + timedelta(days=30 * place))
        (folder / f"{place}.yaml").write_text(store.dump(Meeting(meeting=head, attendees=people)), encoding="utf-8")


def run(*words: object) -> Result:
    return CliRunner().invoke(main, ["roster", *map(str, words)])


def test_it_is_printed_to_be_pasted(book: Path) -> None:
    result = run()
    assert (result.exit_code, result.stdout, result.stderr) == (0, PASTED, "")
    people = load_book(result.stdout, Path("minutebook.yaml")).book.people
    assert people[1] == Member(name="Nora Quill", initials="NQ", aliases=["N. Quill"])
    assert not (book / "minutebook.yaml").exists()
    assert run("-o", "roster.yaml").exit_code == 0
    assert (book / "roster.yaml").read_text("utf-8") == PASTED


def test_what_is_certain_is_written_once(book: Path) -> None:
    (book / "minutebook.yaml").write_text("body: Quay Trust   # ours\npeople:\n- Una Teal  # since 2020\n", "utf-8")
    result = run("--write", book)
    assert (result.exit_code, result.stdout) == (0, "")
    assert f"2 people added. As it was: {book / 'minutebook.yaml.bak'}" in result.stderr
    assert "1 name left for you to decide" in result.stderr
    text = (book / "minutebook.yaml").read_text("utf-8")
    assert text.startswith("body: Quay Trust   # ours\npeople:\n- Una Teal  # since 2020\n- name: Ivo Marsh\n")
    assert "nothing to add" in run("--write", book).stderr
    assert (book / "minutebook.yaml").read_text("utf-8") == text
    assert not (book / "minutebook.yaml.bak1").exists()
    assert not yaml.safe_load(run().stdout), "comments alone"


def test_a_further_spelling_goes_to_who_is_there(book: Path) -> None:
    (book / "minutebook.yaml").write_text("people: [{name: Nora Quill, initials: NQ}, Ivo Marsh, Una Teal]\n", "utf-8")
    shown = run().stdout
    assert "# Nora Quill is on the roster. To be added there:\n#   aliases: [N. Quill]\n" in shown
    assert "1 further spelling added." in run("--write").stderr
    assert read_book(book / "minutebook.yaml").book.people[0].aliases == ["N. Quill"]


def test_a_book_above_is_written_and_a_missing_one_is_made(book: Path) -> None:
    assert run("--write").exit_code == 0
    assert len(read_book(book / "minutebook.yaml").book.people) == 3
    deeper = book / "2031" / "spring"
    write(deeper, LISTS)
    assert "nothing to add" in run("--write", deeper).stderr
    assert not (deeper / "minutebook.yaml").exists()


def test_two_books_are_not_written_at_once(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write(tmp_path / name, LISTS, name)
        (tmp_path / name / "minutebook.yaml").write_text(f"body: {name}\n", "utf-8")
    result = run("--write", tmp_path)
    assert result.exit_code == 2
    assert "several minutebook.yaml" in result.stderr
    assert (tmp_path / "one" / "minutebook.yaml").read_text("utf-8") == "body: one\n"
    assert run(tmp_path).exit_code == 0, "to look at both is no matter"


@pytest.mark.parametrize("words", [("-f", "json"), ("-o", "x.yaml"), ("--redact", "people")])
def test_writing_goes_to_the_book_alone(book: Path, words: tuple[str, ...]) -> None:
    result = run("--write", *words)
    assert result.exit_code == 2
    assert "--write goes into minutebook.yaml" in result.stderr
    assert not (book / "minutebook.yaml").exists()


@pytest.mark.parametrize("form", [each for each in EVERY_FORMAT if each not in ("ics", "eml")])
def test_it_comes_in_every_format(book: Path, form: str) -> None:
    result = run("-f", form, "-o", f"out.{form}")
    assert (result.exit_code, result.stderr) == (0, "")
    assert (book / f"out.{form}").stat().st_size


def test_a_program_gets_all_of_it(book: Path) -> None:
    people, asked = json.loads(run("-f", "json").stdout)
    nora = people["groups"][0]["rows"][1]
    assert nora["evidence"][1] == {
        "said": "N. Quill",
        "meetings": 1,
        "first": "2031-05-03",
        "record": "2.yaml",
        "page": 1,
        "line": 3,
    }
    assert (nora["first"], nora["last"], nora["on_roster"]) == ("2031-03-04", "2031-05-03", False)
    (row,) = asked["groups"][0]["rows"]
    assert (row["name"], row["may_be"]) == ("I. Marsh", ["Ivo Marsh"])
    assert row["doubts"] == ["it is named at one meeting only"]


def test_nobody_is_proposed_in_so_many_words(tmp_path: Path) -> None:
    write(tmp_path, [["Nora Quill"]])
    assert run(tmp_path).stdout == (
        "# Nobody is to be added to the roster.\n# Left out: 1 name that only one meeting has.\n"
    )
    assert run(tmp_path / "2.yaml").exit_code == 3


@pytest.mark.parametrize("words", hostile.WORDS.values(), ids=hostile.WORDS)
def test_no_name_is_obeyed_by_a_terminal(tmp_path: Path, words: str) -> None:
    for day in (1, 2):
        meeting = hostile.meeting(words)
        meeting.meeting.date = date(2031, 3, day)
        (tmp_path / f"{day}.yaml").write_text(store.dump(meeting), encoding="utf-8")
    result = run(tmp_path)
    assert result.exit_code == 0
    assert not [sign for sign in result.stdout if unicodedata.category(sign) in ("Cc", "Cs") and sign != "\n"]
    assert not {*"\u202e\u202c\u2066\u2069"} & {*result.stdout}
    load_book(result.stdout, Path("minutebook.yaml"))


def test_a_comment_cannot_be_left(tmp_path: Path) -> None:
    name = "Nora Quill\nbody: owned"
    write(tmp_path, [[name], [f"{name}."]])
    shown = run(tmp_path).stdout
    assert [each.name for each in load_book(shown, Path("minutebook.yaml")).book.people] == [name]
    assert load_book(shown, Path("minutebook.yaml")).book.body is None
