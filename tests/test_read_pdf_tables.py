"""Ruled tables are found however they are drawn; boxes, underlines and coloured words are none."""

from __future__ import annotations

from itertools import pairwise

import pytest

from minutes_cli.document import Line, Page, Table
from minutes_cli.read.pdf import read_pdf
from minutes_cli.read.rulings import Rule, Rulings, find_grids, join_rules
from tests.read_pdf_making import Sheets

XS, YS = [72.0, 130.0, 400.0, 500.0], [100.0, 120.0, 150.0, 170.0]
CELLS = [["Ref", "Details", "Action"], ["1", "Mend the gate\nbefore spring", "IM"], ["2", "", "All"]]


def page_of(sheets: Sheets, engine: str = "pdfium") -> Page:
    return read_pdf(sheets.done(), "a.pdf", engine=engine).pages[0]


def fill(sheets: Sheets, cells: list[list[str]] = CELLS) -> Sheets:
    for top, row in zip(YS, cells, strict=False):
        for x, cell in zip(XS, row, strict=False):
            for number, line in enumerate(cell.split("\n")):
                sheets.write(line, x + 4, top + 13 + 13 * number)
    return sheets


def tables(page: Page) -> list[Table]:
    return [block for block in page.blocks if isinstance(block, Table)]


def words_of(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


NO_TABLES = {
    "an underlined heading": Sheets().write("Matters arising", 72, 100).rule(72, 102, 150, 102),
    "a frame around a notice": Sheets().box(70, 80, 300, 130, fill=None).write("Notice", 80, 100).write("of", 80, 114),
    "two notices one above the other": Sheets()
    .box(70, 80, 300, 105, fill=None)
    .box(70, 105, 300, 130, fill=None)
    .write("Agreed", 80, 100)
    .write("Noted", 80, 120),
    "coloured words": Sheets().box(70, 90, 140, 104, fill=0.8).box(70, 104, 190, 118, fill=0.8).write("Due", 72, 100),
    "a rule above and below the page's text": Sheets()
    .rule(72, 60, 520, 60)
    .write("The board met.", 72, 100)
    .write("IM", 500, 100)
    .rule(72, 800, 520, 800),
    "a tick box in a line": Sheets().box(72, 92, 80, 100, fill=None).write("present", 90, 100),
    "white boxes behind the words": Sheets()
    .box(72, 90, 200, 104, fill=1)
    .box(200, 90, 300, 104, fill=1)
    .box(72, 104, 200, 118, fill=1)
    .box(200, 104, 300, 118, fill=1)
    .write("Ivo Marsh", 72, 100),
}


@pytest.mark.parametrize("what", NO_TABLES)
def test_what_is_no_table(what: str) -> None:
    page = page_of(NO_TABLES[what])
    assert page.blocks
    assert not tables(page)


def test_letters_drawn_as_strokes_are_no_table() -> None:
    sheets = Sheets().write("The board met.", 72, 60)
    for x in range(72, 400, 7):
        sheets.rule(x, 100, x + 5, 100).rule(x, 100, x, 107).rule(x + 5, 100, x + 5, 107).rule(x, 104, x + 5, 104)
    assert not tables(page_of(sheets))


@pytest.mark.parametrize("engine", ["pdfium", "pdfplumber"])
@pytest.mark.parametrize("how", ["rules", "pieces", "thin", "boxes"])
def test_a_table_is_found_however_it_is_drawn(how: str, engine: str) -> None:
    sheets = fill(Sheets().write("1. Gate", 72, 80).grid(XS, YS, how)).write("Closed.", 72, 200)
    page = page_of(sheets, engine)
    before, table, after = page.blocks
    assert isinstance(table, Table)
    assert words_of(table) == CELLS
    assert table.edges == pytest.approx(XS, abs=1)
    assert isinstance(before, Line)
    assert isinstance(after, Line)
    assert [row.line for row in table.rows] == [2, 3, 5]
    assert (before.line, table.line, after.line) == (1, 2, 6)
    assert {line.line for line in table.rows[1].cells[1].lines} == {3, 4}


def test_shading_changes_no_cell() -> None:
    sheets = Sheets().box(72, 100, 500, 120, fill=0.8).box(77, 100, 125, 119, fill=0.9).grid(XS, YS)
    [table] = tables(page_of(fill(sheets)))
    assert words_of(table) == CELLS


def test_shaded_cells_without_rules_are_a_table() -> None:
    sheets = Sheets()
    for row, (top, bottom) in enumerate(pairwise(YS)):
        for x0, x1 in pairwise(XS):
            sheets.box(x0, top, x1, bottom, fill=0.9 - 0.1 * (row % 2))
    assert words_of(tables(page_of(fill(sheets)))[0]) == CELLS


def test_a_header_alone_at_the_foot_of_a_page_is_a_table() -> None:
    sheets = fill(Sheets().grid(XS, YS[:2]), CELLS[:1])
    assert words_of(tables(page_of(sheets))[0]) == CELLS[:1]


def test_a_cell_over_all_columns_stands_in_the_first() -> None:
    sheets = Sheets().rule(72, 100, 500, 100).rule(72, 100, 72, 120).rule(500, 100, 500, 120).grid(XS, YS[1:])
    sheets.write("Decisions and actions agreed at this meeting", 76, 113)
    [table] = tables(page_of(sheets.write("3", 76, 135).write("Sweep the path", 134, 135)))
    assert words_of(table)[:2] == [
        ["Decisions and actions agreed at this meeting", "", ""],
        ["3", "Sweep the path", ""],
    ]


def test_a_cell_over_two_rows_stands_in_the_first() -> None:
    sheets = Sheets().grid(XS[1:], YS).rule(72, 100, 130, 100).rule(72, 150, 130, 150).rule(72, 170, 130, 170)
    sheets.rule(72, 100, 72, 170).write("1", 76, 114).write("Gate", 134, 114).write("Path", 134, 134).write(
        "2", 76, 164
    )
    [table] = tables(page_of(sheets))
    assert [row[:2] for row in words_of(table)] == [["1", "Gate"], ["", "Path"], ["2", ""]]


def test_an_underline_in_a_cell_is_no_border() -> None:
    sheets = fill(Sheets().grid(XS, YS)).rule(134, 135, 200, 135)
    assert words_of(tables(page_of(sheets))[0]) == CELLS


def test_open_outer_borders_are_closed() -> None:
    sheets = Sheets()
    for y in YS:
        sheets.rule(72, y, 500, y)
    sheets.rule(130, 100, 130, 170).rule(400, 100, 400, 170)
    assert words_of(tables(page_of(fill(sheets)))[0]) == CELLS


def test_rules_between_rows_only_make_a_table_of_what_stands_in_columns() -> None:
    rows = [
        ["Name", "Role", "Term"],
        ["Ivo Marsh", "Chair", "2031"],
        ["Una Beck", "Clerk", ""],
        ["Al Moss", "", "2033"],
    ]
    sheets = Sheets()
    for number, row in enumerate(rows):
        sheets.rule(72, 100 + 20 * number, 500, 100 + 20 * number)
        for x, cell in zip((76, 250, 400), row, strict=True):
            sheets.write(cell, x, 114 + 20 * number)
    [table] = tables(page_of(sheets.rule(72, 180, 500, 180)))
    assert words_of(table) == rows


def test_rules_between_paragraphs_make_no_table() -> None:
    sheets = Sheets()
    for number in range(6):
        sheets.rule(72, 100 + 40 * number, 520, 100 + 40 * number)
        sheets.write("The board heard from the treasurer and agreed the accounts as they stood.", 72, 115 + 40 * number)
        sheets.write("The clerk thanked everybody who had helped.", 72, 129 + 40 * number)
    assert not tables(page_of(sheets))


def test_figures_of_two_cells_set_in_one_go_are_parted_at_the_rule() -> None:
    sheets = Sheets().grid([72, 100, 128], [100, 120])
    sheets.canvas.setFont("Helvetica", 10)
    sheets.canvas.drawString(90, 842 - 114, "00", charSpace=6)
    assert words_of(tables(page_of(sheets))[0]) == [["0", "0"]]


def test_a_word_that_overruns_its_cell_is_not_cut() -> None:
    sheets = Sheets().grid([72, 100, 300], [100, 120]).write("Treasurer", 76, 114)
    assert sorted(words_of(tables(page_of(sheets))[0])[0]) == ["", "Treasurer"]


def test_text_beside_a_margin_rule_stands_apart() -> None:
    sheets = (
        Sheets().rule(450, 60, 450, 700).write("The clerk to write to the landlord", 285, 100).write("IM", 453, 100)
    )
    [line] = page_of(sheets).blocks
    assert isinstance(line, Line)
    assert [segment.text for segment in line.segments] == ["The clerk to write to the landlord", "IM"]


def test_heads_set_across_narrow_columns_are_read() -> None:
    sheets = Sheets().grid([72, 172, 192, 212], [100, 180, 200]).write("Ivo Marsh", 76, 194).write("P", 178, 194)
    for x, date in ((186, "04/03/2031"), (206, "06/05/2031")):
        sheets.canvas.saveState()
        sheets.canvas.translate(x, 842 - 176)
        sheets.canvas.rotate(90)
        sheets.canvas.setFont("Helvetica", 10)
        sheets.canvas.drawString(0, 0, date)
        sheets.canvas.restoreState()
    [table] = tables(page_of(sheets))
    assert words_of(table) == [["", "04/03/2031", "06/05/2031"], ["Ivo Marsh", "P", ""]]


def test_a_table_inside_a_cell_leaves_its_words_to_the_cell() -> None:
    sheets = Sheets().grid([72, 300, 500], [100, 200]).grid([90, 150, 200], [110, 130, 150]).write("in", 95, 125)
    [table] = tables(page_of(sheets.write("beside", 320, 120)))
    assert words_of(table) == [["in", "beside"]]


def test_pieces_and_double_lines_are_one_rule() -> None:
    pieces = [Rule(100, 0, 50), Rule(100.5, 50.5, 90), Rule(101.5, 10, 90), Rule(100, 200, 250)]
    assert [(rule.start, rule.end) for rule in join_rules(pieces)] == [(0, 90), (200, 250)]


def test_a_drawing_of_thousands_of_strokes_is_left_alone() -> None:
    level = [Rule(10.0 * n, 0, 500) for n in range(4000)]
    assert find_grids(Rulings(level, [Rule(0, 0, 40000), Rule(500, 0, 40000)], [])).grids == []
