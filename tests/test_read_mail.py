"""Mails and saved pages: the words once, what is attached, and which of all holds the minutes."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pytest

from minutes_cli.document import Document, Line, Table
from minutes_cli.errors import SourceUnreadable
from minutes_cli.parse import parse
from minutes_cli.parse.enclosed import holding_minutes
from minutes_cli.read import read_bytes
from tests.read_making import paragraph, word_file

LINES = (
    "Quarry Lane Allotment Society",
    "Minutes of the committee meeting held on 4 March 2031",
    "Present: Ada Brook (Chair), Tom Sedge (Secretary)",
    "1. Water",
    "ACTION: Tom Sedge to mend the tap by 31 March 2031.",
)
MINUTES = "\n\n".join(LINES) + "\n"
WORD = word_file("".join(map(paragraph, LINES)))
PAGE = "<html><body>" + "".join(f"<p>{line}</p>" for line in LINES) + "</body></html>"
LETTER = "Dear all,\n\nplease find our papers attached.\n\nTom\n"
DOCX = ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document")


def mail(text: str = LETTER, html: str = "") -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    message["From"], message["To"], message["Subject"] = "tom@quarry.example", "ada@quarry.example", "Our papers"
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    return message


def attach(message: EmailMessage, data: bytes, name: str, kind: tuple[str, str] = DOCX) -> EmailMessage:
    message.add_attachment(data, maintype=kind[0], subtype=kind[1], filename=name)
    return message


def opened(message: EmailMessage | bytes, name: str = "papers.eml") -> Document:
    return read_bytes(message if isinstance(message, bytes) else message.as_bytes(), name)


def texts(document: Document) -> list[str]:
    return [block.text for page in document.pages for block in page.blocks if isinstance(block, Line)]


RAW = b"From: tom@quarry.example\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
UTF8 = b"Content-Type: text/plain; charset=utf-8\r\n"


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        (mail(MINUTES), list(LINES)),
        (mail("see the other half", PAGE), list(LINES)),
        (RAW + b"Content-Type: text/plain; charset=iso-8859-2\r\n\r\n\xa3\xf3d\xbc\r\n", ["Łódź"]),
        (RAW + b"Content-Type: text/plain\r\n\r\nZo\xeb\r\n", ["Zoë"]),
        (RAW + b"Content-Type: text/plain; charset=nonsense\r\n\r\nZo\xc3\xab\r\n", ["Zoë"]),
        (RAW + UTF8 + b"Content-Transfer-Encoding: quoted-printable\r\n\r\nZo=C3=AB and =\r\nAda\r\n", ["Zoë and Ada"]),
        (RAW + UTF8 + b"Content-Transfer-Encoding: base64\r\n\r\nWm/Dqw==\r\n", ["Zoë"]),
        (RAW + b"Content-Type: text/plain; format=flowed\r\n\r\nAda was \r\naway.\r\n >so\r\nEnd\r\n",
         ["Ada was away.", ">so", "End"]),
        (RAW + b"Content-Type: text/html; charset=utf-8\r\n\r\n<meta charset=iso-8859-1><p>Zo\xc3\xab\r\n", ["Zoë"]),
        (RAW + b"Content-Type: text/html\r\n\r\n<html><meta charset=iso-8859-2><p>\xa3\xf3d\xbc\r\n", ["Łódź"]),
        (b"From: tom@quarry.example\nSubject: x\n\nFerry\n", ["Ferry"]),
    ],
)  # fmt: skip
def test_the_words_of_a_mail(message: EmailMessage | bytes, expected: list[str]) -> None:
    assert texts(opened(message)) == expected


def test_the_subject_is_the_title() -> None:
    assert opened(mail()).title == "Our papers"


def test_a_saved_page_is_read_like_the_page() -> None:
    saved = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://quarry.example\r\nSubject: Our minutes\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n\r\n'
        "--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        "<html><meta charset=3D\"utf-8\"><h1>Ferry</h1><table><tr><td>Zo=C3=AB<td>BO</table></html>\r\n"
        "--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0K\r\n--b--\r\n"
    )  # fmt: skip
    document = opened(saved.encode(), "ferry.mhtml")
    heading, table = document.pages[0].blocks
    assert isinstance(heading, Line)
    assert heading.heading == 1
    assert isinstance(table, Table)
    assert [cell.text for cell in table.rows[0].cells] == ["Zoë", "BO"]
    assert not document.attached


def chosen(message: EmailMessage) -> Document:
    return holding_minutes(opened(message), parse)


def test_minutes_in_the_text_are_read_there() -> None:
    document = chosen(attach(mail(MINUTES), b"\x89PNG\r\n\x1a\n" + bytes(9), "logo.png", ("image", "png")))
    assert texts(document) == list(LINES)
    assert not document.remarks


@pytest.mark.parametrize("body", [LETTER, " \n"])
def test_minutes_that_are_attached_are_read_and_said_to_be(body: str) -> None:
    document = chosen(
        attach(attach(mail(body), WORD, "march.docx"), b"# 3 pots of paint", "shopping.txt", ("text", "plain"))
    )
    assert texts(document) == list(LINES)
    assert document.file == "papers.eml"
    assert [(remark.kind, remark.words) for remark in document.remarks] == [("attachment read", ("march.docx",))]


def test_a_file_that_is_no_mail_is_itself() -> None:
    document = read_bytes(MINUTES.encode(), "march.txt")
    assert holding_minutes(document, parse) is document


def test_a_forwarded_mail_is_looked_into() -> None:
    outer = mail()
    outer.add_attachment(attach(mail(), WORD, "march.docx"))
    assert [remark.words for remark in chosen(outer).remarks] == [("march.docx",)]


@pytest.mark.parametrize(
    ("message", "said"),
    [
        (attach(attach(mail(), WORD, "march.docx"), WORD, "april.docx"), r"once: in march\.docx and in april\.docx"),
        (attach(mail(MINUTES), WORD, "march.docx"), r"in its text and in march\.docx"),
        (attach(mail(), b"3 pots of paint", "shopping.txt", ("text", "plain")), r"what is attached \(shopping\.txt\)"),
        (attach(mail(), WORD[:300], "march.docx"), r"no minutes in its text\. march\.docx is cut off or damaged"),
    ],
)  # fmt: skip
def test_what_is_not_plain_is_said(message: EmailMessage, said: str) -> None:
    with pytest.raises(SourceUnreadable, match=said) as caught:
        chosen(message)
    assert "\n" not in str(caught.value)
    assert caught.value.hint


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (mail(" ").as_bytes(), "shows no words"),
        (attach(mail(), WORD, "march.docx").as_bytes()[:900], "cut off"),
        (RAW + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b--\r\n", "shows no words|cut off"),
    ],
)
def test_what_cannot_be_read_is_said(data: bytes, said: str) -> None:
    with pytest.raises(SourceUnreadable, match=said):
        opened(data)


def test_a_name_leads_nowhere() -> None:
    document = opened(attach(mail(), WORD, "../../etc/march\n.docx".replace("\n", "")))
    assert [each.file for each in document.attached] == ["march.docx"]


def test_mails_within_mails_end(tmp_path: Path) -> None:
    inner = mail()
    for _ in range(40):
        outer = mail()
        outer.add_attachment(inner)
        inner = outer
    assert len(opened(inner).attached) <= 4
