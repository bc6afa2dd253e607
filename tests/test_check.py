"""Findings: a meeting in good order has none, and every code has a meeting that gives rise to it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_cli.check import CATALOGUE, check
from minutes_cli.check.page import page
from minutes_cli.check.reading import SPOKEN
from minutes_cli.document import RemarkKind
from minutes_cli.model import (
    Action,
    Decision,
    Due,
    Finding,
    Head,
    Item,
    Meeting,
    NextMeeting,
    Part,
    Person,
    Remark,
    Source,
)

Change = Callable[[Meeting], None]


def row(ref: str, item: str, text: str, owner: str, place: tuple[int, int]) -> Action:
    """A row of an action table."""
    return Action(
        id=ref, ref=ref, item=item, text=text, owners=[owner], how="action-table", page=place[0], line=place[1]
    )


def board() -> Meeting:
    """A harbour board's meeting in which nothing is amiss."""
    return Meeting(
        meeting=Head(
            body="Quayside Harbour Board",
            date=date(2031, 3, 4),
            start="19:30",
            end="21:05",
            next=NextMeeting(text="Tuesday 6 May 2031", date=date(2031, 5, 6)),
        ),
        attendees=[
            Person(name="Greta Lund", initials="GL", capacity="chair", page=1, line=4),
            Person(name="Omar Pike", initials="OP", role="Treasurer", page=1, line=5),
            Person(name="Tess Quill", initials="TQ", page=1, line=6),
            Person(name="Ivor Reed", initials="IR", for_items=["3"], page=1, line=7),
        ],
        apologies=[Person(name="Una Vane", initials="UV", page=1, line=9)],
        items=[
            Item(number="1", title="Welcome", page=1, line=12, text="GL welcomed all. The NHS reported no news."),
            Item(number="2", title="Moorings", page=1, line=15, text="OP said the rent is due. TQ agreed it was fair."),
            Item(
                number="3", title="Dredging", page=2, line=2, text="IR advised on silt. GL and TQ felt it could wait."
            ),
            Item(number="3a", title="Permits", page=2, line=6, text="IR explained the permit."),
            Item(
                number="4", title="Any other business", page=2, line=9, text="TQ agreed to paint the harbour railings."
            ),
        ],
        actions=[
            row("1", "2", "Send the rent bills", "OP", (1, 18)),
            row("2", "3", "All to read the silt survey", "All", (2, 5)),
            row("3", "4", "Paint the railings of the harbour", "TQ", (2, 12)),
        ],
        decisions=[Decision(ref="1", item="2", text="The rent stays as it is.", how="agreed", page=1, line=17)],
    )


def found(change: Change, today: date | None = None) -> list[Finding]:
    meeting = board()
    change(meeting)
    return check(meeting, today)


def text_of(number: str, text: str) -> Change:
    def change(m: Meeting) -> None:
        next(item for item in m.items if item.number == number).text = text

    return change


def action(index: int, **fields: object) -> Change:
    def change(m: Meeting) -> None:
        for name, value in fields.items():
            setattr(m.actions[index], name, value)

    return change


def head(**fields: object) -> Change:
    def change(m: Meeting) -> None:
        for name, value in fields.items():
            setattr(m.meeting, name, value)

    return change


def nobody_has_initials(m: Meeting) -> None:
    for one in (*m.attendees, *m.apologies):
        one.initials = None


def all_from_prose(m: Meeting) -> None:
    for one in m.actions:
        one.how = "prose"


def only_for(*numbers: str) -> Change:
    return lambda m: setattr(m.attendees[3], "for_items", list(numbers))


def drop(*lists: str) -> Change:
    def change(m: Meeting) -> None:
        for name in lists:
            setattr(m, name, [])

    return change


def person(**fields: object) -> Change:
    return lambda m: m.attendees.append(Person(page=1, line=8, **fields))  # type: ignore[arg-type]


def renumber(*numbers: str) -> Change:
    def change(m: Meeting) -> None:
        for item, number in zip(m.items, numbers, strict=True):
            item.number = number

    return change


def both(*changes: Change) -> Change:
    def change(m: Meeting) -> None:
        for one in changes:
            one(m)

    return change


