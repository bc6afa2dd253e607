"""LibreOffice prints the same Word files: its words, numbers and their order must be ours.

Its text export is the oracle, line by line; where that shows more than a page does (hidden and deleted words) or does
not tell, its printed page is. What LibreOffice itself reads otherwise than Word (isLgl, lvlRestart) is left to
``test_read_word_numbering``.
"""

from __future__ import annotations

import random
import shutil
import subprocess
from pathlib import Path

import pytest

from minutes_cli.document import Line
from minutes_cli.read import read_bytes
from tests.read_making import cell, listed, paragraph, row, run, table, word_file
from tests.test_read_word import STYLES
from tests.test_read_word_changes import come, end, gone, numbered
from tests.test_read_word_numbering import LISTS, abstract, level, num, restart

TAB, BREAK = "<w:r><w:tab/></w:r>", "<w:r><w:br/></w:r>"
HIDE_CHANGES = (
    '<w:revisionView w:insDel="0" w:formatting="0" w:markup="0"/>'  # LibreOffice then prints them as accepted
)
HIDDEN = "<w:vanish/>"


def levels(*entries: tuple[int, int], lists: str = LISTS, **parts: str) -> bytes:
    """Write a file of list paragraphs, each a list's number and a level."""
    return word_file("".join(listed("entry", *entry) for entry in entries), numbering=lists, **parts)


def control(inside: str) -> str:
    return f'<w:sdt><w:sdtPr><w:id w:val="7"/></w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>'


def field(*result: str) -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = '<w:r><w:instrText xml:space="preserve"> HYPERLINK "https://ferry.example/" </w:instrText></w:r>'
    return f"{mark.format('begin')}{code}{mark.format('separate')}{''.join(result)}{mark.format('end')}"


