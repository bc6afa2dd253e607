"""Tables as people make them in Word, from the file to the record: merged, split, side by side, for layout only."""

from __future__ import annotations

import pytest

from minutes_cli.document import Line, Table
from minutes_cli.errors import SourceUnreadable
from minutes_cli.model import Meeting
from minutes_cli.parse import parse
from minutes_cli.read import read_bytes
from tests.read_making import cell, listed, paragraph, row, table, word_file
from tests.test_read_word_numbering import LISTS

DOWN, GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
ON_ITS_SIDE = '<w:textDirection w:val="btLr"/>'
REPEATS = "<w:tblHeader/>"
TITLE = paragraph("Ferry Board") + paragraph("Minutes of the meeting held on 4 March 2031")
PRESENT = paragraph("Present: Ada Quill (AQ) (Chair), Ben Oak (BO), Cy Pine (CP)")
BEGIN, END = paragraph("1. Rope") + paragraph("The rope is worn."), paragraph("2. Close")
HEADS = row(cell("Ref"), cell("Action"), cell("Owner"), cell("Due"), properties=REPEATS)


def meeting(*body: str) -> Meeting:
    return parse(read_bytes(word_file("".join(body), numbering=LISTS), "ferry.docx"))


def grid(*rows: str, columns: int = 4) -> str:
    return table([1500] * columns, *rows)


def plain(*texts: str) -> str:
    return row(*map(cell, texts))


def actions(*rows: str) -> list[tuple[str, str, list[str], str | None]]:
    found = meeting(TITLE, PRESENT, BEGIN, grid(HEADS, *rows), END)
    assert [item.title for item in found.items] == ["Rope", "Close"]
    return [(action.ref, action.text, action.owners, action.due and action.due.text) for action in found.actions]


def attendees(*body: str) -> list[tuple[str | None, str | None]]:
    found = meeting(TITLE, *body, BEGIN, END)
    assert [item.title for item in found.items] == ["Rope", "Close"]
    return [(person.name, person.initials or person.role) for person in found.attendees]


def down(*texts: str) -> str:
    return cell(*texts, properties=DOWN if texts else GOES_ON)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            [plain("1", "Buy rope", "AQ", "May"), plain("2", "Buy tar", "", "")],  # an empty cell is no merged one
            [("1", "Buy rope", ["AQ"], "May"), ("2", "Buy tar", [], None)],
        ),
        (
            [
                row(cell("1"), cell("Buy rope"), down("AQ"), down("May")),
                row(cell("2"), cell("Buy tar"), down(), cell("June")),
                row(cell("3"), cell("Paint the stage"), down(), cell("July")),
                plain("4", "Sell the boat", "BO", ""),
            ],
            [
                ("1", "Buy rope", ["AQ"], "May"),
                ("2", "Buy tar", ["AQ"], "June"),
                ("3", "Paint the stage", ["AQ"], "July"),
                ("4", "Sell the boat", ["BO"], None),
            ],
        ),
        (
            [
                row(cell("1"), cell("Buy rope"), cell("AQ"), down("May")),
                row(cell("2"), cell("Buy tar"), cell("BO"), down()),
            ],
            [("1", "Buy rope", ["AQ"], "May"), ("2", "Buy tar", ["BO"], "May")],
        ),
        (  # one task in a merged cell, an owner in each row beside it
            [row(down("1"), down("Buy rope"), cell("AQ"), cell("May")), row(down(), down(), cell("BO"), cell(""))],
            [("1", "Buy rope", ["AQ", "BO"], "May")],
        ),
        (  # a row that its writer split to fit the page
            [plain("1", "Buy rope and", "AQ", ""), plain("", "tar by May", "", ""), plain("2", "Paint", "BO", "")],
            [("1", "Buy rope and tar by May", ["AQ"], "by May"), ("2", "Paint", ["BO"], None)],
        ),
        (  # a row of its own, although only its task is filled in
            [plain("1", "Buy rope", "AQ", ""), plain("", "Buy tar", "", "")],
            [("1", "Buy rope", ["AQ"], None), ("2", "Buy tar", [], None)],
        ),
    ],
)
def test_merged_and_split_rows_of_actions(
    rows: list[str], expected: list[tuple[str, str, list[str], str | None]]
) -> None:
    assert actions(*rows) == expected


