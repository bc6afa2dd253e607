"""Every line of minutes is accounted for, once, and what a record says stands where the record says it does."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import assume, given
from hypothesis import strategies as st

from minutes_cli.cli import main
from minutes_cli.document import Document, Line, LineRead, Table
from minutes_cli.errors import SourceUnreadable
from minutes_cli.model import Meeting
from minutes_cli.parse import meetings, parse, trace
from minutes_cli.parse.block import fold
from minutes_cli.read import read, read_bytes
from tests.conftest import ROOT
from tests.parse_making import HEAD, PEOPLE, printed, table

FILES = sorted(path for path in (ROOT / "fixtures").iterdir() if path.is_file() and path.suffix != ".yaml")

BUSINESS = "1. Dues\n\nRaised.\n\n2. Berths\n\nNone.\n\n"


def lines_of(document: Document) -> list[tuple[int, int, str]]:
    """Every line of a document, by place and words."""
    found: list[Line] = []
    for page in document.pages:
        found += page.running
        for block in page.blocks:
            found += (
                [line for row in block.rows for cell in row.cells for line in cell.lines]
                if isinstance(block, Table)
                else [block]
            )
    return [(line.page, line.line, line.text) for line in found]


def read_as(content: str, name: str = "harbour.txt") -> dict[str, str]:
    """What each line of a text was read as, by its words."""
    return {line.text: line.read_as for line in trace(read_bytes(content.encode(), name))}


def test_each_kind_of_line() -> None:
    content = (
        HEAD
        + "* * * *\n\n"
        + PEOPLE
        + "1. Moorings\n\nThe chain is worn.\n\nACTION: OP to buy chain.\n\nIt was RESOLVED to dredge.\n\n"
        "2. Dues\n\nThey were raised.\n\nSigned ................ Chairman\n"
    )
    found = {
        "Minutes of the Quayside Harbour Board": "head: title; head: body",
        "4 March 2031 at 7.30pm": "head: title; head: date; head: start",
        "Present:": "attendance label (present)",
        "Omar Pike OP Treasurer": "attendee Omar Pike",
        "Nell Croft Fleet Manager": "apology Nell Croft",
        "1. Moorings": "heading of item 1",
        "The chain is worn.": "text of item 1",
        "ACTION: OP to buy chain.": "action 1; text of item 1",
        "It was RESOLVED to dredge.": "decision 1; text of item 1",
        "* * * *": "rule, ornament or mark",
        "Signed ................ Chairman": "place to sign",
    }
    said = read_as(content)
    assert {words: said[words] for words in found} == found


def test_what_went_into_nothing_is_said() -> None:
    content = (
        HEAD
        + "A word of welcome to all who read these minutes, from the staff.\n\n"
        + PEOPLE
        + "1. Dues\n\nRaised.\n\n2. Berths\n\nNone.\n"
    )
    place, unused = [line for line in trace(read_bytes(content.encode(), "harbour.txt")) if line.kind == "unused"]
    assert place.text == "The Net Loft"  # of which no word says that it is where they met
    assert (unused.line, unused.why) == (5, "before the first heading")


def test_an_agenda_printed_before_the_minutes() -> None:
    agenda = "Agenda\n\n1. Moorings\n\n2. Dues\n\n3. Berths\n\n"
    body = "1. Moorings\n\nThe chain is worn.\n\n2. Dues\n\nThey were raised.\n\n3. Berths\n\nNone are free.\n"
    lines = trace(read_bytes((HEAD + PEOPLE + agenda + body).encode(), "harbour.txt"))
    assert [line.read_as for line in lines if line.kind == "agenda"] == [f"printed agenda: item {n}" for n in (1, 2, 3)]


def test_the_cells_of_a_table_say_their_column() -> None:
    rows = [["Ref", "Action", "Owner"], ["7", "Buy chain\nbefore May", "Omar Pike"]]
    said = [
        Line(words, 1, n, size=11.0)
        for n, words in enumerate(["Quayside Harbour Board minutes", "4 March 2031"], start=1)
    ]
    people = Line("Present: Omar Pike, Greta Lund", 1, 3, size=11.0)
    lines = trace(printed([*said, people, table(rows, 1, 4)]))
    assert [(line.cell, line.read_as) for line in lines if line.cell] == [
        ("1/1", "heading of the column: ref"),
        ("1/2", "heading of the column: task"),
        ("1/3", "heading of the column: owner"),
        ("2/1", "ref of action 7"),
        ("2/2", "action 7"),
        ("2/2", "action 7"),
        ("2/3", "owner of action 7"),
    ]


def test_a_running_head_says_why() -> None:
    pages = [
        [_line("Quayside Harbour Board", (n, 1)), _line(f"Words of page {n} that say something.", (n, 2))]
        for n in (1, 2, 3)
    ]
    lines = trace(printed(*pages))
    assert [(line.kind, line.read_as) for line in lines if line.line == 1][1:] == [("furniture", "running head")] * 2


def _line(words: str, place: tuple[int, int]) -> Line:
    return Line(words, *place, x0=72.0, x1=400.0, top=20.0 * place[1], bottom=20.0 * place[1] + 12, size=11.0)


def test_a_file_of_several_meetings_is_accounted_for_as_a_whole() -> None:
    one = "Minutes of the Quayside Harbour Trust\nDate: {}\n\nPresent: Omar Pike, Greta Lund\n\n" + BUSINESS
    document = read_bytes((one.format("4 March 2031") + one.format("1 April 2031")).encode(), "year.txt")
    lines = trace(document)
    assert [(line.page, line.line, line.text) for line in lines] == lines_of(document)
    assert [line.meeting for line in lines] == [1] * 7 + [2] * 7
    assert not [line for line in lines if line.kind == "unused"]


def test_what_holds_no_minutes_is_traced_too() -> None:
    lines = trace(read_bytes(b"Flour\n\nEggs and milk\n", "shopping.txt"))
    assert [line.text for line in lines] == ["Flour", "Eggs and milk"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_line_of_a_fixture_is_accounted_for_once(path: Path) -> None:
    document = read(path)
    lines = trace(document)
    assert [(line.page, line.line, line.text) for line in lines] == lines_of(document)
    assert all(line.read_as for line in lines)
    assert [line.text for line in lines if line.kind == "unused"] in ([], ["Minutes and actions"])  # a container
    check_places(parse(document), lines)


def check_places(record: Meeting, lines: list[LineRead]) -> None:
    """Every text of a record begins at its place, and all its words stand there or below."""
    order = [(line.page, line.line) for line in lines if line.kind != "furniture"]
    words = [set(fold(line.text).replace("-", " ").split()) for line in lines if line.kind != "furniture"]
    entries = [
        *((item.title, item.page, item.line) for item in record.items),
        *((action.text, action.page, action.line) for action in record.actions if action.how == "action-table"),
        *((decision.text, decision.page, decision.line) for decision in record.decisions),
        *(
            (person.name or person.initials or "", person.page, person.line)
            for person in (*record.attendees, *record.apologies)
        ),
    ]
    assert entries
    for text, page, number in entries:
        start = order.index((page or 0, number or 0))
        below = set().union(*words[start : start + LONGEST])
        lost = [
            word
            for word in fold(text).replace("-", " ").split()
            if not any(word.strip(".,;:()") in said for said in below)
        ]
        assert not lost, f"{text!r} does not stand at {page}:{number}"


LONGEST = 60  # lines that one entry of a fixture runs over, at most


PIECES = [
    "Minutes of the Quayside Harbour Trust", "4 March 2031", "Date: 1 April 2031", "Present: Omar Pike, Greta Lund",
    "Present:", "Omar Pike\tOP\tTreasurer", "Apologies: Nell Croft", "1. Moorings", "2. Dues", "Agenda", "- Berths",
    "ACTION: OP to buy chain", "The chain is worn.", "It was RESOLVED to dredge.", "Action items",
    "| Ref | Action | Owner |", "|---|---|---|", "| 1 | Buy chain | OP |", "", "", "Page 2", "* * *",
    "Signed ............ Chairman", "\f", "Next meeting: 6 May 2031",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=30), st.sampled_from(["harbour.txt", "harbour.md"]))
def test_every_line_of_any_minutes_is_accounted_for_once(pieces: list[str], name: str) -> None:
    try:
        document = read_bytes("\n".join(pieces).encode(), name)
    except SourceUnreadable:
        assume(False)
    lines = trace(document)
    assert [(line.page, line.line, line.text) for line in lines] == lines_of(document)
    assert all(line.read_as for line in lines)


def test_the_parts_of_a_fixture_are_itself() -> None:
    for path in FILES:
        document = read(path)
        assert meetings(document) == [document]


MINUTES = (
    HEAD
    + "A word of welcome to all who read these minutes, from the staff.\n\n"
    + PEOPLE
    + "1. Dues\n\nRaised \x1b[2J.\n\n2. Berths\n\nNone.\n"
)


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.txt"
    path.write_text(MINUTES, encoding="utf-8")
    return path


def run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["trace", *words], env={"COLUMNS": "80"})
    return result.exit_code, result.output


def test_the_command_prints_every_line_and_counts_them(harbour: Path) -> None:
    code, out = run(str(harbour))
    assert code == 0
    assert "1:1    Minutes of the Quayside Harbour" in out
    assert "2 not used" in " ".join(out.split())
    assert "\x1b" not in out
    assert max(map(len, out.splitlines())) <= 80


def test_only_some_kinds(harbour: Path) -> None:
    code, out = run(str(harbour), "--only", "unused")
    assert code == 0
    assert "A word of welcome" in out
    assert "Omar Pike" not in out
    assert run(str(harbour), "--only", "unread")[0] == 2


@pytest.mark.parametrize("form", ["md", "csv", "json", "yaml"])
def test_other_formats_have_the_whole_words(harbour: Path, form: str) -> None:
    code, out = run(str(harbour), "-f", form)
    assert code == 0
    assert "A word of welcome to all who read these minutes, from the staff." in out or form == "md"


def test_programs_get_the_counts(harbour: Path) -> None:
    report = json.loads(run(str(harbour), "-f", "json")[1])["facts"]
    assert report["unused"] == 2
    assert report["lines"] == sum(report[kind] for kind in ("head", "attendance", "heading", "text", "unused"))


def test_a_record_is_refused(tmp_path: Path) -> None:
    code, out = run(str(tmp_path / "board.yaml"))
    assert code == 2
    assert "minutes show" in out
