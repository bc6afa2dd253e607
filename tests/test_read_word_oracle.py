"""LibreOffice reads the same Word files: its words and numbers must be ours."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from minutes_cli.document import Line, Table
from minutes_cli.read import read
from tests.read_making import cell, listed, paragraph, row, run, table, word_file
from tests.test_read_word import STYLES
from tests.test_read_word_numbering import LISTS

TAB = "<w:r><w:tab/></w:r>"


def ferry_minutes() -> bytes:
    """A meeting that uses most of what Word can do."""
    return word_file(
        paragraph("Minutes of the Ferry Board", style="T")
        + paragraph(run("Present:", "<w:b/>"), TAB, run("Ada Quill"), TAB, run("AQ"))
        + listed("Apologies", 1)
        + listed("Ben Oak was away.", 1, 1)
        + listed("Cy Pine was ill.", 1, 1)
        + listed("Rope", 1)
        + listed("The rope is worn.", 1, 1)
        + listed("thin at one end", 1, 2)
        + listed("frayed at the other", 1, 2)
        + listed("Landing stage", 2)
        + listed("Paint", 2, 1)
        + listed("Oil", 2, 1)
        + listed("buy tar", 3)
        + paragraph(run("It was "), f"<w:ins w:id='1' w:author='x'>{run('quickly ')}</w:ins>", run("agreed."))
        + table(
            [2000, 4000, 2000],
            row(cell("Actions", properties='<w:gridSpan w:val="3"/>')),
            row(cell("1"), cell("Buy rope", "and tar"), cell("AQ")),
            row(cell("2"), cell("Paint"), cell("BO")),
        )
        + listed("Close", 1)
        + listed("Later list", 7),
        styles=STYLES,
        numbering=LISTS,
    )  # fmt: skip


def words_of(path: Path) -> list[str]:
    texts: list[str] = []
    for page in read(path).pages:
        for block in page.blocks:
            if isinstance(block, Table):
                texts += [line.text for row in block.rows for cell in row.cells for line in cell.lines]
            elif isinstance(block, Line):
                texts.append(block.text)
    return " ".join(texts).split()


def words_of_libreoffice(soffice: str, path: Path, work: Path) -> list[str]:
    command = [soffice, f"-env:UserInstallation={(work / 'profile').as_uri()}", "--headless", "--convert-to"]
    subprocess.run(
        [*command, "txt:Text (encoded):UTF8", "--outdir", str(work), str(path)],
        check=True,
        timeout=180,
        capture_output=True,
    )
    text = (work / f"{path.stem}.txt").read_text("utf-8-sig")
    return text.replace("\uf0b7", "•").replace("◦", "•").split()


def test_words_and_numbers_are_those_of_libreoffice(soffice: str, tmp_path: Path) -> None:
    ours = tmp_path / "ferry.docx"
    ours.write_bytes(ferry_minutes())
    assert sorted(words_of(ours)) == sorted(words_of_libreoffice(soffice, ours, tmp_path))


def test_a_file_that_python_docx_wrote_reads_like_one_from_word(soffice: str, tmp_path: Path) -> None:
    docx = pytest.importorskip("docx", reason="python-docx is a development dependency")
    document = docx.Document()
    document.core_properties.title = "Ferry Board"
    document.add_heading("Minutes of the Ferry Board", 0)
    document.add_heading("Apologies", 1)
    document.add_paragraph("Ben Oak", style="List Bullet")
    document.add_paragraph("Buy rope", style="List Number")
    document.add_paragraph("Buy tar", style="List Number")
    grid = document.add_table(2, 2)
    grid.cell(0, 0).text, grid.cell(0, 1).text = "Action", "Owner"
    grid.cell(1, 0).merge(grid.cell(1, 1)).text = "Paint the stage"
    document.add_page_break()
    document.add_paragraph("Close")
    ours = tmp_path / "ferry.docx"
    document.save(str(ours))
    found = read(ours)
    assert found.title == "Ferry Board"
    assert [line.heading for line in found.pages[0].blocks[:2] if isinstance(line, Line)] == [1, 1]
    assert [block.page for block in found.pages[-1].blocks] == [2]
    assert sorted(words_of(ours)) == sorted(words_of_libreoffice(soffice, ours, tmp_path))
