"""OpenDocument: the words as they print, with numbers and tables; hidden, deleted and commenting words are not text."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from minutes_cli.document import Document, Line, Table
from minutes_cli.errors import SourceUnreadable
from minutes_cli.read import read_bytes
from tests.open_making import (
    BULLETS,
    COVERED,
    LEGAL,
    LETTERS,
    cell,
    flat,
    level,
    list_style,
    listed,
    p,
    packed,
    row,
    table,
)

GOES_ON = 'text:continue-numbering="true"'
LISTS = BULLETS + LEGAL + LETTERS


def opened(body: str, styles: str = "", **more: str) -> Document:
    return read_bytes(flat(body, LISTS + styles, **more), "ferry.fodt")


def lines(body: str, styles: str = "") -> list[Line]:
    return [block for page in opened(body, styles).pages for block in page.blocks if isinstance(block, Line)]


def texts(body: str, styles: str = "") -> list[str]:
    return [line.text for line in lines(body, styles)]


def tables(body: str) -> list[list[list[str]]]:
    found = [block for page in opened(body).pages for block in page.blocks if isinstance(block, Table)]
    assert all(len(row.cells) == len(table.edges) - 1 for table in found for row in table.rows)
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in found]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p("Ferry Board"), ["Ferry Board"]),
        (p("\n  Ferry\n\t Board "), ["Ferry Board"]),
        (p("Ada<text:s text:c='1'/> Quill"), ["Ada Quill"]),
        (p("Ada<text:tab/>AQ"), ["Ada AQ"]),
        (p("Ada<text:line-break/>Ben"), ["Ada", "Ben"]),
        (p("<text:a>ferry.example</text:a> <text:date>4 March 2031</text:date>"), ["ferry.example 4 March 2031"]),
        (
            p(f"rope<office:annotation><dc:creator>BO</dc:creator>{p('really?')}</office:annotation> and tar"),
            ["rope and tar"],
        ),
        (p("Ada <text:span text:style-name='Hid'>secret</text:span>Quill"), ["Ada Quill"]),
        (p("Ada <text:hidden-text text:is-hidden='true'>secret</text:hidden-text>Quill"), ["Ada Quill"]),
        ("<text:section text:display='none'>" + p("secret") + "</text:section>" + p("Ada"), ["Ada"]),
        ("<text:section>" + p("Ada") + "</text:section>", ["Ada"]),
        (
            "<text:tracked-changes><text:changed-region><text:deletion>" + p("gone") + "</text:deletion>"
            "</text:changed-region></text:tracked-changes>"
            + p("It was <text:change text:change-id='1'/>agreed<text:change-start text:change-id='2'/> now."),
            ["It was agreed now."],
        ),
        (
            p("Rope<text:note><text:note-citation>1</text:note-citation><text:note-body>" + p("by lot")
              + "</text:note-body></text:note> bought") + p("End"),
            ["Rope[1] bought", "End", "[1] by lot"],
        ),
        (p("a<draw:frame><draw:text-box>" + p("boxed") + "</draw:text-box></draw:frame>b"), ["ab", "boxed"]),
        ("<draw:frame><draw:text-box>" + p("boxed") + "</draw:text-box></draw:frame>", ["boxed"]),
        (
            p("a<draw:frame><draw:image/><svg:title>chart</svg:title></draw:frame>"),
            ["a"],
        ),
        (p("<text:ruby><text:ruby-base>Kyō</text:ruby-base><text:ruby-text>x</text:ruby-text></text:ruby>to"),
         ["Kyōto"]),
        ("<text:table-of-content><text:table-of-content-source>" + p("no") + "</text:table-of-content-source>"
         "<text:index-body>" + p("1 Rope 2") + "</text:index-body></text:table-of-content>",
         ["1 Rope 2"]),
    ],
)  # fmt: skip
def test_what_a_paragraph_shows(body: str, expected: list[str]) -> None:
    assert texts(body) == expected


NUMBERED = {
    "bullets": (listed("LB", "rope", "tar"), ["• rope", "• tar"]),
    "legal": (
        listed("LL", "Rope", p("Oil") + listed("", "old", p("new") + listed("", "x", "y")), "Tar"),
        ["1. Rope", "2. Oil", "2.1. old", "2.2. new", "a) x", "b) y", "3. Tar"],
    ),
    "letters from c": (listed("LA", "rope", "tar"), ["c) rope", "d) tar"]),
    "a second paragraph has no number": (listed("LL", p("Rope") + p("worn"), "Tar"), ["1. Rope", "worn", "2. Tar"]),
    "a header has no number": (
        listed("LL", "<text:list-header>" + p("Items") + "</text:list-header>", "Rope"),
        ["Items", "1. Rope"],
    ),
    "a new list starts over": (listed("LL", "a", "b") + p("-") + listed("LL", "c"), ["1. a", "2. b", "-", "1. c"]),
    "one that goes on": (
        listed("LL", "a", "b") + p("-") + listed("LL", "c", more=GOES_ON),
        ["1. a", "2. b", "-", "3. c"],
    ),
    "one that names another": (
        listed("LL", "a", more='xml:id="one"')
        + listed("LL", "b")
        + listed("LL", "c", more='text:continue-list="one"'),
        ["1. a", "1. b", "2. c"],
    ),
    "an entry that says its number": (
        listed("LL", "a", '<text:list-item text:start-value="7">' + p("b") + "</text:list-item>", "c"),
        ["1. a", "7. b", "8. c"],
    ),
    "only the inner level": (
        listed("LL", "Rope") + p("-")
        + listed("LL", "<text:list-item>" + listed("", "old", "new") + "</text:list-item>", more=GOES_ON)
        + listed("LL", "Tar", more=GOES_ON),
        ["1. Rope", "-", "1.1. old", "1.2. new", "2. Tar"],
    ),
    "a heading in a list": (
        listed("LL", '<text:h text:outline-level="1">Rope</text:h>') + p("-"), ["1. Rope", "-"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", NUMBERED)
def test_numbers_print_as_the_list_says(name: str) -> None:
    body, expected = NUMBERED[name]
    assert texts(body) == expected


def test_numbers_are_those_of_libreoffice(soffice: str, tmp_path: Path) -> None:
    """Every list of the table above, and letters past z, in LibreOffice's own text export."""
    many = (
        list_style("LZ", level(1, "a", ")")),
        list_style("LS", level(1, "a", ")", more='style:num-letter-sync="true"')),
    )
    bodies = [body for body, _ in NUMBERED.values()]
    bodies += [p("-") + listed(style, *["x"] * 30) for style in ("LZ", "LS")]
    source = tmp_path / "ferry.fodt"
    source.write_bytes(flat(p("-").join(bodies), LISTS + "".join(many)))
    ours = [line.text for page in read_bytes(source.read_bytes(), "ferry.fodt").pages for line in page.blocks]  # type: ignore[union-attr]
    assert ours == lines_of_libreoffice(soffice, source)