def remarked(*remarks: Remark) -> Change:
    source = Source(file="harbour.docx", sha256="0" * 64, pages=2, parser="minutebook 0", remarks=list(remarks))
    return lambda m: setattr(m, "source", source)


# code, what is changed, page and line of the finding, words of its message
TRIGGERS: list[tuple[str, Change, tuple[int | None, int | None], str]] = [
    ("M100", drop("attendees", "items", "actions", "decisions"), (None, None), "right file"),
    ("M101", drop("attendees"), (None, None), "No list of those present"),
    ("M102", drop("items"), (None, None), "No items"),
    ("M103", head(date=None), (None, None), "date"),
    ("M104", head(body=None), (None, None), "which body"),
    ("M105", drop("actions"), (None, None), "No actions"),
    ("M106", lambda m: setattr(m.attendees[0], "capacity", None), (None, None), "in the chair"),
    ("P201", text_of("2", "OL raised the rent."), (1, 15), "It may be GL (Greta Lund) or OP (Omar Pike)."),
    ("P201", text_of("2", "The bill came late. GL and LG noted it."), (1, 15), "initials LG, used in item 2"),
    ("P201", action(0, owners=["OX"]), (1, 18), "initials OX, the owner of action 1"),
    ("P202", only_for("7"), (1, 7), "IR (Ivor Reed) is listed for item 7, which does not exist"),
    (
        "P203",
        text_of("2", "IR confirmed the depth."),
        (1, 15),
        "IR (Ivor Reed) is listed for item 3 only, but speaks in item 2",
    ),
    ("P203", text_of("2", "Ivor Reed confirmed the depth."), (1, 15), "speaks in item 2"),
    ("P204", lambda m: m.apologies.append(Person(name="Tess Quill", page=1, line=10)), (1, 10), "Tess Quill"),
    ("P205", person(name="Omar Pike"), (1, 8), "Omar Pike stands twice"),
    ("P206", person(name="Otto Pym", initials="OP"), (1, 8), "Otto Pym and Omar Pike"),
    ("A301", action(0, owners=[]), (1, 18), "Send the rent bills"),
    ("A302", action(0, owners=["UV"]), (1, 18), "UV (Una Vane)"),
    ("A303", action(0, owners=["Bela Strand"]), (1, 18), "Bela Strand"),
    ("A304", action(2, ref="4"), (2, 12), "Action 3 is missing between 2 and 4"),
    ("A305", action(2, ref="2"), (2, 12), "reference 2 is used more than once"),
    (
        "A306",
        action(0, text="TQ to send the rent bills", owners=["OP"]),
        (1, 18),
        "says TQ in its words, but its owner is OP",
    ),
    ("A306", action(0, text="Bills", parts=[Part(text="TQ to send the bills", owners=["OP"])]), (1, 18), "says TQ"),
    (
        "A307",
        text_of("4", "TQ agreed to paint the harbour railings. GL will telephone the insurers."),
        (2, 9),
        "GL took on in item 4: “telephone the insurers”",
    ),
    (
        "A308",
        both(person(name="Tess Holm", initials="TH"), action(2, owners=["Tess"])),
        (2, 12),
        "TQ (Tess Quill) or TH (Tess Holm)",
    ),
    ("A309", action(0, item="9"), (1, 18), "item 9, which does not exist"),
    ("A310", action(0, text=" "), (1, 18), "does not say what is to be done"),
    ("A311", action(2, text="Send the rent bills.", owners=["OP"]), (2, 12), "same as 1"),
    ("I401", renumber("1", "3", "2", "3a", "4"), (2, 2), "Item 2 stands behind 3"),
    ("I402", renumber("1", "2", "4", "4a", "5"), (2, 2), "Item 3 is missing before item 4"),
    ("I403", renumber("1", "2", "3", "3a", "3"), (2, 9), "number 3 is used more than once"),
    ("I404", lambda m: setattr(m.decisions[0], "text", ""), (1, 17), "Decision 1 does not say"),
    ("I405", lambda m: setattr(m.decisions[0], "item", "8"), (1, 17), "item 8"),
    ("D501", action(0, due=Due(text="by 31 April", kind="date")), (1, 18), "no “31 April”"),
    ("D501", action(0, due=Due(text="30/02/32")), (1, 18), "“30/02/32”"),
    ("D501", head(next=NextMeeting(text="Friday 31st of June 2031")), (None, None), "31st of June"),
    (
        "D502",
        action(0, due=Due(text="1 March", kind="date", date=date(2031, 3, 1))),
        (1, 18),
        "before the meeting of 2031-03-04",
    ),
    ("D503", head(start="21:05", end="19:30"), (None, None), "19:30"),
    ("D504", head(next=NextMeeting(text="4 March", date=date(2031, 3, 4))), (None, None), "not after this one"),
    ("D505", head(date=date(1031, 3, 4)), (None, None), "1031-03-04"),
    ("D506", action(0, due=Due(text="when the tide allows")), (1, 18), "“when the tide allows”"),
    ("D507", head(next=NextMeeting(text="Monday 6 May 2031", date=date(2031, 5, 6))), (None, None), "another weekday"),
    ("R601", text_of("2", "The cost is (cid:163)40."), (1, 15), "(cid:163)"),
    ("R601", action(0, text="Mend the caf\ufffd"), (1, 18), "action 1"),
    ("R602", person(role="Guest"), (1, 8), "neither name nor initials"),
    (
        "R603",
        remarked(Remark(kind="changes accepted", count=3, words=["Greta Lund", "Omar Pike"])),
        (None, None),
        "3 tracked changes by Greta Lund and Omar Pike are still open; the minutes are read as if all were accepted.",
    ),
    (
        "R603",
        remarked(Remark(kind="changes set aside", count=1, words=[], page=2, line=4)),
        (2, 4),
        "1 tracked change is still open; the minutes are read as they stood before.",
    ),
    ("R603", remarked(Remark(kind="changes accepted", words=list("ABCDE"))), (None, None), "by A, B, C and others"),
    ("R620", remarked(Remark(kind="attachment read", words=["may.docx"])), (None, None), "read from may.docx"),
    ("R610", remarked(Remark(kind="several meetings", count=7, page=2, line=4)), (2, 4), "the minutes of 7 meetings"),
    (
        "R611",
        remarked(Remark(kind="characters repaired", count=1, words=["donâ€™t", "don’t"], page=1, line=9)),
        (1, 9),
        "1 line had damaged characters that were repaired, the first one here: “donâ€™t” is read as “don’t”.",
    ),
    ("R611", remarked(Remark(kind="characters repaired", count=3)), (None, None), "3 lines had damaged characters"),
    (
        "R601",
        remarked(Remark(kind="characters lost", count=2, words=["the caf\ufffd"], page=1, line=7)),
        (1, 7),
        "near",
    ),
    (
        "R630",
        remarked(Remark(kind="pages unread", count=1, words=["2"], page=2)),
        (2, None),
        "Page 2 is a picture with little or no text, and was not read: add --ocr.",
    ),
    (
        "R630",
        remarked(Remark(kind="pages unread", count=4, words=["2", "4 to 6"], page=2)),
        (2, None),
        "Pages 2 and 4 to 6 are pictures with little or no text, and were not read: add --ocr.",
    ),
    (
        "R631",
        remarked(Remark(kind="read with doubt", count=2, words=["Carnp", "l4th"], confidence=0.41, page=1, line=7)),
        (1, 7),
        "Read with doubt from a scan: “Carnp”, “l4th” (at worst 41% sure).",
    ),
    (
        "R631",
        remarked(Remark(kind="read with doubt", count=90, words=["Carnp", "l4th"], confidence=0.3, page=3)),
        (3, None),
        "The scan of this page is hard to read; 90 words are in doubt, such as “Carnp”, “l4th” (at worst 30% sure).",
    ),
]
# What looks odd but is right: no finding of the code.
HARMLESS: list[tuple[str, Change]] = [
    ("P201", text_of("2", "The CQC reported back. Systems such as XYZ helped. A letter from ZZ said so.")),
    ("P201", text_of("2", "UV had agreed before she left.")),
    ("P201", text_of("2", "QRST reported a loss.")),
    ("P201", action(0, owners=["NHS"])),
    (
        "P201",
        both(text_of("2", "XX said so."), nobody_has_initials),
    ),
    ("P202", only_for("Item 3a.")),
    ("P202", only_for("part of the meeting")),
    ("P203", text_of("3a", "IR confirmed the depth and IR added that it holds.")),
    ("P204", person(name="Una Vale", initials="UL")),
    ("P206", person(name="Otto Pym", initials="OPY")),
    ("A301", action(0, owners=[], status="done")),
    ("A301", action(0, owners=[], parts=[Part(text="Send", owners=["OP"])])),
    ("A303", action(0, owners=["Clerk", "All", "Finance Working Group", "Harbour Master's Office"])),
    ("A303", action(0, owners=["Quill"])),
    ("A304", both(action(1, ref="12"), action(2, ref="40"))),
    ("A304", both(action(1, ref="2", how="log"), action(2, ref="4", how="log"))),
    ("A305", both(action(2, ref="1"))),
    ("A306", action(0, text="TQ to send the rent bills", owners=["OP", "TQ"])),
    ("A306", action(0, text="TQ to send the rent bills", owners=["Tess Quill"])),
    ("A306", action(0, text="Clerk to send the rent bills", owners=["OP"])),
    ("A307", text_of("4", "TQ agreed that it was useful. The board will discuss it. GL would need to know more.")),
    ("A307", text_of("4", "The Treasurer will send the new rent bills.")),
    ("A307", both(text_of("4", "GL will ring the bank."), all_from_prose)),
    ("A303", both(head(body="Full Harbour Board"), action(0, owners=["FHB"]))),
    ("A309", action(0, item="3")),
    ("A309", action(0, item="12/2030")),
    ("A309", action(0, item="12", how="log")),
    ("A309", both(lambda m: m.items.append(Item(number="e", parent="3", title="Silt")), action(0, item="3e"))),
    ("I401", renumber("18.09.1", "18.09.2", "18.09.3", "18.09.10", "18.09.11")),
    ("I401", renumber("", "a", "b", "a", "iv")),
    ("I402", renumber("5", "6a", "6b", "7", "7.1")),
    ("I402", renumber("1", "2", "3", "3a", "40")),
    ("I403", renumber("", "", "", "a", "a")),
    ("D501", action(0, due=Due(text="29 February", kind="date"))),
    ("D501", action(0, due=Due(text="12/25/31, or in the week of 30 April 2031", kind="date"))),
    ("D501", action(0, due=Due(text="in May 31 boats will come", kind="ongoing"))),
    ("D502", action(0, due=Due(text="1 March", kind="date", date=date(2031, 3, 1)), status="done")),
    ("D507", action(0, due=Due(text="Tuesday 6 May", kind="date", date=date(2031, 5, 6)))),
    ("R601", text_of("2", "The café’s rent is £40 – “fair”.")),
    ("R603", remarked()),
    ("R603", remarked(Remark(kind="something that only a newer version remarks", count=2))),
]


