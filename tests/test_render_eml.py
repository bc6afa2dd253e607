"""The draft of a mail, read by Python's own parser: unsent, addressed by the roster, citing the minute."""

from __future__ import annotations

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import html5lib
import msgspec
import pytest

from minutes_cli.errors import UsageProblem
from minutes_cli.register import gather, matching
from minutes_cli.render import render_file
from minutes_cli.report import Report, action_log, owner_summary
from tests import ledger_board as council
from tests.hostile import WORDS, meeting
from tests.test_render import EMPTY, REGISTER, YEAR


def only(owner: str) -> Report:
    """The owner summary of one owner."""
    chosen = matching(REGISTER, owner=owner, status=(), body=None, since=None, until=None)
    return owner_summary(chosen)


def opened(report: Report) -> EmailMessage:
    content = render_file(report, "eml")
    assert content.isascii()
    assert b"\n" not in content.replace(b"\r\n", b"")
    message = message_from_bytes(content, policy=default)
    assert isinstance(message, EmailMessage)
    assert not message.defects
    return message


def parts(message: EmailMessage) -> tuple[str, str]:
    text, html = message.get_body(("plain",)), message.get_body(("html",))
    assert text is not None
    assert html is not None
    return text.get_content(), html.get_content()


def test_it_is_an_unsent_letter_in_two_forms() -> None:
    message = opened(only("HB"))
    assert message["X-Unsent"] == "1"
    assert message.get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]
    assert message["Subject"] == "Your actions from Otterbourne Almshouse Trust: 1 open, 1 overdue"
    assert {"date", "from", "message-id"} & {key.lower() for key in message} == set(), "that is for who sends it"


def test_the_text_says_what_when_how_it_stands_and_where_it_is_minuted() -> None:
    text, _ = parts(opened(only("HB")))
    assert text.splitlines() == [
        "Dear Henrietta Burdock-Vane,",
        "",
        "This is the action that is yours to do for Otterbourne Almshouse Trust as of 20 May 2031.",
        "",
        "1. Before the summer:",
        "   - obtain three quotations [HB]",
        "   - write to the diocese [Clerk]",
        "   Due: 20 Apr 2031, first due 31 Mar 2031 (31 March)",
        "   Status: carried, overdue by 30 days",
        "   Minute: Otterbourne Almshouse Trust, meeting of 4 Mar 2031, item 4, page 3, action 2031-03-04/3",
        "",
        "Please reply with how it stands, so that the action log can be brought up to date.",
    ]


def test_the_html_says_the_same() -> None:
    for owner in ("HB", "MT", "Clerk", "JS", "All"):
        text, html = parts(opened(only(owner)))
        root = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)
        said = " ".join("".join(root.find("body").itertext()).split())
        rows = root.findall(".//tbody/tr")
        assert len(rows) == text.count("   Minute: ")
        for cell in (cell for row in rows for cell in row.findall("td")):
            for line in filter(None, map(str.strip, cell.itertext())):
                assert line in " ".join(text.split()), "what the HTML says, the text says"
        assert text.splitlines()[2] in said


def test_what_is_closed_is_not_asked_for_again() -> None:
    text, _ = parts(opened(only("Clerk")))
    assert "Circulate the signed minutes" not in text
    assert "write to the diocese" in text


def test_the_address_is_the_rosters() -> None:
    register = gather(council.RECORDS, council.AS_OF, council.BOOK)
    report = owner_summary(matching(register, owner="ER", status=(), body=None, since=None, until=None), council.BOOK)
    (address,) = opened(report)["To"].addresses
    assert (address.display_name, address.addr_spec) == ("Edwin Rush", "edwin@sallowfield.example")


@pytest.mark.parametrize(
    "email",
    [
        None,
        "",
        "nobody",
        "@a.example",
        "a@",
        "a@b, c@d",
        "a b@c.example",
        "a@b\r\nBcc: x@y",
        "<a@b>",
        "a@b@c",
        "ä@b.example",
    ],
)
def test_what_is_no_address_is_left_for_the_sender(email: str | None) -> None:
    report = only("HB")
    group = msgspec.structs.replace(report.groups[0], about={**report.groups[0].about, "email": email})
    message = opened(msgspec.structs.replace(report, groups=[group]))
    assert message["To"] is None
    assert message["Bcc"] is None


@pytest.mark.parametrize("report", [owner_summary(REGISTER), action_log(REGISTER), owner_summary(EMPTY)])
def test_a_draft_is_to_one_owner(report: Report) -> None:
    with pytest.raises(UsageProblem, match="one owner"):
        render_file(report, "eml")


def test_other_reports_are_no_letters() -> None:
    from minutes_cli.report import attendance

    with pytest.raises(UsageProblem, match="one owner"):
        render_file(attendance(YEAR), "eml")


@pytest.mark.parametrize("kind", [kind for kind in WORDS if kind not in ("empty", "blank")])
def test_hostile_words_break_no_header_and_run_nothing(kind: str) -> None:
    words = WORDS[kind]
    message = opened(owner_summary(gather([("may.yaml", meeting(words))], council.AS_OF)))
    assert [key.lower() for key in message] == ["subject", "x-unsent", "mime-version", "content-type"]
    text, html = parts(message)
    root = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)
    tags = {each.tag for each in root.iter()}
    assert tags <= {*("html", "head", "meta", "title", "body", "p", "table", "thead", "tbody", "tr", "th", "td", "br")}
    assert not set(map(chr, [*range(9), *range(11, 32), 127, 0x202E])) & set((text + html).replace("\r\n", "\n"))


def test_the_same_list_gives_the_same_bytes() -> None:
    assert render_file(only("MT"), "eml") == render_file(only("MT"), "eml")