def lines_of_libreoffice(soffice: str, source: Path) -> list[str]:
    folder = source.parent
    order = [soffice, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to"]
    order += ["txt:Text (encoded):UTF8", "--outdir", str(folder), str(source)]
    subprocess.run(order, check=True, timeout=180, capture_output=True)
    printed = (folder / f"{source.stem}.txt").read_text("utf-8-sig").splitlines()
    return [" ".join(line.split()) for line in printed if line.strip()]


TABLES = {
    "plain": (table(2, row("Action", "Owner"), row("rope", "AQ")), [["Action", "Owner"], ["rope", "AQ"]]),
    "header rows": (
        table(2, f"<table:table-header-rows>{row('Action', 'Owner')}</table:table-header-rows>", row("rope", "AQ")),
        [["Action", "Owner"], ["rope", "AQ"]],
    ),
    "merged across": (
        table(3, row(cell("Actions", more='table:number-columns-spanned="3"'), COVERED, COVERED), row("1", "a", "AQ")),
        [["Actions", "", ""], ["1", "a", "AQ"]],
    ),
    "merged down": (
        table(2, row("rope", cell("AQ", more='table:number-rows-spanned="2"')), row("tar", COVERED)),
        [["rope", "AQ"], ["tar", ""]],
    ),
    "repeated cells": (
        table(3, row("1", "rope", "AQ"), row("2", '<table:table-cell table:number-columns-repeated="2"/>')),
        [["1", "rope", "AQ"], ["2", "", ""]],
    ),
    "a list in a cell": (table(2, row(cell(listed("LL", "rope", "tar")), "AQ")), [["1. rope\n2. tar", "AQ"]]),
    "a table in a cell": (
        table(2, row(cell(table(2, row("rope", "AQ"), row("tar", "BO"))), "x")), [["rope AQ\ntar BO", "x"]],
    ),
    "rows without end": (
        table(2, row("rope", "AQ"), row("", "", more='table:number-rows-repeated="1048000"')),
        [["rope", "AQ"], ["", ""]],
    ),
    "columns without end": (
        table(2, row("rope", '<table:table-cell table:number-columns-repeated="16384"/>')), [["rope"] + [""] * 99],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_tables(name: str) -> None:
    body, expected = TABLES[name]
    assert tables(body) == [expected]


def test_borders_stand_where_the_columns_say() -> None:
    (found,) = [block for block in opened(table(2, row("rope", "AQ"))).pages[0].blocks if isinstance(block, Table)]
    assert found.edges == (0, 144, 288)


def test_headings_bold_indent_and_pages_are_remembered() -> None:
    styles = '<style:style style:name="P9" style:family="paragraph" style:parent-style-name="Strong"/>'
    body = (
        '<text:h text:outline-level="2">Rope</text:h>'
        + p("<text:span text:style-name='B'>Present:</text:span> Ada")
        + p("Oil", "P9")
        + p("in", "In")
        + p("next", "New")
        + p("<text:soft-page-break/>third")
    )
    heading, present, strong, indented, second, third = lines(body, styles)
    assert (heading.heading, present.heading) == (2, 0)
    assert (present.bold, strong.is_bold) == (8, True)
    assert indented.x0 == 12
    assert [line.page for line in (heading, second, third)] == [1, 2, 3]


def test_heads_and_feet_and_title_are_beside_the_page() -> None:
    master = (
        f'<style:master-page style:name="Standard"><style:header>{p("Ferry Board")}</style:header>'
        f"<style:footer>{p('Page <text:page-number>1</text:page-number>')}</style:footer>"
        f'<style:header-left style:display="false">{p("no")}</style:header-left></style:master-page>'
    )
    document = opened(p("Ada"), master=master, title="Ferry minutes")
    assert [line.text for line in document.pages[0].running] == ["Ferry Board", "Page 1"]
    assert document.title == "Ferry minutes"
    assert len(document.pages[0].blocks) == 1


def test_a_package_reads_like_the_flat_file() -> None:
    body = listed("LB", "rope") + p("Ada")
    found = read_bytes(packed(body), "ferry.odt").pages[0].blocks
    assert [line.text for line in found if isinstance(line, Line)] == ["rope", "Ada"]  # the list's style is not packed


LOCKED = b'<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:encryption-data/></m:manifest>'
DEEP = "<text:span>" * 20_000 + "x" + "</text:span>" * 20_000


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (packed(p("")), "no words"),
        (packed(p("<draw:frame><draw:image/></draw:frame>")), "pictures but no text"),
        (packed(p("x"), **{"META-INF__manifest": LOCKED}), "locked with a password"),
        (packed(p("x"))[:400], "cut off or damaged"),
        (packed("<broken"), "damaged in its part content.xml"),
        (packed(p("x"), content=b"<!DOCTYPE x [<!ENTITY a 'aaaa'>]><x>&a;</x>"), "declares XML entities"),
        (flat(p("x"))[:-60], "cut off or damaged"),
        (flat("").replace(b"office:text>", b"office:spreadsheet>"), "no text"),
        (flat(p(DEEP)), "deeper than any minutes"),
    ],
)
def test_what_cannot_be_read_is_said(data: bytes, said: str) -> None:
    with pytest.raises(SourceUnreadable, match=said) as caught:
        read_bytes(data, "ferry.odt")
    assert "\n" not in str(caught.value)
    assert caught.value.hint


def test_a_zip_bomb_is_not_unfolded() -> None:
    bomb = packed(p("x"), content=b"<x>" + b" " * (97 * 1024 * 1024) + b"</x>")
    assert len(bomb) < 1_000_000
    with pytest.raises(SourceUnreadable, match="as no minutes do"):
        read_bytes(bomb, "ferry.odt")


def test_open_changes_are_remarked() -> None:
    by = "<office:change-info><dc:creator>{}</dc:creator></office:change-info>"
    regions = "".join(
        f"<text:changed-region><text:{kind}>{by.format(name)}</text:{kind}></text:changed-region>"
        for kind, name in (("insertion", "Ada Quill"), ("deletion", "Ben Oak"), ("insertion", "Ada Quill"))
    )
    (remark,) = opened(f"<text:tracked-changes>{regions}</text:tracked-changes>" + p("Ada")).remarks
    assert (remark.kind, remark.count, remark.words) == ("changes accepted", 3, ("Ada Quill", "Ben Oak"))
    assert opened(p("Ada")).remarks == ()