def test_a_meeting_in_good_order_has_no_findings() -> None:
    assert check(board()) == []


@pytest.mark.parametrize(("code", "change"), HARMLESS)
def test_what_is_right_is_left_alone(code: str, change: Change) -> None:
    assert code not in [f.code for f in found(change)]


@pytest.mark.parametrize(("code", "change", "place", "words"), TRIGGERS)
def test_each_code_is_found_at_its_place(
    code: str, change: Change, place: tuple[int | None, int | None], words: str
) -> None:
    hits = [f for f in found(change) if f.code == code]
    assert hits
    assert words in hits[0].message
    assert hits[0].severity == CATALOGUE[code].severity
    assert (hits[0].page, hits[0].line) == place


def test_every_code_has_a_trigger_and_every_trigger_a_code() -> None:
    of_the_book = {
        code for code in CATALOGUE if code.startswith(("B", "L"))
    }  # tests/test_book.py, test_check_followed_up.py
    assert {code for code, *_ in TRIGGERS} == set(CATALOGUE) - of_the_book


def test_every_kind_of_remark_is_spoken_of() -> None:
    assert set(SPOKEN) == set(get_args(RemarkKind))
    assert {code for code, _ in SPOKEN.values()} <= set(CATALOGUE)


def test_a_gap_among_lettered_items_names_them() -> None:
    messages = [f.message for f in found(renumber("1", "2", "3a", "3c", "4"))]
    assert messages == ["Item 3b is missing before item 3c."]