def styled_lists() -> bytes:
    """Headings numbered by styles: one gives the list, one only a level, one is based on another, one opts out."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{said}"/>{based}'
        f"<w:pPr><w:numPr>{numbers}</w:numPr></w:pPr></w:style>"
        for name, said, based, numbers in [
            ("H1", "heading 1", "", '<w:numId w:val="1"/>'),
            ("H2", "heading 2", '<w:basedOn w:val="H1"/>', '<w:ilvl w:val="1"/>'),
            ("Own", "Ferry item", '<w:basedOn w:val="H2"/>', ""),
        ]
    )
    linked = abstract(
        0,
        level(0, "decimal", "%1.", more='<w:pStyle w:val="H1"/>'),
        level(1, "decimal", "%1.%2", more='<w:pStyle w:val="H2"/>'),
        level(2, "lowerLetter", "(%3)"),
    )
    deeper, none = '<w:numPr><w:ilvl w:val="2"/></w:numPr>', '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = [
        paragraph("Apologies", style="H1"), paragraph("Rope", style="H2"), paragraph("Tar", style="Own"),
        paragraph("two barrels", style="H1", properties=deeper), paragraph("Annex", style="H2", properties=none),
        paragraph("Close", style="H1"), paragraph("Thanks", style="H2"),
    ]  # fmt: skip
    return word_file("".join(body), styles=styles, numbering=linked + num(1, 0))


def lent_lists() -> bytes:
    """Two lists that lead to one by a numbering style count as one."""
    styles = (
        '<w:style w:type="numbering" w:styleId="Ferry"><w:name w:val="Ferry"/><w:pPr><w:numPr><w:numId w:val="2"/>'
        "</w:numPr></w:pPr></w:style>"
    )
    lists = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="Ferry"/></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="Ferry"/>'
        + level(0, "upperLetter", "%1)")
        + "</w:abstractNum>"
    )
    return levels((1, 0), (2, 0), (1, 0), lists=lists + num(1, 0) + num(2, 1), styles=styles)


def random_lists(seed: int) -> bytes:
    """Three lists of odd forms, mixed as people who paste from old minutes mix them."""
    dice = random.Random(seed)  # noqa: S311
    forms = ["decimal", "lowerLetter", "upperLetter", "lowerRoman", "upperRoman", "decimalZero"]
    texts = ["%{0}.", "(%{0})", "Item %{0}", "{1}"]

    def one_level(index: int, start: int) -> str:
        text = dice.choice(texts).format(index + 1, ".".join(f"%{n + 1}" for n in range(index + 1)))
        return level(index, dice.choice(forms), text, start=start)

    starts = [dice.choice([1, 1, 1, 3]) for _ in range(4)]
    lists = "".join(abstract(a, *map(one_level, range(4), starts)) for a in range(2)) + num(1, 0) + num(2, 1)
    lists += num(3, 0, "".join(map(restart, range(4), starts)))
    entries, depth = [], 0
    for _ in range(dice.randint(4, 14)):
        depth = dice.randint(0, min(3, depth + 1 + (dice.random() < 0.15)))
        entries.append((dice.choice([1, 1, 1, 1, 2, 3]), depth))
    return levels(*entries, lists=lists)


def made_by_python_docx() -> bytes:
    import io

    docx = pytest.importorskip("docx", reason="python-docx is a development dependency")
    document = docx.Document()
    document.add_heading("Minutes of the Ferry Board", 0)
    document.add_heading("Apologies", 1)
    document.add_paragraph("Ben Oak", style="List Bullet")
    document.add_paragraph("Buy rope", style="List Number")
    document.add_paragraph("Buy tar", style="List Number")
    grid = document.add_table(2, 2)
    grid.cell(0, 0).text, grid.cell(0, 1).text = "Action", "Owner"
    grid.cell(1, 0).merge(grid.cell(1, 1)).text = "Paint the stage"
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def meeting() -> bytes:
    """A meeting that uses most of what Word can do."""
    return word_file(
        paragraph("Minutes of the Ferry Board", style="T")
        + paragraph(run("Present:", "<w:b/>"), TAB, run("Ada Quill"), TAB, run("AQ"))
        + listed("Apologies", 1) + listed("Ben Oak was away.", 1, 1) + listed("Rope", 1) + listed("It is worn.", 1, 1)
        + listed("thin at one end", 1, 2) + listed("frayed", 1, 2) + listed("Landing stage", 2) + listed("Oil", 2, 1)
        + listed("buy tar", 3)
        + table(
            [2000, 4000, 2000],
            row(cell("Actions", properties='<w:gridSpan w:val="3"/>')),
            row(cell("1"), cell("Buy rope", "and tar"), cell("AQ")), row(cell("2"), cell("Paint"), cell("BO")),
        )
        + listed("Close", 1) + listed("Later list", 7),
        styles=STYLES, numbering=LISTS,
    )  # fmt: skip


def reference_column() -> bytes:
    """A table of actions whose references are numbered by Word."""
    rows = [row(cell(listed("", 1)), cell(task), cell("AQ")) for task in ("Buy rope", "Buy tar", "Paint the stage")]
    return word_file(table([700, 4000, 900], row(cell("Ref"), cell("Action"), cell("Who")), *rows), numbering=LISTS)


DOWN, GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
NESTED = cell(paragraph("On:"), table([500], row(cell("BO")), row(cell("tar"))), paragraph("by May"))

AS_TEXT: dict[str, bytes] = {
    "a meeting": meeting(),
    "made by python-docx": made_by_python_docx(),
    "styles number": styled_lists(),
    "a numbering style lends its list": lent_lists(),
    "reference column": reference_column(),
    "legal": levels((1, 0), (1, 1), (1, 1), (1, 0), (1, 1), (1, 2), (1, 2), (1, 1), (1, 2)),
    "lettered": levels((2, 0), (2, 1), (2, 1), (2, 0), (2, 1)),
    "a level passed over": levels((1, 2), (1, 0), (1, 2), (1, 1), (1, 2)),
    "bullets above and between numbers": levels(
        (1, 0), (1, 1), (1, 1), (1, 0), (1, 1), (2, 1), (2, 0), (2, 1), (2, 0),
        lists=abstract(0, level(0, "bullet", "\uf0b7"), level(1, "decimal", "%2."))
        + abstract(1, level(0, "decimal", "%1."), level(1, "bullet", "\uf0b7")) + num(1, 0) + num(2, 1),
    ),
    "past z": levels(*[(1, 0)] * 30, lists=abstract(0, level(0, "lowerLetter", "(%1)")) + num(1, 0)),
    "roman": levels(*[(1, 0)] * 14, lists=abstract(0, level(0, "upperRoman", "%1.")) + num(1, 0)),
    "starts over once": levels((1, 0), (1, 0), (7, 0), (7, 0), (1, 0), (7, 0)),
    "an override of form": levels(
        (1, 0), (2, 0), (2, 0), (1, 0),
        lists=abstract(0, level(0, "decimal", "%1.")) + num(1, 0)
        + num(2, 0, f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1)")}</w:lvlOverride>'),
    ),
    "an empty paragraph counts": word_file(listed("a", 1) + listed("", 1) + listed("b", 1), numbering=LISTS),
    "numbers in a control": word_file(listed("a", 1) + control(listed("b", 1)) + listed("c", 1), numbering=LISTS),
    "content controls": word_file(
        control(paragraph("Rope"))
        + paragraph(run("On "), control(run("4 March")), run(" at noon"))
        + control(table([500, 500], row(cell("1"), cell("rope"))))
        + table(
            [500, 500],
            control(row(cell("2"), cell("tar"))), row(control(cell("3")), cell(control(paragraph("oil")))),
        ),
    ),
    "fields": word_file(
        paragraph(run("See "), field(run("the paper")), run("."))
        + paragraph(run("See "), f"<w:hyperlink w:anchor='x'>{run('item 3')}</w:hyperlink>"),
    ),
    "tags": word_file(
        paragraph(f"<w:smartTag w:element='place'>{run('Ferry')}</w:smartTag>", run(" Lane"))
        + f"<w:customXml w:element='note'>{paragraph('Rope')}</w:customXml>"
    ),
    "hyphens, spaces and breaks": word_file(
        paragraph(run("well"), "<w:r><w:noBreakHyphen/></w:r>", run("run soft\u00adware"))
        + paragraph(run("hard"), "<w:r><w:softHyphen/></w:r>", run("ware\u00a0x"))
        + paragraph(run("one"), BREAK, run("two"))
        + table(
            [900, 900],
            row(cell(paragraph(run("AQ"), BREAK, run("BO"))), cell(paragraph(run("rope"), TAB, run("tar")))),
        ),
    ),
    "merged and nested cells": word_file(
        table(
            [900, 900, 900],
            row(cell("Rope"), cell("AQ", properties=DOWN), cell("May")),
            row(cell("Tar"), cell(properties=GOES_ON), cell("June")),
            row(cell("oil", properties='<w:gridSpan w:val="2"/>'), NESTED),
            row(cell("later"), cell("BO"), properties='<w:gridBefore w:val="1"/>'),
            row(cell("sooner"), properties='<w:gridAfter w:val="2"/>'),
        ),
    ),
    **{f"lists {seed}": random_lists(seed) for seed in range(40)},
}  # fmt: skip

AS_PAGE: dict[str, bytes] = {
    "nothing between number and words": levels(
        (1, 0), (1, 1),
        lists=abstract(
            0, level(0, "decimal", "%1.", more='<w:suff w:val="nothing"/>'),
            level(1, "decimal", "%1.%2", more='<w:suff w:val="space"/>'),
        ) + num(1, 0),
    ),
    "a hidden paragraph counts": word_file(
        listed("a", 1) + numbered(run("b", HIDDEN), properties=f"<w:rPr>{HIDDEN}</w:rPr>") + listed("c", 1),
        numbering=LISTS,
    ),
    "hidden words": word_file(paragraph(run("Rope"), run(" and tar", HIDDEN), run(" came"))),
    "capitals": word_file(paragraph(run("Present: Ada Quill", "<w:caps/>"), run(" came"))),
    "words come and go": word_file(
        paragraph(run("It was "), come("quickly "), gone("slowly "), run("agreed.")), settings=HIDE_CHANGES
    ),
    "an end goes": word_file(
        paragraph("Ada", properties=end("del")) + paragraph(" Quill") + paragraph("came"), settings=HIDE_CHANGES
    ),
    "a row goes": word_file(
        table(
            [900, 900], row(cell("1"), cell("rope")),
            row(
                cell(paragraph(gone("2"))), cell(paragraph(gone("tar"))),
                properties='<w:del w:id="4" w:author="Ada"/>',
            ),
            row(cell("3"), cell("oil")),
        ),
        settings=HIDE_CHANGES,
    ),
    "a numbered paragraph goes": word_file(
        numbered("a") + numbered(gone("b"), properties=end("del")) + numbered("c"),
        numbering=LISTS, settings=HIDE_CHANGES,
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def printed(soffice: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder where LibreOffice has put all files as text and as pages; it is started once for each form."""
    folder = tmp_path_factory.mktemp("printed")
    for kind, form, cases in (("text", "txt:Text (encoded):UTF8", AS_TEXT), ("page", "pdf", AS_PAGE)):
        (folder / kind).mkdir()
        paths = [folder / kind / f"{name}.docx" for name in cases]
        for path in paths:
            path.write_bytes(cases[path.stem])
        command = [
            soffice,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            form,
        ]
        subprocess.run(
            [*command, "--outdir", str(folder / kind), *map(str, paths)], check=True, timeout=180, capture_output=True
        )
    return folder


