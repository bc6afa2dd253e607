"""Word files that are damaged, locked or made to do harm: one clear line or the text without the harm, never a hang."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes_cli.document import Line
from minutes_cli.errors import SourceUnreadable
from minutes_cli.read import read_bytes
from tests.conftest import ROOT
from tests.read_making import W, cell, listed, paragraph, row, run, table, word_file
from tests.test_read_word import STYLES
from tests.test_read_word_numbering import LISTS

MINUTES = (
    paragraph("Ferry Board")
    + paragraph("Minutes of the meeting held on 4 March 2031")
    + paragraph("Present: Ada Quill (AQ) (Chair), Ben Oak (BO)")
    + listed("Rope", 1)
    + paragraph("ACTION: BO to buy rope.")
)
NOTE = f'<w:footnote w:id="2">{paragraph("By boat.")}</w:footnote>'
WHOLE = word_file(MINUTES, numbering=LISTS, styles=STYLES, footnotes=NOTE, header=paragraph("Draft"))
OPENING = f'<w:document xmlns:w="{W}"><w:body>'
CLOSING = "</w:body></w:document>"


def changed(data: bytes = WHOLE, **parts: bytes | None) -> bytes:
    """Pack a Word file anew with some parts replaced, added, or (``None``) left out; "__" stands for "/"."""
    given = {name.replace("__", "/"): content for name, content in parts.items()}
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for name in dict.fromkeys([*old.namelist(), *given]):
            content = given.get(name, b"") if name in given else old.read(name)
            if content is not None:
                new.writestr(name, content)
    return held.getvalue()


def main_part(body: str, before: str = "") -> bytes:
    return changed(**{"word__document.xml": f"{before}{OPENING}{body}{CLOSING}".encode()})


def ran(source: Path) -> subprocess.CompletedProcess[str]:
    """Run the command on a file with little memory and little time."""
    limit = (
        "import resource; resource.setrlimit(resource.RLIMIT_AS, (2**30, 2**30))\n" if sys.platform == "linux" else ""
    )
    code = f"{limit}import sys, runpy; sys.argv[0] = 'minutes'; runpy.run_module('minutes_cli', run_name='__main__')"
    order = [sys.executable, "-c", code, "parse", source.name, "-o", "-"]
    return subprocess.run(order, capture_output=True, text=True, encoding="utf-8", timeout=30, cwd=source.parent)


def refused(source: Path, names: str) -> None:
    """The command ends with code 3 and one line that names the file and what is wrong, and leaves nothing behind."""
    done = ran(source)
    assert done.returncode == 3, done.stderr
    assert done.stdout == ""
    (line,) = done.stderr.strip().splitlines()
    assert line.startswith(f"minutes: {source.name}")
    assert names in line
    assert [path.name for path in source.parent.iterdir()] == [source.name]


EXTERNAL = '<!DOCTYPE w [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'
LAUGHS = (
    "<!DOCTYPE w [<!ENTITY a0 'ha'>" + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10)) + "]>"
)
LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1024) + "EncryptedPackage".encode("utf-16-le") + bytes(512)


def harmless_zip() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("photo.txt", "no minutes")
    return held.getvalue()


def locked_zip() -> bytes:
    """A zip whose parts say that they are encrypted."""
    data = bytearray(WHOLE)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = 0
        while (start := data.find(mark, start)) >= 0:
            data[start + at] |= 1
            start += 4
    return bytes(data)


REFUSED = {
    "a zip that is no Word file": (harmless_zip, "archive that holds no Word document"),
    "an empty zip": (lambda: b"PK\x05\x06" + bytes(18), "archive"),
    "cut off": (lambda: WHOLE[: len(WHOLE) // 2], "cut off or damaged"),
    "no main part": (lambda: changed(**{"word__document.xml": None}), "without a Word document"),
    "an empty main part": (lambda: changed(**{"word__document.xml": b""}), "damaged in its part word/document.xml"),
    "another root": (lambda: changed(**{"word__document.xml": b"<html/>"}), "no body text"),
    "broken XML": (lambda: main_part("<w:p><w:r>"), "damaged in its part word/document.xml"),
    "broken numbering": (lambda: changed(**{"word__numbering.xml": b"<w:numbering"}), "damaged in its part"),
    "locked with a password": (lambda: LOCKED, "password"),
    "a locked zip": (locked_zip, "cannot be opened"),
    "a zip bomb of blanks": (lambda: main_part(" " * 120_000_000), "unfolds to more than 96 MB"),
    "a zip bomb of paragraphs": (lambda: main_part("<w:p/>" * 4_000_000), "unfolds to millions"),
    "an XML bomb": (lambda: main_part(paragraph("&a9;"), LAUGHS), "declares XML entities"),
    "an external entity": (lambda: main_part(paragraph("&secret;"), EXTERNAL), "declares XML entities"),
    "nested without end": (lambda: main_part("<w:sdt>" * 200_000 + "</w:sdt>" * 200_000), "deeper than any minutes"),
    "text as another file": (lambda: main_part("<w:altChunk/>"), "another file within it"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_read_is_said_in_one_line(tmp_path: Path, what: str) -> None:
    made, names = REFUSED[what]
    (tmp_path / "ferry.docx").write_bytes(made())
    refused(tmp_path / "ferry.docx", names)


@pytest.mark.parametrize(
    "part",
    ["[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels", "word/styles.xml", "word/numbering.xml",
     "word/footnotes.xml", "word/header.xml"],
)  # fmt: skip
def test_a_missing_part_costs_no_more_than_what_it_holds(part: str) -> None:
    blocks = read_bytes(changed(**{part.replace("/", "__"): None}), "ferry.docx").pages[0].blocks
    assert [block.text.removeprefix("1. ") for block in blocks if isinstance(block, Line)] == [
        "Ferry Board",
        "Minutes of the meeting held on 4 March 2031",
        "Present: Ada Quill (AQ) (Chair), Ben Oak (BO)",
        "Rope",
        "ACTION: BO to buy rope.",
    ]


def test_a_picture_of_200_megabytes_is_never_unfolded(tmp_path: Path) -> None:
    held = io.BytesIO(WHOLE)
    with (
        zipfile.ZipFile(held, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as package,
        package.open("word/media/image1.png", "w") as picture,
    ):
        for _ in range(200):
            picture.write(bytes(1024 * 1024))
    (tmp_path / "ferry.docx").write_bytes(held.getvalue())
    done = ran(tmp_path / "ferry.docx")
    assert done.returncode == 0, done.stderr
    assert "text: BO to buy rope" in done.stdout


def test_what_lies_outside_the_file_is_not_fetched() -> None:
    outside = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="r1" Type="x/styles" TargetMode="External" Target="http://192.0.2.1/styles.xml"/>'
        b'<Relationship Id="r2" Type="x/footnotes" Target="../../../etc/passwd"/>'
        b'<Relationship Id="r3" Type="x/numbering" Target="file:///etc/passwd"/></Relationships>'
    )
    document = read_bytes(changed(**{"word___rels__document.xml.rels": outside}), "ferry.docx")
    assert len(document.pages[0].blocks) == 5


def test_a_chain_of_styles_and_a_list_of_no_level_do_no_harm() -> None:
    chain = "".join(
        f'<w:style w:type="paragraph" w:styleId="S{n}"><w:basedOn w:val="S{n - 1}"/></w:style>' for n in range(200)
    )
    body = paragraph("Rope", style="S199") + listed("Tar", 1, 999_999_999) + listed("Oil", 1, -5)
    assert len(read_bytes(word_file(body, styles=chain, numbering=LISTS), "ferry.docx").pages[0].blocks) == 3


ODD = st.sampled_from(
    [
        "",
        "-1",
        "0",
        "1",
        "9",
        "63",
        "64",
        "nan",
        "-inf",
        "1e999",
        "99999999999",
        "x",
        "%1%9",
        "9" * 5000,
        "\u0661",
        "1.5",
    ]
)
FERRY = (
    listed("Rope", 1)
    + paragraph(run("Tar", '<w:b w:val="1"/><w:sz w:val="24"/>'), style="H2", properties='<w:outlineLvl w:val="1"/>')
    + table(
        [900, 900],
        row(cell("1", properties='<w:gridSpan w:val="2"/>'), properties='<w:gridBefore w:val="1"/>'),
        row(cell("2", properties='<w:vMerge w:val="restart"/>'), cell("3")),
    )
    + paragraph(
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="a"/>'
        '</w:ddList></w:ffData></w:fldChar><w:fldChar w:fldCharType="end"/></w:r>'
    )
    + paragraph('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', '<w:r><w:footnoteReference w:id="2"/></w:r>')
)
SAID = 'w:val="'


@settings(max_examples=60, deadline=None)
@given(st.lists(ODD, min_size=1, max_size=6), st.integers(0, 30))
def test_odd_values_anywhere_neither_hang_nor_fail(values: list[str], first: int) -> None:
    def odd(xml: str, shift: int) -> str:
        pieces = xml.split(SAID)
        for index in range(1, len(pieces)):
            if (index + shift) % 3 == 0:
                pieces[index] = values[index % len(values)] + pieces[index][pieces[index].index('"') :]
        return SAID.join(pieces)

    data = word_file(odd(FERRY, first), numbering=odd(LISTS, first + 1), styles=odd(STYLES, first + 2), footnotes=NOTE)
    document = read_bytes(data, "ferry.docx")
    assert "Tar" in "".join(block.text for block in document.pages[0].blocks if isinstance(block, Line))


def imported_by(folder: Path, source: Path) -> set[str]:
    order = [sys.executable, "-X", "importtime", "-m", "minutes_cli", "parse", str(source), "-o", "out.yaml"]
    done = subprocess.run(order, capture_output=True, text=True, encoding="utf-8", cwd=folder, timeout=60)
    assert (folder / "out.yaml").exists(), done.stderr
    times = (line for line in done.stderr.splitlines() if line.startswith("import time:"))
    return {line.rpartition("|")[2].strip().split(".")[0] for line in times}


@pytest.mark.parametrize("name", ["board-word.docx", "board-text.txt"])
def test_no_library_of_another_format_is_loaded(tmp_path: Path, name: str) -> None:
    """The whole command, from start to the record."""
    others = {"pypdfium2", "pypdfium2_raw", "pdfplumber", "pdfminer", "PIL", "docx", "lxml", "defusedxml", "rich"}
    assert imported_by(tmp_path, ROOT / "fixtures" / name) & others == set()


def test_a_declared_doctype_is_refused_before_anything_is_parsed() -> None:
    for encoding in ("utf-8", "utf-16"):
        text = f'<?xml version="1.0" encoding="{encoding}"?>{EXTERNAL}{OPENING}{paragraph("&secret;")}{CLOSING}'
        with pytest.raises(SourceUnreadable, match="entities"):
            read_bytes(changed(**{"word__document.xml": text.encode(encoding)}), "ferry.docx")
