"""Tasks as lists and lines write them: who stands where, what hangs below a task, and lines of a list that are none."""

from __future__ import annotations

import pytest

from minutes_cli.parse import parse, task_fields
from minutes_cli.parse.context import Context
from minutes_cli.parse.heading_words import list_kind
from minutes_cli.parse.marked import find_marker
from minutes_cli.parse.task import read_task
from minutes_cli.read import read_bytes
from tests.parse_making import ROSTER, minutes

CONTEXT = Context(ROSTER)


@pytest.mark.parametrize(
    ("text", "owners", "task"),
    [
        ("Paint the shed", [], "Paint the shed"),
        ("Write to harbour@quay.example", [], "Write to harbour@quay.example"),
        ("Sort the ropes (as before)", [], "Sort the ropes (as before)"),
        ("Order rope (by Friday)", [], "Order rope (by Friday)"),
        ("Order rope @gretal", ["gretal"], "Order rope"),
        ("Order rope (@gretal)", ["gretal"], "Order rope"),
        ("Order rope - @gretal, @omar-p", ["gretal", "omar-p"], "Order rope"),
        ("@gretal: order rope", ["gretal"], "order rope"),
        ("@gretal and @omar to order rope", ["gretal", "omar"], "to order rope"),
        ("Order rope → Greta", ["Greta"], "Order rope"),
        ("Order rope => Greta, Omar", ["Greta", "Omar"], "Order rope"),
        ("Order rope - Greta Lund (by Friday)", ["GL"], "Order rope"),
        ("Order rope (Greta, by Friday)", ["Greta"], "Order rope"),
        ("Order rope (Treasurer) - due 1 April", ["Treasurer"], "Order rope"),
        ("Kit W: order rope", ["Kit W"], "order rope"),
        ("Bram has volunteered to order rope", ["Bram"], "Bram has volunteered to order rope"),
        ("Order rope. Owner: OP. Due: Friday", ["OP"], "Order rope."),
    ],
)
def test_where_the_owner_of_a_task_stands(text: str, owners: list[str], task: str) -> None:
    action = read_task(text, CONTEXT, "list")
    assert (action.owners, action.text) == (owners, task)


@pytest.mark.parametrize("text", ["Order rope - Greta Lund (by Friday)", "Order rope (Greta, by Friday)"])
def test_due_words_beside_the_owner_are_kept(text: str) -> None:
    due = read_task(text, CONTEXT, "list").due
    assert due is not None
    assert due.text == "by Friday"


@pytest.mark.parametrize(
    "text",
    ["Action Fraud: a talk was given", "Action plan: the wall", "Task lighting: fitted", "Follow-up care - praised"],
)
def test_words_that_name_no_owner_of_a_marker(text: str) -> None:
    found = find_marker(text, CONTEXT)
    assert found is None or not found.owners


@pytest.mark.parametrize(
    ("text", "ref", "owners", "after"),
    [
        ("AI Bram: order rope", "", ("Bram",), "order rope"),
        ("AI all: order rope", "", ("all",), "order rope"),
        ("TODO Greta & Omar :: order rope", "", ("Greta", "Omar"), "order rope"),
        ("TODO ??? :: order rope", "", (), "order rope"),
        ("ACTION (Bram): order rope", "", ("Bram",), "order rope"),
        ("Action [OP] order rope", "", ("OP",), "order rope"),
        ("Action on Greta: order rope", "", ("Greta",), "order rope"),
        ("Action(s): OP to order rope", "", (), "OP to order rope"),
        ("ACTION 2031-03-04: OP to order rope", "", (), "OP to order rope"),
        ("AI(Bram): order rope", "", ("Bram",), "order rope"),
        ("ACTION>> OP to order rope", "", (), "OP to order rope"),
        ("ACTION-12: OP to order rope", "12", (), "OP to order rope"),
        ("[NEW] ACTION: OP to order rope", "", (), "OP to order rope"),
        ("<greta> ACTION: OP to order rope", "", (), "OP to order rope"),
    ],
)
def test_what_a_marker_carries(text: str, ref: str, owners: tuple[str, ...], after: str) -> None:
    found = find_marker(text, CONTEXT)
    assert found is not None
    assert (found.ref, found.owners, found.after) == (ref, owners, after)


@pytest.mark.parametrize("line", ["", "The rope is blue: see below", "Completed: rope and paint", "Note: rope"])
def test_a_line_that_is_no_field_of_a_task(line: str) -> None:
    action = read_task("Order rope", CONTEXT, "list")
    assert not task_fields.take(action, line, CONTEXT)


def test_fields_below_a_marked_task() -> None:
    meeting = minutes("1. Moorings\nAction: Order rope\nOwner: Omar\nDue: Friday 14 March\nStatus: in progress")
    (action,) = meeting.actions
    assert (action.text, action.owners, action.status) == ("Order rope", ["Omar"], "in progress")
    assert action.due is not None
    assert str(action.due.date) == "2031-03-14"