def lines_of(data: bytes) -> list[str]:
    """Give all lines that we read, the cells of a table row by row."""
    found: list[str] = []
    for page in read_bytes(data, "ferry.docx").pages:
        for block in page.blocks:
            cells = [] if isinstance(block, Line) else [cell for row in block.rows for cell in row.cells]
            found += [block.text] if isinstance(block, Line) else [line.text for cell in cells for line in cell.lines]
    return found


def as_we_write(line: str) -> str:
    """Fold blanks, and write bullets and hyphens as we do."""
    for theirs, ours in (("\uf0b7", "•"), ("◦", "•"), ("\u2011", "-"), ("\u00ad", ""), ("\ufeff", "")):
        line = line.replace(theirs, ours)
    return " ".join(line.split())


@pytest.mark.parametrize("name", AS_TEXT)
def test_the_text_is_that_of_libreoffice(printed: Path, name: str) -> None:
    text = (printed / "text" / f"{name}.txt").read_text("utf-8-sig")
    theirs = [folded for line in text.split("\n") if (folded := as_we_write(line))]
    assert [" ".join(line.split()) for line in lines_of(AS_TEXT[name])] == theirs


@pytest.mark.parametrize("name", AS_PAGE)
def test_the_words_are_those_on_the_page_of_libreoffice(printed: Path, name: str) -> None:
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed: apt install poppler-utils")
    order = ["pdftotext", "-layout", str(printed / "page" / f"{name}.pdf"), "-"]
    page = subprocess.run(order, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    assert [word for line in lines_of(AS_PAGE[name]) for word in line.split()] == page.split()
