"""Tracked changes: the text as if all were accepted, or as it stood before them, and what is said of them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from minutes_cli.check import check
from minutes_cli.cli.options import Reading
from minutes_cli.cli.sources import parsed
from minutes_cli.document import Document, Line, Remark
from minutes_cli.read import read_bytes
from tests.read_making import cell, listed, paragraph, row, run, table, word_file
from tests.test_read_word_numbering import LISTS


def by(author: str, kind: str, inside: str = "") -> str:
    """Mark what stands inside, or the thing whose properties it stands in, as changed by somebody."""
    return f'<w:{kind} w:id="1" w:author="{author}" w:date="2031-03-05T10:00:00Z">{inside}</w:{kind}>'


def come(text: str, author: str = "Ada Quill") -> str:
    return by(author, "ins", run(text))


def gone(text: str, author: str = "Ada Quill") -> str:
    return by(author, "del", f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>')


def end(kind: str, author: str = "Ada Quill") -> str:
    """Write the properties of a paragraph whose end was inserted or deleted."""
    return f"<w:rPr>{by(author, kind)}</w:rPr>"


def numbered(*inside: str, properties: str = "") -> str:
    return paragraph(*inside, properties=f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>{properties}')


def read_as(changes: str, body: str, **parts: str) -> Document:
    return read_bytes(word_file(body, numbering=LISTS, **parts), "ferry.docx", changes=changes)


def shown(document: Document) -> list[str]:
    """Write the lines of a document, a row of a table as its cells with bars between them."""
    found = []
    for page in document.pages:
        for block in page.blocks:
            rows = [block.text] if isinstance(block, Line) else []
            rows += [] if isinstance(block, Line) else [" | ".join(c.text for c in row.cells) for row in block.rows]
            found += rows
    return found


OLD_PRINT = "<w:rPr><w:rPrChange w:id='1' w:author='Ada Quill'><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr>"
OLD_LIST = (
    "<w:pPrChange w:id='1' w:author='Ada Quill'><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>"
    "</w:pPr></w:pPrChange>"
)
NEW_LIST = "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/><w:ins w:id='1' w:author='Ada Quill'/></w:numPr>"

FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:delInstrText>DATE</w:delInstrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:delText>4 March</w:delText></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)

# what it is, the body, as accepted, as it was, how many changes are open
CASES: list[tuple[str, str, list[str], list[str], int]] = [
    ("no change", paragraph("Rope"), ["Rope"], ["Rope"], 0),
    ("words come", paragraph(run("Buy "), come("new "), run("rope")), ["Buy new rope"], ["Buy rope"], 1),
    ("words go", paragraph(run("Buy "), gone("old "), run("rope")), ["Buy rope"], ["Buy old rope"], 1),
    ("words for words", paragraph(gone("tar"), come("oil")), ["oil"], ["tar"], 2),
    (
        "come, then gone by another",
        paragraph(run("Buy "), by("Ada Quill", "ins", gone("much ", "Ben Oak")), run("rope")),
        ["Buy rope"], ["Buy rope"], 2,
    ),
    (
        "a hyperlink within",
        paragraph(run("See "), by("Ada Quill", "ins", f"<w:hyperlink>{run('the paper')}</w:hyperlink>")),
        ["See the paper"], ["See"], 1,
    ),
    ("an end goes", paragraph("Buy", properties=end("del")) + paragraph(" rope"), ["Buy rope"], ["Buy", "rope"], 1),
    ("an end comes", paragraph("Buy", properties=end("ins")) + paragraph(" rope"), ["Buy", "rope"], ["Buy rope"], 1),
    (
        "a paragraph goes",
        paragraph("Rope") + paragraph(gone("Tar"), properties=end("del")) + paragraph("Oil"),
        ["Rope", "Oil"], ["Rope", "Tar", "Oil"], 1,
    ),
    (
        "a numbered paragraph goes, and the next counts down",
        numbered("Rope") + numbered(gone("Tar"), properties=end("del")) + numbered("Oil"),
        ["1. Rope", "2. Oil"], ["1. Rope", "2. Tar", "3. Oil"], 1,
    ),
    (
        "a numbered paragraph comes",
        numbered("Rope") + numbered(come("Tar"), properties=end("ins")) + numbered("Oil"),
        ["1. Rope", "2. Tar", "3. Oil"], ["1. Rope", "2. Oil"], 1,
    ),
    (
        "the end that stays gives the number",
        numbered("Rope", properties=end("del")) + paragraph(" and tar") + numbered("Oil"),
        ["Rope and tar", "1. Oil"], ["1. Rope", "and tar", "2. Oil"], 1,
    ),
    (
        "an end goes before a content control",
        paragraph("Buy", properties=end("del"))
        + f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph(' rope')}</w:sdtContent></w:sdt>",
        ["Buy rope"], ["Buy", "rope"], 1,
    ),
    (
        "an end goes before a table, which no paragraph can join",
        paragraph("Buy", properties=end("del")) + table([1000], row(cell("rope"))) + paragraph("Close"),
        ["Buy", "rope", "Close"], ["Buy", "rope", "Close"], 1,
    ),
    ("an end goes, and nothing follows", paragraph("Rope", properties=end("del")), ["Rope"], ["Rope"], 1),
    (
        "an end goes in a cell: its words stay there",
        table([1000, 1000], row(cell(paragraph("Rope", properties=end("del"))), cell("AQ"))),
        ["Rope | AQ"], ["Rope | AQ"], 1,
    ),
    (
        "a paragraph moves",
        paragraph(by("Ben Oak", "moveFrom", run("Tar")), properties=end("moveFrom", "Ben Oak"))
        + paragraph("Rope")
        + paragraph(by("Ben Oak", "moveTo", run("Tar")), properties=end("moveTo", "Ben Oak"))
        + paragraph("Oil"),
        ["Rope", "Tar", "Oil"], ["Tar", "Rope", "Oil"], 1,
    ),
    (
        "a row comes",
        table(
            [500, 900],
            row(cell("1"), cell("rope")),
            row(cell("2"), cell(paragraph(come("tar"))), properties=by("Ada Quill", "ins")),
        ),
        ["1 | rope", "2 | tar"], ["1 | rope"], 1,
    ),
    (
        "a row goes",
        table(
            [500, 900],
            row(cell("1"), cell("rope")),
            row(cell("2"), cell(paragraph(gone("tar"))), properties=by("Ada Quill", "del")),
        ),
        ["1 | rope"], ["1 | rope", "2 | tar"], 1,
    ),
    (
        "a whole table goes",
        paragraph("Rope") + table([500], row(cell(paragraph(gone("tar"))), properties=by("Ada Quill", "del"))),
        ["Rope"], ["Rope", "tar"], 1,
    ),
    (
        "a column goes, and the others keep their places",
        table(
            [500, 500, 500],
            row(cell("Ref"), cell(paragraph(gone("Old")), properties=by("Ada Quill", "cellDel")), cell("Action")),
            row(cell("1"), cell(paragraph(gone("x")), properties=by("Ada Quill", "cellDel")), cell("rope")),
        ),
        ["Ref | Action", "1 | rope"], ["Ref | Old | Action", "1 | x | rope"], 2,
    ),
    (
        "a first column comes",
        table(
            [500, 500],
            row(cell(paragraph(come("Ref")), properties=by("Ada Quill", "cellIns")), cell("Action")),
            row(cell(paragraph(come("1")), properties=by("Ada Quill", "cellIns")), cell("rope")),
        ),
        ["Ref | Action", "1 | rope"], ["Action", "rope"], 2,
    ),
    ("print changes", paragraph(f"<w:r>{OLD_PRINT}<w:t>Rope</w:t></w:r>", run(" Tar")), ["Rope Tar"], ["Tar"], 0),
    (
        "numbering goes",
        numbered("Rope") + paragraph("Tar", properties=OLD_LIST),
        ["1. Rope", "Tar"], ["1. Rope", "2. Tar"], 0,
    ),
    ("numbering comes", paragraph("Rope", properties=NEW_LIST), ["1. Rope"], ["Rope"], 0),
    (
        "a field's code goes with it",
        paragraph(
            run("On "),
            by("Ada Quill", "del", FIELD),
            come("5 March"),
        ),
        ["On 5 March"], ["On 4 March"], 2,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("body", "accepted", "original", "count"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_both_readings_of_tracked_changes(body: str, accepted: list[str], original: list[str], count: int) -> None:
    kinds = {"accepted": "changes accepted", "original": "changes set aside"}
    for changes, expected in (("accepted", accepted), ("original", original)):
        document = read_as(changes, body)
        assert shown(document) == expected
        assert [(r.kind, r.count) for r in document.remarks] == ([(kinds[changes], count)] if count else [])


def test_changes_are_counted_as_a_person_counts_them_and_their_authors_named_once() -> None:
    body = (
        paragraph(run("Buy "), come("new ") + come("strong "), run("rope "), come("soon"))  # typed in one go: one
        + paragraph(come("A whole"), properties=end("ins"))  # goes on from the line above
        + paragraph(come("new part", "Ben Oak"), properties=end("ins", "Ben Oak"))
        + paragraph(run("x"), by("", "del", "<w:r><w:delText>y</w:delText></w:r>"))
    )
    (remark,) = read_as("accepted", body).remarks
    assert remark == Remark("changes accepted", 4, ("Ada Quill", "Ben Oak", "an unnamed author"))


def test_changes_in_heads_and_notes_are_settled_too() -> None:
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    parts = {
        "header": paragraph(gone("Draft"), come("Final", "Cy Pine")),
        "footnotes": f'<w:footnote w:id="2">{paragraph(gone("At seven."), come("At eight.", "Ben Oak"))}</w:footnote>',
    }
    body = paragraph(run("Ada left."), reference)
    accepted, original = read_as("accepted", body, **parts), read_as("original", body, **parts)
    assert shown(accepted) == ["Ada left.", "[1] At eight."]
    assert shown(original) == ["Ada left.", "[1] At seven."]
    assert [line.text for line in accepted.pages[0].running] == ["Final"]
    assert [line.text for line in original.pages[0].running] == ["Draft"]
    assert accepted.remarks == (Remark("changes accepted", 4, ("Ada Quill", "Ben Oak", "Cy Pine")),)


def test_a_note_whose_mark_was_deleted_is_gone_with_it() -> None:
    notes = f'<w:footnote w:id="2">{paragraph("At eight.")}</w:footnote>'
    body = paragraph(run("Ada left."), by("Ada Quill", "del", '<w:r><w:footnoteReference w:id="2"/></w:r>'))
    assert shown(read_as("accepted", body, footnotes=notes)) == ["Ada left."]
    assert shown(read_as("original", body, footnotes=notes)) == ["Ada left.", "[1] At eight."]


def test_cells_merged_by_a_tracked_change() -> None:
    merge = '<w:cellMerge w:id="1" w:author="Ada Quill" w:vMerge="{}" w:vMergeOrig="{}"/>'
    body = table(
        [500, 500],
        row(cell("1"), cell("AQ", properties='<w:vMerge w:val="restart"/>')),
        row(cell("2"), cell("BO", properties=merge.format("cont", "rest"))),
    )
    assert shown(read_as("accepted", body)) == ["1 | AQ", "2 | "]
    assert shown(read_as("original", body)) == ["1 | AQ", "2 | BO"]


MINUTES = (
    paragraph("Ferry Board")
    + paragraph("Minutes of the meeting held on 4 March 2031")
    + paragraph("Present: Ada Quill (AQ) (Chair), Ben Oak (BO)")
    + listed("Rope", 1)
    + paragraph(run("The rope is worn. ACTION: "), gone("AQ"), come("BO", "Ben Oak"), run(" to buy rope by 30 April."))
    + listed("Close", 1)
)  # fmt: skip


@pytest.mark.parametrize(("changes", "owner"), [("accepted", "BO"), ("original", "AQ")])
def test_the_command_takes_the_reading_and_says_so(tmp_path: Path, changes: str, owner: str) -> None:
    source = tmp_path / "ferry.docx"
    source.write_bytes(word_file(MINUTES, numbering=LISTS))
    for command in ("parse", "check", "show", "actions"):
        order = [sys.executable, "-m", "minutes_cli", command, str(source), "--changes", changes]
        ran = subprocess.run(order, capture_output=True, text=True, encoding="utf-8", timeout=60, cwd=tmp_path)
        assert ran.returncode == 0, ran.stderr
        told = ran.stdout + ran.stderr + (tmp_path / "ferry.yaml").read_text(encoding="utf-8")
        assert f"owners: [{owner}]" in told
        if command in ("parse", "check"):
            assert "R603 2 tracked changes by Ada Quill and Ben Oak are still open" in told
    saved = subprocess.run(
        [sys.executable, "-m", "minutes_cli", "check", "ferry.yaml"], capture_output=True, text=True, cwd=tmp_path
    )
    assert "R603 2 tracked changes" in saved.stdout  # a check of the record alone, months later


def test_a_file_without_changes_has_no_finding(tmp_path: Path) -> None:
    source = tmp_path / "ferry.docx"
    source.write_bytes(
        word_file(MINUTES.replace("w:ins", "w:smartTag").replace("w:del ", "w:smartTag "), numbering=LISTS)
    )
    source.write_bytes(word_file(paragraph("Ferry Board, 4 March 2031") + paragraph("Present: Ada Quill, Ben Oak")))
    assert "R603" not in [finding.code for finding in check(parsed(source, Reading())[0][0])]


def test_a_reading_that_is_not_known_is_refused() -> None:
    order = [sys.executable, "-m", "minutes_cli", "parse", "x.docx", "--changes", "mine"]
    assert subprocess.run(order, capture_output=True, text=True).returncode == 2