def listed(*lines: str, title: str = "Action items") -> list[tuple[str, list[str], str]]:
    meeting = minutes("1. Moorings", "The berths are full.", title, "\n".join(lines))
    return [(action.text, action.owners, action.status) for action in meeting.actions]


@pytest.mark.parametrize(
    "line", ["All are done.", "None", "There were no outstanding actions.", "All action points have been completed"]
)
def test_a_list_that_says_there_is_no_task(line: str) -> None:
    assert listed(f"- {line}") == []


def test_names_over_bullets_need_no_colon() -> None:
    assert listed("Greta", "- Order rope", "- Paint the shed", "Omar", "- Ring the pilots") == [
        ("Order rope", ["Greta"], "open"),
        ("Paint the shed", ["Greta"], "open"),
        ("Ring the pilots", ["Omar"], "open"),
    ]


def test_names_as_bullets_over_deeper_ones() -> None:
    assert listed("- Greta", "    - Order rope", "- Omar", "    - Ring the pilots", "- Paint the shed") == [
        ("Order rope", ["Greta"], "open"),
        ("Ring the pilots", ["Omar"], "open"),
        ("Paint the shed", [], "open"),
    ]


def test_boxes_below_a_task_are_tasks_of_its_owner() -> None:
    assert listed(
        "- [ ] Mend the ramp (Greta)", "    - [ ] order planks", "    - [x] measure it", "- [ ] Ring Tess"
    ) == [
        ("Mend the ramp", ["Greta"], "open"),
        ("order planks", ["Greta"], "open"),
        ("measure it", ["Greta"], "done"),
        ("Ring Tess", [], "open"),
    ]


def test_the_next_meeting_among_the_bullets_does_not_end_the_list() -> None:
    lines = ("- Next meeting: 6 May, where?", "    - the loft is free", "- TODO Greta :: order rope")
    assert listed(*lines) == [("order rope", ["Greta"], "open")]


def test_the_next_item_is_no_task_of_the_bullets_above_it() -> None:
    body = "1. Moorings\nActions:\n- Greta to order rope\n2. Slipway\nThe chain held.\n3. Fees\nPaid."
    assert [action.text for action in minutes(body).actions] == ["Greta to order rope"]


def test_a_plain_line_under_a_marker_alone() -> None:
    body = "1. Moorings\nThe berths are full.\n\nACTION:\nOmar to order rope\n\n2. Slipway\nThe chain held."
    assert [(a.text, a.owners) for a in minutes(body).actions] == [("Omar to order rope", ["Omar"])]


def test_owners_last_behind_a_colon() -> None:
    assert listed("- Order the rope: gretal", "- Ring the pilots: omar-p", "- Paint the shed: gretal and kit") == [
        ("Order the rope", ["gretal"], "open"),
        ("Ring the pilots", ["omar-p"], "open"),
        ("Paint the shed", ["gretal", "kit"], "open"),
    ]


def test_an_account_under_a_heading_of_tasks_is_no_task() -> None:
    assert listed("The action plan was noted.", title="Action plan") == []


def marked(paragraph: str) -> list[tuple[str, list[str]]]:
    meeting = minutes("1. Moorings", paragraph, "2. Slipway", "The chain held.")
    return [(action.text, action.owners) for action in meeting.actions]


@pytest.mark.parametrize(
    ("paragraph", "tasks"),
    [
        ("Action: Greta to order rope. It is blue.", [("Greta to order rope. It is blue.", ["Greta"])]),
        ("Action: order rope; and paint", [("order rope; and paint", [])]),
        (
            "Actions: Greta to order rope. Omar to paint the shed.",
            [("Greta to order rope.", ["Greta"]), ("Omar to paint the shed.", ["Omar"])],
        ),
        (
            "Actions: Greta to order rope; Omar to paint the shed",
            [("Greta to order rope", ["Greta"]), ("Omar to paint the shed", ["Omar"])],
        ),
        (
            "It is cold. Action: Greta to look at heaters. The floor is fine. Action: Omar to sweep it.",
            [("Greta to look at heaters.", ["Greta"]), ("Omar to sweep it.", ["Omar"])],
        ),
        ("The hinge has gone. [Action - Omar]", [("The hinge has gone.", ["Omar"])]),
    ],
)
def test_the_tasks_behind_one_marker(paragraph: str, tasks: list[tuple[str, list[str]]]) -> None:
    assert marked(paragraph) == tasks


