"""An archive as tables: opened by the tools that people have, equal to the records, whole or not at all."""

from __future__ import annotations

import asyncio
import json
import os
import re
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import yaml
from click.testing import CliRunner, Result
from msgspec.structs import replace

from minutes_cli import store
from minutes_cli.batch.exporting import Output, Taken, export
from minutes_cli.batch.looking_over import looked_at, looked_over
from minutes_cli.batch.outcome import Outcome
from minutes_cli.batch.outputs import export_book
from minutes_cli.batch.run import run
from minutes_cli.book import Book, Member
from minutes_cli.check import check
from minutes_cli.cli import main
from minutes_cli.errors import UsageProblem
from minutes_cli.export import FORMATS, TABLES
from minutes_cli.export.page import tables
from minutes_cli.model import Action, Decision, Head, Item, Meeting, Person, Source
from tests import hostile
from tests.archive_making import make_archive, minutes_of
from tests.conftest import ROOT
from tests.register_board import RECORDS
from tests.test_batch import Watched, order

PAGE = (ROOT / "docs" / "archive-data.md").read_text(encoding="utf-8")
QUESTIONS = re.findall(r"(?m)^(\S.*\?.*)\n\n```sql\n([^`]+)```", PAGE)
SEARCHING = "_fts"

ROOF = Meeting(
    meeting=Head(body="Otterbourne Almshouse Trust", date=date(2031, 6, 3)),
    source=Source(file="roof.pdf", sha256="b" * 64, pages=4, parser="minutebook 0"),
    attendees=[Person(name="Dorothy Lacewing", initials="DL"), Person(name="M. Teasel"), Person(name="Gwenn Sorrel")],
    items=[
        Item(number="5", title="The roofs", text="Slates came off in the gale.", page=2, line=7),
        Item(number="6", title="Élections", text="None.", page=3),
    ],
    actions=[Action(id="2031-06-03/1", ref="1", item="5", text="Ring the slater.", owners=["DL"], how="marker")],
    decisions=[
        Decision(item="5", text="That slates be bought", proposer="DL", seconder="MT", how="resolved", page=2, line=9)
    ],
)
BOARD = [*RECORDS, ("june/roof.yaml", ROOF), ("roof-word.yaml", replace(ROOF, attendees=[], decisions=[]))]
MANIFEST = (
    Outcome(source="agenda.docx", at="/a", became="no minutes", reason="It is an agenda.", stamp="1", seconds=2.5),
    Outcome(source="march.pdf", at="/b", became="read", records=[], pages=5),
)


def taken(records: Iterable[tuple[str, Meeting]]) -> Iterator[Taken]:
    return ((name, looked_at(meeting)) for name, meeting in records)


def made(folder: Path, records: Iterable[tuple[str, Meeting]] = BOARD, book: Book | None = None) -> dict[str, Path]:
    """Write a book in every format; gives where each is."""
    folder.mkdir(exist_ok=True)
    outputs = [Output(form, folder / FORMATS[form].name) for form in FORMATS]
    export(taken(records), book or Book(), outputs, MANIFEST)
    return {output.form: output.at for output in outputs}


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return made(tmp_path_factory.mktemp("export") / "out")


def asked(path: Path, question: str) -> list[dict[str, Any]]:
    base = sqlite3.connect(path)
    base.row_factory = sqlite3.Row
    try:
        return [dict(row) for row in base.execute(question)]
    finally:
        base.close()


def duck(folder: Path, suffix: str = "parquet") -> Any:
    duckdb = pytest.importorskip("duckdb")
    base = duckdb.connect()
    for table in TABLES:
        base.execute(f"CREATE VIEW {table.name} AS FROM '{folder / table.name}.{suffix}'")
    return base


def plain(value: Any) -> Any:
    """Bring what a tool gives to what SQLite gives: days and lists are text there, nothing is nothing."""
    if isinstance(value, list):
        return json.dumps(value, separators=(",", ":"), ensure_ascii=False) if value else None
    return value.isoformat() if isinstance(value, date) else value


# --- the questions of the page, asked with the tools that people have


def test_the_page_asks_ten_questions() -> None:
    assert len(QUESTIONS) == 10
    assert sum(SEARCHING in sql for _, sql in QUESTIONS) == 2