def test_references_that_word_numbers_are_those_of_the_actions() -> None:
    rows = [
        row(cell(listed("", 1)), cell(text), cell(owner), cell("")) for text, owner in [("Buy", "AQ"), ("Sell", "BO")]
    ]
    assert [(ref, owners) for ref, _, owners, _ in actions(*rows)] == [("1", ["AQ"]), ("2", ["BO"])]


def test_a_table_in_two_parts_with_its_headings_twice_is_read_once() -> None:
    first, second = grid(HEADS, plain("1", "Buy rope", "AQ", "")), grid(HEADS, plain("2", "Buy tar", "BO", ""))
    found = meeting(TITLE, PRESENT, BEGIN, first, paragraph(), second, END)
    assert [(action.ref, action.owners) for action in found.actions] == [("1", ["AQ"]), ("2", ["BO"])]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            [grid(plain("Name", "Initials"), plain("Ada Quill", "AQ"), plain("Ben Oak", "BO"))],
            [("Ada Quill", "AQ"), ("Ben Oak", "BO")],
        ),
        (  # a row of headings that are empty says nothing of what stands below
            [grid(plain("", ""), plain("Present", ""), plain("Ada Quill", "Treasurer"))],
            [("Ada Quill", "Treasurer")],
        ),
        (  # two column pairs side by side
            [
                grid(
                    plain("Name", "Initials", "Name", "Initials"),
                    plain("Ada Quill", "AQ", "Cy Pine", "CP"),
                    plain("Ben Oak", "BO", "", ""),
                )
            ],
            [("Ada Quill", "AQ"), ("Ben Oak", "BO"), ("Cy Pine", "CP")],
        ),
        (  # two lists side by side, their labels over both columns of each
            [
                grid(
                    row(
                        cell("Present", properties='<w:gridSpan w:val="2"/>'),
                        cell("In attendance", properties='<w:gridSpan w:val="2"/>'),
                    ),
                    plain("Ada Quill", "Treasurer", "Dee Elm", "Clerk"),
                    plain("Ben Oak", "Pilot", "Eve Fir", "Engineer"),
                )
            ],
            [("Ada Quill", "Treasurer"), ("Ben Oak", "Pilot"), ("Dee Elm", "Clerk"), ("Eve Fir", "Engineer")],
        ),
        (  # labels in rows of the table
            [
                grid(
                    plain("Present", ""), plain("Ada Quill", "Pilot"),
                    plain("In attendance", ""), plain("Dee Elm", "Clerk"),
                    columns=2,
                )
            ],
            [("Ada Quill", "Pilot"), ("Dee Elm", "Clerk")],
        ),
        (  # a table without rules that only sets the page
            [table([2000, 6000], row(cell("Present:"), cell("Ada Quill", "Ben Oak")))],
            [("Ada Quill", None), ("Ben Oak", None)],
        ),
    ],
)  # fmt: skip
def test_lists_of_people_in_tables(body: list[str], expected: list[tuple[str | None, str | None]]) -> None:
    assert attendees(*body) == expected


def test_a_matrix_of_attendance_with_its_headings_on_their_side() -> None:
    days = [cell(day, properties=ON_ITS_SIDE) for day in ("7 January 2031", "4 February 2031", "4 March 2031")]
    matrix = grid(
        row(cell("Name"), *days),
        plain("Ada Quill", "✓", "✓", "✓"), plain("Ben Oak", "✓", "A", "A"), plain("Cy Pine", "A", "✓", "✓"),
    )  # fmt: skip
    found = meeting(TITLE, matrix, BEGIN, END)
    assert [person.name for person in found.attendees] == ["Ada Quill", "Cy Pine"]
    assert [person.name for person in found.apologies] == ["Ben Oak"]


def blocks(*body: str) -> list[Line | Table]:
    return read_bytes(word_file("".join(body)), "ferry.docx").pages[0].blocks


