"""Damaged characters are mended where it is certain what stood there; all else stays as it is, and is told of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_cli.document import Cell, Document, Line, Page, Remark, Row, Segment, Table
from minutes_cli.errors import SourceUnreadable
from minutes_cli.read import read_bytes
from minutes_cli.read.encoding import decode, mend_misread
from minutes_cli.read.mending import mend, mended
from minutes_cli.read.misread import mend_digits

DIGITS = [
    # what stays first: nothing is a date or a time for certain
    ("Room 2O31", "Room 2O31"),
    ("agent OO7", "agent OO7"),
    ("I March on", "I March on"),
    ("Io March", "Io March"),
    ("10 l of paint", "10 l of paint"),
    ("item 1O.", "item 1O."),
    ("section 4.l", "section 4.l"),
    ("in 2O31 we met", "in 2O31 we met"),
    ("4O March 2031", "4O March 2031"),
    ("19:7O", "19:7O"),
    ("the l9th century", "the l9th century"),
    ("15 March 2031 at 7.30pm", "15 March 2031 at 7.30pm"),
    ("l5 March 2O31", "15 March 2031"),
    ("Tuesday l5th of March", "Tuesday 15th of March"),
    ("1l March", "11 March"),
    ("March l5, 2O31", "March 15, 2031"),
    ("Sep. 2O31", "Sep. 2031"),
    ("04/O3/2O31", "04/03/2031"),
    ("2O31-03-l5", "2031-03-15"),
    ("at 7.3Opm", "at 7.30pm"),
    ("7.l5 a.m.", "7.15 a.m."),
    ("19:3O to 2l:05", "19:30 to 21:05"),
]


@pytest.mark.parametrize(("said", "meant"), DIGITS)
def test_letters_for_digits(said: str, meant: str) -> None:
    assert mend_digits(said) == meant


@given(st.text(alphabet="0123456789OoIl:./- MarchmpJune", max_size=40))
def test_mending_digits_moves_nothing_and_is_done_once(said: str) -> None:
    once = mend_digits(said)
    assert len(once) == len(said)
    assert mend_digits(once) == once
    assert all(a == b or a in "OoIl" for a, b in zip(said, once, strict=True))


MISREAD = [
    ("SÃO PAULO", "SÃO PAULO"),
    ("Zoë’s café – £40", "Zoë’s café – £40"),
    ("L’Âge d’Or", "L’Âge d’Or"),
    ("donâ€™t", "don’t"),
    ("donÃ¢â‚¬â„¢t", "don’t"),
    ("Â£40 for the cafÃ©", "£40 for the café"),
    ("Zoë’s cafÃ©", "Zoë’s café"),
    ("â€¢ Moorings", "• Moorings"),
]


@pytest.mark.parametrize(("said", "meant"), MISREAD)
def test_text_that_was_read_as_another_encoding(said: str, meant: str) -> None:
    assert mend_misread(said) == meant


WIDE = [
    ("会議３１", "会議３１"),
    ("half of ½", "half of ½"),
    ("２０３１ Ｂｏａｒｄ：", "2031 Board:"),
]


@pytest.mark.parametrize(("said", "meant"), WIDE)
def test_full_width_letters_among_ours(said: str, meant: str) -> None:
    assert mended(said) == meant


BYTES = [
    # (what the file has, its text)
    (b"plain", "plain"),
    ("Zoë’s café".encode(), "Zoë’s café"),
    ("Zoë’s café".encode("cp1252"), "Zoë’s café"),
    ("Zoë’s “café” didn’t".encode("mac_roman"), "Zoë’s “café” didn’t"),
    ("SÕ Õ".encode("cp1252"), "SÕ Õ"),
    ("Minutes of Zoë".encode("utf-16-le"), "Minutes of Zoë"),
    ("Zoë\n".encode() + "café".encode("cp1252"), "Zoë\ncafé"),
]


@pytest.mark.parametrize(("data", "text"), BYTES)
def test_encodings(data: bytes, text: str) -> None:
    assert decode(data) == text


MINUTES = "Minutes of the Quayside Harbour Trust\n4 March 2031\n\nPresent: Zoë Lund, Omar Pike\n\n1. Café\n\n{}\n"


def remarks(data: bytes) -> tuple[Remark, ...]:
    return read_bytes(data, "harbour.txt").remarks


def test_minutes_in_good_order_have_no_remarks() -> None:
    good = MINUTES.format("It’s £40.")
    for data in (good.encode(), good.encode("cp1252"), good.encode("utf-16"), good.encode("utf-8-sig"), b"Minutes\n"):
        assert remarks(data) == ()


def test_what_is_mended_is_remarked_once_with_its_first_place() -> None:
    data = MINUTES.format("It donâ€™t.\n\nIt cost Â£40.").encode()
    assert remarks(data) == (Remark("characters repaired", 2, words=("donâ€™t.", "don’t."), page=1, line=8),)


def test_lines_in_another_encoding_are_remarked() -> None:
    data = MINUTES.format("").encode() + "It’s here.\n".encode("cp1252")
    (found,) = remarks(data)
    assert (found.kind, found.count, found.line, found.words[1]) == ("characters repaired", 1, 9, "It’s")


def test_what_is_lost_is_remarked_where_it_stands() -> None:
    data = MINUTES.format("The caf\ufffd is shut.\n\nSo is the \ufffd\ufffd.").encode()
    found = [(remark.kind, remark.count, remark.line) for remark in remarks(data)]
    assert found == [("characters lost", 1, 8), ("characters lost", 2, 10)]


def test_lines_of_other_formats_are_mended_with_their_runs_and_bold() -> None:
    run = Segment(0.0, 9.0, "donâ€™t")
    line = Line("donâ€™t go", 1, 1, bold=7, segments=(run, Segment(10.0, 20.0, "go")))
    cell = Line("l5 March 2O31", 1, 2)
    table = Table([Row([Cell([cell])], 1, 2)], 1, 2, edges=(0.0, 1.0))
    document = mend(Document("harbour.docx", "word", "0" * 64, [Page(1, [line, table])]))
    assert (line.text, line.bold, [run.text for run in line.segments]) == ("don’t go", 5, ["don’t", "go"])
    assert cell.text == "15 March 2031"
    assert [(remark.kind, remark.count) for remark in document.remarks] == [("characters repaired", 2)]


UNSEEN = ["\u200b", "\u00ad", "\ufeff", "\u2060", "\x00"]


@pytest.mark.parametrize("sign", UNSEEN, ids=ascii)
def test_signs_that_nobody_sees_are_dropped(sign: str) -> None:
    document = read_bytes(f"Minutes of the Har{sign}bour Trust, 4 March 2031{' ' * 1100}\n".encode(), "harbour.txt")
    (line,) = document.pages[0].blocks
    assert isinstance(line, Line)
    assert line.text == "Minutes of the Harbour Trust, 4 March 2031"


@pytest.mark.parametrize("end", ["\r", "\r\n", "\u2028", "\u2029", "\x0b"], ids=ascii)
def test_every_end_of_line_is_one(end: str) -> None:
    document = read_bytes(f"Minutes{end}4 March 2031{end}Present: Omar Pike".encode(), "harbour.txt")
    assert [block.text for block in document.pages[0].blocks if isinstance(block, Line)] == [
        "Minutes", "4 March 2031", "Present: Omar Pike",
    ]  # fmt: skip


def test_a_file_of_zeros_is_no_text() -> None:
    with pytest.raises(SourceUnreadable, match="binary"):
        read_bytes(b"Minutes\x00\x01\x00\x02" * 200, "harbour.txt")