def test_somebody_listed_for_an_item_that_is_not_there_is_told_where_they_speak() -> None:
    change = both(only_for("7"), person(name="Nia Ford", initials="NF", for_items=["7"]))
    hits = [f.message for f in found(change)]
    assert hits == [
        "IR (Ivor Reed) is listed for item 7, which does not exist. They speak in item 3 and 3a.",
        "NF (Nia Ford) is listed for item 7, which does not exist.",
    ]


def test_an_owner_nobody_knows_is_told_once_with_all_actions() -> None:
    hits = [f.message for f in found(both(*(action(i, owners=["Bela Strand"]) for i in range(3))))]
    assert hits == ["Bela Strand, the owner of actions 1, 2 and 3, is on no attendance list."]


def test_numbers_that_begin_anew_are_told_once() -> None:
    hits = [f.message for f in found(renumber("1", "2", "1", "2", "3")) if f.code == "I403"]
    assert hits == ["The item numbers 1 and 2 are used more than once."]


def test_initials_are_told_once_an_item() -> None:
    hits = found(both(text_of("2", "OL raised it. OL felt it was dear."), text_of("3", "OL said no.")))
    assert [(f.code, f.page, f.line) for f in hits] == [("P201", 1, 15), ("P201", 2, 2)]


def test_a_meeting_far_ahead_of_today_is_told_when_today_is_known() -> None:
    assert [f.code for f in check(board(), date(2029, 1, 1))] == ["D505"]
    assert check(board(), date(2031, 3, 5)) == []


