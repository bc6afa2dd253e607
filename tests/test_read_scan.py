"""Minutes that are pictures are read as if they had text, when that is asked for; else they are no empty record."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from minutes_cli import parse, read, store
from minutes_cli.cli import main
from minutes_cli.document import Document, Line, Table
from minutes_cli.errors import SourceUnreadable
from minutes_cli.read import scan as scans
from tests.conftest import ROOT
from tests.read_pdf_making import BOLD, Sheets
from tests.scanning import as_file, scan
from tests.scoring import score

FIXTURE = ROOT / "fixtures" / "governors-drawn.pdf"
LEAST_F1 = 0.95
A6 = (298.0, 420.0)


def small_page() -> Sheets:
    """A page of A6, quickly recognised: a heading in bold, a sentence and a ruled table."""
    sheets = Sheets(A6).write("Harbour Trust: actions", 30, 40, size=13, face=BOLD)
    sheets.write("The trustees met on 4 March 2031 in the loft.", 30, 64)
    sheets.grid([30, 60, 200, 268], [80, 100, 120, 140])
    for row, words in enumerate(
        (("No", "Task", "Owner"), ("1", "Mend the outer gate", "IM"), ("2", "Buy chain", "UT"))
    ):
        for x, word in zip((34, 64, 204), words, strict=True):
            sheets.write(word, x, 94 + 20 * row)
    return sheets


TABLE = [["No", "Task", "Owner"], ["1", "Mend the outer gate", "IM"], ["2", "Buy chain", "UT"]]


def texts(document: Document, page: int = 1) -> list[str]:
    return [block.text for block in document.pages[page - 1].blocks if isinstance(block, Line)]


def tables(document: Document, page: int = 1) -> list[list[list[str]]]:
    blocks = [block for block in document.pages[page - 1].blocks if isinstance(block, Table)]
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in blocks]


@pytest.fixture(scope="module")
def picture() -> Any:
    """The small page as a scanner gives it: a degree askew, and speckled."""
    return scan(small_page().done())[0]


@pytest.fixture(scope="module")
def scanned(picture: Any) -> Document:
    return read.read_bytes(as_file([picture]), "a.pdf", ocr=True)


def test_scanned_minutes_give_the_record_of_the_printed_ones() -> None:
    document = read.read_bytes(as_file(scan(FIXTURE.read_bytes())), "scan.pdf", ocr=True)
    record = yaml.safe_load(store.dump(parse.parse(document)))
    truth = yaml.safe_load(FIXTURE.with_suffix(".truth.yaml").read_text(encoding="utf-8"))
    result = score(truth, record)
    reached = [count.f1 for count in result.counts.values() if count.f1 is not None]
    assert sum(reached) / len(reached) >= LEAST_F1, result.differences


def test_lines_and_ruled_tables_are_seen_on_a_scan(scanned: Document) -> None:
    assert texts(scanned) == ["Harbour Trust: actions", "The trustees met on 4 March 2031 in the loft."]
    assert tables(scanned) == [TABLE]


def test_places_sizes_and_bold_are_those_of_the_print(scanned: Document) -> None:
    heading, sentence, table = scanned.pages[0].blocks
    assert isinstance(heading, Line)
    assert isinstance(sentence, Line)
    assert isinstance(table, Table)
    assert (scanned.pages[0].width, scanned.pages[0].height) == pytest.approx(A6, abs=1)
    assert heading.x0 == pytest.approx(30, abs=3)
    assert heading.bottom == pytest.approx(43, abs=4)
    assert heading.is_bold
    assert sentence.bold == 0
    assert heading.size > sentence.size + 0.5
    assert sentence.size == pytest.approx(11, abs=1.5)
    assert table.edges == pytest.approx((30, 60, 200, 268), abs=4)
    assert [line.line for line in (heading, sentence)] == [1, 2]


@pytest.mark.parametrize("lean", [0.0, 0.3, -1.0, 2.5, -3.0])
def test_the_angle_at_which_a_page_lay_on_the_glass_is_measured(lean: float) -> None:
    from minutes_cli.read.scan_upright import lean_of

    assert lean_of(scan(small_page().done(), lean=lean)[0]) == pytest.approx(-lean, abs=0.1)


def test_the_same_scan_gives_the_same_words_however_many_threads_read_it(picture: Any) -> None:
    from minutes_cli.read.scan_page import recognise
    from minutes_cli.read.scan_recogniser import Recogniser

    assert recognise(picture, Recogniser(threads=1)) == recognise(picture, Recogniser(threads=3))


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_page_scanned_on_its_side_or_head_is_set_upright(picture: Any, quarters: int) -> None:
    import numpy as np

    document = read.read_bytes(as_file([np.ascontiguousarray(np.rot90(picture, quarters))]), "a.pdf", ocr=True)
    assert texts(document)[0] == "Harbour Trust: actions"
    assert tables(document) == [TABLE]


def test_a_scan_that_the_file_turns_is_read_as_it_is_shown(picture: Any) -> None:
    import numpy as np
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    sheets = Sheets(A6)
    sheets.canvas.setPageRotation(90)  # reportlab then lays the sheet on its side
    on_its_side = Image.fromarray(np.ascontiguousarray(np.rot90(picture)))
    sheets.canvas.drawImage(ImageReader(on_its_side), 0, 0, A6[1], A6[0])
    document = read.read_bytes(sheets.done(), "a.pdf", ocr=True)
    assert (document.pages[0].width, document.pages[0].height) == pytest.approx(A6, abs=1)
    assert tables(document) == [TABLE]


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_a_picture_of_minutes_is_read_as_a_page(picture: Any, form: str) -> None:
    name = f"a.{form.lower()}"
    document = read.read_bytes(as_file([picture], form), name, ocr=True)
    assert document.format == "picture"
    assert tables(document) == [TABLE]
    assert (document.pages[0].width, document.pages[0].height) == pytest.approx(A6, abs=1)


def test_every_page_of_a_tiff_is_read(picture: Any) -> None:
    document = read.read_bytes(as_file([picture, picture], "TIFF"), "a.tif", ocr=True)
    assert [page.number for page in document.pages] == [1, 2]
    assert document.pages[0].width == pytest.approx(A6[0], abs=1)
    assert tables(document, 1) == tables(document, 2) == [TABLE]


def test_the_bullets_of_a_list_are_seen() -> None:
    sheets = Sheets(A6).write("The trustees agreed", 30, 40).write("Oak is dear", 48, 120)
    sheets.canvas.circle(38, A6[1] - 120 + 4, 2, fill=1, stroke=0)
    for y, words in ((60, "Nora to ask for prices"), (80, "Ivo to paint the boat")):
        sheets.write("•", 36, y).write(words, 48, y)
    document = read.read_bytes(as_file(scan(sheets.done(), lean=0, speckles=0)), "a.pdf", ocr=True)
    assert texts(document) == [
        "The trustees agreed",
        "• Nora to ask for prices",
        "• Ivo to paint the boat",
        "• Oak is dear",
    ]


def test_print_drawn_as_outlines_is_read() -> None:
    """Letters drawn as shapes, as some programs print: nothing on the page is text."""
    outlined = Sheets(A6)
    canvas = outlined.canvas
    canvas.setFont("Helvetica", 14)
    canvas.setLineWidth(0)
    for y, words in ((60, "Apologies were received"), (90, "from two trustees.")):
        _outline(outlined, words, 30, y)
    document = read.read_bytes(outlined.done(), "a.pdf", ocr=True)
    assert texts(document) == ["Apologies were received", "from two trustees."]


def _outline(sheets: Sheets, words: str, x: float, y: float) -> None:
    """Draw words as filled boxes, dot by dot, from a picture of them."""
    import numpy as np

    page = scan(Sheets(A6).write(words, x, y, size=16).done(), lean=0, speckles=0, dpi=144)[0]
    for row, column in np.argwhere(page < 128).tolist():
        sheets.box(column / 2, row / 2, (column + 1) / 2, (row + 1) / 2)


def mixed(picture: Any) -> bytes:
    """A file whose second page of three is a scan."""
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    sheets = Sheets(A6).write("Harbour Trust: minutes of 4 March 2031", 30, 40).write("Present: Nora Quill", 30, 60)
    sheets.next().canvas.drawImage(ImageReader(Image.fromarray(picture)), 0, 0, *A6)
    return sheets.next().write("The meeting closed at nine.", 30, 40).done()


def test_the_scanned_pages_of_a_mixed_file_are_named_when_they_are_not_read(picture: Any) -> None:
    document = read.read_bytes(mixed(picture), "a.pdf")
    assert texts(document, 1)[0] == "Harbour Trust: minutes of 4 March 2031"
    assert [(remark.kind, remark.count, remark.words, remark.page) for remark in document.remarks] == [
        ("pages unread", 1, ("2",), 2)
    ]


def test_the_scanned_pages_of_a_mixed_file_are_read_among_the_others(picture: Any) -> None:
    document = read.read_bytes(mixed(picture), "a.pdf", ocr=True)
    assert texts(document, 1)[0] == "Harbour Trust: minutes of 4 March 2031"
    assert tables(document, 2) == [TABLE]
    assert texts(document, 3) == ["The meeting closed at nine."]
    assert not document.remarks


def test_words_that_are_hard_to_read_are_named_with_their_line() -> None:
    sheets = Sheets(A6).write("Clearly printed words", 30, 40).write("Mend the gate", 30, 90)
    document = read.read_bytes(as_file(scan(sheets.write("XXXXXX", 60, 90).done())), "a.pdf", ocr=True)
    assert texts(document)[0] == "Clearly printed words"
    doubts = [remark for remark in document.remarks if remark.kind == "read with doubt"]
    assert [(remark.page, remark.line) for remark in doubts] == [(1, 2)]
    assert doubts[0].confidence is not None
    assert doubts[0].confidence < 0.8
    assert doubts[0].words


def stamped(words: str, *, unseen: bool = False) -> Callable[[Any], bytes]:
    """A scan with words of the file's own on it: a stamp, or what a scanner's software took the print for."""

    def made(picture: Any) -> bytes:
        from PIL import Image
        from reportlab.lib.utils import ImageReader

        sheets = Sheets(A6)
        sheets.canvas.drawImage(ImageReader(Image.fromarray(picture)), 0, 0, *A6)
        for number, line in enumerate(words.split("\n")):
            text = sheets.canvas.beginText(30, 400 - 12 * number)
            text.setTextRenderMode(3 if unseen else 0)
            text.setFont("Helvetica", 8)
            text.textLine(line)
            sheets.canvas.drawText(text)
        return sheets.done()

    return made


JUNK = "\n".join(["l|I1 ~~ ;: ]l[ rn{ }| Il1l |l]] ~= _l_ |||", "ttl| }{| ;;~ -_l |I] [lrn1 |~| ::l"] * 4)


@pytest.mark.parametrize(
    "made",
    [
        stamped("Received by the clerk to the trust on 12 March 2031, sheet 3 of 14"),
        stamped(JUNK, unseen=True),
    ],
    ids=["a stamp", "junk under the picture"],
)
def test_a_scan_with_a_few_words_of_its_own_is_a_scan(picture: Any, made: Callable[[Any], bytes]) -> None:
    with pytest.raises(SourceUnreadable, match="it is a scan"):
        read.read_bytes(made(picture), "a.pdf")
    assert tables(read.read_bytes(made(picture), "a.pdf", ocr=True)) == [TABLE]


def test_a_scan_whose_words_stand_unseen_under_it_has_text(picture: Any) -> None:
    """What a scanner calls a searchable PDF: its words are taken, recognised or not."""
    under = "\n".join(["The trustees met on 4 March 2031 and agreed to mend the gate of the harbour."] * 3)
    for ocr in (False, True):
        document = read.read_bytes(stamped(under, unseen=True)(picture), "a.pdf", ocr=ocr)
        assert texts(document) == under.split("\n")
        assert not document.remarks


def test_a_bare_scan_is_no_empty_record() -> None:
    import numpy as np

    with pytest.raises(SourceUnreadable, match="no print could be recognised"):
        read.read_bytes(as_file([np.full((585, 414), 250, np.uint8)]), "a.pdf", ocr=True)


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n" + bytes(20), b"II*\x00" + bytes(40), b"\xff\xd8\xff\xe0JFIF"])
def test_a_damaged_picture_is_refused(data: bytes) -> None:
    with pytest.raises(SourceUnreadable, match="cannot be opened"):
        read.read_bytes(data, "a.png", ocr=True)


def test_a_picture_asks_for_ocr() -> None:
    with pytest.raises(SourceUnreadable, match="is a picture") as problem:
        read.read_bytes(b"\x89PNG\r\n\x1a\n" + bytes(20), "a.png")
    assert "minutes parse --ocr a.png" in problem.value.hint


@pytest.mark.parametrize("form", ["PDF", "PNG"])
@pytest.mark.parametrize("asked", [[], ["--ocr"]])
def test_without_the_extra_one_line_names_the_command_that_installs_it(
    picture: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str, asked: list[str]
) -> None:
    monkeypatch.setattr(scans, "NEEDED", ("a_package_that_nobody_has",))
    source = tmp_path / f"scan.{form.lower()}"
    source.write_bytes(as_file([picture], form))
    run = CliRunner().invoke(main, ["parse", str(source), *asked])
    assert run.exit_code == 3
    assert run.stderr.count("\n") == 1
    assert "pip install 'minutebook[ocr]'" in run.stderr
    assert [path.name for path in tmp_path.iterdir()] == [source.name]


def test_minutes_with_text_load_nothing_that_reads_pictures(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from minutes_cli import read\n"
        "read.read(Path(sys.argv[1]), ocr=True)\n"
        "print(sorted({'numpy', 'cv2', 'PIL', 'onnxruntime', 'rapidocr'} & set(sys.modules)))"
    )
    run = subprocess.run(
        [sys.executable, "-c", program, str(FIXTURE)], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert run.stdout.strip() == "[]"
