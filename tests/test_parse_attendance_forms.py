"""The many forms in which minutes say who came: labels, sentences, groups, columns, tables and marks."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_cli.model import Meeting
from minutes_cli.parse import label_parts, parse
from minutes_cli.parse.attendance_prose import read_prose
from minutes_cli.parse.attendees import Attendance
from minutes_cli.parse.name_list import read_list
from minutes_cli.read import read_bytes
from tests.parse_making import text

HEAD = "Minutes of the Quayside Harbour Board\n4 March 2031 at 7.30pm\n\n"
BODY = "\n\n1. Moorings\n\nThe berths are full.\n\n2. Slipway\n\nThe chain held.\n"


class Form(NamedTuple):
    """An attendance as printed, and who was there and who was not as a secretary reads it."""

    printed: str
    came: list[str]
    away: list[str] = []


NOBODY_MORE = {
    # what stands near a list of people and is none: only Ann Ott, Bo Pike and Cy Quill came
    "a heading in plain type": "Present: Ann Ott, Bo Pike, Cy Quill\n\nMeet and Greet\n\nAll were greeted.",
    "words below a bulleted list": "Attendees\n- Ann Ott\n- Bo Pike\n- Cy Quill\nCurriculum\nMonitoring",
    "a time below": "Present: Ann Ott, Bo Pike, Cy Quill\nAdjourned: 8:20pm",
    "a quorum": "Present: Ann Ott, Bo Pike, Cy Quill. Quorum present: yes",
    "a fact of the business": "Present:\n\nAnn Ott\nBo Pike\nCy Quill\nMatters Arising: None",
    "a count": "Present: Ann Ott, Bo Pike, Cy Quill and 9 members of the public\n\nMembers present: 3",
    "a presence elsewhere": "Present: Ann Ott, Bo Pike, Cy Quill\n\n1. Quay\n\nHal Vick was present at the survey.",
    "a note": "Attendees\n\nAnn Ott\nBo Pike\nCy Quill\n\n"
    "Note: Observers that wish to become members should write to the clerk.",
    "somebody who opened a tin": "Present: Ann Ott, Bo Pike, Cy Quill\n\nHal Vick opened the tin of the society.",
    "one who opened it, misspelt": "Present: Ann Ott, Bo Pike, Cy Quill\n\nAnn Otte called the meeting to order.",
    "somebody unnamed": "Present: Ann Ott, Bo Pike, Cy Quill and the Clerk",
    "public business": "Present: Ann Ott, Bo Pike, Cy Quill\n\nPublic Speaker(s):\n\nThere was nobody.",
    "a count on a line of its own": "Present:\n\nAnn Ott\nBo Pike\nCy Quill\n\nPlus 32 members",
    "no apologies": "Present: Ann Ott, Bo Pike, Cy Quill\n\nThere were no apologies.",
}
FORMS = {
    "attendance of some": Form(
        "Voting member attendance\n\n- [x] Ann Ott - Quay Ltd\n- [ ] Bo Pike - Tide Ltd\n- [x] Cy Quill - Net Ltd",
        ["Ann Ott", "Cy Quill"],
    ),
    "handles behind names": Form("Roll call\n\n- Ann Ott / `@annott`\n- Bo Pike / @bopike", ["Ann Ott", "Bo Pike"]),
    "who chaired": Form("Meeting was opened at 6:25PM.\n\nAnn Ott chaired.", ["Ann Ott"]),
    "there for a firm": Form(
        "Board members in attendance were Ann Ott and Bo Pike. Cy Quill was in attendance for Tide Management, Inc.",
        ["Ann Ott", "Bo Pike", "Cy Quill"],
    ),
    "numbers run in": Form(
        "Present: Ann Ott\n\nLeave of absence\n\nThese asked for it:\n\n1. Ms. B. Pike 2. Dr. C. Quill 3. Mr. H. Vick",
        ["Ann Ott"],
        ["B. Pike", "C. Quill", "H. Vick"],
    ),
    "dots behind a name": Form("Present: Ann Ott\n\nIn attendance: Bo Pike (Quay) … minutes.", ["Ann Ott", "Bo Pike"]),
    "offices on some lines": Form(
        "PRESENT\n\nMs. A. Ott, Chairperson\nMr. B. Pike, Vice Chairperson\nDr. C. Quill\n\nABSENT\n\nMs H. Vick",
        ["A. Ott", "B. Pike", "C. Quill"],
        ["H. Vick"],
    ),
    "by video": Form(
        "Attending: Ann Ott (AO), Chair; Bo Pike\n\nBy Zoom: Cy Quill (CQ)", ["Ann Ott", "Bo Pike", "Cy Quill"]
    ),
    "offices in a sentence": Form(
        "Present were Chair Ann Ott, Vice Chair Bo Pike, and Members Cy Quill and Hal Vick. Staff: Planner Kit Park.",
        ["Ann Ott", "Bo Pike", "Cy Quill", "Hal Vick", "Kit Park"],
    ),
    "an organisation of one": Form(
        "Attendees\n\nQuay Council: Ann Ott, Bo Pike\n\nTide Trust: Cy Quill\n\nResidents: Hal Vick, Kit Park",
        ["Ann Ott", "Bo Pike", "Cy Quill", "Hal Vick", "Kit Park"],
    ),
    "a rough count": Form(
        "Trustees Present: Ott, Pike\nOthers Present: Clerk Quill, approx. 12 residents", ["Ott", "Pike", "Quill"]
    ),
    "attended by": Form("Meeting attended by: Ann, Bo and Cy", ["Ann", "Bo", "Cy"]),
    "where they were": Form(
        "Members Present (in person): Ann Ott, Bo Pike\nMembers Present (remote): Cy Quill\nMembers Absent: Hal Vick",
        ["Ann Ott", "Bo Pike", "Cy Quill"],
        ["Hal Vick"],
    ),
    "a quorum first": Form(
        "Quorum: Yes. Board members present: A. Ott, B. Pike. Board members not present: C. Quill. Guests: H. Vick.",
        ["A. Ott", "B. Pike", "H. Vick"],
        ["C. Quill"],
    ),
    "a sentence as label": Form(
        "Roll was called and the following precinct members were present:\n\nAnn Ott\nBo Pike\nCy B Quill",
        ["Ann Ott", "Bo Pike", "Cy B Quill"],
    ),
    "houses in front": Form(
        "Homeowners in Attendance:\n10311 - Ann Ott\n10317 – Bo Pike\nAbsent:\nUnit 4: Cy Quill\nUnit 9: Hal Vick",
        ["Ann Ott", "Bo Pike"],
        ["Cy Quill", "Hal Vick"],
    ),
    "call signs": Form("Attendees: Ann VA7QZ, Bo VE7LOC, Ann VE7XAG", ["Ann VA7QZ", "Bo VE7LOC", "Ann VE7XAG"]),
    "parts of a list without colons": Form(
        "In Attendance\n\nBoard Members\n\n- Ann Ott\n- Bo Pike\n\nCommittee Members\n\n- Cy Quill",
        ["Ann Ott", "Bo Pike", "Cy Quill"],
    ),
    "a dash behind the colon": Form(
        "Attendees:- Ann Ott, Bo Pike\nApologies from:- Cy Quill", ["Ann Ott", "Bo Pike"], ["Cy Quill"]
    ),
    "a dash for the colon": Form(
        "Present - Ann Ott (Quay Partnership Board), Bo Pike (Tide Films), Cy Quill (Friends of the Bridleway)\n\n"
        "Apologies - Hal Vick",
        ["Ann Ott", "Bo Pike", "Cy Quill"],
        ["Hal Vick"],
    ),
    "words of another language": Form(
        "Notulen van de vergadering in Urk. Aanwezig: Ann Ott, Bo Pike en Cy Quill. Afwezig: Hal Vick.",
        ["Ann Ott", "Bo Pike", "Cy Quill"],
        ["Hal Vick"],
    ),
    "bulleted handles": Form(
        "- Attendees\n    - @ann, @bo7, @cyq\n- Regrets\n    - @hal, @vick", ["ann", "bo7", "cyq"], ["hal", "vick"]
    ),
    "small handles": Form("Present\n\nann, bo7, cyquill, VickH", ["ann", "bo7", "cyquill", "VickH"]),
    "between semicolons": Form(
        "In attendance were Ann B. Ott of Quay, member; Bo T. Pike, Executive Director; Cy Quill, Director, Office of "
        "Ropes and Chains; and Hal Vick, Chief Pilot, Office of Tides.",
        ["Ann B. Ott", "Bo T. Pike", "Cy Quill", "Hal Vick"],
    ),
    "a form's field": Form("Attendees: [Ann , Bo , Cy]", ["Ann", "Bo", "Cy"]),
    "who opened it": Form("Ann Ott called the meeting to order, and found that there was a quorum.", ["Ann Ott"]),
    "opened by": Form(
        "The meeting was called to order by Ann Ott, President. Thirty persons were present.", ["Ann Ott"]
    ),
    "a name with Jr": Form("Present: Ann Ott, Bo Pike, Jr., Cy Quill", ["Ann Ott", "Bo Pike Jr", "Cy Quill"]),
    "an honorary office": Form("Present Mr A Ott (AO), Mrs B Pike Honorary Clerk (BP)", ["A Ott", "B Pike"]),
    "a label of the body's own": Form(
        "Library Trustees Present: Ann Ott, Bo Pike\nLibrary Trustees Absent: Cy Quill",
        ["Ann Ott", "Bo Pike"],
        ["Cy Quill"],
    ),
    "in attendance, and not": Form(
        "Directors in Attendance: Ann Ott, Bo Pike\nDirectors Not in Attendance: Cy Quill",
        ["Ann Ott", "Bo Pike"],
        ["Cy Quill"],
    ),
    "labels on one line": Form(
        "Present: Ann Ott, Bo Pike. Apologies: Cy Quill. In attendance: Hal Vick (Clerk).",
        ["Ann Ott", "Bo Pike", "Hal Vick"],
        ["Cy Quill"],
    ),
    "people first": Form(
        "Ann Ott, Bo Pike and Hal Vick were present. Cy Quill did not attend.",
        ["Ann Ott", "Bo Pike", "Hal Vick"],
        ["Cy Quill"],
    ),
    "the following": Form(
        "The following directors were present: Ann Ott and Bo Pike. The following director was absent: Cy Quill.",
        ["Ann Ott", "Bo Pike"],
        ["Cy Quill"],
    ),
    "told with the opening": Form(
        "The meeting was called to order at 7pm. Members present were Ann Ott and Bo Pike. Also present were "
        "Town Clerk Hal Vick. "
        "Absent: Cy Quill.",
        ["Ann Ott", "Bo Pike", "Hal Vick"],
        ["Cy Quill"],
    ),
    "a list and a sentence": Form(
        "Participants: Ann Ott (chair), Bo Pike. Cy Quill and Hal Vick were not able to attend.",
        ["Ann Ott", "Bo Pike"],
        ["Cy Quill", "Hal Vick"],
    ),
    "groups": Form(
        "Absent: Cy Quill\nStaff: Ann Ott, Director\nGuests: Bo Pike of Pike Engineering",
        ["Ann Ott", "Bo Pike"],
        ["Cy Quill"],
    ),
    "offices in words of their own": Form(
        "Present:\n\nRear Commodore: Ann Ott\nSocial Secretary: Bo Pike\nPast Chair: Cy Quill (not present)",
        ["Ann Ott", "Bo Pike"],
        ["Cy Quill"],
    ),
    "offices with a dash": Form("Present: President - Ann Ott, Secretary - Bo Pike", ["Ann Ott", "Bo Pike"]),
    "a roll call": Form(
        "Roll Call:\nMr. Ott – present\nMs. Pike – present\nMr. Quill – absent", ["Ott", "Pike"], ["Quill"]
    ),
    "marks behind the names": Form(
        "Committee present:\n\nAnn Ott\nBo Pike\nCy Quill - apologies", ["Ann Ott", "Bo Pike"], ["Cy Quill"]
    ),
    "initials at the end": Form(
        "Present: Ann Ott, Chair AO\n\nBo Pike, Warden BP\n\nCy Quill CQ Hal Vick HV",
        ["Ann Ott", "Bo Pike", "Cy Quill", "Hal Vick"],
    ),
    "a bracket behind a comma": Form("Present: Ann Ott, (AO), Bo Pike (BP)", ["Ann Ott", "Bo Pike"]),
    "a group among others": Form(
        "Present: Supervisor Ann Ott; Trustees: Bo Pike, Cy Quill; Town Clerk Hal Vick",
        ["Ann Ott", "Bo Pike", "Cy Quill", "Hal Vick"],
    ),
    "present to answer": Form(
        "Ott and Pike were present to answer roll call. Superintendent Quill was also present.",
        ["Ott", "Pike", "Quill"],
    ),
    "offices cut short": Form(
        "Attending: Pres. Ann Ott, Sec. Bo Pike\nExcused: Treas. Cy Quill", ["Ann Ott", "Bo Pike"], ["Cy Quill"]
    ),
    "members, and who wrote": Form(
        "Board members: Ann Ott (Chair), Bo Pike, Cy Quill\nApologies: Received from Cy Quill\nMinute taker: Hal Vick",
        ["Ann Ott", "Bo Pike", "Hal Vick"],
        ["Cy Quill"],
    ),
    "without a verb": Form(
        "Roll Call: Ann Ott, Bo Pike present. Cy Quill absent.", ["Ann Ott", "Bo Pike"], ["Cy Quill"]
    ),
    "organisations behind initials": Form(
        "Present\nAnn Ott\tAO\tLark Developments\nBo Pike\tBP\tPike Architects\nHal Vick\tHV\tVick Engineers",
        ["Ann Ott", "Bo Pike", "Hal Vick"],
    ),
    "initials first": Form("Attendees:\n\nAO - Ann Ott\n\nBP - Bo Pike", ["Ann Ott", "Bo Pike"]),
    "a job behind the initials": Form(
        "Present:\n\nAnn Ott (AO) Practice Manager\nBo Pike (BP)", ["Ann Ott", "Bo Pike"]
    ),
    "forenames below the label": Form("Attending:\n\nAnn, Bo, Cy, Hal", ["Ann", "Bo", "Cy", "Hal"]),
    "handles": Form("Attendees: @annott, @bo-pike", ["annott", "bo-pike"]),
    "names that nothing parts": Form("Present:\n\nAnn Ott Bo Pike Hal Vick", ["Ann Ott", "Bo Pike", "Hal Vick"]),
    "names and initials in turn": Form(
        "Present: Ann Ott\tAO\tBo Pike\tBP\n\tHal Vick\tHV\tIda Ward\tIW",
        ["Ann Ott", "Bo Pike", "Hal Vick", "Ida Ward"],
    ),
    "a grid of names": Form(
        "Members present\n\nAnn Ott          Bo Pike          Hal Vick\nIda Ward         Jo Xu            Kit Yeo",
        ["Ann Ott", "Bo Pike", "Hal Vick", "Ida Ward", "Jo Xu", "Kit Yeo"],
    ),
    "lists side by side": Form(
        "Present:                      Absent:\nAnn Ott                       Cy Quill\n"
        "Bo Pike                       Hal Vick",
        ["Ann Ott", "Bo Pike"],
        ["Cy Quill", "Hal Vick"],
    ),
    "which meeting it was": Form(
        "Attendees of the March meeting:\n\nAnn Ott, Acme\n\nBo Pike, Globex", ["Ann Ott", "Bo Pike"]
    ),
    "another language": Form(
        "Anwesend: Ann Ott, Bo Pike\nEntschuldigt: Cy Quill", ["Ann Ott", "Bo Pike"], ["Cy Quill"]
    ),
    "apologies that are noted": Form(
        "Present: Ann Ott, Bo Pike\n\nApologies from Cllr. Quill noted.", ["Ann Ott", "Bo Pike"], ["Quill"]
    ),
}
TABLES = {
    "columns of names": Form(
        "| Present | Absent |\n|---|---|\n| Ann Ott | Cy Quill |\n| Bo Pike | Hal Vick |",
        ["Ann Ott", "Bo Pike"],
        ["Cy Quill", "Hal Vick"],
    ),
    "rows in sections": Form(
        "| Present | |\n|---|---|\n| Ann Ott | Pilot |\n| Bo Pike | Clerk |\n| Apologies | |\n| Cy Quill | Warden |",
        ["Ann Ott", "Bo Pike"],
        ["Cy Quill"],
    ),
    "a word beside each": Form(
        "| Members | Attendance |\n|---|---|\n| Ann Ott | Present |\n| Bo Pike | Remote |\n| Cy Quill | Excused |",
        ["Ann Ott", "Bo Pike"],
        ["Cy Quill"],
    ),
    "ticks and crosses": Form(
        "| Name | Initials | Attendance |\n|---|---|---|\n| Ann Ott | AO | ✓ |\n| Bo Pike | BP | ✓ |\n"
        "| Cy Quill | CQ | ✗ |",
        ["Ann Ott", "Bo Pike"],
        ["Cy Quill"],
    ),
    "a cross in a column": Form(
        "| Name | Present | Absent | Excused |\n|---|---|---|---|\n| Ann Ott | X | | |\n| Bo Pike | X | | |\n"
        "| Cy Quill | | | X |",
        ["Ann Ott", "Bo Pike"],
        ["Cy Quill"],
    ),
    "a list in a cell": Form(
        "| Attendees: Ann Ott, Bo Pike | Objectives: plan |\n|---|---|\n| Apologies: Cy Quill | |",
        ["Ann Ott", "Bo Pike"],
        ["Cy Quill"],
    ),
}


def read(printed: str, suffix: str) -> Meeting:
    return parse(read_bytes(f"{HEAD}{printed}{BODY}".encode(), f"harbour.{suffix}"))


def came_and_away(meeting: Meeting) -> tuple[list[str | None], list[str | None]]:
    return [p.name for p in meeting.attendees], [p.name for p in meeting.apologies]


@pytest.mark.parametrize("printed", NOBODY_MORE.values(), ids=NOBODY_MORE)
def test_what_stands_near_a_list_names_nobody(printed: str) -> None:
    assert came_and_away(read(printed, "txt")) == (["Ann Ott", "Bo Pike", "Cy Quill"], [])


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_forms_of_attendance(form: Form) -> None:
    assert came_and_away(read(form.printed, "txt")) == (form.came, form.away)


@pytest.mark.parametrize("form", TABLES.values(), ids=TABLES)
def test_tables_of_attendance(form: Form) -> None:
    assert came_and_away(read(form.printed, "md")) == (form.came, form.away)


def test_an_office_told_in_the_text_is_given_to_its_holder() -> None:
    told = "Treasurer Bo Pike and Ann Ott, Club Secretary, reported. Clerk Hal Vick left."
    found = read(f"Present: Ann Ott, Bo Pike, Hal Vick (Pilot)\n\n{told}", "txt").attendees
    assert {p.name: p.role for p in found} == {"Ann Ott": "Club Secretary", "Bo Pike": "Treasurer", "Hal Vick": "Pilot"}


@pytest.mark.parametrize(
    ("told", "offices"),
    [
        ("Ann Ott, Bo Pike, Treasurer, Cy Quill, Clerk, Hal Vick spoke.", [None, "Treasurer", "Clerk", None]),
        ("President (Ann Ott) had no report.", ["President", None, None, None]),
        ("She introduced our Treasurer, Bo Pike.", [None, "Treasurer", None, None]),
        ("Principal, Bo Pike welcomed everyone.", [None, "Principal", None, None]),
        ("Cy Quill, PTA president, welcomed everyone.", [None, None, "PTA president", None]),
        ("It was moved by chairman Hal Vick.", [None, None, None, "chairman"]),
        ("Chair\n\nAnn Ott\n\nMoorings were discussed.", ["Chair", None, None, None]),
    ],
)
def test_offices_told_in_several_ways_are_given(told: str, offices: list[str | None]) -> None:
    meeting = text(f"{HEAD}Present: Ann Ott, Bo Pike, Cy Quill, Hal Vick\n\n{told}{BODY}")
    assert [p.role for p in meeting.attendees] == offices


def test_a_job_takes_the_place_of_a_chair() -> None:
    printed = "Chairperson: Ann Ott\n\nPresent:\n- Ann Ott - Harbour Master\n- Bo Pike - Pilot"
    assert [(p.name, p.role, p.capacity) for p in read(printed, "txt").attendees] == [
        ("Ann Ott", "Harbour Master", "chair"),
        ("Bo Pike", "Pilot", None),
    ]


def test_initials_told_in_turn_belong_to_the_name_before() -> None:
    found = read("Present: Ann Ott\tAO\tBo Pike\tBP\n\tHal Vick\tHV", "txt").attendees
    assert [(p.name, p.initials) for p in found] == [("Ann Ott", "AO"), ("Bo Pike", "BP"), ("Hal Vick", "HV")]


# Long lists, codes, organisations and brackets, each as many minutes print them.
LONG = ", ".join(
    f"{name} ({short} - Quay Rowers)"
    for name, short in [
        ("Ann Ott", "AO"),
        ("Bo Pike", "BP"),
        ("Cy Quill", "CQ"),
        ("Dee Rusk", "DR"),
        ("Eli Sand", "ES"),
        ("Fay Toll", "FT"),
        ("Gus Udall", "GU"),
        ("Hal Vick", "HV"),
        ("Ida Wick", "IW"),
        ("Jo Yarrow", "JY"),
        ("Kit Zorn", "KZ"),
        ("Lu Abbot", "LA"),
        ("Mo Birch", "MB"),
        ("Ned Cope", "NC"),
    ]
)
NAMED = {
    "no codes": ("Attendees\n\nAnn Ott\nBo Pike\nCy Quill", [("Ann Ott", None), ("Bo Pike", None), ("Cy Quill", None)]),
    "initials in front": (
        "Attendees\n\nAO Ann Ott\nBP Bo Pike\nCQ Cy Quill",
        [("Ann Ott", "AO"), ("Bo Pike", "BP"), ("Cy Quill", "CQ")],
    ),
    "codes of countries": (
        "Participants\n\nNO Ann Ott\nFR Bo Pike\nLU C. Quill",
        [("Ann Ott", None), ("Bo Pike", None), ("C. Quill", None)],
    ),
    "codes of clubs": (
        "Present:\n\nQRC Ann Ott\nHBR Bo Pike\nQRC Cy van Quill",
        [("Ann Ott", None), ("Bo Pike", None), ("Cy van Quill", None)],
    ),
    "a dash at the initials": (
        "Present: Ann Ott (AO- Quay), Bo Pike (BP -Quay), Cy Quill (CQ / Quay)",
        [("Ann Ott", "AO"), ("Bo Pike", "BP"), ("Cy Quill", None)],
    ),
    "organisations in front": (
        "Participants on site:\n- NQB: Ann Ott, Bo Pike\n- Harbour Electric: Cy Quill",
        [("Ann Ott", None), ("Bo Pike", None), ("Cy Quill", None)],
    ),
    "a count behind": (
        "Present: Commissioners Ott, Pike and Vice Chair Quill - 3.",
        [("Ott", None), ("Pike", None), ("Quill", None)],
    ),
    "also": (
        "Present: Cllrs A Ott and B Pike, also C Quill (Clerk)",
        [("A Ott", None), ("B Pike", None), ("C Quill", None)],
    ),
    "a named public": (
        "Present\n\n- Ann Ott\n- Bo Pike\n\nMembers of the Public Present\n\n- Cy Quill",
        [("Ann Ott", None), ("Bo Pike", None), ("Cy Quill", None)],
    ),
    "an item that is the list": (
        "1. Call to Order\n\nWe began.\n\n2. The following members were present: President Ott, Pike and Quill.",
        [("Ott", None), ("Pike", None), ("Quill", None)],
    ),
}


@pytest.mark.parametrize("printed", NAMED)
def test_people_are_read_with_their_codes_and_initials(printed: str) -> None:
    text, people = NAMED[printed]
    read = parse(read_bytes((HEAD + text + BODY).encode(), "minutes.txt"))
    assert [(p.name, p.initials) for p in read.attendees] == people


def test_a_list_longer_than_a_paragraph_about_one_person_is_a_list() -> None:
    read = parse(read_bytes((HEAD + "Attendees:\n\n" + LONG + "." + BODY).encode(), "minutes.txt"))
    assert len(LONG) > 400
    assert len(read.attendees) == 14
    assert {p.role for p in read.attendees} == {"Quay Rowers"}
    assert all(p.initials for p in read.attendees)


def test_a_bracket_left_open_ends_with_its_entry() -> None:
    people = read_list("Ann Ott - (AO - Quay, Bo Pike (BP - Pilot) & Cy Quill - (CQ - Quay)")
    assert [p.name for p in people][-1:] == ["Cy Quill"]
    assert "Bo Pike" in [p.name for p in people]


LIKE_PEOPLE = st.lists(
    st.sampled_from(
        [
            "Present",
            "Absent",
            "were",
            "present",
            ":",
            ";",
            ",",
            " - ",
            "and",
            "(",
            ")",
            "Clerk",
            "Ann",
            "Ott",
            "AO",
            "Mr.",
            "\u00a0",
            "9",
            "of",
        ]
    )
    | st.text(max_size=4),
    max_size=20,
).map(" ".join)


@given(LIKE_PEOPLE)
def test_any_words_can_be_looked_at_for_people(words: str) -> None:
    assert "".join("".join(label_parts.cut(words)).split()) == "".join(words.split())  # cut, and nothing lost
    read_prose(words, (1, 1), Attendance(), loose=True)
    assert all(person.name for person in read_list(words))


def test_a_name_a_line_is_a_list_where_no_line_of_the_text_is_long() -> None:
    found = text(
        "Harbour Netball League\nMinutes of the AGM held on 9th July 2031\n\nAttendees\nAda Quill (AQ - Riverside)\n"
        "Ben Oak (BO - Chair, Hill Top)\nCy Pine (CP, Old Town)\n\nApologies\nDee Elm (Riverside)\n\n"
        "1. Minutes\nThe minutes were approved.\n"
    )
    assert [person.name for person in found.attendees] == ["Ada Quill", "Ben Oak", "Cy Pine"]
    assert [person.name for person in found.apologies] == ["Dee Elm"]