ANSWERS: dict[int, list[tuple[Any, ...]]] = {
    0: [("Otterbourne Almshouse Trust", "2031", 4, 8, 1)],
    1: [("2031-03-04", "4", "Roof", "trust-march.pdf", 3), ("2031-06-03", "5", "The roofs", "roof.pdf", 2)],
    2: [("2031-06-03", "That slates be bought", "DL", None, 2)],
    3: [
        ("Dorothy Lacewing", 2, "2031-05-06"),
        ("All", 1, "2031-05-23"),
        ("GS", 1, None),
        ("Henrietta Burdock-Vane", 1, "2031-04-20"),
        ("JS", 1, "2031-06-30"),
        ("Malcolm Teasel", 1, "2031-05-06"),
        ("Saul Whin", 1, "2031-04-20"),
    ],
    6: [
        ("Gwen Sorrel", "Otterbourne Almshouse Trust", 2, "2031-03-04", "2031-05-06", None, '["Gwenn Sorrel"]'),
        ("Gwenn Sorrel", "Otterbourne Almshouse Trust", 1, "2031-06-03", "2031-06-03", None, '["Gwen Sorrel"]'),
    ],
    7: [("The roofs", 1, "2031-06-03")],
    9: [
        ("agenda.docx", "no minutes", "It is an agenda.", None),
        ("march.pdf", "read", None, None),
    ],
}
"""What a careful reader of the board's minutes answers."""


@pytest.mark.parametrize("number", range(len(QUESTIONS)), ids=[question[:40] for question, _ in QUESTIONS])
def test_a_question_has_one_answer_from_every_tool(board: dict[str, Path], number: int) -> None:
    sqlite_utils = pytest.importorskip("sqlite_utils")
    sql = QUESTIONS[number][1]
    rows = list(sqlite_utils.Database(board["sqlite"]).query(sql))
    assert rows, "a question without an answer shows nothing"
    if number in ANSWERS:
        assert [tuple(row.values()) for row in rows] == ANSWERS[number]
    if SEARCHING in sql:
        return
    found = duck(board["parquet"]).execute(sql)
    assert [column[0] for column in found.description] == list(rows[0])
    assert [tuple(map(plain, row)) for row in found.fetchall()] == [tuple(row.values()) for row in rows]


def test_datasette_answers_and_searches(board: dict[str, Path]) -> None:
    app = pytest.importorskip("datasette.app")

    async def visit() -> list[Any]:
        client = app.Datasette([str(board["sqlite"])]).client
        urls = [f"/minutes.json?_shape=array&sql={quote(sql)}" for _, sql in QUESTIONS]
        urls += ["/minutes/items.json?_shape=array&_search=slates", "/minutes/actions/1.json?_shape=array"]
        answers = [await client.get(url) for url in urls]
        page = await client.get("/minutes/items")
        assert page.status_code == 200
        assert 'name="_search"' in page.text, "a search box"
        return [answer.json() for answer in answers]

    *answers, slates, _ = asyncio.run(visit())
    for (_, sql), rows in zip(QUESTIONS, answers, strict=True):
        assert rows == asked(board["sqlite"], sql)
    assert [row["title"] for row in slates] == ["The roofs", "The roofs"]


def test_the_search_belongs_to_its_table(board: dict[str, Path]) -> None:
    sqlite_utils = pytest.importorskip("sqlite_utils")
    base = sqlite_utils.Database(board["sqlite"])
    for table in TABLES:
        assert base[table.name].detect_fts() == (f"{table.name}_fts" if table.sought else None)
    assert [row["title"] for row in base["items"].search("elections")] == ["Élections", "Élections"], "without accents"
    assert {key.column: key.other_table for key in base["owners"].foreign_keys} == {
        "meeting_id": "meetings",
        "action_id": "actions",
        "person_id": "people",
    }


# --- the tables are the records


COUNTED = {"items": "items", "actions": "actions", "decisions": "decisions"}


