"""A PDF of minutes gives its words in lines with their places, or an error that names the next step."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from minutes_cli.document import Document, Line, Table
from minutes_cli.errors import SourceUnreadable, UsageProblem
from minutes_cli.read.pdf import read_pdf
from tests.read_pdf_making import BOLD, FACE, Sheets

ENGINES = ["pdfium", "pdfplumber"]


def lines(document: Document, page: int = 1) -> list[Line]:
    return [block for block in document.pages[page - 1].blocks if isinstance(block, Line)]


def texts(document: Document, page: int = 1) -> list[str]:
    return [line.text for line in lines(document, page)]


@pytest.mark.parametrize("engine", ENGINES)
def test_lines_come_top_to_bottom_whatever_their_order_in_the_file(engine: str) -> None:
    sheets = Sheets().write("The meeting closed at 8pm.", 72, 300).write("Minutes of the allotment society", 72, 100)
    document = read_pdf(sheets.write("Plot holders agreed.", 72, 200).done(), "a.pdf", engine=engine)
    assert texts(document) == ["Minutes of the allotment society", "Plot holders agreed.", "The meeting closed at 8pm."]
    assert [line.line for line in lines(document)] == [1, 2, 3]
    assert document.format == "pdf"
    assert len(document.sha256) == 64


@pytest.mark.parametrize("engine", ENGINES)
def test_places_are_points_from_the_top_left(engine: str) -> None:
    [line] = lines(read_pdf(Sheets().write("Apologies", 72, 100, size=12).done(), "a.pdf", engine=engine))
    assert line.x0 == pytest.approx(72, abs=1)
    assert line.top < 100 < line.bottom
    assert line.bottom - line.top == pytest.approx(12, abs=0.1)
    assert line.size == 12


@pytest.mark.parametrize("engine", ENGINES)
def test_bold_and_columns_are_seen(engine: str) -> None:
    sheets = Sheets().write("Present:", 72, 100, face=BOLD).write("Ivo Marsh", 130, 100).write("Clerk", 300, 100)
    [line] = lines(read_pdf(sheets.done(), "a.pdf", engine=engine))
    assert [segment.text for segment in line.segments] == ["Present:", "Ivo Marsh", "Clerk"]
    assert line.bold == len("Present:")


def test_raised_letters_join_their_word() -> None:
    sheets = Sheets().write("19", 72, 100).write("th", 84.5, 96, size=6).write("of May", 93, 100)
    assert texts(read_pdf(sheets.done(), "a.pdf")) == ["19th of May"]


def test_a_hyphen_at_the_end_of_a_line_stays_there() -> None:
    sheets = Sheets().write("The board takes a risk-", 72, 100).write("based view of plots.", 72, 114)
    assert texts(read_pdf(sheets.done(), "a.pdf")) == ["The board takes a risk-", "based view of plots."]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_page_reads_as_it_is_shown(turn: int) -> None:
    """Text set so that it stands upright once the page is turned, as a landscape page in a portrait file is."""
    sheets = Sheets((600.0, 600.0))
    canvas = sheets.canvas
    canvas.setPageRotation(turn)
    canvas.translate(300, 300)
    canvas.rotate(turn)
    canvas.translate(-300, -300)
    sheets.write("Actions", 72, 100).write("IM", 500, 100).write("Next meeting", 72, 130)
    document = read_pdf(sheets.done(), "a.pdf")
    assert texts(document) == ["Actions IM", "Next meeting"]
    assert len(lines(document)[0].segments) == 2
    assert lines(document)[0].x0 == pytest.approx(72, abs=1)
    assert lines(document)[0].top < 100 < lines(document)[0].bottom


@pytest.mark.parametrize("shown", [0, 90, 180, 270])
@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_whose_words_run_up_or_down_it_is_read_upright(turn: int, shown: int) -> None:
    """A wide table printed across a page of a file that turns it wrongly, or not at all."""
    sheets = Sheets((600.0, 600.0))
    canvas = sheets.canvas
    canvas.setPageRotation(shown)
    canvas.translate(300, 300)
    canvas.rotate(turn + shown)
    canvas.translate(-300, -300)
    sheets.write("Minutes", 72, 80).grid([72, 300, 400], [100, 120, 140]).write("Task", 76, 114)
    sheets.write("Owner", 304, 114).write("Mend the gate", 76, 134).write("IM", 304, 134)
    title, table = read_pdf(sheets.done(), "a.pdf").pages[0].blocks
    assert isinstance(title, Line)
    assert isinstance(table, Table)
    assert title.text == "Minutes"
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["Task", "Owner"], ["Mend the gate", "IM"]]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_landscape_page_is_as_wide_as_it_is(engine: str) -> None:
    sheets = Sheets((842.0, 595.0)).write("Action", 72, 100).write("Owner", 700, 100)
    page = read_pdf(sheets.done(), "a.pdf", engine=engine).pages[0]
    assert (page.width, page.height) == (842, 595)
    assert [segment.text for line in page.blocks if isinstance(line, Line) for segment in line.segments] == [
        "Action",
        "Owner",
    ]


@pytest.mark.parametrize("turn", [0, 90])
def test_a_turned_page_keeps_its_tables(turn: int) -> None:
    sheets = Sheets((600.0, 600.0))
    canvas = sheets.canvas
    canvas.setPageRotation(turn)
    canvas.translate(300, 300)
    canvas.rotate(turn)
    canvas.translate(-300, -300)
    sheets.grid([72, 300, 400], [100, 120, 140]).write("Task", 76, 114).write("Owner", 304, 114)
    [table] = read_pdf(sheets.write("Mend the gate", 76, 134).write("IM", 304, 134).done(), "a.pdf").pages[0].blocks
    assert isinstance(table, Table)
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["Task", "Owner"], ["Mend the gate", "IM"]]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_cropped_page_is_measured_from_its_crop_box(engine: str) -> None:
    sheets = Sheets().write("Apologies", 172, 200).write("seen by the printer only", 20, 830)
    sheets.canvas.setCropBox((100, 100, 500, 742))
    document = read_pdf(sheets.done(), "a.pdf", engine=engine)
    assert texts(document)[0] == "Apologies"
    assert lines(document)[0].x0 == pytest.approx(72, abs=1)
    assert lines(document)[0].top < 100 < lines(document)[0].bottom


def test_text_set_across_the_page_interrupts_nothing() -> None:
    sheets = Sheets().write("The board agreed", 72, 400).write("the accounts.", 72, 414)
    canvas = sheets.canvas
    canvas.saveState()
    canvas.translate(200, 400)
    canvas.rotate(55)
    canvas.setFont("Helvetica", 80)
    canvas.drawString(0, 0, "DRAFT COPY")
    canvas.restoreState()
    assert texts(read_pdf(sheets.done(), "a.pdf")) == ["The board agreed", "the accounts.", "DRAFT COPY"]


def test_the_slow_calls_give_the_same_as_the_fast_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    from minutes_cli.read import pdf_pdfium
    from minutes_cli.read.pdf_words import PageText

    sheets = Sheets().write("Present:", 72, 100, face=BOLD).write("Ivo Marsh", 130, 100).write("a risk-", 72, 120)
    data = sheets.write("based view", 72, 134).grid([72, 300, 400], [200, 220]).write("Task", 76, 214).done()
    fast = read_pdf(data, "a.pdf")
    monkeypatch.setattr(PageText, "_bound", pdf_pdfium.public_calls())
    assert read_pdf(data, "a.pdf") == fast


def test_the_title_is_that_of_the_files_own_properties() -> None:
    sheets = Sheets().write("Minutes", 72, 100)
    sheets.canvas.setTitle("Allotments\u0007 board")
    assert read_pdf(sheets.done(), "a.pdf").title == "Allotments board"


PASSWORD, WRONG = "moss", "fern"


@pytest.mark.parametrize("engine", ENGINES)
def test_a_locked_file_wants_its_password(engine: str) -> None:
    data = Sheets(encrypt=PASSWORD).write("Apologies", 72, 100).done()
    with pytest.raises(SourceUnreadable, match=r"a\.pdf is locked") as problem:
        read_pdf(data, "a.pdf", engine=engine)
    assert "--password" in problem.value.hint
    with pytest.raises(SourceUnreadable, match="does not open"):
        read_pdf(data, "a.pdf", password=WRONG, engine=engine)
    assert texts(read_pdf(data, "a.pdf", password=PASSWORD, engine=engine)) == ["Apologies"]


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.97])
def test_a_file_that_was_cut_off_is_refused(share: float) -> None:
    sheets = Sheets()
    for _ in range(5):
        sheets.write("The board agreed the accounts.", 72, 100).next()
    data = sheets.done()
    with pytest.raises(SourceUnreadable, match=r"a\.pdf .*(cut off|damaged)") as problem:
        read_pdf(data[: int(len(data) * share)], "a.pdf")
    assert problem.value.hint
    assert problem.value.exit_code == 3


def test_what_is_no_pdf_inside_is_refused() -> None:
    with pytest.raises(SourceUnreadable, match="damaged"):
        read_pdf(b"%PDF-1.7\nnothing of the kind", "a.pdf")


def scanned(words: str = "") -> bytes:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    sheets = Sheets()
    for _ in range(2):
        picture = ImageReader(Image.new("L", (40, 60), 200))
        sheets.canvas.drawImage(picture, 0, 0, 595, 842)
        if words:
            sheets.write(words, 72, 830)
        sheets.next()
    return sheets.done()


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("words", ["", "Scanned by a machine"])
def test_a_scan_wants_ocr(engine: str, words: str) -> None:
    with pytest.raises(SourceUnreadable, match=r"a\.pdf has no text: it is a scan") as problem:
        read_pdf(scanned(words), "a.pdf", engine=engine)
    assert "minutes parse --ocr a.pdf" in problem.value.hint


def test_letters_drawn_as_shapes_are_a_scan() -> None:
    sheets = Sheets()
    for x in range(72, 400, 9):
        path = sheets.canvas.beginPath()
        path.moveTo(x, 600)
        path.curveTo(x + 2, 610, x + 5, 610, x + 7, 600)
        sheets.canvas.drawPath(path, fill=1)
    with pytest.raises(SourceUnreadable, match="it is a scan"):
        read_pdf(sheets.done(), "a.pdf")


def test_empty_pages_are_no_minutes() -> None:
    with pytest.raises(SourceUnreadable, match="its pages are empty"):
        read_pdf(Sheets().next().next().done(), "a.pdf")


def test_a_page_without_text_among_others_is_marked_as_a_picture() -> None:
    sheets = Sheets().write("The board agreed the accounts.", 72, 100).next()
    sheets.box(72, 72, 300, 300, fill=0.5).next().write("The meeting closed.", 72, 100)
    assert [page.has_picture for page in read_pdf(sheets.done(), "a.pdf").pages] == [False, True, False]


def test_an_unknown_engine_is_a_usage_error() -> None:
    with pytest.raises(UsageProblem, match="no PDF reader"):
        read_pdf(Sheets().write("x", 72, 100).done(), "a.pdf", engine="abacus")


def test_pdfplumber_is_imported_only_when_asked_for(tmp_path: Path) -> None:
    code = (
        "import sys; from minutes_cli.read.pdf import read_pdf; import pathlib;"
        "read_pdf(pathlib.Path(sys.argv[1]).read_bytes(), 'a.pdf');"
        "sys.exit('pdfplumber' in sys.modules or 'pdfminer' in sys.modules)"
    )
    path = tmp_path / "made.pdf"
    path.write_bytes(Sheets().write("Apologies", 72, 100).done())
    assert subprocess.run([sys.executable, "-c", code, str(path)], check=False).returncode == 0


@pytest.mark.parametrize(
    ("word", "accent", "over", "expected"),
    [
        ("quay", "", 0.0, "quay"),
        ("l´ecole", "", 0.0, "l´ecole"),  # typed for an apostrophe: it stands before the letter
        ("Palma", "ˆ", 1.2, "Pâlma"),
        ("Orjan", "¨", 0.2, "Örjan"),
        ("Francoise", "¸", 3.9, "Françoise"),
        ("quay", "´", 0.2, "quay ´"),  # there is no q with an accent
    ],
)
def test_accents_drawn_over_a_letter_belong_to_it(word: str, accent: str, over: float, expected: str) -> None:
    """As TeX draws them: the accent as a sign of its own, after or before its letter, and over it."""
    from reportlab.pdfbase import pdfmetrics

    sheets = Sheets().write("Minutes", 72, 80).write(word, 72, 100)
    if accent:
        letters = pdfmetrics.stringWidth(word[: int(over)], FACE, 11)
        sheets.write(accent, 72 + letters + over % 1 * 5, 100)
    said = texts(read_pdf(sheets.done(), "a.pdf"))[1]
    assert said == expected


def test_accents_drawn_before_their_letter_belong_to_it() -> None:
    from reportlab.pdfbase import pdfmetrics

    at = 72 + pdfmetrics.stringWidth("Fr", FACE, 11)
    sheets = Sheets().write("Minutes", 72, 80).write("Fr", 72, 100).write("´", at + 1, 100).write("ed", at, 100)
    assert texts(read_pdf(sheets.done(), "a.pdf"))[1] == "Fréd"
