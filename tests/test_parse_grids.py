"""Tables of actions: cut by a page break, their heading alone at the foot of a page, lists shared out to owners."""

from __future__ import annotations

from minutes_cli.document import Line
from minutes_cli.model import Meeting
from minutes_cli.parse import parse
from tests.parse_making import line, printed, table

OPENING = [
    "Minutes of the Quayside Harbour Board",
    "4 March 2031",
    "Present:",
    "Greta Lund (Chair)\tGL\tHarbour Master",
    "Omar Pike\tOP\tTreasurer",
    "Jon Cade\tJC\tPilot",
    "Edie Ash\tEA\tMate",
    "1. Apologies",
    "There were none.",
    "2. Moorings",
    "OP showed the chart.",
]
BOLD = {1, 3, 8, 10}
HEADING = ["Reference", "Details", "Action"]


def opening() -> list[Line]:
    return [line(w, (1, n), top=25.0 * n, bold=n in BOLD) for n, w in enumerate(OPENING, start=1)]


def closing(first: int = 8) -> list[Line]:
    return [line("3. Pilots", (2, first), top=400, bold=True), line("GL thanked them.", (2, first + 1), top=430)]


def read(on_first: list[list[str]], on_second: list[list[str]]) -> Meeting:
    second = [table(on_second, 2, 1, top=60)] if on_second else []
    return parse(printed([*opening(), table(on_first, 1, 12, top=650)], [*second, *closing()]))


def test_a_table_on_one_page() -> None:
    meeting = read([HEADING, ["1", "Measure the berths", "OP"], ["2", "Ring the pilots", "GL & EA"]], [])
    assert [(a.ref, a.text, a.owners, a.how) for a in meeting.actions] == [
        ("1", "Measure the berths", ["OP"], "action-table"),
        ("2", "Ring the pilots", ["GL", "EA"], "action-table"),
    ]
    assert {a.item for a in meeting.actions} == {"2"}
    assert [(a.page, a.line) for a in meeting.actions] == [(1, 13), (1, 14)]


def test_a_row_cut_by_the_page_break_is_one_action() -> None:
    meeting = read(
        [HEADING, ["1", "Measure every berth and\nwrite its length on the", "OP"]],
        [["", "chart in the office", ""], ["2", "Ring the pilots", "GL"]],
    )
    assert [a.text for a in meeting.actions] == [
        "Measure every berth and write its length on the chart in the office",
        "Ring the pilots",
    ]
    assert [a.owners for a in meeting.actions] == [["OP"], ["GL"]]


def test_a_heading_alone_at_the_foot_of_a_page_heads_the_next() -> None:
    meeting = read([HEADING], [["1", "Measure the berths", "OP"], ["2", "Ring the pilots", "GL"]])
    assert [(a.ref, a.item, a.page) for a in meeting.actions] == [("1", "2", 2), ("2", "2", 2)]


def test_a_heading_printed_again_is_no_row() -> None:
    meeting = read([HEADING, ["1", "Measure the berths", "OP"]], [HEADING, ["2", "Ring the pilots", "GL"]])
    assert [a.ref for a in meeting.actions] == ["1", "2"]


def test_a_list_with_as_many_owners_is_shared_out() -> None:
    meeting = read([HEADING, ["1", "Report on:\n- the crane\n- the ice house", "JC\nEA"]], [])
    (action,) = meeting.actions
    assert [(p.text, p.owners) for p in action.parts] == [("the crane", ["JC"]), ("the ice house", ["EA"])]
    assert (action.owners, action.action) == (["JC", "EA"], "JC EA")


def test_owners_that_share_a_list_are_not_shared_out() -> None:
    meeting = read([HEADING, ["1", "Report on:\n- the crane\n- the ice house", "JC & EA"]], [])
    assert meeting.actions[0].parts == []
    assert meeting.actions[0].owners == ["JC", "EA"]


def test_a_row_that_states_a_decision_and_a_task_gives_both() -> None:
    meeting = read([HEADING, ["1", "Recommendations of the moorings paper accepted", "OP to write to the owners"]], [])
    assert [(d.ref, d.text) for d in meeting.decisions] == [("1", "Recommendations of the moorings paper accepted")]
    assert [(a.ref, a.owners, a.action) for a in meeting.actions] == [("1", ["OP"], "OP to write to the owners")]


def test_a_table_of_other_things_is_no_action() -> None:
    meeting = read([["Berth", "Boat", "Length"], ["1", "Kittiwake", "7 m"], ["2", "Dunlin", "9 m"]], [])
    assert meeting.actions == []
    assert "Kittiwake" in meeting.items[1].text