def test_counts_are_those_of_the_records_of_a_batch(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    out = tmp_path / "out"
    source = make_archive(tmp_path / "in", 12)
    (source / "agenda.txt").write_text("AGENDA\n1. Apologies\n2. Moorings\n", encoding="utf-8")
    stranger = minutes_of(12).replace("ACTION: IM", "ACTION: XY")
    (source / "stranger.txt").write_text(stranger, encoding="utf-8")
    summary = run(order(source, to=out, tables=tuple(FORMATS)), (), Watched())
    assert summary.exported is not None
    records = [yaml.safe_load(path.read_text("utf-8")) for path in sorted(out.rglob("*.yaml"))]
    assert len(records) == 13
    expected = {table: sum(len(record[key]) for record in records) for table, key in COUNTED.items()}
    expected["attendance"] = sum(len(record["attendees"]) + len(record["apologies"]) for record in records)
    expected["findings"] = sum(len(check(store.read_record(path))) for path in out.rglob("*.yaml"))
    assert expected["findings"]
    expected |= {"meetings": 13, "people": 4, "documents": 14}
    ducks = duck(out / "minutes-parquet"), duck(out / "minutes-jsonl", "jsonl")
    for table, count in expected.items():
        question = f"SELECT count(*) AS n FROM {table}"  # noqa: S608
        assert asked(out / "minutes.db", question) == [{"n": count}], table
        assert [base.execute(question).fetchone() for base in ducks] == [(count,)] * 2, table
        assert summary.exported.counts[table] == count
    shown = asked(
        out / "minutes.db", "SELECT m.record, d.source FROM meetings m JOIN documents d ON d.id = document_id"
    )
    assert len(shown) == 13
    assert all(Path(each["source"]).with_suffix(".yaml") == Path(each["record"]) for each in shown)


def test_every_word_of_a_record_is_there(board: dict[str, Path]) -> None:
    action = asked(board["sqlite"], "SELECT * FROM actions WHERE identity = '2031-03-04/3'")[0]
    said = {key: action[key] for key in ("ref", "owners_said", "owners", "due_said", "due_date", "status", "page")}
    assert said == {
        "ref": "3",
        "owners_said": "HB\nClerk",
        "owners": '["HB","Clerk"]',
        "due_said": "31 March",
        "due_date": "2031-03-31",
        "status": "open",
        "page": 3,
    }
    assert (action["status_now"], action["due_now"]) == ("carried", "2031-04-20")
    tasks = "SELECT part, said, part_text FROM owners WHERE action_id = 6 ORDER BY id"
    assert action["id"] == 6
    assert [tuple(row.values()) for row in asked(board["sqlite"], tasks)] == [
        (None, "HB", None),
        (None, "Clerk", None),
        (1, "HB", "obtain three quotations"),
        (2, "Clerk", "write to the diocese"),
    ]


def test_another_record_of_a_meeting_names_the_one_that_counts(board: dict[str, Path]) -> None:
    sql = "SELECT m.record, o.record AS counts FROM meetings m JOIN meetings o ON o.id = m.copy_of"
    assert asked(board["sqlite"], sql) == [{"record": "roof-word.yaml", "counts": "june/roof.yaml"}]


def test_what_people_added_to_a_record_goes_along(tmp_path: Path) -> None:
    text = store.dump(ROOF).replace(
        "  text: Ring the slater.", "  text: Ring the slater.\n  priority: {high: 2031-05-01}"
    )
    made(tmp_path, [("a.yaml", store.load(text, "a.yaml"))])
    (row,) = asked(tmp_path / "minutes.db", "SELECT extra FROM actions")
    assert list(json.loads(row["extra"])) == ["priority"]


def test_the_page_tells_of_every_column() -> None:
    assert PAGE.endswith(tables()), "run: python -m minutes_cli.export.page, and put it at the end of the page"


def test_the_schema_has_a_version(board: dict[str, Path]) -> None:
    assert asked(board["sqlite"], "PRAGMA user_version") == [{"user_version": 1}]
    sql = "SELECT value FROM about WHERE key = 'schema'"
    assert asked(board["sqlite"], sql) == [{"value": "1"}]
    assert duck(board["parquet"]).execute(sql).fetchall() == [("1",)]
    words = {(each["of_table"], each["field"]) for each in asked(board["sqlite"], "SELECT * FROM dictionary")}
    assert words == {(table.name, column.name) for table in TABLES for column in table.columns}


# --- people: only what the register and the roster know


def people(folder: Path) -> dict[str, tuple[Any, ...]]:
    rows = asked(folder / "minutes.db", "SELECT name, spellings, may_be, meetings, on_roster FROM people")
    return {row["name"]: tuple(row.values())[1:] for row in rows}


def of(number: int, *names: str, body: str = "Quay Trust") -> tuple[str, Meeting]:
    head = Head(body=body, date=date(2031, number, 1))
    return f"{number}-{body}.yaml", Meeting(meeting=head, attendees=[Person(name=name) for name in names])


def test_one_reading_joins_and_two_do_not(tmp_path: Path) -> None:
    made(tmp_path, [of(1, "Ann Brown", "Ivo Marsh"), of(2, "A. Brown", "I. Marsh"), of(3, "Alan Brown")])
    assert people(tmp_path) == {
        "Ann Brown": ('["Ann Brown"]', None, 1, 0),
        "Alan Brown": ('["Alan Brown"]', None, 1, 0),
        "A. Brown": ('["A. Brown"]', '["Alan Brown","Ann Brown"]', 1, 0),
        "Ivo Marsh": ('["Ivo Marsh","I. Marsh"]', None, 2, 0),
    }


def test_the_roster_joins_over_bodies_and_what_no_likeness_would(tmp_path: Path) -> None:
    book = Book(people=[Member(name="Ann Brown", aliases=["Captain"]), Member(name="Una Teal", initials="UT")])
    action = Action(id="x", ref="1", text="Row.", owners=["UT"], how="marker")
    first = of(1, "Ann Brown", "Bo Ek")
    first[1].actions.append(action)
    made(tmp_path, [first, of(1, "Captain", "Bo Ek", body="Shed Club")], book)
    assert people(tmp_path) == {
        "Ann Brown": ('["Ann Brown","Captain"]', None, 2, 1),
        "Una Teal": (None, None, 0, 1),
        "Bo Ek": ('["Bo Ek"]', None, 1, 0),
    }
    rows = asked(tmp_path / "minutes.db", "SELECT name, body FROM people WHERE name = 'Bo Ek' ORDER BY body")
    assert [row["body"] for row in rows] == ["Quay Trust", "Shed Club"], (
        "two bodies, two people, unless the roster knows"
    )
    owner = "SELECT p.name FROM owners o JOIN people p ON p.id = o.person_id"
    assert asked(tmp_path / "minutes.db", owner) == [{"name": "Una Teal"}]


# --- words that do harm


@pytest.mark.parametrize("words", hostile.WORDS.values(), ids=hostile.WORDS)
def test_no_word_is_obeyed_or_lost(tmp_path: Path, words: str) -> None:
    where = made(tmp_path, [("a.yaml", hostile.meeting(words))])
    kept = words.replace("\ud83d", "\ufffd")
    sql = "SELECT text, (SELECT text FROM items) AS item FROM actions"
    assert asked(where["sqlite"], sql) == [{"text": kept, "item": kept}]
    base = sqlite3.connect(where["sqlite"])
    base.execute("INSERT INTO items_fts (items_fts, rank) VALUES ('integrity-check', 1)")
    base.close()
    assert duck(where["parquet"]).execute(sql).fetchall() == [(kept, kept)]
    lines = (where["jsonl"] / "actions.jsonl").read_bytes().split(b"\n")
    assert [json.loads(line)["text"] for line in lines[:-1]] == [kept]


def test_a_page_beyond_all_numbers_is_none(tmp_path: Path) -> None:
    made(tmp_path, [("a.yaml", replace(ROOF, items=[Item(title="x", page=10**30, line=-1)]))])
    assert asked(tmp_path / "minutes.db", "SELECT page, line FROM items") == [{"page": None, "line": -1}]


# --- the same bytes, whole or not at all


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_same_records_give_the_same_bytes(tmp_path: Path) -> None:
    made(tmp_path / "one")
    made(tmp_path / "two")
    made(tmp_path / "two")
    assert bytes_of(tmp_path / "one") == bytes_of(tmp_path / "two")
    assert len(bytes_of(tmp_path / "one")) == 1 + 2 * len(TABLES)


def test_records_come_in_their_order_from_all_processors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("minutes_cli.batch.looking_over.MANY", 20)
    monkeypatch.setattr("minutes_cli.batch.looking_over.processors", lambda: 2)
    files = [tmp_path / f"{number}.yaml" for number in range(100)]
    for number, file in enumerate(files):
        file.write_text("schema: 1\n" if number == 50 else store.dump(of(1 + number % 12, str(number))[1]), "utf-8")
    found = list(looked_over(files))
    names = [each.meeting.attendees[0].name for each in found if each.meeting]
    assert names == [str(number) for number in range(100) if number != 50]
    assert found[50].unreadable.message == f"{files[50]}: this is not a record of minutes."
    assert all(list(each.findings) == check(each.meeting) for each in found if each.meeting)


def test_a_batch_and_an_export_of_its_records_are_the_same(tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(order(make_archive(tmp_path / "in", 3), to=out, tables=("sqlite", "jsonl")), (), Watched())
    export_book(out, [Output("sqlite", tmp_path / "again.db"), Output("jsonl", tmp_path / "again")])
    assert (out / "minutes.db").read_bytes() == (tmp_path / "again.db").read_bytes()
    assert bytes_of(out / "minutes-jsonl") == bytes_of(tmp_path / "again")


def test_tables_are_left_in_a_store_too(tmp_path: Path) -> None:
    fsspec = pytest.importorskip("fsspec")
    source = make_archive(tmp_path / "in", 2)
    summary = run(order(source, to="memory://tables", tables=("sqlite", "jsonl")), (), Watched())
    assert summary.exported is not None
    assert summary.exported.outputs == ("memory://tables/minutes.db", "memory://tables/minutes-jsonl")
    files = fsspec.filesystem("memory")
    (tmp_path / "got.db").write_bytes(files.cat_file("/tables/minutes.db"))
    assert asked(tmp_path / "got.db", "SELECT count(*) AS n FROM meetings") == [{"n": 2}]
    assert files.cat_file("/tables/minutes-jsonl/meetings.jsonl").count(b"\n") == 2


def test_nothing_is_left_of_an_export_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(tmp_path)
    before = bytes_of(tmp_path)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("minutes_cli.export.jsonl.JsonLines.put", full)
    with pytest.raises(UsageProblem, match="minutes-jsonl cannot be written: No space left on device"):
        made(tmp_path, BOARD[:1])
    assert bytes_of(tmp_path) == before
    with pytest.raises(UsageProblem):
        export(taken(BOARD), Book(), [Output("jsonl", tmp_path / "new" / "deeper")])
    assert not (tmp_path / "new").exists()


def test_what_a_killed_export_left_behind_is_cleared(tmp_path: Path) -> None:
    places = [Output(form, tmp_path / FORMATS[form].name) for form in ("sqlite", "jsonl")]
    places[1].at.mkdir()
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    for folder in (tmp_path, places[1].at):
        for process, number, age in ((gone.pid, 1, 100.0), (gone.pid, 2, 0.0), (os.getpid(), 3, 100.0)):
            left = folder / f".minutes-{process}-0000000{number}.tmp"
            left.write_bytes(b"half of it")
            os.utime(left, (time.time() - age, time.time() - age))
    export(taken(BOARD), Book(), places)
    kept = [path.name[-5] for path in sorted(tmp_path.rglob(".minutes-*"))]
    assert sorted(kept) == ["2", "2", "3", "3"], "what may still be written to stays"
    assert len(bytes_of(places[1].at)) == len(TABLES) + 2


def test_what_is_not_ours_is_left_alone(tmp_path: Path) -> None:
    places = made(tmp_path)
    base = sqlite3.connect(places["sqlite"])
    base.execute("CREATE TABLE mine (x)")
    base.commit()
    base.close()
    (places["jsonl"] / "mine.txt").write_text("x", encoding="utf-8")
    (tmp_path / "text.db").write_text("x", encoding="utf-8")
    (tmp_path / "busy.db-journal").write_text("x", encoding="utf-8")
    cases = [
        ("sqlite", places["sqlite"], "was changed since"),
        ("sqlite", tmp_path / "text.db", "holds something else"),
        ("sqlite", tmp_path / "busy.db", "being changed by another program"),
        ("sqlite", tmp_path, "is a folder"),
        ("jsonl", places["jsonl"], "holds something else"),
        ("parquet", tmp_path / "text.db", "holds something else"),
    ]
    before = bytes_of(tmp_path)
    for form, at, said in cases:
        with pytest.raises(UsageProblem, match=said):
            export(taken(BOARD), Book(), [Output(form, at)])
    assert bytes_of(tmp_path) == before


def test_parquet_without_its_extra_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(UsageProblem, match=r"pip install 'minutebook\[data\]'"):
        export(taken(BOARD), Book(), [Output("parquet", tmp_path / "p")])
    assert not list(tmp_path.iterdir())


# --- the command


def write(folder: Path) -> Path:
    for name, meeting in BOARD:
        path = folder / "book" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(store.dump(meeting), encoding="utf-8")
    return folder / "book"


def run_command(*words: object) -> Result:
    return CliRunner().invoke(main, ["export", *map(str, words)])


def test_nothing_named_is_a_database_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write(tmp_path))
    result = run_command()
    assert (result.exit_code, result.stdout) == (0, "")
    told = f"tables: 5 meetings, 6 items, 9 actions, 1 decision, {findings()} findings in minutes.db"
    assert result.stderr == told + "\n"
    assert asked(Path("minutes.db"), "SELECT record FROM meetings")[0] == {"record": "april.yaml"}
    before = Path("minutes.db").read_bytes()
    assert run_command("-q").stderr == ""
    assert Path("minutes.db").read_bytes() == before


def findings() -> int:
    return sum(len(check(meeting)) for _, meeting in BOARD)


@pytest.mark.parametrize(
    ("words", "made_of"),
    [
        (("-o", "all.sqlite"), ["all.sqlite"]),
        (("-o", "x.jsonl"), ["x.jsonl/meetings.jsonl"]),
        (("--to", "jsonl", "-o", "tables"), ["tables/meetings.jsonl"]),
        (
            ("--to", "sqlite", "--to", "jsonl", "-o", "new/deep"),
            ["new/deep/minutes-jsonl/meetings.jsonl", "new/deep/minutes.db"],
        ),
        (("--to", "sqlite", "--to", "sqlite", "-o", "book"), ["book/minutes.db"]),
    ],
)
def test_where_tables_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], made_of: list[str]
) -> None:
    write(tmp_path)
    monkeypatch.chdir(tmp_path)
    for _ in range(2):  # what was made here is made anew in the same place
        assert run_command("book", *words).exit_code == 0
        found = [path.as_posix() for end in ("*.db", "*.sqlite", "meetings.jsonl") for path in Path().rglob(end)]
        assert sorted(each for each in found if Path(each).is_file()) == made_of


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("book", "-o", "-"), 2, "cannot go to standard output"),
        (("book", "--to", "xml"), 2, "'xml' is not one of"),
        (("empty",), 3, "There is no record in empty"),
        (("nowhere",), 3, "There is no file nowhere"),
        (("book", "-o", "book/may.yaml"), 2, "holds something else"),
        (("book", "--to", "sqlite", "--to", "jsonl", "-o", "book/may.yaml"), 2, "2 formats"),
    ],
)
def test_what_cannot_be_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], code: int, said: str
) -> None:
    write(tmp_path)
    monkeypatch.chdir(tmp_path)
    Path("empty").mkdir()
    before = bytes_of(tmp_path)
    result = run_command(*words)
    assert result.exit_code == code
    assert said in result.stderr
    assert bytes_of(tmp_path) == before