def test_a_log_and_its_review_are_one() -> None:
    log = "ID\tOwner\tAction\n1.6\tGreta\tOrder the blue rope\n1.7\tOmar\tRing the pilots"
    review = "ID\tOwner\tAction\tStatus\n1.6\tGreta\tOrder the blue rope\tDone\n1.8\tOmar\tOrder the blue rope\tOpen"
    meeting = minutes("1. Action log", log, "2. Actions from last meeting", review)
    assert [(a.ref, a.owners, a.status) for a in meeting.actions] == [
        ("1.6", ["Greta"], "done"),
        ("1.7", ["Omar"], "open"),
        ("1.8", ["Omar"], "open"),
    ]


def test_an_office_in_front_of_a_known_name_is_dropped() -> None:
    assert marked("Action: Trustee Lund to order rope") == [("Trustee Lund to order rope", ["Lund"])]


def test_tasks_under_labels_of_their_own() -> None:
    lines = "What: Order rope\nWho: Greta\nWhen: Friday\n\nWhat: Paint the shed\nWho: Omar"
    assert listed(lines) == [("Order rope", ["Greta"], "open"), ("Paint the shed", ["Omar"], "open")]


def test_a_box_and_a_word_that_says_more() -> None:
    assert listed("- [ ] Order rope (in progress)", "- [ ] Paint the shed") == [
        ("Order rope", [], "in progress"),
        ("Paint the shed", [], "open"),
    ]


def test_bold_owners_in_front_of_plain_tasks() -> None:
    head = "# Quayside Harbour Board\n\n4 March 2031\n\nPresent: Greta Lund, Omar Pike\n\n## Next actions\n\n"
    body = f"{head}- **Greta** order rope\n"
    meeting = parse(read_bytes(f"{body}- **Greta & OP** – paint the shed\n\n## Date\n\n6 May\n".encode(), "a.md"))
    assert [(a.text, a.owners) for a in meeting.actions] == [
        ("order rope", ["Greta"]),
        ("paint the shed", ["Greta", "OP"]),
    ]


def test_words_between_the_entries_say_how_they_stand() -> None:
    lines = (
        "  1. Greta to order rope",
        "",
        "Completed.",
        "",
        "ACTION: Omar to oil it",
        "",
        "  2. Omar to paint",
        "",
        "Open.",
    )
    meeting = minutes("1. Moorings", "The berths are full.", "2. Review of open action items", "\n".join(lines))
    assert [(a.text, a.owners, a.status) for a in meeting.actions] == [
        ("Greta to order rope", ["Greta"], "done"),
        ("Omar to oil it", ["Omar"], "open"),
        ("Omar to paint", ["Omar"], "open"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Tidewater will dig up the quay in June.",
        "Peter Marsh gave a talk on eels. He said that he would be writing a book.",
        "Greta reported that the eels are back. She will be away in June.",
        "Omar moved, and Tess seconded, to accept the report.",
        "Greta has to leave early. Omar took action to stop the leak.",
        "The members must pay by 1 May. The loft must be left clean.",
        "Sue Grey from the library said that it will close. He would like more books.",
        "The harbour fair will take place in June. Greta will be the judge.",
        "Greta asked whether Omar would mend the ramp.",
    ],
)
def test_sentences_that_bind_nobody(sentence: str) -> None:
    assert minutes("1. Moorings", sentence, "2. Slipway", "The chain held.").actions == []


@pytest.mark.parametrize(
    ("sentence", "owners"),
    [
        ("Brisa asked about the ramp. Brisa will mend it.", ["Brisa"]),
        ("Greta spoke of the ramp. She will mend it.", ["Greta"]),
        ("Omar needs to renew the licence.", ["Omar"]),
        ("Peter Marsh will send the chart.", ["Peter Marsh"]),
    ],
)
def test_sentences_that_bind(sentence: str, owners: list[str]) -> None:
    assert [a.owners for a in minutes("1. Moorings", sentence, "2. Slipway", "It held.").actions] == [owners]


@pytest.mark.parametrize(
    "title", ["Actions/Discussion", "Decisions and actions", "Capital commitments", "Lamps and tasks"]
)
def test_titles_of_business_head_no_tasks(title: str) -> None:
    assert list_kind(title) is None


@pytest.mark.parametrize(
    "title",
    [
        "Action Items/Commitments:",
        "Actions & Next Steps",
        "Tasks and Responsibilities",
        "Key action items / follow-ups",
        "Deliverables and action items",
        "Action Items and Deadlines",
    ],
)
def test_a_list_of_tasks_with_two_names(title: str) -> None:
    assert list_kind(title) == "tasks"


def test_tasks_below_a_list_of_decisions_are_none_of_them() -> None:
    meeting = minutes(
        "Decisions made:",
        "None.",
        "",
        "Action items/commitments:",
        "Omar: To ring the diver.",
        "Greta: To order the slates.",
    )
    assert meeting.decisions == []
    assert [(a.text, a.owners) for a in meeting.actions] == [
        ("To ring the diver.", ["Omar"]),
        ("To order the slates.", ["Greta"]),
    ]
