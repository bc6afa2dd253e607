"""Files with the minutes of several meetings are parted, and minutes of one meeting never are."""

from __future__ import annotations

from datetime import date

import pytest

from minutes_cli.document import Cell, Document, Line, Page, Row, Table
from minutes_cli.parse import meetings, parse
from minutes_cli.read import read_bytes
from tests.conftest import ROOT
from tests.parse_making import HEAD, PEOPLE, printed, table

BUSINESS = "1. Moorings\n\nThe harbour master reported on the chain.\n\n2. Dues\n\nIt was agreed to raise the dues.\n"


def year(*days: str, title: str = "Minutes of the Quayside Parish Council held on {}", close: str = "") -> str:
    """A file of minutes of several days, one below the other."""
    return "\n\n".join(
        f"{title.format(day)}\n\nPresent: Greta Lund (Chair), Omar Pike\n\n{BUSINESS}{close}" for day in days
    )


def days(content: str, name: str = "year.txt") -> list[date | None]:
    """The dates of the meetings that a text is parted into."""
    return [parse(part).meeting.date for part in meetings(read_bytes(content.encode(), name))]


ONE = {
    "one meeting": HEAD + PEOPLE + BUSINESS,
    "a date and people of a visit in an item": HEAD
    + PEOPLE
    + "1. Site visit\n\n11 February 2031\n\nPresent: Omar Pike\n\n"
    "The visit went well.\n\n2. Dues\n\nRaised.\n\n3. Berths\n\nNone are free.\n",
    "the last meeting and the next": year("4 March 2031")
    + "\n3. Minutes of the meeting held on 4 February 2031\n\nThey were approved.\n\n"
    "Date of next meeting: 1 April 2031\n\nPresent at the close: Omar Pike\n",
    "two lists of people under one date": HEAD + PEOPLE + BUSINESS + "\nPresent for the closed part:\n\nOmar Pike\n",
    "printed again": year("4 March 2031", "4 March 2031"),
    "dates in the agenda": HEAD
    + PEOPLE
    + "1. Visits\n\n4 April 2031\n\n6 May 2031\n\n1 July 2031\n\n2. Dues\n\nRaised.\n",
    "a head with nothing below": year("4 March 2031")
    + "\n\nMinutes of the Quayside Parish Council held on 1 April 2031\n",
    "a committee's report among the business": "QUAYSIDE PARISH COUNCIL\n\n1 APRIL 2031\n\n"
    "Present: Greta Lund, Omar Pike\n\n"
    "The chair opened the meeting.\n\nDues were raised.\n\nFINANCE COMMITTEE\n\n12 MARCH 2031\n\nPresent: Omar Pike\n\n"
    "The accounts were seen.\n\nPLANNING\n\nNo objection.\n",
    "dates to and fro": year("4 March 2031", "1 April 2031", "4 March 2030", "1 July 2032"),
    "a committee's list in the body's own numbering": HEAD
    + "Present: Greta Lund, Omar Pike\n\n1. Moorings\n\nThe chain was "
    "looked at.\n\n2. Working party\n\n11 March 2031\n\nPresent: Omar Pike\n\n3. Dues\n\nUp.\n\n4. Berths\n\nNone.\n",
}


@pytest.mark.parametrize("content", ONE.values(), ids=ONE)
def test_minutes_of_one_meeting_are_not_parted(content: str) -> None:
    assert len(meetings(read_bytes(content.encode(), "harbour.txt"))) == 1


def test_no_fixture_is_parted() -> None:
    files = sorted(path for path in (ROOT / "fixtures").iterdir() if path.suffix in (".txt", ".pdf", ".docx"))
    assert files
    for path in files:
        document = read_bytes(path.read_bytes(), path.name)
        assert meetings(document) == [document]


SEVERAL = [
    # (how the head is set, its title)
    ("a title with the date", "Minutes of the Quayside Parish Council held on {}"),
    ("title above the date", "QUAYSIDE PARISH COUNCIL\nMinutes of the monthly meeting\n{}"),
    ("a labelled date", "Minutes of the Quayside Parish Council\nDate: {}\nVenue: The Net Loft"),
    ("nothing but the date", "{}"),
    ("a heading of Markdown", "# {}\n"),
]


@pytest.mark.parametrize(("how", "title"), SEVERAL, ids=[how for how, _ in SEVERAL])
@pytest.mark.parametrize("order", [1, -1], ids=["oldest first", "newest first"])
def test_a_year_in_one_file(how: str, title: str, order: int) -> None:
    said = ["4 March 2031", "1 April 2031", "6 May 2031"][::order]
    found = days(
        year(*said, title=title, close="\nDate of next meeting: 1 July 2031\n"),
        "year.md" if "#" in title else "year.txt",
    )
    assert found == [date(2031, 3, 4), date(2031, 4, 1), date(2031, 5, 6)][::order], how


def test_each_part_is_one_meetings() -> None:
    parts = meetings(read_bytes(year("4 March 2031", "1 April 2031").encode(), "year.txt"))
    records = [parse(part) for part in parts]
    assert [[item.title for item in record.items] for record in records] == [["Moorings", "Dues"]] * 2
    assert [len(record.attendees) for record in records] == [2, 2]
    assert {record.meeting.body for record in records} == {"Quayside Parish Council"}
    remarks = [part.remarks[-1] for part in parts]
    assert [(remark.kind, remark.count) for remark in remarks] == [("several meetings", 2)] * 2
    assert [remark.line for remark in remarks] == [1, 14]