def test_a_broken_record_is_left_out_and_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (write(tmp_path) / "broken.yaml").write_text("schema: 1\nmeeting: {date: soon}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    result = run_command("book")
    assert result.exit_code == 3
    assert "book/broken.yaml" in result.stderr
    assert asked(Path("minutes.db"), "SELECT value FROM about WHERE key LIKE 'left out%'") == [{"value": "broken.yaml"}]
    assert asked(Path("minutes.db"), "SELECT count(*) AS n FROM meetings") == [{"n": 5}]


def test_a_batch_with_tables_tells_of_them(tmp_path: Path) -> None:
    source, out = make_archive(tmp_path / "in", 2), tmp_path / "out"
    words = ["batch", str(source), str(out), "--to", "sqlite"]
    assert CliRunner().invoke(main, words).exit_code == 0
    first = (out / "minutes.db").read_bytes()
    result = CliRunner().invoke(main, words)
    assert "tables: 2 meetings, 4 items, 2 actions, 2 decisions" in result.stderr
    assert (out / "minutes.db").read_bytes() == first, "a run that reads nothing leaves the same tables"
    (next(out.rglob("*.yaml"))).write_text("schema: 1\nmeeting: 3\n", encoding="utf-8")
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 3
    assert "is not in the tables" in result.stderr