def test_findings_are_sorted_by_their_place() -> None:
    change = both(drop("actions"), text_of("4", "XL raised it."), text_of("1", "XL raised it."), person(role="Guest"))
    places = [(f.page or 0, f.line or 0) for f in found(change)]
    assert places == sorted(places)
    assert len(places) == 4


def test_only_what_makes_a_record_useless_is_an_error() -> None:
    assert {code for code, entry in CATALOGUE.items() if entry.severity == "error"} == {"M100", "D501"}


def test_catalogue_entries_are_complete_and_well_named() -> None:
    for code, entry in CATALOGUE.items():
        assert code == entry.code
        assert all((entry.meaning, entry.why, entry.remedy))
        assert entry.name == entry.name.lower().replace(" ", "-")
    assert len({entry.name for entry in CATALOGUE.values()}) == len(CATALOGUE)


def test_the_manual_page_is_written_from_the_catalogue() -> None:
    written = Path(__file__).parents[1] / "docs" / "findings.md"
    assert written.read_text(encoding="utf-8") == page(), "run: python -m minutes_cli.check.page > docs/findings.md"


NASTY = st.text(alphabet=st.sampled_from("AB[]\x1b\x07\u202e\n\r\t‮ ab1.,:=@<>&/(+XQ"), max_size=40)


@given(NASTY, NASTY, NASTY, NASTY)
def test_odd_content_neither_fails_nor_reaches_the_terminal_raw(text: str, name: str, number: str, owner: str) -> None:
    meeting = board()
    meeting.attendees.append(Person(name=name, initials=owner, for_items=[number]))
    meeting.items.append(Item(number=number, title=name, text=f"{owner} raised {text}. {name} will write to {text}."))
    meeting.actions.append(
        Action(id="x", ref=number, item=number, text=text, owners=[owner], due=Due(text=text), how="list")
    )
    meeting.meeting.next = NextMeeting(text=text)
    meeting.meeting.start = number
    remarked(Remark(kind="changes accepted", count=2, words=[name, text]))(meeting)
    for finding in check(meeting):
        assert not any(unicodedata.category(c).startswith("C") for c in finding.message)


def test_a_meeting_is_not_changed_by_looking_at_it() -> None:
    meeting = board()
    check(meeting)
    assert meeting == board()


def test_an_empty_meeting_has_one_error() -> None:
    findings = check(Meeting(meeting=Head()))
    assert [f.code for f in findings if f.severity == "error"] == ["M100"]