def test_a_title_over_all_meetings_is_given_to_each() -> None:
    content = "Minutes of the Quayside Harbour Trust\n\n" + year("4 March 2031", "1 April 2031", title="{}")
    records = [parse(part) for part in meetings(read_bytes(content.encode(), "year.txt"))]
    assert [record.meeting.body for record in records] == ["Quayside Harbour Trust"] * 2


def test_every_line_goes_into_one_part() -> None:
    document = read_bytes(year("4 March 2031", "1 April 2031", "6 May 2031").encode(), "year.txt")
    parted = [block for part in meetings(document) for page in part.pages for block in page.blocks]
    assert parted == [block for page in document.pages for block in page.blocks]


def test_a_page_that_begins_with_a_meeting_begins_its_part() -> None:
    pages = []
    for number, day in enumerate(("4 March 2031", "1 April 2031", "6 May 2031"), start=1):
        said = [
            f"Gathering {'XYZ'[number - 1]}",
            f"Date: {day}",
            "Present: Greta Lund, Omar Pike",
            *BUSINESS.split("\n\n"),
        ]
        pages.append([_line(words, (number, place)) for place, words in enumerate(said, start=1)])
    parts = meetings(printed(*pages))
    assert [part.pages[0].blocks[0].text for part in parts] == ["Gathering X", "Gathering Y", "Gathering Z"]  # type: ignore[union-attr]


def _line(words: str, place: tuple[int, int]) -> Line:
    return Line(
        words, *place, x0=72.0, x1=72.0 + 5 * len(words), top=20.0 * place[1], bottom=20.0 * place[1] + 12, size=11
    )


HEADINGS = ["Date", "Present", "What was said"]
TOLD = "The harbour master reported on the chain, which is worn, and it was agreed to buy another before the winter."


def kept_in_rows(*rows: list[str], head: list[str] = HEADINGS) -> Document:
    return printed([Line("Quayside Harbour Trust minutes", 1, 1), table([head, *rows], 1, 2)])


def test_a_table_with_a_row_a_meeting() -> None:
    rows = [["4 March 2031", "Greta Lund, Omar Pike", TOLD], ["1 April 2031", "Greta Lund", TOLD]]
    parts = meetings(kept_in_rows(*rows))
    records = [parse(part) for part in parts]
    assert [record.meeting.date for record in records] == [date(2031, 3, 4), date(2031, 4, 1)]
    assert [[person.name for person in record.attendees] for record in records] == [
        ["Greta Lund", "Omar Pike"],
        ["Greta Lund"],
    ]


ROWS_OF_ONE = {
    "a table of actions": (
        ["Date", "Owner", "Action"],
        [["4 March 2031", "Greta Lund", TOLD], ["1 April 2031", "Omar Pike", TOLD]],
    ),
    "short notes": (HEADINGS, [["4 March 2031", "Greta Lund", "Chain"], ["1 April 2031", "Omar Pike", "Dues"]]),
    "one row": (HEADINGS, [["4 March 2031", "Greta Lund", TOLD]]),
    "dates to and fro": (
        HEADINGS,
        [[day, "Greta Lund", TOLD] for day in ("4 March 2031", "1 April 2031", "2 May 2030")],
    ),
    "nobody there": (HEADINGS, [["4 March 2031", "", TOLD], ["1 April 2031", "", TOLD]]),
    "a row that is no meeting": (
        HEADINGS,
        [["4 March 2031", "Greta Lund", TOLD], ["Sum", "2", TOLD], ["1 April 2031", "A B", TOLD]],
    ),
}


@pytest.mark.parametrize(("head", "rows"), ROWS_OF_ONE.values(), ids=ROWS_OF_ONE)
def test_other_tables_are_not_parted(head: list[str], rows: list[list[str]]) -> None:
    assert len(meetings(kept_in_rows(*rows, head=head))) == 1


def test_meetings_in_tables_of_their_own() -> None:
    blocks: list[Line | Table] = []
    for number, day in enumerate(("4 March 2031", "1 April 2031")):
        said = [[f"Meeting minutes\nDate: {day}"], ["Attendees: Greta Lund, Omar Pike"], [TOLD], ["Dues"], ["Berths"]]
        rows = [
            Row(
                [Cell([_line(words, (1, 20 * number + 2 * n + k)) for k, words in enumerate(cell.split("\n"), 1)])],
                1,
                20 * number + n,
            )
            for n, (cell,) in enumerate(said)
        ]
        blocks.append(Table(rows, 1, 20 * number, edges=(72.0, 500.0)))
    document = Document("year.pdf", "pdf", "0" * 64, [Page(1, blocks)])
    assert [parse(part).meeting.date for part in meetings(document)] == [date(2031, 3, 4), date(2031, 4, 1)]


def test_a_meeting_of_several_that_tells_little_is_read_with_the_others() -> None:
    little = "Minutes of the Quayside Parish Council held on 1 April 2031\n\nThe pump was looked at.\n\nIt drips.\n\n"
    content = f"{year('4 March 2031')}\n\n{little}{year('6 May 2031')}"
    assert days(content)[-1] == date(2031, 5, 6)