def test_a_letterhead_beside_the_title_is_lines_one_below_the_other() -> None:
    letterhead = table([3000, 6000], row(cell("Landing House", "Ferry Lane"), cell(TITLE)))
    shown = blocks(letterhead, PRESENT)
    assert [block.text if isinstance(block, Line) else "table" for block in shown[:4]] == [
        "Landing House",
        "Ferry Lane",
        "Ferry Board",
        "Minutes of the meeting held on 4 March 2031",
    ]
    tops = [block.top for block in shown]
    assert tops == sorted(set(tops))
    assert [(block.page, block.line) for block in shown] == [(1, number) for number in range(1, 6)]


RULED = '<w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr>'
BARE = '<w:tblPr><w:tblBorders><w:top w:val="nil"/><w:left w:val="none"/></w:tblBorders></w:tblPr>'
BLOCK = table([900, 900], row(cell("Ada", "Ben"), cell("Cy")))


@pytest.mark.parametrize(
    ("body", "tables"),
    [
        (BLOCK, 0),
        (BLOCK.replace("<w:tblPr/>", BARE), 0),
        (BLOCK.replace("<w:tblPr/>", RULED), 1),
        (BLOCK.replace("<w:tblPr/>", '<w:tblPr><w:tblStyle w:val="Ledger"/></w:tblPr>'), 1),
        (table([900, 900], row(cell("Signed"), cell("Date"))), 1),  # one line a cell: a row
        (table([900, 900], row(cell("a", "b"), cell("c")), row(cell("d"), cell("e"))), 1),
    ],
)
def test_only_a_bare_row_of_blocks_is_layout(body: str, tables: int) -> None:
    assert sum(isinstance(block, Table) for block in blocks(body)) == tables


def test_a_frame_around_the_minutes_leaves_the_tables_in_it_whole() -> None:
    inner = TITLE + PRESENT + BEGIN + grid(HEADS, plain("1", "Buy rope", "AQ", "May")) + END
    frame = table([9000], row(cell(inner))).replace("<w:tblPr/>", RULED, 1)
    (action,) = meeting(frame).actions
    assert (action.text, action.owners) == ("Buy rope", ["AQ"])


def merged_of(*rows: str) -> list[list[tuple[str, bool]]]:
    (found,) = blocks(table([900, 900], *rows))
    assert isinstance(found, Table)
    return [[(cell.text, cell.merged) for cell in row.cells] for row in found.rows]


def test_a_cell_says_that_it_is_one_with_the_cell_above() -> None:
    assert merged_of(row(down("1"), cell("a")), row(down(), cell("b")), row(cell(""), cell("c"))) == [
        [("1", False), ("a", False)],
        [("", True), ("b", False)],
        [("", False), ("c", False)],
    ]


def test_a_cell_that_goes_on_from_nothing_keeps_its_words() -> None:
    lost = cell("kept", properties=GOES_ON)
    assert merged_of(row(lost, cell("a"))) == [[("kept", False), ("a", False)]]
    beside = cell("left", properties='<w:hMerge w:val="continue"/>')
    assert merged_of(row(beside, cell("a"))) == [[("left", False), ("a", False)]]


@pytest.mark.parametrize("span", ["-4", "0", "nan", "inf", "1e300", "99999999", "two"])
def test_a_span_that_cannot_be_neither_hangs_nor_fails(span: str) -> None:
    wide = cell("1", properties=f'<w:gridSpan w:val="{span}"/>')
    (found,) = blocks(table([900], row(wide), row(cell("2"), properties=f'<w:gridBefore w:val="{span}"/>')))
    assert isinstance(found, Table)
    assert [c.text for row in found.rows for c in row.cells if c.text] == ["1", "2"]


def test_tables_nested_deeper_than_any_reader_follows_are_refused() -> None:
    inner = paragraph("x")
    for _ in range(2000):
        inner = f"<w:tbl><w:tr><w:tc>{inner}<w:p/></w:tc></w:tr></w:tbl>"
    with pytest.raises(SourceUnreadable, match="deeper"):
        blocks(inner)
